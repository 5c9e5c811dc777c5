"""Writes raised and lowered characters so that they do not run together with what they stand at."""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
# takes: 2, -3, n, 2.5; not: th, ①, ＊
_HAS_RAISED_FORM = re.compile(r"[0-9+\-−=()n.,\s]+")
_HAS_LOWERED_FORM = re.compile(r"[0-9+\-−=().,\s]+")
# takes: th, 2a, 注1; not: ①, ＊, ®, [1], TM
_RUNS_TOGETHER = re.compile(r"(?!\s*(?:[\[［〔【（]|TM\s*$)).*[0-9A-Za-z\u4e00-\u9fff]", re.DOTALL)


def raised(text: str) -> str:
    """Writes a superscript in the superscripts of Unicode, where each of its characters has one; else as it is.

    >>> raised("2"), raised("-3"), raised("th")
    ('²', '⁻³', 'th')
    """
    return text.translate(_RAISED) if _HAS_RAISED_FORM.fullmatch(text) else text


def lowered(text: str) -> str:
    """Writes a subscript likewise; a point inside stays.

    >>> lowered("2"), lowered("2.5"), lowered("max")
    ('₂', '₂.₅', 'max')
    """
    return text.translate(_LOWERED) if _HAS_LOWERED_FORM.fullmatch(text) else text


def runs_together(text: str, shown: str) -> bool:
    """Whether a raised or lowered text is shown as it is and reads as part of the word before it.

    >>> runs_together("th", "th"), runs_together("2", "²"), runs_together("[1]", "[1]")
    (True, False, False)
    """
    return text == shown and _RUNS_TOGETHER.match(text) is not None
