"""Renders Markdown as MkDocs does, and reads the HTML: its text, its tags, the text of a block as a reader sees it."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import lxml.html
import markdown as python_markdown
from lxml.html import HtmlElement
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parents[2]


@cache
def configuration() -> dict[str, Any]:
    """mkdocs.yml, read as MkDocs does."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        return dict(yaml_load(file))


@cache
def _renderer() -> python_markdown.Markdown:
    """Python-Markdown with the extensions of mkdocs.yml, and no others."""
    listed = configuration()["markdown_extensions"]
    named = [entry if isinstance(entry, dict) else {entry: {}} for entry in listed]
    return python_markdown.Markdown(
        extensions=[name for entry in named for name in entry],
        extension_configs={name: options or {} for entry in named for name, options in entry.items()},
    )


def render(text: str) -> str:
    return str(_renderer().reset().convert(text))


class _Text(HTMLParser):
    """The text of HTML, with that of permalinks left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.tags: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.silent = self.silent or "permalink" in (dict(attrs).get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        self.silent = self.silent and tag != "a"

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)


def read(page: str) -> tuple[str, list[str]]:
    """The text of an HTML page without the line ends that the renderer puts between tags, and its tags."""
    parser = _Text()
    parser.feed(re.sub(r">\n+", ">", re.sub(r"\n+<", "<", page)).strip("\n"))
    parser.close()
    return "".join(parser.found), parser.tags


def tree(page: str) -> HtmlElement:
    """The page below its front matter, as HTML elements."""
    body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    return lxml.html.fromstring(f"<main>{render(body)}</main>")


def by_class(root: HtmlElement, name: str) -> list[HtmlElement]:
    """The elements of that class, in order."""
    return [element for element in root.iter() if name in _classes(element)]


def block_text(root: HtmlElement, id: str) -> str:
    """The text of one block, without blanks: points inside its paragraph are blocks of their own."""
    element = root.get_element_by_id(id)
    parent = element.getparent()
    whole = parent if parent is not None and "run-in" in _classes(parent) else element
    return re.sub(r"\s+", "", _own_text(whole, whole))


def _own_text(element: HtmlElement, whole: HtmlElement) -> str:
    classes = _classes(element)
    if not isinstance(element.tag, str) or "permalink" in classes or (element.get("id") or "").startswith("fnref"):
        return ""
    if "point" in classes and element is not whole:
        return ""
    return (element.text or "") + "".join(_own_text(child, whole) + (child.tail or "") for child in element)


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()
