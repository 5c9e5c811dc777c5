"""Sentences that report what another document asks."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.reports import own_voice, reported

REPORTS = {
    "中央在《甲意见》中要求市县解决": "市县解决",
    "中央《甲意见》里明确要求：各地整改": "各地整改",
    "中共甲市委《甲意见》规定各单位整改": "各单位整改",
    "中央的《甲意见》提出,各地整改": "各地整改",
    "近日，中央在《甲意见》（甲发〔2014〕1号）中要求各地整改": "各地整改",
    "中央《甲意见》(试行)已经要求各地整改": "各地整改",
    "区《甲意见》要求各地整改": "各地整改",
    "中央《甲意见》还要求各地整改": "各地整改",
    "中央《甲意见》又要求各地整改": "各地整改",
    "中央《甲意见》都要求各地整改": "各地整改",
    "中央《甲意见》明确各地整改": "各地整改",
}


@pytest.mark.parametrize(("sentence", "words"), REPORTS.items(), ids=REPORTS.keys())
def test_the_reported_words_begin_behind_the_verb(sentence: str, words: str) -> None:
    found = reported(sentence)
    assert found is not None
    start, end, begins = found
    assert (sentence[start:end], sentence[begins:]) == ("《甲意见》", words)


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            f"{verb}《甲意见》要求，各单位要学习"
            for verb in (
                "按照中央",
                "根据中央",
                "依据中央",
                "依照中央",
                "遵照中央",
                "为中央",
                "对照中央",
                "贯彻中央",
                "落实中央",
                "结合中央",
            )
        ),
        "学习中央《甲意见》提出的要求",
        "中央《甲意见》要求整改的问题",
        "《甲意见》要求各单位整改",
        "中央《甲意见》印发各单位",
        "中央。《甲意见》要求各单位整改",
        "甲" * 31 + "《甲意见》要求各单位整改",
        "甲" * 21 + "，中央《甲意见》要求各单位整改",
    ],
)
def test_what_is_asked_according_to_a_document_is_no_report(sentence: str) -> None:
    assert reported(sentence) is None


@pytest.mark.parametrize("leading", ["甲" * 30, "甲" * 20 + "，中央"])
def test_the_words_before_a_reported_title_may_be_so_long(leading: str) -> None:
    assert reported(f"{leading}《甲意见》要求各单位整改") is not None


@pytest.mark.parametrize(("length", "is_report"), [(1, False), (2, True), (80, True), (81, False)])
def test_a_reported_title_has_so_many_characters(length: int, is_report: bool) -> None:
    assert (reported(f"中央《{'甲' * length}》要求各单位整改") is not None) is is_report


@pytest.mark.parametrize(
    ("sentence", "is_own"),
    [
        ("结合我区实际，制定方案", True),
        ("我市还要整改", True),
        ("本县还要整改", True),
        ("全校还要整改", True),
        ("结合工作实际，制定方案", True),
        ("结合实际，制定方案", True),
        ("为此，要整改", True),
        ("因此，要整改", True),
        ("按照上述要求", True),
        ("按照以上要求", True),
        ("按照要求", False),
        ("窗口单位重点解决推诿扯皮等问题", False),
        ("结合" + "甲" * 20 + "实际", True),
        ("结合" + "甲" * 21 + "实际", False),
    ],
)
def test_the_document_speaks_for_itself_again(sentence: str, is_own: bool) -> None:
    assert own_voice(sentence) is is_own
