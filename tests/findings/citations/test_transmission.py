"""How a speech or a document was passed on: which documents take it up, and how many days later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.findings.citations.find import find_citations
from notice_site.findings.citations.transmission import Transmission, find_transmissions
from notice_site.findings.events.find import find_events
from notice_site.model import Corpus, Notice, Publication
from tests.findings.documents import document

CITY = document("city", "3月17日至18日，总书记深入联系点河南省兰考县的农村。", date="2014-03-28")
CENTRE = document(
    "centre",
    "3月17日至18日，总书记在河南省兰考县调研指导教育实践活动时强调，要学习。",
    date="2014-03-30",
    title="关于学习弘扬精神的通知",
    number="群组发〔2014〕8号",
)
PROVINCE = document("province", "现将《关于学习弘扬精神的通知》（群组发〔2014〕8号）转发给你们。", date="2014-04-02")
OTHER = document("other", "用总书记在兰考调研重要讲话精神统一思想。", date="2014-04-03")


def found(*notices: Notice) -> tuple[Transmission, ...]:
    corpus = Corpus((), notices)
    corpus = replace(corpus, events=find_events(corpus), citations=find_citations(notices))
    return find_transmissions(corpus)


def told(one: Transmission) -> list[str]:
    return [f"{step.day} +{step.days} {step.notice} {step.how}" for step in one.steps]


def test_documents_that_name_one_event_stand_in_order_of_date_with_the_days_since() -> None:
    (one,) = found(CITY, CENTRE, PROVINCE, OTHER)
    assert (one.start, one.end) == ("2014-03-17", "2014-03-18")
    assert told(one) == [
        "2014-03-28 +10 city dated",
        "2014-03-30 +12 centre dated",
        "2014-04-02 +15 province forwards",
        "2014-04-03 +16 other undated",
    ]


def test_one_document_alone_passes_nothing_on() -> None:
    assert found(CENTRE, document("b", "没有日期。", date="2014-05-01")) == ()


def test_equal_days_without_shared_words_are_not_one_event() -> None:
    other = document("b", "3月17日至18日，某市召开了运动会。", date="2014-03-28")
    assert found(CENTRE, other) == ()


def test_what_two_bodies_do_alike_on_one_day_is_not_one_event() -> None:
    for words in (
        "{}市委召开党的群众路线教育实践活动动员大会。",
        "我市召开党的群众路线教育实践活动动员大会。",
        "市委召开党的群众路线教育实践活动动员大会。",
    ):
        a = document("a", "3月10日，" + words.format("甲"), date="2014-03-12")
        b = document("b", "3月10日，" + words.format("乙"), date="2014-03-13")
        assert found(a, b) == ()


def test_one_accident_told_by_two_is_one_event() -> None:
    a = document("a", "2010年11月29日，某自治区某市第五小学学生下楼时踩踏。", date="2010-11-30")
    b = document("b", "今年11月29日上午，某自治区某市第五小学发生严重事故。", date="2010-12-13")
    (one,) = found(a, b)
    assert told(one) == ["2010-11-30 +1 a dated", "2010-12-13 +14 b dated"]


def test_a_speech_named_without_its_occasion_is_not_guessed() -> None:
    (one,) = found(CITY, CENTRE, document("b", "学习总书记系列重要讲话精神。", date="2014-05-01"))
    assert [step.notice for step in one.steps] == ["city", "centre"]


def test_a_document_before_the_event_does_not_take_it_up() -> None:
    early = replace(OTHER, date="2014-03-01")
    (one,) = found(CITY, CENTRE, early)
    assert [step.notice for step in one.steps] == ["city", "centre"]


def test_a_cited_document_is_an_origin_too() -> None:
    cited = document("a", title="关于开展活动的意见", date="2014-01-24")
    citing = document("b", "中央在《关于开展活动的意见》中要求重点解决。", date="2014-03-09")
    (one,) = found(cited, citing)
    assert (one.notice, one.origin) == ("a", None)
    assert told(one) == ["2014-03-09 +44 b cites"]


def test_documents_without_a_whole_day_are_left_out() -> None:
    cited = document("a", title="关于开展活动的意见", date="2014-01")
    citing = document("b", "中央在《关于开展活动的意见》中要求重点解决。", date="2014-03-09")
    assert found(cited, citing) == ()


def accident(id: str, words: str, date: str | None = "2014-03-12", day: str = "3月10日") -> Notice:
    return document(id, f"{day}，{words}。", date=date)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("甲市第五小学发生踩踏", "甲市第五小学发生事故", True, id="开头八字相同"),
        pytest.param("甲市第五小学发生踩踏", "甲市第五小学发事故", False, id="开头七字相同"),
        pytest.param("我市第五小学发生踩踏", "我市第五小学发生事故", False, id="不知何市"),
        pytest.param("甲市某书记在乙县指出要抓实抓好", "甲市某书记赴丙县指出要抓实抓好", True, id="一人所为七字相同"),
        pytest.param("甲市某书记在乙县说真抓实抓好", "甲市某书记赴丙市称真抓实抓好", True, id="一人所为连句号六字相同"),
        pytest.param("甲市某书记在乙县说抓实抓好", "甲市某书记赴丙市称抓实抓好", False, id="一人所为连句号五字相同"),
        pytest.param("甲市某书记在乙县要抓实好", "甲市某书记赴丙市要抓实好", False, id="一人所为五字相同"),
    ],
)
def test_two_reports_of_one_event(one: str, other: str, same: bool) -> None:
    assert bool(found(accident("a", one), accident("b", other))) is same


UNNAMED = "本市 全区 该县 各乡 省里 市里 州里 县里 区里 乡里 镇里 中共市委 学校 单位 机关 党委 党组"


@pytest.mark.parametrize("body", UNNAMED.split(" "))
def test_what_a_body_without_name_did_is_not_one_event(body: str) -> None:
    assert found(accident("a", f"{body}第五小学发生了踩踏"), accident("b", f"{body}第五小学发生了事故")) == ()


def test_reports_of_different_days_are_of_different_events() -> None:
    words = "甲市第五小学发生踩踏事故"
    assert found(accident("a", words), accident("b", words, day="3月11日")) == ()
    assert found(accident("a", words, day="3月"), accident("b", words, day="3月")) == ()


def test_the_first_report_is_that_of_the_earliest_document() -> None:
    words = "甲市第五小学发生踩踏事故"
    (one,) = found(accident("a", words, "2014-03-20"), accident("b", words), accident("c", words, "2014-03-15"))
    assert one.origin is not None
    assert one.origin.ref.notice == "b"
    assert told(one) == ["2014-03-12 +2 b dated", "2014-03-15 +5 c dated", "2014-03-20 +10 a dated"]
    assert one.id.endswith("-passed")


def test_a_document_of_the_day_itself_is_a_step() -> None:
    words = "甲市第五小学发生踩踏事故"
    (one,) = found(accident("a", words, "2014-03-10"), accident("b", words))
    assert told(one)[0] == "2014-03-10 +0 a dated"


def test_a_document_without_date_stands_at_the_day_of_its_publication() -> None:
    words = "甲市第五小学发生踩踏事故"
    paper = replace(accident("b", words, None), published=Publication("2014-03-15", "甲市日报"))
    (one,) = found(accident("a", words), paper)
    assert told(one)[1] == "2014-03-15 +5 b dated"


@pytest.mark.parametrize(
    ("title", "taken_up"),
    [
        ("总书记在兰考调研重要讲话", True),
        ("总书记在兰考调研时的重要讲话", True),
        ("总书记在兰考调研时的论述", True),
        ("总书记在兰考调研重要指示", True),
        ("总书记在兰考调研重要批示", True),
        ("总书记在洛阳调研重要讲话", False),
    ],
)
def test_a_speech_is_that_of_the_event_whose_occasion_it_names(title: str, taken_up: bool) -> None:
    (one,) = found(CITY, CENTRE, document("b", f"学习{title}精神。", date="2014-05-01"))
    assert ("2014-05-01 +44 b undated" in told(one)) is taken_up


@pytest.mark.parametrize(("length", "taken_up"), [(2, True), (40, True), (41, False)])
def test_an_occasion_has_so_many_characters_that_it_is_a_name(length: int, taken_up: bool) -> None:
    place = "甲" * length
    dated = f"3月17日，总书记在{place}时强调，要学习。"
    undated = document("c", f"总书记在{place}时指出，要整改。", date="2014-04-03")
    (one,) = found(document("a", dated, date="2014-03-28"), document("b", dated, date="2014-03-30"), undated)
    assert ("c" in {step.notice for step in one.steps}) is taken_up


def test_of_two_events_that_fit_the_one_most_documents_report_is_meant() -> None:
    later = document("later", "4月1日，总书记在河南省兰考县调研指导工作时强调，要学习。", date="2014-04-02")
    last = replace(later, id="last")
    more = replace(CENTRE, id="more")
    one, two = found(CITY, CENTRE, more, later, last, OTHER)
    assert ("other" in {s.notice for s in one.steps}, "other" in {s.notice for s in two.steps}) == (True, False)


def test_what_an_event_shows_already_is_not_shown_again_for_the_document() -> None:
    (one,) = found(CITY, CENTRE, PROVINCE)
    assert one.origin is not None
    apart = document("apart", "根据《关于学习弘扬精神的通知》（群组发〔2014〕8号），要学习。", date="2014-04-05")
    both = found(CITY, CENTRE, PROVINCE, apart)
    assert [transmission.notice for transmission in both] == [None, "centre"]
    assert told(both[1]) == ["2014-04-02 +3 province forwards", "2014-04-05 +6 apart cites"]
