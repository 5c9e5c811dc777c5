"""Writes the page of each term: reading, parts, definitions, where it stands, what is related."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from notice_site.execution.cache import fingerprint
from notice_site.model import Notice, Quote, Term
from notice_site.pages.core import labels_zh, linked_data
from notice_site.pages.core import markdown as md
from notice_site.pages.core.bar_chart import Bar, bar_chart
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.document_days import dated, known_day
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import (
    INDEX,
    Tally,
    TermIndex,
    by_pinyin,
    numbers,
    spoken,
    term_place,
)  # fmt: skip
from notice_site.pages.terms.concordance import concordance, keyword_lines

UNEXPLAINED = "所收文件未作解释"

_BARS = 30
"""Documents in the chart: more do not fit a screen; those with fewest mentions are summed up below it."""


def term_pages(site: Site) -> Iterator[PendingFile]:
    """Writes the page of each term."""
    index = site.terms
    order = by_pinyin(index.terms.values())
    for before, term, after in zip([None, *order], order, [*order[1:], None], strict=False):
        make = partial(_term_page, site, index, term, (before, after))
        yield PendingFile(term_place(term.id).file, make, _fingerprint(site, index, term, (before, after)))


def _fingerprint(site: Site, index: TermIndex, term: Term, neighbours: tuple[Term | None, Term | None]) -> bytes | None:
    """Hashes all that the page of a term is made from.

    How documents are named and dated, and what they hold of the term, follows from their fingerprints.
    """
    if not site.fingerprints:
        return None
    longer = {mention.within for mention in index.mentions[term.id]}
    branches = {part.term for part in term.structure}
    linked = [index.terms[id] for id in (*term.related, *sorted(filter(None, longer | branches))) if id in index.terms]
    named = [(other.id, other.term) for other in (*neighbours, *linked) if other]
    quoted = (*term.definitions, *term.usage, *(quote for sense in term.senses for quote in sense.definitions))
    shown = (index.by_notice(term.id), index.dated(term.items), index.dated(quoted))
    documents = [b"".join(site.fingerprints[notice_id] for notice_id in by_notice) for by_notice in shown]
    return fingerprint(
        repr(term),
        [other is None for other in neighbours],
        named,
        [mention.ref.notice for mention in index.firsts(term.id)],
        documents,
    )


def _term_page(site: Site, index: TermIndex, term: Term, neighbours: tuple[Term | None, Term | None]) -> str:
    page = term_place(term.id).file
    return md.page(
        term.term,
        crumbs(md.link(Markdown("词语"), INDEX.relative_to(page))),
        md.heading(1, md.ruby(zip(term.term, term.pinyin, strict=True)), id="term", classes=["headword"]),
        _facts(index, term),
        *_explained(site, index, term, page),
        *_first(site, index, term, page),
        *_distribution(site, index, term),
        md.heading(2, Markdown("出处"), id="concordance"),
        concordance(index, site, term, page),
        *_related(index, term, page),
        _neighbours(neighbours, page),
        about={"description": f"{term.term}（{spoken(term)}）", "linked_data": linked_data.term(term)},
    )


def _facts(index: TermIndex, term: Term) -> Markdown:
    """Lists reading, kind, number, other wordings, and how often the term stands in the texts."""
    facts = [("拼音", spoken(term)), ("类别", labels_zh.TERM_KINDS[term.kind])]
    if term.structure:
        facts.append(("所含数字", "＋".join(f"{part.count}（{part.label}）" for part in term.structure)))
    elif named := term.counts or numbers(term):
        facts.append(("所含数字", "＋".join(map(str, named))))
    if term.variants:
        facts.append(("又作", "；".join(term.variants)))
    facts.append(("见于", f"{len(index.by_notice(term.id))} 件文件，{index.tally(term.id).words()}"))
    listed = md.definitions((Markdown(name), md.escape(value)) for name, value in facts)
    return md.region(listed, classes=["card", "term-facts"])


def _explained(site: Site, index: TermIndex, term: Term, page: str) -> Iterator[Markdown]:
    """Quotes parts and definitions, or says that no document explains the term."""
    if term.items or term.structure:
        yield md.heading(2, Markdown("各部分"), id="parts")
        yield from _structure(site, index, term, page) if term.structure else _parts(site, index, term, page)
    if term.senses:
        yield md.heading(2, Markdown("义项"), id="senses")
        yield from _senses(site, index, term, page)
    explained = term.items or any(sense.definitions for sense in term.senses)
    if term.definitions or not explained:
        yield md.heading(2, Markdown("释义"), id="definitions")
        yield from _passages(site, index, term.definitions, page)
        if not term.definitions:
            yield md.paragraph(Markdown(UNEXPLAINED), classes=["missing"])
    if term.usage:
        yield md.heading(2, Markdown("用例"), id="usage")
        yield from _passages(site, index, term.usage, page)
    if term.note:
        remark = md.joined([md.strong(Markdown("编者注")), md.escape(f"　{term.note}")])
        yield md.paragraph(remark, classes=["editor-note"])


def _parts(site: Site, index: TermIndex, term: Term, page: str) -> Iterator[Markdown]:
    """Lists the parts as each document words them."""
    for notice_id, quotes in index.dated(term.items).items():
        yield _source(site, index.notices[notice_id], page)
        yield md.region(md.numbered(_quoted(site, index, quote, page) for quote in quotes), classes=["parts"])


def _structure(site: Site, index: TermIndex, term: Term, page: str) -> Iterator[Markdown]:
    """Lists the branches of a slogan with several numbers, each with its parts or with the word that it has none."""
    for notice_id in index.dated(term.items):
        yield _source(site, index.notices[notice_id], page)
    for part in term.structure:
        label = md.escape(part.label)
        if part.term and part.term in index.terms and part.term != term.id:
            label = md.link(label, term_place(part.term).relative_to(page), classes=["term"])
        heading = md.joined([label, Markdown(" "), md.span(Markdown(f"{part.count} 项"), classes=["count"])])
        yield md.paragraph(heading, classes=["branch"])
        if part.items:
            quoted = md.numbered(_quoted(site, index, quote, page) for quote in part.items)
            yield md.region(quoted, classes=["parts", "of-branch"])
        else:
            yield md.paragraph(Markdown("所收文件没有写明各项"), classes=["missing"])


def _senses(site: Site, index: TermIndex, term: Term, page: str) -> Iterator[Markdown]:
    """Tells the senses of a term apart: each with its count and the passages that explain it."""
    mentions = index.mentions[term.id]
    for number, sense in enumerate(term.senses, 1):
        count = Tally.of(mention for mention in mentions if mention.sense == sense.name).words()
        name = md.joined(
            [
                md.strong(md.escape(f"{number}　{sense.name}")),
                Markdown(" "),
                md.span(Markdown(count), classes=["count"]),
            ]
        )
        yield md.paragraph(name, classes=["sense"])
        yield from _passages(site, index, sense.definitions, page)
    if untold := sum(mention.sense is None for mention in mentions):
        yield md.paragraph(Markdown(f"另有 {untold} 处，上下文不足以判断是哪一义。"), classes=["hint"])


def _passages(site: Site, index: TermIndex, passages: Iterable[Quote], page: str) -> Iterator[Markdown]:
    """Quotes passages under the documents that they are from."""
    for notice_id, quotes in index.dated(passages).items():
        yield _source(site, index.notices[notice_id], page)
        quoted = (md.paragraph(_quoted(site, index, quote, page)) for quote in quotes)
        yield md.region(md.stacked(*quoted), tag="blockquote")


def _source(site: Site, notice: Notice, page: str) -> Markdown:
    parts = [md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))]
    if day := dated(notice):
        parts.append(md.span(md.escape(day), classes=["date"]))
    return md.paragraph(md.joined(parts, Markdown(" ")), classes=["source"])


def _quoted(site: Site, index: TermIndex, quote: Quote, page: str) -> Markdown:
    """Quotes the words of a source, as a link to their place."""
    quoted = md.link(md.escape(quote.text), site.links.words(quote.ref).relative_to(page), classes=["quoted"])
    path = index.section_path(quote.ref)
    return md.joined([quoted, Markdown(" "), md.span(md.escape(path), classes=["where"])]) if path else quoted


def _first(site: Site, index: TermIndex, term: Term, page: str) -> Iterator[Markdown]:
    """Shows where the term first appears among the documents of the site, as far as their dates tell."""
    firsts = index.firsts(term.id)
    undated = sum(known_day(index.notices[notice_id]) is None for notice_id in index.by_notice(term.id))
    yield md.heading(2, Markdown("最早出现（所收文件中）"), id="first")
    for mention in firsts:
        yield _source(site, index.notices[mention.ref.notice], page)
        yield keyword_lines([mention], index, site, page)
        if longer := index.terms.get(mention.within or ""):
            yield md.paragraph(md.escape(f"这一处在更长的词语“{longer.term}”里。"), classes=["hint"])
    if hint := first_hint(len(firsts), undated):
        yield md.paragraph(Markdown(hint), classes=["hint"])


def first_hint(firsts: int, undated: int) -> str:
    """Words what is not known of the first appearance, which is among the documents of the site alone.

    >>> first_hint(1, 0), first_hint(2, 1), first_hint(0, 3)
    ('', '以上 2 件的日期不分先后。另有 1 件文件未见日期，未参与比较。', '用到的 3 件文件都未见日期，不能比较先后。')
    """
    if not firsts:
        return f"用到的 {undated} 件文件都未见日期，不能比较先后。"
    several = f"以上 {firsts} 件的日期不分先后。" if firsts > 1 else ""
    return several + (f"另有 {undated} 件文件未见日期，未参与比较。" if undated else "")


def _distribution(site: Site, index: TermIndex, term: Term) -> Iterator[Markdown]:
    """Shows how often each document has the term."""
    counts = {notice_id: Tally.of(mentions) for notice_id, mentions in index.by_notice(term.id).items()}
    shown = set(sorted(counts, key=lambda notice_id: -counts[notice_id].total)[:_BARS])
    bars = [_bar(site, index.notices[notice_id], counts[notice_id], term) for notice_id in counts if notice_id in shown]
    rest = [count for notice_id, count in counts.items() if notice_id not in shown]
    yield md.heading(2, Markdown("各件次数"), id="counts")
    yield bar_chart(f"“{term.term}”在各件文件中出现的次数", "处", bars)
    if rest:
        others = Tally(sum(tally.alone for tally in rest), sum(tally.within for tally in rest))
        yield md.paragraph(Markdown(f"其余 {len(rest)} 件文件共 {others.words()}。"), classes=["hint"])


def _bar(site: Site, notice: Notice, tally: Tally, term: Term) -> Bar:
    target = site.links.notice(notice.id).built_relative_to(term_place(term.id).file)
    name = " ".join(filter(None, (dated(notice), labels_zh.title(notice))))
    remark = tally.words().removeprefix(f"{tally.total} 处")
    return Bar(name, tally.total, target, f"level-{notice.level}" if notice.level else "", remark)


def _related(index: TermIndex, term: Term, page: str) -> Iterator[Markdown]:
    links = term_links((index.terms[other] for other in term.related), page)
    if links:
        yield md.heading(2, Markdown("相关词语"), id="related")
        yield md.paragraph(md.joined(links, Markdown(" · ")))


def term_links(terms: Iterable[Term], page: str) -> list[Markdown]:
    """Links the pages of terms from `page`."""
    return [md.link(md.escape(term.term), term_place(term.id).relative_to(page), classes=["term"]) for term in terms]


def _neighbours(pair: tuple[Term | None, Term | None], page: str) -> Markdown:
    """Links the terms before and after by sound."""
    links = [
        md.link(
            md.joined([md.span(Markdown(word), classes=["direction"]), md.escape(other.term)]),
            term_place(other.id).relative_to(page),
            classes=[kind],
        )
        for word, kind, other in zip(("上一条", "下一条"), ("previous", "next"), pair, strict=True)
        if other is not None
    ]
    if not links:
        return md.EMPTY
    listed = md.paragraph(md.joined(links, Markdown(" ")))
    return md.region(listed, tag="nav", classes=["by-date"], named={"aria-label": "按音序的前后词条"})
