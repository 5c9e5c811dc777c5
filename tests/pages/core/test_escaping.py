"""Escaped text is read as exactly the same text by MkDocs' Markdown, wherever it is put, and by YAML."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load

from notice_site.pages.core import markdown as md
from notice_site.pages.core.escaping import Markdown, front_matter_value
from tests.pages.rendering import read, render

SIGNS = "*_[]()<>|#.+-{}`~!&;:=^$\\/\"'@%?0123456789 \t\n\u3000abXx一（）"
CASES = {
    "emphasis": "*强调* **重** _a_ __b__ 一*二*三",
    "a link": "[全文](https://example.com) ![图](x.png) [注][1] <https://example.com>",
    "a reference definition": "[1]: https://example.com",
    "a footnote": "[^1] [^1]: 注",
    "an abbreviation": "*[HTML]: 超文本",
    "raw HTML": "<script>alert(1)</script><b>x</b><!-- 注 --><?php ?>",
    "entities": "&lt; &amp;lt; &#60; &nbsp; AT&T",
    "a heading": "# 标题 #",
    "a heading underlined": "标题\n====",
    "an ordered list": "1. 加强领导",
    "an ordered list by bracket": "1) 加强领导",
    "an ordered list in full-width digits": "１. 加强领导",
    "a bullet list": "- 甲",
    "a plus list": "+ 甲",
    "a rule": "---",
    "a rule of stars": "* * *",
    "four leading spaces": "    代码",
    "a leading tab": "\t代码",
    "an ideographic indent": "\u3000\u3000各市：\u3000",
    "a quotation": "> 引",
    "a table": "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
    "a pipe": "a|b\\|c",
    "attributes": "文字 { #id .class }",
    "attributes of a block": "文字\n{: #id }",
    "Jinja": "{{ config.site_name }} {% raw %} {# c #}",
    "admonitions": "!!! note\n    文字",
    "directives": "::: module",
    "details": "??? note",
    "a fence": "```python\nx\n```",
    "a tilde fence": "~~~\nx\n~~~",
    "code": "`x` ``y``",
    "mathematics": "$x^2$ $$y$$ \\(z\\)",
    "an emoji": ":smile: 时间:地点: http://a.b:80/",
    "a definition": ": 定义",
    "the outline's mark": "[TOC]",
    "the mark for footnotes": "///Footnotes Go Here///",
    "backslashes": "\\* \\\\ \\",
    "hard breaks": "一  \n二\\\n三",
    "front matter": "---\ntitle: x\n---",
    "a price list": "3.5元、2014.3.9、10-20、a_b_c、C++、第#3",
    "a line separator": "一\u2028二",
}

PLACES: dict[str, Callable[[Markdown], Markdown]] = {
    "a paragraph": lambda text: text,
    "a paragraph with attributes": lambda text: md.paragraph(text, id="p_1", classes=["item"]),
    "a heading": lambda text: md.heading(2, text, id="h"),
    "a table cell": lambda text: md.table([Markdown("头")], [[text], [text]]),
    "a list item": lambda text: md.bullets([text, text]),
    "a definition": lambda text: md.definitions([(text, text)]),
    "a link": lambda text: md.link(text, "#top", classes=["x"]),
    "a span": lambda text: md.span(text, id="x", classes=["point"]),
    "weight": lambda text: md.strong(text),
    "a region": lambda text: md.region(md.paragraph(text), tag="section", classes=["x"]),
    "a line with a count": lambda text: md.counted(text, "3 处"),
    "a folded part": lambda text: md.folded(text, text),
    "behind other words": lambda text: md.joined([md.escape("1"), text]),
    "before other words": lambda text: md.joined([text, md.escape(". 二")]),
}

AROUND = {
    "a table cell": "头{0}{0}",
    "a list item": "{0}{0}",
    "a definition": "{0}{0}",
    "a folded part": "{0}{0}",
    "a line with a count": "{0}　3 处",
    "behind other words": "1{0}",
    "before other words": "{0}. 二",
}


def _check(text: str, place: str) -> None:
    shown, tags = read(render(PLACES[place](md.escape(text))))
    assert shown == AROUND.get(place, "{0}").replace("{0}", text)
    assert tags == read(render(PLACES[place](Markdown("字"))))[1]


@pytest.mark.parametrize("place", PLACES, ids=[f"in {place}" for place in PLACES])
@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_escaped_text_reads_as_itself(text: str, place: str) -> None:
    _check(text, place)


signs = given(st.text(SIGNS, min_size=1, max_size=24), st.sampled_from(sorted(PLACES)))


@settings(max_examples=600)
@signs
def test_any_run_of_signs_reads_as_itself(text: str, place: str) -> None:
    _check(text, place)


@pytest.mark.long
@settings(max_examples=5000)
@signs
def test_any_of_many_runs_of_signs_reads_as_itself(text: str, place: str) -> None:
    _check(text, place)


@settings(max_examples=500)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=24), st.sampled_from(sorted(PLACES))
)
def test_any_text_reads_as_itself(text: str, place: str) -> None:
    _check(text, place)


@settings(max_examples=500)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=24))
def test_a_value_of_front_matter_is_read_as_html_of_the_text(text: str) -> None:
    assert yaml_load(f"title: {front_matter_value(text)}\n") == {"title": html.escape(text)}


def test_values_inside_a_list_of_front_matter_stay_as_they_are() -> None:
    assert yaml_load(f"facts: {front_matter_value(['《意见》<1>', 2])}\n") == {"facts": ["《意见》<1>", 2]}
