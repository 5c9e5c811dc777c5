"""Which answers are right: those that hold the wording that was looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.search.documents import Document
from notice_site.model import Term
from notice_site.search_index.symbols import symbols

LOOKED_AT = 5  # answers: what a reader sees without scrolling
LEAST_EDITED = 4  # characters; of fewer, too much else is one character away
NUMERALS = "0123456789〇零一二三四五六七八九十百千万"


@dataclass(frozen=True)
class Query:
    """What is typed, and the wordings that it stands for.

    A right document holds all of `wordings`, each in one paragraph or heading, and none of `unwanted`; where a wording
    can be spelled in several ways, a | stands between them.
    """

    manner: str
    typed: str
    wordings: tuple[str, ...]
    unwanted: tuple[str, ...] = ()


def read_queries(path: Path) -> list[Query]:
    """The queries of a file: manner -> typed -> a wording, or several; one after a `-` is not wanted."""
    manners = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_query(manner, str(typed), right) for manner, of in manners.items() for typed, right in of.items()]


def _query(manner: str, typed: str, right: str | list[str]) -> Query:
    parts = [right] if isinstance(right, str) else right
    unwanted = tuple(part[1:] for part in parts if part.startswith("-"))
    return Query(manner, typed, tuple(part for part in parts if not part.startswith("-")), unwanted)


class Judge:
    """Knows which pages hold which wording: a document in one paragraph or heading, a term in one of its forms."""

    def __init__(self, pages: Sequence[Document], terms: Sequence[Term]) -> None:
        self._pages = {page.url: [symbols(text) for text in page.texts] for page in pages}
        self._terms = {f"glossary/{term.id}.html": [symbols(f) for f in (term.term, *term.variants)] for term in terms}
        self._known: dict[str, frozenset[str]] = {}

    def holders(self, query: Query) -> frozenset[str]:
        """The addresses of the documents that hold all that is wanted."""
        held = frozenset.intersection(*map(self._holding, query.wordings))
        return held.difference(*map(self._holding, query.unwanted))

    def _holding(self, wording: str) -> frozenset[str]:
        if wording not in self._known:
            spellings = [symbols(spelling) for spelling in wording.split("|")]
            holding = (url for url, texts in self._pages.items() if any(s in text for text in texts for s in spellings))
            self._known[wording] = frozenset(holding)
        return self._known[wording]

    def _near(self, wordings: Sequence[str]) -> set[str]:
        near = [_with_one_edit(wording) for wording in wordings if len(wording) >= LEAST_EDITED]
        return {url for url, texts in self._pages.items() if any(p.search(text) for p in near for text in texts)}

    def is_right(self, query: Query, answers: Sequence[str]) -> bool:
        """Whether the answers that are seen first all hold the wording, and none is missing where there are few.

        Where no document holds it the right answer is none, or documents with a wording of which one character differs.
        """
        holders = self.holders(query)
        wanted = [symbols(wording) for wording in query.wordings]
        # The entry of a word that was asked for is no wrong answer, whatever else was asked with it.
        terms = {url for url, forms in self._terms.items() if any(word in form for word in wanted for form in forms)}
        if not holders | terms:
            return set(answers) <= self._near(wanted)
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


def _with_one_edit(wording: str) -> re.Pattern[str]:
    """A wording of which one character is another, is missing or is one too many; a numeral stays as it is."""
    ways = []
    for at, character in enumerate(wording):
        before, behind = re.escape(wording[:at]), re.escape(wording[at + 1 :])
        if character not in NUMERALS:
            ways += [f"{before}.?{behind}", f"{before}.{re.escape(wording[at:])}"]
    return re.compile("|".join(ways) or "(?!)")
