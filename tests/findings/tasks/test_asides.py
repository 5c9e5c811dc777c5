"""Text without asides, and the way back to the original."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.asides import Span, clauses, sentences, strip_asides


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("党委（党组）要", "党委要"),
        ("街道(产业集聚区)要", "街道要"),
        ("（请勿改动此页。不得涂改。）", "（请勿改动此页。不得涂改。）"),
        ("抓好落实。（财政部负责。）", "抓好落实。"),
        ("国发〔2014〕1号", "国发1号"),
        ("国发[2014]1号", "国发1号"),
        ("“四风”问题", "◇问题"),
        ("‘四风’问题", "◇问题"),
        ("《甲〈乙〉办法》规定", "◇规定"),
        ("《甲《乙》办法》规定", "◇规定"),
        ("甲,乙;丙:丁?戊!", "甲，乙；丙：丁？戊！"),
        ("1,000元", "1,000元"),
        ("1,甲", "1，甲"),
        ("甲,1", "甲，1"),
        ("党委（甲）要", "党委要"),
        ("党委(甲)要", "党委要"),
        ("党委〔甲〕要", "党委要"),
        ("党委[甲]要", "党委要"),
        ("‘甲’“乙”《丙》", "◇◇◇"),
        ("(" + "甲" * 200 + ")", ""),
        ("[" + "甲" * 40 + "]", ""),
        ("‘" + "甲" * 200 + "’", "◇"),
        ("《" + "甲" * 200 + "》", "◇"),
        ("“没有结束", "“没有结束"),
        ("（没有结束", "（没有结束"),
        ("“”（）", "“”（）"),
        ("“" + "甲" * 200 + "”", "◇"),
        ("“" + "甲" * 201 + "”", "“" + "甲" * 201 + "”"),
        ("（" + "甲" * 200 + "）", ""),
        ("（" + "甲" * 201 + "）", "（" + "甲" * 201 + "）"),
        ("(" + "甲" * 201 + ")", "(" + "甲" * 201 + ")"),
        ("〔" + "甲" * 40 + "〕", ""),
        ("〔" + "甲" * 41 + "〕", "〔" + "甲" * 41 + "〕"),
        ("[" + "甲" * 41 + "]", "[" + "甲" * 41 + "]"),
        ("‘" + "甲" * 201 + "’", "‘" + "甲" * 201 + "’"),
        ("《" + "甲" * 201 + "》", "《" + "甲" * 201 + "》"),
    ],
)
def test_asides_are_left_out_and_quotations_are_one_sign(text: str, stripped: str) -> None:
    assert strip_asides(text).text == stripped


def test_a_span_leads_back_to_the_original_with_the_aside_behind_its_last_word() -> None:
    text = "一、各级党委（党组）要学习"
    words = strip_asides(text, 2)
    place = words.origin(Span(0, 4))
    assert words.text == "各级党委要学习"
    assert len(words.at) == len(words.text) + 1, "one entry gives the end"
    assert text[place.start : place.end] == "各级党委（党组）"
    assert [words.index(at) for at in (0, 2, 6, 10, 99)] == [0, 0, 4, 4, 7]


def test_sentences_begin_behind_what_closes_the_one_before() -> None:
    words = strip_asides("甲。”　，乙！丙？。丁")
    assert [words.text[s.start : s.end] for s in sentences(words)] == ["甲。", "乙！", "丙？", "丁"]
    assert [words.text[s.start : s.end] for s in sentences(words, 3)] == ["乙！", "丙？", "丁"]


def test_clauses_are_divided_by_commas_semicolons_and_colons() -> None:
    words = strip_asides("甲，乙；丙：丁。")
    [sentence] = sentences(words)
    assert [words.text[c.start : c.end] for c in clauses(words, sentence)] == ["甲", "乙", "丙", "丁"]
    assert [c.end for c in clauses(words, Span(0, 7))] == [1, 3, 5, 7]
