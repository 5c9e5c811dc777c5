"""The paragraph that readers of formats pass on: a line and what its format told of its place."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line, with what only the format knows of it and the published model does not need."""

    line: Line
    linked: bool = False  # all its words are links
    links: int = 0  # how many links it holds
    reason: str = ""  # why it is no text of the document, where the format says so: 网页标题 …


def squeezed(text: str) -> str:
    """The text without white space of any width.

    >>> squeezed("主 题\\u3000词：")
    '主题词：'
    """
    return "".join(text.translate(_INVISIBLE).split())


_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
