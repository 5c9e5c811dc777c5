"""Lists the documents that took up a speech or document, in order of date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from notice_site.findings.citations.transmission import Step, Transmission
from notice_site.model import Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_cell
from notice_site.pages.core.site import Site

_HEADING_LENGTH = 60
"""Characters of a heading: two lines of the text."""

_MOST_STEPS = 20
"""Documents named of one list: what nearly all took up must not make the page grow with the corpus."""

FOLDED_FROM = 5
"""Lists from which on each is folded to a line with its count."""

_HOW = {"dated": "载明日期", "undated": "提及，未写日期", "cites": "引用", "forwards": "转发", "issues": "印发"}

EXPLAINED = "各件按日期排列，箭头旁是与前一项相隔的天数；没有注明引用、转发的，只表示提及同一件事，不表示彼此承接。"


def transmission_list(transmissions: Iterable[Transmission], site: Site, page: str) -> Markdown:
    """Writes a list for each, under the words or the title that it starts from."""
    listed = [*transmissions]
    is_folded = len(listed) >= FOLDED_FROM
    return md.stacked(
        *(_list(transmission, number, site, page, is_folded=is_folded) for number, transmission in enumerate(listed, 1))
    )


def _list(transmission: Transmission, number: int, site: Site, page: str, *, is_folded: bool) -> Markdown:
    if transmission.origin:
        target, name = site.links.words(transmission.origin.ref), transmission.origin.what
        when, heading = labels_zh.time(transmission.origin), labels_zh.time(transmission.origin)
        level = md.EMPTY
    else:
        origin = site.notices[transmission.notice or ""]
        target, name = site.links.notice(origin.id), labels_zh.cite(origin)
        when, heading = _dates(origin, transmission.start), labels_zh.short(origin, _HEADING_LENGTH)
        level = level_cell(origin, site)
    first = [
        md.span(md.escape(when), classes=["date"]),
        level,
        md.link(md.escape(" ".join(name.split())), target.relative_to(page), classes=["name"]),
    ]
    items = [md.joined((part for part in first if part), Markdown(" "))]
    before = transmission.end
    for step in transmission.steps[:_MOST_STEPS]:
        items.append(_step(step, before, site.notices[step.notice], site, page))
        before = step.day
    if len(transmission.steps) > _MOST_STEPS:
        rest = md.link(Markdown("transmission.json"), Location("data/transmission.json").relative_to(page))
        items.append(md.joined([Markdown(f"共 {len(transmission.steps)} 件，其余见 "), rest]))
    if is_folded:
        what = heading if transmission.notice else f"{heading}　{' '.join(name.split())}"
        summary = md.counted(md.escape(what), f"其后 {len(transmission.steps)} 件")
        return md.folded(summary, md.numbered(items), id=f"passed-{number}", classes=["group", "passed-on"])
    title = md.heading(3, md.escape(heading), id=f"passed-{number}")
    return md.region(md.stacked(title, md.numbered(items)), tag="section", classes=["passed-on"])


def _step(step: Step, before: str, notice: Notice, site: Site, page: str) -> Markdown:
    apart = (date.fromisoformat(step.day) - date.fromisoformat(before)).days
    since = f"，距首项 {step.days} 天" if apart != step.days else ""
    return md.joined(
        [
            md.span(md.escape(f"相隔 {apart} 天{since}"), classes=["apart"]),
            md.span(md.escape(_dates(notice, step.day)), classes=["date"]),
            level_cell(notice, site),
            md.link(
                md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page), classes=["name"]
            ),
            md.link(
                md.escape(_HOW[step.how]),
                site.links.words(step.ref).relative_to(page),
                classes=["how"],
                named={"title": " ".join(step.quote.split())},
            ),
        ],
        Markdown(" "),
    )


def _dates(notice: Notice, day: str) -> str:
    """Words the dates of a document, as 2014年4月3日成文，4日印发; a document that says none was only 见报."""
    if not notice.date:
        return f"{labels_zh.day(day)}见报"
    if not notice.printed:
        return f"{labels_zh.day(day)}成文"
    if notice.printed == notice.date:
        return f"{labels_zh.day(day)}成文、印发"
    return f"{labels_zh.day(day)}成文，{labels_zh.day_after(notice.printed, notice.date)}印发"
