"""A site goes in, the indexes of its terms come out: by pinyin, number, kind, document and level."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from notice_site.model import Page, Term
from notice_site.pages import markdown as md
from notice_site.pages import words
from notice_site.pages.links import Place
from notice_site.pages.markdown import Markdown
from notice_site.pages.site import Site
from notice_site.pages.term_book import (
    INDEX,
    TermBook,
    by_pinyin,
    initials,
    letter,
    numbers,
    spoken,
    term_book,
    term_place,
)
from notice_site.pinyin import toneless

_NONE = "所收文件中没有词语表所列的词语。"
_MANNER = "释义和各部分一律摘自所收文件并注明出处；所收文件没有解释的，写明“未作解释”。"

_DOCUMENTS_ON_PAGE = 100
_NUMBERS = "〇一二三四五六七八九十"
_DOWNLOADS = (("terms.csv", "CSV 表格"), ("terms.json", "JSON"))


@dataclass(frozen=True, slots=True)
class _Group:
    """Terms under one heading, each with what is said behind it: how often it stands there."""

    id: str
    heading: Markdown
    terms: tuple[tuple[Term, int], ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """One way to look terms up. `id` is "" for the first."""

    id: str
    title: str
    groups: Callable[[Site, TermBook, str], Iterable[_Group]]
    page_length: int | None = None  # groups on a page; None: all on one

    def file(self, number: int = 0) -> str:
        """The Markdown file of page `number`, from 0."""
        if not self.id:
            return INDEX.file
        return f"glossary/index-{self.id}{f'-{number + 1}' if number else ''}.md"


def term_index_pages(site: Site) -> Iterator[Page]:
    """All indexes; where no term is met they say so."""
    book = term_book(site.corpus)
    for index in _INDEXES:
        groups = list(index.groups(site, book, index.file()))
        length = index.page_length or len(groups) or 1
        count = max(1, -(-len(groups) // length))
        for number in range(count):
            shown = groups[number * length : (number + 1) * length]
            yield Page(index.file(number), _page(site, book, index, shown, number, count))


def _page(site: Site, book: TermBook, index: _Index, groups: Sequence[_Group], number: int, count: int) -> str:
    page = index.file(number)
    title = f"词语：{index.title}"
    about = _NONE
    if book.terms:
        about = f"共 {len(book.terms)} 条词语。{_MANNER}"
    blocks = [
        md.heading(1, Markdown("词语"), id="terms"),
        md.paragraph(Markdown(about)) if index is _INDEXES[0] else md.EMPTY,
        _ways(index, page),
        _letters(groups) if not index.id else md.EMPTY,
        *(_group(group, page, with_counts=index.id in ("document", "level")) for group in groups),
        _pager(index, number, count),
        _downloads(site, page),
    ]
    return md.page(title, md.region(md.stacked(*blocks), classes=["term-index"]))


def _ways(index: _Index, page: str) -> Markdown:
    links = [
        md.strong(name) if other is index else md.link(name, Place(other.file()).seen_from(page))
        for other in _INDEXES
        for name in [Markdown(other.title)]
    ]
    listed = md.paragraph(md.joined(links, Markdown(" · ")))
    return md.region(listed, tag="nav", classes=["index-ways"], named={"aria-label": "其他查法"})


def _letters(groups: Sequence[_Group]) -> Markdown:
    if not groups:
        return md.EMPTY
    links = [md.link(group.heading, f"#{group.id}") for group in groups]
    listed = md.paragraph(md.joined(links, Markdown(" ")))
    return md.region(listed, tag="nav", classes=["letters"], named={"aria-label": "音序字母"})


def _group(group: _Group, page: str, *, with_counts: bool) -> Markdown:
    items = [_entry(term, count if with_counts else 0, page) for term, count in group.terms]
    return md.region(
        md.stacked(md.heading(2, group.heading, id=group.id), md.bullets(items)), tag="section", classes=["term-group"]
    )


def _entry(term: Term, count: int, page: str) -> Markdown:
    """A term with its reading; `data-find` holds what the filter of the page looks through besides."""
    target = term_place(term.id).seen_from(page)
    parts = [
        md.link(md.escape(term.term), target, classes=["term"], named={"data-find": _keys(term)}),
        md.span(md.escape(spoken(term)), classes=["pinyin"]),
    ]
    if count:
        parts.append(md.span(Markdown(str(count)), classes=["count"]))
    return md.joined(parts, Markdown(" "))


def _keys(term: Term) -> str:
    """Reading without tones, initials and other wordings: `liuwen lw`; ü is v, as it is typed."""
    letters = "".join(toneless(syllable).replace("ü", "v") for syllable in term.pinyin)
    return " ".join((letters.lower(), initials(term).lower(), *term.variants))


def _pager(index: _Index, number: int, count: int) -> Markdown:
    if count == 1:
        return md.EMPTY
    page = index.file(number)
    links = [
        md.strong(Markdown(str(other + 1)))
        if other == number
        else md.link(Markdown(str(other + 1)), Place(index.file(other)).seen_from(page))
        for other in range(count)
    ]
    listed = md.paragraph(md.joined([Markdown("页次："), *links], Markdown(" ")))
    return md.region(listed, tag="nav", classes=["pager"], named={"aria-label": "分页"})


def _downloads(site: Site, page: str) -> Markdown:
    links = [
        md.link(Markdown(name), Place(f"data/{file}").seen_from(page), named={"download": file})
        for file, name in _DOWNLOADS
        if any(page.path == f"data/{file}" for page in site.data)
    ]
    return md.paragraph(md.joined([Markdown("下载全部词语："), *links], Markdown(" "))) if links else md.EMPTY


# --- the ways ------------------------------------------------------------------------------------


def _by_pinyin(site: Site, book: TermBook, page: str) -> Iterator[_Group]:
    for name, terms in groupby(by_pinyin(book.terms.values()), key=letter):
        yield _Group(f"letter-{name.lower()}" if name.isascii() else "letter-digits", Markdown(name), _uncounted(terms))


def _by_number(site: Site, book: TermBook, page: str) -> Iterator[_Group]:
    """Numeral slogans under each number they name: 学三促四抓 under 三 and 四."""
    found: dict[int, list[Term]] = {}
    for term in by_pinyin(book.terms.values()):
        for number in dict.fromkeys(numbers(term)):
            found.setdefault(number, []).append(term)
    for number in sorted(found):
        name = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
        yield _Group(f"number-{number}", Markdown(name), _uncounted(found[number]))


def _by_kind(site: Site, book: TermBook, page: str) -> Iterator[_Group]:
    for kind, name in words.TERM_KINDS.items():
        if terms := [term for term in book.terms.values() if term.kind == kind]:
            yield _Group(f"kind-{kind}", Markdown(name), _uncounted(by_pinyin(terms)))


def _by_document(site: Site, book: TermBook, page: str) -> Iterator[_Group]:
    for notice in book.notices.values():
        if mentions := book.in_notice.get(notice.id):
            named = md.link(md.escape(words.named(notice)), site.links.notice(notice.id).seen_from(page))
            yield _Group(f"in-{notice.id}", named, _counted(book, (mention.term for mention in mentions)))


def _by_level(site: Site, book: TermBook, page: str) -> Iterator[_Group]:
    order = [*site.levels, *sorted({n.level for n in book.notices.values() if n.level} - set(site.levels)), None]
    for level in order:
        terms = (
            mention.term
            for notice_id, mentions in book.in_notice.items()
            if book.notices[notice_id].level == level
            for mention in mentions
        )
        if counted := _counted(book, terms):
            name = site.levels.get(level, level) if level else "原文未载层级"
            yield _Group(f"level-{level or 'none'}", md.escape(name), counted)


def _uncounted(terms: Iterable[Term]) -> tuple[tuple[Term, int], ...]:
    return tuple((term, 0) for term in terms)


def _counted(book: TermBook, term_ids: Iterable[str]) -> tuple[tuple[Term, int], ...]:
    counts: dict[str, int] = {}
    for term_id in term_ids:
        counts[term_id] = counts.get(term_id, 0) + 1
    return tuple((term, counts[term.id]) for term in by_pinyin(book.terms[term_id] for term_id in counts))


_INDEXES = (
    _Index("", "按音序", _by_pinyin),
    _Index("number", "按数字", _by_number),
    _Index("kind", "按类别", _by_kind),
    _Index("document", "按文件", _by_document, _DOCUMENTS_ON_PAGE),
    _Index("level", "按层级", _by_level),
)
