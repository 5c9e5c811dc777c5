"""A carried document without level or date shows those of its carrier, and nowhere as its own."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from notice_site.model import Corpus, Notice
from notice_site.pages.core.carrier_facts import from_carrier
from notice_site.pages.core.notice_table import dated_or_not, level_cell
from notice_site.pages.core.site import Site, site
from notice_site.pages.notice.page import notice_pages
from notice_site.publishing.files import data_files
from tests.pages.rendering import by_class, tree
from tests.pages.sample import CORPUS, EDITION, INNER, LEVELS, OUTER

CARRIER = replace(OUTER, level="county", date="2014-03-09")
BARE = replace(INNER, role="issued", issuers=(), level=None, date=None)


def of(*notices: Notice) -> Site:
    return site(Corpus(CORPUS.sources[:1], notices), LEVELS, {}, (), EDITION)


def taken(notice: Notice, carrier: Notice = CARRIER) -> dict[str, str | None]:
    return from_carrier(notice, {n.id: n for n in (carrier, notice)}).as_data()


@pytest.mark.parametrize("role", ["issued", "forwarded", "annex"])
def test_what_a_carried_document_lacks_is_that_of_its_carrier(role: str) -> None:
    assert taken(replace(BARE, role=role)) == {"level": "county", "date": "2014-03-09"}


def test_what_a_document_states_itself_is_not_taken_over() -> None:
    assert taken(replace(BARE, level="central")) == {"date": "2014-03-09"}
    assert taken(replace(BARE, date="2014-03")) == {"level": "county"}
    assert taken(replace(BARE, printed="2014-03-10")) == {"level": "county"}
    assert taken(replace(BARE, part_of=None)) == {}
    assert taken(BARE, replace(CARRIER, level=None, date=None, printed=None, published=None)) == {}


def test_an_issuer_of_unknown_level_is_not_given_the_level_of_another() -> None:
    assert taken(replace(BARE, issuers=("某协会",))) == {"date": "2014-03-09"}


def test_an_annex_of_an_annex_takes_them_from_the_nearest_that_has_them() -> None:
    inner = replace(BARE, id="inner", part_of=BARE.id)
    notices = {n.id: n for n in (CARRIER, replace(BARE, date="2014-02-01"), inner)}
    assert from_carrier(inner, notices).as_data() == {"level": "county", "date": "2014-02-01"}


def test_lists_and_the_card_mark_what_is_of_the_carrier() -> None:
    where = of(CARRIER, BARE)
    assert tree(dated_or_not(BARE, where)).text_content().split() == ["2014年3月9日", "主件日期"]
    assert tree(level_cell(BARE, where)).text_content().split() == ["县区", "主件层级"]
    [page] = notice_pages(where)
    card = " ".join(by_class(tree(str(page.content)), "card")[1].text_content().split())
    assert "主件层级：县区" in card
    assert "来源文本未载；主件日期：2014年3月9日" in card
    assert "主件" not in tree(dated_or_not(CARRIER, where)).text_content()


def test_data_have_them_beside_the_fields_of_the_document_which_stay_empty() -> None:
    [file] = [file for file in data_files(of(CARRIER, BARE)) if file.path.endswith("notices.json")]
    carrier, bare = json.loads(file.content()[0])["items"]
    assert (bare["level"], bare["date"]) == (None, None)
    assert bare["of_carrier"] == {"level": "county", "date": "2014-03-09"}
    assert carrier["of_carrier"] is None
