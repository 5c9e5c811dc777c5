"""Writes the concordance of a term: each place with the words around it, aligned at the term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from notice_site.model import Mention, Notice, Term
from notice_site.model.frozen import dataclass
from notice_site.pages.comparison.short_names import names_of
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import dated
from notice_site.pages.core.links import SEARCH, Location
from notice_site.pages.core.markdown import KeywordLine, Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import Tally, TermIndex

CONTEXT = 22
"""Characters on either side of the term, as many as stand in a line; a line never goes beyond its block."""

LIMIT = 150
"""Lines on a page: more are slow to load. Of a term that stands more often, every document shows some."""

MOST_OPEN = 80
"""Lines that stand open: more are folded by level, which a phone shows at one look."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Mentions of a term in a document: those shown, and how many there are."""

    notice: Notice
    shown: tuple[Mention, ...]
    tally: Tally


def lines_by_document(index: TermIndex, term: Term, limit: int = LIMIT) -> list[Lines]:
    """Chooses mentions of a term, at most `limit`, by document in order of date: the first ones of each document.

    Where there are more documents than lines, the earliest documents have one each.
    """
    documents = index.by_notice(term.id)
    most = _most_for_each([len(mentions) for mentions in documents.values()], limit)
    lines = [
        Lines(index.notices[notice_id], tuple(mentions[: most or 1]), Tally.of(mentions))
        for notice_id, mentions in documents.items()
    ]
    return lines if most else lines[:limit]


def _most_for_each(counts: Sequence[int], limit: int) -> int:
    """Finds the greatest number to which counts must be cut so that their sum is at most `limit`; 0 for none.

    >>> _most_for_each([2, 9, 50], 21), _most_for_each([2, 9, 50], 61), _most_for_each([1, 1, 1], 2)
    (10, 50, 0)
    """
    most = 0
    room, left = limit, sorted(counts)
    for place, count in enumerate(left):
        share = room // (len(left) - place)
        if count > share:
            return share
        most = count
        room -= count
    return most


def concordance(index: TermIndex, site: Site, term: Term, page: str) -> Markdown:
    """Writes all mentions under the levels and documents that they stand in, the outermost level first."""
    documents = lines_by_document(index, term)
    order = {level: number for number, level in enumerate(site.levels)}
    documents.sort(key=lambda lines: order.get(lines.notice.level or "", len(order)))
    total, shown = len(index.mentions[term.id]), sum(len(lines.shown) for lines in documents)
    left_out = md.EMPTY
    if shown < total:
        left_out = md.paragraph(_left_out(term, total, shown, page), classes=["hint"])
    named = len(index.by_notice(term.id)) > 1
    lines = _levels(documents, index, site, page, named=named, is_folded=named and shown > MOST_OPEN)
    return md.stacked(left_out, md.region(md.stacked(*lines), classes=["uses"]))


def _left_out(term: Term, total: int, shown: int, page: str) -> Markdown:
    search = Location(SEARCH.file, query=f"find={quote(term.term)}").relative_to(page)
    counts = Markdown(f"共 {total} 处，以下列出 {shown} 处，其余见")
    return md.joined([counts, md.link(Markdown("检索"), search), Markdown("。")])


def _levels(
    documents: Sequence[Lines], index: TermIndex, site: Site, page: str, *, named: bool, is_folded: bool
) -> Iterator[Markdown]:
    """Writes the documents of each level; `named`: under the names of level and document, where there are several."""
    names = names_of([lines.notice for lines in documents], site)
    for level, members in groupby(documents, lambda lines: lines.notice.level):
        of_level = [*members]
        if named:
            name = site.facet_indexes["level"].facet.named(level)
            tint = f"level-{level}" if level else "missing"
            heading = md.span(md.escape(name), classes=["level", tint])
            yield md.heading(3, heading, id=f"at-{level or 'no-level'}")
        written = md.stacked(
            *(
                part
                for lines in of_level
                for part in _document(lines, index, site, page, names[lines.notice.id] if named else "")
            )
        )
        if is_folded:
            count = sum(len(lines.shown) for lines in of_level)
            yield md.folded(Markdown(f"{len(of_level)} 件，{count} 处"), written, classes=["group"])
        else:
            yield written


def _document(lines: Lines, index: TermIndex, site: Site, page: str, name: str) -> Iterator[Markdown]:
    """Writes the lines of a document, under its title where it has a `name`."""
    notice = lines.notice
    if name:
        about = [md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))]
        if day := dated(notice):
            about.append(md.span(md.escape(day), classes=["date"]))
        about.append(md.span(Markdown(lines.tally.words()), classes=["count"]))
        yield md.paragraph(md.joined(about, Markdown(" ")), classes=["source"], named={"data-name": name})
    alone = [mention for mention in lines.shown if mention.within is None]
    inside = [mention for mention in lines.shown if mention.within is not None]
    if alone:
        yield keyword_lines(alone, index, site, page)
    if inside:
        yield md.paragraph(Markdown("含于他词："), classes=["hint"])
        yield keyword_lines(inside, index, site, page)


def keyword_lines(mentions: Iterable[Mention], index: TermIndex, site: Site, page: str) -> Markdown:
    """Writes mentions with the words around the term; each line leads to the very words."""
    return md.keyword_lines((_line(mention, index, site, page) for mention in mentions), classes=["concordance"])


def _sense(mention: Mention, index: TermIndex) -> str:
    """Names the sense of a mention by its number on the page."""
    names = [sense.name for sense in index.terms[mention.term].senses]
    return f"义项{names.index(mention.sense) + 1}" if mention.sense in names else ""


def _line(mention: Mention, index: TermIndex, site: Site, page: str) -> KeywordLine:
    text = index.text(mention.ref)
    start, end = mention.ref.start, mention.ref.end
    return KeywordLine(
        target=site.links.words(mention.ref).built_relative_to(page),
        before=("…" if start > CONTEXT else "") + text[max(0, start - CONTEXT) : start],
        keyword=text[start:end],
        after=text[end : end + CONTEXT] + ("…" if len(text) > end + CONTEXT else ""),
        place="　".join(filter(None, (index.place_name(mention.ref), _sense(mention, index)))),
    )
