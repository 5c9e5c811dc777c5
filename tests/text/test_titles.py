"""Titles in brackets, the issuer before a title, and 发文字号 in running text."""

from __future__ import annotations

import pytest

from notice_site.text.titles import bracketed_titles, document_numbers, number_key, split_issuer, title_key


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("根据《甲办法》和《乙意见》", ["甲办法", "乙意见"]),
        ("《甲》《乙》", ["甲", "乙"]),
        ("《贯彻〈乙意见〉的办法》", ["贯彻〈乙意见〉的办法"]),
        ("《转发《乙意见》的通知》", ["转发《乙意见》的通知"]),
        ("《没有结尾，见《乙》", ["乙"]),
        ("没有开头》", []),
        ("没有书名号", []),
        ("《" + "甲" * 198 + "》", ["甲" * 198]),
        ("《" + "甲" * 199 + "》", []),
    ],
)
def test_titles_in_brackets(text: str, titles: list[str]) -> None:
    found = list(bracketed_titles(text))
    assert [title.title for title in found] == titles
    assert [text[title.start : title.end] for title in found] == [f"《{title}》" for title in titles]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("《关于甲的通知》", "关于甲通知", True),
        ("办法（试行）", "办法(试行)", True),
        ("Ａ 办法", "A办法", True),
        ("甲_办法", "甲办法", True),
        ("关于甲的通知", "关于乙的通知", False),
        ("2014年要点", "2015年要点", False),
    ],
)
def test_wordings_of_one_title(one: str, other: str, same: bool) -> None:
    assert (title_key(one) == title_key(other)) == same


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("中共甲市委关于开展活动的意见", "中共甲市委"),
        ("国务院转发乙部意见", "国务院"),
        ("甲局印发乙办法的通知", "甲局"),
        ("甲局批转乙办法的通知", "甲局"),
        ("甲局关于转发乙的通知", "甲局"),
        ("甲局传达乙意见", ""),
        ("局关于开展活动的意见", ""),
        ("甲" * 40 + "关于开展活动", "甲" * 40),
        ("甲" * 41 + "关于开展活动", ""),
        ("甲局关于乙丙丁", "甲局"),
        ("甲局关于乙丙", ""),
        ("贯彻〈乙局关于活动的意见〉", ""),
        ("“双联”关于活动的意见", ""),
        ("甲局，关于活动的意见", ""),
        ("甲局,关于活动的意见", ""),
        ("甲局关于贯彻《乙意见》的通知", "甲局"),
    ],
)
def test_the_issuer_that_a_title_names(title: str, issuer: str) -> None:
    assert split_issuer(title) == (issuer, title.removeprefix(issuer))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("国发〔2014〕21号", ["国发〔2014〕21号"]),
        ("甲发［2010］第10号", ["甲发〔2010〕10号"]),
        ("甲发[2010]第 5 号", ["甲发〔2010〕5号"]),
        ("甲发（2004）36号", ["甲发〔2004〕36号"]),
        ("甲发(2004)36号", ["甲发〔2004〕36号"]),
        ("甲发{1999}36号", ["甲发〔1999〕36号"]),
        ("甲发 〔 2014 〕 36 号", ["甲发〔2014〕36号"]),
        ("甲发〔2014〕12345号", ["甲发〔2014〕12345号"]),
        ("甲发〔2014〕123456号", []),
        ("甲发〔1814〕3号", []),
        ("甲发2014年3号", []),
        ("〔2014〕3号", []),
        ("A〔2014〕3号", []),
        ("零一二三四五六七八九甲乙丙丁〔2014〕3号", ["零一二三四五六七八九甲乙丙丁〔2014〕3号"]),
        ("零一二三四五六七八九甲乙丙丁戊〔2014〕3号", ["一二三四五六七八九甲乙丙丁戊〔2014〕3号"]),
        ("附件甲发〔2014〕3号", ["甲发〔2014〕3号"]),
        ("甲〔2014〕3号", ["甲〔2014〕3号"]),
        ("甲部令第25号", ["甲部令第25号"]),
        ("甲部令第5号", ["甲部令第5号"]),
        ("甲部公告2019年第94号", ["甲部公告2019年第94号"]),
        ("甲部公告1999年第1234号", ["甲部公告1999年第1234号"]),
        ("甲部令第12345号", []),
        ("甲部通知第25号", []),
        ("令第25号", []),
        ("部令第25号", []),
        ("甲部令第25号和乙发〔2014〕3号", ["甲部令第25号", "乙发〔2014〕3号"]),
        ("乙发〔2014〕3号和甲部令第25号", ["乙发〔2014〕3号", "甲部令第25号"]),
    ],
)
def test_document_numbers(text: str, numbers: list[str]) -> None:
    assert [number.number for number in document_numbers(text)] == numbers


LEADS = (
    "按照", "根据", "依据", "依照", "遵照", "参照", "贯彻", "落实", "执行", "转发", "印发", "批转", "废止",
    "文件", "文号", "和", "与", "及", "见", "将", "以", "的", "在", "对", "按", "即",
)  # fmt: skip


@pytest.mark.parametrize("lead", LEADS)
def test_words_that_lead_up_to_a_number_are_no_part_of_it(lead: str) -> None:
    text = f"甲{lead}乙发〔2014〕3号"
    (number,) = document_numbers(text)
    assert (number.number, text[number.start : number.end]) == ("乙发〔2014〕3号", "乙发〔2014〕3号")


def test_the_span_of_an_order_is_that_of_its_number() -> None:
    text = "按照甲部令第25号"
    assert [text[number.start : number.end] for number in document_numbers(text)] == ["甲部令第25号"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("教基一厅［2010］第 10 号", "教基一厅〔2010〕10号", True),
        ("甲发〔２０１０〕10号", "甲发(2010)10号", True),
        ("第一中学〔2010〕1号", "一中学〔2010〕1号", False),
        ("甲发〔2010〕1号", "甲发〔2010〕2号", False),
    ],
)
def test_ways_to_write_one_number(one: str, other: str, same: bool) -> None:
    assert (number_key(one) == number_key(other)) == same
