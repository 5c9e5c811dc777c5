"""Characters without a shape are taken out of lines, cells and dropped texts, and recorded with their line."""

from __future__ import annotations

import pytest

from notice_site.model import Dropped, Line
from notice_site.reading.control_characters import has_control_characters, take_out, without_control_characters
from notice_site.reading.extracted_text import ExtractedText, Paragraph


@pytest.mark.parametrize(
    "characters",
    [
        "\x00\x08",
        "\x0e\x1f",
        "\x7f\x84",
        "\x86\x9f",
        "\u200e\u200f",
        "\u202a\u202e",
        "\u2066\u2069",
        "\ufdd0\ufdef",
        "\ufffe\uffff",
        "\ud800\udfff",
    ],
    ids=ascii,
)
def test_characters_without_a_shape_are_taken_out(characters: str) -> None:
    first, last = (f"U+{ord(character):04X}×1" for character in characters)
    assert take_out(f"通{characters}知", 3) == ("通知", (Dropped(f"{first}、{last}", "控制字符，无法显示", 3),))


@pytest.mark.parametrize(
    "text", ["通 知", "\t\n\v\f\r", "\x85", "\u200b\u200d", "\u2029\u202f", "\ufffd", "\ue000", "\ufdf0"], ids=ascii
)
def test_characters_with_a_use_stay(text: str) -> None:
    assert take_out(text, 3) == (text, ())
    assert not has_control_characters(text)


def test_they_are_taken_out_of_all_that_a_reader_returns() -> None:
    table = Line("甲\x08\t乙", 2, rows=(("甲\x08", "乙"),))
    paragraphs = tuple(map(Paragraph, (Line("通知", 1), table, Line(" \x08", 3))))
    extracted = ExtractedText(
        "html", "utf-8", paragraphs, (Dropped("首\x08页", "网站导航", 4), Dropped("\x08", "网站导航", 5))
    )
    cleaned = without_control_characters(extracted)
    assert [(p.line.text, p.line.rows) for p in cleaned.paragraphs] == [("通知", ()), ("甲\t乙", (("甲", "乙"),))]
    assert [(entry.text, entry.line) for entry in cleaned.dropped] == [
        ("U+0008×1", 2), ("U+0008×1", 3), ("首页", 4), ("U+0008×1", 4), ("U+0008×1", 5),
    ]  # fmt: skip
