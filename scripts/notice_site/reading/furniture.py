"""Paragraphs of a page -> the lines of its document, and the furniture of the site around it with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Dropped, Line
from .paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines that are the document's, the text that is not, and what a metadata table says."""

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()


def sort_out(paragraphs: Sequence[Paragraph]) -> Sorted:
    return Sorted(tuple(p.line for p in paragraphs))
