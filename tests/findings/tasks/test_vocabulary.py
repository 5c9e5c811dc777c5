"""The words by which notices ask: for each pattern what it takes, and the nearest that it must not take."""

from __future__ import annotations

import re

import pytest

from notice_site.findings.tasks import vocabulary as v


def each(frame: str, words: str) -> tuple[str, ...]:
    """The frame with each of the words, which stand apart by blanks, or with each character."""
    return tuple(frame.format(word) for word in (words.split() if " " in words else words))


FOUND_AND_NOT: dict[str, tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]]] = {
    "a modal word": (
        v.MODAL_WORD,
        (
            *each("{}学习", "要 应 应当 应该 须 必须 务必 不得 不准 严禁 禁止 决不能 绝不能 不允许 至少 一律 可 可以"),
            *each("{}", "都要点名 要领导带头 要紧抓不放"),
        ),
        (
            *each("{}要学习", "需主重必只首摘纲简扼概"),
            *each("要{}", "求 点 素 义 闻 害 件 紧事 么 是 道 旨 职"),
            *each("{}应学习", "供反适响相对效"),
            *each("应{}", "对 急 用 届 付 变 邀 有尽有"),
            *each("{}", "毋须学习 须知"),
            *each("{}可学习", "不无尚许认"),
            *each("可{}", "能见靠行持观信谓疑喜贵比操是怕爱推控看"),
        ),
    ),
    "what no name has inside it": (
        v.NEVER_IN_A_NAME,
        (
            *each("甲{}乙", "要了已将使让给由被：是把"),
            *each("甲{}乙", "需要 只能 作出 要求 通知"),
        ),
        each("甲{}乙", "特别是 尤其是 一把手 和"),
    ),
}

OPENS_AND_NOT: dict[str, tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]]] = {
    "a predicate": (
        v.PREDICATE,
        (
            *each(
                "{}学习",
                "要 定期 继续 主要是 包括 是否 负总责 组织 7月底前 7月上旬起 7月以前 7月后 7月以后 每年 每季度",
            ),
            "2014年7月3日之前学习",
            *each("时间{}3天", "不少于 不低于 不超过 不高于 控制在"),
            "甲" * 10 + "不少于3天",
            "开展活动",
            *each("{}甲", "对于 对 把 将 从 向 以 按照 按 根据 依据 依照 通过 围绕 结合"),
            *each("{}甲", "由 于 在 针对 为 与 同 本着 经 用 视"),
        ),
        (
            *each("{}", "建设 教育 管理 服务 学习 督导 领导 培训 联系 反映 示范 考试 考核 测评"),
            *each("{}", "评议 点评 调研 检查 总结 自查 签字 培养 组成 情况良好 继续教育"),
            *each("{}", "甲的不少于3天 把手 把关 将来 从业 与会 视频 视觉 每日 7月学习"),
            "甲" * 11 + "不少于3天",
            *each("主要{}", "负责同志 负责人 领导同志要 部门 单位 岗位 任务 精神 对象 问题是"),
            *each("重点{}", "部位 是甲"),
            *each("组织{}", "中 内 的 和 、 ， 书记 生活 部 部门"),
            *each("对{}", "口象外"),
            *each("以{}", "下上内外及"),
            *each("在{}", "职校编岗场线家任建籍"),
            *each("为{}", "民期人本先"),
            *each("为甲同志{}", "组长 组员 成员 主任"),
            *each("同{}", "级志学"),
            *each("经{}", "济营办费验常"),
            *each("用{}", "人户地"),
        ),
    ),
    "a demand": (
        v.DEMAND,
        (
            *each("{}学习", "请 认真 要 重点是 主要是 关键是 核心是 任务是 目标是 主要任务是 特别是 尤其是"),
            *each("{}", "学习 要情况 把学习抓好 将学习抓好 这一环节的重点是学习"),
            "甲" * 16 + "的重点是学习",
            *each("教育{}", "引导 党员 干部 广大 学生 职工 师生"),
        ),
        (
            *each("{}", "情况 请示 将来 重点是情况 关键核心任务是学习 教育大计 组织部"),
            *each("请{}学习", "示假求客问柬"),
            "甲" * 17 + "的重点是学习",
        ),
    ),
    "no name": (
        v.NOT_A_NAME,
        (
            *each("{}", "学习 对甲 认真 要甲"),
            *each("{}甲", "有 不 其 请 报 自 未 成为 作为 等于 只能 激励 回答 损害 破坏 取得 连同 一并 包括 争取"),
            *each("{}甲", "使让给被了和及并而且但仍无没像更最这那它即如若因虽仅只肯尤"),
        ),
        (
            *each("{}单位", "有关 不同 其他 其余 其中 请示 各 未参加"),
            *each("{}", "活动办 自治区 自然村 未成年人 报社 报刊 报名"),
        ),
    ),
    "an opening": (
        v.OPENING,
        (
            *each("{}，", "同时 此外 另外 近期 目前 当前 现阶段 今后 因此 为此 对此 其中 特别是 尤其是 总体上"),
            *each("{}，", "原则上 一般 凡 具体到 7月底前 每周 会前 会上 会后 会中"),
            *each("{}，", "这环节 这一环节 这一阶段 这一期间 本环节 本阶段 活动中 活动期间 活动结束后"),
        ),
        each("{}", "督导组 认真 这一年 本单位 活动办 会议 会长"),
    ),
}


@pytest.mark.parametrize("name", FOUND_AND_NOT)
def test_words_in_which_there_is(name: str) -> None:
    pattern, found, not_found = FOUND_AND_NOT[name]
    assert [words for words in found if not pattern.search(words)] == []
    assert [words for words in not_found if pattern.search(words)] == []


@pytest.mark.parametrize("name", OPENS_AND_NOT)
def test_words_that_begin_with(name: str) -> None:
    pattern, opens, does_not = OPENS_AND_NOT[name]
    assert [words for words in opens if not pattern.match(words)] == []
    assert [words for words in does_not if pattern.match(words)] == []


@pytest.mark.parametrize(
    ("words", "opening"),
    [("同时，督导组", "同时，"), ("同时：督导组", "同时："), ("会后督导组", "会后"), ("凡是", "凡")],
)
def test_an_opening_reaches_to_the_first_word_that_counts(words: str, opening: str) -> None:
    match = v.OPENING.match(words)
    assert match is not None
    assert match[0] == opening
