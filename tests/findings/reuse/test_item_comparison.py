"""What two documents ask for, item beside item: each item in one row, moved words never called new."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from notice_site.findings.citations.find import find_citations
from notice_site.findings.reuse.compare import find_comparisons
from notice_site.findings.reuse.find import find_passages
from notice_site.model import Block, BlockKind, Comparison, ItemRow, Level, Notice, Ref, Task
from notice_site.text.normalization import letters_of
from tests.golden import Case, Golden, cases

RANKS = ("central", "province", "city", "county", "town", "village")
LEVELS = [
    *(Level(id, id, issuers=(re.compile(id),)) for id in RANKS),
    Level("direct", "direct", own=True),
    *(Level(id, id) for id in ("leaders", "every-unit")),
]
COMMON = "根据中央的统一部署，活动要坚持问题导向，坚持教育实践并重，边学边查边改，把学习教育和整改落实贯穿始终。" * 3
"""What both documents begin with: without it they would not be compared."""

NAMES = {
    "kept": "照录", "extended": "增补", "shortened": "删减", "changed": "改写", "quoted": "仅见转引", "again": "重出",
    "moved": "移位", "partly": "部分移位", "dropped": "未见", "added": "新增", "beyond": "来源中断",
}  # fmt: skip


def asking(id: str, level: str, entries: Sequence[Mapping[str, Any]], **fields: Any) -> tuple[Notice, list[Task]]:
    """A document of paragraphs, and the tasks in them."""
    blocks = [Block("p_0", BlockKind.PARAGRAPH, COMMON)]
    tasks = []
    section = None
    for number, entry in enumerate(entries, 1):
        if "section" in entry:
            section = f"sec_{number}"
            blocks.append(Block(section, BlockKind.SECTION, entry["section"], depth=1))
            continue
        addressee = entry.get("addressee")
        text = entry.get("text") or f"{addressee or ''}{'，'.join(entry['items'])}。"
        block = Block(f"p_{number}", BlockKind.PARAGRAPH, text, parent=section)
        blocks.append(block)
        if "items" in entry:
            tasks.append(
                Task(
                    f"{id}-{number}", Ref(id, block.id, 0, len(text)), addressee, tuple(entry.get("levels", ())),
                    entry.get("type", "action"), tuple(entry["items"]), (), None, False,
                    "base" if entry.get("quoted") else None, text,
                )
            )  # fmt: skip
    about = {"source": f"{id}.txt", "title": None, **fields}
    return Notice(id, sha256="0" * 64, blocks=tuple(blocks), level=level, **about), tasks


def compared(
    base: Sequence[Mapping[str, Any]], derived: Sequence[Mapping[str, Any]], status: str = "complete"
) -> tuple[Comparison, Mapping[str, Notice]]:
    first, asked = asking("base", "central", base)
    second, asked_by_derived = asking("derived", "county", derived, status=status)
    notices = (first, second)
    [found] = find_comparisons(notices, find_passages(notices), (), LEVELS, [*asked, *asked_by_derived])
    return found, {notice.id: notice for notice in notices}


def shown(row: ItemRow, notices: Mapping[str, Notice]) -> str:
    """A row as a line: what became of it, whom it addresses, both sides, and what else is said of it."""

    def words(ref: Ref) -> str:
        return notices[ref.notice].block(ref.block).text[ref.start : ref.end]

    sides = [" + ".join(words(cell.ref) for cell in side) or "—" for side in (row.base, row.derived)]
    remarks = [name for name, is_so in (("移位", row.moved), ("对象不同", row.other_addressee)) if is_so]
    remarks += [f"“{row.modal[0]}”作“{row.modal[1]}”"] if row.modal else []
    remarks += [f"转引 {words(ref)}" for ref in row.quoted]
    remarks += [f"见 {row.found.block}：{words(row.found)}"] if row.found else []
    return f"{NAMES[row.kind]}｜{','.join(row.addressees) or '—'}｜{' → '.join(sides)}" + "".join(
        f"｜{remark}" for remark in remarks
    )


@pytest.mark.parametrize("case", cases("item_comparison"))
def test_items_are_laid_beside_each_other(case: Case, golden: Golden) -> None:
    found, notices = compared(case.given["base"], case.given["derived"], case.given.get("status", "complete"))
    golden(case, [shown(row, notices) for row in found.items])


PIECES = (
    "政绩观不正确", "不敢担当", "庸懒散拖、推诿扯皮", "工作不落实", "服务不主动", "门难进、脸难看、事难办",
    "乱收费、乱罚款、乱摊派", "滥用职权", "不关心群众冷暖", "责任心不强", "落实惠民政策缩水走样", "弄虚作假",
)  # fmt: skip
CLASSES = (("city", "county", "leaders"), ("county", "leaders"), ("direct",), ("county", "direct"), ("village",), ())


def invented(chance: random.Random, *, quoting: bool) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = []
    for _ in range(chance.randint(1, 4)):
        levels = chance.choice(CLASSES)
        items = ["、".join(chance.sample(PIECES, chance.randint(1, 2))) for _ in range(chance.randint(1, 4))]
        entry: dict[str, Any] = {"items": items, "levels": list(levels)}
        if levels:
            entry["addressee"] = "、".join(levels)
        entries.append({**entry, "quoted": quoting and chance.random() < 0.3})
    return entries


@pytest.mark.parametrize("seed", range(60))
def test_each_item_of_both_documents_stands_in_one_row(seed: int) -> None:
    chance = random.Random(seed)
    base, derived = invented(chance, quoting=False), invented(chance, quoting=True)
    found, notices = compared(base, derived)
    for id, entries in (("base", base), ("derived", derived)):
        own = [cell.ref for row in found.items for cell in (*row.base, *row.derived) if cell.ref.notice == id]
        quoted = {ref for row in found.items for ref in row.quoted if ref.notice == id}  # one can stand for two items
        words = Counter(notices[ref.notice].block(ref.block).text[ref.start : ref.end] for ref in (*own, *quoted))
        assert words == Counter(item for entry in entries for item in entry["items"])
    for row in found.items:
        assert (len(row.base), len(row.derived)) == (1, 1) or not (len(row.base) > 1 and len(row.derived) > 1)
        for cell in (*row.base, *row.derived):
            assert [part.start for part in cell.parts] == [0, *(part.end for part in cell.parts[:-1])]
            assert cell.parts[-1].end == cell.ref.end - cell.ref.start


@pytest.mark.parametrize("seed", range(30))
def test_the_kind_of_a_row_follows_from_the_words(seed: int) -> None:
    chance = random.Random(seed)
    found, notices = compared(invented(chance, quoting=False), invented(chance, quoting=True))

    def letters(refs: Sequence[Ref]) -> str:
        return "".join(letters_of(notices[ref.notice].block(ref.block).text[ref.start : ref.end]) for ref in refs)

    other = {id: letters_of("".join(block.text for block in notice.blocks)) for id, notice in notices.items()}
    for row in found.items:
        base, derived = letters([cell.ref for cell in row.base]), letters([cell.ref for cell in row.derived])
        if row.kind == "kept" and len(row.base) == len(row.derived) == 1:
            assert base == derived
        if row.kind in ("dropped", "beyond") and len(base) >= 6:
            assert base not in other["derived"], "moved words are not called dropped"
        if row.kind == "added" and len(derived) >= 6:
            assert derived not in other["base"], "moved words are not called new"
        if row.kind in ("again", "moved", "partly"):
            assert row.found
            assert set(letters([row.found])) & set(base or derived)


def test_nothing_is_compared_where_one_document_asks_for_nothing() -> None:
    asked = {"addressee": "各单位", "levels": ["every-unit"], "items": ["组织学习"]}
    assert not compared([asked], [{"text": "此文没有要求。"}])[0].items
    assert not compared([{"text": "此文没有要求。"}], [asked])[0].items


def test_two_copies_of_a_document_keep_every_item() -> None:
    asked: list[dict[str, Any]] = [
        {"addressee": "各单位", "levels": ["every-unit"], "items": list(PIECES)},
        {"items": ["组织学习", "组织学习"]},
    ]
    found, _ = compared(asked, asked)
    assert {(row.kind, row.moved, row.other_addressee) for row in found.items} == {("kept", False, False)}
    assert len(found.items) == len(PIECES) + 2


LISTED = {"addressee": "各单位", "levels": ["every-unit"], "items": ["组织学习讨论"]}


Fields = dict[str, Any]


def pairs_with_items(*documents: tuple[str, str, Fields]) -> set[tuple[str, str]]:
    """The pairs, base first, of which the items are compared, of documents by id, level and other fields."""
    made = []
    for id, level, fields in documents:
        about = {name: value for name, value in fields.items() if name != "more"}
        made.append(asking(id, level, [LISTED, {"text": fields.get("more", "此外无他。")}], **about))
    notices = [notice for notice, _ in made]
    tasks = [task for _, asked in made for task in asked]
    found = find_comparisons(notices, find_passages(notices), find_citations(notices), LEVELS, tasks)
    return {(each.base, each.derived) for each in found if each.items}


def test_a_document_is_laid_beside_that_of_the_level_above() -> None:
    assert pairs_with_items(("x", "county", {}), ("y", "central", {})) == {("y", "x")}
    assert pairs_with_items(("x", "county", {}), ("y", "county", {})) == set()


def test_of_several_above_that_with_which_it_shares_most_is_taken() -> None:
    more = {"more": "此外，要畅通群众诉求表达渠道，加强与群众真诚沟通，做好矛盾纠纷排查化解工作，让群众办事更加便利。"}
    found = pairs_with_items(("x", "county", more), ("y", "central", {}), ("z", "province", more))
    assert found == {("z", "x"), ("y", "z")}


def test_a_document_is_laid_beside_one_of_its_level_that_it_cites() -> None:
    citing = {"title": "关于乙的通知", "more": "按照《关于甲的意见》要求，认真落实。"}
    found = pairs_with_items(("x", "county", citing), ("y", "county", {"title": "关于甲的意见"}))
    assert found == {("y", "x")}


def test_what_stands_in_one_source_is_not_laid_beside_each_other() -> None:
    assert pairs_with_items(("x", "county", {"source": "a.txt"}), ("y", "central", {"source": "a.txt"})) == set()
