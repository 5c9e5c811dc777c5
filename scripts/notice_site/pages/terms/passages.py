"""Quotes passages on the pages of terms, each with its document and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from notice_site.model import Notice, Quote
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import dated
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import TermIndex


def source(site: Site, notice: Notice, page: str) -> Markdown:
    """Writes the line that names a document above what is quoted from it."""
    return md.paragraph(named_source(site, notice, page), classes=["source"])


def named_source(site: Site, notice: Notice, page: str) -> Markdown:
    """Names a document with a link to it, and its date."""
    parts = [md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))]
    if day := dated(notice):
        parts.append(md.span(md.escape(day), classes=["date"]))
    return md.joined(parts, Markdown(" "))


def quoted(site: Site, quote: Quote, page: str, words: Markdown | None = None) -> Markdown:
    """Quotes the words of a source as a link to their place; `words` are these with marks inside."""
    shown = md.escape(quote.text) if words is None else words
    return md.link(shown, site.links.words(quote.ref).relative_to(page), classes=["quoted"])


def placed(site: Site, index: TermIndex, quote: Quote, page: str, words: Markdown | None = None) -> Markdown:
    """Quotes words and says in which section they stand."""
    path = index.place_name(quote.ref)
    link = quoted(site, quote, page, words)
    return md.joined([link, Markdown(" "), md.span(md.escape(path), classes=["where"])]) if path else link


def passages(site: Site, index: TermIndex, quotes: Iterable[Quote], page: str, *, named: bool) -> Iterator[Markdown]:
    """Quotes passages by document; `named`: under the name of the document, where there are several."""
    for notice_id, of_document in index.dated(quotes).items():
        if named:
            yield source(site, index.notices[notice_id], page)
        paragraphs = (md.paragraph(placed(site, index, quote, page)) for quote in of_document)
        yield md.region(md.stacked(*paragraphs), tag="blockquote")
