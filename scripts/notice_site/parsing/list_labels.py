"""Reads the labels of all paragraphs together: what one label is, the numbers before and after it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.parsing.line_joining import Paragraph
from notice_site.text.labels import Label, Style, labels_of_lists, match_label

_FEWEST_DECIMALS = 3  # labels such as 1.1: with so many a bare number at the start of a short line is a label too
_BARE_LINE = 20  # characters: a heading behind a bare number is not longer
_LARGE = 99  # a larger number at the start of a paragraph counts something, unless the number before it is a label
_FEWEST_OUTER = 2  # one number that comes twice may be a slip
_OUTER_LINE = 40  # characters of an entry that is the heading of a list
_SURE_POINTS = "是要问"  # 一是 is a label in itself; 一抓 only before 二抓

_DECIMALS = {Style.DECIMAL_2: Style.ARABIC, Style.DECIMAL_3: Style.DECIMAL_2, Style.DECIMAL_4: Style.DECIMAL_3}

_Series = tuple[Style, str]


def list_labels(paragraphs: Sequence[Paragraph]) -> list[Label | None]:
    """The label of each paragraph, None where it has none.

    A start that can be read in several ways is read so that its list counts on: 1.1970年以前… before 2.取得职称
    is the label 1., before 1.20 it is 1.19.
    """
    readings = [() if p.rows else _readings(p.text) for p in paragraphs]
    company = _company(readings)
    decimals = sum(any(label.style is Style.DECIMAL_2 for label in labels) for labels in readings)
    result: list[Label | None] = []
    for paragraph, labels, neighbours in zip(paragraphs, readings, company, strict=True):
        sure = match_label(paragraph.text) if labels else None
        best, most = None, -1
        for label, count in zip(labels, neighbours, strict=True):
            if label == sure:
                enough = count > 0 or not _needs_company(label, paragraph.text)
            elif _is_bare(label):
                enough = decimals >= _FEWEST_DECIMALS and len(paragraph.text) <= _BARE_LINE
            else:
                enough = count > 0
            if enough and count > most and not _is_empty(label, paragraph.text):
                best, most = label, count
        result.append(best)
    return result


def label_ranks(labels: Sequence[Label | None]) -> dict[Style, int]:
    """How deep each style stands in this document, the outermost first.

    The order is that of `Style`, unless the numbers say otherwise: where 一、 opens the document and 二、 counts on
    behind 第八条, the articles stand below 一、. Chapters, sections and articles keep their order.
    """
    order = sorted({label.style for label in labels if label})
    first: dict[Style, int] = {}
    for i, label in enumerate(labels):
        if label:
            first.setdefault(label.style, i)
    for inner, outer in _counting_across(labels):
        if (
            inner > Style.CLAUSE
            and inner > outer
            and first[inner] < first[outer]
            and order.index(inner) > order.index(outer)
        ):
            order.remove(inner)
            order.insert(order.index(outer), inner)
    return {style: rank for rank, style in enumerate(order)}


def _counting_across(labels: Sequence[Label | None]) -> list[tuple[Style, Style]]:
    """Pairs of a style and of one between two labels of the first that count on (一、 第一条 … 第八条 二、)."""
    pairs: dict[tuple[Style, Style], None] = {}
    last: dict[Style, Label] = {}
    between: dict[Style, set[Style]] = {}
    for label in labels:
        if label is None:
            continue
        if (before := last.get(label.style)) and _follows(before, label):
            pairs |= dict.fromkeys((label.style, other) for other in sorted(between[label.style]))
        last[label.style] = label
        between[label.style] = set()
        for style, others in between.items():
            if style is not label.style:
                others.add(label.style)
    return list(pairs)


def outer_entries(entries: Sequence[tuple[Label | None, Paragraph]]) -> list[int]:
    """Which entries of a list hold lists of the same style: 1.经理 ⏎ 1.组织学习； ⏎ 2.督促检查。 ⏎ 2.文员 ⏎ 1.值班。

    The outer entries count on from one, each is a line without a stop, and below each the inner ones begin again.
    """
    numbers = [label.number if label else 0 for label, _ in entries]
    outer: list[int] = []
    last = 0
    for i, number in enumerate(numbers):
        begins_again = i + 1 < len(numbers) and numbers[i + 1] == 1
        if number == len(outer) + 1 and begins_again and _is_line(entries[i][1]):
            outer.append(i)
            last = 0
        elif outer and number == last + 1:
            last = number
        else:
            return []
    return outer if len(outer) >= _FEWEST_OUTER else []


def _is_line(paragraph: Paragraph) -> bool:
    return not re.search("[。；;]", paragraph.text) and len(paragraph.text) <= _OUTER_LINE


def _readings(text: str) -> tuple[Label, ...]:
    """The sure reading first."""
    sure = match_label(text)
    return ((sure,) if sure else ()) + labels_of_lists(text)


def _is_empty(label: Label, text: str) -> bool:
    """2. alone on a line: an empty cell of a form; 第二条 alone heads what follows."""
    return label.style >= Style.ARABIC and not text[label.end :].strip()


def _is_bare(label: Label) -> bool:
    return label.style is Style.ARABIC and label.text.isdigit()


def _needs_company(label: Label, text: str) -> bool:
    """Whether the form alone is weak: 第三条 that runs on without a blank, 120、."""
    if label.style is Style.ARTICLE:
        return text[label.end : label.end + 1] not in ("", " ", "\u3000", "：", ":", "【")
    return label.number > _LARGE


def _company(readings: Sequence[tuple[Label, ...]]) -> list[list[int]]:
    """For each reading, how many of its two neighbours in its own series count on to it: 0, 1 or 2."""
    before = _counted(readings)
    after = _counted(readings[::-1], backwards=True)[::-1]
    return [[a + b for a, b in zip(x, y, strict=True)] for x, y in zip(before, after, strict=True)]


def _counted(readings: Sequence[tuple[Label, ...]], backwards: bool = False) -> list[list[bool]]:
    """Whether the reading met last in the same series is the neighbour in number, or 1.1 stands below 1."""
    last: dict[_Series, Label] = {}
    result = []
    for labels in readings:
        row = []
        for label in labels:
            other = last.get((label.style, label.series))
            first, second = (label, other) if backwards else (other, label)
            row.append(bool(first and second and _follows(first, second)) or _opens_decimals(label, last))
        result.append(row)
        last.update({(label.style, label.series): label for label in labels})
    return result


def _opens_decimals(label: Label, last: dict[_Series, Label]) -> bool:
    """Whether 1.1 stands below 1, 1.1.1 below 1.1."""
    if label.style not in _DECIMALS or label.number != 1:
        return False
    series, _, number = label.series.rpartition(".")
    above = [o for (style, key), o in last.items() if style is _DECIMALS[label.style] and key in ("bare", series)]
    return any(o.number == int(number) for o in above)


def _follows(first: Label, second: Label) -> bool:
    """第十条 第十条之一 第十条之二 第十一条."""
    if second.branch:
        return second.number == first.number and second.branch == first.branch + 1
    return second.number == first.number + 1
