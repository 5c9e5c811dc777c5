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
        (None, None, "《无标题文件》"),
    ],
    ids=["with a number", "without a number", "a title inside", "two titles inside", "no title"],
)
def test_a_notice_is_cited_by_title_and_number(title: str | None, number: str | None, expected: str) -> None:
    assert labels_zh.cite(replace(INNER, title=title, number=number)) == expected
