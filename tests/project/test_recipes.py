"""The recipes of CONTRIBUTING.md, followed step by step on a copy of the project, do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[2]
RECIPES = (
    "Add a notice",
    "Add or change a term",
    "Add a level or a kind of addressee",
    "Add a kind of page",
    "Accept a changed result",
)
_BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.M | re.S)
# takes: `# mkdocs.yml, below "nav:"`, `# scripts/new.py`, `# a/levels.yml, at the end`
_PLACE = re.compile(r'# ([\w./-]+)(?:, (at the end|below "(.*)"))?')
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "dist", "node_modules", "__pycache__")


@dataclass(frozen=True)
class Step:
    """One fenced block: `sh` is run, anything else goes into the file that its first line names."""

    language: str
    content: str


def steps(recipe: str) -> Iterator[Step]:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text.split(f"\n## {recipe}\n", 1)[1].split("\n## ", 1)[0]
    return (Step(language, dedent(content)) for _, language, content in _BLOCK.findall(section))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with an environment at hand: the recipes are about the project, not about installing packages."""
    project = tmp_path_factory.mktemp("copy") / "project"
    shutil.copytree(ROOT, project, ignore=_LEFT_OUT)
    (project / ".venv/bin").mkdir(parents=True)
    python = project / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    for lock in ("requirements.txt", "requirements-dev.txt"):
        shutil.copyfile(ROOT / lock, project / ".venv" / lock)
    return project


def follow(project: Path, recipe: str) -> None:
    """Takes every step of a recipe; fails with what a command said."""
    taken = [*steps(recipe)]
    assert any(step.language == "sh" for step in taken)
    for step in taken:
        if step.language != "sh":
            write(project, step.content)
            continue
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "PYTEST"))}
        command = ["bash", "-euo", "pipefail", "-c", step.content]
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, f"{step.content}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"


def write(project: Path, content: str) -> None:
    """Puts a block where its first line says: a new file, the end of one, or below a line of one."""
    first, _, rest = content.partition("\n")
    place = _PLACE.fullmatch(first)
    assert place, f"the first line names no file: {first}"
    file = project / place[1]
    if not place[2]:
        assert not file.exists(), f"{place[1]} is there already"
        file.write_text(rest, "utf-8")
        return
    text = file.read_text("utf-8")
    if place[2] == "at the end":
        file.write_text(text + rest, "utf-8")
        return
    assert text.count(f"\n{place[3]}\n") == 1, f"{place[1]} has no line, or several: {place[3]}"
    file.write_text(text.replace(f"\n{place[3]}\n", f"\n{place[3]}\n{rest}"), "utf-8")


def test_a_notice_is_added(copy: Path) -> None:
    text = "关于开展学习活动的通知\n\n各县：\n\n　　一、提高认识。要学习焦裕禄精神。\n\n某市委\n\n2014年3月9日\n"
    (copy / "通知.txt").write_text(text, "utf-8")
    follow(copy, "Add a notice")
    [source] = (copy / "source_texts/notices").glob("005_*.txt")
    assert "关于开展学习活动的通知" in (copy / f"docs/notices/{source.stem}.md").read_text("utf-8")
    assert f"notices/{source.stem}.html\n" in (copy / "source_texts/addresses/published.txt").read_text("utf-8")


@pytest.mark.long  # one recipe that builds is followed in `make test`
def test_a_term_is_added(copy: Path) -> None:
    follow(copy, "Add or change a term")
    assert "领导班子" in (copy / "docs/glossary/lingdaobanzi.md").read_text("utf-8")
    assert "glossary/lingdaobanzi.html\n" in (copy / "source_texts/addresses/published.txt").read_text("utf-8")


def test_a_kind_of_addressee_is_added(copy: Path) -> None:
    follow(copy, "Add a level or a kind of addressee")
    assert "党校" in (copy / "source_texts/reference/levels.yml").read_text("utf-8")


@pytest.mark.long
def test_a_kind_of_page_is_added(copy: Path) -> None:
    follow(copy, "Add a kind of page")
    assert "# 题名 { #titles }" in (copy / "docs/titles.md").read_text("utf-8")
    done = subprocess.run(
        [sys.executable, "scripts/build_site.py"], cwd=copy, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "题名" in (copy / "site/titles.html").read_text("utf-8")


def test_a_changed_result_is_accepted(copy: Path) -> None:
    case = next((copy / "tests/cases/parsing").glob("*.yml"))
    good = case.read_text("utf-8")
    case.write_text(good.partition("\nexpected:")[0] + "\nexpected: 别的\n", "utf-8")
    follow(copy, "Accept a changed result")
    assert case.read_text("utf-8") == good


def test_every_recipe_with_commands_is_followed_here() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    sections = re.findall(r"^## (.*)\n((?:(?!## ).*\n)*)", text, re.M)
    assert {name for name, section in sections if _BLOCK.search(section)} == set(RECIPES)
