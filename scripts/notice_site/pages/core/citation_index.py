"""Sorts the citations of a corpus by citing document and by what is cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from notice_site.findings.citations.identities import identity
from notice_site.findings.citations.vocabulary import RELATIONS
from notice_site.model import Citation, Corpus, Notice
from notice_site.model.frozen import dataclass
from notice_site.text.titles import number_key, title_key

DOCUMENT_KINDS = frozenset({"document", "regulation"})
"""Kinds of citations that name a document: what is not held of them is a gap (未收录)."""


@dataclass(frozen=True, slots=True)
class CitationEdge:
    """Something that a document cites, and every place where it does so.

    `key` is the id of a held document, or one key for all wordings of what is not held. `title` and `number` are
    the first that the document gives, or None.
    """

    citing: str
    key: str
    held: bool
    kind: str
    title: str | None
    number: str | None
    citations: tuple[Citation, ...]

    @property
    def of_itself(self) -> bool:
        """Whether a report tells of the issue of the document that it holds: no other document is cited."""
        return self.key == self.citing

    @property
    def relations(self) -> tuple[str, ...]:
        """The relations, the closest first."""
        relations = {citation.relation for citation in self.citations}
        return tuple(relation for relation in RELATIONS if relation in relations)


@dataclass(frozen=True)
class CitationIndex:
    """Citations by citing document (`cites`) and by the key of what is cited (`cited_by`), both in reading order."""

    notices: Mapping[str, Notice]  # those of the whole corpus too, where the site is a part of it
    here: frozenset[str]  # the ids of those that the site shows
    cites: Mapping[str, tuple[CitationEdge, ...]]
    cited_by: Mapping[str, tuple[CitationEdge, ...]]

    @cached_property
    def missing_order(self) -> Mapping[str, int]:
        """The rank of each key of `missing`."""
        return {key: number for number, key in enumerate(self.missing())}

    def missing(self) -> list[str]:
        """Lists the keys of the documents that are cited but not held, those most cited first."""
        keys = [key for key, (edge, *_) in self.cited_by.items() if not edge.held and edge.kind in DOCUMENT_KINDS]
        return sorted(keys, key=lambda key: -len(self.cited_by[key]))


def citation_index(corpus: Corpus) -> CitationIndex:
    """Sorts the citations of a corpus once."""
    by_pair: dict[tuple[str, str], list[Citation]] = {}
    numbers = _numbers_by_title(corpus.citations)
    for citation in corpus.citations:
        by_pair.setdefault((citation.ref.notice, identity(citation, numbers)), []).append(citation)
    cites: dict[str, list[CitationEdge]] = {}
    cited_by: dict[str, list[CitationEdge]] = {}
    kinds = _kinds(by_pair)
    for (citing, key), citations in by_pair.items():
        edge = _edge(citing, key, citations, kinds[key])
        cites.setdefault(citing, []).append(edge)
        if not edge.of_itself:
            cited_by.setdefault(key, []).append(edge)
    return CitationIndex(
        {notice.id: notice for notice in corpus.all_notices},
        frozenset(notice.id for notice in corpus.notices),
        {citing: tuple(edges) for citing, edges in cites.items()},
        {key: tuple(edges) for key, edges in cited_by.items()},
    )


def _numbers_by_title(citations: Iterable[Citation]) -> dict[str, str]:
    """Finds the 发文字号 that some citation gives for a title which others name without."""
    return {title_key(c.title): number_key(c.number) for c in citations if c.title and c.number and not c.target}


def _kinds(by_pair: Mapping[tuple[str, str], Sequence[Citation]]) -> dict[str, str]:
    """Finds one kind for each thing cited: where one place tells that it is a document, it is one everywhere."""
    kinds: dict[str, str] = {}
    for (_, key), citations in by_pair.items():
        for kind in (citation.kind for citation in citations):
            if key not in kinds or (kinds[key] not in DOCUMENT_KINDS and kind in DOCUMENT_KINDS):
                kinds[key] = kind
    return kinds


def _edge(citing: str, key: str, citations: Sequence[Citation], kind: str) -> CitationEdge:
    return CitationEdge(
        citing,
        key,
        citations[0].target is not None,
        kind,
        next((c.title for c in citations if c.title), None),
        next((c.number for c in citations if c.number), None),
        tuple(citations),
    )
