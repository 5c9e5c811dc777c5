"""Finds in one document what contradicts itself: holes in numbering, headings that are sentences, lost labels …"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from itertools import pairwise, takewhile

from notice_site.model import Block, BlockKind, Notice, Task
from notice_site.model.frozen import dataclass
from notice_site.parsing import line_patterns
from notice_site.text.date_forms import DATE
from notice_site.text.dates import last_date, whole_date
from notice_site.text.labels import Label, Style, match_label
from notice_site.text.spacing import squeeze

_LONGEST_HEADING = 40  # characters: of 1,500 headings in careful readings five are longer
_LONGEST_TITLE = 80  # characters: titles of joint notices that forward another are shorter
_FEWEST_SIBLINGS = 3  # of two, one with and one without heading, none is the odd one
_ODD_SHARE = 0.34  # of the siblings: where more differ, the list is mixed on purpose
_LAST_LINES = 4  # blocks at the end in which a date line would be that of the document
_DATE_LINE_LENGTH = 40  # characters: a body's name and a date
_FEWEST_RUN_TOGETHER = 3  # labels that count up inside one block: two may be what a sentence lists
_SHORTEST_CUT = 20  # characters: a shorter line without full stop may be a list, a name, a contact
_YEARS_APART = 1  # a document of January may bear the number of the year before
_BODY = {BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM}


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak for a misreading; `decision` is what an editor would write about the line if it is one."""

    text: str
    block: Block | None = None
    decision: Mapping[str, str] = field(default_factory=dict)
    line: int = 0  # of the source, where no block has the words


# --- outline -------------------------------------------------------------------------------------


def gaps_in_numbering(notice: Notice) -> Iterator[Sign]:
    """Labels of one style that do not count up: 一、 三、; 2. 2.

    A list may begin anew (1. 2. … 1. 2.), and may run on below the next block: 第三条, 第二章, 第四条.
    """
    last: dict[Style, int] = {}
    for siblings in _siblings(notice).values():
        before: Label | None = None
        for label, block in siblings:
            allowed = {1, before.number + 1} if before else {1, last.get(label.style, 0) + 1}
            if label.number not in allowed and not label.branch:
                yield Sign(f"{before.text}之后是{label.text}" if before else f"{label.text}之前没有同类序数", block)
            before = label
            last[label.style] = label.number


def long_headings(notice: Notice) -> Iterator[Sign]:
    """Headings longer than 40 characters."""
    for block in notice.blocks:
        if block.heading and len(squeeze(block.heading)) > _LONGEST_HEADING:
            yield Sign(block.heading, block, {"heading": "false"})


# 第一条本办法  （一）  1、 2.  ①; not 一个  2014.  1.5亿元  第一轮
_LOOKS_LABELLED = re.compile(
    r"""
    第 [一二三四五六七八九十百\d]+ [编章节条](?![例款]) (?: 之 [一二三四五六七八九十]+ )?
    | [（(] [一二三四五六七八九十]{1,3} [）)]
    | [一二三四五六七八九十]{1,3} [、．.] (?![一二三四五六七八九十])
    | [（(]? \d{1,3} [）)]
    | \d{1,3} [、．.] (?!\d)
    | [①-⑳]
    """,
    re.VERBOSE,
)


def lost_labels(notice: Notice) -> Iterator[Sign]:
    """Paragraphs of the text that begin as labelled ones do: 第一条本办法适用于…"""
    for block in notice.blocks:
        plain = block.kind is BlockKind.PARAGRAPH and not block.label and not block.inline
        if plain and _LOOKS_LABELLED.match(squeeze(block.text)):
            yield Sign(block.text, block, {"depth": "1"})


def labels_run_together(notice: Notice) -> Iterator[Sign]:
    """Blocks inside which labels count up from 一、 or （一）: their line breaks were lost."""
    for block in notice.blocks:
        if block.kind in _BODY | {BlockKind.NOTE} and (at := _run_together(block.text)) is not None:
            yield Sign(block.text[at:], block, {"paragraph": "own"})


_INNER_LABEL = re.compile(
    r"(?<=[。；：\u3000 ])(?:(?P<han>[一二三四五六七八九十])、|[（(](?P<paren>[一二三四五六七八九十])[）)])"
)


def _run_together(text: str) -> int | None:
    """Where the first of three labels stands that count up inside the text; None where there are none."""
    labels = [*_INNER_LABEL.finditer(text)]
    for name in ("han", "paren"):
        matches = [label for label in labels if label[name]]
        if len(matches) < _FEWEST_RUN_TOGETHER - 1:  # the text may begin with one more
            continue
        wanted, start = iter("一二三四五六七八九十"), None
        expected, count = next(wanted), 0
        if match_label(text) and text.lstrip("（(")[:1] == "一":
            expected, count = next(wanted), 1
        for match in matches:
            if match[name] == expected:
                start = match.start() if start is None else start
                expected, count = next(wanted, ""), count + 1
        if count >= _FEWEST_RUN_TOGETHER and start is not None:
            return start
    return None


def odd_siblings(notice: Notice) -> Iterator[Sign]:
    """The few blocks of one list that have no heading while the others have one, or the other way round."""
    for siblings in _siblings(notice).values():
        headed = [block for _, block in siblings if block.heading]
        plain = [block for _, block in siblings if not block.heading]
        few, is_headed = (headed, True) if len(headed) < len(plain) else (plain, False)
        if len(siblings) >= _FEWEST_SIBLINGS and len(few) <= _ODD_SHARE * len(siblings):
            for block in few:
                yield Sign(block.text, block, {"heading": "false" if is_headed else "true"})


def empty_headings(notice: Notice) -> Iterator[Sign]:
    """Headings on a line of their own below which nothing stands, though something stands below others of the list."""
    parents = {block.parent for block in notice.blocks}
    for siblings in _siblings(notice).values():
        own_line = [block for _, block in siblings if block.heading and _is_own_line(block)]
        empty = [block for block in own_line if block.id not in parents]
        if len(own_line) > len(empty):
            for block in empty:
                yield Sign(block.text, block, {"heading": "false"})


def _is_own_line(block: Block) -> bool:
    return squeeze(block.text).rstrip("：:。").endswith(squeeze(block.heading or "").rstrip("：:。"))


def _siblings(notice: Notice) -> Mapping[tuple[str | None, Style, int], list[tuple[Label, Block]]]:
    """The labelled blocks by parent and style, in order; a list that begins anew at 1 is another list."""
    lists: dict[tuple[str | None, Style, int], list[tuple[Label, Block]]] = defaultdict(list)
    current: dict[tuple[str | None, Style], int] = defaultdict(int)
    for block in notice.blocks:
        label = _label(block.label) if block.label else None
        if label is None or label.style is Style.POINT:
            continue
        place = block.parent, label.style
        if label.number == 1 and lists.get((*place, current[place])):
            current[place] += 1
        lists[*place, current[place]].append((label, block))
    return lists


@cache
def _label(text: str) -> Label | None:
    """Reads a label that stands alone; a corpus has few different ones."""
    return match_label(text) or match_label(f"{text} ")


# --- head and end --------------------------------------------------------------------------------


def no_title(notice: Notice) -> Iterator[Sign]:
    """A document without a title."""
    if not notice.title and "title" not in notice.decided:
        first = notice.blocks[0] if notice.blocks else None
        yield Sign(first.text if first else "", first)


def long_title(notice: Notice) -> Iterator[Sign]:
    """A title that is too long for one or holds a sentence: more than the title is in it."""
    title = notice.title or ""
    if "title" not in notice.decided and (len(title) > _LONGEST_TITLE or "。" in title):
        yield Sign(title, _first(notice, BlockKind.TITLE))


# 关于学习的通知_甲市教育局  关于学习的通知 - 甲市
_SITE_NAME = re.compile(r"[_|｜–—-]+")
_PAGE_TITLE = "网页标题"


def other_page_title(notice: Notice) -> Iterator[Sign]:
    """A saved page is called by a title with 文种 that is not the document's."""
    title = squeeze(notice.title or "")
    if not title or "title" in notice.decided:
        return
    for dropped in notice.dropped:
        called = _SITE_NAME.split(squeeze(dropped.text), maxsplit=1)[0]
        named = dropped.reason == _PAGE_TITLE and line_patterns.genre(called) and len(called) > len("关于通知")
        if named and called not in title and title not in squeeze(dropped.text):
            yield Sign(called, _first(notice, BlockKind.TITLE))
        elif named and title != called and called in title and title.startswith(("【", "[", "·")):
            yield Sign(title, _first(notice, BlockKind.TITLE))


def second_title(notice: Notice) -> Iterator[Sign]:
    """The title once more in the text, or a line that ends in a 文种 with 关于 in it: a document begins there."""
    title = squeeze(notice.title or "")
    for block in notice.blocks:
        text = squeeze(block.text)
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.SECTION) or block.label or block.inline:
            continue
        is_title = "关于" in text and line_patterns.is_title_like(text) and line_patterns.genre(text)
        if (title and text == title) or (is_title and not text.endswith("》") and len(text) > len("关于通知")):
            yield Sign(block.text, block, {"document": "begins"})
    titles = [block for block in notice.blocks if block.kind is BlockKind.TITLE]
    for block in titles[1:]:
        yield Sign(block.text, block, {"document": "begins"})


# 根据《…》，现将有关事项公告如下：  来源：  附件：
_OPENS_TEXT = re.compile(r"(?:如下|以下|下列|附件)[:：]$|^.{0,3}$|^(?:根据|为|按照|经|近日)")


def lost_recipients(notice: Notice) -> Iterator[Sign]:
    """No 主送 though a line before the first sentence ends with a colon: 各有关单位："""
    if notice.recipients or "recipients" in notice.decided or notice.role != "main":
        return
    for block in takewhile(lambda block: not line_patterns.is_sentence(block.text), notice.blocks):
        text = squeeze(block.text)
        other = line_patterns.is_salutation(text) or line_patterns.is_cc(text) or _OPENS_TEXT.search(text)
        if text.endswith(("：", ":")) and not other and not match_label(text):
            yield Sign(block.text, block)
            return


def lost_date(notice: Notice) -> Iterator[Sign]:
    """No date though one of the last lines is a date, or a short line ends in one."""
    if notice.date or "date" in notice.decided:
        return
    for block in notice.blocks[-_LAST_LINES:]:
        text = squeeze(block.text)
        date = last_date(text)
        ends = date and date[2] == len(text) and len(text) <= _DATE_LINE_LENGTH and not line_patterns.is_sentence(text)
        if whole_date(text) or ends:
            yield Sign(block.text, block)
            return


def years_apart(notice: Notice) -> Iterator[Sign]:
    """The year of the number and that of the date lie apart: the number or the date is another document's."""
    match = re.search(r"〔(\d{4})〕", notice.number or "")
    if match and notice.date and not {"number", "date"} & notice.decided:
        years = int(match[1]), int(notice.date[:4])
        if abs(years[0] - years[1]) > _YEARS_APART:
            yield Sign(f"{notice.number}，{notice.date}", _first(notice, BlockKind.DATE))


def sign_off_without_issuer(notice: Notice) -> Iterator[Sign]:
    """A date line ends the document and a short line stands above it, but no issuer was read."""
    if notice.issuers or "issuers" in notice.decided:
        return
    for above, block in pairwise(notice.blocks):
        short = len(above.text) <= _DATE_LINE_LENGTH and not line_patterns.is_sentence(above.text)
        signed = above.kind is BlockKind.SIGNATURE or (above.kind is BlockKind.PARAGRAPH and short)
        if whole_date(block.text) and signed and not above.text.endswith(("：", ":")):
            yield Sign(above.text, above)


_NO_BODY = re.compile(r"[。，；：？！!?;:\d]|(?:请|现将|关于|联系)")


def strange_issuers(notice: Notice) -> Iterator[Sign]:
    """An issuer whose name holds punctuation, digits or words of a sentence."""
    for name in notice.issuers if "issuers" not in notice.decided else ():
        if _NO_BODY.search(name):
            yield Sign(name, _first(notice, BlockKind.SIGNATURE))


_WORDS_OF_TEXT = re.compile(r"现将|通知如下|请(?:各|认真|遵照)|[。；]|根据")


def strange_recipients(notice: Notice) -> Iterator[Sign]:
    """主送 that hold words of a sentence: text was taken for them."""
    if notice.recipients and "recipients" not in notice.decided and _WORDS_OF_TEXT.search(notice.recipients):
        yield Sign(notice.recipients, _first(notice, BlockKind.RECIPIENTS))


# --- text and frame ------------------------------------------------------------------------------

# Private use areas, the replacement character, radicals that stand for characters
_STRANGE = re.compile(r"[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff\u2e80-\u2fdf]")
_AROUND = 8  # characters shown on either side


def strange_characters(notice: Notice) -> Iterator[Sign]:
    """Characters without a meaning of their own: private use, U+FFFD, radicals of a PDF."""
    for block in notice.blocks:
        if match := _STRANGE.search(block.text):
            yield Sign(block.text[max(0, match.start() - _AROUND) : match.end() + _AROUND], block)


# 版权所有：甲市政府  上一篇：…  当前位置：首页 > 公告; not 尊重版权所有人的意愿
_FURNITURE = re.compile(
    r"""
    ^(?:版权所有|上一[篇条]|下一[篇条]|当前位置|您的位置|打印本页|关闭窗口|责任编辑[:：]|分享到|扫一扫|网站地图|(?:信息)?来源[:：]$|发布时间[:：]|点击数|浏览次数)
    | [京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]ICP[备证]
    | 公网安备
    | ^首页(?:[>＞»|]|$)
    """,
    re.VERBOSE,
)
_LONGEST_FURNITURE = 80  # characters: a longer paragraph is text that speaks of such things


def furniture_inside(notice: Notice) -> Iterator[Sign]:
    """Lines of the site around the document, in it: its frame was not found."""
    for block in notice.blocks:
        if len(block.text) <= _LONGEST_FURNITURE and _FURNITURE.search(squeeze(block.text)):
            yield Sign(block.text, block, {"furniture": "true"})


_OF_THE_SITE = re.compile(r"网页(?!隐藏|标题|元数据)|网站|相关链接|评论区|上下篇")
_FRAME = "网页框架（正文之外）"
_SHORTEST_TEXT = 40  # characters: shorter sentences are notes of the site (欢迎光临本站，祝您愉快。)


def dropped_text(notice: Notice) -> Iterator[Sign]:
    """What was taken for the site's reads as text: a long sentence, or one with a label (一、提高认识。…)."""
    for dropped in notice.dropped:
        text = squeeze(dropped.text)
        if not _OF_THE_SITE.match(dropped.reason) or "。" not in text:
            continue
        is_long = dropped.reason != _FRAME and len(text) >= _SHORTEST_TEXT
        if is_long or _LOOKS_LABELLED.match(text):
            yield Sign(dropped.text, None, {"furniture": "false"}, dropped.line)


def cut_off(notice: Notice) -> Iterator[Sign]:
    """The last words of the text end in the middle of a sentence, with nothing below them but tables."""
    body = [block for block in notice.blocks if block.kind in _BODY]
    if not body or notice.status != "complete" or "status" in notice.decided or notice.kind == "no-text":
        return
    last = body[-1]
    text = squeeze(last.text)
    runs_on = text.endswith(("，", "、", ",")) or (
        len(text) >= _SHORTEST_CUT
        and line_patterns.is_sentence(text)
        and not re.search(r"[。！？；：…”）》.!?;:)\d]$", text)
    )
    if runs_on and not DATE.search(text[-_SHORTEST_CUT:]):
        yield Sign(text[-_LONGEST_HEADING:], last)


# --- tasks ---------------------------------------------------------------------------------------

# 各单位要加强  组织开展学习活动的单位 names one by what it does and is no fault
_VERB = re.compile(r"要|应当|必须|须|请|负责|认真|切实|加强|组织|开展|落实|[。；：]")
_NAMES = re.compile(
    r"组织部|负责(?:人|同志|单位|部门)|主要|重要|需要|应急|申请|党组织|组织(?=关系|[、，和及与]|$)|(?:类|社会|基层)组织"
)


def verb_in_addressee(task: Task, notice: Notice) -> Sign | None:
    """A task whose addressee holds a verb: words of the duty were taken for whom it binds."""
    if not task.addressee or task.decided or not _VERB.search(_NAMES.sub("", task.addressee)):
        return None
    return Sign(task.addressee, notice.block(task.ref.block))


def _first(notice: Notice, kind: BlockKind) -> Block | None:
    return next((block for block in notice.blocks if block.kind is kind), None)
