"""Our own pages are converted to the very HTML and outline of Python-Markdown, and whatever could differ is refused."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from bench.corpus import write_corpus
from notice_site.rendering.inline_markdown import LINK_END, LINK_START, NotOurs
from notice_site.rendering.page_markdown import PageReader, Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "def_list", "footnotes", "md_in_html"]
OPTIONS: dict[str, Any] = {
    "footnotes": {"BACKLINK_TITLE": "回到正文（注 {}）"},
    "toc": {
        "title": "目录", "toc_depth": "2-4", "permalink": "¶", "permalink_class": "permalink",
        "permalink_title": "本节的固定链接", "permalink_leading": False,
    },
}  # fmt: skip

PIECES = [
    *("**", "*", "_", "`", "\\", "[", "]", "](1.md)", "](1.md){ .term }", "![", "(", ")", "<", ">", "<b>", "</b>"),
    *("<br>", "&", "&amp;", "&#32;", "!", "^", "=", "#", ":", ".", "+", "|", "---", "==", "~~~\n", "```\n"),
    *("\u0002", "四风", "a b", " ", "　", "\xa0", "\n", "  \n", "\n\n", "\n    ", "\\*", "\\.", "\\|", "klzzwxh:0001"),
    *("# ", "- ", "> ", "1. ", "\n- 甲\n- 乙\n\n", "\n1. 甲\n", "\n:   ", "\n\n## 甲 { #b .c }\n\n", " { #a }"),
    *("| a | b |\n| --- | --- |\n", "| a | b |\n", "\n\n## 乙 { #d data-toc-label=\"x&#34;y\" }\n\n", "\n\n[TOC]\n\n"),
    *("[^1]", "\n\n[^1]: 注\n\n", "\n\n///Footnotes Go Here///\n\n", "[甲]: 2.md\n", "[甲][]", "[甲]", "<!-- x -->"),
    *("{: #p_1 .paragraph }", "{ .term }", "<https://a.cn>", "<a@b.cn>", '<span class="a">', "</span>", "<code>"),
    *('\n\n<div markdown="1">\n\n', "\n\n</div>\n\n", '<td markdown="block">', "</td>", '<p markdown="1">', "<hr>"),
    *('<summary markdown="span">甲</summary>', '<details class="z" id="b" markdown="1">\n', "</details>"),
    *('<ul z="1" a="&#34;">\n<li>甲</li>\n</ul>', '<figure>\n<svg b="1" a="1"/>\n</figure>', "<ol><li>甲</li></ol>"),
]  # fmt: skip


def read(markdown: str) -> tuple[str, list[Any]]:
    """HTML and outline by the quick way."""
    page = PageReader(markdown, Settings.of(EXTENSIONS, OPTIONS))
    return re.sub(f"[{LINK_START}{LINK_END}]", "", page.html), names(page.outline)


def expected(markdown: str) -> tuple[str, list[Any]]:
    """HTML and outline by Python-Markdown."""
    converter: Any = Markdown(extensions=EXTENSIONS, extension_configs=OPTIONS)
    return converter.convert(markdown), names(converter.toc_tokens)


def names(outline: Iterable[dict[str, Any]]) -> list[Any]:
    return [(item["level"], item["id"], item["name"], names(item["children"])) for item in outline]


def body(path: Path) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)


def some_of_each_kind() -> Iterator[Path]:
    """A few pages of each folder and of each kind of name in it: of-….md, index-….md."""
    pages = sorted(path for path in DOCS.rglob("*.md") if path != DOCS / "about.md")
    for _, alike in groupby(pages, lambda path: (path.parent, re.split("[-_]", path.stem)[0][:3])):
        yield from islice(alike, 2)


def test_pages_of_each_kind() -> None:
    pages = [*some_of_each_kind()]
    assert len(pages) > 50
    for path in pages:
        assert read(body(path)) == expected(body(path)), path


@pytest.mark.long
def test_every_page_of_this_project_and_of_invented_notices(tmp_path: Path) -> None:
    write_corpus(ROOT, tmp_path / "sources", 200)
    command = [sys.executable, str(ROOT / "scripts/build_docs.py"), "--sources", str(tmp_path / "sources"), "--quiet"]
    subprocess.run([*command, "--docs", str(tmp_path / "docs")], check=True, stdout=subprocess.DEVNULL)
    for path in [*DOCS.rglob("*.md"), *(tmp_path / "docs").rglob("*.md")]:
        assert read(body(path)) == expected(body(path)), path


@pytest.mark.parametrize("seed", range(12))
def test_any_text_is_refused_or_gives_the_same(seed: int) -> None:
    rng = random.Random(seed)
    read_texts = 0
    for _ in range(300):
        text = "".join(rng.choices(PIECES, k=rng.randint(1, 6)))
        try:
            converted = read(text)
        except NotOurs:
            continue
        read_texts += 1
        assert converted == expected(text), repr(text)
    assert read_texts > 5


@pytest.mark.parametrize("seed", range(10))
def test_a_page_with_slips_is_refused_or_gives_the_same(seed: int) -> None:
    rng = random.Random(seed)
    pages = [body(path) for path in sorted(DOCS.glob("*/*.md"))[seed::20]]
    for _ in range(150):
        blocks = rng.choice(pages).split("\n\n")
        first = rng.randrange(len(blocks))
        text = "\n\n".join(block[:400] for block in blocks[first : first + 4])
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(["", *PIECES]) + text[at + rng.randrange(4) :]
        try:
            converted = read(text)
        except NotOurs:
            continue
        assert converted == expected(text), repr(text)


@pytest.mark.parametrize(
    "text", ["[甲](1.md?by=tasks&of=002_a)", "[甲](1.md?of=1&of=2#p_1){ .term }", "[甲](1.md?at=p_1.0-3)", "甲 &gt; 乙"]
)
def test_forms_of_our_own_are_read(text: str) -> None:
    assert read(text) == expected(text)


@pytest.mark.parametrize(
    "text",
    [
        "[甲](1.md?a&b)", "[甲](1.md?a=1&amp;b=2)",
        "照*镜子*", "照_镜子_", "![图](1.png)", "[甲][1]", "[甲]", "<https://a.cn>", "甲  \n乙", "甲\n乙", "> 甲",
        "    甲", "甲\t乙", "```\n甲\n```", "# 甲", "- 甲\n\n- 乙", "- 甲\n    - 乙", "2. 甲", "甲\n:   - 乙", "甲[^1]",
        "| 甲 |", "| 甲 |\n| :-- |\n| 乙 |", "| 甲 |\n| --- |\n| 乙 | 丙 |", "<div>甲</div>", "<p>甲</p>",
        "<!-- 甲 -->",
        '<div markdown="1">\n\n甲', "</div>", '<p markdown="1">\n\n甲\n\n</p>', "甲 & 乙",
        "甲 > 乙", '<img src="1.png">',
        '<ul><li><ul><li>甲</li></ul></li></ul>', "[TOC] 甲", "///Footnotes Go Here///",
    ],
)  # fmt: skip
def test_what_is_left_to_python_markdown(text: str) -> None:
    with pytest.raises(NotOurs):
        read(text)


@pytest.mark.parametrize(
    ("extensions", "options"),
    [
        ([*EXTENSIONS, "admonition"], OPTIONS),
        (EXTENSIONS[1:], OPTIONS),
        (EXTENSIONS, {"toc": OPTIONS["toc"]}),
        (EXTENSIONS, {**OPTIONS, "tables": {"use_align_attribute": True}}),
        (EXTENSIONS, {**OPTIONS, "toc": {**OPTIONS["toc"], "anchorlink": True}}),
        (EXTENSIONS, {**OPTIONS, "toc": {**OPTIONS["toc"], "permalink_leading": True}}),
        (EXTENSIONS, {**OPTIONS, "footnotes": {**OPTIONS["footnotes"], "SEPARATOR": "-"}}),
    ],
)
def test_other_settings_are_left_to_python_markdown(extensions: list[str], options: dict[str, Any]) -> None:
    with pytest.raises(NotOurs):
        Settings.of(extensions, options)
