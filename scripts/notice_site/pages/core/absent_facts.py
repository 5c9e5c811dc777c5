"""Words why a document is without a fact: the source lacks it, breaks off before it, or was not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from notice_site.editing.signs_above_text import told_above
from notice_site.editing.signs_of_misreading import Sign, lost_date, lost_recipients, sign_off_without_issuer
from notice_site.model import Notice

NOT_IN_SOURCE = "来源文本未载"
NOT_UNDERSTOOD = "未能识别"
CUT_OFF = "来源文本中断，未见"
SET_ASIDE = "来源网页另载，见整理记录"

_AT_THE_END = frozenset({"issuers", "date", "printed", "published", "cc", "attachments"})
"""What a document may say at its end, which a text that breaks off has not."""

_SIGNS: Mapping[str, Callable[[Notice], Iterator[Sign]]] = {
    "recipients": lost_recipients,
    "date": lost_date,
    "issuers": sign_off_without_issuer,
}
"""What shows that the text holds a fact that was not understood: 致有关方面： before the text."""


# What a site says of its own page, which is not the text.
# takes: 发布时间：2014年03月10日  来源：某网站2020-12-16; not: 关闭
_PAGE_PUBLICATION = re.compile(r"(?:发布|发表|时间|日期|来源).*?\d{4}[-年./]\d{1,2}", re.DOTALL)


def absence(notice: Notice, fact: str) -> str:
    """Words why the document is without a fact, named by its field.

    Of a file that holds only pictures nothing was understood. A level is never in the text; it is told by the issuer.
    A saved page says when its site published it, which is recorded as left out.
    """
    if fact == "published" and any(_PAGE_PUBLICATION.search(part.text) for part in notice.dropped):
        return SET_ASIDE
    if notice.kind == "no-text" or fact == "level" or any(_signs(notice, fact)):
        return NOT_UNDERSTOOD
    return CUT_OFF if notice.status == "truncated" and fact in _AT_THE_END else NOT_IN_SOURCE


def _signs(notice: Notice, fact: str) -> Iterator[Sign]:
    if fact in _SIGNS:
        yield from _SIGNS[fact](notice)
    if fact in ("date", "number", "issuers"):
        yield from told_above(notice, fact)


def by_absence(notice: Notice, names: Mapping[str, str], absent: Iterable[str]) -> dict[str, list[str]]:
    """The names of absent facts, by why they are absent; `names` gives the name of each field."""
    groups: dict[str, list[str]] = {NOT_IN_SOURCE: [], CUT_OFF: [], NOT_UNDERSTOOD: [], SET_ASIDE: []}
    for fact in absent:
        groups[absence(notice, fact)].append(names[fact])
    return {reason: named for reason, named in groups.items() if named}
