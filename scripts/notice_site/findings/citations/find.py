"""Finds every place where a document names another text, and which document of the corpus is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.findings.citations.catalogue import Catalogue, Wanted
from notice_site.findings.citations.cited_works import CitedWork, KnownWorks, cited_works
from notice_site.findings.citations.relations import relation
from notice_site.findings.citations.vocabulary import FORWARDING, HANDED_ON, ISSUING, handing_relation
from notice_site.model import Block, BlockKind, Citation, Notice, Ref, Work
from notice_site.text.genres import HANDING_ON
from notice_site.text.official_words import any_of
from notice_site.text.titles import number_key, title_key

_READ = {BlockKind.TITLE, BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE}
"""Kinds of blocks whose words cite: mastheads, signatures, lists of annexes and source notes do not."""

_HANDING_TITLE = re.compile(
    rf"""
    (?P<verb> {any_of((*FORWARDING, *ISSUING))})
    (?P<title> [^《》]{{4,120}}?)
    (?P<end> 的? (?: {any_of(HANDING_ON)}))
    $
    """,
    re.VERBOSE,
)
"""What a title without 《》 hands on: 国务院办公厅转发|民政部关于清理整顿社会团体意见|的通知."""

_GIVEN_IN_FULL = re.compile(r"《([^《》]{2,80})》(?=全文)")
"""The title of what the document holds: 《甲办法》|全文如下."""

_SENTENCE_END = re.compile(r"[。！？；;][”』」’）)]*")
_CLAUSE_END = re.compile(r"[，,：:]")

LONGEST_QUOTE = 90
"""Characters: a sentence that is longer is quoted by its clauses, as many as fit."""

NEAR = 400
"""Characters each side in which the ends of a sentence are looked for: a longer one is quoted in part anyway."""


def find_citations(
    notices: Sequence[Notice], works: Iterable[Work] = (), map_values: ParallelMap = parallel_map
) -> tuple[Citation, ...]:
    """All citations, in the order of notices, blocks and characters.

    A document that names itself by title or number cites nothing; a work that one block names several times
    in the same relation is cited there once. `target` is the document of the corpus that is meant.
    """
    known_works = KnownWorks.of(works)
    catalogue = Catalogue.of(notices)
    citations = map_values(lambda notice: tuple(_in_notice(notice, known_works, catalogue)), notices)
    return tuple(chain.from_iterable(citations))


def _in_notice(notice: Notice, known_works: KnownWorks, catalogue: Catalogue) -> Iterator[Citation]:
    own_names = _own_names(notice)
    short_names: dict[str, CitedWork] = {}
    count = 0
    for block in notice.blocks:
        if block.kind not in _READ:
            continue
        works, short_names = cited_works(block.text, known_works, short_names)
        named_here = [*_handed_on_by_title(block, notice, catalogue), *_with_relation(block, works)]
        met: set[tuple[str, str, str]] = set()
        for named, how in named_here:
            identity = (named.kind, title_key(named.title or "") or number_key(named.number or ""), how)
            if identity in met or _is_own(named, own_names) or (named.own_annex and how not in HANDED_ON):
                continue
            met.add(identity)
            count += 1
            yield _citation(f"{notice.id}-cite_{count}", notice, block, named, how, known_works, catalogue)


def _citation(
    id: str, notice: Notice, block: Block, named: CitedWork, how: str, known_works: KnownWorks, catalogue: Catalogue
) -> Citation:
    work = known_works.by_key.get(title_key(named.title)) if named.title else None
    wanted = Wanted(named.title, named.number, named.whose, work.names if work else ())
    target = catalogue.resolve(wanted, notice) if named.kind != "work" else None
    ref = Ref(notice.id, block.id, named.start, named.end)
    quote = proving_words(block.text, named.start, named.end)
    return Citation(id, ref, named.title, named.number, named.kind, how, target.id if target else None, quote)


def _with_relation(block: Block, works: Iterable[CitedWork]) -> Iterator[tuple[CitedWork, str]]:
    in_title = block.kind is BlockKind.TITLE
    for named in works:
        if not (in_title and named.title is None):  # a number in a title is the document's own
            yield named, relation(block.text, named.start, named.end, in_title)


def _handed_on_by_title(block: Block, notice: Notice, catalogue: Catalogue) -> Iterator[tuple[CitedWork, str]]:
    """The part of this document that its title, without 《》, says is forwarded or issued."""
    match = _HANDING_TITLE.search(block.text) if block.kind is BlockKind.TITLE else None
    if not match:
        return
    how = handing_relation(match["verb"])
    for end in (match.end(), match.end("title")):
        named = CitedWork(match.start("title"), end, block.text[match.start("title") : end], None, "document")
        target = catalogue.resolve(Wanted(named.title, None), notice)
        if target and target.part_of == notice.id:
            yield named, how
            return


def _own_names(notice: Notice) -> frozenset[str]:
    """The keys of the titles and the number by which the document itself is known.

    《办法》全文如下 says that the 办法 is in the document.
    """
    names = {title_key(notice.title)} if notice.title else set()
    if notice.number:
        names.add(number_key(notice.number))
    for block in notice.blocks:
        for match in _GIVEN_IN_FULL.finditer(block.text):
            names.add(title_key(match[1]))
    return frozenset(names)


def _is_own(named: CitedWork, own_names: frozenset[str]) -> bool:
    if named.number:
        return number_key(named.number) in own_names
    return named.title is not None and title_key(named.title) in own_names


def proving_words(text: str, start: int, end: int) -> str:
    """The sentence around text[start:end], or, where that is long, as many of its clauses as fit.

    >>> proving_words("前一句。按照《意见》精神，现通知如下。", 6, 10)
    '按照《意见》精神，现通知如下。'
    """
    offset = max(0, start - NEAR)
    near = text[offset : end + NEAR]
    left, right = _proving(near, start - offset, end - offset)
    return near[left:right]


def _proving(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = _bounds(text, start, end, _SENTENCE_END)
    if last - first <= LONGEST_QUOTE:
        return first, last
    left, right = _clauses(text, start, end, first, last)
    while True:
        wider = _clauses(text, max(first, left - 1), min(last, right + 1), first, last)
        if wider == (left, right) or wider[1] - wider[0] > LONGEST_QUOTE:
            return left, right
        left, right = wider


def _clauses(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    left, right = _bounds(text, start, end, _CLAUSE_END)
    return max(left, first), min(right, last)


def _bounds(text: str, start: int, end: int, edge: re.Pattern[str]) -> tuple[int, int]:
    """The stretch around start:end between two edges; the edge at its end belongs to it."""
    left = max((match.end() for match in edge.finditer(text, 0, start)), default=0)
    after = edge.search(text, end)
    return left, after.end() if after else len(text)
