"""What a sentence says of its time: that it lies ahead, that it has passed, or neither."""

from __future__ import annotations

import pytest

from notice_site.text.tenses import Tense, tense_of

WORDS = {
    Tense.PLANNED: """
要整改 应于 请报送 须报送 务必 拟召开 将于 将在 计划 安排 力争 争取 确保 原则上 不得 基本完成
""",
    Tense.HAPPENED: """
已完成 曾说 召开了 受到 发生
""",
    Tense.OPEN: """
重要 主要 首要 纪要 摘要 提要 概要 紧要 要求 要闻 要素 要点 要领 相应
反应 响应 适应 对应 供应 呼应 应用 应急 应对 应变 应届 申请 邀请 聘请
请示 模拟 虚拟 将材料交给
为了 除了 了解 召开了解 了
""",
}


@pytest.mark.parametrize(
    ("words", "tense"), [(words, tense) for tense, rows in WORDS.items() for words in rows.split()]
)
def test_what_words_say_of_their_time(words: str, tense: Tense) -> None:
    assert tense_of(words) is tense


def test_what_is_asked_for_is_not_told() -> None:
    assert tense_of("召开了大会，要在4月底前完成") is Tense.PLANNED
