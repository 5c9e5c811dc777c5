"""Where the heading of a section ends and its text begins."""

from __future__ import annotations

import pytest

from notice_site.model import Block, BlockKind
from notice_site.pages.notice.block_text import document_text, heading_end

CASES = {
    "a run-in heading keeps its stop": ("一、", "提高认识", "一、提高认识。要抓好落实。", "一、提高认识。"),
    "a half-width colon is a stop": ("(一)", "原则", "(一)原则:认真", "(一)原则:"),
    "a heading on its own line is all heading": ("一、", "总体要求", "一、总体要求", "一、总体要求"),
    "a label may stand apart": ("第一条", "目的", "第一条　目的　为了", "第一条　目的"),
    "a heading without label": (None, "抓理论教育", "抓理论教育。组织学习", "抓理论教育。"),
    "a label that repeats in the heading": ("一、", "一、二把手", "一、一、二把手", "一、一、二把手"),
    "a label alone": ("第三条", None, "第三条　干部应当", "第三条"),
    "a heading that the text does not have": ("一、", "别的", "一、总体要求", "一、总体要求"),
}


@pytest.mark.parametrize(("label", "heading", "text", "head"), CASES.values(), ids=CASES)
def test_the_heading_of_a_section(label: str | None, heading: str | None, text: str, head: str) -> None:
    block = Block("sec_1", BlockKind.SECTION, text, 1, label, heading)
    assert text[: heading_end(block)] == head


def test_a_cell_of_several_lines_keeps_them() -> None:
    rows = (("事项", "部门"), ("学习", "党政办\n总务处"))
    block = Block("tbl_1", BlockKind.TABLE, "事项\t部门\n学习\t党政办\n总务处", rows=rows)
    assert "| 党政办<br>总务处 |" in document_text([block], {}, title_level=1)
