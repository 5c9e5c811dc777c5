"""Makes what readers take away from a built site: the whole, every pack, a print and a Word file of each document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

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
from notice_site.execution.parallel import parallel_map
from notice_site.model import Pack
from notice_site.model.download import Download
from notice_site.pages.core import labels_zh
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.document_formats import has_files
from notice_site.pages.core.site import SourcePage
from notice_site.pages.core.site import site as site_of
from notice_site.pages.tasks.sheet import sheet_of
from notice_site.pages.tasks.task_cells import task_index
from notice_site.pipeline.pack_files import PackFaults
from notice_site.pipeline.study_pack import Study
from notice_site.publishing.word.notice import word_notice
from notice_site.publishing.word.sheet import word_sheet

Offered = tuple[Download, bytes]
MakePack = Callable[[Pack], Mapping[str, bytes]]
"""Makes the files of a pack by their names."""


def published(built: Mapping[str, bytes], of: Study, make_pack: MakePack) -> tuple[dict[str, bytes], list[Download]]:
    """Returns the files of the site with all downloads and their list. PackFaults where pages have faults."""
    site = {path: content for path, content in built.items() if not _is_offered(path)}
    site |= without_downloads(site)  # whether or not it was published before
    about = imprint_of(site)
    offered = [*_whole_site(site, about), *_packs(of, make_pack), *_sources_and_levels(of, about)]
    downloads = [listed for listed, _ in offered]
    files = {**site, **{listed.path: content for listed, content in offered}, LIST: written(downloads)}
    return files | with_downloads(site, downloads), downloads


def _is_offered(path: str) -> bool:
    """Whether an earlier run wrote the file: of its folder only the page itself belongs to the site."""
    return path.startswith(f"{FOLDER}/") and not path.endswith("index.html")


def _whole_site(site: Mapping[str, bytes], about: Imprint) -> Iterator[Offered]:
    bundle = site_bundle(site, about)
    if bundle.faults:
        raise PackFaults(1, bundle.faults)
    forms = {"zip": bundle.content, "epub": epub(site, about, reading_groups(framed(site), ()))}
    for form, content in forms.items():
        yield download(f"{FOLDER}/{about.file}.{form}", content, "site", "", about.title, about.edition), content


def _packs(of: Study, make_pack: MakePack) -> Iterator[Offered]:
    for pack in of.corpus.packs:
        for name, content in make_pack(pack).items():
            yield download(f"{FOLDER}/packs/{name}", content, "pack", pack.id, pack.title, of.edition.label), content


def _sources_and_levels(of: Study, about: Imprint) -> Iterator[Offered]:
    """The documents of each source, and the sheet of each kind of addressee; no PDF where none can print."""
    site = site_of(of.corpus, of.reference.levels, {}, [], of.edition)
    tasks = task_index(site)
    edition, can_print = of.edition.label, not missing()

    def source(page: SourcePage) -> dict[str, bytes]:
        printed = {"pdf": pdf(notice_print(page.notices, page.source, edition, about.rights))} if can_print else {}
        return {**printed, "docx": word_notice(page.notices)}

    def level(id: str) -> dict[str, bytes]:
        printed = {"pdf": pdf(unit_sheet_print(tasks, id, about.rights))} if can_print else {}
        return {**printed, "docx": word_sheet(sheet_of(tasks, id, of.corpus.notices), site)}

    def offered(group: str, id: str, title: str, forms: Mapping[str, bytes]) -> Iterator[Offered]:
        for form, content in forms.items():
            yield download(f"{FOLDER}/{group}s/{id}-{edition}.{form}", content, group, id, title, edition), content

    by_first = {page.first.id: page for page in site.source_pages if has_files(page.first)}
    pages = [by_first[notice.id] for notice in by_date(page.first for page in by_first.values())]
    for page, forms in zip(pages, parallel_map(source, pages), strict=True):
        number = f"（{page.first.number}）" if page.first.number else ""
        yield from offered("notice", page.first.id, f"{labels_zh.title(page.first)}{number}", forms)
    levels = [id for id in tasks.levels if id in site.levels]
    for id, forms in zip(levels, parallel_map(level, levels), strict=True):
        yield from offered("sheet", id, site.levels[id], forms)
