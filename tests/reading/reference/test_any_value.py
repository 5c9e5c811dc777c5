"""Whatever people write into a file that people edit: no exception, and good values or Problems with its name."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from notice_site.model import Problem
from notice_site.pipeline.reference import read_reference
from notice_site.reading import (
    read_addresses,
    read_boilerplate,
    read_glossary,
    read_levels,
    read_notices,
    read_other_names,
    read_packs,
    read_sidecars,
    read_volumes,
    read_works,
)
from tests.reading.reference.faulty_files import BYTES, FILES, dumped, faulty, write_folder

MOST = 250  # faulty files of one kind that are read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path)


def read(folder: Path, name: str) -> tuple[Problem, ...]:
    """The problems of that file, as the reader of its kind of file reports them."""
    path = folder / name
    if name.startswith("addresses/"):
        return read_addresses(folder / "addresses")[1]
    if name.startswith("packs/"):
        return read_packs(folder / "packs")[1]
    if name.startswith("notices/"):
        return read_sidecars(folder / "notices", read_notices(folder / "notices")[0])[1]
    if name == "reference/limits.yml":
        return read_reference(folder)[1]
    tables = {
        "levels": read_levels,
        "glossary": read_glossary,
        "works": read_works,
        "boilerplate": read_boilerplate,
        "volumes": read_volumes,
        "other_names": read_other_names,
    }
    return tables[path.stem](path)[1]


def names_of(problems: tuple[Problem, ...]) -> set[str]:
    """The files that have problems; each problem says what to do."""
    assert all(problem.message and problem.advice and problem.line >= 0 for problem in problems)
    return {problem.file for problem in problems}


def test_the_files_without_a_fault_give_no_problem(folder: Path) -> None:
    for name in (*FILES, "addresses/published.txt"):
        assert read(folder, name) == (), name


@pytest.mark.parametrize("name", FILES)
def test_any_value_anywhere_is_taken_or_reported_with_the_name_of_the_file(folder: Path, name: str) -> None:
    values = [*faulty(FILES[name])]
    for value in random.Random(name).sample(values, min(len(values), MOST)):
        (folder / name).write_bytes(dumped(value))
        assert names_of(read(folder, name)) <= {name.removeprefix("notices/")}


@pytest.mark.parametrize("name", [*FILES, "addresses/published.txt"])
def test_any_bytes_are_taken_or_reported_with_the_name_of_the_file(folder: Path, name: str) -> None:
    chance = random.Random(name)
    whole = (folder / name).read_bytes()
    damaged = [bytearray(whole) for _ in range(100)]
    for raw in damaged:
        for _ in range(chance.randint(1, 4)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
    cut = [whole[: chance.randrange(len(whole))] for _ in range(20)]
    for content in (*BYTES.values(), *map(bytes, damaged), *cut):
        (folder / name).write_bytes(content)
        assert names_of(read(folder, name)) <= {name.removeprefix("notices/")}
