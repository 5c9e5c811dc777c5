"""Makes single events for tests of the timeline."""

from __future__ import annotations

from notice_site.model import Event, Ref


def event(start: str | None, end: str | None, kind: str = "event", **fields: object) -> Event:
    """An event of document n0; `fields` replace what is usual for one."""
    usual = {"precision": "day", "approximate": False, "wording": "某日", "quote": "某日召开会议。", "what": "召开会议"}
    values = {**usual, "who": None, "year": "stated", "year_from": None, **fields}
    return Event(id="e", ref=Ref("n0", "title", 0, 2), start=start, end=end, kind=kind, **values)  # type: ignore[arg-type]
