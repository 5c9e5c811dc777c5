"""Each word of the rules that are lists of words: texts that a rule takes (‹ and › where not whole), and others.

A word of such a list decides about few sentences; whoever takes it out by mistake sees it here.
"""

from __future__ import annotations

import re

import pytest

from notice_site.findings.citations import cited_works
from notice_site.findings.events import words as events
from notice_site.findings.tasks import circumstances, clause_groups, demands, items, objects, parties, targets, topics
from tests.word_rows import WordRows, assert_takes, rows

TAKEN: WordRows = [
    (
        "how a phrase with 对 ends", circumstances._PHRASE_ENDS,
        "执行‹情况› 有关‹事项› 违法‹行为› 办理‹过程› 检查‹结果› 生产安全‹事故› 违反规定‹的单位›",
    ),
    (
        "grounds", circumstances._GROUNDS,
        """
        按原则 按照要求 根据需求 根据需要 依据精神 依照规定 遵循部署 遵照实际 结合情况 针对特点 围绕方针
        本着思路 着眼标准 立足目标
        按照主题 根据现状 按照职责 按照分工 按照安排 按照指示 按照意见 按照规划 按照方案 按照办法
        按照条例 按照文件 按照◇
        """,
    ),
    (
        "what is done to the object of 对", circumstances._TREATED,
        "进行 给予 予以 实施 实行 加以 采取 开展 建立 提出 一律 从严 负责 加强 加大 提高 做好",
    ),
    ("what is given", circumstances._GIVES, "提供 创造 奠定 营造 作出 做出 打下 积累 助力 服务 贡献"),
    (
        "a setting", circumstances._SETTING,
        """
        在指导下 于开会同时 在活动期间 在学习过程中 在开会之前 在开会之后 在活动之中 在此基础上
        受总理委托 受市委指派 受学校邀请
        """,
    ),
    (
        "what leads on", demands._LEADS_ON,
        """
        结合实际， 通过学习， 根据要求， 按照要求， 依据办法， 经研究， 经过研究， 为推进， 围绕主题，
        针对问题， 对照标准， 在会上，
        """,
    ),
    (
        "what is said of every notice", demands._CLOSING,
        """
        请注意 请特别注意 请批转 请予批复 请批示 请审批 请审示 请审阅 请认真贯彻执行 请落实 请办理
        请实施 请报告 请遵照
        """,
    ),
    (
        "what is, was or has happened", demands._STATEMENT,
        """
        ‹是›活动 活‹动是›节点 具有意义 ‹有着›作用 负有责任 具有主体责任 以人‹为本› ‹只有目标没有›办法
        ‹有待›提高 不仅需要 小组由五人组成 召开‹了›会
        去年‹以来，› ‹受到›表彰 ‹被免›职 ‹被处›分 ‹被判›刑 ‹被追›究 ‹被给›予 监管‹不力，› 工作‹失职›
        """,
    ),
    ("what words mean", demands._DEFINES, "家庭‹是指› ‹以一月收入为一次›"),
    ("a right", demands._ALLOWS, "有权 都有权 均有权 也有权"),
    ("what is told of somebody", demands._TOLD_OF_SOMEBODY, "去年‹以来› 取得 开局 高度重视 深入扎实开展"),
    (
        "what somebody said", demands._SAYS,
        "认为 研究认为 会同甲市研究认为 请求 反映 来函 表示 同意 答复 ‹提出›， ‹提出›： 提出 ‹建议›： 建议 已",
    ),
    (
        "faults that were found", demands._FAULTS_FOUND,
        """
        存在学习不深、氛围不浓等问题 存在学习不深、氛围不浓等突出现象
        """,
    ),
    (
        "when something is to be done", demands._SCHEDULED,
        "大体安排8个月 总体安排2周 原则上安排3天 计划安排时间 拟安排3天 9月‹基本完成› 全部完成 全面完成",
    ),
    ("who takes part", demands._WHO_TAKES_PART, "参加单位 参与单位 参加范围 参加对象 参加人员"),
    ("what is expected", demands._FORECAST, "预计 今年预计 产量预测"),
    ("what holds", demands._HOLDS, "由财政承担 由县级列支 由学校负责 按照 按 参照 适用 执行 实行 享受"),
    ("when", clause_groups._SETTING, "同时 开会‹时› 会‹后› 会‹前› 期间 情况下 过程中"),
    ("leave", clause_groups._LEAVE, "鼓励 允许 建议 同时鼓励 积极鼓励 大力鼓励 同时积极鼓励"),
    ("support", clause_groups._SUPPORT, "支持 积极支持 大力支持 重点支持"),
    ("by what means", clause_groups._MEANS, "通过 经 经过 随着 鉴于"),
    (
        "a measure", items._MEASURE,
        """
        不得低于 不高于 ，超过 一般不少于 原则上不多于 均不得低于 都不低于 至少 每人 不得低 不能高 ，不得超 不能少
        """,
    ),
    (
        "where a demand stands in the course of things", items._SETTING,
        """
        在执教过程中， ，在第一阶段， 在活动期间， 在学习基础上， 在听取意见环节， 在会议讨论中，
        这一环节， 这一阶段， 这一期间，
        """,
    ),
    ("a prohibition", items._FORBIDDEN, "不得 不准 严禁 不允许 决不 绝不"),
    (
        "a circumstance that is an aim", items._CIRCUMSTANCE,
        """
        为了 为做好 为确保 为进一步 为切实 为贯彻 为深入 为庆祝 为加强 为推进
        """,
    ),
    ("a short circumstance", items._CIRCUMSTANCE, "通过会 在会 从今年 经会议 采取会议"),
    ("what makes a list of 与", parties._ALIKE, "共建 共享 共同 联合 构建 的◇"),
    ("what those named have", parties._QUALIFIED, f"有条件的 有需要的 有{'甲' * 20}的"),
    (
        "what the words in front do not name", events._DOES,
        """
        率 率领 带领 决定 指出 强调 要求 加快 加强 促进 推动 推进 鼓励 支持 完善 健全 建立 确保 实现
        提高 扩大 开展 召开
        """,
    ),
    (
        "what leads in to an event", events._LEADS_IN,
        """
        在背景下 在合作基础上 在生产方面 在学习过程中 在活动期间 ‹对›企业
        """,
    ),
    (
        "works told of by their matter", cited_works._UNNAMED_WORK,
        """
        关于焦裕禄的电影 关于焦裕禄的电影、电影 关于雷锋的电影和电影
        """,
    ),
    (
        "what follows a thing", topics._DONE,
        """
        不再 仍 一般 原则上 实行 享受 仅 使用 含 包括 作为 及时 最迟 打印
        纳入 可能 每人 ‹于›4月 ‹将›被取消 ‹将›受处分 ‹为›五年以上 ‹在›月前
        ‹在›三月十五日中午十二点前
        """,
    ),
    (
        "a thing that begins like a demand", topics._VERBAL_TOPIC,
        "其 由此 因工作需要的 不足 引用他人的论文 不符合的论文 未参加的人员 违反规定的单位 通过审核的项目",
    ),
    (
        "who is brought to act", targets._MOVED,
        """
        鼓励 支持 引导 推动 督促 帮助 允许 发动 动员 带动 激励 促使 责令 奖励 慰问 看望 关心 关爱 爱护 使 让
        告知 面向 选好 配强 通报到 传达到 传达至 发放到 发放至 扩展至 延伸到 优先安排
        ‹教育引导›党员 ‹教育›学生 ‹教育›党员 ‹教育›干部 ‹教育›职工 ‹教育›群众 ‹教育›广大
        组织 指导 安排 宣传 培养 培育 发展 走访 扶持 表彰
        ‹引导、支持›企业 ‹引导和服务›企业 ‹培育壮大›企业 ‹发展规范›企业
        """,
    ),
    (
        "how an object of 对 ends", objects._NOUN,
        "情况 问题 工作 事项 隐患 案件 行为 业务 项目 资金 现象 材料 意见 任务 活动 线索 查摆‹的毛病›",
    ),
]  # fmt: skip

REFUSED: WordRows = [
    (
        "how a phrase with 对 ends", circumstances._PHRASE_ENDS,
        """
        反映情况 了解情况 掌握情况 说明情况 通报情况 汇报情况 先进事迹 违规的人
        """,
    ),
    ("grounds", circumstances._GROUNDS, "按照方案开展 根据情况调整 到会要求"),
    ("a setting", circumstances._SETTING, "在全区开展 受到委托 在会上发言"),
    (
        "what is, was or has happened", demands._STATEMENT,
        """
        是否合格 但是 特别是 尤其是 重点是 主要是 为了 除了 了解 解决了解题 担当责任 将受到处理 会被追责
        """,
    ),
    ("what words mean", demands._DEFINES, "不是指责 以学习为主 以会代训"),
    ("a right", demands._ALLOWS, "有权威 有权限 有权部门 有权机关 无权"),
    ("what somebody said", demands._SAYS, "提出意见 建议开会 会同甲研究"),
    ("leave", clause_groups._LEAVE, "建议是"),
    ("support", clause_groups._SUPPORT, "支持开展 支持建设 支持发展 支持实施 支持推进 支持推动"),
    ("by what means", clause_groups._MEANS, "经济 经费 经营 经办 经验 经常"),
    ("where a demand stands in the course of things", items._SETTING, "在其中， 在当中， 在集中，"),
    ("a short circumstance", items._CIRCUMSTANCE, "从严管 从实处 从快 从重 按时到 按期到 按月到"),
    ("what those named have", parties._QUALIFIED, f"有的 有{'甲' * 21}的"),
    ("what the words in front do not name", events._DOES, "率先"),
    (
        "what leads in to an event", events._LEADS_IN,
        "对企业进行 对企业开展 对企业给予 对企业予以 对企业作出 对企业实行 对企业加以",
    ),
    ("works told of by their matter", cited_works._UNNAMED_WORK, "关于印发方案的通知的电影 关于的通知的电影"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "text"), rows(TAKEN).values(), ids=rows(TAKEN))
def test_a_word_that_a_rule_takes(pattern: re.Pattern[str], text: str) -> None:
    assert_takes(pattern, text)


@pytest.mark.parametrize(("pattern", "text"), rows(REFUSED).values(), ids=rows(REFUSED))
def test_a_word_that_a_rule_must_not_take(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.search(text)


@pytest.mark.parametrize("thing", ["政府采购", "政府购买", "社团系统", "企业平台", "党员报道", "企业长", "企业性"])
def test_the_thing_of_a_party_is_no_party(thing: str) -> None:
    assert parties.party_end(thing[:2], 0, 2) == 2
    assert parties.party_end(thing, 0, len(thing)) is None
