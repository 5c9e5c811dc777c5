"""Writes the folded part 来源文本 of a page, and the script with the lines of its source as they are.

A page loads the script when its reader unfolds the part: as text it would weigh as much again as the document.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from functools import partial

from notice_site.model import Source
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site, SourcePage
from notice_site.pages.notice.originals import original_file


def source_text(site: Site, source_page: SourcePage) -> Markdown:
    """Writes how many lines there are, and links the file that they stand in, for readers without scripts."""
    count = len(source_page.source.lines)
    if not count:
        return md.EMPTY
    page = site.links.notice(source_page.first.id).file
    name = md.escape(source_page.source.name)
    if source_page.source.name in site.originals:
        name = md.link(name, Location(original_file(source_page)).relative_to(page))
    whole = md.paragraph(md.joined([Markdown("全文见来源文件："), name]))
    folded = Markdown(f"来源文本（逐行，{count} 行）")
    return md.folded(folded, whole, id="source-text", classes=["source-text"])


def source_line_scripts(site: Site) -> Iterator[PendingFile]:
    """Writes a script for each page, notices/lines/001.js: it calls `sourceLines` with [[number, text], …]."""
    for source_page in site.source_pages:
        if source_page.source.lines:
            folder, name = posixpath.split(site.links.notice(source_page.first.id).file)
            path = f"{folder}/lines/{name.removesuffix('.md')}.js"
            yield PendingFile(path, partial(_script, source_page.source), site.source_fingerprint(source_page))


def _script(source: Source) -> str:
    shown = ",\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in _lines(source))
    safe = shown.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"sourceLines([\n{safe}\n]);\n"


def _lines(source: Source) -> list[tuple[int, str]]:
    """Lists the number and the text of each line; tabs stand between the cells of a row."""
    return [(line.number, line.text or "\t".join(cell for row in line.rows for cell in row)) for line in source.lines]
