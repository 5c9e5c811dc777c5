"""Writes the page that lays any documents side by side, with a script of data for each document.

The page compares in the browser. It loads the scripts of the chosen documents alone, over http or from the disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from notice_site.execution.cache import fingerprint
from notice_site.findings.reuse.find import BODY
from notice_site.model import Block, BlockKind, Notice, Page, Task
from notice_site.pages.comparison.places import INDEX, PICK, comparison_place, pickable
from notice_site.pages.comparison.short_names import place_and_genre
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.data_script import data_script
from notice_site.pages.core.document_days import dated
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import is_cut_off
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.section_paths import section_name, section_path, standing_alone
from notice_site.pages.core.site import NOTICES_INDEX, Site
from notice_site.pages.notice.block_text import heading_end
from notice_site.pages.tasks.task_cells import UNSTATED, amount, level_name, levels_of

_LIST = Location("compare/documents.js")

_SCRIPTS = ("alignment", "picked-texts", "picked-tasks", "picked-table", "picked-documents")


def picking_pages(site: Site) -> Iterator[Page | PendingFile]:
    """Writes the page, the list of documents and their scripts; nothing where there are no two documents."""
    notices = pickable(site)
    if not notices:
        return
    yield Page(PICK.file, _page())
    yield Page(_LIST.file, data_script("pickableDocuments", _list(site, notices), _classes(site)))
    compared: dict[str, dict[str, str]] = {}
    for comparison in site.corpus.comparisons:
        place = comparison_place(comparison).url
        compared.setdefault(comparison.base, {})[comparison.derived] = place
        compared.setdefault(comparison.derived, {})[comparison.base] = place
    for notice in notices:
        pages = compared.get(notice.id, {})
        made_from = fingerprint(site.document_inputs[notice.id], sorted(pages.items())) if site.fingerprints else None
        yield PendingFile(_place(notice.id).file, partial(_document, site, notice, pages), made_from)


def _page() -> str:
    without_scripts = md.joined(
        [
            Markdown("本页在浏览器中比对，需要运行 JavaScript。不能运行时，可看"),
            md.link(Markdown("已列出的对照"), INDEX.relative_to(PICK.file)),
            Markdown("，或从"),
            md.link(Markdown("全部文件"), NOTICES_INDEX.relative_to(PICK.file)),
            Markdown("分别打开。"),
        ]
    )
    return md.page(
        "任选文件对照",
        crumbs(md.link(Markdown("对照"), INDEX.relative_to(PICK.file))),
        md.heading(1, Markdown("任选文件对照"), id="compare"),
        md.region(md.paragraph(without_scripts), id="picked"),
        about={
            "hide": ["navigation", "toc"],
            "scripts": [f"assets/javascripts/picking/{name}.js" for name in _SCRIPTS],
        },
    )


def _place(notice_id: str) -> Location:
    return Location(f"compare/documents/{notice_id}.js")


def _list(site: Site, notices: Sequence[Notice]) -> list[list[str]]:
    """Lists the documents by date: id, name, date, level."""
    return [
        [notice.id, labels_zh.cite(notice), dated(notice), site.levels.get(notice.level or "", "")]
        for notice in notices
    ]


def _classes(site: Site) -> list[list[str]]:
    """Lists all classes of addressees in the order of the table of levels: id, name."""
    return [[id, level_name(id, site)] for id in (*site.levels, UNSTATED)]


def _document(site: Site, notice: Notice, pages: dict[str, str]) -> str:
    """Writes what the page needs of a document; addresses are relative to the top of the site."""
    blocks = {block.id: block for block in notice.blocks}
    tasks = site.tasks.get(notice.id, ())
    document = {
        "name": labels_zh.cite(notice),
        "short": place_and_genre(notice, site),
        "level": [notice.level or "", site.levels.get(notice.level or "", "")],
        "date": dated(notice),
        "url": site.links.notice(notice.id).url,
        "broken": is_cut_off(notice),
        "pages": pages,
        "blocks": [_block(block, blocks) for block in notice.blocks if block.kind in BODY],
        "tasks": [_task(task, blocks) for task in tasks],
    }
    return data_script("pickedDocument", notice.id, document)


def _block(block: Block, blocks: dict[str, Block]) -> list[object]:
    """A paragraph: its id, the section around it, its text, 1 where it is a heading without text of its own."""
    begins_with_label = block.label is not None and block.text.startswith(block.label)
    around = blocks.get(block.parent or "") if begins_with_label else block
    is_heading = block.kind is BlockKind.SECTION and not block.inline and heading_end(block) == len(block.text)
    return [block.id, standing_alone(section_path(around, blocks.get)), block.text, int(is_heading)]


def _task(task: Task, blocks: dict[str, Block]) -> list[object]:
    """A duty: its classes, the addressee as worded, its words, its numbers, its section and its place."""
    return [
        list(levels_of(task)),
        task.addressee or "",
        list(task.items or (task.quote,)),
        "，".join(map(amount, task.quantity)),
        section_name(blocks[task.ref.block], blocks.get),
        task.ref.block,
        task.ref.start,
        task.ref.end,
    ]
