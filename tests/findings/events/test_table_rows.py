"""Times in task tables: what is due then is the task of the row, and who acts is its unit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.findings.events.find import find_events
from notice_site.model import Block, BlockKind, Corpus, Event, Notice
from tests.findings.documents import document


def with_table(*rows: str) -> Notice:
    cells = tuple(tuple(row.split("|")) for row in rows)
    table = Block("tbl_1", BlockKind.TABLE, "\n".join("\t".join(row) for row in cells), rows=cells)
    return replace(document("a", date="2021-01-05"), blocks=(table,))


def events(*rows: str) -> list[Event]:
    return [event for event in find_events(Corpus((), (with_table(*rows),))) if event.ref.block == "tbl_1"]


def told(event: Event) -> str:
    return f"{event.kind}: {event.start or ''}..{event.end or ''} | {event.wording} | {event.who} | {event.what}"


def test_what_is_due_is_the_task_and_not_the_cell_beside_the_date() -> None:
    found = events(
        "任务|完成时间|责任科室|配合", "完成水库巡查。|6月30日前|工程科|各科室", "评议作风|2021年10月15日|党委|人事科"
    )
    assert [told(event) for event in found] == [
        "deadline: ..2021-06-30 | 6月30日前 | 工程科 | 完成水库巡查",
        "deadline: ..2021-10-15 | 2021年10月15日 | 党委 | 评议作风",
    ]
    assert [event.quote for event in found] == ["6月30日前", "2021年10月15日"]


@pytest.mark.parametrize(
    ("head", "words", "expected"),
    [
        ("完成时限", "2021年10月", "deadline: ..2021-10"),
        ("完成时限", "2021年10月上旬", "deadline: ..2021-10-10"),
        ("完成时限", "2021年3月至6月", "period: 2021-03..2021-06"),
        ("时间安排", "2021年10月上旬", "period: 2021-10-01..2021-10-10"),
        ("时间安排", "10月底前", "deadline: ..2021-10-31"),
        ("完成时限", "每月", "recurring: .."),
    ],
)
def test_the_head_of_the_column_says_whether_a_time_is_a_deadline(head: str, words: str, expected: str) -> None:
    [found] = events(f"工作任务|责任单位|{head}", f"开展自查|办公室|{words}")
    assert told(found) == f"{expected} | {words} | 办公室 | 开展自查"


def test_a_time_within_the_task_has_the_unit_of_the_row_where_it_lies_ahead() -> None:
    found = events("工作任务|责任单位", "每月开展自查|办公室", "梳理2019年3月的扣分情况|人事科")
    assert [(event.wording, event.who) for event in found] == [("每月", "办公室"), ("2019年3月", None)]


def test_a_table_that_is_no_task_table_tells_its_times_by_their_words() -> None:
    [found] = events("届次|召开日期|地点", "第一次|2021年10月15日|礼堂")
    assert found.kind != "deadline"
