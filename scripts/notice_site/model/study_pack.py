"""Study packs whose documents and quotations were found in the corpus."""

from __future__ import annotations

from notice_site.model.finding import Quote
from notice_site.model.frozen import dataclass


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
    """What a study session reads together; `name` is that of its file, `id` the ASCII form of it in addresses.

    `units` are levels and kinds of addressees (ids of levels.yml) whose sheet of duties it holds; with `dates` it
    lists the times that its documents name.
    """

    id: str
    name: str
    title: str
    purpose: str
    selections: tuple[Selection, ...]
    terms: tuple[str, ...]  # ids
    questions: tuple[Question, ...] = ()
    sheets: tuple[CheckSheet, ...] = ()
    units: tuple[str, ...] = ()
    dates: bool = False
