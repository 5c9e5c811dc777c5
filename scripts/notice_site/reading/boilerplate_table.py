"""Defines the table of what sites set around documents, and the rule for printed page numbers."""

from __future__ import annotations

import re
from dataclasses import field
from functools import cached_property

from notice_site.model.frozen import dataclass

RULES = ("page-number", "buttons", "menu", "labels")
"""Names of the rules that need more than the words of a line; the table says where in the order they are tried."""

LONGEST_LINE = 2_000
"""Characters of a line: patterns take 200 at most, and on longer lines, which are text, they would cost too much."""

# A printed page number: set off by dashes, or worded. It stands here, not in the table: with it goes what a page is.
# takes: - 1 -, —12—, －3－, ·4·, 第2页, 第 2 页 共 5 页, 第2页/共5页; not: 12, 一, 第二条, 1-2
PAGE_NUMBER = re.compile(
    r"""
    ([-—–―－─·•]{1,3}) \d{1,4} [-—–―－─·•]{1,3}
    | 第\d{1,4}页 [,，/]? (?:共\d{1,4}页)?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule for one squeezed line; `rule` is one of RULES and then there is no pattern."""

    reason: str
    pattern: re.Pattern[str] | None = None
    whole: bool = True  # the pattern is for the whole line, else for a part of one that holds no sentence
    rule: str = ""
    takes: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()

    def fits(self, text: str) -> bool:
        """Whether the pattern takes the line."""
        if self.pattern is None or len(text) > LONGEST_LINE:
            return False
        if self.whole:
            return self.pattern.fullmatch(text) is not None
        return "。" not in text[:-1] and self.pattern.search(text) is not None


@dataclass(frozen=True)
class BoilerplateTable:
    """The rules for lines in the order in which they are tried, and the words of labels, menus and buttons."""

    lines: tuple[LineRule, ...] = ()
    beside_imprint: LineRule = field(default_factory=lambda: LineRule(""))
    date_labels: frozenset[str] = frozenset()
    count_labels: frozenset[str] = frozenset()
    font_labels: frozenset[str] = frozenset()
    origin_labels: frozenset[str] = frozenset()
    shared_labels: frozenset[str] = frozenset()
    leading_labels: frozenset[str] = frozenset()
    above_recipients: frozenset[str] = frozenset()
    metadata_labels: frozenset[str] = frozenset()
    metadata_anchors: frozenset[str] = frozenset()
    link_lists: frozenset[str] = frozenset()
    buttons: frozenset[str] = frozenset()
    weak_buttons: frozenset[str] = frozenset()

    @cached_property
    def site_labels(self) -> frozenset[str]:
        """Labels that tell a line of the site even alone, where their value fits."""
        return self.date_labels | self.count_labels | self.font_labels | self.origin_labels

    @cached_property
    def publication_labels(self) -> frozenset[str]:
        """All labels that sites set under a headline."""
        return self.site_labels | self.shared_labels

    @cached_property
    def label(self) -> re.Pattern[str]:
        """Any label with its colon, the longest first. Takes: 来源：, 【字体:; not: 时间紧迫"""
        labels = sorted(self.publication_labels | self.metadata_labels, key=lambda label: (-len(label), label))
        return re.compile(f"[【\\[（(]?({'|'.join(map(re.escape, labels)) or '(?!)'})[】\\]]?[:：]")
