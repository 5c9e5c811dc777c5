"""How each character of two paragraphs is labelled, and how many of them the other side has."""

from __future__ import annotations

import pytest

from notice_site.findings.reuse.paragraph_comparison import (
    SharedPassage,
    Side,
    body,
    mark_elsewhere,
    mark_pair,
    side_of,
)
from notice_site.model import Block, BlockKind, Notice, Passage, Ref
from tests.findings.documents import document

SIGNS = {"mark": "·", "changed": "≠", "only": "+", "elsewhere": "→"}


def shown(side: Side, number: int = 0) -> str:
    """The paragraph with what is not the same in brackets."""
    text = side.text(number)
    return "".join(
        text[p.start : p.end] if p.kind == "same" else f"[{SIGNS[p.kind]}{text[p.start : p.end]}]"
        for p in side.cell(number).parts
    )


def shared(side: Side) -> int:
    return sum(map(sum, side.shared))


def sides(base: str, derived: str) -> tuple[Side, Side]:
    return side_of(document("base", base)), side_of(document("derived", derived))


VERBATIM, MARKS, ALTERED = "verbatim", "punctuation-only", "altered"


@pytest.mark.parametrize(
    ("base", "derived", "kind", "shown_base", "shown_derived", "count"),
    [
        ("不虚，不空", "不虚,不空", VERBATIM, "不虚，不空", "不虚,不空", (5, 5)),
        ("甲乙丙丁", "甲乙 丙丁", VERBATIM, "甲乙丙丁", "甲乙 丙丁", (4, 5)),
        ("", "", VERBATIM, "", "", (0, 0)),
        ("甲乙丙丁。", "甲乙丙丁", MARKS, "甲乙丙丁[·。]", "甲乙丙丁", (4, 4)),
        ("甲乙丙丁", "甲乙丙丁！", MARKS, "甲乙丙丁", "甲乙丙丁[·！]", (4, 4)),
        ("“甲乙丙丁”", "甲乙丙丁", MARKS, "[·“]甲乙丙丁[·”]", "甲乙丙丁", (4, 4)),
        ("甲乙丙丁。”", "甲乙丙丁”", MARKS, "甲乙丙丁[·。]”", "甲乙丙丁”", (5, 5)),
        ("甲乙丙丁。", "甲乙丙丁；", MARKS, "甲乙丙丁[·。]", "甲乙丙丁[·；]", (4, 4)),
        ("“甲乙丙丁", "‘甲乙丙丁", MARKS, "[·“]甲乙丙丁", "[·‘]甲乙丙丁", (4, 4)),
        ("甲乙。”丙丁", "甲乙，”丙丁", MARKS, "甲乙[·。]”丙丁", "甲乙[·，]”丙丁", (5, 5)),
        ("甲乙。”）丙丁", "甲乙，”）丙丁", MARKS, "甲乙[·。]”）丙丁", "甲乙[·，]”）丙丁", (6, 6)),
        ("甲乙，“（丙丁", "甲乙，“《丙丁", MARKS, "甲乙，“[·（]丙丁", "甲乙，“[·《]丙丁", (6, 6)),
        ("甲乙，“丙丁", "甲乙，‘丙丁", MARKS, "甲乙，[·“]丙丁", "甲乙，[·‘]丙丁", (5, 5)),
        ("甲乙丙丁", "戊己庚辛", ALTERED, "[≠甲乙丙丁]", "[≠戊己庚辛]", (0, 0)),
        (
            "甲乙丙丁，戊己庚辛", "甲乙丙丁，壬癸，戊己庚辛", ALTERED,
            "甲乙丙丁，戊己庚辛", "甲乙丙丁，[+壬癸，]戊己庚辛", (9, 9),
        ),
        (
            "甲乙丙丁，壬癸，戊己庚辛", "甲乙丙丁，戊己庚辛", ALTERED,
            "甲乙丙丁，[+壬癸，]戊己庚辛", "甲乙丙丁，戊己庚辛", (9, 9),
        ),
        (
            "甲乙丙丁戊己庚辛", "甲乙丙丁、壬癸、戊己庚辛", ALTERED,
            "甲乙丙丁戊己庚辛", "甲乙丙丁[+、壬癸、]戊己庚辛", (8, 8),
        ),
        (
            "甲乙丙丁；戊己庚辛", "甲乙丙丁，壬癸，戊己庚辛", ALTERED,
            "甲乙丙丁[·；]戊己庚辛", "甲乙丙丁[+，壬癸，]戊己庚辛", (8, 8),
        ),
        (
            "甲乙丙丁，戊己庚辛", "甲乙丙丁；壬癸，戊己庚辛", ALTERED,
            "甲乙丙丁，戊己庚辛", "甲乙丙丁[+；壬癸]，戊己庚辛", (9, 9),
        ),
        (
            "甲乙丙丁（子丑寅），戊己庚辛", "甲乙丙丁“卯”，戊己庚辛", ALTERED,
            "甲乙丙丁[·（][≠子丑寅][·）]，戊己庚辛", "甲乙丙丁[·“][≠卯][·”]，戊己庚辛", (9, 9),
        ),
        (
            "甲乙丙丁，子丑寅，戊己庚辛", "甲乙丙丁，卯，戊己庚辛", ALTERED,
            "甲乙丙丁，[≠子丑寅]，戊己庚辛", "甲乙丙丁，[≠卯]，戊己庚辛", (10, 10),
        ),
        (
            "甲乙丙丁，子丑寅戊己庚辛", "甲乙丙丁卯戊己庚辛", ALTERED,
            "甲乙丙丁[≠，子丑寅]戊己庚辛", "甲乙丙丁[≠卯]戊己庚辛", (8, 8),
        ),
        ("甲乙丙丁，", "甲乙丙丁，戊己庚辛，", ALTERED, "甲乙丙丁，", "甲乙丙丁，[+戊己庚辛，]", (5, 5)),
        ("，甲乙丙丁", "戊己庚辛，甲乙丙丁", ALTERED, "，甲乙丙丁", "[+戊己庚辛]，甲乙丙丁", (5, 5)),
        (
            "甲乙丙丁，戊己庚辛。", "甲乙丙丁，戊己庚辛，壬癸。", ALTERED,
            "甲乙丙丁，戊己庚辛。", "甲乙丙丁，戊己庚辛[+，壬癸]。", (10, 10),
        ),
    ],
)  # fmt: skip
def test_a_pair_of_paragraphs(
    base: str, derived: str, kind: str, shown_base: str, shown_derived: str, count: tuple[int, int]
) -> None:
    a, b = sides(base, derived)
    assert mark_pair(a, 0, b, 0) == kind
    assert (shown(a), shown(b)) == (shown_base, shown_derived)
    assert (shared(a), shared(b)) == count


def passage(base: Side, derived: Side, words: str, other: str | None = None) -> SharedPassage:
    def ref(side: Side, wording: str) -> Ref:
        start = side.text(0).index(wording)
        return Ref(side.notice.id, "p_1", start, start + len(wording))

    return SharedPassage(0, 0, ref(base, words), ref(derived, other or words), False)


def test_a_passage_elsewhere_points_there_and_its_words_are_shared() -> None:
    a, b = sides("子丑。甲乙丙丁。寅卯", "辰巳，甲乙丙丁。")
    mark_elsewhere(passage(a, b, "甲乙丙丁。"), a, b)
    assert (shown(a), shown(b)) == ("[+子丑。][→甲乙丙丁。][+寅卯]", "[+辰巳，][→甲乙丙丁。]")
    assert (shared(a), shared(b)) == (5, 5)
    assert [part.block for part in a.cell(0).parts] == [None, "p_1", None]


def test_of_an_altered_passage_elsewhere_only_the_same_words_are_shared_and_point_there() -> None:
    words, other = "甲，乙丙丁，壬癸，戊己庚辛", "甲，乙丙丁，子，戊己，庚辛"
    a, b = sides(words, "丑" + other)
    mark_elsewhere(passage(a, b, words, other), a, b)
    assert (shown(a), shown(b)) == ("[→甲，乙丙丁][+，壬癸，][→戊己庚辛]", "[+丑][→甲，乙丙丁][+，子，][→戊己，庚辛]")
    assert (shared(a), shared(b)) == (9, 9)


def test_what_is_the_same_at_its_own_place_points_nowhere() -> None:
    a, b = sides("甲乙丙丁，戊己庚辛", "戊己庚辛，甲乙丙丁")
    mark_pair(a, 0, b, 0)
    mark_elsewhere(passage(a, b, "甲乙丙丁，戊己庚辛", "戊己庚辛，甲乙丙丁"), a, b)
    assert (shown(a), shown(b)) == ("甲乙丙丁[+，戊己庚辛]", "[+戊己庚辛，]甲乙丙丁")
    mark_elsewhere(passage(a, b, "戊己庚辛"), a, b)
    assert (shown(a), shown(b)) == ("甲乙丙丁[+，][→戊己庚辛]", "[→戊己庚辛][+，]甲乙丙丁")


def test_a_passage_is_turned_so_that_the_base_comes_first() -> None:
    a, b = sides("甲", "甲")
    in_base, in_derived = Ref("base", "p_1", 0, 1), Ref("derived", "p_1", 0, 1)
    for one, other in ((in_base, in_derived), (in_derived, in_base)):
        turned = SharedPassage.of(Passage("", one, other, VERBATIM, 1.0, True), a, b)
        assert (turned.in_base, turned.in_derived, turned.attributed) == (in_base, in_derived, True)


def test_only_the_text_of_a_document_is_compared() -> None:
    blocks = tuple(Block(kind.value, kind, "甲") for kind in BlockKind)
    kinds = {block.kind for block in body(Notice("a", "a", "", None, blocks))}
    assert kinds == {BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE}
