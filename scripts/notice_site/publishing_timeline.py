"""The events of a corpus go in, the items of timeline.json come out."""

from __future__ import annotations

from typing import Any

from notice_site.model import Corpus, Event


def timeline_items(corpus: Corpus) -> list[dict[str, Any]]:
    """The items of timeline.json, in reading order."""
    return [_item(event) for event in corpus.events]


def _item(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "notice": event.ref.notice,
        "block": event.ref.block,
        "start": event.start,
        "end": event.end,
        "precision": event.precision,
        "approximate": event.approximate,
        "wording": event.wording,
        "quote": event.quote,
        "what": event.what,
        "who": event.who,
        "kind": event.kind,
        "year": event.year,
        "year_from": event.year_from,
    }
