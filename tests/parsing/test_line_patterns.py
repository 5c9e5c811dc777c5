"""What a paragraph is by its own form: for each pattern what it takes, and the nearest that it must not take."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from notice_site.parsing import line_patterns as lp

TAKEN_AND_REFUSED: list[tuple[Callable[[str], object], list[str], list[str]]] = [
    (
        lp.is_sentence,
        ["已完成。", "好！", "吗？", "一；", "a!", "a?", "a;"],
        ["关于甲的通知", "甲，乙", "甲：", ""],
    ),
    (
        lp.is_cc,
        ["抄送：市委办", "抄 送：市委办", "抄报:省委", "报送：省委", "分送：各科", "发送：各科", "送：省委",
         "报：省委"],
        ["抄送市委办", "请抄送：市委办", "主送：各县", "附件：表"],
    ),
    (
        lp.is_tail_mark,
        ["主题词：教育", "主 题 词:教育", "共印50份", "（共印 50 份）"],
        ["主题：教育", "共印五十份", "共印50份。", "本文主题词：教育"],
    ),
    (
        lp.is_remark,
        ["（此件公开发布）", "(纸质不另发)", "（内发）", "（" + "甲" * 80 + "）"],
        ["（甲）", "（" + "甲" * 81 + "）", "（2014年4月2日）", "（甲发〔2014〕3号）", "（甲）乙", "（甲（乙）丙）",
         "此件公开发布"],
    ),
    (
        lp.is_bracketed,
        ["（讨论稿）", "(abcd)", "（1999年1月1日通过（修订））", "（甲）乙）", "（" + "甲" * 598 + "）"],
        ["（稿）", "讨论稿）", "（讨论稿", "（一）总则）", "（" + "甲" * 599 + "）", "（甲（乙丙）"],
    ),
    (
        lp.is_attachment_list,
        ["附件：1.表", "附 件:表", "附件1：表", "附件12：表"],
        ["附件1", "附件", "附件123：表", "见附件：表"],
    ),
    (
        lp.is_attachment_item,
        ["2.申报表", "附件：1.表", "2." + "甲" * 78],
        ["2.各县要报送。", "申报表", "二、申报表", "2." + "甲" * 79],
    ),
    (
        lp.is_annex_mark,
        ["附件", "附件1", "附件12", "附件一", "附件十一：", "附：", "附", "附表2", "附录", "附 件 ３"],
        ["附件1.申报表", "附件123", "附则", "见附件", "附件：表"],
    ),
    (
        lp.is_masthead,
        ["甲县文件", "中共甲省委办公厅文件", "甲" * 58 + "文件"],
        ["文件", "关于甲的文件", "《甲》文件", "甲。文件", "甲" * 59 + "文件", "文件甲县办"],
    ),
    (
        lp.is_salutation,
        ["各位代表：", "同志们！", "尊敬的老师:", "亲爱的同学!", "女士们、先生们：", "朋友们：", "老师们：",
         "同学们：", "张三同志：",
         "李四先生:", "王五女士：", "同志们" + "甲" * 40 + "：", "甲" * 10 + "同志："],
        ["各单位：", "同志们", "各位代表。好：", "张三同志", "甲，乙同志：", "同志们" + "甲" * 41 + "：",
         "甲" * 11 + "同志："],
    ),
    (
        lp.is_title_like,
        ["甲县", "关于甲的通知", "甲" * 100],
        ["甲", "甲" * 101, "甲。", "甲：", "甲:", "甲，", "甲、", "甲,", "一、总则", "2014年4月2日",
         "甲发〔2014〕3号", "抄送：甲",
         "附件：1.表"],
    ),
    (
        lp.balanced,
        ["《甲》", "“甲”", "（甲）", "〈甲〉", "甲》", "甲"],
        ["《甲", "“甲", "（甲", "〈甲", "《甲》《"],
    ),
    (
        lp.is_officer,
        ["总理　李克强", "主席 甲乙", "委员长甲乙", "部长甲乙丙丁", "主任甲·乙", "省长甲乙", "市长甲乙", "州长甲乙",
         "县长甲乙", "区长甲乙",
         "局长甲乙", "厅长甲乙", "书记甲乙"],
        ["总理", "总理甲", "总理　　甲乙", "部长甲乙丙丁戊", "总经理甲乙"],
    ),
    (
        lp.is_recipients,
        ["各单位：", "全体党员:", "本市各校：", "区属单位：", "市属企业：", "省属企业：", "县属企业：",
         "直属机关党委名单：", "中央单位名单：",
         "有关方面：", "机关党员：", "驻甲部队：", "甲县教育局：", "甲县教育局、乙县人民政府：",
         "甲县教育局，乙大学,丙医院：", "甲县教育局（园区处室）：",
         *(f"甲{place}、乙县人民政府：" for place in ["省", "自治区", "市", "州", "盟", "县", "区", "旗", "镇", "乡",
           "街道", "村", "社区", "东部", "西部", "南部", "北部", "中部"]),
         *(f"{side}部、乙军分区：" for side in "东西南北中"),
         "王某某委员：", "甲·乙代表等：", "各" + "甲" * 598 + "："],
        ["各单位", "各单位。：", "一、各单位：", "现通知如下：", "各单位要做好以下：", "各项工作包括：",
         "各人分工主要是：", "各方组成：", "联系人：",
         "附件：", "抄送：", "送：", "甲县教育局、张三：", "王委员：", "各" + "甲" * 599 + "："],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "taken", "refused"), TAKEN_AND_REFUSED, ids=[r.__name__ for r, *_ in TAKEN_AND_REFUSED]
)
def test_rule(rule: Callable[[str], object], taken: list[str], refused: list[str]) -> None:
    assert [text for text in taken if not rule(text)] == []
    assert [text for text in refused if rule(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湘群组发〔2014〕36号", "湘群组发〔2014〕36号"),
        ("教基一厅［2010］第10号", "教基一厅〔2010〕10号"),
        ("甲[1999]8号", "甲〔1999〕8号"), ("甲(2004) 36 号", "甲〔2004〕36号"), ("甲（2004）36号", "甲〔2004〕36号"),
        ("甲{2004}123456号", "甲〔2004〕123456号"), ("（甲发〔2014〕3号）", "甲发〔2014〕3号"),
        ("甲" * 14 + "〔2014〕3号", "甲" * 14 + "〔2014〕3号"), ("甲" * 15 + "〔2014〕3号", None),
        ("甲〔2014〕1234567号", None), ("甲〔1814〕3号", None), ("2014年36号", None), ("甲发〔2014〕3号精神", None),
        ("〔2014〕3号", None),
    ],
)  # fmt: skip
def test_document_number(text: str, expected: str | None) -> None:
    assert lp.number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲县办公室 2014年4月2日印发", "2014-04-02"), ("2014年4月2日印制（共20份）", "2014-04-02"),
        ("2014年4月2日 印 发", "2014-04-02"),
        ("2014年4月1日报，2014年4月2日印发", "2014-04-02"), ("甲县办公室印发", None), ("2014年4月2日印发通知", None),
        ("2014年4月2日发", None),
        ("甲" * 69 + "2014年4月2日印发", "2014-04-02"), ("甲" * 70 + "2014年4月2日印发", None),
    ],
)  # fmt: skip
def test_print_date(text: str, expected: str | None) -> None:
    assert lp.print_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《人民日报》（2014年01月24日01版）", ("人民日报", "2014-01-24")),
        ("（原载《求是》2014年1月2日）", ("求是", "2014-01-02")),
        ("来源：《甲报》2014年1月2日", ("甲报", "2014-01-02")), ("据《甲报》 2014年1月2日", ("甲报", "2014-01-02")),
        ("《甲报》2014年1月2日至2014年1月3日", ("甲报", "2014-01-02")),
        ("来源:《 甲 报 》2014年1月2日", ("甲报", "2014-01-02")),
        ("《条例》自发布之日起施行。", None), ("《甲》2014年1月2日", None), ("《甲报》", None),
        ("见《甲报》2014年1月2日", None),
        ("《" + "甲" * 16 + "》2014年1月2日", ("甲" * 16, "2014-01-02")), ("《" + "甲" * 17 + "》2014年1月2日", None),
        ("《甲报》2014年1月2日" + "甲" * 21, ("甲报", "2014-01-02")), ("《甲报》2014年1月2日" + "甲" * 22, None),
    ],
)  # fmt: skip
def test_source_note(text: str, expected: tuple[str, str | None] | None) -> None:
    assert lp.source_note(text) == expected


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("特急", True), ("加急", True), ("急件", True), ("平急", True), ("秘密", True), ("机密", True), ("绝密", True),
        ("内部事项", True), ("内部资料", True), ("内部文件", True),
        ("机密★一年", True), ("绝密★长期", True), ("秘密★" + "甲" * 6 + "年", True),
        ("秘密★" + "甲" * 7 + "年", False), ("机密★", False), ("内部", False), ("特急电报", False),
    ],
)  # fmt: skip
def test_mark_of_secrecy_or_urgency(text: str, is_one: bool) -> None:
    assert lp.is_mark(text) == is_one


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("促进。（新华社北京1月23日电）", 3), ("（人民日报北京讯）", 0), ("（本报讯）", 0), ("(中新社甲地电)", 0),
        ("（甲乙社丙地电）", 0),
        ("（甲社丙地电）", None), ("（新华社北京1月23日）", None), ("（新华社电）。", None), ("新华社电", None),
        ("（新华社" + "甲" * 24 + "电）", 0), ("（新华社" + "甲" * 25 + "电）", None),
    ],
)  # fmt: skip
def test_dateline(text: str, start: int | None) -> None:
    assert lp.dateline_start(text) == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("意见。(下转第四版)", 3), ("（转第2版）", 0), ("（下转四版）", 0), ("（未完待续）", 0), ("（未完）", 0),
        ("（待续）", 0),
        ("（完）", None), ("（上接第一版）", None), ("（下转第四版）。", None), ("下转第四版", None),
        ("（转" + "甲" * 8 + "版）", 0), ("（转" + "甲" * 9 + "版）", None),
    ],
)  # fmt: skip
def test_turn_to_another_page(text: str, start: int | None) -> None:
    assert lp.turn_start(text) == start


def test_names_and_marks_apart() -> None:
    assert lp.without_cc_mark("抄 送： 市委办") == "市委办"
    assert lp.issuer_names("甲县教育局　　　乙 县财政局") == ("甲县教育局", "乙县财政局")


@pytest.mark.parametrize(
    "ending",
    [
        "委员会", "工作委员会", "领导小组", "办公室", "办公厅", "指挥部",
        "联席会议", "人民政府", "管理局",
        "监察局", "中心", "总局",
        "总公司", "公司", "集团", "协会", "学会", "联合会", "法院", "检察院", "研究院", "研究所", "大学", "学院",
        "学校", "中学", "小学", "医院", "银行", "委", "局", "厅", "部", "室", "院", "署",
        "会", "处", "科", "所", "站", "社", "办", "组", "团", "队", "府", "国务院",
        "一中", "二中", "三中",
    ],
)  # fmt: skip
def test_ending_of_an_issuer(ending: str) -> None:
    assert lp.ISSUER_ENDING.search(f"甲县{ending}")
    assert not lp.ISSUER_ENDING.search(f"甲县{ending}的")


_OPENING_A_LIST = """
如下 以下 下列 包括 主要是 是 为 有 附件 附 组成 事项 要求 规定 情况 材料 内容 安排 说明 问题 原则 目标 任务
"""


@pytest.mark.parametrize("words", _OPENING_A_LIST.split())
def test_what_opens_a_list_addresses_nobody(words: str) -> None:
    assert not lp.is_recipients(f"各单位{words}：")
    assert lp.is_recipients(f"各单位{words}科：")


@pytest.mark.parametrize("words", ["附件", "抄送", "送", "联系"])
def test_a_label_of_its_own_addresses_nobody(words: str) -> None:
    assert not lp.is_recipients(f"{words}各县教育局：")


_WHO = "各 全 本 相关 区属 市属 省属 县属 直属 中央 有关 机关 驻"


@pytest.mark.parametrize("words", _WHO.split())
def test_words_with_which_an_address_opens(words: str) -> None:
    assert lp.is_recipients(f"{words}某某：")
    assert not lp.is_recipients(f"某{words}某某：")


_BODIES = "军分区 警备区 军区 党委 团委 总支 支部 党组 单位 部门 机关 有关方面"


@pytest.mark.parametrize("ending", _BODIES.split())
def test_endings_of_addressed_bodies(ending: str) -> None:
    assert lp.is_recipients(f"某某{ending}：")
    assert not lp.is_recipients(f"某某{ending}甲：")


_PEOPLE = """
人员 学生 学员 同学 教师 教职工 职工 教工 工 党员 干部 考生 家长 积极分子 发展对象 用户 业主
"""


@pytest.mark.parametrize("people", _PEOPLE.split())
def test_people_who_are_addressed(people: str) -> None:
    assert lp.is_recipients(f"某某{people}：")
    assert not lp.is_recipients(f"某某{people}甲：")


_PART_IN_SOMETHING = """
参会 参加 参与 出席 列席 与会 联系 工作 负责 责任 主持 主讲 报名 招聘 招收 培训 成员
"""


@pytest.mark.parametrize("words", _PART_IN_SOMETHING.split())
def test_people_by_their_part_in_something_are_the_label_of_a_list(words: str) -> None:
    assert not lp.is_recipients(f"{words}的某人员：")


@pytest.mark.parametrize(("length", "genre"), [(1, "规定"), (12, "规定"), (13, None)])
def test_a_remark_of_twelve_characters_may_follow_the_genre(length: int, genre: str | None) -> None:
    assert lp.genre(f"甲规定（{'乙' * length}）") == genre
