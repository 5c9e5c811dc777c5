"""The words by which notices say that something is to be done: verbs, modal words, adverbs, prepositions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from notice_site.findings.tasks.word_classes import ALL_WORDS, MAY, MUST
from notice_site.text.official_words import any_of, word_list
from notice_site.text.time_grammar import WHEN

VERBS = word_list("""
坚持 坚决 坚定 加强 加大 加快 加以 开展 组织 召开 举办 举行 建立 建好 建强 健全 完善 制定 制订 研究 落实 贯彻
执行 推进 推动 推广 推行 推出 推荐 实行 实施 实现 做好 做到 做实 抓好 抓住 抓紧 抓实 抓 搞好 办好 开好 开辟 开设
开通 学习 学深 领会 宣传 宣讲 引导 教育 培训 培育 培养 解决 克服 纠正 整改 整治 整顿 查找 查摆 查处 查看 检查
督查 督促 督导 指导 调研 调取 调度 走访 征求 听取 收集 梳理 汇总 归纳 反馈 公布 公示 公开 通报 曝光 发布 报送
报告 上报 呈报 上传 填写 提交 提出 提升 提高 强化 深化 细化 优化 改进 改善 改革 创新 突出 注重 注意 重视 把握
掌握 紧扣 聚焦 对照 对标 严格 严肃 严明 严禁 严防 禁止 杜绝 防止 防范 避免 力戒 反对 确保 保证 保障 维护 服务
联系 深入 广泛 充分 运用 利用 用足 树立 树牢 增强 增进 促进 发挥 发扬 弘扬 践行 营造 形成 构建 建设 打造 选派
选配 选择 选好 配备 派出 下派 安排 部署 动员 启动 设立 设置 设计 成立 组建 组成 调整 充实 明确 确定 分析 剖析
反思 总结 交流 讨论 撰写 起草 审核 审阅 审查 审批 点评 评议 考核 考察 考试 测评 评选 表彰 奖励 问责 追究 约谈
处理 处置 惩处 打击 清理 清退 规范 简化 精简 压缩 控制 减少 降低 节约 厉行 取消 停止 暂停 支持 鼓励 帮助 帮扶
关心 关爱 慰问 救助 化解 排查 摸清 登记 备案 存档 归档 畅通 拓宽 拓展 扩大 带头 带领 示范 承担 负责 履行 遵守
遵循 服从 配合 协调 协助 参加 参与 参照 接受 邀请 采取 采用 借鉴 依托 立足 着眼 面向 瞄准 破解 回应 统一 认清
认识 纳入 写出 签订 传达 转发 下发 张贴 悬挂 播放 刊播 刊发 刊登 播发 观看 阅读 自查 自纠 核查 抽查 复查 互查
巡查 检验 验收 办理 受理 答复 端正 触及 激发 传递 传导 压实 压紧 牵头 参观 进行 给予 予以 完成 依法 从严 从快
不断 统筹 筛选 集体 主持 主动 自觉 积极 督办 跟踪 警示 警醒 认领 反映 审定 结算 录入 领取 提供 告知 实时 按时 按期
按月
签字 汇编 全程 沉下去 走进 走出 承接 发现 下功夫 出台 倾听 谋划 领导 保持 立说立行 立行立改 即知即改 边学边查
把握好 提醒 先行 依次 自己动手 喜迎 服务好 打通 补齐 增加 整合 汇聚 凝聚 唱响 讲好 用好 管好 管住 管理 守住 守牢
遏制 铲除 根治 限制 探索
""")

_ADVERBS = word_list("""
进一步 切实 认真 扎实 努力 着力 大力 全力 全面 及时 定期 重点 主要 着重 集中 逐项 逐条 逐一 逐步 统筹 真心诚意
真正 始终 牢牢 紧紧 严格 充分 深入 广泛 积极 主动 自觉 坚决 坚定 直接 现场 具体 首先 同时 分别 共同 联合 按时
按期 如实 尽快 尽量 持续 普遍 适时 原则上 不断 有效 有序 有力 随时 分批 分期 分级 轮流 特别 尤其 更加 突出 择优
各 都 也 均 还 再 又 就 即 则 既 一并 一律 自行 可 从严 依法 深刻 精心 周密 妥善 科学 合理 创造性地 有针对性地
不折不扣地 旗帜鲜明地 经常性地 准确 完整 不得 不准 务必 必须 应当 决不 绝不 总体上
""")


def _signs(words: Iterable[str]) -> str:
    """A pattern for the words where they stand for themselves, in none of the longer words of the tables.

    要 is a modal word, but not in 重要, 要求 or 会议纪要.
    """
    return "|".join(_apart(word) for word in sorted(words, key=len, reverse=True))


def _apart(word: str) -> str:
    """The word, with what must not stand around it."""
    around = {longer.partition(word)[::2] for longer in ALL_WORDS if word in longer and longer != word}
    before = "".join(f"(?<!{first}{word})" for first, last in sorted(around) if not last)
    behind = any_of(last for first, last in around if not first)
    both = any_of(f"(?<={first}{word}){last}" for first, last in around if first and last)
    behind = "|".join(filter(None, (behind, both)))
    return f"{word}{before}" + (f"(?!{behind})" if behind else "")


MODAL = rf"(?:{_signs((*MUST, *MAY))})"
MODAL_WORD = re.compile(MODAL)
"""A modal word: 要 应当 不得 可以; not 要求 要点 应对 可能."""

_PREPOSITION = (
    r"(?:对于|对(?![口象外照标])|把(?![手关])|将(?!来)|从(?!业)|向|以(?![下上内外及])|按照|按(?![时期])|根据|依据|依照|通过|围绕|结合"
    r"|由|于|在(?![职校编岗场线家任建籍])|针对|为(?![民期人本先]|[^，]{0,6}(?:组长|组员|成员|主任))|与(?!会)|同(?![级志学步时])|本着|经(?![济营办费验常])|用(?![人户地])"
    r"|视(?![频觉]))"
)
"""Each with the words in which it is part of a noun: 经济组织, 同级党委, 在职教师."""

_NOT_ADVERB = r"(?!是|负责(?:同志|人)|领导(?:同志|干部)?要|部门|单位|岗位|部位|任务|精神|对象|问题是)"
"""主要负责同志, 重点部门 are nouns: the adverb in them says nothing about a predicate."""

ADVERB = rf"(?:(?:{any_of(_ADVERBS)}){_NOT_ADVERB}|继续(?!教育)|{WHEN.pattern})"

_ORGANISE = r"组织(?![中内的和、，]|书记|生活|部门?)"
_EDUCATE = r"教育(?=引导|党员|干部|广大|学生|职工|师生)"
"""组织 is a noun in 社会团体等组织中, 教育 in 教育大计."""

_VERB = rf"(?:{_ORGANISE}|{_EDUCATE}|{any_of(v for v in VERBS if v not in ('组织', '教育'))})"

OPENING = re.compile(
    rf"""
    (?: {WHEN.pattern}
      | 同时 | 此外 | 另外 | 近期 | 目前 | 当前 | 现阶段 | 今后 | 因此 | 为此 | 对此 | 其中 | 特别是 | 尤其是 | 总体上
      | 原则上 | 一般 | 凡 | 具体到 | 这一?(?: 环节 | 阶段 | 期间) | 本(?: 环节 | 阶段) | 活动(?: 中 | 期间 | 结束后)
      | 会[前上后中] | 必要时
    )
    [，：]?
    """,
    re.VERBOSE,
)
"""The adverbs and time words before the first word that counts: 同时， 近期 会后 这一环节."""

# 学习时间不少于3天: a measure that somebody is to keep.
MEASURED = r"(?:[^，的]{0,10}(?:不少于|不低于|不超过|不高于|控制在))"

_NOUN_VERBS = frozenset(
    word_list("""
建设 教育 管理 服务 学习 督导 领导 培训 联系 反映 示范 考试 考核 测评 评议 点评 调研 检查 总结 自查 签字 培养 组成
""")
)
"""Verbs that go on with a noun behind a name: 领导班子|建设."""

PREDICATE = re.compile(
    rf"""
      {MODAL} | {MEASURED} | {ADVERB} | {_PREPOSITION} | 主要是 | 包括 | 是否 | 负总责 | {_ORGANISE}
    | (?: {any_of(v for v in VERBS if v not in _NOUN_VERBS and v != "组织")})
    """,
    re.VERBOSE,
)
"""What follows a subject: 要, 定期…, 对…, 组织…; not 建设, 管理."""

DEMAND = re.compile(
    rf"""
    (?: 请 (?![示假求客问柬]))?
    (?: {ADVERB} | {MODAL}
      | (?: [^，]{{0,16}}的)? (?: 重点 | 主要 | 关键 | 核心 | 任务 | 目标){{1,2}} 是     # 这一环节的重点是
      | 特别是 | 尤其是
    )*
    (?: {MODAL} | {_VERB} | 把 | 将(?!来))
    """,
    re.VERBOSE,
)
"""The start of a clause that asks for something without naming who: 认真开展…, 把…结合起来, 重点是搞好…."""

NOT_A_NAME = re.compile(
    rf"""
      {_VERB} | {_PREPOSITION} | (?!各){ADVERB} | {MODAL}
    | 有(?!关) | 不(?!同) | 其(?![他余中]) | 请(?!示) | 报(?![社刊名告]) | 自(?![治然]) | 未(?! 成年 | 参加)
    | 成为 | 作为 | 等于 | 只能 | 激励 | 回答 | 损害 | 破坏 | 取得 | 连同 | 包括 | 争取
    | [使让给被了和及并而且但仍无没像更最这那它即如若因虽仅只肯尤]
    """,
    re.VERBOSE,
)
"""The start of a clause that cannot be the name of somebody: 组织党员干部…, 对…, 认真…."""

NEVER_IN_A_NAME = re.compile(
    rf"""
      {MODAL} | [了已将使让给由被：]
    | (?<!特别)(?<!尤其) 是
    | (?<!一) 把
    | 需要 | 只能 | 作出 | 要求 | 通知
    """,
    re.VERBOSE,
)
"""What no name has inside it: 校长是…，书记, 市教育局将对各单位; but 特别是 and 一把手."""
