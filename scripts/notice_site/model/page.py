"""One file of the output tree."""

from __future__ import annotations

from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the output tree: path below docs/ with /, and its content."""

    path: str
    content: str | bytes
