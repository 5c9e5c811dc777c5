"""Which texts a document names, how it stands to them, and which document of the corpus is meant."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from notice_site.findings.citations.find import find_citations, proving_words
from notice_site.model import Block, BlockKind, Citation, Notice, Work
from tests.findings.documents import document

WORKS = (
    Work("党章", "regulation", ("党章", "中国共产党章程"), not_before=("党纪",)),
    Work("中央八项规定", "regulation", ("中央八项规定", "八项规定")),
)


def named(text: str) -> list[str]:
    """`kind relation title number` of each citation of a paragraph."""
    return [
        " ".join(filter(None, (c.kind, c.relation, c.title, c.number)))
        for c in find_citations([document("a", text)], WORKS)
    ]


NAMES = {
    "按照中央《关于做好工作的通知》（群组发〔2014〕7号）精神，现通知如下。": [
        "document 落实 关于做好工作的通知 群组发〔2014〕7号",
    ],
    "根据《甲规定》和《乙通知》（国发［2014］ 21 号），制定本办法。": [
        "regulation 依据 甲规定", "document 依据 乙通知 国发〔2014〕21号",
    ],
    "中央在《关于开展活动的指导意见》中要求市县重点解决。": ["document 引用 关于开展活动的指导意见"],
    "《甲办法》已经会议通过，现将修订后的《甲办法》公布，自2019年起施行。": ["regulation 印发 甲办法"],
    "《甲办法》已经会议通过。现公布《乙办法》。": ["regulation 引用 甲办法", "regulation 印发 乙办法"],
    "现将《甲办法》印发给你们，请认真贯彻执行。": ["regulation 印发 甲办法"],
    "《甲规定》和《乙规定》已经同意，现印发给你们。": ["regulation 印发 甲规定", "regulation 印发 乙规定"],
    "民政部《关于清理的意见》已经国务院同意，现转发给你们。": ["document 转发 关于清理的意见"],
    "近日，中央办公厅印发了《关于清理的意见》。": ["document 引用 关于清理的意见"],
    "按照国发〔2014〕21号文件要求。": ["document 依据 国发〔2014〕21号"],
    "以贯彻落实中央八项规定、《反对浪费条例》等规定为切入点": [
        "regulation 落实 中央八项规定", "regulation 落实 反对浪费条例",
    ],
    "落实“八项规定”和相关制度情况": ["regulation 落实 中央八项规定"],
    "认真学习党章、党的十八大报告和十八届三中全会精神": [
        "regulation 学习 党章", "document 学习 党的十八大报告", "meeting 学习 十八届三中全会",
    ],
    "以党的十九大和十九届二中、三中全会精神为指导": [
        "meeting 落实 党的十九大", "meeting 落实 十九届二中全会", "meeting 落实 十九届三中全会",
    ],
    "贯彻中央经济工作会议精神": ["meeting 落实 中央经济工作会议"],
    "认真学习贯彻习近平总书记系列重要讲话精神": ["speech 落实 习近平总书记系列重要讲话"],
    "把总书记在兰考县调研时的重要讲话纳入规定篇目": ["speech 学习 总书记在兰考县调研时的重要讲话"],
    "3月9日，习近平总书记在参加审议时指出，作风建设永远在路上": ["speech 引用 习近平总书记在参加审议时的讲话"],
    "组织观看电影《焦裕禄》": ["work 观看 焦裕禄"],
    "阅读《论群众路线——重要论述摘编》": ["work 学习 论群众路线——重要论述摘编"],
    "根据《甲意见》（以下简称《意见》）。认真贯彻《意见》。": ["document 依据 甲意见", "document 落实 甲意见"],
    "对照省委第二批活动《实施方案》提出的问题": ["document 对照 省委第二批活动《实施方案》"],
    "依据中共中央关于全面深化改革若干重大问题的决定": ["document 依据 中共中央关于全面深化改革若干重大问题的决定"],
    "根据《甲通知》（甲发〔2014〕1号）和《乙通知》精神": [
        "document 落实 甲通知 甲发〔2014〕1号", "document 落实 乙通知",
    ],
    "根据《甲通知》文件精神以及《乙通知》有关规定": ["document 落实 甲通知", "document 依据 乙通知"],
    "根据《甲规定》，特修订《乙细则》，现印发给你们": ["regulation 依据 甲规定", "regulation 印发 乙细则"],
    "遵守《甲条例》，《乙条例》、《丙条例》等法规": [
        "regulation 落实 甲条例", "regulation 落实 乙条例", "regulation 落实 丙条例",
    ],
    "遵守《甲条例》，《乙条例》规定": ["regulation 落实 甲条例", "regulation 引用 乙条例"],
    "现将《甲通知》转发到各支部": ["document 转发 甲通知"],
    "现将《甲任务一览表》印发给你们": ["document 印发 甲任务一览表"],
    "结合甲公司甲物字〔2024〕1号文件要求": ["document 引用 甲物字〔2024〕1号"],
    "对照《安全生产基本条件》": ["document 对照 安全生产基本条件"],
    "介绍《安全生产基本条件》": ["work 引用 安全生产基本条件"],
    "观看电影《安全生产基本条件》": ["work 观看 安全生产基本条件"],
    "原甲部令第8号发布的《乙规定》同时废止": ["regulation 引用 乙规定 甲部令第8号"],
    "根据中央活动办要求，会议在5月召开": ["order 依据 中央活动办要求"],
    "切实把思想和行动统一到中央要求上来": ["order 落实 中央要求"],
    "及时刊播中央和省委重要部署": [],
    "根据《甲市贯彻〈乙省意见〉的办法》": ["regulation 依据 甲市贯彻〈乙省意见〉的办法"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES.items(), ids=NAMES.keys())
def test_a_paragraph_names(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "主要是对照党章党纪、民心民声",
        "迎接党的十八大召开",
        "党的十八大以来，作风建设深入推进",
        "由会长或《章程》规定的人员担任",
        "如实填写《个人自查自纠情况表》（详见附件3）并签字",
        "开具虚假的《动物检疫合格证明（动物B）》",
        "中央一系列重要会议精神",
        "沈某同志主持会议并作了动员讲话",
        "2014年8号文件，第25号",
        "《没有结尾的通知",
        "填写《报名表》",
        "通知要求填写《报名表》",
    ],
)
def test_no_text_is_named_by(text: str) -> None:
    assert named(text) == []


def test_a_title_that_forwards_names_what_it_forwards() -> None:
    [citation] = find_citations([document("a", title="转发《关于学习的通知》的通知")])
    assert (citation.relation, citation.title) == ("转发", "关于学习的通知")


def test_a_title_without_marks_names_the_part_it_hands_on() -> None:
    outer = document("a", title="办公厅转发民政部关于清理团体意见的通知")
    inner = document("a-att_1", title="关于清理团体的意见", part_of="a", role="forwarded", issuers=("民政部",))
    [citation] = find_citations([outer, inner])
    assert (citation.relation, citation.target, citation.title) == ("转发", "a-att_1", "民政部关于清理团体意见")


def test_a_document_does_not_cite_itself() -> None:
    own = document(
        "a",
        "《甲意见》全文如下。",
        "《关于乙的通知》（甲发〔2014〕1号）",
        title="关于乙的通知",
        number="甲发〔2014〕1号",
    )
    assert find_citations([own]) == ()


@pytest.mark.parametrize(
    ("title", "is_own"), [("甲", False), ("甲法", True), ("甲" * 79 + "法", True), ("甲" * 80 + "法", False)]
)
def test_what_a_document_gives_in_full_it_does_not_cite(title: str, is_own: bool) -> None:
    assert (find_citations([document("a", f"《{title}》全文如下。")]) == ()) is is_own


def test_a_law_text_does_not_cite_the_order_by_which_it_was_published() -> None:
    assert named("2004年9月27日中华人民共和国国务院令第421号公布") == []
    assert named("按照国务院令第421号公布的要求") == ["document 依据 国务院令第421号"]


def test_a_body_does_not_follow_its_own_demand() -> None:
    def orders(text: str) -> list[str | None]:
        return [c.title for c in find_citations([document("a", text, issuers=("中共甲区委",))]) if c.kind == "order"]

    assert orders("落实区委部署。") == []
    assert orders("落实市委、区委部署。") == ["市委、区委部署"]


def test_a_report_tells_of_the_issue_of_the_document_that_it_holds() -> None:
    def reported(*notes: str, title: str = "关于乙的意见") -> list[tuple[str, str | None, str]]:
        own = document("a", title=title)
        blocks = tuple(Block(f"note-{n}", BlockKind.NOTE, text) for n, text in enumerate(notes, 1))
        return [(c.relation, c.target, c.quote) for c in find_citations([replace(own, blocks=(*own.blocks, *blocks))])]

    headline, lead = "中央办公厅印发《关于乙的意见》", "近日，中央办公厅印发了《关于乙的意见》，并发出通知。"
    assert reported(headline, lead) == [("印发", "a", lead)]
    assert reported(headline) == [("印发", "a", headline)]
    assert reported(lead, title="关于甲的意见") == []
    assert reported("《关于乙的意见》全文如下。") == []


def test_citations_are_numbered_through_the_document() -> None:
    citations = find_citations(
        [document("a", "根据《甲规定》和《乙规定》。", "学习党章。"), document("b", "学习党章。")], WORKS
    )
    assert [c.id for c in citations] == ["a-cite_1", "a-cite_2", "a-cite_3", "b-cite_1"]


def test_one_work_is_cited_once_in_a_block_for_each_relation() -> None:
    assert named("贯彻八项规定，贯彻中央八项规定，违反八项规定") == [
        "regulation 落实 中央八项规定",
        "regulation 引用 中央八项规定",
    ]


# --- which document is meant -------------------------------------------------------------------

CENTRAL = document(
    "central",
    title="关于开展活动的指导意见",
    number="中发〔2014〕1号",
    issuers=("中共中央办公厅",),
    date="2014-01-20",
)
CITY = document("city", title="中共许昌市委关于开展活动的意见", issuers=("中共许昌市委",), place="许昌市")
OTHER_CITY = document("other", title="中共洛阳市委关于开展活动的意见", issuers=("中共洛阳市委",), place="洛阳市")


def target(text: str, *held: Notice, **fields: Any) -> str | None:
    [citation] = find_citations([document("citing", text, **fields), *held])
    return citation.target


RESOLVED = {
    "根据中发[2014]1号文件": "central",
    "根据《另一个题名的意见》（中发〔2014〕1号）": "central",
    "中央在《关于开展活动的指导意见》中要求": "central",
    "中共中央办公厅《关于开展活动指导意见》": "central",
    "根据《中共中央办公厅关于开展活动的指导意见》": "central",
    "根据《中共许昌市委关于开展活动的意见》": "city",
    "根据许昌市委《关于开展活动的意见》": "city",
}
NOT_RESOLVED = {
    "根据《关于开展活动的指导意见》（中发〔2014〕9号）": "另一文号",
    "根据《关于开展活动的意见》": "两市同题",
    "根据市委《关于开展活动的意见》": "何市未知",
    "根据省教育厅《关于开展活动的指导意见》": "另一机关",
    "根据中发〔2014〕11号文件": "文号只是相似",
    "观看电影《关于开展活动的指导意见》": "电影",
}


@pytest.mark.parametrize(("text", "expected"), RESOLVED.items(), ids=RESOLVED.keys())
def test_the_document_meant_is_found(text: str, expected: str) -> None:
    assert target(text, CENTRAL, CITY, OTHER_CITY) == expected


@pytest.mark.parametrize("text", NOT_RESOLVED.keys(), ids=NOT_RESOLVED.values())
def test_what_is_not_sure_stays_unresolved(text: str) -> None:
    assert target(text, CENTRAL, CITY, OTHER_CITY) is None


def test_the_city_committee_is_that_of_the_citing_place() -> None:
    text = "根据市委《关于开展活动的意见》"
    assert target(text, CITY, OTHER_CITY, place="许昌市魏都区") == "city"


def test_a_later_document_is_not_meant() -> None:
    assert target("根据《关于开展活动的指导意见》", CENTRAL, date="2013-06-01") is None


def test_of_several_copies_the_own_part_is_meant() -> None:
    text = "现将《关于学习的通知》（群组发〔2014〕8号）转发给你们。"

    def copy(id: str, part_of: str | None) -> Notice:
        return document(id, title="关于学习的通知", number="群组发〔2014〕8号", part_of=part_of)

    assert target(text, copy("x", None), copy("citing-att_1", "citing")) == "citing-att_1"
    assert target(text, copy("x-att_1", "x"), copy("y", None)) == "y"


def test_two_notices_that_share_a_speech_are_not_joined() -> None:
    a = document("a", "学习习近平总书记在兰考调研时的重要讲话精神", title="甲通知")
    b = document("b", "学习习近平总书记在兰考调研时的重要讲话精神", title="乙通知")
    assert {c.target for c in find_citations([a, b])} == {None}


# --- what proves it ----------------------------------------------------------------------------


def test_a_long_sentence_is_quoted_by_whole_clauses() -> None:
    text = "甲" * 90 + "，根据《意见》，" + "乙" * 90 + "。"
    assert proving_words(text, 93, 97) == "根据《意见》，"


@pytest.mark.parametrize(
    ("before", "after", "left", "right"),
    [
        pytest.param("甲" * 45, "乙" * 40 + "。", 45, 41, id="九十字的整句"),
        pytest.param("甲" * 40 + "，" + "甲" * 5, "乙" * 40 + "。", 5, 41, id="更长的句子取所在分句"),
        pytest.param("甲" * 20 + "，" + "甲" * 9 + "，", "乙" * 60 + "，" + "丙" * 60 + "。", 0, 61, id="两边一起放宽"),
        pytest.param("子。" + "甲" * 20 + "，", "，" + "乙" * 63 + "，" + "丙" * 9 + "。", 21, 65, id="分句合计九十字"),
        pytest.param("子。" + "甲" * 20 + "，", "，" + "乙" * 64 + "，" + "丙" * 9 + "。", 0, 1, id="分句合计逾九十字"),
        pytest.param("甲" * 500, "乙" * 500, 400, 400, id="四百字以外不看"),
        pytest.param("子；", "！丑", 0, 1, id="分号和叹号断句"),
        pytest.param("子。”", "。）丑", 0, 2, id="句末的引号和括号属于前句"),
    ],
)
def test_how_much_of_a_sentence_is_quoted(before: str, after: str, left: int, right: int) -> None:
    text = before + "《意见》" + after
    at = len(before)
    assert proving_words(text, at, at + 4) == text[at - left : at + 4 + right]


@pytest.mark.parametrize(
    "title",
    [
        "办公厅转发甲部意见甲乙丙丁的通知",
        "办公厅印发甲部意见甲乙丙丁的通报",
        "办公厅公布甲部意见甲乙丙丁的决定",
        "办公厅发布甲部意见甲乙丙丁的公告",
        "办公厅颁布甲部意见甲乙丙丁令",
    ],
)
def test_the_title_of_what_hands_on_may_end_so(title: str) -> None:
    part = document("a-att_1", title="甲部意见甲乙丙丁", part_of="a")
    assert [c.target for c in find_citations([document("a", title=title), part])] == ["a-att_1"]


@pytest.mark.parametrize(
    ("inner", "found"), [("甲" * 3, False), ("甲" * 4, True), ("甲" * 120, True), ("甲" * 121, False)]
)
def test_a_title_that_is_handed_on_has_so_many_characters(inner: str, found: bool) -> None:
    notices = [document("a", title=f"转发{inner}通知"), document("a-att_1", title=inner, part_of="a")]
    assert bool(find_citations(notices)) is found


def test_a_part_of_another_document_is_not_handed_on_by_this_one() -> None:
    notices = [document("a", title="转发甲乙丙丁的通知"), document("b", title="甲乙丙丁")]
    assert find_citations(notices) == ()


def test_an_annex_of_its_own_is_cited_only_where_it_is_handed_on() -> None:
    assert named("现将《甲办法》（附件1）印发给你们") == ["regulation 印发 甲办法"]
    assert named("根据《甲办法》（附件1）填写") == []


def test_every_citation_quotes_its_block_and_points_into_it() -> None:
    chance = random.Random(20140317)
    pieces = [
        "《甲意见》",
        "（国发〔2014〕8号）",
        "党章",
        "，",
        "。",
        "贯彻",
        "习近平总书记重要讲话精神",
        "《",
        "》",
        "现将",
        "甲" * 150,
    ]
    for _ in range(300):
        text = "".join(chance.choices(pieces, k=12))
        citations: tuple[Citation, ...] = find_citations([document("a", text)], WORKS)
        for citation in citations:
            assert citation.quote in text
            assert text[citation.ref.start : citation.ref.end] in citation.quote
        assert len({c.id for c in citations}) == len(citations)
