"""Answers and the wording that was looked for in; which of the answers are right out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.search.documents import Document
from notice_site.model import Term
from notice_site.search_index.symbols import symbols

LOOKED_AT = 5  # answers: what a reader sees without scrolling


@dataclass(frozen=True)
class Query:
    """What is typed, and the wording that it stands for."""

    manner: str
    typed: str
    wording: str


def read_queries(path: Path) -> list[Query]:
    """The queries of a file: manner -> typed -> wording."""
    manners = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Query(manner, str(typed), wording) for manner, of in manners.items() for typed, wording in of.items()]


class Judge:
    """Knows which pages hold which wording: a document in one paragraph or heading, a term in one of its forms."""

    def __init__(self, pages: Sequence[Document], terms: Sequence[Term]) -> None:
        self._pages = {page.url: [symbols(text) for text in page.texts] for page in pages}
        self._terms = {f"glossary/{term.id}.html": [symbols(f) for f in (term.term, *term.variants)] for term in terms}
        self._known: dict[str, frozenset[str]] = {}

    def holders(self, wording: str) -> frozenset[str]:
        """The addresses of the documents that hold it."""
        if wording not in self._known:
            wanted = symbols(wording)
            found = (url for url, texts in self._pages.items() if any(wanted in text for text in texts))
            self._known[wording] = frozenset(found)
        return self._known[wording]

    def is_right(self, query: Query, answers: Sequence[str]) -> bool:
        """Whether the answers that are seen first all hold the wording, and none is missing where there are few.

        Where no document holds it the right answer is none.
        """
        holders = self.holders(query.wording)
        terms = {url for url, forms in self._terms.items() if any(symbols(query.wording) in form for form in forms)}
        if not holders | terms:
            return not answers
        seen = answers[:LOOKED_AT]
        if not seen or not set(seen) <= holders | terms:
            return False
        asks_for_documents = query.manner not in ("声母",)  # initials name terms and titles only
        return not asks_for_documents or len(holders) > LOOKED_AT or holders <= set(answers)

    def rights(self, queries: Sequence[Query], answers: Sequence[Sequence[str]]) -> Mapping[str, list[str]]:
        """What was typed and rightly answered, by manner."""
        found: dict[str, list[str]] = {}
        for query, answer in zip(queries, answers, strict=True):
            found.setdefault(query.manner, [])
            if self.is_right(query, answer):
                found[query.manner].append(query.typed)
        return found
