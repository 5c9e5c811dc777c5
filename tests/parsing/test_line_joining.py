"""Lines become whole paragraphs: each change is told as a repair, no character is lost or changed."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from notice_site.model import Align, Dropped, Line, RepairKind, Source
from notice_site.parsing.line_joining import join_lines
from notice_site.reading import read_source
from notice_site.text.spacing import squeeze
from tests.golden import Case, Golden, cases

SOURCES = sorted((Path(__file__).parents[2] / "source_texts" / "notices").glob("*.txt"))


def read(text: str, folder: Path, ending: str = "txt") -> Source:
    path = folder / f"source.{ending}"
    path.write_text(text, "utf-8")
    source, problems = read_source(path, path.name)
    assert source is not None, problems
    return source


def test_a_sign_that_stands_for_a_character_is_recorded_where_it_comes_first() -> None:
    pairs = (("⻓", "长"), ("⻔", "门"))
    lines = (Line("村长", 1, glyphs=pairs[:1]), Line("长、门", 2, glyphs=pairs))
    repairs = [p.repairs for p in join_lines(Source("a.pdf", "", 0, "pdf", "binary", lines))]
    assert [[(r.kind, r.before, r.after, r.line) for r in each] for each in repairs] == [
        [(RepairKind.GLYPH, "⻓", "长", 1)],
        [(RepairKind.GLYPH, "⻔", "门", 2)],
    ]


@pytest.mark.parametrize("case", cases("line_joining"))
def test_lines_are_joined(case: Case, golden: Golden, tmp_path: Path) -> None:
    paragraphs = join_lines(read(case.given["input"], tmp_path, case.given["format"]))
    golden(
        case,
        [
            {"text": p.text, "repairs": [f"{r.kind}: {r.before} → {r.after}（{r.reason}）" for r in p.repairs]}
            if p.repairs
            else {"text": p.text}
            for p in paragraphs
        ],
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_no_character_is_lost_or_changed(path: Path) -> None:
    source, _ = read_source(path, path.name)
    assert source is not None
    before = squeeze("".join(line.text for line in source.lines))
    assert squeeze("".join(p.text for p in join_lines(source))) == before


@pytest.mark.parametrize("seed", range(40))
def test_stray_line_breaks_lose_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    text = SOURCES[2].read_text("utf-8")
    broken = "".join(c + ("\n" if chance.random() < 0.02 else "") for c in text)
    source = read(broken, tmp_path)
    assert squeeze("".join(p.text for p in join_lines(source))) == squeeze("".join(line.text for line in source.lines))


def test_a_rejected_join_is_not_made(tmp_path: Path) -> None:
    first = "各级党组织要坚持时间服从质量，稳步推进、统筹安排，防止以抓工作为名，代替其他各项工作，影响进展和"
    source = read(f"{first}\n\n效果，引起群众不满。\n", tmp_path)
    assert len(join_lines(source)) == 1
    assert len(join_lines(source, rejected=frozenset({3}))) == 2
    confirmed = join_lines(source, confirmed=frozenset({3}))[0].repairs[0]
    assert (confirmed.confirmed, confirmed.confidence) == (True, 1.0)


def joined(*lines: str | Line, pages: tuple[int, ...] = ()) -> list[str]:
    """The paragraphs of these lines; `pages` are the numbers of lines that held a page number."""
    given = [
        replace(line, number=number) if isinstance(line, Line) else Line(line, number)
        for number, line in enumerate(lines, 1)
    ]
    source = Source("source.txt", "", 0, "text", "utf-8", tuple(line for line in given if line.number not in pages))
    source = replace(source, dropped=tuple(Dropped("1", "页码", number) for number in pages))
    return [paragraph.text for paragraph in join_lines(source)]


A = "各级党组织要坚持时间服从质量稳步推进统筹安排防止以抓工作为名代替其他各项工作影响进展"


@pytest.mark.parametrize(
    ("first", "second", "are_one"),
    [
        pytest.param("各级党组织要认真学习，", "抓好落实。", True, id="十一字，以逗号结尾"),
        pytest.param("党组织要认真学习，抓", "抓好落实。", False, id="十字，不以标点结尾"),
        pytest.param("级党组织要认真学习，", "抓好落实。", True, id="十字，以逗号结尾"),
        pytest.param("党组织要认真学习，", "抓好落实。", False, id="九字，以逗号结尾"),
        pytest.param("各级党组织要认真学习、", "抓好落实；", True, id="以顿号结尾"),
        pytest.param("各级党组织要认真学习,", "抓好落实;", True, id="以半角逗号结尾"),
        pytest.param("各级党组织要认真学习，", "抓好落实", False, id="后段没有句末"),
        pytest.param("各级党组织要认真学习，", "一、抓好落实。", False, id="后段有序数"),
        pytest.param(A[:40], "抓好落实。", True, id="四十字"),
        pytest.param(A[:39], "抓好落实。", False, id="三十九字"),
        pytest.param("好。" + A[:9], "抓好落实。", True, id="前段有句"),
        pytest.param(A, "抓好落实", False, id="后段没有句子"),
        pytest.param(A + "。", "抓好落实。", False, id="前段已完"),
        pytest.param(A + "：", "抓好落实。", False, id="前段以冒号结尾"),
        pytest.param("各级党组织要", "，抓好落实", True, id="后段以逗号开头"),
        pytest.param("各级党组织要", "）抓好落实", True, id="后段以后括号开头"),
        pytest.param("各级党组织要", "(抓好落实", False, id="后段以前括号开头"),
        pytest.param("各级党组织要", "“抓好落实", False, id="后段以前引号开头"),
        pytest.param("（二〇〇四年六月国务院", "第三次会议通过）", True, id="括号跨行"),
        pytest.param("(二〇〇四年六月国务院", "第三次会议通过)", True, id="半角括号跨行"),
        pytest.param("（一）六月国务院", "第三次会议通过）", False, id="序数的括号"),
        pytest.param("（六月）国务院", "第三次会议通过）", False, id="括号已闭合"),
        pytest.param("（" + A[:39], "通过）", True, id="括号行四十字"),
        pytest.param("（" + A[:40] + "，", "通过）", False, id="括号行四十二字"),
        pytest.param("（国务院", A[:39] + "）", True, id="后行四十字"),
        pytest.param("（国务院", A[:40] + "）", False, id="后行四十一字"),
        pytest.param("各级学习；", "抓好落实", True, id="分号"),
        pytest.param("1.各级学习；", "抓好落实", False, id="分号，前段有序数"),
        pytest.param("各级学习;", "抓好落实", False, id="半角分号"),
        pytest.param(Line("各级学习；", 1, whole=True), "抓好落实", False, id="分号，格式已分段"),
        pytest.param(Line(A, 1, heading=1), "抓好落实。", False, id="前段是标题"),
        pytest.param(A, Line("抓好落实。", 1, heading=1), False, id="后段是标题"),
        pytest.param(Line(A, 1, align=Align.CENTER), "抓好落实。", False, id="对齐不同"),
        pytest.param(Line(A, 1, align=Align.CENTER), Line("抓好落实。", 1, align=Align.CENTER), True, id="对齐相同"),
        pytest.param(A, Line("抓好。", 1, rows=(("抓好。",),)), False, id="后段是表格"),
        pytest.param("2014年4月2日", "，抓好落实。", False, id="前段是日期"),
        pytest.param("甲" * 40, "2014年4月2日", False, id="后段是日期"),
    ],
)  # fmt: skip
def test_two_lines_are_one_paragraph(first: str | Line, second: str | Line, are_one: bool) -> None:
    assert (len(joined(first, second)) == 1) == are_one


@pytest.mark.parametrize(
    ("second", "third", "are_one"),
    [
        ("甲县领导小组。", "2014年4月2日", True), ("，甲县", "2014年4月2日", True),
        ("甲县领导小组", "2014年4月2日", False), ("甲县领导小组2014年4月2日", "乙", False),
        ("甲县领导小组", "甲" * 53 + "2014年4月2日", False),
        ("甲县领导小组", "甲" * 54 + "2014年4月2日", True), ("甲县领导小组", "乙丙", True),
    ],
)  # fmt: skip
def test_a_signature_is_no_rest_of_a_sentence(second: str, third: str, are_one: bool) -> None:
    pages = (2,)  # a page number stood between, so that the second line needs no end of a sentence
    assert (joined("各级党组织要认真学习，", "1", second, third, pages=pages)[0] != "各级党组织要认真学习，") == are_one


def test_a_page_number_between_two_lines_lets_a_sentence_go_on() -> None:
    assert joined("各级党组织要认真学习，", "1", "抓好落实", pages=(2,)) == ["各级党组织要认真学习，抓好落实"]
    assert joined("各级党组织要认真学习，", "抓好落实") == ["各级党组织要认真学习，", "抓好落实"]
    assert joined("1", "各级党组织要认真学习，", "抓好落实", pages=(1,)) == ["各级党组织要认真学习，", "抓好落实"]


def test_western_words_keep_a_space_where_lines_are_joined() -> None:
    assert joined(f"{A}use", "of HIS。") == [f"{A}use of HIS。"]
    assert joined(f"{A}use", "系统。") == [f"{A}use系统。"]


# --- lines of one width


def typeset(*lengths: int) -> list[str]:
    """Lines of these lengths without any mark, each its own number of times the character 甲, then 乙."""
    return ["乙" * (length - 1) + "甲" for length in lengths]


@pytest.mark.parametrize(
    ("lengths", "paragraphs"),
    [
        pytest.param([20] * 8, 1, id="八行"),
        pytest.param([20] * 7, 7, id="七行"),
        pytest.param([16] * 8, 1, id="十六字"),
        pytest.param([15] * 8, 8, id="十五字"),
        pytest.param([60] * 8, 1, id="六十字"),
        pytest.param([61] * 8, 8, id="六十一字"),
        pytest.param([20, 17] * 4, 1, id="短三字仍是满行"),
        pytest.param([20, 16] * 4, 4, id="短四字不是满行"),
        pytest.param([28, *[20] * 9], 1, id="最长行超出八字"),
        pytest.param([29, *[20] * 9], 10, id="最长行超出九字"),
        pytest.param([20] * 4 + [10] * 6, 6, id="四成满行"),
        pytest.param([20] * 3 + [21] + [10] * 7, 11, id="不足四成满行"),
    ],
)
def test_lines_of_one_width_are_typeset(lengths: list[int], paragraphs: int) -> None:
    assert len(joined(*typeset(*lengths))) == paragraphs


@pytest.mark.parametrize(
    ("line", "next_line", "are_one"),
    [
        ("乙" * 19 + "。", "丙" * 20, True), ("乙" * 18 + "。", "丙" * 20, True),
        ("乙" * 17 + "。", "丙" * 20, False),
        ("乙" * 17 + "！", "丙" * 20, False), ("乙" * 17 + "？", "丙" * 20, False),
        ("乙" * 17 + "：", "丙" * 20, False),
        ("乙" * 17 + "，", "丙" * 20, True), ("乙" * 16 + "，", "丙" * 20, True), ("乙" * 15 + "，", "丙" * 20, False),
        ("乙" * 19 + "。", "一、" + "丙" * 18, False), ("乙" * 19 + "；", "1." + "丙" * 18, False),
        ("乙" * 19 + "，", "1." + "丙" * 18, True),
    ],
)  # fmt: skip
def test_a_full_line_goes_on_in_the_next(line: str, next_line: str, are_one: bool) -> None:
    texts = joined(*typeset(*[20] * 10), line, next_line, *typeset(*[20] * 4))
    assert (not any(text.endswith(line) for text in texts)) == are_one


# --- pages of one length


def pages(*lengths: int, tail: int = 300) -> list[str]:
    """Paragraphs of one page each; all but the third break off within a sentence."""
    lines = []
    for number, length in enumerate(lengths):
        last = "。" if number == 2 else "，"
        lines.append("子" * 50 + "。" + "丑" * (length - 52) + last)
    return [*lines, "寅" * (tail - 1) + "。"]


@pytest.mark.parametrize(
    ("lengths", "paragraphs"),
    [
        pytest.param((400, 400, 400, 400), 1, id="页长相同，句末恰为页末"),
        pytest.param((400, 400, 406, 400), 1, id="相差六字"),
        pytest.param((400, 400, 407, 393), 2, id="相差七字"),
        pytest.param((1000, 1000, 1015, 1000), 1, id="千字相差百分之一点五"),
        pytest.param((1000, 1000, 1016, 984), 2, id="千字相差百分之一点六"),
        pytest.param((200, 200, 200, 200), 1, id="页长二百字"),
        pytest.param((199, 199, 199, 199), 2, id="页长一百九十九字"),
    ],
)
def test_a_page_may_end_with_a_sentence(lengths: tuple[int, ...], paragraphs: int) -> None:
    assert len(joined(*pages(*lengths))) == paragraphs


def test_a_cell_keeps_its_lines(tmp_path: Path) -> None:
    cells = "<tr><td>事项</td><td>部门</td></tr><tr><td>梳 理</td><td>党政办<br>总 务 处</td></tr>"
    [paragraph] = join_lines(read(f"<table>{cells}</table>", tmp_path, "html"))
    assert paragraph.rows == (("事项", "部门"), ("梳理", "党政办\n总务处"))
