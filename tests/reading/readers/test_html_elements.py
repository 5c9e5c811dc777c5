"""What elements and their styles mean: which text stands aside, where lines stand, which elements are headings."""

from __future__ import annotations

import pytest
from lxml import etree

from notice_site.model import Align
from notice_site.reading.readers import html_elements
from notice_site.reading.readers.html_elements import (
    align_of,
    heading_rank,
    hidden_elements,
    is_running,
    keeps_lines,
    name_of,
    reason_aside,
    with_running_text,
)

RUNNING = "各级党组织要高度重视，" * 7 + "认真。"  # 80 characters


def element(markup: str, path: str = ".//*[@id='x']") -> etree._Element:
    """The element with the id x, in a page with this markup."""
    chosen = etree.fromstring(f"<html><body>{markup}</body></html>", etree.HTMLParser()).find(path)
    assert chosen is not None
    return chosen


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<nav id=x>首页</nav>", "网站导航"),
        ("<select id=x><option>甲</select>", "表单选项"),
        ("<button id=x>提交</button>", "表单按钮"),
        ("<svg id=x><text>图</text></svg>", "图形内的文字"),
        ("<p id=x>正文</p>", ""),
        ("<div id=x>正文</div>", ""),
        ("<p id=x hidden>隐藏</p>", "网页隐藏的文字"),
        ("<p id=x style='display:none'>隐藏</p>", "网页隐藏的文字"),
        ("<p id=x style='color:red; DISPLAY : none !important'>隐藏</p>", "网页隐藏的文字"),
        ("<p id=x style='visibility:hidden;color:red'>隐藏</p>", "网页隐藏的文字"),
        ("<p id=x style='mso-hide: all'>隐藏</p>", "网页隐藏的文字"),
        ("<p id=x style='display:none-such'>正文</p>", ""),
        ("<p id=x style='list-display:none'>正文</p>", ""),
        ("<p id=x style='display:block'>正文</p>", ""),
        ("<p id=x style='visibility:visible'>正文</p>", ""),
        ("<header id=x>甲市政府网</header>", "网站页眉"),
        ("<footer id=x>甲市政府办</footer>", "网站页脚"),
        ("<aside id=x>热点</aside>", "网站侧栏"),
        ("<article><header id=x>甲市政府</header></article>", ""),
        ("<main><div><footer id=x>甲市政府</footer></div></main>", ""),
        ("<header id=x><h1>关于通知</h1></header>", ""),
        ("<header id=x><div><h2>关于通知</h2></div></header>", ""),
        ("<header id=x><h3>关于通知</h3></header>", ""),
        ("<header id=x><h4>热点</h4></header>", "网站页眉"),
        ("<header id=x hidden><h1>关于通知</h1></header>", "网页隐藏的文字"),
        (f"<nav id=x>{RUNNING}</nav>", ""),
        (f"<nav id=x><p>{RUNNING}</p></nav>", ""),
        (f"<footer id=x>首页<b></b>{RUNNING}</footer>", ""),
        (f"<div id=x style='display:none'><p>{RUNNING}</p></div>", ""),
        (f"<iframe id=x>{RUNNING}</iframe>", "嵌入框架内的替代文字"),
        (f"<noframes id=x>{RUNNING}</noframes>", "嵌入框架内的替代文字"),
        (f"<template id=x>{RUNNING}</template>", "未显示的模板"),
        (f"<xml id=x>{RUNNING}</xml>", "文字处理软件的设置"),
        (f"<nav id=x>首页</nav><p>{RUNNING}</p>", "网站导航"),
        (f"<nav id=x>首页<script>{RUNNING}</script></nav>", "网站导航"),
        (f"<nav id=x>首页<style>{RUNNING}</style></nav>", "网站导航"),
    ],
)
def test_text_stands_aside_by_its_element_unless_it_is_running_text(markup: str, reason: str) -> None:
    chosen = element(f"{markup}<p>各单位要认真办理。</p>")
    root = chosen.getroottree().getroot()
    assert reason_aside(chosen, with_running_text(root), hidden_elements(root)) == reason


def test_the_title_of_the_page_stands_aside_however_long_it_is() -> None:
    title = element(f"<title>{RUNNING}</title>", ".//title")
    root = title.getroottree().getroot()
    assert reason_aside(title, with_running_text(root), hidden_elements(root)) == "网页标题"


@pytest.mark.parametrize(
    ("text", "running"), [(RUNNING, True), (RUNNING[1:], False), (RUNNING.replace("。", "，"), False)]
)
def test_running_text_is_eighty_characters_with_a_sentence(text: str, running: bool) -> None:
    assert is_running(text) is running


@pytest.mark.parametrize(
    ("markup", "align"),
    [
        ("<p id=x>", None),
        ("<p id=x align=center>", Align.CENTER),
        ("<p id=x align=' RIGHT '>", Align.RIGHT),
        ("<p id=x align=justify>", Align.LEFT),
        ("<div id=x align=middle>", Align.CENTER),
        ("<p id=x align=top>", None),
        ("<span id=x align=center>", None),
        ("<span id=x style='text-align:center'>", Align.CENTER),
        ("<p id=x align=left style='color:red;TEXT-ALIGN: right'>", Align.RIGHT),
        ("<p id=x style='text-align:end'>", Align.RIGHT),
        ("<p id=x style='text-align:start'>", Align.LEFT),
        ("<p id=x style='text-align:justify'>", Align.LEFT),
        ("<p id=x style='text-align:left'>", Align.LEFT),
        ("<p id=x style='text-align-last:center'>", None),
        ("<p id=x style='my-text-align:center'>", None),
        ("<center id=x>", Align.CENTER),
        ("<table id=x align=center>", Align.LEFT),
        ("<table><tr><th id=x>甲</table>", Align.CENTER),
        ("<table><tr><td id=x>甲</table>", None),
        ("<table><tr><th id=x style='text-align:right'>甲</table>", Align.RIGHT),
    ],
)
def test_style_wins_over_attribute_and_element(markup: str, align: Align | None) -> None:
    assert align_of(element(markup)) is align


@pytest.mark.parametrize(
    ("markup", "keeps"),
    [
        ("<pre id=x>", True),
        ("<textarea id=x>", True),
        ("<p id=x>", False),
        ("<p id=x style='white-space:pre'>", True),
        ("<p id=x style='color:red; White-Space : pre-wrap'>", True),
        ("<p id=x style='white-space:break-spaces'>", True),
        ("<p id=x style='white-space:nowrap'>", False),
        ("<p id=x style='my-white-space:pre'>", False),
    ],
)
def test_line_ends_are_kept_where_the_page_keeps_them(markup: str, keeps: bool) -> None:
    assert keeps_lines(element(markup)) is keeps


@pytest.mark.parametrize(
    ("name", "rank"),
    [("h1", 1), ("h6", 6), ("h7", 0), ("h0", 0), ("hr", 0), ("p", 0), ("x1", 0), ("h12", 0), ("H2", 2)],
)
def test_heading_elements_have_a_rank(name: str, rank: int) -> None:
    assert heading_rank(etree.Element(name)) == rank


def test_a_comment_has_no_name() -> None:
    assert (name_of(etree.Comment("注")), name_of(etree.Element("P"))) == ("", "p")


HIDING_SELECTORS = {  # selectors of a rule that hides, and the ids of what they hide
    "p": "a b c",
    "P": "a b c",
    ".inner": "a c",
    "p.inner, #b": "a b c",
    "div.inner": "",
    ".inner b": "d",
    ".inner , .other": "a c",
    ".inner,": "",  # no selector, so that browsers leave out the rule
    "p:not(.inner)": "b",
    "p:hover": "",
}


@pytest.mark.parametrize(("selector", "ids"), HIDING_SELECTORS.items(), ids=HIDING_SELECTORS)
def test_what_the_style_of_a_page_hides(selector: str, ids: str) -> None:
    text = "<p id='a' class='inner'>甲</p><p id='b'>乙</p><p id='c' class='x inner'>丙<b id='d'>丁</b></p>"
    page = etree.fromstring(f"<html><style>{selector}{{display:none}}</style>{text}</html>", etree.HTMLParser())
    hidden = hidden_elements(page)
    assert {e.get("id") for e in hidden} == {*ids.split()}


@pytest.mark.parametrize("further", [0, 1])
def test_selectors_are_looked_for_through_the_page_up_to_a_number(further: int) -> None:
    count = html_elements._MOST_SELECTORS - 1 + further
    rules = "".join(f".x{n} b{{display:none}}" for n in range(count)) + ".inner b{display:none}"
    markup = f"<html><style>{rules}</style><p class='inner'>甲<b>乙</b></p><p>{RUNNING}</p></html>"
    hidden = hidden_elements(etree.fromstring(markup, etree.HTMLParser()))
    assert [name_of(e) for e in hidden] == ["b"] * (1 - further)
