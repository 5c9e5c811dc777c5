"""Finds the words of a sentence that say what happens at the time it names, and who acts."""

from __future__ import annotations

import re

from notice_site.findings.events.vocabulary import (
    BETWEEN,
    ENDINGS,
    FIRST_ADVERBS,
    LEADING,
    LEADING_IN,
    MODALS,
    NOT_A_SUBJECT,
    PREPOSITIONS,
    VERBS,
)
from notice_site.text.official_words import BODY_CHARACTERS, BODY_ENDINGS, ROLES
from notice_site.text.sentences import clauses
from notice_site.text.time_expressions import TimeExpression, time_expressions
from notice_site.text.time_shapes import Shape

Span = tuple[int, int]

SHORT = 8
"""Characters beside the time: fewer do not say what happens."""

NEARLY_SHORT = 10
"""Characters before the time: fewer do not say it either where only a verb follows: 总体上市县两级在…完成."""

LONGEST_WHAT = 60
"""Characters: clauses are added to what happens up to that length."""

_STOPS = "，,。；;：:！？!?、\t\n 　（("

_CLOSING_STOPS = re.compile(r"[\s，,。；;：:、！!]+\Z")

_ACTOR_END = rf"(?:{'|'.join((*BODY_ENDINGS, *ENDINGS, *ROLES))}|[{BODY_CHARACTERS}]|[两三四五]级)"
_ACTOR = re.compile(
    rf"""
    (?! [（）()、] | {"|".join(NOT_A_SUBJECT)} | 组织(?!部))    # what begins like 根据… is no subject
    (?: 一把手 | (?! [由于为把将在对被从向给适转拨]) [\u4e00-\u9fff、（）()] ){{0,60}}
    {_ACTOR_END} [）)]?
    """,
    re.VERBOSE,
)
"""One or several names of those who act: 各级领导小组, 省委活动办, 基层单位, 市县两级, 习近平总书记."""

# What the words in front of it do not name: 温家宝总理|率国务院有关部门, 会议|决定中央政府门户网站.
# takes: 率  带领  决定  加快  促进  要求  ‹通知›教师; not: 通知书  领导小组  发展改革委  党组织  率先
_DOES = re.compile(
    """
      率 (?!先) 领? | 带领 | 决定 | 指出 | 强调 | 要求 | 加快 | 加强 | 促进 | 推动 | 推进 | 鼓励 | 支持
    | 完善 | 健全 | 建立 | 确保 | 实现 | 提高 | 扩大 | 开展 | 召开 | 通知 (?! 书 | 单 | 公告)
    """,
    re.VERBOSE,
)
_SHORTEST_ACTOR = 2
"""Characters of a name: 我部, 市委; not the 所 of …地震|所|造成."""

# A character that ends no name behind a time. takes: 所在  站在  处于; not: 所召开
_LOCATED = re.compile("所[在属需谓]|站在|处于|处在")
_BETWEEN = re.compile(f"(?:{'|'.join(BETWEEN)})+$")
# In front of 由 they make it part of what is done: 基本完成|由政府举办为主…的转变, 将条件|由企业职工参保放宽.
# takes: 完成  将  形成; not: 准备工作  具体
_NOT_CHARGED = re.compile(f"[将把对从]|{'|'.join(verb for verb in VERBS if len(verb) > 1)}|形成|实现")
_FIRST_ADVERBS = re.compile(f"^(?:{'|'.join(FIRST_ADVERBS)})+")
_MODAL = re.compile("|".join(MODALS))
_VERB = re.compile("|".join(VERBS))

_NUMBER = r"[一二三四五六七八九十百\d]{1,3}"
_LABEL = re.compile(
    rf"""
    \s*
    (?: [（(]? {_NUMBER} [）)、.．]      # （一）  1.
      | 第 {_NUMBER} 条
      | {_NUMBER} 是                    # 二是
    )
    \s*
    """,
    re.VERBOSE,
)
# A clause that only leads in to the next one, which says what happens.
# takes: 根据要求  在全球地震活跃的大背景下  对面临困难的企业  随着工程蓄水  继八项规定之后
# not: 对工作进行总结  在兰考调研  继续推进
_LEADS_IN = re.compile(
    rf"""
      {"|".join(LEADING_IN)}
    | 在 [^，,。；;]{{2,40}} (?: 下 | 基础上 | 方面 | 过程中 | 期间) (?= [，,] | $)
    | 继 [^，,。；;]{{2,30}} 后 (?= [，,] | $)
    | 对 (?! [^，,。；;]* (?: 进行 | 开展 | 给予 | 予以 | 作出 | 实行 | 加以))
    """,
    re.VERBOSE,
)
_COMPLETE = (Shape.FROM, Shape.SINCE)  # 从2014年1月开始 holds its verb
_LISTS = re.compile("[和及与、至到]")
_LISTS_ON = re.compile(rf"{_LISTS.pattern}$")
_UP_TO = ("至", "到")
_LEADS_TO_TIME = re.compile(f"^(?:{'|'.join((*PREPOSITIONS, *_UP_TO))})")
# After which a length of time waits for what is done in it: 各督查组要在每次督查结束后|3日内，将情况报送.
# takes: 要在督查结束后  应当自收到申请起  在; not: 时间控制在  办理时限压缩在
_COUNTED_FROM = re.compile("(?: 后 | 起 | (?<! 控制) (?<! 压缩) (?<! 缩短) [在于]) $", re.VERBOSE)
# What is worked on, in front of a time; its verb stands behind: 将自查情况，于|4月20日前报办公室.
# takes: 各部门‹将自查情况，›  ‹把统计报表，›; not: 将情况报送，  将于近日召开，  将自查情况
_OBJECT = re.compile(
    """
    [将把] (?! [在于])
    (?: [（(] [^（）()]{0,30} [）)]
      | (?! 报 (?! [告表名]) | 提交 | 送 | 纳入 | 列入 | 作为 | [印下]发) [^，,。；;（()）] ){2,40}
    [，,] $
    """,
    re.VERBOSE,
)
_LABEL_ENDS = "：:"  # of a clause that is only the label of the next: 联系人：张某
_BEGINS = re.compile("开始|起")  # so does 从今年3月开始，至9月
_ONLY_VERB = re.compile(r"[\u4e00-\u9fff]{0,5}")
"""What stands behind a time that closes its clause: …在4月底前|基本完成."""


def what_words(text: str, sentence: Span, expression: TimeExpression) -> Span:
    """The clause around the time; where little stands there beside it, also what it depends on.

    A time that opens a clause of its own goes with what follows, one at the end (…在4月底前完成) with what is before.

    >>> text = "3月9日，习近平总书记在参加审议时指出，作风建设永远在路上。"
    >>> text[slice(*what_words(text, (0, len(text)), time_expressions(text)[0]))]
    '习近平总书记在参加审议时指出'
    >>> text = "全省学习教育工作，总体上市县两级在4月底前完成，并逐级上报。"
    >>> text[slice(*what_words(text, (0, len(text)), time_expressions(text)[0]))]
    '全省学习教育工作，总体上市县两级在4月底前完成'
    """
    parts = clauses(text, *sentence)
    first = next(k for k, (_, end) in enumerate(parts) if end > expression.start)
    last = next(k for k, (_, end) in enumerate(parts) if end >= expression.end)
    start, end = parts[first][0], parts[last][1]
    before = text[start : expression.start].strip(_STOPS)
    after = text[expression.end : end].strip(_STOPS)
    follows = last + 1 < len(parts)
    if before in PREPOSITIONS or _is_only_times(before):  # 要于|2019年12月底前，…; 4月和|9月，…
        before = ""
    if after.startswith(_UP_TO) and _is_only_times(after):  # 即日起|至春节期间，…
        after = ""
    if expression.shape is Shape.DURATION and not text.endswith("内", 0, expression.end):  # 时间不少于3天，
        follows = False
    if not after and follows and not before:
        return _trimmed(text, end, _statement_end(text, parts, last + 1))
    if not before and (worked_on := _OBJECT.search(text, sentence[0], start)):
        return _trimmed(text, next(first for first, stop in parts if stop > worked_on.start()), end)
    if not after and follows and _leads_on(text, expression, before):
        return _trimmed(text, start, _statement_end(text, parts, last + 1))
    if len(before) < NEARLY_SHORT and _ONLY_VERB.fullmatch(after):
        return _trimmed(text, _topic_start(text, parts, first, end), end)
    if not before and follows and len(after) < SHORT and text[parts[last + 1][1] - 1] not in _LABEL_ENDS:
        end = parts[last + 1][1]
    return _trimmed(text, start, end)


def _leads_on(text: str, expression: TimeExpression, before: str) -> bool:
    """Whether the words before a time wait for what stands behind it: 各县要统一于|5月20日，召开大会."""
    if expression.shape is Shape.DURATION:
        return bool(_COUNTED_FROM.search(before))
    return before.endswith(LEADING) and not _holds_verb(text, expression)


LONGEST_TIMES = 60
"""Characters of the times in front of one that is listed; from each of a longer list the whole would be read anew."""


def _is_only_times(words: str) -> bool:
    """Whether words are but the times in front of one that is listed: 2004年4月和|9月."""
    if len(words) > LONGEST_TIMES:
        return False
    words = _LEADS_TO_TIME.sub("", _LISTS_ON.sub("", words))
    expressions = time_expressions(f"从{words}")  # the word before it counts in 春节期间
    return bool(expressions) and not words.removeprefix(words[expressions[0].start - 1 : expressions[-1].end - 1])


def _holds_verb(text: str, expression: TimeExpression) -> bool:
    """Whether the time itself says that something begins: 从2014年1月开始."""
    begins = _BEGINS.search(text, expression.start, expression.end)
    return expression.shape in _COMPLETE or bool(expression.shape is Shape.RANGE and begins)


def _statement_end(text: str, parts: list[Span], at: int) -> int:
    """Where the statement that begins with clause `at` ends: one clause, more where it is short or only leads in."""
    start, end = parts[at]
    for clause in parts[at + 1 :]:
        if clause[1] - start > LONGEST_WHAT or not (end - start < SHORT or _LEADS_IN.match(text, parts[at][0])):
            break
        at += 1
        end = clause[1]
    return end


def _topic_start(text: str, parts: list[Span], first: int, end: int) -> int:
    """Where the words begin that a bare verb speaks of: the nearest clause before it that names no time itself."""
    start = parts[first][0]
    for clause in reversed(parts[:first]):
        if end - clause[0] > LONGEST_WHAT:
            break
        start = clause[0]
        if not time_expressions(text[slice(*clause)]):
            break
    return start


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and without the stop that ends it."""
    start = end - len(text[start:end].lstrip())
    return start, start + len(_CLOSING_STOPS.sub("", text[start:end]))


def who_words(text: str, sentence: Span, expression: TimeExpression) -> Span | None:
    """Who acts, where the words before the time, behind it or at the head of the sentence are plainly that; or None.

    >>> text = "基层单位在5月中旬左右完成。"
    >>> text[slice(*who_words(text, (0, len(text)), time_expressions(text)[0]))]
    '基层单位'
    >>> text = "活动从今年3月开始，至9月基本完成。"
    >>> who_words(text, (0, len(text)), time_expressions(text)[0]) is None
    True
    """
    parts = clauses(text, *sentence)
    at = next(k for k, (_, end) in enumerate(parts) if end > expression.start)
    clause_start, _ = parts[at]
    return (
        _whole(text, clause_start, expression.start)
        or _before_modal(text, clause_start, expression.start)
        or _behind(text, _end_of_listed(text, expression.end, sentence[1]), sentence[1])
        or (_at_head(text, parts[0]) if at else None)
    )


def topic_words(text: str, sentence: Span) -> tuple[Span, Span | None]:
    """As many clauses of a sentence as fit, for a time that stands apart from it, and who acts in them.

    >>> text = "甲科要对水库开展巡查，排除隐患。（完成时限：4月20日前）"
    >>> [text[slice(*span)] for span in topic_words(text, (0, 16)) if span]
    ['甲科要对水库开展巡查，排除隐患', '甲科']
    """
    parts = clauses(text, *sentence)
    end = max((end for _, end in parts if end - sentence[0] <= LONGEST_WHAT), default=parts[0][1])
    return _trimmed(text, sentence[0], end), _at_head(text, parts[0])


def _whole(text: str, start: int, end: int) -> Span | None:
    """The words start:end, if they are an actor and what may stand around it."""
    if label := _LABEL.match(text[start:end]):
        start += label.end()
    charged = text.rfind("由", start, end)
    if charged >= 0 and not _NOT_CHARGED.search(text, start, charged):
        start = charged + 1
    if adverb := _FIRST_ADVERBS.match(text[start:end]):
        start += adverb.end()
    if between := _BETWEEN.search(text[start:end]):
        end = start + between.start()
    if does := _DOES.search(text, start, end):
        end = does.start()
    is_actor = end - start >= _SHORTEST_ACTOR and _ACTOR.fullmatch(text[start:end])
    return (start, end) if is_actor else None


def _end_of_listed(text: str, start: int, end: int) -> int:
    """Where the last time of a list ends that begins with one that ends at `start`: 2004年4月|和9月."""
    if not _LISTS.match(text, start):
        return start
    further = time_expressions(text[start + 1 : end])
    return start + 1 + further[0].end if further and further[0].start == 0 else start


def _behind(text: str, start: int, end: int) -> Span | None:
    """The subject that opens what follows a time at the head of a clause."""
    while start < end and text[start] in _STOPS:
        start += 1
    end = next((stop for _, stop in clauses(text, start, end)), end)
    for verb in _VERB.finditer(text, start, end):
        actor = _whole(text, start, verb.start())
        if actor and not _LOCATED.match(text, actor[1] - 1):
            return actor
    return None


def _at_head(text: str, clause: Span) -> Span | None:
    """The actor that the first clause of the sentence is, or opens with before 要 应 须."""
    start, end = _trimmed(text, *clause)
    return _before_modal(text, start, end) or _whole(text, start, end)


def _before_modal(text: str, start: int, end: int) -> Span | None:
    """The actor that the words open with before 要 应 须: 校学位委员会|须在收到申请后…."""
    for modal in _MODAL.finditer(text, start, end):
        if actor := _whole(text, start, modal.start()):
            return actor
    return None
