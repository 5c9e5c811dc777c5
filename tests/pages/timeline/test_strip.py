"""The strip counts each event in its month, what is due in the month by which it is due."""

from __future__ import annotations

import pytest

from notice_site.pages.timeline.strip import Period, month_of, periods, strip
from tests.pages.timeline.events import event


@pytest.mark.parametrize(
    ("start", "end", "kind", "month"),
    [
        ("2014-03-09", "2014-09-30", "period", "2014-03"),
        ("2014-03-09", "2014-05-31", "deadline", "2014-05"),
        (None, "2014-04-30", "deadline", "2014-04"),
        ("2014", "2014", "event", "2014"),
        (None, None, "recurring", ""),
    ],
)
def test_the_month_of_an_event(start: str | None, end: str | None, kind: str, month: str) -> None:
    assert month_of(event(start, end, kind)) == month


def test_events_are_counted_by_month_and_by_year() -> None:
    events = [
        event("2014-03-01", None),
        event(None, "2014-03-31", "deadline"),
        event("2015-01", None),
        event(None, None),
    ]
    targets = dict.fromkeys(("2014-03", "2015-01", "2014", "2015"), "#")
    assert periods(events, 7, targets) == [Period("2014-03", "#", 2, 1), Period("2015-01", "#", 1, 0)]
    assert [(one.iso, one.count) for one in periods(events, 4, targets)] == [("2014", 2), ("2015", 1)]


def test_a_bar_says_how_many_there_are_and_how_many_are_due() -> None:
    drawn = strip("各月", [Period("2014-03", "#m", 300, 1), Period("2014-04", "#n", 1, 0)])
    assert "2014年3月：300 条，其中期限 1 条" in drawn
    assert drawn.count('class="due"') == 1
    assert drawn.count("2014年<") == 1, "the year stands where it changes"


def test_nothing_dated_has_no_strip() -> None:
    assert strip("各月", []) == ""
