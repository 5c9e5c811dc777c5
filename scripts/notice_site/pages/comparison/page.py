"""Writes a page for each comparison: two documents side by side, paragraph beside paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from notice_site.model import Comparison
from notice_site.pages.comparison.downloads import download_links
from notice_site.pages.comparison.places import INDEX, comparison_place, items_place
from notice_site.pages.comparison.rows import Sides, grouped_rows
from notice_site.pages.comparison.short_names import is_one_document
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import dated_or_not, level_cell, with_state
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site

_ABOUT = (
    "左为{base}，右为{derived}，对应段并排，依{derived}的顺序。全角与半角视为相同。逐字比对由程序完成，"
    "相同或相近只表示文字如此，不表示出处；写明出处的，见原文。"
)


def longest_run(comparison: Comparison) -> int:
    """Counts the characters of the longest shared run, in the document that comes first in the data."""
    return comparison.longest.a.end - comparison.longest.a.start


def compare_pages(site: Site) -> Iterator[PendingFile]:
    """Writes a page for each comparison."""

    def page(comparison: Comparison) -> str:
        return _page(site, Sides.of(site, comparison))

    for comparison in site.corpus.comparisons:
        both = frozenset((comparison.base, comparison.derived))
        page_fingerprint = site.comparison_fingerprints[both] if site.fingerprints else None
        yield PendingFile(comparison_place(comparison).file, partial(page, comparison), page_fingerprint)


def _page(site: Site, sides: Sides) -> str:
    base, derived = sides.names
    return md.page(
        f"对照：{labels_zh.cite(sides.derived)}与{labels_zh.cite(sides.base)}",
        crumbs(md.link(Markdown("对照"), INDEX.relative_to(sides.file))),
        md.heading(1, Markdown("逐段对照"), id="compare"),
        _figures(site, sides),
        _ways(sides),
        md.paragraph(md.escape(_ABOUT.format(base=base, derived=derived)), classes=["about-comparison"]),
        one_document(sides),
        not_whole(sides),
        download_links(sides),
        _legend(sides),
        md.region(md.stacked(_column_heads(sides), *grouped_rows(sides)), classes=["comparison"]),
        about={"hide": ["navigation", "toc"]},
    )


def one_document(sides: Sides) -> Markdown:
    """Says of two copies of one document that they are."""
    if not is_one_document(sides.base, sides.derived):
        return md.EMPTY
    return md.paragraph(Markdown("两件的题名、发文字号相同，是同一文件的两份来源文本。"), classes=["about-comparison"])


_NOT_WHOLE = {"truncated": "的来源文本不完整", "excerpt": "为节选"}


def not_whole(sides: Sides) -> Markdown:
    """Says of documents that are not here whole that nothing is told of what is missing."""
    said = [
        f"{name}{_NOT_WHOLE[notice.status]}"
        for notice, name in zip((sides.base, sides.derived), sides.names, strict=True)
        if notice.status in _NOT_WHOLE
    ]
    if not said:
        return md.EMPTY
    words = f"{'，'.join(said)}，各种结果只就所收的部分而言。"
    return md.paragraph(md.escape(words), classes=["about-comparison"])


def _ways(sides: Sides) -> Markdown:
    """Links to the page that compares what both ask for."""
    if not sides.comparison.items:
        return md.EMPTY
    link = md.link(Markdown("逐项对照"), items_place(sides.comparison).relative_to(sides.file))
    return md.region(
        md.paragraph(md.joined([md.strong(Markdown("逐段对照")), link], Markdown(" "))),
        tag="nav",
        classes=["other-ways"],
        named={"aria-label": "其他查法"},
    )


def _figures(site: Site, sides: Sides) -> Markdown:
    """Writes how much each side has of the other, and the longest run."""
    comparison = sides.comparison
    rows = []
    for name, notice, length in (
        (sides.names[0], sides.base, comparison.base_length),
        (sides.names[1], sides.derived, comparison.derived_length),
    ):
        document = md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(sides.file))
        rows.append(
            [
                md.strong(md.escape(name)),
                with_state(document, notice),
                level_cell(notice, site),
                dated_or_not(notice, site),
                Markdown(f"{length:,} 字"),
                Markdown(f"{comparison.shared:,} 字，占 {labels_zh.percentage(comparison.shared, length)}"),
            ]
        )
    head = [Markdown(word) for word in ("简称", "文件", "层级", "日期", "正文", "相同字数")]
    longest = comparison.longest.a if comparison.longest.a.notice == comparison.derived else comparison.longest.b
    target = sides.rows[longest.notice, longest.block]
    run = md.joined(
        [
            Markdown(f"最长相同段 {longest_run(comparison)} 字，见"),
            md.link(Markdown(f"第 {sides.row(sides.derived, longest.block)} 行"), target.relative_to(sides.file)),
            Markdown("。"),
        ]
    )
    return md.region(md.stacked(md.table(head, rows), md.paragraph(run)), classes=["figures", "data-table"])


def _legend(sides: Sides) -> Markdown:
    """Explains the kinds of rows, each with its number, and the marks on words."""
    counts = Counter(row.kind for row in sides.comparison.rows)
    base, derived = map(md.escape, sides.names)
    kinds = [
        md.span(Markdown(f"{word} {counts[kind]}"), classes=["how", f"is-{kind}"])
        for kind, word in labels_zh.ROWS.items()
        if counts[kind]
    ]
    marks = [
        md.deleted(md.joined([base, Markdown("作")]), classes=["changed"]),
        md.inserted(md.joined([derived, Markdown("作")]), classes=["changed"]),
        md.deleted(md.joined([derived, Markdown("所无")]), classes=["only"]),
        md.inserted(md.joined([derived, Markdown("所加")]), classes=["only"]),
        md.inserted(Markdown("标点"), classes=["mark"]),
        md.span(Markdown("在对方他处"), classes=["elsewhere"]),
    ]
    return md.region(
        md.stacked(md.paragraph(md.joined(kinds, Markdown(" "))), md.paragraph(md.joined(marks, Markdown("　")))),
        classes=["legend"],
    )


def _column_heads(sides: Sides) -> Markdown:
    heads = []
    for side, name, notice in (("base", sides.names[0], sides.base), ("own", sides.names[1], sides.derived)):
        link = md.link(md.escape(labels_zh.title(notice)), sides.site.links.notice(notice.id).relative_to(sides.file))
        line = md.paragraph(
            md.joined([md.span(md.escape(name), classes=["side"]), Markdown(" "), with_state(link, notice)])
        )
        heads.append(md.region(line, classes=["cell", side]))
    return md.region(md.stacked(*heads), classes=["row", "heads"])
