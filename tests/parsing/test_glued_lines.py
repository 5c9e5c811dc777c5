"""Lines that a source glued together: where a head, a sign-off and articles are cut, and what stays whole."""

from __future__ import annotations

from itertools import pairwise

import pytest

from notice_site.parsing.glued_lines import article_cuts, ending_cuts, glued_line_cuts, head_cuts
from notice_site.parsing.line_joining import Paragraph


def pieces(text: str, cuts: list[int]) -> list[str]:
    bounds = [0, *sorted(cuts), len(text)]
    return [text[a:b] for a, b in pairwise(bounds)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲县人民政府关于防汛的通知甲政发〔2014〕3号", ["甲县人民政府关于防汛的通知", "甲政发〔2014〕3号"]),
        ("甲县人民政府关于防汛的通知（甲政发〔2014〕3号）", ["甲县人民政府关于防汛的通知", "（甲政发〔2014〕3号）"]),
        ("甲局关于同意扩建的复函甲函〔2004〕20号", ["甲局关于同意扩建的复函", "甲函〔2004〕20号"]),
        ("甲省人民政府令第31号", ["甲省人民政府令", "第31号"]),
        ("甲政发〔2014〕3号各乡镇人民政府：请照办。", ["甲政发〔2014〕3号", "各乡镇人民政府：", "请照办。"]),
        (
            "甲政发〔1990〕3号（一九九〇年二月五日）\u3000为防汛，",
            ["甲政发〔1990〕3号", "（一九九〇年二月五日）", "\u3000为防汛，"],
        ),
        ("各乡镇人民政府：请照办。", ["各乡镇人民政府：", "请照办。"]),
        ("甲市交通局：着力建设交通网络", ["甲市交通局：着力建设交通网络"]),
        ("各单位要做到：按时报送。", ["各单位要做到：按时报送。"]),
        ("参会人员：各乡镇负责人。", ["参会人员：各乡镇负责人。"]),
        ("按照甲政发〔2014〕3号文件要求，现通知如下。", ["按照甲政发〔2014〕3号文件要求，现通知如下。"]),
        ("关于防汛的通知甲政发〔2014〕3号文件要求照办", ["关于防汛的通知甲政发〔2014〕3号文件要求照办"]),
    ],
)
def test_a_head_is_cut_where_its_parts_are_glued(text: str, expected: list[str]) -> None:
    assert pieces(text, head_cuts([text])[0]) == expected


def test_below_the_first_sentence_nothing_is_a_head() -> None:
    assert len(head_cuts(["为防汛，现通知如下。", "各乡镇人民政府：请照办。"])) == 1


@pytest.mark.parametrize(
    ("text", "following", "expected"),
    [
        ("请照办。甲县人民政府2014年3月1日", "", ["请照办。", "甲县人民政府", "2014年3月1日"]),
        ("请照办。甲县人民政府", "2014年3月1日", ["请照办。", "甲县人民政府"]),
        ("请照办。甲县人民政府", "二、其他。", ["请照办。甲县人民政府"]),
        ("起施行。县长\u3000赵某某\u30002014年3月1日", "", ["起施行。", "县长\u3000赵某某\u3000", "2014年3月1日"]),
        ("附件：分工表甲县人民政府", "2014年3月1日", ["附件：分工表", "甲县人民政府"]),
        ("请报送甲县人民政府", "2014年3月1日", ["请报送甲县人民政府"]),
        ("会议时间。定于2014年3月1日", "", ["会议时间。定于2014年3月1日"]),
        ("2014年3月1日（此件公开发布）", "", ["2014年3月1日", "（此件公开发布）"]),
    ],
)
def test_a_sign_off_is_cut_behind_a_stop(text: str, following: str, expected: list[str]) -> None:
    assert pieces(text, ending_cuts(text, ("甲县人民政府",), following)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第三条\u3000甲。第四条\u3000乙。", ["第三条\u3000甲。", "第四条\u3000乙。"]),
        ("第三条\u3000甲。第五条\u3000乙。", ["第三条\u3000甲。第五条\u3000乙。"]),
        ("第三条\u3000甲。第四条乙。", ["第三条\u3000甲。", "第四条乙。"]),
        ("第三条\u3000甲。第四条规定的乙。", ["第三条\u3000甲。第四条规定的乙。"]),
        ("甲依照第四条\u3000乙。", ["甲依照第四条\u3000乙。"]),
        ("第二章人员组成第四条委员会由三人组成。", ["第二章人员组成", "第四条委员会由三人组成。"]),
        ("第二章的规定，依照第四条执行。", ["第二章的规定，依照第四条执行。"]),
    ],
)
def test_articles_are_cut_where_they_count_on(text: str, expected: list[str]) -> None:
    assert pieces(text, article_cuts(text)) == expected


@pytest.mark.parametrize(("length", "is_cut"), [(24, True), (25, False)])
def test_the_heading_of_a_chapter_before_its_first_article_is_short(length: int, is_cut: bool) -> None:
    text = f"第二章\u3000{'职' * length}第三条\u3000乙。"
    assert (text.index("第三条") in article_cuts(text)) == is_cut


def test_a_table_is_not_cut() -> None:
    text = "甲县人民政府关于防汛的通知甲政发〔2014〕3号"
    assert glued_line_cuts([Paragraph(text, (1, 1), rows=((text,),))]) == [[]]
