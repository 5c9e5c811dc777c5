"""Numbers, dates and document numbers: the engine finds each writing of them, and them whole."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from notice_site.model import Block, BlockKind, Corpus, Notice
from notice_site.text.date_forms import DATE
from notice_site.text.dates import iso
from notice_site.text.pinyin import OwnReadings
from tests.search_index.engine_site import EXACT, NUMERAL, UNFINISHED, alike, texts, write_engine_site
from tests.search_index.wider_oracle import in_values, numbered

HAN = "〇一二三四五六七八九"
NUMBER = "[0-9]{1,2}|(?<![〇零一二两三四五六七八九十百千万])[一二三四五六七八九](?![〇零一二两三四五六七八九十百千万])"


@pytest.fixture
def page(engine_page: Page) -> Page:
    return engine_page


def test_numbers_are_found_in_every_writing(page: Page, corpus: Corpus) -> None:
    chance = random.Random(34)
    pattern = re.compile(f"[\u4e00-\u9fff]{{1,3}}(?:{NUMBER})[\u4e00-\u9fff]{{1,2}}")
    found = sorted({match[0] for text in texts(corpus) for match in pattern.finditer(text)})
    asked = [other_numerals(wording) for wording in chance.sample(found, 60)]
    paragraphs = in_values(corpus)
    for typed, answer in zip(asked, alike(page, asked), strict=True):
        expected = numbered(paragraphs, typed)
        assert expected <= answer.places({EXACT, NUMERAL}), typed
        assert answer.places({NUMERAL}) <= expected, typed  # those of EXACT have just the characters: 三天 in 十三天


@pytest.mark.parametrize(
    ("typed", "found", "missed"),
    [
        ("25厘米", ["25厘米", "二十五厘米"], ["2.5厘米"]),
        ("2.5厘米", ["2.5厘米", "２．５厘米"], ["25厘米", "2、5厘米", "二十五厘米"]),
        ("50%", ["50%", "50％", "百分之五十", "百分之50"], ["50元", "500%"]),
        ("百分之五十", ["50%", "百分之五十"], ["50元", "百分之五"]),
        ("百分之百", ["百分之百", "100%"], ["百计", "百分之五十"]),
        ("1000元", ["1000元", "1,000元", "一千元"], ["1.000元"]),
        ("60万吨", ["60万吨", "六十万吨", "600000吨"], ["600吨"]),
        ("四页", ["四页", "第3、4页"], ["34页", "3.4页"]),
        ("5.13事故", ["“5·13”事故"], ["513事故"]),
    ],
)
def test_a_number_is_found_whole(
    browser: Browser, tmp_path: Path, typed: str, found: list[str], missed: list[str]
) -> None:
    texts = dict(enumerate([*found, *missed]))
    notices = tuple(
        Notice(f"n{number}", f"n{number}.txt", "0" * 64, "通知", (Block("p_1", BlockKind.PARAGRAPH, f"共{text}。"),))
        for number, text in texts.items()
    )
    write_engine_site(tmp_path, Corpus((), notices), OwnReadings({}), {})
    page = browser.new_page()
    page.goto((tmp_path / "engine.html").as_uri())
    [answer] = alike(page, [typed])
    page.close()
    whole = {notice for notice, _ in answer.places({EXACT, NUMERAL})}
    assert {texts[int(notice[1:])] for notice in whole} == set(found)


def test_a_number_that_goes_on_comes_behind_others(page: Page) -> None:
    [answer] = alike(page, ["4号"])
    assert [a["tier"] for a in answer.found] == [UNFINISHED]  # 冀群组发〔2014〕34号


def other_numerals(wording: str) -> str:
    def other(match: re.Match[str]) -> str:
        number = match[0]
        if not number.isascii():
            return str(HAN.index(number))
        tens, ones = divmod(int(number), 10)
        return (HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (HAN[ones] if ones or not tens else "")

    return re.sub(NUMBER, other, wording, count=1)


def test_a_date_is_found_in_every_spelling(page: Page, corpus: Corpus) -> None:
    days: dict[str, set[tuple[str, str]]] = {}
    for notice in corpus.notices:
        for block in notice.blocks:
            for match in DATE.finditer(block.text):
                day = iso(match) or ""
                if block.text != notice.title and len(day) == len("2014-04-03"):
                    days.setdefault(day, set()).add((notice.id, block.id))
    assert len(days) > 5
    asked = [(day, typed) for day in sorted(days) for typed in spellings(day)]
    for (day, typed), answer in zip(asked, alike(page, [typed for _, typed in asked]), strict=True):
        assert days[day] <= answer.places(), typed
        assert all(a["tier"] <= UNFINISHED for a in answer.found), typed


def spellings(day: str) -> list[str]:
    year, month, date = day.split("-")
    han_year = "".join(HAN[int(digit)] for digit in year)
    han = [other_numerals(str(int(number))) for number in (month, date)]
    return [
        day, day.replace("-", "/"), day.replace("-", ""), f"{year}.{int(month)}.{int(date)}",
        f"{year}年{month}月{date}日", f"{year}年{int(month)}月{int(date)}日", f"{han_year}年{han[0]}月{han[1]}日",
        f"{han_year.replace('〇', '○')}年{han[0]}月{han[1]}日", f"{int(month)}月{int(date)}日", f"{han[0]}月{han[1]}日",
        f"{year} {int(month)} {int(date)}", f"{year} 年 {month} 月 {date} 日",
        f"{year[2:]}年{int(month)}月{int(date)}日",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("冀群组发34号", "冀群组发〔2014〕34号"),
        ("冀群组发2014年34号", "冀群组发〔2014〕34号"),
        ("冀群组发34", "冀群组发〔2014〕34号"),
        ("湘群组发 〔2014〕 36号", "湘群组发〔2014〕36号"),
        ("湘群组发三十六号", "湘群组发〔2014〕36号"),
        ("冀群组发〔二〇一四〕三十四号", "冀群组发〔2014〕34号"),
        ("3月17-18日", "3月17日至18日"),
        ("三月十七日至十八日", "3月17日至18日"),
        ("不少于三天", "不少于3天"),
        ("五次以上", "5次以上"),
    ],
)
def test_short_numbers_mark_the_words_of_the_text(page: Page, typed: str, words: str) -> None:
    [answer] = alike(page, [typed])
    assert {word for a in answer.found for place in a["places"] for word in place["words"]} == {words}


def test_many_numbers_are_looked_for_in_a_moment(page: Page) -> None:
    typed = "、".join(f"{number}天" for number in range(1, 40))
    seconds = page.evaluate(
        """async (typed) => {
          const began = performance.now();
          self.Notices.search.otherWordings(typed, typed.replace(/、/g, ""));
          return (performance.now() - began) / 1000;
        }""",
        typed,
    )
    assert seconds < 1
