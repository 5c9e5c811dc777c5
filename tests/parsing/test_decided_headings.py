"""The heading that an editor wants, or that opens a paragraph of which an editor says that it has one."""

from __future__ import annotations

import pytest

from notice_site.parsing.decided_headings import decided_heading


@pytest.mark.parametrize(
    ("text", "wanted", "heading"),
    [
        ("提高认识。各级要学习。", True, "提高认识"),
        ("提高认识！各级要学习。", True, "提高认识"),
        ("提高认识；其他", True, "提高认识"),
        ("怎么办？学。", True, "怎么办"),
        ("提高认识", True, "提高认识"),
        ("工作要求：", True, "工作要求"),
        ("：", True, None),
        ("。各级", True, None),
        ("时间：3月至5月。", True, "时间"),
        ("甲：乙。", True, "甲：乙"),
        ("甲" * 15 + "：乙。", True, "甲" * 15),
        ("甲" * 16 + "：乙。", True, "甲" * 16 + "：乙"),
        ("甲，乙：丙。", True, "甲，乙：丙"),
        ("提高 认识，统一思想。", "提高认识", "提高 认识"),
        ("提高认识。", "加强领导", None),
        ("提高", "提高认识", None),
        ("提高认识。", "", None),
        ("甲乙", "甲乙", "甲乙"),
    ],
)
def test_a_heading(text: str, wanted: bool | str, heading: str | None) -> None:
    assert decided_heading(text, wanted) == heading
