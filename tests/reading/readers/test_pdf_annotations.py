"""What was filled into a form or written upon a page is read in its place; other marks are told of."""

from __future__ import annotations

import pytest

from notice_site.reading.extracted_text import ExtractedText
from notice_site.reading.formats import extract_text
from notice_site.reading.reference.limits import DEFAULTS
from tests.reading.readers.pdf_writer import pdf


def read(*annotations: str, more: str = "") -> ExtractedText:
    """A page with one row, 姓名：, and annotations; a text in them is written as <张三>."""
    written = " ".join(f"<</Type/Annot{annotation}>>" for annotation in annotations)
    for text in ("张三", "李四", "补交一份\n下午三点"):
        written = written.replace(f"<{text}>", f"<FEFF{text.encode('utf-16-be').hex()}>")
    return extract_text(pdf([[(80, 700, "姓名：")]], more=more, annotations=written), "a.pdf", DEFAULTS)


def texts(extracted: ExtractedText) -> list[str]:
    return [paragraph.line.text for paragraph in extracted.paragraphs]


RECT = "/Rect[140 696 240 716]"
FIELD = f"/Subtype/Widget{RECT}"


@pytest.mark.parametrize(
    "annotation",
    [
        f"{FIELD}/FT/Tx/V<张三>",
        f"{FIELD}/FT/Tx/V<张三>/F 1",
        f"{FIELD}/FT/Tx/V<张三>/F 4",
        f"{FIELD}/FT/Ch/V[<张三>]",
        f"{FIELD}/Parent<</FT/Tx/V<张三>>>",
        f"/Subtype/FreeText/Contents<张三>{RECT}",
        "/Subtype/FreeText/Contents<张三>/Rect[240 716 140 696]",
    ],
    ids=[
        "a field",
        "of a kind with its own looks",
        "printed",
        "a choice",
        "a field below another",
        "free text",
        "a box given from its other corner",
    ],
)
def test_text_upon_a_page_is_read_in_its_place(annotation: str) -> None:
    extracted = read(annotation)
    assert (texts(extracted), extracted.warnings) == (["姓名：　张三"], ())


def test_lines_of_a_free_text_stand_below_each_other() -> None:
    notes = read("/Subtype/FreeText/Contents<补交一份\n下午三点>/Rect[80 500 400 540]", f"{FIELD}/FT/Tx/V<李四>")
    assert "".join(texts(notes)) == "姓名：　李四补交一份下午三点"


@pytest.mark.parametrize(
    "annotation",
    [
        f"{FIELD}/FT/Tx/V<张三>/F 2",
        f"{FIELD}/FT/Tx/V<张三>/F 32",
        f"{FIELD}/FT/Tx",
        f"{FIELD}/FT/Btn/AS/Off",
        f"{FIELD}/FT/Sig/V<</Type/Sig>>",
        f"/Subtype/Highlight{RECT}",
        f"/Subtype/Popup/Contents<张三>{RECT}",
        f"/Subtype/Link/Contents<张三>{RECT}",
    ],
    ids=[
        "hidden",
        "not on the screen",
        "empty",
        "no tick",
        "a signature",
        "a mark",
        "the window of a comment",
        "a link",
    ],
)
def test_what_shows_no_text_is_passed_over(annotation: str) -> None:
    extracted = read(annotation)
    assert (texts(extracted), extracted.warnings) == (["姓名："], ())


@pytest.mark.parametrize(
    "annotation",
    [
        f"/Subtype/Text/Contents<张三>{RECT}",
        f"/Subtype/StrikeOut/Contents<张三>{RECT}",
        f"{FIELD}/FT/Btn/AS/Yes",
        "/Subtype/FreeText/Contents<张三>/Rect[1 2]",
    ],
    ids=["a comment", "a comment on deleted words", "a tick", "no place"],
)
def test_what_cannot_be_read_in_its_place_is_told_of(annotation: str) -> None:
    extracted = read(annotation, annotation)
    assert texts(extracted) == ["姓名："]
    assert [warning.message for warning in extracted.warnings] == ["有 2 处批注或勾选未读取"]


def test_a_field_in_a_table_stands_in_its_cell() -> None:
    rules = "ET " + " ".join(f"{x} 680 100 40 re S" for x in (75, 175)) + " 75 640 200 40 re S 175 640 m 175 680 l S BT"
    extracted = read(f"/Subtype/Widget{RECT.replace('140', '180')}/FT/Tx/V<张三>", more=rules)
    assert extracted.paragraphs[0].line.rows == (("姓名：", "张三"),)


@pytest.mark.parametrize(
    "kind", ["Text", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Stamp", "Ink", "FileAttachment"]
)
def test_each_kind_of_comment_with_words_is_told(kind: str) -> None:
    extracted = read(f"/Subtype/{kind}/Contents<张三>{RECT}")
    assert texts(extracted) == ["姓名："]
    assert len(extracted.warnings) == 1
