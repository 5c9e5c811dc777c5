"""Gives a source another name: with its sidecar, in the tables that name it, and with redirects from its addresses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notice_site import reading
from notice_site.execution.tree_changes import changed_copy
from notice_site.model import Problem, Severity
from notice_site.pages.core.addresses import listed
from notice_site.pipeline.build import generate
from notice_site.pipeline.reference import read_reference
from notice_site.reading.file_tree import read_files
from notice_site.reading.folder import SIDECAR_SUFFIXES, folded, stem_of
from notice_site.text.slugs import slug_names

_GLOSSARY, _REDIRECTS = "reference/glossary.yml", "addresses/redirects.yml"
_TABLES = (_GLOSSARY, _REDIRECTS)


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is to be written below the folder of sources, the files that go, and how many redirects are new."""

    written: Mapping[str, bytes]
    removed: frozenset[str]
    redirects: int


def plan_renaming(sources: Path, old: str, new: str) -> tuple[Renaming | None, tuple[Problem, ...]]:
    """What renaming the source `old` (a name below notices/) to `new` changes; touches nothing.

    None with the reasons where a name cannot be, or the folder has errors before or after.
    """
    new = new if Path(new).suffix else f"{new}{Path(old).suffix}"
    files = reading.find_files(sources / "notices")
    names = [name for name, _ in files.sources]
    if problem := _refusal(names, old, new):
        return None, (problem,)
    before = generate(sources)
    if errors := _errors(before.problems):
        return None, errors
    reference, _ = read_reference(sources)
    published = reference.published_in("notices")
    old_slug = slug_names(names, published)[old]
    new_slug = slug_names([new if name == old else name for name in names], published - {old_slug})[new]

    of_source = [old, *(name for name, _ in files.sidecars if folded(stem_of(name)) == folded(stem_of(old)))]
    content = read_files(sources, [*_TABLES, *_yaml_files(sources), *(f"notices/{name}" for name in of_source)])
    written = dict(_renamed_in_tables(content, (old, new), (old_slug, new_slug)))
    for name in of_source:
        renamed = new if name == old else f"{stem_of(new)}{Path(name).suffix}"
        written[f"notices/{renamed}"] = written.pop(f"notices/{name}", content[f"notices/{name}"])
    removed = frozenset(f"notices/{name}" for name in of_source)

    with changed_copy(sources, written, removed) as copy:
        there = {*listed(generate(copy).addresses)}
    recorded = reference.addresses.published
    moved = dict(_moved([*recorded, *listed(before.addresses)], there, old_slug, new_slug))
    table = content.get(_REDIRECTS, b"")
    if (new_table := _with_redirects(table.decode(), moved, recorded, there).encode()) != table:
        written[_REDIRECTS] = new_table
    with changed_copy(sources, written, removed) as copy:
        if errors := _errors(generate(copy).problems):
            return None, errors
    return Renaming(written, removed, sum(address in recorded for address in moved)), ()


def _yaml_files(sources: Path) -> Iterator[str]:
    """The packs and sidecars, which may name documents by their ids."""
    for folder in ("packs", "notices"):
        if (sources / folder).is_dir():
            yield from (f"{folder}/{name}" for name, _ in reading.find_files(sources / folder).sidecars)


def _renamed_in_tables(
    files: Mapping[str, bytes], names: tuple[str, str], slugs: tuple[str, str]
) -> Iterator[tuple[str, bytes]]:
    """The glossary with the name of the source changed, packs and sidecars with the ids of its documents."""
    source = re.compile(rf"(\bsource['\"]?: *['\"]?){re.escape(names[0])}(?=['\"]?\s*(?:[,}}#]|$))", re.MULTILINE)
    document = re.compile(rf"(?<![\w-]){re.escape(slugs[0])}(?=-att_|-doc_|['\",}}\]\s]|$)", re.MULTILINE)
    for path, content in files.items():
        text = content.decode("utf-8", "surrogateescape")
        if path == _GLOSSARY:
            text = source.sub(rf"\g<1>{names[1]}", text)
        elif path.startswith(("packs/", "notices/")) and Path(path).suffix.lower() in SIDECAR_SUFFIXES:
            text = document.sub(slugs[1], text)
        if (new := text.encode("utf-8", "surrogateescape")) != content:
            yield path, new


def _refusal(names: Sequence[str], old: str, new: str) -> Problem | None:
    if old not in names:
        near = [name for name in names if stem_of(name) == old or Path(name).name == old]
        return Problem(old, 0, "notices/ 里没有这个原件", f"写文件名：{'、'.join(near or names[:5])}")
    if Path(new).suffix.lower() != Path(old).suffix.lower():
        return Problem(new, 0, f"扩展名与 {old} 不同", "保留扩展名，只改前面的名称")
    taken = [name for name in names if name != old and folded(stem_of(name)) == folded(stem_of(new))]
    if new == old or taken:
        return Problem(new, 0, f"已有 {(taken or [old])[0]}", "换一个名称")
    if Path(new).is_absolute() or ".." in Path(new).parts or Path(new).name.startswith("."):
        return Problem(new, 0, "不是 notices/ 里的文件名", "写普通的文件名，不以点开头")
    return None


def _errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def _moved(before: Iterable[str], there: Collection[str], old_slug: str, new_slug: str) -> Iterator[tuple[str, str]]:
    """The addresses that are no more, each with the one that has the new name; a place follows its page."""
    old = re.compile(rf"(?<![\w]){re.escape(old_slug)}(?![\w])")
    pages: dict[str, str] = {}
    for address in before:
        renamed = old.sub(new_slug, address)
        if address in there or renamed not in there:
            continue
        page, _, place = address.partition("#")
        if not place:
            pages[page] = renamed
        elif pages.get(page) and renamed == f"{pages[page]}#{place}":
            continue
        yield address, renamed


def _with_redirects(text: str, moved: Mapping[str, str], recorded: Collection[str], there: Collection[str]) -> str:
    """The table with redirects from the recorded addresses at its end.

    Entries that led to a moved address lead to the new one; those from addresses that are there again are left out.
    """
    lines: list[str] = []
    for line in text.splitlines():
        old, _, new = line.partition(": ")
        if old not in there:
            lines.append(f"{old}: {moved[new.strip()]}" if new.strip() in moved else line)
    lines += [f"{old}: {new}" for old, new in moved.items() if old in recorded]
    return "".join(f"{line}\n" for line in lines)
