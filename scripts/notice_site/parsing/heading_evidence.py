"""Weighs what speaks for a heading in the beginning of one labelled paragraph, and what speaks against one."""

from __future__ import annotations

import re
from enum import Enum

from notice_site.model.frozen import dataclass
from notice_site.text.labels import Label, Style

OUTER = {Style.PART, Style.CHAPTER, Style.DIVISION, Style.HAN}
SHORT = 20  # characters: a sentence as short as that can be a heading by its length alone
LONG = 36  # characters: a longer sentence is a heading only among headings, one of the outermost style more easily
_NOMINAL = 12  # characters: a longer heading directs (加强…) or says what it is about (关于…), or it is a statement

# What speaks for a heading is positive, what speaks against one negative. The evidence of a list is the mean of its
# entries, so 1 is as much as a short first sentence with text behind it gives.
_LINE_WITH_TEXT = 1.5  # a line without a full stop, with text of its own below it: it can be little else
_BARE_OUTER_LINE = 0.3  # the same of an outer style, without text: one that nobody wrote out is still a heading
_OUTER_LEAD = 0.8  # 一、工作要求： with text below it
_INNER_LEAD = 0.3  # 1.报送材料： more often opens a list
_BARE_LEAD = -0.5  # nothing follows what a colon announces
_COLON = 0.7  # 责任单位：教育局。
_SHORT_RUN_IN = 1.0  # a short first sentence, and more behind it
_LONG_RUN_IN = 0.5
_TOO_LONG_RUN_IN = -0.4
_DIRECTING = 0.3  # 加强监督。 directs, as headings do
_LONG_NOMINAL = -0.4  # a long one that does not is more often a statement
_OUTER_LONG = 0.4  # headings of the outermost style may be long
_SHORT_SENTENCE = 0.8  # one sentence alone, with text below it
_LONG_SENTENCE = 0.2
_TOO_LONG_SENTENCE = -1.0
_BARE_SHORT_SENTENCE = -1.2  # without text it is an item
_BARE_LONG_SENTENCE = -1.5
_NOTHING = -1.5  # a sentence that is too long or ends with 、
_STATEMENT_DOUBT = 1.2  # 经营者应当明码标价 outweighs its shortness
_CLAUSES_DOUBT = 0.5  # three clauses
_TITLE_DOUBT = 0.3  # 《…》 stands in items about documents


# 加强监督，严肃纪律  关于管辖问题; not 县长召集和主持全体会议
_DIRECTING_WORDS = """
加强 加快 加大 完善 严格 严肃 严明 严禁 深化 深入 开展 推进 推动 推行 推广 落实 建立 建设 建好 健全 强化
积极 切实 认真 坚持 坚决 明确 提高 提升 规范 优化 创新 构建 实施 实行 实现 做好 做优 做强 抓好 抓住 抓紧
促进 突出 发挥 发展 培育 培养 打造 支持 鼓励 引导 扩大 改革 改进 改善 统筹 统一 组织 制定 保障 确保 注重
把握 增强 全面 大力 进一步 广泛 着力 密切 丰富 拓展 拓宽 营造 夯实 巩固 树立 充分 启动 多措 牢牢 围绕
科学 合理 依法 集中 聚焦 激发 激励 放宽 简化 减轻 清理 整顿 整治 查处 维护 解决 转变 调整 控制 防止 防范
降低 高度 正确 主动 妥善 稳步 有序 分步 分类 宣传 配合 探索 关于
"""
_DIRECTS = re.compile("|".join(_DIRECTING_WORDS.split()))
_STATEMENT = re.compile(
    r"""
    (?: 的 | 者 | 人员 | 单位 | 企业 | 部门 | 机关 ) [，,] .   # 通过竞聘上岗任职的人员，实行试用期一年
    | 应当 | 不得 | 必须 | 是指 | 有权                         # 经营者应当明码标价
    | 的 $                                                     # 不按规定实施预案的
    | ^ (?: 本 (?: 办法 | 规定 | 细则 | 条例 | 方案 | 通知 ) ) # 本办法自发布之日起施行
    | 起 (?: 施行 | 实施 | 执行 ) | 负责解释
    | ^ \d{4} 年 | ^ \d{1,2} 月                                # 2019年7月，李某被开除党籍
    """,
    re.VERBOSE,
)


_TITLED = re.compile("《[^《》]*》")


class Shape(Enum):
    """How a labelled paragraph goes on behind its label."""

    LINE = "a line without a full stop"
    LEAD = "a line that ends with a colon"
    RUN_IN = "a first sentence, and more"
    COLON = "words, a colon, and more"
    SENTENCE = "one sentence"
    OTHER = "nothing that could be a heading"


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled paragraph as an entry of a list: what its heading would be, and what speaks for one."""

    label: Label
    shape: Shape
    heading: str | None
    has_own: bool  # text of its own follows, in the paragraph or below it

    @property
    def is_statement(self) -> bool:
        """Whether the heading would be a rule or a clause of one."""
        return bool(_STATEMENT.search(self.heading or ""))

    @property
    def evidence(self) -> float:
        """For a heading where positive, against one where negative."""
        if self.heading is None:
            return _NOTHING if self.shape is Shape.OTHER else 0.0
        outer = self.label.style in OUTER
        if self.shape is Shape.LINE:
            return _LINE_WITH_TEXT if self.has_own else _BARE_OUTER_LINE * outer
        if self.shape is Shape.LEAD:
            return (_OUTER_LEAD if outer else _INNER_LEAD) if self.has_own else _BARE_LEAD
        if self.shape is Shape.COLON:
            return _COLON
        return self._of_sentence(self.heading, outer)

    def _of_sentence(self, heading: str, outer: bool) -> float:
        clauses = heading.count("，") + 1
        directs = _DIRECTS.match(heading) is not None
        # 做好《防汛条例》和《应急预案》的落实工作 is short but for the titles that it names.
        length = len(_TITLED.sub("", heading)) if directs else len(heading)
        plain = length <= SHORT and clauses <= 2
        doubt = _STATEMENT_DOUBT * self.is_statement + _CLAUSES_DOUBT * (clauses > 2)
        doubt += _TITLE_DOUBT * (not outer and not directs and "《" in heading)
        if self.shape is Shape.RUN_IN:
            by_length = _SHORT_RUN_IN if plain else _LONG_RUN_IN if len(heading) <= LONG else _TOO_LONG_RUN_IN
            manner = _DIRECTING if directs else _LONG_NOMINAL * (len(heading) > _NOMINAL)
            return by_length + manner + _OUTER_LONG * (outer and not plain) - doubt
        if not self.has_own:
            return _BARE_SHORT_SENTENCE if plain else _BARE_LONG_SENTENCE
        return (_SHORT_SENTENCE if plain else _LONG_SENTENCE if len(heading) <= LONG else _TOO_LONG_SENTENCE) - doubt
