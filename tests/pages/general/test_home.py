"""The home page: quotations about the activity, the river of transmission, slogans, a choice of documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.model import (
    BlockKind,
    Citation,
    Corpus,
    Event,
    Mention,
    Notice,
    Publication,
    Quote,
    Ref,
    Term,
    TermPart,
)
from notice_site.pages.core.site import Site, site
from notice_site.pages.general.home import SHOWN, home_page, most_related, spanned
from notice_site.pages.general.opening import opening_quotes
from notice_site.pages.general.river import MOST_CARDS
from notice_site.pages.general.river_documents import period_of, river_of
from notice_site.pages.general.river_marks import MOST_MARKS
from tests.pages.rendering import by_class, tree
from tests.pages.sample import CORPUS, EDITION, INNER, LEVELS, LONG, OUTER, block, many

UNDATED = replace(LONG, date=None, printed=None, published=None, level=None)
BEGINS = "某活动从2014年1月开始，在各级开展。"
THEME = "坚持“照镜子”的总要求，以务实为主题，落实规定。"
CENTRAL = replace(
    INNER,
    title="关于开展学习活动的意见",
    blocks=(block("p_1", BlockKind.PARAGRAPH, BEGINS.replace("某", "学习")), block("p_2", BlockKind.PARAGRAPH, THEME)),
)
ACTIVITY = Term("xuexi", "学习活动", (), ("xué", "xí", "huó", "dòng"), "activity")


def event(notice: str, block: str, quote: str, **more: str | None) -> Event:
    given = {"start": None, "end": None, "kind": "period", **more}
    return Event(
        "e", Ref(notice, block, 0, 4), given["start"], given["end"], "month", False, "", quote, quote, None,
        given["kind"] or "", "stated", None,
    )  # fmt: skip


def of(*notices: Notice, **more: object) -> Site:
    return site(Corpus(CORPUS.sources, notices, **more), LEVELS, {}, (), EDITION)  # type: ignore[arg-type]


def home(where: Site) -> str:
    [page] = home_page(where)
    return str(page.content)


BEGINNING = event("f1-att_1", "p_1", BEGINS.replace("某", "学习"), start="2014-01")


def test_the_opening_quotes_a_central_document_word_for_word() -> None:
    quotes = opening_quotes(of(CENTRAL, OUTER, terms=(ACTIVITY,), events=(BEGINNING,)))
    assert [quote.text for quote in quotes] == [
        "学习活动从2014年1月开始，在各级开展。", "坚持“照镜子”的总要求，以务实为主题",
    ]  # fmt: skip
    for quote in quotes:
        assert CENTRAL.block(quote.ref.block).text[quote.ref.start : quote.ref.end] == quote.text


@pytest.mark.parametrize(
    "notice",
    [replace(CENTRAL, level="county"), replace(CENTRAL, title="关于别的意见"), replace(CENTRAL, blocks=())],
    ids=["of a county", "about something else", "without such words"],
)
def test_no_other_document_opens_the_site(notice: Notice) -> None:
    assert opening_quotes(of(notice, terms=(ACTIVITY,))) == []
    assert "opening" not in home(of(notice, terms=(ACTIVITY,)))


def test_the_span_says_what_happened_on_its_first_and_last_day() -> None:
    published = replace(OUTER, id="p", date=None, printed=None, published=Publication("2014-01-24", "某报"))
    assert spanned([OUTER, published]) == "2014年1月见报至4月成文"
    assert spanned([OUTER, replace(OUTER, id="o", date="2014-02-01")]) == "2014年2月至4月成文"
    assert spanned([OUTER, UNDATED]) == "2014年4月成文，另有 1 件未见日期"
    assert spanned([UNDATED]) == ""


def test_each_document_has_a_card_for_wide_and_one_for_narrow_pages() -> None:
    page = tree(home(of(*CORPUS.notices)))
    for drawing in ("river-across", "river-upright"):
        [picture] = by_class(page, drawing)
        cards = by_class(picture, "card")
        assert len(cards) == len(CORPUS.notices)
        assert "《关于甲的通知》，中央某组，2014年3月" in {card.get("aria-label") for card in cards}


def test_a_line_leads_to_the_words_that_hand_a_document_on() -> None:
    citation = Citation("c", Ref("f1", "p_1", 1, 9), "关于甲的通知", None, "document", "转发", "f1-att_1", "现将…转发")
    drawn = river_of(of(OUTER, INNER, citations=(citation,)), "index.md")
    [line] = drawn.lines
    assert (line.cited, line.citing, line.hands_on) == ("f1-att_1", "f1", True)
    page = tree(home(of(OUTER, INNER, citations=(citation,))))
    [said, _] = by_class(page, "said")
    assert said.get("href") == "notices/f1.html?at=p_1.1-9#p_1"
    assert "实线为转发、印发。" in page.text_content()


def test_a_period_is_planned_by_one_statement_or_two_of_a_document() -> None:
    whole = event("a", "p", "活动从3月开始至9月完成", start="2014-03", end="2014-09")
    start = event("a", "p", "活动从1月开始", start="2014-01")
    end = event("a", "q", "活动9月完成", end="2014-09", kind="deadline")
    assert period_of([end, whole]) == {"start": whole, "end": whole}
    assert period_of([start, end]) == {"start": start, "end": end}
    assert period_of([start]) == {}
    assert period_of([replace(start, start="2014-10"), end]) == {}


@pytest.mark.parametrize(("count", "cards"), [(MOST_CARDS, True), (MOST_CARDS + 1, False)])
def test_thirty_documents_are_marks_in_lanes_that_count(count: int, cards: bool) -> None:
    where = of(*many(count).notices)
    page = tree(home(where))
    [picture] = by_class(page, "river-across")
    assert len(by_class(picture, "card" if cards else "dot")) == count
    assert bool(by_class(page, "river-counts")) is not cards
    of_level = sum(notice.level == "county" for notice in where.corpus.notices)
    counts = {text.text_content() for text in by_class(picture, "number")}
    assert (f"{of_level} 件" in counts) is not cards


@pytest.mark.parametrize(("count", "marks"), [(MOST_MARKS, MOST_MARKS), (MOST_MARKS + 1, 0)])
def test_more_than_a_hundred_documents_are_counted_alone_and_counts_lead_to_lists(count: int, marks: int) -> None:
    page = tree(home(of(*many(count).notices)))
    [picture] = by_class(page, "river-across")
    assert len(by_class(picture, "dot")) == marks
    counted = by_class(picture, "count")
    assert bool(counted) is not bool(marks)
    assert all(link.get("href", "").startswith("browse/date.html#") for link in counted)
    assert ("每个方块是一件文件" in page.text_content()) is bool(marks)


def test_decades_of_documents_are_years_with_gaps() -> None:
    notices = [replace(n, date=f"{1980 + 8 * (at % 6)}-03-0{1 + at % 9}") for at, n in enumerate(many(40).notices)]
    [picture] = by_class(tree(home(of(*notices))), "river-across")
    heads = [text.text_content() for text in by_class(picture, "month")]
    assert heads[:2] == ["1980", "1988"]
    assert len(by_class(picture, "gap")) == 5


def test_documents_without_day_or_level_are_drawn_and_counted() -> None:
    page = tree(home(of(OUTER, UNDATED)))
    assert "1 件未见日期，1 件层级未定，单列。" in page.text_content()
    assert "未见日期" in by_class(page, "river-across")[0].text_content()


def test_tiles_show_the_slogans_with_parts_that_stand_most_and_count_branches_for_the_whole() -> None:
    def quotes(*words: str) -> tuple[Quote, ...]:
        return tuple(Quote(Ref("f1-att_1", "att_1__sec_1", 0, len(word)), word) for word in words)

    whole = Term(
        "whole", "学三促", (), ("xué", "sān", "cù"), "numeral",
        structure=(TermPart("三促", 3, "branch", quotes("促一", "促二", "促三")),),
    )  # fmt: skip
    branch = Term("branch", "三促", (), ("sān", "cù"), "numeral", items=quotes("促一", "促二", "促三"))
    pair = Term("pair", "两手", (), ("liǎng", "shǒu"), "numeral", items=quotes("一手", "另一手"))
    mentions = tuple(Mention("branch", Ref("f1", "p_1", at, at + 2), "三促") for at in (0, 4))
    page = tree(home(of(OUTER, INNER, terms=(branch, whole, pair), mentions=mentions)))
    assert [tile.text_content().split()[0] for tile in by_class(page, "slogan")] == ["学xué三sān促cù"]
    assert [a.text for tile in by_class(page, "parts") for a in tile.iter("a")] == ["促一", "促二", "促三"]


def test_of_many_documents_those_with_most_relations_are_listed_and_it_is_said() -> None:
    corpus = many(40)
    hub, *others = corpus.notices
    citations = tuple(
        Citation(f"c{at}", Ref(other.id, other.blocks[0].id, 0, 1), "甲", None, "document", "引用", hub.id, "甲")
        for at, other in enumerate(n for n in others if n.source != hub.source)
    )
    where = of(*corpus.notices, citations=citations)
    assert hub in most_related(where)
    assert len(most_related(where)) == SHOWN
    page = tree(home(where)).text_content()
    assert f"以下 {SHOWN} 件与其他文件关联最多" in page
    assert f"全部文件 {len(corpus.notices)} 件" in page
