"""Which document of the corpus a number or a title means."""

from __future__ import annotations

import pytest

from notice_site.findings.citations.catalogue import Catalogue, Wanted
from notice_site.model import Notice
from tests.findings.documents import document


def meant(wanted: Wanted, *held: Notice, citing: Notice | None = None) -> str | None:
    entry = Catalogue.of(held).resolve(wanted, citing or document("citing"))
    return entry.id if entry else None


PLAIN = document("a", title="关于甲的意见", issuers=("中共许昌市委",), place="许昌市", date="2014-03-09")


@pytest.mark.parametrize(
    ("body", "place", "expected"),
    [
        ("", None, "a"),
        ("许昌市委", None, "a"),
        ("中共许昌市委", None, "a"),
        ("中共许昌市委员会", None, "a"),
        ("洛阳市委", None, None),
        ("市委", None, None),
        ("中共市委", None, None),
        ("市委", "许昌市", "a"),
        ("市委", "许昌市魏都区", "a"),
        ("市委", "洛阳市", None),
    ],
)
def test_the_body_that_a_citation_names_can_be_the_issuer(body: str, place: str | None, expected: str | None) -> None:
    citing = document("citing", place=place)
    assert meant(Wanted("关于甲的意见", None, body), PLAIN, citing=citing) == expected


def test_a_document_without_issuers_can_be_of_any_body() -> None:
    assert meant(Wanted("关于甲的意见", None, "洛阳市委"), document("a", title="关于甲的意见")) == "a"


@pytest.mark.parametrize(
    ("date", "expected"), [("2014-02-28", None), ("2014-03-01", "a"), ("2014-04-01", "a"), (None, "a")]
)
def test_a_document_of_a_later_month_is_not_meant(date: str | None, expected: str | None) -> None:
    assert meant(Wanted("关于甲的意见", None), PLAIN, citing=document("citing", date=date)) == expected


def test_a_number_decides_and_equal_titles_do_not_where_both_have_numbers() -> None:
    numbered = document("a", title="关于甲的意见", number="甲发〔2014〕1号")
    assert meant(Wanted("关于乙的意见", "甲发[2014]1号"), numbered) == "a"
    assert meant(Wanted("关于甲的意见", "甲发〔2014〕2号"), numbered) is None
    assert meant(Wanted("关于甲的意见", "甲发〔2014〕2号"), PLAIN) == "a"


def test_a_document_does_not_mean_itself() -> None:
    own = document("citing", title="关于甲的意见", number="甲发〔2014〕1号")
    assert meant(Wanted("关于甲的意见", None), own, citing=own) is None
    assert meant(Wanted(None, "甲发〔2014〕1号"), own, citing=own) is None


def test_other_titles_of_a_known_work_are_looked_up_too() -> None:
    assert meant(Wanted("党章", None, other_titles=("中国共产党章程",)), document("a", title="中国共产党章程")) == "a"


def test_of_several_that_fit_none_is_meant_unless_one_hangs_on_the_citing_document() -> None:
    one, other = (document(id, title="关于甲的意见", issuers=(f"{id}局",)) for id in ("x", "y"))
    part = document("citing-att_1", title="关于甲的意见", issuers=("z局",), part_of="citing")
    assert meant(Wanted("关于甲的意见", None), one, other) is None
    assert meant(Wanted("关于甲的意见", None), one, other, part) == "citing-att_1"


def test_of_copies_one_with_a_page_of_its_own_is_meant_then_the_first() -> None:
    copies = [document(id, title="关于甲的意见", part_of=host) for id, host in (("a", "h"), ("b", None), ("c", None))]
    assert meant(Wanted("关于甲的意见", None), *copies) == "b"


def test_nothing_is_meant_where_the_corpus_holds_nothing() -> None:
    assert meant(Wanted("关于甲的意见", "甲发〔2014〕1号")) is None
    assert meant(Wanted(None, None), PLAIN) is None
