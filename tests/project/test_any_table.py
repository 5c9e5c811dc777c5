"""A site is made whatever one of the files that people edit holds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from notice_site.pipeline.build import generate
from tests.reading.reference.faulty_files import BYTES, FILES, dumped, faulty, write_folder

FEW, MOST = 2, 16  # faulty files of one kind that go through the whole build


@pytest.mark.parametrize("name", [*FILES, "addresses/published.txt"])
@pytest.mark.parametrize("count", [FEW, pytest.param(MOST, marks=pytest.mark.long)])
def test_a_site_is_made_whatever_one_file_holds(tmp_path: Path, name: str, count: int) -> None:
    folder = write_folder(tmp_path)
    chance = random.Random(name)
    values = [dumped(value) for value in faulty(FILES.get(name, "notices/jia.html"))]
    for content in chance.sample([*BYTES.values(), *values], count):
        (folder / name).write_bytes(content)
        assert "index.md" in generate(folder).files
