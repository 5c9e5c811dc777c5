"""The words of the grammar of time: the texts beside each, and that each has a rule that needs it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notice_site.text import date_forms, time_grammar, time_words
from notice_site.text.time_words import WORDS, form

SOURCE = Path(time_words.__file__).read_text("utf-8")
ROW = re.compile(
    r'^    # (?:[^\n]*?)takes: (?P<takes>.+?)(?:;|\n    #) not: (?P<not>.+)\n    "(?P<name>[a-z_]+)":', re.MULTILINE
)
TAKEN = [(row["name"], example) for row in ROW.finditer(SOURCE) for example in row["takes"].split("  ")]
REFUSED = [(row["name"], example) for row in ROW.finditer(SOURCE) for example in row["not"].split("  ")]


@pytest.mark.parametrize(("name", "example"), TAKEN)
def test_what_a_word_takes(name: str, example: str) -> None:
    before, marked, behind = re.split("[‹›]", example) if "‹" in example else ("", example, "")
    found = form(name).search(before + marked + behind)
    assert found
    assert found.span() == (len(before), len(before) + len(marked))


@pytest.mark.parametrize(("name", "example"), REFUSED)
def test_what_a_word_does_not_take(name: str, example: str) -> None:
    assert not form(name).fullmatch(example)


def test_each_word_that_looks_around_itself_has_examples() -> None:
    looks = {name for name, word in WORDS.items() if re.search(r"\(\?[=!]|\(\?<[=!]", word)}
    without = looks - {row["name"] for row in ROW.finditer(SOURCE)}
    borders = {name for name in looks if name.startswith("no_") or name == "ends_address"}
    assert without - borders == {"clause_start", "turn", "unit", "within_year_opens"}, (
        "these are parts of rules that have them"
    )


def test_no_word_stands_unused() -> None:
    rules = "".join(Path(file).read_text("utf-8") for file in (time_grammar.__file__, date_forms.__file__))
    assert {name for name in WORDS if not re.search(rf"\b{name}\b", rules + SOURCE.replace(f'"{name}":', ""))} == set()
