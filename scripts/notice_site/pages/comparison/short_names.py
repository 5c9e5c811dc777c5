"""Names the two documents of a comparison in a few characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from notice_site.model import Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core.site import Site

_LAST_PLACE = re.compile(r"(?:.*[省市州盟区县旗])?(?P<name>[^省市州盟区县旗]{2,}?)(?:省|市|县|区|旗|自治[区州县])?")
"""The innermost place of a name without the word for its rank: 许昌市魏都区 → 魏都, 湖南省 → 湖南."""

BASE, DERIVED = "对照件", "本件"
"""What the two are called where their places and kinds do not tell them apart."""


def short_names(base: Notice, derived: Notice, site: Site) -> tuple[str, str]:
    """Names both: 中央意见, 魏都意见; 对照件 and 本件 where one has no such name, or both have the same."""
    names = place_and_genre(base, site), place_and_genre(derived, site)
    return names if all(names) and names[0] != names[1] else (BASE, DERIVED)


def names_of(notices: Sequence[Notice], site: Site) -> dict[str, str]:
    """Names documents by their ids: 中央意见; by number or title where a short name stands for several or for none."""
    names = {notice.id: place_and_genre(notice, site) for notice in notices}
    taken = Counter(names.values())
    return {
        notice.id: names[notice.id]
        if names[notice.id] and taken[names[notice.id]] == 1
        else notice.number or labels_zh.title(notice)
        for notice in notices
    }


def is_one_document(base: Notice, derived: Notice) -> bool:
    """Whether the two are copies of one document, by title and number."""
    return bool(base.title and base.number) and (base.title, base.number) == (derived.title, derived.number)


def place_and_genre(notice: Notice, site: Site) -> str:
    """The innermost place, else the level, and the 文种; nothing where one of the two is not known.

    >>> _LAST_PLACE.fullmatch("许昌市魏都区")["name"], _LAST_PLACE.fullmatch("湖南省")["name"]
    ('魏都', '湖南')
    """
    if not notice.genre:
        return ""
    place = _LAST_PLACE.fullmatch(notice.place or "")
    where = place["name"] if place else site.levels.get(notice.level or "", "")
    return f"{where}{notice.genre}" if where else ""
