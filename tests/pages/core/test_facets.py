"""Anchors of the groups on index pages."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from notice_site.pages.core.facets import browse_facets, facet_index
from tests.pages.sample import INNER

GENRE = next(facet for facet in browse_facets({}) if facet.id == "genre")


@given(st.sets(st.text(st.sampled_from("a甲-！2"), max_size=5)))
def test_no_two_values_share_an_anchor(genres: set[str]) -> None:
    notices = [replace(INNER, id=f"n{number}", genre=genre) for number, genre in enumerate(sorted(genres))]
    groups = [*facet_index(GENRE, notices).groups()]
    assert len({group.place for group in groups}) == len(groups)


def test_a_number_that_is_taken_is_skipped() -> None:
    notices = [replace(INNER, id=genre, genre=genre) for genre in ("a-2", "a", "（a）")]
    places = facet_index(GENRE, notices).places
    assert sorted(place.fragment for place in places.values()) == ["a", "a-2", "a-3"]
    assert places["a-2"].fragment == "a-2"


def test_a_value_is_named_in_words_and_a_missing_one_is_said_to_be_missing() -> None:
    facets = {facet.id: facet for facet in browse_facets({"county": "县区"})}
    assert facets["level"].named("county") == "县区"
    assert facets["level"].named("ministry") == "ministry"
    assert facets["level"].named(None) == "层级未定"
    assert facets["date"].named("2014-04") == "2014年4月"
