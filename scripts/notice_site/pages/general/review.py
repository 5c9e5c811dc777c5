"""A site goes in, the page 待核 comes out: what was mended, left out, suspected or not understood, by source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from notice_site.editing.review import KINDS, Matter, matters
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Place
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.paging import pager_of
from notice_site.pages.core.pending_files import Draft
from notice_site.pages.core.site import Site

REVIEW = Place("review/index.md")
_PAGE_LENGTH = 400  # matters: a longer list goes on on the next page, never inside a source

_INTRO = (
    "各件在转换中作过的修整、没有显示的文字、存疑的字句和未能识别的内容，逐条列出，供编者核定。"
    "“人工核定”是编者在附注文件中已经认定的。"
)


def review_pages(site: Site) -> Iterator[Draft]:
    """The pages of the report, each source whole on one of them."""
    by_source = [(s, list(of)) for s, of in groupby(matters(site.corpus), key=lambda matter: matter.source)]
    pages = _split(by_source)
    for number, listed in enumerate(pages):
        yield Draft(_file(number), partial(_page, site, listed, number, len(pages), by_source))


def _split(by_source: list[tuple[str, list[Matter]]]) -> list[list[tuple[str, list[Matter]]]]:
    pages: list[list[tuple[str, list[Matter]]]] = [[]]
    length = 0
    for source, found in by_source:
        if length and length + len(found) > _PAGE_LENGTH:
            pages.append([])
            length = 0
        pages[-1].append((source, found))
        length += len(found)
    return pages


def _file(number: int) -> str:
    return REVIEW.file if number == 0 else f"review/{number + 1}.md"


def _page(
    site: Site,
    listed: list[tuple[str, list[Matter]]],
    number: int,
    count: int,
    everything: list[tuple[str, list[Matter]]],
) -> str:
    page = _file(number)
    counts = Counter(matter.kind for _, found in everything for matter in found)
    blocks = [md.heading(1, Markdown("待核"), id="review"), md.paragraph(Markdown(_INTRO))]
    if not number:
        summary = "、".join(f"{name} {counts[kind]} 条" for kind, name in KINDS.items() if counts[kind])
        blocks.append(md.paragraph(Markdown(f"共 {sum(counts.values())} 条：{summary}。")))
    for k, (source, found) in enumerate(listed, 1):
        blocks.append(md.heading(2, md.escape(source), id=f"source_{number * _PAGE_LENGTH + k}"))
        blocks += _tables(site, found, page)
    blocks.append(pager_of(_file, count, number))
    return md.page(f"待核（{number + 1}）" if number else "待核", *blocks)


def _tables(site: Site, found: Sequence[Matter], page: str) -> Iterator[Markdown]:
    """One table a kind; what was mended without doubt is folded away."""
    for kind, name in KINDS.items():
        mine = [matter for matter in found if matter.kind == kind]
        if not mine:
            continue
        head = [Markdown("行"), Markdown("原文"), Markdown("说明")]
        rows = [_row(site, matter, page) for matter in mine]
        table = md.region(md.table(head, rows), classes=["data-table", "review-table"])
        title = Markdown(f"{name}（{len(mine)}）")
        if kind in ("mended", "dropped"):
            yield md.folded(title, table, classes=["review-list"])
        else:
            yield md.stacked(md.paragraph(md.strong(title)), table)


def _row(site: Site, matter: Matter, page: str) -> list[Markdown]:
    line = Markdown(str(matter.line) if matter.line else "—")
    if matter.block:
        place = site.links.block(matter.notice, matter.block)
        line = md.link(line, place.seen_from(page))
    text = matter.text if len(matter.text) <= 60 else f"{matter.text[:60]}…"
    note = matter.note + ("（人工核定）" if matter.confirmed else "")
    return [line, md.escape(text), md.escape(note)]
