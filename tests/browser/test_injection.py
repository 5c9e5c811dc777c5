"""A source full of markup that was written to run programs is shown as text: nothing runs, nothing is asked for."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Dialog

from tests.browser.harness import Visitor, served
from tests.browser.profiles import Profiles

ROOT = Path(__file__).parents[2]
VECTORS = yaml.safe_load((ROOT / "tests" / "reading" / "xss_vectors.yml").read_text("utf-8"))

# What the renderer, the template engine or the site's own scripts could take for their own.
SYNTAX = (
    "{{ config.site_url }} {% for x in y %} {# z #}",
    "# 标题 {: onclick=hit() }",
    "[点此](javascript:hit()) ![图](x){ onerror=hit() }",
    "<!-- --> --!> <![CDATA[ ]]> &lt;script&gt;hit()&lt;/script&gt;",
    "```js hit() ``` ~~~ $$x$$ [[wiki]] :smile: ^^^ !!! note",
    "| a | b | |---|---| [^1]: hit() *[abbr]: hit()",
    "--- title: hit() ---",
    "</script><script>hit()</script> ]]> */ //' \" `${hit()}`",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built from two sources: one with the markup itself, one with the same as text to be read."""
    folder = tmp_path_factory.mktemp("hostile")
    notices = folder / "sources" / "notices"
    notices.mkdir(parents=True)
    head = "<p>关于有害标记的通知</p><p>各单位：</p><p>现将有关事项通知如下。</p>"
    live = "".join(f"<div><p>前文</p>{vector['html']}<p>后文</p></div>" for vector in VECTORS)
    (notices / "live.html").write_text(head + live, "utf-8")
    quoted = "".join(f"<p>{html.escape(text)}</p>" for text in texts())
    (notices / "quoted.html").write_text(head + quoted, "utf-8")
    project = folder / "project"
    (project / "docs").mkdir(parents=True)
    for page in (ROOT / "docs").glob("*.md"):
        shutil.copyfile(page, project / "docs" / page.name)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    (project / "overrides").symlink_to(ROOT / "overrides")
    for command in (
        [ROOT / "scripts" / "build_docs.py", "--sources", folder / "sources", "--docs", project / "docs"],
        [ROOT / "scripts" / "build_site.py", "--project", project, "--site", project / "site"],
    ):
        subprocess.run([sys.executable, *map(str, command)], check=True)
    return project / "site"


@pytest.fixture(scope="module")
def address(hostile: Path) -> Iterator[str]:
    with served(hostile) as address:
        yield address


@pytest.fixture
def guest(profiles: Profiles, address: str, hostile: Path) -> Iterator[Visitor]:
    visitor = Visitor(profiles, address, hostile)
    yield visitor
    faults = visitor.close()
    assert not faults, "\n".join(faults)


def texts() -> list[str]:
    return [re.sub(r"[\x00-\x1f]+", " ", vector["html"]) for vector in VECTORS] + list(SYNTAX)


def squeezed(text: str) -> str:
    """Without white space and the marks of direction, which reading takes out and records."""
    return re.sub(r"[\s\u200b\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+", "", text)


def test_there_are_at_least_a_hundred_vectors() -> None:
    assert len(VECTORS) >= 100


@pytest.mark.parametrize("name", ["live", "quoted"])
def test_nothing_runs_and_nothing_leaves(name: str, guest: Visitor) -> None:
    page = guest.page()
    page.add_init_script("window.ran = 0; window.hit = () => { window.ran += 1 }")
    dialogs: list[str] = []

    def close(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", close)
    for path in (f"notices/{name}.html", "review/index.html", "search/index.html?q=hit", "index.html"):
        page.goto(guest.http + path)
        page.wait_for_timeout(300)
        for summary in page.locator("summary").all():
            summary.dispatch_event("click")
        page.mouse.move(300, 300)
        page.keyboard.press("Tab")
        assert page.evaluate("window.ran") == 0, path
        elements = "[...document.querySelectorAll('.md-content *')]"
        assert not page.evaluate(f"{elements}.some(e => [...e.attributes].some(a => /^on/i.test(a.name)))"), path
        addresses = page.evaluate("[...document.querySelectorAll('[href],[src]')].map(e => e.href || e.src)")
        assert not [a for a in addresses if str(a).lower().startswith(("javascript:", "data:text", "vbscript:"))], path
    assert not dialogs


def test_the_markup_is_shown_letter_by_letter(guest: Visitor) -> None:
    page = guest.page("notices/quoted.html")
    shown = squeezed(page.evaluate("document.querySelector('.md-content').textContent"))
    for text in texts():
        assert squeezed(text) in shown, text
