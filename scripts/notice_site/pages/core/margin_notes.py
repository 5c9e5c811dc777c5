"""Holds what stands beside the text of a notice: times, numbers and shared passages, each at its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from notice_site.model import Notice
from notice_site.model.frozen import dataclass
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note on the words that end at character `at` of a block.

    kind: time, number, shared. `words` name what the note is about and lead to it; `text` says the rest.
    """

    block: str
    at: int
    kind: str
    words: Markdown
    text: Markdown = md.EMPTY


MarginMaker = Callable[[Site], Callable[[Notice], Iterable[MarginNote]]]
"""Makes notes for the margin: prepared once for the site, called once for each document."""


def margin_list(notices: Sequence[Notice], notes: Iterable[MarginNote]) -> Markdown:
    """Lists notes in the order of their words, folded; a script lifts them into the margin where there is one."""
    order = {block.id: number for number, block in enumerate(block for notice in notices for block in notice.blocks)}
    lines = [
        md.joined(
            [
                md.link(note.words, f"#{note.block}", classes=["beside", note.kind], named={"data-at": str(note.at)}),
                *([Markdown("　"), note.text] if note.text else []),
            ]
        )
        for note in sorted(notes, key=lambda note: (order[note.block], note.at, note.kind))
    ]
    if not lines:
        return md.EMPTY
    summary = Markdown(f"旁注：时间、数量、相同文字（{len(lines)}）")
    return md.folded(summary, md.bullets(lines), classes=["margin-list"])
