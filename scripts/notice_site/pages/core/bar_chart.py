"""Writes a bar chart as a list in HTML: each name with its amount, and a bar below."""

from __future__ import annotations

import html
from collections.abc import Sequence

from notice_site.model.frozen import dataclass
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown


@dataclass(frozen=True, slots=True)
class Bar:
    """An amount, its name, where the name leads ("" for nowhere), a class for its colour, a remark on the amount."""

    name: str
    amount: int
    target: str = ""
    tint: str = ""
    remark: str = ""


def bar_chart(title: str, unit: str, bars: Sequence[Bar]) -> Markdown:
    """Writes bars below each other, each under its name and amount (《…》 2 处); nothing for no bars.

    The longest bar takes the whole width. It is a list because long names have to wrap on a narrow page.
    """
    if not bars:
        return md.EMPTY
    largest = max(bar.amount for bar in bars)
    lines = [
        f'<ol aria-label="{html.escape(title)}">',
        *(_row(bar, unit, 100 * bar.amount / largest) for bar in bars),
        "</ol>",
    ]
    return md.figure("\n".join(lines), classes=["bar-chart"])


def _row(bar: Bar, unit: str, length: float) -> str:
    """Writes a bar of `length` per cent."""
    name = html.escape(bar.name)
    if bar.target:
        name = f'<a href="{html.escape(bar.target)}">{name}</a>'
    classes = f"bar {bar.tint}".strip()
    amount = f'<span class="amount">{bar.amount} {html.escape(unit + bar.remark)}</span>'
    # A drawing, since a policy for published sites allows no style inside a page.
    drawn = f'<svg class="{classes}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
    return f'<li>{name} {amount}{drawn}<rect width="{length:.4g}" height="1"></rect></svg></li>'
