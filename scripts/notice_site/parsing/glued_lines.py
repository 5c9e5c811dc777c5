"""Cuts lines that a source glued together: title and 发文字号, 主送 and text, last sentence and signature, articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from notice_site.parsing import line_patterns
from notice_site.parsing.issuers import issuers
from notice_site.parsing.line_joining import Paragraph
from notice_site.text.date_forms import DATE
from notice_site.text.labels import Style, match_label
from notice_site.text.numerals import han_to_int
from notice_site.text.spacing import GAP, squeeze
from notice_site.text.titles import bracketed_titles

_HEAD_LINES = 5  # masthead, title and number take no more; what is cut below them belongs to the text
_HEAD_REACH = 160  # characters in which a title and its number end
_SHORTEST_TITLE = 8  # characters: 甲局关于学习的通知 has nine; a shorter line is a word before a number
_RECIPIENTS_REACH = 200  # characters; a later colon belongs to the text
_MOST_TITLES = 12  # that a text names before the documents it sends out
_PARTS_TITLE = f"{GAP} （("
_FIRST_LABEL = re.compile(r"第一[章条]|一、")
_LABEL_REACH = 60  # characters in which a label and the heading behind it end
_LONGEST_CHAPTER = 25  # characters of 第二章　监督管理 before its first article

# 全体党员要做到： sets a task, 各单位： addresses
_DIRECTS = re.compile("要求|做到|坚持|注意|必须|应当|不得")
_ORDER = re.compile(r"[\u4e00-\u9fff]{4,30}令\s*(?P<number>第\s*\d{1,4}\s*号)")  # 甲省人民政府令第3号
_SERIAL = re.compile(r"\s*第\s*\d{1,4}\s*号(?=[\s《])")  # 第3号　《防汛条例》已经… below 甲省人民政府令
_ADOPTED = re.compile(r"\s*[（(][^（）()]{4,40}[）)]")  # （一九九〇年十二月五日） behind a number
_SECOND_ARTICLE = re.compile("(?<=[。；;：:”）)])第二条")
_STOPS = "。；;：:”）)"
_REMARK = r"[（(](?:此件|此文|有删)[^（）()]{0,20}[）)]"
_TAIL = rf"\s*(?P<date>{DATE.pattern})?\s*(?P<remark>{_REMARK})?$"
_BEHIND_NAME = re.compile(_TAIL, re.VERBOSE)
_DATE_WITH_REMARK = re.compile(rf"{DATE.pattern}\s*(?={_REMARK}$)", re.VERBOSE)
# 。甲县人民政府2014年3月1日  。总理　李某某　2014年3月1日
_SIGNED = re.compile(
    rf"(?<=[。；！])\s*(?P<name>{line_patterns.OFFICER.pattern}|[^\s。；，：:！？（）()\d]{{4,30}}?){_TAIL}", re.VERBOSE
)
# 第三条　… and 第二章　… behind a stop or in front, with the blank that parts the label from the text
_NUMBERED = re.compile(r"第(?P<n>[一二三四五六七八九十百零〇]{1,6})(?P<unit>[章节条])")


# 第二章人员组成|第四条委员会由三人组成
_FIRST_ARTICLE = re.compile(
    r"第[一二三四五六七八九十]{1,3}章[^。；：，第]{2,20}(?=第[一二三四五六七八九十百]{1,5}条[^，。、的和至])"
)


def glued_line_cuts(paragraphs: Sequence[Paragraph]) -> list[list[int]]:
    """For each paragraph the offsets at which a line of its own begins."""
    heads = head_cuts([p.text for p in paragraphs[:_HEAD_LINES]])
    names = _issuers(paragraphs, heads)
    result: list[list[int]] = []
    titles: list[str] = []
    for i, paragraph in enumerate(paragraphs):
        text = paragraph.text
        following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
        head = heads[i] if i < len(heads) else []
        found = [] if paragraph.rows else [*head, *ending_cuts(text, names, following), *article_cuts(text)]
        result.append(found or title_cuts(text, titles))
        if len(titles) < _MOST_TITLES:
            titles += [bracketed.title for bracketed in islice(bracketed_titles(text), _MOST_TITLES)]
    return result


def title_cuts(text: str, titles: Sequence[str]) -> list[int]:
    """Where a title that the text before named ends, at the beginning of a line that goes on; a date may precede it.

    >>> title_cuts("2014年3月2日 防汛工作实施方案　　为做好防汛工作，制定本方案。", ["防汛工作实施方案"])
    [10, 18]
    >>> title_cuts("关于防汛工作的意见财政部　水利部", ["关于防汛工作的意见"])
    [9]
    >>> title_cuts("防汛工作实施方案的要求", ["防汛工作实施方案"])
    []
    """
    dated = DATE.match(text)
    start = len(text) - len(text[dated.end() :].lstrip()) if dated else 0
    for title in titles:
        end = start + len(title)
        if len(title) >= _SHORTEST_TITLE and text.startswith(title, start) and end < len(text):
            rest = text[end:]
            names = line_patterns.body_names(rest) or line_patterns.are_names(rest)
            if rest[0] in _PARTS_TITLE or names or _FIRST_LABEL.match(rest):
                return [start, end] if start else [end]
    return []


def head_cuts(texts: Sequence[str]) -> list[list[int]]:
    """Where title, number, 主送 and text begin in the lines of a head, up to the first line that is text.

    >>> head_cuts(["甲县人民政府关于防汛的通知甲政发〔2014〕3号", "各乡镇人民政府：为做好防汛工作，现通知如下。"])
    [[13], [8]]
    >>> head_cuts(["甲政发〔2014〕3号各乡镇人民政府：", "按照甲政发〔2014〕3号要求，各单位：照办。"])
    [[11], []]
    """
    result: list[list[int]] = []
    for text in texts:
        cuts: list[int] = []
        position = 0
        if number := _number_span(text):
            cuts, position = [*number], number[1]
            if adopted := _ADOPTED.match(text, position):
                position = adopted.end()
                cuts.append(position)
        if (order := _ORDER.match(text)) and text[order.end() : order.end() + 1] in ("", " ", GAP, "《"):
            cuts = [order.start("number"), order.end()]
        elif (order := _SERIAL.match(text)) and texts[len(result) - 1].endswith("令"):
            cuts = [order.end()]
        elif end := _recipients_end(text, position):
            cuts.append(end)
        elif position and text[position : position + 1] not in ("", " ", GAP):
            cuts = []  # the number belongs to a sentence
        result.append([cut for cut in cuts if 0 < cut < len(text)])
        if not cuts and line_patterns.is_sentence(text):
            break
    return result


def _number_span(text: str) -> tuple[int, int] | None:
    """Start and end of the 发文字号 with which a line begins, or that follows a title in it, brackets included."""
    match = line_patterns.NUMBER.search(text, 0, _HEAD_REACH)
    if not match:
        return None
    start, end = match.span()
    if not text[:start].strip("（( \u3000"):
        start = 0  # unless the title runs up to it
    before = ((at, text[:at].rstrip("（( \u3000")) for at in range(match.start("body"), match.end("body")))
    titles = [at for at, title in before if line_patterns.is_masthead(title) or _is_title(title)]
    if titles:
        start = titles[-1]
    elif start:
        return None
    while start and text[start - 1] in "（( \u3000":
        start -= 1
    if text[start : start + 1] in ("（", "(") and text[end : end + 1] in ("）", ")"):
        end += 1
    return start, end


def _is_title(text: str) -> bool:
    """Whether a line is a title that ends in a 文种."""
    return (
        len(text) >= _SHORTEST_TITLE
        and line_patterns.genre(text) is not None
        and line_patterns.is_title_like(text)
        and line_patterns.balanced(text)
    )


def _recipients_end(text: str, start: int) -> int | None:
    """Where the 主送 that begin at `start` end, if a sentence follows them or a number stands before them.

    甲部：着力建设交通网络 is a headline.
    """
    colon = re.compile("[:：]").search(text, start, start + _RECIPIENTS_REACH)
    if not colon or (not start and colon.end() == len(text)):
        return None
    behind = text[colon.end() :].strip()
    if behind and not (line_patterns.is_sentence(behind) or behind.endswith(("：", ":"))):
        return None
    names = text[start : colon.end()].strip()
    return colon.end() if line_patterns.is_recipients(names) and not _DIRECTS.search(names) else None


def _issuers(paragraphs: Sequence[Paragraph], heads: Sequence[Sequence[int]]) -> tuple[str, ...]:
    """The bodies that the title names."""
    for paragraph, cuts in zip(paragraphs, heads, strict=False):
        title = paragraph.text[: cuts[0]] if cuts else paragraph.text
        if _is_title(title):
            return issuers([], [], squeeze(title))
    return ()


def ending_cuts(text: str, names: Sequence[str], following: str) -> list[int]:
    """Where signature, date and remark begin that run on behind the last sentence or the names of annexes.

    >>> text = "请认真执行。甲县人民政府2014年3月1日（此件公开发布）"
    >>> ending_cuts(text, (), ""), ending_cuts("2014年3月1日（此件公开发布）", (), "")
    ([6, 12, 21], [9])
    >>> ending_cuts("附件：任务分工甲县人民政府", ["甲县人民政府"], "2014年3月1日")
    [7]
    >>> ending_cuts("报甲县人民政府", ["甲县人民政府"], "")
    []
    """
    if dated := _DATE_WITH_REMARK.match(text):
        return [dated.end()]
    for name in names:
        at = text.rfind(name)
        behind = _BEHIND_NAME.match(text, at + len(name)) if at > 0 else None
        if behind and (text[:at].rstrip()[-1] in "。；！" or line_patterns.is_attachment_list(text)):
            is_signed = behind["date"] or DATE.match(following) or not following
            return _starts(at, behind) if is_signed else []
    signed = _SIGNED.search(text)
    if (
        signed
        and signed["date"]
        and (line_patterns.is_officer(signed["name"]) or line_patterns.ISSUER_ENDING.search(signed["name"]))
    ):
        return _starts(signed.start("name"), signed)
    return []


def _starts(at: int, behind: re.Match[str]) -> list[int]:
    return [at, *(behind.start(group) for group in ("date", "remark") if behind[group])]


def article_cuts(text: str) -> list[int]:
    """Where articles and chapters begin that run on behind a stop and count on.

    >>> text = "第一条　制定本办法。第二条　本办法适用于全县。第二章　职责第三条　县政府负责。依照第九条　规定。"
    >>> [text[at : at + 3] for at in article_cuts(text)]
    ['第二条', '第二章', '第三条']
    """
    first = _FIRST_ARTICLE.match(text)
    cuts = [first.end()] if first else []
    last: dict[str, int] = {}
    second = _SECOND_ARTICLE.search(text)
    chapter_end = -_LONGEST_CHAPTER
    for match in _NUMBERED.finditer(text):
        number, unit, at = han_to_int(match["n"]) or 0, match["unit"], match.start()
        heading = text[chapter_end:at] if 0 <= chapter_end < at <= chapter_end + _LONGEST_CHAPTER else ""
        begins = at == 0 or text[at - 1] in _STOPS or (heading and not line_patterns.is_sentence(heading))
        begins = begins or (number == 1 and unit not in last and _opens_rules(text, at, unit, second))
        counts_on = (
            number == last[unit] + 1 if unit in last else at == 0 or unit != "条" or bool(heading) or number == 1
        )
        if not (begins and (counts_on or (unit == "节" and number == 1))) or not _is_label(text, at):
            continue
        last[unit] = number
        if unit != "条":
            chapter_end = match.end()
        if at and at not in cuts:
            cuts.append(at)
    return cuts


def _opens_rules(text: str, at: int, unit: str, second: re.Match[str] | None) -> bool:
    """Whether rules begin with that label in the middle of a line: …办法2014年3月1日公布|第一条　制定本办法。第二条."""
    if unit == "章":
        return _FIRST_ARTICLE.match(text, at) is not None
    return unit == "条" and second is not None and at < second.start()


def _is_label(text: str, at: int) -> bool:
    """Whether 第三条 that stands there begins an article and cites none: 第三条　本办法, not 第三条规定的."""
    label = match_label(text[at : at + _LABEL_REACH])
    return label is not None and label.style in (Style.CHAPTER, Style.DIVISION, Style.ARTICLE)
