"""Tells whether words ask that something be done, or only say what is, was or is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.findings.tasks.clauses import Clause
from notice_site.findings.tasks.vocabulary import MEASURED, MODAL_WORD

FAULTS = re.compile(
    r"""
    (?: 解决好? | (?<!专项)整治 | 克服 | 纠正 | 存在(?!的)
      | (?<![^，；。：]) 对 (?!照|标|接|于) (?=[^。]{4,300}等(?:突出)?问题，)     # 对甲气、乙气等问题，要整改
    )
    (?P<list> (?: (?![，；](?:还|也|都)?[要应须]) [^。] ){2,400}? )  # …，还要 begins a demand of its own
    (?P<end>
        等 (?:方面)? 的? (?:突出|普遍性?)? (?:问题|现象)
      | 的 (?:突出)? 问题
    )
    (?!的)                                                      # not 等问题的办法
    """,
    re.VERBOSE,
)
"""A list of faults, in which no clause has a subject of its own: 重点解决…等问题, 存在…等现象."""

MOST_CLAUSES_BEFORE = 1
"""Commas before a list of faults that is all that is asked; behind more of them it is one demand among others."""


def faults(text: str, start: int, end: int) -> re.Match[str] | None:
    """The one list of faults that is all that the words ask: 重点解决…等问题; not 完善机制，加强管理，解决…等问题."""
    lists = [match for match in FAULTS.finditer(text, start, end) if match["end"].startswith("等")]
    if len(lists) != 1 or text.count("，", start, lists[0].start()) > MOST_CLAUSES_BEFORE:
        return None
    return lists[0]


# --- what asks for nothing ------------------------------------------------------------------------

ABOUT_ITSELF = re.compile(
    r"""
    ^
    (?: 现将 | 现就 | 特此
      | 为 .* 现 .{0,30} 如下
      | .* (?: 制定 | 制订 | 编制)
        (?: 本 [\u4e00-\u9fff]{2,4} $ | 本 (?: 办法 | 规定 | 方案 | 意见 | 规范 | 细则 | 实施 | 通知) | 如下 | 以下)
      | .* 现予? (?: 印发 | 转发 | 批转 | 印送)
      | 是否                                        # the questions of a form
      | (?! .* 由) .* (?: 国务院 | 政府 | 委 | 党组 | 局 | 校 | 院 | 研究) 决定
        ，? (?: 授予 | 调整 | 表彰 | 追授 | 对 [^，。]* (?: 调整 | 奖励 | 表彰) $)  # what the notice itself does
    )
    """,
    re.VERBOSE,
)
"""What the notice says about itself: 现将…转发给你们, 特制定本方案, 国务院决定对组成人员进行调整."""

# takes: 戴东昌　交通运输部副部长  张三 市教育局局长; not: 各单位　要报送局长  联系校长
_HOLDS_AN_OFFICE = re.compile(
    r"^[^，。；：\s]{2,4}[\u3000 ]+(?!要)[^，。；：]{2,40}(?:长|主任|书记|委员|成员|主席|总理|院士)$"
)
"""A line of a list of members: who holds which office."""

_INTRODUCTION = re.compile(
    r"""
    (?<! [\d%％元人个及]) (?: 以下 | 下列 | 如下)             # not 1%以下
    (?: [几个一二三四五六七八九十]{1,3} [个点条项]? )?
    (?: 方面 | 突出)? 的?
    (?: 问题 | 工作 | 任务 | 要求 | 措施 | 事项 | 意见 | 内容 | 方面)?
    ：? $
    """,
    re.VERBOSE,
)
"""Words that say that the demands follow: 我区还要重点解决以下问题, 现通知如下."""

_LEADS_ON = re.compile("^(?:(?:结合|通过|根据|按照|依据|经过?|为|围绕|针对|对照|在)[^，]*，)+")
"""What leads on to such words and asks nothing: 结合实际，|我区还要重点解决以下问题."""

_CLOSING = re.compile(
    r"^感谢|^请(?:特别)?注意$|请(?:予?批[转复示]|审[批示阅])|^请.{0,12}(?:执行|落实|办理|实施|报告|遵照)$"
)
"""What is said of every notice: 请认真贯彻执行."""

_STATEMENT = re.compile(
    r"""
      (?: ^ | [^但可总凡还正于只若要特别尤其主点键心或就即务标]) 是 (?!否)   # 活动是…; not 但是, 特别是, 重点是
    | 具有.*意义 | 有着 | [具负]有.{0,20}责任$ | 为本$
    | 只有.*没有 | 有待 | 不仅需要
    | ^[^，]*由[^，]*组成$
    | (?<![为除]) 了 (?![解如])                       # 召开了大会; not 为了, 了解
    | 的为 [^，了]{1,8} (?: ， | $)                    # 90分以上的为优秀
    | 以来， | ^包[括含] | 涉及[多面] | [均都]表示(?![，将要]) | (?<![将会]) (?: 受到 | 被[免处判追给])
    | (?: 不力 | 失职) (?: ， | $)
    """,
    re.VERBOSE,
)
"""What is, was or has happened: 是…的, 取得了…, …以来."""

_GRASPS = re.compile("(?:充分|深刻|清醒|全面|准确|正确|要)*(?:认识|认清|牢记|懂得|领会)(?!到)")
"""What is to be understood, even where that is a statement: 充分认识|有偿家教是谋取私利的行为."""

_DEFINES = re.compile(
    r"""
      (?<!不) 是指
    | 以 [^，]+ 为 [一每] [次天批] $
    """,
    re.VERBOSE,
)
"""What words mean, even with a modal word in them: 本办法所称被赡养人|是指…, 以一个月内的收入|为一次."""

_ALLOWS = re.compile("[都均也]?有权(?![威限益利机部])")
"""What somebody has a right to, which asks nothing of him: 农民|有权|拒绝; not 有权部门."""

_TOLD_OF_SOMEBODY = re.compile(r"以来|取得|开局|高度重视|深入扎实开展")
"""What a notice tells of its readers before it begins to ask: 各级党组织高度重视."""

_SAYS = re.compile(r"(?:会同[^，]{2,20}?)?(?:研究)?(?:认为|请求|反映|来函|表示|同意|答复|(?:提出|建议)(?=[，：]|$)|已)")
"""What somebody said or did: 大连市|请求设立…, 发展改革委|研究提出：…; not 评审组|提出意见."""

# --- what asks ------------------------------------------------------------------------------------

_FAULTS_FOUND = re.compile(r"存在[^。]{2,60}、[^。]{2,200}等(?:突出)?(?:问题|现象)$")
"""Faults that were found and are to be mended: 存在甲、乙、丙等问题."""

_SCHEDULED = re.compile(
    r"""
      (?: 大体 | 总体 | 原则上 | 计划 | 拟) 安排 [^，]{0,12} (?: 月 | 周 | 天 | 时间)
    | (?<!已)(?<!已经) (?: 基本 | 全部 | 全面) 完成 (?!了)
    """,
    re.VERBOSE,
)
"""When something is to be done: 大体安排8个月时间, 至9月基本完成; not 已基本完成."""

# takes: 违规吃喝，‹重点整治›隐形变异吃喝问题  ‹着力解决›拖拉问题; not: 为集中整治问题  被重点检查
_AIMED_AT = re.compile(
    "(?:^|[，：])(?:重点|着力|集中|突出|严肃)(?:整治|解决|纠正|查处|治理|检查|查摆|排查|查看)(?![的工])"
)
"""What is to be mended or looked at, behind its name."""

_SURE = (MODAL_WORD, re.compile(MEASURED), _FAULTS_FOUND, _SCHEDULED, _AIMED_AT)

_WHO_TAKES_PART = re.compile(r"^参[加与](?:单位|范围|对象|人员)")
"""The words that open a list of those who take part: 参加单位主要是：…."""


FEWEST_DEMANDS = 2
"""Commas before words that introduce a list, from which on they ask something themselves: 要…，推进…，做好以下工作."""

SHORTEST = 4
"""Characters: less is a label or a scrap of a form (备注)."""


def is_duty(text: str, clauses: Sequence[Clause], aim: bool = False, charged: bool = False) -> bool:
    """Whether a group of clauses (stripped, without full stop) without an addressee asks that something be done.

    In an `aim` (到2020年，…) it asks that something be reached; where words behind it charge somebody (责任单位：…),
    whatever is no statement is asked.
    """
    if _is_frame(text) or _DEFINES.search(text):
        return False
    if _FORECAST.search(text):
        return False
    if any(sign.search(text) for sign in _SURE) or any(clause.asks for clause in clauses):
        return True
    if len(text) < SHORTEST:
        return False
    if _STATEMENT.search(text) and not _GRASPS.match(text):
        return False
    if charged:
        return True
    reaches = aim and any(clause.reaches for clause in clauses)
    if reaches or aim or AIM.match(text) or any(clause.measured and not clause.states for clause in clauses):
        return True
    last_case = max((n for n, clause in enumerate(clauses[:-1]) if clause.is_case), default=-1)
    if last_case >= 0 and _TAKES_A_WAY.match(text, clauses[-1].span.start - clauses[0].span.start):
        return True
    holds = any(clause.topic for clause in clauses) and _HOLDS.search(text)
    start = clauses[0].span.start
    treated = False  # 对苗头性问题，|早发现、早提醒
    for clause in clauses[last_case + 1 :]:
        if clause.is_circumstance:
            treated = treated or clause.about
            continue
        if clause.demands or (treated and not clause.states) or (clause.topic and (clause.ends_in_verb or holds)):
            return True
        words = text[clause.span.start - start : clause.span.end - start]
        if (clause.states and "已" in words) or not (
            clause.is_led or clause.is_nominal or (clause.bare_thing and "的" in words)
        ):
            return False
    return False


AIM = re.compile(r"到20\d\d年[底末]?，")
"""What is to be reached: 到2020年，…基本解决."""

_TAKES_A_WAY = re.compile("(?:分别)?(?:采取|采用|实行)")
"""What is done in a case: 不足3家的，|采取|谈判的方式."""

_FORECAST = re.compile(r"(?:^|[，：])[^，：]{0,20}(?:预计|必将|(?<!的)预测(?![工作报预机]))")
"""What is expected: 预计今年可生产…; 可 asks nothing there."""

_HOLDS = re.compile(r"^[^由]*由.*(?:承担|列支|负责)|(?:按照?|参照|适用|执行|实行|享受)")
"""What holds for a thing: 所需资金由失业保险基金列支."""


def is_asked_of_somebody(text: str, predicate: str) -> bool:
    """Whether words with a subject ask something of it; `predicate` are the words after the subject.

    >>> is_asked_of_somebody("督导组要学习", "要学习"), is_asked_of_somebody("各级党组织高度重视", "高度重视")
    (True, False)
    """
    if _is_frame(text) or _DEFINES.search(text):
        return False
    if MODAL_WORD.search(predicate):
        return True
    return not any(
        (_STATEMENT.search(predicate), _ALLOWS.match(predicate), _TOLD_OF_SOMEBODY.search(text), _SAYS.match(predicate))
    )


def is_sure(text: str) -> bool:
    """Whether a modal word, a measure, a date, or a list of faults or of those who take part shows the duty.

    >>> is_sure("要开展自查"), is_sure("认真开展自查"), is_sure("参加单位主要是区机关")
    (True, False, True)
    """
    return any(sign.search(text) for sign in (*_SURE, _WHO_TAKES_PART))


_ASKS = re.compile("(?<![重主需纲])要(?![求点素])|应当?|必?须|可以")
_OTHER_CASES = re.compile("的?其[他它](?:情形|条件|行为|事项|职责)$")
"""The last of a list of cases: 认为应当列入的|其他情形."""


def _is_frame(text: str) -> bool:
    if text.endswith("的") and not _ASKS.search(text):  # 造成严重后果的；
        return True
    if _OTHER_CASES.search(text):
        return True
    if _HOLDS_AN_OFFICE.match(text):
        return True
    introduces = _INTRODUCTION.search(text) and _LEADS_ON.sub("", text).count("，") < FEWEST_DEMANDS
    return bool(introduces) or any(pattern.search(text) for pattern in (ABOUT_ITSELF, _CLOSING))
