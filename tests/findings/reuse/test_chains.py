"""Runs with small differences between them: when they are one passage, where it ends, and which of several is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from notice_site.findings.reuse.chains import Chain, ReadText, chain_around, longest_chains
from notice_site.findings.reuse.shared_runs import BlockText, SharedRun, shared_runs
from notice_site.text.normalization import wording


def letters(first: int, count: int) -> str:
    """Letters of which no two are alike, nor like those of another `first` that is 1000 away."""
    return "".join(chr(0x4E00 + first + n) for n in range(count))


def chain(a: str, b: str) -> tuple[str, str]:
    """The words of both sides of the chain around the longest run of two texts."""
    texts = {number: ReadText(text, wording(text)) for number, text in enumerate((a, b))}
    rows = shared_runs([BlockText(number, str(number), read.wording.letters) for number, read in texts.items()])
    run = max(map(SharedRun._make, rows.tolist()), key=lambda run: run.length)
    found = chain_around(run, texts.__getitem__)
    _, *span_a = found.in_a
    _, *span_b = found.in_b
    return a[slice(*texts[0].wording.span(*span_a))], b[slice(*texts[1].wording.span(*span_b))]


def both(run: int, gap_a: int, gap_b: int, piece: int) -> Iterator[str]:
    """Two texts that share a run and, behind different letters, a piece."""
    for first, gap in ((2000, gap_a), (3000, gap_b)):
        yield letters(0, run) + letters(first, gap) + letters(1000, piece)


@pytest.mark.parametrize("backwards", [False, True], ids=["behind the run", "before the run"])
@pytest.mark.parametrize(
    ("run", "gap_a", "gap_b", "piece", "joined"),
    [
        pytest.param(50, 15, 15, 5, True, id="the widest gap"),
        pytest.param(50, 16, 1, 5, False, id="a wider gap in the first text"),
        pytest.param(50, 1, 16, 5, False, id="a wider gap in the second text"),
        pytest.param(50, 0, 3, 5, True, id="letters put in"),
        pytest.param(50, 1, 1, 5, True, id="the shortest piece"),
        pytest.param(50, 1, 1, 4, False, id="a shorter piece"),
        pytest.param(13, 2, 12, 5, True, id="18 of 30 letters in common"),
        pytest.param(13, 2, 13, 5, False, id="18 of 31 letters in common"),
        pytest.param(13, 13, 2, 5, False, id="18 of 31 letters of the first text in common"),
        pytest.param(59, 1, 1, 5, True, id="a run below the length of a long one"),
        pytest.param(60, 1, 1, 5, False, id="a long run"),
        pytest.param(14, 1, 1, 13, True, id="a run beside another"),
    ],
)
def test_what_stands_near_a_run_belongs_to_it(
    run: int, gap_a: int, gap_b: int, piece: int, joined: bool, backwards: bool
) -> None:
    order = slice(None, None, -1 if backwards else 1)
    a, b = (text[order] for text in both(run, gap_a, gap_b, piece))
    alone = letters(0, run)[order]
    assert chain(a, b) == ((a, b) if joined else (alone, alone))


def test_of_two_pieces_the_nearer_one_is_next() -> None:
    run, far, near = letters(0, 40), letters(1000, 6), letters(1100, 6)
    assert chain(run + "甲" + near + "甲乙丙" + far, run + "丁" + far + "戊" + near)[0] == run + "甲" + near


@pytest.mark.parametrize("backwards", [False, True], ids=["behind the run", "before the run"])
def test_a_piece_has_all_letters_that_are_alike(backwards: bool) -> None:
    order = slice(None, None, -1 if backwards else 1)
    a, b = (ReadText(text, wording(text)) for text in (text[order] for text in both(40, 5, 5, 6)))
    start = 11 if backwards else 0
    found = chain_around(SharedRun(0, 1, start, start, 40), (a, b).__getitem__)
    assert sorted(run.length for run in found.runs) == [6, 40]


def test_pieces_stop_before_a_run_that_is_long() -> None:
    a, b = (letters(0, 30) + mark + letters(1000, 59) + mark + letters(2000, 60) for mark in "甲乙")
    assert chain(a, b)[0] == letters(2000, 60)
    assert chain(a[:-61], b[:-61])[0] == a[:-61]


@pytest.mark.parametrize("end", ["start", "end"])
def test_a_few_letters_of_the_clause_beside_a_run_are_left_out(end: str) -> None:
    def trimmed(count: int, length: int, mark_a: str = "。", mark_b: str = "，") -> str:
        run, rest = letters(0, length), letters(1000, count)
        a, b = (
            f"甲{rest}{mark_a}{run}" if end == "start" else f"{run}{mark_a}{rest}甲",
            f"乙{rest}{mark_b}{run}" if end == "start" else f"{run}{mark_b}{rest}乙",
        )
        return "".join(filter(str.isalnum, chain(a, b)[0])).replace(run, "…")

    whole = {count: trimmed(count, 30) for count in (1, 4, 5)}
    assert (whole[1], whole[4]) == ("…", "…")
    assert len(whole[5]) == 6
    assert trimmed(1, 13) == "…"
    assert len(trimmed(1, 12)) == 2, "what stays would be no run"
    assert len(trimmed(1, 30, mark_b="、")) == 2, "no clause ends there on the other side"


def one(start_a: int, start_b: int, length: int, a: int = 0, b: int = 1) -> Chain:
    return Chain((SharedRun(a, b, start_b, start_a, length),))


LONGEST = one(0, 0, 100)


@pytest.mark.parametrize(
    ("shorter", "kept"),
    [
        pytest.param(one(60, 60, 30), False, id="inside on both sides"),
        pytest.param(one(60, 200, 30), True, id="inside on one side"),
        pytest.param(one(60, 200, 26), True, id="inside on one side, long enough"),
        pytest.param(one(60, 200, 25), False, id="short and inside on the first side"),
        pytest.param(one(200, 60, 25), False, id="short and inside on the second side"),
        pytest.param(one(85, 85, 30), False, id="half inside"),
        pytest.param(one(86, 86, 30), True, id="less than half inside"),
        pytest.param(one(85, 86, 30), True, id="half inside on one side"),
        pytest.param(one(100, 100, 30), True, id="right behind"),
        pytest.param(one(0, 0, 30, b=2), True, id="inside on one side, in another text on the other"),
        pytest.param(one(0, 0, 20, a=2, b=3), True, id="in other texts"),
    ],
)
def test_a_chain_that_longer_ones_cover_is_left_out(shorter: Chain, kept: bool) -> None:
    assert (shorter in longest_chains([shorter, LONGEST])) is kept


def test_two_longer_chains_cover_together() -> None:
    first, second = one(0, 0, 50), one(60, 60, 50)
    assert longest_chains([one(42, 42, 30), first, second]) == [first, second]
