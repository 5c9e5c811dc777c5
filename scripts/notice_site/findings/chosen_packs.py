"""Composes study packs without an editor: for a level of organisation, for a term, for a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from notice_site.model import (
    Block,
    BlockKind,
    CheckSheet,
    Corpus,
    Level,
    Notice,
    Pack,
    Question,
    Quote,
    Ref,
    Selection,
    Task,
)
from notice_site.text.quantities import amount_words

MOST_QUESTIONS = 8
"""Questions of a pack: what a session of 45 minutes answers."""

_SHORTEST, _LONGEST = 10, 120
"""Characters of the words of a question: fewer say too little to fill in, more are no question any more."""

MOST_UNITS = 3
"""Kinds of addressees of which a pack of one document holds the sheet: those of whom most is asked."""

MOST_TERMS = 16
"""Terms of a pack: two pages of cards."""


_UNITS = (BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE)
"""Blocks that a pack can hold by themselves; the others are the frame of a document."""


def pack_for_level(corpus: Corpus, name: str, levels: Sequence[Level]) -> Pack:
    """What the documents ask of a level or kind of addressee, found by id or name: 乡镇街道.

    LookupError with the names that there are.
    """
    asked = {level for task in corpus.tasks for level in task.levels}
    found = next((level for level in levels if name in (level.id, level.name) and level.id in asked), None)
    if found is None:
        raise LookupError("、".join(f"{level.id}（{level.name}）" for level in levels if level.id in asked))
    tasks = [task for task in corpus.tasks if found.id in task.levels]
    selections = _selections(corpus, (task.ref for task in tasks))
    return Pack(
        id=f"level-{found.id}",
        name=found.id,
        title=f"{found.name}：任务与要求",
        purpose=f"所收文件向{found.name}提出的要求，及其所在的章节。",
        selections=selections,
        terms=_terms(corpus, selections),
        questions=_questions(corpus, tasks, selections),
        units=(found.id,),
        dates=True,
    )


def pack_for_term(corpus: Corpus, name: str) -> Pack:
    """Where a term stands, found by the term, a variant or its id: 六问. LookupError with terms that are near."""
    found = next((term for term in corpus.terms if name in (term.id, term.term, *term.variants)), None)
    if found is None:
        near = [term.term for term in corpus.terms if set(name) & set(term.term)]
        raise LookupError("、".join(near or [term.term for term in corpus.terms]))
    refs = [mention.ref for mention in corpus.mentions if mention.term == found.id]
    selections = _selections(corpus, refs)
    parts = {part.term for part in found.structure if part.term} | {
        term.id for term in corpus.terms for item in found.items if term.term in item.text
    }
    chosen = {found.id, *parts, *found.related}
    sheets = [CheckSheet(found.id, rows) for rows in _by_notice(found.items)][:1]
    definitions = [quote for quote in (*found.definitions, *found.usage) if _SHORTEST <= len(quote.text) <= _LONGEST]
    asked = [Question(quote, tuple(_places(quote.text, (item.text for item in found.items)))) for quote in definitions]
    return Pack(
        id=f"term-{found.id}",
        name=found.term,
        title=found.term,
        purpose=f"“{found.term}”在所收文件中的原文。",
        selections=selections,
        terms=tuple(term.id for term in corpus.terms if term.id in chosen)[:MOST_TERMS],
        questions=tuple(asked[:MOST_QUESTIONS]),
        sheets=tuple(sheets),
    )


def pack_for_notice(corpus: Corpus, name: str) -> Pack:
    """One document with those that it carries, found by the beginning of its id: 003.

    LookupError with the ids that there are.
    """
    mains = [notice for notice in corpus.notices if notice.part_of is None]
    found = [notice for notice in mains if notice.id == name] or [n for n in mains if n.id.startswith(name)]
    if len(found) != 1:
        raise LookupError("、".join(notice.id for notice in found or mains))
    (notice,) = found
    selections = (Selection(notice.id),)
    inside = _with_carried(corpus, notice)
    sheets = [
        CheckSheet(term.id, rows)
        for term in corpus.terms
        for rows in _by_notice(term.items)
        if rows[0].ref.notice in inside
    ]
    tasks = [task for task in corpus.tasks if task.ref.notice in inside]
    levels = Counter(level for task in tasks for level in task.levels)
    return Pack(
        id=f"notice-{notice.id}",
        name=notice.id,
        title=notice.title or notice.id,
        purpose="本件全文，及其词语、任务、时间。",
        selections=selections,
        terms=_terms(corpus, selections),
        questions=_questions(corpus, tasks, selections),
        sheets=tuple(sheets[:3]),
        units=tuple(level for level, _ in levels.most_common(MOST_UNITS)),
        dates=True,
    )


def _with_carried(corpus: Corpus, notice: Notice) -> set[str]:
    inside = {notice.id}
    for other in corpus.notices:
        if other.part_of in inside:
            inside.add(other.id)
    return inside


def _selections(corpus: Corpus, refs: Iterable[Ref]) -> tuple[Selection, ...]:
    """The sections in which the words stand, by document; the document where they stand outside all sections."""
    wanted: dict[str, set[str]] = {}
    for ref in refs:
        wanted.setdefault(ref.notice, set()).add(ref.block)
    selections = []
    for notice in corpus.notices:
        if notice.id in wanted:
            by_id = {block.id: block for block in notice.blocks}
            sections = {_section_of(by_id[id], by_id.get) for id in wanted[notice.id]}
            whole = "" in sections
            ordered = tuple(block.id for block in notice.blocks if block.id in sections)
            selections.append(Selection(notice.id, () if whole else ordered))
    return tuple(selections)


def _section_of(block: Block, get: Callable[[str], Block | None]) -> str:
    """The outermost section around a block; its own id where it stands in none, "" for a part of the frame."""
    outermost = block.id if block.kind in _UNITS else ""
    above: Block | None = block
    while above is not None:
        if above.kind is BlockKind.SECTION:
            outermost = above.id
        above = get(above.parent or "")
    return outermost


def _terms(corpus: Corpus, selections: Sequence[Selection]) -> tuple[str, ...]:
    """The terms that are explained somewhere and stand most often in the documents, in the order of the glossary."""
    documents = {selection.notice for selection in selections}
    counts: dict[str, int] = {}
    for mention in corpus.mentions:
        if mention.ref.notice in documents and mention.within is None:
            counts[mention.term] = counts.get(mention.term, 0) + 1
    explained = [term.id for term in corpus.terms if term.id in counts and (term.definitions or term.items)]
    kept = sorted(explained, key=lambda id: -counts[id])[:MOST_TERMS]
    return tuple(term.id for term in corpus.terms if term.id in kept)


def _questions(corpus: Corpus, tasks: Iterable[Task], selections: Sequence[Selection]) -> tuple[Question, ...]:
    """Asks for the numbers and deadlines of duties, then for the parts of terms; each sentence once."""
    asked: dict[str, Question] = {}
    for task in tasks:
        _ask(
            asked, Quote(task.ref, task.quote), [task.deadline or "", *(amount_words(q.wording) for q in task.quantity)]
        )
    documents = {selection.notice for selection in selections}
    for term in corpus.terms:
        for quote in term.definitions:
            if quote.ref.notice in documents:
                _ask(asked, quote, [item.text for item in term.items if item.text != quote.text])
    return tuple(asked.values())[:MOST_QUESTIONS]


def _ask(asked: dict[str, Question], quote: Quote, parts: Iterable[str]) -> None:
    """Adds the words as a question with these parts left blank, if they have any and are not too long."""
    blanks = tuple(_places(quote.text, parts))
    if blanks and _SHORTEST <= len(quote.text) <= _LONGEST:
        asked.setdefault(quote.text, Question(quote, blanks))


def _places(text: str, parts: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where parts stand in a text, in its order; a part that is not there or lies in another is passed over.

    >>> [*_places("4月底前完成，时间不少于3天", ["3天", "4月底前", "5天"])]
    [(0, 4), (12, 14)]
    """
    found = sorted((start, start + len(part)) for part in parts if part and (start := text.find(part)) >= 0)
    behind = 0
    for start, end in found:
        if start >= behind:
            yield start, end
            behind = end


def _by_notice(quotes: Iterable[Quote]) -> Iterator[tuple[Quote, ...]]:
    by_notice: dict[str, list[Quote]] = {}
    for quote in quotes:
        by_notice.setdefault(quote.ref.notice, []).append(quote)
    yield from map(tuple, by_notice.values())
