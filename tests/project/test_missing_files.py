"""`make site` sees what was deleted, generated or written by hand, and makes it whole again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "关于开展活动的通知\n各学校：\n请于3月10日前报送情况。\n甲市教育局\n2014年3月5日\n"


def make(project: Path, *words: str, status: int = 0) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "PYTEST"))}
    done = subprocess.run(
        ["make", *words], cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stderr if status else done.stdout


def files(project: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for folder in ("docs", "site")
        for path in (project / folder).rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one notice, built and committed, with an environment at hand."""
    project = tmp_path_factory.mktemp("missing") / "project"
    (project / "source_texts/notices").mkdir(parents=True)
    shutil.copytree(ROOT / "source_texts/reference", project / "source_texts/reference")
    (project / "source_texts/notices/甲.txt").write_text(TEXT, "utf-8")
    (project / "source_texts/reference/glossary.yml").write_text("terms: []\n", "utf-8")
    for name in ("Makefile", "mkdocs.yml", "pyproject.toml", "requirements.txt", ".gitattributes"):
        shutil.copyfile(ROOT / name, project / name)
    (project / "docs").mkdir()
    shutil.copyfile(ROOT / "docs/about.md", project / "docs/about.md")
    for folder in ("scripts", "overrides"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (project / ".venv/bin").mkdir(parents=True)
    python = project / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    shutil.copyfile(ROOT / "requirements.txt", project / ".venv/requirements.txt")
    (project / ".gitignore").write_text(".venv\n.cache\nsite\n", "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    commit(project)
    make(project, "site")
    return project


def commit(project: Path) -> None:
    for words in (["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "a"]):
        subprocess.run(["git", *words], cwd=project, check=True)


def test_with_everything_there_nothing_is_done(project: Path) -> None:
    assert "Nothing to be done" in make(project, "site")


@pytest.mark.parametrize(
    "name",
    [
        *("docs", "site/notices", "site/index.html"),
        *(pytest.param(name, marks=pytest.mark.long) for name in ("docs/notices", "docs/about.md")),
    ],
)
def test_what_was_deleted_is_made_again(project: Path, name: str) -> None:
    before = files(project)
    if (project / name).is_dir():
        shutil.rmtree(project / name)
    else:
        (project / name).unlink()
    make(project, "site")
    assert files(project) == before


def test_a_generated_page_that_is_gone_with_its_source_does_not_come_back_from_git(project: Path) -> None:
    page = project / "docs/notices/yi.md"
    page.write_text("# 乙\n", "utf-8")
    commit(project)
    page.unlink()
    (project / "mkdocs.yml").touch()  # site/ is built from docs/ as it is
    make(project, "site")
    (project / "mkdocs.yml").touch()
    make(project, "site")
    assert not page.exists()


def test_a_cache_that_cannot_be_written_is_told_before_anything_is_done(project: Path) -> None:
    before = files(project)
    (project / ".cache").rename(project / "aside")
    (project / ".cache").touch()
    for command in ("docs", "site", "publish"):
        (line, end) = make(project, command, status=2).splitlines()
        assert line.startswith("error: .cache: 不能写入 → ")
        assert end.startswith("make: ***")
    (project / ".cache").unlink()
    (project / "aside").rename(project / ".cache")
    assert files(project) == before
