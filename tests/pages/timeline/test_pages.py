"""The timeline tells each event once, where it stands in time and in its source, and what its marks mean."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import PurePosixPath

import lxml.etree
import pytest

from notice_site.model import Corpus, Event, Page
from notice_site.pages.core import labels_zh
from notice_site.pages.core.site import Site, site
from notice_site.pages.timeline.axis import axis
from notice_site.pages.timeline.event_shapes import is_drawn, mark
from notice_site.pages.timeline.lanes import Lane, lanes_of
from notice_site.pages.timeline.pages import INDEX, MOST_ON_ONE_PAGE, PAGE_LENGTH, timeline_pages, times_of_page
from notice_site.pages.timeline.picture import best_unit, picture
from notice_site.pages.timeline.table import chronological, event_table
from notice_site.pages.timeline.transmissions import FOLDED_FROM, transmission_list
from tests.pages.real import real_site
from tests.pages.rendering import by_class, read, render, tree
from tests.pages.sample import EDITION, LEVELS, OPINION, many
from tests.pages.timeline.events import event


@cache
def real_pages() -> dict[str, str]:
    return {page.path: str(page.content) for page in timeline_pages(real_site())}


def crowded(count: int) -> Site:
    """A site with so many events over some years, and one without any date."""
    corpus = many(20)
    events = tuple(
        replace(event(f"{2010 + k % 3}-03-{1 + k % 28:02}", f"{2010 + k % 3}-04-01"), id=f"e{k}") for k in range(count)
    )
    undated = replace(event(None, None, "recurring", wording="每周"), id="weekly")
    return site(replace(corpus, events=(*events, undated)), LEVELS, {}, (), EDITION)


# --- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "fields", "words"),
    [
        ("2014-03-09", "2014-03-09", {}, "2014年3月9日"),
        ("2014-03-17", "2014-03-18", {}, "2014年3月17日至18日"),
        ("2014-03-31", "2014-04-02", {}, "2014年3月31日至4月2日"),
        ("2013-12", "2014-01", {}, "2013年12月至2014年1月"),
        ("2014-06-21", "2014-07", {}, "2014年6月21日至7月"),
        (None, "2014-04-30", {"kind": "deadline"}, "2014年4月30日以前"),
        ("2014-05-21", None, {"kind": "not-before"}, "2014年5月21日以后"),
        ("2014-01", None, {"kind": "period"}, "2014年1月起"),
        ("2014-05-11", "2014-05-20", {"approximate": True}, "约2014年5月11日至20日"),
        (None, None, {"kind": "recurring", "wording": "每周"}, "每周"),
    ],
)
def test_a_time_in_words(start: str | None, end: str | None, fields: dict[str, object], words: str) -> None:
    assert labels_zh.time(event(start, end, **fields)) == words  # type: ignore[arg-type]


# --- the axis ------------------------------------------------------------------------------------


def days(*isos: str) -> list[tuple[date, date]]:
    return [(date.fromisoformat(iso), date.fromisoformat(iso)) for iso in isos]


def test_columns_follow_each_other_without_holes() -> None:
    for unit in ("year", "month", "day"):
        scale = axis(unit, days("1997-01-28", "2014-03-09", "2014-04-03", "2014-09-30"), 60)
        assert scale is not None
        for before, after in zip(scale.columns, scale.columns[1:], strict=False):
            assert after.left == pytest.approx(before.right)
            assert (after.first - before.last).days == 1


def test_a_long_run_of_empty_months_is_one_narrow_gap() -> None:
    scale = axis("month", days("2014-01-05", "2014-05-05"), 100)
    assert scale is not None
    assert [column.is_gap for column in scale.columns] == [False, True, False]
    assert scale.columns[1].width < scale.columns[0].width


def test_few_empty_months_are_drawn() -> None:
    scale = axis("month", days("2014-01-05", "2014-04-05"), 100)
    assert scale is not None
    assert [column.is_gap for column in scale.columns] == [False] * 4


def test_later_days_stand_farther_right() -> None:
    scale = axis("month", days("2013-12-31", "2014-03-09", "2014-09-30"), 80)
    assert scale is not None
    isos = ("2013-12-31", "2014-01-01", "2014-03-09", "2014-03-10", "2014-07-01", "2014-09-30")
    in_order = [date.fromisoformat(iso) for iso in isos]
    places = [scale.left(day) for day in in_order]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert scale.right(in_order[-1]) <= scale.width


def test_no_days_have_no_axis() -> None:
    assert axis("month", [], 80) is None


# --- marks ---------------------------------------------------------------------------------------


def shapes(one: Event) -> str:
    scale = axis("month", days("2014-03-01", "2014-05-31"), 120)
    assert scale is not None
    drawn = mark(one, scale)
    assert drawn.left < drawn.right
    return " ".join(re.findall(r'class="([\w -]+)"', drawn.shapes))


@pytest.mark.parametrize(
    ("one", "classes"),
    [
        pytest.param(event("2014-03-09", "2014-03-09"), "solid", id="发生的事是实心"),
        pytest.param(event("2014-03-17", "2014-03-18"), "solid", id="数日的事是实心条"),
        pytest.param(event("2014-03-30", "2014-03-30", "issued"), "ring", id="成文是环"),
        pytest.param(event("2014-03-30", "2014-03-30", "printed"), "ring solid", id="印发是带点的环"),
        pytest.param(event("2014-03", "2014-05", "period", precision="month"), "planned", id="时段是框"),
        pytest.param(event("2014-03", None, "period", precision="month"), "open", id="没有写明止期的是开口框"),
        pytest.param(event(None, "2014-04-30", "deadline"), "toward stop", id="期限有止线"),
        pytest.param(event("2014-05-11", "2014-05-20", "deadline", precision="xun"), "planned stop", id="旬期限"),
        pytest.param(event("2014-05-21", None, "not-before"), "stop toward tip", id="不早于有起线和箭头"),
        pytest.param(event("2014-03", None, precision="month"), "open solid-open", id="以来"),
        pytest.param(event(None, "2014-03-31"), "open solid-open", id="之前已经"),
    ],
)
def test_each_kind_has_its_own_mark(one: Event, classes: str) -> None:
    assert shapes(one) == classes


# --- the picture ---------------------------------------------------------------------------------


def test_every_dated_event_is_drawn_once_at_each_scale_and_links_to_its_words() -> None:
    of = real_site()
    drawn = [one for one in of.corpus.events if is_drawn(one)]
    lanes = lanes_of(of, chronological(of.corpus.events), INDEX.file)
    wanted = sorted(of.links.words(one.ref).built_relative_to(INDEX.file) for one in drawn)
    for unit in ("year", "month", "day"):
        root = lxml.etree.fromstring(picture(of, lanes, INDEX.file, unit, 1100, id="p"))
        assert sorted(link.attrib["href"] for link in root.iter("a") if link.get("data-kind")) == wanted
        assert all(link.find("title") is not None for link in root.iter("a") if link.get("data-kind"))


def test_lanes_stand_below_each_other() -> None:
    of = real_site()
    lanes = lanes_of(of, chronological(of.corpus.events), INDEX.file)
    for unit in ("year", "month", "day"):
        root = lxml.etree.fromstring(picture(of, lanes, INDEX.file, unit, 1100, id="p"))
        tops = [float(re.findall(r"[\d.]+", lane.get("transform") or "")[1]) for lane in by_class(root, "lane")]
        assert tops == sorted(set(tops))
        assert tops[-1] < float(root.get("height") or 0)


def test_a_corpus_over_decades_begins_with_years() -> None:
    far = [event(f"{year}-0{month}-01", f"{year}-0{month}-01") for year in range(1981, 2020) for month in (1, 5, 9)]
    assert best_unit([Lane("", "", None, tuple(far))], 1100) == "year"
    assert best_unit([Lane("", "", None, tuple(far[:3]))], 1100) == "month"


@pytest.mark.parametrize(("months", "unit"), [(30, "month"), (31, "year")])
def test_months_may_take_two_widths_and_no_more(months: int, unit: str) -> None:
    starts = [f"{2010 + k // 12}-{k % 12 + 1:02}-01" for k in range(months)]
    events = tuple(event(start, start) for start in starts)
    assert best_unit([Lane("", "", None, events)], 1090) == unit


def test_source_text_stays_text_in_the_picture() -> None:
    wild = event("2014-03-09", "2014-03-09", wording="<b>3月9日</b>", what='召开 & "会"\n议')
    drawing = picture(crowded(1), [Lane("<i>甲", "", None, (wild,))], INDEX.file, "month", 600, id="p")
    root = lxml.etree.fromstring(drawing)
    text = str(root.xpath("string()"))
    assert "<b>3月9日</b>" in text
    assert '召开 & "会" 议' in text
    assert "\n\n" not in drawing


# --- pages ---------------------------------------------------------------------------------------


def test_the_table_has_every_event_with_its_words() -> None:
    root = tree(real_pages()[INDEX.file])
    rows = [row for table in by_class(root, "events") for row in table.iter("tr")][1:]
    events = chronological(real_site().corpus.events)
    assert len(rows) == len(events)
    for row, one in zip(rows, events, strict=True):
        text = row.text_content()
        assert labels_zh.time(one) in text
        assert labels_zh.EVENT_KINDS[one.kind] in text
        assert one.what in text
        assert one.wording in text or labels_zh.time(one) == one.wording


def test_an_inferred_year_is_said_to_be_inferred() -> None:
    text = read(render(real_pages()[INDEX.file].partition("\n---\n")[2]))[0]
    inferred = [one for one in real_site().corpus.events if one.year == "inferred"]
    assert text.count("推定") >= len(inferred) > 0
    assert "原文“4月底前”；年份据成文日期2014年4月3日推定" in text
    assert "原文“近期”；日期据成文日期2014年4月3日推定" in text


def test_the_days_between_the_levels_are_told() -> None:
    text = read(render(real_pages()[INDEX.file].partition("\n---\n")[2]))[0]
    passed = text[text.index("见诸文件的先后") :]
    assert "2014年1月24日见报" in passed
    assert "2014年3月17日至18日" in passed
    for words in ("3月28日成文", "3月30日成文", "4月2日成文、印发", "4月3日成文，4日印发"):
        assert f"2014年{words}" in passed
    for days_between in ("相隔 10 天", "相隔 2 天，距首项 12 天", "相隔 3 天，距首项 15 天", "相隔 1 天，距首项 16 天"):
        assert days_between in passed


def test_a_month_of_the_strip_leads_to_its_first_event() -> None:
    page = tree(real_pages()[INDEX.file])
    ids = set(page.xpath("//*[@id]/@id"))
    bars = by_class(page, "time-strip")[0].xpath(".//a")
    assert bars
    assert all(bar.get("href").removeprefix("#") in ids for bar in bars)
    counted = sum(int(bar.xpath("string(b)")) for bar in bars)
    assert counted == sum(bool(one.start or one.end) for one in real_site().corpus.events)


def test_this_year_is_said_to_be_that_of_the_document() -> None:
    assert "“今年”据成文日期定为2014年" in real_pages()[INDEX.file]


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("下周；成文日期2014-03-20", "“下周”据成文日期2014年3月20日推算"),
        ("即日；印发日期2014-03-20", "“即日”据印发日期2014年3月20日推算"),
        ("去年；成文日期2014-03-20", "“去年”据成文日期定为2013年"),
        ("次年；本段前文2012年", "“次年”据本段前文2012年定为2013年"),
        ("标题2021年", "年份据标题2021年推定"),
        ("本段前文2012年之后", "年份据本段前文2012年之后推定"),
        ("文号2014", "年份据文号2014年推定"),
        ("成文日期2014-03-20", "年份据成文日期2014年3月20日推定"),
    ],
)
def test_words_for_a_time_are_said_to_be_counted_from_a_day_or_a_year(basis: str, said: str) -> None:
    inferred = event("2013-03-28", "2013-03-28", year="inferred", year_from=basis)
    assert said in str(event_table([inferred], crowded(1), "timeline/a.md", with_document=False))


def test_without_scripts_one_picture_is_shown() -> None:
    figures = by_class(tree(real_pages()[INDEX.file]), "timeline-picture")
    assert [figure.get("data-unit") for figure in figures] == ["year", "month", "day"]
    assert [figure.get("data-unit") for figure in figures if figure.get("hidden") is None] == ["month"]


@pytest.mark.parametrize(("count", "is_one"), [(MOST_ON_ONE_PAGE - 1, True), (MOST_ON_ONE_PAGE, False)])
def test_up_to_a_limit_there_is_one_page(count: int, is_one: bool) -> None:
    of = crowded(count)  # and one event without a date
    assert (len(list(timeline_pages(of))) == 1) == is_one


@pytest.mark.parametrize(("count", "shown", "rest"), [(20, 20, ""), (21, 20, "共 21 组，列出文件最多的 20 组")])
def test_twenty_transmissions_are_listed_and_the_rest_counted(
    monkeypatch: pytest.MonkeyPatch, count: int, shown: int, rest: str
) -> None:
    transmission = real_site().transmissions[0]
    monkeypatch.setattr(Site, "transmissions", tuple(replace(transmission, id=f"t{k}") for k in range(count)))
    (page, *_) = timeline_pages(replace(real_site()))
    content = str(page.content)
    assert content.count("passed-on") == shown
    assert rest in content


@pytest.mark.parametrize(("count", "is_folded"), [(FOLDED_FROM - 1, False), (FOLDED_FROM, True)])
def test_many_transmissions_are_a_line_each_with_its_count(count: int, is_folded: bool) -> None:
    (transmission,) = real_site().transmissions[:1]
    page = tree(transmission_list([transmission] * count, real_site(), INDEX.file))
    lines = [summary.text_content() for summary in page.iter("summary")]
    assert len(lines) == count * is_folded
    assert all(line.endswith(f"其后 {len(transmission.steps)} 件") for line in lines)
    assert len(page.xpath("//h3")) == count * (not is_folded)


@pytest.mark.parametrize(("count", "rest"), [(20, ""), (21, "共 21 件，其余见")])
def test_twenty_documents_of_a_transmission_are_named_and_the_rest_counted(count: int, rest: str) -> None:
    transmission = real_site().transmissions[0]
    many_steps = replace(transmission, steps=transmission.steps[:1] * count)
    listed = transmission_list([many_steps], real_site(), INDEX.file)
    assert listed.count('class="apart"') == 20
    assert ("transmission.json" in listed) == bool(rest)
    assert rest in listed


def test_too_much_for_one_page_is_told_by_year() -> None:
    count = 3 * PAGE_LENGTH  # and one without a day
    pages = {page.path: str(page.content) for page in timeline_pages(crowded(count))}
    assert [*pages] == [INDEX.file, *(f"timeline/{name}.md" for name in ("2010", "2011", "2012", "undated"))]
    index = tree(pages[INDEX.file])
    years = by_class(index, "time-strip")[0]
    assert years.xpath(".//a/@data-month") == ["2010", "2011", "2012"]
    assert [f"#{id}" for id in index.xpath("//details/@id")] == years.xpath(".//a/@href")
    rows = 0
    for path, content in pages.items():
        on_page = [row for table in by_class(tree(content), "events") for row in table.iter("tr")]
        assert len(on_page) <= PAGE_LENGTH + 1, path
        rows += max(0, len(on_page) - 1)
    assert rows == count + 1


def test_times_without_a_date_are_folded_by_document_and_others_are_not() -> None:
    pages = {page.path: str(page.content) for page in timeline_pages(crowded(3 * PAGE_LENGTH))}
    (group,) = tree(pages["timeline/undated.md"]).xpath("//details")
    assert group.xpath("string(summary)").endswith("1 条")
    assert len(group.xpath(".//tbody/tr")) == 1
    assert not tree(pages["timeline/2010.md"]).xpath("//details")


def test_a_year_with_too_much_is_told_by_month_and_a_month_on_several_pages() -> None:
    paths = [page.path for page in timeline_pages(crowded(7 * PAGE_LENGTH))]
    assert {"timeline/2010-03.md", "timeline/2010-03_2.md", "timeline/2010-03_3.md"} <= set(paths)
    assert len(set(paths)) == len(paths)


def test_a_corpus_without_times_has_an_empty_timeline() -> None:
    empty = site(Corpus((OPINION,), ()), LEVELS, {}, (), EDITION)
    (page,) = timeline_pages(empty)
    assert "共 0 条" in str(page.content)
    assert "<svg" not in str(page.content)


def test_every_link_leads_to_a_page_that_is_there() -> None:
    of = real_site()
    files = {place.file for place in of.links.notices.values()} | {INDEX.file}
    for path, content in real_pages().items():
        for target in re.findall(r"\]\((?!#)([^)?#]+\.md)", content):
            assert str(PurePosixPath(path).parent.joinpath(target)).replace("timeline/../", "") in files


def test_the_strip_of_a_notice_tells_its_own_events_only() -> None:
    of = real_site()
    section = times_of_page(of)
    for source_page in of.source_pages:
        shown = {notice.id for notice in source_page.notices}
        events = [one for one in of.corpus.events if one.ref.notice in shown]
        root = tree(f"---\n---\n{section(source_page)}")
        rows = [row for table in by_class(root, "events") for row in table.iter("tr")][1:]
        assert len(rows) == len(events)


def test_a_notice_without_times_has_no_strip() -> None:
    of = site(many(1), LEVELS, {}, (), EDITION)
    assert times_of_page(of)(of.source_pages[0]) == ""


def test_pages_are_the_same_each_time() -> None:
    def pages() -> list[Page]:
        return [Page(page.path, page.content) for page in timeline_pages(crowded(40))]

    assert pages() == pages()
