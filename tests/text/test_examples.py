"""The examples in the comment above each regular expression of the room: what it takes, and what it must not take."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_site import text

MODULES = [path for path in sorted(Path(text.__file__).parent.glob("*.py")) if path.stem not in ("__init__", "labels")]
COMMENTED = re.compile(r"^(?P<comment>(?:# .*\n)*)(?P<name>[A-Z_]+) = (?:re\.compile|form)\(", re.MULTILINE)
EXAMPLES = re.compile(r"[Tt]akes: (?P<takes>.+?);?\s+not: (?P<not>.+)")
CLASSES = re.compile(r"\[[^\]]*\][+*]?(?:\|\[[^\]]*\][+*]?)*")  # classes of characters alone need no example


def patterns() -> Iterator[tuple[str, re.Pattern[str], str]]:
    """Each regular expression of the room with its name and the comment above it."""
    for path in MODULES:
        module = importlib.import_module(f"notice_site.text.{path.stem}")
        for match in COMMENTED.finditer(path.read_text("utf-8")):
            comment = "  ".join(line.removeprefix("# ") for line in match["comment"].splitlines())
            yield f"{path.stem}.{match['name']}", getattr(module, match["name"]), comment


def examples(column: str) -> dict[str, tuple[re.Pattern[str], str]]:
    """Each example by its name; two spaces or a comma and one stand between two, English in brackets is left out."""
    rows = {}
    for name, pattern, comment in patterns():
        if listed := EXAMPLES.search(comment):
            for example in re.split(r"\s{2,}|, \s*", listed[column].strip()):
                wording = re.sub(r" \([a-z ]+\)$", "", example)
                rows[f"{name} {wording}"] = pattern, wording
    return rows


def asked_whole() -> Iterator[re.Pattern[str]]:
    """The expressions that their module asks only whether they take a whole text."""
    for path in MODULES:
        source = path.read_text("utf-8")
        for name, pattern, _ in patterns():
            module, _, name = name.partition(".")
            if module == path.stem and set(re.findall(rf"\b{name}\.(\w+)", source)) == {"fullmatch"}:
                yield pattern


ASKED_WHOLE = frozenset(asked_whole())
TAKEN, REFUSED = examples("takes"), examples("not")


@pytest.mark.parametrize(("pattern", "example"), TAKEN.values(), ids=TAKEN)
def test_what_is_taken(pattern: re.Pattern[str], example: str) -> None:
    """The whole example, or what stands between ‹ and › in it, is the first that the expression finds."""
    before, marked, behind = re.split("[‹›]", example) if "‹" in example else ("", example, "")
    found = pattern.search(before + marked + behind)
    assert found
    assert found.span() == (len(before), len(before) + len(marked))


@pytest.mark.parametrize(("pattern", "example"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_taken(pattern: re.Pattern[str], example: str) -> None:
    asked = pattern.fullmatch if pattern in ASKED_WHOLE else pattern.search
    assert asked(example) is None


def test_each_expression_has_examples_of_both_kinds() -> None:
    without = [
        name
        for name, pattern, comment in patterns()
        if not (CLASSES.fullmatch(pattern.pattern) or pattern.match("") or EXAMPLES.search(comment))
    ]
    assert without == []
