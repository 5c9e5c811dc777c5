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
    assert problem.message.startswith("YAML 语法错误")
