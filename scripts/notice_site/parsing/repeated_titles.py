"""Finds the title of the document itself below the title that its page set above it."""

from __future__ import annotations

import re

from notice_site.parsing import line_patterns
from notice_site.parsing.heads import head_at
from notice_site.parsing.line_joining import Paragraph
from notice_site.text.genres import STATUTORY
from notice_site.text.spacing import squeeze

_PIECE = re.compile("^第[一二三四五六七八九十]篇[:：]")  # how collections of samples head each of them
_NUMBERED = re.compile(rf"{line_patterns.NUMBER.pattern}(?=《)")  # 甲政发〔2018〕3号《关于…的意见》
_POSTED_LINES = 6  # before the title of the document itself: that of the page, the name of who issued it


def repeated_title(paragraphs: tuple[Paragraph, ...]) -> int:
    """How many paragraphs stand before the title of the document itself, the title of its page the first of them.

    The page says the title once more, or names the rules that the document issues.
    考勤办法 ⏎ 关于印发《考勤办法》的通知 → 1
    """
    first = _bare(paragraphs[0].text) if paragraphs else ""
    if not first or paragraphs[0].heading or line_patterns.genre(first) is None:
        return 0
    last = 0
    for count in range(1, min(_POSTED_LINES + 1, len(paragraphs))):
        above = _PIECE.sub("", paragraphs[count - 1].text)
        if not (line_patterns.is_title_like(above) or line_patterns.number(above)):
            break
        below = {_bare(p.text) for p in paragraphs[count : count + _POSTED_LINES]}
        if _bare(paragraphs[count].text) == first and all(_bare(p.text) in below for p in paragraphs[:count]):
            last = count
            continue
        head = head_at(paragraphs, count)
        if not (head.recipients and head.title and line_patterns.genre(head.title) in STATUTORY):
            continue
        said_again = head.title == first and all(squeeze(p.text) == first for p in paragraphs[:count])
        if said_again or (head.title != first and first in head.title):
            return count
    return last


def _bare(text: str) -> str:
    """The words of a title, without what collections set before it and without the marks around it.

    >>> _bare("甲政发〔2018〕3号《关于防汛的意见》"), _bare("第一篇：关于防汛的通知"), _bare("《防汛条例》实施办法")
    ('关于防汛的意见', '关于防汛的通知', '《防汛条例》实施办法')
    """
    bare = _NUMBERED.sub("", _PIECE.sub("", squeeze(text)))
    return bare[1:-1] if bare[:1] == "《" and bare.find("》") == len(bare) - 1 else bare
