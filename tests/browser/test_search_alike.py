"""What the index writer and the engine do alike, each in its own language."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page
from pypinyin.constants import PINYIN_DICT

from notice_site.search_index.coding import ascending
from notice_site.search_index.readings import ContextReadings
from notice_site.search_index.shards import shard_of
from notice_site.search_index.syllables import accent, numbered
from notice_site.search_index.symbols import simplified_forms, symbols
from notice_site.text.dates import whole_date
from notice_site.text.numerals import han_to_int
from notice_site.text.pinyin import OwnReadings
from tests.search_index.engine_site import FOLDER, MODULES


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    for name in MODULES:
        page.add_script_tag(path=FOLDER / f"{name}.js")
    yield page
    page.close()


def _in_browser(page: Page, function: str, values: Any) -> Any:
    return page.evaluate(f"(values) => {{ const search = self.Notices.search; return ({function})(values); }}", values)


def test_every_character_is_the_same_symbol(page: Page) -> None:
    characters = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    characters += [chr(code) for code in range(0x1F300, 0x1F700)] + [chr(code) for code in range(0x20000, 0x20400)]
    forms = "".join(form + simple for form, simple in simplified_forms().items())
    found = _in_browser(
        page,
        "([forms, texts]) => { const all = new search.Folding(forms); return texts.map((text) => all.symbols(text)); }",
        [forms, characters],
    )
    expected = [symbols(c).encode("utf-16", "surrogatepass").decode("utf-16") for c in characters]
    assert dict(zip(characters, found, strict=True)) == dict(zip(characters, expected, strict=True))


def test_places_of_symbols_lead_back_to_the_text(page: Page) -> None:
    text = "践行“三嚴三實”　Ａ股😀𠀀，完"
    places = _in_browser(page, "(text) => new search.Folding('嚴严實实').places(text)", text)
    pieces = _in_browser(page, "([text, places]) => places.map(([a, b]) => text.slice(a, b))", [text, places])
    assert "".join(pieces) == "践行三嚴三實Ａ股😀😀𠀀𠀀完"


def test_every_syllable_has_the_same_accent(page: Page) -> None:
    readings = ContextReadings(OwnReadings())
    syllables = sorted({reading[:-1] for code in PINYIN_DICT for reading in readings.all(chr(code))})
    assert len(syllables) > 400
    assert _in_browser(page, "(all) => all.map(search.accent)", syllables) == [accent(s) for s in syllables]


def test_every_syllable_is_printed_as_the_dictionary_has_it(page: Page) -> None:
    spoken = sorted({reading for readings in PINYIN_DICT.values() for reading in readings.split(",")})
    ours = {
        syllable: numbered(syllable)
        for syllable in spoken
        if numbered(syllable) and "\u0302" not in normalize("NFD", syllable)
    }
    found = _in_browser(page, "(all) => all.map((toned) => search.printed(search.reading(toned)))", [*ours.values()])
    assert dict(zip(ours, found, strict=True)) == {syllable: normalize("NFC", syllable) for syllable in ours}


def test_numbers_are_read_as_they_were_written(page: Page) -> None:
    chance = random.Random(3)
    lists = [[0], [9], [0, 1, 2, 3], list(range(0, 4000, 7))]
    lists += [sorted(chance.sample(range(40_000), chance.randint(1, 400))) for _ in range(300)]
    lists += [sorted(chance.sample(range(8), chance.randint(1, 8))) for _ in range(100)]
    lists += [[63, 127], [7, 39_999], [31], [62, 63], list(range(64))]
    limits = [max(40_000 if numbers[-1] > 100 else 64, numbers[-1] + 1) for numbers in lists]
    coded = [letters for numbers, limit in zip(lists, limits, strict=True) for letters in ascending([numbers], limit)]
    assert _in_browser(page, "(all) => all.map(search.ascending)", coded) == lists


NUMERALS = [
    "三",
    "两",
    "十",
    "十三",
    "二十",
    "三十八",
    "一百零二",
    "三百五十",
    "一千零五",
    "二千",
    "36",
    "二〇一四",
    "二○一四",
]
DATES = [
    "2014年4月3日", "2014 年 04 月 03 日", "二〇一四年四月三日", "二○一四年十二月三十一日", "2014.4.3", "2014-04-03",
    "2014/4/3", "2014年4月", "2014-04", "2014年13月1日", "二O一四年四月三日", "3.5",
]  # fmt: skip


def test_numerals_and_dates_are_read_as_the_generator_reads_them(page: Page) -> None:
    values = "(all) => all.map((text) => search.numberOf(/[十百千]/.test(text) ? text : search.digitByDigit(text)))"
    assert _in_browser(page, values, NUMERALS) == [han_to_int(numeral) for numeral in NUMERALS]
    dates = """(all) => all.map((text) => {
      const date = search.dateOf(text);
      return date && (date.day ? search.isoDate(date) : search.isoDate(date).slice(0, 7));
    })"""
    assert _in_browser(page, dates, DATES) == [whole_date(text) for text in DATES]


def test_a_pair_is_looked_for_in_the_shard_where_it_was_put(page: Page) -> None:
    pairs = [("zheng", "feng"), ("lv", "xing"), ("3", "tian"), ("𠀀"[0], "a"), ("○", ""), ("liu", "wen")]
    found = _in_browser(page, "(pairs) => pairs.map(([a, b]) => search.shardOf(a, b, 4096))", pairs)
    assert found == [shard_of(a, b, 4096) for a, b in pairs]
