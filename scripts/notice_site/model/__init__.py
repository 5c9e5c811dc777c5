"""Frozen values that cross the borders of modules; they have no behaviour beyond derived properties."""

from notice_site.model.comparison import Cell, Comparison, ItemCell, ItemRow, Part, Row
from notice_site.model.corpus import Corpus
from notice_site.model.finding import (
    Citation,
    Event,
    Mention,
    Passage,
    Quantity,
    Quote,
    Task,
    Term,
    TermPart,
    TermSense,
)
from notice_site.model.line_decision import LineDecision, LinePlace
from notice_site.model.notice import Block, BlockKind, Notice, Publication, Ref, Repair, RepairKind
from notice_site.model.page import Page
from notice_site.model.problem import Problem, Severity
from notice_site.model.reference import Level, OtherName, Redirect, Volume, Work
from notice_site.model.source import Align, CellSpan, Dropped, Line, Source
from notice_site.model.study_pack import CheckSheet, Pack, Question, Selection

__all__ = [
    "Align",
    "Block",
    "BlockKind",
    "Cell",
    "CellSpan",
    "CheckSheet",
    "Citation",
    "Comparison",
    "Corpus",
    "Dropped",
    "Event",
    "ItemCell",
    "ItemRow",
    "Level",
    "Line",
    "LineDecision",
    "LinePlace",
    "Mention",
    "Notice",
    "OtherName",
    "Pack",
    "Page",
    "Part",
    "Passage",
    "Problem",
    "Publication",
    "Quantity",
    "Question",
    "Quote",
    "Redirect",
    "Ref",
    "Repair",
    "RepairKind",
    "Row",
    "Selection",
    "Severity",
    "Source",
    "Task",
    "Term",
    "TermPart",
    "TermSense",
    "Volume",
    "Work",
]
