"""The page on which any documents are laid side by side: what its scripts are given of each document."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from notice_site.pages.comparison.places import comparison_place
from notice_site.pages.core import labels_zh
from notice_site.pages.picking.page import picking_pages
from tests.pages.real import real_site


@cache
def files() -> dict[str, str]:
    return {page.path: str(page.content) for page in picking_pages(real_site())}


def handed_over(file: str) -> list[Any]:
    """What a script hands to the function that it calls."""
    arguments = files()[file].partition("(")[2].rpartition(")")[0]
    return json.loads(f"[{arguments}]")  # type: ignore[no-any-return]


def record(notice_id: str) -> dict[str, Any]:
    return handed_over(f"compare/documents/{notice_id}.js")[1]  # type: ignore[no-any-return]


def test_every_document_can_be_chosen_by_name_and_date() -> None:
    documents, classes = handed_over("compare/documents.js")
    assert {id: name for id, name, _, _ in documents} == {n.id: labels_zh.cite(n) for n in real_site().corpus.notices}
    assert ["2014年1月24日见报", "中央"] in [[date, level] for _, _, date, level in documents]
    assert ["county", "县区"] in classes


def test_a_document_is_given_with_its_text_and_not_with_its_masthead_and_signature() -> None:
    for notice in real_site().corpus.notices:
        given = [text for _, _, text, _ in record(notice.id)["blocks"]]
        texts = [block.text for block in notice.blocks]
        assert [text for text in texts if text in given] == given
        assert not {block.text for block in notice.blocks if block.kind in {"masthead", "signature", "cc"}} & {*given}


def test_every_duty_leads_to_its_words() -> None:
    for notice in real_site().corpus.notices:
        tasks = real_site().tasks.get(notice.id, ())
        places = [(block, start, end) for *_, block, start, end in record(notice.id)["tasks"]]
        assert places == [(task.ref.block, task.ref.start, task.ref.end) for task in tasks]


def test_documents_that_have_a_page_of_their_own_lead_to_it_from_both_sides() -> None:
    for comparison in real_site().corpus.comparisons:
        url = comparison_place(comparison).url
        assert record(comparison.base)["pages"][comparison.derived] == url
        assert record(comparison.derived)["pages"][comparison.base] == url
