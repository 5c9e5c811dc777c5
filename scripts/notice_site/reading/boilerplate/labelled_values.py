"""A line or table of labels and values (来源：… 发布时间：…) -> the pairs, and what kind of data they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notice_site.reading.boilerplate import words
from notice_site.text.spacing import squeeze

_ALL = sorted(words.PUBLICATION_LABELS | words.METADATA_LABELS, key=lambda label: (-len(label), label))
# takes: 来源：, 【字体:; not: 时间紧迫
_LABEL = re.compile(f"[【\\[（(]?({'|'.join(_ALL)})[】\\]]?[:：]")
_COLON = re.compile("[:：]")
# What may stand before the first label: the site and the date, with or without the time of day.
# takes: 2014-03-10, 中央政府门户网站www.gov.cn2014年01月27日15:03; not: 根据工作需要，
_HEAD = re.compile(
    r"(?=.*[\d.]|$)(?:[\u4e00-\u9fff]{2,20}(?:网|网站|日报|频道))?(?:(?:https?://)?www\.[a-z.\-]{3,40})?[\d年月日\-/.:：]{0,22}"
)
# takes: 2014-03-10, 2014年3月10日15:28, 2014/3/10 squeezed; not: 每周一, 3月15日前
_DAY = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?")
_CLERICAL_DAY = re.compile(r"(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?")
_COUNT = re.compile(r"[\[(（]?\d{0,9}[\])）]?[次人]?")
_SIZES = re.compile(r"[【】\[\]()（）|大中小特超加减默认正常+\-A]*(?:打印|关闭|收藏|分享|微信|微博|[【】\[\]|])*")
_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Labelled:
    """The pairs of a line that consists of labels and values; none where it is anything else."""

    pairs: tuple[tuple[str, str], ...] = ()
    dated: bool = False  # a date or the name of a site stands before the first label

    @property
    def publication(self) -> tuple[str, ...]:
        """The labels, where all are such as a site sets under a headline."""
        labels = tuple(label for label, _ in self.pairs)
        return labels if labels and all(label in words.PUBLICATION_LABELS for label in labels) else ()

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """The pairs, where all labels are such as stand in a metadata table."""
        return self.pairs if all(label in words.METADATA_LABELS for label, _ in self.pairs) else ()

    def is_property_line(self, before_body: bool) -> bool:
        """Whether the line is what a site says about its page.

        >>> labelled("文章来源：本站原创作者：佚名发布时间：2014年03月11日点击数：次").is_property_line(False)
        True
        >>> labelled("时间：2014年3月11日").is_property_line(True)  # of a meeting
        False
        """
        labels = self.publication
        if not labels:
            return False
        if len(labels) > 1 and words.SITE_LABELS & set(labels):
            return True
        label, value = self.pairs[0]
        if len(labels) == 1 and label in words.SITE_LABELS:
            return _is_value_of(label, value)
        if not before_body:
            return False
        if len(labels) == 1 and label in ("日期", "时间"):
            return _CLERICAL_DAY.fullmatch(value) is not None
        dated = self.dated or _CLERICAL_DAY.search(value) is not None
        return tells_publication(labels, dated)


def tells_publication(labels: Sequence[str], dated: bool = False) -> bool:
    """Whether labels found together above a text are a site's: 来源 and 作者, not 时间 and 日期."""
    if words.SITE_LABELS & set(labels):
        return True
    return bool(words.LEADING_LABELS & set(labels)) and len(labels) + dated >= 2


def _is_value_of(label: str, value: str) -> bool:
    """Whether a label of a site, alone on its line, has the value it has there; 阅读：《焦裕禄》 is a notice's."""
    if label in words.DATE_LABELS:
        return not value or _DAY.fullmatch(value) is not None
    if label in words.COUNT_LABELS:
        return _COUNT.fullmatch(value) is not None
    if label in words.FONT_LABELS:
        return _SIZES.fullmatch(value) is not None
    return len(value) <= 20


def labelled(text: str) -> Labelled:
    """The pairs of a squeezed line; values hold no sentence.

    >>> labelled("来源：新华网作者：张三").pairs
    (('来源', '新华网'), ('作者', '张三'))
    >>> labelled("各单位要按照来源：渠道填写。").pairs
    ()
    """
    if len(text) > 400 or not _COLON.search(text, 0, 60):
        return Labelled()
    marks = list(_LABEL.finditer(text))
    if not marks or not _HEAD.fullmatch(text[: marks[0].start()]):
        return Labelled()
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    values = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    if any(len(value) > _LONGEST_VALUE or "。" in value or "；" in value for value in values):
        return Labelled()
    return Labelled(tuple((mark[1], value) for mark, value in zip(marks, values, strict=True)), marks[0].start() > 0)


def labelled_cells(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """The pairs of a table whose cells are labels of metadata, each followed by its value; () for any other table.

    >>> labelled_cells([["索 引 号：", "000014349/1997-00074", "发文机关：", "国务院办公厅"]])
    (('索引号', '000014349/1997-00074'), ('发文机关', '国务院办公厅'))
    """
    pairs: list[tuple[str, str]] = []
    for row in rows:
        cells = list(row)
        while cells and not cells[-1].strip():
            cells.pop()
        while cells:
            first = squeeze(cells.pop(0))
            label, _, rest = first.replace(":", "：").partition("：")
            if label not in words.METADATA_LABELS:
                return ()
            value = rest or (cells.pop(0).strip() if cells else "")
            pairs.append((label, value))
    return tuple(pairs)
