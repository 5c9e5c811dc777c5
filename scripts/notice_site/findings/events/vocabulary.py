"""The words by which a sentence is known to speak of somebody who acts."""

from __future__ import annotations

from notice_site.text.official_words import word_list

NOT_A_SUBJECT = word_list("""
根据 按照 依照 遵照 围绕 结合 通过 会同 以 与 和 凡 经 其中 如 若 要 应 请 开展 召开 成立 学习 贯彻
传达 接 鉴于 督促 引导 指导 推动 支持 鼓励 加强 完善 健全 建立 做好 曾到 曾经 并 及 各自 力争 确保 全部
""")
"""What begins so is no subject."""

ENDINGS = word_list("""
银行 分行 支行 改革委 发改委 教委 监委 建委 经信委 国资委 卫健委 计生委 信息办 政府办 党政办 扶贫办 文明办 安委办
综治办 防指 大队 支队 中队 考生 学生 家长 国家
报名者 竞聘者 申请者 申请人 申报人 当事人 纳税人 义务人 参赛队 评审组 专家组
""")
"""The ends of names of those who act, beside those that all stages know: 中国人民|银行, 发展|改革委."""
BETWEEN = word_list("""
也 都 均 还 需 需要 要 应 应当 须 必须 务必 请 可 将 拟 原则上 一般 每 尽快 统一 并 力争 确保
争取 于 在 从 自 由 至 到 再次 两次 多次 连续 共同 联合 分别 已 已经 又 曾 正式 及时 主动 集中
""")
"""What may stand between a subject and the time: 各地|应于 六月底前."""

FIRST_ADVERBS = word_list("总体上 具体到 原则上 同时 其中 此外 另外 并 经 请 即 而 且 现 兹")
MODALS = word_list("要 应 须 必须 负责 可 将 把")
VERBS = word_list("""
在 于 对 就 向 深入 赴 到 举行 召开 举办 批转 印发 转发 出台 发布 下发 组织 开展 启动 参加 主持
作 发表 指出 强调 要求 发生 决定 通过 成立 根据 按照 负责 牵头 组成 报送 设立 安排 提出 实施 建立 派出
完成 上报 提交 填报 审核 公布 受理 反馈 编制 制定 开始 通报 查处 部署 表彰
""")
PREPOSITIONS = ("于", "在", "从", "自", "到", "至")
LEADING = ("于", "在", "从", "自", "要", "应", "将", "拟", "请")
LEADING_IN = word_list("作为 由于 为 为了 根据 按照 经 由 结合 随着 对于 针对 围绕 除")
"""A clause that begins so only leads in to the next: 作为…试点的小区，…"""
