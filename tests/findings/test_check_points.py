"""The points by which a document asks to check oneself."""

from __future__ import annotations

import pytest

from notice_site.findings.check_points import check_points, points_in
from tests.findings.documents import document


@pytest.mark.parametrize("question", ["是否", "是不是", "有没有", "有无", "能否", "能不能"])
@pytest.mark.parametrize("word", ["", "主要", "重点", "着重", "着力"])
def test_a_point_names_what_is_looked_into_and_what_for(word: str, question: str) -> None:
    [point] = points_in(f"要查作风，{word}看{question}改进，再整改。")
    assert (point["subject"], point["looked_for"]) == ("作风", f"{question}改进，再整改")


@pytest.mark.parametrize(
    "text",
    [
        "检查是否安全。",
        "查处违纪，看是否改进。",
        "查办案件，看是否改进。",
        "查阅材料，看是否改进。",
        "查作风，看一看。",
        "看是否改进。",
    ],
)
def test_what_is_no_point(text: str) -> None:
    assert [*points_in(text)] == []


@pytest.mark.parametrize(("count", "points"), [(20, 1), (21, 0)])
def test_how_long_the_words_for_what_is_looked_into_may_be(count: int, points: int) -> None:
    assert len([*points_in("查" + "甲" * count + "，看是否改进")]) == points


def test_a_point_quotes_its_block() -> None:
    [point] = check_points([document("a", "一是查作风，看是否改进。")])
    assert (point.subject, point.quote.text) == ("作风", "查作风，看是否改进")
    assert (point.quote.ref.start, point.quote.ref.end) == (2, 11)
