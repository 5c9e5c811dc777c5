"""Plain text: which of it is markup after all, and where lines part."""

from __future__ import annotations

import pytest

from notice_site.reading.readers.plain import is_html, read_plain

ELEMENTS = """p br div table tr td span html body font center h1 h2 h3 h4 h5 h6 ul ol li""".split()  # noqa: SIM905


@pytest.mark.parametrize(
    "text",
    [*(f"正文<{name}>" for name in ELEMENTS), "</p>", "<BR/>", "<br />", '<table width="100%">', "<div\nclass=x>"],
)
def test_a_tag_that_shapes_a_text_makes_it_html(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "印发<会计规定>",
        "a<b",
        "<p 值",
        "<stdio.h>",
        "<pre>",
        "<h7>",
        "<h>",
        "< p>",
        "<a href=x>",
        "p>",
        "<p <br",
        "<br/ >",
    ],
)
def test_any_other_angle_bracket_is_text(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲\n乙", [(1, "甲", False), (2, "乙", False)]),
        ("甲\n\n乙", [(1, "甲", False), (3, "乙", True)]),
        ("甲\n \u3000\n乙\n丙", [(1, "甲", False), (3, "乙", True), (4, "丙", False)]),
        ("\n\n甲", [(3, "甲", False)]),
        ("甲\f乙", [(1, "甲", False), (1, "乙", True)]),
        ("甲\n\f\n乙", [(1, "甲", False), (3, "乙", True)]),
        ("甲\v乙\x85丙\u2028丁\u2029戊", [(1, "甲", False), *((1, text, True) for text in "乙丙丁戊")]),
        ("　　甲  \n", [(1, "　　甲", False)]),
        ("", []),
    ],
    ids=[
        "two lines", "a blank line", "white space", "blank lines at the start", "a form feed", "a form feed alone",
        "other line ends", "an indent", "nothing",
    ],
)  # fmt: skip
def test_lines_and_the_gaps_before_them(text: str, lines: list[tuple[int, str, bool]]) -> None:
    read = [paragraph.line for paragraph in read_plain(text, "utf-8").paragraphs]
    assert [(line.number, line.text, line.gap_before) for line in read] == lines


def test_names_of_characters_are_the_characters_with_a_record() -> None:
    extracted = read_plain("通知\n学习&ldquo;条例&rdquo;&nbsp;AT&T;", "utf-8")
    assert [p.line.text for p in extracted.paragraphs] == ["通知", "学习“条例”\xa0AT&T;"]
    assert [(entry.text, entry.line) for entry in extracted.dropped] == [("&nbsp;", 2), ("&ldquo;&rdquo;", 2)]
