"""What holds several words, a number or a date in any spelling, by looking at every sentence.

Written without the search index and its scripts, so that the two can disagree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from notice_site.model import BlockKind, Corpus, Notice
from tests.search_index.oracle import Place, plain

SENTENCE, PARAGRAPH, DOCUMENT = 6, 7, 8  # as tiers in match.js
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = re.compile("[0-9]+[十百千万]?|[〇○零一二两三四五六七八九十百千万]+")


def folded(text: str) -> str:
    """The characters of a text that are compared."""
    return "".join(map(plain, text))


def paragraphs(notice: Notice) -> Iterator[list[tuple[str, str]]]:
    """The title, then each paragraph, as the blocks that make it up with their texts."""
    yield [("", notice.title or "")]
    paragraph: list[tuple[str, str]] = []
    for block in notice.blocks:
        if block.kind is BlockKind.TITLE and block.text == notice.title:
            continue
        if not block.inline and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append((block.id, block.text))
    yield paragraph


def together(corpus: Corpus, words: Sequence[str]) -> dict[str, int]:
    """How near to each other each document holds all the words; those that have them side by side are left out."""
    nearness: dict[str, int] = {}
    for notice in corpus.notices:
        texts = ["".join(text for _, text in paragraph) for paragraph in paragraphs(notice)]
        if any(folded("".join(words)) in folded(text) for text in texts):
            continue
        sentences = [sentence for text in texts for sentence in re.split("[。！？!?]", text)]
        if _one_holds(sentences, words):
            nearness[notice.id] = SENTENCE
        elif _one_holds(texts, words):
            nearness[notice.id] = PARAGRAPH
        elif all(_one_holds(texts, [word]) for word in words):
            nearness[notice.id] = DOCUMENT
    return nearness


def _one_holds(texts: Sequence[str], words: Sequence[str]) -> bool:
    return any(all(folded(word) in folded(text) for word in words) for text in texts)


@dataclass(frozen=True)
class Values:
    """A paragraph as characters and the values of its numbers, with the block in which each begins."""

    notice: str
    values: list[str | int]
    blocks: list[str]


def in_values(corpus: Corpus) -> list[Values]:
    """All paragraphs, with numbers as their values."""
    paragraphs_in_values = []
    for notice in corpus.notices:
        for paragraph in paragraphs(notice):
            stream = [(c, block) for block, text in paragraph for c in folded(_numbers_apart(text))]
            values = by_value("".join(c for c, _ in stream))
            paragraphs_in_values.append(Values(notice.id, values, _blocks_of_values(stream)))
    return paragraphs_in_values


def numbered(corpus: Iterable[Values], wording: str) -> set[Place]:
    """Where a wording stands with its numbers written in any way."""
    wanted = by_value(folded(wording))
    places: set[Place] = set()
    for paragraph in corpus:
        values = paragraph.values
        for at in range(len(values) - len(wanted) + 1):
            if values[at] == wanted[0] and values[at : at + len(wanted)] == wanted:
                places.add((paragraph.notice, paragraph.blocks[at]))
    return places


def _numbers_apart(text: str) -> str:
    """A text with a sign between numbers that punctuation parts (第3、4页), and one in place of a decimal number."""
    numerals = "0-9〇○零一二两三四五六七八九十百千万"
    whole = re.sub("[0-9]+[.．·•][0-9]+", "¤", text)
    return re.sub(f"(?<=[{numerals}])[^\\w,，¤]+(?=[{numerals}])", "|", whole)


def by_value(text: str) -> list[str | int]:
    """Characters, with each number as its value: 不少于三天 and 不少于3天 are alike."""
    values: list[str | int] = []
    at = 0
    for match in _NUMBER.finditer(text):
        values += text[at : match.start()]
        values.append(value(match[0]))
        at = match.end()
    return [*values, *text[at:]]


def _blocks_of_values(stream: Sequence[tuple[str, str]]) -> list[str]:
    text = "".join(c for c, _ in stream)
    starts = [at for at in range(len(text)) if not any(m.start() < at < m.end() for m in _NUMBER.finditer(text))]
    return [stream[at][1] for at in starts]


def value(number: str) -> int:
    """The value of digits or of Chinese numerals, with or without units."""
    if number.isascii():
        return int(number)
    if number[:-1].isascii() and number[:-1]:
        return int(number[:-1]) * {**_UNITS, "万": 10_000}[number[-1]]
    if not set(number) & {*_UNITS, "万"}:
        return int("".join(str(_digit(character)) for character in number))
    high, _, low = number.rpartition("万")
    return value(high) * 10_000 + (_below_10000(low) if low else 0) if high else _below_10000(low)


def _below_10000(number: str) -> int:
    total = digit = 0
    for character in number:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _digit(character)
    return total + digit


def _digit(character: str) -> int:
    return {"○": 0, "两": 2}.get(character) or int(unicodedata.numeric(character, 0))
