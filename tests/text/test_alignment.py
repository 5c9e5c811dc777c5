"""Which paragraph goes with which, and where two paragraphs differ."""

from __future__ import annotations

import random

from notice_site.text.alignment import differences, pair_up


def pairs(left: list[str], right: list[str], *linked: tuple[int, int]) -> list[tuple[int, int, bool]]:
    return [(p.left, p.right, p.in_order) for p in pair_up(left, right, linked)]


LONG = ["甲" + "".join(chr(0x4E00 + 60 * n + k) for k in range(40)) for n in range(6)]


def test_paragraphs_in_the_same_order_go_together_in_order() -> None:
    assert pairs(LONG[:3], LONG[:3], (0, 0), (1, 1), (2, 2)) == [(0, 0, True), (1, 1, True), (2, 2, True)]


def test_the_lighter_of_two_crossing_pairs_is_out_of_order() -> None:
    left = [LONG[0], LONG[1] + LONG[2]]
    assert pairs(left, [left[1], left[0]], (0, 1), (1, 0)) == [(1, 0, True), (0, 1, False)]


def test_a_paragraph_goes_with_the_one_it_shares_most_with() -> None:
    assert pairs([LONG[0]], [LONG[0][:20] + LONG[3], LONG[0]], (0, 0), (0, 1)) == [(0, 1, True)]


def test_long_paragraphs_that_share_no_passage_are_not_paired() -> None:
    assert pairs([LONG[0]], [LONG[0]]) == []


def test_a_small_share_of_a_paragraph_is_no_pair() -> None:
    assert pairs([LONG[0][:14] + "丑" * 150], [LONG[0][:14] + "寅" * 150], (0, 0)) == []


def test_headings_are_paired_by_their_words_alone() -> None:
    assert pairs(["把握总体要求", "加强组织领导"], ["明确目标任务", "把握总体要求"]) == [(0, 1, True)]


def test_the_stretches_tile_both_texts_and_say_the_truth() -> None:
    chance = random.Random(37)
    for _ in range(300):
        left = "".join(chance.choices("甲乙丙丁戊", k=chance.randint(0, 30)))
        right = "".join(chance.choices("甲乙丙丁戊", k=chance.randint(0, 30)))
        i = j = 0
        for stretch in differences(left, right):
            assert (stretch.left_start, stretch.right_start) == (i, j)
            i, j = stretch.left_end, stretch.right_end
            same = left[stretch.left_start : i] == right[stretch.right_start : j]
            assert same or not stretch.same
        assert (i, j) == (len(left), len(right))


def test_letters_alike_by_chance_between_great_changes_do_not_count() -> None:
    left, right = "统筹安排时间进度有序推进", "精心组织时刻防止反弹"
    assert [s.same for s in differences(left, right)] == [False]
