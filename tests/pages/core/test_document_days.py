"""One order of documents: 成文, else 印发, else 见报; a carried document stands beside its carrier."""

from __future__ import annotations

from dataclasses import replace

from notice_site.model import Notice, Publication
from notice_site.pages.core.document_days import by_date, dated
from notice_site.pages.core.facets import browse_facets
from tests.pages.sample import INNER, OUTER

PUBLISHED = replace(OUTER, id="published", date=None, printed=None, published=Publication("2014-01-24", "某日报"))
PRINTED = replace(OUTER, id="printed", date=None, printed="2014-02-01")
MADE = replace(OUTER, id="made", date="2014-03-09")
UNDATED = replace(OUTER, id="undated", date=None, printed=None, published=None)
ISSUED = replace(INNER, id="issued", part_of="made", role="issued", issuers=(), level=None, date=None)
FORWARDED = replace(ISSUED, id="forwarded", role="forwarded")


def ids(*notices: Notice) -> list[str]:
    return [notice.id for notice in by_date(notices)]


def test_a_publication_stands_for_a_missing_date_and_is_said_to_be_one() -> None:
    assert ids(UNDATED, MADE, PRINTED, PUBLISHED) == ["published", "printed", "made", "undated"]
    assert [dated(n) for n in (PUBLISHED, PRINTED, MADE, UNDATED)] == [
        "2014年1月24日见报", "2014年2月1日印发", "2014年3月9日", "",
    ]  # fmt: skip


def test_a_carried_document_without_a_date_stands_beside_its_carrier() -> None:
    assert ids(UNDATED, ISSUED, replace(MADE, id="later", date="2014-04-01"), MADE) == [
        "issued", "made", "later", "undated",
    ]  # fmt: skip
    assert [n.id for n in by_date([UNDATED, ISSUED], among=[MADE])] == ["issued", "undated"]


def test_documents_that_carry_each_other_have_no_date() -> None:
    assert ids(replace(ISSUED, part_of="x"), replace(ISSUED, id="x", part_of="issued"), MADE) == ["made", "issued", "x"]


def test_a_carried_document_is_listed_by_its_own_facts_else_by_those_of_its_carrier() -> None:
    facets = {facet.id: facet for facet in browse_facets({}, {MADE.id: MADE})}
    assert [facets[way].values(ISSUED) for way in ("level", "place", "issuer", "date")] == [
        ("province",), ("某省",), ("某省委",), ("2014-03",),
    ]  # fmt: skip
    own = replace(ISSUED, level="county", place="某区", issuers=("某区委",), date="2014-01")
    assert [facets[way].values(own) for way in ("level", "place", "issuer", "date")] == [
        ("county",), ("某区",), ("某区委",), ("2014-01",),
    ]  # fmt: skip


def test_what_is_forwarded_is_not_by_the_body_that_forwards_it() -> None:
    facets = {facet.id: facet for facet in browse_facets({}, {MADE.id: MADE})}
    assert facets["issuer"].values(FORWARDED) == ()
