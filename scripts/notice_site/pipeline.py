"""Source files in, the generated part of docs/ and what the editor must know out: the order of the stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from notice_site import writing
from notice_site.model import Problem, Severity


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What one build found and did.

    `changed` names the generated files that were written or removed, `differences` those that a check found
    to differ, one line each. `written` is False where the build was a check, or strict and saw an error: then
    docs/ is as it was.
    """

    problems: tuple[Problem, ...]
    changed: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """The generated files by path below docs/, and the top-level names that belong to the generator alone."""

    files: Mapping[str, bytes]
    owned: frozenset[str]
    problems: tuple[Problem, ...] = ()


def build(sources: Path, docs: Path, check: bool = False, strict: bool = False) -> BuildResult:
    """Builds docs/ from `sources` (notices/, reference/), or with `check` only compares it.

    With `strict` a Problem that is an error keeps docs/ as it is.
    """
    tree = generate(sources)
    if check:
        return BuildResult(tree.problems, differences=tuple(writing.check_tree(docs, tree.files, tree.owned)))
    if strict and any(problem.severity is Severity.ERROR for problem in tree.problems):
        return BuildResult(tree.problems)
    changed = writing.write_tree(docs, tree.files, tree.owned)
    return BuildResult(tree.problems, changed=tuple(changed), written=True)


def generate(sources: Path) -> Tree:
    """All generated files for one folder of sources; touches nothing."""
    del sources
    return Tree({"index.md": "# 公文\n".encode()}, frozenset({"index.md"}))
