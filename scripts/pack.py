"""Makes a study pack in dist/: a zip of its own site, a page in one file, a printed booklet and a book."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

import build_site
from notice_site.bundling.epub import epub
from notice_site.bundling.external_links import outside_pack, without_external_links
from notice_site.bundling.imprint import imprint_of
from notice_site.bundling.one_file import one_file
from notice_site.bundling.paper.booklet import PARTS, Booklet, booklet
from notice_site.bundling.paper.fonts import missing
from notice_site.bundling.paper.pdf import pdf
from notice_site.bundling.reading_order import reading_groups
from notice_site.bundling.site_bundle import site_bundle
from notice_site.execution.command import command
from notice_site.execution.listing import shortened
from notice_site.execution.output_tree import write_edition, write_tree
from notice_site.model import Pack, Severity
from notice_site.pages.core.links import Location
from notice_site.pipeline.study_pack import PackTree, Study, study
from notice_site.reading.file_tree import read_tree

ROOT = Path(__file__).parents[1]


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Makes one pack and returns the exit status: 1 where its pages have faults."""
    parser = argparse.ArgumentParser(prog="pack.py", description="Make one study pack.")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("name", nargs="?", metavar="PACK", help="name of a file in packs/, without .yml")
    which.add_argument("--level", metavar="ID", help="what is asked of a level or kind of addressee: town, 乡镇街道")
    which.add_argument("--term", metavar="TERM", help="where a term stands: 六问")
    which.add_argument("--notice", metavar="ID", help="one document, by the beginning of its id: 003")
    parser.add_argument("--print", dest="parts", metavar="PARTS", help=f"what is printed: {' '.join(PARTS)}")
    parser.add_argument("--sources", type=Path, default=ROOT / "source_texts", metavar="DIR", help="folder with packs/")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR", help="for its hand-written pages")
    parser.add_argument("--dist", type=Path, default=Path("dist"), metavar="OUT", help="folder for the pack")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache/packs", metavar="DIR", help="folder to build in")
    options = parser.parse_args(arguments)
    parts = options.parts.split() if options.parts else [*PARTS]
    if unknown := [part for part in parts if part not in PARTS]:
        parser.error(f"no such part: {' '.join(unknown)}; there are: {' '.join(PARTS)}")
    of = study(options.sources)
    try:
        pack = _chosen(of, options)
    except LookupError as error:
        parser.error(f"no such pack; there are: {error}")
    if errors := [problem for problem in of.whole.problems if problem.severity is Severity.ERROR]:
        print(*shortened(errors), f"error: 有错误，{options.dist} 未动 → 先改正上列错误", sep="\n", file=sys.stderr)
        return 1
    if fault := missing():
        print(f"no PDF: {fault}", file=sys.stderr)
    try:
        files = pack_files(of, pack, options.docs, options.work / pack.id, parts)
    except PackFaults as faults:
        print(*shortened(faults.lines), f"error: {options.dist} 未动", sep="\n", file=sys.stderr)
        return faults.status
    write_edition(options.dist, pack.id, files)
    for name, content in files.items():
        print(f"{options.dist / name}: {len(content)} bytes")
    return 0


def _chosen(of: Study, options: argparse.Namespace) -> Pack:
    if options.level:
        return of.for_level(options.level)
    if options.term:
        return of.for_term(options.term)
    return of.for_notice(options.notice) if options.notice else of.named(options.name)


class PackFaults(Exception):
    """What keeps the pages of a pack from being handed out, a line each; the site's own faults are printed already."""

    def __init__(self, status: int, lines: Sequence[str] = ()) -> None:
        super().__init__(*lines)
        self.status, self.lines = status, lines


def pack_files(
    of: Study, pack: Pack, docs: Path, project: Path, parts: Collection[str] = frozenset(PARTS)
) -> dict[str, bytes]:
    """The zip, the page in one file, the book and the booklet by their names; the last only where one can print.

    `project` is a folder to build in. PackFaults where something in the pages is wrong.
    """
    made = of.tree(pack)
    write_project(project, of, made, docs)
    if status := build_site.main(["--project", str(project), "--site", str(project / "site"), "--quiet"]):
        raise PackFaults(status)
    boundary = outside_pack(made.site.corpus, made.tree.files, of.whole.files)
    site = without_external_links(read_tree(project / "site"), boundary)
    about = imprint_of(site, pack.id)
    bundle = site_bundle(site, about)
    if bundle.faults:
        raise PackFaults(1, bundle.faults)
    groups = reading_groups(site, [Location(path).url for path in made.tree.files])
    files = {
        f"{about.file}.zip": bundle.content,
        f"{about.file}.html": one_file(site, about, groups).encode(),
        f"{about.file}.epub": epub(site, about, groups),
    }
    if not missing():
        files[f"{about.file}.pdf"] = pdf(booklet(Booklet(made.site, pack, about.rights, frozenset(parts))))
    return files


def write_project(project: Path, of: Study, pack: PackTree, docs: Path) -> None:
    """Writes a folder that MkDocs can build: the pages of the pack, those written by hand, and a configuration."""
    by_hand = {path: content for path, content in read_tree(docs).items() if path.split("/")[0] not in of.whole.owned}
    files = {f"docs/{path}": content for path, content in {**by_hand, **pack.tree.files}.items()}
    inherited = os.path.relpath(ROOT / "mkdocs.yml", project)
    pages = frozenset(path.removeprefix("docs/") for path in files)
    files["mkdocs.yml"] = json.dumps(configuration(inherited, pack, pages), ensure_ascii=False, indent=1).encode()
    write_tree(project, files, {"docs", "mkdocs.yml"})


def configuration(inherited: str, pack: PackTree, pages: frozenset[str]) -> dict[str, Any]:
    """The project's own configuration but for the name, the pages at hand, and links that lead out of the pack.

    MkDocs lets such links pass: `without_external_links` makes words of them, and `site_bundle` checks every link.
    """
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        shipped = yaml_load(file)
    ignored = dict.fromkeys(("not_found", "anchors", "unrecognized_links"), "ignore")
    return {
        "INHERIT": inherited,
        "site_name": pack.pack.title,
        "site_description": pack.pack.purpose,
        "site_url": "",
        "nav": [entry for entry in shipped["nav"] if set(entry.values()) <= pages],
        "theme": {"custom_dir": os.path.join(os.path.dirname(inherited), shipped["theme"]["custom_dir"])},
        "extra": {"feed": ""},
        "validation": {"links": ignored},
    }


if __name__ == "__main__":
    sys.exit(main())
