"""Reads, checks and rewrites golden cases and snapshots of whole files; see tests/README.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """A file below tests/cases; `given` holds all its keys."""

    path: Path
    given: Mapping[str, Any]

    def check(self, actual: object, rewrite: bool) -> None:
        """Compares plain data with `expected`; with `rewrite` replaces `expected` in the file."""
        if rewrite and self.given.get("expected") != actual:
            head, _, _ = self.path.read_text("utf-8").partition("\nexpected:")
            self.path.write_text(f"{head.rstrip()}\n\n{_dump({'expected': actual})}", "utf-8")
        else:
            assert actual == self.given.get("expected")


@dataclass(frozen=True)
class Snapshot:
    """A file below tests/cases that holds a whole result."""

    path: Path

    def check(self, actual: object, rewrite: bool) -> None:
        """Compares a text with the file; with `rewrite` replaces the file."""
        expected = self.path.read_text("utf-8") if self.path.exists() else None
        if rewrite and expected != actual:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(str(actual), "utf-8")
        else:
            assert actual == expected


Golden = Callable[[Case | Snapshot, object], None]


def cases(folder: str) -> list[Any]:
    """Returns the cases of tests/cases/FOLDER as pytest parameters, named by their sentences."""
    parameters = []
    for path in sorted((CASES / folder).glob("*.yml")):
        given = yaml.safe_load(path.read_text("utf-8"))
        assert next(iter(given)) == "case", f"{path}: the first key must be case: a sentence"
        assert "expected" not in given or list(given)[-1] == "expected", f"{path}: expected must be the last key"
        parameters.append(pytest.param(Case(path, given), id=given["case"]))
    return parameters


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, as a person would."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent_text)


def _dump(data: object) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
