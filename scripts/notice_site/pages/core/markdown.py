"""Writes the Markdown of pages, a function for each element.

It is plain Markdown for Python-Markdown with the extensions named in mkdocs.yml. Raw HTML stands only where Markdown
has no word for something, such as a region, a folded part or a span with an id of its own.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence

from notice_site.model.frozen import dataclass
from notice_site.pages.core.escaping import Markdown as Markdown
from notice_site.pages.core.escaping import attribute, front_matter_value, raw_html
from notice_site.pages.core.escaping import escape as escape

EMPTY = Markdown("")
LINE_BREAK = Markdown("<br>")


def joined(parts: Iterable[Markdown], separator: Markdown = EMPTY) -> Markdown:
    """Puts inline parts one behind the other."""
    return Markdown(separator.join(parts))


def stacked(*blocks: Markdown) -> Markdown:
    """Puts blocks one below the other, and leaves out empty ones."""
    return Markdown("\n\n".join(block for block in blocks if block))


def attributes(id: str = "", classes: Sequence[str] = (), named: Mapping[str, str] | None = None) -> str:
    """Writes an attribute list, `{ #id .class name="value" }`; nothing where it would be empty."""
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
    """Writes a heading of level 1 to 6; the outline of the page shows `outline` in its place, if given."""
    about = {**(named or {}), **({} if outline is None else {"data-toc-label": outline})}
    return Markdown(f"{'#' * level} {content} {attributes(id, classes, about)}")


def paragraph(
    content: Markdown, *, id: str = "", classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> Markdown:
    """Writes a paragraph; its attributes stand in a line of their own below it."""
    about = attributes(id, classes, named)
    return Markdown(f"{content}\n{{:{about[1:]}" if about else content)


def link(
    content: Markdown, target: str, *, classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> Markdown:
    """Writes a link; `target` is a relative address as `Location.relative_to` gives it."""
    before, after = link_ends(target, classes=classes, named=named)
    return joined([before, content, after])


def link_ends(
    target: str, *, classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> tuple[Markdown, Markdown]:
    """Returns what stands before and after the words of a link, for words that are written elsewhere."""
    return Markdown("["), Markdown(f"]({target}){attributes('', classes, named)}")


def strong(content: Markdown) -> Markdown:
    """Writes words of weight."""
    return Markdown(f"**{content}**")


def code(text: str) -> Markdown:
    """Writes a name or a value, letter by letter."""
    return Markdown(f"<code>{escape(text)}</code>")


def span(
    content: Markdown, *, id: str = "", classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> Markdown:
    """Writes inline words with an id or class of their own."""
    before, after = span_ends(id=id, classes=classes, named=named)
    return joined([before, content, after])


def span_ends(
    *, id: str = "", classes: Sequence[str] = (), named: Mapping[str, str] | None = None
) -> tuple[Markdown, Markdown]:
    """Returns what stands before and after the words of a span; see `link_ends`."""
    return Markdown(f"<span{_html_attributes(id, classes, named)}>"), Markdown("</span>")


def inserted(content: Markdown, *, classes: Sequence[str] = ()) -> Markdown:
    """Marks words that the other side of a comparison has not."""
    return Markdown(f"<ins{_html_attributes('', classes, None)}>{content}</ins>")


def deleted(content: Markdown, *, classes: Sequence[str] = ()) -> Markdown:
    """Marks words of the older side of a comparison that the other has not."""
    return Markdown(f"<del{_html_attributes('', classes, None)}>{content}</del>")


def ruby(readings: Iterable[tuple[str, str]]) -> Markdown:
    """Writes characters with their readings above them; a character without one stands as it is.

    >>> ruby([("六", "liù"), ("、", "")])
    '<ruby>六<rt>liù</rt></ruby>、'
    """
    return joined(
        Markdown(f"<ruby>{escape(character)}<rt>{escape(reading)}</rt></ruby>") if reading else escape(character)
        for character, reading in readings
    )


def figure(drawing: str, *, classes: Sequence[str] = (), named: Mapping[str, str] | None = None) -> Markdown:
    """Writes a drawing, given as finished SVG or HTML without blank lines."""
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
    """Writes a list of links, in HTML because pages have hundreds of lines, which Markdown reads slowly."""
    items = [
        f'<li><a class="kwic" href="{html.escape(line.target)}"><span class="left">{raw_html(line.before)}</span>'
        f'<span class="tail"><b class="key">{raw_html(line.keyword)}</b>{raw_html(line.after)}</span></a>'
        f' <span class="where">{raw_html(line.place)}</span></li>'
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
    """Puts blocks that belong together in an element of their own; nothing where there are none."""
    if not content:
        return EMPTY
    return Markdown(f'<{tag}{_html_attributes(id, classes, named)} markdown="1">\n\n{content}\n\n</{tag}>')


def counted(words: Markdown, count: str) -> Markdown:
    """Sets a count behind words, as the line of a folded group has it: 《关于防汛的通知》　3 处."""
    return joined([words, span(Markdown(count), classes=["count"])], Markdown("　"))


def folded(summary: Markdown, content: Markdown, *, id: str = "", classes: Sequence[str] = ()) -> Markdown:
    """Folds blocks away under a line that opens them."""
    about = _html_attributes(id, classes, None)
    return Markdown(
        f'<details{about} markdown="1">\n<summary markdown="span">{summary}</summary>\n\n{content}\n\n</details>'
    )


def _html_attributes(id: str, classes: Sequence[str], named: Mapping[str, str] | None) -> str:
    words = [f' id="{id}"'] if id else []
    words += [f' class="{" ".join(classes)}"'] if classes else []
    words += [f' {name}="{attribute(value)}"' for name, value in (named or {}).items()]
    return "".join(words)


def search_form(action: str, name: str, label: str) -> Markdown:
    """Writes a field and a button. They open the page `action`, an address as built, with what was typed as `name`."""
    return Markdown(
        f'<form class="search-form" role="search" aria-label="{attribute(label)}" action="{attribute(action)}">'
        f'<label for="home-search">{raw_html(label)}</label>'
        f'<input type="search" id="home-search" name="{name}" autocomplete="off">'
        f'<button type="submit">{raw_html(label)}</button></form>'
    )


def bullets(items: Iterable[Markdown]) -> Markdown:
    """Writes a list without order."""
    return Markdown("\n".join(f"- {item}" for item in items))


def numbered(items: Iterable[Markdown]) -> Markdown:
    """Writes a list whose order matters."""
    return Markdown("\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)))


def definitions(pairs: Iterable[tuple[Markdown, Markdown]]) -> Markdown:
    """Writes names, each with what it stands for."""
    return Markdown("\n\n".join(f"{name}\n:   {meaning}" for name, meaning in pairs))


def table(head: Sequence[Markdown], rows: Iterable[Sequence[Markdown]]) -> Markdown:
    """Writes a table. Rows shorter than the widest are filled up, so that no cell is lost."""
    body = [list(row) for row in rows]
    width = max([len(head), *map(len, body)])
    lines = [_row([*head], width), "|" + " --- |" * width]
    return Markdown("\n".join(lines + [_row(row, width) for row in body]))


def _row(cells: list[Markdown], width: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"


def grid(head: Sequence[Markdown], rows: Iterable[tuple[Markdown, Sequence[Markdown]]]) -> Markdown:
    """Writes a table whose cells hold blocks; each row is headed by its name."""
    cells = "".join(f'\n<th markdown="span" scope="col">{cell}</th>' for cell in head)
    lines = [f'<table markdown="1">\n<thead markdown="1">\n<tr markdown="1">{cells}\n</tr>\n</thead>']
    lines.append('<tbody markdown="1">')
    for name, contents in rows:
        lines.append(f'<tr markdown="1">\n<th markdown="span" scope="row">{name}</th>')
        lines += [f'<td markdown="block">\n\n{content}\n\n</td>' for content in contents]
        lines.append("</tr>")
    return Markdown("\n".join([*lines, "</tbody>\n</table>"]))


def footnote_mark(name: str) -> Markdown:
    """Writes the raised number that leads to the footnote of that name."""
    return Markdown(f"[^{name}]")


def footnotes(notes: Mapping[str, Markdown]) -> Markdown:
    """Writes the footnotes of a page, by the name that `footnote_mark` uses; one paragraph each."""
    return Markdown("\n".join(f"[^{name}]: {note}" for name, note in notes.items()))


FOOTNOTES_HERE = Markdown("///Footnotes Go Here///")
OUTLINE_HERE = Markdown("[TOC]")


def page(title: str, *blocks: Markdown, about: Mapping[str, object] | None = None) -> str:
    """Writes a whole page; `title` and the values of `about` become front matter."""
    fields: dict[str, object] = {"title": title, **(about or {})}
    front_matter = "\n".join(f"{name}: {front_matter_value(value)}" for name, value in fields.items())
    return f"---\n{front_matter}\n---\n\n{stacked(*blocks)}\n"
