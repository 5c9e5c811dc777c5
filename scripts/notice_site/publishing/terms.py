"""Writes terms as data: items of terms.json, and rows of terms.csv."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from notice_site.model import Mention, Quote, Term
from notice_site.pages.core import labels_zh
from notice_site.pages.core.term_index import TermIndex, spoken, term_place

_HEAD = ("词语", "异写", "拼音", "类别", "数", "各部分", "释义", "首见", "出现次数", "文件数", "网址")


def terms_table(index: TermIndex) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Returns the head and the rows of terms.csv, in the order of the glossary; ｜ divides several values of a cell."""
    return _HEAD, [_row(term, index) for term in index.terms.values()]


def term_item(index: TermIndex, term_id: str) -> dict[str, Any]:
    """Writes an item of terms.json."""
    term = index.terms[term_id]
    return {
        "id": term.id,
        "term": term.term,
        "variants": list(term.variants),
        "pinyin": spoken(term),
        "kind": term.kind,
        "count": term.count,
        "items": [{"text": part.text, **_place(part)} for part in term.items],
        "definitions": [{**_place(quote), "quote": quote.text} for quote in term.definitions],
        "mentions": [_mention(mention) for mention in index.mentions[term.id]],
        "related": list(term.related),
        "note": term.note or None,
        "url": term_place(term.id).url,
    }


def _place(quote: Quote) -> dict[str, str]:
    return {"notice": quote.ref.notice, "block": quote.ref.block}


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "notice": mention.ref.notice,
        "block": mention.ref.block,
        "start": mention.ref.start,
        "end": mention.ref.end,
        "form": mention.form,
        "within": mention.within,
    }


def _row(term: Term, index: TermIndex) -> tuple[str, ...]:
    def quoted(quotes: Sequence[Quote]) -> str:
        return "｜".join(f"{quote.text}——{labels_zh.cite(index.notices[quote.ref.notice])}" for quote in quotes)

    return (
        term.term,
        "｜".join(term.variants),
        spoken(term),
        labels_zh.TERM_KINDS[term.kind],
        str(term.count or ""),
        quoted(term.items),
        quoted(term.definitions),
        labels_zh.cite(index.notices[index.first(term.id).ref.notice]),
        str(len(index.mentions[term.id])),
        str(len(index.by_notice(term.id))),
        term_place(term.id).url,
    )
