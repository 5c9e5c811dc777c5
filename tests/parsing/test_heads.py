"""The head of a document: which lines are masthead, number, title, date, byline and 主送, and where it ends."""

from __future__ import annotations

import pytest

from notice_site.model import Align, BlockKind
from notice_site.parsing.heads import Head, head_at, page_titles
from notice_site.parsing.line_joining import Paragraph

SIGNS = {
    BlockKind.MASTHEAD: "版头", BlockKind.NUMBER: "文号", BlockKind.TITLE: "题名", BlockKind.DATE: "日期",
    BlockKind.NOTE: "附注", BlockKind.RECIPIENTS: "主送",
}  # fmt: skip


def paragraphs(lines: str) -> tuple[Paragraph, ...]:
    """Lines divided by |; a line that begins with ^ is centred, with # a heading, with @ a table."""
    return tuple(
        Paragraph(
            line.lstrip("^#@"),
            (number, number),
            Align.CENTER if line.startswith("^") else Align.LEFT,
            int(line.startswith("#")),
            ((line,),) if line.startswith("@") else (),
        )
        for number, line in enumerate(lines.split("|"), 1)
    )


def head(lines: str, start: int = 0) -> Head:
    return head_at(paragraphs(lines), start)


def kinds(lines: str, start: int = 0) -> str:
    return " ".join(SIGNS[kind] for kind, _ in head(lines, start).pieces)


# The lines of a source -> what its head consists of; what follows is the body.
HEADS = [
    ("甲县教育局文件|甲教发〔2014〕3号|关于学习的通知|各单位：|正文。", "版头 文号 题名 主送"),
    ("甲县教育局文件|关于学习的通知|甲教发〔2014〕3号|各单位：|正文。", "版头 题名 文号 主送"),
    ("甲县教育局|甲教发〔2014〕3号|关于学习的通知|正文。", "版头 文号 题名"),
    ("甲县教育局|乙县财政局|甲教发〔2014〕3号|关于学习的通知|正文。", "版头 版头 文号 题名"),
    ("甲县教育局文件|乙县财政局|甲教发〔2014〕3号|关于学习的通知|正文。", "版头 版头 文号 题名"),
    ("甲县教育局文件|乙县财政局|丙县税务局|甲教发〔2014〕3号|关于学习的通知|正文。", "版头 版头 版头 文号 题名"),
    ("甲县教育局文件|特急|甲教发〔2014〕3号|关于学习的通知|正文。", "版头 版头 文号 题名"),
    ("甲县教育局文件|办理中|甲教发〔2014〕3号|关于学习的通知|正文。", "版头"),
    ("关于学习的通知|各位教工、同学：|正文。", "题名 主送"),
    ("关于学习的讲话|各位教工、同学：|正文。", "题名"),
    ("关于学习的通知|同志们！|正文。", "题名"),
    ("甲县教育局关于提案的答复|张某某副主席：|正文。", "题名 主送"),
    ("关于学习的通知|甲市、乙县人民政府，东部、西部军分区：|正文。", "题名 主送"),
    ("关于学习的通知|甲市、乙县：|正文。", "题名"),
    ("甲教发〔2014〕3号|关于学习的通知|正文。", "文号 题名"),
    ("关于学习的通知|正文。", "题名"),
    ("关于学习|甲教发〔2014〕3号|各单位：|正文。", "题名 文号 主送"),
    ("关于印发学习方案|的通知|正文。", "题名 题名"),
    ("学习|转发|甲教发〔2014〕3号|正文。", "题名"),
    ("甲的方案|甲教发〔2014〕3号|正文。", "题名 文号"),
    ("一、总则|正文。", ""),
    ("正文。|各单位：", ""),
    ("各单位：|正文。", "主送"),
    ("同志们：|正文。", ""),
    ("各位代表：|正文。", ""),
    ("附件1|学习方案|正文。", "附注 题名"),
    ("附件|附件1|学习方案|正文。", "附注 附注 题名"),
    ("关于学习的通知|2014年4月2日|各单位：|正文。", "题名 日期 主送"),
    ("关于学习的通知|2014年4月2日|2014年4月3日|正文。", "题名 日期"),
    ("关于学习的通知|（甲县教育局 2014年4月2日）|正文。", "题名 日期"),
    ("关于学习的通知|（2014年4月2日通过）|正文。", "题名 附注"),
    ("关于学习的通知|（讨论稿）|（2014年4月2日）|正文。", "题名 附注 日期"),
    ("关于学习的通知|2014年4月2日|（甲县 2014年4月3日）|正文。", "题名 日期 附注"),
    ("关于学习的通知|@（讨论稿）|正文。", "题名"),
    ("关于学习|（此件公开发布）|的通知", "题名 附注"),
    ("^关于学习的讲话|^张三|2014年4月2日|正文。", "题名 附注 日期"),
    ("^关于学习的讲话|张三|2014年4月2日|正文。", "题名"),
    ("^关于学习的讲话|^张三|正文。", "题名"),
    ("^关于学习的讲话|^张三|^李四|2014年4月2日|正文。", "题名"),
    ("国务院令|第707号|正文。", "题名 文号"),
    ("国务院令|（第707号）|正文。", "题名 文号"),
    ("国务院公报|第707号|正文。", "题名"),
    ("国务院令|甲发〔2014〕3号|第707号|正文。", "题名 文号"),
    ("国务院令|707号|正文。", "题名"),
    ("国务院令", "题名"),
    ("关于学习的办法|目录|第一章 总则…1|第二章 附则…2|第一章 总则|正文。", "题名 附注 附注 附注"),
    ("关于学习的办法|目 次|第一章 总则 1|第一章 总则|正文。", "题名 附注 附注"),
    ("关于学习的办法|目录|第一章 总则…1|正文。", "题名"),
    ("关于学习的办法|目录", "题名"),
    ("关于学习的办法|目的|第一章 总则|第一章 总则", "题名"),
    ("关于学习的办法|目录|12|12", "题名"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), HEADS, ids=[lines for lines, _ in HEADS])
def test_what_the_head_consists_of(lines: str, expected: str) -> None:
    assert kinds(lines) == expected
    assert head(lines).end == len(expected.split())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(lines, expected) for lines, expected in HEADS if "的通知" in lines and "^" not in lines],
    ids=[lines for lines, _ in HEADS if "的通知" in lines and "^" not in lines],
)
def test_a_head_further_down_is_the_same(lines: str, expected: str) -> None:
    """Below other text a line without 文种 needs more to be a title: those rows are left out."""
    below = head(f"前文。|{lines}", start=1)
    assert (kinds(f"前文。|{lines}", start=1), below.end) == (expected, 1 + len(expected.split()))


@pytest.mark.parametrize(
    ("lines", "title", "number", "byline"),
    [
        ("转发：甲局关于检查的通知|正文。", "甲局关于检查的通知", None, None),
        ("转发甲局关于检查的通知|正文。", "转发甲局关于检查的通知", None, None),
        ("【导读】关于做好考试的通知|正文。", "关于做好考试的通知", None, None),
        ("附：县纪委的通报|正文。", "县纪委的通报", None, None),
        ("关于评价的办法|（县教育局令第41号 2017年2月4日）|正文。", "关于评价的办法", "县教育局令第41号", "县教育局"),
        ("关于评价的办法|（县教育局 2017年2月4日）|正文。", "关于评价的办法", None, "县教育局"),
    ],
)
def test_what_is_no_part_of_the_title(lines: str, title: str, number: str | None, byline: str | None) -> None:
    found = head(lines)
    assert (found.title, found.number, found.byline) == (title, number, byline)


def test_what_the_head_says() -> None:
    found = head("甲县教育局文件|甲教发［2014］第3号|关于学 习|的通知|（甲县 教育局 2014年4月2日）|各 单位：|正文。")
    assert (found.title, found.number, found.recipients, found.date, found.byline, found.annex, found.press) == (
        "关于学习的通知", "甲教发〔2014〕3号", "各单位", "2014-04-02", "甲县教育局", False, False,
    )  # fmt: skip
    assert head("关于学习的通知|2014年4月2日|正文。").byline is None
    assert head("关于学习的通知|（2014年4月2日）|正文。").byline is None
    assert head("^关于学习的讲话|^张 三|2014年4月2日|正文。").byline == "张三"
    assert head("关于学习的通知|2014年4月2日|2014年4月3日|正文。").date == "2014-04-02"
    assert head("国务院令|（第707号）|正文。").number == "第707号"
    assert head("附件1|学习方案|正文。").annex
    assert head("正文。").title is None
    assert head_at((), 0).end == 0


# Where a title ends: the lines, ‖ behind the last one that belongs to it.
TITLES = """
关于学习的通知‖|关于检查的通知
关于学习|的通知‖|正文。
关于学习安排|工作的通知‖|正文。
关于学习安排|及检查的通知‖|正文。
关于学习方案|和检查方案‖|正文。
关于学习方案|——全年部署‖|正文。
关于学习方案|—全年部署‖|正文。
关于学习方案‖|的补充|正文。
关于学习的通知‖|学习要点|正文。
关于学习的通知‖|甲局关于检查的通知|正文。
关于学习的通知|局关于检查的通知‖|正文。
关于学习的通知‖|转发检查的通知|正文。
关于学习的通知‖|印发检查的通知|正文。
关于印发《学习方案|细则》的通知‖|正文。
关于学习“三严|三实”意见‖|正文。
一行|二行|三行|四行|五行|六行的通知‖|正文。
一行‖|二行|三行|四行|五行|六行|七行的通知|正文。
^关于学习|^的通知‖|正文。
^关于学习‖|的通知|正文。
关于学习‖|@的通知
关于学习‖|正文。
转发学习‖|正文。
印发学习‖|正文。
关于《学习|要求》‖|甲乙|正文。
关于学习|——要求‖|甲乙|正文。
关于学习‖|甲乙|正文。
"""


@pytest.mark.parametrize("row", TITLES.split())
def test_where_a_title_ends(row: str) -> None:
    end = row[: row.index("‖")].count("|") + 1
    found = head(row.replace("‖", ""))
    assert [kind for kind, _ in found.pieces] == [BlockKind.TITLE] * end
    assert found.title == "".join(line.lstrip("^#") for line in row[: row.index("‖")].split("|"))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("学习要求", None), ("^学习要求", "学习要求"), ("#学习要求", "学习要求"), ("关于学习", "关于学习"),
        ("转发学习", "转发学习"), ("印发学习", "印发学习"), ("学习方案", "学习方案"), ("《学习方案", None),
        ("#学习好！再动员", "学习好！再动员"), ("#学什么？", "学什么？"), ("^学什么？", None), ("#学习结束。", None),
    ],
)  # fmt: skip
def test_a_title_without_genre_is_set_off_or_opens_as_titles_do(line: str, title: str | None) -> None:
    assert head(f"前文。|{line}|正文。", start=1).title == title


def test_a_line_at_the_very_beginning_or_below_an_annex_mark_is_a_title() -> None:
    assert head("学习要求|正文。").title == "学习要求"
    assert head("前文。|附件1|学习要求|正文。", start=1).title == "学习要求"


@pytest.mark.parametrize(("length", "is_byline"), [(30, True), (31, False)])
def test_a_byline_is_a_short_line(length: int, is_byline: bool) -> None:
    assert (head(f"^关于学习的讲话|^{'甲' * length}|2014年4月2日|正文。").byline is not None) == is_byline


@pytest.mark.parametrize(("names", "kinds_"), [(5, "版头 " * 5 + "文号 题名"), (6, "")])
def test_a_masthead_has_at_most_six_lines(names: int, kinds_: str) -> None:
    lines = "|".join(["甲县教育局"] * names)
    assert kinds(f"前文。|{lines}|甲教发〔2014〕3号|关于学习的通知|正文。", start=1) == kinds_


@pytest.mark.parametrize(
    ("line", "is_masthead"),
    [
        ("甲县教育局", True), ("学习", True), ("甲文件", True), ("关于学习", False), ("转发学习", False),
        ("甲印发学习", False), ("学习方案", False), ("（内部）", False),
    ],
)  # fmt: skip
def test_names_before_a_number_are_a_masthead(line: str, is_masthead: bool) -> None:
    assert kinds(f"前文。|{line}|甲教发〔2014〕3号|关于学习的通知|正文。", start=1).startswith("版头") == is_masthead


PRESS = "中办印发《学习意见》"


@pytest.mark.parametrize(
    ("lines", "pieces"),
    [
        (f"{PRESS}|近日，中办印发了《学习意见》，全文如下。|一、总则", "附注 附注"),
        (f"{PRESS}|近日，中办印发了《学习意见》，全文公布：|一、总则", "附注 附注"),
        (f"{PRESS}|近日，中办印发了《学习意见》，全文刊登:|一、总则", "附注 附注"),
        (f"{PRESS}|近日，中办印发了《学习意见》全文|一、总则", "附注 附注"),
        (f"{PRESS}|近日，中办印发了《学习意见》。|全文如下：|一、总则", "题名"),
        (f"{PRESS}|近日。|《学习意见》全文如下：|《学习意见》|一、总则", "附注 附注 附注 题名"),
        (f"{PRESS}|《学习意见》全文如下：|学习意见|一、总则", "附注 附注 题名"),
        (f"{PRESS}|《学习意见》全文如下：|检查意见|一、总则", "附注 附注"),
        (f"{PRESS}|《学习意见》全文如下：", "附注 附注"),
        ("中办发布《学习意见》|《学习意见》全文如下：|一、总则", "附注 附注"),
        ("中办公布《学习意见》|《学习意见》全文如下：|一、总则", "附注 附注"),
        ("中办颁布《学习意见》|《学习意见》全文如下：|一、总则", "附注 附注"),
        ("中办转发《学习意见》|《学习意见》全文如下：|一、总则", "附注 附注"),
        ("中办解读《学习意见》|《学习意见》全文如下：|一、总则", "题名"),
        ("中印发《学习意见》|《学习意见》全文如下：|一、总则", "题名"),
        ("甲" * 24 + "印发《学习意见》|《学习意见》全文如下：|一、总则", "附注 附注"),
        ("甲" * 25 + "印发《学习意见》|《学习意见》全文如下：|一、总则", "题名"),
        (PRESS + "|甲。" * 7 + "|《学习意见》全文如下：|一、总则", "附注 " * 8 + "附注"),
        (PRESS + "|甲。" * 8 + "|《学习意见》全文如下：|一、总则", "题名"),
    ],
)  # fmt: skip
def test_a_newspapers_headline_and_lead(lines: str, pieces: str) -> None:
    found = head(lines)
    assert (kinds(lines), found.end) == (pieces, len(pieces.split()))
    assert found.press == pieces.startswith("附注")
    if found.press:
        assert found.title == "学习意见"
        assert found.issuer
        assert lines.startswith(found.issuer + lines[len(found.issuer) : lines.index("《")])


def test_the_issuer_in_a_headline_ends_before_the_verb() -> None:
    assert head(f"{PRESS}|《学习意见》全文如下：").issuer == "中办"
    assert not head_at(paragraphs(f"前文。|{PRESS}|《学习意见》全文如下："), 1).press, "only at the beginning"


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("#关于学习的通知|关于学习的通知|正文。", 1),
        ("#关于学习的通知|#关于学习 的通知|正文。", 2),
        ("#关于学习|#的通知|正文。", 0),
        ("#关于学习的通知", 0),
        ("#一、总则|正文。", 0),
        ("关于学习的通知|正文。", 0),
        ("", 0),
    ],
)
def test_headings_with_which_a_web_page_opens(lines: str, count: int) -> None:
    titles, rest = page_titles(paragraphs(lines))
    assert len(titles) == count
    assert (*titles, *rest) == paragraphs(lines)


def test_a_poster_s_headline_is_not_the_title() -> None:
    headline = "2019年1月30日两院《关于办理案件的意见》的通知（全文）"
    lines = f"{headline}|最高法院　最高检察院|2019年1月30日|关于办理案件的意见|正文。"
    found = head(lines)
    assert (found.title, found.date, found.end, kinds(lines)) == (
        "关于办理案件的意见", "2019-01-30", 4, "附注 版头 日期 题名",
    )  # fmt: skip
    wrapped = lines.replace("《关于办理案件", "《关于办理|案件").replace("最高检察院|", "最高检察院　")
    assert (head(wrapped).title, head(wrapped).date) == ("关于办理案件的意见", "2019-01-30")
    assert head(lines.replace("最高法院　最高检察院", "各单位：")).title != "关于办理案件的意见"
    dated_name = lines.replace("最高法院　最高检察院", "甲省2019年1月30日事故调查组")
    assert (head(dated_name).title, kinds(dated_name)) == ("关于办理案件的意见", "附注 版头 日期 题名")
    assert head(lines.replace("2019年1月30日两院", "两院").replace("（全文）", "")).end == 1


def test_a_number_may_stand_above_and_below_the_title() -> None:
    lines = ("甲县教育局文件", "甲教发〔2014〕3号", "关于学习的通知", "甲教发〔2014〕3号", "各单位：", "请学习。")
    head = head_at(tuple(Paragraph(line, (i, i)) for i, line in enumerate(lines, 1)), 0)
    assert (head.number, head.recipients, head.end) == ("甲教发〔2014〕3号", "各单位", 5)
