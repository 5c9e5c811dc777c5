"""What a document dates, when that is, and in whose words it is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from notice_site.findings.events.find import find_events
from notice_site.model import Block, BlockKind, Corpus, Event, Notice, Publication
from tests.findings.documents import document
from tests.golden import Case, Golden, cases


def events(*notices: Notice) -> tuple[Event, ...]:
    return find_events(Corpus((), notices))


def told(event: Event) -> str:
    about = "约 " if event.approximate else ""
    return f"{event.kind}: {about}{event.start or ''}..{event.end or ''} | {event.wording} | {event.who} | {event.what}"


def with_block(notice: Notice, id: str, kind: BlockKind, text: str, **fields: Any) -> Notice:
    return replace(notice, blocks=(*notice.blocks, Block(id, kind, text)), **fields)


@pytest.mark.parametrize("case", cases("events"))
def test_statements_in_the_text(case: Case, golden: Golden) -> None:
    notice = document("a", *case.given["paragraphs"], date=case.given.get("date"))
    golden(case, [told(event) for event in events(notice)])


def test_each_date_of_a_document_is_an_event_of_its_own() -> None:
    notice = document("a", title="关于甲的通知", issuers=("甲市委",))
    notice = with_block(notice, "date", BlockKind.DATE, "2014年4月2日", date="2014-04-02")
    notice = with_block(notice, "print", BlockKind.PRINT, "甲市委办公室 2014年4月3日印发", printed="2014-04-03")
    paper = Publication("2014-04-05", "甲市日报")
    notice = with_block(notice, "note", BlockKind.NOTE, "（甲市日报 2014年4月5日 01版）", published=paper)
    assert [told(event) for event in events(notice)] == [
        "issued: 2014-04-02..2014-04-02 | 2014年4月2日 | 甲市委 | 关于甲的通知",
        "printed: 2014-04-03..2014-04-03 | 2014年4月3日 | 甲市委办公室 | 关于甲的通知",
        "published: 2014-04-05..2014-04-05 | 2014年4月5日 | 甲市日报 | 关于甲的通知",
    ]


def test_a_date_known_from_elsewhere_stands_at_the_title_without_wording() -> None:
    (found,) = events(document("a", "没有日期。", title="关于甲的通知", date="2014-04-02"))
    assert told(found) == "issued: 2014-04-02..2014-04-02 |  | None | 关于甲的通知"
    assert (found.ref.block, found.ref.start, found.ref.end) == ("title", 0, 0)


def test_a_sentence_that_happens_to_name_the_day_is_not_taken_for_the_date_of_issue() -> None:
    found = events(document("a", "2014年4月2日，召开了大会。", title="关于甲的通知", date="2014-04-02"))
    assert [(event.kind, event.ref.block) for event in found] == [("issued", "title"), ("event", "p_1")]


def test_a_date_that_closes_the_title_is_that_of_issue() -> None:
    (found,) = events(document("a", title="关于甲的意见（2014年3月9日）", date="2014-03-09"))
    assert (found.kind, found.wording) == ("issued", "2014年3月9日")


def test_the_dateline_of_an_agency_is_a_kind_of_its_own() -> None:
    notice = with_block(document("a", title="意见"), "note", BlockKind.NOTE, "（新华社北京1月23日电）")
    notice = with_block(notice, "note-2", BlockKind.NOTE, "2014年1月24日", published=Publication("2014-01-24", "报"))
    found = events(notice)[0]
    assert told(found) == "dateline: 2014-01-23..2014-01-23 | 1月23日 | 新华社 | 意见"
    assert (found.year, found.year_from) == ("inferred", "见报日期2014-01-24")


def test_dates_in_titles_and_other_notes_are_no_events() -> None:
    notice = document("a", title="关于2014年3月5日会议的通知")
    assert events(with_block(notice, "note", BlockKind.NOTE, "附件：3月5日会议名单")) == ()


def test_an_annex_without_date_takes_the_year_of_the_document_that_carries_it() -> None:
    main = document("a", date="2018-12-18")
    annex = document("a-att_1", "4月底前完成。", part_of="a")
    (found,) = events(main, annex)
    assert (found.end, found.year_from) == ("2019-04-30", "主件成文日期2018-12-18")


def test_without_any_date_of_the_document_the_year_stays_unknown() -> None:
    (found,) = events(document("a", "4月底前完成。"))
    assert (found.start, found.end, found.year, found.precision) == (None, None, None, "month")


def test_a_plan_of_winter_reaches_into_the_next_year_and_a_report_into_the_last() -> None:
    (plan,) = events(document("a", "请于1月底前报送。", date="2013-11-20"))
    (report,) = events(document("a", "11月5日，召开了动员大会。", date="2014-01-20"))
    assert (plan.end, report.start) == ("2014-01-31", "2013-11-05")


def test_an_important_speech_is_told_and_not_asked_for() -> None:
    (report,) = events(document("a", "11月5日，总书记发表了重要讲话。", date="2014-01-20"))
    assert (report.start, report.kind) == ("2013-11-05", "event")


def test_where_neither_is_said_the_year_is_that_of_the_document() -> None:
    (found,) = events(document("a", "10月，总结验收。", date="2014-02-20"))
    assert (found.start, found.kind) == ("2014-10", "period")


def test_the_year_stated_before_in_the_same_paragraph_goes_on() -> None:
    first, second = events(document("a", "2013年5月，召开会议。6月，印发了方案。", date="2014-03-20"))
    assert (first.start, first.year) == ("2013-05", "stated")
    assert (second.start, second.year, second.year_from) == ("2013-06", "inferred", "本段前文2013年")


def test_a_deadline_is_not_looked_for_before_the_document() -> None:
    found = events(document("a", "2013年5月，召开会议。各地应于6月底前报送。", date="2014-03-20"))[1]
    assert (found.end, found.year_from) == ("2014-06-30", "成文日期2014-03-20")


def test_words_of_an_event_are_characters_of_its_block() -> None:
    text = "（一）各级党委要定期研究，并于4月底前完成；每年至少1次。\n时间\t内容\n3月5日\t大会"
    notice = document("a", text, date="2014-03-01")
    found = events(notice)
    assert len(found) == 4
    for event in found:
        assert text[event.ref.start : event.ref.end] == event.wording
        assert event.wording in event.quote
        assert event.quote in text
        assert event.what in text
        assert event.who is None or event.who in text
    assert len({event.id for event in found}) == 4


@pytest.mark.parametrize(
    ("heading", "text", "what"),
    [
        ("会议时间", "10月27日上午8:45，会期半天。", "会议时间"),
        ("会议安排", "10月27日上午8:45，会期半天。", "会期半天"),
        ("会议时间", "会期半天，10月27日上午8:45。", "会期半天，10月27日上午8:45"),
    ],
)
def test_a_heading_that_ends_with_time_says_what_happens_then(heading: str, text: str, what: str) -> None:
    above = Block("sec_1", BlockKind.SECTION, f"一、{heading}", 1, "一、", heading)
    notice = Notice("a", "a.txt", "0" * 64, None, (above, Block("p", BlockKind.PARAGRAPH, text, parent="sec_1")))
    assert [event.what for event in events(notice)] == [what]


def test_a_block_that_says_only_when_is_told_by_the_heading_above_it() -> None:
    heading = Block("sec_1", BlockKind.SECTION, "二、活动时间", 1, "二、", "活动时间")
    when = Block("sec_1__p_1", BlockKind.PARAGRAPH, "6月下旬至7月。", parent="sec_1")
    notice = Notice("a", "a.txt", "0" * 64, None, (heading, when), date="2014-06-01")
    (found,) = events(notice)
    assert found.what == "活动时间"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("（新华社北京1月23日电）", "新华社"),
        ("（新华社北京1月23日讯）", "新华社"),
        ("（人民网1月23日电）", "人民网"),
        ("（新华社驻甲报1月23日电）", "新华社"),
        ("（甲日报1月23日讯）", "甲日报"),
        ("（新华社" + "甲" * 8 + "1月23日电）", "新华社"),
        ("（新华社" + "甲" * 9 + "1月23日电）", None),
        ("（甲乙丙丁戊己社1月23日电）", "甲乙丙丁戊己社"),
        ("（甲乙丙丁戊己庚社1月23日电）", "乙丙丁戊己庚社"),
        ("（新华社北京1月23日）", None),
        ("（甲局1月23日电）", None),
    ],
)
def test_the_agency_of_a_dateline(text: str, agency: str | None) -> None:
    notice = with_block(document("a", title="意见", date="2014-01-24"), "note", BlockKind.NOTE, text)
    assert [event.who for event in events(notice) if event.kind == "dateline"] == ([agency] if agency else [])


@pytest.mark.parametrize(
    ("closing", "kind"),
    [
        ("2014年3月9日", "issued"),
        ("2014年3月9日印发）", "issued"),
        ("2014年3月9日）印。", "issued"),
        ("2014年3月9日 〕】.", "issued"),
        ("2014年3月9日起", "issued title"),
        ("2014年3月9日印刷", "issued title"),
    ],
)
def test_a_date_closes_a_block_with_no_more_than_marks_and_印发_behind_it(closing: str, kind: str) -> None:
    found = next(e for e in events(document("a", f"甲市委 {closing}", title="意见", date="2014-03-09")))
    assert f"issued{' title' if found.ref.block == 'title' else ''}" == kind


@pytest.mark.parametrize(("length", "whole"), [(160, True), (161, False)])
def test_a_long_sentence_is_quoted_in_part(length: int, whole: bool) -> None:
    sentence = "3月9日召开大会，" + "甲" * 60 + "，"
    sentence += "乙" * (length - len(sentence) - 1) + "。"
    found = events(document("a", "前一句。" + sentence, date="2014-04-01"))[-1]
    assert len(sentence) == length
    assert (found.quote == sentence) is whole


@pytest.mark.parametrize(("date", "precision"), [("2014-04-02", "day"), ("2014-04", "month")])
def test_a_date_of_a_document_is_as_precise_as_it_is_known(date: str, precision: str) -> None:
    (found,) = events(document("a", title="关于甲的通知", date=date))
    assert found.precision == precision


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4月，召开了大会。", "event"),
        ("4月，总结验收。", "period"),
        ("4月20日，总结验收。", "event"),
        ("3月，总结验收。", "event"),
        ("4月20日，请总结验收。", "period"),
        ("4月20日完成，请总结验收。", "deadline"),
        ("5月，总结验收。", "period"),
        ("5月完成总结验收。", "deadline"),
        ("5月至6月，总结验收。", "period"),
        ("2月至3月，总结验收。", "event"),
        ("4月底前，总结验收。", "deadline"),
        ("3月底前已完成。", "event"),
        ("3月底前，各县市已完成。", "event"),
        ("5月底前，各县市已完成。", "deadline"),
        ("5月底前各县市已完成。", "event"),
        ("3月底前，各县市要完成。", "deadline"),
        ("2013年春节前，各县市接受宴请。", "event"),
        ("2014年春节前，各县市接受宴请。", "deadline"),
        ("2014年春节前，各县市接受了宴请。", "event"),
        ("2015年春节前，各县市接受了宴请。", "deadline"),
        ("2013年春节前，各县市要完成。", "deadline"),
        ("3月底前各县市已完成。", "event"),
        ("5月底前各县市都已完成。", "deadline"),
        ("3月以后，召开了大会。", "event"),
        ("3月以后，总结验收。", "not-before"),
        ("5月以后，召开了大会。", "not-before"),
        ("3月开始，召开了大会。", "event"),
        ("3月开始，总结验收。", "period"),
        ("2009年8月以来，总结验收。", "event"),
        ("截至3月10日，总结验收。", "event"),
        ("截至5月10日，总结验收。", "deadline"),
    ],
)
def test_what_an_expression_says_of_its_sentence(text: str, kind: str) -> None:
    assert events(document("a", text, date="2014-04-20"))[-1].kind == kind


def test_without_a_day_of_the_document_nothing_is_past() -> None:
    assert [events(document("a", text))[0].kind for text in ("3月，总结验收。", "3月9日，总结验收。")] == [
        "period",
        "event",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2013年10月，张某公款旅游，受到党内警告处分。", "case"),
        ("2013年6月至12月，马某出具虚假证明，被判处有期徒刑10个月。", "case"),
        ("2013年10月，甲局召开了大会。", "event"),
        ("2013年3月至12月受到记过（含）以上处分的个人不能参评。", "event"),
        ("2014年10月底前，对违纪的给予处分。", "deadline"),
    ],
)
def test_what_somebody_was_punished_for_is_a_case(text: str, kind: str) -> None:
    assert next(event.kind for event in events(document("a", text, date="2014-03-09"))) == kind


@pytest.mark.parametrize(("text", "count"), [("详见3月1日《甲通知》。", 0), ("3月1日《甲报》刊登了全文。", 1)])
def test_the_day_of_a_document_that_is_named_is_no_event(text: str, count: int) -> None:
    assert len(events(document("a", text))) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲科要开展巡查，排除隐患。边查边改。（完成时限：4月20日前）", "甲科 | 甲科要开展巡查，排除隐患"),
        ("甲科要开展巡查，排除隐患。（完成时限4月20日）", "甲科 | 甲科要开展巡查，排除隐患"),
        ("甲科要开展巡查，排除隐患。（4月20日前报送报表）", "None | （4月20日前报送报表）"),
    ],
)
def test_a_time_in_brackets_says_when_what_stands_before_it_is_due(text: str, expected: str) -> None:
    (event,) = events(document("a", text))
    assert f"{event.who} | {event.what}" == expected


def test_a_special_dispatch_has_a_dateline_too() -> None:
    (found,) = events(document("a", "新华网长沙9月5日专电 省纪委发出通报。", date="2014-09-06"))
    assert (found.kind, found.who, found.start) == ("dateline", "新华网", "2014-09-05")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2009年4月1日发布的原办法同时废止。", []),
        ("根据2013年1月1日起施行的《甲规定》，要登记。", []),
        ("依据《乙法》（1994年3月22日第八届全国人大通过），要公开。", []),
        ("2000年10月31日甲委员会令第8号发布的《甲规定》同时废止。", []),
        ("2013年3月1日全面施行的《乙法》，是大事。", []),
        ("2013年3月1日，发布了办法。", ["2013-03-01"]),
        ("《乙法》自2013年3月1日起施行。", ["2013-03-01"]),
        ("（一）2013年3月1日，召开了大会。", ["2013-03-01"]),
    ],
)
def test_the_date_of_a_document_that_is_cited_is_no_event(text: str, expected: list[str]) -> None:
    found = events(document("a", text, date="2014-04-02", title="关于甲的通知"))
    assert [event.start for event in found if event.kind != "issued"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "（1991年3月4日国务院令第76号发布　2018年9月6日国务院第23次常务会议修订通过）",
            [
                "event: 1991-03-04..1991-03-04 | 1991年3月4日 | None | 1991年3月4日国务院令第76号发布",
                "event: 2018-09-06..2018-09-06 | 2018年9月6日 | None | 2018年9月6日国务院第23次常务会议修订通过",
            ],
        ),
        ("（2020—2021学年度第一学期）", []),
        ("（2014年3月1日发布会材料）", []),
        ("（2014年3月通过）", []),
    ],
)
def test_a_note_tells_when_a_law_was_passed_and_amended(text: str, expected: list[str]) -> None:
    notice = with_block(document("a", title="甲条例"), "note", BlockKind.NOTE, text)
    assert [told(event) for event in events(notice)] == expected


def test_a_stretch_that_ends_on_the_day_of_the_document_has_happened_where_it_is_told() -> None:
    told_of, planned = (
        events(document("a", text, date="2004-09-23", title="甲"))[1].kind
        for text in ("9月21日至23日，甲部组织了专家。", "9月21日至23日，甲部要组织专家。")
    )
    assert (told_of, planned) == ("event", "period")
