"""No mark or word of a lane lies over another."""

from __future__ import annotations

from notice_site.model import Event
from notice_site.pages.timeline.axis import axis
from notice_site.pages.timeline.lanes import Lane
from notice_site.pages.timeline.placement import PlacedEvent, place_events
from notice_site.text.iso_dates import stretch
from tests.pages.timeline.events import event


def placed(*events: Event, column_width: int = 130) -> tuple[list[PlacedEvent], int]:
    """The events in the lane of a document, on an axis from January to September with a gap between."""
    periods = [days for e in (*events, event("2014-01", "2014-09")) if (days := stretch(e.start, e.end))]
    scale = axis("month", periods, column_width)
    assert scale is not None
    return place_events(Lane("甲", "", None, events), scale, scale.width)


def test_words_stand_behind_their_mark() -> None:
    ((only,), lines) = placed(event("2014-01-05", "2014-01-05", wording="1月5日", what="开会"))
    assert (only.before, only.below, lines) == (False, False, 1)
    assert only.words_at > only.mark.right


def test_words_stand_before_a_mark_at_the_end_of_the_picture() -> None:
    ((only,), _) = placed(event("2014-09-30", "2014-09-30", wording="9月30日", what="开会"))
    assert (only.before, only.below) == (True, False)
    assert only.words_at < only.mark.left


def test_words_that_fit_on_neither_side_stand_below_their_bar() -> None:
    ((only,), lines) = placed(event("2014-01", "2014-09", "period", wording="今年1月开始，至9月", what="教育" * 9))
    assert (only.before, only.below, lines) == (False, True, 2)


def test_events_that_would_touch_stand_in_different_lines() -> None:
    events, lines = placed(*(event("2014-01-05", "2014-01-05", wording="1月5日") for _ in range(3)))
    assert [one.line for one in events] == [0, 1, 2]
    assert lines == 3


def test_events_far_from_each_other_share_a_line() -> None:
    events, lines = placed(*(event(day, day, wording="会", what="会") for day in ("2014-01-05", "2014-06-05")))
    assert [one.line for one in events] == [0, 0]
    assert lines == 1


LONG = "习近平总书记在参加全国两会安徽代表团审议时作重要讲话"


def test_words_are_given_in_full_where_their_line_is_free() -> None:
    ((only,), _) = placed(event("2014-01-05", "2014-01-05", wording="1月5日", what=LONG), column_width=300)
    assert only.what == LONG


def test_words_end_before_the_next_mark_of_their_line() -> None:
    early = event("2014-01-05", "2014-01-05", wording="会", what=2 * LONG)
    late = event("2014-09-05", "2014-09-05", wording="会", what="会")
    ((first, second), lines) = placed(early, late, column_width=260)
    assert (first.line, second.line, lines) == (0, 0, 1)
    assert first.what.endswith("…")
    assert len(first.what) > 16


def test_words_before_a_mark_grow_into_what_the_words_behind_another_leave_free() -> None:
    early = event("2014-01-05", "2014-01-05", wording="会", what=2 * LONG)
    late = event("2014-09-30", "2014-09-30", wording="会", what=2 * LONG)
    ((first, second), lines) = placed(early, late, column_width=400)
    assert (second.before, first.line, second.line, lines) == (True, 0, 0, 1)
    ends = first.words_at + 12 * (len(first.what) + len(first.when))
    begins = second.words_at - 12 * (len(second.what) + len(second.when))
    assert ends < begins
