"""The columns of the tasks: each is told somewhere, described where it is published, and told alike in all forms."""

from __future__ import annotations

import pytest

from notice_site.model import Corpus, Ref, Task
from notice_site.pages.core.site import Site, site
from notice_site.pages.tasks.columns import PAGE_COLUMNS, TASK_COLUMNS, TaskColumn, task_table
from notice_site.pages.tasks.task_cells import task_index
from notice_site.publishing.tasks import task_item, tasks_table
from tests.findings.documents import document
from tests.pages.rendering import tree
from tests.pages.sample import EDITION, LEVELS, source

NOTICE = document("a", "省委要整改。县要学习、自查。", title="甲")
TASK = Task(
    "t",
    Ref("a", "p_1", 0, 6),
    addressee="省委",
    levels=("province", "county"),
    type="action",
    items=("学习", "自查"),
    quantity=(),
    deadline="3月底前",
    optional=True,
    quoted_from="乙",
    quote="省委要整改。",
    target="干部",
    condition="经提醒后仍不改的",
    deadline_end="2014-03-31",
)


@pytest.fixture(scope="module")
def made() -> Site:
    corpus = Corpus((source("a.txt", "甲"),), (NOTICE,), tasks=(TASK,))
    return site(corpus, LEVELS, {}, (), EDITION)


@pytest.mark.parametrize("column", TASK_COLUMNS, ids=lambda column: column.name)
def test_a_column_is_told_somewhere_and_described_where_it_is_a_field(column: TaskColumn) -> None:
    assert column.value or column.label or column.page
    assert bool(column.value) == bool(column.field)
    assert not column.label or column.value or column.text


def test_columns_of_pages_stand_in_the_order_of_their_positions(made: Site) -> None:
    positions = [column.position for column in PAGE_COLUMNS]
    assert positions == sorted(set(positions))
    table = tree(task_table([TASK], task_index(made), "tasks/province.md"))
    assert [cell.text_content() for cell in table.iter("th")] == [column.head for column in PAGE_COLUMNS]
    cells = [cell.text_content() for cell in table.iter("td")]
    assert cells[:4] == [
        "省委 涉及：干部 转引《乙》（未收录） 可自行决定",
        "学习自查",
        "工作要求",
        "3月底前条件：经提醒后仍不改的",
    ]


def test_the_csv_tells_in_words_what_the_json_tells_in_values(made: Site) -> None:
    head, rows = tasks_table(made)
    [row] = rows([TASK])
    cells = dict(zip(head, row, strict=True))
    item = task_item(TASK)
    assert (item["levels"], cells["层级与类别"]) == (["province", "county"], "省｜县区")
    assert (item["items"], cells["要求"]) == (["学习", "自查"], "学习｜自查")
    assert (item["optional"], cells["可自行决定"]) == (True, "可自行决定")
    assert (item["stage"], cells["环节"]) == (None, "")
    assert (item["type"], cells["类型"]) == ("action", "工作要求")
    assert (item["quoted_from"], cells["转引"]) == ("乙", "乙")
    assert (item["target"], cells["涉及"]) == ("干部", "干部")
    assert (item["condition"], cells["条件"]) == ("经提醒后仍不改的", "经提醒后仍不改的")
    assert (item["deadline_start"], cells["时限起"]) == (None, "")
    assert (item["deadline_end"], cells["时限止"]) == ("2014-03-31", "2014-03-31")
