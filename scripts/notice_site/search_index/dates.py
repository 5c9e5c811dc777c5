"""Tells which days and months a document names, however it writes them.

`overrides/assets/javascripts/search/wordings.js` finds the words; the lists only propose documents to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from notice_site.text.date_forms import DAY_OR_MONTH
from notice_site.text.numerals import han_to_int

Dates = tuple[tuple[str, ...], tuple[str, ...]]
"""Names of days and months: all, and those in the title or a heading."""

_DIGITS = "一二三四五六七八九"
# What has none of these has no date behind another number: 50%。2019年1月1日, of which a stream keeps no mark.
_BEHIND_NUMBER = re.compile(
    f"[0-9０-９十{_DIGITS}][^\\w\n]+(?:[0-9０-９]{{4}}\\s*年|[〇○零Ｏ{_DIGITS}]{{4}}年|[0-9０-９十{_DIGITS}]{{1,2}}\\s*月)"
)
_DIGIT = re.compile("[0-9]")
_LIKE = re.compile(r"[0-9０-９]\s*[-/.—－／．]\s*[0-9０-９]|[0-9０-９]{8}")  # else no date is in digits
_WRITTEN = re.compile(
    r"""
    (?<![0-9]) (?P<year>(?:19|20)[0-9]{2})
    (?: (?P<whole>[0-9]{4})                                                    # 20140403
      | ([-/.—]) (?P<month>[0-9]{1,2}) (?: \3 (?P<day>[0-9]{1,2}) )? )         # 2014.4.3, 2014-04
    (?![0-9])
    """,
    re.VERBOSE,
)


def dates_in(stream: str) -> set[str]:
    """The days and months that a stream of symbols or a text names: 0403, with its year 20140403 and 201404.

    >>> sorted(dates_in("自2014年4月3日至四月十日")), sorted(dates_in("二〇一四年四月印发")), dates_in("4月份")
    (['0403', '0410', '201404', '20140403'], ['201404'], set())
    """
    names: set[str] = set()
    for found in DAY_OR_MONTH.finditer(stream):
        names.update(_names(found["y"] or "", found["m"], found["d"] or ""))
    return names


def written_in_digits(text: str) -> set[str]:
    """The same of a text with its punctuation, for dates in digits alone.

    >>> sorted(written_in_digits("2014.4.3起，20140410止")), sorted(written_in_digits("２０１４－０４"))
    (['0403', '0410', '201404', '20140403', '20140410'], ['201404'])
    >>> written_in_digits("〔2014〕43号"), written_in_digits("20141903"), written_in_digits("2014.4-3")
    (set(), set(), {'201404'})
    """
    names: set[str] = set()
    for found in _WRITTEN.finditer("".join(unicodedata.normalize("NFKC", text).split())):
        month, day = (found["whole"][:2], found["whole"][2:]) if found["whole"] else (found["month"], found["day"])
        names.update(_names(found["year"], month, day or ""))
    return names


def _names_in(text: str) -> set[str]:
    """Those names in a text that its symbols do not tell.

    >>> sorted(_names_in("返还50%。1月2日起")), _names_in("1月2日起")
    (['0102'], set())
    """
    behind = dates_in("".join(unicodedata.normalize("NFKC", text).split())) if _BEHIND_NUMBER.search(text) else set()
    return behind | (written_in_digits(text) if _LIKE.search(text) else set())


def _names(year_words: str, month_words: str, day_words: str) -> Iterator[str]:
    year, month, day = (han_to_int(words) or 0 for words in (year_words, month_words, day_words))
    if not 1 <= month <= 12 or day > 31:
        return
    if day:
        yield f"{month:02}{day:02}"
    if year:
        yield f"{year}{month:02}"
    if year and day:
        yield f"{year}{month:02}{day:02}"


def dates_of(stream: str, headed: Iterable[tuple[int, int]], texts: Iterable[str]) -> Dates:
    """Names the days and months of a document, and those that it can have in its title or a heading."""
    heads = [stream[a:b] for a, b in headed]
    from_texts = {name for text in texts for name in _names_in(text)}
    in_heads = {name for head in heads for name in dates_in(head)}
    in_heads |= from_texts if any(map(_DIGIT.search, heads)) else set()
    return tuple(sorted(dates_in(stream) | from_texts)), tuple(sorted(in_heads))
