"""The speeches that a text names; every one has a title."""

from __future__ import annotations

import pytest

from notice_site.findings.citations.speeches import LONGEST_SPEECH_TITLE, speeches

TAKEN = {
    "总书记在甲县调研时强调，要深入": ["总书记在甲县调研时的讲话"],
    "总书记在参加审议时指出": ["总书记在参加审议时的讲话"],
    "学习甲某某同志重要讲话": ["甲某某同志重要讲话"],
    "学习曾某某副总理的批示": ["曾某某副总理的批示"],
    "按照国务院领导同志的批示精神": ["国务院领导同志的批示"],
    "按照市委主要领导的指示": ["市委主要领导的指示"],
    "有关部门根据总理批示精神": ["总理批示"],
    "落实总书记关于扶贫工作的重要论述": ["总书记关于扶贫工作的重要论述"],
}
REFUSED = (
    "甲某同志主持会议并作了重要讲话",
    "总书记在甲县调研时访问群众",
    "领导同志同意",
    "总书记学习重要讲话",
    "国务院领导同志同意，现印发给你们",
)


@pytest.mark.parametrize(("text", "expected"), TAKEN.items(), ids=TAKEN.keys())
def test_a_speech_is_named(text: str, expected: list[str]) -> None:
    assert [speech.title for speech in speeches(text)] == expected


@pytest.mark.parametrize("text", REFUSED)
def test_no_speech_is_named(text: str) -> None:
    assert list(speeches(text)) == []


@pytest.mark.parametrize(("length", "whole"), [(LONGEST_SPEECH_TITLE, True), (LONGEST_SPEECH_TITLE + 1, False)])
def test_a_speech_told_of_in_many_words_is_called_by_its_speaker(length: int, whole: bool) -> None:
    told = f"总书记{'甲' * (length - 9)}发表重要讲话"
    [*titles] = {speech.title for speech in speeches(told)}
    assert len(told) == length
    assert titles == [told if whole else "总书记的讲话"]
