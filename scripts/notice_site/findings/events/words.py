"""A sentence and the time expression in it go in; the quoted words that say what happens and who acts come out."""

from __future__ import annotations

import re

from notice_site.text.sentences import clauses
from notice_site.text.time_expressions import Shape, TimeExpression, time_expressions

Span = tuple[int, int]

_SHORT = 8  # fewer characters than these beside the time do not say what happens
_NEARLY_SHORT = 10  # nor do fewer than these with a bare verb: 总体上市县两级在…完成
_LONGEST_WHAT = 60
_STOPS = "，,。；;：:！？!?、\t\n 　（("

# What ends the name of someone who acts: 各级领导小组, 省委活动办, 基层单位, 市县两级, 习近平总书记
_ACTOR_END = (
    "(?:领导小组|团体|工作组|督导组|检查组|督查组|巡视组|审核组|专班|活动办|办公室|办公厅|委员会|常委会|党工委|党委|党组|纪委|省委|市委|县委|区委"
    "|党总支|党支部|支部|党组织|基层组织|班子|政府|人大|政协|国务院|中央|法院|检察院|[部厅局署所校社团司站处科院]|单位|部门|机构|机关"
    "|学校|高校|院校|企业|公司|医院|集团|协会|学会|各地|地区|[两三四五]级|系统|书记|主席|总理|省长|市长|县长|区长|局长|校长|院长"
    "|主任|部长|同志|干部|党员|领导|负责人|责任人|一把手|成员|职工|教师|代表|委员|群众|社区|街道|中心)"
)
# Each actor is one or several such names; what begins like 根据… or 把… is no subject.
_ACTOR = re.compile(
    r"(?![（）()、]|根据|按照|依照|遵照|围绕|结合|通过|以|与|和|凡|经|其中|如|若|要|应|请|开展|组织(?!部)|召开|成立|学习|贯彻|传达)"
    rf"(?:一把手|(?![由于为把将在对被从向给适转拨])[\u4e00-\u9fff、（）()]){{0,60}}{_ACTOR_END}[）)]?"
)
# What stands between the subject and the time: 各地|应于 六月底前, 市县两级|在 4月底前
_BETWEEN = re.compile(
    r"(?:也|都|均|还|需要?|要|应当?|须|必须|务必|请|可|将|拟|原则上|一般|每|尽快|统一|并|力争|确保|争取|于|在|从|自|由|至|到)+$"
)
_ADVERB_FIRST = re.compile("^(?:总体上|具体到|原则上|同时|其中|此外|另外|并|经|请|即|而|且|现|兹)+")
_MODAL = re.compile("要|应|须|必须|负责|可")
_VERB = re.compile(
    "在|于|对|就|向|深入|赴|到|举行|召开|举办|批转|印发|转发|出台|发布|下发|组织|开展|启动|参加|主持|作|发表|指出|强调|要求|发生|决定|通过|成立|根据|按照|负责|牵头"
)
# （一）  1.  二是
_NUMBER = r"[一二三四五六七八九十百\d]{1,3}"
_LABEL = re.compile(rf"\s*(?:[（(]?{_NUMBER}[）)、.．]|第{_NUMBER}条|{_NUMBER}是)\s*")
# 试点地区要于|2019年12月底前，… goes on behind the comma
_PREPOSITIONS = ("于", "在", "从", "自", "到", "至")
_LEADING = ("于", "在", "从", "自", "要", "应", "将", "拟", "请")
# A clause that only leads in to the next: 作为…试点的小区，…
_LEADS_IN = re.compile("作为|由于|为了?|根据|按照|经|由|结合")
_COMPLETE = (Shape.FROM, Shape.SINCE, Shape.RANGE)  # 从2014年1月开始 holds its verb
_ONLY_VERB = re.compile(r"[\u4e00-\u9fff]{0,5}")


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
    if before in _PREPOSITIONS:
        before = ""
    if not after and follows and not before and expression.first:
        return _trimmed(text, end, _statement_end(text, parts, last + 1))
    if not after and follows and before.endswith(_LEADING) and expression.shape not in _COMPLETE:
        return _trimmed(text, start, _statement_end(text, parts, last + 1))
    if len(before) < _NEARLY_SHORT and _ONLY_VERB.fullmatch(after):
        return _trimmed(text, _topic_start(text, parts, first, end), end)
    if not before and follows and len(after) < _SHORT:
        end = parts[last + 1][1]
    return _trimmed(text, start, end)


def _statement_end(text: str, parts: list[Span], at: int) -> int:
    """Where the statement that begins with clause `at` ends: one clause, more where it is short or only leads in."""
    start, end = parts[at]
    for clause in parts[at + 1 :]:
        if clause[1] - start > _LONGEST_WHAT or not (end - start < _SHORT or _LEADS_IN.match(text, parts[at][0])):
            break
        at += 1
        end = clause[1]
    return end


def _topic_start(text: str, parts: list[Span], first: int, end: int) -> int:
    """Where the words begin that a bare verb speaks of: the nearest clause before it that names no time itself."""
    start = parts[first][0]
    for clause in reversed(parts[:first]):
        if end - clause[0] > _LONGEST_WHAT:
            break
        start = clause[0]
        if not time_expressions(text[slice(*clause)]):
            break
    return start


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and without the stop that ends it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "，,。；;：:、！!"):
        end -= 1
    return start, end


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
        or _behind(text, expression.end, sentence[1])
        or (_at_head(text, parts[0]) if at else None)
    )


def _whole(text: str, start: int, end: int) -> Span | None:
    """The words start:end, if they are an actor and what may stand around it."""
    if label := _LABEL.match(text[start:end]):
        start += label.end()
    start = max(start, text.rfind("由", start, end) + 1)
    if adverb := _ADVERB_FIRST.match(text[start:end]):
        start += adverb.end()
    if between := _BETWEEN.search(text[start:end]):
        end = start + between.start()
    return (start, end) if _ACTOR.fullmatch(text[start:end]) else None


def _behind(text: str, start: int, end: int) -> Span | None:
    """The subject that opens what follows a time at the head of a clause."""
    while start < end and text[start] in _STOPS:
        start += 1
    end = next((stop for _, stop in clauses(text, start, end)), end)
    for verb in _VERB.finditer(text, start, end):
        if found := _whole(text, start, verb.start()):
            return found
    return None


def _at_head(text: str, clause: Span) -> Span | None:
    """The actor that the first clause of the sentence is, or opens with before 要 应 须."""
    start, end = _trimmed(text, *clause)
    if found := _whole(text, start, end):
        return found
    for modal in _MODAL.finditer(text, start, end):
        if found := _whole(text, start, modal.start()):
            return found
    return None
