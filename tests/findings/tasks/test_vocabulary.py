"""The words by which notices ask: for each pattern what it takes, and the nearest that it must not take."""

from __future__ import annotations

import re

import pytest

from notice_site.findings.tasks import vocabulary as v


def each(frame: str, words: str) -> tuple[str, ...]:
    """The frame with each of the words, which stand apart by blanks, or with each character."""
    return tuple(frame.format(word) for word in (words.split() if " " in words else words))


FOUND_AND_NOT: dict[str, tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]]] = {
    "a modal word": (
        v.MODAL_WORD,
        (
            *each("{}学习", "要 应 应当 应该 须 必须 务必 不得 不准 严禁 禁止 决不能 绝不能 不允许 至少 一律 可 可以"),
            *each("{}", "都要点名 要领导带头 要紧抓不放"),
        ),
        (
            *each("{}要学习", "需主重必只首摘纲简扼概"),
            *each("要{}", "求 点 素 义 闻 害 件 紧事 么 是 道 旨 职"),
            *each("{}应学习", "供反适响相对效"),
            *each("应{}", "对 急 用 届 付 变 邀 有尽有"),
            *each("{}", "毋须学习 须知"),
            *each("{}可学习", "不无尚许认"),
            *each("可{}", "能见靠行持观信谓疑喜贵比操是怕爱推控看"),
        ),
    ),
}


@pytest.mark.parametrize("name", FOUND_AND_NOT)
def test_words_in_which_there_is(name: str) -> None:
    pattern, found, not_found = FOUND_AND_NOT[name]
    assert [words for words in found if not pattern.search(words)] == []
    assert [words for words in not_found if pattern.search(words)] == []
