"""What built pages say of themselves to machines equals the published data; what is unknown is left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html


def items(site: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site / "data" / name).read_text("utf-8"))["items"]
    return found


def linked(page: html.HtmlElement) -> list[dict[str, Any]]:
    return [json.loads(script.text) for script in page.xpath("//script[@type='application/ld+json']")]


def metas(page: html.HtmlElement, name: str) -> list[str]:
    return [str(value) for value in page.xpath(f"//meta[@name='{name}']/@content")]


def parsed(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text("utf-8"))


def known(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value not in (None, [], "")}


def described(notice: dict[str, Any]) -> dict[str, object]:
    return {"@type": "DigitalDocument"} | known(
        name=notice["title"],
        author=[{"@type": "Organization", "name": issuer} for issuer in notice["issuers"]],
        dateCreated=notice["date"],
        datePublished=(notice["published"] or {}).get("date"),
        identifier=notice["number"],
        genre=notice["genre"],
        inLanguage="zh-CN",
    )


def test_a_notice_page_is_described_as_the_data_describes_it(site: Path) -> None:
    notices = items(site, "notices.json")
    for notice in notices:
        if "#" in notice["url"]:
            continue
        page = parsed(site / notice["url"])
        (data,) = linked(page)
        assert data.pop("@context") == "https://schema.org"
        assert data.pop("isPartOf")["@type"] == "Collection"
        parts = [
            {"@id": f"#{other['url'].partition('#')[2]}"} | described(other)
            for other in notices
            if other["url"].startswith(f"{notice['url']}#")
        ]
        assert data == described(notice) | known(hasPart=parts)
        assert metas(page, "citation_title") == metas(page, "DC.title") == [notice["title"]]
        assert metas(page, "citation_author") == metas(page, "DC.creator") == notice["issuers"]
        assert metas(page, "DC.date") == ([notice["date"]] if notice["date"] else [])
        dated = [notice["date"].replace("-", "/")] if notice["date"] else []
        assert metas(page, "citation_publication_date") == dated
        assert metas(page, "DC.identifier") == ([notice["number"]] if notice["number"] else [])
        assert metas(page, "DC.language") == metas(page, "citation_language") == ["zh-CN"]
        for other in parts:
            assert page.xpath(f"//*[@id='{other['@id'][1:]}']")  # type: ignore[index]


def test_a_term_page_is_a_defined_term(site: Path) -> None:
    for term in items(site, "terms.json"):
        (data,) = linked(parsed(site / "glossary" / f"{term['id']}.html"))
        assert data.pop("inDefinedTermSet")["@type"] == "DefinedTermSet"
        definition = term["definitions"][0]["quote"] if term["definitions"] else None
        assert data == {"@context": "https://schema.org", "@type": "DefinedTerm", "name": term["term"]} | known(
            alternateName=term["variants"], description=definition, inLanguage="zh-CN"
        )


def test_the_home_page_is_a_site(site: Path) -> None:
    (data,) = linked(parsed(site / "index.html"))
    assert data["@type"] == "WebSite"
    assert data["inLanguage"] == "zh-CN"


@pytest.mark.parametrize("path", ["notices/index.html", "tasks/index.html", "about.html", "404.html"])
def test_other_pages_claim_to_be_no_document(site: Path, path: str) -> None:
    page = parsed(site / path)
    assert not linked(page)
    assert not metas(page, "citation_title")
