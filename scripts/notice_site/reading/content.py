"""What a reader of one format hands over: paragraphs, text that stands aside, or the reason why there is neither."""

from __future__ import annotations

from dataclasses import dataclass

from notice_site.model import Dropped, Line


class Unreadable(ValueError):
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


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something of a readable source that an editor should look at; `line` as in `Line.number`, 0 for none."""

    line: int
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Content:
    """All that one source says, in reading order; `pictures` is how many images stand in the text."""

    format: str
    encoding: str
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...] = ()
    pictures: int = 0
    warned: tuple[ReadingWarning, ...] = ()
