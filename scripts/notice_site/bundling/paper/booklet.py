"""Sets the booklet of a study pack: cover, contents, passages, terms, times, duties, questions, sheets, cards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from notice_site.bundling.paper.cards import USED, cards, is_only_used
from notice_site.bundling.paper.document import document, place_id
from notice_site.bundling.paper.elements import NOTHING, Html, element, link, page, words
from notice_site.bundling.paper.notice_print import STYLE
from notice_site.bundling.paper.obligations import has_times, times, unit_sheet
from notice_site.bundling.paper.places import Places
from notice_site.bundling.paper.writing import check_sheet, questions, session_sheet
from notice_site.findings.check_points import check_points
from notice_site.findings.packs import documents_of
from notice_site.model import BlockKind, Notice, Pack, Quote, Term
from notice_site.pages.core import labels_zh
from notice_site.pages.core.document_days import dated
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import spoken
from notice_site.pages.notice.block_text import heading_end
from notice_site.pages.tasks.sheet import sheet_of
from notice_site.pages.tasks.task_cells import task_index

PARTS = {
    "documents": "文件",
    "terms": "词语",
    "dates": "时间",
    "tasks": "任务",
    "questions": "填空与思考",
    "session": "一次学习（45 分钟）",
    "sheets": "对照检查",
    "cards": "词语卡片",
}
"""The parts of a booklet by the names that choose them, in their order."""

_USE = {
    "documents": "文件：原文照录，可先通读，再按词语、任务回查。",
    "terms": "词语：各词的原文解释，及其出现的章节。",
    "dates": "时间：原文写明的期限、时段，按先后排列。",
    "tasks": "任务：原文向一类单位提出的要求，逐条可勾，可按单位复印。",
    "questions": "填空与思考：学习时书写，可单独复印。",
    "session": "一次学习：一次集中学习用的一份材料，正反面复印即可。",
    "sheets": "对照检查：每人一份，左栏为原文，其余各栏自填。",
    "cards": "词语卡片：双面打印，沿长边翻转，裁开后正反面相合。",
}

_LONGEST_DEFINITION = 160
"""Characters of a definition in the list of terms; a longer one is on the cards and in the documents."""

_COVER_WIDTH, _TITLE_SIZES = 440, (20, 30)
"""Points: the width of a line on the cover, the smallest and the largest size of the title."""

_STOPS = "。．.：:；;"


@dataclass(frozen=True)
class Booklet:
    """What a booklet is made from: the site of the pack alone, the pack, and which parts are printed."""

    site: Site
    pack: Pack
    rights: str
    chosen: Collection[str] = frozenset(PARTS)

    @cached_property
    def places(self) -> Places:
        """The names of places; with page numbers where the documents are printed too."""
        return Places(self.site.corpus, self.notices, "documents" in self.chosen)

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """The documents in the order of the pack."""
        by_id = self.site.notices
        return tuple(by_id[id] for id in documents_of(self.pack.selections, self.site.corpus.notices))

    @cached_property
    def parts(self) -> dict[str, tuple[Html, ...]]:
        """The parts that are printed and hold something, in their order."""
        written = {name: tuple(_MAKERS[name](self)) for name in PARTS if name in self.chosen}
        return {name: content for name, content in written.items() if content}


def booklet(book: Booklet) -> str:
    """Writes the page that is printed."""
    pack, site = book.pack, book.site
    alone = len(book.parts) == 1
    front = () if alone else (_cover(book), _contents(book))
    sources = "、".join(source.name for source in site.corpus.sources)
    small_print = element(
        "div", *map(_small, (book.rights, f"录自来源文本 {sources}　版本 {site.edition.label}")), kind="imprint"
    )
    sections = [_part(name, content, pack) for name, content in book.parts.items()]
    return page(pack.title, pack.purpose, STYLE, *front, *sections, small_print)


def _part(name: str, content: Sequence[Html], pack: Pack) -> Html:
    heading = element("h1", words(PARTS[name]), kind="part-title", id=f"part-{name}")
    return element("section", heading, *content, kind=f"part {name}", data_title=pack.title)


def _small(text: str) -> Html:
    return element("p", words(text))


# --- cover and contents --------------------------------------------------------------------------


def _cover(book: Booklet) -> Html:
    """Writes title and purpose, and which documents the booklet holds."""
    listed = []
    for notice in book.notices:
        facts = "　".join(filter(None, ["、".join(notice.issuers), dated(notice)]))
        listed.append(element("li", words(labels_zh.cite(notice)), element("span", words(facts), kind="facts")))
    return element(
        "section",
        element("p", words("学习材料"), kind="kicker"),
        element("h1", words(book.pack.title), kind="cover-title", style=_title_size(book.pack.title)),
        element("p", words(book.pack.purpose), kind="purpose"),
        element("ol", *listed, kind="cover-documents"),
        element("p", words(labels_zh.SITE), kind="publisher"),
        kind="cover",
    )


def _title_size(title: str) -> str:
    """The size in which the title stands on one line, if it can."""
    smallest, largest = _TITLE_SIZES
    return f"font-size:{min(largest, max(smallest, _COVER_WIDTH // max(1, len(title))))}pt"


def _contents(book: Booklet) -> Html:
    entries = []
    for name in book.parts:
        inner: list[Html] = []
        if name == "documents":
            inner = [_document_entry(book, notice) for notice in book.notices]
        children = [element("ul", *inner)] if inner else []
        entries.append(element("li", _entry(f"part-{name}", PARTS[name]), *children))
    use = [element("li", words(_USE[name])) for name in book.parts]
    return element(
        "section",
        element("h1", words("目录"), kind="part-title", id="contents"),
        element("ul", *entries, kind="contents"),
        element("h2", words("怎样使用"), kind="use-title"),
        element("ul", *use, kind="use"),
        kind="part front",
        data_title=book.pack.title,
    )


def _document_entry(book: Booklet, notice: Notice) -> Html:
    number = book.places.name(notice)
    sections = [
        element("li", _entry(place_id(notice.id, block.id), block.text[: heading_end(block)].rstrip(_STOPS)))
        for block in notice.blocks
        if block.kind is BlockKind.SECTION and block.depth == 1 and not block.inline
    ]
    return element(
        "li",
        _entry(notice.id, f"{number}　{labels_zh.title(notice)}"),
        *([element("ul", *sections)] if sections else []),
    )


def _entry(id: str, text: str) -> Html:
    return link(id, words(text), kind="entry")


# --- the parts -----------------------------------------------------------------------------------


def _documents(book: Booklet) -> Iterator[Html]:
    for notice in book.notices:
        has_title = any(block.kind is BlockKind.TITLE for block in notice.blocks)
        name = book.places.name(notice) if has_title else f"{book.places.name(notice)}　{labels_zh.cite(notice)}"
        yield element("p", words(name), kind="document-number")
        yield document(notice)


def _terms(book: Booklet) -> Iterator[Html]:
    entries = [_term(term, book.places) for term in book.site.corpus.terms]
    if entries:
        yield element("table", *entries, kind="term-list")


def _term(term: Term, places: Places) -> Html:
    explained = [quote for quote in _explaining(term, places) if len(quote.text) <= _LONGEST_DEFINITION][:1]
    quoted = (
        element("p", words(quote.text), words(" "), places.of(quote.ref), kind="definition") for quote in explained
    )
    used = element("span", words(USED), kind="reading") if is_only_used(term) else NOTHING
    return element(
        "tr",
        element("td", element("b", words(term.term)), used, element("p", words(spoken(term)), kind="reading")),
        element("td", *quoted, places.of_all(places.index.mentions[term.id])),
    )


def _explaining(term: Term, places: Places) -> list[Quote]:
    """The passages that explain a term, by date of their document."""
    quotes = term.definitions or [quote for sense in term.senses for quote in sense.definitions]
    quotes = quotes or (term.usage if is_only_used(term) else ())
    return [quote for of_document in places.index.dated(quotes).values() for quote in of_document]


def _dates(book: Booklet) -> Iterator[Html]:
    if book.pack.dates and has_times(book.site.corpus.events):
        yield from times(book.site.corpus.events, book.places)


def _tasks(book: Booklet) -> Iterator[Html]:
    tasks = task_index(book.site)
    for level in book.pack.units:
        sheet = sheet_of(tasks, level, book.notices)
        if sheet.parts:
            yield unit_sheet(sheet, book.places)


def _questions(book: Booklet) -> Iterator[Html]:
    if book.pack.questions:
        yield from questions(book.pack.questions, book.places)


def _session(book: Booklet) -> Iterator[Html]:
    if book.pack.questions:
        yield from session_sheet(book.pack.questions, book.places)


def _sheets(book: Booklet) -> Iterator[Html]:
    for sheet in book.pack.sheets:
        yield check_sheet(book.places.index.terms[sheet.term].term, sheet.rows, book.places)
    for notice in book.notices:
        if points := [point.quote for point in check_points([notice])]:
            yield check_sheet(f"{book.places.name(notice)}列出的检查要点", points, book.places)


def _cards(book: Booklet) -> Iterator[Html]:
    yield from cards(book.site.corpus.terms, book.places)


_MAKERS: dict[str, Callable[[Booklet], Iterator[Html]]] = {
    "documents": _documents,
    "terms": _terms,
    "dates": _dates,
    "tasks": _tasks,
    "questions": _questions,
    "session": _session,
    "sheets": _sheets,
    "cards": _cards,
}
