"""Finds the labels in a text that lost its line breaks, by the sequence of their numbers, and where headings end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_site.model.frozen import dataclass
from notice_site.text.labels import Label, Style, match_label
from notice_site.text.official_words import any_of
from notice_site.text.spacing import GAP

_SHORT_HEADING = 20  # characters between a label and the first deeper one: with no more, they are its heading
_FARTHEST = 200  # labels between the first and the second entry of a list
_HEADING_REACH = 26  # characters after a label in which the text of a heading begins

_OPENERS = re.compile(
    r"""
    (?<! [一二三四五六七八九十百第至和与及] ) [一二三四五六七八九十]{1,3} 、     # 一、 not the end of 第一、
        (?! [一二三四五六七八九十]{1,3} [、等和] )                               # nor 一、二、三等
    | [（(] (?: [一二三四五六七八九十]{1,3} | \d{1,2} ) [）)]                    # （一） （1）
    | (?<! [\d.．年月第件表至、和与及] ) \d{1,2}                                 # 1. but not 1.5
      (?: [.．、] (?! \d (?!\d{3}年) ) | (?<= [。；;] \d ) (?= [\u4e00-\u9fff] ) )
    | (?<! [（(\d.．a-zA-Z] ) \d{1,2} [）)] (?= [\s\u3000]? [\u4e00-\u9fff] )    # 1）甲 but not (1)
    """,
    re.VERBOSE,
)
_SENTENCE_OPENING = re.compile(
    r"我[省市县区校局]|(?:19|20)\d\d年|各(?:单位|部门|级|地|[省市县区])|为了|根据|按照|坚持以|本次|凡"
)
_NOUNS = """
思想 目标 目的 任务 要求 原则 对象 范围 主题 内容 时间 地点 安排 步骤 程序 流程
方式 方法 形式 措施 职责 分工 领导 保障 条件 标准 重点 纪律 意义 机构 名额
"""
# 工作目标|以消除隐患为目标  参加对象|全县各级  方法步骤|各单位; not 工作目标和要求
_HEADING_NOUN = re.compile(
    rf"[\u4e00-\u9fff]{{0,8}}?(?:{any_of(_NOUNS.split())})(?![的和及与、，,。：:；;（(性上下中等为是]|{any_of(_NOUNS.split())})"
)


_STATES = re.compile("是指|所称|应当|不得")  # 请示是指|各部门…: a sentence, no heading

CITES = re.compile("(?:[依按参遵]照|[根依]据|符合|[见和及与至、])$")
"""How a text ends before the number of another point: 依照（三）."""


@dataclass(frozen=True, slots=True)
class RunningLabel:
    """A label at `start` in running text."""

    start: int
    label: Label


def running_labels(text: str, start: int = 0) -> list[RunningLabel]:
    """The labels that count on, in reading order; each list begins with one and has at least two entries.

    A single 1. or （1） is a label too where it follows the heading above it at once (五、工作要求1.加强领导。).
    """
    candidates = list(_candidates(text, start))
    found: list[RunningLabel] = []
    open_lists: list[RunningLabel] = []
    last: dict[Style, int] = {}
    for i, candidate in enumerate(candidates):
        label = candidate.label
        depth = next((d for d, o in enumerate(open_lists) if o.label.style is label.style), None)
        if depth is not None and label.number == open_lists[depth].label.number + 1:
            open_lists = open_lists[:depth]
        elif depth is None and open_lists and _runs_on(candidate, open_lists[-1], last, text):
            open_lists = [o for o in open_lists if o.label.style < label.style]
        elif label.number != 1 or not _begins(candidates, i, open_lists, text):
            continue
        else:
            open_lists = [o for o in open_lists if o.label.style < label.style]
        open_lists.append(candidate)
        found.append(candidate)
        last[label.style] = label.number
    return found


def _candidates(text: str, start: int) -> Iterator[RunningLabel]:
    for match in _OPENERS.finditer(text, start):
        opener = match[0]
        label = match_label(opener if opener[-1] in "、.．）)" else f"{opener}.")
        if label:
            yield RunningLabel(match.start(), label)


def _runs_on(candidate: RunningLabel, above: RunningLabel, last: dict[Style, int], text: str) -> bool:
    """Whether a list counts on below the next outer heading: 一、甲（一）…（二）… 二、乙（三）…"""
    number = candidate.label.number
    before = text[: candidate.start]
    behind = before[-1] in f"。；;{GAP}" or (is_heading_alone(text, above, candidate) and not CITES.search(before))
    return number > 1 and last.get(candidate.label.style) == number - 1 and behind


def _begins(candidates: list[RunningLabel], i: int, open_lists: list[RunningLabel], text: str) -> bool:
    """Whether a list begins there: its second entry comes before a list around it goes on."""
    mine = candidates[i]
    awaited = [(o.label.style, o.label.number + 1) for o in open_lists]
    for k in range(i + 1, min(len(candidates), i + 1 + _FARTHEST)):
        other = candidates[k]
        key = (other.label.style, other.label.number)
        if key == (mine.label.style, 2):
            return True
        if key in awaited:
            break
    above = open_lists[-1] if open_lists else None
    if above is None or above.label.style >= mine.label.style:
        return False
    between = text[above.start + above.label.end : mine.start]
    return 0 < len(between) <= _SHORT_HEADING and not re.search(r"[。；;：:，,]", between)


def is_heading_alone(text: str, label: RunningLabel, following: RunningLabel | None) -> bool:
    """Whether nothing but a heading stands between a label and a deeper one: 二、工作职责(一)市工业局牵头。"""
    if following is None or following.label.style <= label.label.style:
        return False
    region = text[label.start + label.label.end : following.start]
    return len(region) <= _HEADING_REACH and not re.search(r"[。；：:，,]", region)


def heading_end(text: str, label: RunningLabel, following: RunningLabel | None) -> int | None:
    """Where the text after an own-line heading begins; None where heading and text cannot be told apart.

    一、继续教育对象|我省辖区内…  二、参加对象|全县各级…  (一)继续教育内容|继续教育的内容有…
    """
    if label.label.style not in (Style.HAN, Style.PAREN_HAN):
        return None
    start = label.start + label.label.end
    end = following.start if following else len(text)
    region = text[start:end]
    words = re.split(r"[。；：:，,（(]", region[:_HEADING_REACH], maxsplit=1)[0]
    if GAP in words.strip():
        return start + words.index(GAP, len(words) - len(words.lstrip()))
    if following and following.label.style > label.label.style and words == region:
        return None
    opening, noun = _SENTENCE_OPENING.search(words, 2), _HEADING_NOUN.match(words)
    ends = [opening.start()] if opening else []
    if noun and noun.end() < len(words):
        ends.append(noun.end())
    if ends:
        return None if _STATES.search(words[: min(ends)]) else start + min(ends)
    again = words.find(words[:4], 4) if len(words) >= 8 else -1
    return start + again if again > 0 else None
