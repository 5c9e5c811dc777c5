"""Resolves packs as written to the documents, terms and quotations of the corpus."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from notice_site.model import (
    Block,
    BlockKind,
    CheckSheet,
    Corpus,
    Notice,
    Pack,
    Problem,
    Question,
    Quote,
    Ref,
    Selection,
    Severity,
    Term,
)
from notice_site.model.pack_entries import DocumentEntry, Named, PackEntry, QuestionEntry, SheetEntry
from notice_site.text.slugs import slug_names

MOST_PROPOSED, LEAST_LIKENESS = 3, 0.5
"""Words that are proposed for a wrong one, and how like it they are: half the letters, as two slips leave them."""

# What tells a document from others, and a part of it from a text without origin.
_FRAME = frozenset(
    (BlockKind.MASTHEAD, BlockKind.NUMBER, BlockKind.TITLE, BlockKind.RECIPIENTS, BlockKind.SIGNATURE, BlockKind.DATE)
)


def resolve_packs(
    entries: Sequence[PackEntry],
    corpus: Corpus,
    published: Collection[str] = (),
    is_withdrawn: Callable[[str], bool] = lambda source: False,
    levels: Collection[str] = (),
) -> tuple[tuple[Pack, ...], tuple[Problem, ...]]:
    """The packs in the order of their files; one with a fault is left out, and each of its faults is a problem.

    `published` are the ids that packs had before, `levels` those of levels.yml. A document that was withdrawn is passed
    over with a warning, and so is a pack of which nothing else is left.
    """
    slugs = slug_names([f"{entry.name}.yml" for entry in entries], published)
    packs: list[Pack] = []
    problems: list[Problem] = []
    for entry in entries:
        resolver = _Resolver(entry.file, corpus, is_withdrawn, levels)
        pack = resolver.pack(entry, slugs[f"{entry.name}.yml"])
        if pack.selections and not any(problem.severity is Severity.ERROR for problem in resolver.problems):
            packs.append(pack)
        problems += resolver.problems
    return tuple(packs), tuple(problems)


def documents_of(selections: Iterable[Selection], notices: Sequence[Notice]) -> dict[str, tuple[str, ...]]:
    """The documents that are selected, by id, each with the sections to which it is cut; (): it is whole.

    A document brings those that it carries, as long as it is whole.
    """
    sections: dict[str, tuple[str, ...]] = {}
    for selection in selections:
        sections[selection.notice] = selection.sections
        if not selection.sections:
            inside = {selection.notice}
            for notice in notices:
                if notice.part_of in inside:
                    inside.add(notice.id)
                    sections.setdefault(notice.id, ())
    return sections


def blocks_of(notice: Notice, sections: Sequence[str]) -> tuple[Block, ...]:
    """These sections with what lies in them, the headings above them, and head and sign-off of the document."""
    by_id = {block.id: block for block in notice.blocks}
    chosen = set(sections)
    above = {parent for section in sections for parent in _parents(by_id[section], by_id)}
    return tuple(
        block
        for block in notice.blocks
        if block.kind in _FRAME or block.id in chosen or block.id in above or chosen & set(_parents(block, by_id))
    )


def _parents(block: Block, by_id: Mapping[str, Block]) -> Iterator[str]:
    while block.parent:
        yield block.parent
        block = by_id[block.parent]


class _Resolver:
    """Looks up what one pack names and keeps the problems met on the way."""

    def __init__(self, file: str, corpus: Corpus, is_withdrawn: Callable[[str], bool], levels: Collection[str]) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._is_withdrawn = is_withdrawn
        self._levels = levels
        self._is_whole = True  # all documents are found; else what is not met in them is no fault of its own
        self._corpus = corpus
        self._notices = {notice.id: notice for notice in corpus.notices}
        self._terms = {form: term for term in corpus.terms for form in (*term.variants, term.term)}

    def pack(self, entry: PackEntry, slug: str) -> Pack:
        selections = tuple(chosen for document in entry.documents if (chosen := self._selection(document)))
        self._is_whole = not self.problems
        blocks = self._blocks(selections)
        mentioned = {m.term for m in self._corpus.mentions if (m.ref.notice, m.ref.block) in blocks}
        terms = tuple(term.id for term in self._corpus.terms if term.id in mentioned)
        if entry.terms is not None:
            named = [term for name in entry.terms if (term := self._term(name, mentioned))]
            terms = tuple(dict.fromkeys(term.id for term in named))
        return Pack(
            id=slug,
            name=entry.name,
            title=entry.title,
            purpose=entry.purpose,
            selections=selections,
            terms=terms,
            questions=tuple(asked for question in entry.questions if (asked := self._question(question, blocks))),
            sheets=tuple(filled for sheet in entry.sheets if (filled := self._sheet(sheet, mentioned))),
            units=tuple(self._unit(unit) for unit in entry.units),
            dates=entry.dates,
        )

    def _blocks(self, selections: Iterable[Selection]) -> set[tuple[str, str]]:
        """All blocks of the pack, by ids of document and block."""
        return {
            (id, block.id)
            for id, sections in documents_of(selections, self._corpus.notices).items()
            for block in (blocks_of(self._notices[id], sections) if sections else self._notices[id].blocks)
        }

    def _selection(self, entry: DocumentEntry) -> Selection | None:
        notice = self._notice(entry.document)
        if notice is None:
            return None
        ids = {block.id for block in notice.blocks}
        for section in entry.sections:
            if section.text not in ids:
                self._fault(section, f"{notice.id} 里没有 {section.text}", _nearest(section.text, ids))
        sections = tuple(section.text for section in entry.sections if section.text in ids)
        return Selection(notice.id, sections)

    def _notice(self, name: Named) -> Notice | None:
        if name.text not in self._notices and self._is_withdrawn(f"{name.text.partition('-')[0]}.txt"):
            message, advice = f"{name.text} 已撤下，学习包略去它", "从学习包里删去"
            self.problems.append(Problem(self._file, name.line, message, advice, Severity.WARNING))
        elif name.text not in self._notices:
            self._fault(name, f"没有标识为 {name.text} 的文件", _nearest(name.text, self._notices))
        return self._notices.get(name.text)

    def _term(self, name: Named, mentioned: set[str]) -> Term | None:
        term = self._terms.get(name.text)
        if term is None and self._is_whole:
            self._fault(name, f"词语表里没有“{name.text}”，或没有文件用到它", _nearest(name.text, self._terms))
        elif term and term.id not in mentioned and self._is_whole:
            self._fault(name, f"本包的文件里没有出现“{name.text}”", "删去此词，或收入出现它的文件")
        return term

    def _question(self, entry: QuestionEntry, blocks: set[tuple[str, str]]) -> Question | None:
        notice = self._notice(entry.document)
        if notice is None:
            return None
        for block in notice.blocks:
            start = block.text.find(entry.quote.text)
            if start >= 0 and (notice.id, block.id) in blocks:
                ref = Ref(notice.id, block.id, start, start + len(entry.quote.text))
                return Question(Quote(ref, entry.quote.text), tuple(self._blanks(entry)))
        if self._is_whole:
            self._fault(entry.quote, f"本包所收的 {notice.id} 里没有这段文字", "照原文一字不差地摘录，不要跨段")
        return None

    def _blanks(self, entry: QuestionEntry) -> Iterator[tuple[int, int]]:
        """The places of the blanks, each the first behind the one before it."""
        behind = 0
        for blank in entry.blanks:
            start = entry.quote.text.find(blank.text, behind)
            if start < 0:
                self._fault(blank, f"“{blank.text}”在引文里的顺序不对", "按在引文中出现的先后排列")
                return
            behind = start + len(blank.text)
            yield start, behind

    def _sheet(self, entry: SheetEntry, mentioned: set[str]) -> CheckSheet | None:
        term = self._term(entry.term, mentioned)
        if term is None:
            return None
        sources = list(dict.fromkeys(item.ref.notice for item in term.items))
        if not sources and not self._is_whole:
            return None
        if not sources:
            self._fault(entry.term, f"词语表没有列出“{term.term}”的各部分", "换一个词语，或先在词语表里摘录各部分")
            return None
        source = entry.document.text if entry.document else sources[0]
        if entry.document and source not in sources and source in self._notices:
            self._fault(entry.document, f"{source} 没有写明“{term.term}”的各部分", f"可用：{'、'.join(sources)}")
        return CheckSheet(term.id, tuple(item for item in term.items if item.ref.notice == source))

    def _unit(self, unit: Named) -> str:
        if unit.text not in self._levels:
            self._fault(unit, f"levels.yml 里没有 {unit.text}", _nearest(unit.text, self._levels))
        return unit.text

    def _fault(self, where: Named, message: str, advice: str) -> None:
        self.problems.append(Problem(self._file, where.line, message, advice))


def _nearest(word: str, words: Iterable[str]) -> str:
    """The advice to take one of the words that are nearest to a wrong one."""
    near = difflib.get_close_matches(word, list(words), n=MOST_PROPOSED, cutoff=LEAST_LIKENESS)
    return f"是否应为 {'、'.join(near)}？" if near else "标识和词语的写法见网站各页"
