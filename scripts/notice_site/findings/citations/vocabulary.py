"""The words by which notices say how they stand to the texts that they name, and what kinds of texts there are."""

from __future__ import annotations

from notice_site.text.official_words import word_list

RELATIONS = word_list("转发 印发 落实 依据 对照 学习 观看 引用")
"""How a document stands to what it cites, the closest first; 引用 where no verb says more."""

FORWARDING = word_list("转发 批转")
ISSUING = word_list("印发 下发 发布 公布 颁布")
FOLLOWING = word_list("贯彻 落实 执行 遵守 遵循 践行 恪守 统一到")
GROUNDS = word_list("根据 依据 依照 按照 遵照 参照")
COMPARING = word_list("对照")
STUDYING = word_list("学习 学深 领会 研读 阅读")
WATCHING = word_list("观看 收看")
TELLING = word_list("""
宣传 报送 收悉 讨论 解读 违反 违背 符合 不符 制定 制订 修订 修改 起草 编制 出台 废止
不再执行 停止执行
""")
"""Verbs that name a text and neither follow nor study it: 违反《…条例》的, 制定《…办法》."""

HANDED_ON = ("转发", "印发")
"""The relations of a document to what hangs on it."""

BINDING = ("转发", "印发", "落实", "依据", "对照")
"""The relations to documents alone: nobody acts by a film."""

FORMS = (
    "表", "证", "证书", "证明", "报告书", "承诺书", "申请书", "责任书", "单", "回执", "名册", "台账", "登记簿",
    "户口簿", "活页", "诚信档案",
)  # fmt: skip
MEDIA = ("电影", "影片", "纪录片", "专题片", "教育片", "电视剧", "话剧", "歌剧", "报告文学", "小说", "一书")

SPEECHES = ("讲话", "论述", "指示", "批示")


def handing_relation(verb: str) -> str:
    """The relation that a verb of forwarding or issuing says.

    >>> handing_relation("批转"), handing_relation("公布")
    ('转发', '印发')
    """
    return "转发" if verb in FORWARDING else "印发"
