"""Groups the terms for each way to look them up: 音序 数字 类别 文件 层级."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from notice_site.model import Mention, Term
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import INDEX, Tally, TermIndex, by_pinyin, letter, numbers

_NUMBERS = "〇一二三四五六七八九十"
_TERMS_OF_DOCUMENT = 24
"""Terms of a document, the most frequent: about three lines. The page of the document lists them all."""

_DOCUMENTS_ON_PAGE = 20
"""Documents on a page of the glossary, each with up to `_TERMS_OF_DOCUMENT` terms: half a screen of a phone."""


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms under one heading, each with how often it stands there, or None where that is not counted.

    `place` is the document whose terms they are. `more` is where all terms of the group are listed, if these are not
    all, and `total` how many they are.
    """

    id: str
    heading: Markdown
    terms: tuple[tuple[Term, Tally | None], ...]
    place: Location | None = None
    more: Location | None = None
    total: int = 0


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """A way to look terms up. `id` is "" for the first; `page_length` is how many groups stand on a page."""

    id: str
    title: str
    groups: Callable[[Site, TermIndex, str], Iterable[TermGroup]]
    page_length: int | None = None
    brief: bool = False  # the groups are short lists of links, without readings and without a filter

    def file(self, number: int = 0) -> str:
        """Returns the Markdown file of page `number`, from 0."""
        if not self.id:
            return INDEX.file
        return f"glossary/index-{self.id}{f'-{number + 1}' if number else ''}.md"


def _by_pinyin(site: Site, index: TermIndex, page: str) -> Iterator[TermGroup]:
    for name, terms in groupby(by_pinyin(index.terms.values()), key=letter):
        yield TermGroup(
            f"letter-{name.lower()}" if name.isascii() else "letter-digits", Markdown(name), _uncounted(terms)
        )


def _by_number(site: Site, index: TermIndex, page: str) -> Iterator[TermGroup]:
    """Lists numeral slogans under each number that they name: 学三促四抓 under 三 and 四."""
    by_number: dict[int, list[Term]] = {}
    for term in by_pinyin(index.terms.values()):
        for number in dict.fromkeys(numbers(term)):
            by_number.setdefault(number, []).append(term)
    for number in sorted(by_number):
        name = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
        yield TermGroup(f"number-{number}", Markdown(name), _uncounted(by_number[number]))


def _by_kind(site: Site, index: TermIndex, page: str) -> Iterator[TermGroup]:
    for kind, name in labels_zh.TERM_KINDS.items():
        if terms := [term for term in index.terms.values() if term.kind == kind]:
            yield TermGroup(f"kind-{kind}", Markdown(name), _uncounted(by_pinyin(terms)))


def _by_document(site: Site, index: TermIndex, page: str) -> Iterator[TermGroup]:
    order = {term.id: number for number, term in enumerate(by_pinyin(index.terms.values()))}
    for notice in index.notices.values():
        counts = _tallies(index.in_notice.get(notice.id, ()))
        if not counts:
            continue
        often = sorted(counts, key=lambda term_id: (-counts[term_id].total, order[term_id]))[:_TERMS_OF_DOCUMENT]
        place = site.links.notice(notice.id)
        yield TermGroup(
            f"in-{notice.id}",
            md.escape(labels_zh.cite(notice)),
            tuple((index.terms[term_id], counts[term_id]) for term_id in often),
            place,
            Location(place.file, "terms"),
            len(counts),
        )


def _by_level(site: Site, index: TermIndex, page: str) -> Iterator[TermGroup]:
    mentions: dict[str | None, list[Mention]] = {}
    for notice_id, of_notice in index.in_notice.items():
        mentions.setdefault(index.notices[notice_id].level, []).extend(of_notice)
    unknown = sorted(level for level in mentions if level is not None and level not in site.levels)
    for level in (*site.levels, *unknown, None):
        if of_level := _tallies(mentions.get(level, ())):
            name = site.facet_indexes["level"].facet.named(level)
            terms = by_pinyin(index.terms[term_id] for term_id in of_level)
            yield TermGroup(
                f"level-{level or 'none'}", md.escape(name), tuple((term, of_level[term.id]) for term in terms)
            )


def _tallies(mentions: Iterable[Mention]) -> dict[str, Tally]:
    by_term: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_term.setdefault(mention.term, []).append(mention)
    return {term_id: Tally.of(of_term) for term_id, of_term in by_term.items()}


def _uncounted(terms: Iterable[Term]) -> tuple[tuple[Term, None], ...]:
    return tuple((term, None) for term in terms)


GLOSSARY_VIEWS = (
    GlossaryView("", "按音序", _by_pinyin),
    GlossaryView("number", "按数字", _by_number),
    GlossaryView("kind", "按类别", _by_kind),
    GlossaryView("document", "按文件", _by_document, page_length=_DOCUMENTS_ON_PAGE, brief=True),
    GlossaryView("level", "按层级", _by_level),
)
