"""The title of a page above the title of its document: how many lines are not the document's."""

from __future__ import annotations

import pytest

from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.repeated_titles import repeated_title

NOTICE = ("关于印发《甲县考勤办法》的通知", "各乡镇人民政府：", "现印发给你们。")


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("甲县考勤办法", *NOTICE), 1),
        (("甲县考勤办法", "甲县考勤办法", "第一条　为规范考勤，制定本办法。"), 1),
        (("甲县考勤办法", "甲县人事局", "甲县考勤办法", "甲县人事局", "第一条　制定本办法。"), 2),
        (("甲县考勤办法", "甲县人事局", "甲县考勤办法", "第一条　制定本办法。"), 0),
        (("第一篇：甲县考勤办法", *NOTICE), 1),
        (("关于印发《甲县考勤办法》的通知", "甲县人事局", *NOTICE), 1),
        (("关于印发《甲县考勤办法》的通知", *NOTICE), 1),
        (("甲县请假办法", *NOTICE), 0),
        (("甲县考勤", "甲县考勤", "为规范考勤。"), 0),
        (("甲县考勤办法", "第一条　制定本办法。", "甲县考勤办法"), 0),
    ],
)
def test_lines_above_the_title_of_the_document(lines: tuple[str, ...], count: int) -> None:
    assert repeated_title(tuple(Paragraph(line, (i, i)) for i, line in enumerate(lines, 1))) == count


def test_a_heading_of_the_format_is_the_pages_own() -> None:
    lines = ("甲县考勤办法", *NOTICE)
    assert repeated_title(tuple(Paragraph(line, (i, i), heading=1) for i, line in enumerate(lines, 1))) == 0
