"""The values that the reader of a format returns, and the error it raises where it cannot read a file."""

from __future__ import annotations

from notice_site.model import Dropped, Line
from notice_site.model.frozen import dataclass


class SourceError(ValueError):
    """A source that cannot be read: what is wrong and what to do, both in Chinese for the editor."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line, with what only the format knows of it and the published model does not need."""

    line: Line
    linked: bool = False  # all its words are links
    links: int = 0  # how many links it holds
    outside: bool = False  # of a page: it stands before the title or after the text of the document
    around: tuple[int, ...] = ()  # of a page: the elements that it stands in, outermost first, by their place in it


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something of a readable source that an editor should look at; `line` as in `Line.number`, 0 for none."""

    line: int
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """The text of one source in reading order, before boilerplate is taken off; `pictures` counts its images."""

    format: str
    encoding: str
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...] = ()
    pictures: int = 0
    warnings: tuple[ReadingWarning, ...] = ()
