"""Which names mean one speech, and which title it has wherever it is named."""

from __future__ import annotations

import pytest

from notice_site.findings.citations.find import find_citations
from notice_site.findings.citations.identities import identity
from notice_site.model import Citation, Ref
from tests.findings.documents import document

FULL = "习近平总书记在河南省兰考县调研指导活动时的讲话"
TOLD = "3月17日，习近平总书记在河南省兰考县调研指导活动时强调，要深入。"


def titles(*paragraphs: str) -> list[str | None]:
    """The titles of the speeches that the paragraphs of one document name."""
    return [citation.title for citation in find_citations([document("a", *paragraphs)]) if citation.kind == "speech"]


@pytest.mark.parametrize(
    "name",
    [
        "学习总书记在兰考调研重要讲话精神",
        "学习总书记在兰考县调研指导时的重要讲话",
        "习近平总书记在调研指导兰考县教育活动时，指出",
        "3月17日，习近平总书记深入联系点兰考县的农村，同干部群众座谈，实地调研，就做好各项工作，发表了重要讲话。",
        "学习总书记重要讲话精神",
        "把总书记的重要讲话精神纳入规定篇目",
    ],
)
def test_a_speech_has_one_title_under_all_its_names(name: str) -> None:
    assert titles(TOLD, name) == [FULL, FULL]


@pytest.mark.parametrize(
    "name",
    [
        "学习总书记在兰考县委专题民主生活会上的重要讲话",  # 另一场合
        "学习总书记在郑州调研重要讲话精神",  # 另一地
        "5月9日，习近平总书记在兰考县调研时强调",  # 另一日
        "学习李某某总书记在兰考调研重要讲话",  # 另一人
        "学习习近平总书记有关重要论述",
        "学习总书记系列重要讲话精神",
        "学习习近平总书记关于职业教育的重要论述",
    ],
)
def test_another_speech_keeps_its_own_title(name: str) -> None:
    first, second = titles(TOLD, name)
    assert first == FULL
    assert second != FULL


def test_a_name_without_an_occasion_means_none_of_two_speeches() -> None:
    two = (TOLD, "3月9日，习近平总书记在参加安徽代表团审议时指出，要落实。")
    assert titles(*two, "落实习近平总书记讲话精神")[-1] == "习近平总书记讲话"
    assert titles("落实习近平总书记讲话精神") == ["习近平总书记讲话"]


@pytest.mark.parametrize("name", ["习近平总书记系列讲话", "习近平总书记一系列重要讲话", "习近平总书记系列重要讲话"])
def test_a_series_of_speeches_has_one_title(name: str) -> None:
    assert titles(f"学习{name}精神") == ["习近平总书记系列重要讲话"]


@pytest.mark.parametrize("name", ["习近平总书记关于安全生产系列重要指示", "习近平总书记系列重要批示"])
def test_a_series_of_instructions_is_not_that_of_the_speeches(name: str) -> None:
    assert titles(f"贯彻{name}精神") == [name]


def test_the_longest_name_is_the_title_in_all_documents() -> None:
    citations = find_citations([document("a", "学习总书记在兰考调研重要讲话精神"), document("b", TOLD)])
    assert [citation.title for citation in citations] == [FULL, FULL]
    assert [citation.wording for citation in citations] == ["总书记在兰考调研重要讲话", FULL.removesuffix("的讲话")]


def test_a_number_has_the_title_that_another_citation_gives_with_it() -> None:
    first = document("a", "按照《甲通知》（国办发〔1993〕71号）执行。", "按照国办发〔1993〕71号文件执行。")
    second = document("b", "按照国办发〔1993〕72号文件执行。")
    assert [citation.title for citation in find_citations([first, second])] == ["甲通知", "甲通知", None]


def cited(kind: str, title: str | None, number: str | None = None, target: str | None = None) -> Citation:
    return Citation("a-cite_1", Ref("a", "p_1", 0, 1), title, number, kind, "引用", target, "")


@pytest.mark.parametrize(
    ("citation", "key"),
    [
        (cited("document", "甲意见"), "text:甲意见"),
        (cited("regulation", "甲意见"), "text:甲意见"),
        (cited("work", "甲意见"), "text:甲意见"),
        (cited("document", "甲意见", target="b"), "b"),
        (cited("document", "甲意见", "甲发〔2014〕1号"), "text:甲发20141号"),
        (cited("document", "乙意见"), "text:乙发20142号"),
        (cited("document", "省委《实施方案》"), "a:text:省委实施方案"),
        (cited("order", "市委要求"), "a:order:市委要求"),
        (cited("speech", "总书记重要讲话"), "a:speech:总书记重要讲话"),
        (cited("speech", "总书记在兰考调研时的讲话"), "speech:总书记在兰考调研时讲话"),
        (cited("speech", "总书记系列重要讲话"), "speech:总书记系列重要讲话"),
        (cited("document", None), "a:text:a-cite_1"),
        (cited("meeting", "党的十八大"), "meeting:党十八大"),
    ],
)
def test_citations_of_one_thing_have_one_key(citation: Citation, key: str) -> None:
    assert identity(citation, {"乙意见": "乙发20142号"}) == key
