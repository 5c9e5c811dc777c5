"""Series of items inside a paragraph: which are met, where they end, and what only looks like one."""

from __future__ import annotations

import pytest

from notice_site.parsing.inline_items import inline_items


@pytest.mark.parametrize("verb", "是要问抓看查")
def test_each_verb_of_a_series(verb: str) -> None:
    assert [i.label for i in inline_items(f"要求：一{verb}甲。二{verb}乙。")] == [f"一{verb}", f"二{verb}"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("第一，学习。第二，检查。", ["第一", "第二"]), ("第一、学习。第二、检查。", ["第一", "第二"]),
        ("第一,甲。第二,乙。", ["第一", "第二"]),
        ("包括：（1）甲，（2）乙。", ["（1）", "（2）"]), ("包括：①甲，②乙，③丙", ["①", "②", "③"]),
        ("包括:(1)甲，(2)乙", ["(1)", "(2)"]), ("任务。（一）甲。（二）乙。", ["（一）", "（二）"]),
        ("依照第（一）、（二）项", []), ("见（一），（二）", []),
        ("甲，一是“乙”二是丙", ["一是", "二是"]), ("一是甲！二是乙？三是丙", ["一是", "二是", "三是"]),
        ("一是甲，不再继续。", []), ("一是甲。三是乙。", []), ("二是甲。三是乙。", []), ("一是甲。二要乙。", []),
        ("这一是甲，这二是乙", []),
        ("一是一，二是二", []), ("第一，甲。第二、乙。", []), ("见（1）和（2）", []),
        ("第一次，甲。第二次，乙。", []),
    ],
)  # fmt: skip
def test_series(text: str, labels: list[str]) -> None:
    assert [item.label for item in inline_items(text)] == labels


def test_the_first_sentence_of_an_item_is_its_heading_where_more_follows() -> None:
    found = inline_items("如下：一是加强领导。二是明确责任。各级要落实。三是严肃纪律。")
    assert [item.heading for item in found] == [None, "明确责任", None]


def test_items_begin_at_their_labels() -> None:
    assert [item.start for item in inline_items("如下：一是甲。二是乙。")] == [3, 7]


def test_the_longest_series_is_taken() -> None:
    text = "一是甲：①子，②丑，③寅。二是乙。"
    assert [item.label for item in inline_items(text)] == ["①", "②", "③"]


def test_after_semicolons_the_list_ends_with_the_full_stop() -> None:
    assert [(i.start, i.label, i.heading) for i in inline_items("一是甲乙；二是丙丁。其余照旧。")] == [
        (0, "一是", None), (5, "二是", None), (10, None, None),
    ]  # fmt: skip
    assert len(inline_items("一是甲乙；二是丙丁。")) == 2, "nothing follows"
    assert len(inline_items("一是甲乙;二是丙丁")) == 2, "no full stop"
    assert len(inline_items("一是甲乙。二是丙丁；三是戊己。其余照旧。")) == 3, "not all are set off by ；"


@pytest.mark.parametrize(
    ("sentence", "is_heading"),
    [
        ("甲乙", True), ("甲", False), ("甲" * 24, True),
        ("甲" * 25, False), ("甲乙，丙", False), ("甲乙：丙", False), ("甲？乙", False),
    ],
)  # fmt: skip
def test_a_short_first_sentence_is_a_heading(sentence: str, is_heading: bool) -> None:
    item = inline_items(f"一是{sentence}。各级都要做到。二是做好其他工作，抓紧抓实。")[0]
    assert item.heading == (sentence if is_heading else None)


def test_a_sentence_that_ends_the_paragraph_is_no_heading() -> None:
    assert inline_items("一是学习。各级都要。二是检查。")[1].heading is None


@pytest.mark.parametrize("counted", ["个", "项", "种", "类", "方面", "大"])
def test_sentences_that_a_colon_announces(counted: str) -> None:
    text = f"抓好两{counted}工作：抓理论教育。组织学习。抓专题教育。组织讨论。"
    items = inline_items(text)
    assert [(i.label, i.heading) for i in items] == [(None, "抓理论教育"), (None, "抓专题教育")]
    assert [text[i.start] for i in items] == ["抓", "抓"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("抓好三项教育：抓理论教育。组织学习。抓专题教育。组织讨论。", id="另有一项未列出"),
        pytest.param("抓好一项教育：抓理论教育。组织学习。", id="只有一项"),
        pytest.param("抓好两项教育：抓理论教育，组织学习。抓专题教育。组织讨论。", id="首句不短"),
        pytest.param("抓好两项教育：抓理论教育。组织学习。设专题教育。组织讨论。", id="首字不同"),
        pytest.param("抓好两项教育。抓理论教育。组织学习。抓专题教育。组织讨论。", id="没有冒号"),
        pytest.param("抓好两项" + "甲" * 13 + "：抓理论教育。组织学习。抓专题教育。组织讨论。", id="冒号过远"),
        pytest.param("抓好两项教育：抓好。组织学习。抓紧。组织讨论。", id="句子过短"),
        pytest.param(f"抓好两项教育：抓{'甲' * 12}。组织学习。抓专题教育。组织讨论。", id="句子过长"),
    ],
)
def test_what_a_colon_does_not_announce(text: str) -> None:
    assert inline_items(text) == ()


def test_the_edges_of_announced_sentences() -> None:
    assert len(inline_items("抓好2项" + "甲" * 12 + "：抓甲乙。组织学习。抓" + "丙" * 11 + "。组织讨论。")) == 2
    assert len(inline_items("共三项，抓好两项：抓甲乙。组织学习。抓丙丁。组织讨论。")) == 2
