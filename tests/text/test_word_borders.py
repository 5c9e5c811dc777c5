"""Differences end at the borders of words, as far as the texts show their words, and never far from where they were."""

from __future__ import annotations

import pytest

from notice_site.text.alignment import differences
from notice_site.text.normalization import wording
from notice_site.text.word_borders import bonds_of, parts_word, widened

CORPUS = ["党中央，在中央，对中央，中央要求。中共，中共，中共。", "社区，村、社区，社区。第一批活动，活动，活动。批活"]


def shown(left: str, right: str) -> list[str]:
    """The words of the left text that differ from the right one."""
    a, b = wording(left), wording(right)
    bond = bonds_of(CORPUS)
    stretches = widened(
        differences(a.letters, b.letters), lambda i, j: parts_word(a, i, bond) or parts_word(b, j, bond)
    )
    return [a.letters[s.left_start : s.left_end] for s in stretches if not s.same]


@pytest.mark.parametrize(
    ("left", "right", "differing"),
    [
        ("根据中央的要求", "根据中共的要求", ["中央"]),
        ("根据村社区要求", "根据乡社区要求", ["村"]),
        ("根据甲乙要求", "根据甲丙要求", ["乙"]),
    ],
    ids=["a word is not parted", "a whole word that is alike stays so", "letters that are no word stay as they are"],
)
def test_a_difference_ends_at_the_border_of_a_word(left: str, right: str, differing: list[str]) -> None:
    assert shown(left, right) == differing


@pytest.mark.parametrize(("times", "is_word"), [(2, False), (3, True)])
def test_letters_are_a_word_from_the_third_time_on(times: int, is_word: bool) -> None:
    assert (bonds_of(["，".join(["意见"] * times)])("意见") > 0) is is_word


@pytest.mark.parametrize(("alone", "is_word"), [(3, False), (2, True)])
def test_letters_are_a_word_while_most_of_the_rarer_one_stand_together(alone: int, is_word: bool) -> None:
    text = "，".join(["意见"] * 3 + ["意", "见"] * alone)
    assert (bonds_of([text])("意见") > 0) is is_word


@pytest.mark.parametrize(("text", "bound"), [("天天，天天，天天", False), ("人人人，人人", True)])
def test_a_letter_said_twice_counts_at_each_place(text: str, bound: bool) -> None:
    assert (bonds_of([text])(text[:2]) > 0) is bound


@pytest.mark.parametrize(("inside", "moves"), [(3, True), (4, False)])
def test_a_border_moves_three_letters_at_most(inside: int, moves: bool) -> None:
    stretches = differences("甲乙丙丁戊己庚", "甲乙丙丁戊己辛")
    (alike, *_) = widened(stretches, lambda i, j: 6 - inside < i <= 6)
    assert alike.left_end == (6 - inside if moves else 6)
