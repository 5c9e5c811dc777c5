"""The sheet of a kind of addressee has every duty of it as worded, and names each document by its number."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from notice_site.bundling.paper.pdf import pdf
from notice_site.bundling.paper.unit_sheets import unit_sheet_print
from notice_site.pages.core.site import site
from notice_site.pages.tasks.sheet import sheet_of
from notice_site.pages.tasks.task_cells import task_index
from notice_site.pipeline.study_pack import Study
from tests.bundling.paper.reader import bare, pages

MOST_PAGES = 2
"""The two sides of a leaf."""


def columns(content: bytes) -> str:
    """The words of each page: the left half, then the right half; of pages with one column the whole."""
    parts = []
    with pypdfium2.PdfDocument(content) as printed:
        for page in printed:
            (width, height), text = page.get_size(), page.get_textpage()
            halves = ((0, 0, width / 2, height), (width / 2, 0, width, height))
            parts += [text.get_text_bounded(*half) for half in halves] + [text.get_text_range()]
    return bare("".join(parts).replace("\ufffe", ""))


@pytest.mark.parametrize("level", ["county", "town", "member"])
def test_every_duty_is_there_as_worded_on_one_leaf(sources: Study, level: str) -> None:
    tasks = task_index(site(sources.corpus, sources.reference.levels, {}, [], sources.edition))
    sheet = sheet_of(tasks, level, sources.corpus.notices)
    content = pdf(unit_sheet_print(tasks, level, "以发布机关的文本为准。"))
    shown = columns(content)
    clauses = [*sheet.clauses, *(clause for _, general in sheet.to_all for clause in general)]
    assert clauses
    for clause in clauses:
        for words in clause.words:
            assert bare(words) in shown, words
    for number in re.findall(r"（(文件\d+)", shown):
        assert f"{number}《" in shown
    assert len(pages(content)) <= MOST_PAGES
