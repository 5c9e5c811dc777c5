"""Where the sentence around some words begins and ends."""

from __future__ import annotations

import random

from notice_site.text.sentences import clauses, sentence_around


def around(text: str, words: str, longest: int = 200) -> str:
    start = text.index(words)
    first, last = sentence_around(text, start, start + len(words), longest)
    return text[first:last]


def test_a_closing_quotation_mark_belongs_to_the_sentence_it_ends() -> None:
    assert around("他说：“好。”5月召开。", "好") == "他说：“好。”"
    assert around("他说：“好。”5月召开。", "5月") == "5月召开。"


def test_half_width_stops_end_sentences_too() -> None:
    assert around("甲不够;4月底前完成;丙不实", "4月") == "4月底前完成;"


def test_a_row_of_a_table_is_a_sentence() -> None:
    assert around("时间\t内容\n3月5日\t动员大会\n4月\t学习", "3月5日") == "3月5日\t动员大会"


def test_of_a_long_sentence_the_clauses_nearest_to_the_words_remain() -> None:
    assert around("甲甲甲甲，乙乙，4月底前完成，丙丙，丁丁丁丁。", "4月", longest=14) == "乙乙，4月底前完成，丙丙，"


def test_one_clause_is_never_cut() -> None:
    assert around("甲，乙乙乙乙4月底前乙乙乙乙，丙。", "4月", longest=3) == "乙乙乙乙4月底前乙乙乙乙，"


def test_clauses_tile_their_sentence() -> None:
    chance = random.Random(7)
    for _ in range(200):
        text = "".join(chance.choices("甲乙，。；：\t\n”（）", k=chance.randrange(1, 30)))
        start = chance.randrange(len(text))
        first, last = sentence_around(text, start, start + 1, chance.randrange(1, 20))
        assert first <= start < last
        assert "".join(text[a:b] for a, b in clauses(text, first, last)) == text[first:last]
