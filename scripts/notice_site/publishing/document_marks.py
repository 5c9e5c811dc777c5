"""Marks terms, citations and times in the text of a document written as XML, and names what they refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from notice_site.model import Event, Mention, Notice
from notice_site.model.frozen import dataclass
from notice_site.pages.citations.lists import name_of_missing
from notice_site.pages.core import labels_zh
from notice_site.pages.core.citation_index import CitationEdge
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import TermIndex
from notice_site.publishing.xml_text import element, xml_text


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around the characters start:end of a block, or at one point where these are equal."""

    start: int
    end: int
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass
class DocumentMarks:
    """The marks of a document by block, and the entries of its list of references by their ids."""

    by_block: dict[str, list[Mark]] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)

    def add(self, block: str, mark: Mark) -> None:
        """Adds a mark."""
        self.by_block.setdefault(block, []).append(mark)

    def refer(self, tag: str, id: str, href: str, shown: str, **more: str) -> str:
        """Adds an entry to the references, once, and returns the address of the entry: #term_liuwen."""
        self.references[id] = element(tag, attributes={"eId": id, "href": href, "showAs": shown, **more})
        return f"#{id}"


def marks_of_documents(site: Site, uri: Callable[[str], str]) -> Callable[[Notice], DocumentMarks]:
    """Prepares the function that marks a document; `uri` gives the identifier of a document of the corpus by its id."""
    events: dict[str, list[Event]] = {}
    for event in site.corpus.events:
        events.setdefault(event.ref.notice, []).append(event)

    def marks(notice: Notice) -> DocumentMarks:
        marked = DocumentMarks()
        _mark_citations(marked, site.citations.cites.get(notice.id, ()), uri)
        _mark_times(marked, notice, events.get(notice.id, ()))
        _mark_terms(marked, site.terms, site.terms.in_notice.get(notice.id, ()))
        return marked

    return marks


def _mark_citations(marked: DocumentMarks, edges: Iterable[CitationEdge], uri: Callable[[str], str]) -> None:
    """Links what the corpus holds; what it does not hold gets an entry of the references."""
    for number, edge in enumerate(edges, 1):
        if edge.held:
            name, attributes = "ref", {"href": uri(edge.key)}
        else:
            id = f"cited_{number}"
            shown = name_of_missing([edge]) or edge.citations[0].quote
            href = marked.refer("TLCReference", id, f"/akn/ontology/{edge.kind}/cn/{id}", shown, name=edge.kind)
            name, attributes = "inline", {"name": "citation", "refersTo": href}
        for citation in edge.citations:
            marked.add(citation.ref.block, Mark(citation.ref.start, citation.ref.end, name, attributes))


def _mark_times(marked: DocumentMarks, notice: Notice, events: Iterable[Event]) -> None:
    """Marks a single day as a date; any other time refers to an entry that says its bounds."""
    blocks = {block.id: block.text for block in notice.blocks}
    for number, event in enumerate(events, 1):
        start, end = event.start, event.end
        if blocks.get(event.ref.block, "")[event.ref.start : event.ref.end] != event.wording or not (start or end):
            continue
        if event.precision == "day" and start == end and start and not event.approximate:
            mark = Mark(event.ref.start, event.ref.end, "date", {"date": start})
        else:
            href = f"/akn/ontology/time/cn/{start or '..'}/{end or '..'}"
            entry = marked.refer("TLCEvent", f"time_{number}", href, labels_zh.time(event))
            mark = Mark(event.ref.start, event.ref.end, "inline", {"name": "time", "refersTo": entry})
        marked.add(event.ref.block, mark)


def _mark_terms(marked: DocumentMarks, terms: TermIndex, mentions: Iterable[Mention]) -> None:
    for mention in mentions:
        term = terms.terms[mention.term]
        entry = marked.refer("TLCTerm", f"term_{term.id}", f"/akn/ontology/term/cn/{term.id}", term.term)
        marked.add(mention.ref.block, Mark(mention.ref.start, mention.ref.end, "term", {"refersTo": entry}))


def marked_text(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """Writes the characters start:end of a text as XML, with the marks that lie in them.

    Marks nest; of two that cross, the later one is left out. A mark at a point belongs to the character before it.

    >>> marked_text("践行三严三实", [Mark(2, 6, "term", {"refersTo": "#t"}), Mark(2, 4, "b"), Mark(3, 7, "i")])
    '践行<term refersTo="#t"><b>三严</b>三实</term>'
    """
    stop = len(text) if end is None else end
    inside = (
        mark
        for mark in marks
        if (start <= mark.start < mark.end <= stop)
        or (mark.start == mark.end and (start < mark.end <= stop or mark.end == start == 0))
    )
    written: list[str] = []
    open_marks: list[Mark] = []
    at = start

    def close(until: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1].end <= until:
            mark = open_marks.pop()
            written.append(xml_text(text[at : mark.end]) + f"</{mark.name}>")
            at = mark.end

    for mark in sorted(inside, key=lambda mark: (mark.start, mark.start != mark.end, -mark.end)):
        close(mark.start)
        if open_marks and mark.end > open_marks[-1].end:
            continue
        written.append(xml_text(text[at : mark.start]))
        at = mark.start
        tag = element(mark.name, attributes=mark.attributes)
        if mark.start == mark.end:
            written.append(tag)
        else:
            written.append(f"{tag.removesuffix('/>')}>")
            open_marks.append(mark)
    close(stop)
    written.append(xml_text(text[at:stop]))
    return "".join(written)
