"""Writes calendar files (iCalendar, RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from notice_site.model.frozen import dataclass

_LINE_LENGTH = 75  # octets, RFC 5545 3.1
_ESCAPED = re.compile(r"[\\;,]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of whole days, the last one included; `id` is unique in all files of this project."""

    id: str
    first: date
    last: date
    summary: str
    description: str
    category: str


def calendar_document(name: str, entries: Iterable[Entry]) -> bytes:
    """Writes a calendar; the stamp that each entry must bear is its first day, so that nothing depends on a clock."""
    title = _text(name)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//notice-site//{title}//ZH", f"X-WR-CALNAME:{title}"]
    for entry in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{entry.id}@notice-site",
            f"DTSTAMP:{entry.first:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{_after(entry.last):%Y%m%d}",
            f"SUMMARY:{_text(entry.summary)}",
            f"DESCRIPTION:{_text(entry.description)}",
            f"CATEGORIES:{_text(entry.category)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _text(value: str) -> str:
    """Escapes text as a value: 甲，乙;丙 becomes 甲，乙\\;丙."""
    return _ESCAPED.sub(lambda sign: f"\\{sign[0]}", " ".join(value.split()))


def _folded(line: str) -> str:
    """Folds a line into pieces of at most 75 octets, none cut inside a character.

    >>> [len(piece.encode()) <= 75 for piece in _folded("SUMMARY:" + "六" * 60).split("\\r\\n")]
    [True, True, True]
    """
    pieces = []
    rest = line.encode()
    while len(rest) > _LINE_LENGTH:
        end = _LINE_LENGTH
        while rest[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        pieces.append(rest[:end])
        rest = b" " + rest[end:]
    return b"\r\n".join([*pieces, rest]).decode()
