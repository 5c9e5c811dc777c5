"""Finds every place where a document names another text, and which document of the corpus is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.findings.citations.catalogue import Catalogue, Wanted
from notice_site.findings.citations.cited_works import KnownWorks, cited_works, kind_of
from notice_site.findings.citations.identities import name_speeches, with_titles
from notice_site.findings.citations.names import CitedWork
from notice_site.findings.citations.relations import has_verb, relation
from notice_site.findings.citations.vocabulary import BINDING, FORWARDING, HANDED_ON, ISSUING, handing_relation
from notice_site.model import Block, BlockKind, Citation, Notice, Ref, Work
from notice_site.text.genres import HANDING_ON
from notice_site.text.official_words import CITING_BODY_CHARACTERS, any_of
from notice_site.text.titles import bracketed_titles, document_numbers, number_key, title_key

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

_LIST_GOES_ON = re.compile(
    rf"""
    (?: [（(] [^（）()]* [）)] )?
    [”’]? 等? (?: 文件)?
    (?: 、 | 和 | 与 | 及其? | 以及)?
    (?P<body> [一-龥]{{0,16}} [{CITING_BODY_CHARACTERS}] 的?)?
    """,
    re.VERBOSE,
)
"""What stands between two names of one list: 《…》|（甲发〔2014〕1号）和省教育厅|《…》; not 精神以及."""

_LISTS_FURTHER = re.compile("[、和及与](?=《)|等")
"""What stands behind a name after a comma that goes on with a list: 遵守《甲法》，《乙法》|、《丙条例》."""

_PROMULGATED = re.compile(rf".{{0,40}}号(?:{any_of(ISSUING)})(?!的)[^《》]*")
"""What a law text says of itself at its head: 2004年9月27日国务院令第421号公布."""

_REPORTED = re.compile(rf"(?P<verb>{any_of((*FORWARDING, *ISSUING))})了?(?=《)")
"""What a news report says of the document that it holds: 中共中央办公厅|印发了|《…》."""

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

    A document that names itself by title or number cites nothing, but what a news report says of the issue of the
    document that it holds is a citation of that document. A work that one block names several times in the same
    relation is cited there once. `target` is the document of the corpus that is meant.
    """
    known_works = KnownWorks.of(works)
    catalogue = Catalogue.of(notices)
    citations = map_values(lambda notice: tuple(_in_notice(notice, known_works, catalogue)), notices)
    return name_speeches(with_titles(tuple(chain.from_iterable(citations))), notices)


def _in_notice(notice: Notice, known_works: KnownWorks, catalogue: Catalogue) -> Iterator[Citation]:
    own_names = _own_names(notice)
    short_names: dict[str, CitedWork] = {}
    count = 0
    report = _reported_issue(notice)
    for block in notice.blocks:
        if report and block.id == report.ref.block:
            yield report
        if block.kind not in _READ:
            continue
        works, short_names = cited_works(block.text, known_works, short_names)
        named_here = [*_handed_on_by_title(block, notice, catalogue), *_with_relation(block, works)]
        met: set[tuple[str, str, str]] = set()
        handed_on = {named.title for named, how in named_here if how in HANDED_ON}
        for named, how in named_here:
            identity = (named.kind, title_key(named.title or "") or number_key(named.number or ""), how)
            if how == "引用" and named.title in handed_on:  # 《甲条例》已经通过，现将《甲条例》公布
                continue
            if identity in met or _is_own(named, own_names) or (named.own_annex and how not in HANDED_ON):
                continue
            if named.kind == "order" and (how == "引用" or _is_own_order(named, notice)):
                continue
            met.add(identity)
            count += 1
            yield _citation(f"{notice.id}-cite_{count}", notice, block, named, how, known_works, catalogue)


def _reported_issue(notice: Notice) -> Citation | None:
    """What a news report says of the issue of the document that it holds: in a whole sentence, else the headline."""
    if not notice.title:
        return None
    own = title_key(notice.title)
    reports = []
    for block in notice.blocks:
        if block.kind is not BlockKind.NOTE:
            continue
        for title in bracketed_titles(block.text):
            verb = _REPORTED.search(block.text[: title.start] + "《")
            if verb and verb.end() == title.start and title_key(title.title) == own:
                ref = Ref(notice.id, block.id, title.start, title.end)
                quote = proving_words(block.text, title.start, title.end)
                how, kind = handing_relation(verb["verb"]), kind_of(title.title, numbered=True)
                wording = block.text[title.start : title.end]
                reports.append(
                    Citation(
                        f"{notice.id}-issued",
                        ref,
                        title.title,
                        notice.number,
                        kind,
                        how,
                        notice.id,
                        quote,
                        wording=wording,
                    )
                )
    return next((report for report in reports if "。" in report.quote), reports[0] if reports else None)


def _citation(
    id: str, notice: Notice, block: Block, named: CitedWork, how: str, known_works: KnownWorks, catalogue: Catalogue
) -> Citation:
    work = known_works.by_key.get(title_key(named.title)) if named.title else None
    wanted = Wanted(named.title, named.number, named.whose, work.names if work else ())
    target = catalogue.resolve(wanted, notice) if named.kind != "work" else None
    ref = Ref(notice.id, block.id, named.start, named.end)
    quote = proving_words(block.text, named.start, named.end)
    wording = block.text[named.start : named.end]
    target_id = target.id if target else None
    return Citation(id, ref, named.title, named.number, named.kind, how, target_id, quote, wording=wording)


def _with_relation(block: Block, works: Sequence[CitedWork]) -> Iterator[tuple[CitedWork, str]]:
    in_title = block.kind is BlockKind.TITLE
    for listed in _lists(block.text, works):
        how = relation(block.text, listed[0].start, listed[-1].end, in_title)
        for named in listed:
            if in_title and named.title is None:  # a number in a title is the document's own
                continue
            if named.genre_unknown and how in BINDING:
                yield replace(named, kind="document"), how
            else:
                yield named, how


def _lists(text: str, works: Sequence[CitedWork]) -> Iterator[list[CitedWork]]:
    """The works in lists: 《甲》、《乙》和省教育厅《丙》 are one, to which what stands before and behind applies."""
    listed: list[CitedWork] = []
    for named in works:
        if listed and not _goes_on(text, listed[-1].end, named):
            yield listed
            listed = []
        listed.append(named)
    if listed:
        yield listed


def _goes_on(text: str, end: int, named: CitedWork) -> bool:
    """Whether a list that has come to `end` goes on with what is named next."""
    between = text[end : named.start]
    if between in ("，", ","):
        return bool(_LISTS_FURTHER.match(text, named.end))
    match = _LIST_GOES_ON.fullmatch(between)
    return match is not None and not has_verb(match["body"] or "")


def _is_own_order(named: CitedWork, notice: Notice) -> bool:
    """Whether the body that demands is the issuer itself: 区委要求 in a document of 中共甲区委."""
    return any(issuer.endswith(named.whose) for issuer in notice.issuers)


def _handed_on_by_title(block: Block, notice: Notice, catalogue: Catalogue) -> Iterator[tuple[CitedWork, str]]:
    """The part of this document that its title, without 《》, says is forwarded or issued."""
    match = _HANDING_TITLE.search(block.text) if block.kind is BlockKind.TITLE else None
    if not match:
        return
    how = handing_relation(match["verb"])
    for end in (match.end(), match.end("title")):
        title = block.text[match.start("title") : end]
        named = CitedWork(match.start("title"), end, title, None, kind_of(title, numbered=True))
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
        if _PROMULGATED.fullmatch(block.text.strip("（）()")):
            names.update(number_key(number.number) for number in document_numbers(block.text))
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
