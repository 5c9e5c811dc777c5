"""Writes shared passages and comparisons as data: items of JSON, and rows of reuse.csv."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from notice_site.model import Comparison, Corpus, ItemCell, ItemRow, Notice, Passage, Ref, Row
from notice_site.pages.comparison.places import comparison_id, comparison_place
from notice_site.pages.comparison.rows import same_characters
from notice_site.pages.core import labels_zh
from notice_site.pages.core.links import links
from notice_site.publishing.csv_tables import Columns, columns

_COLUMNS = columns(
    "甲件 甲件原文 甲件网址 乙件 乙件原文 乙件网址 异同 同字比例 注明出处 甲件字数 乙件字数",
    同字比例="number",
    甲件字数="integer",
    乙件字数="integer",
)


def reuse_item(passage: Passage) -> dict[str, Any]:
    """Writes an item of reuse.json."""
    return {
        "id": passage.id,
        "a": _words(passage.a),
        "b": _words(passage.b),
        "kind": passage.kind,
        "score": passage.score,
        "attributed": passage.attributed,
    }


def reuse_table(corpus: Corpus) -> tuple[Columns, Callable[[Iterable[Passage]], Iterator[Sequence[str]]]]:
    """Returns the columns of reuse.csv, and a function from passages to rows, with the words of both sides."""
    notices = {notice.id: notice for notice in corpus.notices}
    places = links(corpus.notices)

    def row(passage: Passage) -> Sequence[str]:
        return (
            *_side(notices, passage.a, places.words(passage.a).url),
            *_side(notices, passage.b, places.words(passage.b).url),
            *_about(passage),
        )

    return _COLUMNS, lambda passages: map(row, passages)


def comparison_item(comparison: Comparison) -> dict[str, Any]:
    """Writes an item of comparisons.json."""
    return {
        "id": comparison_id(comparison),
        "base": comparison.base,
        "own": comparison.derived,
        "url": comparison_place(comparison).url,
        "base_length": comparison.base_length,
        "own_length": comparison.derived_length,
        "shared": comparison.shared,
        "longest": comparison.longest.id,
        "rows": [_row(row) for row in comparison.rows],
        "items": [_item_row(row) for row in comparison.items],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "base": row.base.block if row.base else None,
        "own": row.derived.block if row.derived else None,
        "same": same_characters(row.derived) if row.derived else 0,
        "moved": row.moved,
        "attributed": row.attributed,
    }


def _item_row(row: ItemRow) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "addressees": list(row.addressees),
        "base": [_item(cell) for cell in row.base],
        "own": [_item(cell) for cell in row.derived],
        "quoted": [_words(ref) for ref in row.quoted],
        "found": _words(row.found) if row.found else None,
        "moved": row.moved,
        "other_addressee": row.other_addressee,
        "modal": list(row.modal) if row.modal else None,
    }


def _item(cell: ItemCell) -> dict[str, str | int]:
    return {"task": cell.task, "block": cell.ref.block, "start": cell.ref.start, "end": cell.ref.end}


def _words(ref: Ref) -> dict[str, str | int]:
    return {"notice": ref.notice, "block": ref.block, "start": ref.start, "end": ref.end}


def _side(notices: Mapping[str, Notice], ref: Ref, url: str) -> tuple[str, str, str]:
    notice = notices[ref.notice]
    return labels_zh.cite(notice), notice.block(ref.block).text[ref.start : ref.end], url


def _about(passage: Passage) -> tuple[str, ...]:
    return (
        labels_zh.PASSAGES[passage.kind],
        f"{passage.score:.3f}",
        "是" if passage.attributed else "否",
        str(passage.a.end - passage.a.start),
        str(passage.b.end - passage.b.start),
    )
