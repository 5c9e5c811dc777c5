"""The meetings that a text follows, each with one title however it is worded."""

from __future__ import annotations

import pytest

from notice_site.findings.citations.meetings import NEAR, OTHER_CONGRESSES, congress_reports, meetings


def titles(text: str) -> list[str | None]:
    return [meeting.title for meeting in meetings(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学习党的十八大精神", ["党的十八大"]),
        ("学习十八大精神", ["党的十八大"]),
        ("学习中共十八大精神", ["党的十八大"]),
        ("学习党的十八届三中全会精神", ["十八届三中全会"]),
        ("贯彻十九届二中、三中全会精神", ["十九届二中全会", "十九届三中全会"]),
        ("贯彻十九届二中和三中、四中全会精神", ["十九届二中全会", "十九届三中全会", "十九届四中全会"]),
        ("落实全国教育大会部署", ["全国教育大会"]),
        ("迎接党的十八大", []),
        ("党的十八大以来", []),
        ("落实十大类项目", []),
        ("学习党的十八大报告", []),
        ("贯彻教代会八届三次会议精神", []),
        *((f"学习甲{body}十八大精神", []) for body in OTHER_CONGRESSES),
        ("学习" + "甲" * (NEAR - 2) + "党的十八大", ["党的十八大"]),
        ("学习" + "甲" * (NEAR - 1) + "党的十八大", []),
    ],
)
def test_the_meetings_that_are_followed(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_sessions_that_are_counted_up_stand_each_at_its_own_words() -> None:
    text = "贯彻十九届二中、三中全会精神"
    assert [text[m.start : m.end] for m in meetings(text)] == ["十九届二中", "三中全会"]


def test_a_report_to_a_congress_is_a_document() -> None:
    [report] = congress_reports("学习党的十八大报告")
    assert (report.title, report.kind) == ("党的十八大报告", "document")
    assert list(congress_reports("学习党的十八大精神")) == []
