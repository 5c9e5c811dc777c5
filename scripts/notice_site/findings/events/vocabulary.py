"""The words by which a sentence is known to speak of somebody who acts, and of what is planned or has happened."""

from __future__ import annotations

import re


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


BODY_ENDINGS = _words("""
领导小组 团体 工作组 督导组 检查组 督查组 巡视组 审核组 专班 活动办 办公室 办公厅 委员会 常委会 党工委
党委 党组 纪委 省委 市委 县委 区委 党总支 党支部 支部 党组织 基层组织 班子 政府 人大 政协 国务院
中央 法院 检察院 单位 部门 机构 机关 学校 高校 院校 企业 公司 医院 集团 协会 学会 各地 地区 系统
社区 街道 中心
""")
BODY_CHARACTERS = "部厅局署所校社团司站处科院"
ROLES = _words("""
书记 主席 总理 省长 市长 县长 区长 局长 校长 院长 主任 部长 同志 干部 党员 领导 负责人 责任人
一把手 成员 职工 教师 代表 委员 群众
""")
NOT_A_SUBJECT = _words("""
根据 按照 依照 遵照 围绕 结合 通过 以 与 和 凡 经 其中 如 若 要 应 请 开展 召开 成立 学习 贯彻
传达
""")
"""What begins so is no subject."""

BETWEEN = _words("""
也 都 均 还 需 需要 要 应 应当 须 必须 务必 请 可 将 拟 原则上 一般 每 尽快 统一 并 力争 确保
争取 于 在 从 自 由 至 到
""")
"""What may stand between a subject and the time: 各地|应于 六月底前."""

FIRST_ADVERBS = _words("总体上 具体到 原则上 同时 其中 此外 另外 并 经 请 即 而 且 现 兹")
MODALS = _words("要 应 须 必须 负责 可")
VERBS = _words("""
在 于 对 就 向 深入 赴 到 举行 召开 举办 批转 印发 转发 出台 发布 下发 组织 开展 启动 参加 主持
作 发表 指出 强调 要求 发生 决定 通过 成立 根据 按照 负责 牵头
""")
PREPOSITIONS = ("于", "在", "从", "自", "到", "至")
LEADING = ("于", "在", "从", "自", "要", "应", "将", "拟", "请")
LEADING_IN = _words("作为 由于 为 为了 根据 按照 经 由 结合")
"""A clause that begins so only leads in to the next: 作为…试点的小区，…"""

PLANNED = re.compile(
    r"""
      (?<![重主首纪摘提概紧]) 要 (?![求闻素点领])   # not 重要讲话, 要求
    | (?<![相反响适对供呼]) 应 (?![用急对变届])     # not 相应, 应用
    | (?<![申邀聘]) 请 (?!示)                       # not 申请, 请示
    | 须 | 务必 | (?<![模虚]) 拟
    | 将[于在]                                      # not 将…交给, which tells
    | 计划 | 安排 | 力争 | 争取 | 确保 | 原则上 | 不得 | 基本完成
    """,
    re.VERBOSE,
)
"""What is asked for rather than told."""

HAPPENED = re.compile(
    r"""
      已 | 曾
    | (?<=[\u4e00-\u9fff]) (?<![为除]) 了 (?!解)    # 召开了; not 为了, 了解
    | 受到 | 发生
    """,
    re.VERBOSE,
)
"""What has taken place."""

DUE = re.compile(
    r"""
    [^，,。；;]{0,2}
    (?: 完成 | 结束 | 实现 | 建成 | 到位 | 办结 | 告一段落 | 报送 | 上报 | 提交 | 递交
      | 报 (?![告名纸刊]) | 交 (?![流通往谈]) | 送 (?![学别])
    )
    """,
    re.VERBOSE,
)
"""What is due at a time rather than takes place at it: …完成, …报送."""
