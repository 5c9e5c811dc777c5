"""Labels and values on a line or in a table: which are a site's, and which a notice's own."""

from __future__ import annotations

import pytest

from notice_site.reading.boilerplate.labelled_values import labelled, labelled_cells
from notice_site.reading.reference.boilerplate import shipped_boilerplate

TABLE = shipped_boilerplate()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("来源：新华网作者：张三", (("来源", "新华网"), ("作者", "张三"))),
        ("【字体:大】", (("字体", "大】"),)),
        ("各单位要按照来源：渠道填写。", ()),
        ("来源：各地。作者：张三", ()),
        ("时间紧迫", ()),
        ("作者：" + "字" * 60, (("作者", "字" * 60),)),
        ("作者：" + "字" * 61, ()),
        ("来源：甲；作者：张三", ()),
        ("作者：" * 133 + "甲", (*[("作者", "")] * 132, ("作者", "甲"))),
        ("作者：" * 133 + "甲乙", ()),
        ("中央政府门户网站www.gov.cn2014年01月27日15:03来源：新华社", (("来源", "新华社"),)),
        ("https://www.gov.cn2014-01-27来源：新华社", (("来源", "新华社"),)),
        ("甲市日报来源：乙", ()),
        ("甲市日报2014来源：乙", (("来源", "乙"),)),
        ("字" * 20 + "网1来源：乙", (("来源", "乙"),)),
        ("字" * 21 + "网1来源：乙", ()),
        ("网1来源：乙", ()),
        ("1" * 22 + "来源：乙", (("来源", "乙"),)),
        ("1" * 23 + "来源：乙", ()),
        ("字" * 20 + "网www." + "a" * 34 + "来源：乙", ()),
        (
            "来源：甲作者：" + "字" * 60 + "编辑：" + "字" * 60,
            (("来源", "甲"), ("作者", "字" * 60), ("编辑", "字" * 60)),
        ),
    ],
)
def test_pairs_of_a_line(text: str, pairs: tuple[tuple[str, str], ...]) -> None:
    assert labelled(text, TABLE).pairs == pairs


@pytest.mark.parametrize(
    ("text", "before_body", "expected"),
    [
        ("文章来源：本站原创作者：佚名发布时间：2014年03月11日点击数：次", False, True),
        ("时间：2014年3月11日", True, False),
        ("时间：2014-03-11", True, True),
        ("时间：2014-03-11", False, False),
        ("来源：新华网作者：张三", True, True),
        ("来源：各单位推荐", True, False),
        ("作者：张三编辑：李四", False, False),
        ("发布时间：每周一", False, False),
        ("发布时间：2014-03-10", False, True),
        ("点击：[36]次", False, True),
        ("阅读：《焦裕禄》", False, False),
        ("点击：36", False, True),
        ("点击：（36）人", False, True),
        ("点击：" + "9" * 9, False, True),
        ("点击：" + "9" * 10, False, False),
        ("点击：每天", False, False),
        ("字体：大中小", False, True),
        ("字体：【大】收藏|打印关闭", False, True),
        ("字体：宋体", False, False),
        ("发布时间：", False, True),
        ("发布时间：1999年3月1日8:05:09", False, True),
        ("发布时间：2014.3.10日15：28", False, True),
        ("发布时间：1899-03-10", False, False),
        ("发布时间：2014-03-100", False, False),
        ("发布时间：2014年3月101日", False, False),
        ("时间：2014/3/1115:28", True, True),
        ("时间：2014.3.11", True, False),
        ("时间：2014-3-111", True, False),
        ("日期：2014-3-11下午", True, False),
        ("作者：张三编辑：李四", True, True),
        ("时间：三月日期：四月", True, False),
        ("来源：甲日报", True, False),
        ("2014-03-10来源：甲日报", True, True),
        ("来源：甲日报2014-03-10", True, True),
        ("来源：甲日报2014年3月10日", True, False),
        ("稿源：" + "字" * 20, False, True),
        ("稿源：" + "字" * 21, False, False),
    ],
)
def test_what_a_site_says_about_its_page(text: str, before_body: bool, expected: bool) -> None:
    assert labelled(text, TABLE).is_property_line(before_body) is expected


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        ([["索 引 号：", "0001", "文号:甲"]], (("索引号", "0001"), ("文号", "甲"))),
        ([["索引号", ""]], (("索引号", ""),)),
        ([["索引号", "0001"], ["姓名", "张三"]], ()),
        ([["索引号", "0001", "", " "], []], (("索引号", "0001"),)),
        ([["索引号", " 0001 "], ["文号"]], (("索引号", "0001"), ("文号", ""))),
    ],
)
def test_pairs_of_a_table(rows: list[list[str]], pairs: tuple[tuple[str, str], ...]) -> None:
    assert labelled_cells(rows, TABLE) == pairs
