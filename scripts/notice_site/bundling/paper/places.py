"""Names places of documents on paper: by the number of the document, its sections, and the page in the same file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from notice_site.bundling.paper.document import place_id
from notice_site.bundling.paper.elements import Html, element, joined, link, words
from notice_site.model import Corpus, Mention, Notice, Ref
from notice_site.pages.core import labels_zh
from notice_site.pages.core.term_index import TermIndex, term_index

_UNBROKEN = 16
"""Characters of a place that stand on one line: 文件2 三、（一）2."""


@dataclass(frozen=True)
class Places:
    """The documents of a print in its order, which numbers them; others are named by their title.

    With `has_documents` the documents stand in the same file, so that places are links and have page numbers.
    """

    corpus: Corpus
    notices: Sequence[Notice]
    has_documents: bool

    @cached_property
    def index(self) -> TermIndex:
        """The terms of the corpus and the sections of its documents."""
        return term_index(self.corpus)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        if len(self.notices) == 1:
            return {self.notices[0].id: "本件"}
        return {notice.id: f"文件{number}" for number, notice in enumerate(self.notices, 1)}

    @cached_property
    def _printed(self) -> frozenset[tuple[str, str]]:
        return frozenset((notice.id, block.id) for notice in self.notices for block in notice.blocks)

    def name(self, notice: Notice) -> str:
        """How a document is called where space is short: 文件2; its citation where it is not in this print."""
        return self._names.get(notice.id) or labels_zh.cite(notice)

    def of(self, ref: Ref) -> Html:
        """Names the place of a quotation: 文件2　三、（一），第 5 页."""
        notice, path = self.index.notices[ref.notice], self.index.section_path(ref)
        name = words(" ".join(filter(None, (self.name(notice), path))))
        kind = "place unbroken" if len(name) <= _UNBROKEN else "place"
        if not self.has_documents or (ref.notice, ref.block) not in self._printed:
            return element("span", name, kind=kind)
        return link(place_id(ref.notice, ref.block), name, kind=f"{kind} on-page")

    def of_all(self, mentions: Iterable[Mention]) -> Html:
        """Names the sections in which a term stands, each once: 文件1　一、（三）；文件2　三."""
        by_notice: dict[str, dict[str, Ref]] = {}
        for mention in mentions:
            path = self.index.section_path(mention.ref)
            by_notice.setdefault(mention.ref.notice, {}).setdefault(path, mention.ref)
        parts = []
        for notice, sections in by_notice.items():
            name = words(f"{self.name(self.index.notices[notice])} ")
            places = (self._section(path, ref) for path, ref in sections.items())
            parts.append(joined([name, joined(places, Html("，"))]))
        return element("p", joined(parts, Html("；")), kind="places")

    def _section(self, path: str, ref: Ref) -> Html:
        name = words(path or "正文")
        is_here = self.has_documents and (ref.notice, ref.block) in self._printed
        return link(place_id(ref.notice, ref.block), name) if is_here else element("span", name)
