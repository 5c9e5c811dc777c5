"""Writes the timeline: the page 时间线, its pages by year, and the section 时间 of notice pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from notice_site.execution.cache import fingerprint
from notice_site.model import Event
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.paging import fixed_pages, numbered_file
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site, SourcePage
from notice_site.pages.timeline.axis import UNITS
from notice_site.pages.timeline.event_shapes import is_drawn
from notice_site.pages.timeline.lanes import lanes_of
from notice_site.pages.timeline.picture import best_unit, legend, picture
from notice_site.pages.timeline.strip import month_anchor, month_of, periods, strip
from notice_site.pages.timeline.table import chronological, event_table
from notice_site.pages.timeline.transmissions import EXPLAINED, transmission_list

INDEX = Location("timeline/index.md")

MOST_ON_ONE_PAGE = 160
"""Events of a timeline on one page; more than `PAGE_LENGTH`, so that a little too much is not cut into two pages."""

PAGE_LENGTH = 100
"""Events of a page where there are several: more, with their picture, are slow to load."""

# Pixels of a picture on a page of its own, and in the column of the text of a notice.
_WIDE, _COLUMN = 1120, 680

_MOST_TRANSMISSIONS = 20
"""Lists of documents that took something up, on the first page: it must not grow with the corpus."""

_MOST_PRINTED = 15
"""Lanes of a picture on one sheet: the words of more would be smaller than 5 points, and the table has them all."""

UNDATED = "年份未定"

_UNIT_NAMES = {"year": "年", "month": "月", "day": "日"}
_DOWNLOADS = ("timeline.csv", "timeline.json", "timeline.ics")


@dataclass(frozen=True, slots=True)
class _Volume:
    """The events of one page: all, those of a year, those of a month of a full year, or a part of these."""

    name: str
    place: Location
    events: tuple[Event, ...]


def timeline_pages(site: Site) -> Iterator[PendingFile]:
    """Writes one page with everything; where that is too much, a page that leads to those of the years."""
    events = chronological(site.corpus.events)
    volumes = _volumes(events)
    yield PendingFile(INDEX.file, partial(_index, site, volumes))
    if len(volumes) > 1:
        for volume in volumes:
            yield PendingFile(volume.place.file, partial(_volume_page, site, volume), _fingerprint(site, volume))


def _fingerprint(site: Site, volume: _Volume) -> bytes | None:
    """Hashes all that a page is made from: its events, and their documents."""
    if not site.fingerprints:
        return None
    return fingerprint(volume.name, [(repr(event), site.fingerprints[event.ref.notice]) for event in volume.events])


def _index(site: Site, volumes: Sequence[_Volume]) -> str:
    return md.page(
        "时间线",
        md.heading(1, Markdown("时间线"), id="timeline"),
        md.paragraph(_lead(site), classes=["lead"]),
        *(_volume(site, volumes[0]) if len(volumes) == 1 else [_years(volumes)]),
        *_passed_on(site),
        about=_about(),
    )


def _about() -> dict[str, object]:
    return {"hide": ["toc"], "scripts": ["assets/javascripts/timeline.js", "assets/javascripts/folded-places.js"]}


def _volumes(events: Sequence[Event]) -> list[_Volume]:
    if len(events) <= MOST_ON_ONE_PAGE:
        return [_Volume("", INDEX, tuple(events))]
    volumes = []
    for year, of_year in _by_time(events, len("2014")):
        full = year and len(of_year) > PAGE_LENGTH
        for time, of_time in _by_time(of_year, len("2014-03")) if full else [(year, of_year)]:
            name = labels_zh.day(time) if time else UNDATED
            if full and time == year:
                name += "，未载月份"
            for number, part in enumerate(fixed_pages(of_time, PAGE_LENGTH)):
                place = Location(numbered_file(Location(f"timeline/{time or 'undated'}.md"), number, "_"))
                title = f"{name}（{number + 1}）" if len(of_time) > PAGE_LENGTH else name
                volumes.append(_Volume(title, place, tuple(part)))
    return volumes


def _by_time(events: Iterable[Event], length: int) -> list[tuple[str, list[Event]]]:
    """Groups events by the first characters of the day on which they begin or end, in order of time; "" last."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(month_of(event)[:length], []).append(event)
    return sorted(groups.items(), key=lambda item: item[0] or "9999")


def _lead(site: Site) -> Markdown:
    events = site.corpus.events
    dated = sum(map(is_drawn, events))
    files = {file.path.rsplit("/", 1)[-1]: file for file in site.data}
    downloads = [
        md.link(
            Markdown(name.rpartition(".")[2].upper()),
            Location(files[name].path).relative_to(INDEX.file),
            named={"download": name},
        )
        for name in _DOWNLOADS
        if name in files
    ]
    summary = f"各件写明的时间共 {len(events)} 条，其中 {dated} 条能定出年份。时间照原文用语，年份为推定的，逐条注明。"
    if not downloads:
        return md.escape(summary)
    ways = md.joined([Markdown("下载："), md.joined(downloads, Markdown("、")), Markdown("。")])
    return md.joined([md.escape(summary), md.span(ways, classes=["on-screen"])])


def _volume(site: Site, volume: _Volume) -> Iterator[Markdown]:
    """Writes the picture at each scale above the table that says the same."""
    page = volume.place.file
    if pictures := _pictures(site, volume.events, page):
        targets = {month: f"#{month_anchor(month)}" for month in map(month_of, volume.events)}
        months = strip("各月的时间", periods(volume.events, len("2014-03"), targets))
        classes = ["timeline"] + ["with-choices"] * _can_choose(site, volume.events, pictures)
        yield md.region(md.stacked(months, legend(), *pictures), classes=classes)
        undrawn = sum(not is_drawn(event) for event in volume.events)
        if undrawn:
            hint = f"另有 {undrawn} 条定不出年份（定期、时间长度、只写月日的等），只列于表中。"
            yield md.paragraph(md.escape(hint), classes=["missing"])
    yield md.heading(2, Markdown("明细"), id="events")
    if volume.place == INDEX or month_of(volume.events[0]):
        yield event_table(volume.events, site, page, with_document=True)
    else:
        yield from _by_document(site, volume.events, page)


def _can_choose(site: Site, events: Sequence[Event], pictures: Sequence[Markdown]) -> bool:
    """Says whether the script of the page has anything to offer: several scales, kinds or levels."""
    kinds = {event.kind for event in events}
    levels = {site.notices[event.ref.notice].level for event in events}
    return any(len(values) > 1 for values in (pictures, kinds, levels))


def _by_document(site: Site, events: Sequence[Event], page: str) -> Iterator[Markdown]:
    """Folds events without a date by their documents: no order of time leads through them."""
    by_notice: dict[str, list[Event]] = {}
    for event in events:
        by_notice.setdefault(event.ref.notice, []).append(event)
    for id, of_notice in by_notice.items():
        name = md.counted(md.escape(labels_zh.cite(site.notices[id])), f"{len(of_notice)} 条")
        yield md.folded(name, event_table(of_notice, site, page, with_document=False), classes=["group"])


def _pictures(site: Site, events: Sequence[Event], page: str) -> list[Markdown]:
    """Draws a figure for each scale, all but the best hidden until a script lets the reader choose.

    The page of a year or month has only the best.
    """
    lanes = lanes_of(site, events, page)
    figures = []
    best = best_unit(lanes, _WIDE)
    for unit in UNITS if page == INDEX.file else [best]:
        drawing = picture(site, lanes, page, unit, _WIDE, id=f"picture-{unit}")
        if drawing:
            hidden = {} if unit == best else {"hidden": "hidden"}
            named = {"data-unit": unit, "data-name": _UNIT_NAMES[unit], **hidden}
            classes = ["timeline-picture"] + ["tall"] * (len(lanes) > _MOST_PRINTED)
            figures.append(md.figure(drawing, classes=classes, named=named))
    return figures


def _volume_page(site: Site, volume: _Volume) -> str:
    title = f"时间线：{volume.name}"
    return md.page(
        title,
        crumbs(md.link(Markdown("时间线"), INDEX.relative_to(volume.place.file))),
        md.heading(1, md.escape(title), id="timeline"),
        *_volume(site, volume),
        about=_about(),
    )


def _years(volumes: Sequence[_Volume]) -> Markdown:
    """Draws the years as a strip, each bar leading to its year below, which unfolds its months and their pages."""
    by_year: dict[str, list[_Volume]] = {}
    for volume in volumes:
        by_year.setdefault(month_of(volume.events[0])[:4], []).append(volume)
    events = [event for volume in volumes for event in volume.events]
    targets = {year: f"#y-{year}" for year in {month_of(event)[:4] for event in events}}
    folds = [_year(year, of_year) for year, of_year in by_year.items()]
    return md.region(
        md.stacked(strip("各年的时间", periods(events, len("2014"), targets)), _DUE, *folds), classes=["timeline-years"]
    )


_DUE = md.paragraph(
    md.joined(
        [
            Markdown("柱形的高度为条数，深色部分为期限。"),
            md.span(Markdown("点击年份，列出该年各月。"), classes=["on-screen"]),
        ]
    ),
    classes=["hint"],
)


def _year(year: str, volumes: Sequence[_Volume]) -> Markdown:
    """The months of a year, each leading to its first event; the pages of the year."""
    events = [event for volume in volumes for event in volume.events]
    targets: dict[str, str] = {}
    for volume in reversed(volumes):
        place = volume.place.built_relative_to(INDEX.file)
        targets |= {month: f"{place}#{month_anchor(month)}" for month in map(month_of, volume.events)}
    kinds = Counter(labels_zh.EVENT_KINDS[event.kind] for event in events)
    counted = "、".join(f"{kind} {kinds[kind]}" for kind in labels_zh.EVENT_KINDS.values() if kind in kinds)
    name = labels_zh.day(year) if year else UNDATED
    links = [md.link(md.escape(volume.name), volume.place.relative_to(INDEX.file)) for volume in volumes]
    return md.folded(
        Markdown(f"{md.escape(name)} {len(events)} 条"),
        md.stacked(
            strip(f"{name}各月的时间", periods(events, len("2014-03"), targets)),
            md.paragraph(md.escape(f"{counted}。")),
            md.bullets(links),
        ),
        id=f"y-{year}" if year else "",
        classes=["year"],
    )


def _passed_on(site: Site) -> Iterator[Markdown]:
    """Lists what several documents took up; of more than `_MOST_TRANSMISSIONS`, those with the most documents."""
    transmissions = site.transmissions
    if not transmissions:
        return
    shown, lead = transmissions, EXPLAINED
    if len(transmissions) > _MOST_TRANSMISSIONS:
        most = sorted(transmissions, key=lambda transmission: -len(transmission.steps))[:_MOST_TRANSMISSIONS]
        shown = tuple(transmission for transmission in transmissions if transmission in most)
        lead += f"共 {len(transmissions)} 组，列出文件最多的 {len(shown)} 组，其余见 transmission.json。"
    yield md.heading(2, Markdown("见诸文件的先后"), id="passed")
    yield md.paragraph(md.escape(lead), classes=["lead"])
    yield transmission_list(shown, site, INDEX.file)


def times_of_page(site: Site) -> Callable[[SourcePage], Markdown]:
    """Writes the section 时间 below the text of a notice page: its part of the timeline as a picture and a table."""
    by_notice: dict[str, list[Event]] = {}
    for event in site.corpus.events:
        by_notice.setdefault(event.ref.notice, []).append(event)

    def section(source_page: SourcePage) -> Markdown:
        page = site.links.notice(source_page.first.id).file
        events = chronological(event for notice in source_page.notices for event in by_notice.get(notice.id, ()))
        if not events:
            return md.EMPTY
        strip = md.EMPTY
        if sum(map(is_drawn, events)) > 1:
            lanes = lanes_of(site, events, page)
            drawing = picture(site, lanes, page, best_unit(lanes, _COLUMN), _COLUMN, id="picture")
            strip = md.region(md.figure(drawing, classes=["timeline-picture"]), classes=["timeline"])
        title = md.heading(2, Markdown("写明的时间"), id="times")
        more = md.paragraph(md.link(Markdown("全部文件的时间线"), INDEX.relative_to(page)), classes=["more"])
        table = event_table(events, site, page, with_document=False)
        return md.region(md.stacked(title, strip, table, more), tag="section", classes=["times-of-page"])

    return section
