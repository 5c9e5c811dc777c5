"""Writes the page 数据: what each data file holds, its size, and what its fields mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import PendingFile, PublishedData
from notice_site.pages.core.site import Site
from notice_site.pages.general.data_fields import FILES, FileDescription
from notice_site.pages.general.edition import EDITION_PAGE
from notice_site.pages.general.review import REVIEW

_PAGE = "data.md"
_DESCRIBED = {file.name: file for file in FILES}

_INTRODUCTION = (
    "网页和数据出自同一次生成，内容一致。JSON 为 UTF-8 编码，每个文件的形式是 "
    '`{"version": 1, "items": [ … ]}`；CSV 带 BOM，可以直接用电子表格软件打开。'
    "来源文本没有写明或未能识别的，值为 null，不作推测。"
)


def data_page(site: Site) -> Iterator[PendingFile]:
    """Writes the page on data."""
    yield PendingFile(_PAGE, partial(_page, site))


def _page(site: Site) -> str:
    names = {_name(page): page for page in site.data}
    rows = [
        [
            md.link(md.escape(name), Location(page.path).relative_to(_PAGE), named={"download": name}),
            md.escape(_item(name, _DESCRIBED)),
            md.escape("" if page.records is None else str(page.records)),
            md.span(md.escape(labels_zh.size(page.size)), named={"data-order": str(page.size)}),
        ]
        for name, page in names.items()
    ]
    head = [Markdown(word) for word in ("文件", "每条记录", "条数", "大小")]
    return md.page(
        "数据",
        md.heading(1, Markdown("数据"), id="data"),
        md.paragraph(Markdown(_INTRODUCTION)),
        md.region(md.table(head, rows), classes=["data-table"]),
        _further(),
        *(_fields(_DESCRIBED[name]) for name in names if name in _DESCRIBED),
    )


def _further() -> Markdown:
    """Links the pages that tell how the data came about."""
    parts = [
        Markdown("转换中的修整、存疑和未识别之处，见"),
        md.link(Markdown("待核"), REVIEW.relative_to(_PAGE)),
        Markdown("；这些数据属于哪一版，见"),
        md.link(Markdown("版本与校验"), Location(EDITION_PAGE).relative_to(_PAGE)),
        Markdown("。"),
    ]
    return md.paragraph(md.joined(parts))


def _name(page: PublishedData) -> str:
    return page.path.rsplit("/", 1)[-1]


def described(page: PublishedData) -> str:
    """Says what a record of a data file is."""
    return _item(_name(page), _DESCRIBED)


def _item(name: str, described: Mapping[str, FileDescription]) -> str:
    """Says what a record is; a file of the same name as a JSON file holds the same records in another form."""
    if name in described:
        return described[name].item
    if name == "numbers.csv":
        return "tasks.json 各条要求中的一处数量"
    stem, _, ending = name.rpartition(".")
    form = {"csv": "各条记录的表格形式", "ics": "中有日期的各条，供日历软件导入"}.get(ending, "")
    return f"{stem}.json {form}" if form and f"{stem}.json" in described else ""


def _fields(file: FileDescription) -> Markdown:
    """Explains the fields of a file, those of nested values below the field that holds them."""
    rows = []
    for name, meaning in file.fields.items():
        rows.append(_row(name, meaning))
        rows += [_row(f"{name}[].{inner}", explained) for inner, explained in file.parts.get(name, {}).items()]
    head = [Markdown("字段"), Markdown("含义")]
    return md.stacked(
        md.heading(2, md.escape(file.name), id=file.name.removesuffix(".json")),
        md.region(md.table(head, rows), classes=["field-table"]),
    )


def _row(name: str, meaning: str) -> list[Markdown]:
    return [md.code(name), md.escape(meaning)]
