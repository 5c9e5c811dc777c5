"""The numbers that a browser shows before the items of a list."""

from __future__ import annotations

import pytest

from notice_site.reading.readers.html import read_html

ITEMS = "<li>甲。</li><li>乙。</li>"


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        (f"<ol>{ITEMS}</ol>", ["1.甲。", "2.乙。"]),
        (f"<ol start=3>{ITEMS}</ol>", ["3.甲。", "4.乙。"]),
        (f"<ol start=三>{ITEMS}</ol>", ["1.甲。", "2.乙。"]),
        (f"<ol start=-1>{ITEMS}</ol>", ["-1.甲。", "0.乙。"]),
        (f"<ol reversed>{ITEMS}</ol>", ["2.甲。", "1.乙。"]),
        (f"<ol reversed start=9>{ITEMS}</ol>", ["9.甲。", "8.乙。"]),
        ("<ol><li>甲。<li value=7>乙。<li>丙。</ol>", ["1.甲。", "7.乙。", "8.丙。"]),
        (f"<ol type=A>{ITEMS}</ol>", ["A.甲。", "B.乙。"]),
        (f"<ol type=i>{ITEMS}</ol>", ["i.甲。", "ii.乙。"]),
        (f"<ol type=x>{ITEMS}</ol>", ["1.甲。", "2.乙。"]),
        (f'<ol style="list-style-type:cjk-ideographic">{ITEMS}</ol>', ["一、甲。", "二、乙。"]),
        (f'<ol style="list-style: inside lower-alpha">{ITEMS}</ol>', ["a.甲。", "b.乙。"]),
        (f'<ol style="list-style:none">{ITEMS}</ol>', ["甲。", "乙。"]),
        ('<ol><li style="list-style:none">甲。<li>乙。</ol>', ["甲。", "2.乙。"]),
        (f"<ul>{ITEMS}</ul>", ["甲。", "乙。"]),
        ("<ol><li><p>甲。</p><p>又。</p></li><li> <b>乙</b>。</li></ol>", ["1.甲。", "又。", "2.乙。"]),
        ("<ol><li>甲：<ol type=a><li>子。</ol></li><li>乙。</ol>", ["1.甲：", "a.子。", "2.乙。"]),
        ("<ol><li></li><li>乙。</ol>", ["2.乙。"]),
        ("<ol><li>1.甲。<li>（二）乙。<li>三、丙。<li>④丁。<li>第五条 戊。</ol>",
         ["1.甲。", "（二）乙。", "三、丙。", "④丁。", "第五条 戊。"]),
        ("<ol><li>2014年起。<li>一是学。</ol>", ["1.2014年起。", "2.一是学。"]),
        ("<ol><li><a href=x>首页</a></ol>", ["首页"]),
        ('<ol class="breadcrumb"><li>首页<li>通知</ol>', ["首页", "通知"]),
    ],
)  # fmt: skip
def test_items_of_ordered_lists_have_their_numbers(markup: str, texts: list[str]) -> None:
    assert [p.line.text for p in read_html(markup, "utf-8").paragraphs] == texts
