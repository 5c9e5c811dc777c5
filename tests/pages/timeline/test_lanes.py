"""Events stand in lanes by document, or by level where there are many documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.model import Ref
from notice_site.pages.core.site import site
from notice_site.pages.timeline.lanes import lanes_of
from notice_site.pages.timeline.pages import INDEX
from tests.pages.real import real_site
from tests.pages.sample import EDITION, LEVELS, many
from tests.pages.timeline.events import event


def test_lanes_stand_by_level_outermost_first_and_then_by_date() -> None:
    of = real_site()
    lanes = lanes_of(of, of.corpus.events, INDEX.file)
    order = [*of.levels]
    places = [order.index(lane.level or "") for lane in lanes]
    assert places == sorted(places)
    assert len({lane.target for lane in lanes}) == len(lanes)


@pytest.mark.parametrize(("count", "names"), [(40, 40), (41, 0)])
def test_more_than_forty_documents_share_a_lane_for_each_level(count: int, names: int) -> None:
    corpus = many(count)
    events = tuple(replace(event("2014-03-01", "2014-03-01"), ref=Ref(f"n{k}", "title", 0, 1)) for k in range(count))
    of = site(replace(corpus, events=events), LEVELS, {}, (), EDITION)
    lanes = lanes_of(of, events, INDEX.file)
    assert sum(bool(lane.name) for lane in lanes) == names
    assert [*dict.fromkeys(lane.level for lane in lanes)] == ["central", "province", "county"]
    assert names or len(lanes) == 3
