"""Cuts a text at its blanks where they took the place of its line ends: …执行。 一、提高认识 各级要… 二、落实责任 …"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from notice_site.reading.extracted_text import Paragraph
from notice_site.text.spacing import HAN, SPACE

_SHORTEST = 100  # characters of a text that lost its line ends; a shorter line may be parted for looks
_FEWEST_SECTIONS = 2  # 一、 and 二、 behind blanks
_STOP_SHARE = 3  # one blank in so many at least follows a stop or comes before a section; else they stand anywhere
_FEWEST_BLANKS = 4  # in a text without sections; half of them at least follow stops, but not every stop has one

_BLANK = re.compile(rf"{SPACE}+")
_MARKS = "。；：:！？，,、”’）)》〉"
_STOPS = "。；：:！？”）)"
_RUNS_ON = re.compile(rf"。(?=[{HAN}])")
# takes: 一、 （一） (十二) 第三条 第二章; not: 1. 第三
_SECTION = re.compile(
    r"""
    (?<! [第和与及至、] )
    (?: [一二三四五六七八九十]{1,3}、 (?! [一二三四五六七八九十]{1,3}[、等和] )
      | 第[一二三四五六七八九十百]{1,5}[章条] (?= [\s\u3000] )
    )
    """,
    re.VERBOSE,
)
# A label at the end of what stands before a blank. takes: 一、 （一） 1. 第一条 第一， ; not: 请示、 2014年
_LABEL_BEFORE = re.compile(
    r"""
    (?: ^ | [^\w] | (?<= \W ) )
    (?: 第?[一二三四五六七八九十百]{1,5} [、.．，,：:章节条编]?
      | [（(] [一二三四五六七八九十\d]{1,3} [）)]
      | \d{1,2} [.．、]
    )
    $
    """,
    re.VERBOSE,
)
_REACH = 10  # characters in which such a label ends


def with_line_ends(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, each line whose line ends became blanks as the lines that it was."""
    result: list[Paragraph] = []
    for paragraph in paragraphs:
        line = paragraph.line
        first, *others = [line.text] if line.rows else parts_at_blanks(line.text)
        result.append(replace(paragraph, line=replace(line, text=first)) if others else paragraph)
        result += [
            replace(paragraph, line=replace(line, text=text, gap_before=False, glyphs=()), links=0) for text in others
        ]
    return tuple(result)


def parts_at_blanks(text: str) -> list[str]:
    """The lines of a text whose line ends became blanks; the text alone where its blanks are others.

    The whole text decides: each of its sections stands behind a blank, and blanks follow stops. Where sections do not
    show it, a blank behind every stop is a manner of writing.

    >>> lines = ["甲县关于防汛的通知", "各乡镇：", "通知如下：", "一、提高认识", "要学习。", "二、落实责任", "请" * 150]
    >>> parts_at_blanks(" ".join(lines)) == lines
    True
    >>> len(parts_at_blanks("张某 李某 王某。" * 40)), len(parts_at_blanks("各级要学习。 各级要检查。 " * 20))
    (1, 1)
    """
    if len(text) < _SHORTEST:
        return [text]
    places = [match for match in _BLANK.finditer(text, 1, len(text.rstrip())) if _parts_lines(text, match)]
    sections = {match.start() for match in _SECTION.finditer(text)}
    behind = {match.end() for match in places} | {0}
    telling = sum(text[match.start() - 1] in _STOPS or match.end() in sections for match in places)
    if len(sections) >= _FEWEST_SECTIONS and sections <= behind:
        parts_lines = telling * _STOP_SHARE >= len(places)
    else:
        parts_lines = len(places) >= _FEWEST_BLANKS and telling * 2 >= len(places) and _RUNS_ON.search(text) is not None
    if not parts_lines:
        return [text]
    bounds = [0, *(match.end() for match in places), len(text)]
    return [part for a, b in pairwise(bounds) if (part := text[a:b].strip())]


def _parts_lines(text: str, blank: re.Match[str]) -> bool:
    """Whether a blank stands between two pieces of Chinese text, neither behind a label nor inside a spaced word."""
    start, end = blank.span()
    before, after = text[start - 1], text[end]
    if before.isdigit() or not re.match(rf"[{HAN}{_MARKS}]", before):
        return False
    if not (
        re.match(rf"[{HAN}“（(《]", after)
        or before in "。：:；"
        or re.match(r"(?:19|20)\d\d|\d{1,2}[.．、]\D", text[end : end + 4])
    ):
        return False
    if _LABEL_BEFORE.search(text[max(0, start - _REACH) : start]):
        return False
    return not (_BLANK.match(text, end + 1) or _BLANK.match(text, start - 2))
