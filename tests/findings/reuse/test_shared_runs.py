"""Runs of letters that texts share: none of 13 or more is missed, none is told twice."""

from __future__ import annotations

import random

import pytest

from notice_site.findings.reuse.shared_runs import MOST_HOLDERS, SHORTEST, BlockText, SharedRun, shared_runs


def brute_force(texts: list[BlockText]) -> list[SharedRun]:
    """Every longest run, found by comparing every letter with every other."""
    found = set()
    for b, second in enumerate(texts):
        for a, first in enumerate(texts[:b]):
            if first.document == second.document:
                continue
            for i in range(len(first.letters)):
                for j in range(len(second.letters)):
                    if i and j and first.letters[i - 1] == second.letters[j - 1]:
                        continue
                    length = 0
                    while (
                        first.letters[i + length : i + length + 1] == second.letters[j + length : j + length + 1] != ""
                    ):
                        length += 1
                    if length >= SHORTEST:
                        found.add(SharedRun(a, b, j, i, length))
    return sorted(found)


def found(texts: list[BlockText]) -> list[SharedRun]:
    return sorted(map(SharedRun._make, shared_runs(texts).tolist()))


def test_all_runs_are_found_wherever_they_stand() -> None:
    chance = random.Random(20140124)
    for _ in range(40):
        shared = ["".join(chance.choices("照镜子正衣冠洗澡治病", k=chance.randint(10, 40))) for _ in range(3)]
        texts = []
        for number in range(4):
            parts = ["".join(chance.choices("甲乙丙丁戊己庚辛", k=chance.randint(0, 15))) for _ in range(4)]
            text = "".join(part + chance.choice(shared) for part in parts)
            texts.append(BlockText(number // 2, str(number), text))
        assert found(texts) == brute_force(texts)


def test_thirteen_letters_are_a_run_and_twelve_are_not() -> None:
    def runs(length: int) -> list[SharedRun]:
        same = "抓好直接联系服务群众的执法监管部门"[:length]
        return found([BlockText(0, "a", f"甲{same}乙"), BlockText(1, "b", f"丙丙{same}丁")])

    assert runs(12) == []
    assert runs(13) == [SharedRun(0, 1, 2, 1, 13)]


def test_texts_of_a_few_letters_share_nothing() -> None:
    assert found([BlockText(0, "a", "甲乙"), BlockText(1, "b", "甲乙")]) == found([]) == []


def test_texts_of_one_document_are_not_compared() -> None:
    same = "抓好直接联系服务群众的执法监管部门"
    assert found([BlockText(0, "a", same), BlockText(0, "a", same)]) == []


def test_one_text_that_repeats_a_letter_is_found_at_once() -> None:
    [run] = {(run.a, run.b) for run in found([BlockText(0, "a", "甲" * 3000), BlockText(1, "b", "甲" * 3000)])}
    assert run == (0, 1)


@pytest.mark.parametrize(("works", "runs"), [(MOST_HOLDERS, MOST_HOLDERS * (MOST_HOLDERS - 1) // 2), (21, 0)])
def test_what_more_than_twenty_works_say_is_everybodys_wording(works: int, runs: int) -> None:
    same = "抓好直接联系服务群众的执法监管部门"
    assert len(found([BlockText(number, str(number), same) for number in range(works)])) == runs
    assert MOST_HOLDERS == 20


@pytest.mark.parametrize("length", [1, 15, 16, 17, 31, 32, 33])
def test_a_run_reaches_as_far_into_everybodys_wording_as_letters_are_the_same(length: int) -> None:
    """Seven letters of their own lead two texts into common wording, and others out of it."""
    common = "".join(chr(ord("一") + place) for place in range(33))[:length]
    rare = "抓好直接联系服务群众的执法监管部门"
    others = [BlockText(number, str(number), common) for number in range(2, 30)]
    texts = [BlockText(0, "0", f"{common}{rare}{common}"), BlockText(1, "1", f"丙{common}{rare}{common}丁")]
    assert found([*texts, *others])[0] == SharedRun(0, 1, 1, 0, len(rare) + 2 * length)
