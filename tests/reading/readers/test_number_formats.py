"""Numbers as Word and browsers write them."""

from __future__ import annotations

import re

import pytest

from notice_site.reading.readers.number_formats import formatted


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("chineseCounting", "0零 1一 9九 10十 19十九 20二十 100一百 2003二千零三 9999九千九百九十九"),
        ("chineseCountingThousand", "12十二"),
        ("japaneseCounting", "12十二"),
        ("taiwaneseCounting", "12十二"),
        ("taiwaneseCountingThousand", "12十二"),
        ("koreanCounting", "12十二"),
        ("chineseLegalSimplified", "0零 1壹 10壹拾 26贰拾陆 305叁佰零伍 4789肆仟柒佰捌拾玖"),
        ("ideographDigital", "0〇 10一〇 2014二〇一四 36三六 5789五七八九"),
        ("japaneseDigitalTenThousand", "10一〇"),
        ("taiwaneseDigital", "10一〇"),
        ("ideographTraditional", "1甲 2乙 3丙 4丁 5戊 6己 7庚 8辛 9壬 10癸 11甲 20癸 21甲"),
        ("ideographZodiac", "1子 2丑 3寅 4卯 5辰 6巳 7午 8未 9申 10酉 11戌 12亥 13子"),
        ("ideographEnclosedCircle", "0零 1㊀ 10㊉ 11十一"),
        ("decimalEnclosedCircle", "1① 20⑳ 21㉑ 35㉟ 36㊱ 50㊿"),
        ("decimalEnclosedCircleChinese", "3③"),
        ("decimalEnclosedParen", "1⑴ 20⒇"),
        ("decimalEnclosedFullstop", "1⒈ 20⒛"),
        ("decimalFullWidth", "10１０ 2987２９８７ 3456３４５６"),
        ("decimalFullWidth2", "10１０"),
        ("lowerLetter", "1a 26z 27aa 52zz 53aaa"),
        ("upperLetter", "1A 27AA"),
        ("lowerRoman", "1i 3iii 4iv 5v 8viii 9ix 10x 40xl 50l 90xc 100c 400cd 500d 900cm 1000m 3999mmmcmxcix"),
        ("upperRoman", "14XIV"),
    ],
)
def test_a_number_is_written_in_each_format(style: str, written: str) -> None:
    for number, text in re.findall(r"([0-9]+)(\S+)", written):
        assert formatted(int(number), style) == text


@pytest.mark.parametrize(
    ("style", "number", "text"),
    [
        ("decimalEnclosedCircle", 0, "0"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 0, "0"),
        ("decimalEnclosedParen", 21, "21"),
        ("decimalEnclosedFullstop", 21, "21"),
        ("lowerLetter", 0, "0"),
        ("lowerLetter", 780, "z" * 30),
        ("lowerLetter", 781, "781"),
        ("lowerRoman", 0, "0"),
        ("lowerRoman", 4_000, "4000"),
        ("ideographTraditional", 0, "0"),
        ("chineseCounting", 10_000, "10000"),
        ("decimalZero", 3, "03"),
        ("decimalZero", 12, "12"),
        ("none", 3, ""),
        ("decimal", 3, "3"),
        ("ordinalOfSomeOtherLanguage", 3, "3"),
    ],
)
def test_what_a_format_cannot_write_is_shown_in_digits(style: str, number: int, text: str) -> None:
    assert formatted(number, style) == text
