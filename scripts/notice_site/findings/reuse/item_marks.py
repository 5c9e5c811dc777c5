"""Labels the words of items that stand for each other by what both have."""

from __future__ import annotations

from collections.abc import Sequence

from notice_site.findings.reuse.paragraph_comparison import Side, mark_pair
from notice_site.text.alignment import differences

MUST = ("必须", "务必", "应当", "要", "应", "须")
"""Words with which an item binds; the longer ones first."""

MAY = ("可以", "可", "鼓励", "提倡")
"""Words that leave it to those addressed."""


def mark_items(
    base: Side, lefts: Sequence[int], derived: Side, rights: Sequence[int]
) -> tuple[str, tuple[str, str] | None]:
    """Labels the words of a group; the kind of its row, and the modal words that changed."""
    if len(lefts) == len(rights) == 1:
        if mark_pair(base, lefts[0], derived, rights[0]) != "altered":
            return "kept", None
        modal = _modal_change(base.readings[lefts[0]].letters, derived.readings[rights[0]].letters)
    else:
        modal = None
        for left in lefts:
            for right in rights:
                _mark_same(base, left, derived, right)
    of_base, of_derived = (all(_is_same(side, n) for n in of) for side, of in ((base, lefts), (derived, rights)))
    if of_base:
        return ("kept" if of_derived else "extended"), modal
    return ("shortened" if of_derived else "changed"), modal


def _mark_same(base: Side, left: int, derived: Side, right: int) -> None:
    """Labels what two items have in common; the labels of others in the group stay."""
    a, b = base.readings[left], derived.readings[right]
    for stretch in differences(a.letters, b.letters):
        if stretch.same:
            base.label(left, *a.span(stretch.left_start, stretch.left_end), "same")
            derived.label(right, *b.span(stretch.right_start, stretch.right_end), "same")


def _is_same(side: Side, number: int) -> bool:
    return all(side.labels[number][at][0] == "same" for at in side.readings[number].at)


def _modal_change(base: str, derived: str) -> tuple[str, str] | None:
    """The words of must and may at one place of two items: 要列出问题清单, 可列出问题清单.

    >>> _modal_change("要列出问题清单", "可以列出问题清单"), _modal_change("要列出清单", "应列出清单")
    (('要', '可以'), None)
    """
    for stretch in differences(base, derived):
        left, right = base[stretch.left_start : stretch.left_end], derived[stretch.right_start : stretch.right_end]
        for here, there in ((MUST, MAY), (MAY, MUST)):
            if not stretch.same and (words := (_opening(left, here), _opening(right, there))) and all(words):
                return words
    return None


def _opening(words: str, table: Sequence[str]) -> str:
    return next((word for word in table if words.startswith(word)), "")
