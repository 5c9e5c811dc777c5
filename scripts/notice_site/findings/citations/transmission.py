"""Traces how a speech or a document was passed on: which documents take it up, and how many days later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from notice_site.findings.citations.catalogue import is_short_for
from notice_site.findings.citations.vocabulary import SPEECHES
from notice_site.model import Citation, Corpus, Event, Notice, Ref
from notice_site.model.frozen import dataclass
from notice_site.text.iso_dates import last_day
from notice_site.text.official_words import RANKS, SELF, SPEAKERS, UNNAMED_BODIES, any_of

SHARED = 6
"""Characters in one run that two reports of one person's deed share at least: more than a name or an office."""

OPENING = 8
"""Characters with which two reports of one event open alike, its subject among them."""

_FULL_DAY = len("2014-03-09")
_HANDING_STEPS = {"转发": "forwards", "印发": "issues"}

_UNNAMED = re.compile(rf"(?:中共)?(?:{any_of((*SELF, *RANKS, *'乡镇', *UNNAMED_BODIES))})")
"""A body that is not named: which 市委, 我区 or 学校 is meant depends on who speaks."""

_OCCASION = re.compile(
    rf"""
    (?P<occasion> (?: {any_of((*SPEAKERS, "书记"))}) 在 [\u4e00-\u9fff“”]{{2,40}}?)
    时? 的? (?: 重要)? (?: {any_of(SPEECHES)})?
    $
    """,
    re.VERBOSE,
)
"""Who spoke on what occasion, where the words are a name and no summary: 总书记在兰考调研|重要讲话."""


@dataclass(frozen=True, slots=True)
class Step:
    """One document that takes up what was said or issued.

    `how` is dated (names the event with its date), undated (names it without), cites, forwards or issues.
    `days` are those from the last day of the origin to `day`, the 成文 date of the document or, where it has none, that
    of its publication. `ref` and `quote` are the words that prove it.
    """

    notice: str
    day: str
    days: int
    how: str
    ref: Ref
    quote: str


@dataclass(frozen=True, slots=True)
class Transmission:
    """A dated event that several documents refer to, or a document that others refer to, and these in order of date.

    `origin` is the first report of the event, or None where a document is the origin: then `notice` is its id.
    """

    id: str
    start: str
    end: str
    origin: Event | None
    notice: str | None
    steps: tuple[Step, ...]


def find_transmissions(corpus: Corpus) -> tuple[Transmission, ...]:
    """All of the corpus in order of date; what needs `corpus.events` and `corpus.citations` to be found before.

    Documents are only said to refer to the same event or document, never to each other unless one cites the other.
    """
    notices = {notice.id: notice for notice in corpus.notices}
    citing: dict[str, list[Citation]] = {}
    for citation in corpus.citations:
        if citation.target and citation.target != citation.ref.notice:
            citing.setdefault(citation.target, []).append(citation)
    of_events = tuple(_of_events(corpus, notices, citing))
    events_with: dict[str, set[int]] = {}  # by document the numbers of the events of which it is a step
    for number, event in enumerate(of_events):
        for step in event.steps:
            events_with.setdefault(step.notice, set()).add(number)

    def is_of_events(of_document: Transmission) -> bool:
        """Whether each step is one of an event together with the document itself."""
        events = events_with.get(of_document.notice or "", set())
        return all(events & events_with.get(step.notice, set()) for step in of_document.steps)

    of_documents = (one for one in _of_documents(corpus.notices, notices, citing) if not is_of_events(one))
    return tuple(sorted((*of_events, *of_documents), key=lambda one: (one.start, one.id)))


def _of_events(
    corpus: Corpus, notices: Mapping[str, Notice], citing: Mapping[str, Sequence[Citation]]
) -> Iterator[Transmission]:
    speeches = [
        (citation, occasion)
        for citation in corpus.citations
        if citation.kind == "speech" and (occasion := _occasion(citation.title or ""))
    ]
    groups = [*_same_events(corpus.events)]
    meant = _meant({occasion for _, occasion in speeches}, groups)
    mentions: dict[int, list[Citation]] = {}
    for citation, occasion in speeches:
        if (number := meant[occasion]) is not None:
            mentions.setdefault(number, []).append(citation)
    for number, reports in enumerate(groups):
        end = reports[0].end or ""
        dated = [
            step
            for report in reports
            if (step := _step(notices[report.ref.notice], end, "dated", report.ref, report.quote))
        ]
        undated = [
            step
            for citation in mentions.get(number, ())
            if (step := _step(notices[citation.ref.notice], end, "undated", citation.ref, citation.quote))
        ]
        steps = _first_of_each((*dated, *undated))
        if len(steps) < 2:
            continue
        handed_on = [
            step
            for taken in steps
            for citation in citing.get(taken.notice, ())
            if citation.relation in _HANDING_STEPS and (step := _citing(citation, notices, end))
        ]
        first = min(reports, key=lambda report: notices[report.ref.notice].date or "9")
        ordered = _first_of_each((*steps, *handed_on))
        yield Transmission(f"{first.id}-passed", first.start or "", end, first, None, ordered)


def _meant(occasions: Iterable[str], groups: Sequence[Sequence[Event]]) -> dict[str, int | None]:
    """For each occasion the number of the event that is meant: of several that fit, the one most documents report."""
    wordings = [[*dict.fromkeys(report.what for report in reports)] for reports in groups]

    def event(occasion: str) -> int | None:
        fitting = [n for n, whats in enumerate(wordings) if any(is_short_for(occasion, what) for what in whats)]
        return max(fitting, key=lambda number: (len(groups[number]), -number), default=None)

    return {occasion: event(occasion) for occasion in occasions}


def _same_events(events: Iterable[Event]) -> Iterator[list[Event]]:
    """Reports of one event: the same days, and words that cannot be meant of two."""
    by_days: dict[tuple[str, str], list[list[Event]]] = {}
    begun: dict[tuple[str, ...], list[int]] = {}  # days and a sign of likeness -> groups whose first report has it
    for event in events:
        if event.kind != "event" or event.precision != "day" or not event.start or not event.end:
            continue
        groups = by_days.setdefault((event.start, event.end), [])
        signs = [(event.start, event.end, *sign) for sign in _signs(event)]
        alike = sorted({number for sign in signs for number in begun.get(sign, ())})
        group = next((groups[number] for number in alike if _is_same(groups[number][0], event)), None)
        if group is not None:
            group.append(event)
            continue
        for sign in dict.fromkeys(signs):
            begun.setdefault(sign, []).append(len(groups))
        groups.append([event])
    for groups in by_days.values():
        yield from groups


def _signs(event: Event) -> Iterator[tuple[str, ...]]:
    """What two reports must share before it is worth comparing them."""
    yield ("opening", event.what[:OPENING])
    if event.who:
        deed = _deed(event)
        yield from (("deed", event.who, deed[at : at + SHARED]) for at in range(len(deed) - SHARED + 1))


def _is_same(a: Event, b: Event) -> bool:
    """The same person and words in common about the deed, or the same subject in the same words.

    市委召开动员大会 on one day in two documents is not one event: which 市委 depends on who speaks.
    """
    if a.who and a.who == b.who:
        return not _UNNAMED.match(a.who) and _longest_shared(_deed(a), _deed(b)) >= SHARED
    opening = a.what[:OPENING]
    return len(opening) == OPENING and b.what.startswith(opening) and not _UNNAMED.match(opening)


def _deed(event: Event) -> str:
    return event.quote.replace(event.wording, "").replace(event.who or "", "")


def _longest_shared(a: str, b: str) -> int:
    return SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size


def _occasion(title: str) -> str | None:
    """Who spoke where, as the name of a speech says it; None for a name that does not say where.

    >>> _occasion("总书记在兰考调研重要讲话"), _occasion("习近平总书记系列重要讲话")
    ('总书记在兰考调研', None)
    """
    match = _OCCASION.search(title)
    return match["occasion"] if match else None


def _of_documents(
    corpus_notices: Iterable[Notice], notices: Mapping[str, Notice], citing: Mapping[str, Sequence[Citation]]
) -> Iterator[Transmission]:
    for notice in corpus_notices:
        day = _day(notice)
        if not day or not citing.get(notice.id):
            continue
        steps = _first_of_each(step for citation in citing[notice.id] if (step := _citing(citation, notices, day)))
        if steps:
            yield Transmission(f"{notice.id}-passed", day, day, None, notice.id, steps)


def _day(notice: Notice) -> str | None:
    """The day of a document: 成文, else that of its publication; None where no whole day is known."""
    day = notice.date or (notice.published.date if notice.published else None)
    return day if day and len(day) == _FULL_DAY else None


def _step(notice: Notice, origin: str, how: str, ref: Ref, quote: str) -> Step | None:
    """The step that a document is, unless it has no day or is older than the origin."""
    day = _day(notice)
    days = (last_day(day) - last_day(origin)).days if day else -1
    return Step(notice.id, day, days, how, ref, quote) if day and days >= 0 else None


def _citing(citation: Citation, notices: Mapping[str, Notice], origin: str) -> Step | None:
    how = _HANDING_STEPS.get(citation.relation, "cites")
    return _step(notices[citation.ref.notice], origin, how, citation.ref, citation.quote)


def _first_of_each(steps: Iterable[Step]) -> tuple[Step, ...]:
    """One step a document, the first given, in order of date."""
    first: dict[str, Step] = {}
    for step in steps:
        first.setdefault(step.notice, step)
    return tuple(sorted(first.values(), key=lambda step: (step.day, step.notice)))
