"""The modal words and measures by which notices ask, as patterns over the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from notice_site.findings.tasks.word_classes import ALL_WORDS, MAY, MUST
from notice_site.text.official_words import any_of


def _signs(words: Iterable[str]) -> str:
    """A pattern for the words where they stand for themselves, in none of the longer words of the tables.

    要 is a modal word, but not in 重要, 要求 or 会议纪要.
    """
    return "|".join(_apart(word) for word in sorted(words, key=len, reverse=True))


def _apart(word: str) -> str:
    """The word, with what must not stand around it."""
    around = {longer.partition(word)[::2] for longer in ALL_WORDS if word in longer and longer != word}
    before = "".join(f"(?<!{first}{word})" for first, last in sorted(around) if not last)
    behind = any_of(last for first, last in around if not first)
    both = any_of(f"(?<={first}{word}){last}" for first, last in around if first and last)
    behind = "|".join(filter(None, (behind, both)))
    return f"{word}{before}" + (f"(?!{behind})" if behind else "")


MODAL = rf"(?:{_signs((*MUST, *MAY))})"
MODAL_WORD = re.compile(MODAL)
"""A modal word: 要 应当 不得 可以; not 要求 要点 应对 可能."""

# 学习时间不少于3天: a measure that somebody is to keep.
MEASURED = r"(?:[^，的]{0,10}(?:不少于|不低于|不超过|不高于|控制在))"
