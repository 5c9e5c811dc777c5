"""Where the items of a task stand."""

from __future__ import annotations

from notice_site.findings.reuse.task_items import item_refs
from notice_site.model import Block, BlockKind, Notice, Ref, Task

TEXT = "各单位要组织学习，组织学习讨论，列出清单。区直单位要组织学习。"
NOTICE = Notice(
    "n", "n.txt", "0" * 64, None,
    (
        Block("p_1", BlockKind.PARAGRAPH, TEXT),
        Block("p_1__pt_1", BlockKind.ITEM, "一问宗旨；", parent="p_1", inline=True),
        Block("p_1__pt_2", BlockKind.ITEM, "二问作风。", parent="p_1", inline=True),
    ),
)  # fmt: skip


def refs(*items: str, start: int = 0, end: int = len(TEXT)) -> list[Ref]:
    task = Task("t", Ref("n", "p_1", start, end), None, (), "action", items, (), None, False, None, TEXT[start:end])
    return list(item_refs(task, NOTICE))


def words(*items: str, start: int = 0) -> list[tuple[str, str]]:
    return [(ref.block, NOTICE.block(ref.block).text[ref.start : ref.end]) for ref in refs(*items, start=start)]


def test_items_are_found_one_behind_the_other() -> None:
    assert refs("组织学习", "组织学习") == [Ref("n", "p_1", 4, 8), Ref("n", "p_1", 9, 13)]


def test_an_item_is_found_inside_its_task_only() -> None:
    assert refs("组织学习", start=21) == [Ref("n", "p_1", 26, 30)]
    assert words("列出清单", start=21) == [("p_1", TEXT[21:])]


def test_items_of_a_list_below_stand_in_blocks_of_their_own() -> None:
    assert words("列出清单", "一问宗旨", "二问作风") == [
        ("p_1", "列出清单"),
        ("p_1__pt_1", "一问宗旨"),
        ("p_1__pt_2", "二问作风"),
    ]


def test_items_out_of_order_are_found() -> None:
    assert words("列出清单", "组织学习讨论") == [("p_1", "列出清单"), ("p_1", "组织学习讨论")]


def test_for_items_that_are_not_found_the_task_stands_once() -> None:
    assert words("无此一项", "组织学习", "也无此项") == [("p_1", TEXT), ("p_1", "组织学习")]
