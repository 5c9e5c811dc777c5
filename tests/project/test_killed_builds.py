"""A build killed at any moment leaves docs/ and site/ old or new; two builds at once do not spoil each other."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 20
SERVE_KILLS = 8
PUBLISH_KILLS = 4


def commands(project: Path, edited: bool) -> list[list[str]]:
    sources = project / ("edited" if edited else "source_texts")
    return [
        [str(ROOT / "scripts" / "build_docs.py"), "--sources", str(sources), "--docs", str(project / "docs")],
        [str(ROOT / "scripts" / "build_site.py"), "--project", str(project), "--site", str(project / "site")],
    ]


def build(project: Path, edited: bool) -> None:
    for command in commands(project, edited):
        subprocess.run([sys.executable, *command], check=True, capture_output=True)


def state(folder: Path) -> str:
    """One hash over names and contents of all files of a folder."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its sources as they are, and once more with one source changed."""
    project = tmp_path_factory.mktemp("killed")
    for name in ("source_texts", "edited"):
        shutil.copytree(ROOT / "source_texts", project / name)
    changed = sorted((project / "edited" / "notices").glob("*.txt"))[0]
    changed.write_bytes(changed.read_bytes() + "\n附注一行。\n".encode())
    (project / "docs").mkdir()
    for page in (ROOT / "docs").glob("*.md"):
        shutil.copyfile(page, project / "docs" / page.name)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    (project / "overrides").symlink_to(ROOT / "overrides")
    return project


@pytest.mark.long
def test_twenty_killed_builds_leave_nothing_half_done(project: Path) -> None:
    wanted = {}
    for edited in (True, False):
        began = time.monotonic()
        build(project, edited)
        seconds = time.monotonic() - began
        wanted[edited] = (state(project / "docs"), state(project / "site"))
    chance = random.Random(7)
    for number in range(KILLS):
        edited = number % 2 == 0
        script = " && ".join(" ".join([sys.executable, *c]) for c in commands(project, edited))
        process = subprocess.Popen(
            ["sh", "-c", script], start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0, seconds))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for folder, at in (("docs", 0), ("site", 1)):
            assert state(project / folder) in (wanted[True][at], wanted[False][at]), f"kill {number}: {folder}"
    build(project, True)
    assert (state(project / "docs"), state(project / "site")) == wanted[True]
    assert not list(project.glob(".*staging*")), "what killed builds left is cleared away by the next"


@pytest.mark.long
def test_a_killed_publish_leaves_the_site_with_all_its_downloads_or_with_none(project: Path) -> None:
    build(project, False)
    without = state(project / "site")
    command = [sys.executable, str(ROOT / "scripts" / "publish.py"), "--site", str(project / "site")]
    command += ["--sources", str(project / "source_texts"), "--docs", str(project / "docs")]
    command += ["--work", str(project / "packs")]
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.monotonic() - began
    published = state(project / "site")
    assert published != without
    chance = random.Random(13)
    for number in range(PUBLISH_KILLS):
        build(project, False)  # takes the downloads away
        process = subprocess.Popen(
            command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(seconds / 2, seconds))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert state(project / "site") in (without, published), f"kill {number}"
    subprocess.run(command, check=True, capture_output=True)
    assert state(project / "site") == published
    assert not list(project.glob(".*staging*")), "what killed runs left is cleared away by the next"


@pytest.mark.long
def test_two_builds_at_once_leave_one_of_their_results_whole(project: Path) -> None:
    build(project, True)
    one = state(project / "docs")
    build(project, False)
    other = state(project / "docs")
    both = [
        subprocess.Popen([sys.executable, *commands(project, edited)[0]], stdout=subprocess.DEVNULL)
        for edited in (True, False)
    ]
    assert [process.wait() for process in both] == [0, 0]
    assert state(project / "docs") in (one, other)


def builders(project: Path) -> list[Path]:
    """The processes that build for a server in this project."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"notice_site.serving.building" in (process / "cmdline").read_bytes() and (
                (process / "cwd").resolve() == project.resolve()
            ):
                found.append(process)
        except OSError:
            continue
    return found


@pytest.mark.long
def test_a_killed_server_leaves_nothing_half_done_and_no_process(project: Path) -> None:
    """`serve.py` is killed while it builds after an edit; the process that builds ends by itself."""
    wanted = {}
    for edited in (True, False):
        build(project, edited)
        wanted[edited] = (state(project / "docs"), state(project / "site"))
    served = project / "source_texts" / "notices"
    name = sorted((project / "edited" / "notices").glob("*.txt"))[0].name
    texts = {
        edited: (project / folder / "notices" / name).read_bytes()
        for edited, folder in ((True, "edited"), (False, "source_texts"))
    }
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, str(ROOT / "scripts" / "serve.py"), "--port", port]
    chance = random.Random(11)
    try:
        for number in range(SERVE_KILLS):
            (served / name).write_bytes(texts[number % 2 == 0])
            process = subprocess.Popen(
                command, cwd=project, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            time.sleep(chance.uniform(1, 12))  # a build takes about as long on two cores
            process.kill()
            process.wait()
            end = time.monotonic() + 60
            while builders(project):
                assert time.monotonic() < end, "the process that builds outlives its server"
                time.sleep(0.1)
            for folder, at in (("docs", 0), ("site", 1)):
                assert state(project / folder) in (wanted[True][at], wanted[False][at]), f"kill {number}: {folder}"
    finally:
        (served / name).write_bytes(texts[False])
    build(project, False)
    assert (state(project / "docs"), state(project / "site")) == wanted[False]
    assert not list(project.glob(".*staging*")), "what killed servers left is cleared away by the next build"
