"""Runs that are taken over from an earlier build: the same as those that are found anew, whatever was edited."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from notice_site.findings.reuse import earlier_runs
from notice_site.findings.reuse.earlier_runs import EarlierRuns, renewed_runs
from notice_site.findings.reuse.shared_runs import MOST_HOLDERS, BlockText, RunTable, shared_runs

Document = list[BlockText]


def texts_of(documents: Sequence[Document]) -> list[BlockText]:
    return [replace(text, document=number) for number, texts in enumerate(documents) for text in texts]


def same(found: EarlierRuns, documents: Sequence[Document]) -> bool:
    return rows(found.runs) == rows(shared_runs(texts_of(documents)))


def rows(runs: RunTable) -> list[list[int]]:
    return sorted(runs.tolist())


@pytest.fixture(name="documents")
def some_documents() -> list[Document]:
    """Forty documents that share sentences, some of which as many works have as may have one, or one more."""
    chance = random.Random(20140124)
    letters = "照镜子正衣冠洗澡治病为民务实清廉"
    sentences = ["".join(chance.choices(letters, k=chance.randint(15, 40))) for _ in range(12)]
    documents: list[Document] = []
    for number in range(2 * MOST_HOLDERS):
        own = "".join(chance.choices("甲乙丙丁戊己庚辛", k=9))
        common = sentences[:1] * (number < MOST_HOLDERS) + sentences[1:2] * (number <= MOST_HOLDERS)
        wordings = [*common, *chance.sample(sentences[2:], 2)]
        documents.append([BlockText(0, str(number), own[:at] + wording) for at, wording in enumerate(wordings)])
    return documents


def test_runs_after_edits_are_those_that_are_found_anew(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earlier_runs, "MOST_CHANGED", 1)
    chance = random.Random(7)
    found = renewed_runs(None, texts_of(documents))
    assert same(found, documents)
    for _ in range(60):
        at = chance.randrange(len(documents))
        texts = documents[at]
        match chance.randrange(4):
            case 0:
                documents[at] = [replace(texts[0], letters=chance.choice(documents)[-1].letters), *texts[1:]]
            case 1:
                documents[at] = [*texts, replace(texts[0], letters=chance.choice(documents)[0].letters)]
            case 2:
                documents.insert(
                    at, [replace(text, work=f"new {chance.random()}") for text in chance.choice(documents)]
                )
            case _:
                del documents[at]
        found = renewed_runs(found, texts_of(documents))
        assert same(found, documents)


def test_a_wording_that_becomes_common_is_no_longer_shared_by_the_others(documents: list[Document]) -> None:
    found = renewed_runs(None, texts_of(documents))
    wording = documents[0][0]
    documents[-1] = [*documents[-1], replace(wording, work=documents[-1][0].work)]
    again = renewed_runs(found, texts_of(documents))
    assert same(again, documents)
    assert len(again.runs) < len(found.runs)


def test_documents_in_another_order_are_looked_at_anew(documents: list[Document]) -> None:
    found = renewed_runs(None, texts_of(documents))
    documents.reverse()
    assert same(renewed_runs(found, texts_of(documents)), documents)


@pytest.mark.parametrize(("changed", "looked_at"), [(10, 1), (11, 0)])
def test_where_many_documents_changed_none_is_taken_over(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch, changed: int, looked_at: int
) -> None:
    taken_over: list[int] = []
    of_earlier = earlier_runs._taken_over

    def counted(earlier: EarlierRuns, *rest: Any) -> RunTable:
        taken_over.append(len(earlier.keys))
        return of_earlier(earlier, *rest)

    monkeypatch.setattr(earlier_runs, "_taken_over", counted)
    unlike = [[BlockText(0, str(number), "子丑寅卯辰巳午未申酉"[: number % 9])] for number in range(40)]
    found = renewed_runs(None, texts_of(unlike))
    for number in range(changed):
        unlike[number] = [replace(unlike[number][0], letters="戌亥")]
    assert same(renewed_runs(found, texts_of(unlike)), unlike)
    assert len(taken_over) == looked_at


def test_runs_of_no_texts_are_none() -> None:
    none = renewed_runs(None, [])
    assert not len(none.runs)
    assert not len(renewed_runs(none, []).runs)
