"""Reads the head of a document: masthead, number, title, byline, date, 主送."""

from __future__ import annotations

import re
from dataclasses import field, replace

from notice_site.model import Align, BlockKind
from notice_site.model.frozen import dataclass
from notice_site.parsing import line_patterns
from notice_site.parsing.line_break_recovery import split_paragraph
from notice_site.parsing.line_joining import Paragraph
from notice_site.text.date_forms import DATE
from notice_site.text.dates import last_date, whole_date
from notice_site.text.genres import STATUTORY
from notice_site.text.labels import match_label
from notice_site.text.spacing import squeeze

_MASTHEAD_LINES = 6  # with the 发文字号 as the last; more short lines are a list
_LINES_BELOW_MASTHEAD = 3  # between the word 文件 and the 发文字号: further names of a joint masthead, 特急
_TITLE_LINES = 6  # more short lines without 文种 are a list or a table
_BYLINE_LENGTH = 30  # characters: office and name of a speaker, or a body; what is longer is text
_COVER_LINES = 4  # of a compilation, the word 目录 among them
_HEADLINE_LINES = 3  # of the headline of who posted a document
_LEAD_PARAGRAPHS = 8  # of a newspaper's lead before the text of the document
_NAMED_LINES = 3  # of a title that another one names
_SHORTEST_NAMED = 8  # characters: shorter words stand in the title of a carrier by chance
_ADOPTION_LINES = 4  # by several bodies, and when it comes into force
_TITLE_WORDS = "关于|转发|印发"
"""Words with which the matter of a title begins; a line that holds one is no name of a body."""

# 关于学习的通知  转发检查的通知
_OPENS_TITLE = re.compile(_TITLE_WORDS)
# 关于学习的通知  甲局关于检查的通知; not 局关于检查的通知, whose name is the rest of one
_OPENS_WHOLE_TITLE = re.compile(rf"{_TITLE_WORDS}|[\u4e00-\u9fff]{{2,30}}关于")
# 的通知  ——全年部署: the rest of a title
_GOES_ON = re.compile("的|及|和|——?")

_OPENING_BODY = re.compile(rf"(?P<body>[\u4e00-\u9fff]{{4,30}}?)(?:{_TITLE_WORDS})")
# 县教育局令第41号
_ORDER_OF = re.compile(r"(?P<body>[\u4e00-\u9fff]{2,20})令第\d{1,4}号")
# 转发：甲局关于检查的通知  【导读】关于考试的通知: what whoever posted it set before the title; not 转发甲局关于…的通知
_POSTED = re.compile(r"^(?:(?:转发|转载|转|通知|公告|原标题)[:：]|【[^【】]{1,6}】)(?=.{6})")

# 动员好！再出发  学什么？; not 会议闭幕。
_EXCLAIMED = re.compile("[！？!?；;]")
_COUNTED = re.compile(r"[（(]共\d+[项个人名张页份条][）)]$")  # 重点任务清单|（共30项）
_QUOTED_WHOLE = re.compile(r"^《([^《》]+)》$")  # 《学习方案》 over the text of the plan

# 中共中央办公厅印发《关于…的指导意见》
_PRESS_HEADLINE = re.compile(r"^(?P<issuer>[^《》，。]{2,24})(?:印发|发布|公布|颁布|转发)《(?P<title>.+)》$")
# 2019年1月30日两院《关于…的意见》的通知（全文）: how those who post a document head it
_POSTER_HEADLINE = re.compile(
    rf"(?:{DATE.pattern})?[^《》]*《(?P<title>[^《》]{{6,}})》[^《》]{{0,6}}(?:[（(]全文[）)])?", re.VERBOSE
)
# 考勤办法……………5  申诉管理规定......12; not 考勤办法, 考勤办法5
_ENTRY = re.compile(r"(?P<title>[^…·.]{2,60}?)\s*(?:…{2,}|·{4,}|[.．]{4,})\s*\d{1,4}")
# 1997年9月24日甲检察委员会第七十四次会议通过  2018年3月30日施行
_ADOPTION = re.compile(rf"{DATE.pattern}[^。；，]{{0,60}}(?:通过|批准|公布|发布|施行|修订|修正|会议)", re.VERBOSE)
# 2005年12月18日《关于修改〈登记条例〉的决定》第一次修订: what tells of rules is not their title
_AMENDED = re.compile(rf"{DATE.pattern}[^。；，]{{2,80}}(?:通过|公布|发布|修订|修正)\s*", re.VERBOSE)
_FULL_TEXT = re.compile(r"全文(?:如下|公布|刊登)?[：:。]?$")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one document: its pieces in order, what they say, and the index of the first body paragraph."""

    pieces: tuple[tuple[BlockKind, Paragraph], ...]
    end: int
    title: str | None = None
    number: str | None = None
    recipients: str | None = None
    date: str | None = None
    byline: str | None = None  # the body or person named in brackets or alone under the title
    issuer: str | None = None  # who issued it, as a press headline says
    annex: bool = False
    press: bool = False  # a newspaper's headline and lead stand before the text
    contents: tuple[str, ...] = ()  # of a compilation: the titles of its documents, as its contents list them


def page_titles(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The headings with which a web page opens, and the rest: the document may repeat its title below them."""
    count = 0
    while count < len(paragraphs) and paragraphs[count].heading and not match_label(paragraphs[count].text):
        count += 1
    first = paragraphs[:count]
    if count == len(paragraphs) or len({squeeze(p.text) for p in first}) > 1:
        # Several different headings in a row are lines of the title itself.
        return (), paragraphs
    return first, paragraphs[count:]


def head_at(paragraphs: tuple[Paragraph, ...], start: int, carrier: str = "") -> Head:
    """The head that begins at `start`; `title` is None and `end` may equal `start` where there is none.

    `carrier` is the title of the document that sends this one out, which may name it: 关于印发甲县公文式样的通知.
    """
    if start == 0 and (other := _press_head(paragraphs) or _poster_head(paragraphs) or _compilation_head(paragraphs)):
        return other
    pieces: list[tuple[BlockKind, Paragraph]] = []
    i = start
    annex = False
    while i < len(paragraphs) and line_patterns.is_annex_mark(paragraphs[i].text):
        pieces.append((BlockKind.NOTE, paragraphs[i]))
        annex, i = True, i + 1
    i, masthead = _masthead(paragraphs, i)
    pieces += [(BlockKind.MASTHEAD, p) for p in masthead]
    i, number = _number(paragraphs, i, pieces)
    if not masthead and _is_name_above(paragraphs, i):
        pieces.append((BlockKind.MASTHEAD, paragraphs[i]))
        i += 1
    while i + 1 < len(paragraphs) and _ADOPTION.fullmatch(paragraphs[i].text) and _is_title_line(paragraphs[i + 1]):
        pieces.append((BlockKind.NOTE, paragraphs[i]))  # above the title
        i += 1
    end, title = _title(paragraphs, i, annex)
    if title is None and carrier:
        end, title = _named_title(paragraphs, i, carrier)
    if not annex and not masthead and i < len(paragraphs) and (named := line_patterns.annex_title(paragraphs[i].text)):
        annex, end, title = True, i + 1, named
    pieces += [(BlockKind.TITLE, p) for p in paragraphs[i:end]]
    i = end
    if number is None or (i < len(paragraphs) and line_patterns.number(paragraphs[i].text) == number):
        i, number = _number(paragraphs, i, pieces)
    if number is None and title and title.endswith("令") and (order := _order_number(paragraphs, i)):
        pieces.append((BlockKind.NUMBER, paragraphs[i]))
        i, number = i + 1, order
    below = _below_title(paragraphs, i) if title else _BelowTitle()
    pieces += below.pieces
    i += len(below.pieces)
    contents = _contents_end(paragraphs, i) if title else i
    pieces += [(BlockKind.NOTE, p) for p in paragraphs[i:contents]]
    i = contents
    recipients = None
    if (
        i < len(paragraphs)
        and line_patterns.is_recipients(paragraphs[i].text)
        and (line_patterns.genre(title or "") in STATUTORY or not line_patterns.is_salutation(paragraphs[i].text))
    ):
        recipients = squeeze(paragraphs[i].text)[:-1]
        pieces.append((BlockKind.RECIPIENTS, paragraphs[i]))
        i += 1
    if title:
        title = _COUNTED.sub("", _QUOTED_WHOLE.sub(r"\1", _POSTED.sub("", title)))
    return Head(tuple(pieces), i, title, number or below.number, recipients, below.date, below.byline, None, annex)


@dataclass(slots=True)
class _BelowTitle:
    """What stands between the title and 主送: date, issuer or speaker, remarks in brackets."""

    pieces: list[tuple[BlockKind, Paragraph]] = field(default_factory=list)
    date: str | None = None
    byline: str | None = None
    number: str | None = None


def _below_title(paragraphs: tuple[Paragraph, ...], start: int) -> _BelowTitle:
    below = _BelowTitle()
    for i in range(start, len(paragraphs)):
        text = paragraphs[i].text
        dated = last_date(text) if line_patterns.is_bracketed(text) else None
        if below.date is None and (whole := whole_date(text)):
            kind, below.date = BlockKind.DATE, whole
        elif below.date is None and dated and dated[2] == len(text) - 1:
            kind, below.date, below.byline = BlockKind.DATE, dated[0], squeeze(text[1 : dated[1]]) or None
            if order := _ORDER_OF.fullmatch(below.byline or ""):
                below.number, below.byline = order[0], order["body"]
        elif line_patterns.is_bracketed(text) and not paragraphs[i].rows:
            kind = BlockKind.NOTE  # （2004年6月16日…会议通过） （讨论稿）
        elif below.byline is None and _is_byline(paragraphs, i):
            kind, below.byline = BlockKind.NOTE, text if line_patterns.are_names(text) else squeeze(text)
        elif _ADOPTION.fullmatch(text) and any(
            line_patterns.is_recipients(p.text) for p in paragraphs[i + 1 : i + 1 + _ADOPTION_LINES]
        ):
            kind = BlockKind.NOTE
        else:
            break
        below.pieces.append((kind, paragraphs[i]))
    return below


def _contents_end(paragraphs: tuple[Paragraph, ...], start: int) -> int:
    """Where a table of contents (目录) that begins at `start` ends: its first entry comes again as a heading."""
    if start + 1 >= len(paragraphs) or squeeze(paragraphs[start].text) not in ("目录", "目次"):
        return start
    first = squeeze(re.sub(r"[.…·\s\d]+$", "", paragraphs[start + 1].text))
    for i in range(start + 2, len(paragraphs)):
        if first and squeeze(paragraphs[i].text).startswith(first):
            return i
    return start


def _masthead(paragraphs: tuple[Paragraph, ...], start: int) -> tuple[int, tuple[Paragraph, ...]]:
    """Lines up to one that ends in 文件, or up to a 发文字号 that follows names of bodies."""
    for i in range(start, min(start + _MASTHEAD_LINES, len(paragraphs))):
        text = paragraphs[i].text
        if line_patterns.number(text) and i > start:
            lines = paragraphs[start:i]
            return (i, lines) if all(_names_issuer(p.text) for p in lines) else (start, ())
        if line_patterns.is_masthead(text):
            following = paragraphs[i + 1 : i + 2 + _LINES_BELOW_MASTHEAD]
            # A joint masthead has the further names below the word 文件: up to the number.
            for k, p in enumerate(following, 1):
                if line_patterns.number(p.text) and all(
                    line_patterns.ISSUER_ENDING.search(q.text) or line_patterns.is_mark(q.text)
                    for q in following[: k - 1]
                ):
                    return i + k, paragraphs[start : i + k]
            return i + 1, paragraphs[start : i + 1]
        if not line_patterns.is_title_like(text) or _OPENS_TITLE.match(text) or line_patterns.is_remark(text):
            break
    return start, ()


def _is_name_above(paragraphs: tuple[Paragraph, ...], i: int) -> bool:
    """Whether the name of a body stands above a title that opens with it: 甲县人民政府 ⏎ 县人民政府关于防汛的通知."""
    names = line_patterns.body_names(paragraphs[i].text) if i + 1 < len(paragraphs) else ()
    opening = _OPENING_BODY.match(squeeze(paragraphs[i + 1].text)) if len(names) == 1 else None
    return opening is not None and names[0].endswith(opening["body"])


def _names_issuer(text: str) -> bool:
    """A line of a masthead: 浙江省教育厅, 中共甲省委学习; not a title (…关于…的通知)."""
    return not _OPENS_TITLE.search(text) and (line_patterns.genre(text) is None or text.endswith("文件"))


def _number(
    paragraphs: tuple[Paragraph, ...], i: int, pieces: list[tuple[BlockKind, Paragraph]]
) -> tuple[int, str | None]:
    if i < len(paragraphs) and (number := line_patterns.number(paragraphs[i].text)):
        pieces.append((BlockKind.NUMBER, paragraphs[i]))
        return i + 1, number
    return i, None


def _order_number(paragraphs: tuple[Paragraph, ...], i: int) -> str | None:
    """第707号, as orders (令) are numbered."""
    match = re.fullmatch(r"（?(第\d+号)）?", squeeze(paragraphs[i].text)) if i < len(paragraphs) else None
    return match[1] if match else None


def _title(paragraphs: tuple[Paragraph, ...], start: int, annex: bool) -> tuple[int, str | None]:
    """The lines of the title from `start`, joined: up to a 文种 with all brackets closed."""
    lines: list[Paragraph] = []
    i = start
    while i < len(paragraphs) and len(lines) < _TITLE_LINES:
        paragraph = paragraphs[i]
        if paragraph.rows or not _is_title_line(paragraph) or line_patterns.is_remark(paragraph.text):
            break
        joined = "".join(squeeze(p.text) for p in lines)
        if (
            lines
            and lines[0].align is Align.CENTER
            and paragraph.align is not Align.CENTER
            and not (_OPENS_TITLE.match(paragraph.text) and line_patterns.body_names(joined))
        ):
            break  # but a wide line is seldom centred: 甲县人民政府 ⏎ 关于加强防汛工作的通知
        if lines and _complete(joined) and not _goes_on(paragraph.text):
            break
        if lines and 0 < lines[0].heading < paragraph.heading and not _OPENS_TITLE.search(joined):
            break  # a heading below the title: # 情况统计表, ## 填表说明
        lines.append(paragraph)
        i += 1
    joined = "".join(squeeze(p.text) for p in lines)
    if lines and _complete(joined):
        return i, joined
    # No 文种: only a line set off by the format, or one that opens as titles do.
    set_off = lines and (lines[0].align is Align.CENTER or lines[0].heading or start == 0 or annex)
    if set_off or _OPENS_TITLE.match(joined):
        count = 1
        while count < len(lines) and (
            not line_patterns.balanced("".join(p.text for p in lines[:count])) or lines[count].text.startswith("—")
        ):
            count += 1
        return start + count, "".join(squeeze(p.text) for p in lines[:count])
    return start, None


def _named_title(paragraphs: tuple[Paragraph, ...], start: int, carrier: str) -> tuple[int, str | None]:
    """The lines from `start` that the title of the carrier holds, as many as it has."""
    for end in range(min(start + _NAMED_LINES, len(paragraphs)), start, -1):
        joined = "".join(squeeze(p.text) for p in paragraphs[start:end])
        if len(joined) >= _SHORTEST_NAMED and joined in carrier and not any(p.rows for p in paragraphs[start:end]):
            return end, joined
    return start, None


def _is_title_line(paragraph: Paragraph) -> bool:
    """True for a line that may be one of a title; what the format calls a heading may exclaim or ask: 学什么？"""
    text = _EXCLAIMED.sub("", paragraph.text) if paragraph.heading else paragraph.text
    return line_patterns.is_title_like(text) and _AMENDED.fullmatch(text) is None


def _goes_on(text: str) -> bool:
    """True for a line that ends a title whose first line only seemed whole: 关于做好学习安排 | 工作的通知."""
    if _GOES_ON.match(text):
        return True
    return line_patterns.genre(text) in STATUTORY and not _OPENS_WHOLE_TITLE.match(text)


def _complete(joined: str) -> bool:
    return line_patterns.genre(joined) is not None and line_patterns.balanced(joined)


def _is_byline(paragraphs: tuple[Paragraph, ...], i: int) -> bool:
    """The speaker or the issuing body under the title: a short centred line before a date, or nothing but bodies."""
    paragraph = paragraphs[i]
    after = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
    if line_patterns.are_names(paragraph.text) and line_patterns.is_sentence(after):
        return True
    if len(squeeze(paragraph.text)) > _BYLINE_LENGTH or not line_patterns.is_title_like(paragraph.text):
        return False
    if paragraph.align is Align.CENTER and whole_date(after) is not None:
        return True
    return bool(line_patterns.body_names(paragraph.text)) and bool(
        match_label(after) or line_patterns.is_bracketed(after) or line_patterns.is_sentence(after)
    )


def _compilation_head(paragraphs: tuple[Paragraph, ...]) -> Head | None:
    """The head of the first document of a compilation, whose cover and contents (考勤办法……5) stand before it."""
    for start, paragraph in enumerate(paragraphs[:_COVER_LINES]):
        if squeeze(paragraph.text) not in ("目录", "目次"):
            continue
        end = start + 1
        while end < len(paragraphs) and _ENTRY.fullmatch(paragraphs[end].text.strip()):
            end += 1
        entries = (_ENTRY.fullmatch(p.text.strip()) for p in paragraphs[start + 1 : end])
        contents = tuple(squeeze(entry["title"]) for entry in entries if entry)
        first = head_at(paragraphs, end) if contents else None
        if first and first.title in contents:
            cover = tuple((BlockKind.NOTE, p) for p in paragraphs[:end])
            return replace(first, pieces=(*cover, *first.pieces), contents=contents)
    return None


def _poster_head(paragraphs: tuple[Paragraph, ...]) -> Head | None:
    """The headline of who posted a document, issuers and date, and the title by itself, before the text."""
    for lines in range(1, min(_HEADLINE_LINES, len(paragraphs)) + 1):
        text = squeeze("".join(p.text for p in paragraphs[:lines]))
        headline = _POSTER_HEADLINE.fullmatch(text)
        if headline and (DATE.match(text) or text.endswith(("全文）", "全文)"))):
            return _below_headline(paragraphs, lines, headline["title"])
    return None


def _below_headline(paragraphs: tuple[Paragraph, ...], start: int, title: str) -> Head | None:
    """The head whose headline ends at `start`; None where the title does not come again below issuers and date."""
    pieces = [(BlockKind.NOTE, p) for p in paragraphs[:start]]
    date = None
    for i, paragraph in enumerate(paragraphs[start : start + 1 + _LINES_BELOW_MASTHEAD], start):
        if squeeze(paragraph.text) == title:
            return Head((*pieces, (BlockKind.TITLE, paragraph)), i + 1, title, date=date)
        dated = last_date(paragraph.text)
        ends_dated = dated is not None and dated[2] == len(paragraph.text)
        for part in split_paragraph(paragraph, [dated[1]] if dated and ends_dated else []):
            if whole := whole_date(part.text):
                kind, date = BlockKind.DATE, whole
            elif all(line_patterns.ISSUER_ENDING.search(name) for name in part.text.split()):
                kind = BlockKind.MASTHEAD
            else:
                return None
            pieces.append((kind, part))
    return None


def _press_head(paragraphs: tuple[Paragraph, ...]) -> Head | None:
    """A newspaper's headline and lead (近日，… 全文如下。) before the text of a document."""
    headline = _PRESS_HEADLINE.match(squeeze(paragraphs[0].text)) if paragraphs else None
    if not headline:
        return None
    for i, paragraph in enumerate(paragraphs[1 : 1 + _LEAD_PARAGRAPHS], 1):
        text = squeeze(paragraph.text)
        if _FULL_TEXT.search(text) and headline["title"] in text:
            end = i + 1
            repeats = end < len(paragraphs) and squeeze(paragraphs[end].text).strip("《》") == headline["title"]
            pieces = [(BlockKind.NOTE, p) for p in paragraphs[:end]]
            if repeats:
                pieces.append((BlockKind.TITLE, paragraphs[end]))
            return Head(tuple(pieces), end + repeats, headline["title"], issuer=headline["issuer"], press=True)
    return None
