"""Two documents side by side."""

from __future__ import annotations

from dataclasses import dataclass

from notice_site.model.finding import Passage
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
class Comparison:
    """Two documents side by side, in the order of `derived`, the later or lower one; lengths are in characters."""

    base: str
    derived: str
    rows: tuple[Row, ...]
    base_length: int
    derived_length: int
    shared: int  # characters that both have, each counted once
    longest: Passage  # the longest shared run
