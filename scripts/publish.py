"""Adds to a built site what readers take away: the bundle of the whole, every pack, a print of every document."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pack as packs
from notice_site.bundling.downloads import FOLDER, LIST, download, with_downloads, without_downloads, written
from notice_site.bundling.epub import epub
from notice_site.bundling.html_pages import framed
from notice_site.bundling.imprint import Imprint, imprint_of
from notice_site.bundling.paper.fonts import missing
from notice_site.bundling.paper.notice_print import notice_print
from notice_site.bundling.paper.pdf import pdf
from notice_site.bundling.paper.unit_sheets import unit_sheet_print
from notice_site.bundling.reading_order import reading_groups
from notice_site.bundling.site_bundle import site_bundle
from notice_site.execution.command import command
from notice_site.execution.listing import shortened
from notice_site.execution.output_tree import write_tree
from notice_site.execution.parallel import parallel_map
from notice_site.model import Severity
from notice_site.model.download import Download
from notice_site.pages.core import labels_zh
from notice_site.pages.core.document_formats import has_files
from notice_site.pages.core.site import SourcePage
from notice_site.pages.core.site import site as site_of
from notice_site.pages.tasks.sheet import sheet_of
from notice_site.pages.tasks.task_cells import task_index
from notice_site.pipeline.study_pack import Study, study
from notice_site.publishing.word.notice import word_notice
from notice_site.publishing.word.sheet import word_sheet
from notice_site.reading.file_tree import read_tree

ROOT = Path(__file__).parents[1]

Offered = tuple[Download, bytes]


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Fills the folder downloads/ of a built site and returns the exit status: 1 where something has faults."""
    parser = argparse.ArgumentParser(prog="publish.py", description="Add the downloads to the built site.")
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the built site")
    parser.add_argument("--sources", type=Path, default=ROOT / "source_texts", metavar="DIR", help="its sources")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR", help="for the hand-written pages")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache/packs", metavar="DIR", help="folder to build in")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        parser.error(f"not a built site: {options.site}")
    of = study(options.sources)
    if errors := [problem for problem in of.corpus.problems if problem.severity is Severity.ERROR]:
        print(*shortened(errors), f"error: 有错误，{options.site} 未动 → 先改正上列错误", sep="\n", file=sys.stderr)
        return 1
    if fault := missing():
        print(f"no PDF: {fault}", file=sys.stderr)
    site = {path: content for path, content in read_tree(options.site).items() if not _is_offered(path)}
    site |= without_downloads(site)  # whether or not it was published before
    about = imprint_of(site)
    try:
        offered = [
            *_whole_site(site, about),
            *_packs(of, options.docs, options.work),
            *_prints(of, about),
            *_word_files(of),
        ]
    except packs.PackFaults as faults:
        print(*shortened(faults.lines), f"error: {options.site} 未动", sep="\n", file=sys.stderr)
        return faults.status
    downloads = [listed for listed, _ in offered]
    files = {**site, **{listed.path: content for listed, content in offered}, LIST: written(downloads)}
    files |= with_downloads(site, downloads)
    write_tree(options.site, files, {path.partition("/")[0] for path in files})
    total = sum(listed.size for listed in downloads)
    print(f"{options.site / FOLDER}: {len(downloads)} files, {total} bytes")
    return 0


def _is_offered(path: str) -> bool:
    """Whether an earlier run wrote the file: of its folder only the page itself belongs to the site."""
    return path.startswith(f"{FOLDER}/") and not path.endswith("index.html")


def _whole_site(site: Mapping[str, bytes], about: Imprint) -> Iterator[Offered]:
    bundle = site_bundle(site, about)
    if bundle.faults:
        raise packs.PackFaults(1, bundle.faults)
    book = epub(site, about, reading_groups(framed(site), ()))
    for form, content in (("zip", bundle.content), ("epub", book)):
        path = f"{FOLDER}/{about.file}.{form}"
        yield download(path, content, "site", "", about.title, about.edition), content


def _packs(of: Study, docs: Path, work: Path) -> Iterator[Offered]:
    for pack in of.corpus.packs:
        for name, content in packs.pack_files(of, pack, docs, work / pack.id).items():
            path = f"{FOLDER}/packs/{name}"
            yield download(path, content, "pack", pack.id, pack.title, of.edition.label), content


def _prints(of: Study, about: Imprint) -> Iterator[Offered]:
    """The documents of each source, and the sheet of each level and kind of addressee; nothing where none can print."""
    if missing():
        return
    site = site_of(of.corpus, of.reference.levels, {}, [], of.edition)
    tasks = task_index(site)

    def print_source(page: SourcePage) -> bytes:
        return pdf(notice_print(page.notices, page.source, of.edition.label, about.rights))

    def print_level(level: str) -> bytes:
        return pdf(unit_sheet_print(tasks, level, about.rights))

    for page, content in zip(site.source_pages, parallel_map(print_source, site.source_pages), strict=True):
        notice = page.first
        path = f"{FOLDER}/notices/{notice.id}-{of.edition.label}.pdf"
        yield download(path, content, "notice", notice.id, labels_zh.title(notice), of.edition.label), content
    levels = [level for level in tasks.levels if level in site.levels]
    for level, content in zip(levels, parallel_map(print_level, levels), strict=True):
        path = f"{FOLDER}/sheets/{level}-{of.edition.label}.pdf"
        yield download(path, content, "sheet", level, site.levels[level], of.edition.label), content


def _word_files(of: Study) -> Iterator[Offered]:
    """The same as Word files, for offices that edit them."""
    site = site_of(of.corpus, of.reference.levels, {}, [], of.edition)
    tasks = task_index(site)

    def sheet(level: str) -> bytes:
        return word_sheet(sheet_of(tasks, level, of.corpus.notices), site)

    pages = [page for page in site.source_pages if has_files(page.first)]
    for page, content in zip(pages, parallel_map(lambda page: word_notice(page.notices), pages), strict=True):
        path = f"{FOLDER}/notices/{page.first.id}-{of.edition.label}.docx"
        yield download(path, content, "notice", page.first.id, labels_zh.title(page.first), of.edition.label), content
    levels = [level for level in tasks.levels if level in site.levels]
    for level, content in zip(levels, parallel_map(sheet, levels), strict=True):
        path = f"{FOLDER}/sheets/{level}-{of.edition.label}.docx"
        yield download(path, content, "sheet", level, site.levels[level], of.edition.label), content


if __name__ == "__main__":
    sys.exit(main())
