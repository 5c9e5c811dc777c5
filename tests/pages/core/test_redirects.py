"""Old addresses lead on: a page that is gone by a page in its place, a place that is gone by a link on its page."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from notice_site.model import Redirect
from notice_site.pages.core.redirects import redirect_pages
from notice_site.pages.core.site import site
from notice_site.pages.kinds import pending_files
from tests.pages.rendering import by_class, tree
from tests.pages.sample import CORPUS, EDITION, LEVELS

SITE = site(CORPUS, LEVELS, {}, (), EDITION)


def redirected(**table: str) -> tuple[Redirect, ...]:
    """Redirects between pages of documents: `a="b"` is notices/a.html -> notices/b.html, `__` is #."""
    return tuple(
        Redirect(f"notices/{old.replace('__', '.html#', 1)}{'' if '__' in old else '.html'}", f"notices/{new}", 1)
        for old, new in table.items()
    )


def test_without_redirects_there_is_nothing() -> None:
    assert [*redirect_pages(SITE)] == []


def test_a_page_that_is_gone_leads_to_its_new_address_with_and_without_scripts() -> None:
    [page] = redirect_pages(replace(SITE, redirects=redirected(old="f1.html")))
    assert page.path == "notices/old.html"
    found = html.document_fromstring(str(page.content))
    assert found.xpath("//a[@class='moved-page']/@href") == ["f1.html"]
    assert found.xpath("//link[@rel='canonical']/@href") == ["f1.html"]
    assert found.xpath("//noscript/meta[@http-equiv='refresh']/@content") == ["0; url=f1.html"]
    assert found.xpath("//script[not(@src)]") == []
    assert found.xpath("//script/@src") == ["../assets/javascripts/redirect.js"]


def test_places_of_a_page_that_is_gone_have_links_of_their_own() -> None:
    [page] = redirect_pages(replace(SITE, redirects=redirected(old="f1.html", old__p_1="f1.html#date")))
    found = html.document_fromstring(str(page.content))
    assert found.xpath("//a[@class='moved']/@id") == ["p_1"]
    assert found.xpath("//a[@class='moved']/@href") == ["f1.html#date"]


def test_a_place_that_is_gone_from_a_living_page_is_a_link_on_it() -> None:
    redirects = redirected(f1__p_99="f1.html#date")
    pages = {pending.path: pending.content for pending in pending_files(replace(SITE, redirects=redirects))}
    [link] = by_class(tree(str(pages["notices/f1.md"])), "moved")
    assert (link.get("id"), link.get("href")) == ("p_99", "#date")
    assert "redirect.js" in str(pages["notices/f1.md"])
    plain = {pending.path: pending.content for pending in pending_files(SITE)}
    assert {path for path, content in pages.items() if content != plain.get(path)} == {"notices/f1.md"}
