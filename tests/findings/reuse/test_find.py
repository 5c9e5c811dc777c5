"""Passages that two documents share: what is told, as what, and what is no more than a common phrase."""

from __future__ import annotations

import random

import pytest

from notice_site.findings.citations.find import find_citations
from notice_site.findings.reuse.find import NAME_KINDS, find_passages
from notice_site.model import Block, BlockKind, Mention, Notice, Passage, Ref
from notice_site.text.normalization import wording
from tests.findings.documents import document

SENTENCE = "着力解决人民群众反映强烈的突出问题，以作风建设的新成效夯实党执政的群众基础"


def passages(*texts: str) -> list[Passage]:
    return list(find_passages([document(f"d{n}", text) for n, text in enumerate(texts)]))


def words(text: str, ref: Ref) -> str:
    return text[ref.start : ref.end]


def test_full_and_half_width_forms_are_one() -> None:
    other = SENTENCE.replace("，", ",")
    [passage] = passages(f"甲。{SENTENCE}。乙", f"丙;{other}。丁")
    assert (passage.kind, passage.score) == ("verbatim", 1.0)
    assert words(f"丙;{other}。丁", passage.b) == f"{other}。"


def test_other_marks_are_a_difference_of_punctuation() -> None:
    [passage] = passages(SENTENCE, SENTENCE.replace("，", "、"))
    assert passage.kind == "punctuation-only"


def test_wording_with_a_few_other_letters_is_one_altered_passage() -> None:
    a = "解决群众在教育、就业、社会保障、医疗、住房等方面的基本需求问题，解决与民争利的问题"
    b = "解决群众在教育、就业、社保、医疗、住房等方面的基本需求问题，解决与民争利的问题"
    [passage] = passages(a, b)
    assert (passage.kind, words(a, passage.a), words(b, passage.b)) == ("altered", a, b)
    assert 0.6 < passage.score < 1


def test_a_long_run_is_told_on_its_own() -> None:
    run = "".join(chr(0x4E00 + n) for n in range(80))
    [passage] = passages(f"着力解决问题甲乙{run}", f"着力解决问题丙丁戊{run}")
    assert (passage.kind, passage.a.end - passage.a.start) == ("verbatim", 80)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("坚持问题导向，坚持教育实践并重", "坚持问题导向，坚持改革创新并重", id="少于十三字"),
        pytest.param("学习《关于开展第二批活动的指导意见》", "按照《关于开展第二批活动的指导意见》", id="只是同引一件"),
        pytest.param("2014年1月1日至2014年12月31日", "自2014年1月1日至2014年12月31日", id="只是日期"),
    ],
)
def test_no_passage_is(a: str, b: str) -> None:
    notices = [document("a", a), document("b", b)]
    assert find_passages(notices, find_citations(notices)) == ()


def test_the_name_of_an_activity_is_no_passage() -> None:
    text = "开展党的群众路线教育实践活动"
    mentions = [Mention("qzlx", Ref(id, "p_1", 2, 14), text[2:]) for id in ("a", "b")]
    notices = [document("a", text), document("b", text)]
    assert find_passages(notices, mentions=mentions, names=frozenset({"qzlx"})) == ()
    assert len(find_passages(notices, mentions=mentions)) == 1


@pytest.mark.parametrize(
    ("behind", "count"),
    [
        ("在全市各单位开展", 1),
        ("在全市各县开展", 0),
        ("在全市各县开展2014", 0),
    ],
)
def test_a_passage_has_eight_han_letters_outside_names(behind: str, count: int) -> None:
    text = "党的群众路线教育实践活动" + behind
    mentions = [Mention("qzlx", Ref(id, "p_1", 0, 12), text[:12]) for id in ("a", "b")]
    notices = [document("a", text), document("b", text)]
    assert len(find_passages(notices, mentions=mentions, names=frozenset({"qzlx"}))) == count
    assert len(find_passages(notices, mentions=mentions[:1], names=frozenset({"qzlx"}))) == count, "on one side"


@pytest.mark.parametrize(
    ("kind", "is_name"),
    [
        *((kind, True) for kind in ("activity", "body", "document", "place", "unit")),
        *((kind, False) for kind in ("slogan", "numeral", "metaphor", "problem")),
    ],
)
def test_terms_of_such_kinds_are_names(kind: str, is_name: bool) -> None:
    assert (kind in NAME_KINDS) is is_name


def test_names_that_overlap_count_once() -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"
    places = [(0, 6), (4, 10), (5, 8), (18, 18)]
    mentions = [Mention("n", Ref(id, "p_1", *place), "") for id in ("a", "b") for place in places]
    notices = [document("a", text), document("b", text)]
    assert len(find_passages(notices, mentions=mentions, names=frozenset({"n"}))) == 1
    more = [Mention("n", Ref("a", "p_1", 10, 11), "")]
    assert find_passages(notices, mentions=[*mentions, *more], names=frozenset({"n"})) == ()


@pytest.mark.parametrize(
    ("a", "b", "in_a"),
    [
        ("“{}”", "“{}”", "“{}”"),
        ("“{}。", "‘{}。", "{}。"),
        ("（{}）", "({})", "（{}）"),
        ("，{}", "，{}", "{}"),
        ("{}。”", "{}。", "{}。"),
        ("{} ", "{} ", "{}"),
        ("《{}》", "《{}》", "《{}》"),
    ],
)
def test_a_passage_has_the_marks_around_it_that_both_sides_share(a: str, b: str, in_a: str) -> None:
    [passage] = passages(a.format(SENTENCE), b.format(SENTENCE))
    assert words(a.format(SENTENCE), passage.a) == in_a.format(SENTENCE)


def test_what_very_many_documents_say_is_common() -> None:
    assert len(passages(*[SENTENCE] * 4)) == 6
    assert passages(*[SENTENCE] * 30) == []


def test_copies_of_one_document_count_once() -> None:
    copies = [document(f"c{n}", SENTENCE, number="群组发〔2014〕8号") for n in range(30)]
    assert find_passages(copies)


def test_titles_and_signatures_are_not_compared() -> None:
    blocks = (Block("title", BlockKind.TITLE, SENTENCE), Block("signature", BlockKind.SIGNATURE, SENTENCE))
    assert find_passages([Notice(i, i, "", SENTENCE, blocks) for i in ("a", "b")]) == ()


def test_a_phrase_that_a_document_repeats_is_told_once() -> None:
    phrase = "市县机关和直属单位和企事业单位要"
    assert len(passages(f"{phrase}先行一步。", f"{phrase}甲。{phrase}先行一步。{phrase}乙。")) == 1


def test_a_few_letters_of_the_sentence_before_do_not_belong_to_a_passage() -> None:
    text = f"甲等问题。{SENTENCE}"
    [passage] = passages(text, f"乙等问题。{SENTENCE}")
    assert words(text, passage.a) == SENTENCE


@pytest.mark.parametrize(
    ("lead", "attributed"),
    [
        ("中央在《关于甲的意见》中要求", True),
        ("《关于甲的意见》（中发〔2014〕1号）指出：“", True),
        ("现将《关于甲的意见》转发给你们，请认真执行，", False),
        ("《关于甲的意见》中要求做到。", False),
        ("", False),
        *(
            (f"《关于甲的意见》{verb}", True)
            for verb in ("要求", "指出", "强调", "规定", "提出", "明确", "认为", "写道", "：", ":")
        ),
        *((f"《关于甲的意见》要求{marks}", True) for marks in ("，", ",", "：", ":", "“", "‘", "：“")),
        ("《关于甲的意见》要求，“‘", False),
        ("《关于甲的意见》印发", False),
        ("《关于甲的意见》" + "再" * 20 + "要求", True),
        ("《关于甲的意见》" + "再" * 21 + "要求", False),
        ("《关于甲的意见》。甲局要求", False),
        ("《关于甲的意见》（试行）（修订）要求", True),
    ],
)
def test_a_passage_is_attributed_where_the_words_before_name_its_source(lead: str, attributed: bool) -> None:
    source = document("source", SENTENCE, title="关于甲的意见", number="中发〔2014〕1号")
    notices = [document("here", lead + SENTENCE), source]
    [passage] = find_passages(notices, find_citations(notices))
    assert passage.attributed is attributed


def test_both_sides_of_every_passage_have_its_words() -> None:
    chance = random.Random(313)
    pieces = [SENTENCE, SENTENCE[:17], SENTENCE[10:], "，", "。", "“", "”", "甲乙丙", "Ａ", "a", " "]
    for _ in range(200):
        texts = ["".join(chance.choices(pieces, k=8)) for _ in range(3)]
        for passage in passages(*texts):
            a, b = (words(texts[int(ref.notice[1:])], ref) for ref in (passage.a, passage.b))
            assert len(wording(a).letters) >= 13 <= len(wording(b).letters)
            if passage.kind != "altered":
                assert wording(a).letters == wording(b).letters


def test_each_passage_has_an_id_of_its_own_that_names_both_documents() -> None:
    other = "采取群众提、自己找、上级点、互相帮、集体议等方式，查找具体表现"
    found = find_passages([document("x", SENTENCE, other), document("y", other, SENTENCE), document("z", SENTENCE)])
    assert [each.id for each in found] == ["x--y-shared_1", "x--y-shared_2", "x--z-shared_1", "y--z-shared_1"]
