"""What is said of a file that is no YAML, and the line that is named."""

from __future__ import annotations

import pytest

from notice_site.model import Problem
from notice_site.reading.reference.yaml_nodes import NodeError, parse_yaml


def fault(text: str) -> Problem:
    with pytest.raises(NodeError) as raised:
        parse_yaml(text, "jia.yml")
    return raised.value.problem


def test_a_wide_colon_is_looked_for_above_the_line_at_which_the_parser_stops() -> None:
    problem = fault("title：通知\nissuer: 甲\n")
    assert problem.line == 1
    assert "用了全角冒号" in problem.message


def test_a_key_as_it_should_be_ends_the_search() -> None:
    problem = fault("- title：通知\n- date: 甲\n  issuer: 乙: 丙\n")
    assert problem.line == 3
    assert "冒号" not in problem.message


def test_what_stands_below_the_line_at_which_the_parser_stops_has_no_part_in_it() -> None:
    problem = fault("]\ntitle：通知\n")
    assert problem.line == 1
    assert problem.message.startswith("缺一个值")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- {a: 1\n- b\n", 1, "“{”没有配上"),
        ("a: 'b\nc: d\n", 1, "引号没有配上"),
        ('a: "\\甲"\n', 1, "反斜线"),
        ("a: b: c\n", 1, "这里不能再有“: ”"),
        ("a: - b\n", 1, "这里不能以“- ”开头"),
        ("a: @b\n", 1, "值以 @"),
        ("- a\n b: c\n", 2, "这里不能再有“: ”"),
        ("a:\n  - b\n  c\nd\n", 4, "缺冒号"),
        ("a: '甲' 乙\n", 1, "引号后面还有文字"),
        ("[a b: c, d] e\n", 1, "多出了文字"),
        ("a: b\nc: \x01\n", 2, "控制字符（U+0001）"),
    ],
)
def test_what_the_parser_says_is_told_in_words_that_people_know(text: str, line: int, words: str) -> None:
    problem = fault(text)
    assert (problem.line, words in problem.message, bool(problem.advice)) == (line, True, True), problem
