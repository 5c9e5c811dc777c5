"""Joins the lines of a source into paragraphs; each join is a Repair, and no character changes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise, takewhile

from notice_site.model import Align, CellSpan, Line, LineDecision, Repair, RepairKind, Source
from notice_site.model.frozen import dataclass
from notice_site.parsing import line_patterns
from notice_site.parsing.line_width import SHORTER, TERMINAL, line_width
from notice_site.text.dates import last_date, whole_date
from notice_site.text.labels import match_label
from notice_site.text.spacing import GAP, Change, close_spaces, squeeze

DECIDED = "编者认定"
"""The reason of what an editor decided."""

LINE_END = "⏎"
"""How a line end is written inside the words of a repair."""

NO_DECISIONS: Mapping[int, LineDecision] = {}

_RUNS_ON = "，、,"  # a text that ends so is not finished
_CANNOT_BEGIN = "，。、；：！？”’）》】,;:!?)"  # a text that begins so is the rest of another
_SENTENCE = re.compile(r"[。！？；!?;]")

_LATIN = re.compile("[A-Za-z]")
_LATIN_END = re.compile("[A-Za-z]$")

_INDENT = re.compile("(?:\u3000| {2}|\t)")  # with which paragraphs begin
_TITLE_LINES = 3  # between the date of one document and the last line of the title of the next
_NAMES_APART = 2  # wide gaps between the names of bodies, which are no broken sentence
_LONG = 40  # characters: shorter lines without a full stop may be headings, names, signatures
_SPACES = "文字、数字或日期中间的空格"
_GAP = "词语之间的宽空格并为一格"
_HEAD_LINES = 8  # a line further down that ends in a 文种 belongs to the text
_SHORTEST_PAGE = 200  # characters: a shorter distance is that of two lines, not of two pages
_PAGE_TOLERANCE = 0.015  # of the page length, by which pages of one length differ
_LEAST_TOLERANCE = 6.0  # characters
_WORDS_SHOWN = 8  # characters on each side of a line end, in the record of what was done there


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: reading text, the source lines it came from, and what was changed in it."""

    text: str
    lines: tuple[int, int]
    align: Align = Align.LEFT
    heading: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    spans: tuple[CellSpan, ...] = ()
    gap_before: bool = False
    repairs: tuple[Repair, ...] = ()
    decision: LineDecision | None = None  # what an editor said of its first line

    @property
    def is_decided_text(self) -> bool:
        """Whether an editor said that it belongs to the outline, not to the head or the end of its document."""
        return self.decision is not None and self.decision.is_text


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph in the making and what decides whether the next line belongs to it."""

    paragraph: Paragraph
    whole: bool
    edge_before: bool  # a page number stood between it and the piece before
    indented: bool = False  # its line began with two blanks or more


@dataclass(frozen=True, slots=True)
class _Join:
    """A paragraph that belongs to the one before it."""

    paragraph: Paragraph
    reason: str
    confidence: float
    confirmed: bool


def join_lines(
    source: Source,
    rejected: frozenset[int] = frozenset(),
    confirmed: frozenset[int] = frozenset(),
    decisions: Mapping[int, LineDecision] = NO_DECISIONS,
) -> tuple[Paragraph, ...]:
    """The paragraphs of a source in reading order.

    `rejected` and `confirmed` are the line numbers before which an editor forbade or confirmed a join; `decisions`
    has what an editor said of a line, by its place in the source.
    """
    pieces = _pieces(source, decisions)
    joins = _wrapped_joins(pieces)
    joins |= {i: j for i, j in _split_sentences(pieces).items() if i not in joins}
    joins |= {i: j for i, j in _page_length_joins(pieces, joins).items() if i not in joins}
    runs: list[tuple[Paragraph, list[_Join]]] = []
    for i, piece in enumerate(pieces):
        paragraph = piece.paragraph
        line, decision = paragraph.lines[0], paragraph.decision
        if decision and decision.paragraph == "joined" and runs and not (runs[-1][0].rows or paragraph.rows):
            runs[-1][1].append(_Join(paragraph, DECIDED, 1.0, True))
        elif i in joins and line not in rejected and not (decision and decision.begins_paragraph):
            runs[-1][1].append(_Join(paragraph, *joins[i], line in confirmed))
        else:
            runs.append((paragraph, []))
    return tuple(_joined(first, further) if further else first for first, further in runs)


def _pieces(source: Source, decisions: Mapping[int, LineDecision]) -> list[_Piece]:
    edges = sorted(d.line for d in source.dropped if d.reason == "页码")
    pieces: list[_Piece] = []
    signs: set[str] = set()
    previous = 0
    for index, line in enumerate(source.lines):
        if not squeeze(line.text):
            continue
        paragraph = _with_glyphs(_paragraph(line), line, signs)
        if decision := decisions.get(index):
            cut = _cut(pieces[-1].paragraph, paragraph) if decision.place.offset and pieces else ()
            paragraph = replace(paragraph, decision=decision, repairs=(*cut, *paragraph.repairs))
        edge = bisect_left(edges, previous) < bisect_right(edges, line.number)
        pieces.append(_Piece(paragraph, line.whole, edge, indented=_INDENT.match(line.text) is not None))
        previous = line.number
    return pieces


def _cut(before: Paragraph, paragraph: Paragraph) -> tuple[Repair, ...]:
    """The record of a line that an editor cut in two."""
    words = before.text[-_WORDS_SHOWN:], paragraph.text[:_WORDS_SHOWN]
    repair = Repair(
        "", RepairKind.JOIN, "".join(words), LINE_END.join(words), DECIDED, 1.0, True, line=paragraph.lines[0]
    )  # fmt: skip
    return (repair,)


def _paragraph(line: Line) -> Paragraph:
    base = Paragraph("", (line.number, line.number), line.align, line.heading, gap_before=line.gap_before)
    if line.rows:
        rows = tuple(tuple(_cell(cell) for cell in row) for row in line.rows)
        return replace(base, text="\n".join("\t".join(row) for row in rows), rows=rows, spans=line.spans)
    text, changes = close_spaces(line.text)
    repairs = tuple(
        Repair("", RepairKind.NOISE, c.before, c.after, _reason(c), 0.99, line=line.number) for c in changes
    )
    return replace(base, text=text, repairs=repairs)


def _with_glyphs(paragraph: Paragraph, line: Line, signs: set[str]) -> Paragraph:
    """Records signs that stand for other characters where the source has them first; `signs` holds those before."""
    repairs = [
        Repair("", RepairKind.GLYPH, sign, character, "字体以部首或连字代替文字，全文同此", 0.99, line=line.number)
        for sign, character in line.glyphs
        if sign not in signs
    ]
    signs.update(sign for sign, _ in line.glyphs)
    return replace(paragraph, repairs=(*repairs, *paragraph.repairs))


def _cell(text: str) -> str:
    """The text of a cell, which keeps its lines: 党政办 and 总务处 below each other are two departments."""
    return "\n".join(filter(None, (close_spaces(line)[0] for line in text.split("\n"))))


def _reason(change: Change) -> str:
    """What was done to the white space; both where one change closes spaces and keeps a gap."""
    return "；".join([_SPACES] * change.closes + [_GAP] * change.keeps_gap)


def _joined(first: Paragraph, joins: list[_Join]) -> Paragraph:
    """The paragraph with those that belong to it; made in one piece, as there may be thousands."""
    texts, repairs, decision = [first.text], [*first.repairs], first.decision
    end = first.text[-_WORDS_SHOWN:]
    for join in joins:
        begin = join.paragraph.text[:_WORDS_SHOWN]
        confidence = 1.0 if join.confirmed else join.confidence
        repairs.append(
            Repair(
                "", RepairKind.JOIN, f"{end}{LINE_END}{begin}", end + begin, join.reason, confidence, join.confirmed,
                join.paragraph.lines[0],
            )
        )  # fmt: skip
        repairs += join.paragraph.repairs
        text = f" {join.paragraph.text}" if _LATIN_END.search(end) and _LATIN.match(begin) else join.paragraph.text
        texts.append(text)
        end = (end + text)[-_WORDS_SHOWN:]
        decision = _of_both(decision, join.paragraph.decision)
    lines = (first.lines[0], joins[-1].paragraph.lines[1])
    return replace(first, text="".join(texts), lines=lines, repairs=tuple(repairs), decision=decision)


def _of_both(first: LineDecision | None, second: LineDecision | None) -> LineDecision | None:
    """What was said of a paragraph that was joined: how it begins, and that the document ends with it."""
    if first is None or second is None:
        return first or second
    return replace(first, document=second.document or first.document)


# --- lines broken at a fixed width ---------------------------------------------------------------


def _wrapped_joins(pieces: list[_Piece]) -> dict[int, tuple[str, float]]:
    width = line_width([p.paragraph.text for p in pieces if not p.whole and not p.paragraph.rows])
    joins: dict[int, tuple[str, float]] = {}
    if not width:
        return joins
    for i, (a, b) in enumerate(pairwise(pieces), 1):
        first, second = a.paragraph, b.paragraph
        full = len(first.text) >= width - SHORTER
        ended = first.text[-1] in "。！？：" and len(first.text) < width - 1
        if (
            full
            and not (ended or a.whole)
            and _may_follow(first, second)
            and not b.indented
            and not _ends_title(pieces, i)
            and not (first.text[-1] in "。；" and match_label(second.text))
        ):
            joins[i] = ("排版折行", 0.97)
    return joins


def _ends_title(pieces: list[_Piece], i: int) -> bool:
    """Whether the line before the one at `i` ends the title of a document: 甲市关于防汛工作的意见 ⏎ 各县：.

    It stands in the head of the source, or not far below a date or a remark, with which another document ends.
    """
    text, following = pieces[i - 1].paragraph.text, pieces[i].paragraph.text
    above = (piece.paragraph.text for piece in pieces[max(0, i - 1 - _TITLE_LINES) : i - 1])
    begins = i <= _HEAD_LINES or any(
        whole_date(line) or line_patterns.is_remark(line) or line_patterns.print_date(line) for line in above
    )
    whole = line_patterns.is_title_like(text) and line_patterns.genre(text) and line_patterns.balanced(text)
    return begins and bool(whole) and not following.startswith("的")


# --- sentences cut by a page break or a stray line break -----------------------------------------


def _split_sentences(pieces: list[_Piece]) -> dict[int, tuple[str, float]]:
    """Joins where the wording itself shows that a sentence goes on (…制定具体方案，明 | 确学习时间…)."""
    joins = {}
    for i, (a, b) in enumerate(pairwise(pieces), 1):
        first, second = a.paragraph, b.paragraph
        if not _may_follow(first, second) or match_label(second.text):
            continue
        after = pieces[i + 1].paragraph.text if i + 1 < len(pieces) else ""
        last = first.text[-1]
        if _opens_bracket(first.text) and second.text.endswith(("）", ")")) and len(second.text) <= _LONG:
            joins[i] = ("括号内分行", 0.97)
        elif second.text[0] in _CANNOT_BEGIN:
            joins[i] = ("断句：后段以标点开头", 0.97)
        elif _is_signature(second.text, after):
            continue
        elif last in _RUNS_ON and len(first.text) >= 10 and (_SENTENCE.search(second.text) or b.edge_before):
            joins[i] = ("断页截句：前段未完", 0.95)
        elif (
            last not in TERMINAL + _RUNS_ON and _SENTENCE.search(second.text)
            and (len(first.text) >= _LONG or _SENTENCE.search(first.text))
            and not _ends_title(pieces, i)
            and not (first.text.count(GAP) >= _NAMES_APART and line_patterns.ISSUER_ENDING.search(first.text))
        ):  # fmt: skip
            joins[i] = ("断页截句：前段未完", 0.95)
        elif last == "；" and not a.whole and not match_label(first.text) and first.align == second.align:
            joins[i] = ("分号后折行", 0.7)
    return joins


def _opens_bracket(text: str) -> bool:
    """（二○○四年六月十六日国务院: a remark in brackets whose end stands on the next line."""
    return text[0] in "（(" and not match_label(text) and not re.search(r"[）)]", text) and len(text) <= _LONG


def _may_follow(first: Paragraph, second: Paragraph) -> bool:
    """False where the format itself keeps the two apart (tables, headings, another alignment)."""
    if first.rows or second.rows or first.heading or second.heading:
        return False
    if first.align is not second.align:
        return False
    return not (whole_date(first.text) or whole_date(second.text))


def _is_signature(text: str, after: str) -> bool:
    """A short line without a sentence, before a date or holding one (…领导小组 | 2014年4月3日)."""
    short = len(text) <= _LONG and not _SENTENCE.search(text)
    return short and bool(whole_date(after) or last_date(text) or last_date(after[:60]))


# --- pages of constant length --------------------------------------------------------------------


def _page_length_joins(pieces: list[_Piece], joins: dict[int, tuple[str, float]]) -> dict[int, tuple[str, float]]:
    """Page breaks that fall between two sentences, betrayed by the constant length of the pages.

    At least two breaks must be certain already (they cut a sentence); the distance between them is
    the page length. A paragraph edge that lies one page length (within 1.5 %) from a known break is
    taken for a page break too, unless a label begins there.
    """
    certain = [i for i, (reason, _) in sorted(joins.items()) if reason.startswith("断页")]
    if len(certain) < 2:
        return {}
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(squeeze(piece.paragraph.text)))
    length = _page_length([ends[i] for i in certain])
    if length is None:
        return {}
    found: dict[int, tuple[str, float]] = {}
    breaks = set(certain)
    for direction in (1, -1):
        for start in sorted(breaks, reverse=direction < 0):
            at = start
            while (following := _nearest_edge(ends, ends[at] + direction * length, length)) is not None:
                if following in breaks or not _is_page_break(pieces, following):
                    break
                at = following
                breaks.add(at)
                found[at] = (f"断页：页长约{length}字，此处恰为页末", 0.9)
    return found


def _page_length(breaks: list[int]) -> int | None:
    """The least distance of two page breaks, where all others are multiples of it; else None."""
    distances = [b - a for a, b in pairwise(breaks)]
    length = min(distances)
    if length < _SHORTEST_PAGE:
        return None
    off = max(abs(d / length - round(d / length)) * length for d in distances)
    return length if off <= 2 * _tolerance(length) else None


def _tolerance(length: int) -> float:
    return max(_LEAST_TOLERANCE, _PAGE_TOLERANCE * length)


def _nearest_edge(ends: list[int], target: int, length: int) -> int | None:
    """The piece that begins nearest to the target, within the tolerance."""
    begin = bisect_left(ends, -_tolerance(length), 1, max(1, len(ends) - 1), key=lambda end: end - target)
    near = takewhile(lambda i: ends[i] - target <= _tolerance(length), range(begin, len(ends) - 1))
    return min(near, key=lambda i: abs(ends[i] - target), default=None)


def _is_page_break(pieces: list[_Piece], i: int) -> bool:
    first, second = pieces[i - 1].paragraph, pieces[i].paragraph
    long = len(first.text) >= _LONG and len(second.text) >= _LONG
    return long and _may_follow(first, second) and not match_label(second.text)
