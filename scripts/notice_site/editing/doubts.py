"""Lists signs that a document was misread, which show without knowing how it should be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field

from notice_site.editing import signs_of_misreading as signs
from notice_site.editing.signs_above_text import lost_issue
from notice_site.editing.signs_of_misreading import Sign
from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.model import Corpus, Notice, Task
from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of sign: what it is called, what an editor does about it, and how it is found."""

    name: str
    advice: str
    find: Callable[[Notice], Iterable[Sign]]


_HEADING = "看页面上的层次；在附注的 lines 中写 heading: true 或 false"
_METADATA = "对照原文；在附注的 documents 中写明"

RULES: Mapping[str, Rule] = {
    "numbering": Rule(
        "序数不连贯", "原文若如此，不必管；若有漏认的段，在附注的 lines 中写 paragraph: own", signs.gaps_in_numbering
    ),
    "long-heading": Rule("标题超过40字", _HEADING, signs.long_headings),
    "lost-label": Rule("以序数开头而未认出", "是带序数的一条，则在附注的 lines 中写明 depth", signs.lost_labels),
    "run-together": Rule(
        "一段之内序数相连", "在附注的 lines 中逐条写 paragraph: own，从那里另起一段", signs.labels_run_together
    ),
    "odd-sibling": Rule("同级有的有标题，有的没有", _HEADING, signs.odd_siblings),
    "empty-heading": Rule("标题之下没有内容", _HEADING, signs.empty_headings),
    "no-title": Rule("没有题名", _METADATA, signs.no_title),
    "long-title": Rule("题名过长", _METADATA, signs.long_title),
    "page-title": Rule("网页标题另是一题", _METADATA, signs.other_page_title),
    "second-title": Rule(
        "正文中又有题名", "是另一份文件的开头，则在附注的 lines 中写 document: begins", signs.second_title
    ),
    "no-recipients": Rule("没有主送，而正文之前有冒号收尾的一行", _METADATA, signs.lost_recipients),
    "strange-recipients": Rule("主送中有正文的话", _METADATA, signs.strange_recipients),
    "no-date": Rule("没有成文日期，而文末有日期", _METADATA, signs.lost_date),
    "no-issue": Rule("正文之前有公布、通过的话，而缺日期、文号或机关", _METADATA, lost_issue),
    "years-apart": Rule("文号与成文日期的年份不合", _METADATA, signs.years_apart),
    "no-issuer": Rule("有落款而没有发文机关", _METADATA, signs.sign_off_without_issuer),
    "strange-issuer": Rule("发文机关不像机关名称", _METADATA, signs.strange_issuers),
    "cut-off": Rule("正文似未完", "原文如此，则在附注的 documents 中写 status: truncated", signs.cut_off),
    "furniture": Rule("正文中有网页上的话", "在附注的 lines 中写 furniture: true", signs.furniture_inside),
    "dropped-text": Rule("未收入正文的像是正文", "在附注的 lines 中写 furniture: false", signs.dropped_text),
    "strange-character": Rule("不成字的字符", "对照原件，在附注的 notes 中注明应作何字", signs.strange_characters),
}
"""The kinds of signs in a document, in the order in which they are listed."""

ADDRESSEE = "addressee"
NAMES: Mapping[str, str] = {kind: rule.name for kind, rule in RULES.items()} | {ADDRESSEE: "任务对象中有动词"}
_ADDRESSEE_ADVICE = "对照原文；在附注的 findings 中更正 tasks"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One sign: where it is in a source, which words, of which kind (a key of NAMES), and what to do."""

    source: str
    line: int  # of the source; 0 where the sign is about the whole
    kind: str
    text: str
    advice: str
    notice: str
    block: str = ""
    decision: Mapping[str, str] = field(default_factory=dict)  # what to write about the line


def find_doubts(corpus: Corpus, map_values: ParallelMap = parallel_map) -> tuple[Doubt, ...]:
    """All signs in the corpus, by source and in reading order; what an editor decided is none.

    `map_values` looks for those that a document shows without its tasks.
    """
    tasks: dict[str, list[Task]] = defaultdict(list)
    for task in corpus.tasks:
        tasks[task.ref.notice].append(task)
    found: list[Doubt] = []
    for notice, in_text in zip(corpus.notices, map_values(_in_document, corpus.notices), strict=True):
        if doubts := [*in_text, *_in_tasks(notice, tasks[notice.id])]:
            places = {block.id: place for place, block in enumerate(notice.blocks, 1)}
            found += sorted(doubts, key=lambda doubt: places.get(doubt.block, 0))
    return tuple(sorted(found, key=lambda doubt: doubt.source))


def _in_document(notice: Notice) -> list[Doubt]:
    if notice.kind == "no-text":
        return []
    return [
        _doubt(notice, kind, rule.advice, sign)
        for kind, rule in RULES.items()
        for sign in rule.find(notice)
        if not ((sign.decision or kind == "numbering") and sign.block and sign.block.decided)
    ]


def _in_tasks(notice: Notice, tasks: Iterable[Task]) -> Iterator[Doubt]:
    for task in tasks:
        if verb := signs.verb_in_addressee(task, notice):
            yield _doubt(notice, ADDRESSEE, _ADDRESSEE_ADVICE, verb)


def _doubt(notice: Notice, kind: str, advice: str, sign: Sign) -> Doubt:
    line, block = (sign.block.lines[0], sign.block.id) if sign.block else (sign.line, "")
    return Doubt(notice.source, line, kind, " ".join(sign.text.split()), advice, notice.id, block, sign.decision)
