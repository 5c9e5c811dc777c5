"""Opens the package of a .docx: its parts, found by the relations between them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import field
from urllib.parse import unquote

from lxml import etree

from notice_site.model.frozen import dataclass
from notice_site.reading.extracted_text import SourceError
from notice_site.reading.readers.docx_numbering import W

# Entities are never resolved and nothing is fetched; nesting beyond 256 is an error of the parser.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)

_READ = frozenset((
    "styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer", "settings", "diagramData",
))  # fmt: skip
_DAMAGED = "用文字处理软件重新另存为 .docx"
# The strict variant of the format has other names for the same elements.
# takes: http://purl.oclc.org/ooxml/wordprocessingml/main; not: http://purl.org/dc/terms/
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_OTHER_PROGRAMS = {"xl": "Excel 工作簿", "ppt": "PowerPoint 演示文稿", "visio": "Visio 图形"}


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the parts by the last word of their relation: document, styles, numbering, header …"""

    roots: dict[str, list[etree._Element]]
    by_relation: Mapping[str, etree._Element] = field(default_factory=dict)  # by the id that the document names
    strict: bool = False

    def one(self, kind: str) -> etree._Element | None:
        """The part of that kind, None where there is none."""
        return self.roots[kind][0] if self.roots.get(kind) else None


def open_parts(raw: bytes) -> Parts:
    """The parts of a package that the limits let pass. Raises `SourceError` for what is no Word document.

    A relation to a part that is not there is passed over, as Word does.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _Package(archive).parts()
    except SourceError:
        raise
    except Exception as error:  # the libraries let through whatever a damaged package makes them meet
        raise SourceError(f".docx 已损坏（{type(error).__name__}）", _DAMAGED) from None


class _Package:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {entry.replace("\\", "/").lower(): entry for entry in archive.namelist()}
        self._roots: dict[str, etree._Element] = {}

    def parts(self) -> Parts:
        first = [name for _, kind, name in self._relations("") if kind == "officeDocument"]
        main = next((name for name in first if self._holds(name)), "word/document.xml")
        if program := _OTHER_PROGRAMS.get(main.split("/")[0]):
            raise SourceError(f"是 {program}，不是文字文档", "把其中的文字另存为 .docx 或 .html 后放入")
        if not self._holds(main):
            raise SourceError(f".docx 已损坏（缺少 {main}）", _DAMAGED)
        document = self._root(main)
        if document.tag != f"{W}document":
            raise SourceError("不是 Word 文档", "另存为普通的 .docx")
        roots: dict[str, list[etree._Element]] = {"document": [document]}
        by_relation: dict[str, etree._Element] = {}
        for relation, kind, name in self._relations(main):
            if kind in _READ and self._holds(name):
                by_relation[relation] = self._root(name)
                roots.setdefault(kind, []).append(by_relation[relation])
        return Parts(roots, by_relation, _STRICT.search(self._content(main)) is not None)

    def _relations(self, part: str) -> list[tuple[str, str, str]]:
        """Id, last word of the type and target of the relations of a part; of the package for ""."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self._holds(rels):
            return []
        return [
            (
                relation.get("Id") or "",
                (relation.get("Type") or "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join("/", folder, unquote(relation.get("Target") or ""))).lstrip("/"),
            )
            for relation in self._root(rels).iter("{*}Relationship")
            if relation.get("TargetMode") != "External"
        ]

    def _holds(self, name: str) -> bool:
        return name.lower() in self._names

    def _content(self, name: str) -> bytes:
        return self._archive.read(self._names[name.lower()])

    def _root(self, name: str) -> etree._Element:
        if name not in self._roots:
            content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", self._content(name))
            self._roots[name] = etree.fromstring(content, _PARSER)
        return self._roots[name]
