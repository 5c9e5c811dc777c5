"""Declares the ways into the corpus (层级 地区 机关 日期 文种), and cuts the groups of each into pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from notice_site.model import Notice
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core.carrier_facts import from_carrier
from notice_site.pages.core.document_days import by_date, known_day
from notice_site.pages.core.links import Location
from notice_site.text.pinyin import dictionary_readings, toneless

PAGE_LENGTH = 200
"""Documents on a page of an index: more are slow to read and to load."""

MONTH = len("2014-03")
"""Characters of an ISO date that name its month."""

_NO_NOTICES: Mapping[str, Notice] = {}

_NOT_IN_ANCHOR = re.compile(r"\W+")


@dataclass(frozen=True)
class BrowseFacet:
    """A way into the corpus: which values a document has, how they are worded and ordered.

    A document without a value stands under `missing`, at the end; `missing_in_table` stands for the value where the
    head of a column names the facet.
    """

    id: str
    title: str
    missing: str
    missing_in_table: str
    values: Callable[[Notice], tuple[str, ...]]
    word: Callable[[str], str] = str
    order: Callable[[str], tuple[int, str]] = lambda value: (0, value)

    def named(self, value: str | None) -> str:
        """How a value is worded, or that there is none."""
        return self.word(value) if value else self.missing


@dataclass(frozen=True)
class FacetGroup:
    """The documents of one value, in order of date; `place` is the heading that they stand under."""

    value: str
    word: str
    notices: tuple[Notice, ...]
    place: Location


@dataclass(frozen=True)
class FacetIndex:
    """All documents by one facet, in pages of groups; a group may run on over several pages."""

    facet: BrowseFacet
    pages: tuple[tuple[FacetGroup, ...], ...]

    def file(self, number: int) -> str:
        """Returns the Markdown file of page `number`, from 0."""
        return _file(self.facet, number)

    def groups(self) -> Iterator[FacetGroup]:
        """Yields every group once, whole, with the place where it begins."""
        notices: dict[str, list[Notice]] = {}
        first: dict[str, FacetGroup] = {}
        for page in self.pages:
            for group in page:
                first.setdefault(group.value, group)
                notices.setdefault(group.value, []).extend(group.notices)
        for value, group in first.items():
            yield FacetGroup(value, group.word, tuple(notices[value]), group.place)

    @cached_property
    def places(self) -> Mapping[str, Location]:
        """Where the documents of each value begin."""
        return {group.value: group.place for group in self.groups()}


def _by_sound(value: str) -> tuple[int, str]:
    """Sorts as a dictionary does: 安徽 before 北京, 国务院 before 国务院办公厅."""
    return (0, " ".join(toneless(syllable) for syllable in dictionary_readings(value)) + "\0" + value)


def _optional(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def browse_facets(levels: Mapping[str, str], notices: Mapping[str, Notice] = _NO_NOTICES) -> tuple[BrowseFacet, ...]:
    """Makes the facets, for levels of these ids and names, outermost first.

    A carried document stands under what it says itself, and for what it lacks under the facts of its carrier, which
    is one of `notices`.
    """
    ranks = {level: rank for rank, level in enumerate(levels)}

    def level(notice: Notice) -> str | None:
        return (from_carrier(notice, notices).level or notice).level

    def place(notice: Notice) -> str | None:
        return labels_zh.place(notice) or labels_zh.place(from_carrier(notice, notices).level or notice)

    def issuers(notice: Notice) -> tuple[str, ...]:
        return notice.issuers or (from_carrier(notice, notices).issuers or notice).issuers

    def month(notice: Notice) -> str | None:
        day = known_day(from_carrier(notice, notices).date or notice)
        return day and day[:MONTH]

    return (
        BrowseFacet(
            "level",
            "层级",
            "层级未定",
            "未定",
            lambda notice: _optional(level(notice)),
            lambda value: levels.get(value, value),
            lambda value: (ranks.get(value, len(ranks)), value),
        ),
        BrowseFacet("place", "地区", "未见地名", "未见", lambda notice: _optional(place(notice)), order=_by_sound),
        BrowseFacet("issuer", "机关", "未见机关", "未见", issuers, order=_by_sound),
        BrowseFacet(
            "date",
            "日期",
            "未见日期",
            "未见",
            lambda notice: _optional(month(notice)),
            labels_zh.day,
        ),
        BrowseFacet("genre", "文种", "题名未示文种", "未示", lambda notice: _optional(notice.genre), order=_by_sound),
    )


def facet_index(facet: BrowseFacet, notices: Iterable[Notice], length: int = PAGE_LENGTH) -> FacetIndex:
    """Groups the documents by their values and cuts the whole into pages of at most `length` documents."""
    members: dict[str, list[Notice]] = {}
    for notice in by_date(notices):
        for value in facet.values(notice) or ("",):
            members.setdefault(value, []).append(notice)
    values = sorted(members, key=lambda value: (not value, facet.order(value)))
    anchors = _anchors(values)
    pages: list[list[FacetGroup]] = [[]]
    room = length
    for value in values:
        rest = members[value]
        while rest:
            if not room:
                pages.append([])
                room = length
            taken, rest = rest[:room], rest[room:]
            room -= len(taken)
            place = Location(_file(facet, len(pages) - 1), anchors[value])
            pages[-1].append(FacetGroup(value, facet.named(value), tuple(taken), place))
    return FacetIndex(facet, tuple(map(tuple, pages)))


def _file(facet: BrowseFacet, number: int) -> str:
    return f"browse/{facet.id}-{number + 1}.md" if number else f"browse/{facet.id}.md"


def _anchors(values: Iterable[str]) -> dict[str, str]:
    """Makes a fragment for each value of its letters; values that would share one are numbered in their order.

    >>> _anchors(["甲", "甲！", "甲-2", ""])
    {'甲': '甲', '甲！': '甲-2', '甲-2': '甲-2-2', '': 'none'}
    """
    uses: dict[str, int] = {}
    anchors: dict[str, str] = {}
    taken: set[str] = set()
    for value in values:
        stem = _NOT_IN_ANCHOR.sub("-", value).strip("-") or "none"
        anchor = ""
        while not anchor or anchor in taken:
            uses[stem] = uses.get(stem, 0) + 1
            anchor = stem if uses[stem] == 1 else f"{stem}-{uses[stem]}"
        anchors[value] = anchor
        taken.add(anchor)
    return anchors
