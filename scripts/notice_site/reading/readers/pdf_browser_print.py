"""Finds what a browser prints around a web page: date and title above, address and count of pages below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from notice_site.reading.readers.pdf_rows import Row
from notice_site.text.date_forms import BROWSER_DAY
from notice_site.text.glyphs import characters_of
from notice_site.text.spacing import squeeze

# takes: https://www.a.gov.cn/art/2015/12/1/art_1.html, file:///C:/a.html, about:blank, C:\Users\a.html;
# not: www.a.gov.cn, 网址：https://a.cn
_ADDRESS = r"(?: (?:https?|file|ftp):/{2,3}\S+ | about:\S+ | (?-i:[A-Z]):\\\S+ )"
# takes: 1/3, 1 of 3, Page 1 of 3, 第 1 页，共 3 页, 第1页（共3页）, 页码：1/3; not: 1, 第1页, 3/4/5
_COUNT = r"""
    (?:
        (?: 页码 \s* [:：，,]? \s* )? \d{1,4} \s* / \s* \d{1,4}
        | (?: page \s* )? \d{1,4} \s* of \s* \d{1,4}
        | 第 \s* \d{1,4} \s* 页 \s* [，,（(]? \s* 共 \s* \d{1,4} \s* 页 \s* [）)]?
    )
"""
_DATE = BROWSER_DAY.pattern
_FLAGS = re.VERBOSE | re.IGNORECASE
_BEFORE = {
    "address": re.compile(rf"^{_ADDRESS}(?=\s|$)\s*", _FLAGS),
    "date": re.compile(rf"^{_DATE}(?!\d)\s*", _FLAGS),
    "count": re.compile(rf"^{_COUNT}(?=\s|$)\s*", _FLAGS),
}
_AFTER = {
    "address": re.compile(rf"(?:^|\s){_ADDRESS}$", _FLAGS),
    "date": re.compile(rf"(?:^|\s){_DATE}$", _FLAGS),
    "count": re.compile(rf"(?:^|\s){_COUNT}$", _FLAGS),
}


def parts_of_mark(text: str) -> tuple[frozenset[str], str]:
    """What of address, date and count stands at both ends of a row, and the title that is left.

    >>> sorted(parts_of_mark("11/30/26, 2:39 AM　关于开会的通知")[0]), parts_of_mark("2015/12/1 关于开会的通知")[1]
    (['date'], '关于开会的通知')
    >>> sorted(parts_of_mark("file:///C:/a.html　1/3")[0]), sorted(parts_of_mark("第 1 页，共 3 页　2015/12/1")[0])
    (['address', 'count'], ['count', 'date'])
    >>> parts_of_mark("请于11/30前报送"), parts_of_mark("网址：https://a.cn")
    ((frozenset(), '请于11/30前报送'), (frozenset(), '网址：https://a.cn'))
    """
    rest = characters_of(text).strip()
    kinds: set[str] = set()
    for patterns in (_BEFORE, _AFTER):
        for _ in patterns:
            for kind, pattern in patterns.items():
                if kind not in kinds and (match := pattern.search(rest)):
                    kinds.add(kind)
                    rest = (rest[: match.start()] + rest[match.end() :]).strip()
    return frozenset(kinds), squeeze(rest)


def browser_marks(pages: Iterable[Sequence[Row]]) -> Mapping[int, str]:
    """The rows that a browser printed at head and foot of each page: 页眉 or 页脚 by the number of the row.

    Each page has an address and a count of pages at its edges, and one title stands on all of them.
    """
    reasons: dict[int, str] = {}
    titles: set[str] = set()
    for rows in pages:
        edges = [(rows[0], "页眉")] + ([(rows[-1], "页脚")] if len(rows) > 1 else [])
        marks = [(row, reason, *parts_of_mark(row.text)) for row, reason in edges]
        if not {"address", "count"} <= {kind for _, _, kinds, _ in marks for kind in kinds}:
            return {}
        for row, reason, kinds, title in marks:
            if kinds:
                reasons[row.number] = reason
                titles.add(title)
    return reasons if len(titles - {""}) <= 1 else {}
