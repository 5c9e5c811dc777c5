"""Where a document ends and another begins, and what stands at the end of each."""

from __future__ import annotations

import pytest

from notice_site.model import Align, BlockKind
from notice_site.parsing.documents import split_documents
from notice_site.parsing.line_joining import Paragraph

SIGNS = {
    BlockKind.SIGNATURE: "落款", BlockKind.DATE: "日期", BlockKind.CC: "抄送", BlockKind.PRINT: "印发",
    BlockKind.NOTE: "附注", BlockKind.TABLE: "表格",
}  # fmt: skip
DAY = "2014年4月2日"


def paragraphs(lines: str) -> tuple[Paragraph, ...]:
    """Lines divided by |; ^ before a line says that it is centred, > at the right, @ a table, _ after a gap."""
    aligns = {"^": Align.CENTER, ">": Align.RIGHT}
    return tuple(
        Paragraph(
            line.lstrip("^>@_"),
            (number, number),
            aligns.get(line[:1], Align.LEFT),
            rows=((line,),) if line.startswith("@") else (),
            gap_before=line.startswith("_"),
        )
        for number, line in enumerate(lines.split("|"), 1)
    )


def ending(lines: str) -> str:
    """What is taken off the end of one document without head, in order."""
    (document,) = split_documents(paragraphs(f"一、总则。|{lines}"))
    return " ".join(SIGNS[kind] for kind, _ in document.tail)


ENDINGS = [
    ("正文。", ""),
    (f"正文。|甲县教育局|{DAY}", "落款 日期"),
    (f"正文。|甲县教育局|乙县财政局|{DAY}", "落款 落款 日期"),
    ("正文。|甲县教育局", "落款"),
    ("正文。|>张三", ""),
    ("正文。|>中共甲省委党的|>领导小组", "落款 落款"),
    ("正文。|中共甲省委党的|领导小组", ""),
    (f"正文。|{DAY}", "日期"),
    (f"正文。|张三|{DAY}", "日期"),
    (f"正文。|总理　李克强|{DAY}", "落款 日期"),
    (f"正文。|甲县教育局{DAY}", "落款 日期"),
    (f"正文。|甲县教育局，{DAY}", ""),
    (f"正文。|甲县教育局：|{DAY}", "日期"),
    (f"正文。|甲县教育局，乙县财政局|{DAY}", "日期"),
    (f"正文。|附件1|{DAY}", "日期"),
    (f"正文。|（甲县教育局）|{DAY}", "日期"),
    (f"正文。|@甲县教育局|{DAY}", "日期"),
    (f"正文。|中共甲省委党的|领导小组|{DAY}", "落款 落款 日期"),
    (f"正文。|市长|王安顺|{DAY}", "落款 落款 日期"),
    (f"正文。|甲省委党的|_领导小组|{DAY}", "落款 日期"),
    (f"正文。|甲省委“四风”|_领导小组|{DAY}", "落款 落款 日期"),
    ("正文。|甲县教育局|9月26日", "落款 日期"),
    ("正文。|各单位|9月26日", ""),
    ("正文。|甲县教育局|9月26日前", ""),
    (f"正文。|完成学习任务|领导小组|{DAY}", "落款 日期"),
    (f"正文。|{'甲' * 39}局|{DAY}", "落款 日期"),
    (f"正文。|{'甲' * 40}局|{DAY}", "日期"),
    (f"正文。|{'甲县教育局|' * 6}{DAY}", "落款 " * 6 + "日期"),
    (f"正文。|{'甲县教育局|' * 7}{DAY}", "落款 " * 6 + "日期"),
    (f"正文。|甲县教育局|{DAY}|抄送：市委办", "落款 日期 抄送"),
    (f"正文。|甲县教育局|{DAY}|{DAY}印发", "落款 日期 印发"),
    (f"正文。|甲县教育局|{DAY}|主题词：教育", "落款 日期 附注"),
    (f"正文。|甲县教育局|{DAY}|（此件公开发布）", "落款 日期 附注"),
    (f"正文。|甲县教育局|{DAY}|《甲报》（{DAY}01版）", "落款 日期 附注"),
    (f"正文。|甲县教育局|{DAY}|（新华社北京1月23日电）", "落款 日期 附注"),
    (f"正文。|甲县教育局|{DAY}|（联系人：张三）|抄送：市委办|共印50份", "落款 日期 附注 抄送 附注"),
    (f"正文。|甲县教育局|{DAY}|联系电话12345", "落款 日期 附注"),
    (f"正文。|甲县教育局|{DAY}|抄送：市委办|联系电话12345|{DAY}印发|甲乙", "落款 日期 抄送 附注 印发 附注"),
    (f"正文。|甲县教育局|{DAY}|@名单", "落款 日期 表格"),
    (f"正文。|甲县教育局|{DAY}|{'甲' * 600}", "落款 日期 附注"),
    (f"正文。|甲县教育局|{DAY}|{'甲' * 601}", ""),
    (f"正文。|甲县教育局|{DAY}|{'甲' * 300}|{'甲' * 301}", ""),
    (f"正文。|甲县教育局|{DAY}|@{'甲' * 601}", "落款 日期 表格"),
    (f"正文。|甲县教育局|{DAY}|二、附则", ""),
    (f"正文。|甲县教育局|{DAY}|第二条 附则", ""),
    (f"正文。|甲县教育局|{DAY}|第二章 附则", ""),
    (f"正文。|甲县教育局|{DAY}|1.说明", "落款 日期 附注"),
    ("正文。|附件：1.申报表", "附注"),
    (f"正文。|附件：1.申报表|2.汇总表|甲县教育局|{DAY}", "附注 附注 落款 日期"),
    (f"正文。|附件1：申报表|附件2：汇总表|甲县教育局|{DAY}", "附注 附注 落款 日期"),
    (f"正文。|附件：1.申报表|2.各县要报送。|甲县教育局|{DAY}", "落款 日期"),
    (f"正文。|1.申报表|2.汇总表|甲县教育局|{DAY}", "落款 日期"),
    (f"正文。|附件|1.2018登记表|2.汇总表|甲县教育局|{DAY}", "附注 附注 附注 落款 日期"),
    (f"正文。|附件|1.2018登记表|甲县教育局|{DAY}", "附注 附注 落款 日期"),
    (f"正文。|附件|甲县教育局|{DAY}", "落款 日期"),
    (f"正文。|附：登记表|甲县教育局|{DAY}", "附注 落款 日期"),
    ("正文。|附件：1.甲" + "".join(f"|{n}.乙" for n in range(2, 12)), "附注 " * 10 + "附注"),
    ("正文。|附件：1.甲" + "".join(f"|{n}.乙" for n in range(2, 13)), ""),
    ("正文。|促进。（新华社北京1月23日电）", "附注"),
    ("正文。|（下转第四版）", "附注"),
    ("正文。|意见。(下转第四版)", "附注"),
    ("正文。|共印50份", "附注"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), ENDINGS, ids=[lines[:60] for lines, _ in ENDINGS])
def test_what_is_taken_off_the_end(lines: str, expected: str) -> None:
    assert ending(lines) == expected


def test_nothing_is_lost_where_an_ending_is_cut_off_a_paragraph() -> None:
    (document,) = split_documents(paragraphs(f"一、总则。|促进。（新华社北京1月23日电）|甲县教育局{DAY}"))
    assert [p.text for p in document.body] == ["一、总则。", "促进。", "（新华社北京1月23日电）"]
    assert [p.text for _, p in document.tail] == ["甲县教育局", DAY]


@pytest.mark.parametrize(
    ("opening", "is_name"),
    [
        ("中共省委党的", True), ("中国学习", True), ("中央学习", True), ("全国学习", True), ("国家学习", True),
        ("国务院学习", True), ("甲省学习", True), ("甲市学习", True), ("甲县学习", True), ("甲区学习", True),
        ("甲州学习", True), ("甲旗学习", True), ("甲乡学习", True), ("甲镇学习", True), ("甲村学习", True),
        ("完成学习", False), ("学习中央", False),
    ],
)  # fmt: skip
def test_a_name_cut_in_two_opens_with_whose_body_it_is(opening: str, is_name: bool) -> None:
    assert (ending(f"正文。|{opening}|领导小组|{DAY}") == "落款 落款 日期") == is_name


@pytest.mark.parametrize(
    ("line", "is_cut"),
    [
        ("甲乙丙局", True), ("甲乙局", False), ("甲" * 59 + "局", True), ("甲" * 60 + "局", False),
        ("甲乙丙丁", False), ("一、甲乙局", False), ("甲。乙丙局", False),
    ],
)  # fmt: skip
def test_a_date_behind_a_name_is_a_line_of_its_own(line: str, is_cut: bool) -> None:
    (document,) = split_documents(paragraphs(f"一、总则。|正文。|{line}{DAY}"))
    assert ([p.text for _, p in document.tail][-1:] == [DAY]) == is_cut


def test_a_mark_that_the_text_goes_on_elsewhere_means_that_it_is_cut_short() -> None:
    assert split_documents(paragraphs("一、总则。|意见。(下转第四版)"))[0].truncated
    assert not split_documents(paragraphs("一、总则。|意见。（此件公开发布）"))[0].truncated


def test_a_name_that_the_head_gives_needs_no_ending() -> None:
    head = "甲乙丙丁联盟文件|甲乙发〔2014〕3号|关于学习的通知|各单位：|正文。"
    (document,) = split_documents(paragraphs(f"{head}|甲乙丙丁联盟|{DAY}"))
    assert [SIGNS[kind] for kind, _ in document.tail] == ["落款", "日期"]
    (document,) = split_documents(paragraphs(f"{head}|甲乙丙|{DAY}"))
    assert [SIGNS[kind] for kind, _ in document.tail] == ["日期"], "three characters"


FIRST = f"关于印发《甲县学习方案》的通知|各单位：|现印发给你们。|甲县教育局|{DAY}"


def documents(lines: str, *starts: int) -> list[tuple[str, str | None]]:
    return [(d.role, d.head.title) for d in split_documents(paragraphs(lines), starts)]


MAIN = ("main", "关于印发《甲县学习方案》的通知")


@pytest.mark.parametrize(
    ("below", "second"),
    [
        pytest.param("甲县学习方案|一、总则。", ("issued", "甲县学习方案"), id="题名已提到"),
        pytest.param("检查方案|一、总则。", ("issued", "检查方案"), id="题名有文种"),
        pytest.param("关于检查|一、总则。", None, id="题名没有文种"),
        pytest.param("甲发〔2014〕3号|关于检查|一、总则。", ("issued", "关于检查"), id="有文号"),
        pytest.param("附件1|检查|一、总则。", ("annex", "检查"), id="有附件序号"),
        pytest.param("附：甲县通报|近日有三起问题。", ("annex", "甲县通报"), id="附与题名在一行"),
        pytest.param("附件：1.甲县通报|近日有三起问题。", None, id="附件清单"),
        pytest.param("甲县学习方案", None, id="后面没有正文"),
        pytest.param("甲县学习方案|甲乙|丙丁|戊己|一、总则。", None, id="题名之后不像正文"),
        pytest.param("甲县学习方案|@表格", ("issued", "甲县学习方案"), id="题名之后是表格"),
        pytest.param("甲县学习方案|各项如下：|甲。", ("issued", "甲县学习方案"), id="题名之后是冒号"),
        pytest.param("甲县学习方案|1总则|甲|乙|丙。", ("issued", "甲县学习方案"), id="题名之后是序数"),
        pytest.param("甲县学习方案|1总则|甲|乙|丙|丁。", None, id="第五段才有句子"),
        pytest.param("一、检查方案|二、总则。", None, id="带序数的不是题名"),
    ],
)
def test_a_document_begins_below_the_end_of_another(below: str, second: tuple[str, str] | None) -> None:
    assert documents(f"{FIRST}|{below}") == ([MAIN, second] if second else [MAIN])


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("附：甲县通报|近日有三起问题。|附：乙县通报|春节将至，现予通报。", ["甲县通报", "乙县通报"]),
        ("附件1|考评表|@甲|注：一式三份。|附件2|点评表|@乙", ["考评表", "点评表"]),
        ("附件1|考评表|@甲|注：一式三份。|点评表|@乙", ["考评表"]),
        ("附件|^典型做法|^（共3项）|1.甲县推进改革。", ["典型做法"]),
    ],
)
def test_annexes_follow_one_another(lines: str, titles: list[str]) -> None:
    assert [title for _, title in documents(f"{FIRST}|{lines}")[1:]] == titles


def test_the_title_of_an_annex_is_as_long_as_the_list_of_annexes_says() -> None:
    first = FIRST.replace("|甲县教育局", "|附件1.甲县口岸的界址点坐标|2.甲县大桥的界址点坐标|甲县教育局")
    below = "附件1.|甲县口岸的|界址点坐标|@甲|注：独立坐标。|附件2：|甲县大桥的界址点坐标|甲匝道桥|@乙|注：独立坐标。"
    assert [title for _, title in documents(f"{first}|{below}")[1:]] == ["甲县口岸的界址点坐标", "甲县大桥的界址点坐标"]


COMPILATION = (
    "甲县制度汇编|目 录|申诉管理规定………1|考勤办法……5|申诉管理规定|甲发〔2017〕7号|第一章 总则|第一条 要申诉。"
    "|考勤办法|甲发〔2018〕3号|一、工作时间|按规定执行。"
)


def test_the_documents_of_a_compilation_are_those_that_its_contents_list() -> None:
    first, second = split_documents(paragraphs(COMPILATION))
    assert (first.head.title, first.head.number, second.head.title) == ("申诉管理规定", "甲发〔2017〕7号", "考勤办法")
    assert [kind.value for kind, _ in first.head.pieces] == ["note"] * 4 + ["title", "number"]
    without_contents = COMPILATION.replace("|申诉管理规定………1|考勤办法……5", "")
    assert [d.head.title for d in split_documents(paragraphs(without_contents))] != ["申诉管理规定", "考勤办法"]


def test_a_bracket_belongs_to_the_title_that_the_list_of_annexes_gives_in_full() -> None:
    first = FIRST.replace("|甲县教育局", "|附件：典型做法（共3项）|甲县教育局")
    below = "附件|^典型做法|^（共3项）|1.甲县推进改革。"
    assert [title for _, title in documents(f"{first}|{below}")[1:]] == ["典型做法（共3项）"]


CLOSINGS = {
    DAY: True,
    f"甲县{DAY}": True,
    f"{'甲' * 51}{DAY}": True,
    f"{'甲' * 52}{DAY}": False,
    "抄送：市委办": True,
    f"甲县办公室{DAY}印发": True,
    "附件：1.申报表": True,
    "甲县教育局": False,
    f"甲。{DAY}": False,
    f"{DAY}前": False,
}


@pytest.mark.parametrize(("line", "closes"), CLOSINGS.items(), ids=CLOSINGS)
def test_what_ends_a_document(line: str, closes: bool) -> None:
    lines = f"关于学习的通知|各单位：|正文。|{line}|检查方案|一、总则。"
    assert (len(documents(lines)) == 2) == closes


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        pytest.param("^甲县检查方案", True, id="居中，有文种，六字"),
        pytest.param("^县检查方案", False, id="居中，五字"),
        pytest.param("甲县检查方案", False, id="不居中，没有提到"),
        pytest.param("甲县学习方案", True, id="不居中，已提到"),
        pytest.param("^甲县检查要求", False, id="没有文种"),
        pytest.param("^一、甲县检查方案", False, id="有序数"),
    ],
)
def test_a_document_without_an_end_before_it(line: str, begins: bool) -> None:
    lines = f"关于印发《甲县学习方案》的通知|各单位：|现印发给你们。|{line}|一、总则。"
    assert (len(documents(lines)) == 2) == begins


@pytest.mark.parametrize(
    ("first", "role"),
    [
        ("关于转发《检查方案》的通知", "forwarded"), ("关于批转《检查方案》的通知", "forwarded"),
        ("关于印发《检查方案》的通知", "issued"), ("关于颁发《检查方案》的通知", "issued"),
        ("关于发布《检查方案》的通知", "issued"), ("关于公布《检查方案》的通知", "issued"),
        ("关于落实《检查方案》的通知", "annex"),
    ],
)  # fmt: skip
def test_what_the_first_document_does_with_the_second(first: str, role: str) -> None:
    assert documents(f"{first}|各单位：|正文。|{DAY}|检查方案|一、总则。") == [("main", first), (role, "检查方案")]


def test_what_the_first_two_paragraphs_say_counts_too() -> None:
    for before, role in (("", "issued"), ("甲。|", "issued"), ("甲。|乙。|", "annex")):
        lines = f"关于学习的通知|各单位：|{before}现印发给你们。|{DAY}|检查方案|一、总则。"
        assert documents(lines)[1] == (role, "检查方案")


@pytest.mark.parametrize(("name", "signs"), [("甲乙丙丁", True), ("甲乙丙", False)])
def test_a_name_from_the_head_has_four_characters(name: str, signs: bool) -> None:
    lines = f"甲乙丙丁文件|甲乙发〔2014〕3号|关于学习的通知|各单位：|正文。|{name}|{DAY}"
    (document,) = split_documents(paragraphs(lines))
    assert ([kind for kind, _ in document.tail] == [BlockKind.SIGNATURE, BlockKind.DATE]) == signs


def test_an_editor_says_where_a_document_begins() -> None:
    lines = "关于学习的通知|各单位：|正文。|甲乙|丙丁。"
    assert len(documents(lines)) == 1
    assert [title for _, title in documents(lines, 4)] == ["关于学习的通知", None]
    assert len(documents(lines, 1)) == 1
    assert len(documents(lines, 9)) == 1


def test_the_title_of_the_page_is_the_title_of_a_document_without_one() -> None:
    page = Paragraph("甲县学习要求", (1, 1), heading=1)
    (document,) = split_documents((page, *paragraphs("一、总则。")))
    assert (document.head.title, document.dropped) == ("甲县学习要求", ())
    (document,) = split_documents((page, *paragraphs("关于学习的通知|正文。")))
    assert [(d.text, d.reason, d.line) for d in document.dropped] == [
        ("甲县学习要求", "网页标题，文件另有题名", 1),
    ]  # fmt: skip
    long_page = Paragraph("甲县学习要求", (7, 9), heading=1)
    (document,) = split_documents((long_page, *paragraphs("关于学习的通知|正文。")))
    assert [d.line for d in document.dropped] == [7]
    (document,) = split_documents((page, *paragraphs("甲县学习要求|各单位：|正文。")))
    assert [d.reason for d in document.dropped] == ["网页标题，与文件题名重复"]
    (document,) = split_documents((page, *paragraphs("总体要求|抓好落实。")))
    assert (document.head.title, document.dropped) == ("甲县学习要求", ())


def test_cc_and_print_lines_at_the_very_end_belong_to_the_first_document() -> None:
    lines = f"{FIRST}|甲县学习方案|一、总则。|二、附则。|共印50份|抄送：市委办|甲县办公室{DAY}印发"
    first, second = split_documents(paragraphs(lines))
    assert [SIGNS[kind] for kind, _ in first.tail] == ["落款", "日期", "抄送", "印发"]
    assert [SIGNS[kind] for kind, _ in second.tail] == ["附注"]


@pytest.mark.parametrize(
    ("line", "date"),
    [("2016年6月", None), ("2016年6月8日", "2016-06-08")],
    ids=["a month", "a day"],
)
def test_a_month_among_what_follows_the_text_signs_nothing(line: str, date: str | None) -> None:
    lines = ("关于学习的通知", "各单位：", "请按分工落实。", "建立台账", line, "县财政局", "修订办法")
    (document,) = split_documents(tuple(Paragraph(text, (i, i)) for i, text in enumerate(lines, 1)))
    signed = [p.text for kind, p in document.tail if kind is BlockKind.DATE]
    assert signed == ([line] if date else [])


@pytest.mark.parametrize(("number", "count"), [("第三条", 1), ("第一条", 2)], ids=["counts on", "begins anew"])
def test_no_document_begins_where_the_articles_count_on(number: str, count: int) -> None:
    lines = (
        "甲县建设管理办法", "第一条　为规范建设工程规划，制定本办法。", "第二条　附建设工程规划。", "建设工程规划",
        f"{number}　在县城建设的，应当办理许可。", "第四条　临时建设的，应当办理临时许可。",
    )  # fmt: skip
    paragraphs = tuple(Paragraph(text, (i, i), align=Align.CENTER) for i, text in enumerate(lines, 1))
    assert len(split_documents(paragraphs)) == count


def test_when_it_was_adopted_may_stand_above_the_title() -> None:
    lines = ("2024年12月31日甲市人民代表大会常务委员会通过", "甲市电子单证规定", "第一条　为便利企业，制定本规定。")
    (document,) = split_documents(tuple(Paragraph(text, (i, i)) for i, text in enumerate(lines, 1)))
    assert document.head.title == "甲市电子单证规定"
