"""Sorts the citations of a corpus by citing document and by what is cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from notice_site.model import Citation, Corpus, Notice
from notice_site.text.titles import number_key, title_key

RELATIONS = ("转发", "印发", "贯彻", "依据", "引用")
"""How a document stands to what it cites, the closest first."""

DOCUMENT_KINDS = frozenset({"document", "regulation"})
"""Kinds of citations that name a document: what is not held of them is a gap (未收录)."""


@dataclass(frozen=True, slots=True)
class CitationEdge:
    """One thing that one document cites, and every place where it does so.

    `key` is the id of a held document, or one key for all wordings of what is not held. `title` and `number` are
    the first that are given; None where the text names none.
    """

    citing: str
    key: str
    held: bool
    kind: str
    title: str | None
    number: str | None
    citations: tuple[Citation, ...]

    @property
    def relations(self) -> tuple[str, ...]:
        """The relations, the closest first."""
        found = {citation.relation for citation in self.citations}
        return tuple(relation for relation in RELATIONS if relation in found)


@dataclass(frozen=True)
class CitationIndex:
    """Who cites what: `cites` by citing document, `cited_by` by the key of what is cited, both in reading order."""

    notices: Mapping[str, Notice]
    cites: Mapping[str, tuple[CitationEdge, ...]]
    cited_by: Mapping[str, tuple[CitationEdge, ...]]

    @cached_property
    def missing_order(self) -> Mapping[str, int]:
        """The rank of each key of `missing`."""
        return {key: number for number, key in enumerate(self.missing())}

    def missing(self) -> list[str]:
        """The keys of the documents that are cited but not held, those most cited first."""
        keys = [key for key, found in self.cited_by.items() if not found[0].held and found[0].kind in DOCUMENT_KINDS]
        return sorted(keys, key=lambda key: -len(self.cited_by[key]))


def citation_index(corpus: Corpus) -> CitationIndex:
    """Sorts the citations of a corpus once."""
    by_pair: dict[tuple[str, str], list[Citation]] = {}
    numbers = _numbers_by_title(corpus.citations)
    for citation in corpus.citations:
        by_pair.setdefault((citation.ref.notice, _key(citation, numbers)), []).append(citation)
    cites: dict[str, list[CitationEdge]] = {}
    cited_by: dict[str, list[CitationEdge]] = {}
    for (citing, key), found in by_pair.items():
        cited = _cited(citing, key, found)
        cites.setdefault(citing, []).append(cited)
        cited_by.setdefault(key, []).append(cited)
    return CitationIndex(
        {notice.id: notice for notice in corpus.notices},
        {citing: tuple(found) for citing, found in cites.items()},
        {key: tuple(found) for key, found in cited_by.items()},
    )


def _numbers_by_title(citations: Iterable[Citation]) -> dict[str, str]:
    """The 发文字号 that some citation gives for a title which others name without."""
    return {title_key(c.title): number_key(c.number) for c in citations if c.title and c.number and not c.target}


def _key(citation: Citation, numbers: Mapping[str, str]) -> str:
    """A target's id, or what all citations of one thing that is not held have in common.

    A title that a body's name goes before (省委《实施方案》) tells nothing outside its document; so does a mere
    mention without title.
    """
    if citation.target:
        return citation.target
    title = title_key(citation.title) if citation.title else ""
    number = number_key(citation.number) if citation.number else numbers.get(title, "")
    if number:
        return f"{citation.kind in DOCUMENT_KINDS}:{number}"
    if not citation.title or citation.title.endswith("》"):
        return f"{citation.ref.notice}:{citation.kind}:{title or citation.id}"
    return f"{citation.kind}:{title}"


def _cited(citing: str, key: str, found: Sequence[Citation]) -> CitationEdge:
    return CitationEdge(
        citing,
        key,
        found[0].target is not None,
        found[0].kind,
        next((c.title for c in found if c.title), None),
        next((c.number for c in found if c.number), None),
        tuple(found),
    )
