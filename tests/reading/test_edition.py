"""The edition changes with each byte that goes in, and anyone can compute its hash by hand."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from notice_site.reading import read_edition

PROJECT = '[project]\nname = "notices"\nversion = "1.2.0"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "pyproject.toml": PROJECT,
        "shipped/levels.yml": "[]",
        "shipped/works.yml": "[]",
        "sources/notices/三严 三实.txt": "甲",
        "sources/notices/b/2.html": "乙",
        "sources/notices/b/2.yml": "title: 丙",
        "sources/reference/levels.yml": "[1]",
        "sources/reference/works.yml": "[2]",
        "sources/packs/一.yml": "title: 丁",
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    return tmp_path


def label(folder: Path) -> str:
    return read_edition(folder / "pyproject.toml", folder / "sources", folder / "shipped").label


def test_the_label_is_the_version_and_what_sha256sum_gives(folder: Path) -> None:
    command = "find notices reference packs -type f | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum"
    by_hand = subprocess.run(command, shell=True, cwd=folder / "sources", capture_output=True, check=True).stdout
    assert label(folder) == f"1.2.0-{by_hand[:8].decode()}"


@pytest.mark.parametrize("changed", ["notices/三严 三实.txt", "notices/b/2.yml", "reference/works.yml", "packs/一.yml"])
def test_each_input_counts(folder: Path, changed: str) -> None:
    before = label(folder)
    (folder / "sources" / changed).write_text("别的", "utf-8")
    assert label(folder) != before


def test_a_shipped_table_counts_where_the_folder_has_none_of_its_own(folder: Path) -> None:
    (folder / "sources/reference/works.yml").unlink()
    before = label(folder)
    (folder / "shipped/works.yml").write_text("[3]", "utf-8")
    assert label(folder) != before


def test_what_file_managers_leave_behind_does_not_count(folder: Path) -> None:
    before = label(folder)
    (folder / "sources/notices/.DS_Store").write_text("", "utf-8")
    assert label(folder) == before
