"""Tells which citations mean one thing, and gives a speech one title wherever it is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace

from notice_site.findings.citations.vocabulary import SPEECHES
from notice_site.model import Citation, Notice
from notice_site.model.frozen import dataclass
from notice_site.text.date_forms import DAYS_IN_FRONT
from notice_site.text.official_words import SPEAKERS, any_of, word_list
from notice_site.text.titles import number_key, title_key

ACTS = word_list("调研 考察 视察 指导 审议 座谈 慰问 看望 检查 出席 参加")
"""What a speaker does at the place where he speaks."""

_SPEAKER = re.compile(rf"(?P<name>[一-龥]{{2,3}})?(?:{any_of(SPEAKERS)})|[一-龥]{{2,8}}领导(?:同志)?")
_NOT_MATTER = re.compile(rf"{any_of(ACTS)}|{any_of(SPEECHES)}|重要|精神|[在时的上]")
_PLACE = re.compile(r"(?=(?P<stem>[一-龥]{2})[县市区州旗])")
"""The two characters before the rank of a place: 兰考|县. A province is too wide to tell a speech by."""

_SERIES = re.compile(r"系列")
_SERIES_TITLE = "系列重要讲话"
_SPEECH_OF_SERIES = "讲话"
_OF_A_MATTER = re.compile(r"关于|有关|历次|历来")
"""What says that no single speech is meant: 有关重要论述, 关于职业教育的重要论述."""
LONGEST_DAYS = 16
"""Characters before a speaker in which the days of the speech stand: 3月17日至18日，|习近平总书记."""


@dataclass(frozen=True, slots=True)
class _Speech:
    """What the words of one citation tell of a speech; stems of places, "" where no name or day is given."""

    name: str
    stems: frozenset[str]
    acts: frozenset[str]
    days: str
    of_a_series: bool
    of_a_matter: bool

    @property
    def has_place(self) -> bool:
        return bool(self.stems and self.acts)

    @property
    def has_occasion(self) -> bool:
        return bool(self.stems or self.acts)


@dataclass(slots=True)
class _Occasion:
    """One speech with all the citations that mean it, by their numbers."""

    speeches: list[_Speech] = field(default_factory=list)
    citations: list[int] = field(default_factory=list)

    def may_be(self, other: _Speech) -> bool:
        names = {speech.name for speech in self.speeches if speech.name}
        days = {speech.days for speech in self.speeches if speech.days}
        return (not other.name or not names or other.name in names) and (
            not other.days or not days or other.days in days
        )

    def has(self, other: _Speech) -> bool:
        return any(speech.stems & other.stems and speech.acts & other.acts for speech in self.speeches)


def name_speeches(citations: Sequence[Citation], notices: Iterable[Notice]) -> tuple[Citation, ...]:
    """The citations with one title for each speech: that of its occasion, as the longest of its names words it.

    总书记在兰考调研重要讲话 is 习近平总书记在河南省兰考县调研指导…时的讲话. A name without an occasion (总书记重要讲话)
    means the speech that its document has named, where that is one.
    """
    texts = {(notice.id, block.id): block.text for notice in notices for block in notice.blocks}
    told = {
        number: _speech(citation, texts[citation.ref.notice, citation.ref.block])
        for number, citation in enumerate(citations)
        if citation.kind == "speech"
    }
    titles: dict[int, str] = {}
    for occasion in _occasions(told):
        title = _best_title([citations[number].title or "" for number in occasion.citations])
        titles.update(dict.fromkeys(occasion.citations, title))
    named: dict[str, dict[str, str]] = {}  # by document the titles named so far, with the name of the speaker
    for number, speech in told.items():
        before = named.setdefault(citations[number].ref.notice, {})
        title = citations[number].title or ""
        if speech.of_a_series:
            if title.endswith(_SPEECH_OF_SERIES) and not speech.of_a_matter:  # not 关于安全生产的系列重要指示
                titles[number] = f"{_speaker(title)}{_SERIES_TITLE}"
        elif speech.has_occasion:
            before[titles.get(number) or title] = speech.name
        elif not speech.of_a_matter:
            fitting = [title for title, name in before.items() if not name or not speech.name or name == speech.name]
            if len(fitting) == 1:
                titles[number] = fitting[0]
    return tuple(
        replace(citation, title=titles[number]) if number in titles else citation
        for number, citation in enumerate(citations)
    )


def with_titles(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations with a title for those that give only a number, where another gives the title of that number.

    按照国办发〔1993〕71号文件 after 《…的通知》（国办发〔1993〕71号）.
    """
    titles = {number_key(c.number): c for c in reversed(citations) if c.number and c.title}
    return tuple(
        replace(citation, title=known.title, kind=known.kind)
        if citation.title is None and citation.number and (known := titles.get(number_key(citation.number)))
        else citation
        for citation in citations
    )


def _speech(citation: Citation, text: str) -> _Speech:
    words = text[citation.ref.start : citation.ref.end]
    speaker = _SPEAKER.match(words)
    rest = words[speaker.end() :] if speaker else words
    days = DAYS_IN_FRONT.search(re.sub(r"\s", "", text[max(0, citation.ref.start - LONGEST_DAYS) : citation.ref.start]))
    stems = {match["stem"] for match in _PLACE.finditer(rest)}
    matter = _NOT_MATTER.sub("", rest)
    if not stems and rest.startswith("在") and 2 <= len(matter) <= 4:  # 在兰考调研
        stems = {matter[-2:]}
    acts = {act for act in ACTS if act in rest}
    return _Speech(
        (speaker["name"] or "") if speaker else "",
        frozenset(stems),
        frozenset(acts),
        days["days"] if days else "",
        bool(_SERIES.search(rest)),
        bool(_OF_A_MATTER.search(rest)),
    )


def _occasions(told: Mapping[int, _Speech]) -> list[_Occasion]:
    """The speeches with an occasion, those of named speakers first; a name that fits two stays apart."""
    occasions: list[_Occasion] = []
    by_stem: dict[str, list[_Occasion]] = {}
    for number, speech in sorted(told.items(), key=lambda item: (not item[1].name, item[0])):
        if not speech.has_place or speech.of_a_series:
            continue
        near = {id(one): one for stem in speech.stems for one in by_stem.get(stem, ())}
        fitting = [one for one in near.values() if one.may_be(speech) and one.has(speech)]
        occasion = fitting[0] if len(fitting) == 1 else _Occasion()
        if len(fitting) != 1:
            occasions.append(occasion)
        for stem in speech.stems:
            if occasion not in by_stem.setdefault(stem, []):
                by_stem[stem].append(occasion)
        occasion.speeches.append(speech)
        occasion.citations.append(number)
    return occasions


def _best_title(titles: Sequence[str]) -> str:
    """The longest of those that say where; a speech told of in many words has none but its speaker's."""
    return max(titles, key=lambda title: ("在" in title, title.endswith("时的讲话"), len(title)))


def _speaker(title: str) -> str:
    match = _SPEAKER.match(title)
    return match[0] if match else ""


def identity(citation: Citation, numbers: Mapping[str, str]) -> str:
    """The id of the document that a citation means, or a key for all citations of one thing that is not held.

    `numbers` gives the 发文字号 of a title that other citations name with it. A title after the name of a body
    (省委《实施方案》), a demand of a body (中央活动办要求) and a speech without occasion or matter mean something only
    in their document.
    """
    if citation.target:
        return citation.target
    title = title_key(citation.title) if citation.title else ""
    number = number_key(citation.number) if citation.number else numbers.get(title, "")
    group = "text" if citation.kind in _TEXTS else citation.kind
    if number:
        return f"{group}:{number}"
    if not citation.title or citation.title.endswith("》") or citation.kind == "order" or _is_vague(citation):
        return f"{citation.ref.notice}:{group}:{title or citation.id}"
    return f"{group}:{title}"


_TEXTS = frozenset({"document", "regulation", "work"})
"""Kinds that one title can be taken for: 对照《甲条件》 tells a document, 介绍《甲条件》 does not."""


def _is_vague(citation: Citation) -> bool:
    """Whether the title of a speech says neither where nor on what it was held: 总书记重要讲话."""
    title = citation.title or ""
    return citation.kind == "speech" and not re.search("在|系列|关于|到|赴|深入", title)
