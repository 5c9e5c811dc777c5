"""Applies what an editor said of headings to what was understood of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from notice_site.parsing.headings import ParagraphLabel
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.unlabelled_headings import UnlabelledHeading
from notice_site.text.labels import Label, labels_of_lists, match_label
from notice_site.text.spacing import squeeze

_FIRST_SENTENCE = re.compile(r"[^。；;！？!?]+")
_BEFORE_COLON = re.compile(r"([^。；：:，,]{2,15})[：:](?=.)")  # 时间：3月至5月。


def decided_depth(paragraph: Paragraph) -> int | None:
    """The depth that an editor gave the paragraph."""
    return paragraph.decision.depth if paragraph.decision else None


def with_decisions(
    paragraphs: tuple[Paragraph, ...],
    labelled: tuple[ParagraphLabel | None, ...],
    unlabelled: Mapping[int, UnlabelledHeading],
) -> tuple[tuple[ParagraphLabel | None, ...], Mapping[int, UnlabelledHeading]]:
    """The labels and the headings without label, by index; those of decided paragraphs are as the editor wants them."""
    labels, headings = list(labelled), dict(unlabelled)
    ranks = {opening.label.style: opening.rank for opening in labelled if opening}  # of the innermost list of the style
    for i, paragraph in enumerate(paragraphs):
        decision = paragraph.decision
        if decision is None or not decision.is_text or paragraph.rows:
            continue
        opening = labels[i]
        label = opening.label if opening else _label(paragraph.text)
        if decision.heading is None:
            if label and not opening and i not in headings:  # what has a depth is labelled
                labels[i] = ParagraphLabel(label, ranks.get(label.style, int(label.style)), None)
            continue
        if decision.heading is False:
            labels[i] = replace(opening, heading=None) if opening else None
            headings.pop(i, None)
            continue
        heading = decided_heading(paragraph.text[label.end if label else 0 :].strip(), decision.heading)
        if heading and label:
            labels[i] = ParagraphLabel(label, ranks.get(label.style, int(label.style)), heading)
            headings.pop(i, None)
        elif heading:
            level = headings[i].level if i in headings else 0
            headings[i] = UnlabelledHeading(heading, level)
    return tuple(labels), headings


def _label(text: str) -> Label | None:
    """The label with which a text begins, a doubtful one too: 第一条本办法适用于各校。"""
    return match_label(text) or next(iter(labels_of_lists(text)), None)


def decided_heading(text: str, wanted: bool | str) -> str | None:
    """The heading with which a text opens: the words wanted, else its first sentence; None where there is none.

    >>> decided_heading("提高认识。各级要学习。", True), decided_heading("时间：3月至5月。", True)
    ('提高认识', '时间')
    >>> decided_heading("提高 认识，统一思想。各级要学习。", "提高认识"), decided_heading("提高认识。", "加强领导")
    ('提高 认识', None)
    """
    if isinstance(wanted, str):
        count = len(squeeze(wanted))
        places = [place for place, character in enumerate(text) if squeeze(character)]
        if not 0 < count <= len(places):
            return None
        opening = text[: places[count - 1] + 1]
        return opening if squeeze(opening) == squeeze(wanted) else None
    match = _BEFORE_COLON.match(text)
    if match is None and (sentence := _FIRST_SENTENCE.match(text)):
        return sentence[0].rstrip("：: ") or None
    return match[1] if match else None
