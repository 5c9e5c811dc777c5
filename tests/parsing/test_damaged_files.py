"""Damaged files of every format and notices of shuffled pieces are understood or refused, and lose no character."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from notice_site.model import Notice
from notice_site.parsing.line_joining import join_lines
from notice_site.parsing.parse import parse
from notice_site.reading import read_levels, read_source
from tests.reading.readers.docx_writer import docx, level, numbered, paragraph
from tests.reading.readers.pdf_writer import pdf

LEVELS, _ = read_levels(Path(__file__).parents[2] / "source_texts" / "reference" / "levels.yml")
HAN = re.compile(r"[\u3400-\u9fff]")
PAGE = (
    "<html><head><title>关于学习的通知_甲县</title></head><body><div><a href=/>首页</a><a href=/b>公告</a></div>"
    "<h1>关于学习的通知</h1><table><tr><td>索引号：</td><td>1</td></tr></table><p>各单位：</p><p>一、要求。请<del>不</del>报送m<sup>2</sup>。"
    "<ol><li>甲<li>乙</ol><p align=right>甲县教育局<br>2014年4月2日</body></html>"
)
TABLE = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>" + paragraph("甲") + "</w:tc></w:tr></w:tbl>"


def _docx() -> bytes:
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    deleted = "<w:p><w:del w:id='1'><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    body = paragraph("关于学习的通知") + numbered("要求。", 1) + deleted + TABLE
    return docx(body, numbering=numbering, footnotes="<w:footnote w:id='2'><w:p/></w:footnote>")


def _xlsx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook><sheets><sheet name='一' r:id='r1'/></sheets></workbook>")
        package.writestr("xl/sharedStrings.xml", "<sst><si><t>任务</t></si></sst>")
    return buffer.getvalue()


def _mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["To"] = "关于学习的通知", "b@example.cn"
    message.set_content("各单位：\n请报送。")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="表.zip")
    return message.as_bytes()


WHOLE: dict[str, Callable[[], bytes]] = {
    "x.docx": _docx,
    "x.xlsx": _xlsx,
    "x.pdf": lambda: pdf([[(200, 700, "关于学习的通知"), (90, 650, "各单位："), (120, 620, "一、要求。请报送。")]] * 2),
    "x.eml": _mail,
    "x.mht": lambda: b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n" + _mail(),
    "x.rtf": lambda: rb"{\rtf1\ansi\ansicpg936 \'b9\'d8\'d3\'da\par}",
    "x.html": PAGE.encode,
    "x.md": lambda: f"# 关于学习的通知\n\n各单位：\n\n{PAGE}\n".encode(),
}


def _damaged(whole: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, cut out or doubled; of a package mostly inside its parts, which are packed again."""
    if whole.startswith(b"PK") and chance.random() < 0.8:
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(buffer, "w") as new:
            for name in old.namelist():
                part = old.read(name)
                if chance.random() < 0.9:
                    new.writestr(name, _damaged(part, chance) if chance.random() < 0.5 else part)
        return buffer.getvalue()
    raw = bytearray(whole)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(raw) + 1)
        size = chance.randint(0, 12)
        piece = raw[at : at + size] * chance.choice((0, 2, 3)) or chance.randbytes(1)
        raw[at : at + size] = piece
    return bytes(raw)


def _parsed(raw: bytes, name: str) -> tuple[Notice, ...]:
    source, problems = read_source(raw, name)
    assert not any("程序读取此文件时出错" in problem.message for problem in problems), problems
    return parse(source, "x", join_lines(source), LEVELS) if source else ()


many = pytest.mark.parametrize("count", [60, pytest.param(2_000, marks=pytest.mark.long)])


@many
@pytest.mark.parametrize("name", WHOLE)
def test_a_damaged_file_is_understood_or_refused(name: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # what LibreOffice makes of a damaged file is not ours, and takes seconds each time
    chance, whole = random.Random(f"{name} {count}"), WHOLE[name]()
    for _ in range(count):
        _parsed(_damaged(whole, chance), name)


PIECES = """
甲县人民政府文件|甲县人民政府|县教育局、县财政局|甲政发〔2014〕3号|（甲政发〔2014〕3号）|令第3号|
关于学习的通知|甲县考勤办法|《甲县考勤办法》|关于印发《甲县考勤办法》的通知|各乡镇人民政府：|同志们：|
张某某同志：|2014年3月1日|二〇一四年三月|（此件公开发布）|附件|附件：1.分工表|附件2|一、|二、要求。|
（一）|（三）检查|1.|1.2|2.2日常工作|第一条　|第二条|第三章　职责|一是|第一，|请认真执行。|
为防汛，现通知如下：|授予：甲。|加强领导|，|：|。|；|　|  |\\n|\\n\\n|抄送：县委办。|
甲县政府办2014年3月2日印发|总　理　李某某|首页|走进甲县|政务公开|索引号：1|文号：|目 录|（1990年通过）|
1999年1月1日甲会议通过|表|姓　名
"""
MATERIAL = [piece.replace("\\n", "\n") for piece in PIECES.replace("\n", "").split("|")]


@pytest.mark.parametrize("count", [250, pytest.param(4_000, marks=pytest.mark.long)])
def test_shuffled_pieces_of_notices_lose_no_character_and_add_none(count: int) -> None:
    chance = random.Random(count)
    for _ in range(count):
        glue = chance.choice(("\n", "", "\n", " "))
        text = glue.join(chance.choice(MATERIAL) for _ in range(chance.randint(1, 40)))
        notices = _parsed(text.encode(), "x.txt")
        shown = "".join(block.text for notice in notices for block in notice.blocks)
        dropped = "".join(part.text for notice in notices for part in notice.dropped)
        if notices:
            assert Counter(HAN.findall(shown + dropped)) == Counter(HAN.findall(text)), text
