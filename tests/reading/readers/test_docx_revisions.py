"""What stays of a .docx whose changes were tracked, and rows that begin at a later column."""

from __future__ import annotations

import pytest

from notice_site.reading.readers.docx import read_docx
from tests.reading.readers.docx_writer import docx, level, numbered, paragraph

ONE_LIST = (
    '<w:abstractNum w:abstractNumId="7">' + level(0, "chineseCounting", "%1、") + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)


def tracked(text: str, mark: str = "del", more: str = "") -> str:
    """A paragraph whose mark is deleted or moved away, with a text that stays."""
    return f"<w:p><w:pPr>{more}<w:rPr><w:{mark}/></w:rPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


FIRST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (numbered("甲", 1) + tracked("", more=FIRST) + numbered("乙", 1), ["一、甲", "二、乙"]),
        (numbered("甲", 1) + tracked("", "moveFrom", FIRST) + numbered("乙", 1), ["一、甲", "二、乙"]),
        (tracked("前半") + paragraph("后半") + paragraph("下段"), ["前半后半", "下段"]),
        (tracked("一") + tracked("二") + numbered("三", 1), ["一、一二三"]),
        (tracked("末段"), ["末段"]),
        (tracked("表前") + "<w:tbl><w:tr><w:tc>" + paragraph("格") + "</w:tc></w:tr></w:tbl>", ["表前", "格"]),
        ("<w:tbl><w:tr><w:tc>" + tracked("格") + "</w:tc></w:tr></w:tbl>" + paragraph("表后"), ["格", "表后"]),
        (paragraph("甲", "<w:rPr><w:ins/></w:rPr>") + paragraph("乙"), ["甲", "乙"]),
        (paragraph("甲", '<w:framePr w:dropCap="drop"/>') + paragraph("乙"), ["甲乙"]),
        (paragraph("甲", "<w:framePr/>") + paragraph("乙"), ["甲", "乙"]),
    ],
    ids=[
        "a deleted number does not count", "nor a moved one", "the halves join", "three of them",
        "nothing follows", "a table follows", "a cell ends", "an inserted mark parts",
        "a drop cap", "a frame",
    ],
)  # fmt: skip
def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next(body: str, texts: list[str]) -> None:
    assert [p.line.text for p in read_docx(docx(body, numbering=ONE_LIST)).paragraphs] == texts


def test_a_deleted_row_is_recorded() -> None:
    rows = "".join(
        f"<w:tr>{more}<w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>"
        for a, b, more in (("甲", "一", ""), ("乙", "二", "<w:trPr><w:del/></w:trPr>"), ("丙", "三", ""))
    )
    content = read_docx(docx(f"<w:tbl>{rows}</w:tbl>"))
    assert content.paragraphs[0].line.rows == (("甲", "一"), ("丙", "三"))
    assert [(entry.text, entry.reason) for entry in content.dropped] == [("乙　二", "修订中删除的文字")]


def test_a_row_may_begin_at_a_later_column() -> None:
    def row(*cells: str, before: str = "") -> str:
        return f"<w:tr><w:trPr>{before}</w:trPr>{''.join(f'<w:tc>{paragraph(c)}</w:tc>' for c in cells)}</w:tr>"

    later = row("丁", "戊", before='<w:gridBefore w:val="1"/>')
    body = f"<w:tbl>{row('甲', '乙', '丙')}{later}</w:tbl>"
    assert read_docx(docx(body)).paragraphs[0].line.rows == (("甲", "乙", "丙"), ("", "丁", "戊"))
