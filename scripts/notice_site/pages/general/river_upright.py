"""Draws the river for narrow pages: time from top to bottom, a rail for each level, text beside them."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator, Mapping, Sequence

from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.general.river_documents import PlannedPeriod, River, RiverDocument, RiverLine
from notice_site.pages.general.river_text import card_lines, fitted

WIDTH = 360

# Pixels of the drawing.
_RAIL, _RAILS_LEFT = 20, 12
_EM, _SMALL_EM = 15, 13
_NAME, _ABOUT, _MONTH, _FOOT = 21, 18, 34, 16
_NAME_LINES = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """A document and the place of its mark."""

    document: RiverDocument
    x: float
    y: float


def upright(river: River, words: Collection[str]) -> str:
    """Draws the SVG; `words` are names that a line does not split."""
    rails = {level: _RAILS_LEFT + _RAIL * number for number, (level, _) in enumerate(river.levels)}
    names = dict(river.levels)
    text = _RAILS_LEFT + _RAIL * len(rails)
    room = WIDTH - text
    shorts = {document.id: document for document in river.documents}
    rows: dict[str, _Row] = {}
    parts: list[str] = []
    y, month = 8.0, None
    for document in river.documents:
        unit = document.day[:7]
        if unit != month:
            parts.append(_heading(labels_zh.day(unit) if unit else "未见日期", y, text))
            month, y = unit, y + _MONTH
        rows[document.id] = _Row(document, rails[document.level], y + 4)
        part, y = _document(document, names[document.level], river.lines, shorts, (text, y, room), words)
        parts.append(part)
    bands = []
    for period in sorted(river.periods, key=lambda p: p.end):
        first = next((r.y for d in river.documents if (r := rows[d.id]) and d.day[:7] >= period.start), y)
        part, end = _period(period, names[period.level], text, y, room)
        parts.append(part)
        tint = f" level-{period.level}"
        x = rails[period.level] - 6
        bands.append(
            f'<rect class="planned{tint}" x="{x}" y="{first - 12:.0f}" width="12" height="{y - first + 20:.0f}"/>'
        )
        y = end
    tracks = [
        f'<path class="track{f" level-{level}" if level else ""}" d="M{x} 4V{y - 12:.0f}"/>'
        for level, x in rails.items()
    ]
    return "\n".join(
        [
            f'<svg class="river-upright" viewBox="0 0 {WIDTH} {y:.0f}" role="group" aria-labelledby="upright-title">',
            f'<title id="upright-title">{len(river.documents)} 件文件的层级、时间和传达关系</title>',
            *bands, *tracks, *_lines(river.lines, rows), *parts, *_marks(rows.values()), "</svg>",
        ]
    )  # fmt: skip


def _heading(words: str, y: float, x: float) -> str:
    return f'<text class="month" x="{x}" y="{y + 18:.0f}">{words}</text>'


def _document(
    document: RiverDocument,
    level: str,
    lines: Sequence[RiverLine],
    shorts: Mapping[str, RiverDocument],
    box: tuple[float, float, float],
    words: Collection[str],
) -> tuple[str, float]:
    """Writes the name, the level, number and day of a document, and below what it hands on or cites."""
    x, y, room = box
    tint = f" level-{document.level}" if document.level else ""
    y += 10
    texts = []
    for part in card_lines(document.name, room / _EM, _NAME_LINES, words):
        texts.append(f'<text class="name" x="{x}" y="{y:.0f}">{html.escape(part)}</text>')
        y += _NAME
    day = document.when if document.day else ""
    for number, about in enumerate(filter(None, (f"{level}　{day}", document.about))):
        kind = "about level-word" if number == 0 else "about"
        shown = html.escape(fitted(about.strip("\u3000"), room / _SMALL_EM))
        texts.append(f'<text class="{kind}" x="{x}" y="{y:.0f}">{shown}</text>')
        y += _ABOUT
    drawn = (
        f'<a class="card{tint}" href="{html.escape(document.target)}" aria-label="{html.escape(document.full)}">'
        f"{''.join(texts)}</a>"
    )
    for line in lines:
        if line.citing == document.id:
            cited = shorts[line.cited]
            whole = f"{line.relation} {cited.name}" if cited.name not in document.name else line.relation + cited.when
            drawn += (
                f'<a class="said" href="{html.escape(line.target)}"><title>{html.escape(line.proof)}</title>'
                f'<text x="{x}" y="{y:.0f}">{html.escape(fitted(whole, room / _SMALL_EM))}</text></a>'
            )
            y += _ABOUT
    return drawn, y + _FOOT - 10


def _period(period: PlannedPeriod, level: str, x: float, y: float, room: float) -> tuple[str, float]:
    """Writes the words that plan a period, below the documents."""
    y += 14
    drawn = ""
    for quote, target in period.quotes:
        lines = card_lines(quote, room / _SMALL_EM, 3)
        texts = "".join(
            f'<text class="planned-words" x="{x}" y="{y + _ABOUT * number:.0f}">{html.escape(line)}</text>'
            for number, line in enumerate(lines)
        )
        drawn += f'<a class="level-{period.level}" href="{html.escape(target)}"><title>{level}</title>{texts}</a>'
        y += _ABOUT * len(lines)
    return drawn, y + 8


def _lines(lines: Sequence[RiverLine], rows: Mapping[str, _Row]) -> Iterator[str]:
    for line in lines:
        cited, citing = rows[line.cited], rows[line.citing]
        kind = "hands-on" if line.hands_on else "cites"
        bend = 16 if cited.x == citing.x else 0
        middle = (cited.y + citing.y) / 2
        path = (
            f"M{cited.x} {cited.y:.0f}C{cited.x + bend} {middle:.0f} {citing.x + bend} {middle:.0f}"
            f" {citing.x} {citing.y:.0f}"
        )
        yield f'<path class="line {kind}" d="{path}"/>'


def _marks(rows: Collection[_Row]) -> Iterator[str]:
    for row in rows:
        tint = f" level-{row.document.level}" if row.document.level else ""
        yield f'<circle class="dot{tint}" cx="{row.x}" cy="{row.y:.0f}" r="5.5"/>'
