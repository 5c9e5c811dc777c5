"""A build of the project in the working folder tells what is wrong and changes nothing then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from notice_site.serving.building import build_project
from tests.commands.test_ends import full_disk

ROOT = Path(__file__).parents[2]
SETTINGS = """\
site_name: 试
theme: {name: material, language: zh, font: false}
plugins: []
use_directory_urls: false
validation: {links: {not_found: warn, anchors: warn}}
markdown_extensions: [attr_list, def_list, footnotes, md_in_html, tables, toc]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    shutil.copytree(ROOT / "tests/cases/pages/sources", tmp_path / "source_texts")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("# 关于\n", "utf-8")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_built_until_something_is_wrong(project: Path) -> None:
    report = build_project(project)
    assert (report.is_changed, report.faults) == (True, ())
    assert "tasks" in report.owned
    assert "about.md" not in report.owned
    assert (project / "site/tasks/index.html").is_file()
    assert not build_project(project).is_changed

    site = files(project / "site")
    (project / "docs/about.md").write_text("# 关于\n\n[断](nowhere.md)\n", "utf-8")
    [fault] = build_project(project).faults
    assert (fault.file, fault.line) == ("docs/about.md", 3)
    assert files(project / "site") == site

    (project / "docs/about.md").write_bytes(b"\xff")
    [fault] = build_project(project).faults
    assert fault.file == "docs/about.md"

    (project / "docs/about.md").write_text("# 关于\n", "utf-8")
    levels = project / "source_texts/reference/levels.yml"
    levels.parent.mkdir(exist_ok=True)
    levels.write_text("- {id: 甲, no: 乙}\n", "utf-8")
    faults = build_project(project).faults
    assert faults[0].file == "source_texts/reference/levels.yml"
    assert faults[0].line == 1
    assert files(project / "site") == site


def test_a_full_disk_is_told_and_the_next_build_succeeds(project: Path) -> None:
    with full_disk():
        report = build_project(project)
    [fault] = report.faults
    assert report.is_refused
    assert (fault.file.partition("/")[0], fault.message) == ("docs", "文件超过允许的大小")
    assert not [*project.glob(".staging*"), *project.glob("site")]
    assert build_project(project).faults == ()


def test_without_sources_the_missing_folder_is_named(project: Path) -> None:
    shutil.rmtree(project / "source_texts")
    [fault] = build_project(project).faults
    assert (fault.file, fault.advice) == ("source_texts", "恢复它")
    assert not (project / "site").exists()
