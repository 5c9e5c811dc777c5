"""Lost line breaks: where a paragraph is cut apart, and what stays whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.model import Repair, RepairKind
from notice_site.parsing.line_break_recovery import recover_line_breaks, split_paragraph
from notice_site.parsing.line_joining import LINE_END, Paragraph


def recovered(text: str, beside: int = 0) -> list[str]:
    paragraphs = (Paragraph(text, (1, 1)), *(Paragraph("甲。", (i, i)) for i in range(2, 2 + beside)))
    return [p.text for p in recover_line_breaks(paragraphs)][: -beside or None]


def filled(length: int) -> str:
    """A notice of that many characters in one line."""
    head = "甲县教育局文件甲教发〔2014〕3号关于学习的通知各单位：现通知如下。"
    body = "一、学习对象各单位全体人员。二、学习时间2014年全年。（一）上半年。（二）下半年。三、要求认真{}。"
    tail = "附件:1.表2014年4月2日"
    text = head + body + tail
    return text.format("学" * (length - len(text) + 2))


def test_a_whole_notice_in_one_line_is_cut() -> None:
    parts = recovered(filled(300))
    assert parts[:5] == ["甲县教育局文件", "甲教发〔2014〕3号", "关于学习的通知", "各单位：", "现通知如下。"]
    assert [p[:6] for p in parts[5:11]] == [
        "一、学习对象",
        "各单位全体人",
        "二、学习时间",
        "2014年全",
        "（一）上半年",
        "（二）下半年",
    ]
    assert parts[-2:] == ["附件:1.表", "2014年4月2日"]


def test_only_a_long_paragraph_of_a_short_source_has_lost_its_line_breaks() -> None:
    text = "现通知如下：一、学习对象各单位人员。二、学习时间全年。三、要求认真{}。"
    short = text.format("学" * (79 - len(text) + 2))
    assert len(recovered(short)) == 1
    assert len(recovered(short.replace("认真", "认真学"))) > 1
    assert "二、学习时间" in recovered(filled(299), beside=3)
    assert "二、学习时间" not in recovered(filled(299), beside=4)


def test_a_short_text_in_one_line_with_head_and_date_has_lost_its_line_breaks() -> None:
    text = "甲团〔2021〕8号共青团甲县委关于学习的通知各团委:请学习。共青团甲县委2021年3月11日"
    assert recovered(text) == [
        "甲团〔2021〕8号", "共青团甲县委关于学习的通知", "各团委:", "请学习。", "共青团甲县委", "2021年3月11日",
    ]  # fmt: skip
    assert "共青团甲县委关于学习的通知" not in recovered(text.replace("各团委:", "")), "no 主送"
    assert "各团委:" not in recovered(text.replace("2021年3月11日", "")), "no date"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "内部事项甲县电力公司特急办通〔2021〕5号关于开会的通知各部门:请到会。甲县电力公司2021年3月3日"
            "(此件不公开)甲县电力公司2021年3月3日印发",
            "内部事项|甲县电力公司|特急|办通〔2021〕5号|关于开会的通知|各部门:|请到会。|甲县电力公司|2021年3月3日"
            "|(此件不公开)|甲县电力公司2021年3月3日印发",
        ),
        (
            "甲省林业局关于印发《改造方案》的通知各市林业局:现印发你们。联系人:张三甲省林业局2021年5月11日"
            "《改造方案》为提升水平，制订此方案。附件:改造清单",
            "甲省林业局关于印发《改造方案》的通知|各市林业局:|现印发你们。|联系人:张三|甲省林业局|2021年5月11日"
            "|《改造方案》|为提升水平，制订此方案。|附件:改造清单",
        ),
        (
            "甲局关于印发《改造方案》的通知各县局:现印发。甲局办公室2021年5月11日改造方案为提升水平，要抓紧。"
            "附件1技术方案一、原则。安全。二、要求。整齐。附件2改造清单甲局2021年5月12日印发",
            "甲局关于印发《改造方案》的通知|各县局:|现印发。|甲局办公室|2021年5月11日|改造方案|为提升水平，要抓紧。"
            "|附件1|技术方案|一、原则。安全。|二、要求。整齐。|附件2|改造清单|甲局2021年5月12日印发",
        ),
    ],
    ids=["marks and remarks", "contacts and an enclosed plan", "two annexes"],
)
def test_a_whole_source_in_one_line(text: str, parts: str) -> None:
    assert recovered(text) == parts.split("|")


@pytest.mark.parametrize(
    ("first", "second", "parts"),
    [
        ("注：1、独立坐标。", "2、弧长。", ["注：", "1、独立坐标。", "2、弧长。"]),
        ("注：1、独立坐标。", "弧长。", ["注：1、独立坐标。", "弧长。"]),
        ("说明: 1．独立坐标。", "2．弧长。", ["说明:", "1．独立坐标。", "2．弧长。"]),
        ("备注：1.独立坐标。", "2.弧长。", ["备注：", "1.独立坐标。", "2.弧长。"]),
        ("注：本表一式三份。", "2、弧长。", ["注：本表一式三份。", "2、弧长。"]),
        ("注意：1、独立坐标。", "2、弧长。", ["注意：1、独立坐标。", "2、弧长。"]),
    ],
)
def test_a_list_of_notes_begins_behind_its_mark(first: str, second: str, parts: list[str]) -> None:
    paragraphs = (Paragraph(first, (1, 1)), Paragraph(second, (2, 2)))
    assert [p.text for p in recover_line_breaks(paragraphs)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("二、主要内容（一）制度。要制定。", ["二、主要内容", "（一）制度。要制定。"]),
        ("二、主要内容，（一）制度。", ["二、主要内容，（一）制度。"]),
        ("二、依照（一）执行。", ["二、依照（一）执行。"]),
    ],
)
def test_a_heading_stands_above_its_first_point(text: str, parts: list[str]) -> None:
    assert recovered(text, beside=5) == parts


def test_the_title_of_a_carrier_goes_on_behind_that_of_its_plan() -> None:
    text = "甲局关于印发防汛方案的通知甲发〔2014〕3号各单位：请照办。甲局2014年3月1日"
    assert recovered(text)[:3] == ["甲局关于印发防汛方案的通知", "甲发〔2014〕3号", "各单位："]


def test_a_list_of_which_most_entries_have_no_heading_has_none() -> None:
    head = "甲局关于学习的通知各单位：如下："
    text = head + "一、工作原则同意你局意见{}。二、要照办。三、工作目标以安全为目标。{}"
    assert "三、工作目标" in recovered(text.format("意" * 60, "四、要总结。"))
    assert "三、工作目标" not in recovered(text.format("意" * 60, "四、要总结。五、要上报。"))


def test_labels_behind_sentences_are_cut_in_a_longer_source() -> None:
    text = "现通知如下。一、要学习{}。二、要检查。三、要总结。"
    assert len(recovered(text.format("学" * 276), beside=4)) == 4
    assert len(recovered(text.format("学" * 275), beside=4)) == 1
    assert len(recovered(text.format("学" * 300).replace("三、要总结。", ""), beside=4)) == 1


def test_two_outer_labels_are_enough_behind_sentences() -> None:
    text = f"现批复如下：一、同意{'甲' * 80}。二、请抓紧办理。"
    assert len(recovered(text)) == 3
    assert len(recovered(text.replace("。二、", "，二、"))) == 1


def test_a_label_that_the_list_lacks_is_looked_for() -> None:
    paragraphs = (
        "提出以下意见：一、关于认定的问题",
        "应当依法认定。",
        "二、关于管辖的问题",
        "四、关于执行的问题",
        "甲。三、乙。",
    )
    parts = [p.text for p in recover_line_breaks(tuple(Paragraph(t, (i, i)) for i, t in enumerate(paragraphs, 1)))]
    assert parts[:2] == ["提出以下意见：", "一、关于认定的问题"]
    assert parts[-1] == "甲。三、乙。", "not behind 四、"


def test_a_heading_found_so_ends_as_its_siblings_do() -> None:
    paragraphs = ("意见如下：一、关于认定问题人民法院应当依法认定。", *(f"{n}、关于管辖问题" for n in "二三四"))
    parts = [p.text for p in recover_line_breaks(tuple(Paragraph(t, (i, i)) for i, t in enumerate(paragraphs, 1)))]
    assert parts[:3] == ["意见如下：", "一、关于认定问题", "人民法院应当依法认定。"]
    parts = [p.text for p in recover_line_breaks(tuple(Paragraph(t, (1, 1)) for t in paragraphs[:-1]))]
    assert parts[1] == "一、关于认定问题人民法院应当依法认定。", "two headings are too few"


@pytest.mark.parametrize(("length", "is_sibling"), [(40, True), (41, False)])
def test_a_sibling_of_forty_characters_is_a_heading_still(length: int, is_sibling: bool) -> None:
    siblings = (f"{n}、{'关' * (length - 4)}问题" for n in "二三四")
    paragraphs = ("意见如下：一、关于认定问题人民法院应当依法认定。", *siblings)
    parts = [p.text for p in recover_line_breaks(tuple(Paragraph(t, (i, i)) for i, t in enumerate(paragraphs, 1)))]
    assert ("一、关于认定问题" in parts) == is_sibling


@pytest.mark.parametrize(("name", "is_cut"), [("表", False), ("总表", True), ("甲" * 60, True), ("甲" * 61, False)])
def test_a_list_of_annexes_at_the_end_names_one_of_two_to_sixty_characters(name: str, is_cut: bool) -> None:
    text = filled(300).replace("附件:1.表2014年4月2日", "") + f"附件:{name}"
    assert (recovered(text)[-1] == f"附件:{name}") == is_cut


def test_a_notice_and_its_enclosure_in_one_line() -> None:
    text = (
        "甲市工业局文件甲工〔2022〕9号甲市工业局关于印发《整治方案》的通知各县局:方案已经同意。甲市工业局2022年4月19日"
        "整治方案因历史原因，现制订方案如下:一、工作目标以消除隐患为目标。二、工作职责(一)市局:牵头。(二)县局:落实。"
        "附件1技术方案一、整治原则安全、整齐。二、技术要求不得低于标准。"
    )
    parts = recovered(text)
    assert parts[4:8] == ["方案已经同意。", "甲市工业局", "2022年4月19日", "整治方案"]
    assert parts[9:12] == ["一、工作目标", "以消除隐患为目标。", "二、工作职责"]
    assert parts[14:18] == ["附件1", "技术方案", "一、整治原则", "安全、整齐。"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("已完成。　　二是", ["已完成。", "二是"]), ("如下：　　甲", ["如下：", "甲"]),
        ("甲；　　乙", ["甲；", "乙"]), ("甲　　乙。", ["甲　　乙。"]),
        ("一、活动主题　以理论为指导。", ["一、活动主题", "以理论为指导。"]),
        ("（一）主题　“学习”活动。", ["（一）主题", "“学习”活动。"]),
        ("1.主题　以理论为指导方针。", ["1.主题", "以理论为指导方针。"]),
        ("1.主题　以理论为指导", ["1.主题　以理论为指导"]),
        ("第一条　　甲乙　　丙丁", ["第一条　　甲乙　　丙丁"]),
        ("一、" + "甲" * 30 + "　乙丙。", ["一、" + "甲" * 30, "乙丙。"]),
        ("一、" + "甲" * 31 + "　乙丙。", ["一、" + "甲" * 31 + "　乙丙。"]),
    ],
)  # fmt: skip
def test_a_wide_gap_is_a_lost_indent(text: str, parts: list[str]) -> None:
    assert recovered(text) == parts


def test_each_cut_is_a_repair_and_loses_nothing() -> None:
    parts = split_paragraph(Paragraph("甲乙。 丙丁。戊己。", (3, 3), gap_before=True), [3, 7, 0, 99], "换行缺失")
    assert [p.text for p in parts] == ["甲乙。", "丙丁。", "戊己。"]
    assert [p.gap_before for p in parts] == [True, False, False]
    assert [(r.kind, r.before, r.after, r.confidence, r.line) for p in parts for r in p.repairs] == [
        (RepairKind.JOIN, "甲乙。丙丁。", "甲乙。⏎丙丁。", 0.8, 3),
        (RepairKind.JOIN, "丙丁。戊己。", "丙丁。⏎戊己。", 0.8, 3),
    ]
    whole = Paragraph("甲乙。", (1, 1))
    assert split_paragraph(whole, [0, 3]) == [whole]
    assert [p.text for p in split_paragraph(whole, [1])] == ["甲", "乙。"]
    assert not split_paragraph(Paragraph("甲乙。丙", (1, 1)), [3])[1].repairs


def test_what_an_editor_joined_is_not_cut() -> None:
    joined = Repair("", RepairKind.JOIN, f"甲乙{LINE_END}丙丁", "甲乙丙丁", "", 1.0, confirmed=True)
    paragraph = Paragraph("甲乙丙丁。戊己", (1, 1), repairs=(joined,))
    assert [p.text for p in split_paragraph(paragraph, [2, 5])] == ["甲乙丙丁。", "戊己"]
    assert [p.text for p in split_paragraph(replace(paragraph, repairs=()), [2, 5])] == ["甲乙", "丙丁。", "戊己"]


def test_tables_stay_whole() -> None:
    table = Paragraph("甲。　　乙", (1, 1), rows=(("甲。　　乙",),))
    assert recover_line_breaks((table,)) == (table,)


@pytest.mark.parametrize(
    ("heading", "is_cut"),
    [("甲" * 23, True), ("甲" * 24, True), ("甲" * 25, False)],
)
def test_the_text_of_a_heading_begins_within_twenty_six_characters(heading: str, is_cut: bool) -> None:
    text = filled(300).replace("学习对象各单位全体人员", f"{heading}为了提高")
    assert (f"一、{heading}" in recovered(text)) == is_cut


@pytest.mark.parametrize(("length", "is_cut"), [(400, True), (401, False)])
def test_the_recipients_end_within_four_hundred_characters(length: int, is_cut: bool) -> None:
    text = filled(300).replace("各单位：", "各" + "甲" * (length - 1) + "：")
    assert ("各" + "甲" * (length - 1) + "：" in recovered(text)) == is_cut


@pytest.mark.parametrize(("between", "is_cut"), [(55, True), (56, False)])
def test_a_signature_begins_within_sixty_characters_before_the_date(between: int, is_cut: bool) -> None:
    signed = "甲县教育局" + "乙" * between + "2014年4月2日"
    texts = recovered(filled(300).replace("附件:1.表2014年4月2日", signed))
    assert any(text.startswith("甲县教育局乙") for text in texts) == is_cut


@pytest.mark.parametrize(("signed", "is_cut"), [("甲县教育局", True), ("甲县教育", True), ("甲县教", False)])
def test_of_a_signature_four_characters_of_the_issuer_are_enough(signed: str, is_cut: bool) -> None:
    text = filled(300).replace("附件:1.表2014年4月2日", f"乙丙丁戊{signed}2014年4月2日")
    assert (signed in recovered(text)) == is_cut
