"""Tells whether a document is a notice or something else, and whether it is whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.model import BlockKind
from notice_site.parsing import line_patterns
from notice_site.parsing.documents import DocumentParts
from notice_site.parsing.line_joining import Paragraph
from notice_site.text.genres import GENRES, LETTERS, OTHERS, STATUTORY

_NEWS_OPENING = re.compile(
    r"^(?:（?[^（）。]{0,16}[讯电]）?|近日|日前|昨日|今日|今天|[0-9]{1,2}月[0-9]{1,2}日)[，,上下晚\s]"
)
_NEWS_TITLE = re.compile(r"举行|召开|举办|启动|出席|强调|圆满|隆重|部署会议?$|纪实|侧记")
# 特此通知  此复  此致  本办法自发布之日起施行; not 特此说明, 本人自愿
_CLOSING = re.compile(rf"特此(?:{'|'.join(sorted(STATUTORY))})|此(?:通知|复|致)|本(?:{'|'.join(GENRES)})自")
_HEADING_LENGTH = 40  # characters: a last line as short as that may be a heading or a name, which end without a mark
_TITLE_END = 6  # characters: 讲话稿, 致辞全文; further in front a speech is what the title is about (学习讲话精神)
_SIGNED = {BlockKind.SIGNATURE, BlockKind.DATE, BlockKind.PRINT, BlockKind.CC}


def kind_of(draft: DocumentParts) -> str:
    """notice or other; speeches, news, law texts and letters are kept whole as other."""
    title = draft.head.title or ""
    genre = line_patterns.genre(title)
    first = next((p.text for p in draft.body if not p.rows), "")
    official = draft.head.number or draft.head.recipients or _is_signed(draft) or draft.head.press
    if genre in OTHERS or (genre in LETTERS and not official):
        return "other"
    if line_patterns.is_salutation(first) or re.search(r"讲话|致辞|发言|演讲", title[-_TITLE_END:]):
        return "other"
    if genre is None and not official and (_NEWS_OPENING.match(first) or _NEWS_TITLE.search(title)):
        return "other"
    return "notice"


def status_of(draft: DocumentParts, is_main: bool) -> str:
    """truncated where the source breaks off: a turn mark, a last sentence without end, a body without head and end."""
    if draft.truncated:
        return "truncated"
    if not is_main:
        return "complete"
    whole = _is_signed(draft) or draft.tail or any(_CLOSING.search(p.text) for p in draft.body[-2:])
    if whole:
        return "complete"
    headless = draft.head.title is None and draft.head.recipients is None
    return "truncated" if headless or _breaks_off(draft.body) else "complete"


def _breaks_off(body: Sequence[Paragraph]) -> bool:
    last = body[-1] if body else None
    return bool(
        last and not last.rows and len(last.text) > _HEADING_LENGTH and last.text[-1] not in "。！？；…”）》.!?;)：:"
    )


def _is_signed(draft: DocumentParts) -> bool:
    return any(kind in _SIGNED for kind, _ in draft.tail)
