"""What people write, save or delete wrongly gives its cause, alone, in one line with file, line and what to do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from notice_site.model import Severity
from notice_site.pipeline.build import generate, unrecorded_addresses
from notice_site.pipeline.understand import understand
from tests.golden import Case, Golden, cases
from tests.reading.reference.faulty_files import write_folder

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "cases" / "editor"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of sources without a fault, all of whose addresses are recorded."""
    folder = write_folder(tmp_path_factory.mktemp("editor") / "source_texts")
    (folder / "addresses/redirects.yml").unlink()
    (folder / "notices/jia.yml").write_text("documents:\n  - title: 关于开展活动的通知\n", "utf-8")
    (folder / "addresses/published.txt").write_text(unrecorded_addresses(folder)[1], "utf-8")
    assert generate(folder).problems == ()
    return folder


def change(folder: Path, given: Mapping[str, Any]) -> None:
    """Does to the files what the case says that an editor did."""
    encoding = given.get("encoding", "utf-8")
    for name, text in given.get("write", {}).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding)
    for name, text in given.get("append", {}).items():
        content = (folder / name).read_text("utf-8")
        (folder / name).write_text(in_block_style(content) + text, encoding)
    for name, (old, new) in given.get("replace", {}).items():
        content = (folder / name).read_text("utf-8")
        assert old in content
        (folder / name).write_text(content.replace(old, new), encoding)
    for name in (*given.get("delete", ()), *given.get("pipe", ())):
        (folder / name).unlink(missing_ok=True)
    for name in given.get("pipe", ()):
        os.mkfifo(folder / name)


def in_block_style(content: str) -> str:
    """The file as people write it, so that entries can be put at its end."""
    return yaml.safe_dump(yaml.safe_load(content), allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("case", cases("editor"))
def test_a_mistake_is_told_by_its_cause_alone(published: Path, tmp_path: Path, case: Case, golden: Golden) -> None:
    folder = tmp_path / "source_texts"
    shutil.copytree(published, folder)
    change(folder, case.given)
    golden(case, [str(problem) for problem in generate(folder).problems])


SHARED_CASES = {
    **{path.name: "reference/levels.yml" for path in SHARED.glob("levels_append_*.yml")},
    **{path.name: "reference/glossary.yml" for path in SHARED.glob("glossary_append_*.yml")},
    **{path.name: "notices/000_6d8494eddf5d3065.yml" for path in SHARED.glob("sidecar_*.yml")},
}


@pytest.mark.parametrize("name", SHARED_CASES)
def test_a_mistake_of_the_shared_cases_is_one_error_among_the_five_sources(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "source_texts"
    shutil.copytree(ROOT / "source_texts", folder)
    file = folder / SHARED_CASES[name]
    before = file.read_bytes() if file.exists() else b""
    file.write_bytes(before + (SHARED / name).read_bytes())
    problems = understand(folder).problems
    (error,) = (problem for problem in problems if problem.severity is Severity.ERROR)
    assert error.file == SHARED_CASES[name].removeprefix("notices/")
    assert error.line > before.count(b"\n")
    assert error.advice
