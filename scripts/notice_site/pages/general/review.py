"""Writes the pages 存疑与整理: what was mended, left out, suspected or not understood, by source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from notice_site.editing.review import REVIEW_KINDS, ReviewItem, review_items
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.paging import pager_of
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site

REVIEW = Location("review/index.md")
_PAGE_LENGTH = 400
"""Items on a page: a longer list goes on on the next page, but no source is cut."""

_MOST_SOURCES = 60
"""Sources on a page: a line each, three screens of them."""

_MOST_OPEN = 15
"""Sources whose items stand open: more are folded, a line each with its counts."""

_TEXT_LENGTH = 60
"""Characters of the text of an item: enough to find it, two lines of its column."""

_INTRO = (
    "各件在转换中作过的修整、未收入正文的文字、存疑的字句和未能识别的内容，逐条列出，供编者核定。"
    "“人工核定”是编者已经认定的。原文栏中“⏎”是来源文本断行之处；行号链接到所在段落。"
)


def review_pages(site: Site) -> Iterator[PendingFile]:
    """Writes the pages of the report, each source whole on one of them."""
    listed_items = review_items(site.corpus, site.doubts)
    by_source = [(s, list(items)) for s, items in groupby(listed_items, key=lambda item: item.source)]
    pages = _split(by_source)
    for number, listed in enumerate(pages):
        yield PendingFile(_file(number), partial(_page, site, listed, number, len(pages), by_source))


def _split(by_source: list[tuple[str, list[ReviewItem]]]) -> list[list[tuple[str, list[ReviewItem]]]]:
    pages: list[list[tuple[str, list[ReviewItem]]]] = [[]]
    length = 0
    for source, items in by_source:
        if length and (length + len(items) > _PAGE_LENGTH or len(pages[-1]) == _MOST_SOURCES):
            pages.append([])
            length = 0
        pages[-1].append((source, items))
        length += len(items)
    return pages


def _file(number: int) -> str:
    return REVIEW.file if number == 0 else f"review/{number + 1}.md"


def _page(
    site: Site,
    listed: list[tuple[str, list[ReviewItem]]],
    number: int,
    count: int,
    everything: list[tuple[str, list[ReviewItem]]],
) -> str:
    page = _file(number)
    blocks = [md.heading(1, Markdown("存疑与整理"), id="review"), md.paragraph(Markdown(_INTRO))]
    if not number:
        whole = [item for _, items in everything for item in items]
        total = f"共 {len(whole)} 条：{_counted(whole)}。" if whole else "没有存疑、未能识别或经过整理之处。"
        blocks.append(md.paragraph(Markdown(total)))
    held = {source_page.source.name: source_page.notices for source_page in site.source_pages}
    for k, (source, items) in enumerate(listed, 1):
        names = [
            md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))
            for notice in held.get(source, ())
        ]
        about = md.paragraph(md.joined(names, Markdown("、")), classes=["source"]) if names else md.EMPTY
        place = f"source_{number * _PAGE_LENGTH + k}"
        content = md.stacked(about, *_tables(site, items, page))
        if len(everything) > _MOST_OPEN:
            summary = md.counted(md.escape(source), _counted(items))
            blocks.append(md.folded(summary, content, id=place, classes=["review-source"]))
        else:
            blocks += [md.heading(2, md.escape(source), id=place), content]
    blocks.append(pager_of(_file, count, number))
    title = f"存疑与整理（{number + 1}）" if number else "存疑与整理"
    return md.page(title, *blocks, about={"scripts": ["assets/javascripts/folded-places.js"]})


def _counted(items: Sequence[ReviewItem]) -> str:
    """Counts items by kind: 存疑 2 条、已修整 10 条."""
    counts = Counter(item.kind for item in items)
    return "、".join(f"{name} {counts[kind]} 条" for kind, name in REVIEW_KINDS.items() if counts[kind])


def _tables(site: Site, items: Sequence[ReviewItem], page: str) -> Iterator[Markdown]:
    """Writes a table for each kind; what was mended without doubt is folded away."""
    for kind, name in REVIEW_KINDS.items():
        of_kind = [item for item in items if item.kind == kind]
        if not of_kind:
            continue
        head = [Markdown("行"), Markdown("原文"), Markdown("说明")]
        rows = [_row(site, item, page) for item in of_kind]
        table = md.region(md.table(head, rows), classes=["data-table", "review-table"])
        title = Markdown(f"{name}（{len(of_kind)}）")
        if kind in ("mended", "dropped"):
            yield md.folded(title, table, classes=["review-list"])
        else:
            yield md.stacked(md.paragraph(md.strong(title)), table)


def _row(site: Site, item: ReviewItem, page: str) -> list[Markdown]:
    line = Markdown(str(item.line) if item.line else "全件")
    if item.block:
        place = site.links.block(item.notice, item.block)
        line = md.link(line, place.relative_to(page))
    text = item.text if len(item.text) <= _TEXT_LENGTH else f"{item.text[:_TEXT_LENGTH]}…"
    note = item.note + ("（人工核定）" if item.confirmed else "")
    return [line, md.escape(text), md.escape(note)]
