"""Golden cases: one source text each, as files of its kind are found in the wild, and the lines read from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from notice_site.reading import read_source
from tests.golden import Case, cases
from tests.reading.shown import shown


@pytest.mark.parametrize("case", cases("reading"))
def test_source_is_read_as_the_case_says(case: Case, golden: Callable[[Case, object], None], tmp_path: Path) -> None:
    name = case.given["file"]
    path = tmp_path / name
    path.write_bytes(case.given["source"].encode(case.given.get("encoding", "utf-8")))
    golden(case, shown(*read_source(path, name)))
