"""Which labelled paragraphs have headings: the lengths that decide, and the siblings where length does not."""

from __future__ import annotations

import pytest

from notice_site.parsing.headings import paragraph_labels, run_in_headings
from notice_site.parsing.line_joining import Paragraph


def headings(*texts: str) -> list[str | None]:
    labels = paragraph_labels(tuple(Paragraph(text, (i, i)) for i, text in enumerate(texts, 1)))
    return [label.heading if label else None for label in labels]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一、提高认识。各级要学习。", "提高认识"), ("一、提高认识", "提高认识"), ("一、提高认识：", "提高认识"),
        ("一、" + "甲" * 72 + "。乙。", "甲" * 72), ("一、" + "甲" * 73 + "。乙。", None),
        ("（一）" + "甲" * 72 + "。乙。", None), ("1." + "甲" * 20 + "。乙。", "甲" * 20),
        ("一、" + "甲" * 60, "甲" * 60), ("一、" + "甲" * 61, None), ("一、" + "甲" * 121, None),
        ("一、提高认识，", None), ("一、提高认识、", None), ("第一条 提高认识。各级要学习。", None),
        ("1.责任单位：教育局。", "责任单位"), ("1." + "甲" * 15 + "：乙。", "甲" * 15),
        ("1." + "甲" * 16 + "：乙。", None),
        ("1.的人员，实行试用。乙。", None), ("1.学习《条例》。各级要学习。", None), ("1.甲，乙，丙。各级。", None),
        ("1.甲，乙丙。各级。", "甲，乙丙"),
        ("没有序数。", None),
    ],
)  # fmt: skip
def test_one_paragraph(text: str, heading: str | None) -> None:
    assert headings(text)[0] == heading


def test_an_item_with_text_below_it_has_a_heading() -> None:
    assert headings("1.甲乙", "各级要学习。", "2.丙丁", "各级要检查。") == ["甲乙", None, "丙丁", None]


def test_the_last_entry_of_a_list_has_none() -> None:
    assert headings("1." + "甲" * 61 + "；", "2." + "乙" * 61, "各级。")[1] is None


def test_a_long_list_without_headings_has_none_anywhere() -> None:
    plain = [f"{i}.{'甲' * 37}。乙。" for i in range(1, 10)]
    assert headings(*plain[:8], "9.短句。各级要学习。")[8] is None
    assert headings(*plain[:7], "8.短句。各级要学习。")[7] == "短句"


def test_bare_numbers_are_labels_among_decimals() -> None:
    decimals = ["1.1 甲乙。", "1.2 丙丁。", "1.3 戊己。"]
    assert paragraph_labels(tuple(Paragraph(t, (1, 1)) for t in ["1 总则", *decimals]))[0] is not None
    assert paragraph_labels(tuple(Paragraph(t, (1, 1)) for t in ["1 总则", *decimals[:2]]))[0] is None


def run_in(*texts: str) -> list[str | None]:
    paragraphs = tuple(Paragraph(text, (1, 1)) for text in texts)
    return list(run_in_headings(paragraphs, (None,) * len(paragraphs)))


def test_run_in_headings_need_company_and_text() -> None:
    first, second = "落实责任。" + "甲" * 30, "加强督查。" + "甲" * 30
    assert run_in(first, second) == ["落实责任", "加强督查"]
    assert run_in(first) == [None]
    assert run_in(first, second[:-1]) == [None, None], "twenty-nine characters follow"
    assert run_in(first, second, "甲。", "乙。") == ["落实责任", "加强督查", None, None], "half of the section"
    assert run_in(first, second, "甲。", "乙。", "丙。") == [None] * 5
    assert run_in("甲" * 22 + first[4:], second)[0] == "甲" * 22
    assert run_in("甲" * 23 + first[4:], second)[0] is None
    assert run_in("甲乙丙" + first[4:], second)[0] is None
