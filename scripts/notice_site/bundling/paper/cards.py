"""Prints cards of terms for cutting out: a page of fronts, then the page of their backs, right and left changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from notice_site.bundling.paper.elements import Html, element, words
from notice_site.bundling.paper.places import Places
from notice_site.model import Quote, Term
from notice_site.pages.core import labels_zh
from notice_site.pages.core.term_index import spoken
from notice_site.pages.terms.page import UNEXPLAINED

COLUMNS = 2

ROWS = (4, 5, 6)
"""Rows of cards on a page: more where that saves pages and leaves letters large; the style sheet has the heights."""

SIZES = {
    "": (26, {4: 10, 5: 8, 6: 6}),
    "medium": (30, {4: 12, 5: 9, 6: 7}),
    "small": (33, {4: 14, 5: 10, 6: 8}),
    "smaller": (37, {4: 16, 5: 12, 6: 10}),
}
"""Characters a line, and lines below the heading by rows on a page, of each class of size (9, 8, 7.2, 6.5 points)."""

USED = "　用例"
"""Stands behind a term whose quotations do not explain it."""

MOST_SMALLEST = 0.2
"""The share of cards in the smallest letters that saving pages may cost."""

MOST_QUOTATIONS = 2
"""Passages that explain a term on its card; the documents and the list of terms have the others."""

_TERM_LENGTH = 9
"""Characters of a term in large type: more do not fit the width of a card."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card: front and back, the back in a size that holds it. `part` counts the cards of a term from 0."""

    term: Term
    quotes: tuple[Quote, ...]
    size: str
    part: int


def cards(terms: Sequence[Term], places: Places) -> Iterator[Html]:
    """Writes the pages: fronts on a right-hand page, their backs behind them. What is left of a page is blank cards."""
    if not terms:
        return
    layouts = {rows: [card for term in terms for card in cards_of(term, places, rows)] for rows in ROWS}
    legible = [rows for rows in ROWS if rows == ROWS[0] or _share_of_smallest(layouts[rows]) <= MOST_SMALLEST]
    rows = min(legible, key=lambda count: (-(-len(layouts[count]) // (COLUMNS * count)), count))
    a_page = COLUMNS * rows
    for start in range(0, len(layouts[rows]), a_page):
        page: list[Card | None] = [*layouts[rows][start : start + a_page]]
        page += [None] * (a_page - len(page))
        yield element("section", *map(_front, page), kind=f"fronts rows-{rows}{'' if start else ' first-cards'}")
        yield element("section", *(_back(card, places) for card in _mirrored(page)), kind=f"backs rows-{rows}")


def _share_of_smallest(cards: Sequence[Card]) -> float:
    smallest = [*SIZES][-1]
    return sum(card.size == smallest for card in cards) / len(cards)


def cards_of(term: Term, places: Places, rows: int) -> list[Card]:
    """The cards of a term: as few as hold its first quotations, in the largest size that does."""
    quotes = _explaining(term, places)
    for size in SIZES:
        if _lines(quotes, size, places) <= SIZES[size][1][rows]:
            return [Card(term, tuple(quotes), size, 0)]
    smallest = [*SIZES][-1]
    most = SIZES[smallest][1][rows]
    parts: list[list[Quote]] = [[]]
    for quote in _pieces(quotes, smallest, most, places):
        if parts[-1] and _lines([*parts[-1], quote], smallest, places) > most:
            parts.append([])
        parts[-1].append(quote)
    return [Card(term, tuple(part), smallest, number) for number, part in enumerate(parts)]


def _explaining(term: Term, places: Places) -> list[Quote]:
    """The first passages that explain a term or else use it, by date, or its parts as one document words them."""
    explained = term.definitions or [quote for sense in term.senses for quote in sense.definitions]
    by_document = places.index.dated(explained or term.items or term.usage)
    if explained or not term.items:
        return [quote for quotes in by_document.values() for quote in quotes][:MOST_QUOTATIONS]
    return next(iter(by_document.values()), [])


def _lines(quotes: Sequence[Quote], size: str, places: Places) -> int:
    """How many lines quotations take with their sources; a line may be a character shorter before a stop."""
    length = SIZES[size][0] - 1
    return sum(-(-(len(quote.text) + len(source)) // length) for quote, source in _sourced(quotes, places))


def _pieces(quotes: Sequence[Quote], size: str, lines: int, places: Places) -> Iterator[Quote]:
    """The quotations; one that no card holds alone is divided, behind a stop where there is one."""
    characters = SIZES[size][0]
    room = (characters - 1) * lines - max((len(_source(quote, places)) for quote in quotes), default=0) - characters
    for quote in quotes:
        start = 0
        while start < len(quote.text):
            end = start + room
            if end < len(quote.text):
                stop = max(quote.text.rfind(sign, start, end) for sign in "。；，,")
                end = stop + 1 if stop > start + room // 2 else end
            text = quote.text[start:end]
            at = quote.ref.start + start
            yield Quote(replace(quote.ref, start=at, end=at + len(text)), text)
            start += len(text)


def _source(quote: Quote, places: Places) -> str:
    return f"——{labels_zh.cite(places.index.notices[quote.ref.notice])}"


def is_only_used(term: Term) -> bool:
    """Whether documents use the term and none explains it or lists its parts."""
    return bool(term.usage) and not (term.definitions or term.items or any(s.definitions for s in term.senses))


def _sourced(quotes: Sequence[Quote], places: Places) -> Iterator[tuple[Quote, str]]:
    """Each quotation with its source; of those that follow each other from one document the last names it."""
    for quote, following in zip_longest(quotes, quotes[1:]):
        is_last = following is None or following.ref.notice != quote.ref.notice
        yield quote, _source(quote, places) if is_last else ""


def _mirrored(page: Sequence[Card | None]) -> Iterator[Card | None]:
    """Changes left and right in each row, so that backs lie behind their fronts when a sheet turns on its long edge."""
    for start in range(0, len(page), COLUMNS):
        yield from reversed(page[start : start + COLUMNS])


def _front(card: Card | None) -> Html:
    if card is None:
        return element("div", kind="card")
    term = card.term
    more = f"（续 {card.part}）" if card.part else ""
    long = "card-term long" if len(term.term) > _TERM_LENGTH else "card-term"
    return element(
        "div",
        element("p", words(term.term + more), kind=long),
        element("p", words(spoken(term)), kind="reading"),
        kind="card",
    )


def _back(card: Card | None, places: Places) -> Html:
    if card is None:
        return element("div", kind="card")
    more = f"（续 {card.part}）" if card.part else ""
    quotes = [
        element("p", words(quote.text), element("span", words(source), kind="source"))
        for quote, source in _sourced(card.quotes, places)
    ]
    heading = element("p", words(card.term.term + more + (USED if is_only_used(card.term) else "")), kind="card-head")
    return element(
        "div",
        heading,
        *(quotes or [element("p", words(UNEXPLAINED), kind="source")]),
        kind=f"card back {card.size}".strip(),
    )
