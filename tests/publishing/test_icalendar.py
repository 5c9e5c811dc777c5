"""A calendar file that any calendar program takes: lines, folding, escaping, whole days."""

from __future__ import annotations

from datetime import date

from notice_site.publishing.icalendar import Entry, calendar_document


def lines(*entries: Entry) -> list[str]:
    """The lines of a calendar, unfolded."""
    raw = calendar_document("时间线", entries).decode()
    assert raw.endswith("\r\n")
    assert "\n" not in raw.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in raw.split("\r\n"))
    return raw.replace("\r\n ", "").split("\r\n")[:-1]


def entry(**fields: object) -> Entry:
    known = {"id": "a-t1", "first": date(2014, 3, 17), "last": date(2014, 3, 18), "summary": "调研", "category": "事件"}
    return Entry(**{"description": "原文", **known, **fields})  # type: ignore[arg-type]


def test_the_end_of_whole_days_is_the_day_after_the_last() -> None:
    found = lines(entry())
    assert found[0] == "BEGIN:VCALENDAR"
    assert found[-1] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20140317" in found
    assert "DTEND;VALUE=DATE:20140319" in found
    assert "UID:a-t1@notice-site" in found


def test_the_last_day_of_a_year_ends_in_the_next() -> None:
    assert "DTEND;VALUE=DATE:20150101" in lines(entry(last=date(2014, 12, 31)))


def test_signs_of_the_format_inside_text_are_escaped_and_line_breaks_closed() -> None:
    assert "SUMMARY:甲\\;乙\\,丙\\\\丁 戊" in lines(entry(summary="甲;乙,丙\\丁\n戊"))


def test_a_long_text_is_folded_between_characters() -> None:
    assert f"DESCRIPTION:{'践行三严三实' * 40}" in lines(entry(description="践行三严三实" * 40))


def test_a_calendar_without_entries_is_a_calendar() -> None:
    assert lines()[0] == "BEGIN:VCALENDAR"
