"""The table of boilerplate: each rule drops its examples and no other, and each fault is reported with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.model import Line
from notice_site.reading import read_boilerplate
from notice_site.reading.boilerplate.lines import separate_boilerplate
from notice_site.reading.extracted_text import Paragraph
from notice_site.reading.reference.boilerplate import shipped_boilerplate

SHIPPED = Path(__file__).parents[3] / "source_texts/reference/boilerplate.yml"
RULES = [rule for rule in shipped_boilerplate().lines if rule.pattern]
GOOD = "- {reason: 提示, whole: 欢迎.*, takes: [欢迎您], refuses: [欢]}"


def listed(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "boilerplate.yml"
    path.write_text(text, "utf-8")
    return path


def test_the_shipped_table_has_no_fault() -> None:
    assert read_boilerplate(SHIPPED)[1] == ()


@pytest.mark.parametrize(("reason", "text"), [(rule.reason, text) for rule in RULES for text in rule.takes])
def test_a_line_that_a_rule_takes_is_dropped_for_its_reason(reason: str, text: str) -> None:
    [dropped] = separate_boilerplate([Paragraph(Line(text, 1))], shipped_boilerplate()).dropped
    assert dropped.reason == reason


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule.refuses])
def test_a_line_that_a_rule_refuses_stays(text: str) -> None:
    assert separate_boilerplate([Paragraph(Line(text, 1))], shipped_boilerplate()).dropped == ()


def test_a_line_is_added_by_one_entry(tmp_path: Path) -> None:
    table, problems = read_boilerplate(listed(tmp_path, f"lines:\n{GOOD}\n"))
    parts = separate_boilerplate([Paragraph(Line("欢 迎 您", 1)), Paragraph(Line("通知", 2))], table)
    assert ([d.reason for d in parts.dropped], [line.text for line in parts.lines]) == (["提示"], ["通知"])
    assert problems == ()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{whole: 甲, takes: [甲]}", "缺少键 reason"),
        ("{reason: 甲}", "应写 whole、part、rule 中的一个"),
        ("{reason: 甲, whole: 甲, part: 甲, takes: [甲]}", "应写 whole、part、rule 中的一个"),
        ("{reason: 甲, whole: 甲}", "缺少键 takes"),
        ("{reason: 甲, whole: 甲, takes: [甲乙]}", "例子“甲乙”不合此式"),
        ("{reason: 甲, part: 甲, takes: [甲], refuses: [乙, 乙甲]}", "例子“乙甲”却合此式"),
        ("{reason: 甲, whole: '(', takes: [甲]}", "正则表达式有误"),
        ("{reason: 甲, rule: button}", "是否应为 buttons"),
    ],
)
def test_a_faulty_rule_is_left_out_and_reported(tmp_path: Path, entry: str, said: str) -> None:
    table, [problem] = read_boilerplate(listed(tmp_path, f"lines:\n{GOOD}\n- {entry}\n"))
    assert [rule.reason for rule in table.lines] == ["提示"]
    assert (problem.file, problem.line) == ("reference/boilerplate.yml", 3)
    assert said in str(problem)


def test_a_faulty_list_of_words_leaves_the_others(tmp_path: Path) -> None:
    table, [problem] = read_boilerplate(listed(tmp_path, "link_lists: {a: b}\nbuttons: {plain: [打印]}\n"))
    assert (table.buttons, table.link_lists, problem.line) == (frozenset(["打印"]), frozenset(), 1)
