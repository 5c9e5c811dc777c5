"""The mutants that `make mutants` tries: what is changed, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import mutants as tool
from tests.mutants import ROOMS, equal_mutants, mutants, sample

SOURCE = '''"""A rule: 1 < 2."""
import re

LONG = 40
WORDS = ("通知", "意见")
_LABEL = re.compile(r"第(?:一|二)条?(?=，)")


def short(text: str, least: int = 2) -> bool:
    """Whether a text is short."""
    if text and not text.isspace():
        return len(text) < LONG
    return False
'''


@pytest.fixture
def changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    (tmp_path / "rule.py").write_text(SOURCE, "utf-8")
    return {mutant.after.strip() for mutant in mutants(Path("rule.py"))}


@pytest.mark.parametrize(
    "line",
    [
        "LONG = 41",
        'WORDS = ("意见")',
        "return len(text) <= LONG",
        "if text or not text.isspace():",
        "if text and text.isspace():",
        '_LABEL = re.compile(r"第(?:二)条?(?=，)")',
        '_LABEL = re.compile(r"第(?:一)条?(?=，)")',
        '_LABEL = re.compile(r"第(?:一|二)条(?=，)")',
        '_LABEL = re.compile(r"第(?:一|二)条?(?!，)")',
        "def short(text: str, least: int = 3) -> bool:",
    ],
)
def test_a_rule_is_changed(changed: set[str], line: str) -> None:
    assert line in changed


def test_what_is_no_rule_is_left_alone(changed: set[str]) -> None:
    assert not any("A rule" in line or line.startswith("import") for line in changed)


def test_a_sample_is_the_same_each_time_and_covers_every_room() -> None:
    rooms = ("text", "parsing")
    chosen = sample(rooms, 30, seed=1)
    assert chosen == sample(rooms, 30, seed=1) != sample(rooms, 30, seed=2)
    assert {mutant.path.split("/")[2] for mutant in chosen} == set(rooms) < set(ROOMS)


def test_each_equal_mutant_is_still_a_mutant_and_has_its_reason() -> None:
    possible = {mutant.key for path in {key[0] for key in equal_mutants()} for mutant in mutants(Path(path))}
    for key, reason in equal_mutants().items():
        assert key in possible, f"{key[0]}: no such mutant any more: take the entry out"
        assert len(reason) > 10
