"""Escapes text so that Markdown, attributes, raw HTML and front matter read it as exactly these characters."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    Markdown = NewType("Markdown", str)
else:
    Markdown = str  # a call of a NewType takes twice as long, and pages are made of very many pieces
"""A type of its own, so that mypy finds every place where text is put on a page without `escape`."""

_ANYWHERE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;", "$": "&#36;"}
    | {character: f"\\{character}" for character in "\\`*_{}[]#|"}
)
"""The characters that mean something to Markdown wherever they stand.

Some take the backslash, which Python-Markdown and CommonMark both know for exactly these.
"""

_AT_START = re.compile(
    r"""
      [-+:=!?.)]        # a list (- 甲), a definition (: 甲), an underline (===), an admonition (!!! 甲, ??? 甲)
    | \d+ (?=[.)])      # a numbered list: 1. 甲, 1) 甲; not １. 甲, 2014年
    """,
    re.VERBOSE,
)
"""What opens something only at the start of a line."""

_IN_COMPANY = re.compile(
    r"""
      ([=~^:]) (?=\1)               # ==marked==, ~~gone~~, ^^new^^, ::: directive; not a=b
    | : (?=[A-Za-z0-9_+\\-]+:)      # :smile:; not 时间:地点:
    | / (?=//)                      # ///block///; not and/or
    """,
    re.VERBOSE,
)
"""What means something only before certain characters."""

_PLAIN = re.compile(r"[0-9A-Za-z\u3001-\u9fff\uff01-\uff5e“”‘’…—¶·≥,;%(]*")
"""Letters, digits, Han, Chinese punctuation and harmless signs. Nearly all texts are nothing else, and stay."""

_OUTER_SPACE = re.compile(r"^[^\S\x1c-\x1f\x85]+|(?<![^\S\x1c-\x1f\x85])[^\S\x1c-\x1f\x85]+$")
"""Blanks that Markdown would drop; not control characters, because HTML reads `&#133;` as another character."""

_ATTRIBUTE_SIGN = re.compile(r"[^-A-Za-z0-9 \u0080-\U0010ffff]")

_NOT_IN_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML refuses or takes for a line break, even inside quotes."""


def escape(text: str) -> Markdown:
    """Escapes text for inline Markdown; it may be put anywhere on a line.

    >>> escape("1. 学习*焦裕禄*精神 <b>")
    '1\\\\. 学习\\\\*焦裕禄\\\\*精神 &lt;b&gt;'
    >>> escape("- 甲"), escape("2014年"), escape("==甲=="), escape("时间:地点:")
    ('&#45; 甲', '2014年', '&#61;=甲&#61;=', '时间:地点:')
    """
    if _PLAIN.fullmatch(text):
        return Markdown(text)
    start = _AT_START.match(text)
    first = start.group() if start else ""
    if first.isdigit():
        opening = f"{first}\\{text[len(first)]}"
        rest = text[len(first) + 1 :]
    else:
        opening, rest = _references(first), text[len(first) :]
    escaped = opening + _IN_COMPANY.sub(lambda sign: _references(sign.group()), rest.translate(_ANYWHERE))
    return Markdown(_OUTER_SPACE.sub(lambda space: _references(space.group()), escaped))


def attribute(text: str) -> str:
    """Escapes the value of an attribute between double quotes, in HTML and in an attribute list.

    >>> attribute('《意见》"七查"')
    '《意见》&#34;七查&#34;'
    """
    return _ATTRIBUTE_SIGN.sub(lambda sign: _references(sign.group()), text)


def raw_html(text: str) -> str:
    """Escapes text inside a block of raw HTML, which a blank line would end for some readers."""
    return html.escape(text, quote=False).replace("\n", "&#10;").replace("\r", "&#13;")


def front_matter_value(value: object) -> str:
    """Writes a value in YAML's flow style, which is JSON.

    Templates put out text unescaped, so it becomes HTML. They escape what is inside a mapping or list, so that stays.
    """
    as_json = json.dumps(html.escape(value) if isinstance(value, str) else value, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda sign: f"\\u{ord(sign.group()):04x}", as_json)


def _references(characters: str) -> str:
    """Writes each character as a reference: `&#58;` for `:`."""
    return "".join(f"&#{ord(character)};" for character in characters)
