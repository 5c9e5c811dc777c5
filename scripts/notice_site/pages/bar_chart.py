"""Named amounts go in, a bar chart comes out as inline SVG that says the same in words."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from notice_site.pages import markdown as md
from notice_site.pages.markdown import Markdown

_WIDTH, _ROW, _BAR, _NAME = 640, 34, 8, 13  # units of the drawing; a row is a name with its bar below
_ROOM_FOR_NUMBER = 44
_NAME_LENGTH = 42  # characters of a name that fit; the text alternative has them all


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount: its name, what it counts, where its name leads ("" for nowhere), a class for its colour."""

    name: str
    amount: int
    target: str = ""
    tint: str = ""


def bar_chart(title: str, unit: str, bars: Sequence[Bar], *, id: str) -> Markdown:
    """The bars below each other, each under its name with the amount at its end; nothing for no bars.

    The text alternative names every amount: 六问，按文件计：《…》 2 处。
    """
    if not bars:
        return md.EMPTY
    largest = max(bar.amount for bar in bars)
    said = "；".join(f"{bar.name} {bar.amount} {unit}" for bar in bars)
    lines = [
        f'<svg viewBox="0 0 {_WIDTH} {len(bars) * _ROW}" role="img" aria-labelledby="{id}-title {id}-text">',
        f'<title id="{id}-title">{html.escape(title)}</title>',
        f'<desc id="{id}-text">{html.escape(said)}</desc>',
        *(_row(bar, number, largest) for number, bar in enumerate(bars)),
        "</svg>",
    ]
    return md.figure("\n".join(lines), classes=["bar-chart"])


def _row(bar: Bar, number: int, largest: int) -> str:
    top = number * _ROW
    length = max(2, round((_WIDTH - _ROOM_FOR_NUMBER) * bar.amount / largest))
    short = bar.name if len(bar.name) <= _NAME_LENGTH else f"{bar.name[: _NAME_LENGTH - 1]}…"
    name = f'<text x="0" y="{top + _NAME}">{html.escape(short)}</text>'
    if bar.target:
        name = f'<a href="{html.escape(bar.target)}">{name}</a>'
    classes = f"bar {bar.tint}".strip()
    drawn = f'<rect class="{classes}" x="0" y="{top + _NAME + 6}" width="{length}" height="{_BAR}" rx="1"/>'
    amount = f'<text class="amount" x="{length + 6}" y="{top + _NAME + 15}">{bar.amount}</text>'
    return name + drawn + amount
