"""All documents and what was found in them."""

from __future__ import annotations

from notice_site.model.comparison import Comparison
from notice_site.model.finding import Citation, Event, Mention, Passage, Task, Term
from notice_site.model.frozen import dataclass
from notice_site.model.notice import Notice
from notice_site.model.problem import Problem
from notice_site.model.source import Source
from notice_site.model.study_pack import Pack


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents in reading order, and what the stages found in them.

    A part of a corpus has in `outside`, whole, the documents that it leaves out or has only in part: quotations and
    citations may still come from them.
    """

    sources: tuple[Source, ...]
    notices: tuple[Notice, ...]
    terms: tuple[Term, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    tasks: tuple[Task, ...] = ()
    citations: tuple[Citation, ...] = ()
    passages: tuple[Passage, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    problems: tuple[Problem, ...] = ()
    packs: tuple[Pack, ...] = ()
    outside: tuple[Notice, ...] = ()

    @property
    def all_notices(self) -> tuple[Notice, ...]:
        """Every document that something in the corpus may point to, those of the corpus itself as they are there."""
        return tuple({notice.id: notice for notice in (*self.outside, *self.notices)}.values())
