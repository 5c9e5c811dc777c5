"""Writes the slogans that stand most often in the texts as tiles, each with its parts as the documents word them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.model import Quote, Term
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import TermIndex, term_place

TILES = 6

_FEWEST_PARTS = 3
"""Parts of a slogan: a term with fewer is a name or a pair."""

_LONGEST_PART = 16
"""Characters of a part: of a longer one the tile shows a clause. The link leads to all of it."""

_LONG_NAME = 8
"""Characters of a slogan above which it stands in smaller type, without its reading."""

_CLAUSE_END = re.compile(r"[，,；;：:。]")

Branch = tuple[str, list[Quote]]


def slogan_tiles(site: Site, page: str) -> Markdown:
    """Writes the tiles; nothing without slogans that have parts."""
    tiles = [_tile(site, term, branches, page) for term, branches in _chosen(site.terms)]
    if not tiles:
        return md.EMPTY
    return md.region(md.stacked(*tiles), classes=["tiles"])


def _chosen(index: TermIndex) -> list[tuple[Term, list[Branch]]]:
    """The slogans with parts that stand most often; a branch of another (三促) counts for the whole (学三促四抓)."""
    within = {part.term for term in index.terms.values() for part in term.structure if _size(_branches(index, term))}
    candidates = [
        (term, branches)
        for term in index.terms.values()
        if term.kind in ("numeral", "slogan") and term.id not in within
        for branches in (_branches(index, term),)
        if _size(branches) >= _FEWEST_PARTS
    ]
    return sorted(candidates, key=lambda one: (-_uses(index, one[0]), -_size(one[1])))[:TILES]


def _uses(index: TermIndex, term: Term) -> int:
    """Counts the places of a slogan and of its branches that are terms: the figure that the tiles are sorted by."""
    ids = {term.id, *(part.term for part in term.structure if part.term)}
    places = {mention.ref for id in ids for mention in index.mentions.get(id, ())}
    return len({(ref.notice, ref.block, ref.start) for ref in places})


def _size(branches: Sequence[Branch]) -> int:
    return sum(len(quotes) for _, quotes in branches)


def _branches(index: TermIndex, term: Term) -> list[Branch]:
    """The parts as one document words them, the earliest that has them: one group, or one for each branch."""
    if term.structure:
        return [(part.label, _of_one(index, part.items)) for part in term.structure]
    return [("", _of_one(index, term.items))]


def _of_one(index: TermIndex, quotes: Sequence[Quote]) -> list[Quote]:
    return next(iter(index.dated(quotes).values()), [])


def _tile(site: Site, term: Term, branches: Sequence[Branch], page: str) -> Markdown:
    long = len(term.term) > _LONG_NAME
    words = md.escape(term.term) if long else md.ruby(zip(term.term, term.pinyin, strict=True))
    name = md.link(words, term_place(term.id).relative_to(page), classes=["headword"])
    lines = []
    for label, quotes in branches:
        shown = shortened([quote.text for quote in quotes])
        links = [
            md.link(md.escape(words), site.links.words(quote.ref).relative_to(page))
            for words, quote in zip(shown, quotes, strict=True)
        ]
        listed = md.joined(links, Markdown(" · "))
        branch = md.joined([md.span(md.escape(label), classes=["branch"]), Markdown(" "), listed]) if label else listed
        lines.append(md.paragraph(branch, classes=["parts"]))
    classes = ["tile", *(["long"] if long else [])]
    total, of_name = _uses(site.terms, term), site.terms.tally(term.id).total
    uses = md.span(Markdown(f"{total} 处" if total == of_name else f"含分项 {total} 处"), classes=["count"])
    return md.region(
        md.stacked(md.paragraph(md.joined([name, Markdown(" "), uses]), classes=["slogan"]), *lines), classes=classes
    )


def shortened(parts: Sequence[str]) -> list[str]:
    """Shows of long parts the clause that tells them apart, the first or the last; what is left out is …

    >>> shortened(["形式主义", "官僚主义"])
    ['形式主义', '官僚主义']
    >>> shortened(["一问是否像甲那样，把群众当亲人，做到一心为民", "二问是否像甲那样，深入基层，做到真抓实干"])
    ['…做到一心为民', '…做到真抓实干']
    """
    if all(len(part) <= _LONGEST_PART for part in parts):
        return [*parts]
    clauses = [_CLAUSE_END.split(part.rstrip("，,；;：:。")) for part in parts]
    first, last = ([clause[end] for clause in clauses] for end in (0, -1))
    lasting = _variety(last) > _variety(first)
    return [
        part if len(part) <= _LONGEST_PART else f"…{tail[-_LONGEST_PART:]}" if lasting else f"{head[:_LONGEST_PART]}…"
        for part, head, tail in zip(parts, first, last, strict=True)
    ]


def _variety(clauses: Sequence[str]) -> float:
    """The share of pairs of characters that stand once: the higher, the better clauses are told apart."""
    pairs = [clause[at : at + 2] for clause in clauses for at in range(len(clause) - 1)]
    return len(set(pairs)) / len(pairs) if pairs else 0
