"""How notices are cited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.pages.core import labels_zh
from tests.pages.sample import INNER


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("关于甲的通知", "某发〔2014〕1号", "《关于甲的通知》（某发〔2014〕1号）"),
        ("关于甲的通知", None, "《关于甲的通知》"),
        ("转发《关于甲的通知》的通知", None, "《转发〈关于甲的通知〉的通知》"),
        ("转发《转发〈甲〉的通知》的通知", None, "《转发〈转发《甲》的通知〉的通知》"),
        (None, None, "无标题文件（来源 甲.txt，第 2 件）"),
        (None, "某发〔2014〕1号", "无标题文件（来源 甲.txt，第 2 件）（某发〔2014〕1号）"),
    ],
    ids=["with a number", "without a number", "a title inside", "two titles inside", "no title", "only a number"],
)
def test_a_notice_is_cited_by_title_and_number(title: str | None, number: str | None, expected: str) -> None:
    assert labels_zh.cite(replace(INNER, source="甲.txt", title=title, number=number)) == expected


def test_documents_without_title_are_told_apart() -> None:
    first = replace(INNER, id="a", source="甲.txt", title=None, part_of=None)
    second, third = (replace(first, id=f"a-att_{number}", part_of="a") for number in (1, 2))
    elsewhere = replace(first, id="b-att_1", source="乙.txt")  # its source has this name: it follows none
    assert [labels_zh.title(notice) for notice in (first, second, third, elsewhere)] == [
        "无标题文件（来源 甲.txt）",
        "无标题文件（来源 甲.txt，第 2 件）",
        "无标题文件（来源 甲.txt，第 3 件）",
        "无标题文件（来源 乙.txt）",
    ]
