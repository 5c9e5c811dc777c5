"""Makes the files of a study pack: a zip of its own site, a page in one file, a book and a printed booklet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from notice_site.bundling.epub import epub
from notice_site.bundling.external_links import outside_pack, without_external_links
from notice_site.bundling.imprint import imprint_of
from notice_site.bundling.one_file import one_file
from notice_site.bundling.paper.booklet import PARTS, Booklet, booklet
from notice_site.bundling.paper.fonts import missing
from notice_site.bundling.paper.pdf import pdf
from notice_site.bundling.reading_order import reading_groups
from notice_site.bundling.site_bundle import site_bundle
from notice_site.model import Pack
from notice_site.pages.core.links import Location
from notice_site.pipeline.study_pack import Study
from notice_site.reading.file_tree import read_tree
from notice_site.rendering.pack_project import write_project

BuildSite = Callable[[Sequence[str]], int]
"""The command build_site.py: it takes arguments and returns an exit status."""


class PackFaults(Exception):
    """What keeps pages from being handed out, a line each; the faults of a build of a site are printed already."""

    def __init__(self, status: int, lines: Sequence[str] = ()) -> None:
        super().__init__(*lines)
        self.status, self.lines = status, lines


def pack_files(
    of: Study, pack: Pack, docs: Path, project: Path, build_site: BuildSite, parts: Collection[str] = frozenset(PARTS)
) -> dict[str, bytes]:
    """The files by their names; the booklet only where one can print.

    `project` is a folder to build in, `docs` has the pages written by hand. PackFaults where something in the pages is
    wrong.
    """
    made = of.tree(pack)
    write_project(project, pack, made.tree.files, docs, of.whole.owned)
    if status := build_site(["--project", str(project), "--site", str(project / "site"), "--quiet"]):
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
