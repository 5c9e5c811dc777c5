"""What pages say of the site and of what a source lacks is true, also where a first guess would make it false."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from notice_site.model import (
    Block,
    BlockKind,
    Citation,
    Corpus,
    Dropped,
    Event,
    Mention,
    Notice,
    Publication,
    Quantity,
    Ref,
    Task,
    Term,
)
from notice_site.pages.core.absent_facts import CUT_OFF, NOT_IN_SOURCE, NOT_UNDERSTOOD, SET_ASIDE, absence
from notice_site.pages.core.site import Site, site
from notice_site.pages.kinds import PACK_KINDS, pending_files
from notice_site.pages.packs.pages import pack_as_site
from notice_site.pages.terms.page import first_hint
from notice_site.search_index.facets import FACETS
from tests.findings.tasks.test_find import LEVELS
from tests.pages.rendering import tree
from tests.pages.sample import EDITION, source

LAW = "2022年4月14日国家市场监督管理总局令第56号公布"
TEXT = "现将有关事项通知如下。"


def document(id: str, *lines: str, **fields: Any) -> Notice:
    """A document of paragraphs, with its title first."""
    title = fields.pop("title", f"关于{id}的通知")
    blocks = (
        Block("title", BlockKind.TITLE, title or ""),
        *(Block(f"p_{n}", BlockKind.PARAGRAPH, line) for n, line in enumerate(lines or (TEXT,), 1)),
    )
    return Notice(id, f"{id}.txt", source(f"{id}.txt", *lines).sha256, title, blocks, **fields)


def site_of(*notices: Notice, **findings: Any) -> Site:
    sources = tuple(source(notice.source, *(block.text for block in notice.blocks)) for notice in notices)
    return site(Corpus(sources, notices, **findings), LEVELS, {}, (), EDITION)


def words(of: Site, path: str) -> str:
    """What a reader reads on a page, without white space."""
    [page] = [page for page in pending_files(of) if page.path == path]
    content = str(page.content)
    return "".join((tree(content).text_content() if path.endswith(".md") else content).split())


# --- what a document lacks --------------------------------------------------------------------------

ABSENT: Mapping[str, tuple[Notice, str, str]] = {
    "主送 of a notice that names nobody": (document("a"), "recipients", NOT_IN_SOURCE),
    "主送 that may stand in a line before the text": (
        document("a", "致有关方面：", TEXT), "recipients", NOT_UNDERSTOOD,
    ),
    "主送 of an editor who says that there is none": (
        document("a", "致有关方面：", TEXT, decided=frozenset({"recipients"})), "recipients", NOT_IN_SOURCE,
    ),
    "主送 stands at the head, which a truncated text has": (
        document("a", status="truncated"), "recipients", NOT_IN_SOURCE,
    ),
    "成文日期 of a text that is whole": (document("a"), "date", NOT_IN_SOURCE),
    "成文日期 behind the point where a text breaks off": (document("a", status="truncated"), "date", CUT_OFF),
    "抄送 behind that point": (document("a", status="truncated"), "cc", CUT_OFF),
    "附件 behind that point": (document("a", status="truncated"), "attachments", CUT_OFF),
    "成文日期 in a last line that was not taken for one": (
        document("a", TEXT, "某市委　2014年3月9日"), "date", NOT_UNDERSTOOD,
    ),
    "发文机关 of a sign-off that was not understood": (
        document("a", TEXT, "甲乙丙丁", "2014年3月9日", date="2014-03-09"), "issuers", NOT_UNDERSTOOD,
    ),
    "发文字号 of pictures without text": (document("a", kind="no-text"), "number", NOT_UNDERSTOOD),
    "成文日期 in a line above a law": (document("a", LAW, TEXT), "date", NOT_UNDERSTOOD),
    "发文机关 in a line above a law": (document("a", LAW, TEXT), "issuers", NOT_UNDERSTOOD),
    "发文字号 in a line above a law": (document("a", LAW, TEXT), "number", NOT_UNDERSTOOD),
    "发文字号 of a law that names none above": (document("a", "2022年4月14日公布", TEXT), "number", NOT_IN_SOURCE),
    "the time of a meeting is no date of issue": (
        document("a", "会议时间：2022年4月14日", *[TEXT] * 4), "date", NOT_IN_SOURCE,
    ),
    "发表情况 that the site says of its page": (
        document("a", dropped=(Dropped("发布时间：2014年03月10日", "网页发布信息"),)), "published", SET_ASIDE,
    ),
    "发表情况 is not what a button says": (
        document("a", dropped=(Dropped("打印 关闭", "网页按钮"),)), "published", NOT_IN_SOURCE,
    ),
    "层级, which no text states": (document("a"), "level", NOT_UNDERSTOOD),
}  # fmt: skip


@pytest.mark.parametrize(("notice", "fact", "expected"), ABSENT.values(), ids=ABSENT)
def test_why_a_document_is_without_a_fact(notice: Notice, fact: str, expected: str) -> None:
    assert absence(notice, fact) == expected


PACK = Corpus((source("a.txt"), source("c.txt")), (document("a"), document("c")), outside=(document("b"),))
TERM = Term("liuwen", "六问", (), ("liù", "wèn"), "numeral")
MENTION, AGAIN = (Mention("liuwen", Ref("a", "p_1", start, start + 2), "六问") for start in (0, 3))

SAID: Mapping[str, tuple[Callable[[], Site], str, tuple[str, ...], tuple[str, ...]]] = {
    "the card of a document with 主送 that was not understood": (
        lambda: site_of(document("a", "致有关方面：", TEXT)), "notices/a.md", ("未能识别主送",), ("原文未载",),
    ),
    "the card of a truncated document": (
        lambda: site_of(document("a", status="truncated")), "notices/a.md",
        ("来源文本中断，未见印发日期、发表情况、抄送、附件说明", "成文日期来源文本中断，未见"), (),
    ),
    "central documents are of no one place": (
        lambda: site_of(document("a", level="central")), "notices/a.md", ("地区全国（中央）",), ("地区来源文本未载",),
    ),
    "they stand under that in the index": (
        lambda: site_of(document("a", level="central"), document("b", level="county")), "browse/place.md",
        ("全国（中央）", "未见地名"), (),
    ),
    "a document of a province without a place is one": (
        lambda: site_of(document("a", level="province")), "browse/place.md", ("未见地名",), ("全国",),
    ),
    "a newspaper's date is a date in lists": (
        lambda: site_of(document("a", published=Publication("2014-01-24", "某报"))), "notices/index.md",
        ("2014年1月24日见报",), ("未见",),
    ),
    "lists say why a date is absent": (
        lambda: site_of(document("a", status="truncated")), "notices/index.md", ("来源文本中断，未见", "不完整"), (),
    ),
    "the home page counts the documents whose dates it spans": (
        lambda: site_of(document("a", date="2014-03-09"), document("b")), "index.md",
        ("收录公文2件（2014年3月成文，另有1件未见日期）",), (),
    ),
    "and names no number where all have one": (
        lambda: site_of(document("a", date="2014-03-09")), "index.md",
        ("收录公文1件（2014年3月成文），",), ("未见日期",),
    ),
    "llms.txt does not say that the original lacks a date": (
        lambda: site_of(document("a")), "llms.txt", ("未见日期",), ("原文未载", "不完整"),
    ),
    "llms.txt gives the date of a newspaper and says what is not whole": (
        lambda: site_of(document("a", status="truncated", published=Publication("2014-01-24", "某报"))), "llms.txt",
        ("2014年1月24日见报", "不完整"), ("未见日期",),
    ),
    "a term stands in the documents that have it, not in all": (
        lambda: site_of(document("a", "六问与六问"), document("b"), terms=(TERM,), mentions=(MENTION, AGAIN)),
        "glossary/liuwen.md", ("见于1件，2处",), ("2件", "首见"),
    ),
    "the list of a pack counts the documents of the pack": (
        lambda: site(PACK, LEVELS, {}, (), EDITION),
        "notices/index.md", ("共2件，录自2份来源文本",), ("关于b的通知", "3件"),
    ),
    "a comparison that was not found is not said not to be there": (
        lambda: site_of(document("a"), document("b")), "compare/index.md", ("未比对出",), ("没有两件",),
    ),
    "a site in which no task was found": (
        lambda: site_of(document("a", "各单位应于十日前报送。")), "tasks/index.md", ("没有识别出任务",), ("没有提出",),
    ),
    "and no number": (lambda: site_of(document("a")), "tasks/numbers.md", ("没有识别出数量要求",), ("没有提出",)),
}  # fmt: skip


@pytest.mark.parametrize(("make", "path", "says", "never"), SAID.values(), ids=SAID)
def test_what_a_page_says(make: Callable[[], Site], path: str, says: tuple[str, ...], never: tuple[str, ...]) -> None:
    shown = words(make(), path)
    assert all(part in shown for part in says), shown
    assert not any(part in shown for part in never), shown


@pytest.mark.parametrize("facet", [facet for facet in FACETS if facet.of == "document"], ids=lambda facet: facet.name)
def test_the_search_does_not_say_that_the_original_lacks_what_was_not_found(facet: Any) -> None:
    assert "原文" not in facet.missing
    assert "未载" not in facet.missing


# --- whom a document speaks to ----------------------------------------------------------------------


def task(notice: str, addressee: str | None, *levels: str) -> Task:
    ref = Ref(notice, "p_1", 0, 4)
    return Task(f"{notice}-{addressee}", ref, addressee, levels, "action", ("学习",), (), None, False, None, "学习")


EVERY = "对各级提出 1 条"
SILENT = "未提及（没有一条要求写明以此为对象）："
PARTY = task("a", "各级党组织", "party-organisation")
UNITS = task("a", "各单位", "every-unit")
MATRIX: Mapping[str, tuple[str | None, str, Task, str]] = {
    "a level below is spoken to by 各级": ("province", "乡镇街道", PARTY, EVERY),
    "and by 各单位": ("province", "乡镇街道", UNITS, EVERY),
    "not the level of the document itself": ("town", "乡镇街道", PARTY, SILENT),
    "not a level above": ("village", "乡镇街道", PARTY, SILENT),
    "every level where that of the document is not known": (None, "乡镇街道", UNITS, EVERY),
    "not by the name of one level": ("province", "乡镇街道", task("a", "县级领导干部", "county", "leaders"), SILENT),
    "not by what names nobody": ("province", "乡镇街道", task("a", None), SILENT),
    "and so are the schools": ("province", "学校", UNITS, EVERY),
    "but not by the name of another kind": ("province", "学校", task("a", "各企业", "enterprise"), SILENT),
}  # fmt: skip


@pytest.mark.parametrize(("level", "row", "asked", "expected"), MATRIX.values(), ids=MATRIX)
def test_the_matrix_says_whether_a_level_is_spoken_to(level: str | None, row: str, asked: Task, expected: str) -> None:
    named = task("b", "各乡镇、各学校", "town", "school")
    of = site_of(document("a", level=level), document("b", level="county"), tasks=(asked, named))
    [page] = [page for page in pending_files(of) if page.path == "tasks/index.md"]
    [unfolded] = [
        found
        for found in tree(str(page.content)).xpath("//details[@class='matrix-row']")
        if found.xpath("string(summary/span)") == row
    ]
    closing = " ".join(unfolded.xpath("string(.//div[@class='sheet-closing'])").split())
    assert expected in closing
    assert (EVERY in closing) == (expected == EVERY)


TABLES = (
    "notices/index.md",
    "tasks/index.md",
    "tasks/town.md",
    "tasks/numbers.md",
    "timeline/index.md",
    "lineage/index.md",
)


@pytest.mark.parametrize("path", TABLES)
@pytest.mark.parametrize(("status", "tag"), [("truncated", "不完整"), ("excerpt", "节选"), ("complete", None)])
def test_a_document_that_is_not_whole_says_so_in_every_table(path: str, status: str, tag: str | None) -> None:
    notice = document("a", "各乡镇学习3次。", level="county", status=status)
    asked = replace(task("a", "各乡镇", "town"), quantity=(Quantity(3, "次", "="),))
    event = Event(
        "e", Ref("a", "p_1", 0, 3), "2014-03-09", "2014-03-09", "day", False, "各乡镇", "各乡镇", "学习", None, "event",
        "stated", None,
    )  # fmt: skip
    citation = Citation("c", Ref("a", "p_1", 0, 3), "关于乙的通知", None, "document", "引用", None, "各乡镇")
    of = site_of(notice, tasks=(asked,), events=(event,), citations=(citation,))
    [page] = [page for page in pending_files(of) if page.path == path]
    tags = {found.text_content() for found in tree(str(page.content)).find_class("tag")}
    assert (tag in tags) if tag else not tags & {"不完整", "节选"}


# --- what is first, and how often --------------------------------------------------------------------


def firsts(**days: str | None) -> list[str]:
    notices = tuple(document(id, "六问", date=day) for id, day in days.items())
    term = Term("liuwen", "六问", (), ("liù", "wèn"), "phrase")
    mentions = tuple(Mention("liuwen", Ref(notice.id, "p_1", 0, 2), "六问") for notice in notices)
    of = site_of(*notices, terms=(term,), mentions=mentions)
    return [mention.ref.notice for mention in of.terms.firsts("liuwen")]


def test_the_first_appearance_is_only_said_where_dates_tell_it() -> None:
    assert firsts(a="2014-04-02", b="2014-03-09") == ["b"]
    assert firsts(a="2014-03-09", b="2014-03-09") == ["a", "b"]
    assert sorted(firsts(a="2014-03", b="2014-03-09")) == ["a", "b"]
    assert firsts(a="2014-03", b="2014-04-09") == ["a"]
    assert firsts(a=None, b="2014-03-09") == ["b"]
    assert firsts(a=None, b=None) == []
    assert first_hint(0, 2) == "用到的 2 件文件都未见日期，不能比较先后。"


def test_what_cites_is_not_said_to_cite_each_other() -> None:
    cited = [
        Citation(f"c{n}", Ref("a", "p_1", n, n + 1), "关于b的通知", None, "document", "引用", "b", TEXT[n])
        for n in (0, 1)
    ]
    shown = words(site_of(document("a"), document("b"), citations=tuple(cited)), "lineage/index.md")
    assert "其中所收各件之间2处" in shown
    assert "互引" not in shown


def test_a_time_without_a_year_is_not_said_to_be_without_a_date() -> None:
    event = Event(
        "e", Ref("a", "p_1", 0, 3), None, None, "month", False, "七月底前", TEXT, "报送", None, "deadline", None, None
    )
    dated = replace(event, id="f", start="2014-03", end="2014-03", wording="2014年3月", year="stated")
    shown = words(site_of(document("a"), events=(event, dated)), "timeline/index.md")
    assert "1条定不出年份（定期、时间长度、只写月日的等）" in shown
    assert "其中1条能定出年份" in shown
    assert "年份未能推定" in shown
    assert "原文未载" not in shown


def test_a_pack_says_of_a_document_of_the_corpus_that_the_pack_has_it_not() -> None:
    citation = Citation("c", Ref("a", "p_1", 0, 1), "关于b的通知", None, "document", "引用", "b", TEXT[0])
    part = Corpus((source("a.txt", TEXT),), (document("a"),), citations=(citation,), outside=(document("b"),))
    of = site(part, LEVELS, {}, (), EDITION)
    kinds = [kind for kind in PACK_KINDS if kind is not pack_as_site]
    pages = {
        page.path: "".join(tree(str(page.content)).text_content().split())
        for page in pending_files(of, kinds)
        if page.path in ("lineage/index.md", "lineage/missing.md", "notices/a.md")
    }
    assert "《关于b的通知》本包未收" in pages["lineage/index.md"]
    assert "所收各件之间0处；引用而未收录的0件" in pages["lineage/index.md"]
    assert "没有识别出引用而未收录的文件" in pages["lineage/missing.md"]
    assert "《关于b的通知》本包未收" in pages["notices/a.md"]
