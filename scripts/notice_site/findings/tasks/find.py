"""Finds every task: who is to do what, how often, when, on whose words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.findings.tasks.asides import MOST_REMEMBERED, Span, StrippedText
from notice_site.findings.tasks.conditions import condition
from notice_site.findings.tasks.document_levels import DocumentLevels, jurisdiction_of
from notice_site.findings.tasks.implied_levels import ImpliedLevels
from notice_site.findings.tasks.items import items
from notice_site.findings.tasks.kinds import FINDING, FOCUS, PROBLEM, SCOPE, optional, type_of
from notice_site.findings.tasks.levels import AddresseePatterns, Jurisdiction
from notice_site.findings.tasks.passages import DutyPassage, passages
from notice_site.findings.tasks.schedule import Schedule, stage
from notice_site.findings.tasks.table_rows import tasks_in_tables
from notice_site.findings.tasks.targets import target, topic
from notice_site.findings.time_frames import frame_of
from notice_site.model import Block, BlockKind, Citation, Corpus, Level, Notice, Ref, Task
from notice_site.model.frozen import dataclass
from notice_site.text.quantities import quantities
from notice_site.text.titles import title_key

__all__ = ["find_tasks"]


def find_tasks(corpus: Corpus, table: Sequence[Level], map_values: ParallelMap = parallel_map) -> tuple[Task, ...]:
    """The tasks of all notices, in the order of notices, blocks and characters.

    The citations of the corpus tell which document a reported demand is quoted from.
    """
    if not table:  # it could not be read
        return ()
    patterns = AddresseePatterns(tuple(table))
    notices = {notice.id: notice for notice in corpus.notices}
    jurisdictions: dict[str, Jurisdiction] = {}

    def jurisdiction(id: str) -> Jurisdiction:
        if id not in jurisdictions:
            jurisdictions[id] = (
                jurisdiction_of(_with_issuer(notices[id], notices), patterns)
                if id in notices
                else Jurisdiction(None, frozenset())
            )
        return jurisdictions[id]

    cited: dict[str, list[Citation]] = {notice.id: [] for notice in corpus.notices}
    for citation in corpus.citations:
        cited[citation.ref.notice].append(citation)

    def in_notice(notice: Notice) -> tuple[Task, ...]:
        blocks = {block.id: block for block in notice.blocks}
        levels = DocumentLevels(_with_issuer(notice, notices), patterns, jurisdiction)
        schedule = Schedule(frame_of(notice, notices), blocks)
        return tuple(_in_notice(_Context(notice, patterns, levels, cited[notice.id], blocks, schedule)))

    tasks = map_values(in_notice, corpus.notices)
    return tuple(chain.from_iterable(tasks))


def _with_issuer(notice: Notice, notices: Mapping[str, Notice]) -> Notice:
    """The document, with the level and the issuers of its carrier where it names none of its own."""
    carrier = notices.get(notice.part_of or "")
    if carrier is None or notice.level is not None or notice.issuers:
        return notice
    return replace(notice, level=carrier.level, issuers=carrier.issuers)


def _imposes_duties(notice: Notice) -> bool:
    """Whether duties are looked for: in notices and law texts (第一条 …), not in speeches, letters and news."""
    if _TELLS.search(notice.title or ""):
        return False
    return notice.kind == "notice" or any(_ARTICLE.match(block.label or "") for block in notice.blocks)


def _in_notice(context: _Context) -> list[Task]:
    """The tasks of one document, those of its tables among those of its text."""
    places = {block.id: place for place, block in enumerate(context.notice.blocks)}
    in_tables = tasks_in_tables(context.notice, context.levels.of, context.schedule)
    return sorted([*_in_text(context), *in_tables], key=lambda task: places[task.ref.block])


def _in_text(context: _Context) -> Iterator[Task]:
    """The tasks in running text; an id says which of its block a task is."""
    if not _imposes_duties(context.notice):
        return
    counts: dict[str, int] = {}
    implied = ImpliedLevels(context.levels, context.blocks)
    for passage in passages(context.notice.blocks, context.patterns):
        number = counts[passage.block.id] = counts.get(passage.block.id, 0) + 1
        yield _task(f"{context.notice.id}-{passage.block.id}-task_{number}", passage, context, implied)


_TELLS = re.compile("(?:情况|调研|调查|考察|检查|结果)(?:的报告|报告|的汇报)$")
"""The end of the title of what only tells: 关于地质险情调研情况|的报告; not 关于加强防震工作意见的报告."""

_ARTICLE = re.compile("第.{1,8}条")


@dataclass(frozen=True, slots=True)
class _Context:
    """What a passage is read with: its document, the words for levels, what they mean in it, citations, times."""

    notice: Notice
    patterns: AddresseePatterns
    levels: DocumentLevels
    citations: Sequence[Citation]  # of this document
    blocks: Mapping[str, Block]
    schedule: Schedule

    def quoted(self, passage: DutyPassage) -> str | None:
        """The id of the document whose words the passage reports, or its title where the corpus has it not."""
        if passage.report is None:
            return None
        title = passage.block.text[passage.report.start + 1 : passage.report.end - 1]
        key = title_key(title)
        targets = (
            c.target
            for c in self.citations
            if c.target and c.ref.block == passage.block.id and c.title and title_key(c.title) == key
        )
        return next(targets, title)


def _task(id: str, passage: DutyPassage, context: _Context, implied: ImpliedLevels) -> Task:
    block, words = passage.block, passage.words
    stripped = words.text[passage.span.start : passage.span.end]
    place = words.origin(passage.span)
    quote = block.text[place.start : place.end]
    amounts = quantities(quote)
    headings = _headings(block, context.blocks)
    quoted = context.quoted(passage)
    name = passage.name or passage.carried
    named = (name,) if name else tuple(_original(passage, span) for span in passage.reached)
    levels = context.levels.of("、".join(named), quoted) if named else ()
    kind = type_of(stripped, passage.predicate_start - passage.span.start, amounts, levels, headings)
    if kind in (SCOPE, FOCUS):
        levels = context.levels.of(quote, quoted)
    elif not named:
        levels = _levels_of_target(context, passage, quoted) or implied.of(block, stripped)
    elif name and quoted is None:
        implied.met(block, levels)
    steps = _steps(words, passage.span, passage.addressee, passage.predicate_start, kind == SCOPE)
    due = context.schedule.due(block, place.start, place.end)
    to_whom = None if kind in (PROBLEM, FINDING, SCOPE, FOCUS) else _target(passage)
    return Task(
        id=id,
        ref=Ref(context.notice.id, block.id, place.start, place.end),
        addressee=name,
        levels=levels,
        type=kind,
        items=(*(_original(passage, step) for step in steps), *_listed_below(passage, context.notice.blocks)),
        quantity=amounts,
        deadline=due.wording if due else None,
        optional=optional(stripped),
        quoted_from=quoted,
        quote=quote,
        stage=stage(quote, headings),
        carried=passage.carried is not None and passage.name is None,
        target=_worded(passage, to_whom),
        partners=passage.partners,
        condition=_worded(passage, condition(words, passage.span)),
        deadline_start=due.start if due else None,
        deadline_end=due.end if due else None,
    )


@lru_cache(MOST_REMEMBERED)
def _steps(
    words: StrippedText, span: Span, addressee: Span | None, predicate_start: int, scope: bool
) -> tuple[Span, ...]:
    return tuple(items(words, span, addressee, predicate_start, scope))


def _target(passage: DutyPassage) -> Span | None:
    """To what or whom it is done; else where or with whom."""
    done_to = target(passage.words, passage.span, passage.addressee)
    return done_to or next(iter(passage.reached), None)


def _levels_of_target(context: _Context, passage: DutyPassage, quoted: str | None) -> tuple[str, ...]:
    """The levels of whose thing it is that the words begin with: 各市的工作|应在12月31日前完成."""
    thing = topic(passage.words, passage.span)
    levels = context.levels.of(_original(passage, thing), quoted) if thing else ()
    return () if context.levels.say_nothing(levels) else levels


def _worded(passage: DutyPassage, span: Span | None) -> str | None:
    """The words without a bracket of figures behind them: 支撑材料|（不超过20MB）."""
    return _FIGURES.sub("", _original(passage, span)) if span else None


_FIGURES = re.compile(r"[（(][^（）()]*\d[^（）()]*[）)]$")


def _original(passage: DutyPassage, span: Span) -> str:
    place = passage.words.origin(span)
    return passage.block.text[place.start : place.end]


def _headings(block: Block, blocks: Mapping[str, Block]) -> tuple[str, ...]:
    """The headings that a block stands under, its own included, the nearest last."""
    headings: list[str] = []
    at: Block | None = block
    while at is not None:
        if at.heading:
            headings.append(at.heading)
        at = blocks.get(at.parent) if at.parent else None
    return tuple(reversed(headings))


def _listed_below(passage: DutyPassage, blocks: Iterable[Block]) -> Iterator[str]:
    """The points that run on behind the words that introduce them: …开展“六问”活动，即|一问…；|二问…."""
    if passage.introduces:
        for block in blocks:
            if block.parent == passage.block.id and block.inline and block.kind is BlockKind.ITEM:
                yield block.text.rstrip("；。;")
