"""Cuts paragraphs whose line breaks were lost at their labels, heads and tails; each cut is a Repair."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from notice_site.model import Repair, RepairKind
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.line_patterns import AFTER_DATE, NUMBER
from notice_site.text.dates import DATE
from notice_site.text.genres import GENRES
from notice_site.text.labels import Style, match_label
from notice_site.text.spacing import GAP

_REASON = "原文换行缺失，按层次序数和公文格式断开"
_LOST = 300  # characters: a paragraph that long with several labels inside has lost its line breaks
_FEWEST_LABELS = 3  # inside such a paragraph: two may be what a sentence lists
_FEW_PARAGRAPHS = 4  # a source with more has kept its line breaks
_HEADING_REACH = 26  # characters after a label in which the text of a heading begins
_RECIPIENTS_REACH = 400  # characters after the title in which the 主送 end; a later colon belongs to the text
_SIGNATURE_REACH = 60  # characters before a date in which the signature begins

_GENRE_END = re.compile(rf"(?:{'|'.join(g for g in GENRES if len(g) > 1)})(?=各|省直|市直|本|机关|有关)")
_SENTENCE_OPENING = re.compile(
    r"我[省市县区校局]|(?:19|20)\d\d年|各(?:单位|部门|级|地|[省市县区])|为了|根据|按照|坚持以|本次|凡"
)
# 附件:1，…途径2.…  附件2省直…申报表; not （附件1） nor 见附件
_ANNEX = re.compile(r"(?<![（(《、和见])附件(?:(?P<colon>\s*[:：](?=\s*\d))|\s*\d{0,2}(?=[\u4e00-\u9fff]))")
_HEADING_BREAK = re.compile(rf"(?<=[\u4e00-\u9fff]){GAP}(?=[\u4e00-\u9fff“（《\d])")


def recover_line_breaks(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs, those that hold several cut apart; each cut is a repair."""
    whole = len(paragraphs) <= _FEW_PARAGRAPHS
    separated: list[Paragraph] = []
    for paragraph in paragraphs:
        cuts = _cuts(paragraph.text, whole) if not paragraph.rows else []
        separated.extend(split_paragraph(paragraph, cuts, _REASON))
    return tuple(separated)


def split_paragraph(paragraph: Paragraph, cuts: list[int], reason: str | None = None) -> list[Paragraph]:
    """The paragraph cut before each of the offsets; white space at a cut goes, repairs stay with their text."""
    bounds = [0, *sorted({c for c in cuts if 0 < c < len(paragraph.text)}), len(paragraph.text)]
    texts = [paragraph.text[a:b].strip() for a, b in pairwise(bounds)]
    texts = [t for t in texts if t]
    if len(texts) < 2:
        return [paragraph]
    pending = list(paragraph.repairs)
    of_first, of_last = paragraph.decision.parted() if paragraph.decision else (None, None)
    parts = []
    for i, text in enumerate(texts):
        last = i == len(texts) - 1
        mine = tuple(r for r in pending if last or r.after[:6].strip() in text)
        pending = [r for r in pending if r not in mine]
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


def _cuts(text: str, whole: bool) -> list[int]:
    cuts = _indent_cuts(text)
    if len(text) < _LOST or not whole:
        return cuts
    labels = _label_cuts(text)
    if len(labels) < _FEWEST_LABELS:
        return cuts
    headings = [cut for at in labels if (cut := _heading_cut(text, at))]
    return cuts + labels + headings + _head_cuts(text[: labels[0]]) + _tail_cuts(text, _last_section(text, labels))


def _indent_cuts(text: str) -> list[int]:
    """A wide gap after a finished sentence or after a labelled heading is a lost paragraph indent.

    一、活动主题　以中国特色社会主义理论为指导，… → the heading and its text.
    """
    cuts = [m.start() for m in re.finditer(rf"(?<=[。：；]){GAP}", text)]
    label = match_label(text)
    if label and label.style in (Style.HAN, Style.PAREN_HAN, Style.ARABIC):
        gap = _HEADING_BREAK.search(text, label.end + 1)
        shortest = 8 if label.style is Style.ARABIC else 2
        if gap and gap.start() <= label.end + 30 and len(text) - gap.end() >= shortest:
            cuts.append(gap.start())
    return cuts


def _label_cuts(text: str) -> list[int]:
    """Offsets of labels in counting order: 一、 then 二、; within each （一） then （二）; within each 1. then 2."""
    cuts: list[int] = []
    _count(text, 0, len(text), (Style.HAN, Style.PAREN_HAN, Style.ARABIC, Style.PAREN_ARABIC), cuts)
    return sorted(cuts)


def _count(text: str, start: int, end: int, styles: tuple[Style, ...], cuts: list[int]) -> None:
    if not styles:
        return
    found: list[int] = []
    position = start
    while True:
        at = _find(text, position, end, styles[0], len(found) + 1)
        if at is None:
            break
        found.append(at)
        position = at + 2
    if len(found) == 1 and styles[0] is not Style.HAN:
        found = []
    cuts.extend(found)
    bounds = [start, *found, end]
    for a, b in pairwise(bounds):
        _count(text, a + (3 if a in found else 0), b, styles[1:], cuts)


def _find(text: str, start: int, end: int, style: Style, wanted: int) -> int | None:
    """The next place where a label of that style and value can stand: not after a character it would cut."""
    opener = {
        Style.HAN: r"[一二三四五六七八九十]{1,3}、",
        Style.PAREN_HAN: r"[（(][一二三四五六七八九十]{1,3}[）)]",
        Style.ARABIC: r"\d{1,2}[.．、]?(?=[\u4e00-\u9fff])",
        Style.PAREN_ARABIC: r"[（(]\d{1,2}[）)]",
    }[style]
    # Not the end of a longer numeral (十一、), nor what a word before it counts (第一、 附件1. 2014年1.).
    free = r"(?<![一二三四五六七八九十第\d.年月件表至、和与及](?=[一二三四五六七八九十\d]))"
    for match in re.compile(free + opener).finditer(text, start, end):
        label = match_label(match[0] if match[0][-1] in "、.．）)" else match[0] + ".")
        if label and label.number == wanted and label.style is style:
            if style is Style.ARABIC and match[0][-1] not in ".．、" and text[match.start() - 1] not in "。；;":
                continue
            return match.start()
    return None


def _heading_cut(text: str, at: int) -> int | None:
    """Where the text after an own-line heading begins: at words that open sentences, or where the heading is repeated.

    一、继续教育对象|我省辖区内…  二、分步实现联网结算|2020年11月底前…  (一)继续教育内容|继续教育的内容有…
    """
    label = match_label(text[at : at + 12])
    if not label or label.style not in (Style.HAN, Style.PAREN_HAN):
        return None
    start = at + label.end
    words = re.split(r"[。；：:，,（(]", text[start : start + _HEADING_REACH], maxsplit=1)[0]
    if opening := _SENTENCE_OPENING.search(words, 4):
        return start + opening.start()
    again = words.find(words[:4], 4) if len(words) >= 8 else -1
    return start + again if again > 0 else None


def _head_cuts(head: str) -> list[int]:
    """Masthead | 发文字号 | title | 主送 | preamble, all in one line."""
    cuts = []
    position = 0
    if masthead := re.match(r"[\u4e00-\u9fff]{2,40}?文件(?!的)", head):
        position = masthead.end()
        cuts.append(position)
    number = NUMBER.search(head, position)
    if number and number.start() - position <= 2:
        position = number.end()
        cuts.append(position)
    title = _GENRE_END.search(head, position)
    if title:
        cuts.append(title.end())
        position = title.end()
    colon = re.search(r"[:：]", head[position:])
    if colon and colon.start() <= _RECIPIENTS_REACH:
        cuts.append(position + colon.end())
    return cuts


def _last_section(text: str, labels: list[int]) -> int:
    """Offset of the last 一、 or （一）: what comes after the end of its text is the tail of the document."""
    outer = (at for at in labels if (label := match_label(text[at : at + 12])) and label.style <= Style.PAREN_HAN)
    return max(outer, default=labels[-1])


def _tail_cuts(text: str, start: int) -> list[int]:
    """Attachment list | signature | date | annexes | 印发 line after the last section."""
    cuts = []
    for match in _ANNEX.finditer(text, start):
        cuts.append(match.start())
        if not match["colon"]:
            cuts.append(match.end())
    name = re.match(r"[\u4e00-\u9fff]{4,40}?(?=文件)", text)
    for match in DATE.finditer(text, start):
        tail = text[match.end() :]
        if tail and not AFTER_DATE.match(tail):
            continue
        signed = _signature_start(text, match.start(), name[0] if name else "")
        if signed is not None:
            cuts.append(signed)
        if not tail.startswith("印发"):
            cuts += [match.start(), match.end()]
    return cuts


def _signature_start(text: str, end: int, name: str) -> int | None:
    """Where the name that the masthead gives, or the longest part of it that survived, begins before `end`."""
    window = max(0, end - _SIGNATURE_REACH)
    for length in range(len(name), 3, -1):
        at = text.rfind(name[:length], window, end)
        if at >= 0:
            return at
    return None
