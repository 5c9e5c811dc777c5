"""Converts the inline Markdown that our own pages are written in, letter for letter as Python-Markdown does."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

LINK_START, LINK_END = "\x02", "\x03"
"""Stand around the target of a link, as written, until it is known from which page it leads."""


class NotOurs(Exception):
    """Says that a page has Markdown of a form that our pages do not use: Python-Markdown has to read it."""


ENTITY = r"&(?:\#[0-9]++|[a-zA-Z]++);"
_VALUE = rf'"(?:[^"<>&\[\]{{}}*`\\_\n]++|{ENTITY}|(?<=\w)_)*+"'
ATTRIBUTE = rf"(?!markdown=)[a-z][a-z-]*+={_VALUE}"
"""data-lines="3", title="“四风”&#44; 对照"; not title='四风', data-rows="[1]"."""

_TAG = rf"</?(?:span|ins|del|ruby|rt|br|code|a|b)(?:[ ]{ATTRIBUTE})*+>"
_ESCAPE = r"\\[\\`*_{}\[\]\#|.)]"
_PLAIN = rf"[^\\`*_{{}}\[\]<>&!\n]++ | !(?!\[) | {_TAG} | {ENTITY} | {_ESCAPE}"
_LINK = rf"""
    \[ (?P<words> (?: {_PLAIN} | \*\* )*+ ) \]
    \( (?P<target> (?: [^\s()<>"'\\\[\]{{}}*`&!|] | &(?=[a-z]+=) )++ ) \)
    (?: \{{[ ] (?P<about> [^{{}}]++ ) (?<=[ ])\}} )?+
"""
_STRONG = rf"\*\* (?![\s*]) (?P<strong> (?: {_PLAIN} )++ ) (?<!\s)\*\*"
_NOTE = r"\[\^ (?P<note> [a-z0-9-]++ ) \]"
_CODE = r"`(?!`) (?P<code> [^`\\<>&]++ ) `(?!`)"


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_LINE = re.compile(_unnamed(rf"(?: {_PLAIN} | {_LINK} | {_STRONG} | {_NOTE} | {_CODE} )++"), re.VERBOSE)
"""A line that has only our forms: 照[镜子](1.md){ .term }、**四风**[^1]; not 照_镜子_, [甲][1], ![图](1.png), <b."""

_TEXT = re.compile(r"[^\\`*_{}\[\]<>&!\n]+")
"""What is the same in HTML, as most cells and words are."""

_CHANGED = re.compile(rf" {_LINK} | {_STRONG} | {_NOTE} | {_CODE} | \\(?P<escaped> . )", re.VERBOSE)
"""The forms that HTML writes otherwise."""

_STARTS_BLOCK = re.compile(
    r"""
      [-+] | \*(?!\*) | [:=>|~!]    # - 甲, * 甲, : 甲, ===, > 甲, | 甲, ~~~, !!!
    | \#                            # # 甲
    | \d+[.)]                       # 1. 甲
    | \[\^ .*? \]:                  # [^1]: 甲
    """,
    re.VERBOSE,
)
"""What may open a block at the start of a line; not **四风**, [甲](1.md), \\# 甲."""

_WORD = re.compile(
    rf"""
      \#(?P<id> (?:[^\s"'<>&\[\]{{}}*`\\_=]|(?<=\w)_)++ )    # #sec_1__p_1
    | \.(?P<name> [a-z0-9-]++ )                             # .term
    | {ATTRIBUTE}
    """,
    re.VERBOSE,
)


def inline_html(text: str, footnote_mark: Callable[[str], str] | None) -> str:
    r"""Converts the text of one block; `footnote_mark` writes the mark of the footnote of that name, None allows none.

    >>> inline_html(r"照[镜子](1.md#p_1){ .term }，**四风**\*", None).replace(LINK_START, "«").replace(LINK_END, "»")
    '照<a class="term" href="«1.md#p_1»">镜子</a>，<strong>四风</strong>*'
    """
    if text != text.strip() or _STARTS_BLOCK.match(text) or not (_TEXT.fullmatch(text) or _LINE.fullmatch(text)):
        raise NotOurs(text)
    return _converted(text, footnote_mark)


def _converted(text: str, footnote_mark: Callable[[str], str] | None = None) -> str:
    def html(form: re.Match[str]) -> str:
        words, target, about, strong, note, code, escaped = form.groups()
        if target:
            before, after = _link_ends(about)
            address = target.replace("&", "&amp;")  # between the parameters of a query
            return f"{before}{LINK_START}{address}{LINK_END}{after}{_converted(words)}</a>"
        if strong:
            return f"<strong>{_converted(strong)}</strong>"
        if note:
            if footnote_mark is None:
                raise NotOurs(text)
            return footnote_mark(note)
        return escaped or f"<code>{code.strip()}</code>"

    return text if _TEXT.fullmatch(text) else _CHANGED.sub(html, text)


@lru_cache(maxsize=4096)
def _link_ends(about: str | None) -> tuple[str, str]:
    """Returns what stands before and after the target of a link with this attribute list."""
    attributes = listed_attributes(about) if about else {}
    start, end = tag("a", {**attributes, "href": "\0"}).split("\0")
    return start, end


def listed_attributes(words: str) -> dict[str, str]:
    """Reads an attribute list without its braces; the values as HTML.

    >>> listed_attributes('#p_1 .term .again data-lines="3"')
    {'id': 'p_1', 'class': 'term again', 'data-lines': '3'}
    """
    attributes: dict[str, str] = {}
    at = 0
    words = words.strip(" ")
    while at < len(words):
        word = _WORD.match(words, at)
        if word is None or (word.end() < len(words) and words[word.end()] != " "):
            raise NotOurs(words)
        if word["id"]:
            name, value = "id", word["id"]
        elif word["name"]:
            name, value = "class", f"{attributes.pop('class', '')} {word['name']}".lstrip()
        else:
            name, _, quoted = word.group().partition("=")
            value = quoted[1:-1]
        if name in attributes:
            raise NotOurs(words)
        attributes[name] = value
        at = word.end() + 1
    if not attributes:
        raise NotOurs(words)
    return attributes


def tag(name: str, attributes: dict[str, str]) -> str:
    """Writes an opening tag; Python-Markdown sorts the attributes."""
    written = "".join(f' {key}="{value}"' for key, value in sorted(attributes.items()))
    return f"<{name}{written}>"
