"""The words by which notices say how they stand to the texts that they name, and what kinds of texts there are."""

from __future__ import annotations

FORWARDING = ("转发", "批转")
ISSUING = ("印发", "下发", "发布", "公布", "颁布")
FOLLOWING = ("贯彻", "落实", "执行", "遵守", "践行")
GROUNDS = ("根据", "依据", "依照", "按照", "遵照", "参照", "对照", "违反", "违背", "符合", "不符")
STUDYING = ("学习", "学深", "宣传", "领会", "报送", "收悉", "讨论", "解读")

HANDED_ON = ("转发", "印发")
"""The relations of a document to what hangs on it."""

FORMS = (
    "表", "证", "证书", "证明", "报告书", "承诺书", "申请书", "责任书", "单", "回执", "名册", "台账", "登记簿",
)  # fmt: skip
MEDIA = ("电影", "影片", "纪录片", "专题片", "教育片", "电视剧", "话剧", "歌剧", "报告文学", "小说", "一书")

SPEECHES = ("讲话", "论述", "指示", "批示")


def handing_relation(verb: str) -> str:
    """The relation that a verb of forwarding or issuing says.

    >>> handing_relation("批转"), handing_relation("公布")
    ('转发', '印发')
    """
    return "转发" if verb in FORWARDING else "印发"
