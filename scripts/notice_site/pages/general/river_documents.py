"""Prepares what the river of transmission draws: documents with level, day and short name, lines, planned periods."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from notice_site.findings.citations.vocabulary import HANDED_ON
from notice_site.model import Event, Notice
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core.carrier_facts import from_carrier
from notice_site.pages.core.citation_index import CitationEdge
from notice_site.pages.core.document_days import by_date, dated, day_kind, known_day
from notice_site.pages.core.site import Site

_MONTH = len("2014-03")

_SHORTEST_ACTIVITY = 4
"""Characters of the name of an activity: shorter ones are common words."""


@dataclass(frozen=True, slots=True)
class RiverDocument:
    """A document of the river; `day` is ISO as finely as known, "" for none, and that of the carrier where it has none.

    `name` and `about` are the words on its card, `full` what a screen reader says, `target` its address as built.
    """

    id: str
    level: str
    day: str
    name: str
    about: str
    when: str
    full: str
    target: str


@dataclass(frozen=True, slots=True)
class RiverLine:
    """A line from the cited to the citing document: the relation, the words that prove it and their address."""

    cited: str
    citing: str
    relation: str
    proof: str
    target: str

    @property
    def hands_on(self) -> bool:
        """Whether the whole document is passed on, and not only named."""
        return self.relation in HANDED_ON


@dataclass(frozen=True, slots=True)
class PlannedPeriod:
    """From when to when an activity is to run, as a document of the level words it: months, and (words, address)."""

    level: str
    start: str
    end: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class River:
    """Everything that is drawn, the documents in order of date."""

    documents: tuple[RiverDocument, ...]
    lines: tuple[RiverLine, ...]
    periods: tuple[PlannedPeriod, ...]
    levels: tuple[tuple[str, str], ...]  # id and name of each lane, outermost first; "" for the level that is not known


def river_of(site: Site, page: str) -> River:
    """Collects the documents of the site, what they pass on or cite among each other, and their planned periods."""
    notices = by_date(site.corpus.notices)
    lines = tuple(_lines(site, notices, page))
    documents = tuple(_document(site, notice, page) for notice in notices)
    drawn = {document.level for document in documents}
    lanes = [(id, name) for id, name in site.levels.items() if id in drawn]
    lanes += [(id, id) for id in sorted(drawn - {id for id, _ in lanes} - {""})]
    lanes += [("", labels_zh.LEVEL_UNKNOWN)] if "" in drawn else []
    return River(documents, lines, tuple(_periods(site, notices, page)), tuple(lanes))


def _document(site: Site, notice: Notice, page: str) -> RiverDocument:
    carrier = from_carrier(notice, site.notices)
    day = known_day(carrier.date or notice) or ""
    when = dated(notice) or (f"{labels_zh.CARRIER_FACTS['date']}{dated(carrier.date)}" if carrier.date else "")
    full = "，".join(filter(None, (labels_zh.cite(notice), "、".join(notice.issuers), when or labels_zh.DATE_UNSTATED)))
    return RiverDocument(
        notice.id,
        (carrier.level or notice).level or "",
        day,
        _card_name(site, notice),
        notice.number or "、".join(notice.issuers) or labels_zh.ROLES.get(notice.role, "") * bool(notice.part_of),
        _short_day(notice, carrier.date, day),
        full,
        site.links.notice(notice.id).built_relative_to(page),
    )


def _short_day(notice: Notice, carrier: Notice | None, day: str) -> str:
    """The day without its year, which the axis says: 1月24日见报."""
    if not day:
        return "未见日期"
    words = labels_zh.day(day).partition("年")[2] or labels_zh.day(day)
    return f"{labels_zh.CARRIER_FACTS['date']}{words}" if carrier else f"{words}{day_kind(notice)}"


def _card_name(site: Site, notice: Notice) -> str:
    """What a document is about; of one that hands on a numbered document, which: 转发群组发〔2014〕8号."""
    for edge in site.citations.cites.get(notice.id, ()):
        if edge.held and not edge.of_itself and edge.relations[0] in HANDED_ON:
            number = site.citations.notices[edge.key].number
            if number:
                return f"{edge.relations[0]}{number}"
    return subject(notice.title, notice.issuers, notice.genre) if notice.title else labels_zh.title(notice)


def subject(title: str, issuers: Sequence[str], genre: str | None) -> str:
    """Leaves out of a title who issues it, 关于 and the 文种; all of it where nothing would be left.

    >>> subject("中共魏都区委关于在全区开展活动的实施意见", ("中共魏都区委",), "意见")
    '在全区开展活动'
    >>> subject("转发《关于甲的通知》的通知", (), "通知"), subject("国务院令", ("国务院",), "令")
    ('转发《关于甲的通知》', '国务院令')
    """
    rest = title
    for issuer in issuers:
        rest = rest.removeprefix(issuer).lstrip("、 　")
    rest = rest.removeprefix("关于")
    if genre:
        rest = re.sub(rf"的[^的《》]{{0,4}}{re.escape(genre)}$", "", rest)
    return rest if len(rest) > len(genre or "") else title


def _lines(site: Site, notices: Sequence[Notice], page: str) -> Iterator[RiverLine]:
    here = {notice.id for notice in notices}
    for notice in notices:
        edges: Sequence[CitationEdge] = site.citations.cites.get(notice.id, ())
        for edge in edges:
            if edge.held and not edge.of_itself and edge.key in here:
                citation = next(c for c in edge.citations if c.relation == edge.relations[0])
                target = site.links.words(citation.ref).built_relative_to(page)
                yield RiverLine(edge.key, notice.id, citation.relation, citation.quote, target)


def _periods(site: Site, notices: Sequence[Notice], page: str) -> Iterator[PlannedPeriod]:
    """For each level the first document that words from when to when one activity of the glossary runs."""
    by_notice: dict[str, list[Event]] = {}
    for event in site.corpus.events:
        by_notice.setdefault(event.ref.notice, []).append(event)
    activities = [
        [name for name in (term.term, *term.variants) if len(name) >= _SHORTEST_ACTIVITY]
        for term in site.corpus.terms
        if term.kind == "activity"
    ]
    done: set[str] = set()
    for notice in notices:
        if notice.level is None or notice.level in done:
            continue
        for names in activities:
            worded = period_of([e for e in by_notice.get(notice.id, ()) if any(name in e.what for name in names)])
            if worded:
                quotes = {
                    event.what: site.links.words(event.ref).built_relative_to(page)
                    for event in (worded["start"], worded["end"])
                }
                start, end = worded["start"].start or "", worded["end"].end or ""
                yield PlannedPeriod(notice.level, start[:_MONTH], end[:_MONTH], tuple(quotes.items()))
                done.add(notice.level)
                break


def period_of(events: Sequence[Event]) -> Mapping[str, Event]:
    """Finds the event that says when it begins and the one that says when it ends; both may be one. Else nothing."""
    starts = [event for event in events if event.kind == "period" and event.start]
    for event in starts:
        if event.end:
            return {"start": event, "end": event}
    ends = [event for event in events if event.kind in ("deadline", "period") and event.end]
    for start in starts:
        for end in ends:
            if (start.start or "") < (end.end or ""):
                return {"start": start, "end": end}
    return {}
