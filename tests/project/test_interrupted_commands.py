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
from tests.project.test_killed_builds import project as project

FOLDERS = ("source_texts", "docs", "site")
NEW = "甲县教育局关于做好防汛工作的通知\n各学校：\n要做好防汛工作。\n甲县教育局\n2014年6月3日\n"
OLD = "004_8b50126b68af5ed6.txt"
COMMANDS = {  # with how often each is interrupted
    "build_site.py --quiet --sources edited": 6,
    "new_notice.py 防汛.txt --sources source_texts": 4,
    f"rename_notice.py {OLD} 指导意见.txt --sources source_texts": 4,
    "publish.py --sources source_texts --docs docs --work packs": 2,
}


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
def test_an_interrupt_leaves_the_old_state_or_the_new(project: Path, command: str) -> None:
    project = project.resolve()
    (project / "防汛.txt").write_text(NEW, "utf-8")
    shutil.copytree(project / "source_texts", project / "kept", dirs_exist_ok=True)
    build(project, False)

    def reset() -> None:
        shutil.rmtree(project / "source_texts")
        shutil.copytree(project / "kept", project / "source_texts")
        if "publish" in command or "build" in command:
            build(project, False)

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
