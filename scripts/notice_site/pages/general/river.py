"""Writes the river of transmission: which document came when, from which level, and what it hands on or cites."""

from __future__ import annotations

from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.general.river_cards import across
from notice_site.pages.general.river_documents import River, river_of
from notice_site.pages.general.river_marks import MOST_LINES, counts_upright, marks_across
from notice_site.pages.general.river_upright import upright

_LINEAGE = Location("lineage/index.md")

MOST_CARDS = 29
"""Documents with a card each: about three screens of them. More become marks."""

_SHORTEST_WORD = 3
"""Characters of a term that a line of a card does not split: two stand on one line nearly always."""


def river(site: Site, page: str) -> Markdown:
    """Writes the picture for wide and for narrow pages, with what its signs mean; nothing without documents."""
    drawn = river_of(site, page)
    if not drawn.documents:
        return md.EMPTY
    if len(drawn.documents) > MOST_CARDS:
        places = {value: place.relative_to(page) for value, place in site.facet_indexes["date"].places.items()}
        pictures = [md.figure(marks_across(drawn), classes=["river"]), counts_upright(drawn, places)]
    else:
        words = {w for term in site.corpus.terms for w in (term.term, *term.variants) if len(w) >= _SHORTEST_WORD}
        words = {word for word in words if any(word in document.name for document in drawn.documents)}
        pictures = [md.figure(f"{across(drawn, words)}\n{upright(drawn, words)}", classes=["river"])]
    return md.region(
        md.stacked(
            md.heading(2, Markdown("公文传达图"), id="river"),
            md.paragraph(Markdown(_legend(drawn)), classes=["hint"]),
            *pictures,
            md.paragraph(md.link(Markdown("逐条查看转发与引用"), _LINEAGE.relative_to(page)), classes=["more"])
            if drawn.lines
            else md.EMPTY,
        ),
        tag="section",
        classes=["river-section"],
    )


def _legend(drawn: River) -> str:
    """Says what is drawn, and of how many documents a date or level is not known."""
    many = len(drawn.documents) > MOST_CARDS
    words = [
        "每个方块是一件文件" if many else "每张卡片是一件文件",
        "按层级分栏，按成文日期排列，成文日期未载的按印发或见报日期",
    ]
    said = "，".join(words) + "。"
    if drawn.lines and not (many and len(drawn.lines) > MOST_LINES):
        kinds = [("实线为转发、印发", True), ("虚线为引用、落实、依据等", False)]
        said += "，".join(word for word, on in kinds if any(line.hands_on is on for line in drawn.lines)) + "。"
    elif drawn.lines:
        said += f"所收文件互相转发、引用 {len(drawn.lines)} 处，图中从略。"
    if drawn.periods and not many:
        said += "底色为文件写明的活动起止时间。"
    undated = sum(not document.day for document in drawn.documents)
    unknown = sum(not document.level for document in drawn.documents)
    missing = [f"{undated} 件未见日期"] * bool(undated) + [f"{unknown} 件层级未定"] * bool(unknown)
    return said + ("，".join(missing) + "，单列。" if missing else "")
