"""Reads the HTML that stands in the Markdown of our own pages: regions, and drawings, lists and forms as a whole."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from notice_site.rendering.inline_markdown import ATTRIBUTE, ENTITY, NotOurs, tag

_REGIONS = "section|div|nav|details|blockquote|table|thead|tbody|tr|td"
_LINE_OF_MARKUP = re.compile(
    rf"""
      <({_REGIONS}) ((?:[ ]{ATTRIBUTE})*+) [ ]markdown="(1|block)">                 # opens a region
    | </({_REGIONS})>                                                               # closes one
    | <(summary|th) [ ]markdown="span" ((?:[ ]{ATTRIBUTE})*+) > (.+) </(?:\5)>      # an element of its own
    """,
    re.VERBOSE,
)
"""<div id="r1" markdown="1">, </div>, <summary markdown="span">目录</summary>; not <div>, <p markdown="1">."""


@lru_cache(maxsize=4096)
def markup_of_line(line: str) -> tuple[str, str, str] | None:
    """Reads a line of markup: its element, the opening tag, and the Markdown inside; None where it is none.

    >>> markup_of_line('<div id="r1" markdown="1">'), markup_of_line("</div>")
    (('div', '<div id="r1">', ''), ('div', '', ''))
    >>> markup_of_line('<summary markdown="span">目录</summary>')
    ('summary', '<summary>', '目录')
    """
    markup = _LINE_OF_MARKUP.fullmatch(line)
    if markup is None:
        return None
    opened, about, inside, closed, name, about_line, text = markup.groups()
    if closed:
        return closed, "", ""
    if opened:
        if (inside == "block") != (opened == "td"):
            raise NotOurs(line)
        return opened, html_tag(opened, about), ""
    return name, html_tag(name, about_line), text


_INLINE_TAGS = "a|b|span|svg|title|defs|marker|g|path|rect|circle|text|tspan|label|input|button"
_ATTRIBUTES = r'(?:[ ](?!markdown=)[a-zA-Z-]++="[^"<>]*+")*+'
_INLINE = rf"(?: [^<>&]++ | {ENTITY} | <(?:{_INLINE_TAGS}){_ATTRIBUTES}[ ]?/?> | </(?:{_INLINE_TAGS})> )*+"
_ITEMS = rf"(?: \n? <li>{_INLINE}</li> )++ \n?"
_LIST = rf"(?: <ul{_ATTRIBUTES}>{_ITEMS}</ul> | <ol{_ATTRIBUTES}>{_ITEMS}</ol> )"
_RAW = re.compile(
    rf"""
      {_LIST}
    | <figure{_ATTRIBUTES}>\n (?: {_LIST}\n | {_INLINE}(?<=\n) ) </figure>
    | <form{_ATTRIBUTES}>{_INLINE}</form>
    """,
    re.VERBOSE,
)
"""A list, a drawing or a form; not <ul><li><ul>…, <figure><img src="1.png"></figure>."""

_RAW_TAG = re.compile(r"<(figure|ul|ol)([^>]*)>")
_RAW_EDGE = re.compile(r"(?:\n|(?<!\n))(?=<li>|</[uo]l>)")
_NAME_AND_VALUE = re.compile(r'([a-zA-Z-]+)="([^"]*)"')


def raw_html(block: str, *, is_in_region: bool) -> str | None:
    r"""Writes HTML that Markdown does not look into, or None where it is none of ours.

    Python-Markdown copies it, but writes its outer tags anew where it stands in a region.

    >>> raw_html('<ul class="a"><li>甲</li></ul>', is_in_region=False)
    '<ul class="a"><li>甲</li></ul>\n'
    >>> raw_html('<ul id="b" class="a"><li>甲</li></ul>', is_in_region=True)
    '<ul class="a" id="b">\n<li>甲</li>\n</ul>'
    """
    if not _RAW.fullmatch(block) or (is_in_region and block.startswith("<form")):
        return None
    if not is_in_region:
        return block + "\n"
    return _RAW_EDGE.sub("\n", _RAW_TAG.sub(lambda opening: html_tag(opening[1], opening[2]), block))


@lru_cache(maxsize=4096)
def html_tag(name: str, about: str) -> str:
    """Writes an opening tag as Python-Markdown does once it has read it; `about` are its attributes as in HTML.

    >>> html_tag("div", ' id="r1" class="row" data-side="&#34;甲&#34;&#44; 乙"')
    '<div class="row" data-side="&quot;甲&quot;, 乙" id="r1">'
    """
    pairs = _NAME_AND_VALUE.findall(about)
    attributes = {key: unescape(value) for key, value in pairs}
    if len(attributes) != len(pairs) or any("&" in value for value in attributes.values()):
        raise NotOurs(about)
    signs = str.maketrans({"<": "&lt;", ">": "&gt;", '"': "&quot;"})
    return tag(name, {key: value.translate(signs) for key, value in attributes.items()})
