"""Reads the record of published addresses and the table of redirects from those that were given up."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from notice_site.model import Problem, Redirect
from notice_site.model.frozen import dataclass
from notice_site.reading.reference.yaml_nodes import Node, NodeError, load_text, load_yaml

PUBLISHED = "published.txt"
REDIRECTS = "redirects.yml"
DOCUMENTS = "notices/index.html"
"""The list of documents, to which the page of a withdrawn one leads where nothing else is named."""

# takes: notices/001.html, notices/001.html#sec_2; not: /a.html, ../a.html, a.md, a.html?at=p_1, https://…
_ADDRESS = re.compile(r"(?! .* \.\. ) [\w-] [\w./-]* \.html (?: \# [^\s\#?]+ )?", re.VERBOSE)

# takes: notices/001.html; not: notices/index.html, notices/001.html#sec_2, glossary/a.html
_DOCUMENT = re.compile(r"notices/(?!index\.html)[\w-]+\.html")


@dataclass(frozen=True, slots=True)
class Addresses:
    """`published` has each recorded address and its line in the record."""

    published: Mapping[str, int] = field(default_factory=dict)
    redirects: tuple[Redirect, ...] = ()

    @property
    def withdrawn(self) -> frozenset[str]:
        """The pages of documents that were withdrawn."""
        return frozenset(redirect.old for redirect in self.redirects if redirect.withdrawn)


def read_addresses(folder: Path) -> tuple[Addresses, tuple[Problem, ...]]:
    """What `folder` records; a file that is not there records nothing, what is wrong in one is reported."""
    published, faults = _published(folder / PUBLISHED)
    redirects, misread = _redirects(folder / REDIRECTS)
    return Addresses(published, redirects), (*faults, *misread)


def _name(path: Path) -> str:
    return f"addresses/{path.name}"


def _published(path: Path) -> tuple[dict[str, int], list[Problem]]:
    """A line is a page, or below its page a place on it: `#sec_2`."""
    if not os.path.lexists(path):
        return {}, []
    try:
        text = load_text(path, _name(path))
    except NodeError as error:
        return {}, [error.problem]
    published: dict[str, int] = {}
    problems: list[Problem] = []
    page = ""
    for number, line in enumerate(text.splitlines(), 1):
        page = page if line.startswith("#") else line
        address = page + line if line.startswith("#") else page
        if _ADDRESS.fullmatch(address):
            published[address] = number
        else:
            message = f"“{line}”不是页面地址，也不是页面下的位置"
            problems.append(Problem(_name(path), number, message, "此文件由 make record-addresses 写成，恢复原样"))
    return published, problems


def _redirects(path: Path) -> tuple[tuple[Redirect, ...], list[Problem]]:
    if not os.path.lexists(path):
        return (), []
    try:
        entries = load_yaml(path, _name(path))
        listed = {} if entries.is_null else entries.mapping()
    except NodeError as error:
        return (), [error.problem]
    redirects: list[Redirect] = []
    problems: list[Problem] = []
    for old, node in listed.items():
        try:
            redirects.append(_redirect(old, node))
        except NodeError as error:
            problems.append(error.problem)
    return tuple(redirects), problems


def _redirect(old: str, node: Node) -> Redirect:
    """`old: new`, or for a document `old: {withdrawn: why, see: new}`, of which `see` may be missing."""
    if node.kind != "mapping":
        return Redirect(_address(old, node), _address(node.text(), node), node.line)
    keys = node.mapping(("withdrawn", "see"), required=("withdrawn",))
    if not _DOCUMENT.fullmatch(old):
        raise node.error(f"{old} 不是一件公文的页面", "只有 notices/ 里的页面可以撤下，写成 notices/001.html")
    see = _address(keys["see"].text(), keys["see"]) if "see" in keys else DOCUMENTS
    return Redirect(_address(old, node), see, node.line, keys["withdrawn"].text())


def _address(text: str, node: Node) -> str:
    if not _ADDRESS.fullmatch(text):
        raise node.error(f"“{text}”不是本站页面的地址", "写成 notices/001.html 或 notices/001.html#sec_2")
    return text
