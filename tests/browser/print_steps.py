"""What a reader does to print and to present, and all steps together."""

from __future__ import annotations

from tests.browser.reader import Reader
from tests.browser.steps import NOTICE, STEPS, step, term_in_text, unfold

__all__ = ["STEPS"]


def printable(reader: Reader) -> str:
    """Opens what 打印 offers; returns the elements that name the sections."""
    reader.go(NOTICE)
    reader.driver.run("window.print = () => {}")
    reader.driver.click('.tools [data-tool="print"]')
    names = ".cite-menu button" if reader.has_one_file else ".print-studio option"
    reader.see("document.querySelectorAll(args[0]).length > 4", names)
    return names


@step("打印可选全文或一节")
def print_menu(reader: Reader) -> None:
    names = printable(reader)
    assert reader.driver.run("return document.querySelector(args[0]).textContent", names) == "全文"


@step("只印一节，别的不印")
def print_section(reader: Reader) -> None:
    names = printable(reader)
    reader.driver.run(
        "const name = [...document.querySelectorAll(args[0])].find((b) => b.textContent.includes('总的要求'));"
        "if (name.matches('option')) {"
        "  name.parentElement.value = name.value;"
        "  name.parentElement.dispatchEvent(new Event('change'));"
        "} else name.click();",
        names,
    )
    printed = reader.driver.run("return [...document.querySelectorAll('.text > .printed')].map((e) => e.textContent)")
    assert any("照镜子" in words for words in printed)
    assert not any("遵循原则" in words for words in printed)
    if not reader.has_one_file:
        reader.driver.run("document.querySelector('.print-studio').close()")
    reader.driver.run("dispatchEvent(new Event('afterprint'))")
    reader.see("document.querySelectorAll('.printed').length === 0")


@step("放映：方向键翻页，地址里有章节")
def presenting(reader: Reader) -> None:
    reader.go(NOTICE, "sec_1__sec_1")
    unfold(reader, "tools-more")
    reader.driver.click('.tools [data-tool="present"]')
    reader.see("document.documentElement.classList.contains('presenting')")
    reader.driver.press("ArrowRight")
    reader.see("location.hash === `#${args[0]}`", reader.id("sec_1__sec_2", NOTICE))
    reader.see("document.querySelector('.slide-on').textContent.includes('总的要求')")
    reader.see("document.querySelectorAll('.slide-on').length === 1")
    reader.driver.press("ArrowLeft")
    reader.see("location.hash === `#${args[0]}`", reader.id("sec_1__sec_1", NOTICE))
    reader.driver.press("Escape")
    reader.see("!document.documentElement.classList.contains('presenting')")


def open_presenting(reader: Reader) -> None:
    """Opens the address of a section with ?present."""
    file = reader.address if reader.has_one_file else f"{reader.address}/{NOTICE}"
    reader.driver.open(f"{file}?present#{reader.id('sec_1__sec_2', NOTICE)}")


@step("放映只有文字：没有标记，没有被切去一半的行")
def presenting_words_alone(reader: Reader) -> None:
    open_presenting(reader)
    reader.see("document.querySelector('.slide-on a.term')")
    reader.see("getComputedStyle(document.querySelector('.slide-on a.term')).textDecorationLine === 'none'")
    reader.see(
        "(() => { const bar = document.querySelector('.present-bar'); const range = document.createRange();"
        "const edge = bar.getBoundingClientRect().top - parseFloat(bar.style.getPropertyValue('--covered'));"
        "const slide = document.querySelector('.slide-on'); let cut = 0;"
        "const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);"
        "while (texts.nextNode()) { range.selectNodeContents(texts.currentNode);"
        "for (const line of range.getClientRects()) cut += line.top < edge - 1 && line.bottom > edge + 1; }"
        "return cut === 0; })()"
    )
    reader.driver.press("Escape")


@step("放映时词语卡片关闭，鼠标不再引出卡片")
def presenting_without_cards(reader: Reader) -> None:
    reader.go(NOTICE)
    reader.driver.run("document.querySelector(args[0]).focus({ focusVisible: true })", term_in_text(reader))
    reader.see("!document.getElementById('term-card').hidden")
    reader.driver.run("document.querySelector('.tools [data-tool=\"present\"]').click()")  # the focus stays on the term
    reader.see("document.documentElement.classList.contains('presenting')")
    reader.see("document.getElementById('term-card').hidden")
    for _ in range(20):  # slides, to the first with a term on it
        if reader.driver.run("return Boolean(document.querySelector('.slide-on a.term'))"):
            break
        reader.driver.press("ArrowRight")
    reader.driver.run(
        "document.cards = 0; new MutationObserver(() => { document.cards += 1; })"
        ".observe(document.getElementById('term-card'), { attributes: true });"
        "document.later = 0; setTimeout(() => { document.later = 1; }, 1000)"  # four times what a card waits
    )
    reader.driver.hover(".slide-on a.term")
    reader.see("document.later === 1 && document.cards === 0 && document.getElementById('term-card').hidden")
    reader.driver.press("Escape")
    reader.see("!document.documentElement.classList.contains('presenting')")


@step("放映可从任一节的地址开始")
def presenting_from_an_address(reader: Reader) -> None:
    open_presenting(reader)
    reader.see("document.querySelector('.slide-on')?.textContent.includes('总的要求')")
    reader.driver.press("Escape")
    reader.see("!document.documentElement.classList.contains('presenting') && !location.search.includes('present')")
