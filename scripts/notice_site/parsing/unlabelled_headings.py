"""Finds headings without label: set off by the format, in a series of short lines, or at the start of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from notice_site.model import Align
from notice_site.model.frozen import dataclass
from notice_site.parsing import line_patterns
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.list_labels import list_labels
from notice_site.text.dates import whole_date
from notice_site.text.labels import match_label
from notice_site.text.spacing import GAP

_SET_OFF_LENGTH = 40  # characters: a longer line is a paragraph that happens to be centred or marked
_CENTRED_SHARE = 0.3  # of the paragraphs: where more are centred, it is the manner of the page
_SERIES_LENGTH = 20  # characters of a line of a series, which nothing but its neighbours shows to be a heading
_FEWEST = 2  # in one section: one short sentence at the start of a paragraph is nothing but a sentence
_RUN_IN_SHARE = 0.5  # of the paragraphs of a section: where fewer open with a short sentence, it is chance
_ALIKE_SHARE = 0.75  # of the paragraphs that open with a short sentence: the others' sentences have a comma

# 关于办理案件的意见: the title of another document
_TITLE = re.compile(r"关于.+的\S{2,4}$")
# 着力解决“四风”突出问题。市、县领导班子… ; not 整改工作只有进行时，没有完成时。…
_RUN_IN = re.compile(r"(?:—{1,2})?(?P<heading>[^。；：:！？，,《（(]{4,22})。(?=.{30})")
_RUN_IN_WITH_COMMA = re.compile(r"(?=[^。]{4,22}。)[^。；：:！？，,《（(]+，[^。；：:！？，,]+。(?=.{30})")
_NUMBERED = re.compile(r"第\s*\d+\s*号$")  # 甲市财政局公告2020年第44号
_CAPTION = re.compile(r"附?[图表]\s*[\d一二三四五六七八九十]")  # 图1　号牌编码规则
# 具体指标：到2022年，…。; not 联系人：…
_COLON = re.compile(r"(?!联系|电话|地址|附)(?P<heading>[^。；;：:，,、\d]{2,12})[：:](?=.{30})")


@dataclass(frozen=True, slots=True)
class UnlabelledHeading:
    """A heading without label: its words, and its level where the format sets it off, else 0."""

    text: str
    level: int = 0


def set_off_headings(paragraphs: Sequence[Paragraph]) -> dict[int, UnlabelledHeading]:
    """Headings that the format sets off, by index: marked as headings (## 报送内容), or short centred lines."""
    centred = [p.align is Align.CENTER for p in paragraphs]
    trust_centred = sum(centred) <= max(1, _CENTRED_SHARE * len(paragraphs))
    found = {}
    for i, paragraph in enumerate(paragraphs[:-1]):
        following = paragraphs[i + 1]
        if not _may_head(paragraph, _SET_OFF_LENGTH):
            continue
        if paragraph.heading:
            found[i] = UnlabelledHeading(paragraph.text, paragraph.heading)
        elif (
            centred[i] and trust_centred and not line_patterns.ISSUER_ENDING.search(paragraph.text)
            and not (centred[i + 1] or following.rows or following.heading)
        ):  # fmt: skip
            found[i] = UnlabelledHeading(paragraph.text, 1)
    return found | {i: UnlabelledHeading(paragraphs[i].text, 1) for i in _above_lists(paragraphs) if i not in found}


def _above_lists(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Short lines below each of which the outermost numbers start anew (书记职责 一、… 二、… 委员职责 一、…)."""
    labels = list_labels(paragraphs)
    outermost = min((label.style for label in labels if label), default=None)
    first = [
        i
        for i, label in enumerate(labels)
        if label and label.style is outermost and label.number == 1 and not label.branch
    ]
    above = [i - 1 for i in first if i and labels[i - 1] is None and _may_head(paragraphs[i - 1], _SERIES_LENGTH)]
    return above if len(above) >= _FEWEST and len(above) >= len(first) - 1 else []


def inner_headings(paragraphs: Sequence[Paragraph], free: Sequence[bool]) -> dict[int, UnlabelledHeading]:
    """Headings inside the sections, by index; `free` are paragraphs that have neither a label nor are set off.

    They come in series only: short lines that alternate with text, or paragraphs that open alike
    (落实领导责任。各省…  加强督促检查。中央…; 具体指标：到2022年…).
    """
    found: dict[int, UnlabelledHeading] = {}
    for group in _groups(free):
        members = {i: paragraphs[i] for i in group}
        series = _lines(members) or _run_in(members) or _colons(members)
        found |= {i: UnlabelledHeading(text) for i, text in series.items()}
    return found


def _groups(free: Sequence[bool]) -> list[list[int]]:
    """The runs of free paragraphs."""
    groups: list[list[int]] = [[]]
    for i, is_free in enumerate(free):
        if is_free:
            groups[-1].append(i)
        elif groups[-1]:
            groups.append([])
    return groups


def _may_head(paragraph: Paragraph, longest: int) -> bool:
    text = paragraph.text
    return (
        not paragraph.rows
        and len(text) <= longest
        and not re.search(r"[。；;！!？?]|[，,、：:]$", text)
        and not match_label(text)
        and whole_date(text) is None
        and not line_patterns.is_bracketed(text)
        and not line_patterns.is_annex_mark(text)
        and line_patterns.number(text) is None
        and not _NUMBERED.search(text)
        and line_patterns.balanced(text)
        and not _TITLE.search(text)
        and not _CAPTION.match(text)
        and not (GAP in text and line_patterns.ISSUER_ENDING.search(text))
    )


def _lines(members: dict[int, Paragraph]) -> dict[int, str]:
    """Short lines without any mark, at least two, each with text below it; none where one of them has none."""
    short = [i for i, p in members.items() if _may_head(p, _SERIES_LENGTH) and not re.search("[，,：:]", p.text)]
    if any(i + 1 in members and whole_date(members[i + 1].text) for i in short):
        return {}  # a signature and its date
    followed = all(i + 1 in members and i + 1 not in short and not members[i + 1].rows for i in short)
    return {i: members[i].text for i in short} if followed and len(short) >= _FEWEST else {}


def _run_in(members: dict[int, Paragraph]) -> dict[int, str]:
    """Short first sentences of at least half of the paragraphs; none where the others' differ by a comma."""
    found = _openings(members, _RUN_IN.match)
    with_comma = _openings(members, _RUN_IN_WITH_COMMA.match)
    enough = max(_FEWEST, _RUN_IN_SHARE * len(members), _ALIKE_SHARE * (len(found) + len(with_comma)))
    return {i: match["heading"] for i, match in found.items()} if len(found) >= enough else {}


def _colons(members: dict[int, Paragraph]) -> dict[int, str]:
    """Words before a colon with which all paragraphs from the first such one on open; a speaker's name repeats."""
    found = {i: match["heading"] for i, match in _openings(members, _COLON.match).items()}
    alike = found and all(i in found for i in members if i >= min(found))
    return found if alike and len(found) >= _FEWEST and len(set(found.values())) == len(found) else {}


def _openings(members: dict[int, Paragraph], match: Callable[[str], re.Match[str] | None]) -> dict[int, re.Match[str]]:
    return {i: found for i, p in members.items() if not p.rows and (found := match(p.text))}
