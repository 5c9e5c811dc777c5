"""The mentions of a term go in, its concordance comes out: each place with the words around it, aligned at the term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notice_site.model import Mention, Notice, Term
from notice_site.pages import markdown as md
from notice_site.pages import words
from notice_site.pages.links import Place
from notice_site.pages.markdown import Markdown
from notice_site.pages.site import Site
from notice_site.pages.term_book import TermBook, known_day, term_place

CONTEXT = 22
"""Characters shown on either side of the term; a line never goes beyond its block."""

PAGE_LENGTH = 300
"""Lines on one page of a concordance; what is more goes on on further pages."""

_MORE = Markdown("…")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive lines of one document on one page of the concordance, of all that the document has."""

    notice: Notice
    mentions: tuple[Mention, ...]
    total: int


def concordance_file(term: Term, number: int) -> str:
    """The Markdown file with page `number`, from 0, of the concordance; the first is the term's own page."""
    own = term_place(term.id).file
    return f"{own.removesuffix('.md')}/{number + 1}.md" if number else own


def pages_of_mentions(book: TermBook, site: Site, term: Term) -> list[tuple[Stretch, ...]]:
    """All mentions, by level from the outermost, then by date, cut into pages."""
    order = {level: number for number, level in enumerate(site.levels)}
    documents = sorted(
        book.by_notice(term.id).items(), key=lambda item: order.get(book.notices[item[0]].level or "", len(order))
    )
    pages: list[list[Stretch]] = [[]]
    room = PAGE_LENGTH
    for notice_id, mentions in documents:
        rest = tuple(mentions)
        while rest:
            if not room:
                pages.append([])
                room = PAGE_LENGTH
            taken, rest = rest[:room], rest[room:]
            room -= len(taken)
            pages[-1].append(Stretch(book.notices[notice_id], taken, len(mentions)))
    return [tuple(page) for page in pages]


def concordance(stretches: Sequence[Stretch], book: TermBook, site: Site, page: str) -> Markdown:
    """The lines of one page, under the levels and documents they stand in."""
    return md.region(md.stacked(*_groups(stretches, book, site, page)), classes=["concordance"])


def line(book: TermBook, mention: Mention, site: Site, page: str) -> Markdown:
    """One place: the words before, the term, the words after; the whole leads to the very words."""
    text = book.text(mention.ref)
    start, end = mention.ref.start, mention.ref.end
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    left = md.span(md.joined([_MORE if start > CONTEXT else md.EMPTY, md.escape(before)]), classes=["left"])
    key = md.span(md.escape(text[start:end]), classes=["key"])
    right = md.joined([md.escape(after), _MORE if len(text) > end + CONTEXT else md.EMPTY])
    words_around = md.joined([left, md.span(md.joined([key, right]), classes=["tail"])])
    path = book.section_path(mention.ref)
    where = [Markdown(" "), md.span(md.escape(path), classes=["where"])] if path else []
    target = site.links.words(mention.ref).seen_from(page)
    return md.joined([md.link(words_around, target, classes=["kwic"]), *where])


def pager(term: Term, count: int, number: int) -> Markdown:
    """Links to all pages of a concordance, where there is more than one."""
    if count == 1:
        return md.EMPTY
    page = concordance_file(term, number)
    links = []
    for other in range(count):
        label = Markdown(str(other + 1))
        target = Place(concordance_file(term, other), "concordance").seen_from(page)
        links.append(md.strong(label) if other == number else md.link(label, target))
    listed = md.paragraph(md.joined([Markdown("页次："), *links], Markdown(" ")))
    return md.region(listed, tag="nav", classes=["pager"], named={"aria-label": "出处分页"})


def _groups(stretches: Sequence[Stretch], book: TermBook, site: Site, page: str) -> Iterator[Markdown]:
    level: str | None = ""
    for number, stretch in enumerate(stretches):
        notice = stretch.notice
        if notice.level != level:
            level = notice.level
            name = site.levels.get(level, level) if level else "原文未载层级"
            tint = f"level-{level}" if level else "missing"
            yield md.heading(3, md.span(md.escape(name), classes=["level", tint]), id=f"level-{number + 1}")
        named = md.link(md.escape(words.named(notice)), site.links.notice(notice.id).seen_from(page))
        about = [named]
        if day := known_day(notice):
            about += [Markdown(" "), md.span(md.escape(words.day(day)), classes=["date"])]
        about += [Markdown(" "), md.span(Markdown(f"{stretch.total} 处"), classes=["count"])]
        yield md.paragraph(md.joined(about), classes=["source"])
        yield md.bullets(line(book, mention, site, page) for mention in stretch.mentions)
