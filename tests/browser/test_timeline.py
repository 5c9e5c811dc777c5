"""The timeline in the browser: scale, kinds and levels to choose from, nothing cut or overlapping, nothing lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import PHONE, WIDE, Visitor
from tests.browser.ways import By, both_ways

TIMELINE = "timeline/index.html"
STRIP = "notices/002_9a05cc43a8767791.html"


# The frames of all words in the pictures that are shown, and those of their pictures, in pixels of the picture.
FRAMES = """() => [...document.querySelectorAll(".timeline-picture")].filter(f => f.offsetParent).map(figure => {
  const svg = figure.querySelector("svg");
  const frame = element => {
    const box = element.getBoundingClientRect(), at = svg.getBoundingClientRect();
    return [box.left - at.left, box.top - at.top, box.right - at.left, box.bottom - at.top];
  };
  return { size: [svg.width.baseVal.value, svg.height.baseVal.value],
           words: [...svg.querySelectorAll("text")].filter(t => t.getClientRects().length)
             .map(t => ({ text: t.textContent, frame: frame(t) })) };
})"""


def shown_scale(page: Page) -> str | None:
    return page.locator(".timeline-picture:visible").get_attribute("data-unit")


def choose(page: Page, group: str, word: str) -> None:
    page.get_by_role("group", name=group).get_by_role("button", name=word, exact=True).click()


@both_ways
def test_the_scale_is_chosen_and_kept_in_the_address(visitor: Visitor, by: By) -> None:
    page = visitor.page(TIMELINE, by=by)
    assert shown_scale(page) == "month"
    choose(page, "尺度", "日")
    assert shown_scale(page) == "day"
    expect(page).to_have_url(re.compile("scale=day"))
    page.reload()
    assert shown_scale(page) == "day"
    choose(page, "尺度", "月")
    assert "scale" not in page.url


@both_ways
def test_a_kind_narrows_picture_and_table_alike(visitor: Visitor, by: By) -> None:
    page = visitor.page(TIMELINE, by=by)
    height = page.locator(".timeline-picture:visible svg").bounding_box()
    choose(page, "类别", "期限")
    rows = page.locator(".events tbody tr:visible")
    marks = page.locator(".timeline-picture:visible a.mark:visible")
    assert rows.count() == marks.count() > 0
    for row in rows.all():
        expect(row.locator(".kind")).to_have_text("期限")
    lower = page.locator(".timeline-picture:visible svg").bounding_box()
    assert height
    assert lower
    assert lower["height"] < height["height"]
    choose(page, "层级", "省")
    assert rows.count() < page.locator(".events tbody tr").count()
    expect(page).to_have_url(re.compile("kind=deadline&level=province"))
    page.reload()
    assert rows.count() == marks.count() > 0
    choose(page, "类别", "全部")
    choose(page, "层级", "全部")
    assert rows.count() == page.locator(".events tbody tr").count()


def test_a_mark_leads_to_the_words(visitor: Visitor) -> None:
    page = visitor.page(TIMELINE)
    page.locator(".timeline-picture:visible a.mark", has_text="4月底前").locator("text").first.click()
    expect(page).to_have_url(re.compile(r"/notices/002_9a05cc43a8767791\.html\?at=sec_5__pt_1\.\d+-\d+#sec_5__pt_1$"))


@pytest.mark.parametrize("scale", ["year", "month", "day"])
def test_no_words_of_the_picture_are_cut_or_overlap(page: Page, scale: str) -> None:
    for choice in ("", "&kind=issued", "&level=province"):
        page.goto(f"{TIMELINE}?scale={scale}{choice}")
        check_frames(page)


def test_the_strip_of_a_notice_is_whole(visitor: Visitor) -> None:
    page = visitor.page(STRIP, width=WIDE)
    check_frames(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def check_frames(page: Page) -> None:
    (picture,) = page.evaluate(FRAMES)
    width, height = picture["size"]
    words = picture["words"]
    assert len(words) > 4
    for word in words:
        left, top, right, bottom = word["frame"]
        assert left >= -1, word
        assert top >= -1, word
        assert right <= width + 1, word
        assert bottom <= height + 1, word
    for number, one in enumerate(words):
        for other in words[number + 1 :]:
            a, b = one["frame"], other["frame"]
            apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 4 or b[3] <= a[1] + 4
            assert apart, (one, other)


def test_on_a_phone_the_time_stands_upright_and_nothing_scrolls_sideways(visitor: Visitor) -> None:
    page = visitor.page(TIMELINE, width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator(".timeline-picture:visible")).to_have_count(0)
    expect(page.locator(".time-strip:visible a").first).to_be_visible()
    expect(page.locator(".events tbody tr").first).to_be_visible()


def test_a_month_is_chosen_and_chosen_off_again(visitor: Visitor) -> None:
    page = visitor.page(TIMELINE)
    month = page.locator(".time-strip a[data-month='2014-04']")
    month.click()
    rows = page.locator(".events tbody tr:visible")
    assert 0 < rows.count() < page.locator(".events tbody tr").count()
    page.reload()
    for row in rows.all():
        expect(row.locator(".when")).to_contain_text("2014年4月")
    month.click()
    assert "month" not in page.url


def test_without_scripts_all_is_there(visitor: Visitor) -> None:
    page = visitor.page(TIMELINE, scripts=False)
    assert shown_scale(page) == "month"
    page.locator(".time-strip a[data-month='2014-04']").click()
    expect(page.locator("#m-2014-04")).to_be_in_viewport()
    expect(page.locator(".timeline-choice")).to_have_count(0)
    with_scripts = visitor.page(TIMELINE)
    assert page.locator(".events tbody tr").count() == with_scripts.locator(".events tbody tr").count() > 0


def test_the_downloads_come(visitor: Visitor) -> None:
    page = visitor.page(TIMELINE)
    for word, start in (("CSV", "\ufeff起,止"), ("JSON", "{"), ("ICS", "BEGIN:VCALENDAR")):
        with page.expect_download() as coming:
            page.locator(".lead").get_by_role("link", name=word, exact=True).click()
        assert coming.value.path().read_text("utf-8").startswith(start)


def test_printed_picture_fits_the_sheet(visitor: Visitor) -> None:
    page = visitor.page(f"{TIMELINE}?scale=day", printed=True)
    box = page.locator(".timeline-picture:visible svg").bounding_box()
    assert box
    assert box["width"] <= WIDE
    expect(page.locator(".timeline-choice").first).to_be_hidden()
