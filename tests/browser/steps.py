"""What a study session does with what it was handed: one small step each, the same in every form and browser."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.reader import Reader

STEPS: list[tuple[str, Callable[[Reader], None]]] = []
"""The steps by their name, in the order in which they are taken."""

NOTICE = "notices/003_2e31e8bc992ce31d.html"
TERM = "glossary/sifeng.html"
COMPARISON = "compare/003_2e31e8bc992ce31d--004_8b50126b68af5ed6.html"


def step(name: str) -> Callable[[Callable[[Reader], None]], Callable[[Reader], None]]:
    """Adds a step of that name."""

    def add(taken: Callable[[Reader], None]) -> Callable[[Reader], None]:
        STEPS.append((name, taken))
        return taken

    return add


def search_page(reader: Reader) -> None:
    """Where the search is."""
    if reader.has_one_file:
        reader.driver.open(reader.address)
    else:
        reader.go("search/index.html")
    reader.see("document.getElementById('search-field')")


# --- opening -------------------------------------------------------------------------------------


@step("首页打开，写明版本")
def opens(reader: Reader) -> None:
    reader.go("index.html")
    reader.see("document.querySelector('h1')")
    reader.see("/版本 \\d+\\.\\d+\\.\\d+-[0-9a-f]{8}/.test(document.body.textContent)")


@step("文件打开，题名、落款俱在")
def notice_opens(reader: Reader) -> None:
    reader.go(NOTICE)
    reader.see(
        "document.querySelector(args[0] + ' .text .title').textContent.includes('实施意见')", reader.part(NOTICE)
    )


@step("链接落到章节")
def section_has_an_address(reader: Reader) -> None:
    place = reader.id("sec_1__sec_2", NOTICE)
    reader.go(NOTICE, "sec_1__sec_2")
    reader.see("document.getElementById(args[0]).matches(':target')", place)
    reader.see("Math.abs(document.getElementById(args[0]).getBoundingClientRect().top) < innerHeight", place)


@step("存疑之处有注")
def notes_are_there(reader: Reader) -> None:
    reader.go(NOTICE)
    reader.see("document.querySelector(args[0] + ' .footnote').textContent.includes('引号')", reader.part(NOTICE))


@step("版本与校验页列出来源校验值")
def edition_page(reader: Reader) -> None:
    reader.go("edition.html")
    reader.see("/[0-9a-f]{64}/.test(document.querySelector(args[0]).textContent)", reader.part("edition.html"))


# --- search --------------------------------------------------------------------------------------


TYPED_FOR = {
    "四风": ("四风", "四風", "sifeng", "si feng", "sìfēng", "sf", "四feng", "4风"),
    "照镜子": ("zhaojingz",),
}
"""Each term, and what is typed for it: characters in both forms, pinyin in all forms, mixtures, an unfinished one."""


@step("检索汉字、繁体、拼音、首字母，混写和未写完的也在内")
def finds_first(reader: Reader) -> None:
    search_page(reader)
    for term, all_typed in TYPED_FOR.items():
        for typed in all_typed:
            reader.search(typed)
            assert reader.first_term() == term, typed


@step("检索近音，注明近音")
def fuzzy(reader: Reader) -> None:
    search_page(reader)
    reader.search("shifeng")
    reader.see("document.querySelector('.search-answers').textContent.includes('近音')")


@step("正文用语可用拼音检索，并标出汉字")
def running_text_by_pinyin(reader: Reader) -> None:
    search_page(reader)
    reader.search("dapaicha")
    reader.see("document.querySelector('.search-excerpt mark').textContent === '大排查'")


@step("没有找到时说明没有找到")
def nothing_found(reader: Reader) -> None:
    search_page(reader)
    reader.search("魑魅魍魉")
    reader.see("document.querySelector('.search-count').textContent.includes('没有找到')")


@step("检索词里的代码只当文字")
def harmless(reader: Reader) -> None:
    search_page(reader)
    reader.search("<img src=x onerror=alert(1)>")
    assert reader.driver.run("return document.querySelectorAll('#search-page img').length") == 0


@step("缩小检索范围")
def facet(reader: Reader) -> None:
    search_page(reader)
    reader.search("四风")
    before = reader.driver.run("return document.querySelector('.search-count').textContent")
    reader.driver.run(
        "document.querySelector('.search-narrow').open = true;"
        "document.querySelector('.search-facets input[data-facet=level]').click();"
    )
    reader.see("document.querySelector('.search-count').textContent !== args[0]", before)


@step("检索结果落到原文，并标出词语")
def hit_leads_to_the_words(reader: Reader) -> None:
    search_page(reader)
    reader.search("大排查")
    reader.driver.click(".search-excerpt")
    reader.see("document.querySelector('.text mark.marked-words')?.textContent === '大排查'")


# --- terms ---------------------------------------------------------------------------------------


def term_in_text(reader: Reader) -> str:
    """A selector for the first linked term of a document."""
    return f"{reader.part(NOTICE)} .text a.term"


@step("鼠标移上词语，出现卡片")
def card_by_mouse(reader: Reader) -> None:
    reader.go(NOTICE)
    reader.driver.hover(term_in_text(reader))
    reader.see("!document.getElementById('term-card').hidden && document.querySelector('#term-card .pinyin')")


@step("键盘到达词语，出现卡片，Esc 关闭")
def card_by_keyboard(reader: Reader) -> None:
    reader.go(NOTICE)
    reader.driver.run("document.querySelector(args[0]).focus({ focusVisible: true })", term_in_text(reader))
    reader.see("!document.getElementById('term-card').hidden")
    reader.driver.press("Escape")
    reader.see("document.getElementById('term-card').hidden")


@step("卡片通往词条")
def card_leads_to_the_term(reader: Reader) -> None:
    reader.go(NOTICE)
    reader.driver.hover(term_in_text(reader))
    reader.see("!document.getElementById('term-card').hidden")
    name = reader.driver.run("return document.querySelector('#term-card strong').textContent")
    reader.driver.click("#term-card .foot a")
    reader.see(
        "{ const head = (document.querySelector(':target') || document).querySelector('h1')?.cloneNode(true);"
        " if (!head) return false;"  # still on its way
        " head.querySelectorAll('rt, a').forEach((aside) => aside.remove());"
        " return head.textContent.trim() === args[0]; }",
        name,
    )


def unfold(reader: Reader, panel: str) -> None:
    """Unfolds a part of the bar of a notice; the bar of a site in one file has no parts."""
    if not reader.has_one_file:
        reader.driver.run("document.querySelector(`[data-panel=${args[0]}]`).click()", panel)


@step("标出全部词语，再收回")
def all_terms(reader: Reader) -> None:
    reader.go(NOTICE)
    button = '.tools [data-tool="terms"]'
    reader.driver.run("localStorage.clear()")
    before = reader.driver.run("return document.querySelectorAll('.text a.term').length")
    unfold(reader, "tools-marks")
    reader.driver.click(button)
    reader.see("document.querySelectorAll('.text a.term').length > args[0]", before)
    reader.driver.click(button)
    reader.see("document.querySelectorAll('.text a.term').length === args[0]", before)


@step("词条有拼音、释义和出处")
def term_page(reader: Reader) -> None:
    reader.go(TERM)
    for what in ("h1 rt", ".parts li, blockquote p", ".concordance .kwic"):
        reader.see("document.querySelector(`${args[0]} :is(${args[1]})`)", reader.part(TERM), what)


@step("出处落到原文，并标出词语")
def concordance_leads_to_the_words(reader: Reader) -> None:
    reader.go(TERM)
    reader.driver.click(f"{reader.part(TERM)} .concordance a.kwic")
    reader.see("document.querySelector('.text mark.marked-words')?.textContent === '四风'")


# --- switches and copying ------------------------------------------------------------------------


@step("深色显示")
def dark(reader: Reader) -> None:
    reader.go(NOTICE)
    scheme = "return document.body.dataset.mdColorScheme"
    before = reader.driver.run(scheme)
    for _ in range(3):
        if reader.has_one_file:
            reader.driver.click('.tools [data-tool="dark"]')
        else:  # the theme's switch has three states
            reader.driver.run("document.querySelector('[data-md-component=palette] label:not([hidden])').click()")
        if reader.driver.run(scheme) != before:
            return
    raise AssertionError(f"still {before}")


@step("字号变大")
def text_size(reader: Reader) -> None:
    reader.go(NOTICE)
    size = "return parseFloat(getComputedStyle(document.querySelector('.text p')).fontSize)"
    before = reader.driver.run(size)
    unfold(reader, "tools-more")
    reader.driver.click('.tools [data-tool="size"]')
    assert reader.driver.run(size) > before
    reader.driver.run("localStorage.clear()")


@step("复制引用")
def copy_citation(reader: Reader) -> None:
    reader.go(NOTICE)
    reader.driver.click('.tools [data-tool="cite"]')
    reader.see("!document.querySelector('.cite-menu').hidden")
    reader.driver.click(".cite-menu button")
    reader.see("document.querySelector('.cite-status').textContent === '已复制'")


@step("复制本段链接")
def copy_link(reader: Reader) -> None:
    place = reader.id("sec_1__sec_2", NOTICE)
    reader.go(NOTICE)
    reader.driver.run("document.querySelector(`.permalink[href='#${args[0]}']`).click()", place)
    reader.see("location.hash === `#${args[0]}`", place)
    reader.see("document.querySelector('.cite-menu').textContent.includes('复制链接')")
    reader.driver.click(".cite-menu button")
    reader.see("document.querySelector('.cite-status').textContent === '已复制'")


# --- time, tasks, comparison ---------------------------------------------------------------------


@step("时间线有图有表")
def timeline(reader: Reader) -> None:
    page = "timeline/index.html"
    reader.go(page)
    reader.see("document.querySelector(`${args[0]} svg`)", reader.part(page))
    reader.see("document.querySelector(`${args[0]} .events tbody tr`)", reader.part(page))


@step("时间线按种类筛选")
def timeline_filter(reader: Reader) -> None:
    page = "timeline/index.html"
    reader.go(page)
    reader.see("document.querySelector(`${args[0]} .timeline-choice button`)", reader.part(page))
    reader.driver.run(
        "const groups = [...document.querySelectorAll(`${args[0]} .timeline-choice`)];"
        "groups[groups.length - 1].querySelectorAll('button')[1].click();",
        reader.part(page),
    )
    reader.see("document.querySelector(`${args[0]} .timeline-choice button[aria-pressed=true]`)", reader.part(page))


@step("任务按层级列出")
def tasks(reader: Reader) -> None:
    page = "tasks/index.html"
    reader.go(page)
    reader.see("document.querySelector(args[0]).textContent.includes('乡镇街道')", reader.part(page))


@step("源流图及其清单")
def lineage(reader: Reader) -> None:
    page = "lineage/index.html"
    reader.go(page)
    reader.see("document.querySelector(`${args[0]} svg`)", reader.part(page))


@step("两件逐段对照，标出改动")
def comparison(reader: Reader) -> None:
    reader.go(COMPARISON)
    for what in (".comparison .row", "del", "ins"):
        reader.see("document.querySelector(`${args[0]} ${args[1]}`)", reader.part(COMPARISON), what)


@step("对照落到原文")
def comparison_leads_to_the_text(reader: Reader) -> None:
    reader.go(COMPARISON)
    reader.driver.click(f"{reader.part(COMPARISON)} .comparison a[href*='#sec_']")
    reader.see("document.querySelector(':target')?.closest('.text')")


@step("表格排序")
def sorting(reader: Reader) -> None:
    reader.go(NOTICE)
    table = f"{reader.part(NOTICE)} :is(.task-table, .task-summary) table"
    reader.driver.run("document.querySelector(`${args[0]} th button`).click()", table)
    reader.see("document.querySelector(`${args[0]} th`).getAttribute('aria-sort') === 'ascending'", table)
