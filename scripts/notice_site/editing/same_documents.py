"""Notices where two sources hold the same document: in two formats or encodings, or taken from two places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from notice_site.model import Notice, Problem, Severity
from notice_site.text.spacing import squeeze
from notice_site.text.titles import number_key, title_key

LEAST_TEXT = 40
"""Characters of a text that tell a document by themselves; a shorter one may be a form that two documents share."""


def same_documents(notices: Iterable[Notice]) -> Iterator[Problem]:
    """A warning for each source whose first document an earlier source has: same title and number, or same text.

    What another document carries is passed over: a notice is forwarded by many.
    """
    by_name: dict[tuple[str, str], str] = {}
    by_text: dict[str, str] = {}
    seen: set[str] = set()
    for notice in notices:
        if notice.source in seen:
            continue
        seen.add(notice.source)
        text = squeeze("".join(block.text for block in notice.blocks if not block.inline))
        earlier, shared = by_text.setdefault(text, notice.source) if len(text) >= LEAST_TEXT else notice.source, "文字"
        if earlier == notice.source and notice.title and notice.number:
            key = (title_key(notice.title), number_key(notice.number))
            earlier, shared = by_name.setdefault(key, notice.source), "题名和文号"
        if earlier != notice.source:
            message = f"与 {earlier} 像是同一件：{shared}相同"
            yield Problem(notice.source, 0, message, "只留一份；确是两件的，不必理会", Severity.WARNING)
