"""What an editor said of a line of a source."""

from __future__ import annotations

from dataclasses import replace

from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where decided words begin: at a character of a line of the source, or of what was dropped from it."""

    index: int
    offset: int = 0
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class LineDecision:
    """What the line that begins with `quote` is; None where a question is left to the program."""

    quote: str
    place: LinePlace
    number: int  # the line of the source at which the words stand
    at: int  # line of the sidecar
    heading: bool | str | None = None  # the words of the heading; True: the first sentence, or the whole line
    depth: int | None = None
    paragraph: str | None = None  # own, joined (to the one before)
    document: str | None = None  # begins, ends, continues (none begins here)
    furniture: bool | None = None  # of the site around the document

    @property
    def is_text(self) -> bool:
        """Whether the line belongs to the outline of a document, not to its head or its end."""
        return self.heading is not None or self.depth is not None

    @property
    def begins_paragraph(self) -> bool:
        """Whether the line is not joined to the one before."""
        return self.is_text or self.paragraph == "own" or self.document in ("begins", "continues")

    def parted(self) -> tuple[LineDecision, LineDecision | None]:
        """What is said of the first and of the last part of a paragraph that is cut: a document ends with the last."""
        if self.document != "ends":
            return self, None
        last = replace(self, heading=None, depth=None, paragraph=None, furniture=None)
        return replace(self, document=None), last
