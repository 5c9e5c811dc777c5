"""Which reading of a start the numbers before and after it confirm."""

from __future__ import annotations

import pytest

from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.list_labels import label_ranks, list_labels


def labels(*texts: str) -> list[str | None]:
    found = list_labels(tuple(Paragraph(text, (i, i)) for i, text in enumerate(texts, 1)))
    return [label.text if label else None for label in found]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("1.1970年以前毕业。", "2.取得职称。"), ["1.", "2."]),
        (("1.18 处置。", "1.19 善后。"), ["1.18", "1.19"]),
        (("3.完善。", "4.10人以上的。", "5.其他。"), ["3.", "4.", "5."]),
        (("4.9 演练。", "4.10人员。"), ["4.9", "4.10"]),
        (("第一，认识到位。", "第二，措施到位。"), ["第一，", "第二，"]),
        (("第一，认识到位。", "甲。"), [None, None]),
        (("一抓组织。", "二抓基层。"), ["一抓", "二抓"]),
        (("一抓组织。", "二看基层。"), [None, None]),
        (("一是强化。", "甲。"), ["一是", None]),
        (("第二条本办法。", "第三条本县。"), ["第二条", "第三条"]),
        (("第二条本办法。", "甲。"), [None, None]),
        (("第二条　本办法。", "甲。"), ["第二条", None]),
        (("第十条甲。", "第十条之一乙。", "第十一条丙。"), ["第十条", "第十条之一", "第十一条"]),
        (("99.甲。", "100.乙。"), ["99.", "100."]),
        (("甲。", "100.乙。"), [None, None]),
        (("甲。", "99.乙。"), [None, "99."]),
        (("1.", "2.", "第三条", "一、"), [None, None, "第三条", "一、"]),
        (("1.甲", "1.1乙", "1.2丙"), ["1.", "1.1", "1.2"]),
    ],
)  # fmt: skip
def test_the_list_decides(texts: tuple[str, ...], expected: list[str | None]) -> None:
    assert labels(*texts) == expected


def test_a_table_has_no_label() -> None:
    assert list_labels((Paragraph("一、甲", (1, 1), rows=(("一、甲",),)),)) == [None]


def test_bare_numbers_are_labels_at_short_lines_among_decimals() -> None:
    decimals = ["1.1 甲乙。", "1.2 丙丁。", "1.3 戊己。"]
    assert labels("1总则", *decimals)[0] == "1"
    assert labels("1总则", *decimals[:2])[0] is None
    assert labels("1" + "甲" * 19, *decimals)[0] == "1"
    assert labels("1" + "甲" * 20, *decimals)[0] is None


def order(*texts: str) -> list[str]:
    labels = list_labels(tuple(Paragraph(text, (i, i)) for i, text in enumerate(texts, 1)))
    return [style.name for style in label_ranks(labels)]


def test_the_numbers_tell_which_style_stands_above() -> None:
    assert order("第一条　甲", "一、乙", "二、丙", "第二条　丁", "一、戊") == ["ARTICLE", "HAN"]
    assert order("一、甲", "第一条　乙", "第二条　丙", "二、丁", "第三条　戊") == ["HAN", "ARTICLE"]
    assert order("一、甲", "第一条　乙", "一、丙", "第二条　丁") == ["ARTICLE", "HAN"], "一、 does not count on"
    assert order("第一条　甲", "一、乙", "第二条　丙", "二、丁") == ["ARTICLE", "HAN"], "第一条 comes first"
    assert order("1.甲", "一、乙", "二、丙", "2.丁") == ["ARABIC", "HAN"]
    assert order("第一条　甲", "第一节　乙", "第二条　丙", "第二节　丁") == ["DIVISION", "ARTICLE"]
