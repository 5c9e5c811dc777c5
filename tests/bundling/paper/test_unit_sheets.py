"""The sheet of a kind of addressee has every duty of it as worded, and names each document by its number."""

from __future__ import annotations

import re

import pytest

from notice_site.bundling.paper.pdf import pdf
from notice_site.bundling.paper.unit_sheets import unit_sheet_print
from notice_site.pages.core.site import site
from notice_site.pages.tasks.sheet import sheet_of
from notice_site.pages.tasks.task_cells import task_index
from notice_site.pipeline.study_pack import Study
from tests.bundling.paper.reader import MARGIN, bare, lines, pages

SECOND_COLUMN = 180
"""Points from the left: what is asked of an addressee stands beyond."""


@pytest.mark.parametrize("level", ["town", "member"])
def test_every_duty_is_there_as_worded(sources: Study, level: str) -> None:
    tasks = task_index(site(sources.corpus, sources.reference.levels, {}, [], sources.edition))
    sheet = sheet_of(tasks, level, sources.corpus.notices)
    content = pdf(unit_sheet_print(tasks, level, "以发布机关的文本为准。"))
    rows = [line for page in pages(content) for line in lines(page) if line.y0 > MARGIN]
    beside = bare("".join(line.get_text() for line in rows if line.x0 > SECOND_COLUMN))
    below = bare("".join(line.get_text() for line in rows if line.x0 <= SECOND_COLUMN))
    clauses = [*sheet.clauses, *(clause for _, general in sheet.to_all for clause in general)]
    assert clauses
    for clause in clauses:
        for words in clause.words:
            assert bare(words) in beside or bare(words) in below, words
    for number in re.findall(r"（(文件\d+)", beside + below):
        assert f"{number}《" in below
