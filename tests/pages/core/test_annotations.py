"""Marks on the words of a block: they nest, and never change a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_site.pages.core.annotations import Annotation, annotated
from notice_site.pages.core.markdown import Markdown
from tests.pages.rendering import read, render


def mark(start: int, end: int, name: str, is_link: bool = False) -> Annotation:
    return Annotation(start, end, Markdown(f"<{name}>"), Markdown(f"</{name}>"), is_link)


CASES = {
    "one mark": ("三严三实", [mark(0, 2, "b")], "<b>三严</b>三实"),
    "one inside another": ("三严三实", [mark(2, 4, "i"), mark(0, 4, "b")], "<b>三严<i>三实</i></b>"),
    "two on the same words": ("三严", [mark(0, 2, "b"), mark(0, 2, "i")], "<b><i>三严</i></b>"),
    "two that cross": ("三严三实", [mark(0, 3, "b"), mark(2, 4, "i")], "<b>三严<i>三</i></b><i>实</i>"),
    "a link inside a link is left out": ("三严三实", [mark(0, 4, "a", True), mark(0, 2, "u", True)], "<a>三严三实</a>"),
    "a point behind a word": ("三严三实", [Annotation(2, 2, Markdown("¹"))], "三严¹三实"),
    "a point at the end of a mark stands outside": (
        "三严",
        [mark(0, 2, "b"), Annotation(2, 2, Markdown("¹"))],
        "<b>三严</b>¹",
    ),
    "a mark beyond the text": ("三严", [mark(1, 9, "b")], "三<b>严</b>"),
    "no marks": ("*三*", [], "\\*三\\*"),
}


@pytest.mark.parametrize(("text", "marks", "written"), CASES.values(), ids=CASES)
def test_marks_are_put_around_their_words(text: str, marks: list[Annotation], written: str) -> None:
    assert annotated(text, marks) == written


def test_a_mark_over_the_end_of_a_heading_goes_on_in_the_text() -> None:
    marks = [mark(1, 3, "b"), Annotation(2, 2, Markdown("¹"))]
    assert annotated("一二三四", marks, 0, 2) + "|" + annotated("一二三四", marks, 2) == "一<b>二</b>¹|<b>三</b>四"


@given(
    st.text("三严*_<[ 。1.", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(["b", "i", "u"]), st.booleans())),
)
def test_marks_change_no_character(text: str, spans: list[tuple[int, int, str, bool]]) -> None:
    marks = [mark(start, end, name, is_link) for start, end, name, is_link in spans if start < end]
    found, _ = read(render(f"<span>{annotated(text, marks)}</span>"))
    assert found == text
