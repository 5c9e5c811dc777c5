"""Writes the page of each term: reading, structure, wording, where it stands, what is related."""

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
    spoken,
    term_place,
)  # fmt: skip
from notice_site.pages.terms.concordance import concordance, keyword_lines
from notice_site.pages.terms.passages import named_source, passages, source
from notice_site.pages.terms.structure import tree, wording_table

UNEXPLAINED = "所收文件未作解释"

_BARS = 12
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
    quoted = _quoted(term)
    shown = (index.by_notice(term.id), index.dated(term.items), index.dated(quoted))
    documents = [b"".join(site.fingerprints[notice_id] for notice_id in by_notice) for by_notice in shown]
    return fingerprint(
        repr(term),
        [other is None for other in neighbours],
        named,
        [mention.ref.notice for mention in index.firsts(term.id)],
        documents,
    )


def _quoted(term: Term) -> tuple[Quote, ...]:
    """The passages that explain the term and its senses, or use it."""
    return (*term.definitions, *term.usage, *(quote for sense in term.senses for quote in sense.definitions))


def _term_page(site: Site, index: TermIndex, term: Term, neighbours: tuple[Term | None, Term | None]) -> str:
    page = term_place(term.id).file
    uses = index.by_notice(term.id)
    several = len(uses) > 1
    named = len({*uses, *(quote.ref.notice for quote in (*term.items, *_quoted(term)))}) > 1  # a pack quotes others too
    head = [
        crumbs(md.link(Markdown("词语"), INDEX.relative_to(page))),
        md.heading(1, md.ruby(zip(term.term, term.pinyin, strict=True)), id="term", classes=["headword"]),
        _facts(site, index, term, page),
    ]
    body = [
        *_parts(site, index, term, page, named=named),
        *_senses(site, index, term, page, named=named),
        *_worded(site, index, term, page, named=named),
        *(_first(site, index, term, page) if several else ()),
        *(_distribution(site, index, term) if several else ()),
        md.heading(2, Markdown("全部用例"), id="concordance"),
        concordance(index, site, term, page),
        *_related(index, term, page),
    ]
    return md.page(
        term.term,
        *head,
        md.region(md.stacked(*body), classes=["term-page", *([] if several else ["one-document"])]),
        _neighbours(neighbours, page),
        about={
            "description": f"{term.term}（{spoken(term)}）",
            "linked_data": linked_data.term(term),
            "scripts": ["assets/javascripts/sorted-uses.js"],
        },
    )


def _facts(site: Site, index: TermIndex, term: Term, page: str) -> Markdown:
    """Tells in a line reading, kind, other wordings, and how often the term stands in the texts: where, if in one."""
    facts = [spoken(term), labels_zh.TERM_KINDS[term.kind]]
    if term.variants:
        facts.append(f"又作：{'；'.join(term.variants)}")
    facts.append(met_in(index, term))
    only = [*index.by_notice(term.id)]
    where = [Markdown("："), named_source(site, index.notices[only[0]], page)] if len(only) == 1 else []
    return md.paragraph(md.joined([md.escape("　".join(facts)), *where]), classes=["term-facts"])


def met_in(index: TermIndex, term: Term) -> str:
    """Words in how many documents and places a term stands: 见于 1 件，2 处."""
    return f"见于 {len(index.by_notice(term.id))} 件，{index.tally(term.id).words()}"


def _parts(site: Site, index: TermIndex, term: Term, page: str, *, named: bool) -> Iterator[Markdown]:
    """Shows what the term consists of, as a tree, and how several documents word it."""
    if not term.items and not term.structure:
        return
    yield md.heading(2, Markdown("具体内容"), id="parts")
    compared = [*wording_table(site, index, term, page)]
    if term.structure or not compared:  # a tree without branches would be the first column of the table
        yield from tree(site, index, term, page, named=named)
    yield from compared


def _worded(site: Site, index: TermIndex, term: Term, page: str, *, named: bool) -> Iterator[Markdown]:
    """Quotes the passages that define the term, or that use it where none does, and says which they are."""
    explained = term.items or term.definitions or any(sense.definitions for sense in term.senses)
    if term.definitions or term.usage or not explained:
        yield md.heading(2, Markdown("文中表述"), id="definitions")
    if term.note:
        remark = md.joined([md.strong(Markdown("编者注")), md.escape(f"　{term.note}")])
        yield md.paragraph(remark, classes=["editor-note"])
    yield from passages(site, index, term.definitions, page, named=named)
    if not explained:
        said = f"{UNEXPLAINED}{'，以下是用例' if term.usage else ''}。"
        yield md.paragraph(Markdown(said), classes=["missing"])
    elif term.usage and term.definitions:
        yield md.paragraph(Markdown("用例"), id="usage", classes=["label"])
    yield from passages(site, index, term.usage, page, named=named)


def _senses(site: Site, index: TermIndex, term: Term, page: str, *, named: bool) -> Iterator[Markdown]:
    """Tells the senses of a term apart: each with its count and the passages that explain it."""
    if not term.senses:
        return
    yield md.heading(2, Markdown("义项"), id="senses")
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
        yield from passages(site, index, sense.definitions, page, named=named)
    if untold := sum(mention.sense is None for mention in mentions):
        yield md.paragraph(Markdown(f"另有 {untold} 处，上下文不足以判断是哪一义。"), classes=["hint"])


def _first(site: Site, index: TermIndex, term: Term, page: str) -> Iterator[Markdown]:
    """Shows where the term first appears among the documents of the site, as far as their dates tell."""
    firsts = index.firsts(term.id)
    undated = sum(known_day(index.notices[notice_id]) is None for notice_id in index.by_notice(term.id))
    yield md.heading(2, Markdown("最早出现（本站所收）"), id="first")
    for mention in firsts:
        yield source(site, index.notices[mention.ref.notice], page)
        yield keyword_lines([mention], index, site, page)
        if longer := index.terms.get(mention.within or ""):
            yield md.paragraph(md.escape(f"这一处含于“{longer.term}”。"), classes=["hint"])
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
    yield md.heading(2, Markdown("各件出现次数"), id="counts")
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
        label = md.strong(Markdown("相关词语"))
        yield md.paragraph(md.joined([label, *links], Markdown("　")), id="related", classes=["related"])


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
