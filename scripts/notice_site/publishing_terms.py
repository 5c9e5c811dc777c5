"""The terms of a corpus and their mentions go in, the items of terms.json and the rows of terms.csv come out."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from notice_site.model import Corpus, Mention, Quote, Term
from notice_site.pages import words

_HEAD = ("词语", "异写", "拼音", "类别", "数", "各部分", "释义", "释义出处", "出现次数", "文件数", "网址")


def term_items(corpus: Corpus) -> list[dict[str, Any]]:
    """The items of terms.json, in the order of the glossary."""
    mentions = _mentions_by_term(corpus)
    return [_term(term, mentions[term.id]) for term in corpus.terms]


def terms_table(corpus: Corpus) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Head and rows of terms.csv, in the order of the glossary; several values of one cell are divided by ｜."""
    mentions = _mentions_by_term(corpus)
    titles = {notice.id: notice.title for notice in corpus.notices}
    return _HEAD, [_row(term, mentions[term.id], titles) for term in corpus.terms]


def term_url(term_id: str) -> str:
    """The address of a term's page below the top of the site."""
    return f"glossary/{term_id}.html"


def spoken(term: Term) -> str:
    """The reading as one text: liù wèn."""
    return " ".join(filter(None, term.pinyin))


def _mentions_by_term(corpus: Corpus) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in corpus.mentions:
        found[mention.term].append(mention)
    return found


def _term(term: Term, mentions: list[Mention]) -> dict[str, Any]:
    return {
        "id": term.id,
        "term": term.term,
        "variants": list(term.variants),
        "pinyin": spoken(term),
        "kind": term.kind,
        "count": term.count,
        "items": [{"text": part.text, **_place(part)} for part in term.items],
        "definitions": [{**_place(quote), "quote": quote.text} for quote in term.definitions],
        "mentions": [_mention(mention) for mention in mentions],
        "related": list(term.related),
        "note": term.note or None,
        "url": term_url(term.id),
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
