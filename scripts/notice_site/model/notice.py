"""Documents and their blocks, what was changed in them, and places in their text."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from notice_site.model.frozen import dataclass
from notice_site.model.source import CellSpan, Dropped


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
    spans: tuple[CellSpan, ...] = ()  # the merged cells of `rows`, which hold "" where such a cell goes on
    lines: tuple[int, int] = (0, 0)  # first and last line of the source
    decided: bool = False  # a person set in the sidecar what it is


class RepairKind(StrEnum):
    """What a repair did, or what it only suspects."""

    JOIN = "join"
    NOISE = "noise"
    GLYPH = "glyph"
    SUSPECTED_ERROR = "suspected-error"
    UNBALANCED_QUOTE = "unbalanced-quote"
    MISSING_TEXT = "missing-text"


@dataclass(frozen=True, slots=True)
class Repair:
    """One change made (join, noise: of white space; glyph), or one character fault suspected and left as found.

    `before` is found in the source, `after` is what is shown (join, noise, glyph) or the reading that is
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
        found = self.blocks_by_id.get(block_id)
        if found is None:
            raise KeyError(f"{self.id}#{block_id}")
        return found

    def block_or_none(self, block_id: str) -> Block | None:
        """The block of that id, or None where there is none."""
        return self.blocks_by_id.get(block_id)

    @property
    def blocks_by_id(self) -> Mapping[str, Block]:
        """The blocks by their ids."""
        return _by_id(_SameBlocks(self.blocks))


class _SameBlocks:
    """A key for the blocks of a document. Two keys are equal if they hold the same tuple; no block is compared."""

    __slots__ = ("blocks",)

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks

    def __hash__(self) -> int:
        return id(self.blocks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameBlocks) and self.blocks is other.blocks


@lru_cache(maxsize=1024)  # pages of neighbouring terms ask for the blocks of many documents again and again
def _by_id(key: _SameBlocks) -> dict[str, Block]:
    return {block.id: block for block in reversed(key.blocks)}


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """The one currency of provenance: characters start:end (end excluded) of the text of a block."""

    notice: str
    block: str
    start: int
    end: int
