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
from notice_site.pages.core.notice_table import level_tag
from notice_site.pages.core.site import Site

_HEADING = 60  # characters
_MOST_STEPS = 20
_HOW = {"dated": "载明日期", "undated": "提及，未写日期", "cites": "引用", "forwards": "转发", "issues": "印发"}

EXPLAINED = "各件按日期排列，箭头旁是与前一项相隔的天数；没有注明引用、转发的，只表示提及同一件事，不表示彼此承接。"


def transmission_list(found: Iterable[Transmission], site: Site, page: str) -> Markdown:
    """One list each, under the words or the title that it starts from."""
    return md.stacked(*(_one(one, number, site, page) for number, one in enumerate(found, 1)))


def _one(one: Transmission, number: int, site: Site, page: str) -> Markdown:
    if one.origin:
        target, name = site.links.words(one.origin.ref), one.origin.what
        when, heading = labels_zh.time(one.origin), labels_zh.time(one.origin)
        level = md.EMPTY
    else:
        origin = site.notices[one.notice or ""]
        target, name = site.links.notice(origin.id), labels_zh.cite(origin)
        when, heading = _dates(origin, one.start), labels_zh.short(origin, _HEADING)
        level = level_tag(origin.level, site)
    first = [
        md.span(md.escape(when), classes=["date"]),
        level,
        md.link(md.escape(" ".join(name.split())), target.relative_to(page), classes=["name"]),
    ]
    items = [md.joined((part for part in first if part), Markdown(" "))]
    before = one.end
    for step in one.steps[:_MOST_STEPS]:
        items.append(_step(step, before, site.notices[step.notice], site, page))
        before = step.day
    if len(one.steps) > _MOST_STEPS:
        rest = md.link(Markdown("transmission.json"), Location("data/transmission.json").relative_to(page))
        items.append(md.joined([Markdown(f"共 {len(one.steps)} 件，其余见 "), rest]))
    title = md.heading(3, md.escape(heading), id=f"passed-{number}")
    return md.region(md.stacked(title, md.numbered(items)), tag="section", classes=["passed-on"])


def _step(step: Step, before: str, notice: Notice, site: Site, page: str) -> Markdown:
    apart = (date.fromisoformat(step.day) - date.fromisoformat(before)).days
    since = f"，距起点 {step.days} 天" if apart != step.days else ""
    return md.joined(
        [
            md.span(md.escape(f"相隔 {apart} 天{since}"), classes=["apart"]),
            md.span(md.escape(_dates(notice, step.day)), classes=["date"]),
            level_tag(notice.level, site),
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
    """The day of a document, said to be that of 成文, of 印发 too, or only of 见报."""
    if not notice.date:
        return f"{labels_zh.day(day)}见报"
    if not notice.printed:
        return f"{labels_zh.day(day)}成文"
    if notice.printed == notice.date:
        return f"{labels_zh.day(day)}成文、印发"
    return f"{labels_zh.day(day)}成文，{labels_zh.day_after(notice.printed, notice.date)}印发"
