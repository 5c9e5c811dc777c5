"""Inputs of each kind that grow: of about so many bytes of text or markup, in the file that holds it."""

from __future__ import annotations

import base64
import io
import quopri
import random
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

from docx import Document

HEAD, END = "关于开展活动的通知\n各学校：\n", "\n甲市教育局\n2014年3月5日\n"
LINE = "各级党组织要高度重视，认真组织开展学习活动，确保取得实效。"
DUTY = "各学校要于2014年3月10日前报送“三严三实”情况，"

Input = tuple[str, bytes]
"""The name of a file and its content."""


def repeated(unit: str, size: int) -> str:
    return unit * max(1, size // len(unit.encode()))


def plain(unit: str, size: int) -> Input:
    return "a.txt", f"{HEAD}正文{repeated(unit, size)}正文{END}".encode()


def numbered(size: int) -> Input:
    lines = (f"{number}．加强学习。\n" for number in range(1, size // 25))
    return "a.txt", (HEAD + "".join(lines) + END).encode()


def any_characters(size: int) -> Input:
    chance = random.Random(1)
    characters = (
        chr(chance.randrange(0x4E00, 0x9000)) + chance.choice(["，", "。", "；", "、", "\n", *[""] * 45])
        for _ in range(size // 3)
    )
    return "a.txt", (HEAD + "".join(characters) + END).encode()


def gb18030(size: int) -> Input:
    return "a.txt", (HEAD + repeated(f"{LINE}\n", size) + END).encode("gb18030")


def markdown(unit: str, size: int) -> Input:
    return "a.md", f"# 关于开展活动的通知\n\n{repeated(unit, size)}".encode()


def page(body: str, style: str = "") -> Input:
    title = "关于开展活动的通知"
    markup = (
        f"<html><head><title>{title}</title>{style}</head><body><h1>{title}</h1><p>正文内容。</p>{body}</body></html>"
    )
    return "a.html", markup.encode()


def repeated_page(unit: str, size: int) -> Input:
    return page(repeated(unit, size))


def attributes(size: int) -> Input:
    return page(f"<p {' '.join(f'a{n}=1' for n in range(size // 9))}>正文</p>")


def nested(size: int) -> Input:
    return page("<aside>" * 900 + repeated("<b>甲</b>", size) + "</aside>" * 900)


def hidden_by_styles(size: int) -> Input:
    count = size // 60
    rules = "".join(f".c{n} b{{display:none}}\n" for n in range(count))
    return page("".join(f"<p class='d{n}'>正文</p>" for n in range(count)), f"<style>{rules}</style>")


def wide_table(size: int) -> Input:
    row = "<tr>" + repeated("<td>甲</td>", size // 2) + "</tr>"
    return page(f"<table>{row}{repeated('<tr><td>乙</td></tr>', size // 2)}</table>")


def word(size: int) -> Input:
    document = Document()
    document.add_paragraph("关于开展活动的通知")
    for _ in range(size // len(LINE.encode())):
        document.add_paragraph(LINE)
    file = io.BytesIO()
    document.save(file)
    return "a.docx", file.getvalue()


def word_table(size: int) -> Input:
    """A table whose XML is written by hand: python-docx takes a second for a hundred rows."""
    document = Document()
    document.add_paragraph("关于开展活动的通知")
    document.add_table(1, 3)
    whole = io.BytesIO()
    document.save(whole)
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("一", "甲市教育局", "开展活动")
    )
    rows = repeated(f"<w:tr>{cells}</w:tr>", size)
    file = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"</w:tbl>", f"{rows}</w:tbl>".encode())
            new.writestr(name, content)
    return "a.docx", file.getvalue()


def printed(size: int) -> Input:
    from weasyprint import HTML  # here, because it takes long to load

    body = repeated(f"<p>{LINE}</p>", size)
    return "a.pdf", HTML(string=f"<meta charset=utf-8><h1>关于开展活动的通知</h1>{body}").write_pdf()


def mail(size: int) -> Input:
    head = (
        "Subject: a\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    )
    return "a.eml", head.encode() + base64.encodebytes((HEAD + repeated(f"{LINE}\n", size) + END).encode())


def parts_of_mail(size: int) -> Input:
    part = "--b\nContent-Type: text/plain; charset=utf-8\n\n正文学习活动。\n"
    head = "Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    return "a.eml", f"{head}{repeated(part, size)}--b--\n".encode()


def web_archive(size: int) -> Input:
    _, markup = repeated_page(f"<p>{LINE}</p>", size)
    head = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
        "--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    )
    return "a.mht", head.encode() + quopri.encodestring(markup) + b"\n--b--\n"


def rich_text(size: int) -> Input:
    def written(text: str) -> str:
        return "".join(f"\\u{ord(character)}?" for character in text)

    lines = repeated(f"{written(LINE)}\\par ", size)
    return "a.rtf", f"{{\\rtf1\\ansi\\ansicpg936 {written('关于开展活动的通知')}\\par {lines}}}".encode()


KINDS: Mapping[str, Callable[[int], Input]] = {
    "a year again and again": partial(plain, "2014年"),
    "a term again and again": partial(plain, "群众路线"),
    "words read as their neighbours tell": partial(plain, "校长长度"),
    "quotation marks that open": partial(plain, "“"),
    "title marks that open": partial(plain, "《"),
    "one line": partial(plain, LINE),
    "one sentence of duties": partial(plain, DUTY),
    "paragraphs": partial(plain, f"{LINE}\n"),
    "paragraphs in GB18030": gb18030,
    "numbers of documents": partial(plain, "甲教发〔2014〕1号，"),
    "clauses": partial(plain, "认真学习，"),
    "who is charged": partial(plain, "（由甲市教育局负责）"),
    "digits": partial(plain, "1234567890"),
    "blanks": partial(plain, " "),
    "wide blanks": partial(plain, "\u3000"),
    "empty lines": partial(plain, "\n"),
    "lines of two characters": partial(plain, "正文\n"),
    "lines of a table": partial(plain, "1\t甲市教育局\t开展活动\n"),
    "numbered items": numbered,
    "headings": partial(plain, "一、总体要求\n正文内容。\n"),
    "whole notices": partial(plain, f"{END}{HEAD}请认真学习。"),
    "any characters": any_characters,
    "Markdown": partial(markdown, f"{LINE}\n\n"),
    "Markdown: items": partial(markdown, "- 学习活动\n"),
    "Markdown: quotations": partial(markdown, "> "),
    "Markdown: marks": partial(markdown, "**a_"),
    "HTML: paragraphs": partial(repeated_page, f"<p>{LINE}</p>"),
    "HTML: lines": partial(repeated_page, f"{LINE}<br>"),
    "HTML: attributes of one tag": attributes,
    "HTML: deep elements": nested,
    "HTML: elements that never end": partial(repeated_page, "<b>"),
    "HTML: comments that never end": partial(repeated_page, "<!--"),
    "HTML: signs": partial(repeated_page, "<"),
    "HTML: links": partial(repeated_page, "<a href='b.html'>学习</a>"),
    "HTML: styles that hide": hidden_by_styles,
    "HTML: rows": partial(repeated_page, "<table><tr><td>甲</td><td>乙</td></tr></table>"),
    "HTML: a wide table": wide_table,
    "Word": word,
    "Word: a table": word_table,
    "PDF": printed,
    "mail": mail,
    "mail: parts": parts_of_mail,
    "a web archive": web_archive,
    "RTF": rich_text,
}
