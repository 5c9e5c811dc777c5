"""Prints an HTML page as PDF with the installed Chromium; its contents have the numbers of their pages."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from notice_site.bundling.html_pages import body_of, parsed
from notice_site.bundling.pdf_repair import repaired
from notice_site.execution.command import naming

# Numbers in the contents can move what they count, by a line at most; more rounds than this would not settle it.
_MOST_ROUNDS = 4
_SECONDS = 300

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",  # the page is ours, and as root there is no other way
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a print came out: on which page, from 1, the element of each id begins; before which a page stays blank.

    Elements of class `right-hand` begin on an odd page: Chromium knows no `break-before: right`.
    """

    numbers: Mapping[str, int]
    after_blank: frozenset[str]


def find_chromium() -> str | None:
    """The installed Chromium, or the one that CHROMIUM names; None where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def printed(chromium: str, title: str, page: Callable[[Layout], str]) -> bytes:
    """The print of `page`, which is told how it came out the time before, until it comes out the same.

    OSError where Chromium fails; its last words are in the message.
    """
    layout = Layout({}, frozenset())
    for _ in range(_MOST_ROUNDS):
        content = page(layout)
        pdf = _print(chromium, content)
        numbers = page_numbers(pdf)
        on_even_pages = frozenset(id for id in _right_hand(content) if numbers[id] % 2 == 0)
        found = Layout(numbers, layout.after_blank | on_even_pages)
        if found == layout:
            break
        layout = found
    return repaired(pdf, title, _text(content))


def page_numbers(pdf: bytes) -> dict[str, int]:
    """On which page, from 1, each element begins that something in the file links to, by its id."""
    document = PDFDocument(PDFParser(io.BytesIO(pdf)))
    order = {page.pageid: number for number, page in enumerate(PDFPage.create_pages(document), 1)}
    places = resolve1(document.catalog.get("Dests")) or {}
    return {id: order[resolve1(place)[0].objid] for id, place in places.items()}


def _right_hand(content: str) -> list[str]:
    return [element.get("id") or "" for element in parsed(content.encode()).find_class("right-hand")]


def _text(content: str) -> str:
    """All characters that the page can show."""
    page = parsed(content.encode())
    styles = "".join(style.text or "" for style in page.iter("style"))
    return str(body_of(page).text_content()) + styles


def _print(chromium: str, content: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="print-") as name:
        folder = Path(name)
        with naming(folder / "page.html"):
            (folder / "page.html").write_text(content, "utf-8")
        command = [
            chromium,
            *_ARGUMENTS,
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={folder / 'page.pdf'}",
            (folder / "page.html").as_uri(),
        ]
        environment = {**os.environ, "HOME": name, "XDG_CONFIG_HOME": name, "XDG_CACHE_HOME": name}
        try:
            ended = subprocess.run(
                command, env=environment, check=False, timeout=_SECONDS, stderr=subprocess.PIPE, errors="replace"
            )
        except subprocess.TimeoutExpired as error:
            raise OSError(f"{chromium}: no print after {_SECONDS} seconds") from error
        if not (folder / "page.pdf").is_file():
            raise OSError(f"{chromium}: no print: {ended.stderr.strip().splitlines()[-1:]}")
        return (folder / "page.pdf").read_bytes()
