"""Styles of Word: what a paragraph says itself, what its style says, and what the style is based on says."""

from __future__ import annotations

import pytest
from lxml import etree

from notice_site.model import Align
from notice_site.reading.readers.docx_styles import Shape, Styles, value

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def styles(*definitions: str) -> Styles:
    return Styles(etree.fromstring(f'<w:styles xmlns:w="{W}">{"".join(definitions)}</w:styles>'))


def style(name: str, properties: str = "", more: str = "", kind: str = "paragraph") -> str:
    head = f'<w:style w:type="{kind}" w:styleId="{name}" {more}><w:name w:val="{name}"/>'
    return f"{head}{properties}</w:style>"


def paragraph(properties: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W}"><w:pPr>{properties}</w:pPr></w:p>')


def number(list_id: str, level: str) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


@pytest.mark.parametrize(
    ("properties", "shape"),
    [
        ("", Shape()),
        ('<w:jc w:val="center"/>', Shape(Align.CENTER)),
        ('<w:jc w:val="right"/>', Shape(Align.RIGHT)),
        ('<w:jc w:val="end"/>', Shape(Align.RIGHT)),
        ('<w:jc w:val="both"/>', Shape(Align.LEFT)),
        *((f'<w:outlineLvl w:val="{level}"/>', Shape(heading=level + 1)) for level in range(6)),
        ('<w:outlineLvl w:val="6"/>', Shape()),
        ('<w:outlineLvl w:val="9"/>', Shape()),
        ('<w:outlineLvl w:val=""/>', Shape()),
        (number("3", "2"), Shape(number=("3", 2))),
        (number("0", "2"), Shape()),
        (number("3", "99"), Shape(number=("3", 99))),
        (number("3", "100"), Shape(number=("3", 0))),
        (number("3", "二"), Shape(number=("3", 0))),
        (number("3", "²"), Shape(number=("3", 0))),
        ('<w:numPr><w:numId w:val="3"/></w:numPr>', Shape(number=("3", 0))),
    ],
)
def test_a_paragraph_says_how_it_is_shaped(properties: str, shape: Shape) -> None:
    assert Styles(None).shape(paragraph(properties)) == shape


BASE = '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="1"/></w:pPr>'


@pytest.mark.parametrize(
    ("properties", "shape"),
    [
        ('<w:pStyle w:val="top"/>', Shape(Align.RIGHT, 2)),
        ('<w:pStyle w:val="top"/><w:jc w:val="left"/>', Shape(Align.LEFT, 2)),
        ('<w:pStyle w:val="top"/><w:outlineLvl w:val="4"/>', Shape(Align.RIGHT, 5)),
        ('<w:pStyle w:val="loop"/>', Shape(Align.RIGHT)),
        ('<w:pStyle w:val="letters"/>', Shape()),
        ('<w:pStyle w:val="none"/>', Shape()),
        ("", Shape(Align.RIGHT)),
        ('<w:pStyle w:val="toc 2"/>', Shape(contents=True)),
        ('<w:pStyle w:val="TOC 9"/>', Shape(contents=True)),
        ('<w:pStyle w:val="tocs"/>', Shape()),
        ('<w:pStyle w:val="below"/>', Shape(contents=True)),
        ('<w:pStyle w:val="list"/><w:numPr><w:ilvl w:val="1"/></w:numPr>', Shape(number=("5", 1))),
        ('<w:pStyle w:val="list"/>', Shape(number=("5", 0))),
    ],
)
def test_a_style_says_what_the_paragraph_does_not(properties: str, shape: Shape) -> None:
    sheet = styles(
        style("base", BASE),
        style("top", '<w:basedOn w:val="base"/><w:pPr><w:jc w:val="right"/></w:pPr>'),
        style("loop", '<w:basedOn w:val="loop"/><w:pPr><w:jc w:val="right"/></w:pPr>'),
        style("letters", BASE, kind="character"),
        style("usual", '<w:pPr><w:jc w:val="right"/></w:pPr>', 'w:default="1"'),
        style("toc 2"),
        style("TOC 9"),
        style("tocs"),
        style("below", '<w:basedOn w:val="toc 2"/>'),
        style("list", '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>'),
    )
    assert sheet.shape(paragraph(properties)) == shape


@pytest.mark.parametrize(
    ("default", "align"), [("1", Align.CENTER), ("true", Align.CENTER), ("on", Align.CENTER), ("0", Align.LEFT)]
)
def test_the_default_style_shapes_what_names_none(default: str, align: Align) -> None:
    assert styles(style("usual", BASE, f'w:default="{default}"')).shape(paragraph("")).align is align


def test_a_value_that_is_missing_is_empty() -> None:
    assert (value(None, "jc"), value(paragraph(""), "jc"), value(paragraph("<w:jc/>"), "jc")) == ("", "", "")
