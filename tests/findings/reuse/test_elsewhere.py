"""Where the words of an item stand in the other document."""

from __future__ import annotations

import pytest

from notice_site.findings.reuse.elsewhere import ElsewhereInPair
from notice_site.findings.reuse.find import find_passages
from notice_site.findings.reuse.paragraph_comparison import SharedPassage, side_of
from notice_site.model import Ref
from notice_site.text.normalization import letters_of
from tests.findings.documents import document


def letters(first: int, count: int) -> str:
    """Letters of which no two are alike."""
    return "".join(chr(0x4E00 + first + n) for n in range(count))


def found(base: str, derived: str, start: int, end: int) -> tuple[str, str]:
    """What becomes of derived[start:end], and the words in the base."""
    notices = document("base", base), document("derived", derived)
    sides = side_of(notices[0]), side_of(notices[1])
    passages = [SharedPassage.of(passage, *sides) for passage in find_passages(notices)]
    kind, ref = ElsewhereInPair(*sides, passages).of(Ref("derived", "p_1", start, end), letters_of(derived[start:end]))
    return kind, base[ref.start : ref.end] if ref else ""


@pytest.mark.parametrize(("length", "kind"), [(6, "moved"), (5, "")])
def test_all_of_six_letters_have_moved(length: int, kind: str) -> None:
    words = letters(0, length)
    assert found(f"背景{words}之后", words, 0, length) == (kind, words if kind else "")


@pytest.mark.parametrize(
    ("shared", "own", "kind"),
    [
        pytest.param(30, 10, "moved", id="three quarters of a passage"),
        pytest.param(30, 11, "partly", id="less"),
        pytest.param(13, 40, "partly", id="thirteen letters"),
        pytest.param(12, 40, "", id="twelve letters"),
    ],
)
def test_words_of_a_shared_passage(shared: int, own: int, kind: str) -> None:
    both = letters(0, shared)
    derived = both + letters(1000, own)
    assert found(f"背景{both}之后", derived, 0, len(derived)) == (kind, both if kind else "")


def test_words_put_into_a_shared_passage_stand_nowhere_else() -> None:
    first, second, inserted = letters(0, 30), letters(500, 30), "着力解决思想问题"
    assert found(f"{first}，{second}", f"{first}，{inserted}，{second}", 31, 31 + len(inserted)) == ("", "")
