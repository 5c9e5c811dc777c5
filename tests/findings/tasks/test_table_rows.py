"""Task tables: each row is a task, with its addressee, its deadline and its items as the cells have them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from notice_site.findings.tasks.find import find_tasks
from notice_site.model import Block, BlockKind, Corpus, Notice, Task
from notice_site.parsing.line_joining import join_lines
from notice_site.parsing.parse import parse
from notice_site.reading import read_levels, read_source
from tests.findings.documents import document
from tests.golden import Case, Golden, cases

LEVELS, _ = read_levels(Path(__file__).parents[3] / "source_texts" / "reference" / "levels.yml")
ENDINGS = {"html": ".html", "markdown": ".md"}
HEADS = {"html": "<h1>关于分解任务的通知</h1><p>各单位：</p>\n", "markdown": "# 关于分解任务的通知\n\n各单位：\n\n"}


def notices(folder: Path, format: str, text: str) -> tuple[Notice, ...]:
    """The documents of a file that holds a notice with that text."""
    path = folder / f"a{ENDINGS[format]}"
    path.write_text(HEADS[format] + text, "utf-8")
    source, problems = read_source(path, path.name)
    assert source is not None, problems
    return parse(source, "a", join_lines(source), LEVELS)


def told(task: Task) -> str:
    who = f"（承前）{task.addressee}" if task.carried else task.addressee or "—"
    stage = f"【{task.stage}】" if task.stage else ""
    problem = "问题：" if task.type == "problem" else ""
    return f"{stage}{who} | {task.deadline or '—'} | {problem}{' / '.join(task.items)}"


@pytest.mark.parametrize("case", cases("task_tables"))
def test_rows_are_tasks(case: Case, golden: Golden, tmp_path: Path) -> None:
    documents = notices(tmp_path, case.given["format"], case.given["input"])
    tasks = find_tasks(Corpus((), documents), LEVELS)
    texts = {(document.id, block.id): block.text for document in documents for block in document.blocks}
    for task in tasks:
        text = texts[task.ref.notice, task.ref.block]
        assert text[task.ref.start : task.ref.end] == task.quote
        assert task.carried or not task.addressee or all(part in text for part in task.addressee.split())
    golden(case, [told(task) for task in tasks])


@pytest.mark.parametrize(
    ("issuer", "level", "name", "expected"),
    [
        ("青河一中", "unit", "党政办", ("school",)),
        ("青河一中", "unit", "党政办、各支部", ("school", "grassroots-party")),
        ("青河一中", "unit", "工会", ("school",)),
        ("青河水务集团公司", "unit", "工程部", ("enterprise",)),
        ("青禾县教育局", "county", "办公室", ("other",)),
        ("青禾县教育局", "county", "县一中", ("county", "school")),
    ],
)
def test_the_units_in_the_table_of_a_school_are_its_own(
    issuer: str, level: str, name: str, expected: tuple[str, ...]
) -> None:
    rows = (("任务", "责任单位"), ("开展自查", name))
    table = Block("tbl_1", BlockKind.TABLE, "\n".join("\t".join(row) for row in rows), rows=rows)
    notice = replace(document("a", issuers=(issuer,), level=level), blocks=(table,))
    [task] = find_tasks(Corpus((), (notice,)), LEVELS)
    assert task.levels == expected
