"""Two documents side by side."""

from __future__ import annotations

from collections.abc import Sequence

from notice_site.model.finding import Passage
from notice_site.model.frozen import dataclass
from notice_site.model.notice import Ref


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

    kind: verbatim, punctuation-only, altered where both sides have the paragraph; added where only `derived` has it;
    dropped where only `base` has it; beyond where only `base` has it and the text of `derived` has broken off before;
    partly where one side alone has the paragraph, but some of its words stand elsewhere on the other; regrouped where
    nearly all of them do; moved, with `base` only, is the place in the order of the base of a paragraph that stands
    beside its like elsewhere.
    `moved`: both have it, but at another place in their order. `attributed`: derived says there that these are the
    words of the base, or the other way round. `excerpts`: what of `derived` stands elsewhere in the
    base, as passages of that.
    """

    kind: str
    base: Cell | None
    derived: Cell | None
    moved: bool = False
    attributed: bool = False
    excerpts: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemCell:
    """One item of a duty in a comparison: the task, where its words stand, and these as parts from 0 to their end."""

    task: str
    ref: Ref
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Items of duties that stand for each other, or one item without a like; each item stands in one row.

    kind: kept (the same words); extended (derived has all words of the base and more); shortened (the base has all
    words of derived and more); changed; quoted (derived has it only where it quotes the base); again (the like of it
    stands in another row); moved, partly (its words, or some of them, stand elsewhere: `found`); dropped; added;
    beyond (derived has broken off before).
    `addressees` are the ids of the class of those whom it addresses, empty where nobody is named. `quoted` is where
    derived quotes it. `moved`: the two stand in sections that do not go together. `other_addressee`: they address
    different classes, or one does not say whom. `modal` are the words of must and may that changed: 要, 可.
    """

    kind: str
    addressees: tuple[str, ...]
    base: tuple[ItemCell, ...]
    derived: tuple[ItemCell, ...]
    quoted: tuple[Ref, ...] = ()
    found: Ref | None = None
    moved: bool = False
    other_addressee: bool = False
    modal: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side, in the order of `derived`, the later or lower one; lengths are in characters."""

    base: str
    derived: str
    rows: Sequence[Row]
    base_length: int
    derived_length: int
    shared: int  # characters that both have, each counted once
    longest: Passage  # the longest shared run
    items: Sequence[ItemRow] = ()  # what both ask for, in the order of the base; then what derived alone asks for
