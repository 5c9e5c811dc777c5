"""Writes the river of transmission: which document came when, from which level, and what it hands on or cites."""

from __future__ import annotations

from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.general.river_cards import across
from notice_site.pages.general.river_documents import River, river_of
from notice_site.pages.general.river_marks import MOST_LINES, MOST_MARKS, counts_upright, marks_across
from notice_site.pages.general.river_upright import upright

_LINEAGE = Location("lineage/index.md")

MOST_CARDS = 29
"""Documents with a card each: about three screens of them. More become marks."""

_ORDER = "按成文日期（未载的按印发或见报日期）"

_SHORTEST_WORD = 3
"""Characters of a term that a line of a card does not split: two stand on one line nearly always."""


def river(site: Site, page: str) -> Markdown:
    """Writes the picture for wide and for narrow pages, with what its signs mean; nothing without documents."""
    drawn = river_of(site, page)
    if not drawn.documents:
        return md.EMPTY
    if len(drawn.documents) > MOST_CARDS:
        lists = site.facet_indexes["date"].places
        in_html = {value: place.built_relative_to(page) for value, place in lists.items()}
        in_markdown = {value: place.relative_to(page) for value, place in lists.items()}
        pictures = [md.figure(marks_across(drawn, in_html), classes=["river"]), counts_upright(drawn, in_markdown)]
    else:
        words = {w for term in site.corpus.terms for w in (term.term, *term.variants) if len(w) >= _SHORTEST_WORD}
        words = {word for word in words if any(word in document.name for document in drawn.documents)}
        pictures = [md.figure(f"{across(drawn, words)}\n{upright(drawn, words)}", classes=["river"])]
    return md.region(
        md.stacked(
            md.heading(2, Markdown("公文传达图"), id="river"),
            *_legends(drawn),
            *pictures,
            md.paragraph(md.link(Markdown("逐条查看转发与引用"), _LINEAGE.relative_to(page)), classes=["more"])
            if drawn.lines
            else md.EMPTY,
        ),
        tag="section",
        classes=["river-section"],
    )


def _legends(drawn: River) -> list[Markdown]:
    """Explains the picture; of many documents wide and narrow pages have different ones."""
    if len(drawn.documents) <= MOST_CARDS:
        return [md.paragraph(Markdown(_legend(drawn)), classes=["hint"])]
    counts = Markdown(f"{_ORDER}分列各层级的件数。{_not_known(drawn)}")
    return [
        md.paragraph(Markdown(_legend(drawn)), classes=["hint", "across-only"]),
        md.paragraph(counts, classes=["hint", "upright-only"]),
    ]


def _legend(drawn: River) -> str:
    """Says what is drawn, and of how many documents a date or level is not known."""
    many = len(drawn.documents) > MOST_CARDS
    if len(drawn.documents) > MOST_MARKS:
        return f"{_ORDER}分列各层级的件数，点击数字，查看该时期的文件。{_not_known(drawn)}"
    said = f"{'每个方块' if many else '每张卡片'}是一件文件，按层级分栏，{_ORDER}排列。"
    if drawn.lines and not (many and len(drawn.lines) > MOST_LINES):
        kinds = [("实线为转发、印发", True), ("虚线为引用、落实、依据等", False)]
        said += "，".join(word for word, on in kinds if any(line.hands_on is on for line in drawn.lines)) + "。"
    elif drawn.lines:
        said += f"所收文件之间的转发、引用共 {len(drawn.lines)} 对，图中从略。"
    if drawn.periods and not many:
        said += "底色为文件写明的活动起止时间。"
    return said + _not_known(drawn)


def _not_known(drawn: River) -> str:
    undated = sum(not document.day for document in drawn.documents)
    unknown = sum(not document.level for document in drawn.documents)
    missing = [f"{undated} 件未见日期"] * bool(undated) + [f"{unknown} 件层级未定"] * bool(unknown)
    return "，".join(missing) + "，单列。" if missing else ""
