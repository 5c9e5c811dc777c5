"""Makes one HTML file of built pages that needs nothing else: styles, pictures, scripts, search and data inside."""

from __future__ import annotations

import html as escaping
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree, html

from notice_site.bundling.chapters import Chapter, Goal, chapters, key_of, readdress, text_of
from notice_site.bundling.html_pages import body_of, classes, parsed
from notice_site.bundling.imprint import Imprint
from notice_site.bundling.inlining import data_url, scripts, styles, with_pictures
from notice_site.bundling.reading_order import FLOWING, Groups

_STOPS = "。．.：:；;"  # a heading that its text runs on from ends with one
_TOOLS = """\
<div class="tools" role="toolbar" aria-label="阅读工具" hidden>
<button type="button" data-tool="dark" aria-pressed="false">深色</button>
<button type="button" data-tool="size" title="改变正文字号">字号</button>
<button type="button" data-tool="cite" title="复制引用" aria-haspopup="menu" aria-expanded="false">引用</button>
<button type="button" data-tool="print" title="打印全部">打印</button>
<button type="button" data-tool="present" title="放映：大字，一次一节，方向键翻页">放映</button>
</div>"""


def one_file(site: Mapping[str, bytes], about: Imprint, groups: Groups) -> str:
    """The pages of all `groups` as one HTML file."""
    files = [file for _, group in groups for file in group]
    names_of_groups = [name for name, group in groups for _ in group]
    parts = chapters(site, files)
    here = frozenset(files)
    for part in parts:
        readdress(part, _id_on(part.key), lambda goal: _address(goal, here))
        with_pictures(part, site)
    home = parsed(site["index.html"])
    body = "".join(f' {name}="{escaping.escape(str(value))}"' for name, value in body_of(home).items())
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="zh-CN" class="one-file">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<title>{escaping.escape(about.title)}</title>",
            f'<link rel="icon" href="{data_url(site, "assets/images/favicon.svg")}">',
            *(f"<style>\n{style}\n</style>" for style in (*styles(site, files), _running_heads(parts, about, groups))),
            "</head>",
            f"<body{body}>",
            '<div class="md-container"><main class="md-main"><div class="md-content">',
            '<article class="md-content__inner md-typeset">',
            '<header class="one-file-head">',
            f'<p class="title">{escaping.escape(about.title)}</p>',
            f'<p class="about">{escaping.escape(about.purpose)}</p>',
            f'<p class="about edition">版本 {escaping.escape(about.edition)}</p>',
            f'<p class="about">{escaping.escape(about.rights)}</p>',
            "</header>",
            _TOOLS,
            '<div id="search-page" data-part="search"></div>',
            _contents(parts, groups),
            *(_section(part, group) for part, group in zip(parts, names_of_groups, strict=True)),
            "</article></div></main></div>",
            *scripts(site, files),
            "</body>",
            "</html>",
            "",
        ]
    )


def _id_on(key: str) -> Callable[[str], str]:
    """Ids are those of the page with its key behind them: `sec_1--notices-001`."""
    return lambda id: f"{id}--{key}"


def _address(goal: Goal, here: frozenset[str]) -> str | None:
    if goal.file not in here:
        return None
    key = key_of(goal.file)
    return f"#{_id_on(key)(goal.fragment)}" if goal.fragment else f"#{key}"


def _section(part: Chapter, group: str) -> str:
    part.content.tag = "section"
    part.content.attrib.clear()
    classes = ["chapter", *(["flowing"] if group in FLOWING else [])]
    part.content.set("class", " ".join(classes))
    part.content.set("id", part.key)
    part.content.tail = None
    written: str = etree.tostring(part.content, method="html", encoding="unicode")
    return written


# --- contents and running heads ------------------------------------------------------------------


def _contents(parts: Sequence[Chapter], groups: Groups) -> str:
    """The groups with their chapters, and the sections of each chapter."""
    by_file = {part.file: part for part in parts}
    lines = ['<nav class="contents" aria-label="目录"><h2 id="contents">目录</h2>']
    for name, files in groups:
        lines.append(f"<h3>{escaping.escape(name)}</h3><ul>")
        for file in files:
            part = by_file[file]
            inner = "".join(_entry(id, text) for id, text in _sections_of(part))
            lines.append(_entry(part.key, part.title, f"<ul>{inner}</ul>" if inner else ""))
        lines.append("</ul>")
    return "\n".join([*lines, "</nav>"])


def _sections_of(part: Chapter) -> Iterator[tuple[str, str]]:
    """The sections of a document that the contents show: those of the text itself, not what stands below it."""
    for heading in part.content.xpath(".//*[contains(@class, 'document')]//*[self::h2 or self::h3][@id]"):
        if {"section", "title"} & {*classes(heading)}:
            yield heading.get("id"), text_of(heading).rstrip(_STOPS)


def _entry(id: str, text: str, inner: str = "") -> str:
    return f'<li><a href="#{escaping.escape(id)}">{escaping.escape(text)}</a>{inner}</li>'


def _running_heads(parts: Sequence[Chapter], about: Imprint, groups: Groups) -> str:
    """Each source is printed on pages of its own that name it; all pages name the edition and are counted.

    Marks the elements of the chapters, in place, with the number of their source.
    """
    foot = f"{about.title}　版本 {about.edition}"
    rules = [
        f"@page {{ size: A4; @bottom-left {{ content: {_css_text(foot)} }} "
        '@bottom-right { content: counter(page) " / " counter(pages) } }'
    ]
    names: list[str] = []
    for part in parts:
        for number, child in enumerate(part.content):
            name = _source_from(child) or (_begins(part, groups) if number == 0 else names[-1])
            if not names or name != names[-1]:
                names.append(name)
            child.set("data-source", str(len(names) - 1))
    for number, name in enumerate(names):
        rules.append(f"@page source-{number} {{ @top-left {{ content: {_css_text(name)} }} }}")
        rules.append(f'@media print {{ [data-source="{number}"] {{ page: source-{number} }} }}')
    return "\n".join(rules)


def _begins(part: Chapter, groups: Groups) -> str:
    """What the first page of a chapter names: its document or title; short chapters share the name of their group."""
    first = next((name for child in part.content if (name := _source_from(child))), "")
    group = next(group for group, files in groups if part.file in files)
    return first or (group if group in FLOWING else part.title)


def _source_from(element: html.HtmlElement) -> str:
    """The document that begins with this element; "" where none does."""
    begins = "document" in classes(element) and not element.find_class("goes-on")
    cited = element.xpath(".//*[@data-citation]") if begins else []
    return str(cited[0].get("data-citation")) if cited else ""


def _css_text(text: str) -> str:
    """A CSS string; control characters, quotes and what could end the style sheet are written as numbers."""
    return '"' + re.sub(r'[\x00-\x1f"\\<>]', lambda found: f"\\{ord(found[0]):x} ", text) + '"'
