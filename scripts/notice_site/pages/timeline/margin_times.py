"""Says in the margin of a notice what its times mean where its words leave that open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from notice_site.model import Event, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.margin_notes import MarginNote
from notice_site.pages.core.site import Site
from notice_site.pages.timeline.event_shapes import OF_DAY_WORDS, OWN_DATES

_DAY = re.compile(r"(?P<of>\D*)(?P<day>\d{4}(?:-\d\d){0,2})")
"""What an inferred year rests on: 成文日期2014-03-09."""


def margin_times(site: Site) -> Callable[[Notice], Iterator[MarginNote]]:
    """Writes the time as it is reckoned beside words that state it otherwise, and how its year is known."""
    by_notice: dict[str, list[Event]] = {}
    for event in site.corpus.events:
        by_notice.setdefault(event.ref.notice, []).append(event)

    def notes(notice: Notice) -> Iterator[MarginNote]:
        seen = set()
        for event in by_notice.get(notice.id, ()):
            time = labels_zh.time(event)
            if event.kind in OWN_DATES or not event.wording or event.year_from is None:
                continue
            at = event.ref.start + max(notice.block(event.ref.block).text[event.ref.start :].find(event.wording), 0)
            if (event.ref.block, at, time) in seen:
                continue
            seen.add((event.ref.block, at, time))
            yield MarginNote(event.ref.block, at, "time", md.escape(time), md.escape(_reason(event.year_from)))

    return notes


def _reason(year_from: str) -> str:
    """Words from what the year of a time is known.

    >>> _reason("今年；成文日期2014-03-09"), _reason("成文日期2014-03-28"), _reason("本段前文2003年")
    ('“今年”据成文日期，为2014年', '年份据成文日期2014年3月28日', '年份据本段前文2003年')
    >>> _reason("下周；成文日期2014-03-20")
    '“下周”据成文日期2014年3月20日推算'
    """
    word, _, basis = year_from.rpartition("；")
    dated = _DAY.fullmatch(basis)
    if dated is None:
        return f"年份据{basis}"
    if word.endswith(OF_DAY_WORDS):
        return f"“{word}”据{dated['of']}{labels_zh.day(dated['day'])}推算"
    if word:
        return f"“{word}”据{dated['of']}，为{dated['day'][:4]}年"
    return f"年份据{dated['of']}{labels_zh.day(dated['day'])}"
