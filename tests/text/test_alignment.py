"""Which paragraph goes with which, and where two paragraphs differ."""

from __future__ import annotations

import random

import pytest

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


def common(left: str, right: str, *linked: tuple[int, int]) -> list[int]:
    return [pair.common for pair in pair_up([left], [right], linked)]


def test_short_paragraphs_are_paired_from_half_of_the_longer_one() -> None:
    assert common("甲乙丙丁", "甲乙己庚") == [2]
    assert common("甲乙丙丁戊", "甲乙己庚") == [], "two of five letters"
    assert common("甲乙己庚", "甲乙丙丁戊") == [], "two of five letters"


def test_a_paragraph_is_short_below_twenty_four_letters() -> None:
    text = "".join(chr(0x4E00 + k) for k in range(24))
    assert common(text[:23], text[:23]) == [23]
    assert common(text, text) == [], "needs a link"
    assert common(text, text, (0, 0)) == [24]
    assert common(text[:23], text, (0, 0)) == [23], "one short paragraph"
    assert common(text, text[:23], (0, 0)) == [23], "one short paragraph"


def test_long_paragraphs_are_paired_from_a_fifth_of_the_shorter_one() -> None:
    letters = [chr(0x4E00 + k) for k in range(200)]
    shared = "".join(letters[:6])
    left = shared + "".join(letters[6:40])
    assert common(left, shared + "".join(letters[50:74]), (0, 0)) == [6], "six of thirty"
    assert common(left, shared + "".join(letters[50:75]), (0, 0)) == [], "six of thirty-one"


def test_stretches_of_five_letters_count_once_where_they_overlap() -> None:
    letters = "".join(chr(0x4E00 + k) for k in range(30))
    other = "".join(chr(0x5E00 + k) for k in range(30))
    assert common(letters, letters[:7] + other[:3] + letters[10:15] + other[3:13], (0, 0)) == [12]
    assert common(letters, letters[:7] + other[:3] + letters[10:14] + other[3:13], (0, 0)) == [7], "four letters"


def test_of_equal_pairs_the_nearest_in_place_comes_first() -> None:
    assert pairs(["组织领导", "总体要求"], ["总体要求", "总体要求"]) == [(1, 1, True)]
    assert pairs(["总体要求", "组织领导", "总体要求"], ["总体要求"]) == [(0, 0, True)]


def test_the_heaviest_series_in_one_order_is_kept() -> None:
    left = ["组织领导工作", "总体要求", "督促检查"]
    assert pairs(left, ["总体要求", "督促检查", "组织领导工作"]) == [(1, 0, True), (2, 1, True), (0, 2, False)]
    assert pairs(["组织领导", "总体要求"], ["总体要求", "组织领导"]) == [(1, 0, True), (0, 1, False)], (
        "the first of two"
    )


def shown(left: str, right: str) -> str:
    """The stretches of both texts: what is the same as it stands, the rest as [left|right]."""
    return "".join(
        left[s.left_start : s.left_end]
        if s.same
        else f"[{left[s.left_start : s.left_end]}|{right[s.right_start : s.right_end]}]"
        for s in differences(left, right)
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("总体要求", "总体要求", "总体要求"),
        ("总体要求", "工作任务", "[总体要求|工作任务]"),
        ("总体要求", "总要求", "总[体|]要求"),
        ("总要求", "总体要求", "总[|体]要求"),
        ("", "总体要求", "[|总体要求]"),
        ("甲乙丙", "丁乙戊", "[甲乙丙|丁乙戊]"),
        ("乙丙", "乙戊", "乙[丙|戊]"),
        ("丙乙", "戊乙", "[丙|戊]乙"),
        ("一二甲乙三四", "五六甲乙七八", "[一二|五六]甲乙[三四|七八]"),
        ("一二甲乙三四九", "五六甲乙七八", "[一二甲乙三四九|五六甲乙七八]"),
        ("一二甲乙三四", "五六甲乙七八九", "[一二甲乙三四|五六甲乙七八九]"),
        ("一二九甲乙三四", "五六甲乙七八", "[一二九甲乙三四|五六甲乙七八]"),
        ("一二九〇甲乙丙三四五六", "七八甲乙丙大小", "[一二九〇|七八]甲乙丙[三四五六|大小]"),
        ("始一二甲乙三四终", "始五六甲乙七八终", "始[一二|五六]甲乙[三四|七八]终"),
        ("始一二甲乙三四九终", "始五六甲乙七八终", "始[一二甲乙三四九|五六甲乙七八]终"),
        ("不低于80次", "不低于90次", "不低于[80|90]次"),
        ("2015年4月15日前", "4月25日前", "[2015年4月15|4月25]日前"),
        ("学习12天", "学习2天", "学习[12|2]天"),
        ("学习2天", "学习23天", "学习[2|23]天"),
        ("学习1815天", "学习18个15天", "学习[1815|18个15]天"),
        ("于2014年开始", "于2014年完成", "于2014年[开始|完成]"),
    ],
)  # fmt: skip
def test_where_two_texts_differ(left: str, right: str, expected: str) -> None:
    assert shown(left, right) == expected
