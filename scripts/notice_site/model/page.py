"""One file of the output tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the output tree: path below docs/ with /, and its content."""

    path: str
    content: str | bytes
    assets: Mapping[str, bytes] = field(default_factory=dict)
