"""Pages as a browser shows them: paragraphs, lines, tables, links and what stands aside."""

from __future__ import annotations

import pytest

from notice_site.model import Align
from notice_site.reading.extracted_text import ExtractedText, SourceError
from notice_site.reading.readers.html import read_html
from notice_site.reading.readers.html_lines import laid_out
from notice_site.reading.reference.limits import Limits

RUNNING = "各级党组织要高度重视，" * 7 + "认真。"  # 80 characters


def read(markup: str) -> ExtractedText:
    return read_html(f"<html><body>{markup}</body></html>", "utf-8")


def lines(markup: str) -> list[str]:
    return [paragraph.line.text for paragraph in read(markup).paragraphs]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("<div>甲<p>乙</p>丙</div>", ["甲", "乙", "丙"]),
        ("<p>甲<b>乙</b>丙</p>", ["甲乙丙"]),
        ("<p>甲<br>乙<br/>丙</p>", ["甲", "乙", "丙"]),
        ("甲<br>乙", ["甲", "乙"]),
        ("甲\n乙", ["甲乙"]),
        ("use\nof", ["use of"]),
        ("<pre>甲\n乙</pre>", ["甲", "乙"]),
        ("<p style='white-space:pre'>甲\n乙</p>", ["甲", "乙"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("甲<hr>乙", ["甲", "乙"]),
        ("<p>甲<!-- 注 -->乙<?php x ?></p>", ["甲乙"]),
        ("<p>&nbsp;</p><p> \u3000</p>", []),
        ("<p>甲<script>var a;</script>乙</p>", ["甲乙"]),
        ("<p>甲<style>b{}</style>乙<noscript>请开启</noscript></p>", ["甲乙"]),
        ("<p>甲<nav>首页</nav>乙</p>", ["甲", "乙"]),
        ("<p>甲<button>提交</button>乙</p>", ["甲乙"]),
        ("<p>建设&amp;nbsp;活动</p>", ["建设\xa0活动"]),
        ("<p>建设&amp;#12288;活动</p>", ["建设\xa0活动"]),
        ("<svg><text>图<p>正文</p>", ["正文"]),
    ],
)
def test_blocks_and_breaks_part_lines(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("markup", "whole"),
    [
        ("<p>甲</p>", [True]),
        ("<p><b>甲</b></p>", [True]),
        ("<li>甲</li>", [True]),
        ("<p>甲<br>乙</p>", [False, False]),
        ("<p>甲<br></p>", [True]),
        ("甲", [False]),
        ("<table><tr><td>甲</td></tr></table>", [False]),
    ],
)
def test_one_piece_in_a_block_of_one_paragraph_is_whole(markup: str, whole: list[bool]) -> None:
    assert [paragraph.line.whole for paragraph in read(markup).paragraphs] == whole


@pytest.mark.parametrize(
    ("markup", "gaps"),
    [
        ("<p>甲</p><p>乙</p>", [False, False]),
        ("<p>甲</p><p></p><p>乙</p>", [False, True]),
        ("<p>甲</p><p>&nbsp;</p><p>乙</p>", [False, True]),
        ("<div>甲</div><div></div><div>乙</div>", [False, False]),
        ("甲<br>乙", [False, False]),
        ("甲<br><br>乙", [False, True]),
        ("甲<br>\n乙", [False, False]),
        ("<pre>甲\n乙</pre>", [False, False]),
        ("<pre>甲\n\n乙</pre>", [False, True]),
        ("<pre>甲<br>\n乙</pre>", [False, False]),
        ("<pre>甲<br>\n\n乙</pre>", [False, True]),
        ("<p>甲</p><hr><p>乙</p><p>丙</p>", [False, True, False]),
    ],
)
def test_blank_lines_and_rules_leave_a_gap(markup: str, gaps: list[bool]) -> None:
    assert [paragraph.line.gap_before for paragraph in read(markup).paragraphs] == gaps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>甲</p>乙\n丙", ["甲", "乙", "丙"]),
        ("<html><p>甲</p>乙\n丙", ["甲", "乙丙"]),
        ("<BODY><p>甲</p>乙\n丙", ["甲", "乙丙"]),
        ("<div>乙\n丙</div>", ["乙丙"]),
    ],
    ids=["a fragment", "a page", "a body", "inside a block"],
)
def test_loose_lines_of_a_fragment_stay_lines(text: str, expected: list[str]) -> None:
    assert [paragraph.line.text for paragraph in read_html(text, "utf-8").paragraphs] == expected


@pytest.mark.parametrize(
    ("markup", "numbers"),
    [
        ("<p>甲</p>\n\n<p>乙</p>", [1, 3]),
        ("<p>\n甲</p><p>乙\n\n丁</p>丙", [2, 2, 4]),
        ("甲<br>\n乙<br>\n\n丙", [1, 2, 4]),
        ("<!-- 一\n二 -->甲\n<p>乙</p>", [2, 3]),
        ("<script>\n\n</script>甲", [3]),
        ("<pre>甲\n\n乙\n丙</pre>", [1, 3, 4]),
    ],
)
def test_a_line_has_the_number_of_the_source_line_where_its_words_begin(markup: str, numbers: list[int]) -> None:
    assert [paragraph.line.number for paragraph in read(markup).paragraphs] == numbers


@pytest.mark.parametrize(
    ("markup", "align", "heading"),
    [
        ("<h1>甲</h1>", Align.LEFT, 1),
        ("<h2 align=center>甲</h2>", Align.CENTER, 2),
        ("<center><div>甲</div></center>", Align.CENTER, 0),
        ("<div align=right><span>甲</span></div>", Align.RIGHT, 0),
        ("<div align=center><p align=right>甲</p></div>", Align.RIGHT, 0),
        ("<div align=center><table><tr><td>甲</table></div>", Align.LEFT, 0),
    ],
)
def test_place_and_rank_come_from_the_elements_around(markup: str, align: Align, heading: int) -> None:
    [paragraph] = read(markup).paragraphs
    assert (paragraph.line.align, paragraph.line.heading) == (align, heading)


@pytest.mark.parametrize(
    ("markup", "linked", "links"),
    [
        ("<p><a href=a>首页</a></p>", True, 1),
        ("<p><a href=a>首页</a> | <a href=b>公告</a></p>", True, 2),
        ("<p><a href=a><b>首</b>页</a></p>", True, 1),
        ("<p>见<a href=a>附件</a></p>", False, 1),
        ("<p>正文</p>", False, 0),
        ("<p>|</p>", False, 0),
        ("<p><a href=a>首页</a>、<a href=b>公告</a></p>", False, 2),
    ],
)
def test_links_are_counted(markup: str, linked: bool, links: int) -> None:
    [paragraph] = read(markup).paragraphs
    assert (paragraph.linked, paragraph.links) == (linked, links)


@pytest.mark.parametrize(
    ("markup", "dropped"),
    [
        ("<nav>首页<br>公告</nav>", [("首页\n公告", "网站导航")]),
        ("<nav> </nav>", []),
        ("<nav><p>首页</p><p hidden>公告</p></nav>", [("首页\n公告", "网站导航")]),
        ("<p>建设&amp;nbsp;活&amp;ensp动</p>", [("&nbsp;&ensp", "重复转义的空格")]),
        (
            "<p>&amp;ldquo;双&amp;#8226;联&amp;amp;mdash;&amp;#x4e00;</p>",
            [("&ldquo;&#8226;&amp;mdash;&#x4e00;", "重复转义的字符")],
        ),
        ("<p>AT&amp;T;&amp;ldquo &amp;lt;b&amp;#62;</p>", []),
        ("<nav>首&amp;nbsp;页</nav>", [("&nbsp;", "重复转义的空格"), ("首\xa0页", "网站导航")]),
        ("<iframe><p>不支持框架</p></iframe>", [("不支持框架", "嵌入框架内的替代文字")]),
        ("<iframe><nav>首页</nav></iframe>", [("首页", "嵌入框架内的替代文字")]),
        ("<select><option>甲<option>乙</select>", [("甲\n乙", "表单选项")]),
        ("<script>var a;</script>", []),
    ],
)
def test_what_stands_aside_is_dropped_with_its_reason(markup: str, dropped: list[tuple[str, str]]) -> None:
    extracted = read(f"{markup}<p>正文</p>")
    assert [(entry.text, entry.reason) for entry in extracted.dropped] == dropped
    assert extracted.paragraphs[-1].line.text == "正文" or "建设" in markup


def test_running_text_in_a_frame_is_the_documents() -> None:
    extracted = read(f"\n<iframe><p>关于通知</p><iframe><p>{RUNNING}</p></iframe>")
    assert [(p.line.number, p.line.text) for p in extracted.paragraphs] == [(2, "关于通知"), (2, RUNNING)]


@pytest.mark.parametrize(
    ("markup", "pictures"),
    [("<img src=a><p><img src=b></p>", 2), ("<nav><img src=a></nav>", 0), ("<p>甲</p>", 0)],
)
def test_pictures_in_the_text_are_counted(markup: str, pictures: int) -> None:
    assert read(markup).pictures == pictures


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        ("<td colspan=2>甲<td>乙", ("甲", "", "乙")),
        ("<td colspan=0>甲<td>乙", ("甲", "乙")),
        ("<td colspan=二>甲<td>乙", ("甲", "乙")),
        ("<td colspan=' 2 '>甲<td>乙", ("甲", "", "乙")),
        ("<td colspan=99999>甲<td>乙", ("甲", *[""] * 99, "乙")),
        ("<td colspan=101>甲<td>乙", ("甲", *[""] * 99, "乙")),
        ("<td colspan=100>甲<td>乙", ("甲", *[""] * 99, "乙")),
        ("<td colspan=99>甲<td>乙", ("甲", *[""] * 98, "乙")),
        ("<td colspan=100000>甲<td>乙", ("甲", "乙")),
        ("<th>甲<th>乙", ("甲", "乙")),
    ],
)
def test_cells_cover_columns(cells: str, row: tuple[str, ...]) -> None:
    [paragraph] = read(f"<table><tr>{cells}</tr><tr><td>丙<td>丁</tr></table>").paragraphs
    assert paragraph.line.rows[0] == row


def test_cells_cover_rows() -> None:
    [paragraph] = read("<table><tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊</table>").paragraphs
    assert paragraph.line.rows == (("甲", "乙"), ("", "丙"), ("丁", "戊"))


def test_parts_of_tables_without_a_table_are_one() -> None:
    assert lines("<div>前</div><table><td>甲<td>乙<tr><td>丙<td>丁</table>") == ["前", "甲\t乙\n丙\t丁"]


def test_text_between_cells_stands_before_the_table() -> None:
    assert lines("<table><tr><td>甲<td>乙</tr>附注<tr><td>丙<td>丁</tr></table>")[-1] == "甲\t乙\n丙\t丁"


def test_nesting_is_limited() -> None:
    limits = Limits(html_depth=9)  # html and body are two of them
    assert [p.line.text for p in read_html("<div>" * 7 + "字", "utf-8", limits).paragraphs] == ["字"]
    with pytest.raises(SourceError, match="嵌套超过 9 层"):
        read_html("<div>" * 8 + "字", "utf-8", limits)


def test_a_program_that_never_ends_is_a_warning_with_its_line() -> None:
    [warning] = read("<p>正文</p>\n<script>var a;").warnings
    assert (warning.line, "没有结束标签" in warning.message) == (2, True)
    assert read("<p>正文</p>").warnings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\n乙", "甲乙"),
        ("use\nof", "use of"),
        ("use \t\n\n of", "use of"),
        ("use\n乙", "use乙"),
        ("甲\nuse", "甲use"),
        ("甲a\nuse", "甲a use"),
        ("“\nuse", "“use"),
        ("，\nuse", "，use"),
        ("\U00020000\nuse", "\U00020000use"),
        ("\n  甲 乙\t\n", "甲 乙"),
        ("甲　\n　乙", "甲　　乙"),
    ],
)
def test_line_ends_of_the_source_are_spaces_only_between_western_words(text: str, expected: str) -> None:
    assert laid_out(text) == expected


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<div>各单位：\n现通知如下。\n<b>一、自查</b>\n请自查。<br />\n特此通知。</div>",
         ["各单位：", "现通知如下。", "一、自查", "请自查。", "特此通知。"]),
        ("<div>关于停水的通知\n各单位：\n因检修停水。\n特此通知。\n总务处\n2014年3月1日</div>",
         ["关于停水的通知", "各单位：", "因检修停水。", "特此通知。", "总务处", "2014年3月1日"]),
        ("<div>各单位：\n特此通知。</div>", ["各单位：特此通知。"]),
        ("<div>各单位要在\n六月底以前\n完成清点。</div>", ["各单位要在六月底以前完成清点。"]),
        ("<div>各单位：\n<p>特此通知。</p>\n此致。\n落款。</div>", ["各单位：", "特此通知。", "此致。落款。"]),
        ("<p>各单位：\n现通知如下。\n特此通知。</p>", ["各单位：现通知如下。特此通知。"]),
    ],
    ids=[
        "lines that end as paragraphs do", "with title and sign-off", "two lines", "lines broken anywhere",
        "paragraphs beside", "a paragraph",
    ],
)  # fmt: skip
def test_lines_pasted_into_a_block_are_lines_where_each_ends_a_paragraph(markup: str, texts: list[str]) -> None:
    page = f"<html><body>{markup}</body></html>"
    assert [p.line.text for p in read_html(page, "utf-8").paragraphs] == texts


def test_an_equation_in_a_row_is_a_warning() -> None:
    half = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
    assert ["公式" in warning.message for warning in read_html(f"<p>按{half}计</p>", "utf-8").warnings] == [True]
    assert not read_html("<p>按<math><mn>1</mn></math>计</p>", "utf-8").warnings
