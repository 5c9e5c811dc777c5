"""Makes a study pack in dist/: a zip of its own site, a page in one file, a print and a book."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

import build_site
from notice_site.bundling.epub import epub
from notice_site.bundling.external_links import outside_pack, without_external_links
from notice_site.bundling.imprint import Imprint, imprint_of
from notice_site.bundling.one_file import one_file
from notice_site.bundling.printing import find_chromium, printed
from notice_site.bundling.reading_order import Groups, reading_groups
from notice_site.bundling.site_bundle import site_bundle
from notice_site.execution.command import command
from notice_site.execution.listing import shortened
from notice_site.execution.output_tree import write_edition, write_tree
from notice_site.model import Severity
from notice_site.pages.core.links import Location
from notice_site.pipeline.study_pack import PackTree, generate_pack
from notice_site.reading.file_tree import read_tree

ROOT = Path(__file__).parents[1]


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Makes one pack and returns the exit status: 1 where its pages have faults."""
    parser = argparse.ArgumentParser(prog="pack.py", description="Make one study pack.")
    parser.add_argument("name", metavar="PACK", help="name of a file in packs/, without .yml")
    parser.add_argument("--sources", type=Path, default=ROOT / "source_texts", metavar="DIR", help="folder with packs/")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR", help="for its hand-written pages")
    parser.add_argument("--dist", type=Path, default=Path("dist"), metavar="OUT", help="folder for the pack")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache/packs", metavar="DIR", help="folder to build in")
    options = parser.parse_args(arguments)
    try:
        pack = generate_pack(options.sources, options.name)
    except LookupError as error:
        parser.error(f"no such pack: {options.name}; there are: {error}")
    if errors := [problem for problem in pack.whole.problems if problem.severity is Severity.ERROR]:
        print(*shortened(errors), f"error: 有错误，{options.dist} 未动 → 先改正上列错误", sep="\n", file=sys.stderr)
        return 1
    project = options.work / pack.pack.id
    write_project(project, pack, options.docs)
    if status := build_site.main(["--project", str(project), "--site", str(project / "site")]):
        return status
    pack_boundary = outside_pack(pack.part, pack.tree.files, pack.whole.files)
    site = without_external_links(read_tree(project / "site"), pack_boundary)
    about = imprint_of(site, pack.pack.id)
    bundle = site_bundle(site, about)
    if bundle.faults:
        print(*shortened(bundle.faults), sep="\n", file=sys.stderr)
        print(f"error: {len(bundle.faults)} 处错误，{options.dist} 未动", file=sys.stderr)
        return 1
    groups = reading_groups(site, [Location(path).url for path in pack.tree.files])
    files = {f"{about.file}.zip": bundle.content, **readable_files(site, about, groups)}
    write_edition(options.dist, about.name, files)
    for file, content in files.items():
        print(f"{options.dist / file}: {len(content)} bytes")
    return 0


def readable_files(site: Mapping[str, bytes], about: Imprint, groups: Groups) -> dict[str, bytes]:
    """The page in one file, the book and the print by their names; without Chromium no print, and a line says so."""
    files = {
        f"{about.file}.html": one_file(site, about, groups).encode(),
        f"{about.file}.epub": epub(site, about, groups),
    }
    if chromium := find_chromium():
        files[f"{about.file}.pdf"] = printed(
            chromium, about.title, lambda layout: one_file(site, about, groups, layout)
        )
    else:
        print("no PDF: Chromium is missing; install: chromium fonts-noto-cjk", file=sys.stderr)
    return files


def write_project(project: Path, pack: PackTree, docs: Path) -> None:
    """Writes a folder that MkDocs can build: the pages of the pack, those written by hand, and a configuration."""
    by_hand = {path: content for path, content in read_tree(docs).items() if path.split("/")[0] not in pack.whole.owned}
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
