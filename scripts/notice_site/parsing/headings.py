"""Finds the heading with which a labelled paragraph opens, or that it has none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.list_labels import list_labels
from notice_site.text.labels import Label, Style

_ALWAYS_HEADED = {Style.PART, Style.CHAPTER, Style.DIVISION, Style.HAN}
_LONGEST = {True: 72, False: 36}  # characters of a heading, of the outermost style (一、) and of the others
_PLAIN = 20  # characters: a first sentence as short as that is a heading by itself
_OWN_LINE = 60
_LONG_LIST = 8  # entries: with so many plain ones a style is taken to head no sections
_PLAIN_SHARE = 0.8  # of the entries that are sure: a few headings among them are entries that only look like one
_FEWEST_RUN_IN = 2  # one short sentence at the start of a paragraph is nothing but a sentence
_RUN_IN_SHARE = 0.5  # of the paragraphs of a section: where fewer open with a short sentence, it is chance
_TITLE_MARK = re.compile(r"《")
# 通过竞聘上岗任职的人员，实行试用期一年: a rule, not a heading
_STATEMENT = re.compile(r"(?:的|者|人员|单位|企业|部门|机关)[，,].")


@dataclass(frozen=True, slots=True)
class ParagraphLabel:
    """How a labelled paragraph begins: its label, the heading if it has one, and whether that is the whole of it."""

    label: Label
    heading: str | None
    own_line: bool


@dataclass(frozen=True, slots=True)
class _Guess:
    heading: str | None
    sure: bool
    own_line: bool


def paragraph_labels(paragraphs: tuple[Paragraph, ...]) -> tuple[ParagraphLabel | None, ...]:
    """For each paragraph its opening, None where it has no label.

    A heading is an own line, or the first sentence of the paragraph where it is short (run-in
    heading: 一、提高认识。各级…). Where length does not decide, the paragraph goes with its siblings.
    """
    labels = list_labels(paragraphs)
    guesses = [_guess(p, label) if label else None for p, label in zip(paragraphs, labels, strict=True)]
    plain_lists = _plain_lists(labels, guesses)
    result: list[ParagraphLabel | None] = []
    for i, (label, guess) in enumerate(zip(labels, guesses, strict=True)):
        if label is None or guess is None:
            result.append(None)
            continue
        heading = guess.heading
        if heading and label.style in plain_lists and not guess.own_line:
            heading = None
        elif not guess.sure:
            heading = heading if _settled(i, paragraphs, labels, guesses) else None
        result.append(ParagraphLabel(label, heading, guess.own_line))
    return tuple(result)


def _guess(paragraph: Paragraph, label: Label) -> _Guess:
    rest = paragraph.text[label.end :].strip()
    if label.style is Style.ARTICLE or not rest:
        return _Guess(None, True, False)
    outer = label.style in _ALWAYS_HEADED
    own_line = not re.search(r"[。；！？;]", rest)
    if own_line and not rest.endswith(("，", "、", ",")):
        heading = rest.rstrip("：: ")
        if not heading:
            return _Guess(None, True, False)
        if rest.endswith(("：", ":")):
            return _Guess(heading, outer, True)
        if len(rest) > 2 * _OWN_LINE:
            return _Guess(None, True, False)
        return _Guess(heading, len(rest) <= _OWN_LINE, True)
    if colon := re.match(r"([^。；：:，,]{2,15})[：:](?=.)", rest):
        return _Guess(colon[1], True, False)
    sentence = re.match(r"([^。；;！？]+)。", rest)
    if not sentence:
        return _Guess(None, True, False)
    heading, single = sentence[1], sentence.end() == len(rest)
    if len(heading) > _LONGEST[outer]:
        return _Guess(None, True, False)
    if outer and not single:
        return _Guess(heading, True, False)
    plain = (
        len(heading) <= _PLAIN and heading.count("，") <= 1
        and not _STATEMENT.search(heading) and not _TITLE_MARK.search(heading)
    )  # fmt: skip
    if label.style is Style.POINT and len(heading) <= _PLAIN:
        return _Guess(heading, True, single)
    return _Guess(heading, plain and not single, single)


def _plain_lists(labels: list[Label | None], guesses: list[_Guess | None]) -> set[Style]:
    """Styles that this document uses for long lists without headings: a short first sentence is none there either."""
    found = set()
    for style in set(Style) - _ALWAYS_HEADED - {Style.POINT}:
        sure = [g for label, g in zip(labels, guesses, strict=True) if label and g and label.style is style and g.sure]
        plain = sum(g.heading is None for g in sure)
        if plain >= _LONG_LIST and plain >= _PLAIN_SHARE * len(sure):
            found.add(style)
    return found


def _settled(
    i: int, paragraphs: tuple[Paragraph, ...], labels: list[Label | None], guesses: list[_Guess | None]
) -> bool:
    """Whether an uncertain first sentence is a heading: text of its own follows, or its siblings have headings."""
    label, guess = labels[i], guesses[i]
    assert label
    assert guess
    assert guess.heading
    siblings = _siblings(i, label, labels)
    sure = [g for k in siblings if (g := guesses[k]) and g.sure]
    headed = sum(g.heading is not None for g in sure)
    if guess.own_line:
        before = max((k for k in siblings if k < i), default=None)
        if before is not None and paragraphs[before].text.endswith(("；", ";")):
            return False  # the last entry of a list
        if _text_follows(i, labels):
            # A colon opens the list below it; only among headings is it one itself.
            return not paragraphs[i].text.endswith(("：", ":")) or headed > len(sure) / 2
    if len(guess.heading) > _PLAIN:
        return not guess.own_line and bool(sure) and headed == len(sure) and "，" not in guess.heading
    followed = sum(
        (g := guesses[k]) is not None and not g.sure and g.own_line and _text_follows(k, labels) for k in siblings
    )
    return headed + followed > (len(siblings) + 1) / 2


def _text_follows(i: int, labels: list[Label | None]) -> bool:
    """True where a paragraph without label, or a deeper label, comes next."""
    label = labels[i]
    following = labels[i + 1] if i + 1 < len(labels) else label
    return following is None or (label is not None and following.style > label.style)


def _siblings(i: int, label: Label, labels: list[Label | None]) -> list[int]:
    """The other paragraphs with a label of the same style, up to an outer label on both sides."""
    found: list[int] = []
    for step in (-1, 1):
        k = i + step
        while 0 <= k < len(labels):
            other = labels[k]
            if other is not None and other.style < label.style:
                break
            if other is not None and other.style is label.style:
                found.append(k)
            k += step
    return sorted(found)


# 着力解决“四风”突出问题。市、县领导班子… ; not 整改工作只有进行时，没有完成时。…
_RUN_IN = re.compile(r"(?P<heading>[^。；：:！？，,《（(]{4,22})。(?=.{30})")


def run_in_headings(
    paragraphs: tuple[Paragraph, ...], labelled: tuple[ParagraphLabel | None, ...]
) -> tuple[str | None, ...]:
    """Headings without label with which paragraphs of one section open, where at least two of them do.

    落实领导责任。各省… 加强督促检查。中央… 抓好宣传引导。充分…
    """
    result: list[str | None] = [None] * len(paragraphs)
    group: list[int] = []
    for i in range(len(paragraphs) + 1):
        if i < len(paragraphs) and labelled[i] is None:
            group.append(i)
            continue
        found = {k: m["heading"] for k in group if not paragraphs[k].rows and (m := _RUN_IN.match(paragraphs[k].text))}
        if len(found) >= _FEWEST_RUN_IN and len(found) >= _RUN_IN_SHARE * len(group):
            for k, heading in found.items():
                result[k] = heading
        group = []
    return tuple(result)
