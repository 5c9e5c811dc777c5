"""The values that cross module borders: sources, notices and their blocks, findings, pages, problems.

Everything here is a frozen value without behaviour beyond simple derived properties; no module
of the package is imported from here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad a `Problem` is: an ERROR fails a strict build, a WARNING is only reported."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor must know: where, what was wrong or expected, and what to do about it.

    `file` is relative to the sources folder, `line` counts from 1 and is 0 where no line applies.
    """

    file: str
    line: int
    message: str
    advice: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.severity}: {self.message} → {self.advice}"


# --- reading -----------------------------------------------------------------------------------


class Align(StrEnum):
    """How the source places a line, where its format says so."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a plain text, or one paragraph of a format that has paragraphs.

    `text` is as found (entities decoded, inner white space kept); `number` is the physical line
    of the source file, from 1 (for .docx the paragraph, for .pdf the line over all pages).
    """

    text: str
    number: int
    align: Align = Align.LEFT
    heading: int = 0  # 1-6 where the format marks a heading, else 0
    rows: tuple[tuple[str, ...], ...] = ()  # the cells, where the line is a whole table
    whole: bool = False  # the format itself says that this is a whole paragraph
    gap_before: bool = False  # a blank line or page edge stands before it
    page: int = 0  # page of a paged format, from 1


@dataclass(frozen=True, slots=True)
class Dropped:
    """Visible text of a source that is not shown, and why (页码, site furniture …)."""

    text: str
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """What was read from one file of the notices folder."""

    name: str  # path below the notices folder, with /
    sha256: str
    size: int  # bytes
    format: str  # text, html, markdown, docx, pdf, office
    encoding: str  # utf-8, utf-8-sig, utf-16, gb18030 or binary
    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()
    has_text: bool = True  # False for scans: pictures only
    metadata: tuple[tuple[str, str], ...] = ()  # label and value, as a site's metadata table gives them


# --- notices -----------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a block is in its document; the names are those of the published data."""

    MASTHEAD = "masthead"
    NUMBER = "number"
    TITLE = "title"
    RECIPIENTS = "recipients"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    SIGNATURE = "signature"
    DATE = "date"
    CC = "cc"
    PRINT = "print"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """One shown piece of a document; see data contract, `blocks`.

    `id` comes from numbering and position (`sec_2__sec_1__p_3`), never from wording. An `inline`
    block is a point that runs on inside the paragraph of the block before it (一是…二是…): the
    texts of a paragraph and its inline points do not overlap, in sequence they are the paragraph.
    """

    id: str
    kind: BlockKind
    text: str
    depth: int = 0  # 1 for the outermost labelled level of its document; 0: not a unit
    label: str | None = None
    heading: str | None = None
    parent: str | None = None
    inline: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[int, int] = (0, 0)  # first and last line of the source


class RepairKind(StrEnum):
    """What a repair did, or what it only suspects."""

    JOIN = "join"
    NOISE = "noise"
    SUSPECTED_ERROR = "suspected-error"
    UNBALANCED_QUOTE = "unbalanced-quote"
    MISSING_TEXT = "missing-text"


@dataclass(frozen=True, slots=True)
class Repair:
    """One change of white space made (join, noise), or one character fault suspected and left as found.

    `before` is found in the source, `after` is what is shown (join, noise) or the reading that is
    proposed ("" where none is). `confirmed` says that a person decided.
    """

    block: str
    kind: RepairKind
    before: str
    after: str
    reason: str
    confidence: float
    confirmed: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Publication:
    """When and where the text came out (见报), as its source note says; the date is ISO or None."""

    date: str | None
    medium: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One document: a source file holds one or several (a forwarding notice and what it forwards)."""

    id: str
    source: str
    sha256: str
    title: str | None  # joined over line breaks; None where the source gives none
    blocks: tuple[Block, ...]
    part_of: str | None = None
    role: str = "main"  # main, forwarded, issued, annex
    kind: str = "notice"  # notice, other, no-text
    genre: str | None = None  # 文种 the title ends with: 通知 意见 方案 …
    number: str | None = None  # 湘群组发〔2014〕36号
    issuers: tuple[str, ...] = ()
    level: str | None = None  # id of the levels table: central, province, city, county, town, village, unit
    place: str | None = None
    recipients: str | None = None
    cc: str | None = None
    date: str | None = None  # 成文日期, ISO
    printed: str | None = None  # 印发日期, ISO
    published: Publication | None = None
    status: str = "complete"  # complete, truncated; excerpt: a study pack has it in part
    attachments: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    repairs: tuple[Repair, ...] = ()
    decided: frozenset[str] = frozenset()  # names of the fields a person set in the sidecar

    def block(self, block_id: str) -> Block:
        """The block of that id; KeyError where there is none."""
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(f"{self.id}#{block_id}")


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """The one currency of provenance: characters start:end (end excluded) of the text of a block."""

    notice: str
    block: str
    start: int
    end: int


# --- reference data ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Level:
    """One level of organisation (市) or kind of addressee (督导组).

    `issuers` tell a level from the name of a body; kinds have none. `addressees` are the words by which a duty
    addresses it; those of an entry that is `otherwise` count only where no other entry fits. A kind that every level
    has is `own`: where a document names it without a level, that of its issuer is meant.
    """

    id: str
    name: str
    issuers: tuple[re.Pattern[str], ...] = ()
    addressees: tuple[re.Pattern[str], ...] = ()
    otherwise: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """A text so widely known that notices name it without 《》; `names` holds the title and its other names.

    Where one of `not_before` follows a name, the work is not meant (党章 in 党章党纪).
    """

    title: str
    kind: str  # as that of a Citation
    names: tuple[str, ...]
    not_before: tuple[str, ...] = ()


# --- findings ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source: `text` equals the characters that `ref` points to."""

    ref: Ref
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary entry as its editor wrote it, quotations resolved to their places."""

    id: str
    term: str
    variants: tuple[str, ...]
    pinyin: tuple[str, ...]  # one syllable with tone mark a character; "" for a character without sound
    kind: str
    count: int | None = None  # the number in a numeral slogan (六问 -> 6); None where it has several or none
    items: tuple[Quote, ...] = ()
    definitions: tuple[Quote, ...] = ()
    related: tuple[str, ...] = ()
    note: str = ""  # a remark of the editor, shown as such


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a term stands; `within` is the longer term it stands inside, if any."""

    term: str
    ref: Ref
    form: str
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A dated statement: see data contract, timeline.json."""

    id: str
    ref: Ref
    start: str | None  # ISO day, month or year, as finely as worded; None: open or unknown
    end: str | None
    precision: str | None  # day, xun, month, year; None where no part of the calendar is named (每周)
    approximate: bool
    wording: str  # the date expression as found
    quote: str
    what: str
    who: str | None
    kind: str  # event issued printed published deadline not-before period recurring duration
    year: str | None  # stated, inferred; None where there is none or it cannot be told
    year_from: str | None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a duty names (至少学习5次以上); comparator is one of ≥ ≤ = ≈.

    Where the words give no number (抓几个反面典型), `number` is None and the comparator is these words (几个).
    """

    number: float | None
    unit: str
    comparator: str
    wording: str = ""  # the clause with the number, as found


@dataclass(frozen=True, slots=True)
class Task:
    """Who has to do what: see data contract, tasks.json."""

    id: str
    ref: Ref
    addressee: str | None  # as worded; where `carried`, the words of an earlier sentence
    levels: tuple[str, ...]  # ids of the levels table
    type: str  # problem action quantity time support scope
    items: tuple[str, ...]
    quantity: tuple[Quantity, ...]
    deadline: str | None
    optional: bool
    quoted_from: str | None
    quote: str
    stage: str | None = None
    carried: bool = False  # 承前: the addressee is carried over from the sentence before
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A document, regulation, speech, meeting or work that a passage names; see citations.json."""

    id: str
    ref: Ref
    title: str | None  # joined over line breaks; None where the source gives none
    number: str | None
    kind: str  # document regulation speech meeting work
    relation: str  # 转发 印发 贯彻 依据 引用
    target: str | None  # id of the document in the corpus; None: 未收录
    quote: str
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Wording that two documents share; kind is verbatim, punctuation-only or altered."""

    id: str
    a: Ref
    b: Ref
    kind: str
    score: float
    attributed: bool


# --- study packs -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Selection:
    """A document of a pack; with `sections`, ids of its blocks, only these and what lies in them."""

    notice: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Words of a source with `blanks` in them: start and end of each in `quote.text`, in order."""

    quote: Quote
    blanks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """A sheet for checking oneself against the parts of a term, as one document words them."""

    term: str
    rows: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """What a study session reads together; `name` is that of its file, `id` the ASCII form of it in addresses."""

    id: str
    name: str
    title: str
    purpose: str
    selections: tuple[Selection, ...]
    terms: tuple[str, ...]  # ids
    questions: tuple[Question, ...] = ()
    sheets: tuple[CheckSheet, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Characters start:end of one side of a comparison, and how they stand to the other side.

    kind: same; mark (a mark of punctuation that differs); changed (other words at the same place); only (nothing
    at that place on the other side); elsewhere (in paragraph `block` of the other side, at another place).
    """

    start: int
    end: int
    kind: str
    block: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: a paragraph, cut into parts from its start to its end."""

    block: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one height in a comparison.

    kind: verbatim, punctuation-only, altered where both sides have the paragraph; added where only `own` has it;
    dropped where only `base` has it; beyond where only `base` has it and the text of `own` has broken off before;
    regrouped where one side has it within other paragraphs; moved, with `base` only, is the place in the order of
    the base of a paragraph that stands beside its like elsewhere.
    `moved`: both have it, but at another place in their order. `attributed`: own says there that these are the
    words of the base, or the other way round. `excerpts`: what of `own` stands elsewhere in the
    base, as passages of that.
    """

    kind: str
    base: Cell | None
    own: Cell | None
    moved: bool = False
    attributed: bool = False
    excerpts: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side, in the order of `own`, the later or lower one; lengths are in characters."""

    base: str
    own: str
    rows: tuple[Row, ...]
    base_length: int
    own_length: int
    base_shared: int  # characters of the base that own has too
    own_shared: int
    longest: Passage  # the longest shared run


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents in reading order, and what the stages found in them.

    A part of a corpus has in `beyond`, whole, the documents that it leaves out or has only in part: quotations and
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
    beyond: tuple[Notice, ...] = ()

    @property
    def known(self) -> tuple[Notice, ...]:
        """Every document that something in the corpus may point to, those of the corpus itself as they are there."""
        return tuple({notice.id: notice for notice in (*self.beyond, *self.notices)}.values())


# --- addresses ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that was published and where its readers are sent: `notices/001.html#sec_2`, both as built."""

    old: str
    new: str
    line: int  # of the table of redirects


@dataclass(frozen=True, slots=True)
class Volume:
    """Another site that search goes over too: 2014年卷, `../2014/` (seen from the top of this one) or `https://…/`."""

    name: str
    address: str


# --- output ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the output tree: path below docs/ with /, and its content."""

    path: str
    content: str | bytes
    assets: Mapping[str, bytes] = field(default_factory=dict)
