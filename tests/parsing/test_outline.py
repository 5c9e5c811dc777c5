"""Depth, parents and ids of blocks."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from notice_site.model import Block, Repair, RepairKind
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.outline import Ids, outline, repairs_by_block


def blocks(*texts: str, prefix: str = "") -> Sequence[Block]:
    return outline(tuple(Paragraph(text, (i, i)) for i, text in enumerate(texts, 1)), Ids(prefix))[0]


def shape(*texts: str) -> list[tuple[str, int, str | None]]:
    return [(block.id, block.depth, block.parent) for block in blocks(*texts)]


def test_sections_items_and_paragraphs() -> None:
    assert shape("一、总则", "甲乙丙。", "（一）任务。各级都要做到，不得延误。", "丁。", "二、附则", "戊。") == [
        ("sec_1", 1, None),
        ("sec_1__p_1", 0, "sec_1"),
        ("sec_1__sec_1", 2, "sec_1"),
        ("sec_1__sec_1__p_1", 0, "sec_1__sec_1"),
        ("sec_2", 1, None),
        ("sec_2__p_1", 0, "sec_2"),
    ]


def test_depth_comes_from_the_order_of_styles() -> None:
    assert [(id_, depth) for id_, depth, _ in shape("（一）任务", "甲。", "1.要求", "乙。", "（二）分工", "丙。")] == [
        ("sec_1", 1), ("sec_1__p_1", 0), ("sec_1__sec_1", 2), ("sec_1__sec_1__p_1", 0), ("sec_2", 1), ("sec_2__p_1", 0),
    ]  # fmt: skip


def test_chapters_and_articles_have_stems_of_their_own() -> None:
    ids = [
        id_ for id_, _, _ in shape("第一章 总则", "第一条 甲乙。", "丙。", "第二条 丁。", "第二章 附则", "第三条 戊。")
    ]
    assert ids == ["chap_1", "chap_1__art_1", "chap_1__art_1__p_1", "chap_1__art_2", "chap_2", "chap_2__art_3"]


def test_a_number_that_comes_twice_is_told_apart() -> None:
    assert [id_ for id_, _, _ in shape("一、甲乙", "丙。", "一、丁戊", "己。")] == [
        "sec_1",
        "sec_1__p_1",
        "sec_1-2",
        "sec_1-2__p_1",
    ]


def test_text_after_an_item_without_heading_belongs_to_the_section() -> None:
    assert shape("一、甲乙", "1.完成任务，不得延误，不得推诿；认真做好。", "丙。")[-1] == ("sec_1__p_1", 0, "sec_1")


def test_inline_items_stand_below_their_block() -> None:
    found = blocks("要求如下：一是甲乙；二是丙丁。其余照旧。")
    assert [(b.id, b.text, b.depth, b.inline) for b in found] == [
        ("p_1", "要求如下：", 0, False),
        ("p_1__pt_1", "一是甲乙；", 1, True),
        ("p_1__pt_2", "二是丙丁。", 1, True),
        ("p_1__rest_1", "其余照旧。", 0, True),
    ]


def test_inline_items_stand_beside_the_block_that_opens_their_list() -> None:
    found = blocks("一、要求", "一要甲乙；二要丙丁。其余照旧。")
    assert [(b.id, b.text, b.depth, b.parent) for b in found[1:]] == [
        ("sec_1__item_1", "一要甲乙；", 2, "sec_1"),
        ("sec_1__pt_1", "二要丙丁。", 2, "sec_1"),
        ("sec_1__rest_1", "其余照旧。", 0, "sec_1"),
    ]


def test_headings_in_the_format_hold_the_labels_below_them() -> None:
    lines = [
        ("报送内容", 2),
        ("一、次数", 0),
        ("学习情况", 3),
        ("1.集中", 0),
        ("报送要求", 2),
        ("一、期限", 0),
        ("八月。", 0),
    ]
    found = outline(tuple(Paragraph(text, (1, 1), heading=rank) for text, rank in lines), Ids())[0]
    assert [(b.text, b.depth) for b in found] == [
        ("报送内容", 1), ("一、次数", 2), ("学习情况", 2), ("1.集中", 3), ("报送要求", 1), ("一、期限", 2),
        ("八月。", 0),
    ]  # fmt: skip


def test_paragraphs_of_an_article_have_no_headings() -> None:
    terms = ("甲是指乙。" + "丙" * 30, "丁是指戊。" + "己" * 30)
    assert [b.heading for b in blocks("第一条　本办法所称：", *terms, "第二章　管理", *terms)] == [
        None, None, None, "管理", "甲是指乙", "丁是指戊",
    ]  # fmt: skip


def test_articles_put_in_later_have_ids_of_their_own() -> None:
    found = [id_ for id_, _, _ in shape("第十条　甲。", "第十条之一　乙。", "第十条之二　丙。", "第十一条　丁。")]
    assert found == ["art_10", "art_10_1", "art_10_2", "art_11"]


def test_tables_are_blocks_without_items() -> None:
    table = Paragraph("一是甲。二是乙。", (1, 1), rows=(("一是甲。二是乙。",),))
    assert [block.id for block in outline((table,), Ids())[0]] == ["tbl_1"]


def test_run_in_headings_are_sections_beside_each_other() -> None:
    text = "落实责任。" + "甲" * 30
    assert shape(text, text.replace("落实", "加强")) == [("hd_1", 1, None), ("hd_2", 1, None)]


def test_a_repair_stands_in_the_block_that_holds_its_words() -> None:
    found = blocks("要求如下：一是甲乙；二是丙丁。")
    repair = Repair("", RepairKind.NOISE, "丙 丁。", "丙丁。", "", 1.0)
    assert [r.block for r in repairs_by_block([repair], found)] == ["p_1__pt_2"]
    assert [r.block for r in repairs_by_block([Repair("", RepairKind.NOISE, "己", "己", "", 1.0)], found)] == ["p_1"]


def test_the_first_eight_characters_of_a_repair_find_its_block() -> None:
    found = blocks("要求如下：一是学习党章党规系统；二是学习党章党规系列讲话。")
    for before, after in (("学习党章党规系列甲", "己"), ("己", "学习党章党规系列甲")):
        (repair,) = repairs_by_block([Repair("", RepairKind.NOISE, before, after, "", 1.0)], found)
        assert repair.block == "p_1__pt_2"


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("numbered"), st.sampled_from(["sec", "item", "chap"]), st.integers(0, 3)),
            st.tuples(st.just("next"), st.sampled_from(["p", "pt", "hd", "tbl", "rest"]), st.integers(0, 3)),
            st.tuples(st.just("named"), st.sampled_from(["title", "note", "table"]), st.integers(0, 0)),
        )
    )
)
def test_no_id_is_given_twice(wanted: list[tuple[str, str, int]]) -> None:
    ids = Ids()
    given_ids: list[str] = []
    for how, stem, number in wanted:
        parent = given_ids[number] if number and number < len(given_ids) else None
        if how == "numbered":
            given_ids.append(ids.numbered(parent, stem, number))
        elif how == "next":
            given_ids.append(ids.next(parent, stem))
        else:
            given_ids.append(ids.named(stem))
    assert len(set(given_ids)) == len(given_ids)
