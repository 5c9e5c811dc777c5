"""The pages on tasks: every task quoted and linked, gaps said, what is carried over or reported marked as such."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml.html import HtmlElement

from notice_site.findings.citations.find import find_citations
from notice_site.findings.tasks.find import find_tasks
from notice_site.model import Corpus, Level, Page
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site, site
from notice_site.pages.tasks import quantities
from notice_site.pages.tasks.document_tasks import document_task_pages, tasks_of_page
from notice_site.pages.tasks.margin_numbers import margin_numbers
from notice_site.pages.tasks.pages import MOST_SIDE_BY_SIDE, task_pages
from notice_site.pages.tasks.quantities import number_rows, numbers_page
from notice_site.pages.tasks.sheet_page import MOST_NAMED
from notice_site.pages.tasks.task_cells import level_name, level_place, place_name, task_index
from notice_site.publishing.tasks import numbers_table, task_item, tasks_table
from tests.findings.documents import document
from tests.findings.tasks.test_find import LEVELS
from tests.pages.rendering import tree
from tests.pages.sample import EDITION, source

CENTRAL = document(
    "b",
    "市、县直属单位重点解决推诿扯皮，工作*不*落实等问题。村、社区可列出问题清单。各单位学习时间不少于3天。",
    title="关于活动的指导意见",
    level="central",
    date="2014-01-23",
)
COUNTY = document(
    "a",
    "中央在《关于活动的指导意见》中要求市、县直属单位重点解决推诿扯皮，工作不落实等问题。",
    "省委领导小组公开通报批评。近期，重点筛选一批案件。",
    "认真开展自查。各单位学习时间不少于5天。",
    title="关于活动的实施意见",
    level="county",
    date="2014-03-09",
)


@pytest.fixture(scope="module")
def made() -> Site:
    notices = (CENTRAL, COUNTY)
    sources = tuple(source(notice.source, notice.title or "") for notice in notices)
    corpus = Corpus(sources, notices, citations=tuple(find_citations(notices)))
    return site(replace(corpus, tasks=find_tasks(corpus, LEVELS)), LEVELS, {}, (), EDITION)


@pytest.fixture(scope="module")
def pages(made: Site) -> dict[str, str]:
    found: list[Page | PendingFile] = [*task_pages(made), *numbers_page(made)]
    return {page.path: text(page) for page in found}


def text(page: Page | PendingFile) -> str:
    content = page.content
    assert isinstance(content, str)
    return content


def test_there_is_a_page_for_each_level_that_is_asked_something(made: Site, pages: dict[str, str]) -> None:
    named = {level for task in made.corpus.tasks for level in task.levels}
    assert {level_place(level).file for level in (*named, "unstated")} <= set(pages)
    assert level_place("school").file not in pages


def test_the_first_page_asks_who_the_reader_is_and_links_every_class(made: Site, pages: dict[str, str]) -> None:
    page = tree(pages["tasks/index.md"])
    links = {link.text: link.get("href") for link in page.xpath("//nav[@aria-label='层级和类别']//a")}
    assert "我们是哪一级、哪类单位？" in page.text_content()
    assert links == {level_name(level, made): f"{level}.md" for level in task_index(made).levels}


def test_every_item_stands_on_the_first_page_where_the_documents_are_few(made: Site, pages: dict[str, str]) -> None:
    shown = tree(pages["tasks/index.md"]).text_content()
    for task in made.corpus.tasks:
        assert all(item in shown for item in task.items), task


def test_a_class_unfolds_with_the_documents_that_name_it_and_no_other(pages: dict[str, str]) -> None:
    page = tree(pages["tasks/index.md"])
    (province,) = page.xpath("//details[@id='of-province']")
    assert province.xpath(".//@data-notice") == ["a"]
    assert "未单列、但对各级提出要求的：《关于活动的指导意见》 对各级提出 1 条。" in province.text_content()
    assert not page.xpath("//*[normalize-space()='—']")


def test_many_documents_are_counted_by_their_level_each_number_leading_to_its_clauses() -> None:
    notices = tuple(
        document(f"n{number}", "县委要自查。", title=f"第{number}号通知", level=("central", "province")[number % 2])
        for number in range(MOST_SIDE_BY_SIDE + 1)
    )
    corpus = Corpus(tuple(source(notice.source, notice.title or "") for notice in notices), notices)
    many = site(replace(corpus, tasks=find_tasks(corpus, LEVELS)), LEVELS, {}, (), EDITION)
    first = tree(text(next(iter(task_pages(many)))))
    (row,) = (row for row in first.xpath("//tbody/tr") if row.xpath("string(td[1])") == "县区")
    assert [cell.text_content() for cell in row.xpath("td")][1:] == ["6", "5", "11", "11"]
    assert row.xpath("td[3]/a/@href") == ["county.md?level=province"]
    assert not first.xpath("//details[@class='matrix-row']")


def test_what_is_silent_is_said_once_and_counted_where_it_is_much(made: Site) -> None:
    few = sheet(made, "direct", "unstated")
    assert few.count("未提及") <= 1
    notices = tuple(document(f"n{number}", "甲。", title=f"第{number}号通知") for number in range(MOST_NAMED + 1))
    asked = document("asked", "县委要自查。", title="关于甲的通知")
    corpus = Corpus(tuple(source(notice.source, "") for notice in (asked, *notices)), (asked, *notices))
    many = site(replace(corpus, tasks=find_tasks(corpus, LEVELS)), LEVELS, {}, (), EDITION)
    page = tree(sheet(many, "county"))
    assert f"其余 {MOST_NAMED + 1} 件未提及（没有一条要求写明以此为对象）。" in page.text_content()


def sheet(of: Site, *levels: str) -> str:
    pages = {page.path: text(page) for page in task_pages(of)}
    return pages[level_place(levels[0]).file]


def test_deadlines_stand_on_a_line_of_the_months_that_occur() -> None:
    notices = (
        document("d", "县委要于9月底前完成整改。县委要在3月底前上报方案。", title="关于甲的通知", date="2014-01-01"),
    )
    corpus = Corpus((source(notices[0].source, ""),), notices)
    made = site(replace(corpus, tasks=find_tasks(corpus, LEVELS)), LEVELS, {}, (), EDITION)
    months = tree(sheet(made, "county")).xpath("//div[@class='deadline-line']//span[@class='month']/text()")
    assert months == ["2014年3月", "2014年9月"]


def test_what_is_reported_is_attributed_with_a_link(pages: dict[str, str]) -> None:
    reported = tree(pages["tasks/direct.md"]).xpath("//*[@class='attribution']")
    assert [part.text_content() for part in reported] == ["转引《关于活动的指导意见》"]
    assert reported[0].xpath(".//a/@href") == ["../notices/b.md"]


def test_what_is_carried_over_or_left_to_choice_is_marked(pages: dict[str, str]) -> None:
    assert tree(pages["tasks/province.md"]).xpath("count(//*[text()='对象承上句'])") == 1
    assert tree(pages["tasks/village.md"]).xpath("count(//*[text()='可自行决定'])") == 1


def test_a_task_links_to_its_exact_words(made: Site, pages: dict[str, str]) -> None:
    task = next(
        task for task in made.corpus.tasks if task.ref.notice == "a" and task.levels == ("province", "leading-group")
    )
    links = tree(pages["tasks/province.md"]).xpath("//a[@class='source']/@href")
    assert links[0] == made.links.words(task.ref).relative_to("tasks/province.md")


def test_the_section_of_a_notice_page_has_every_task_of_its_documents(made: Site) -> None:
    section = tasks_of_page(made)
    for source_page in made.source_pages:
        own = [task for task in made.corpus.tasks if task.ref.notice == source_page.first.id]
        table = tree(section(source_page))
        assert table.xpath("count(//tbody/tr)") == len(own)
        assert f"要求 {len(own)} 条" in table.text_content()


def test_a_long_list_of_tasks_has_a_page_of_its_own_and_the_notice_page_says_how_many(made: Site) -> None:
    few = made.corpus.tasks
    many = replace(made.corpus, tasks=tuple(task for task in few for _ in range(31)))
    crowded = replace(made, corpus=many)
    assert not list(document_task_pages(made))
    section = tasks_of_page(crowded)
    for source_page, page in zip(crowded.source_pages, document_task_pages(crowded), strict=True):
        own = [task for task in many.tasks if task.ref.notice == source_page.first.id]
        assert tree(text(page)).xpath("count(//tbody/tr)") == len(own)
        told = tree(section(source_page))
        assert f"要求 {len(own)} 条" in told.text_content()
        assert f"../{page.path}" in told.xpath("//p/a/@href")
        for row in told.xpath("//tbody/tr"):
            assert int(row.xpath("string(td[2])")) <= len(own)


def test_numbers_on_one_matter_are_compared_from_the_outermost_level(made: Site, pages: dict[str, str]) -> None:
    rows = number_rows(made)
    assert [(row.notice.id, row.compared.relation) for row in rows] == [("b", "basis"), ("a", "stricter")]
    assert [row.text_content() for row in tree(pages["tasks/numbers.md"]).xpath("//td[9]")] == ["比较基准", "要求较高"]


def test_the_tables_to_download_say_what_the_data_say(made: Site) -> None:
    items = [task_item(task) for task in made.corpus.tasks]
    head, rows_of = tasks_table(made)
    rows = [*rows_of(made.corpus.tasks)]
    assert [row[list(head).index("原文")] for row in rows] == [item["quote"] for item in items]
    assert all(len(row) == len(head) for row in rows)
    assert len([*numbers_table(made)[1]]) == sum(len(item["quantity"]) for item in items)


def test_an_addressee_that_is_carried_over_is_not_given_as_worded(made: Site) -> None:
    carried = [item for item in map(task_item, made.corpus.tasks) if item["carried"]]
    assert [(item["addressee"], item["carried"]) for item in carried] == [(None, "省委领导小组")]


def test_no_tasks_give_pages_that_say_so() -> None:
    empty = site(Corpus((), ()), LEVELS, {}, (), EDITION)
    (matrix,) = task_pages(empty)
    (numbers,) = numbers_page(empty)
    assert "没有识别出任务" in text(matrix)
    assert "没有识别出数量要求" in text(numbers)


def test_a_level_of_another_table_needs_no_change() -> None:
    levels = (Level("ministry", "部", LEVELS[0].issuers, LEVELS[1].addressees),)
    notice = document("a", "省委要整改。", title="甲")
    corpus = Corpus((source("a.txt", "甲"),), (notice,))
    made = site(replace(corpus, tasks=find_tasks(corpus, levels)), levels, {}, (), EDITION)
    assert [page.path for page in task_pages(made)] == ["tasks/index.md", "tasks/ministry.md"]


def test_the_place_of_a_task_is_named_by_the_labels_around_it() -> None:
    assert place_name(COUNTY, "p_1") == "正文"


def test_the_margin_compares_a_number_with_that_of_the_other_document_and_leads_to_its_words(made: Site) -> None:
    notes = {notice.id: [*margin_numbers(made)(notice)] for notice in made.corpus.notices}
    higher, lower = ([note.text for note in notes[id] if note.text] for id in ("a", "b"))
    assert [text for text in higher if text.startswith("要求高于")]
    assert [text for text in lower if text.startswith("要求低于")]
    assert "?at=" in higher[0]


def test_many_numbers_without_comparison_fold_by_document(made: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def shown() -> HtmlElement:
        return tree(str(next(iter(numbers_page(made))).content))

    whole = shown()
    assert not whole.xpath("//details[@class='group']")
    monkeypatch.setattr(quantities, "_MOST_OPEN", len(whole.xpath("//tbody/tr")) - 1)
    folded = shown()
    assert next(h.text_content() for h in folded.iter("h2")).startswith("可以相互比较的")
    assert len(folded.xpath("//tbody/tr")) == len(whole.xpath("//tbody/tr"))
