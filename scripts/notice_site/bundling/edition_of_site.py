"""The files of a built site in, the name and edition that it says it has out."""

from __future__ import annotations

import json
from collections.abc import Mapping

_FILE = "data/edition.json"


def edition_of(site: Mapping[str, bytes]) -> tuple[str, str]:
    """Name and edition: ("mass-line-notices", "0.1.0-3f2a9c1b"); ValueError where the site does not say."""
    try:
        (item,) = json.loads(site[_FILE])["items"]
        return str(item["name"]), str(item["edition"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{_FILE} does not say which edition the site is of") from error
