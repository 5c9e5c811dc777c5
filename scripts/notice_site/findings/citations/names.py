"""The value that says what some words of a block name."""

from __future__ import annotations

from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class CitedWork:
    """What text[start:end] names; `whose` is the body that the words before a title in 《》 name, or ""."""

    start: int
    end: int
    title: str | None
    number: str | None
    kind: str
    whose: str = ""
    own_annex: bool = False  # （附件2） follows: it hangs on this document
    genre_unknown: bool = False  # its title does not tell whether it is a document: 《煤矿安全生产基本条件》
