"""Named amounts go in, a bar chart comes out as inline SVG that says the same in words."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from notice_site.pages import markdown as md
from notice_site.pages.markdown import Markdown

_ROW, _BAR, _NAME = 38, 8, 15  # pixels: a row is a name with its bar below
_LONGEST = 90  # per cent of the width; the rest is for the amount behind the bar


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
        f'<svg width="100%" height="{len(bars) * _ROW}" role="group" aria-labelledby="{id}-title {id}-text">',
        f'<title id="{id}-title">{html.escape(title)}</title>',
        f'<desc id="{id}-text">{html.escape(said)}</desc>',
        *(_row(bar, number * _ROW, _LONGEST * bar.amount / largest) for number, bar in enumerate(bars)),
        "</svg>",
    ]
    return md.figure("\n".join(lines), classes=["bar-chart"])


def _row(bar: Bar, top: int, length: float) -> str:
    """One bar of `length` per cent; a name that is too long for a screen is cut by its edge."""
    name = f'<text x="0" y="{top + _NAME}">{html.escape(bar.name)}</text>'
    if bar.target:
        name = f'<a href="{html.escape(bar.target)}">{name}</a>'
    classes = f"bar {bar.tint}".strip()
    drawn = f'<rect class="{classes}" x="0" y="{top + _NAME + 7}" width="{length:.4g}%" height="{_BAR}"/>'
    amount = f'<text class="amount" x="{length:.4g}%" dx="6" y="{top + _NAME + 15}">{bar.amount}</text>'
    return name + drawn + amount
