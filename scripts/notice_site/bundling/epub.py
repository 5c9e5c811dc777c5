"""Binds built pages into an EPUB, a book for readers on phones; the same pages give the same bytes."""

from __future__ import annotations

import html as escaping
import io
import mimetypes
import posixpath
import re
import uuid
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree, html

from notice_site.bundling.archive import put
from notice_site.bundling.chapters import Chapter, Goal, chapters, key_of, readdress
from notice_site.bundling.html_pages import classes
from notice_site.bundling.imprint import Imprint
from notice_site.bundling.reading_order import Groups

_STYLE = "assets/stylesheets/book.css"
_LANGUAGE = "zh-CN"

# EPUB asks for the time of the last change. The edition says what changed; a clock would give other bytes each time.
_MODIFIED = "2000-01-01T00:00:00Z"

# What works only with scripts, on a screen beside the text, or on paper.
_LEFT_OUT = frozenset({"permalink", "footnote-backref", "card-side", "table-filter"})
_CONTROLS = frozenset({"button", "form", "input", "select", "label", "textarea"})
_NOT_IN_BOOK = re.compile(r"packs/.+/cards\.html")

# SVG has names with capitals, which the reader of HTML has made small; the list is that of the HTML standard.
_CAPITALS = """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode
    filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes
    lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves
    pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha
    preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale
    systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector
    zoomAndPan altGlyph animateMotion animateTransform clipPath feBlend feColorMatrix feFlood feGaussianBlur
    feMerge feMergeNode feOffset foreignObject linearGradient radialGradient textPath
"""
_SVG_NAMES = {name.lower(): name for name in _CAPITALS.split()}


def epub(site: Mapping[str, bytes], book: Imprint, groups: Groups) -> bytes:
    """The pages of all `groups` as EPUB 3, with the contents of EPUB 2 for older readers."""
    groups = tuple(
        (name, kept) for name, files in groups if (kept := tuple(f for f in files if not _NOT_IN_BOOK.fullmatch(f)))
    )
    parts = chapters(site, [file for _, files in groups for file in files])
    for part in parts:
        _pruned(part.content)
    places = {part.file: frozenset(e.get("id") or "" for e in part.content.iter("*")) for part in parts}
    pictures: dict[str, bytes] = {}
    for part in parts:
        readdress(part, str, lambda goal: _address(goal, places))
        _with_pictures(part, site, pictures)
    files = {
        "EPUB/title.xhtml": _title_page(book),
        **{f"EPUB/text/{part.key}.xhtml": _chapter(part) for part in parts},
        "EPUB/nav.xhtml": _contents(groups, parts),
        "EPUB/toc.ncx": _older_contents(book, parts),
        "EPUB/style.css": site[_STYLE],
        **pictures,
    }
    files["EPUB/package.opf"] = _package(book, parts, pictures)
    files["META-INF/container.xml"] = _CONTAINER
    return _packed(files)


def _packed(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        put(zipped, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)  # first, and as it is: readers look there
        for path in sorted(files):
            put(zipped, path, files[path])
    return written.getvalue()


# --- chapters ------------------------------------------------------------------------------------


def _pruned(content: html.HtmlElement) -> None:
    """Leaves out what a book has no use for, in place; what was folded stands open."""
    for element in list(content.iter("*")):
        if element is not content and (element.tag in _CONTROLS or _LEFT_OUT & {*classes(element)}):
            element.drop_tree()
    for element in content.iter("details", "summary"):
        element.tag = "div" if element.tag == "details" else "p"
        element.attrib.pop("open", None)


def _address(goal: Goal, places: Mapping[str, frozenset[str]]) -> str | None:
    if goal.file not in places:
        return None
    file = f"{key_of(goal.file)}.xhtml"
    return f"{file}#{goal.fragment}" if goal.fragment in places[goal.file] and goal.fragment else file


def _with_pictures(part: Chapter, site: Mapping[str, bytes], pictures: dict[str, bytes]) -> None:
    for picture in part.content.iter("img"):
        source = posixpath.normpath(posixpath.join(posixpath.dirname(part.file), picture.get("src") or ""))
        path = f"images/{source.replace('/', '-')}"
        pictures[f"EPUB/{path}"] = site[source]
        picture.set("src", f"../{path}")


def _chapter(part: Chapter) -> bytes:
    part.content.tag = "section"
    part.content.attrib.clear()
    part.content.tail = None
    for element in list(part.content.iter("*")):
        if element.tag == "svg" or any(above.tag == "svg" for above in element.iterancestors()):
            _as_svg(element)
    body = etree.tostring(part.content, method="xml", encoding="unicode")
    return _document(part.title, body, "../style.css")


def _as_svg(element: html.HtmlElement) -> None:
    element.tag = _SVG_NAMES.get(str(element.tag), element.tag)
    if element.tag == "a" and element.find("title") is None:
        named = etree.Element("title")
        named.text = " ".join(element.text_content().split())
        element.insert(0, named)
    if element.tag == "svg":
        element.set("xmlns", "http://www.w3.org/2000/svg")
        element.attrib.pop("role", None)  # what HTML allows here and what EPUB allows are not the same
    for name, value in list(element.attrib.items()):
        if name in _SVG_NAMES:
            del element.attrib[name]
            element.set(_SVG_NAMES[str(name)], value)


def _document(title: str, body: str, style: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{_LANGUAGE}" xml:lang="{_LANGUAGE}">\n'
        f'<head><title>{_text(title)}</title><link rel="stylesheet" type="text/css" href="{style}"/></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def _title_page(book: Imprint) -> bytes:
    body = (
        f'<section class="title-page"><h1>{_text(book.title)}</h1><p>{_text(book.purpose)}</p>'
        f"<p>版本 {_text(book.edition)}</p><p>{_text(book.rights)}</p></section>"
    )
    return _document(book.title, body, "style.css")


def _text(text: str) -> str:
    return escaping.escape(text, quote=False)


# --- contents and package ------------------------------------------------------------------------


def _contents(groups: Groups, parts: Sequence[Chapter]) -> bytes:
    titles = {part.file: part.title for part in parts}
    lines = []
    for name, files in groups:
        inner = "".join(f'<li><a href="text/{key_of(f)}.xhtml">{_text(titles[f])}</a></li>' for f in files)
        lines.append(f"<li><span>{_text(name)}</span><ol>{inner}</ol></li>")
    body = f'<nav epub:type="toc" id="toc"><h1>目录</h1><ol>{"".join(lines)}</ol></nav>'
    return _document("目录", body, "style.css")


def _older_contents(book: Imprint, parts: Sequence[Chapter]) -> bytes:
    points = "".join(
        f'<navPoint id="n-{number}"><navLabel><text>{_text(part.title)}</text></navLabel>'
        f'<content src="text/{part.key}.xhtml"/></navPoint>'
        for number, part in enumerate(parts)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">'
        f'<head><meta name="dtb:uid" content="{_identifier(book)}"/></head>'
        f"<docTitle><text>{_text(book.title)}</text></docTitle><navMap>{points}</navMap></ncx>\n"
    ).encode()


def _package(book: Imprint, parts: Sequence[Chapter], pictures: Mapping[str, bytes]) -> bytes:
    items = "".join(_items(parts, pictures))
    order = "".join(f'<itemref idref="c-{number}"/>' for number in range(len(parts)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">{_identifier(book)}</dc:identifier>\n<dc:title>{_text(book.title)}</dc:title>\n'
        f"<dc:language>{_LANGUAGE}</dc:language>\n<dc:description>{_text(book.purpose)}</dc:description>\n"
        f"<dc:rights>{_text(book.rights)}</dc:rights>\n<dc:source>{_text(book.name)} {book.edition}</dc:source>\n"
        f'<meta property="dcterms:modified">{_MODIFIED}</meta>\n</metadata>\n'
        f"<manifest>{items}</manifest>\n"
        f'<spine toc="ncx"><itemref idref="title"/><itemref idref="nav"/>{order}</spine>\n'
        "</package>\n"
    ).encode()


def _items(parts: Sequence[Chapter], pictures: Mapping[str, bytes]) -> Iterator[str]:
    xhtml = "application/xhtml+xml"
    yield f'<item id="title" href="title.xhtml" media-type="{xhtml}"/>'
    yield f'<item id="nav" href="nav.xhtml" media-type="{xhtml}" properties="nav"/>'
    yield '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    yield '<item id="style" href="style.css" media-type="text/css"/>'
    for number, part in enumerate(parts):
        drawn = ' properties="svg"' if next(part.content.iter("svg"), None) is not None else ""
        yield f'<item id="c-{number}" href="text/{part.key}.xhtml" media-type="{xhtml}"{drawn}/>'
    for number, path in enumerate(sorted(pictures)):
        kind = mimetypes.guess_type(path, strict=False)[0] or "application/octet-stream"
        yield f'<item id="p-{number}" href="{path.removeprefix("EPUB/")}" media-type="{kind}"/>'


def _identifier(book: Imprint) -> str:
    """The same for the same edition of the same book, and no other."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, book.file)}"


_CONTAINER = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
