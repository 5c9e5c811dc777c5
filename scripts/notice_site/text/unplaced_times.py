"""Finds times that the calendar does not place: 近日, 近期, 元旦春节期间, 寒假前."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_site.text.time_grammar import FESTIVAL, RECENT, SEASON_TIME, SOON, WEEK

# Where a feast or a term may end, which is found in a fifth of the time.
# takes: 春‹节期间›  “七‹一”前›  清明‹节前›后  汛‹期后›  开‹学起›; not: 春节  会议  前期
_FEAST_END = re.compile(
    '[旦节宵明一四午七八秋庆十会阳假日期耕收夏春束来临学末][”"]? (?: 期间 | [之以]? [前后] | 起)', re.VERBOSE
)
# The words before such a time make it part of what something is done to.
# takes: 对教育系统  将  关于  把各校在  ‹，为做好›; not: 各单位要在  ，  认为
_OBJECT = re.compile(
    r"(?: 对 | 将 | 把 | 关于 | (?: ^ | (?<= \s) | [，,。；;：:]) 为 (?!期)) [^，,。；;：:]{0,8} $", re.VERBOSE
)
# The words behind it make it part of a name. takes: 开展自查情况  值班工作通知; not: 要值班  一律停止
_NAME_BEHIND = re.compile(r"[^，,。；;：:]{0,40} (?: 情况 | 通知 | 方案 | 有关事项)", re.VERBOSE)
_LONGEST_OBJECT = 10  # characters of 关于 and eight more


def unplaced_in(text: str) -> Iterator[tuple[re.Pattern[str], re.Match[str]]]:
    """The times of a text that the calendar does not place, each with the form that it has.

    >>> [match[0] for _, match in unplaced_in("近日，省委印发了《意见》；近期，各地要自查，寒假前上报。")]
    ['近日', '近期', '寒假前']
    """
    for form in (RECENT, SOON, FESTIVAL, SEASON_TIME, WEEK):
        if form is FESTIVAL and not _FEAST_END.search(text):
            continue
        for match in form.finditer(text):
            if form is not FESTIVAL or any(match.group("before", "after", "from")) or _is_free(text, *match.span()):
                yield form, match


def _is_free(text: str, start: int, end: int) -> bool:
    before = _OBJECT.search(text, max(0, start - _LONGEST_OBJECT), start)
    return not before and not _NAME_BEHIND.match(text, end)
