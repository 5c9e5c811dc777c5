"""Two documents side by side: which is the base, the kind of each row, and how each character stands."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from notice_site.findings.citations.find import find_citations
from notice_site.findings.reuse.compare import find_comparisons
from notice_site.findings.reuse.find import find_passages
from notice_site.model import Cell, Comparison, Level, Notice, Row
from tests.findings.documents import document

LEVELS = [Level(id, id) for id in ("central", "province", "city", "county")]
A = "着力解决人民群众反映强烈的突出问题，以作风建设的新成效夯实党执政的群众基础，推动经济社会持续健康发展。"
B = "采取群众提、自己找、上级点、互相帮、集体议等方式，查找具体表现，注重从关系群众切身利益的问题中查找根源。"
C = "对存在一般性作风问题的干部，立足于教育提高，促其改进；对群众意见大、不认真查摆问题的，要进行组织调整。"
D = "充分运用传统媒体和新兴媒体，总结推广好经验好做法，广泛宣传先进典型，及时曝光反面典型，营造良好氛围。"
NEW = "本区结合自身实际，另行安排走访慰问，逐户登记造册，由专人跟踪回访，每月公布一次办理结果。"


def compared(base: list[str], derived: list[str], **fields: Any) -> Comparison:
    first = document("base", *base, level="central")
    second = document("derived", *derived, level="county", **fields)
    [found] = comparisons(second, first)
    return found


def comparisons(*notices: Notice) -> tuple[Comparison, ...]:
    citations = find_citations(notices)
    return find_comparisons(notices, find_passages(notices, citations), citations, LEVELS)


def kinds(comparison: Comparison) -> list[str]:
    return [row.kind + (" moved" if row.moved else "") for row in comparison.rows]


def shown(cell: Cell | None, text: str) -> str:
    """The text with what is not the same in brackets."""
    assert cell is not None
    signs = {"mark": "·", "changed": "≠", "only": "+", "elsewhere": "→"}
    return "".join(
        text[p.start : p.end] if p.kind == "same" else f"[{signs[p.kind]}{text[p.start : p.end]}]" for p in cell.parts
    )


def test_every_kind_of_row_is_told_apart() -> None:
    altered = C.replace("一般性", "较为普遍")
    found = compared([A, B, C, D], [A.replace("，", ","), B.replace("、", ""), NEW, altered])
    assert kinds(found) == ["verbatim", "punctuation-only", "added", "altered", "dropped"]


def test_a_document_is_not_compared_with_what_it_carries() -> None:
    """The annex stands whole behind it: nothing of it is 未承接."""
    annex = document("a-att_1", A, B, C, title="办法", part_of="a")
    carrier = document("a", A, B, title="关于印发《办法》的通知")
    assert comparisons(annex, carrier) == ()
    assert len(comparisons(replace(annex, part_of=None), carrier)) == 1
    [found] = comparisons(carrier, annex)
    assert (found.base, found.derived) == ("a", "a-att_1")


def test_after_the_text_breaks_off_nothing_counts_as_dropped() -> None:
    assert kinds(compared([A, B, C, D], [A, B, C], status="truncated"))[-1] == "beyond"


def test_a_paragraph_at_another_place_stands_beside_its_like_and_both_places_say_so() -> None:
    assert kinds(compared([A, B + C, D], [B + C, A, D])) == [
        "moved",
        "verbatim",
        "verbatim moved",
        "verbatim",
    ]


def test_paragraphs_cut_otherwise_are_neither_dropped_nor_added() -> None:
    found = compared([A, B, C, D], [A, B + C, D])
    assert sorted(kinds(found)) == ["altered", "regrouped", "verbatim", "verbatim"]
    assert found.shared == found.base_length


@pytest.mark.parametrize(
    ("base", "derived", "shown_base", "shown_derived"),
    [
        pytest.param(
            "就业、社会保障、医疗", "就业、社保、医疗", "就业、社[≠会保障]、医疗", "就业、社[≠保]、医疗", id="换字"
        ),
        pytest.param("层级，数量大", "层级，领域宽，数量大", "层级，数量大", "层级，[+领域宽，]数量大", id="加一分句"),
        pytest.param("不虚不空", "不虚、不空", "不虚不空", "不虚[·、]不空", id="加标点"),
        pytest.param("不虚，不空", "不虚;不空", "不虚[·，]不空", "不虚[·;]不空", id="换标点"),
        pytest.param("不虚，不空", "不虚,不空", "不虚，不空", "不虚,不空", id="全角半角"),
        pytest.param("总的要求。", "(二)总的要求。", "总的要求。", "[+(二)]总的要求。", id="加序号"),
    ],
)
def test_differences_are_marked_by_character(base: str, derived: str, shown_base: str, shown_derived: str) -> None:
    frame = (A, B, C)
    found = compared([*frame, D + base], [*frame, D + derived])
    row: Row = found.rows[-1]
    assert shown(row.base, D + base) == D + shown_base
    assert shown(row.derived, D + derived) == D + shown_derived


def test_a_passage_in_another_paragraph_points_there() -> None:
    found = compared([A, B, C + D], [A, B + D, C])
    marked = [shown(row.derived, text) for row, text in zip(found.rows, [A, B + D, C], strict=True)]
    assert marked == [A, f"{B}[→{D}]", C]
    [part] = [p for p in found.rows[1].derived.parts if p.kind == "elsewhere"] if found.rows[1].derived else []
    assert part.block == "p_3"


def test_the_cited_document_is_the_base_whatever_its_level_and_date() -> None:
    cited = document("z", A, B, C, title="关于甲的意见", level="county", date="2014-05-01")
    citing = document("a", f"按照《关于甲的意见》要求，{A}", B, C, level="central", date="2014-06-01")
    [found] = comparisons(citing, cited)
    assert (found.base, found.derived) == ("z", "a")


def test_only_the_paragraph_that_names_its_source_is_attributed() -> None:
    cited = document("z", A, B, C, title="关于甲的意见")
    citing = document("a", f"中央在《关于甲的意见》中要求：{A}", B, C)
    [found] = comparisons(citing, cited)
    assert [row.attributed for row in found.rows] == [True, False, False]
    assert not any(row.attributed for row in compared([A, B, C], [A, B, C]).rows)


def test_without_level_the_earlier_document_is_the_base() -> None:
    [found] = comparisons(document("x", A, B, C, date="2014-04-02"), document("y", A, B, C, date="2014-03-30"))
    assert (found.base, found.derived) == ("y", "x")


def test_documents_that_share_a_sentence_only_are_not_compared() -> None:
    assert comparisons(document("x", A, *[NEW + str(n) for n in range(9)]), document("y", A, D * 3)) == ()


def letters(first: int, count: int) -> str:
    """Letters of which no two are alike."""
    return "".join(chr(0x4E00 + first + n) for n in range(count))


@pytest.mark.parametrize(
    ("shared", "total", "count"),
    [
        pytest.param(99, 99, 0, id="fewer than a hundred characters"),
        pytest.param(100, 100, 1, id="a hundred characters"),
        pytest.param(100, 1000, 1, id="a tenth of the shorter one"),
        pytest.param(100, 1001, 0, id="less than a tenth"),
    ],
)
def test_how_much_two_documents_must_share(shared: int, total: int, count: int) -> None:
    both = letters(0, shared)
    one, other = (document(id, both, letters(first, total - shared)) for id, first in (("x", 2000), ("y", 5000)))
    assert len(comparisons(one, other)) == count
    long = document("z", both, letters(7000, 3000))
    assert len(comparisons(one, long)) == count, "the shorter one decides"


def test_a_document_is_compared_with_the_three_that_share_most_with_it() -> None:
    alike = letters(3000, 300)
    others = [document(f"y{n}", letters(0, 200 - 10 * n), alike) for n in range(4)]
    pairs = {frozenset((c.base, c.derived)) for c in comparisons(document("x", letters(0, 200)), *others)}
    assert [frozenset(("x", f"y{n}")) in pairs for n in range(4)] == [True, True, True, False]
    alone = [document(f"y{n}", letters(0, 200 - 10 * n)) for n in range(4)]
    assert len(comparisons(document("x", letters(0, 200)), *alone)) >= 6


def test_what_one_side_says_twice_is_counted_once() -> None:
    again = letters(0, 120)
    found = compared([again], [again, NEW, again])
    assert found.shared == 120
    assert compared([again, NEW, again], [again]).shared == 120


def test_the_figure_of_a_pair_is_the_same_whichever_document_is_the_base() -> None:
    texts = [A, B + C, D], [NEW, D + A, C.replace("一般性", "较为普遍")]
    one, other = (
        comparisons(document("x", *texts[0], level=first), document("y", *texts[1], level=second))
        for first, second in (("central", "county"), ("county", "central"))
    )
    assert [found.base for found in (*one, *other)] == ["x", "y"]
    assert one[0].shared == other[0].shared > 0


@pytest.mark.parametrize("status", ["complete", "truncated"])
def test_a_paragraph_of_the_base_that_stands_elsewhere_in_part_is_not_dropped(status: str) -> None:
    own = letters(3000, 100)
    found = compared([A + B, D + own], [A + D + B], status=status)
    assert kinds(found) == ["altered", "partly" if status == "complete" else "beyond"]


@pytest.mark.parametrize(("new", "kind"), [(20, "regrouped"), (21, "partly")])
def test_a_paragraph_of_which_four_fifths_stand_elsewhere_is_only_cut_otherwise(new: int, kind: str) -> None:
    first, moved = letters(0, 200), letters(1000, 80)
    assert kinds(compared([first + moved], [first, moved + letters(3000, new)])) == ["altered", kind]


@pytest.mark.parametrize(
    ("one", "other", "base"),
    [
        pytest.param({"level": "central"}, {"level": "county"}, "x", id="the higher level"),
        pytest.param({"level": "county"}, {"level": "central"}, "y", id="the higher level, second"),
        pytest.param({"level": "county", "date": "2014-05-01"}, {"date": "2014-04-01"}, "y", id="one without level"),
        pytest.param(
            {"level": "county", "date": "2014-05-01"}, {"level": "county", "date": "2014-04-01"}, "y", id="equal levels"
        ),
        pytest.param(
            {"level": "none", "date": "2014-05-01"}, {"level": "city", "date": "2014-04-01"}, "y", id="odd level"
        ),
        pytest.param({"date": "2014-04-01"}, {"date": "2014-05-01"}, "x", id="the earlier"),
        pytest.param({"date": "2014-04-01"}, {"date": "2014-04-01"}, "x", id="the same day"),
        pytest.param({"date": "2014-04-01"}, {}, "x", id="one without date"),
    ],
)
def test_the_base_is_the_document_from_which_the_other_could_have_its_words(
    one: dict[str, str], other: dict[str, str], base: str
) -> None:
    [found] = comparisons(document("x", A, B, C, **one), document("y", A, B, C, **other))
    assert found.base == base


def test_documents_that_cite_each_other_are_ordered_by_what_else_is_known() -> None:
    x = document("x", f"按照《关于乙的意见》要求，{A}", B, C, title="关于甲的意见", date="2014-05-01")
    y = document("y", f"按照《关于甲的意见》要求，{A}", B, C, title="关于乙的意见", date="2014-04-01")
    [found] = find_comparisons(
        (x, y),
        find_passages((x, y)),
        [replace(c, target=target) for c, target in zip(find_citations((x, y)), "yx", strict=True)],
        LEVELS,
    )
    assert found.base == "y"


def with_one_letter_changed(first: int, changed: int) -> str:
    """Letters of which the changed one alone is not that of another such text: an altered passage of both."""
    return letters(first, 50) + letters(changed, 1) + letters(first + 50, 50)


def test_the_longest_passage_is_a_verbatim_one_where_there_is_any() -> None:
    verbatim = letters(3000, 40)
    [found] = comparisons(
        document("x", with_one_letter_changed(0, 7000), verbatim),
        document("y", with_one_letter_changed(0, 7001), verbatim),
    )
    assert (found.longest.kind, found.longest.a.block) == ("verbatim", "p_2")
    [altered] = comparisons(
        document("x", with_one_letter_changed(0, 7000)), document("y", with_one_letter_changed(0, 7001))
    )
    assert altered.longest.kind == "altered"


def test_parts_tile_their_paragraph_and_equal_parts_are_equal() -> None:
    chance = random.Random(4)
    pieces = [A, B, C, D, NEW, A[:20], B[10:], "，", "。"]
    for _ in range(60):
        base, derived = (["".join(chance.choices(pieces, k=3)) for _ in range(5)] for _ in range(2))
        notices = document("base", *base, level="central"), document("derived", *derived, level="county")
        for found in comparisons(*notices):
            for notice, side in zip(notices, ("base", "derived"), strict=True):
                cells = [cell for row in found.rows if (cell := getattr(row, side))]
                assert sorted({cell.block for cell in cells}) == sorted(block.id for block in notice.blocks)
                for cell in cells:
                    edges = [0, *(part.end for part in cell.parts)]
                    assert [part.start for part in cell.parts] == edges[:-1]
                    assert edges[-1] == len(notice.block(cell.block).text)
            for row in found.rows:
                if row.base and row.derived:
                    same = ["".join(
                        notice.block(cell.block).text[p.start : p.end] for p in cell.parts if p.kind == "same"
                    ) for notice, cell in zip(notices, (row.base, row.derived), strict=True)]  # fmt: skip
                    assert same[0] == same[1]
            assert 0 <= found.shared <= min(found.base_length, found.derived_length)
