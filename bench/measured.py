"""A command in, what it took out: wall time, processor time, and memory of all its processes together."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.5  # seconds between two looks at the memory, which cost the command some time
_SOON = 0.02  # seconds between two looks whether it has ended


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds, and megabytes: the most that the command and its children held at once, what they share counted once.

    `largest` is the most that one process held.
    """

    wall: float
    cpu: float
    memory: float
    largest: float


def measured(command: Sequence[str], folder: Path) -> Run:
    """Runs one command to its end; SystemExit with its words when it fails."""
    os.sync()  # what was written before is not written at this one's expense
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as process:
        said: list[str] = []
        assert process.stdout is not None
        listener = threading.Thread(target=lambda: said.extend(process.stdout or ()))
        listener.start()
        most, look_at = 0.0, started
        while True:
            if look_at <= time.perf_counter():
                most = max(most, _memory(process.pid))
                look_at = time.perf_counter() + _EVERY
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            time.sleep(_SOON)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        listener.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{''.join(said[-20:])}")
    return Run(wall, used.ru_utime + used.ru_stime, most, used.ru_maxrss / 1024)


def put_aside(folder: Path, *names: str) -> None:
    """Moves what a way shall make anew out of the way, where it is.

    It is not deleted: for a minute after a deletion ext4 steps around the freed places one by one, and making files
    takes several times as long. Whoever makes more files would look slower than it is.
    """
    (folder / "aside").mkdir(exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=folder / "aside"))
    for name in names:
        if (folder / name).exists():
            shutil.move(folder / name, place)


def _memory(process: int) -> float:
    """Megabytes that a process and all below it hold now; 0 for one that has just ended."""
    return sum(_proportional(found) for found in _with_children(process))


def _with_children(process: int) -> Iterator[int]:
    yield process
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = path.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _with_children(int(child))


def _proportional(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
