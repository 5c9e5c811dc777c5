"""Writes what a slogan consists of: a tree with branches and leaves, and a table of how each document words them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from notice_site.model import Quote, Term
from notice_site.model.frozen import dataclass
from notice_site.pages.comparison.short_names import names_of
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import dated
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import TermIndex, term_place
from notice_site.pages.terms.passages import placed, source
from notice_site.text.alignment import differences, pair_up
from notice_site.text.phrase_matcher import folded

MOST_COLUMNS = 6
"""Documents side by side: more are too narrow to read; their words stand in the concordance."""

_SAME = "“同”指与第一列文字相同，标点、全角半角不计；不同的字加底色。"
_NOT_A_LETTER = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of a slogan that has parts of its own, by document; a slogan with one number has one without a name."""

    label: str
    count: int | None
    term: str | None
    by_document: Mapping[str, Sequence[Quote]]


def branches(site: Site, index: TermIndex, term: Term) -> list[Branch]:
    """Sorts the parts of a term by branch and document, the documents by level and date."""
    if not term.structure:
        return [Branch("", None, None, _by_level(site, index, term.items))] if term.items else []
    return [Branch(part.label, part.count, part.term, _by_level(site, index, part.items)) for part in term.structure]


def documents(site: Site, index: TermIndex, term: Term) -> list[str]:
    """Lists the documents that word the parts of a term, by level and date."""
    return [*_by_level(site, index, term.items)]


def _by_level(site: Site, index: TermIndex, quotes: Sequence[Quote]) -> Mapping[str, Sequence[Quote]]:
    levels = [*site.levels]

    def rank(notice_id: str) -> int:
        level = index.notices[notice_id].level
        return levels.index(level) if level in levels else len(levels)

    by_document = index.dated(quotes)
    return {notice_id: by_document[notice_id] for notice_id in sorted(by_document, key=rank)}


def tree(site: Site, index: TermIndex, term: Term, page: str, *, named: bool) -> Iterator[Markdown]:
    """Writes the branches as the first document words them; `named`: under its name, where the term has several."""
    worded_by = documents(site, index, term)
    if worded_by and named:
        yield source(site, index.notices[worded_by[0]], page)
    for branch in branches(site, index, term):
        quotes = branch.by_document.get(worded_by[0], ()) if worded_by else ()
        leaves = (
            md.numbered(placed(site, index, quote, page) for quote in quotes)
            if quotes
            else md.paragraph(Markdown("所收文件没有写明各项"), classes=["missing"])
        )
        yield md.region(md.stacked(_name(index, branch, term, page), leaves), classes=["parts", "branch"])


def _name(index: TermIndex, branch: Branch, term: Term, page: str) -> Markdown:
    if not branch.label:
        return md.EMPTY
    label = md.escape(branch.label)
    if branch.term and branch.term in index.terms and branch.term != term.id:
        label = md.link(label, term_place(branch.term).relative_to(page), classes=["term"])
    count = md.span(Markdown(f"{branch.count} 项"), classes=["count"])
    return md.paragraph(md.joined([label, Markdown(" "), count]), classes=["branch-name"])


def wording_table(site: Site, index: TermIndex, term: Term, page: str) -> Iterator[Markdown]:
    """Lays the words of several documents beside each other: a row for each part, what is the same said to be so."""
    columns = documents(site, index, term)
    if len(columns) < 2:
        return
    shown = columns[:MOST_COLUMNS]
    names = names_of([index.notices[notice_id] for notice_id in shown], site)
    heads = [Markdown("各项"), *(_head(site, index, notice_id, names[notice_id], page) for notice_id in shown)]
    rows = [row for branch in branches(site, index, term) for row in _rows(site, index, branch, shown, page)]
    yield md.paragraph(Markdown(_SAME), classes=["hint"])
    yield md.region(md.table(heads, rows), classes=["data-table", "wording-table"])
    if len(columns) > len(shown):
        rest = f"另有 {len(columns) - len(shown)} 件也写明各项，见全部用例。"
        yield md.paragraph(Markdown(rest), classes=["hint"])


def _head(site: Site, index: TermIndex, notice_id: str, words: str, page: str) -> Markdown:
    notice = index.notices[notice_id]
    name = md.link(md.escape(words), site.links.notice(notice_id).relative_to(page))
    day = [md.span(md.escape(dated(notice)), classes=["date"])] if dated(notice) else []
    tint = ["level", f"level-{notice.level}"] if notice.level else []
    return md.joined([md.span(name, classes=tint), *day], Markdown(" "))


def _rows(site: Site, index: TermIndex, branch: Branch, columns: Sequence[str], page: str) -> Iterator[list[Markdown]]:
    aligned = _aligned([branch.by_document.get(notice_id, ()) for notice_id in columns])
    for number, row in enumerate(aligned, 1):
        first = next(quote for quote in row if quote)
        name = f"{branch.label} {number}".strip()
        yield [
            Markdown(name),
            *(_cell(site, index, quote, None if quote is first else first, page) for quote in row),
        ]


def _aligned(columns: Sequence[Sequence[Quote]]) -> list[list[Quote | None]]:
    """Puts parts that are alike in one row, in the order of the first document that has them.

    Parts of the same number go together where the documents have equally many, and else those most alike.
    """
    rows: list[list[Quote | None]] = []
    for place, quotes in enumerate(columns):
        firsts = [next(quote for quote in row if quote) for row in rows]
        if len(quotes) == len(rows):
            partners = {number: number for number in range(len(rows))}
        else:
            pairs = pair_up([letters(quote.text) for quote in firsts], [letters(quote.text) for quote in quotes])
            partners = {pair.right: pair.left for pair in pairs}
        for row in rows:
            row.append(None)
        for number, quote in enumerate(quotes):
            if number in partners:
                rows[partners[number]][place] = quote
            else:
                rows.append([None] * place + [quote])
    return rows


def letters(text: str) -> str:
    """Folds a text to what counts in a comparison, without punctuation and spaces.

    >>> letters("更加注重领导带头,突出问题导向。") == letters("更加注重领导带头，突出问题导向；")
    True
    """
    return _NOT_A_LETTER.sub("", folded(text))


def _cell(site: Site, index: TermIndex, quote: Quote | None, first: Quote | None, page: str) -> Markdown:
    """Writes the words of a document: whole, 同 where they are those of the first one, else with marks."""
    if quote is None:
        return md.span(Markdown("未写"), classes=["missing"])
    if first is None:
        return placed(site, index, quote, page)
    if letters(first.text) == letters(quote.text):
        return placed(site, index, quote, page, Markdown("同"))
    return placed(site, index, quote, page, marked(first.text, quote.text))


def marked(first: str, other: str) -> Markdown:
    """Marks the letters of a wording that the first one does not have at this place.

    >>> marked("自己找，上级点", "自己找、互相帮")
    '自己找、<ins>互相帮</ins>'
    """
    places = [number for number, sign in enumerate(other) if letters(sign)]
    different = {
        places[number]
        for stretch in differences(letters(first), letters(other))
        if not stretch.same
        for number in range(stretch.right_start, stretch.right_end)
    }
    parts: list[Markdown] = []
    start = 0
    for end in range(1, len(other) + 1):
        if end == len(other) or (end in different) != (start in different):
            words = md.escape(other[start:end])
            parts.append(md.inserted(words) if start in different else words)
            start = end
    return md.joined(parts)
