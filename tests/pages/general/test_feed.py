"""feed.xml is a valid Atom feed of the documents, whatever their titles hold; llms.txt names them with their places."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lxml import etree

from notice_site.model import Corpus, Notice, Publication
from notice_site.pages.core.facets import PAGE_LENGTH
from notice_site.pages.core.site import Site, site
from notice_site.pages.general.feed import feed_page
from notice_site.pages.general.llms import llms_page
from tests.pages.sample import CORPUS, EDITION, LEVELS, many

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = site(CORPUS, LEVELS, {}, (), EDITION)


def feed(of: Site) -> etree._Element:
    [page] = feed_page(of)
    return etree.fromstring(str(page.content).encode())


def test_a_feed_and_each_entry_have_what_the_standard_asks_for() -> None:
    found = feed(SITE)
    entries = found.findall(f"{ATOM}entry")
    assert entries
    for element in (found, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated", ""))
    ids = [element.findtext(f"{ATOM}id") for element in (found, *entries)]
    assert len(ids) == len(set(ids))


def test_an_entry_leads_to_its_document_and_has_its_date() -> None:
    times = {
        link.get("href"): entry.findtext(f"{ATOM}updated")
        for entry in feed(SITE).iter(f"{ATOM}entry")
        for link in entry.iter(f"{ATOM}link")
    }
    for notice in CORPUS.notices:
        first_day = {7: f"{notice.date}-01"}.get(len(notice.date or ""), notice.date)
        if notice.date:
            assert times[SITE.links.notice(notice.id).url] == f"{first_day}T00:00:00+08:00"


def of(*notices: Notice) -> Site:
    """The site of these documents alone."""
    sources = tuple(source for source in CORPUS.sources if source.name in {notice.source for notice in notices})
    return site(Corpus(sources, notices), LEVELS, {}, (), EDITION)


def test_no_document_is_given_a_time_that_nobody_knows() -> None:
    first = replace(CORPUS.notices[0], date=None, printed=None, published=None)
    cases = {
        "2014-03-09": replace(first, date="2014-03-09"),
        "2014-03-10": replace(first, printed="2014-03-10"),
        "2014-01-24": replace(first, published=Publication("2014-01-24", "某日报")),
    }
    for day, notice in cases.items():
        assert feed(of(notice)).findtext(f"{ATOM}entry/{ATOM}updated") == f"{day}T00:00:00+08:00"
    carried = replace(first, id="carried", part_of=first.id)
    entries = feed(of(replace(first, date="2014-03-09"), carried)).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == ["2014-03-09T00:00:00+08:00"] * 2
    undated = feed(of(first))
    assert not undated.findall(f"{ATOM}entry")
    assert undated.find(f"{ATOM}updated") is None
    assert "另有 1 件未见日期" in undated.findtext(f"{ATOM}subtitle", "")
    assert "未见日期，不在其中" not in feed(of(cases["2014-03-09"])).findtext(f"{ATOM}subtitle", "")


def test_what_was_taken_in_last_comes_first_and_a_large_corpus_is_cut() -> None:
    corpus = many(PAGE_LENGTH + 20)  # a few have no date
    links = [e.get("href") for e in feed(site(corpus, LEVELS, {}, (), EDITION)).findall(f"{ATOM}entry/{ATOM}link")]
    assert len(links) == PAGE_LENGTH
    where = site(corpus, LEVELS, {}, (), EDITION).links
    assert links[0] == where.notice([notice for notice in corpus.notices if notice.date][-1].id).url


def test_no_title_breaks_the_feed() -> None:
    notices = tuple(replace(n, title="<b>&\x00\x0b\ufffe]]>\U0001f600", issuers=("甲&乙",)) for n in CORPUS.notices)
    entry = feed(site(replace(CORPUS, notices=notices), LEVELS, {}, (), EDITION)).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "<b>&\ufffd\ufffd\ufffd]]>\U0001f600"


def test_llms_txt_begins_with_its_name_and_leads_to_every_document() -> None:
    [page] = llms_page(SITE)
    text = str(page.content)
    assert text.startswith("# 群众路线教育实践活动公文集\n\n> ")
    for notice in CORPUS.notices:
        assert f"]({SITE.links.notice(notice.id).url})" in text
