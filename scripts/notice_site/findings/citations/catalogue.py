"""Resolves the number or title that a citation names to a document of the corpus."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from notice_site.model import Notice
from notice_site.model.frozen import dataclass
from notice_site.text.official_words import RANKS
from notice_site.text.titles import number_key, split_issuer, title_key

_BY_RANK = re.compile(rf"^(?:中共)?[{RANKS}]")
"""A body named by its rank alone: which 市委 is meant depends on who speaks."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a citation says about its target: title, 发文字号 and the body named before the title (or "")."""

    title: str | None
    number: str | None
    whose: str = ""
    other_titles: tuple[str, ...] = ()


class CatalogueEntry(NamedTuple):
    """All of a document that decides which citations mean it; plain values."""

    id: str
    title: str | None
    number: str | None
    date: str | None
    issuers: tuple[str, ...]
    place: str | None
    part_of: str | None

    @classmethod
    def of(cls, notice: Notice) -> CatalogueEntry:
        """That of one document."""
        return cls(*(getattr(notice, name) for name in cls._fields))


@dataclass(frozen=True)
class Catalogue:
    """Documents by the key of their number and of their title, with and without issuer."""

    by_number: Mapping[str, tuple[CatalogueEntry, ...]]
    by_title: Mapping[str, tuple[CatalogueEntry, ...]]
    order: Mapping[str, int]

    @classmethod
    def of(cls, notices: Iterable[Notice]) -> Catalogue:
        """An index of these documents, which stand in reading order."""
        by_number: dict[str, list[CatalogueEntry]] = defaultdict(list)
        by_title: dict[str, list[CatalogueEntry]] = defaultdict(list)
        order: dict[str, int] = {}
        for notice in map(CatalogueEntry.of, notices):
            order[notice.id] = len(order)
            if notice.number:
                by_number[number_key(notice.number)].append(notice)
            if notice.title:
                for key in {title_key(notice.title), title_key(split_issuer(notice.title)[1])}:
                    by_title[key].append(notice)
        return cls(_frozen(by_number), _frozen(by_title), order)

    def resolve(self, wanted: Wanted, citing: Notice) -> CatalogueEntry | None:
        """The document meant, or None where the corpus holds none or cannot tell which of several.

        A number decides. A title is enough where number, date and issuer, as far as both sides state them,
        agree. Copies of one document (one number, or one title and issuer) count as one: that which hangs
        on the citing document first, then one with its own page, then the first.
        """
        if wanted.number:
            numbered = [n for n in self.by_number.get(number_key(wanted.number), ()) if n.id != citing.id]
            if numbered:
                return self._preferred(numbered, citing)
        titles = [t for t in (wanted.title, *wanted.other_titles) if t]
        fitting = {n.id: n for title in titles for n in self._titled(title, wanted, citing)}
        if not fitting:
            return None
        parts = [n for n in fitting.values() if n.part_of == citing.id]
        identities = {(n.number and number_key(n.number), n.issuers) for n in fitting.values()}
        if len(identities) > 1 and not parts:
            return None
        return self._preferred(parts or list(fitting.values()), citing)

    def _titled(self, title: str, wanted: Wanted, citing: Notice) -> list[CatalogueEntry]:
        """The documents of that title whose other data do not speak against it."""
        issuer, subject = split_issuer(title)
        titled = {n.id: n for key in (title_key(title), title_key(subject)) for n in self.by_title.get(key, ())}
        return [
            notice
            for notice in titled.values()
            if notice.id != citing.id
            and not (wanted.number and notice.number)  # equal numbers have been tried
            and not (notice.date and citing.date and notice.date[:7] > citing.date[:7])
            and all(_could_be(body, notice, citing) for body in (issuer, wanted.whose) if body)
        ]

    def _preferred(self, notices: list[CatalogueEntry], citing: Notice) -> CatalogueEntry:
        return min(notices, key=lambda n: (n.part_of != citing.id, n.part_of is not None, self.order[n.id]))


def _frozen(lists: Mapping[str, list[CatalogueEntry]]) -> dict[str, tuple[CatalogueEntry, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _could_be(body: str, notice: CatalogueEntry, citing: Notice) -> bool:
    """Whether `body`, as the citing document words it, can be an issuer of the document.

    中央 or 中央教育实践活动领导小组 for 中央党的群众路线教育实践活动领导小组; 市委 for 中共许昌市委 where the
    citing document is from 许昌市 too. Words that name no body prove nothing.
    """
    if not notice.issuers:
        return True
    if _BY_RANK.match(body) and not _one_place(notice.place, citing.place):
        return False
    joined = "".join(notice.issuers)
    return any(is_short_for(body, issuer) or is_short_for(issuer, body) for issuer in (joined, *notice.issuers))


def _one_place(a: str | None, b: str | None) -> bool:
    return bool(a and b and (a.startswith(b) or b.startswith(a)))


def is_short_for(short: str, full: str) -> bool:
    """Whether the characters of `short` stand in `full` in this order.

    >>> is_short_for("市府办", "甲市人民政府办公室"), is_short_for("办市府", "甲市人民政府办公室")
    (True, False)
    """
    rest = iter(full)
    return all(character in rest for character in short)
