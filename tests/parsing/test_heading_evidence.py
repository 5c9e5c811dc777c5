"""How much the beginning of a labelled paragraph speaks for a heading, form by form and word by word."""

from __future__ import annotations

import pytest

from notice_site.parsing.heading_evidence import Entry, Shape
from notice_site.text.labels import match_label


def evidence(label: str, shape: Shape, heading: str | None, has_own: bool = True) -> float:
    found = match_label(f"{label}甲")
    assert found
    return round(Entry(found, shape, heading, has_own).evidence, 6)


PLAIN = "甲" * 12


@pytest.mark.parametrize(
    ("label", "shape", "heading", "has_own", "expected"),
    [
        ("一、", Shape.OTHER, None, True, -1.5),
        ("一、", Shape.LEAD, None, True, 0),
        ("一、", Shape.LINE, "甲", True, 1.5),
        ("1.", Shape.LINE, "甲", True, 1.5),
        ("一、", Shape.LINE, "甲", False, 0.3),
        ("（一）", Shape.LINE, "甲", False, 0),
        ("第一章　", Shape.LINE, "甲", False, 0.3),
        ("第一部分　", Shape.LINE, "甲", False, 0.3),
        ("第一节　", Shape.LINE, "甲", False, 0.3),
        ("一、", Shape.LEAD, "甲", True, 0.8),
        ("1.", Shape.LEAD, "甲", True, 0.3),
        ("一、", Shape.LEAD, "甲", False, -0.5),
        ("1.", Shape.COLON, "甲", True, 0.7),
        ("1.", Shape.RUN_IN, PLAIN, True, 1.0),
        ("1.", Shape.RUN_IN, PLAIN + "甲", True, 0.6),
        ("1.", Shape.RUN_IN, "甲" * 20, True, 0.6),
        ("1.", Shape.RUN_IN, "甲" * 21, True, 0.1),
        ("1.", Shape.RUN_IN, "甲" * 36, True, 0.1),
        ("1.", Shape.RUN_IN, "甲" * 37, True, -0.8),
        ("一、", Shape.RUN_IN, "甲" * 20, True, 0.6),
        ("一、", Shape.RUN_IN, "甲" * 21, True, 0.5),
        ("1.", Shape.RUN_IN, "加强" + "甲" * 18, True, 1.3),
        ("1.", Shape.RUN_IN, "甲，乙", True, 1.0),
        ("1.", Shape.RUN_IN, "甲，乙，丙", True, 0.0),
        ("一、", Shape.RUN_IN, "甲，乙，丙", True, 0.4),
        ("1.", Shape.RUN_IN, "甲应当乙", True, -0.2),
        ("1.", Shape.RUN_IN, "《甲》", True, 0.7),
        ("一、", Shape.RUN_IN, "《甲》", True, 1.0),
        ("1.", Shape.SENTENCE, "甲", False, -1.2),
        ("1.", Shape.SENTENCE, "甲" * 21, False, -1.5),
        ("1.", Shape.SENTENCE, "甲，乙，丙", False, -1.5),
        ("1.", Shape.SENTENCE, "甲", True, 0.8),
        ("1.", Shape.SENTENCE, "甲" * 21, True, 0.2),
        ("1.", Shape.SENTENCE, "甲" * 36, True, 0.2),
        ("1.", Shape.SENTENCE, "甲" * 37, True, -1.0),
        ("1.", Shape.SENTENCE, "甲必须乙", True, -0.4),
        ("1.", Shape.SENTENCE, "甲，乙，丙", True, -0.3),
    ],
)
def test_what_a_form_speaks_for(label: str, shape: Shape, heading: str | None, has_own: bool, expected: float) -> None:
    assert evidence(label, shape, heading, has_own) == expected


@pytest.mark.parametrize(
    "statement",
    [
        "申请的，补交",
        "申请者，补交",
        "申请人员，补交",
        "申请单位，补交",
        "申请企业，补交",
        "申请部门，补交",
        "申请机关,补交",
        "甲应当乙",
        "甲不得乙",
        "甲必须乙",
        "甲是指乙",
        "甲有权乙",
        "未报送的",
        "本办法适用于甲",
        "本规定适用于甲",
        "本细则适用于甲",
        "本条例适用于甲",
        "本方案适用于甲",
        "本通知适用于甲",
        "自公布之日起施行",
        "自公布之日起实施",
        "自公布之日起执行",
        "由办公室负责解释",
        "2019年7月，甲被开除",
        "7月，甲被开除",
        "12月底完成",
    ],
)
def test_a_statement(statement: str) -> None:
    found = match_label("1.甲")
    assert found
    assert Entry(found, Shape.SENTENCE, statement, False).is_statement


@pytest.mark.parametrize("heading", ["加强监督，严肃纪律", "申请的条件", "目的", "修订办法", "单位，"])
def test_no_statement(heading: str) -> None:
    found = match_label("1.甲")
    assert found
    is_statement = Entry(found, Shape.SENTENCE, heading, False).is_statement
    assert is_statement == (heading == "目的")  # 的 at the end: a short heading is taken for the clause of a rule


_DIRECTING = """
加强 加快 加大 完善 严格 严肃 严明 严禁 深化 深入 开展 推进 推动 推行 推广 落实 建立 建设 建好
健全 强化 积极 切实 认真 坚持 坚决 明确 提高 提升 规范 优化 创新 构建 实施 实行 实现 做好 做优
做强 抓好 抓住 抓紧 促进 突出 发挥 发展 培育 培养 打造 支持 鼓励 引导 扩大 改革 改进 改善 统筹
统一 组织 制定 保障 确保 注重 把握 增强 全面 大力 进一步 广泛 着力 密切 丰富 拓展 拓宽 营造
夯实 巩固 树立 充分 启动 多措 牢牢 围绕 科学 合理 依法 集中 聚焦 激发 激励 放宽 简化 减轻 清理
整顿 整治 查处 维护 解决 转变 调整 控制 防止 防范 降低 高度 正确 主动 妥善 稳步 有序 分步 分类
宣传 配合 探索 关于
"""


@pytest.mark.parametrize("word", _DIRECTING.split())
def test_a_heading_that_directs(word: str) -> None:
    assert evidence("1.", Shape.RUN_IN, f"{word}工作") == 1.3
    assert evidence("1.", Shape.RUN_IN, f"各级{word}工作") == 1.0
