"""Finds the items that run on inside one paragraph: 一是…二是…, 一问…六问…."""

from __future__ import annotations

import re

from notice_site.model.frozen import dataclass
from notice_site.text.numerals import HAN_NUMERAL, han_to_int

_HEADING = re.compile(r"(?P<heading>[^。；：:;！？，,]{2,24})。(?=.)")

_SERIES = tuple(
    re.compile(pattern)
    for pattern in (
        # 一是强化… 一问是否… 一要…; only at the start of a clause
        rf"(?:(?<=[。；：:;，,！？”’即])|^)(?P<n>{HAN_NUMERAL}{{1,2}})(?P<kind>是|要|问|抓|看|查)(?!一)",
        rf"(?:(?<=[。；：:;])|^)第(?P<n>{HAN_NUMERAL}{{1,2}})(?P<kind>，|,|、)",
        r"(?:(?<=[。；：:;，,])|^)(?P<kind>[（(])(?P<n>\d{1,2})[）)]",
        rf"(?:(?<=[。；：:;])|^)(?P<kind>[（(])(?P<n>{HAN_NUMERAL}{{1,3}})[）)]",
        r"(?:(?<=[。；：:;，,])|^)(?P<kind>)(?P<n>[①②③④⑤⑥⑦⑧⑨⑩])",
    )
)
# 着重抓好“三项教育”: — the number of sentences that the colon announces
_ANNOUNCED = re.compile(rf"(?P<n>{HAN_NUMERAL}{{1,2}}|\d)(?:个|项|种|类|方面|大)[^。；：:，,]{{0,12}}[：:]")
_SHORT_SENTENCE = re.compile(r"(?:(?<=[。：:])|^)(?P<s>[^。；：:！？，,]{3,12})。(?=.)")


@dataclass(frozen=True, slots=True)
class InlineItem:
    """One inline item: it begins at `start`; the item before it, or the paragraph, ends there."""

    start: int
    label: str | None
    heading: str | None


def inline_items(text: str) -> tuple[InlineItem, ...]:
    """The items of the paragraph in order, at least two, counted from one; () where there are none.

    A last entry with neither label nor heading is text after the list, which belongs to the paragraph
    again: where the items are separated by ； the list ends with the first full stop.

    >>> [(p.label, p.heading) for p in inline_items("通知如下。一是强化履职意识。各级…。二是深入开展“三查”。围绕…")]
    [('一是', '强化履职意识'), ('二是', '深入开展“三查”')]
    >>> [p.label for p in inline_items("即一问是否；二问是否；三问是否。通过三问")]
    ['一问', '二问', '三问', None]
    >>> inline_items("一是强化，不再继续。"), inline_items("这是十分重要的一是")
    ((), ())
    """
    best: tuple[InlineItem, ...] = ()
    for pattern in _SERIES:
        items = _series(text, pattern)
        if len(items) > len(best):
            best = items
    return best or _announced(text)


def _series(text: str, pattern: re.Pattern[str]) -> tuple[InlineItem, ...]:
    found: list[re.Match[str]] = []
    for match in pattern.finditer(text):
        number = "①②③④⑤⑥⑦⑧⑨⑩".find(match["n"]) + 1 or han_to_int(match["n"])
        if number == len(found) + 1 and (not found or match["kind"] == found[0]["kind"]):
            found.append(match)
    if len(found) < 2:
        return ()
    ends = [*(m.start() for m in found[1:]), len(text)]
    items = [
        InlineItem(m.start(), m[0].rstrip("，,、"), _heading(text, m.end(), end))
        for m, end in zip(found, ends, strict=True)
    ]
    if all(text[m.start() - 1] in "；;" for m in found[1:]):
        items = [InlineItem(p.start, p.label, None) for p in items]
        stop = text.find("。", found[-1].end())
        if 0 <= stop < len(text) - 1:
            items.append(InlineItem(stop + 1, None, None))
    return tuple(items)


def _heading(text: str, start: int, end: int) -> str | None:
    """The first sentence of an item; an item of one sentence has no heading."""
    match = _HEADING.match(text[:end], start)
    return match["heading"] if match else None


def _announced(text: str) -> tuple[InlineItem, ...]:
    """Short sentences alike in their first character, as many as a colon announced."""
    for announced in _ANNOUNCED.finditer(text):
        wanted = han_to_int(announced["n"])
        first = _SHORT_SENTENCE.match(text, announced.end())
        if not wanted or wanted < 2 or not first:
            continue
        found = [m for m in _SHORT_SENTENCE.finditer(text, announced.end()) if m["s"][0] == first["s"][0]]
        if len(found) == wanted:
            return tuple(InlineItem(m.start(), None, m["s"]) for m in found)
    return ()
