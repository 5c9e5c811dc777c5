"""Finds the headings with which labelled paragraphs open; the whole list decides, not the single entry."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from notice_site.model.frozen import dataclass
from notice_site.parsing.heading_evidence import OUTER, SHORT, Entry, Shape
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.list_labels import label_ranks, list_labels, outer_entries
from notice_site.text.labels import Label, Style

_STEP = 2  # between the ranks of two styles: a list inside a list of the same style stands between them
_LONGEST = 72  # characters: what is longer is no heading
_OWN_LINE = 60  # characters of a heading that is a line without a full stop
_ARTICLE_HEADING = 15  # characters: what stands alone behind 第一条 and is longer is the article itself
_ALONE = 1.5  # evidence with which an entry is a heading though its list has none: a line with text of its own
_AMONG_MIXED = 1.2  # the same in a list that hardly speaks against headings: a short sentence that directs
_MIXED = -0.7  # evidence of a list below which its short sentences are nothing but sentences
_DOCUMENT_SHARE = 0.5  # of the evidence of all lists of the style, beside that of the list itself

# 县政府由下列人员组成： 工作要求如下： 对象包括： open a list; 工作要求： is a heading
_LEADS_IN = re.compile(
    r"下列|以下|如下|包括|是指|情形|之一|(?:组成|是|为|有|做到|分为|具备|明确|所称|所列|符合|提供|提交)$"
)
_COLON = re.compile(r"(?P<heading>[^。；;：:，,]{2,15})[：:](?=.)")
# （县财政局负责）; not （略）, which stands for text
# 1.某局局长张某公车私用问题。2018年国庆期间，张某…: what is told of a case, no section of the text
_CASE = re.compile(r"(?:问题|案件?)$")
_DATED = re.compile(r"(?:19|20)\d\d年|\d{1,2}月")
_REMARK = re.compile(r"[（(](?!略)[^（）()]*[）)][。；]?")
_BRACKETED = re.compile(r"【(?P<heading>[^【】]{1,20})】")  # 第三条【适用范围】


@dataclass(frozen=True, slots=True)
class ParagraphLabel:
    """How a labelled paragraph begins: its label, the depth of its style in the document, the heading if it has one."""

    label: Label
    rank: int
    heading: str | None


def paragraph_labels(
    paragraphs: tuple[Paragraph, ...], set_off: frozenset[int] = frozenset()
) -> tuple[ParagraphLabel | None, ...]:
    """For each paragraph its opening, None where it has no label.

    A heading is an own line, or the first sentence of the paragraph (run-in heading: 一、提高认识。各级…). The entries
    of a list are alike: all have headings, or none but those that are lines with a text of their own.
    `set_off` are the paragraphs that are headings without label; they end the text of what stands before.
    """
    labels = list_labels(paragraphs)
    of_style = label_ranks(labels)
    ranks = [_STEP * of_style[label.style] if label else None for label in labels]
    for members in _lists(ranks, set_off):
        for i in outer_entries([(labels[k], paragraphs[k]) for k in members]):
            ranks[members[i]] = (ranks[members[i]] or 0) - 1
    # What the format calls headings are one list, what it calls text another, though their labels are alike.
    by_format = [
        None if rank is None else rank - (p.heading > 0) / 2 for rank, p in zip(ranks, paragraphs, strict=True)
    ]
    lists = _lists(by_format, set_off)
    entries: dict[int, Entry] = {}
    for members in lists:
        below = [_text_follows(i, ranks, set_off) for i in members]
        if len(members) > 1 and not any(below[:-1]):
            # What follows the last entry alone belongs to the text around the list.
            below[-1] = below[-1] and labels[members[-1] + 1] is not None
        for i, has_own in zip(members, below, strict=True):
            label = labels[i]
            assert label
            entries[i] = _entry(paragraphs[i], label, has_own or paragraphs[i].heading > 0)
    means = _means(entries)
    headings: dict[int, str | None] = {}
    for members in lists:
        group = {i: entries[i] for i in members}
        style = entries[members[0]].label.style
        headings |= _articles(group) if style is Style.ARTICLE else _headings(group, means[style])
    return tuple(
        ParagraphLabel(label, rank, headings[i]) if label and rank is not None else None
        for i, (label, rank) in enumerate(zip(labels, ranks, strict=True))
    )


def _entry(paragraph: Paragraph, label: Label, follows: bool) -> Entry:
    rest = re.sub("^[：:]", "", paragraph.text[label.end :].strip()).strip()  # 第一部分：总体要求
    if bracketed := _BRACKETED.match(rest):
        return Entry(label, Shape.COLON, bracketed["heading"], True)
    if not re.search(r"[。；！？;]", rest):
        heading = rest.rstrip("：: ")
        if not heading or rest.endswith(("，", "、", ",")) or len(heading) > _OWN_LINE:
            return Entry(label, Shape.OTHER if heading else Shape.LINE, None, follows)
        if not rest.endswith(("：", ":")):
            if colon := _colon(rest):
                return Entry(label, Shape.COLON, colon, True)
            return Entry(label, Shape.LINE, heading, follows)
        leads_in = label.style not in OUTER and _LEADS_IN.search(heading)
        return Entry(label, Shape.LEAD, None if leads_in else heading, follows)
    if label.style is not Style.ARTICLE and (colon := _colon(rest)):
        return Entry(label, Shape.COLON, colon, True)
    sentence = re.match(r"(?P<heading>[^。；;！？]+)。", rest)
    if not sentence or len(sentence["heading"]) > _LONGEST or not _closed(sentence["heading"]):
        return Entry(label, Shape.OTHER, None, follows)
    remainder = rest[sentence.end() :]
    if _REMARK.fullmatch(remainder):
        return Entry(label, Shape.OTHER, None, False)
    if remainder and _CASE.search(sentence["heading"]) and _DATED.match(remainder):
        return Entry(label, Shape.OTHER, None, True)
    if remainder:
        return Entry(label, Shape.RUN_IN, sentence["heading"], True)
    return Entry(label, Shape.SENTENCE, sentence["heading"], follows)


def _colon(rest: str) -> str | None:
    """责任单位 of 责任单位：教育局。; not 上午7 of 上午7:30前, nothing before a bracket is closed."""
    match = _COLON.match(rest)
    if not match or not _closed(match["heading"]) or _LEADS_IN.search(match["heading"]):
        return None
    after = rest[match.end() : match.end() + 2]
    return None if match["heading"][-1].isdigit() and after.isdigit() else match["heading"]


def _closed(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("（）", "()", "《》", "“”"))


def _lists(ranks: Sequence[float | None], set_off: frozenset[int]) -> list[list[int]]:
    """The labelled paragraphs by list: labels of one rank up to an outer label, or to a heading without label."""
    lists: list[list[int]] = []
    open_lists: dict[float, list[int]] = {}
    for i, rank in enumerate(ranks):
        if rank is None:
            if i in set_off:
                open_lists = {}
            continue
        open_lists = {other: members for other, members in open_lists.items() if other <= rank}
        if rank not in open_lists:
            open_lists[rank] = []
            lists.append(open_lists[rank])
        open_lists[rank].append(i)
    return lists


def _text_follows(i: int, ranks: Sequence[int | None], set_off: frozenset[int]) -> bool:
    """True where a paragraph without label, or a deeper label, comes next."""
    rank = ranks[i]
    assert rank is not None
    if i + 1 == len(ranks) or i + 1 in set_off:
        return False
    following = ranks[i + 1]
    return following is None or following > rank


def _means(entries: dict[int, Entry]) -> dict[Style, float]:
    """The evidence of all entries of a style."""
    by_style: defaultdict[Style, list[float]] = defaultdict(list)
    for entry in entries.values():
        by_style[entry.label.style].append(entry.evidence)
    return {style: sum(values) / len(values) for style, values in by_style.items()}


def _headings(group: dict[int, Entry], document: float) -> dict[int, str | None]:
    """All headings, or those alone that are lines with a text of their own: what the list as a whole speaks for.

    Words before a colon that entries have in common (一、授予：甲。 二、授予：乙。) are no headings.
    """
    openings = Counter(entry.heading for entry in group.values() if entry.shape is Shape.COLON)
    if any(count > 1 for count in openings.values()):
        group = {
            i: replace(entry, shape=Shape.OTHER, heading=None)
            if entry.shape is Shape.COLON and openings[entry.heading] > 1
            else entry
            for i, entry in group.items()
        }
    evidence = sum(entry.evidence for entry in group.values()) / len(group) + _DOCUMENT_SHARE * document
    if evidence > 0:
        return {i: None if _is_bare(entry) else entry.heading for i, entry in group.items()}
    least = _AMONG_MIXED if evidence > _MIXED else _ALONE
    return {i: entry.heading if entry.evidence >= least else None for i, entry in group.items()}


def _is_bare(entry: Entry) -> bool:
    """Whether it is a sentence without more that is no heading even among headings: 本办法自发布之日起施行。"""
    return (
        entry.shape is Shape.SENTENCE
        and not entry.has_own
        and entry.heading is not None
        and (len(entry.heading) > SHORT or entry.is_statement)
    )


def _articles(group: dict[int, Entry]) -> dict[int, str | None]:
    """An article is a paragraph; a name that stands alone behind its label is a heading (第一条　工作机构)."""

    def name(entry: Entry) -> str | None:
        heading = entry.heading
        if heading and (len(heading) > _ARTICLE_HEADING or "，" in heading):
            return None
        if heading and (_LEADS_IN.search(heading) or entry.is_statement):
            return None
        return heading if entry.has_own and entry.shape in (Shape.LINE, Shape.LEAD) else None

    return {i: entry.heading if entry.shape is Shape.COLON else name(entry) for i, entry in group.items()}
