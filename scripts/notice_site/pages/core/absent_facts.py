"""Words why a document is without a fact: the source lacks it, breaks off before it, or was not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from notice_site.editing.signs_of_misreading import Sign, lost_date, lost_recipients, sign_off_without_issuer
from notice_site.model import Notice

NOT_IN_SOURCE = "来源文本未载"
NOT_UNDERSTOOD = "未能识别"
CUT_OFF = "来源文本中断，未见"

_AT_THE_END = frozenset({"issuers", "date", "printed", "published", "cc", "attachments"})
"""What a document may say at its end, which a text that breaks off has not."""

_SIGNS: Mapping[str, Callable[[Notice], Iterator[Sign]]] = {
    "recipients": lost_recipients,
    "date": lost_date,
    "issuers": sign_off_without_issuer,
}
"""What shows that the text holds a fact that was not understood, as 待核 lists it: 致有关方面： before the text."""


def absence(notice: Notice, fact: str) -> str:
    """Words why the document is without a fact, named by its field.

    Of a file that holds only pictures nothing was understood. A level is never in the text; it is told by the issuer.
    """
    if notice.kind == "no-text" or fact == "level" or any(_SIGNS.get(fact, _none)(notice)):
        return NOT_UNDERSTOOD
    return CUT_OFF if notice.status == "truncated" and fact in _AT_THE_END else NOT_IN_SOURCE


def _none(notice: Notice) -> Iterator[Sign]:
    return iter(())


def by_absence(notice: Notice, names: Mapping[str, str], absent: Iterable[str]) -> dict[str, list[str]]:
    """The names of absent facts, by why they are absent; `names` gives the name of each field."""
    groups: dict[str, list[str]] = {NOT_IN_SOURCE: [], CUT_OFF: [], NOT_UNDERSTOOD: []}
    for fact in absent:
        groups[absence(notice, fact)].append(names[fact])
    return {reason: named for reason, named in groups.items() if named}
