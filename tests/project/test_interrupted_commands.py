"""Ctrl-C at any moment ends a command in one line, with the old state or the new one, and leaves no process."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from notice_site.execution.command import INTERRUPTED, INTERRUPTED_WORDS
from tests.project.test_killed_builds import ROOT, build, state
from tests.project.test_missing_files import TEXT

FOLDERS = ("source_texts", "docs", "site")
NEW = "甲县教育局关于做好防汛工作的通知\n各学校：\n要做好防汛工作。\n甲县教育局\n2014年6月3日\n"
COMMANDS = {  # with how often each is interrupted
    "build_site.py --quiet --sources edited": 6,
    "new_notice.py 防汛.txt --sources source_texts": 4,
    "rename_notice.py 甲.txt 指导意见.txt --sources source_texts": 4,
    "publish.py --sources source_texts --docs docs --work packs": 2,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one notice, and the same edited: moments matter here, not how much is built."""
    project = tmp_path_factory.mktemp("interrupted").resolve()
    for name, text in (("source_texts", TEXT), ("edited", f"{TEXT}附注一行。\n")):
        shutil.copytree(ROOT / "source_texts/reference", project / name / "reference")
        (project / name / "reference/glossary.yml").write_text("terms: []\n", "utf-8")
        (project / name / "notices").mkdir()
        (project / name / "notices/甲.txt").write_text(text, "utf-8")
    (project / "docs").mkdir()
    shutil.copyfile(ROOT / "docs/about.md", project / "docs/about.md")
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    (project / "overrides").symlink_to(ROOT / "overrides")
    return project


def started(project: Path, command: str) -> subprocess.Popen[str]:
    """The command, as soon as it has loaded the package: what comes before is Python's own."""
    script, *words = command.split()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "scripts" / script), *words],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell in the background ignores it
    )
    while process.poll() is None and "_ctypes" not in Path(f"/proc/{process.pid}/maps").read_text("utf-8"):
        time.sleep(0.01)
    return process


def processes_in(project: Path) -> list[str]:
    working = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (process / "cwd").resolve() == project:
                working.append((process / "cmdline").read_text("utf-8"))
    return working


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_an_interrupt_leaves_the_old_state_or_the_new(project: Path, tmp_path: Path, command: str) -> None:
    (project / "防汛.txt").write_text(NEW, "utf-8")
    build(project, False)
    for folder in FOLDERS:
        shutil.copytree(project / folder, tmp_path / folder)

    def reset() -> None:
        for folder in FOLDERS:
            shutil.rmtree(project / folder)
            shutil.copytree(tmp_path / folder, project / folder)

    before = {folder: state(project / folder) for folder in FOLDERS}
    began = time.monotonic()
    process = started(project, command)
    assert (process.communicate()[1], process.returncode) == ("", 0)
    seconds = time.monotonic() - began
    after = {folder: state(project / folder) for folder in FOLDERS}
    assert after != before
    chance = random.Random(command)
    for number in range(COMMANDS[command]):
        reset()
        process = started(project, command)
        time.sleep(chance.uniform(0, seconds))
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGINT)
        told = process.communicate()[1]
        assert process.returncode in (0, INTERRUPTED, -signal.SIGINT)  # a shell gives 130 for both
        assert told == (f"{INTERRUPTED_WORDS}\n" if process.returncode else ""), f"interrupt {number}"
        assert processes_in(project) == []
        for folder in FOLDERS:
            assert state(project / folder) in (before[folder], after[folder]), f"interrupt {number}: {folder}"
        assert not [*project.rglob(".staging*")]
    reset()
