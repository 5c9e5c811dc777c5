"""Rendering in parallel and from the cache gives the bytes and the faults of `mkdocs build --strict`."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

import build_site
from notice_site.rendering.site import render_site

ROOT = Path(__file__).parents[2]
CONFIG = """\
site_name: 试
theme: {name: material, language: zh, font: false, custom_dir: overrides}
plugins: []
use_directory_urls: false
nav: [index.md]
not_in_nav: '*'
validation: {links: {not_found: warn, anchors: warn}}
markdown_extensions:
  - attr_list
  - def_list
  - footnotes: {BACKLINK_TITLE: "注 {}"}
  - md_in_html
  - tables
  - toc: {title: 目录, toc_depth: 2-4, permalink: ¶, permalink_class: p, permalink_title: 节, permalink_leading: false}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    (tmp_path / "docs").mkdir()
    (tmp_path / "overrides").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "overrides/main.html").write_text('{% extends "base.html" %}', "utf-8")
    (tmp_path / "docs/index.md").write_text("# 公文\n\n[第一件](1.md#title)\n", "utf-8")
    for number in range(80):  # enough for several processes
        page = f"---\ntitle: 第{number}件\n---\n\n# 第{number}件 {{ #title }}\n\n[下一件]({(number + 1) % 80}.md)\n"
        (tmp_path / f"docs/{number}.md").write_text(page, "utf-8")
    return tmp_path


def rendered(project: Path, cache: str = "cache") -> dict[str, bytes]:
    """The files of the site; the test fails on faults."""
    site = project / f"site-{len(list(project.iterdir()))}"
    assert render_site(str(project / "mkdocs.yml"), str(site), project / cache, lambda *_: None) == []
    return files(site)


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def faults(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is printed of a build that must fail."""
    assert build_site.main(["--project", str(project), "--site", str(project / "faulty")]) == 1
    return capsys.readouterr().err


def test_the_site_is_that_of_mkdocs_byte_for_byte(project: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "expected"]
    subprocess.run(command, cwd=project, check=True)
    assert rendered(project) == files(project / "expected")


def test_pages_of_all_folders_have_the_frame_that_mkdocs_gives_them(project: Path) -> None:
    """With the settings and templates of this site: what pages share is written once for a folder."""
    shutil.rmtree(project / "docs")
    shutil.rmtree(project / "overrides")
    shutil.copytree(ROOT / "overrides", project / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", project)
    for path in ("index", "about", "data", "edition", "notices/index", "glossary/index", "timeline/index",
                 "tasks/index", "lineage/index", "compare/index", "search/index", "packs/index", "notices/1",
                 "downloads/index", "notices/2", "browse/1", "glossary/1", "tasks/1", "packs/1/index", "packs/1/cards",
                 "packs/2/index"):  # fmt: skip
        page = project / "docs" / f"{path}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        scripts = "scripts: [a.js]\n" if path.endswith("1") else ""
        page.write_text(f"---\ntitle: 页 {path}\n{scripts}---\n\n# 甲 {{ #a }}\n\n## 乙 {{ #b }}\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "expected"]
    subprocess.run(command, cwd=project, check=True)
    ours, expected = rendered(project), files(project / "expected")
    assert {path: ours[path] for path in ours if path.endswith(".html")} == {
        path: expected[path] for path in expected if path.endswith(".html")
    }


def test_scripts_of_the_project_lose_their_comments_and_keep_their_words(project: Path) -> None:
    script = project / "overrides/assets/javascripts/search/own.js"
    script.parent.mkdir(parents=True)
    script.write_text('/* Says how many. */\nconst say = (n) => `另有  ${n} 处 // 见 "文"`; // told\n', "utf-8")
    assert rendered(project)["assets/javascripts/search/own.js"].decode() == (
        'const say=(n)=>`另有  ${n} 处 // 见 "文"`;'
    )


def test_copied_files_follow_their_sources(project: Path) -> None:
    script = project / "overrides/assets/javascripts/own.js"
    script.parent.mkdir(parents=True)
    script.write_text("say( 1 );\n", "utf-8")
    for name in ("stays", "changes", "goes"):
        (project / f"docs/{name}.json").write_text("[1]", "utf-8")
    rendered(project)
    script.write_text("say( 2 );\n", "utf-8")
    (project / "docs/changes.json").write_text("[2]", "utf-8")
    (project / "docs/goes.json").unlink()
    after = rendered(project)
    assert after == rendered(project, "another-cache")
    assert (after["assets/javascripts/own.js"], after["stays.json"], after["changes.json"]) == (
        b"say(2);", b"[1]", b"[2]",
    )  # fmt: skip
    assert "goes.json" not in after
    assert not list(project.glob("cache/**/goes.json"))


def test_no_script_has_a_template_in_a_template() -> None:
    """What makes scripts small would take the words in it for code."""
    nested = re.compile(r"`[^`]*\$\{[^}`]*`")
    scripts = sorted((Path(__file__).parents[2] / "overrides/assets/javascripts").rglob("*.js"))
    assert [path.name for path in scripts if nested.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "edited", ["docs/3.md", "mkdocs.yml", pytest.param("overrides/main.html", marks=pytest.mark.long)]
)
def test_after_an_edit_the_site_is_that_of_a_clean_build(project: Path, edited: str) -> None:
    before = rendered(project)
    path = project / edited
    if edited == "mkdocs.yml":
        path.write_text(path.read_text("utf-8").replace("试", "改"), "utf-8")
    elif edited == "docs/3.md":
        path.write_text(path.read_text("utf-8") + "\n\n改\n", "utf-8")
    else:
        path.write_text(path.read_text("utf-8") + "{% block footer %}改{% endblock %}", "utf-8")
    after = rendered(project)
    assert after == rendered(project, "another-cache")
    assert after != before


def test_only_an_edited_page_is_rendered_again(project: Path) -> None:
    rendered(project)
    before = {path.name for path in (project / "cache").rglob("*.html")}
    page = project / "docs/3.md"
    page.write_text(page.read_text("utf-8") + "\n改\n", "utf-8")
    rendered(project)
    assert len(before - {path.name for path in (project / "cache").rglob("*.html")}) == 1


def test_a_link_to_a_page_that_has_gone_is_found_on_a_page_that_did_not_change(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rendered(project)
    (project / "docs/8.md").unlink()
    (project / "docs/9.md").unlink()  # 8 linked to it
    printed = faults(project, capsys)
    assert "docs/7.md:7: 链接 8.md 所指的网页不存在" in printed
    assert "9.md" not in printed


def test_a_link_to_a_place_that_has_gone_is_found_on_a_page_that_did_not_change(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rendered(project)
    (project / "docs/1.md").write_text("# 改 { #other }\n\n[下一件](2.md)\n", "utf-8")
    printed = faults(project, capsys)
    assert "docs/index.md:3: 链接 1.md#title 所指的位置不存在" in printed


def test_faults_are_found_again_until_they_are_corrected(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = project / "docs/60.md"
    good = page.read_text("utf-8")
    page.write_text(good + "\n[断](nowhere.md)\n", "utf-8")
    assert "nowhere.md" in faults(project, capsys)
    assert "nowhere.md" in faults(project, capsys)
    page.write_text(good, "utf-8")
    rendered(project)


@pytest.mark.parametrize("file", ["pages.txt", "templates.sqlite", "static.json"])
@pytest.mark.parametrize("kept", [0.5, *(pytest.param(part, marks=pytest.mark.long) for part in (0, 0.99))])
def test_a_damaged_cache_counts_as_empty(project: Path, file: str, kept: float) -> None:
    before = rendered(project)
    content = (project / "cache" / file).read_bytes()
    (project / "cache" / file).write_bytes(content[: int(len(content) * kept)])
    assert rendered(project) == before


def test_templates_are_not_compiled_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(project)
    compiled: list[str] = []
    compile = Environment.compile

    def watched(env: Environment, source: str, name: str, *rest: Any) -> Any:
        compiled.append(name)
        return compile(env, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", watched)
    (project / "docs/3.md").write_text("# 改\n", "utf-8")
    rendered(project)
    assert compiled == []
    (project / "overrides/main.html").write_text('{% extends "base.html" %}{% block footer %}改{% endblock %}', "utf-8")
    rendered(project)
    assert compiled == ["main.html"]
