"""The pages on tasks: every task quoted and linked, gaps said, what is carried over or reported marked as such."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.findings.citations.find import find_citations
from notice_site.findings.tasks.find import find_tasks
from notice_site.model import Corpus, Level, Page
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site, site
from notice_site.pages.tasks.document_tasks import document_task_pages, tasks_of_page
from notice_site.pages.tasks.pages import task_pages
from notice_site.pages.tasks.quantities import number_rows, numbers_page
from notice_site.pages.tasks.task_cells import level_place, section_name
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


def test_every_item_stands_in_the_matrix(made: Site, pages: dict[str, str]) -> None:
    shown = tree(pages["tasks/index.md"]).text_content()
    for task in made.corpus.tasks:
        assert all(item in shown for item in task.items), task


def test_the_matrix_says_what_a_document_does_not_ask(pages: dict[str, str]) -> None:
    rows = {
        row.xpath("string(th)"): [cell.text_content().strip() for cell in row.xpath("td")]
        for row in tree(pages["tasks/index.md"]).xpath("//tbody/tr")
    }
    assert rows["省"][0] == "对各级提出 1 条"
    assert rows["村社区"][1] == "对各级提出 1 条"
    assert rows["各级各单位"][1].startswith("各单位")
    assert "“—”：未提及" in pages["tasks/index.md"]
    assert rows["省"][1].startswith("省委领导小组")


def test_what_is_reported_is_attributed_with_a_link(pages: dict[str, str]) -> None:
    reported = tree(pages["tasks/direct.md"]).xpath("//*[@class='attribution']")
    assert [part.text_content() for part in reported] == ["转述《关于活动的指导意见》"]
    assert reported[0].xpath(".//a/@href") == ["../notices/b.md"]


def test_what_is_carried_over_or_left_to_choice_is_marked(pages: dict[str, str]) -> None:
    assert tree(pages["tasks/province.md"]).xpath("count(//*[text()='承前'])") == 1
    assert tree(pages["tasks/village.md"]).xpath("count(//*[text()='可选'])") == 1


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
        assert f"{len(own)} 条要求" in table.text_content()


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
        assert f"{len(own)} 条要求" in told.text_content()
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
    assert section_name(COUNTY, "p_1") == "正文"
