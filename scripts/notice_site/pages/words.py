"""Values of the data go in, the Chinese words that the site uses for them come out."""

from __future__ import annotations

from ..model import Notice, RepairKind

LEVELS = {
    "central": "中央",
    "province": "省",
    "city": "市",
    "county": "县区",
    "town": "乡镇街道",
    "village": "村社区",
    "unit": "单位",
}

ROLES = {"main": "主件", "forwarded": "被转发件", "issued": "印发件", "annex": "附件"}

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


def level(level_id: str | None) -> str:
    """省 for `province`; the id itself for a level that the site has no word for."""
    return LEVELS.get(level_id, level_id) if level_id else "原文未载"


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
        return f"{count} 字节"
    if count < 1_000_000:
        return f"{count / 1000:.1f} kB"
    return f"{count / 1_000_000:.1f} MB"
