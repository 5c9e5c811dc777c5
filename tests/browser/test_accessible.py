"""Pages for everybody: axe-core in light and dark and in open states, keys, zoom, headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from tests.browser.axe import shorten, violations, violations_on
from tests.browser.harness import PHONE, WIDE, Visitor
from tests.browser.page_kinds import kinds

ZOOMED = 640  # what they leave at 200 %


# The frame around the content is the same on all kinds.
some_kinds = pytest.mark.parametrize(
    "step", [pytest.param(8, id="some kinds"), pytest.param(1, id="all kinds", marks=pytest.mark.long)]
)


@pytest.fixture(scope="session")
def notice(site: Path) -> str:
    """The longest notice: with sections, terms, tasks, and what is noted on its text."""
    pages = (path for path in (site / "notices").glob("*.html") if path.stem != "index")
    return max(pages, key=lambda path: path.stat().st_size).relative_to(site).as_posix()


@pytest.fixture(scope="session")
def short_notice(site: Path) -> str:
    """The shortest notice that mentions a term."""
    pages = [path for path in (site / "notices").glob("*.html") if 'class="term"' in path.read_text("utf-8")]
    return min(pages, key=lambda path: path.stat().st_size).relative_to(site).as_posix()


@pytest.fixture(scope="session")
def pages(site: Path, notice: str) -> list[str]:
    """One page of every kind, and the longest notice."""
    return [*dict.fromkeys([*kinds(site).values(), notice])]


# --- axe -----------------------------------------------------------------------------------------


@pytest.mark.long
def test_axe_finds_nothing_on_a_whole_page(visitor: Visitor, pages: list[str]) -> None:
    assert not violations_on(visitor.page(), pages)


@pytest.mark.long
def test_axe_finds_nothing_on_a_dark_phone(visitor: Visitor, pages: list[str]) -> None:
    assert not violations_on(visitor.page(width=PHONE, dark=True), pages)


@pytest.mark.long
def test_contrast_is_enough_in_a_wide_dark_window(visitor: Visitor, pages: list[str]) -> None:
    assert not violations_on(visitor.page(dark=True), pages, ("color-contrast",))


def _search(page: Page) -> None:
    page.keyboard.press("s")
    page.keyboard.type("六问")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def _results(page: Page) -> None:
    page.goto("search/index.html?find=zhaojingzi")
    expect(page.locator("#search-page a").first).to_be_visible()


def _card(page: Page) -> None:
    page.locator(".text a.term").first.hover()
    expect(page.locator(".term-card")).to_be_visible()


def _citing(page: Page) -> None:
    page.locator('.tools [data-tool="cite"]').click()


def _printing(page: Page) -> None:
    page.locator('.tools [data-tool="print"]').click()
    expect(page.get_by_role("dialog", name="打印")).to_be_visible()
    expect(page.get_by_role("banner")).to_be_hidden()  # by the sheet of the preview, which is loaded with the dialog


def _source(page: Page) -> None:
    page.locator('.tools [data-mode="source"]').click()


def _presenting(page: Page) -> None:
    page.get_by_role("button", name="更多", exact=True).click()
    page.locator('.tools [data-tool="present"]').click()


def _help(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="键盘操作")).to_be_visible()


@pytest.mark.parametrize("dark", [False, pytest.param(True, marks=pytest.mark.long)], ids=["light", "dark"])
@pytest.mark.parametrize(
    "state",
    [
        *(_search, _card, _citing, _printing, _help),
        *(pytest.param(state, marks=pytest.mark.long) for state in (_results, _source, _presenting)),
    ],
    ids=lambda state: state.__name__,
)
def test_axe_finds_nothing_while_something_is_open(
    visitor: Visitor, short_notice: str, state: Callable[[Page], None], dark: bool
) -> None:
    page = visitor.page(short_notice, dark=dark)
    state(page)
    if not dark:
        shorten(page)
    assert not violations(page)


@pytest.mark.long
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_the_longest_notice_unfolded(visitor: Visitor, notice: str, dark: bool) -> None:
    page = visitor.page(notice, dark=dark)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert not violations(page)


# --- keys ----------------------------------------------------------------------------------------

IN_ORDER = """() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const box = at.matches(".md-header__option input") ? at.nextElementSibling : at;
    const style = getComputedStyle(box), rect = at.getBoundingClientRect();
    const name = `${at.tagName}.${at.className} ${at.getAttribute("aria-label") || at.textContent.trim().slice(0, 20)}`;
    const inside = rect.right > 0 && rect.bottom > 0 && rect.left < innerWidth && rect.top < innerHeight;
    return {name, shown: inside && rect.width + rect.height > 0 || at.matches(".md-option"),
            ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
                || at.matches("input, .mark, svg *")};
}"""


def to_the_top(page: Page) -> None:
    """Before the first stop, where a page has put the keys into its field."""
    while page.evaluate("document.activeElement !== document.body"):
        page.keyboard.press("Shift+Tab")


def stops(page: Page, most: int = 900) -> Iterator[dict[str, Any]]:
    """The elements that Tab leads to, one after the other, until it has left the page."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(IN_ORDER)
        if at is None:
            return
        yield at
    raise AssertionError(f"{page.url}: Tab does not come to an end")


@some_kinds
def test_the_first_stop_is_the_way_to_the_content(visitor: Visitor, pages: list[str], step: int) -> None:
    page = visitor.page()
    for path in pages[::step]:
        page.goto(path)
        to_the_top(page)
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        expect(skip).to_have_text("跳到正文")
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('#content, .md-footer').contains(document.activeElement)"
                             " || !document.querySelector('#content a')"), path  # fmt: skip


@pytest.mark.parametrize("width", [WIDE, pytest.param(PHONE, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "kind",
    [
        *("index", "notices-page", "glossary-page", "search"),
        *(pytest.param(kind, marks=pytest.mark.long) for kind in ("timeline", "tasks-numbers")),
    ],
)
def test_keys_reach_everything_and_leave_the_page(
    visitor: Visitor, site: Path, short_notice: str, kind: str, width: int
) -> None:
    page = visitor.page({**kinds(site), "notices-page": short_notice}[kind], width=width)
    controls = """[...document.querySelectorAll("a[href], button, summary, input, select")]
        .filter(e => e.checkVisibility({checkVisibilityCSS: true}) && e.tabIndex >= 0 && !e.disabled
                     && !e.closest("[hidden], .md-search") && !e.matches(".md-toggle, .md-option")).length"""
    wanted = page.evaluate(controls)
    to_the_top(page)
    met = list(stops(page))
    assert len(met) >= wanted, (len(met), wanted)
    unseen = [at["name"] for at in met if not at["shown"] or not at["ring"]]
    assert not unseen, unseen


def test_escape_closes_what_is_open_and_gives_the_focus_back(visitor: Visitor, notice: str) -> None:
    page = visitor.page(notice)
    page.locator('.tools [data-tool="print"]').click()
    expect(page.get_by_role("dialog", name="打印")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator('.tools [data-tool="print"]')).to_be_focused()
    for tool in ("outline", "cite"):
        page.locator(f'.tools [data-tool="{tool}"]').focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("menu")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("menu")).to_be_hidden()
        expect(page.locator(f'.tools [data-tool="{tool}"]')).to_be_focused()
    page.keyboard.press("s")
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_columns_of_a_narrow_window_open_by_keys(visitor: Visitor) -> None:
    page = visitor.page("about.html", width=ZOOMED)
    button = page.get_by_role("button", name="栏目")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-sidebar--primary .md-nav__link").first).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.locator(".md-sidebar--primary .md-nav__link").first).to_be_hidden()


def test_help_lists_the_keys_and_is_there_for_touch_too(visitor: Visitor, notice: str) -> None:
    page = visitor.page(notice, touch=True)
    help = page.get_by_role("dialog", name="键盘操作")
    page.get_by_role("button", name="键盘操作").tap()
    for key in ("?", "/", "→ ←", "Esc"):
        expect(help.locator("kbd", has_text=key).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(help).to_be_hidden()


def test_keys_of_one_character_can_be_switched_off(visitor: Visitor, notice: str) -> None:
    page = visitor.page(notice)
    page.keyboard.press("?")
    page.get_by_label("使用单个字符的快捷键").uncheck()
    page.get_by_role("button", name="关闭").click()
    page.reload()
    for key in ("?", "/", "s"):
        page.keyboard.press(key)
        expect(page.locator(".keys-help")).to_have_count(0)
        expect(page.locator(".md-search__input")).not_to_be_focused()


# --- zoom, order -------------------------------------------------------------------------


@pytest.mark.long
def test_no_kind_of_page_scrolls_sideways_when_enlarged(visitor: Visitor, pages: list[str]) -> None:
    page = visitor.page(width=ZOOMED)
    for path in pages:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= ZOOMED, path


def test_every_page_says_its_language_and_its_headings_go_down_by_one(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = html.document_fromstring(path.read_text("utf-8"))
        if path.parent == site and path.stem == "404":
            continue
        (main,) = page.iter("main")
        ranks = [int(heading.tag[1]) for heading in main.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert page.get("lang") == "zh-CN", path
        assert ranks.count(1) == 1, (path, ranks)
        assert all(rank - before <= 1 for before, rank in zip([0, *ranks], ranks, strict=False)), (path, ranks)
