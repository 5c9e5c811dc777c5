"""Values of the data go in, the Chinese words that the site uses for them come out."""

from __future__ import annotations

from notice_site.model import Notice, RepairKind

ROLES = {"main": "主件", "forwarded": "被转发件", "issued": "印发件", "annex": "附件"}

TERM_KINDS = {
    "slogan": "提法口号",
    "metaphor": "比喻说法",
    "problem": "问题表述",
    "activity": "活动与制度",
    "numeral": "数字概括",
    "document": "文件",
    "spirit": "人物与精神",
    "body": "机构",
    "unit": "单位与人员",
    "place": "地名",
}

REPAIRS = {
    RepairKind.JOIN: "接合断行",
    RepairKind.NOISE: "删除多余空格",
    RepairKind.SUSPECTED_ERROR: "疑误",
    RepairKind.UNBALANCED_QUOTE: "引号不成对",
    RepairKind.MISSING_TEXT: "疑有缺文",
}

_OTHER_TITLE_MARKS = str.maketrans("《》〈〉", "〈〉《》")

UNTITLED = "无标题文件"
TRUNCATED = "不完整"
EXCERPT = "节选"


def day(iso: str) -> str:
    """A date as notices write it.

    >>> day("2014-04-02"), day("2014-04")
    ('2014年4月2日', '2014年4月')
    """
    parts = [int(part) for part in iso.split("-")]
    return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def title(notice: Notice) -> str:
    """The title as found, or words that say there is none."""
    return notice.title or UNTITLED


def named(notice: Notice) -> str:
    """How a notice is cited in notices: 《题名》（发文字号）.

    Marks inside the title change places, 《》 with 〈〉, as GB/T 15834-2011 asks (4.15).
    """
    inner = title(notice).translate(_OTHER_TITLE_MARKS)
    return f"《{inner}》（{notice.number}）" if notice.number else f"《{inner}》"


def size(count: int) -> str:
    """A number of bytes for people: 812 字节, 14.6 kB, 2.1 MB."""
    if count < 1000:
        return f"{count}\u00a0字节"
    if count < 1_000_000:
        return f"{count / 1000:.1f}\u00a0kB"
    return f"{count / 1_000_000:.1f}\u00a0MB"
