"""The labels that lists of a .docx get."""

from __future__ import annotations

import pytest
from lxml import etree

from notice_site.reading.readers.docx_numbering import Numbering
from tests.reading.readers.docx_writer import level

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def defined(levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>') -> Numbering:
    """One definition, number 7, and the lists that use it."""
    xml = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{lists}</w:numbering>'
    return Numbering(etree.fromstring(xml))


def labels(numbering: Numbering, levels: str, list_id: str = "1") -> str:
    """The labels of paragraphs at these levels, one digit each."""
    return " ".join(numbering.label(list_id, int(digit)) for digit in levels)


THREE = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")


@pytest.mark.parametrize(
    ("definition", "levels", "expected"),
    [
        (THREE, "0011201", "一、 二、 1. 2. a) 三、 1."),
        (level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"), "011011", "1. 1.1 1.2 2. 2.1 2.2"),
        (level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"), "110", "1.1 1.2 2."),
        (level(0, "decimal", "%1.%2"), "00", "1. 2."),
        (
            level(0, "decimal", "%1.") + level(1, "decimal", "%2.%3") + level(2, "decimal", "%3"),
            "0122", "1. 1.1 1 2",
        ),
        (level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>"), "01", "第一章 1.1"),
        (level(0, "none", "%1") + level(1, "decimal", "%1%2", "<w:isLgl/>"), "01", " 1"),
        (level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'), "01101",
         "一、 1. 2. 二、 3."),
        (THREE.replace("%3)\"/>", "%3)\"/><w:lvlRestart w:val=\"1\"/>"), "0121202", "一、 1. a) 2. b) 二、 a)"),
        (THREE.replace("%3)\"/>", "%3)\"/><w:lvlRestart w:val=\"2\"/>"), "01212", "一、 1. a) 2. a)"),
        (level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="5"'), "00", "5. 6."),
        (level(0, "decimal", "%1.").replace('<w:start w:val="1"/>', ""), "00", "1. 2."),
        (level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="0"'), "00", "0. 1."),
        (level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="99999"'), "0", "99999."),
        (level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="100000"'), "0", "1."),
        (level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="-1"'), "0", "1."),
        (level(0, "decimal", "%1.").replace('<w:numFmt w:val="decimal"/>', ""), "0", "1."),
        (level(0, "bullet", "\uf0b7") + level(1, "bullet", "●%1"), "01", "• ●%1"),
        (level(8, "decimal", "%9."), "88", "1. 2."),
        (level(0, "decimal", "%1."), "1", ""),
    ],
    ids=[
        "levels count on their own and start again", "a label with the number above", "a level that was skipped counts",
        "a number of no level", "a number below", "legal digits", "legal digits leave no number out",
        "a level that never restarts", "a level that restarts at the first", "a level that restarts at the second",
        "a start", "no start", "a start at zero", "five digits", "six digits", "a negative start", "no format",
        "bullets", "the ninth level", "a level without a definition",
    ],
)  # fmt: skip
def test_paragraphs_are_counted_level_by_level(definition: str, levels: str, expected: str) -> None:
    assert labels(defined(definition), levels) == expected


@pytest.mark.parametrize(
    ("list_id", "number"), [("2", 0), ("1", -1), ("1", 9)], ids=["another list", "no level", "a tenth level"]
)
def test_what_is_not_defined_has_no_label(list_id: str, number: int) -> None:
    definition = level(0, "decimal", "%1.") + level(-1, "decimal", "%1.") + level(9, "decimal", "%1.")
    assert defined(definition).label(list_id, number) == ""


def test_a_document_without_lists_has_no_labels() -> None:
    assert Numbering(None).label("1", 0) == ""


@pytest.mark.parametrize(
    ("suffix", "label"),
    [('<w:suff w:val="nothing"/>', "1."), ('<w:suff w:val="space"/>', "1. "), ("", "1. ")],
    ids=["nothing", "space", "tab"],
)
def test_a_space_stands_for_what_parts_label_and_text(suffix: str, label: str) -> None:
    assert defined(level(0, "decimal", "%1.").replace('<w:suff w:val="nothing"/>', suffix)).label("1", 0) == label
    empty = level(0, "none", "%1").replace('<w:suff w:val="nothing"/>', suffix)
    assert defined(empty).label("1", 0) == ""


def using(list_id: int, override: str = "", definition: int = 7) -> str:
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'


def test_lists_of_one_definition_count_on_unless_they_start_over() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    numbering = defined(level(0, "decimal", "%1."), using(1) + using(2) + using(3, start.format(1)))
    assert [labels(numbering, "00", list_id) for list_id in "123"] == ["1. 2.", "3. 4.", "1. 2."]
    assert [labels(numbering, "0", list_id) for list_id in "132"] == ["3.", "4.", "5."]
    odd = using(4, start.format(8)) + using(5, start.format("x")) + using(6, start.format("").replace("0", "1"))
    numbering = defined(level(0, "decimal", "%1."), using(1) + odd)
    assert [labels(numbering, "0", list_id) for list_id in "1456"] == ["1.", "8.", "1.", "2."]


def test_a_list_may_replace_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="1">{level(1, "upperLetter", "%2.")}</w:lvlOverride>'
    numbering = defined(THREE, using(1) + using(2, override))
    assert (labels(numbering, "01", "1"), labels(numbering, "01", "2")) == ("一、 1.", "二、 A.")


def test_a_definition_may_lie_in_a_style_of_lists() -> None:
    link = '</w:abstractNum><w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="s"/>'
    definition = '<w:styleLink w:val="s"/>' + level(0, "decimal", "%1)") + link
    numbering = defined(definition, using(1, definition=8) + using(2))
    assert (numbering.label("1", 0), numbering.label("2", 0)) == ("1)", "2)")
    unknown = '</w:abstractNum><w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="t"/>'
    assert defined(level(0, "decimal", "%1)") + unknown, using(1, definition=8)).label("1", 0) == ""
