"""Labels in a text without line breaks, and where their headings end."""

from __future__ import annotations

import pytest

from notice_site.parsing.running_labels import heading_end, running_labels


def labels(text: str) -> list[str]:
    return [found.label.text for found in running_labels(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("如下：一、主题二、对象三、要求", ["一、", "二、", "三、"]),
        ("一、主题(一)学习1.读书2.讨论(二)检查二、要求", ["一、", "(一)", "1.", "2.", "(二)", "二、"]),
        ("五、工作要求", []), ("一、主题", []), ("分为一、二、三等", []), ("第一、学习第二、检查", []),
        ("如下：一、要求1.加强领导。各级要重视。二、其他", ["一、", "1.", "二、"]),
        ("如下：一、要求认真，1.加强领导。二、其他", ["一、", "二、"]),
        (f"如下：一、{'甲' * 20}1.加强领导。二、其他", ["一、", "1.", "二、"]),
        (f"如下：一、{'甲' * 21}1.加强领导。二、其他", ["一、", "二、"]),
        ("一、目标二、职责附件1方案一、原则二、技术", ["一、", "二、", "一、", "二、"]),
        ("一、时间10:00二、地点", ["一、", "二、"]),
        ("不小于6.5米。1.甲2.乙", ["1.", "2."]), ("附件1.表。2.甲", []),
        ("1.2021年完成2.2022年验收", ["1.", "2."]),
        ("一、甲（一）学习。（二）检查。二、乙\u3000（三）总结。", ["一、", "（一）", "（二）", "二、", "（三）"]),
        ("一、甲（一）学习。（二）检查。二、乙（三）总结。", ["一、", "（一）", "（二）", "二、", "（三）"]),
        ("一、甲（一）学习。（二）检查。二、依照（三）总结", ["一、", "（一）", "（二）", "二、"]),
        ("如下：1.加强领导。2明确责任；3抓好落实。", ["1.", "2.", "3."]), ("如下：（1）甲（2）乙", ["（1）", "（2）"]),
    ],
)  # fmt: skip
def test_labels_that_count_on(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一、继续教育对象我省辖区内人员。二、甲", "一、继续教育对象"),
        ("一、参加对象全县各级团组织二、甲", "一、参加对象"),
        ("一、工作目标以消除隐患为目标。二、甲", "一、工作目标"),
        ("一、目标任务和工作要求坚持不懈。二、甲", "一、目标任务和工作要求"),
        ("一、分批实现结算2020年11月底前，实现。二、甲", "一、分批实现结算"),
        ("一、继续教育培训学习对象全体教师。二、甲", "一、继续教育培训学习对象"),  # eight characters before 对象
        ("一、继续教育培训学习班对象全体教师。二、甲", None),
        ("一、加强组织领导。各级要重视。二、甲", None),
        ("一、工作任务分解(一)甲(二)乙二、丙", None),
        ("（一）教育内容教育内容有：甲。（二）乙", "（一）教育内容"),
    ],
)
def test_where_a_heading_ends(text: str, heading: str | None) -> None:
    first, second = running_labels(text)[:2]
    end = heading_end(text, first, second)
    assert (text[:end] if end else None) == heading


_NOUNS = """
指导思想 工作目标 活动目的 主要任务 工作要求 基本原则 参加对象 适用范围 活动主题 学习内容 活动时间
活动地点 工作安排 方法步骤 申报程序 工作流程 组织方式 工作方法 活动形式 保障措施 主要职责 任务分工
组织领导 组织保障 申报条件 评选标准 工作重点 工作纪律 重要意义 领导机构 推荐名额 具体措施 工作分工
工作机构
"""


@pytest.mark.parametrize("noun", _NOUNS.split())
def test_a_noun_that_ends_a_heading(noun: str) -> None:
    text = f"一、{noun}全县各级团组织踊跃报名二、甲"
    first, second = running_labels(text)
    assert heading_end(text, first, second) == len(f"一、{noun}")


@pytest.mark.parametrize(
    "word",
    [
        "的",
        "和",
        "及",
        "与",
        "、",
        "（",
        "(",
        "性",
        "上",
        "下",
        "中",
        "等",
        "为",
        "是",
        "思想",
        "目标",
        "任务",
        "要求",
        "安排",
        "程序",
        "标准",
        "内容",
        "时间",
    ],
)
def test_a_noun_that_goes_on_ends_no_heading(word: str) -> None:
    text = f"一、工作重点{word}全县各级团组织踊跃报名二、甲"
    first, second = running_labels(text)
    assert heading_end(text, first, second) != len("一、工作重点")
