"""Every change of what a build reads is seen, and nothing that a build writes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from notice_site.serving import inputs
from notice_site.serving.inputs import input_stamps, present_outputs, program_stamps


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("source_texts/notices/1.txt", "overrides/main.html", "docs/about.md", "docs/tasks/1.md", "mkdocs.yml"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("甲", "utf-8")
    return tmp_path


def renamed_over(name: str) -> None:
    """Saves as many editors do: a new file of the same size and time takes the place of the old one."""
    time = os.stat(name).st_mtime_ns
    Path("new").write_text("乙", "utf-8")
    os.utime("new", ns=(time, time))
    Path("new").rename(name)


def in_a_new_folder(name: str) -> None:
    Path(name).parent.mkdir()
    Path(name).touch()


EDITS: dict[str, Callable[[], object]] = {
    "another word": lambda: Path("source_texts/notices/1.txt").write_text("甲乙", "utf-8"),
    "a file put in its place": lambda: renamed_over("source_texts/notices/1.txt"),
    "other rights": lambda: Path("source_texts/notices/1.txt").chmod(0o600),
    "a new file in a new folder": lambda: in_a_new_folder("source_texts/packs/a.yml"),
    "a file gone": lambda: Path("overrides/main.html").unlink(),
    "a folder gone": lambda: Path("source_texts").rename("elsewhere"),
    "a page by hand": lambda: Path("docs/other.md").touch(),
    "the settings": lambda: Path("mkdocs.yml").write_text("乙丙", "utf-8"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_seen(edit: str) -> None:
    before = input_stamps(["tasks"])
    EDITS[edit]()
    assert input_stamps(["tasks"]) != before


@pytest.mark.parametrize(
    "written",
    ["docs/tasks/1.md", "docs/tasks/2.md", "site/index.html", ".cache/docs", "source_texts/__pycache__/a.pyc"],
)
def test_what_is_not_written_by_people_is_not_looked_at(written: str) -> None:
    before = input_stamps(["tasks"])
    Path(written).parent.mkdir(parents=True, exist_ok=True)
    Path(written).write_text("乙丙丁", "utf-8")
    assert input_stamps(["tasks"]) == before


def test_a_link_that_leads_nowhere_or_in_a_circle_does_no_harm() -> None:
    Path("source_texts/nowhere").symlink_to("no")
    Path("source_texts/circle").symlink_to(".")
    assert {"source_texts/nowhere", "source_texts/circle"} <= input_stamps([]).keys()


def test_outputs_are_told_by_name_alone() -> None:
    assert present_outputs(["tasks", "notices"]) == {"docs", "docs/tasks"}
    Path("docs/tasks/1.md").write_text("乙丙丁", "utf-8")
    assert present_outputs(["tasks", "notices"]) == {"docs", "docs/tasks"}
    Path("site").mkdir()
    Path("site/index.html").touch()
    assert present_outputs([]) == {"docs", "site", "site/index.html"}


def test_modules_of_the_program_are_seen_and_nothing_beside_them(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "PROGRAM", project / "scripts")
    (project / "scripts/room").mkdir(parents=True)
    (project / "scripts/room/a.py").touch()
    before = program_stamps()
    assert [*before] == [str(project / "scripts/room/a.py")]
    (project / "scripts/room/notes.md").touch()
    assert program_stamps() == before
    (project / "scripts/room/a.py").write_text("1", "utf-8")
    assert program_stamps() != before
