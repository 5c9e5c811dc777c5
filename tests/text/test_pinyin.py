"""Readings: a syllable for every character, no sandhi, what a person decided before what the dictionary says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from notice_site.text.pinyin import OwnReadings, dictionary, dictionary_readings, other_readings

OWN = OwnReadings(
    {
        "魏都": ("wèi", "dū"),
        "吃拿卡要": ("chī", "ná", "qiǎ", "yào"),
        "“散”": ("", "sǎn", ""),
        "街道（产业集聚区）": ("jiē", "dào", "", "chǎn", "yè", "jí", "jù", "qū", ""),
        "魏都区委": ("wèi", "dū", "qū", "wěi"),
    }
)


@given(st.text(max_size=60))
def test_there_is_exactly_one_syllable_for_each_character_of_any_text(text: str) -> None:
    assert len(OWN.readings(text)) == len(text)


@given(st.text(st.sampled_from("一不了行重长还卡着得地都干部，a1〇𠮷㐀"), max_size=30))
def test_word_by_word_a_text_is_read_as_pypinyin_reads_the_whole(text: str) -> None:
    whole = lazy_pinyin(text, style=Style.TONE, errors=lambda characters: [""] * len(characters))  # type: ignore[arg-type, return-value]
    assert [*dictionary_readings(text)] == [
        {"一": "yī", "不": "bù"}.get(character, syllable) for character, syllable in zip(text, whole, strict=True)
    ]


def test_each_word_of_the_dictionary_is_read_as_it_says() -> None:
    words, characters, _ = dictionary()
    for word in words:
        syllables = [readings[0] for readings in PHRASES_DICT[word]]
        assert [*dictionary_readings(word)] == [
            {"一": "yī", "不": "bù"}.get(character, syllable)
            for character, syllable in zip(word, syllables, strict=True)
        ]
    assert characters.keys() >= set("".join(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一个", "yī gè"),
        ("一把尺子、一面镜子", "yī bǎ chǐ zi yī miàn jìng zi"),
        ("不是", "bù shì"),
        ("说一不二", "shuō yī bù èr"),
    ],
)
def test_yi_and_bu_keep_their_own_tone(text: str, expected: str) -> None:
    assert " ".join(filter(None, dictionary_readings(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在魏都区", ("zài", "wèi", "dū", "qū")),
        ("魏都区委", ("wèi", "dū", "qū", "wěi")),
        ("“散”与涣散", ("", "sǎn", "", "yǔ", "huàn", "sàn")),
        ("街道(产业集聚区)", ("jiē", "dào", "", "chǎn", "yè", "jí", "jù", "qū", "")),
        ("ABC 12，", ("", "", "", "", "", "", "")),
    ],
    ids=["own word", "the longer own word wins", "only between the marks", "half-width as full-width", "no readings"],
)
def test_own_readings_go_before_the_dictionary(text: str, expected: tuple[str, ...]) -> None:
    assert OWN.readings(text) == expected


def test_other_readings_of_a_character_are_all_that_the_dictionary_knows() -> None:
    assert set(other_readings("卡")) == {"kǎ", "qiǎ"}
    assert other_readings("，") == ()
