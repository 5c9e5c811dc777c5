"""Cuts paragraphs whose line breaks were lost at their labels, heads and tails; each cut is a Repair."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import chain, pairwise

from notice_site.model import Repair, RepairKind
from notice_site.parsing.glued_lines import article_cuts, glued_line_cuts
from notice_site.parsing.line_joining import LINE_END, Paragraph
from notice_site.parsing.one_line import is_notice, line_starts
from notice_site.parsing.running_labels import CITES, running_labels
from notice_site.text.labels import Style, match_label
from notice_site.text.numerals import han_to_int
from notice_site.text.spacing import GAP

_REASON = "原文换行缺失，按层次序数和公文格式断开"
_LOST = 80  # characters: a paragraph that long with several labels inside has lost its line breaks
_LOST_INSIDE = 300  # characters: the same in a source that has other paragraphs
_FEWEST_LABELS = 3  # inside such a paragraph: two may be what a sentence lists
_FEWEST_OUTER = 2  # if they are 一、 and 二、 behind sentences
_FEW_PARAGRAPHS = 4  # a source with more has kept its line breaks

_BEGINNING = 6  # characters by which the text that holds a repair is found
_HEADING_LINE = 40  # characters of a line that is a heading with its label
_LABEL_INSIDE = re.compile(r"(?<=[。：；:;])(?P<n>[一二三四五六七八九十]{1,3})、")
_NOTE = re.compile(r"(?:注|说明|备注)\s*[:：]\s*(?=1\s*[、.．])")  # 注：1、; not 注：本表一式三份
# 二、主要内容（一）制度制定。: a heading and the first point below it
# 三、坚持问题导向，消除安全隐患（四）实施集中治理。: the same with a comma
_HEADING_ABOVE_POINT = re.compile(
    r"(?:[^。；;：:，,（(]{2,26}|[^。；;：:（(]{8,45})(?=[（(][一二三四五六七八九十]{1,3}[）)][^）)])"
)
_HEADING_BREAK = re.compile(rf"(?<=[\u4e00-\u9fff]){GAP}(?=[\u4e00-\u9fff“（《\d])")


def recover_line_breaks(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs, those that hold several cut apart; each cut is a repair."""
    whole = len(paragraphs) <= _FEW_PARAGRAPHS
    missing = _missing_labels(paragraphs)
    separated: list[Paragraph] = []
    for i, paragraph in enumerate(paragraphs):
        cuts = _cuts(paragraph.text, whole) if not paragraph.rows else []
        cuts += _note_cut(paragraph, paragraphs[i + 1] if i + 1 < len(paragraphs) else None)
        for part in split_paragraph(paragraph, [*cuts, *missing.get(i, [])], _REASON):
            separated.extend(split_paragraph(part, _indent_cuts(part.text) if cuts else [], _REASON))
    glued = zip(separated, glued_line_cuts(separated), strict=True)
    return tuple(part for paragraph, cuts in glued for part in split_paragraph(paragraph, cuts, _REASON))


def _note_cut(paragraph: Paragraph, following: Paragraph | None) -> list[int]:
    """Where the first entry of a list of notes begins, whose others stand on lines of their own: 注：|1、… ⏎ 2、…"""
    mark = _NOTE.match(paragraph.text)
    label = match_label(following.text) if mark and following and not paragraph.rows else None
    return [mark.end()] if mark and label and label.style is Style.ARABIC and label.number == 2 else []


def _missing_labels(paragraphs: tuple[Paragraph, ...]) -> dict[int, list[int]]:
    """Where a 一、 that the list lacks stands inside a paragraph, by index: …意见：|一、认定 ⏎ 二、犯罪."""
    cuts: dict[int, list[int]] = {}
    ending = _common_ending(paragraphs)
    number, start = 0, 0
    for i, paragraph in enumerate(paragraphs):
        label = None if paragraph.rows else match_label(paragraph.text)
        if label is None or label.style is not Style.HAN:
            continue
        if label.number == number + 2:
            places = [
                (k, match.start())
                for k in range(start, i)
                if not paragraphs[k].rows
                for match in _LABEL_INSIDE.finditer(paragraphs[k].text)
                if han_to_int(match["n"]) == number + 1
            ]
            if len(places) == 1:
                k, at = places[0]
                end = paragraphs[k].text.find(ending, at, at + _HEADING_LINE) + len(ending) if ending else 0
                cuts.setdefault(k, []).extend([at, end] if end > at else [at])
        number, start = label.number, i
    return cuts


def _common_ending(paragraphs: tuple[Paragraph, ...]) -> str:
    """The word with which most headings of this style end (二、关于单位犯罪的认定问题: 问题), or nothing."""
    headings = [
        p.text for p in paragraphs
        if (label := match_label(p.text)) and label.style is Style.HAN and len(p.text) <= _HEADING_LINE
    ]  # fmt: skip
    ending, count = max(Counter(text[-2:] for text in headings).items(), key=lambda item: item[1], default=("", 0))
    return ending if count >= _FEWEST_LABELS and count > len(headings) / 2 else ""


def split_paragraph(paragraph: Paragraph, cuts: list[int], reason: str | None = None) -> list[Paragraph]:
    """The paragraph cut before each of the offsets; white space at a cut goes, repairs stay with their text.

    Where an editor joined two lines it is not cut.
    """
    cuts = [cut for cut in cuts if 0 < cut < len(paragraph.text) and not _is_decided_join(paragraph, cut)]
    bounds = [0, *sorted({*cuts}), len(paragraph.text)]
    texts = [paragraph.text[a:b].strip() for a, b in pairwise(bounds)]
    texts = [t for t in texts if t]
    if len(texts) < 2:
        return [paragraph]
    pending: dict[str, list[int]] = {}  # the places of repairs by the words with which they begin
    for place, repair in enumerate(paragraph.repairs):
        pending.setdefault(repair.after[:_BEGINNING].strip(), []).append(place)
    of_first, of_last = paragraph.decision.parted() if paragraph.decision else (None, None)
    parts = []
    for i, text in enumerate(texts):
        last = i == len(texts) - 1
        of_text = pending if last else _words_at(text) if pending else ()
        places = sorted(chain.from_iterable(pending.pop(words, ()) for words in [*of_text]))
        mine = tuple(paragraph.repairs[place] for place in places)
        if reason and i:
            before = texts[i - 1][-8:]
            mine = (
                Repair("", RepairKind.JOIN, before + text[:8], f"{before}⏎{text[:8]}", reason, 0.8,
                       line=paragraph.lines[0]),
                *mine,
            )  # fmt: skip
        decision = of_first if i == 0 else of_last if last else None
        gap_before = paragraph.gap_before and i == 0
        parts.append(replace(paragraph, text=text, repairs=mine, gap_before=gap_before, decision=decision))
    return parts


def _words_at(text: str) -> set[str]:
    """Whatever a repair of the text may begin with."""
    return {text[at : at + length] for at in range(len(text) + 1) for length in range(_BEGINNING + 1)}


def _is_decided_join(paragraph: Paragraph, cut: int) -> bool:
    before, after = paragraph.text[:cut], paragraph.text[cut:]
    joins = (r.before.split(LINE_END) for r in paragraph.repairs if r.confirmed and r.before.count(LINE_END) == 1)
    return any(before.endswith(first) and after.startswith(second) for first, second in joins)


def _cuts(text: str, whole: bool) -> list[int]:
    cuts = _indent_cuts(text)
    if len(text) < (_LOST if whole else _LOST_INSIDE) and not (whole and is_notice(text)):
        return cuts
    labels = running_labels(text)
    outer = [found for found in labels if found.label.style is Style.HAN and text[found.start - 1] in "。；;：:）)"]
    if not whole:
        return cuts if len(outer) < _FEWEST_LABELS else [*cuts, *(found.start for found in labels)]
    are_counted = (
        len(labels) >= _FEWEST_LABELS
        or _FEWEST_OUTER <= len(outer) == len(labels)
        or len(article_cuts(text)) >= _FEWEST_LABELS
    )
    return [*cuts, *line_starts(text, labels)] if are_counted or is_notice(text) else cuts


def _indent_cuts(text: str) -> list[int]:
    """A wide gap after a finished sentence or after a labelled heading is a lost paragraph indent.

    一、活动主题　以中国特色社会主义理论为指导，… → the heading and its text
    二、主要内容（一）制度制定。… → the heading and its point
    """
    cuts = [m.start() for m in re.finditer(rf"(?<=[。：；]){GAP}", text)]
    label = match_label(text)
    above = _HEADING_ABOVE_POINT.match(text, label.end) if label and label.style is Style.HAN else None
    if above and not CITES.search(above[0]):
        cuts.append(above.end())
    if label and label.style in (Style.HAN, Style.PAREN_HAN, Style.ARABIC):
        gap = _HEADING_BREAK.search(text, label.end + 1)
        shortest = 8 if label.style is Style.ARABIC else 2
        if gap and gap.start() <= label.end + 30 and len(text) - gap.end() >= shortest:
            cuts.append(gap.start())
    return cuts
