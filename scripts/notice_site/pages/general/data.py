"""Writes the page 数据: what each data file holds, its size, and what its fields mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_formats import AKOMA_NTOSO, MARKDOWN, PLAIN_TEXT
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import PendingFile, PublishedData
from notice_site.pages.core.site import Site
from notice_site.pages.general.data_fields import COMPARISON, FILES, STATUS, FileDescription, schema_file
from notice_site.pages.general.edition import EDITION_PAGE
from notice_site.pages.general.list_fields import LISTS
from notice_site.pages.general.review import REVIEW

_PAGE = "data.md"
_DESCRIBED = {file.name: file for file in FILES}

_OTHERS = {
    "numbers.csv": "tasks.json 各条要求中的一处数量",
    "datapackage.json": "各个 CSV 表的列名和类型，按 Frictionless Data Package 规范",
    "documents.csl.json": "全部文件的引文条目，CSL-JSON 格式，供 Zotero 等文献管理软件导入",
    "documents.bib": "全部文件的引文条目，BibTeX 格式",
    "documents.ris": "全部文件的引文条目，RIS 格式，供 EndNote、NoteExpress 等导入",
}
"""What the files hold that are no lists of records of their own."""

_COMPARISON = "对照页上下载的 CSV 和 JSON，一行一段，各列以两件的简称为名"

_FORMS = {"csv": "各条记录的表格形式", "ics": "中有日期的各条，供日历软件导入"}

_INTRODUCTION = (
    "网页和数据出自同一次生成，内容一致。JSON 为 UTF-8 编码，每个文件的形式是 "
    '`{"version": 1, "items": [ … ]}`，各字段的类型和取值见所附的 JSON Schema；'
    "CSV 带 BOM，可以直接用电子表格软件打开。来源文本没有写明或未能识别的，值为 null，不作推测。"
)

_DOCUMENT_FORMATS = {
    PLAIN_TEXT: "一段一行，表格各格以制表符分开；UTF-8 编码，带 BOM",
    MARKDOWN: "标题分级，文首列题名、文号、机关、日期和来源校验值",
    AKOMA_NTOSO: (
        "法律文件的国际标准（OASIS LegalDocML 3.0）：层次、引用的文件、日期、词语逐处标出，整理和存疑之处另记"
    ),
}

_EACH_DOCUMENT = "每件有文字的公文另有下列格式，在该件网页的文件档案“其他格式”处下载。各种格式文字相同，与网页一致。"


def data_page(site: Site) -> Iterator[PendingFile]:
    """Writes the page on data."""
    yield PendingFile(_PAGE, partial(_page, site))


def _page(site: Site) -> str:
    names = {_name(page): page for page in site.data}
    head = [Markdown(word) for word in ("文件", "每条记录", "条数", "大小", "字段说明")]
    return md.page(
        "数据",
        md.heading(1, Markdown("数据"), id="data"),
        md.paragraph(Markdown(_INTRODUCTION)),
        md.paragraph(Markdown(STATUS)),
        md.region(md.table(head, [_file(name, page) for name, page in names.items()]), classes=["data-table"]),
        _further(),
        md.heading(2, Markdown("每件文件的其他格式"), id="formats"),
        md.paragraph(Markdown(_EACH_DOCUMENT)),
        md.definitions((Markdown(form.name), Markdown(about)) for form, about in _DOCUMENT_FORMATS.items()),
        _other_files(),
        *(_fields(_DESCRIBED[name]) for name in names if name in _DESCRIBED),
        *map(_fields, LISTS),
        about={"scripts": ["assets/javascripts/folded-places.js"]},
    )


def _other_files() -> Markdown:
    """Describes the lists of files, and the tables that pages offer of themselves."""
    entries = [(file.name, file.item) for file in LISTS] + [(COMPARISON, _COMPARISON)]
    listed = []
    for name, about in entries:
        schema = md.link(Markdown("JSON Schema"), Location(schema_file(name)).relative_to(_PAGE))
        label = md.link(md.escape(name), f"#{_anchor(name)}") if name != COMPARISON else Markdown("单个对照的表")
        listed.append((label, md.joined([md.escape(f"{about}。"), schema])))
    return md.stacked(md.heading(2, Markdown("其他 JSON 和 CSV"), id="other-files"), md.definitions(listed))


def _file(name: str, page: PublishedData) -> list[Markdown]:
    """Writes the row of a data file: what it holds, how much, and where its form is described."""
    return [
        md.link(md.escape(name), Location(page.path).relative_to(_PAGE), named={"download": name}),
        md.escape(_item(name, _DESCRIBED)),
        md.escape("" if page.records is None else str(page.records)),
        md.span(md.escape(labels_zh.size(page.size)), named={"data-order": str(page.size)}),
        _form(name),
    ]


def _form(name: str) -> Markdown:
    """Links what describes the form of a file: its fields below with their schema, or the package of the tables."""
    if name in _DESCRIBED:
        below = md.link(Markdown("字段"), f"#{_anchor(name)}")
        schema = md.link(Markdown("JSON Schema"), Location(schema_file(name)).relative_to(_PAGE))
        return md.joined([below, schema], Markdown("、"))
    if name.endswith(".csv"):
        return md.link(Markdown("datapackage.json"), Location("data/datapackage.json").relative_to(_PAGE))
    return md.EMPTY


def _further() -> Markdown:
    """Links the pages that tell how the data came about."""
    parts = [
        Markdown("转换中的修整、存疑和未识别之处，见"),
        md.link(Markdown("存疑与整理"), REVIEW.relative_to(_PAGE)),
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
    if name in _OTHERS:
        return _OTHERS[name]
    stem, _, ending = name.rpartition(".")
    form = _FORMS.get(ending, "")
    return f"{stem}.json {form}" if form and f"{stem}.json" in described else ""


def _anchor(name: str) -> str:
    return name.removesuffix(".json")


def _fields(file: FileDescription) -> Markdown:
    """Explains the fields of a file, those of nested values below the field that holds them."""
    rows = [
        [md.code(name), md.escape(meaning)]
        for field, about in file.fields.items()
        for name, meaning in about.rows(field)
    ]
    head = [Markdown("字段"), Markdown("含义")]
    return md.stacked(
        md.heading(2, md.escape(file.name), id=_anchor(file.name)),
        md.folded(
            Markdown(f"字段 {len(rows)} 个"),
            md.region(md.table(head, rows), classes=["field-table"]),
            classes=["group"],
        ),
    )
