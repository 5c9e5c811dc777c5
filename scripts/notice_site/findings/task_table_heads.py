"""Tells what the columns of a table hold by the words of its head, and whether it is a table of tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from notice_site.model import CellSpan
from notice_site.text.spacing import squeeze


class Role(StrEnum):
    """What a column of a task table holds."""

    NUMBER = "number"
    LEAD = "lead"  # the unit that has to act
    UNIT = "unit"  # a unit, of which only the other columns tell that it has to act
    PERSON = "person"
    SUPERVISOR = "supervisor"
    SUPPORT = "support"  # the units that help
    DEADLINE = "deadline"
    SCHEDULE = "schedule"  # a time that need not be a deadline
    STAGE = "stage"
    STATUS = "status"
    MEASURE = "measure"
    PROBLEM = "problem"
    TASK = "task"
    TOPIC = "topic"  # what a task may be named by, and much else: 项目, 内容
    REMARK = "remark"


class Wording(NamedTuple):
    """The words by which a head is told, with heads that it takes and heads that it must not take."""

    pattern: re.Pattern[str]
    takes: str
    refuses: str


def _wording(pattern: str, takes: str, refuses: str) -> Wording:
    return Wording(re.compile(pattern, re.VERBOSE), takes, refuses)


_UNITS = (
    "单位|部门|科室|处室|股室|室|机构|主体|机关|站所|院系|系部|支部|党组织"
    "|小组|工作组|组|专班|岗位|乡镇|镇街|街道|企业|学校|年段|团队|中心"
)
ROLES = {
    Role.NUMBER: _wording("^(?:序号?|编号|项次|号|No\\.?)$", "序号 编号 No.", "文号 信号"),
    Role.LEAD: _wording(
        rf"""
          (?: 责任 | 负责 | 牵头 | 主办 | 主责 | 承办 | 主管 | 实施 | 落实 | 执行 | 整改 | 归口 | 包抓 | 包保 | 攻坚)
          (?: 的 | 、 | 落实 | 实施 | 整改 | 执行 | 处室/)? (?: {_UNITS})
        | 组织 (?:实施)? (?: 单位 | 部门 | 科室)
        | ^ (?: 牵头 | 主办 | 责任 | 职责 | 任务)? 分工 $
        | ^ (?: 牵头 | 主办 | 责任 (?: 落实 | 方)) $
        """,
        "责任单位 牵头部门 负责处室/年段 责任单位及责任人 整改落实单位 责任分工 牵头",
        "责任人 单位 配合单位 任务分工表 组织机构 整改措施 报送单位",
    ),
    Role.SUPPORT: _wording(
        "配合|协办|协助|协同|协作|会办|(?:参与|参加|支持)[单部科处]",
        "配合单位 协办部门 参加单位",
        "责任单位 参加时间",
    ),
    Role.PERSON: _wording(
        """
        (?: 责任 | 负责 | 牵头 | 主办 | 承办 | 经办 | 执行 | 实施 | 落实 | 督办)
        (?: 同志 | 人 | 人员 | 教师 | 干部) (?: 姓名)? $
        """,
        "责任人 负责人 整改责任人 第一责任人 牵头负责同志",
        "联系人 参加人员 责任单位 负责",
    ),
    Role.SUPERVISOR: _wording(
        "(?:领导|校长|局长|院长|县长|市长|区长|书记)$", "分管领导 责任领导 包案县长", "领导小组 领导批示 校长室"
    ),
    Role.UNIT: _wording(
        "^(?:成员|各|相关)?(?:单位|部门|科室|处室|组别|工作组|小组|乡镇|镇街|岗位)(?:名称)?$",
        "单位 部门名称 成员单位 组别",
        "工作单位 单位数 计量单位",
    ),
    Role.DEADLINE: _wording(
        """
          时限 | 期限 | 限期 | 办结 | 节点 | 截止 | 截至 | 时间要求
        | (?: 完成 | 整改 | 落实 | 销号 | 上报 | 报送) (?: 的? 时间 | 日期 | 时段 | 进度)
        """,
        "完成时限 整改期限 完成时间 时间节点 办结日期 时限要求 任务完成时间",
        "时间 活动时间 完成情况 工作进度",
    ),
    Role.STAGE: _wording("^(?:工作|活动|实施|推进)?(?:阶段|环节|步骤)$", "阶段 工作环节", "阶段目标 阶段时间"),
    Role.SCHEDULE: _wording(
        "时间(?!数)|日期|^月份$|^周次$|^时段$|进度(?:安排|计划|要求)$|工期|^计划安排$",
        "时间 日期 时间安排 活动时间 进度安排 月份",
        "工作进度 工作计划",
    ),
    Role.STATUS: _wording(
        "(?:情况|进展|进度|成效|结果|状态|销号|评价|[率数量额值分])$",
        "完成情况 进展 工作进度 完成率 任务数 目标值",
        "任务 进度安排 情况说明",
    ),
    Role.MEASURE: _wording(
        """
          措施 | 举措 | 做法 | 细化 | 抓手 | 任务分解
        | (?: 具体 | 工作 | 任务 | 目标 | 落实 | 整改 | 内容[及和]) 要求
        | (?: 工作 | 方法 | 推进 | 实施) 步骤
        | (?: 整改 | 工作 | 实施) (?: 计划 | 方案 | 思路) $
        """,
        "工作措施 任务落实及措施目标细化 具体要求 问题整改措施 推进举措 整改计划",
        "要求 时间要求 工作任务 计划投资",
    ),
    Role.PROBLEM: _wording(
        "(?:问题|短板|不足|隐患|反馈意见)(?:清单|表现|描述|现状)?$",
        "存在问题 问题清单 巡察反馈意见",
        "问题整改任务 问题来源",
    ),
    Role.REMARK: _wording(
        "备注|说明|依据|来源|成果|^单位[:：]|^填报", "备注 情况说明 政策依据 预期成果", "任务 工作内容"
    ),
    Role.TASK: _wording(
        "任务|事项|重点|要点|行动|职责|清单|工作(?!单位|人员|地点|经费|量|证)",
        "工作任务 重点事项 任务名称 工作内容 主要职责 年度重点工作",
        "内容 项目 工作单位 工作人员",
    ),
    Role.TOPIC: _wording(
        "内容|项目|名称|活动|目标|指标|要求|标准|工程|课题",
        "内容 子项目名称 目标 要求",
        "时间 备注",
    ),
}
"""The words of each role; the first that fits counts: 任务完成时间 is a deadline, 任务完成情况 a status."""

# Tables that are about something else, whatever their other columns say.
NEVER_TASKS = _wording(
    """
      审批 | 许可 | 职权 | 追责 | 实施依据 | 办理条件 | 办理材料
    | 法定 | 承诺时限 | 设定依据 | 申请 | 申报条件 | 收费 | 处罚 | 行使
    | 课时 | 学时 | 授课 | 主讲 | 课程 | 科目 | 考场 | 监考 | 议程 | 议题
    | 得分 | 扣分 | 评分 | 分值 | 招聘 | 招生 | 任职 | 报名 | 录取 | 中标 | 投标
    """,
    "审批事项 收费项目 主讲人 分值 任职条件 追责情形",
    "工作任务 责任单位",
)
# Tables that tell something else of units and people, where not both the unit and its deadline are named.
ABOUT_OTHERS = _wording(
    """
      电话 | 手机 | 联系 | 传真 | 邮箱 | 邮编 | 姓名 | 性别 | 年龄 | 职务 | 职称 | 工作单位 | 身份证 | 学历
    | 单价 | 金额 | 预算 | 投资 | 经费 | 数量 | 型号 | 规格 | 权重
    | 地点 | 场所 | 会场 | 主持 | 汇报 | 参会 | 签字 | 签名
    """,
    "联系电话 姓名 活动地点 投资额 主持人",
    "工作任务 责任单位 完成时限",
)

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|[*＊“”\"]")

FEWEST_HEADS = 2
"""A title over all columns is no head."""

LONGEST_HEAD = 24
"""Characters: 任务落实及措施目标细化 has 11, a sentence more."""


class Column(NamedTuple):
    """The words of a head over one column, the lowest row's, and what the column holds; None where they do not say."""

    head: str
    role: Role | None


def role_of(head: str) -> Role | None:
    """What the column of that head holds, or None.

    >>> [role_of(head) for head in ("责任 单位（人）", "任务完成时间", "任务完成情况", "时间", "地点")]
    [<Role.LEAD: 'lead'>, <Role.DEADLINE: 'deadline'>, <Role.STATUS: 'status'>, <Role.SCHEDULE: 'schedule'>, None]
    """
    words = _BRACKETS.sub("", squeeze(head)) or squeeze(head)
    if len(words) > LONGEST_HEAD:
        return None
    return next((role for role, wording in ROLES.items() if wording.pattern.search(words)), None)


def head_rows(rows: Sequence[Sequence[str]], spans: Sequence[CellSpan], start: int) -> int:
    """How many rows a head has that begins in that row: as many as its highest cell, or two where a cell is divided.

    责任分工 stands over 牵头单位 and 配合单位.
    """
    height = max((span.height for span in spans if span.row == start and span.row + span.height < len(rows)), default=1)
    if height > 1 or start + 1 >= len(rows):
        return height
    above = [text for text in rows[start] if text]
    below = [(rows[start][k], text) for k, text in enumerate(rows[start + 1]) if text]
    divides = all(role_of(text) for _, text in below) and any(not text_above for text_above, _ in below)
    return 2 if len(above) >= FEWEST_HEADS and divides else 1


def columns_of(rows: Sequence[Sequence[str]], spans: Sequence[CellSpan], start: int, height: int) -> tuple[Column, ...]:
    """The columns under a head of so many rows; a cell over several columns stands over each of them."""
    columns = []
    for k in range(len(rows[start])):
        texts = [_over(rows, spans, start + i, k) for i in range(height)]
        texts = [squeeze(text) for text in dict.fromkeys(texts) if text]
        role = next((role for text in reversed(texts) if (role := role_of(text))), None)
        columns.append(Column(texts[-1] if texts else "", role))
    return tuple(columns)


def _over(rows: Sequence[Sequence[str]], spans: Sequence[CellSpan], row: int, column: int) -> str:
    for span in spans:
        if span.row <= row < span.row + span.height and span.column <= column < span.column + span.width:
            return rows[span.row][span.column]
    return rows[row][column]


def is_task_table(columns: Sequence[Column]) -> bool:
    """Whether the columns say what is to be done, and by whom or by when.

    >>> def heads(words): return [Column(head, role_of(head)) for head in words.split()]
    >>> is_task_table(heads("序号 任务 完成时间 责任科室")), is_task_table(heads("整治重点 责任部门 完成时限"))
    (True, True)
    >>> is_task_table(heads("时间 内容 地点 主持人")), is_task_table(heads("单位 任务数 完成数"))
    (False, False)
    """
    roles = {column.role for column in columns}
    heads = "　".join(column.head for column in columns)
    if len({column.head for column in columns if column.head}) < FEWEST_HEADS or NEVER_TASKS.pattern.search(heads):
        return False
    if Role.LEAD in roles and Role.DEADLINE in roles:
        return bool(roles & {Role.TASK, Role.MEASURE, Role.TOPIC, Role.PROBLEM, None})
    if ABOUT_OTHERS.pattern.search(heads):
        return False
    if roles & {Role.TASK, Role.MEASURE}:
        return bool(roles & {Role.LEAD, Role.PERSON, Role.SUPERVISOR, Role.UNIT, Role.DEADLINE})
    named = roles & {Role.TOPIC, Role.PROBLEM}
    return bool(named and (Role.LEAD in roles or (Role.DEADLINE in roles and roles & {Role.PERSON, Role.SUPERVISOR})))
