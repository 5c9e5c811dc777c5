"""Names values of the data in Chinese, as the site words them."""

from __future__ import annotations

import re
from functools import lru_cache

from notice_site.model import Event, Notice, RepairKind

SITE = "群众路线教育实践活动公文集"
"""The name of this site."""

ROLES = {"main": "主件", "forwarded": "被转发件", "issued": "印发件", "annex": "附件"}

CARRIER_FACTS = {"level": "主件层级", "date": "主件日期", "issuers": "主件机关"}
"""Marks what a carried document does not state, and the document that carries it does."""

TERM_KINDS = {
    "slogan": "提法",
    "metaphor": "比喻说法",
    "problem": "问题表述",
    "activity": "活动与制度",
    "numeral": "数字缩略语",
    "document": "文件",
    "meeting": "会议",
    "speech": "讲话",
    "work": "作品",
    "spirit": "精神",
    "person": "人物",
    "body": "机构",
    "unit": "单位与人员",
    "place": "地名",
}

TASK_TYPES = {
    "problem": "着力解决的问题",
    "finding": "指出的问题",
    "action": "工作要求",
    "quantity": "数量要求",
    "time": "时限",
    "support": "组织督导",
    "scope": "参加范围",
    "focus": "重点对象",
}

RELATIONS = {
    "basis": "比较基准",
    "same": "相同",
    "stricter": "要求较高",
    "looser": "要求较低",
    "only-here": "无可比的",
    "unranked": "约数，不比高低",
}

EVENT_KINDS = {
    "event": "事件",
    "case": "案例",
    "issued": "成文",
    "printed": "印发",
    "published": "见报",
    "dateline": "电头",
    "deadline": "期限",
    "not-before": "…以后",
    "period": "时段",
    "recurring": "定期",
    "duration": "时间长度",
}

PRECISIONS = {"day": "日", "xun": "旬", "month": "月", "year": "年"}

REPAIRS = {
    RepairKind.JOIN: "接合断行",
    RepairKind.NOISE: "删除多余空格",
    RepairKind.GLYPH: "还原字形",
    RepairKind.SUSPECTED_ERROR: "疑误",
    RepairKind.UNBALANCED_QUOTE: "引号不成对",
    RepairKind.MISSING_TEXT: "疑有缺文",
}

PASSAGES = {"verbatim": "原文照录", "punctuation-only": "仅标点或字形不同", "altered": "改写"}

CITED_KINDS = {
    "document": "文件",
    "regulation": "法规制度",
    "speech": "讲话",
    "meeting": "会议",
    "work": "作品",
    "order": "部署要求",
}

ROWS = {
    **PASSAGES,
    "added": "新增",
    "dropped": "未承接",
    "beyond": "来源中断，无法比对",
    "partly": "部分移位",
    "regrouped": "分段不同",
    "moved": "移位",
}

ITEM_ROWS = {
    "kept": "照录",
    "extended": "增补",
    "shortened": "删减",
    "changed": "改写",
    "quoted": "仅见转引",
    "again": "重出",
    "moved": "移位",
    "partly": "部分移位",
    "dropped": "未见",
    "added": "新增",
    "beyond": "来源中断，无法比对",
}
"""What becomes of an item of a duty in the other document."""

ITEM_ROWS_EXPLAINED = {
    "kept": "文字相同，标点、全角半角不计",
    "extended": "{base}的字都在，{derived}另有增加",
    "shortened": "{derived}的字都见于{base}，{base}另有的字不见",
    "changed": "文字相近，不同的字已标出",
    "quoted": "{derived}只在转引{base}时写到，自己的要求中没有",
    "again": "与已并列的另一项文字相近，附其位置",
    "moved": "文字在对方他处，附其位置",
    "partly": "有一段文字在对方他处，附其位置",
    "dropped": "{derived}没有相同或相近的文字",
    "added": "{base}没有相同或相近的文字",
    "beyond": "{derived}的来源文本在此以前中断",
}
"""What these words mean, with the names of the two documents."""

_OTHER_TITLE_MARKS = str.maketrans("《》〈〉", "〈〉《》")

DATE_UNSTATED = "来源文本未载明日期"
LEVEL_UNKNOWN = "层级未定"

NATIONWIDE = "全国（中央）"
"""The place of documents of the central authorities that name none."""

CENTRAL = "central"
"""The id of the level of the central authorities, which are of no one place."""

UNTITLED = "无标题文件"
TRUNCATED = "不完整"
EXCERPT = "节选"


def place(notice: Notice) -> str | None:
    """The place that a document is from, or that it is from the central authorities; None where neither is known."""
    return notice.place or (NATIONWIDE if notice.level == CENTRAL else None)


def day(iso: str) -> str:
    """Writes a date as notices do.

    >>> day("2014-04-02"), day("2014-04")
    ('2014年4月2日', '2014年4月')
    """
    parts = [int(part) for part in iso.split("-")]
    return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def time(event: Event) -> str:
    """Words when an event is; its own wording where no date is known.

    2014年3月17日至18日, 2014年4月30日以前, 约2014年5月11日至20日. A 旬 or the end of a month is given in days as well.
    """
    start, end = event.start, event.end
    if start and end:
        words = day(start) if start == end else f"{day(start)}至{day_after(end, start)}"
    elif end:
        words = f"{day(end)}以前"
    elif start:
        words = f"{day(start)}{'以后' if event.kind == 'not-before' else '起'}"
    else:
        return event.wording
    return f"约{words}" if event.approximate else words


def day_after(iso: str, after: str) -> str:
    """Writes a date without the year and month that it shares with the one before it.

    >>> day_after("2014-03-18", "2014-03-17"), day_after("2014-09", "2014-03"), day_after("2015-02", "2014-11")
    ('18日', '9月', '2015年2月')
    """
    whole, shared = day(iso), day(after)
    for unit in "月年":
        head = shared.partition(unit)[0] + unit
        if unit in shared and whole.startswith(head) and len(whole) > len(head):
            return whole[len(head) :]
    return whole


def number(value: float | None) -> str:
    """Writes a number as data gives it, without a needless fraction; nothing for none.

    >>> number(5.0), number(1500000), number(1.5), number(None)
    ('5', '1500000', '1.5', '')
    """
    return "" if value is None else str(int(value)) if value == int(value) else str(value)


def title(notice: Notice) -> str:
    """Returns the title, or words that tell a document without one from others: 无标题文件（来源 甲.txt）."""
    return notice.title or f"{UNTITLED}（来源 {notice.source}{_place_in_source(notice)}）"


def _place_in_source(notice: Notice) -> str:
    """Counts a document that follows others in its source, as its id does: the first that follows is 第 2 件."""
    following = re.search(r"-att_(\d+)\Z", notice.id) if notice.part_of else None
    return f"，第 {int(following[1]) + 1} 件" if following else ""


def short(notice: Notice, length: int) -> str:
    """Names a notice by its number and as much of its title as fits into `length` characters."""
    name = f"{notice.number}　{title(notice)}" if notice.number else title(notice)
    return name if len(name) <= length else f"{name[: length - 1]}…"


def cite(notice: Notice) -> str:
    """Cites a notice as notices do: 《题名》（发文字号）.

    Marks inside the title change places, 《》 with 〈〉, as GB/T 15834-2011 asks (4.15). Words that stand for a
    missing title have no marks.
    """
    name = f"《{_in_title_marks(notice.title)}》" if notice.title else title(notice)
    return f"{name}（{notice.number}）" if notice.number else name


@lru_cache(maxsize=4096)
def _in_title_marks(title: str) -> str:
    return title.translate(_OTHER_TITLE_MARKS)


def cite_parts(title: str | None, number: str | None, *, marked: bool = True) -> str:
    """Names something that is not held: 《题名》（发文字号）, or what of these is known.

    `marked`: the text puts the title in 《》; a title that holds a 《》 of its own is as worded.

    >>> cite_parts("关于甲的通知", "甲发〔2014〕1号"), cite_parts("省委《方案》", None)
    ('《关于甲的通知》（甲发〔2014〕1号）', '省委《方案》')
    """
    if not title:
        return number or ""
    name = f"《{_in_title_marks(title)}》" if marked and not title.endswith("》") else title
    return f"{name}（{number}）" if number else name


def percentage(part: int, whole: int) -> str:
    """Writes a share in whole percent, halves rounded up; only nothing is 0% and only the whole is 100%.

    >>> percentage(1701, 6027), percentage(2248, 2258), percentage(1, 999), percentage(0, 0)
    ('28%', '99%', '1%', '0%')
    """
    if not part or not whole:
        return "0%"
    return "100%" if part == whole else f"{min(99, max(1, (200 * part + whole) // (2 * whole)))}%"


def size(count: int) -> str:
    """Writes a number of bytes for people.

    >>> size(812), size(14_600), size(2_100_000)
    ('812\\xa0字节', '14.6\\xa0kB', '2.1\\xa0MB')
    """
    if count < 1000:
        return f"{count}\u00a0字节"
    if count < 1_000_000:
        return f"{count / 1000:.1f}\u00a0kB"
    return f"{count / 1_000_000:.1f}\u00a0MB"
