"""The sheet of a class: every duty in one part, beside its like of other levels, quoted, linked; silence said once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.findings.tasks.find import find_tasks
from notice_site.model import Corpus, Notice
from notice_site.pages.core.site import Site, site
from notice_site.pages.tasks.pages import task_pages
from notice_site.pages.tasks.sheet import Sheet, sheet_of
from notice_site.pages.tasks.task_cells import task_index
from tests.findings.documents import document
from tests.findings.tasks.test_find import LEVELS
from tests.pages.real import real_site
from tests.pages.rendering import by_class, tree
from tests.pages.sample import EDITION, source

CENTRAL = document(
    "b",
    "县委重点解决推诿扯皮，工作不落实等问题。县委要撰写对照检查材料。县委要于9月底前完成整改。",
    "县委蹲点调研时间不少于3天。",
    title="关于活动的指导意见",
    level="central",
    date="2014-01-23",
)
PROVINCE = document("a", "县委要组织集中学习。", title="关于活动的通知", level="province", date="2014-03-09")
TO_ALL = document("c", "各级党组织要加强领导。", title="关于领导的通知", level="province", date="2014-04-01")
SILENT = document("d", "学校要自查。", title="关于学校的通知", level="province", date="2014-05-01", status="truncated")
SENT_TO_ALL = document(
    "e", "认真开展自查。", title="致各级", level="province", date="2014-06-01", recipients="各级党组织"
)


def site_of(*notices: Notice) -> Site:
    corpus = Corpus(tuple(source(notice.source, notice.title or "") for notice in notices), notices)
    return site(replace(corpus, tasks=find_tasks(corpus, LEVELS)), LEVELS, {}, (), EDITION)


@pytest.fixture(scope="module")
def made() -> Site:
    return site_of(CENTRAL, PROVINCE, TO_ALL, SILENT, SENT_TO_ALL)


@pytest.fixture(scope="module")
def county(made: Site) -> Sheet:
    return sheet_of(task_index(made), "county", made.corpus.notices)


def test_each_duty_of_the_class_stands_in_one_part(made: Site, county: Sheet) -> None:
    asked = [task.id for task in made.corpus.tasks if task.addressee and "county" in task.levels]
    assert sorted(clause.task.id for clause in county.clauses) == sorted(asked)
    assert [part.title for part in county.parts] == ["要解决的问题", "要做的事", "数量", "时限"]


def test_levels_of_documents_stand_side_by_side_outermost_first(county: Sheet) -> None:
    actions = next(part for part in county.parts if part.id == "actions")
    assert [(column.name, column.groups[0].addressee) for column in actions.columns] == [
        ("中央", "县委"),
        ("省", "县委"),
    ]


def test_a_clause_is_a_quotation_with_its_place(made: Site, county: Sheet) -> None:
    texts = {(notice.id, block.id): block.text for notice in made.corpus.notices for block in notice.blocks}
    for clause in county.clauses:
        ref = clause.task.ref
        sentence = texts[ref.notice, ref.block][ref.start : ref.end]
        assert all(words in sentence for words in clause.words)
        assert clause.place == made.links.words(ref)


def test_numbers_are_told_in_signs_and_deadlines_by_date(county: Sheet) -> None:
    numbers = next(part for part in county.parts if part.id == "numbers")
    assert [clause.amounts for clause in numbers.clauses] == [("≥ 3 天",)]
    assert [clause.task.deadline for clause in county.deadlines] == ["9月底前"]


def test_what_is_asked_of_every_level_is_told_apart_from_silence(county: Sheet) -> None:
    assert [notice.id for notice in county.asking] == ["b", "a"]
    assert [notice.id for notice, _ in county.to_all] == ["c", "e"]
    assert [notice.id for notice in county.silent] == ["d"]


def test_a_unit_is_asked_what_is_asked_of_every_level_but_not_by_another_unit(made: Site) -> None:
    firm = document("f", "各单位要自查。", title="某厂关于自查的通知", level="unit", date="2014-07-01")
    sheet = sheet_of(task_index(site_of(*made.corpus.notices, firm)), "school", (*made.corpus.notices, firm))
    assert [notice.id for notice, _ in sheet.to_all] == ["c", "e"]
    assert [notice.id for notice in sheet.silent] == ["b", "a", "f"]


def test_the_words_of_another_document_stand_behind_the_own_words() -> None:
    quoting = document("q", "县委要自查。", title="甲", level="city")
    made = site_of(quoting)
    (task,) = made.corpus.tasks
    quoted = replace(task, id="x", quoted_from="关于乙的意见")
    again = replace(made, corpus=replace(made.corpus, tasks=(quoted, task)))
    (part,) = sheet_of(task_index(again), "county", (quoting,)).parts
    assert [group.quoted_from for group in part.columns[0].groups] == ["", "《关于乙的意见》"]


def test_a_class_that_no_document_names_has_no_parts(made: Site) -> None:
    sheet = sheet_of(task_index(made), "central", (SILENT,))
    assert (sheet.parts, sheet.clauses, sheet.deadlines) == ((), (), ())
    assert sheet.silent == (SILENT,)


def test_problems_of_two_documents_in_like_words_stand_in_one_row() -> None:
    made = real_site()
    county = next(page for page in task_pages(made) if page.path == "tasks/county.md")
    [table] = by_class(tree(str(county.content)), "aligned-problems")
    rows = [[cell.text_content() for cell in row.iter("td")] for row in table.iter("tr")][1:]
    assert ["活动的主要任务是抓住反对" in base and "活动的主要任务是" in own for base, _, own in rows].count(True) == 1
    assert all(base and own for base, _, own in rows)
    assert str(len(rows)) in next(table.iter("summary")).text_content()
