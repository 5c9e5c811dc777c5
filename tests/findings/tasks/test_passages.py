"""How the duties of a block are joined to passages: what goes on, what is carried over, what a heading adds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.levels import AddresseePatterns
from notice_site.findings.tasks.passages import SHORTEST_DEMAND, DutyPassage, passages
from notice_site.model import Block, BlockKind
from notice_site.reading import read_levels

LEVELS, _ = read_levels(Path(__file__).parents[3] / "source_texts" / "reference" / "levels.yml")
PATTERNS = AddresseePatterns(LEVELS)


def shown(passage: DutyPassage) -> str:
    """`addressee: words`, the addressee in brackets where it is carried over."""

    def words(span: Span) -> str:
        place = passage.words.origin(span)
        return passage.block.text[place.start : place.end]

    who = words(passage.addressee) if passage.addressee else f"（{passage.carried}）" if passage.carried else "—"
    return f"{who}: {words(passage.span)}"


def of_blocks(*blocks: Block) -> list[str]:
    return [shown(passage) for passage in passages(blocks, PATTERNS)]


def paragraph(text: str, **fields: Any) -> Block:
    return Block("p_1", BlockKind.PARAGRAPH, text, **fields)


def section(text: str, heading: str | None, id: str = "s_1", **fields: Any) -> Block:
    return Block(id, BlockKind.SECTION, text, 1, "一、", heading, **fields)


def point(text: str, kind: BlockKind = BlockKind.ITEM, **fields: Any) -> Block:
    return Block("s_1__pt_1", kind, text, 2, text[:2], None, "s_1", True, **fields)


PARAGRAPHS = {
    "a sentence without a subject": ("督导组要学习。要整改。", ["督导组: 督导组要学习", "（督导组）: 要整改"]),
    "开展… is of the same": ("督导组要学习。开展自查。", ["督导组: 督导组要学习", "（督导组）: 开展自查"]),
    "同时 is of the same": ("督导组要学习。同时，要整改。", ["督导组: 督导组要学习", "（督导组）: 同时，要整改"]),
    "another addressee": ("督导组要学习。活动办要整改。", ["督导组: 督导组要学习", "活动办: 活动办要整改"]),
    "the same addressee again": (
        "督导组要学习。督导组要整改。开展自查。",
        ["督导组: 督导组要学习", "督导组: 督导组要整改", "（督导组）: 开展自查"],
    ),
    "whom a sentence names late is carried in it, not beyond": (
        "开展自查；督导组要核查；进行抽查。要整改。",
        ["—: 开展自查", "督导组: 督导组要核查", "（督导组）: 进行抽查", "—: 要整改"],
    ),
    "nor the next one, which may not be all": (
        "开展自查，督导组要核查。活动办要学习。要整改。",
        ["—: 开展自查", "督导组: 督导组要核查", "活动办: 活动办要学习", "—: 要整改"],
    ),
    "sentences in a bracket": ("（请勿改动此页。不得涂改。）", ["—: 请勿改动此页", "—: 不得涂改"]),
    "who has said what follows": (
        "财政部研究提出了办理意见：将统筹考虑你省的要求。要继续支持。",
        ["（财政部）: 将统筹考虑你省的要求", "（财政部）: 要继续支持"],
    ),
    "of two none is carried": (
        "督导组要学习。活动办要整改。开展自查。",
        ["督导组: 督导组要学习", "活动办: 活动办要整改", "—: 开展自查"],
    ),
    "a fact between ends what is of the same": (
        "督导组要学习。活动启动了。要整改。",
        ["督导组: 督导组要学习", "—: 要整改"],
    ),
    "what is left to choice is apart": (
        "督导组要学习。可走访群众。",
        ["督导组: 督导组要学习", "（督导组）: 可走访群众"],
    ),
    "two sentences of nobody": ("开展学习。开展自查。", ["—: 开展学习", "—: 开展自查"]),
    "an object is not carried": (
        "要求督导组作出承诺。开展自查。",
        ["督导组: 要求督导组作出承诺", "—: 开展自查"],
    ),
    "a report and then the document itself": (
        "中央在《甲意见》中要求督导组解决甲气、乙气等问题。活动办解决丙气、丁气等问题。我区还要整改。",
        [
            "督导组: 督导组解决甲气、乙气等问题",
            "活动办: 活动办解决丙气、丁气等问题",
            "—: 我区还要整改",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_the_passages_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert of_blocks(paragraph(text)) == expected


def reports(text: str) -> list[str | None]:
    found = passages([paragraph(text)], PATTERNS)
    return [text[p.report.start : p.report.end] if p.report else None for p in found]


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("活动办解决丙气、丁气等问题。", "《甲意见》"),
        ("结合我区实际，活动办解决丙气、丁气等问题。", None),
        ("督导组要整改。", None),
    ],
)
def test_a_report_goes_on_while_faults_follow(behind: str, title: str | None) -> None:
    text = "中央在《甲意见》（甲发〔2014〕1号）中要求督导组解决甲气、乙气等问题。" + behind
    assert reports(text) == ["《甲意见》", title]


def test_faults_without_a_report_before_them_are_the_documents_own() -> None:
    assert reports("督导组解决甲气、乙气等问题。") == [None]


HEADED = {
    "a heading alone asks": (section("一、督导组要学习", "督导组要学习"), ["督导组: 督导组要学习"]),
    "a heading that only names": (section("一、工作要求", "工作要求"), []),
    "a heading asks and says who": (
        section("一、学校要学习。要整改。", "学校要学习"),
        ["学校: 学校要学习", "（学校）: 要整改"],
    ),
    "a text that names somebody else": (
        section("一、学校要学习。督导组要整改。", "学校要学习"),
        ["学校: 学校要学习", "督导组: 督导组要整改"],
    ),
    "a heading says what is solved": (
        section("一、解决服务群众的问题。要开门办公。", "解决服务群众的问题"),
        ["—: 解决服务群众的问题。要开门办公"],
    ),
    "a heading that asks otherwise": (section("一、加强学习。要读原著。", "加强学习"), ["—: 要读原著"]),
    "a heading that is not in the text": (section("一、督导组要学习。", "工作要求"), ["督导组: 督导组要学习"]),
    "a block without a heading": (section("一、督导组要学习。", None), ["督导组: 督导组要学习"]),
}


@pytest.mark.parametrize(("block", "expected"), HEADED.values(), ids=HEADED.keys())
def test_what_a_heading_adds(block: Block, expected: list[str]) -> None:
    assert of_blocks(block) == expected


def test_a_heading_with_blocks_below_it_asks_only_of_somebody() -> None:
    below = Block("s_1__p_1", BlockKind.PARAGRAPH, "情况良好。", parent="s_1")
    assert of_blocks(section("一、加强学习", "加强学习"), below) == []
    assert of_blocks(section("一、督导组要学习", "督导组要学习"), below) == ["督导组: 督导组要学习"]


def charged(text: str) -> list[str | None]:
    return [passage.name for passage in passages([paragraph(text)], PATTERNS)]


@pytest.mark.parametrize("length", [SHORTEST_DEMAND - 1, SHORTEST_DEMAND])
def test_how_long_a_heading_is_that_asks_itself(length: int) -> None:
    heading = "要加强" + "领" * (length - len("要加强"))
    asked = of_blocks(section(f"一、{heading}。要开展自查。", heading))
    assert (f"—: {heading}" in asked) == (length == SHORTEST_DEMAND)


def test_what_a_bracket_charges_is_asked_though_no_verb_asks_it() -> None:
    assert of_blocks(paragraph("全县生产总值增长7%。")) == []
    assert of_blocks(paragraph("全县生产总值增长7%。（县财政局负责）")) == ["—: 全县生产总值增长7%"]


def test_a_bracket_behind_the_words_says_who_where_they_do_not() -> None:
    assert charged("开展试点。各校要学习。（财政部、教育部负责）") == ["财政部、教育部", "各校"]
    assert charged("开展试点。（商务部负责）要监管。（公安部负责）要学习。") == ["商务部", "公安部", None]
    assert charged("开展试点。（见附件1）") == [None]
    assert charged("组织青年参加见习。（财政部负责）") == ["财政部"], "not those whom it concerns"
    assert charged("组织青年参加见习。") == [None]


def test_a_bracket_says_who_acts_beside_the_addressee() -> None:
    text = "开展试点。（教育部牵头，财政部参与）各校要学习。（公安部负责）制定办法。（商务部指导）加强监管。"
    asked = [(passage.name, passage.partners) for passage in passages([paragraph(text)], PATTERNS)]
    assert asked == [("教育部", "财政部参与"), ("各校", "公安部负责"), (None, "商务部指导"), (None, None)]


def test_a_line_below_says_who() -> None:
    blocks = [
        Block("s_1__p_1", BlockKind.PARAGRAPH, "开展试点。", parent="s_1"),
        Block("s_1__p_2", BlockKind.PARAGRAPH, "责任单位：市教育局；配合单位：市财政局", parent="s_1"),
        Block("s_1__p_3", BlockKind.PARAGRAPH, "制定方案。", parent="s_1"),
        Block("s_2__p_1", BlockKind.PARAGRAPH, "总结经验。", parent="s_2"),
        Block("s_3__p_1", BlockKind.PARAGRAPH, "责任单位：市卫生局", parent="s_3"),
    ]
    assert [passage.name for passage in passages(blocks, PATTERNS)] == ["市教育局", None, None]


def test_the_points_of_a_list_are_asked_of_whom_it_opens_with() -> None:
    blocks = [
        Block("s_1__p_1", BlockKind.PARAGRAPH, "公安机关要做好以下工作，履行下列职责，抓好落实：", parent="s_1"),
        Block("s_1__i_1", BlockKind.ITEM, "检查安全设施。", parent="s_1"),
        Block("s_2__i_1", BlockKind.ITEM, "检查安全设施。", parent="s_2"),
    ]
    assert [passage.carried for passage in passages(blocks, PATTERNS)] == [None, "公安机关", None]


@pytest.mark.parametrize(
    ("lead", "count"), [("一、你省请求，国家完善有关政策：", 0), ("一、会议强调：", 0), ("一、要做好以下工作：", 1)]
)
def test_what_somebody_else_asks_for_in_points_is_no_duty(lead: str, count: int) -> None:
    assert len(of_blocks(section(lead, None), point("一是将补助年限延长。"))) == count


def test_points_that_are_cases_are_no_duties() -> None:
    lead = section("一、有下列行为之一的，由财政部门责令改正：", None)
    assert of_blocks(lead, point("（一）隐瞒收入；")) == ["财政部门: 有下列行为之一的，由财政部门责令改正"]


def test_what_courts_do_is_not_asked_of_those_before() -> None:
    assert of_blocks(paragraph("各校要自查。构成犯罪的，依法追究刑事责任。")) == [
        "各校: 各校要自查",
        "—: 构成犯罪的，依法追究刑事责任",
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("认真开展自查。", False),
        ("督导组要开展自查。", True),
        ("自查不少于3天。", True),
        ("4月底前开展自查。", True),
    ],
)
def test_what_sums_up_points_is_kept_where_it_says_who_how_much_or_by_when(text: str, kept: bool) -> None:
    lead = section(f"一、{text}", None)
    assert len(of_blocks(lead, point("一是情况良好。", BlockKind.SECTION))) == kept
    assert len(of_blocks(lead, point("一是情况良好。"))) == 1, "items do not say it again"


def test_items_that_run_on_are_listed_by_what_introduces_them() -> None:
    host, item = section("一、开展“六问”活动，即", None), point("一问要为民。")
    [passage] = passages([host, item], PATTERNS)
    assert passage.introduces
    assert of_blocks(section("一、情况如下，即", None), item) == ["—: 要为民"], "nothing asked introduces them"
    assert len(of_blocks(section("一、开展“六问”活动。", None), item)) == 2, "what introduces them ends with 即"
    [alone] = passages([host], PATTERNS)
    assert not alone.introduces


def test_before_the_first_section_only_what_says_so_asks() -> None:
    text = "认真开展自查。"
    assert of_blocks(paragraph(text)) == ["—: 认真开展自查"]
    assert of_blocks(paragraph(text), section("一、情况", "情况")) == []
    assert of_blocks(section("一、情况", "情况"), paragraph(text)) == ["—: 认真开展自查"]


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("督导组要学习。要整改。", "督导组"),
        ("督导组要学习。管理经费应专项用于管理。", None),
        ("任何个人不得干预。要增强意识。", None),
        ("流动党员要学习。组织老党员参加活动。", None),
        ("督导组要学习。组织老党员参加活动。", "督导组"),
    ],
)
def test_whose_subject_goes_on(text: str, carried: str | None) -> None:
    *_, last = passages([paragraph(text)], PATTERNS)
    assert last.carried == carried


def test_what_others_run_is_asked_alone() -> None:
    asked = of_blocks(paragraph("第三方平台要强化保障。推动互联互通。"))
    assert asked == ["第三方平台: 第三方平台要强化保障", "—: 推动互联互通"]


def test_what_another_document_says_before_the_first_section_is_background() -> None:
    blocks = paragraph("《决定》提出，要完善机制。"), section("一、加强学习", "加强学习")
    assert not any("完善机制" in words for words in of_blocks(*blocks))
    assert any("完善机制" in words for words in of_blocks(paragraph("《决定》提出，要完善机制。")))


def test_titles_tables_and_signatures_ask_nothing() -> None:
    kinds = [kind for kind in BlockKind if kind not in (BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM)]
    assert [shown(p) for kind in kinds for p in passages([Block("b", kind, "督导组要学习。")], PATTERNS)] == []
