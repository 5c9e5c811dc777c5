"""Strips asides from the text of a block and leads back from the rest to the original."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

from notice_site.model.frozen import dataclass

MOST_REMEMBERED = 8_192
"""Readings that are remembered: documents take over paragraphs from each other, and each of these is read once."""

HIDDEN = "◇"
"""Stands for a quotation or a title: one sign, whatever punctuation is inside."""

_QUOTED = re.compile(r"“[^“”]{1,200}”|‘[^‘’]{1,200}’|《(?:[^《》]|《[^《》]*》){1,200}》")
"""What becomes one sign: “三严三实”, 《意见》; an opening mark that never closes stays as it is."""

_OWN_SENTENCE = "(?![^（）()]{4,}(?<![责头合任])。[）)])"
"""What opens no bracket that holds sentences of its own: （请勿改动此页内容。）; not （财政部负责。）."""

_ASIDE = re.compile(
    rf"（{_OWN_SENTENCE}[^（）]{{1,200}}）|\({_OWN_SENTENCE}[^()]{{1,200}}\)|〔[^〔〕]{{1,40}}〕|\[[^\[\]]{{1,40}}\]"
)
"""What is left out: （市、区）, (产业集聚区), 〔2014〕; not a bracket that never closes, nor one with sentences."""

_HALF = re.compile(r"[,;:?!]|(?<=\d)：(?=\d\d)")
_TURNED = re.compile(f"(?P<aside>{_ASIDE.pattern})|(?P<quoted>{_QUOTED.pattern})|(?P<half>{_HALF.pattern})")
_WIDE = str.maketrans(",;:?!", "，；：？！")
_OF_A_CLOCK = "："
"""Between digits it divides hours and minutes, not clauses: 18：00."""


_SENTENCE = re.compile(r"[^。！？]+[。！？]?")
LONGEST_CLAUSE = 400
"""Characters, for the rules that look from each word of a clause to its end; nobody writes longer ones."""

_CLAUSE = re.compile(rf"[^，；：]{{1,{LONGEST_CLAUSE}}}")


class Span(NamedTuple):
    """Characters start:end, end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StrippedText:
    """`text` without asides, quotations as one sign, half-width marks as full-width ones.

    `at[i]` is where character i of `text` stands in the original; one more entry gives its end. What is read from the
    words counts in `text` alone, so those of equal text are equal.
    """

    text: str
    at: Sequence[int] = field(compare=False)

    def origin(self, span: Span) -> Span:
        """The characters of the original; an aside right behind the last word belongs to it."""
        return Span(self.at[span.start], self.at[span.end])

    def index(self, position: int) -> int:
        """The first character of `text` at or after that place of the original."""
        return min(bisect_left(self.at, position), len(self.text))


def strip_asides(text: str, start: int = 0) -> StrippedText:
    """The words of text[start:] without asides.

    >>> strip_asides("各级党委（党组）要践行“三严三实”,确保实效").text
    '各级党委要践行◇，确保实效'
    >>> strip_asides("预算1,000元(不含税").text, strip_asides("于18：00前报送").text
    ('预算1,000元(不含税', '于18:00前报送')
    """
    pieces: list[str] = []
    at: list[int] = []
    cursor = start
    for turned in _TURNED.finditer(text, start):
        here, behind = turned.span()
        pieces.append(text[cursor:here])
        at += range(cursor, here)
        cursor = behind
        if turned.lastgroup == "quoted":
            pieces.append(HIDDEN)
            at.append(here)
        elif turned.lastgroup == "half":
            between_digits = text[here - 1 : here].isdigit() and text[behind : behind + 1].isdigit()
            mark = ":" if turned[0] == _OF_A_CLOCK else turned[0]
            pieces.append(mark if between_digits else mark.translate(_WIDE))
            at.append(here)
    if not pieces:
        return StrippedText(text[start:], range(start, len(text) + 1))
    pieces.append(text[cursor:])
    return StrippedText("".join(pieces), (*at, *range(cursor, len(text) + 1)))


def sentences(words: StrippedText, start: int = 0) -> Iterator[Span]:
    """The sentences from `start` on, each with its full stop.

    >>> [strip_asides("甲。乙“丙。”丁。").text[s.start : s.end] for s in sentences(strip_asides("甲。乙“丙。”丁。"))]
    ['甲。', '乙◇丁。']
    """
    for match in _SENTENCE.finditer(words.text, start):
        sentence = match[0].lstrip("；， \u3000”’（）()")
        if sentence.rstrip("。！？"):
            yield Span(match.end() - len(sentence), match.end())


def clauses(words: StrippedText, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence, without the marks between them."""
    end = sentence.end - (words.text[sentence.end - 1] in "。！？")
    for match in _CLAUSE.finditer(words.text, sentence.start, end):
        yield Span(match.start(), match.end())
