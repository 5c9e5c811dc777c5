"""Each word of the rules of parsing that are lists of words: texts that a rule takes, and others."""

from __future__ import annotations

import re

import pytest

from notice_site.parsing import kinds, line_patterns, running_labels
from notice_site.text.date_forms import NEWS_DAY
from tests.word_rows import WordRows, assert_takes, rows

TAKEN: WordRows = [
    (
        "how news begin", kinds._DATELINE,
        f"（甲社讯）， 甲地电， {'甲' * 16}讯，",
    ),
    (
        "the day news begin with", NEWS_DAY,
        "近日， 日前， 昨日， 今日上 今天下 3月4日晚 12月14日,",
    ),
    (
        "titles of news", kinds._NEWS_TITLE,
        "举行 召开 举办 启动 出席 强调 圆满 隆重 部署会议 部署会 纪实 侧记",
    ),
    (
        "what is reported", kinds._REPORTS,
        """
        3月4日我校召开大会了 3月4日举行大会了 3月4日举办了 3月4日开展了 3月4日组织了 3月4日参加了
        3月4日来到甲县了 3月4日赴甲县了
        """,
    ),
    (
        "who reports", kinds._REPORTER,
        f"""
        （供稿：张三） 撰稿张三 （通讯员张三） 记者李四 摄影：王五 张三摄 (记者张三) 记者{'甲' * 20}
        {'甲' * 30}供稿
        """,
    ),
    ("closing words", kinds._CLOSING, "特此通知 特此公告 此通知 此复 此致 本办法自 本通知自"),
    ("what promulgates", kinds._PROMULGATES, "公布 发布 废止"),
    (
        "how a sentence begins behind a heading", running_labels._SENTENCE_OPENING,
        """
        我省 我市 我县 我区 我校 我局 1999年 2014年 各单位 各部门 各级 各地 各省 各市 各县 各区 为了 根据 按照
        坚持以 本次 凡
        """,
    ),
    (
        "how a text ends before the number of another point", running_labels.CITES,
        "依照 按照 参照 遵照 根据 依据 符合 见 和 及 与 至 、",
    ),
    (
        "titles of annexes", line_patterns._ANNEX_TITLE,
        """
        附：县纪委的通报 附件：任务分工表 附表1：任务分工 附录一：任务分工 附件十二任务分工 附件１：任务分工
        附任务分工
        """,
    ),
    (
        "what opens a list", line_patterns._OPENS_LIST,
        """
        如下 以下 下列 包括 主要是 是 为 有 附件 附 组成 事项 要求 规定 情况 材料 内容 安排 说明 问题 原则 目标 任务
        """,
    ),
    ("other labels", line_patterns._OTHER_LABEL, "附件 抄送 送 联系"),
    ("members of congresses", line_patterns._MEMBER, "王某某委员 王某某代表 王某某委员等"),
    ("persons", line_patterns._PERSON, "马某同志 马某某先生 马某某女士 马某某院士 马某教授"),
    (
        "addresses", line_patterns._ADDRESSES,
        "各 全 本 相关 区属 市属 省属 县属 直属 中央 有关 机关 驻",
    ),
    (
        "how names of addressees end", line_patterns._ADDRESSEE_ENDING,
        "军分区 警备区 军区 党委 团委 总支 支部 党组 单位 部门 机关 有关方面",
    ),
    (
        "people addressed", line_patterns._PEOPLE,
        """
        有关人员 全体学生 有关学员 各位同学 全体教师 全体教职工 全体职工 全体教工 全体工 全体党员 全体干部
        各位考生 学生家长 入党积极分子 有关发展对象 各位用户 各位业主
        """,
    ),
    (
        "how names of places end", line_patterns._PLACE_ENDING,
        """
        甲省 甲市 甲州 甲盟 甲县 甲区 甲旗 甲镇 甲乡 甲村 甲街道 甲社区 东部 西部 南部 北部 中部
        甲东部 甲西部 甲南部 甲北部 甲中部
        """,
    ),
    (
        "salutations", line_patterns._SALUTATION,
        """
        各位代表： 同志们！ 尊敬的来宾： 亲爱的同学: 女士们！ 朋友们! 老师们： 同学们： 求发同志： 王某先生：
        李某女士:
        """,
    ),
    (
        "datelines", line_patterns._DATELINE,
        "（人民日报北京电） （本报讯） （新华社北京1月23日电） （甲乙社讯） (本报电)",
    ),
    (
        "turns to another page", line_patterns._TURN,
        "（下转第四版） (转第2版) （下转2版） （未完待续） （未完） （待续）",
    ),
    (
        "names of offices", line_patterns._OFFICE,
        f"""
        财政部 甲市教局 甲县教育局 甲省财政厅 审计署 甲县法院 甲县检察院 甲县银行 甲县委员会 甲县办公室
        甲省办公厅 甲县人民政府 甲县省委 甲乙市委 甲乙县委 甲乙区委 {'甲' * 28}局
        """,
    ),
]  # fmt: skip

REFUSED: WordRows = [
    ("how news begin", kinds._DATELINE, f"定于近日， {'甲' * 17}讯，"),
    ("the day news begin with", NEWS_DAY, "定于近日 3月， 一月一日，"),
    ("what is reported", kinds._REPORTS, "3月4日召开大会 拟召开了"),
    ("who reports", kinds._REPORTER, f"记者{'甲' * 21} {'甲' * 31}供稿 摄影。 联系人：张三"),
    ("closing words", kinds._CLOSING, "特此说明 本人自愿"),
    (
        "titles of annexes", line_patterns._ANNEX_TITLE,
        "附件1：1.申报表 附件：附表 附件下载表格 附件：a/b.doc 附：通报",
    ),
    ("people addressed", line_patterns._PEOPLE, "学员 参会人员"),
    ("datelines", line_patterns._DATELINE, "（甲社丙地） （社北京电）"),
    ("names of offices", line_patterns._OFFICE, "部 甲部 领导小组"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "text"), rows(TAKEN).values(), ids=rows(TAKEN))
def test_a_word_that_a_rule_takes(pattern: re.Pattern[str], text: str) -> None:
    assert_takes(pattern, text)


@pytest.mark.parametrize(("pattern", "text"), rows(REFUSED).values(), ids=rows(REFUSED))
def test_a_word_that_a_rule_must_not_take(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.match(text)
