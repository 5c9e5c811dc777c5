"""Chooses the sentences of the home page that say what the documents are about, as a central document words it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_site.model import BlockKind, Notice, Quote, Ref
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.labels_zh import CENTRAL
from notice_site.pages.core.site import Site

LONGEST_QUOTE = 120
"""Characters of a quotation: more are a passage to be read in the document, not a sentence that opens a site."""

_SHORTEST_NAME = 4
"""Characters of the name of an activity: shorter ones are common words."""

_CLAUSE = re.compile(r"[^，,；;。！？]+[，,；;。！？]?")

# Clauses that say what an activity is for.
# takes: 坚持“照镜子、正衣冠、洗洗澡、治治病”的总要求; 以为民务实清廉为主题; not: 召开主题会议
_THEME = re.compile(r"的总要求|总要求是|为主题|主题是")

_PAIRS = ("“”", "《》", "（）", "()")

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.SECTION, BlockKind.ITEM})


def opening_quotes(site: Site) -> list[Quote]:
    """Quotes when the activity began and under which theme; both of one document, nothing where none says so.

    It is the earliest central document whose title names an activity of the glossary and that says one of the two.
    """
    names = {name for term in site.corpus.terms if term.kind == "activity" for name in (term.term, *term.variants)}
    names = {name for name in names if len(name) >= _SHORTEST_NAME}
    for notice in by_date(site.corpus.notices):
        if notice.level == CENTRAL and any(name in (notice.title or "") for name in names):
            quotes = [quote for quote in (_beginning(site, notice, names), theme(notice)) if quote is not None]
            if quotes:
                return quotes
    return []


def _beginning(site: Site, notice: Notice, names: set[str]) -> Quote | None:
    """The first sentence that says from when the activity runs: 第二批教育实践活动从2014年1月开始，……开展。"""
    for event in site.corpus.events:
        if event.ref.notice != notice.id or event.kind != "period" or not event.start:
            continue
        text = notice.block(event.ref.block).text
        start = text.find(event.quote)
        if start >= 0 and len(event.quote) <= LONGEST_QUOTE and any(name in event.what for name in names):
            return Quote(Ref(notice.id, event.ref.block, start, start + len(event.quote)), event.quote)
    return None


def theme(notice: Notice) -> Quote | None:
    """The first clauses in a row that say under which theme the activity runs."""
    for block in notice.blocks:
        if block.kind in _TEXT:
            for start, end in theme_clauses(block.text):
                return Quote(Ref(notice.id, block.id, start, end), block.text[start:end])
    return None


def theme_clauses(text: str) -> Iterator[tuple[int, int]]:
    """Finds neighbouring clauses about the theme, without the mark at their end.

    >>> text = "要认真学习，坚持“照镜子、正衣冠”的总要求，以为民务实清廉为主题，落实规定。"
    >>> [text[start:end] for start, end in theme_clauses(text)]
    ['坚持“照镜子、正衣冠”的总要求，以为民务实清廉为主题']
    >>> [*theme_clauses("召开主题会议，总结经验。")]
    []
    """
    spans: list[tuple[int, int]] = []
    for clause in _CLAUSE.finditer(text):
        if not _THEME.search(clause.group()):
            continue
        if spans and spans[-1][1] == clause.start():
            spans[-1] = (spans[-1][0], clause.end())
        else:
            spans.append((clause.start(), clause.end()))
    for start, end in spans:
        quoted = text[start:end].rstrip("，,；;。！？")
        whole = all(quoted.count(pair[0]) == quoted.count(pair[1]) for pair in _PAIRS)
        if whole and len(quoted) <= LONGEST_QUOTE:
            yield start, start + len(quoted)
