"""The words of a head: what a column holds, where a head ends, and which tables are task tables."""

from __future__ import annotations

import pytest

from notice_site.findings.task_table_heads import (
    ABOUT_OTHERS,
    LONGEST_HEAD,
    NEVER_TASKS,
    ROLES,
    Column,
    Role,
    Wording,
    columns_of,
    head_rows,
    is_task_table,
    role_of,
)
from notice_site.model import CellSpan

WORDINGS = {**{role.value: wording for role, wording in ROLES.items()}, "never": NEVER_TASKS, "others": ABOUT_OTHERS}
TAKEN = {f"{name} {head}": (wording, head) for name, wording in WORDINGS.items() for head in wording.takes.split()}
REFUSED = {f"{name} {head}": (wording, head) for name, wording in WORDINGS.items() for head in wording.refuses.split()}


@pytest.mark.parametrize(("wording", "head"), TAKEN.values(), ids=TAKEN)
def test_what_a_wording_takes(wording: Wording, head: str) -> None:
    assert wording.pattern.search(head)


@pytest.mark.parametrize(("wording", "head"), REFUSED.values(), ids=REFUSED)
def test_what_a_wording_refuses(wording: Wording, head: str) -> None:
    assert not wording.pattern.search(head)


@pytest.mark.parametrize("role", Role)
def test_a_head_that_a_role_takes_has_that_role(role: Role) -> None:
    assert [role_of(head) for head in ROLES[role].takes.split()] == [role] * len(ROLES[role].takes.split())


@pytest.mark.parametrize(
    ("head", "role"),
    {
        "责 任\n单 位": Role.LEAD,
        "完成时限（年月）": Role.DEADLINE,
        "（备注）": Role.REMARK,
        "": None,
        "措施" + "甲" * (LONGEST_HEAD - 2): Role.MEASURE,
        "措施" + "甲" * (LONGEST_HEAD - 1): None,
    }.items(),
)
def test_spaces_and_brackets_do_not_count_and_sentences_are_no_heads(head: str, role: Role | None) -> None:
    assert role_of(head) is role


def rows(*texts: str) -> list[tuple[str, ...]]:
    return [tuple(text.split("|")) for text in texts]


@pytest.mark.parametrize(
    ("table", "spans", "height"),
    [
        (rows("任务|责任单位", "学习|办公室", "调研|工会"), [], 1),
        (rows("任务|责任分工|", "|牵头单位|配合单位", "学习|办公室|工会"), [], 2),
        (rows("任务|责任分工|", "学习|办公室|工会", "调研|工会|"), [], 1),
        (rows("任务|责任分工|", "|甲|乙", "学习|办公室|工会"), [CellSpan(0, 0, 2, 1), CellSpan(0, 1, 1, 2)], 2),
        (rows("任务分解表||", "任务|责任单位|时限", "学习|办公室|三月"), [], 1),
        (rows("任务|责任单位", "|牵头单位"), [CellSpan(0, 0, 2, 1)], 1),
        (rows("任务|责任单位"), [], 1),
    ],
    ids=[
        "one row", "a divided cell", "a row with other words", "a merged cell", "a title is not divided",
        "a head is not all of a table", "nothing below",
    ],
)  # fmt: skip
def test_how_many_rows_a_head_has(table: list[tuple[str, ...]], spans: list[CellSpan], height: int) -> None:
    assert head_rows(table, spans, 0) == height


def test_a_column_is_told_by_the_lowest_head_that_says_it() -> None:
    table = rows("序号|责任分工||时限|", "|牵头单位|配合单位|起|止")
    assert columns_of(table, [CellSpan(0, 1, 1, 2), CellSpan(0, 3, 1, 2)], 0, 2) == (
        Column("序号", Role.NUMBER),
        Column("牵头单位", Role.LEAD),
        Column("配合单位", Role.SUPPORT),
        Column("起", Role.DEADLINE),
        Column("止", Role.DEADLINE),
    )


@pytest.mark.parametrize(
    ("heads", "expected"),
    {
        "任务 责任单位": True,
        "整改措施 责任人": True,
        "工作任务 完成时限": True,
        "成员单位 主要任务": True,
        "工作事项 分管领导": True,
        "项目 责任单位": True,
        "问题 责任人 整改时限": True,
        "问题 责任人 时间": False,
        "项目 单位": False,
        "整治方向 责任单位 完成时限": True,
        "整治方向 责任单位": False,
        "责任单位 完成时限 备注": False,
        "工作任务 责任单位 完成时限 联系电话": True,
        "工作任务 责任单位 联系电话": False,
        "工作任务 责任单位 完成时限 得分": False,
        "时间 工作内容": False,
        "任务 任务": False,
        "责任单位 责任人": False,
    }.items(),
)
def test_a_task_table_names_a_matter_and_a_unit_or_a_deadline(heads: str, expected: bool) -> None:
    assert is_task_table([Column(head, role_of(head)) for head in heads.split()]) is expected
