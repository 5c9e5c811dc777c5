"""Puts the styles, scripts, data and pictures of a built site into one HTML file."""

from __future__ import annotations

import base64
import json
import mimetypes
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lxml import html

from notice_site.bundling.chapters import Chapter, key_of
from notice_site.bundling.html_pages import parsed

_SEARCH_PAGE = "search/index.html"

# Scripts of the theme, and ours that serve one notice a page or a dialog that one file has not.
_NOT_HERE = re.compile(
    r"(?:.*/)?(?:edition|page-start|redirect|bundle\.[0-9a-f]+\.min|iframe-worker|margin-notes|source-view"
    r"|paragraph-numbers|resume-reading|term-filter|shortcuts|dialog)\.js"
)
_OWN_SCRIPT = "assets/javascripts/one-file.js"
_OWN_STYLE = "assets/stylesheets/one-file.css"

# What pages of the site load when it is asked for.
_SCRIPT_ON_DEMAND = "assets/javascripts/presentation.js"
_STYLE_ON_DEMAND = "assets/stylesheets/presentation.css"
_SEARCH_LOADER = "/loading.js"
_SEARCH_DATA = re.compile(r"search/(?!search_index\.).+\.js")
_CARDS = re.compile(r"glossary/cards/[^/]+\.js")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
_CSS_URL = re.compile(r"""url\(\s*(['"]?)(?!data:|#)([^'")]+)\1\s*\)""")


def styles(site: Mapping[str, bytes], pages: Iterable[str]) -> Iterator[str]:
    """The style sheets of these pages, each once, with the pictures they name inside."""
    for sheet in (*_named(site, pages, _style_sheets), _STYLE_ON_DEMAND, _OWN_STYLE):
        text = _SOURCE_MAP.sub("", site[sheet].decode())
        for target in {found[2] for found in _CSS_URL.finditer(text)}:
            text = text.replace(target, data_url(site, _joined(sheet, target)))
        yield text.replace("</style", "<\\/style")


def scripts(site: Mapping[str, bytes], pages: Sequence[str]) -> Iterator[str]:
    """The scripts of these pages and of the search, each once, as elements; each is told where it lies on the site."""
    named = json.dumps({page: key_of(page) for page in sorted(pages)}, ensure_ascii=False)
    yield f'<script type="application/json" id="one-file-pages">{_in_script(named)}</script>'
    yield "<script>var Notices = {};</script>"
    cards = [path for path in sorted(site) if _CARDS.fullmatch(path)]
    data = [path for path in sorted(site) if _SEARCH_DATA.fullmatch(path)]
    files = [_OWN_SCRIPT, *_named(site, pages, _loaded_scripts), _SCRIPT_ON_DEMAND, *cards]
    for path in _named(site, [_SEARCH_PAGE], _loaded_scripts):
        files += [path] if path not in files else []
        files += data if path.endswith(_SEARCH_LOADER) else []
    for path in files:
        yield f"<script>Notices.script = {json.dumps(path)};\n{_in_script(site[path].decode())}\n</script>"


def with_pictures(part: Chapter, site: Mapping[str, bytes]) -> None:
    """Puts the pictures of a chapter into it."""
    for picture in part.content.iter("img"):
        picture.set("src", data_url(site, _joined(part.file, picture.get("src") or "")))


def data_url(site: Mapping[str, bytes], path: str) -> str:
    """A file as an address that holds it."""
    kind = mimetypes.guess_type(path, strict=False)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(site[path]).decode('ascii')}"


def _named(
    site: Mapping[str, bytes], pages: Iterable[str], find: Callable[[html.HtmlElement], Iterable[str]]
) -> list[str]:
    """The files that pages name in one way, in their order, but those that have nothing to do in one file."""
    found = (_joined(page, target) for page in pages for target in find(parsed(site[page])))
    return [path for path in dict.fromkeys(found) if not _NOT_HERE.fullmatch(path)]


def _style_sheets(page: html.HtmlElement) -> Iterator[str]:
    return (link.get("href") or "" for link in page.iter("link") if link.get("rel") == "stylesheet")


def _loaded_scripts(page: html.HtmlElement) -> Iterator[str]:
    return (script.get("src") or "" for script in page.iter("script") if script.get("src"))


def _joined(file: str, target: str) -> str:
    """What a relative address in a file means, from the top of the site."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), target))


def _in_script(text: str) -> str:
    """JavaScript or JSON that cannot end the element it stands in."""
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")
