"""Separates the lines of a document from the boilerplate that its site or print set around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from notice_site.model import Dropped, Line
from notice_site.model.frozen import dataclass
from notice_site.reading.boilerplate.labelled_values import labelled, labelled_cells, tells_publication
from notice_site.reading.boilerplate_table import PAGE_NUMBER, BoilerplateTable
from notice_site.reading.extracted_text import Paragraph
from notice_site.text.spacing import squeeze


@dataclass(frozen=True, slots=True)
class SeparatedLines:
    """The lines that are the document's, the text that is not, and what a metadata table says."""

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()


_BUTTON_EDGES = re.compile(r"[\s【】\[\]〖〗「」()（）|｜│/\\·•:：,，>＞»+×]+")

_TOGETHER = ({"大", "中", "小"}, {"登录", "注册"})  # weak names that are buttons where they stand together
_BULLETS = "•·●▪■◆"  # before the labels of a metadata table that is a list

# What a link to a file of the notice is called: never part of a menu.
# takes: 附件1, 报名表, 人员名单, 通知.doc; not: 政务公开, 代表大会
_ATTACHMENT = re.compile(
    r"""
    附件 | 附表 | 附图 | 下载 | 名单
    | 表$
    | \. (?: docx? | xlsx? | wps | et | pdf | zip | rar | pptx? )
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Lengths in characters.
_LONG = 40  # a paragraph with a sentence from here on is running text, no label
_LONGEST_LINE = 200  # a longer line is a paragraph of the document, whatever words it holds
_LONGEST_BUTTONS = 150  # all buttons of a page on one line
_LONGEST_NEIGHBOUR = 80  # a line beside the imprint: who runs the site
_LONGEST_VALUE = 60  # a value of a metadata table on a line of its own
_LONGEST_ENTRY = 12  # an entry of a menu that has a line of its own
_LONGEST_LINK = 10  # on average, in a menu on one line

_LINKS_OF_MENU = 4  # three may be references of the text
_PAIRS_OF_METADATA = 3  # and one of them an anchor such as 索引号: a table of the document has other labels
_LINES_OF_PROPERTIES = 2  # 来源 and 发布时间


def separate_boilerplate(paragraphs: Sequence[Paragraph], table: BoilerplateTable) -> SeparatedLines:
    """Tells the document's lines from the boilerplate around them, by wording and position only.

    Each rule looks at whole lines and takes nothing that a notice itself is known to say; what
    no rule takes stays. A line after a page number gets `gap_before`: there was a page edge.
    """
    reasons = [""] * len(paragraphs)
    metadata = _mark_metadata(paragraphs, reasons, table)
    texts = [squeeze(paragraph.line.text) for paragraph in paragraphs]
    body = next((k for k, text in enumerate(texts) if not reasons[k] and len(text) >= _LONG and "。" in text), None)
    for k, paragraph in enumerate(paragraphs):
        if not reasons[k] and not paragraph.line.rows:
            reasons[k] = _reason(paragraph, texts[k], body is None or k < body, table)
    _mark_property_groups(texts, reasons, len(texts) if body is None else body, table)
    _mark_above_recipients(texts, reasons, len(texts) if body is None else body, table)
    _mark_related(paragraphs, texts, reasons, table)
    _mark_menus(paragraphs, texts, reasons)
    _mark_imprint_neighbours(texts, reasons, table)
    for k, paragraph in enumerate(paragraphs):
        if paragraph.outside and not reasons[k]:
            reasons[k] = "网页框架（正文之外）"
    return _parted(paragraphs, reasons, metadata)


def _reason(paragraph: Paragraph, text: str, before_body: bool, table: BoilerplateTable) -> str:
    """Why one line by itself is no text of the document, by the first rule that takes it; "" where none does."""
    if len(text) > _LONGEST_LINE:
        return ""
    coded: Mapping[str, Callable[[], bool]] = {
        "": lambda: False,
        "page-number": lambda: PAGE_NUMBER.fullmatch(text) is not None,
        "buttons": lambda: _is_buttons(paragraph.line.text, paragraph.links > 1, table),
        "menu": lambda: _is_menu_line(paragraph, text),
        "labels": lambda: labelled(text, table).is_property_line(before_body),
    }
    return next((rule.reason for rule in table.lines if rule.fits(text) or coded[rule.rule]()), "")


def _is_buttons(text: str, several_links: bool, table: BoilerplateTable) -> bool:
    """Whether a line consists of names of buttons: 【打印本页】 【关闭窗口】, 字号：大 中 小; not 推荐 alone."""
    if len(text) > _LONGEST_BUTTONS:
        return False
    names = [name for name in _BUTTON_EDGES.split(text) if name]
    if not names or not all(name in table.buttons for name in names):
        return False
    return (
        several_links
        or any(name not in table.weak_buttons for name in names)
        or any(group <= set(names) for group in _TOGETHER)
    )


def _is_menu_line(paragraph: Paragraph, text: str) -> bool:
    """Whether a line holds nothing but four or more short links."""
    short = paragraph.links >= _LINKS_OF_MENU and len(text) <= _LONGEST_LINK * paragraph.links
    return paragraph.linked and short and not _ATTACHMENT.search(text)


# --- groups of lines ---------------------------------------------------------------------------


def _mark_metadata(
    paragraphs: Sequence[Paragraph], reasons: list[str], table: BoilerplateTable
) -> tuple[tuple[str, str], ...]:
    """Mark the table in which government sites repeat a document's data, and return what it says."""
    pairs: list[tuple[tuple[str, str], ...]] = [
        labelled_cells(p.line.rows, table)
        if p.line.rows
        else labelled(squeeze(p.line.text).lstrip(_BULLETS), table).metadata
        for p in paragraphs
    ]
    _add_values_below(pairs, paragraphs)
    values: list[tuple[str, str]] = []
    start = 0
    while start < len(pairs):
        end = start
        while end < len(pairs) and pairs[end] and not reasons[end]:
            end += 1
        run = [pair for line_pairs in pairs[start:end] for pair in line_pairs]
        if len(run) >= _PAIRS_OF_METADATA and any(label in table.metadata_anchors for label, _ in run):
            for k in range(start, end):
                reasons[k] = "网页元数据表"
            values += run
        start = end + 1
    return tuple(values)


def _add_values_below(pairs: list[tuple[tuple[str, str], ...]], paragraphs: Sequence[Paragraph]) -> None:
    """Adds the values that stand on the line below their label, where a further label follows: 文号： ⏎ 甲政发3号."""
    for k in range(len(pairs) - 2):
        if len(pairs[k]) == 1 and not pairs[k][0][1] and not pairs[k + 1] and pairs[k + 2]:
            value = paragraphs[k + 1].line.text.strip()
            if len(value) <= _LONGEST_VALUE and "。" not in value and not paragraphs[k + 1].line.rows:
                pairs[k + 1] = ((pairs[k][0][0], value),)


def _mark_property_groups(texts: Sequence[str], reasons: list[str], body: int, table: BoilerplateTable) -> None:
    """Mark 来源：… beside 发布时间：…, each on its own line, above the text."""
    start = 0
    while start < body:
        end = start
        labels: list[str] = []
        while end < body and reasons[end] in ("", "网页发布信息"):
            line_labels = labelled(texts[end], table).publication
            if not line_labels:
                break
            labels += line_labels
            end += 1
        if end - start >= _LINES_OF_PROPERTIES and tells_publication(labels, table):
            for k in range(start, end):
                reasons[k] = "网页发布信息"
        start = max(end, start + 1)


# 单位：组织部; not 单位：, 单位：要求：, 单位：请到会。
_ORIGIN_LINE = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,4})[:：][^:：。；，]{2,20}")


def _mark_above_recipients(texts: Sequence[str], reasons: list[str], body: int, table: BoilerplateTable) -> None:
    """Mark 单位：组织部 directly above the 主送: whom the site names, not whom the notice addresses."""
    for k in range(1, min(body, len(texts) - 1)):
        origin = _ORIGIN_LINE.fullmatch(texts[k])
        if origin and origin["label"] in table.above_recipients and texts[k + 1].endswith(("：", ":")):
            reasons[k] = reasons[k] or "网页发布信息"


def _mark_related(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], reasons: list[str], table: BoilerplateTable
) -> None:
    """Mark 延伸阅读 and the like with the links below it; without links it may be the document's own."""
    for k, text in enumerate(texts):
        if reasons[k] or text.strip("【】[]：:>»") not in table.link_lists:
            continue
        end = k + 1
        while end < len(texts) and not reasons[end] and paragraphs[end].linked:
            end += 1
        if end > k + 1:
            for i in range(k, end):
                reasons[i] = "相关链接"


def _mark_menus(paragraphs: Sequence[Paragraph], texts: Sequence[str], reasons: list[str]) -> None:
    """Mark four or more short links one below the other: a menu of the site."""

    def entry(k: int) -> bool:
        return (
            paragraphs[k].linked
            and len(texts[k]) <= _LONGEST_ENTRY
            and not reasons[k]
            and not _ATTACHMENT.search(texts[k])
        )

    start = 0
    while start < len(texts):
        end = start
        while end < len(texts) and entry(end):
            end += 1
        if end - start >= _LINKS_OF_MENU:
            reasons[start:end] = ["网站导航"] * (end - start)
        start = max(end, start + 1)


def _mark_imprint_neighbours(texts: Sequence[str], reasons: list[str], table: BoilerplateTable) -> None:
    for order in (range(len(texts)), range(len(texts) - 1, -1, -1)):
        beside = False
        for k in order:
            if (
                beside
                and not reasons[k]
                and len(texts[k]) <= _LONGEST_NEIGHBOUR
                and table.beside_imprint.fits(texts[k])
            ):
                reasons[k] = "网站版权信息"
            beside = reasons[k] == "网站版权信息"


def _parted(
    paragraphs: Sequence[Paragraph], reasons: Sequence[str], metadata: tuple[tuple[str, str], ...]
) -> SeparatedLines:
    lines: list[Line] = []
    dropped: list[Dropped] = []
    page_edge = False
    for paragraph, reason in zip(paragraphs, reasons, strict=True):
        if reason:
            dropped.append(Dropped(paragraph.line.text, reason, paragraph.line.number, len(lines)))
            page_edge = page_edge or reason == "页码"
        else:
            lines.append(replace(paragraph.line, gap_before=True) if page_edge else paragraph.line)
            page_edge = False
    return SeparatedLines(tuple(lines), tuple(dropped), metadata)
