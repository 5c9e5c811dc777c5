"""Writes a page for each comparison whose documents both ask for something: their items side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from notice_site.model import Comparison, ItemRow, Task
from notice_site.pages.comparison.item_tables import ItemTables, item_count
from notice_site.pages.comparison.page import not_whole, one_document
from notice_site.pages.comparison.places import INDEX, comparison_place, items_place
from notice_site.pages.comparison.rows import Sides
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site

_ABOUT = Markdown(
    "同类对象的各项要求，文字相同或相近的并列，由程序按相同的字判定，不表示出处；标出的是两处不同的字。"
    "“未见”“新增”只就文字而言，不表示没有这项工作。"
    "点击“二、（一）”等位置，可核对原文。"
)

_REMARKS = Markdown(
    "附注的**移位**：两处所在的部分不相对应；**对象不同**：两件的对象不属一类；**分作、并作**：一项在对方为几项，或几项在对方为一项"
)


def item_pages(site: Site) -> Iterator[PendingFile]:
    """Writes the pages."""
    for comparison in site.corpus.comparisons:
        if comparison.items:
            both = frozenset((comparison.base, comparison.derived))
            page_fingerprint = site.comparison_fingerprints[both] if site.fingerprints else None
            yield PendingFile(items_place(comparison).file, partial(_page, site, comparison), page_fingerprint)


def _page(site: Site, comparison: Comparison) -> str:
    tasks: dict[str, Task] = {
        task.id: task for id in (comparison.base, comparison.derived) for task in site.tasks.get(id, ())
    }
    file = items_place(comparison).file
    tables = ItemTables(Sides.of(site, comparison), tasks, file)
    sides = tables.sides
    up = [
        md.link(Markdown("对照"), INDEX.relative_to(file)),
        md.link(Markdown("逐段对照"), comparison_place(comparison).relative_to(file)),
    ]
    blocks = []
    for addressees, rows in tables.classes.items():
        if any(row.kind != "beyond" for row in rows):
            id = _class_id(addressees)
            blocks.append(md.folded(_summary(tables, addressees, rows), tables.table(rows), id=id, classes=["group"]))
    return md.page(
        f"逐项对照：{labels_zh.cite(sides.derived)}与{labels_zh.cite(sides.base)}",
        crumbs(*up),
        md.heading(1, Markdown("逐项对照"), id="items"),
        _figures(tables),
        md.paragraph(_ABOUT, classes=["about-comparison"]),
        one_document(sides),
        not_whole(sides),
        _legend(tables),
        md.region(md.stacked(*blocks, _beyond(tables)), classes=["item-comparison"]),
        about={"hide": ["navigation", "toc"], "scripts": ["assets/javascripts/folded-places.js"]},
    )


def _summary(tables: ItemTables, addressees: tuple[str, ...], rows: Sequence[ItemRow]) -> Markdown:
    """Names a class of those addressed, and counts what becomes of its items: 县区　照录 2　改写 3."""
    counts = Counter(row.kind for row in rows if row.kind != "beyond")
    words = [f"{word} {counts[kind]}" for kind, word in labels_zh.ITEM_ROWS.items() if counts[kind]]
    name = md.strong(md.escape(tables.class_name(addressees)))
    return md.counted(name, "　".join(words))


def _class_id(addressees: tuple[str, ...]) -> str:
    return f"of-{'-'.join(addressees) or 'unstated'}"


def _figures(tables: ItemTables) -> Markdown:
    """Says which documents are compared, what they are called here, and how many items each has."""
    sides = tables.sides
    base, derived, quoted = item_count(sides.comparison.items)
    lines = []
    for notice, name, count in (
        (sides.base, tables.sides.names[0], base),
        (sides.derived, tables.sides.names[1], derived),
    ):
        link = md.link(md.escape(labels_zh.cite(notice)), sides.site.links.notice(notice.id).relative_to(tables.file))
        about = f"（{md.escape(name)}）：{count} 项"
        if quoted and notice is sides.derived:
            about += f"，另转引{md.escape(sides.names[0])} {quoted} 项"
        lines.append(md.joined([link, Markdown(f"{about}。")]))
    return md.region(md.bullets(lines), classes=["items-of-both"])


def _legend(tables: ItemTables) -> Markdown:
    """Explains what becomes of items, each with the number of its rows."""
    counts = Counter(row.kind for row in tables.sides.comparison.items)
    base, derived = tables.sides.names
    names, meanings = [], []
    for kind, word in labels_zh.ITEM_ROWS.items():
        if counts[kind]:
            names.append(md.span(Markdown(f"{word} {counts[kind]}"), classes=["how", f"is-{kind}"]))
            meaning = labels_zh.ITEM_ROWS_EXPLAINED[kind].format(base=base, derived=derived)
            meanings.append(md.joined([md.strong(Markdown(word)), md.escape(meaning)], Markdown("：")))
    return md.region(
        md.stacked(
            md.paragraph(md.joined(names, Markdown(" "))),
            md.folded(Markdown("各种结果的意思"), md.bullets([*meanings, _REMARKS])),
        ),
        classes=["legend"],
    )


def _beyond(tables: ItemTables) -> Markdown:
    count = sum(row.kind == "beyond" for row in tables.sides.comparison.items)
    if not count:
        return md.EMPTY
    base, derived = map(md.escape, tables.sides.names)
    summary = Markdown(f"{derived}的来源文本至此中断，{base}以下 {count} 项无法比对")
    return md.stacked(md.heading(2, Markdown("来源中断，无法比对"), id="beyond"), md.folded(summary, tables.beyond()))
