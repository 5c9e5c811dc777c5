"""Tells whether words leave something to choice."""

from __future__ import annotations

from notice_site.findings.tasks import grammar

_LETTING = ("允许", "鼓励", "提倡", "倡导")
"""The words of choice that open their clause; 可 stands behind who may."""


def leaves_choice(text: str, tags: str, start: int, end: int) -> bool:
    """Whether words leave something to choice; not 在政策|允许|范围内, 要保留|可|供应的粮."""
    if text.find("可由", start, end) >= 0 or text.find("可以由", start, end) >= 0:
        return True
    for match in grammar.LEFT_TO_CHOICE.finditer(tags, start, end):
        clause = tags.rfind("K", start, match.start("who")) + 1
        if text.startswith(_LETTING, match.start("who")):
            if grammar.LET.match(tags, max(start, clause - 1), end):
                return True
        elif "M" not in tags[max(start, clause) : match.start("who")]:
            return True
    return False
