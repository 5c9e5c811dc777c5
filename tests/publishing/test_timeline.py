"""What is published of the timeline is what was found: JSON, CSV and calendar tell the same."""

from __future__ import annotations

import csv
import io

from notice_site.findings.citations.transmission import find_transmissions
from notice_site.pages.core import labels_zh
from notice_site.publishing.csv_tables import csv_document
from notice_site.publishing.timeline import timeline_calendar, timeline_item, timeline_table, transmission_item
from tests.pages.real import real_site


def test_the_table_and_the_calendar_have_the_events_of_the_json() -> None:
    corpus = real_site().corpus
    items = [*map(timeline_item, corpus.events)]
    rows = list(csv.DictReader(io.StringIO(csv_document(*timeline_table(corpus)).decode("utf-8-sig"))))
    assert [(row["起"], row["止"], row["原文用语"], row["何事"], row["原文"]) for row in rows] == [
        (item["start"] or "", item["end"] or "", item["wording"], item["what"], item["quote"]) for item in items
    ]
    calendar = timeline_calendar(corpus).decode().replace("\r\n ", "")
    dated = [item for item in items if item["start"] or item["end"]]
    assert calendar.count("BEGIN:VEVENT") == len(dated) > 0
    assert all(f"UID:{item['id']}@" in calendar for item in dated)


def test_a_deadline_stands_on_its_last_day_in_the_calendar() -> None:
    calendar = timeline_calendar(real_site().corpus).decode().replace("\r\n ", "")
    entry = next(part for part in calendar.split("BEGIN:VEVENT") if "期限：全省学习教育" in part)
    assert "DTSTART;VALUE=DATE:20140430\r\nDTEND;VALUE=DATE:20140501" in entry


def test_ids_are_unique_and_values_are_of_their_kinds() -> None:
    items = [*map(timeline_item, real_site().corpus.events)]
    assert len({item["id"] for item in items}) == len(items)
    kinds = set(labels_zh.EVENT_KINDS)
    assert {item["kind"] for item in items} <= kinds
    assert {item["precision"] for item in items} <= {"day", "xun", "month", "year", None}
    assert {item["year"] for item in items} <= {"stated", "inferred", None}
    assert all((item["year"] == "inferred") == (item["year_from"] is not None) for item in items)


def test_the_days_of_a_step_are_those_between_its_dates() -> None:
    items = map(transmission_item, find_transmissions(real_site().corpus))
    speech = next(item for item in items if item["end"] == "2014-03-18")
    assert [(step["date"], step["days"]) for step in speech["steps"]] == [
        ("2014-03-28", 10),
        ("2014-03-30", 12),
        ("2014-04-02", 15),
        ("2014-04-03", 16),
    ]
