"""All places of all phrases are found, as a plain search for each phrase finds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notice_site.text.phrase_matcher import PhraseMatcher, folded

WORDS = st.text(alphabet="六问带头（(", min_size=1, max_size=4)


@given(st.lists(WORDS, max_size=8), st.text(alphabet="六问带头（(，", max_size=30))
def test_the_matches_are_those_of_a_search_for_each_phrase(phrases: list[str], text: str) -> None:
    wanted = {folded(phrase) for phrase in phrases}
    expected = [
        (start, end)
        for start in range(len(text))
        for end in range(len(text), start, -1)
        if folded(text[start:end]) in wanted
    ]
    assert list(PhraseMatcher(phrases).all_matches(text)) == expected


@given(st.lists(WORDS, max_size=8), st.text(alphabet="六问带头（(，", max_size=30))
def test_longest_matches_do_not_overlap_and_none_could_be_longer(phrases: list[str], text: str) -> None:
    matcher = PhraseMatcher(phrases)
    everywhere = list(matcher.all_matches(text))
    behind = 0
    for start, end in matcher.longest_matches(text):
        assert start >= behind
        assert end == max(other for begin, other in everywhere if begin == start)
        assert not [begin for begin, _ in everywhere if behind <= begin < start]
        behind = end


def test_offsets_are_those_of_the_text_as_it_stands() -> None:
    text = "（试行），街道(产业集聚区)"
    (match,) = PhraseMatcher(["街道（产业集聚区）"]).all_matches(text)
    assert text[slice(*match)] == "街道(产业集聚区)"
