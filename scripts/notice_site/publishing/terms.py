"""Writes terms as data: items of terms.json, and rows of terms.csv."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from notice_site.model import Mention, Quote, Term
from notice_site.pages.core import labels_zh
from notice_site.pages.core.term_index import TermIndex, spoken, term_place
from notice_site.publishing.csv_tables import Columns, columns

_COLUMNS = columns(
    "词语 异写 拼音 类别 数 各部分 释义 用例 最早出现 出现次数 其中在更长词语内 文件数 网址",
    出现次数="integer",
    其中在更长词语内="integer",
    文件数="integer",
)


def terms_table(index: TermIndex) -> tuple[Columns, Iterator[tuple[str, ...]]]:
    """Returns columns and rows of terms.csv, in the order of the glossary; ｜ divides several values of a cell."""
    return _COLUMNS, (_row(term, index) for term in index.terms.values())


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
        "counts": list(term.counts),
        "items": [{"text": part.text, **_place(part)} for part in term.items],
        "structure": [
            {
                "label": part.label,
                "count": part.count,
                "term": part.term,
                "items": [{"text": item.text, **_place(item)} for item in part.items],
            }
            for part in term.structure
        ],
        "definitions": _quotations(term.definitions),
        "usage": _quotations(term.usage),
        "senses": [{"sense": sense.name, "definitions": _quotations(sense.definitions)} for sense in term.senses],
        "mentions": [_mention(mention) for mention in index.mentions[term.id]],
        "related": list(term.related),
        "note": term.note or None,
        "url": term_place(term.id).url,
    }


def _quotations(quotes: Sequence[Quote]) -> list[dict[str, str]]:
    return [{**_place(quote), "quote": quote.text} for quote in quotes]


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
        "sense": mention.sense,
    }


def _row(term: Term, index: TermIndex) -> tuple[str, ...]:
    def quoted(quotes: Sequence[Quote]) -> str:
        return "｜".join(f"{quote.text}——{labels_zh.cite(index.notices[quote.ref.notice])}" for quote in quotes)

    return (
        term.term,
        "｜".join(term.variants),
        spoken(term),
        labels_zh.TERM_KINDS[term.kind],
        "＋".join(map(str, term.counts)),
        quoted(term.items),
        quoted(term.definitions),
        quoted(term.usage),
        "｜".join(labels_zh.cite(index.notices[mention.ref.notice]) for mention in index.firsts(term.id)),
        str(len(index.mentions[term.id])),
        str(index.tally(term.id).within),
        str(len(index.by_notice(term.id))),
        term_place(term.id).url,
    )
