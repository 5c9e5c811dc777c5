"""Reads the study packs of packs/; quotations and ids are checked later, beside the documents."""

from __future__ import annotations

from pathlib import Path

from notice_site.model import Problem
from notice_site.model.pack_entries import DocumentEntry, Named, PackEntry, QuestionEntry, SheetEntry
from notice_site.reading.folder import find_files, stem_of
from notice_site.reading.reference.yaml_nodes import Node, NodeError, load_yaml

_KEYS = ("title", "purpose", "documents", "terms", "questions", "sheets", "units", "dates")


def read_packs(folder: Path) -> tuple[tuple[PackEntry, ...], tuple[Problem, ...]]:
    """All packs of the folder, by name; none where there is no such folder. A faulty pack is left out and reported."""
    if not folder.is_dir():
        return (), ()
    files = find_files(folder)
    problems = [Problem(f"packs/{p.file}", p.line, p.message, p.advice, p.severity) for p in files.problems]
    for name, _ in files.sources:
        problems.append(Problem(f"packs/{name}", 0, "不是学习包", "学习包是 .yml 文件，写法见已有的学习包"))
    packs: list[PackEntry] = []
    for name, path in files.sidecars:
        try:
            packs.append(pack_in(load_yaml(path, f"packs/{name}"), stem_of(name)))
        except NodeError as error:
            problems.append(error.problem)
    return tuple(packs), tuple(problems)


def pack_in(root: Node, name: str) -> PackEntry:
    """The pack that a YAML document describes; NodeError at its first fault."""
    keys = root.mapping(_KEYS, required=("title", "purpose", "documents"))
    documents = tuple(map(_document, keys["documents"].sequence()))
    if not documents:
        raise keys["documents"].error("没有列出文件", "至少列出一件文件的标识，如 - 001_2d29a2eb2623bc71")
    return PackEntry(
        file=root.file,
        name=name,
        title=keys["title"].text(),
        purpose=keys["purpose"].text(),
        documents=documents,
        terms=tuple(map(_named, keys["terms"].sequence())) if "terms" in keys else None,
        questions=tuple(map(_question, keys["questions"].sequence())) if "questions" in keys else (),
        sheets=tuple(map(_sheet, keys["sheets"].sequence())) if "sheets" in keys else (),
        units=tuple(map(_named, keys["units"].sequence())) if "units" in keys else (),
        dates="dates" in keys and keys["dates"].boolean(),
    )


def _named(node: Node) -> Named:
    return Named(node.text(), node.line)


def _document(node: Node) -> DocumentEntry:
    """`- 001_2d29a2eb2623bc71`, or that under `document` and the ids of sections under `sections`."""
    if node.kind == "scalar":
        return DocumentEntry(_named(node))
    keys = node.mapping(("document", "sections"), required=("document", "sections"))
    return DocumentEntry(_named(keys["document"]), _several(keys["sections"]))


def _question(node: Node) -> QuestionEntry:
    keys = node.mapping(("document", "quote", "blanks"), required=("document", "quote"))
    quote = _named(keys["quote"])
    blanks = _several(keys["blanks"]) if "blanks" in keys else ()
    for blank in blanks:
        if blank.text not in quote.text:
            raise NodeError(Problem(node.file, blank.line, f"引文里没有“{blank.text}”", "写引文中要留空的文字"))
    return QuestionEntry(_named(keys["document"]), quote, blanks)


def _sheet(node: Node) -> SheetEntry:
    if node.kind == "scalar":
        return SheetEntry(_named(node))
    keys = node.mapping(("term", "document"), required=("term",))
    return SheetEntry(_named(keys["term"]), _named(keys["document"]) if "document" in keys else None)


def _several(node: Node) -> tuple[Named, ...]:
    """The items of a list, or the one value that stands in its place."""
    return tuple(map(_named, node.items if node.kind == "sequence" else (node,)))
