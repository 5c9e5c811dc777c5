"""Writes the pages of study packs: the documents and terms of each, its questions, its sheets."""

from __future__ import annotations

from collections.abc import Iterator

from notice_site.findings.packs import documents_of
from notice_site.model import Notice, Pack, Page, Question, Ref, Selection
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.download_place import download_place
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import listing
from notice_site.pages.core.site import NOTICES_INDEX, Site
from notice_site.pages.core.term_index import INDEX as TERMS
from notice_site.pages.core.term_index import TermIndex, spoken, term_index, term_place
from notice_site.pages.packs.sheets import cards_page, cards_place, sheet_anchor, sheets_page, sheets_place

INDEX = Location("packs/index.md")
HOME = Location("index.md")

_NOT_ADDED = "本站未附学习包文件。"
_FILL_IN = "文字引自原文，空处按原文填写；答案见出处。没有空处的，摘记所思所得。"
_RULED_LINES = 4
"""Lines to write an answer on."""

_NAME_LENGTH = 16
"""Characters by which a paragraph without heading is called, about as many as a heading has."""


def pack_pages(site: Site) -> Iterator[Page]:
    """Writes the index of packs, and the page, the sheets and the cards of each."""
    yield _index(site)
    index = term_index(site.corpus)
    for pack in site.corpus.packs:
        yield Page(pack_place(pack).file, _pack(site, index, pack, pack_place(pack).file))
        yield from _sheets(site, index, pack, pack_place(pack))


def pack_as_site(site: Site) -> Iterator[Page]:
    """Writes the pages of a site that is one pack: the page of the pack is the home page."""
    (pack,) = site.corpus.packs
    index = term_index(site.corpus)
    yield Page(HOME.file, _pack(site, index, pack, HOME.file))
    yield from _sheets(site, index, pack, HOME)


def pack_place(pack: Pack) -> Location:
    """Returns the page of a pack on the site of the whole corpus."""
    return Location(f"packs/{pack.id}/index.md")


def _sheets(site: Site, index: TermIndex, pack: Pack, home: Location) -> Iterator[Page]:
    if pack.sheets:
        yield Page(sheets_place(pack).file, sheets_page(site, index, pack, home))
    if pack.terms:
        yield Page(cards_place(pack).file, cards_page(site, index, pack, home))


def _index(site: Site) -> Page:
    page = INDEX.file
    entries = [
        (
            md.link(md.escape(pack.title), pack_place(pack).relative_to(page)),
            md.escape(f"{pack.purpose}（{_extent(pack)}）"),
        )
        for pack in site.corpus.packs
    ]
    return Page(
        page,
        md.page(
            "学习包",
            md.heading(1, Markdown("学习包"), id="packs"),
            md.region(md.definitions(entries), classes=["packs"]) if entries else _none(page),
        ),
    )


def _none(page: str) -> Markdown:
    """Says that there are no packs, and where to go on."""
    notices = md.link(Markdown("文件"), NOTICES_INDEX.relative_to(page))
    terms = md.link(Markdown("词语"), TERMS.relative_to(page))
    return md.paragraph(
        md.joined([Markdown("尚未编制学习包。可先查阅"), notices, Markdown("和"), terms, Markdown("。")])
    )


def _extent(pack: Pack) -> str:
    return f"文件 {len(pack.selections)} 件，词语 {len(pack.terms)} 条，填空与思考 {len(pack.questions)} 题"


def _pack(site: Site, index: TermIndex, pack: Pack, page: str) -> str:
    return md.page(
        pack.title,
        md.heading(1, md.escape(pack.title), id="pack"),
        md.paragraph(md.escape(pack.purpose), classes=["lead"]),
        md.EMPTY if page == HOME.file else download_place(f"pack {pack.id}", _NOT_ADDED),
        md.heading(2, Markdown("文件"), id="documents"),
        listing((site.notices[id] for id in documents_of(pack.selections, site.corpus.notices)), site, page),
        *(_excerpt(site, index, site.notices[part.notice], part, page) for part in pack.selections if part.sections),
        *_terms(index, pack, page),
        *_questions(site, index, pack, page),
        *_sheet_links(index, pack, page),
    )


def _excerpt(site: Site, index: TermIndex, notice: Notice, selection: Selection, page: str) -> Markdown:
    """Links the sections of a document that belong to the pack."""
    links = []
    for section in selection.sections:
        block = notice.block(section)
        path = index.place_name(Ref(notice.id, section, 0, 0))
        name = block.heading or (block.text if len(block.text) <= _NAME_LENGTH else f"{block.text[:_NAME_LENGTH]}…")
        links.append(md.link(md.escape(path + name), site.links.block(notice.id, section).relative_to(page)))
    head = md.escape(f"{labels_zh.cite(notice)}节选：")
    return md.paragraph(md.joined([head, md.joined(links, Markdown("；"))]), classes=["excerpt-of"])


def _terms(index: TermIndex, pack: Pack, page: str) -> Iterator[Markdown]:
    if not pack.terms:
        return
    yield md.heading(2, Markdown("词语"), id="terms")
    items = []
    for term in (index.terms[id] for id in pack.terms):
        link = md.link(md.escape(term.term), term_place(term.id).relative_to(page), classes=["term"])
        items.append(md.joined([link, Markdown(" "), md.span(md.escape(spoken(term)), classes=["reading"])]))
    yield md.bullets(items)


def _questions(site: Site, index: TermIndex, pack: Pack, page: str) -> Iterator[Markdown]:
    if not pack.questions:
        return
    notices = {notice.id: notice for notice in site.corpus.all_notices}
    yield md.heading(2, Markdown("填空与思考"), id="questions")
    yield md.paragraph(Markdown(_FILL_IN), classes=["hint"])
    items = []
    for question in pack.questions:
        ref = question.quote.ref
        where = f"{labels_zh.cite(notices[ref.notice])}{index.place_name(ref)}"
        source = md.link(md.escape(where), site.links.words(ref).relative_to(page), classes=["source-link"])
        lines = md.EMPTY if question.blanks else Markdown(md.span(md.EMPTY, classes=["ruled"]) * _RULED_LINES)
        items.append(md.joined([_with_blanks(question), Markdown(" ——"), source, lines]))
    yield md.region(md.numbered(items), classes=["questions"])


def _with_blanks(question: Question) -> Markdown:
    """Quotes the source; each blank is as many low lines as it takes characters away."""
    text = question.quote.text
    parts: list[Markdown] = []
    behind = 0
    for start, end in question.blanks:
        parts += [md.escape(text[behind:start]), md.span(Markdown("＿" * (end - start)), classes=["blank"])]
        behind = end
    return md.span(md.joined([*parts, md.escape(text[behind:])]), classes=["quoted"])


def _sheet_links(index: TermIndex, pack: Pack, page: str) -> Iterator[Markdown]:
    links = [
        md.link(
            md.escape(f"对照检查：{index.terms[sheet.term].term}"),
            Location(sheets_place(pack).file, sheet_anchor(number)).relative_to(page),
        )
        for number, sheet in enumerate(pack.sheets)
    ]
    if pack.terms:
        cards = Markdown(f"词语卡片（{len(pack.terms)} 张，双面打印）")
        links.append(md.link(cards, cards_place(pack).relative_to(page)))
    if links:
        yield md.heading(2, Markdown("学习单"), id="sheets")
        yield md.bullets(links)
