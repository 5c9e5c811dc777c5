"""A table that is there and cannot be read is a fault: the project's own does not silently stand in for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from notice_site.pipeline.reference import read_reference

TABLES = (
    *(f"reference/{name}.yml" for name in ("levels", "glossary", "works", "boilerplate", "other_names")),
    *("reference/limits.yml", "reference/volumes.yml", "addresses/published.txt", "addresses/redirects.yml"),
)
UNREADABLE: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
}


@pytest.mark.parametrize("made", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_cannot_be_read_is_one_fault(tmp_path: Path, table: str, made: Callable[[Path], None]) -> None:
    (tmp_path / table).parent.mkdir(parents=True)
    made(tmp_path / table)
    reference, problems = read_reference(tmp_path)
    assert [problem.file for problem in problems] == [table]
    assert reference.limits.pdf_pages


def test_tables_that_are_not_there_are_the_projects_own(tmp_path: Path) -> None:
    reference, problems = read_reference(tmp_path)
    assert not problems
    assert reference.levels
    assert not reference.complete
