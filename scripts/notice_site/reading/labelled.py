"""A line or table of labels and values (来源：… 发布时间：…) -> the pairs, and what kind of data they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .paragraphs import squeezed

# Labels by which a site says when, whence and how often a page was read; those of the first row
# stand in no notice, those of the second only tell together (来源 beside 作者 or 日期).
_SITE_ONLY = (
    "文章来源 信息来源 稿件来源 新闻来源 稿源 发布时间 发稿时间 更新时间 更新日期 添加时间 添加日期 录入时间 上传时间"
    " 发表时间 发布人 发布者 信息员 文章录入 录入 录入者 点击数 点击次数 点击率 点击量 点击 浏览次数 浏览量 浏览数 浏览"
    " 阅读次数 阅读量 阅读数 阅读 访问量 访问次数 人气 字体 字号 字体大小 文字大小 分享到 背景色 视力保护色"
).split()
_SITE_TOGETHER = "来源 作者 编辑 责任编辑 发布日期 日期 时间 审核 发布单位 发布部门 发布机构 供稿 供稿单位 关键词 关键字".split()
_FIRST = frozenset("来源 作者 发布日期 发布单位 发布部门 发布机构 供稿 供稿单位".split())

# Labels of the table of data that government sites set above a document.
_METADATA = (
    "索引号 信息索引号 统一编号 规范性文件统一编号 登记号 信息名称 文件名称 名称 标题 主题分类 信息分类 信息类别 组配分类"
    " 体裁分类 服务对象分类 公文种类 发文机关 发文机构 发文单位 发布机构 发布单位 公开机构 公开主体 公开责任部门 责任部门"
    " 成文日期 成文时间 生成日期 生成时间 发文日期 发布日期 发布时间 公开日期 公开时间 生效日期 实施日期 施行日期 失效日期"
    " 失效时间 废止日期 有效期 有效性 时效性 时效 是否有效 效力状态 公文时效 发文字号 文号 文件编号 发文号 主题词 关键词"
    " 关键字 公开方式 公开形式 公开范围 公开时限 公开类别 公开程序 公开属性 内容概述 内容摘要 信息来源"
).split()

_PUBLICATION = frozenset((*_SITE_ONLY, *_SITE_TOGETHER))
_METADATA_SET = frozenset(_METADATA)
_ALL = sorted({*_PUBLICATION, *_METADATA}, key=lambda label: (-len(label), label))
# takes: 来源：, 【字体:; not: 时间紧迫
_LABEL = re.compile(f"[【\\[（(]?({'|'.join(_ALL)})[】\\]]?[:：]")
# What may stand before the first label: a date, with or without the time of day.
_BARE_DATE = re.compile(r"[\d年月日\-/.:：]{0,20}")
_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Labelled:
    """The pairs of a line that consists of labels and values; none where it is anything else."""

    pairs: tuple[tuple[str, str], ...] = ()
    dated: bool = False  # a bare date stands before the first label

    @property
    def publication(self) -> tuple[str, ...]:
        """The labels, where all are such as a site sets under a headline."""
        labels = tuple(label for label, _ in self.pairs)
        return labels if labels and all(label in _PUBLICATION for label in labels) else ()

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """The pairs, where all labels are such as stand in a metadata table."""
        return self.pairs if all(label in _METADATA_SET for label, _ in self.pairs) else ()

    def is_property_line(self, before_body: bool) -> bool:
        """Whether the line is what a site says about its page.

        >>> labelled("文章来源：本站原创作者：佚名发布时间：2014年03月11日点击数：次").is_property_line(False)
        True
        >>> labelled("时间：2014年3月11日").is_property_line(True)  # of a meeting
        False
        """
        labels = self.publication
        if any(label in _SITE_ONLY for label in labels):
            return True
        return before_body and bool(_FIRST & set(labels)) and len(labels) + self.dated >= 2


def labelled(text: str) -> Labelled:
    """The pairs of a squeezed line; values hold no sentence.

    >>> labelled("来源：新华网作者：张三").pairs
    (('来源', '新华网'), ('作者', '张三'))
    >>> labelled("各单位要按照来源：渠道填写。").pairs
    ()
    """
    marks = list(_LABEL.finditer(text[:400])) if len(text) <= 400 else []
    if not marks or not _BARE_DATE.fullmatch(text[: marks[0].start()]):
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
            first = squeezed(cells.pop(0))
            label, _, rest = first.replace(":", "：").partition("：")
            if label not in _METADATA_SET:
                return ()
            value = rest or (cells.pop(0).strip() if cells else "")
            pairs.append((label, value))
    return tuple(pairs)
