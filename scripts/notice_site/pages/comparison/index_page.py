"""Writes the table of all comparisons, and where it has several pages the data to look through all of them."""

from __future__ import annotations

from collections.abc import Iterator

from notice_site.model import Comparison, Notice, Page
from notice_site.pages.comparison.page import longest_run
from notice_site.pages.comparison.places import INDEX, PICK, comparison_id, comparison_place, items_place, pickable
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.data_script import data_script
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import states, with_state
from notice_site.pages.core.paging import numbered_file, pager, stable_pages
from notice_site.pages.core.site import Site

_HEAD = ("文件", "对照的文件", "对照", "相同字数", "占前者", "占后者", "最长相同段（字）")

_CHOICE = Location("assets/javascripts/comparison-choice.js")

_PAIRS = Location("compare/pairs.js")

_PAGE_LENGTH = 60
"""Comparisons in one table: on a phone each is a card, and longer lists are slow to load and to sort."""


def compare_index(site: Site) -> Iterator[Page]:
    """Writes all comparisons in a table, cut into pages where it is long."""
    comparisons = site.corpus.comparisons
    chunks = stable_pages(comparisons, _PAGE_LENGTH, comparison_id)
    for number, chunk in enumerate(chunks):
        page = numbered_file(INDEX, number)
        head = [Markdown(word) for word in _HEAD]
        rows = [_row(site, comparison, page) for comparison in chunk]
        about = "所收文件中未比对出相同文字较多的两件。"
        if comparisons:
            about = (
                f"共 {len(comparisons)} 组：两件文件有较多相同文字的，逐段并排，每件与相同文字最多的三件对照；"
                "各件的要求再与所引用的或上级的一件逐项对照。"
            )
        yield Page(
            page,
            md.page(
                f"对照（{number + 1}）" if number else "对照",
                md.heading(1, Markdown("对照"), id="compare"),
                md.EMPTY if number else md.paragraph(Markdown(about)),
                md.EMPTY if number else picking_link(site, page),
                md.region(md.table(head, rows), classes=["data-table", "comparison-index"]) if rows else md.EMPTY,
                pager(INDEX, len(chunks), number),
                about={"scripts": [_CHOICE.url]} if len(chunks) > 1 else None,
            ),
        )
    if len(chunks) > 1:
        yield Page(_PAIRS.file, _pairs(site))


def _pairs(site: Site) -> str:
    """Hands over the documents that are compared, and the comparisons by number of document."""
    ids = {id for comparison in site.corpus.comparisons for id in (comparison.derived, comparison.base)}
    numbers = {id: number for number, id in enumerate(sorted(ids))}
    documents = [_document(site.notices[id]) for id in numbers]
    pairs = [
        [numbers[comparison.derived], numbers[comparison.base], int(bool(comparison.items)), *_figures(comparison)]
        for comparison in site.corpus.comparisons
    ]
    return data_script("comparedPairs", documents, pairs)


def _document(notice: Notice) -> list[object]:
    return [notice.id, labels_zh.cite(notice), *([words, " ".join(classes)] for words, classes in states(notice))]


def picking_link(site: Site, page: str) -> Markdown:
    """Leads to the page on which a reader lays any documents side by side."""
    if not pickable(site):
        return md.EMPTY
    link = md.link(Markdown("任选文件对照"), PICK.relative_to(page))
    return md.paragraph(md.joined([link, Markdown("：自选两件，逐段并排；或自选几件，把各件对同一对象的要求并排。")]))


def _row(site: Site, comparison: Comparison, page: str) -> list[Markdown]:
    target = comparison_place(comparison).relative_to(page)
    derived, base = site.notices[comparison.derived], site.notices[comparison.base]
    ways = [md.link(Markdown("逐段"), target)]
    if comparison.items:
        ways.append(md.link(Markdown("逐项"), items_place(comparison).relative_to(page)))
    return [
        with_state(md.link(md.escape(labels_zh.cite(derived)), target, classes=["name"]), derived),
        with_state(md.escape(labels_zh.cite(base)), base),
        md.joined(ways, Markdown(" ")),
        *map(Markdown, _figures(comparison)),
    ]


def _figures(comparison: Comparison) -> tuple[str, ...]:
    """The characters that both share, their part of each, and the longest run of them."""
    return (
        f"{comparison.shared:,}",
        labels_zh.percentage(comparison.shared, comparison.derived_length),
        labels_zh.percentage(comparison.shared, comparison.base_length),
        str(longest_run(comparison)),
    )
