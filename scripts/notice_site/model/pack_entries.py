"""The values of a study pack as its editor wrote it: which documents, terms, questions and sheets."""

from __future__ import annotations

from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """An id or a wording as written, and its line."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document of the pack by its id; with `sections`, ids of blocks, only these."""

    document: Named
    sections: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """Words of a document; with `blanks`, wordings in them, these are to be filled in."""

    document: Named
    quote: Named
    blanks: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet with a row for each part of a term, as one document words the parts."""

    term: Named
    document: Named | None = None


@dataclass(frozen=True, slots=True)
class PackEntry:
    """One pack: `name` is that of its file without the ending."""

    file: str
    name: str
    title: str
    purpose: str
    documents: tuple[DocumentEntry, ...]
    terms: tuple[Named, ...] | None = None  # None: every term that its documents mention
    questions: tuple[QuestionEntry, ...] = ()
    sheets: tuple[SheetEntry, ...] = ()
    units: tuple[Named, ...] = ()  # ids of levels.yml
    dates: bool = False
