"""Writes the documents as entries for citation managers: CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from notice_site.model import Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core.document_days import known_day

_LANGUAGE = "zh-CN"
_BIBTEX_SIGNS = re.compile(r"[\\{}%#$&_^~]")
_BIBTEX_ESCAPES = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def csl_json(notices: Iterable[Notice]) -> bytes:
    """Writes the documents as CSL-JSON, an entry a line."""
    entries = ",\n".join(json.dumps(_csl(notice), ensure_ascii=False) for notice in notices)
    return f"[\n{entries}\n]\n".encode()


def _csl(notice: Notice) -> dict[str, Any]:
    day = known_day(notice)
    entry = {
        "id": notice.id,
        "type": "document",
        "title": labels_zh.title(notice),
        "author": [{"literal": issuer} for issuer in notice.issuers],
        "issued": {"date-parts": [[int(part) for part in day.split("-")]]} if day else None,
        "genre": notice.genre,
        "number": notice.number,
        "container-title": _medium(notice),
        "language": _LANGUAGE,
        "note": _note(notice),
    }
    return {name: value for name, value in entry.items() if value}


def bibtex(notices: Iterable[Notice]) -> bytes:
    """Writes the documents as BibTeX, in UTF-8."""
    return "\n".join("".join(_bibtex(notice)) for notice in notices).encode()


def _bibtex(notice: Notice) -> Iterator[str]:
    year, month, _ = f"{known_day(notice) or ''}--".split("-", 2)
    fields = {
        "author": " and ".join(f"{{{_bibtex_text(issuer)}}}" for issuer in notice.issuers),
        "title": f"{{{_bibtex_text(labels_zh.title(notice))}}}",
        "year": year,
        "month": str(int(month.rstrip("-"))) if month.rstrip("-") else "",
        "date": known_day(notice) or "",
        "type": _bibtex_text(notice.genre or ""),
        "number": _bibtex_text(notice.number or ""),
        "howpublished": _bibtex_text(_medium(notice) or ""),
        "language": _LANGUAGE,
        "note": _bibtex_text(_note(notice)),
    }
    yield f"@misc{{{notice.id},\n"
    yield from (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    yield "}\n"


def _bibtex_text(text: str) -> str:
    """Escapes what means something to BibTeX.

    >>> _bibtex_text("甲_乙{50%}")
    '甲\\\\_乙\\\\{50\\\\%\\\\}'
    """
    return _BIBTEX_SIGNS.sub(lambda sign: _BIBTEX_ESCAPES.get(sign[0], f"\\{sign[0]}"), text)


def ris(notices: Iterable[Notice]) -> bytes:
    """Writes the documents as RIS: a tag a line, lines that end in CR LF."""
    return "".join(f"{line}\r\n" for notice in notices for line in _ris(notice)).encode()


def _ris(notice: Notice) -> Iterator[str]:
    day = known_day(notice)
    tags = [
        ("ID", notice.id),
        *(("AU", issuer) for issuer in notice.issuers),
        ("TI", labels_zh.title(notice)),
        ("PY", day[:4] if day else ""),
        ("DA", (day.replace("-", "/") + "///"[: 3 - day.count("-")]) if day else ""),
        ("M3", notice.genre or ""),
        ("SN", notice.number or ""),
        ("T2", _medium(notice) or ""),
        ("LA", _LANGUAGE),
        ("N1", _note(notice)),
    ]
    yield "TY  - GOVDOC"
    yield from (f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value)
    yield "ER  - "
    yield ""


def _medium(notice: Notice) -> str | None:
    return notice.published.medium if notice.published else None


def _note(notice: Notice) -> str:
    """Says which date is given where it is not 成文日期, and whether the text is whole."""
    days = {notice.printed: "日期为印发日期", notice.published.date if notice.published else None: "日期为见报日期"}
    notes = [days[known_day(notice)]] if not notice.date and known_day(notice) else []
    notes += {"truncated": ["来源文本中断，不完整"], "excerpt": ["节选"]}.get(notice.status, [])
    return "；".join(notes)
