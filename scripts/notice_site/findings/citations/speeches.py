"""Finds the speeches that a text names: by speaker and word, by their occasion, or told of in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from notice_site.findings.citations.names import CitedWork
from notice_site.findings.citations.vocabulary import GROUNDS, SPEECHES
from notice_site.text.official_words import SPEAKERS, any_of

_HAN = r"[\u4e00-\u9fff]"
_BEFORE_NAMES = ("学习", "贯彻", "落实", "认真", "精神", "传达", "宣传", "领会", *GROUNDS)
# The second character of such a word begins no name: not 习甲某同志 of 学习甲某同志
_NO_REST = "".join(f"(?<!{word[0]}(?={word[1]}))" for word in _BEFORE_NAMES)
_NO_NAME = f"{any_of(_BEFORE_NAMES)}|领导|[把用以和与及将]"
_SPEAKER = rf"""(?:
    {_NO_REST}(?:(?!{_NO_NAME}){_HAN}){{2,3}}(?:{any_of(SPEAKERS)})
  | 总书记 | 总理
  | (?:党中央|中央|国务院|[省市县区州]委|[省市县区州]政府)(?:主要)?领导(?:同志)?
)"""
_NAMES_SPEAKER = re.compile(f"{any_of(SPEAKERS)}|总书记|总理|[央院委府](?:主要)?领导")
"""Stands in each speaker; without it, as in most paragraphs, no speech is looked for."""

_SPEECH_WORD = f"(?:{any_of(SPEECHES)})"

_SPEECH = re.compile(
    rf"""
    (?P<speaker> {_SPEAKER})
    (?: (?! (?<!工)作了? | 主持 | 学习 | 贯彻) [^，,。；;：:！？《》]){{0,40}}?
    (?: (?: 重要 | 系列 | 的) {_SPEECH_WORD}
      | {_SPEECH_WORD} (?=精神)
    )
    """,
    re.VERBOSE,
)
"""习近平总书记系列重要讲话, 总书记在兰考调研重要讲话, 国务院领导同志的批示; not 沈某同志主持会议并作了讲话."""

_ANY_SPEECH = re.compile(_SPEECH_WORD, re.VERBOSE)
"""Most texts that name a speaker name none, and to look for speakers with their words takes long."""

_OCCASION = re.compile(
    rf"""
    (?P<occasion> (?P<speaker> {_SPEAKER}) 在 [^，,。；;！？]{{2,60}}? 时)
    [，,]? (?: 明确 | 深刻 | 再次)? (?: 强调 | 指出 | 要求 | 提出)
    """,
    re.VERBOSE,
)
"""The occasion of a speech: 习近平总书记在河南省兰考县调研时|强调."""

_DELIVERED = re.compile(rf"(?P<speaker>{_SPEAKER})[^。；;]{{4,160}}?发表了?的?(?:重要)?讲话", re.VERBOSE)
"""A speech that is told of: 习近平总书记深入…联系点…，…发表了重要讲话."""

LONGEST_SPEECH_TITLE = 40
"""Characters that fit on a line; a speech told of in more words is called by its speaker."""


def speeches(text: str) -> Iterator[CitedWork]:
    """The speeches of a text, those with an occasion first; every one has a title.

    >>> [work.title for work in speeches("总书记在甲县调研时强调，要深入。学习总书记系列讲话精神。")]
    ['总书记在甲县调研时的讲话', '总书记系列讲话']
    """
    if not _NAMES_SPEAKER.search(text):
        return
    for match in _OCCASION.finditer(text) if "时" in text else ():
        yield CitedWork(match.start(), match.end("occasion"), f"{match['occasion']}的讲话", None, "speech")
    forms = [*([_SPEECH] if _ANY_SPEECH.search(text) else []), *([_DELIVERED] if "发表" in text else [])]
    for match in chain.from_iterable(form.finditer(text) for form in forms):
        title = match[0] if match.end() - match.start() <= LONGEST_SPEECH_TITLE else f"{match['speaker']}的讲话"
        yield CitedWork(match.start(), match.end(), title, None, "speech")
