"""Text of sources and parts of a page go in, Markdown comes out; the only module that knows Markdown's syntax.

`Markdown` is a type of its own, so that mypy finds every place where text is put on a page without `escape`.
What is written is plain Markdown for Python-Markdown with the extensions named in mkdocs.yml; raw HTML stands
only where Markdown has no word for it (a region, a folded part, a span with an id of its own).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NewType

Markdown = NewType("Markdown", str)

EMPTY = Markdown("")
LINE_BREAK = Markdown("<br>")

# Characters that mean something to Markdown wherever they stand. `&`, `<` and `>` become HTML's own names;
# the others take the backslash, which Python-Markdown and CommonMark both know for exactly these.
_EVERYWHERE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;", "$": "&#36;"}
    | {character: f"\\{character}" for character in "\\`*_{}[]#|"}
)

# Signs that open something only at the start of a line: lists, rules, definitions, fenced blocks, admonitions.
_AT_START = re.compile(r"[-+:=!?.)]|\d+(?=[.)])")

# Signs that mean something only in company: ==marked==, ~~gone~~, ^^new^^, :::directive, :shortcode:, ///block///.
_IN_COMPANY = re.compile(r"([=~^:])(?=\1)|:(?=[A-Za-z0-9_+\\-]+:)|/(?=//)")

_ATTRIBUTE_SIGN = re.compile(r"[^-A-Za-z0-9 \u0080-\U0010ffff]")

# What YAML refuses or takes for a line break, even inside quotes.
_NOT_IN_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

_OUTER_SPACE = re.compile(r"^[^\S\x1c-\x1f\x85]+|[^\S\x1c-\x1f\x85]+$")


# Letters, digits, Han and Chinese punctuation: nearly all texts are nothing else, and need no change.
_MEANS_NOTHING = re.compile(r"[0-9A-Za-z\u3001-\u9fff\uff01-\uff5e“”‘’…—]*")


def escape(text: str) -> Markdown:
    """Any text as inline Markdown that reads as exactly these characters, wherever on a line it is put.

    >>> escape("1. 学习*焦裕禄*精神 <b>")
    '1\\\\. 学习\\\\*焦裕禄\\\\*精神 &lt;b&gt;'
    """
    if _MEANS_NOTHING.fullmatch(text):
        return Markdown(text)
    start = _AT_START.match(text)
    first = start.group() if start else ""
    if first.isdigit():
        opening = f"{first}\\{text[start.end()]}" if start else ""
        rest = text[len(first) + 1 :]
    else:
        opening, rest = _reference(first), text[len(first) :]
    escaped = opening + _IN_COMPANY.sub(lambda found: _reference(found.group()), rest.translate(_EVERYWHERE))
    return Markdown(_OUTER_SPACE.sub(lambda found: _references(found.group()), escaped))


def _reference(character: str) -> str:
    """`&#58;` for `:`; nothing for nothing."""
    return f"&#{ord(character)};" if character else ""


def _references(characters: str) -> str:
    return "".join(map(_reference, characters))


def attribute(text: str) -> str:
    """Any text for use between double quotes as the value of an attribute, in HTML and in an attribute list.

    >>> attribute('《意见》"七查"')
    '《意见》&#34;七查&#34;'
    """
    return _ATTRIBUTE_SIGN.sub(lambda found: _reference(found.group()), text)


def joined(parts: Iterable[Markdown], separator: Markdown = EMPTY) -> Markdown:
    """Inline parts, one behind the other."""
    return Markdown(separator.join(parts))


def stacked(*blocks: Markdown) -> Markdown:
    """Blocks, one below the other; empty ones leave no trace."""
    return Markdown("\n\n".join(block for block in blocks if block))


def attributes(id: str = "", classes: Sequence[str] = (), named: Mapping[str, str] | None = None) -> str:
    """`{ #id .class name="value" }`, or nothing where there is nothing to say."""
    words = [f"#{id}"] if id else []
    words += [f".{name}" for name in classes]
    words += [f'{name}="{attribute(value)}"' for name, value in (named or {}).items()]
    return f"{{ {' '.join(words)} }}" if words else ""


def heading(
    level: int,
    content: Markdown,
    *,
    id: str,
    classes: Sequence[str] = (),
    named: Mapping[str, str] | None = None,
    outline: str | None = None,
) -> Markdown:
    """A heading of level 1 to 6; `outline` is what the outline of the page shows, where that differs."""
    about = {**(named or {}), **({} if outline is None else {"data-toc-label": outline})}
    return Markdown(f"{'#' * level} {content} {attributes(id, classes, about)}")


def paragraph(
    content: Markdown, *, id: str = "", classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> Markdown:
    """A paragraph; with an id, classes or other attributes these stand in a line of their own below it."""
    about = attributes(id, classes, named)
    return Markdown(f"{content}\n{{:{about[1:]}" if about else content)


def link(
    content: Markdown, target: str, *, classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> Markdown:
    """A link; `target` is a relative address as `Location.relative_to` gives it."""
    before, after = link_ends(target, classes=classes, named=named)
    return joined([before, content, after])


def link_ends(
    target: str, *, classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> tuple[Markdown, Markdown]:
    """What stands before and after the words of a link, for a mark on words that are written elsewhere."""
    return Markdown("["), Markdown(f"]({target}){attributes('', classes, named)}")


def strong(content: Markdown) -> Markdown:
    """Words of weight."""
    return Markdown(f"**{content}**")


def code(text: str) -> Markdown:
    """A name or a value, letter by letter."""
    return Markdown(f"<code>{escape(text)}</code>")


def span(
    content: Markdown, *, id: str = "", classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> Markdown:
    """Inline words with an id or class of their own, for which Markdown has no word."""
    before, after = span_ends(id=id, classes=classes, named=named)
    return joined([before, content, after])


def span_ends(
    *, id: str = "", classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> tuple[Markdown, Markdown]:
    """What stands before and after the words of a span; see `link_ends`."""
    return Markdown(f"<span{_html_attributes(id, classes, named)}>"), Markdown("</span>")


def inserted(content: Markdown, *, classes: Sequence[str] = ()) -> Markdown:
    """Words that the other side of a comparison has not."""
    return Markdown(f"<ins{_html_attributes('', classes, None)}>{content}</ins>")


def deleted(content: Markdown, *, classes: Sequence[str] = ()) -> Markdown:
    """Words of the older side of a comparison that the other has not."""
    return Markdown(f"<del{_html_attributes('', classes, None)}>{content}</del>")


def ruby(readings: Iterable[tuple[str, str]]) -> Markdown:
    """Characters with their reading above them; a character without one stands as it is.

    >>> ruby([("六", "liù"), ("、", "")])
    '<ruby>六<rt>liù</rt></ruby>、'
    """
    return joined(
        Markdown(f"<ruby>{escape(character)}<rt>{escape(reading)}</rt></ruby>") if reading else escape(character)
        for character, reading in readings
    )


def figure(drawing: str, *, classes: Sequence[str] = (), named: Mapping[str, str] | None = None) -> Markdown:
    """A drawing, given as finished SVG or HTML without blank lines."""
    return Markdown(f"<figure{_html_attributes('', classes, named)}>\n{drawing}\n</figure>")


@dataclass(frozen=True, slots=True)
class KeywordLine:
    """One line of a concordance: the words around a keyword, where they stand, and the built address of the place."""

    target: str
    before: str
    keyword: str
    after: str
    place: str


def keyword_lines(lines: Iterable[KeywordLine], *, classes: Sequence[str] = ()) -> Markdown:
    """A list of such lines, each a link; in HTML because pages have hundreds, which Markdown reads slowly."""
    items = [
        f'<li><a class="kwic" href="{html.escape(line.target)}"><span class="left">{_raw(line.before)}</span>'
        f'<span class="tail"><b class="key">{_raw(line.keyword)}</b>{_raw(line.after)}</span></a>'
        f' <span class="where">{_raw(line.place)}</span></li>'
        for line in lines
    ]
    return Markdown("\n".join([f"<ul{_html_attributes('', classes, None)}>", *items, "</ul>"]))


def region(
    content: Markdown,
    *,
    tag: str = "div",
    id: str = "",
    classes: Sequence[str] = (),
    named: Mapping[str, str] | None = None,
) -> Markdown:
    """Blocks that belong together, in an element of their own; nothing where there are none."""
    if not content:
        return EMPTY
    return Markdown(f'<{tag}{_html_attributes(id, classes, named)} markdown="1">\n\n{content}\n\n</{tag}>')


def folded(summary: Markdown, content: Markdown, *, id: str = "", classes: Sequence[str] = ()) -> Markdown:
    """Blocks folded away under one line that opens them."""
    about = _html_attributes(id, classes, None)
    return Markdown(
        f'<details{about} markdown="1">\n<summary markdown="span">{summary}</summary>\n\n{content}\n\n</details>'
    )


def _raw(text: str) -> str:
    """Text inside a block of raw HTML; a line of its own or a blank one would end the block for some readers."""
    return html.escape(text, quote=False).replace("\n", "&#10;").replace("\r", "&#13;")


def _html_attributes(id: str, classes: Sequence[str], named: Mapping[str, str] | None) -> str:
    own = {"id": id, "class": " ".join(classes)}
    words = [f' {name}="{value}"' for name, value in own.items() if value]
    words += [f' {name}="{attribute(value)}"' for name, value in (named or {}).items()]
    return "".join(words)


def search_form(action: str, name: str, label: str) -> Markdown:
    """A field and a button that open the page `action`, an address as built, with what was typed as `name`."""
    return Markdown(
        f'<form class="search-form" role="search" aria-label="{attribute(label)}" action="{attribute(action)}">'
        f'<label for="home-search">{_raw(label)}</label>'
        f'<input type="search" id="home-search" name="{name}" autocomplete="off">'
        f'<button type="submit">{_raw(label)}</button></form>'
    )


def bullets(items: Iterable[Markdown]) -> Markdown:
    """A list without order."""
    return Markdown("\n".join(f"- {item}" for item in items))


def numbered(items: Iterable[Markdown]) -> Markdown:
    """A list whose order matters."""
    return Markdown("\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)))


def definitions(pairs: Iterable[tuple[Markdown, Markdown]]) -> Markdown:
    """Names, each with what it stands for."""
    return Markdown("\n\n".join(f"{name}\n:   {meaning}" for name, meaning in pairs))


def table(head: Sequence[Markdown], rows: Iterable[Sequence[Markdown]]) -> Markdown:
    """A table; rows shorter than the widest are filled up, so that no cell is lost."""
    body = [list(row) for row in rows]
    width = max([len(head), *map(len, body)])
    lines = [_row([*head], width), "|" + " --- |" * width]
    return Markdown("\n".join(lines + [_row(row, width) for row in body]))


def _row(cells: list[Markdown], width: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"


def grid(head: Sequence[Markdown], rows: Iterable[tuple[Markdown, Sequence[Markdown]]]) -> Markdown:
    """A table whose cells hold blocks; each row is headed by its own name."""
    cells = "".join(f'\n<th markdown="span" scope="col">{cell}</th>' for cell in head)
    lines = [f'<table markdown="1">\n<thead markdown="1">\n<tr markdown="1">{cells}\n</tr>\n</thead>']
    lines.append('<tbody markdown="1">')
    for name, contents in rows:
        lines.append(f'<tr markdown="1">\n<th markdown="span" scope="row">{name}</th>')
        lines += [f'<td markdown="block">\n\n{content}\n\n</td>' for content in contents]
        lines.append("</tr>")
    return Markdown("\n".join([*lines, "</tbody>\n</table>"]))


def footnote_mark(name: str) -> Markdown:
    """The raised number that leads to the footnote of that name."""
    return Markdown(f"[^{name}]")


def footnotes(notes: Mapping[str, Markdown]) -> Markdown:
    """The footnotes of a page, by the name that `footnote_mark` uses; one paragraph each."""
    return Markdown("\n".join(f"[^{name}]: {note}" for name, note in notes.items()))


FOOTNOTES_HERE = Markdown("///Footnotes Go Here///")
OUTLINE_HERE = Markdown("[TOC]")


def page(title: str, *blocks: Markdown, about: Mapping[str, object] | None = None) -> str:
    """A whole page; `title` and the values of `about` become front matter, which templates put out unescaped.

    So text at the top level is given as HTML; values inside a nested mapping stay as they are, for templates
    that escape what they put out.
    """
    fields: dict[str, object] = {"title": title, **(about or {})}
    front = "\n".join(f"{name}: {_yaml(value)}" for name, value in fields.items())
    return f"---\n{front}\n---\n\n{stacked(*blocks)}\n"


def _yaml(value: object) -> str:
    """A value in YAML's flow style, which is JSON; text at the top level as HTML."""
    written = json.dumps(html.escape(value) if isinstance(value, str) else value, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found.group()):04x}", written)
