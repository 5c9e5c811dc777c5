"""Tells from the lengths of its lines whether a text is typeset in lines of one width, and which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.text.labels import match_label

TERMINAL = "。！？；：…”’』」）》〉】!?;:.)\"'"
"""Signs with which a paragraph may end."""

_SENTENCE = re.compile(r"[。！？；!?;]")

_NARROWEST = 16  # characters: shorter lines are headings and names
_WRAPPED_WIDTH = 60  # characters: a longer line is a paragraph, not a typeset line
_FEWEST_LINES = 8  # fewer lines show no common width
_FULL_SHARE = 0.4  # of the lines: the rest end paragraphs or are headings
_LONGEST_BEYOND = 8  # characters beyond the width: a line still longer was not typeset
_FEWEST_BROKEN = 3  # lines that break off within a sentence: two may do so by chance
_BROKEN_SHARE = 0.5  # of the longest lines: the others end paragraphs at the edge
SHORTER = 3  # characters by which a full line may fall short: a mark that may not begin a line takes its word along


def line_width(lines: Sequence[str]) -> int:
    """The width of a text typeset in lines of one width (pdf, old e-mail); 0 where lines are paragraphs.

    Most lines are full, the 80th percentile of all long, or at least three break off at one length within a sentence,
    and none is longer.
    """
    lengths = sorted(map(len, lines))
    if not lengths or lengths[-1] > _WRAPPED_WIDTH + _LONGEST_BEYOND:
        return 0
    width = lengths[(len(lengths) * 4) // 5]
    full = sum(width - SHORTER <= n <= width + 1 for n in lengths)
    if (
        len(lengths) >= _FEWEST_LINES
        and _NARROWEST <= width <= _WRAPPED_WIDTH
        and full >= _FULL_SHARE * len(lengths)
        and lengths[-1] <= width + _LONGEST_BEYOND
    ):
        return width
    return _broken_width(lines, lengths[-1])


def _broken_width(lines: Sequence[str], longest: int) -> int:
    """The length at which sentences break off in all of the longest lines; 0 where few lines show it."""
    width = longest - 1
    if width < _NARROWEST + SHORTER:
        return 0
    full = [i for i, line in enumerate(lines[:-1]) if len(line) >= width - SHORTER]
    broken = [
        i
        for i in full
        if lines[i][-1] not in TERMINAL and not match_label(lines[i + 1]) and _SENTENCE.search(lines[i + 1])
    ]
    return width if len(broken) >= _FEWEST_BROKEN and len(broken) >= _BROKEN_SHARE * len(full) else 0
