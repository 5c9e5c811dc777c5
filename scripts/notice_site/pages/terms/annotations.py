"""Links and marks the terms in the text of notice pages, and lists them below it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator

from notice_site.model import Block, BlockKind, Mention, Notice
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotation
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site, SourcePage
from notice_site.pages.core.term_index import WITHIN_LEGEND, Tally, TermIndex, by_pinyin, term_place

Ends = tuple[Markdown, Markdown]
"""What is written before and after a marked term."""

_RUNNING_TEXT = frozenset({BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.NOTE})
"""Where terms are linked; in the head and at the foot of a document (版头 标题 主送 落款 …) they are only marked."""


def term_annotator(site: Site) -> Callable[[Notice], Iterator[tuple[str, Annotation]]]:
    """Marks terms on notice pages: the first of a term in each section is a link, the others can be made one.

    Of terms inside each other only the longest is marked.
    """
    index = site.terms
    ends: dict[tuple[str, str], tuple[Ends, Ends]] = {}  # by folder of the page and term

    def marks(notice: Notice) -> Iterator[tuple[str, Annotation]]:
        page = site.links.notice(notice.id).file
        folder = posixpath.dirname(page)

        def ends_of(term_id: str) -> tuple[Ends, Ends]:
            if (folder, term_id) not in ends:
                target = term_place(term_id).relative_to(page)
                again = md.span_ends(classes=["term-again"], named={"data-term": term_id})
                ends[folder, term_id] = md.link_ends(target, classes=["term"]), again
            return ends[folder, term_id]

        return _marks(index, notice, ends_of)

    return marks


def _marks(
    index: TermIndex, notice: Notice, ends_of: Callable[[str], tuple[Ends, Ends]]
) -> Iterator[tuple[str, Annotation]]:
    linked: set[tuple[str, str]] = set()  # section, term
    for mention in index.in_notice.get(notice.id, ()):
        if mention.within is not None:
            continue
        block = index.blocks(notice.id)[mention.ref.block]
        here = (_section(block), mention.term)
        (before, after), again = ends_of(mention.term)
        if block.kind not in _RUNNING_TEXT or here in linked:
            before, after = again
        else:
            linked.add(here)
        yield block.id, Annotation(mention.ref.start, mention.ref.end, before, after, is_link=True)


def _section(block: Block) -> str:
    """Returns the section that a block belongs to; a heading belongs to the section that it opens."""
    return block.id if block.kind is BlockKind.SECTION else block.parent or ""


def terms_of_page(site: Site) -> Callable[[SourcePage], Markdown]:
    """Writes the section 本件词语 below the text of a notice page: its terms by sound, each with its count."""
    index = site.terms

    def section(source_page: SourcePage) -> Markdown:
        page = site.links.notice(source_page.first.id).file
        mentions: dict[str, list[Mention]] = {}
        for notice in source_page.notices:
            for mention in index.in_notice.get(notice.id, ()):
                mentions.setdefault(mention.term, []).append(mention)
        if not mentions:
            return md.EMPTY
        tallies = {term_id: Tally.of(of_term) for term_id, of_term in mentions.items()}
        items = [
            md.joined(
                [
                    md.link(md.escape(term.term), term_place(term.id).relative_to(page), classes=["term"]),
                    Markdown(" "),
                    md.span(Markdown(tallies[term.id].short()), classes=["count"]),
                ]
            )
            for term in by_pinyin(index.terms[term_id] for term_id in tallies)
        ]
        title = md.heading(2, Markdown("本件词语"), id="terms")
        legend = any(tally.within for tally in tallies.values())
        hint = md.paragraph(Markdown(WITHIN_LEGEND), classes=["hint"]) if legend else md.EMPTY
        return md.region(md.stacked(title, hint, md.bullets(items)), tag="section", classes=["terms-of-page"])

    return section
