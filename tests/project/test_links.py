"""Every link between the pages of a site leads to a page and a place of it, however many documents there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.corpus import write_corpus
from notice_site.bundling.link_check import link_faults
from notice_site.pipeline.build import build
from notice_site.rendering.inline_markdown import LINK_END, LINK_START
from notice_site.rendering.page_markdown import PageReader, Settings
from tests.rendering.test_page_markdown import EXTENSIONS, OPTIONS

ROOT = Path(__file__).resolve().parents[2]
BY_HAND = {"about.md"}  # not written by the program: MkDocs checks it

_LINK = re.compile(f"{LINK_START}([^?#{LINK_END}]*)([^{LINK_END}]*){LINK_END}")


def html(page: Path) -> bytes:
    """A page without its frame, its links as built: 1.html for 1.md."""
    markdown = re.sub(r"\A---\n.*?\n---\n", "", page.read_text("utf-8"), flags=re.DOTALL)
    converted = PageReader(markdown, Settings.of(EXTENSIONS, OPTIONS)).html

    def built(link: re.Match[str]) -> str:
        path = f"{link[1].removesuffix('.md')}.html" if link[1].endswith(".md") else link[1]
        return path + link[2]

    return f"<!doctype html><body>{_LINK.sub(built, converted)}</body>".encode()


def faults(docs: Path) -> list[str]:
    files = {}
    for path in sorted(file for file in docs.rglob("*") if file.is_file()):
        name = path.relative_to(docs).as_posix()
        if path.suffix == ".md" and name not in BY_HAND:
            files[f"{name.removesuffix('.md')}.html"] = html(path)
        elif path.suffix != ".html":
            files[name] = path.read_bytes()
    files["about.html"] = b"<!doctype html><p>"
    return [fault for fault in link_faults(files) if "指向包外" not in fault]


def test_links_of_the_committed_pages() -> None:
    assert faults(ROOT / "docs") == []


@pytest.mark.parametrize(
    "count",
    [20, pytest.param(52, marks=pytest.mark.long), pytest.param(300, marks=pytest.mark.long)],
    ids=lambda count: f"{count} notices",
)
def test_links_of_a_larger_corpus(tmp_path: Path, count: int) -> None:
    write_corpus(ROOT, tmp_path / "sources", count)
    build(tmp_path / "sources", tmp_path / "docs")
    assert faults(tmp_path / "docs") == []


def test_links_of_pages_and_of_drawings_are_looked_at(tmp_path: Path) -> None:
    drawing = '<figure>\n<a href="b.html#z">丙</a>\n</figure>'
    (tmp_path / "a.md").write_text(f"# 甲 {{ #a }}\n\n[乙](b.md#x)[乙](b.md#y)\n\n{drawing}\n", "utf-8")
    (tmp_path / "b.md").write_text("# 乙 { #x }\n", "utf-8")
    assert [fault.split()[0] for fault in faults(tmp_path)] == ["a.html：b.html#y", "a.html：b.html#z"]
