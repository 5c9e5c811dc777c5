"""feed.xml is a valid Atom feed of the documents, whatever their titles hold; llms.txt names them with their places."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lxml import etree

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
    assert len(entries) == len(CORPUS.notices)
    for element in (found, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated", ""))
    ids = [element.findtext(f"{ATOM}id") for element in (found, *entries)]
    assert len(ids) == len(set(ids))


def test_an_entry_leads_to_its_document_and_has_its_date() -> None:
    entries = {
        link.get("href"): entry for entry in feed(SITE).iter(f"{ATOM}entry") for link in entry.iter(f"{ATOM}link")
    }
    assert {SITE.links.notice(notice.id).url for notice in CORPUS.notices} == set(entries)
    for notice in CORPUS.notices:
        time = entries[SITE.links.notice(notice.id).url].findtext(f"{ATOM}updated")
        first_day = {7: f"{notice.date}-01"}.get(len(notice.date or ""), notice.date)
        assert time == (f"{first_day}T00:00:00+08:00" if notice.date else "1970-01-01T00:00:00Z")


def test_what_was_taken_in_last_comes_first_and_a_large_corpus_is_cut() -> None:
    corpus = many(PAGE_LENGTH + 1)
    links = [e.get("href") for e in feed(site(corpus, LEVELS, {}, (), EDITION)).findall(f"{ATOM}entry/{ATOM}link")]
    assert len(links) == PAGE_LENGTH
    where = site(corpus, LEVELS, {}, (), EDITION).links
    assert links[0] == where.notice(corpus.notices[-1].id).url


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
