"""Writes what is printed of a study pack: sheets for checking oneself, and cards of terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import ceil

from notice_site.model import CheckSheet, Notice, Pack, Quote, Term
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import TermIndex, spoken
from notice_site.pages.terms.page import UNEXPLAINED

_COLUMNS = tuple(Markdown(name) for name in ("原文", "对照情况", "差距", "改进措施"))
_FIELDS = ("单位＿＿＿＿＿＿＿＿", "姓名＿＿＿＿＿＿", "日期＿＿＿＿＿＿")
_DUPLEX = "双面打印，沿长边翻转：一页词语、一页释义，左右已对调，正反面相合。"

CARDS_A_PAGE = 8
"""Two columns, four rows on A4; style sheet packs.css lays them out."""

SIZES = {"": (21, 7), "small": (25, 10), "smaller": (29, 13)}
"""Characters a line, and lines below the term, that a printed card holds in each size of type; packs.css has the sizes.

What is longer in the smallest shows fewer quotations.
"""

_SMALLEST = [*SIZES][-1]

_SOURCE_SIZE = 0.85
"""The size of the name of a source, beside that of the quotation."""

_TERM_LENGTH = 9
"""Characters of a term in large type: more do not fit the width of a card."""


def sheets_place(pack: Pack) -> Location:
    """Returns the page of the sheets of a pack."""
    return Location(f"packs/{pack.id}/sheets.md")


def cards_place(pack: Pack) -> Location:
    """Returns the page of the cards of a pack."""
    return Location(f"packs/{pack.id}/cards.md")


def sheet_anchor(number: int) -> str:
    """Returns the fragment of sheet `number`, from 0."""
    return f"sheet-{number + 1}"


def sheets_page(site: Site, index: TermIndex, pack: Pack, home: Location) -> str:
    """Writes all sheets of a pack; `home` is the page of the pack."""
    page = sheets_place(pack).file
    sheets = (_sheet(site, index, sheet, number, page) for number, sheet in enumerate(pack.sheets))
    return md.page(
        f"{pack.title}：对照检查",
        md.heading(1, md.escape(f"{pack.title}：对照检查"), id="top-of-sheets"),
        _back(pack, home, page),
        *sheets,
    )


def _sheet(site: Site, index: TermIndex, sheet: CheckSheet, number: int, page: str) -> Markdown:
    """Writes a table with the parts as quoted, and three columns left empty."""
    rows = [
        [md.link(md.escape(row.text), site.links.words(row.ref).relative_to(page), classes=["quoted"])]
        for row in sheet.rows
    ]
    title = md.heading(2, md.escape(f"对照检查：{index.terms[sheet.term].term}"), id=sheet_anchor(number))
    source = _source(site, index.notices[sheet.rows[0].ref.notice], page)
    fields = md.joined((md.span(Markdown(field), classes=["field"]) for field in _FIELDS), Markdown("　"))
    parts = (title, md.paragraph(fields, classes=["fill-in"]), md.table(_COLUMNS, rows), source)
    return md.region(md.stacked(*parts), tag="section", classes=["check-sheet"])


def cards_page(site: Site, index: TermIndex, pack: Pack, home: Location) -> str:
    """Writes the cards of a pack: a page of fronts, then the page of their backs, and so on."""
    page = cards_place(pack).file
    terms = [index.terms[id] for id in pack.terms]
    return md.page(
        f"{pack.title}：词语卡片",
        md.heading(1, md.escape(f"{pack.title}：词语卡片"), id="cards"),
        _back(pack, home, page),
        md.paragraph(Markdown(_DUPLEX), classes=["hint"]),
        *(
            part
            for start in range(0, len(terms), CARDS_A_PAGE)
            for part in _both_sides(index, terms[start : start + CARDS_A_PAGE])
        ),
    )


def _both_sides(index: TermIndex, terms: Sequence[Term]) -> Iterator[Markdown]:
    yield md.region(md.stacked(*map(_front, terms)), classes=["card-side", "fronts"])
    yield md.region(md.stacked(*(_reverse(index, term) for term in terms)), classes=["card-side", "backs"])


def _front(term: Term) -> Markdown:
    parts = (
        md.paragraph(md.escape(term.term), classes=["card-term", *(["long"] if len(term.term) > _TERM_LENGTH else [])]),
        md.paragraph(md.escape(spoken(term)), classes=["reading"]),
    )
    return md.region(md.stacked(*parts), classes=["pack-card"])


def _reverse(index: TermIndex, term: Term) -> Markdown:
    """Writes the term, small, and its quotations, each with the document that it is from."""
    quotes = _that_fit(index, term)
    shown = [md.paragraph(md.strong(md.escape(term.term)))]
    for quote, source in _with_sources(index, quotes):
        parts = [md.escape(quote.text), md.span(md.escape(source), classes=["source"]) if source else md.EMPTY]
        shown.append(md.paragraph(md.joined(parts)))
    if not _explaining(term):
        said = f"{UNEXPLAINED}，以上是用例" if quotes else UNEXPLAINED
        shown.append(md.paragraph(Markdown(said), classes=["missing"]))
    size = next((size for size in SIZES if lines(index, term, quotes, size) <= SIZES[size][1]), _SMALLEST)
    return md.region(md.stacked(*shown), classes=["pack-card", *([size] if size else [])])


def _with_sources(index: TermIndex, quotes: Sequence[Quote]) -> Iterator[tuple[Quote, str]]:
    """Gives each quotation with the document that it is from, which is named once behind the last of its quotations."""
    for quote, following in zip_longest(quotes, quotes[1:]):
        is_last = following is None or following.ref.notice != quote.ref.notice
        yield quote, f"——{labels_zh.cite(index.notices[quote.ref.notice])}" if is_last else ""


def lines(index: TermIndex, term: Term, quotes: Sequence[Quote], size: str) -> int:
    """Counts the lines that quotations and their sources take below the term in that size."""
    width = SIZES[size][0]
    lengths = [len(quote.text) + _SOURCE_SIZE * len(source) for quote, source in _with_sources(index, quotes)]
    return sum(ceil(length / width) for length in lengths) + (not _explaining(term))


def _explaining(term: Term) -> tuple[Quote, ...]:
    """Returns the definitions of a term, else those of its senses, else its parts."""
    return term.definitions or tuple(quote for sense in term.senses for quote in sense.definitions) or term.items


def _that_fit(index: TermIndex, term: Term) -> list[Quote]:
    """Chooses passages by date of their document, as many as a card holds; always the first, whole.

    A term that no passage explains is shown in use.
    """
    chosen = _explaining(term) or term.usage
    quotes = [quote for of_document in index.dated(chosen).values() for quote in of_document]
    fitting: list[Quote] = []
    for quote in quotes:
        if not fitting or lines(index, term, [*fitting, quote], _SMALLEST) <= SIZES[_SMALLEST][1]:
            fitting.append(quote)
    return fitting


def _back(pack: Pack, home: Location, page: str) -> Markdown:
    """Links the page of the pack."""
    return crumbs(md.link(md.escape(pack.title), home.relative_to(page)))


def _source(site: Site, notice: Notice, page: str) -> Markdown:
    link = md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))
    return md.paragraph(md.joined([Markdown("出处："), link]), classes=["source"])
