"""The process that builds answers once for each line, and is replaced when it has ended."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_site.rendering.fault_words import Fault
from notice_site.serving import builder as module
from notice_site.serving.builder import Builder

ANSWERS = """\
import json, os, sys
for number, line in enumerate(sys.stdin):
    if os.path.exists("dies"):
        os.unlink("dies")
        sys.exit(7)
    fault = {"file": "a.yml", "line": number, "message": str(os.getpid()), "advice": ""}
    print(json.dumps({"is_changed": True, "faults": [fault], "warnings": ["w"], "owned": ["tasks"]}), flush=True)
"""


@pytest.fixture
def builder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Builder]:
    """One whose process only answers, with the number of the build as line and its own number as message."""
    package = tmp_path / "program/notice_site/serving"
    package.mkdir(parents=True)
    (package / "building.py").write_text(ANSWERS, "utf-8")
    monkeypatch.setattr(module, "PROGRAM", tmp_path / "program")
    monkeypatch.chdir(tmp_path)
    builder = Builder()
    yield builder
    builder.stop()


def process_and_number(builder: Builder) -> tuple[str, int]:
    report = builder.build()
    [fault] = report.faults
    return fault.message, fault.line


def test_a_report_comes_back_as_it_was_given(builder: Builder) -> None:
    report = builder.build()
    assert report.is_changed
    assert isinstance(report.faults[0], Fault)
    assert (report.faults[0].file, [*report.warnings], [*report.owned]) == ("a.yml", ["w"], ["tasks"])


def test_one_process_answers_all_builds(builder: Builder) -> None:
    first, second = process_and_number(builder), process_and_number(builder)
    assert first[0] == second[0] != str(sys.executable)
    assert (first[1], second[1]) == (0, 1)


def test_a_process_that_ends_is_told_and_replaced(builder: Builder, tmp_path: Path) -> None:
    first, _ = process_and_number(builder)
    (tmp_path / "dies").touch()
    [fault] = builder.build().faults
    assert "7" in fault.message
    assert process_and_number(builder) == (process_and_number(builder)[0], 0)
    assert process_and_number(builder)[0] != first


def test_after_a_stop_another_process_builds(builder: Builder) -> None:
    first, _ = process_and_number(builder)
    builder.stop()
    builder.stop()  # nothing is left to stop
    second, number = process_and_number(builder)
    assert second != first
    assert number == 0


def test_a_process_that_was_killed_between_two_builds_is_replaced_without_a_word(builder: Builder) -> None:
    first, _ = process_and_number(builder)
    os.kill(int(first), signal.SIGKILL)
    os.waitid(os.P_PID, int(first), os.WEXITED | os.WNOWAIT)
    second, number = process_and_number(builder)
    assert second != first
    assert number == 0
