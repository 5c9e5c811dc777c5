"""Tells whether a document is a notice or something else, and whether it is whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.model import BlockKind
from notice_site.parsing import line_patterns
from notice_site.parsing.documents import DocumentParts
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.list_labels import list_labels
from notice_site.text.date_forms import NEWS_DAY
from notice_site.text.genres import GENRES, LETTERS, OTHERS, STATUTORY
from notice_site.text.labels import Style

_DATELINE = re.compile(r"（?[^（）。]{0,16}[讯电]）?[，,上下晚\s]")
_NEWS_TITLE = re.compile(r"举行|召开|举办|启动|出席|强调|圆满|隆重|部署会议?$|纪实|侧记")
# 4月23日下午，我校召开了学习汇报会; not 定于4月23日召开学习汇报会
_REPORTS = re.compile(r"^[^。]{0,40}日[^。]{0,20}(?:召开|举行|举办|开展|组织|参加|来到|赴)[^，。]{0,12}了")
_REPORTER = re.compile(r"^[（(]?[^（）。]{0,30}(?:供稿|撰稿|通讯员|记者|摄影|摄)[^（）。]{0,20}[）)]?$")
# 特此通知  此复  此致  本办法自发布之日起施行; not 特此说明, 本人自愿
_CLOSING = re.compile(rf"特此(?:{'|'.join(sorted(STATUTORY))})|此(?:通知|复|致)|本(?:{'|'.join(GENRES)})自")
_HEADING_LENGTH = 40  # characters: a last line as short as that may be a heading or a name, which end without a mark
_FEWEST_PARAGRAPHS = 3  # of an article; a shorter text says too little of what it is
_OFFICIAL = re.compile("关于|转发|印发|公示|启事|名单|须知")
_TITLE_END = 6  # characters: 讲话稿, 致辞全文; further in front a speech is what the title is about (学习讲话精神)
_FEWEST_ARTICLES = 5  # a document of so many articles is a law text, whatever its title
# 现公布修订后的《…条例》，自2019年1月1日起施行
_PROMULGATES = re.compile(r"公布|发布|废止")
_LOCAL_RULE = re.compile("(?:[县旗乡镇]|(?<!自治)区)人民政府[^，。令]{0,20}(?:通过|公布|发布)）?$")
"""Who made a rule that is no law, as below its title: 甲县人民政府第3次常务会议通过; not 甲自治区人民政府…通过,
甲县人民政府令第3号公布.

Governments below the cities with districts make no 规章 (立法法); what they call 条例 is a normative document.
"""

_SIGNED = {BlockKind.SIGNATURE, BlockKind.DATE, BlockKind.PRINT, BlockKind.CC}


def kind_of(draft: DocumentParts) -> str:
    """notice or other; speeches, news, law texts, their promulgation and letters are kept whole as other."""
    below_title = (*(p for _, p in draft.head.pieces), *draft.body[:1])
    if any(_LOCAL_RULE.search(p.text) for p in below_title):
        return "notice"
    title = draft.head.title or ""
    genre = line_patterns.genre(title)
    first = next((p.text for p in draft.body if not p.rows), "")
    official = draft.head.number or draft.head.recipients or _is_signed(draft) or draft.head.press
    if genre in OTHERS or (genre in LETTERS and not official):
        return "other"
    if line_patterns.is_salutation(first) or re.search(r"讲话|致辞|发言|演讲", title[-_TITLE_END:]):
        return "other"
    if title.endswith("令") and "关于" not in title and _PROMULGATES.search(first):
        return "other"
    articles = sum(label is not None and label.style is Style.ARTICLE for label in list_labels(draft.body))
    if articles >= _FEWEST_ARTICLES and not (draft.head.number or draft.head.recipients):
        return "other"
    if genre is None and not official and (_is_news(title, first, draft.body) or _is_article(draft)):
        return "other"
    return "notice"


def _is_article(draft: DocumentParts) -> bool:
    """Whether a titled text directs nobody: no list, no table, no word with which official titles begin or notices end.

    A report of a page or of a newspaper, a case, an essay; what breaks off may be a notice.
    """
    title = draft.head.title or ""
    if not title or draft.head.annex or _OFFICIAL.search(title) or _breaks_off(draft.body):
        return False
    plain = not any(p.rows for p in draft.body) and not any(list_labels(draft.body))
    return plain and not any(_CLOSING.search(p.text) for p in draft.body[-2:]) and len(draft.body) >= _FEWEST_PARAGRAPHS


def _is_news(title: str, first: str, body: Sequence[Paragraph]) -> bool:
    """近日，甲县部署…  甲县召开大会  4月23日，我校召开了汇报会; or the reporter is named at the end."""
    reporter = next((p.text for p in reversed(body) if not p.rows), "")
    opening = _DATELINE.match(first) or NEWS_DAY.match(first) or _REPORTS.match(first)
    return bool(opening or _NEWS_TITLE.search(title) or _REPORTER.match(reporter))


def status_of(draft: DocumentParts, is_main: bool) -> str:
    """truncated where the source breaks off: a turn mark, a last sentence without end, a body without head and end."""
    if draft.truncated:
        return "truncated"
    if not is_main:
        broken = not draft.tail and _stops_in_mid_sentence(draft.body)
        return "complete" if (draft.body or draft.tail) and not broken else "truncated"
    whole = _is_signed(draft) or draft.tail or any(_CLOSING.search(p.text) for p in draft.body[-2:])
    if whole:
        return "complete"
    headless = draft.head.title is None and draft.head.recipients is None
    return "truncated" if headless or _breaks_off(draft.body) else "complete"


def _stops_in_mid_sentence(body: Sequence[Paragraph]) -> bool:
    """Whether the last words are followed by a mark behind which a sentence goes on: 于9月10日前召开会议，."""
    return bool(body and not body[-1].rows and body[-1].text.endswith(("，", ",", "、")))


def _breaks_off(body: Sequence[Paragraph]) -> bool:
    last = body[-1] if body else None
    return _stops_in_mid_sentence(body) or bool(
        last and not last.rows and len(last.text) > _HEADING_LENGTH and last.text[-1] not in "。！？；…”）》.!?;)：:"
    )


def _is_signed(draft: DocumentParts) -> bool:
    return any(kind in _SIGNED for kind, _ in draft.tail)
