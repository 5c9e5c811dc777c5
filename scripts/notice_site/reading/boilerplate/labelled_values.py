"""Reads lines and tables of labels and values (来源：… 发布时间：…) and tells what kind of data they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.model.frozen import dataclass
from notice_site.reading.boilerplate_table import BoilerplateTable
from notice_site.text.date_forms import CLERICAL_DAY, PAGE_DAY
from notice_site.text.spacing import squeeze

_COLON = re.compile("[:：]")
# What may stand before the first label: the site and the date, with or without the time of day.
# takes: 2014-03-10, 中央政府门户网站www.gov.cn2014年01月27日15:03; not: 根据工作需要，
_HEAD = re.compile(
    r"""
    (?= .* [\d.] | $ )  # a name of a site alone is none
    (?: [\u4e00-\u9fff]{2,20} (?: 网 | 网站 | 日报 | 频道 ) )?
    (?: (?: https?:// )? www\. [a-z.\-]{3,40} )?
    [\d年月日\-/.:：]{0,22}
    """,
    re.VERBOSE,
)
# takes: 36, [36]次, （36）人, nothing; not: 每天36次
_COUNT = re.compile(r"[\[(（]? \d{0,9} [\])）]? [次人]?", re.VERBOSE)
# takes: 大中小, 【默认大超大】|打印|收藏, nothing; not: 大会
_SIZES = re.compile(
    r"""
    [【】\[\]()（）|大中小特超加减默认正常+\-A]*
    (?: 打印 | 关闭 | 收藏 | 分享 | 微信 | 微博 | [【】\[\]|] )*
    """,
    re.VERBOSE,
)

# Lengths in characters.
_LONGEST_VALUE = 60  # 来源 with the names of two newspapers; what is longer is a sentence
_LONGEST_ORIGIN = 20  # 来源 alone on its line names one site
_LONGEST_LINE = 400  # all labels of a page on one line
_FIRST_COLON = 60  # before it stand at most a site, an address and a date


_BARE_DATE_LABELS = frozenset(("日期", "时间"))  # notices use them too, with dates in Chinese


@dataclass(frozen=True, slots=True)
class Labelled:
    """The pairs of a line that consists of labels and values; none where it is anything else."""

    table: BoilerplateTable
    pairs: tuple[tuple[str, str], ...] = ()
    dated: bool = False  # a date or the name of a site stands before the first label

    @property
    def publication(self) -> tuple[str, ...]:
        """The labels, where all are such as a site sets under a headline."""
        labels = tuple(label for label, _ in self.pairs)
        return labels if labels and all(label in self.table.publication_labels for label in labels) else ()

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """The pairs, where all labels are such as stand in a metadata table; times and counts of visits among them."""
        known = self.table.metadata_labels | self.table.date_labels | self.table.count_labels
        return self.pairs if all(label in known for label, _ in self.pairs) else ()

    def is_property_line(self, before_body: bool) -> bool:
        """Whether the line is what a site says about its page: 来源：新华网作者：张三, not 时间：3月11日."""
        labels = self.publication
        if not labels:
            return False
        if len(labels) > 1 and self.table.site_labels & set(labels):
            return True
        label, value = self.pairs[0]
        if len(labels) == 1 and label in self.table.site_labels:
            return _is_value_of(label, value, self.table)
        if not before_body:
            return False
        if len(labels) == 1 and label in _BARE_DATE_LABELS:
            return CLERICAL_DAY.fullmatch(value) is not None
        dated = self.dated or CLERICAL_DAY.search(value) is not None
        return tells_publication(labels, self.table, dated)


def tells_publication(labels: Sequence[str], table: BoilerplateTable, dated: bool = False) -> bool:
    """Whether labels found together above a text are a site's: 来源 and 作者, not 时间 and 日期."""
    if table.site_labels & set(labels):
        return True
    return bool(table.leading_labels & set(labels)) and len(labels) + dated >= 2


def _is_value_of(label: str, value: str, table: BoilerplateTable) -> bool:
    """Whether a label of a site, alone on its line, has the value it has there; 阅读：《焦裕禄》 is a notice's."""
    if label in table.date_labels:
        return not value or PAGE_DAY.fullmatch(value) is not None
    if label in table.count_labels:
        return _COUNT.fullmatch(value) is not None
    if label in table.font_labels:
        return _SIZES.fullmatch(value) is not None
    return len(value) <= _LONGEST_ORIGIN


def labelled(text: str, table: BoilerplateTable) -> Labelled:
    """Finds the pairs of a squeezed line: 来源：新华网作者：张三 has two; values hold no sentence."""
    if len(text) > _LONGEST_LINE or not _COLON.search(text, 0, _FIRST_COLON):
        return Labelled(table)
    marks = list(table.label.finditer(text))
    if not marks or not _HEAD.fullmatch(text[: marks[0].start()]):
        return Labelled(table)
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    values = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    if any(len(value) > _LONGEST_VALUE or "。" in value or "；" in value for value in values):
        return Labelled(table)
    return Labelled(
        table, tuple((mark[1], value) for mark, value in zip(marks, values, strict=True)), marks[0].start() > 0
    )


def labelled_cells(rows: Sequence[Sequence[str]], table: BoilerplateTable) -> tuple[tuple[str, str], ...]:
    """Finds the pairs of a table whose cells are labels of metadata, each followed by its value.

    索引号 and 000014349/1997-00074 beside it are a pair; () for any other table.
    """
    pairs: list[tuple[str, str]] = []
    for row in rows:
        cells = list(row)
        while cells and not cells[-1].strip():
            cells.pop()
        while cells:
            first = squeeze(cells.pop(0))
            label, _, rest = first.replace(":", "：").partition("：")
            if label not in table.metadata_labels:
                return ()
            value = rest or (cells.pop(0).strip() if cells else "")
            pairs.append((label, value))
    return tuple(pairs)
