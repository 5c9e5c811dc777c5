"""Markdown: which marks shape a text and are taken out, and which stay because the text says them."""

from __future__ import annotations

import pytest

from notice_site.reading.readers.markdown import read_markdown


def lines(text: str) -> list[str]:
    return [paragraph.line.text for paragraph in read_markdown(text, "utf-8").paragraphs]


def marks(text: str) -> list[str]:
    return [entry.text for entry in read_markdown(text, "utf-8").dropped]


@pytest.mark.parametrize(
    ("text", "heading", "shown", "taken"),
    [
        ("# 通知", 1, "通知", ["#"]),
        ("###### 附则", 6, "附则", ["######"]),
        ("####### 附则", 0, "####### 附则", []),
        ("## 一、总则 ##", 2, "一、总则", ["##", "##"]),
        ("##\t一、总则  #", 2, "一、总则", ["##", "#"]),
        ("## 一、总则##", 2, "一、总则##", ["##"]),
        ("#话题#", 0, "#话题#", []),
        ("#", 0, "#", []),
        ("# #", 1, "#", ["#"]),
        ("#  ##", 1, "##", ["#"]),
        (" # 通知", 1, "通知", ["#"]),
        ("    # 通知", 0, "    # 通知", []),
        ("##三、范围", 2, "三、范围", ["##"]),
        ("##话题##", 0, "##话题##", []),
        ("# **通知**", 1, "通知", ["#", "**", "**"]),
    ],
)
def test_a_heading_has_its_rank_and_no_marks(text: str, heading: int, shown: str, taken: list[str]) -> None:
    extracted = read_markdown(text, "utf-8")
    [paragraph] = extracted.paragraphs
    assert (paragraph.line.heading, paragraph.line.text, paragraph.line.whole) == (heading, shown, heading > 0)
    assert [entry.text for entry in extracted.dropped] == taken


@pytest.mark.parametrize(
    ("text", "shown", "count"),
    [
        ("**一、总则。**正文", "一、总则。正文", 2),
        ("__重要__", "重要", 2),
        ("**甲**和**乙**", "甲和乙", 4),
        ("**甲**", "甲", 2),
        ("**" + "字" * 500 + "**", "字" * 500, 2),
        ("**" + "字" * 501 + "**", "**" + "字" * 501 + "**", 0),
        ("2**3", "2**3", 0),
        ("2 ** 3 ** 4", "2 ** 3 ** 4", 0),
        ("** 空**", "** 空**", 0),
        ("**空 **", "**空 **", 0),
        ("**甲__", "**甲__", 0),
        ("****", "****", 0),
        ("*号*", "*号*", 0),
        ("填写____年", "填写____年", 0),
    ],
)
def test_strong_text_loses_its_marks(text: str, shown: str, count: int) -> None:
    extracted = read_markdown(text, "utf-8")
    assert [paragraph.line.text for paragraph in extracted.paragraphs] == [shown]
    assert [(entry.text, entry.reason) for entry in extracted.dropped] == [(text[:2], "Markdown 记号")] * count


@pytest.mark.parametrize(
    ("front", "kept"),
    [
        ("---\ntitle: 通知\n---\n", "title: 通知"),
        ("--- \t\ntitle: 通知\n...\n", "title: 通知"),
        ("---\ntags:\n  - 甲\n- 乙\n# 注\n\n_x-1 : 丙\n--- \n", "tags:\n  - 甲\n- 乙\n# 注\n\n_x-1 : 丙"),
        ("---\nk: 1\n---\n", "k: 1"),
        (f"---\n{'k' * 61}: 1\n---\n", f"{'k' * 61}: 1"),
        ("---\n\n---\n", ""),
        ("---\n---\n", ""),
    ],
    ids=[
        "one key",
        "dots at the end",
        "lists, a comment and blank lines",
        "a key of one letter",
        "a key of 61 letters",
        "blank",
        "empty",
    ],
)
def test_front_matter_is_dropped_and_lines_keep_their_numbers(front: str, kept: str) -> None:
    extracted = read_markdown(f"{front}正文", "utf-8")
    [paragraph] = extracted.paragraphs
    assert (paragraph.line.text, paragraph.line.number) == ("正文", front.count("\n") + 1)
    assert [(entry.text, entry.line) for entry in extracted.dropped] == ([(kept, 2)] if kept else [])


@pytest.mark.parametrize(
    "text",
    [
        "---\n通知正文。\n---\n正文",
        "甲\n---\ntitle: 通知\n---\n正文",
        "---\ntitle: 通知\n正文",
        f"---\n{'k' * 62}: 1\n---\n正文",
        "----\ntitle: 通知\n----\n正文",
        "---\n1: 通知\n---\n正文",
        "---\ntitle: 通知\n---x\n正文",
    ],
    ids=[
        "a sentence", "not at the start", "no end", "a key of 62 letters", "four dashes", "a key that is a number",
        "an end with more",
    ],
)  # fmt: skip
def test_what_is_no_front_matter_stays(text: str) -> None:
    rules = [line for line in text.split("\n") if set(line) == {"-"}]
    assert marks(text) == rules
    assert lines(text)[-1] == "正文"
    assert len(lines(text)) == text.count("\n") + 1 - len(rules)


@pytest.mark.parametrize(
    ("text", "taken"), [("##", True), ("---", True), ("- - -", True), ("--", False), ("____", False)]
)
def test_a_line_of_marks_alone_is_dropped(text: str, taken: bool) -> None:
    assert lines(f"甲\n{text}\n乙") == (["甲", "乙"] if taken else ["甲", text, "乙"])
    assert marks(f"甲\n{text}\n乙") == ([text] if taken else [])


def test_front_matter_may_be_the_whole_file() -> None:
    assert (lines("---\ntitle: 通知\n---"), marks("---\ntitle: 通知\n---")) == ([], ["title: 通知"])


@pytest.mark.parametrize(
    ("text", "rows", "taken"),
    [
        ("| 序号 | 任务 |\n|---|:-:|\n| 1 | 学习 |", (("序号", "任务"), ("1", "学习")), ["||||||", "|---|:-:|"]),
        ("  |甲|乙|\n \t| :--- | ---: | \n|1|", (("甲", "乙"), ("1", "")), ["|||||", "| :--- | ---: |"]),
        ("|甲|\n|-|", (("甲",),), ["||", "|-|"]),
        ("|甲|\n|-|\n|1|2|3|", (("甲", "", ""), ("1", "2", "3")), ["||||||", "|-|"]),
    ],
    ids=["two columns", "white space and a short row", "a head alone", "a long row"],
)
def test_a_pipe_table_has_rows(text: str, rows: tuple[tuple[str, ...], ...], taken: list[str]) -> None:
    extracted = read_markdown(f"表：\n\n{text}\n尾", "utf-8")
    before, table, after = extracted.paragraphs
    assert (before.line.text, after.line.text) == ("表：", "尾")
    assert (table.line.rows, table.line.number, table.line.whole, table.line.gap_before) == (rows, 3, True, True)
    assert table.line.text == "\n".join("\t".join(row) for row in rows)
    assert [(entry.text, entry.line) for entry in extracted.dropped] == [(mark, 4) for mark in taken]


@pytest.mark.parametrize(
    "text",
    [
        "| 序号 | 任务 |\n| 1 | 学习 |",
        "序号 | 任务\n|---|---|\n| 1 | 学习 |",
        "| 序号 | 任务 |\n|---|--- \n| 1 | 学习 |",
        "| 序号 | 任务 |\n| | |\n| 1 | 学习 |",
        "|---|---|",
        "|---|",
    ],
    ids=["no rule", "a head without bars", "a rule without its last bar", "an empty row", "a rule alone", "one cell"],
)
def test_bars_without_a_rule_below_a_head_are_text(text: str) -> None:
    assert marks(text) == []
    assert lines(text) == text.split("\n") or lines(text) == [line.rstrip() for line in text.split("\n")]


def test_strong_text_does_not_make_a_paragraph_whole() -> None:
    assert [p.line.whole for p in read_markdown("**甲**", "utf-8").paragraphs] == [False]


def test_a_rule_may_end_the_file() -> None:
    [table] = read_markdown("|甲|乙|\n|-|", "utf-8").paragraphs
    assert table.line.rows == (("甲", "乙"),)
    assert marks("|甲|乙|\n|-|") == ["|||", "|-|"]


def test_two_tables_are_two() -> None:
    extracted = read_markdown("|甲|\n|-|\n|1|\n\n正文\n|乙|\n|-|\n|2|", "utf-8")
    assert [bool(paragraph.line.rows) for paragraph in extracted.paragraphs] == [True, False, True]


def test_a_markdown_file_with_markup_is_read_as_html() -> None:
    extracted = read_markdown("<h2># 通知</h2>\n<p>**甲**</p>", "utf-8")
    assert [(p.line.text, p.line.heading) for p in extracted.paragraphs] == [("# 通知", 2), ("甲", 0)]
    assert extracted.format == "markdown"


@pytest.mark.parametrize(
    ("text", "shown", "taken"),
    [
        ("<!-- 正文 -->\n各单位：", ["各单位："], [("正文", 1)]),
        ("甲<!-- 一\n二 -->乙\n丙", ["甲", "乙", "丙"], [("一\n二", 1)]),
        ("<!-- -->甲", ["甲"], []),
        ("<!-- 甲", ["<!-- 甲"], []),
        ("甲\n<!-- 一 --><!-- 二 -->", ["甲"], [("一", 2), ("二", 2)]),
    ],
)
def test_comments_are_recorded(text: str, shown: list[str], taken: list[tuple[str, int]]) -> None:
    extracted = read_markdown(text, "utf-8")
    assert [p.line.text for p in extracted.paragraphs] == shown
    assert [(entry.text, entry.line) for entry in extracted.dropped if entry.reason == "注释"] == taken


@pytest.mark.parametrize(
    ("text", "shown", "taken"),
    [
        ("- 学习", ["学习"], ["-"]),
        ("  * 整改", ["整改"], ["*"]),
        ("> 引文", ["引文"], [">"]),
        ("- 1 -", ["- 1 -"], []),
        ("-5度", ["-5度"], []),
        ("见[附件1](./a.doc)。", ["见附件1。"], ["./a.doc"]),
        ('见[网站](https://a.cn/x "题")', ["见网站"], ["https://a.cn/x"]),
        ("见[表](附件1.doc)", ["见表"], ["附件1.doc"]),
        (f'见[表](./a.doc "{"题" * 200}")', ["见表"], ["./a.doc"]),
        (f'见[表](./a.doc "{"题" * 201}")', [f'见[表](./a.doc "{"题" * 201}")'], []),
        ("国发[2014](3号)", ["国发[2014](3号)"], []),
        ("![印章](x.png)", [], ["印章"]),
        ("时间为~~五月~~六月", ["时间为六月"], ["五月"]),
        ("~~ 五月~~，约~5人", ["~~ 五月~~，约~5人"], []),
        ("甲![](x.png)", ["甲"], ["x.png"]),
    ],
)
def test_marks_of_items_links_and_pictures_are_recorded(text: str, shown: list[str], taken: list[str]) -> None:
    assert (lines(text), marks(text)) == (shown, taken)


def test_a_picture_is_counted() -> None:
    assert read_markdown("![印章](x.png)", "utf-8").pictures == 1


def test_a_cell_keeps_its_lines() -> None:
    [table] = read_markdown("| 日期 | 事项 |\n|---|---|\n| 1日 | 学习<br>整改 <BR/> |", "utf-8").paragraphs
    assert table.line.rows == (("日期", "事项"), ("1日", "学习\n整改"))


def test_rows_of_very_different_width_are_no_table() -> None:
    text = "|甲" * 400 + "|\n|---|\n" + "|乙|\n" * 400
    assert not any(paragraph.line.rows for paragraph in read_markdown(text, "utf-8").paragraphs)
