"""Each change that ARCHITECTURE.md says to be one of a few files is made there, and shows on the site.

A change is made in a copy of the project that has only a few invented notices. What it puts on a page is not there
without it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import Visitor, served
from tests.browser.profiles import Profiles
from tests.golden import CASES

ROOT = Path(__file__).parents[2]
NOTICES = {
    "004_dingxian.txt": (
        "关于节约用水的告示",
        "各乡镇：",
        "最后期限为2015年5月20日，党校要组织一次节水教育。",
        "丁县节约用水办公室",
        "2015年5月4日",
        "本文转自节水论坛",
    ),
    "005_wuxian.org": ("戊县关于节约用水的通知", "各乡镇：", "* 提高认识", "各乡镇要节约用水。", "2015年5月6日"),
}
"""Added to the invented notices: each holds something that only one of the changes understands."""

PACKAGE = "scripts/notice_site"


@dataclass(frozen=True)
class Change:
    """What a request asks for: in which file which words take the place of which, and files to add.

    The files to add lie in tests/cases/change_requests/.
    """

    edits: Mapping[str, Sequence[tuple[str, str]]]
    added: Sequence[str] = ()

    def make(self, project: Path) -> None:
        for name in self.added:
            shutil.copyfile(CASES / "change_requests" / Path(name).name, project / name)
        for name, edits in self.edits.items():
            text = (project / name).read_text("utf-8")
            for old, new in edits:
                text = text.replace(old, new)
            (project / name).write_text(text, "utf-8")


CHANGES = {
    "a new 文种": Change(
        {f"{PACKAGE}/text/genres.py": [("\n公报 statutory other\n", "\n告示 statutory\n公报 statutory other\n")]}
    ),
    "a line of site furniture": Change(
        {
            "source_texts/reference/boilerplate.yml": [
                (
                    "\nlines:\n",
                    "\nlines:\n  - reason: 网页转载说明\n    whole: 本文转自[^。]{1,20}\n"
                    "    takes: [本文转自节水论坛]\n    refuses: [本文转自某刊。]\n",
                )
            ]
        }
    ),
    "a level or kind of addressee": Change(
        {
            "source_texts/reference/levels.yml": [
                ("- id: inspection\n", "- id: training\n  name: 党校\n  addressees: [党校]\n- id: inspection\n")
            ]
        }
    ),
    "an expression of time around a date (以前, 截至)": Change(
        {f"{PACKAGE}/text/time_words.py": [("| 最迟 | 最晚 | 至迟)", "| 最迟 | 最晚 | 至迟 | 最后期限为)")]}
    ),
    "a source format": Change(
        {
            f"{PACKAGE}/reading/formats.py": [
                (
                    "from notice_site.reading.readers.plain import",
                    "from notice_site.reading.readers.org import read_org\n"
                    "from notice_site.reading.readers.plain import",
                ),
                (
                    "    if suffix in _MARKDOWN_SUFFIXES:\n",
                    '    if suffix == ".org":\n        extracted = read_org(decoded.text, decoded.encoding)\n'
                    "    elif suffix in _MARKDOWN_SUFFIXES:\n",
                ),
            ]
        },
        [f"{PACKAGE}/reading/readers/org.py"],
    ),
    "a column of the task table": Change(
        {
            f"{PACKAGE}/pages/tasks/columns.py": [
                (
                    '    TaskColumn(name="decided"',
                    '    TaskColumn(\n        name="length",\n        value=lambda task: len(task.quote),\n'
                    '        field=whole_number("原文的字数"),\n        label="字数",\n'
                    "        text=lambda task, book: str(len(task.quote)),\n"
                    '        page=PageColumn(6, "字数", lambda task, book, page: Markdown(str(len(task.quote)))),\n'
                    '    ),\n    TaskColumn(name="decided"',
                )
            ]
        }
    ),
    "a kind of page": Change(
        {
            f"{PACKAGE}/pages/kinds.py": [
                (
                    "from notice_site.pages.notice.originals import",
                    "from notice_site.pages.general.title_list import title_list\n"
                    "from notice_site.pages.notice.originals import",
                ),
                ("    edition_page,\n", "    edition_page,\n    title_list,\n"),
            ],
            "mkdocs.yml": [("  - 数据: data.md\n", "  - 数据: data.md\n  - 题名: titles.md\n")],
        },
        [f"{PACKAGE}/pages/general/title_list.py"],
    ),
    "the look of a term card": Change(
        {
            "overrides/assets/stylesheets/terms.css": [
                (".term-card[hidden] {", ".term-card {\n  border-radius: 9px;\n}\n\n.term-card[hidden] {")
            ]
        }
    ),
    "a facet of the search": Change(
        {
            f"{PACKAGE}/search_index/facets.py": [
                (
                    '    "genre": lambda of:',
                    '    "place": lambda of: of.notice.place or "",\n    "genre": lambda of:',
                ),
                ('    Facet("genre",', '    Facet("place", "地区", "document", "place"),\n    Facet("genre",'),
            ]
        }
    ),
    "the citation that is copied": Change(
        {"overrides/assets/javascripts/citations.js": [('["公文引用", official]', '["公文引用", `据${official}`]')]}
    ),
}
"""What is done for each request of the table in ARCHITECTURE.md."""

IN_DOCS = {
    "a new 文种": [("browse/genre.md", "## 告示 <span")],
    "a line of site furniture": [("notices/004_dingxian.md", "| 本文转自节水论坛 | 网页转载说明 |")],
    "a level or kind of addressee": [
        ("tasks/training.md", "# 对党校的要求 {"),
        ("tasks/index.md", "[党校](training.md)"),
    ],
    "an expression of time around a date (以前, 截至)": [("notices/004_dingxian.md", "2015年5月20日以前")],
    "a source format": [("notices/005_wuxian.md", "| \\* | Org 记号 |")],
    "a column of the task table": [
        ("notices/002_bingqu.md", "| 出处 | 字数 |"),
        ("data/tasks.json", '"length": '),
        ("data/tasks.csv", "原文,字数,"),
        ("data.md", "| <code>length</code> | 原文的字数 |"),
    ],
    "a kind of page": [("titles.md", "- 关于节约用水的告示")],
    "a facet of the search": [("search/manifest.js", '"label":"地区"')],
}
"""The words that a change puts into which file of docs/."""


def card_corner(page: Page) -> str:
    page.goto("notices/001_jieshui.html")
    page.locator(".text a.term").first.hover()
    expect(page.locator(".term-card")).to_be_visible()
    return str(page.locator(".term-card").evaluate("card => getComputedStyle(card).borderRadius"))


def copied_citation(page: Page) -> str:
    page.goto("notices/001_jieshui.html")
    page.locator("#p_1").hover()
    page.locator("#p_1 > .permalink").click()
    page.get_by_role("menuitem", name="复制引用：公文引用", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


def facets_of_search(page: Page) -> str:
    page.goto("search/index.html?find=节水")
    expect(page.locator(".search-count")).to_contain_text("找到")
    return "、".join(page.locator(".search-facets legend").all_inner_texts())


def pages_in_navigation(page: Page) -> str:
    page.goto("index.html")
    return "、".join(name.strip() for name in page.locator(".md-tabs__link").all_inner_texts())


CITATION = "中央节约用水工作领导小组《关于开展节约用水活动的通知》（中节水发〔2015〕3号）"
IN_BROWSER: Mapping[str, tuple[Callable[[Page], str], str, str]] = {
    "the look of a term card": (card_corner, "0px", "9px"),
    "the citation that is copied": (copied_citation, CITATION, f"据{CITATION}"),
    "a facet of the search": (
        facets_of_search,
        "出现位置、层级、发文机关、年份、文种",
        "出现位置、层级、发文机关、年份、地区、文种",
    ),
    "a kind of page": (
        pages_in_navigation,
        "首页、文件、词语、时间线、任务、源流、对照、检索、学习包、下载、数据、关于",
        "首页、文件、词语、时间线、任务、源流、对照、检索、学习包、下载、数据、题名、关于",
    ),
}
"""How a visitor notices a change, and what is noticed without it and with it."""


def files_of_table() -> dict[str, list[str]]:
    """The rows of the table in ARCHITECTURE.md: request, and the files to change; a new module by its folder."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    table = text.split("\n## Where to change what\n", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| (.+?) \| (.*`.*) \|$", table, re.M)
    return {request: re.findall(r"`([^`]+)`", files) for request, files in rows}


def build(project: Path, script: str, *arguments: str) -> None:
    command = [sys.executable, f"scripts/{script}", *arguments, "--quiet"]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@dataclass
class Projects:
    """Copies of the project, each with one change or none, built when they are asked for and kept."""

    folder: Path

    def docs(self, request: str = "") -> Path:
        """The folder docs/ of a project in which the request was followed."""
        project = self.folder / (request or "as it is").replace(" ", "-")
        if not project.exists():
            _copy(project)
            if request:
                CHANGES[request].make(project)
            build(project, "build_docs.py", "--sources", "sources", "--docs", "docs", "--strict")
        return project / "docs"

    def site(self, request: str = "") -> Path:
        """The same built as a site."""
        project = self.docs(request).parent
        if not (project / "site").exists():
            build(project, "build_site.py")
        return project / "site"


def _copy(project: Path) -> None:
    for name in ("scripts", "overrides", "source_texts/reference"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml", "docs/about.md"):
        (project / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, project / name)
    shutil.copytree(CASES / "pages/sources", project / "sources")
    for name, lines in NOTICES.items():
        (project / "sources/notices" / name).write_text("\n\n".join(lines) + "\n", "utf-8")


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Projects:
    return Projects(tmp_path_factory.mktemp("projects"))


def test_every_row_of_the_table_is_a_change() -> None:
    assert files_of_table().keys() == CHANGES.keys()


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_made_in_exactly_the_files_that_the_table_names(name: str) -> None:
    named, change = files_of_table()[name], CHANGES[name]
    folders = [file for file in named if file.endswith("/")]
    assert [file for file in named if file not in folders] == [*change.edits]
    for folder, file in zip(folders, change.added, strict=True):
        assert file.startswith(folder)


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_can_be_made(name: str) -> None:
    for file in CHANGES[name].added:
        assert not (ROOT / file).exists()
    for file, edits in CHANGES[name].edits.items():
        text = (ROOT / file).read_text("utf-8")
        for old, _ in edits:
            assert text.count(old) == 1, f"{file} has not once: {old}"


def test_every_change_is_looked_for() -> None:
    assert {*IN_DOCS, *IN_BROWSER} == CHANGES.keys()


@pytest.mark.long
@pytest.mark.parametrize("name", IN_DOCS)
def test_a_change_shows_in_the_docs(projects: Projects, name: str) -> None:
    for path, words in IN_DOCS[name]:
        before, after = projects.docs() / path, projects.docs(name) / path
        assert words in after.read_text("utf-8"), path
        assert not before.exists() or words not in before.read_text("utf-8"), path


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.parametrize("name", IN_BROWSER)
def test_a_change_shows_in_the_browser(projects: Projects, profiles: Profiles, name: str) -> None:
    look, *expected = IN_BROWSER[name]
    for site, seen in zip((projects.site(), projects.site(name)), expected, strict=True):
        with served(site) as address:
            visitor = Visitor(profiles, address, site)
            assert look(visitor.page()) == seen
            assert visitor.close() == []
