"""What the search shows as the explanation of a term."""

from __future__ import annotations

import pytest

from notice_site.model import Corpus, Quote, Ref, Term, TermSense
from notice_site.search_index.terms import term_records
from notice_site.text.pinyin import OwnReadings
from tests.findings.documents import document

TEXT = "三促就是促甲、促乙，促丙。又促丁"
NOTICE = document("a", TEXT, "促戊")


def quote(words: str, block: str = "p_1") -> Quote:
    text = TEXT if block == "p_1" else "促戊"
    start = text.index(words)
    return Quote(Ref("a", block, start, start + len(words)), words)


def shown(**fields: object) -> str:
    term = Term("x", "三促", (), ("sān", "cù"), "numeral", **fields)  # type: ignore[arg-type]
    corpus = Corpus((), (NOTICE,), terms=(term,))
    [record] = term_records(corpus, {"x": "x.html"}, OwnReadings({}))
    return str(record["definition"])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"definitions": (quote("三促就是促甲"),), "items": (quote("促甲"), quote("促丙"))}, "三促就是促甲"),
        ({"senses": (TermSense("一", ()), TermSense("二", (quote("促乙"),)))}, "促乙"),
        ({"items": (quote("促甲"), quote("促乙"), quote("促丙"))}, "促甲、促乙，促丙"),
        ({"items": (quote("促丙"), quote("促甲"))}, "促甲、促乙，促丙"),
        ({"items": (quote("促甲"), quote("促戊", "p_2"))}, "促甲…"),
        ({"items": (quote("促甲"), quote("促乙"), quote("促戊", "p_2"), quote("促戊", "p_2"))}, "促甲、促乙…"),
        ({"items": (quote("促戊", "p_2"), quote("促戊", "p_2"))}, "促戊"),
        ({"usage": (quote("又促丁"),)}, ""),
        ({}, ""),
    ],
)
def test_a_term_is_explained_by_the_words_of_a_source(fields: dict[str, object], expected: str) -> None:
    assert shown(**fields) == expected
