"""Writes a table of all documents, levels by months, with a mark for each document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from notice_site.model import Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_tag
from notice_site.pages.core.site import Site

_MOST_MONTHS = 12
"""Months for columns: more do not fit a phone. Then a column is a year, and only years with documents have one."""

_MOST_MARKS = 12
"""Marks in a cell: more make the table too high, and become a number."""

_UNDATED = "未见成文日期"
_MONTH, _YEAR = len("2014-03"), len("2014")


def overview(site: Site, page: str) -> Markdown:
    """Writes a table of marks, each a link to its document; nothing where there are no documents."""
    if not site.corpus.notices:
        return md.EMPTY
    unit = _unit(site.corpus.notices)
    columns = _columns(site.corpus.notices, unit)
    levels = [group.value or None for group in site.facet_indexes["level"].groups()]
    cells: dict[tuple[str | None, str], list[Notice]] = {}
    for notice in by_date(site.corpus.notices):
        cells.setdefault((notice.level, (notice.date or "")[:unit]), []).append(notice)
    head = [Markdown("层级"), *(md.escape(labels_zh.day(column) if column else _UNDATED) for column in columns)]
    rows = [
        [level_tag(level, site), *(_cell(site, cells.get((level, column), ()), page) for column in columns)]
        for level in levels
    ]
    legend = md.paragraph(Markdown("每个 ■ 是一件文件，按成文日期排列，点开可读。"), classes=["legend"])
    return md.region(
        md.stacked(md.table(head, rows), legend),
        tag="section",
        classes=["overview"],
        named={"aria-label": "文件按层级和成文日期的分布"},
    )


def _unit(notices: Iterable[Notice]) -> int:
    """Counts the characters of an ISO date that make a column: those of a month or of a year."""
    months = {notice.date[:_MONTH] for notice in notices if notice.date}
    return _MONTH if not months or len(_run(min(months), max(months))) <= _MOST_MONTHS else _YEAR


def _columns(notices: Iterable[Notice], unit: int) -> list[str]:
    """Lists months from the first to the last, empty ones too, or years with documents; "" for those without a date."""
    units = {(notice.date or "")[:unit] for notice in notices}
    dated = sorted(units - {""})
    if dated and unit == _MONTH:
        dated = _run(dated[0], dated[-1])
    return [*dated, *(units & {""})]


def _run(first: str, last: str) -> list[str]:
    """Lists the months from first to last: 2013-12, 2014-01, 2014-02."""
    start, end = (int(month[:4]) * 12 + int(month[5:7] or 1) - 1 for month in (first, last))
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(start, end + 1)]


def _cell(site: Site, notices: Sequence[Notice], page: str) -> Markdown:
    if len(notices) > _MOST_MARKS:
        return md.span(Markdown(str(len(notices))), classes=["count"])
    return md.joined((_mark(site, notice, page) for notice in notices), Markdown(" "))


def _mark(site: Site, notice: Notice, page: str) -> Markdown:
    name = labels_zh.cite(notice)
    if notice.date:
        name += f"，{labels_zh.day(notice.date)}"
    classes = ["doc-mark", f"level-{notice.level}"] if notice.level else ["doc-mark"]
    return md.link(
        Markdown("■"),
        site.links.notice(notice.id).relative_to(page),
        classes=classes,
        named={"title": name, "aria-label": name},
    )
