"""What of a text counts when wording is compared, and where it stands in the text."""

from __future__ import annotations

import pytest

from notice_site.text.normalization import letters_of, same_but_width, wording


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("“四风”，Ａ", "四风a"),
        ("三 严　三实_。", "三严三实"),
        ("ＧB／T 9704－2012", "gbt97042012"),
        ("……", ""),
        ("", ""),
    ],
)
def test_letters_and_their_places(text: str, letters: str) -> None:
    counted = wording(text)
    assert letters_of(text) == counted.letters == letters
    assert letters_of("".join(text[i] for i in counted.at)) == letters


def test_a_stretch_of_letters_and_the_stretch_of_text_that_it_covers() -> None:
    counted = wording("“四风”问题，")
    assert counted.span(0, 2) == (1, 3)
    assert counted.span(1, 3) == (2, 5)
    assert counted.letters_in(0, 3) == (0, 2)
    assert counted.letters_in(2, 5) == (1, 3)
    assert counted.letters_in(3, 4) == (2, 2), "a mark holds no letter"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("（一）总的要求", "（一）总的要求", True),
        ("(一)总的要求", "（一）总的要求", True),
        ("（一） 总的要求", "（一）总的 要求", True),
        ("(一)总的要求", "（一）总的要求。", False),
        ("总的要求", "总体要求", False),
    ],
)
def test_texts_that_differ_in_width_and_spaces_only(one: str, other: str, same: bool) -> None:
    assert same_but_width(one, other) == same
