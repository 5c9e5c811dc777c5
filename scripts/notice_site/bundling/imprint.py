"""Reads what a built site says of itself: name, title, purpose, edition, whose text it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from notice_site.bundling.html_pages import parsed

_EDITION = "data/edition.json"
_HOME = "index.html"
_TITLE = "(//*[contains(@class, 'md-header__topic')])[1]//text()[not(ancestor::*[@class='short-name'])]"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What everything that is handed out bears: `name` and `edition` are for file names, the rest is for readers."""

    name: str
    edition: str
    title: str
    purpose: str
    rights: str

    @property
    def file(self) -> str:
        """What files of it are called, without their endings: `mass-line-notices-0.1.0-3f2a9c1b`."""
        return f"{self.name}-{self.edition}"


def imprint_of(site: Mapping[str, bytes], name: str | None = None) -> Imprint:
    """The imprint of a built site, under the project's name if no other is given.

    ValueError where the site does not say of which edition it is.
    """
    try:
        (item,) = json.loads(site[_EDITION])["items"]
        home = parsed(site[_HOME])
        return Imprint(
            name=name or str(item["name"]),
            edition=str(item["edition"]),
            title=_first("".join(home.xpath(_TITLE))),
            purpose=_first(home.xpath("string(//meta[@name='description']/@content)")),
            rights=_first(home.xpath("string(//*[contains(@class, 'md-copyright__highlight')])")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{_EDITION}, {_HOME}: not a site that says of which edition it is") from error


def _first(found: object) -> str:
    """Words as a reader sees them: white space between lines of HTML is none."""
    return " ".join(str(found).split())
