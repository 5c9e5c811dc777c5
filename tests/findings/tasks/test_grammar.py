"""The examples above each rule of the grammar: what it takes, what it finds in it, and what it must not take."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_site.findings import tasks
from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.tagging import tag

MODULES = ("grammar", "trailing_brackets", "kinds", "parties", "targets", "conditions")
RULE = re.compile(r"^(?P<comment>(?:# .*\n)+)(?P<name>[A-Z_]+) = (?:rule|re\.compile)\(", re.MULTILINE)
EXAMPLES = re.compile(r"[Tt]akes: (?P<takes>.+?);?\s+not: (?P<not>.+)")
NO_NAME_FIRST = {"TOLD_NAME", "ORGANISED_NAME", "CASE_NAME", "ONLY_OPENS_A_THING"}
"""Rules that are asked only where a name, or what stands behind one, may begin."""


def rules() -> Iterator[tuple[str, re.Pattern[str], bool, str, str]]:
    """Each rule: its name, its expression, whether it is over tags, what it takes, what it does not."""
    for module in MODULES:
        text = Path(tasks.__file__).with_name(f"{module}.py").read_text("utf-8")
        for match in RULE.finditer(text):
            comment = "  ".join(line.removeprefix("# ") for line in match["comment"].splitlines())
            listed = EXAMPLES.search(comment)
            assert listed, match["name"]
            name = match["name"]
            loaded = importlib.import_module(f"notice_site.findings.tasks.{module}")
            yield (
                name,
                getattr(loaded, name),
                getattr(loaded, name).pattern.find("-*") > 0,
                listed["takes"],
                listed["not"],
            )


TAKEN = [
    pytest.param(pattern, over_tags, example, id=f"{name} {example}")
    for name, pattern, over_tags, takes, _ in rules()
    for example in takes.split("  ")
]
REFUSED = [
    pytest.param(pattern, over_tags, example.strip(), id=f"{name} {example}")
    for name, pattern, over_tags, _, refuses in rules()
    for example in refuses.split("  ")
]


@pytest.mark.parametrize(("pattern", "over_tags", "example"), TAKEN)
def test_what_a_rule_finds(pattern: re.Pattern[str], over_tags: bool, example: str) -> None:
    """What stands between ‹ and › is the name that the rule finds, or all of it."""
    before, marked, behind = re.split("[‹›]", example)
    text = before + marked + behind
    match = pattern.search(tag(text) if over_tags else text)
    assert match
    found = match.span("who") if "who" in pattern.groupindex else match.span()
    assert text[slice(*found)] == marked


@pytest.mark.parametrize(("pattern", "over_tags", "example"), REFUSED)
def test_what_a_rule_refuses(pattern: re.Pattern[str], over_tags: bool, example: str) -> None:
    assert not (pattern.match(tag(example)) if over_tags else pattern.search(example))


def test_each_rule_has_examples() -> None:
    named = {name for name, *_ in rules()}
    assert {name for name, value in vars(grammar).items() if isinstance(value, re.Pattern)} <= named
