"""What the stages found in documents."""

from __future__ import annotations

from notice_site.model.frozen import dataclass
from notice_site.model.notice import Ref


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source: `text` equals the characters that `ref` points to."""

    ref: Ref
    text: str


@dataclass(frozen=True, slots=True)
class TermPart:
    """One branch of a slogan that announces several numbers: 三促 of 学三促四抓, with the three that it counts."""

    label: str
    count: int
    term: str | None = None  # the id of the term that the label is
    items: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class TermSense:
    """One of several things that a term means, with the passages that explain it."""

    name: str
    definitions: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary entry as its editor wrote it, quotations resolved to their places."""

    id: str
    term: str
    variants: tuple[str, ...]
    pinyin: tuple[str, ...]  # one syllable with tone mark a character; "" for a character without sound
    kind: str
    count: int | None = None  # the number in a numeral slogan (六问 -> 6); None where it has several or none
    counts: tuple[int, ...] = ()  # all of its numbers: 学三促四抓 -> 1, 3, 4
    items: tuple[Quote, ...] = ()
    structure: tuple[TermPart, ...] = ()  # the branches of a slogan with several numbers
    definitions: tuple[Quote, ...] = ()  # passages that explain the term
    usage: tuple[Quote, ...] = ()  # passages that show it in use
    senses: tuple[TermSense, ...] = ()
    related: tuple[str, ...] = ()
    note: str = ""  # a remark of the editor, shown as such


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a term stands; `within` is the longer term it stands inside, if any.

    `sense` is the name of the sense that it has here; None where the term has one only, or it cannot be told.
    """

    term: str
    ref: Ref
    form: str
    within: str | None = None
    sense: str | None = None
    decided: bool = False


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
    kind: str  # event case issued printed published dateline deadline not-before period recurring duration
    year: str | None  # stated, inferred; None where there is none or it cannot be told
    year_from: str | None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a duty names (至少学习5次以上); comparator is one of ≥ ≤ = ≈ >.

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
    type: str  # problem finding action quantity time support scope focus
    items: tuple[str, ...]
    quantity: tuple[Quantity, ...]
    deadline: str | None  # as worded
    optional: bool
    quoted_from: str | None
    quote: str
    stage: str | None = None
    carried: bool = False  # 承前: the addressee is carried over from the sentence before
    target: str | None = None  # what or whom the duty is done to, as worded (对|干部|进行培训)
    partners: str | None = None  # who acts beside the addressee, as worded (财政部配合)
    condition: str | None = None  # when the duty holds, as worded (经提醒后仍不改正的)
    deadline_start: str | None = None  # ISO, as finely as worded; None: open or unknown
    deadline_end: str | None = None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A document, regulation, speech, meeting, work or order that a passage names; see citations.json."""

    id: str
    ref: Ref  # the words that name it
    title: str | None  # one for all citations of the same thing; None where there is only a number
    number: str | None
    kind: str  # document regulation speech meeting work order
    relation: str  # 转发 印发 落实 依据 对照 学习 观看 引用
    target: str | None  # id of the document in the corpus, its own where a report tells of its issue; None: 未收录
    quote: str
    decided: bool = False
    wording: str = ""  # how this place names it, where that is known


@dataclass(frozen=True, slots=True)
class Passage:
    """Wording that two documents share; kind is verbatim, punctuation-only or altered."""

    id: str
    a: Ref
    b: Ref
    kind: str
    score: float
    attributed: bool
