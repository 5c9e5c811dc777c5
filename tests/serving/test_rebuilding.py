"""A change is built once it is over; what a build writes is no change; an error ends nothing."""

from __future__ import annotations

import errno
import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from notice_site.serving import rebuilding as module
from notice_site.serving.rebuilding import Rebuilding
from notice_site.serving.report import Report

SOON = 20.0  # seconds that a busy machine may take for what takes a tenth of one
NEVER = 0.5  # seconds without a report


class FakeBuilder:
    """Does what it is told in each build, and counts how often it was stopped."""

    def __init__(self) -> None:
        self.steps: queue.Queue[Callable[[], object]] = queue.Queue()
        self.stops = 0

    def build(self) -> Report:
        if not self.steps.empty():
            self.steps.get()()
        Path("docs/tasks").mkdir(parents=True, exist_ok=True)
        Path("docs/tasks/1.md").write_text("甲", "utf-8")
        return Report(True, owned=("tasks",))

    def stop(self) -> None:
        self.stops += 1


class Watched:
    """A project that is rebuilt, with the reports as they come."""

    def __init__(self, builder: FakeBuilder) -> None:
        self.builder = builder
        self._reports: queue.Queue[Report] = queue.Queue()
        self.rebuilding = Rebuilding(lambda report, seconds: self._reports.put(report), builder)  # type: ignore[arg-type]

    def report(self) -> Report:
        return self._reports.get(timeout=SOON)

    def is_quiet(self) -> bool:
        try:
            self._reports.get(timeout=NEVER)
        except queue.Empty:
            return True
        return False


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.chdir(tmp_path)
    Path("source_texts").mkdir()
    monkeypatch.setattr(module, "program_stamps", lambda: Path("program").exists())
    watched = Watched(FakeBuilder())
    yield watched
    watched.rebuilding.stop()
    assert not watched.rebuilding.is_alive()


def test_a_build_comes_first_and_another_with_each_change(watched: Watched) -> None:
    watched.rebuilding.start()
    watched.report()
    assert watched.is_quiet()  # docs/tasks is what the build wrote
    Path("source_texts/1.txt").write_text("甲", "utf-8")
    watched.report()
    assert watched.is_quiet()


def test_an_edit_during_a_build_is_built_after_it(watched: Watched) -> None:
    watched.builder.steps.put(lambda: Path("source_texts/1.txt").write_text("甲", "utf-8"))
    watched.rebuilding.start()
    watched.report()
    watched.report()
    assert watched.is_quiet()


def test_an_error_is_a_report_and_the_next_change_is_built(
    watched: Watched, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise ValueError("半个字符")

    watched.builder.steps.put(fail)
    watched.rebuilding.start()
    report = watched.report()
    assert not report.is_refused
    assert "半个字符" in report.faults[0].message
    assert "ValueError" in capsys.readouterr().err
    Path("source_texts/1.txt").write_text("甲", "utf-8")
    assert watched.report().faults == ()


def test_what_the_system_refuses_is_tried_again_until_it_is_built(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "docs/1.md")

    monkeypatch.setattr(module, "_AGAIN", 0.1)
    watched.builder.steps.put(fail)
    watched.builder.steps.put(fail)
    watched.rebuilding.start()
    assert [str(watched.report().faults[0]).partition(" ")[0] for _ in range(2)] == ["docs/1.md:"] * 2
    assert watched.report().faults == ()
    assert watched.is_quiet()


def test_what_a_build_wrote_and_somebody_deleted_is_made_again(watched: Watched) -> None:
    watched.rebuilding.start()
    watched.report()
    Path("docs/tasks/1.md").unlink()
    assert watched.is_quiet()
    Path("docs/tasks").rmdir()
    watched.report()


def test_a_changed_program_is_built_by_another_process(watched: Watched) -> None:
    watched.rebuilding.start()
    watched.report()
    assert watched.builder.stops == 0
    Path("program").touch()
    watched.report()
    assert watched.builder.stops == 1


def test_stopping_before_the_start_is_possible() -> None:
    Rebuilding(lambda report, seconds: None, FakeBuilder()).stop()  # type: ignore[arg-type]
