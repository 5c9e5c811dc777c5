"""Every command ends alike: Ctrl-C, a file that cannot be read and a full disk give one line and no traceback."""

from __future__ import annotations

import builtins
import errno
import io
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import build_docs
import build_site
import bundle
import candidates
import docs_diff
import new_notice
import pack
import publish
import record_addresses
import rename_notice
import report
import serve
import verify_bundle
from notice_site.execution.command import CANNOT_WORK, FAULTS, INTERRUPTED, INTERRUPTED_WORDS, READER_GONE, naming
from notice_site.pipeline import pack_files, published
from tests.commands.test_build_site import CONFIG
from tests.commands.test_bundle import EDITION, PAGES
from tests.commands.test_record_addresses import NOTICE

READING = {
    "candidates": (candidates, "--sources sources", "levels.yml"),
    "report": (report, "--sources sources", "levels.yml"),
    "record_addresses": (record_addresses, "--sources sources", "levels.yml"),
    "new_notice": (new_notice, "2.txt --sources sources", "levels.yml"),
    "build_docs": (build_docs, "--sources sources --docs made --quiet", "levels.yml"),
    "pack": (pack, "包 --sources sources --docs docs --dist dist --work work", "levels.yml"),
    "publish": (publish, "--site site --sources sources --docs docs --work work", "index.html"),
    "rename_notice": (rename_notice, "1.txt 2.txt --sources sources", "levels.yml"),
    "bundle": (bundle, "--site site --dist dist", "index.html"),
    "verify_bundle": (verify_bundle, "a.zip", "a.zip"),
    "docs_diff": (docs_diff, "--docs docs", "index.md"),
    "build_site": (build_site, "--quiet", "index.md"),
}
"""Commands that read files themselves, their arguments, and a file that they must read."""

WRITING = ("record_addresses", "new_notice", "build_docs", "pack", "bundle", "build_site", "publish", "rename_notice")
GOING_ON = ("candidates", "report", "new_notice", "build_docs")
"""Commands that name a table that they cannot read, and go on without it."""
REFUSING = ("record_addresses", "pack", "rename_notice")
"""Commands whose work would be wrong without it."""

PRINTING = [name for name in READING if name != "build_site"]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of the command, with all that any of them reads."""
    files = {f"site/{path}": content for path, content in PAGES.items()}
    files |= {"sources/notices/1.txt": NOTICE, "2.txt": NOTICE.replace("活动", "督查"), "a.zip": "PK"}
    files |= {"sources/packs/包.yml": "title: 试\npurpose: 试。\ndocuments:\n- document: '1'\n  sections: [sec_1]\n"}
    files |= {"mkdocs.yml": CONFIG, "docs/index.md": "# 公文\n"}
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    assert EDITION in files["site/data/edition.json"]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(publish, "pack_files", lambda *_: {})
    for module in (pack, publish, pack_files, published):
        monkeypatch.setattr(module, "missing", lambda: "nothing to print with")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for words in (["init", "-q"], ["add", "docs"], ["commit", "-qm", "a"]):
        subprocess.run([*git, *words], check=True)
    return tmp_path


def run(name: str) -> int:
    command, arguments, _ = READING[name]
    status = command.main(arguments.split())
    assert isinstance(status, int)
    return status


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, error: BaseException) -> None:
    """Every file of that name raises the error when it is opened; rights would not stop root."""
    opened = io.open

    def refusing(file: Any, *positional: Any, **named: Any) -> Any:
        if isinstance(file, str | os.PathLike) and Path(file).name == name:
            if isinstance(error, OSError):
                error.filename = str(file)
            raise error
        return opened(file, *positional, **named)

    monkeypatch.setattr(io, "open", refusing)
    monkeypatch.setattr(builtins, "open", refusing)


def the_line(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that says why the command ended."""
    printed = capsys.readouterr()
    (line,) = (line for line in (printed.out + printed.err).splitlines() if line.startswith(("error:", "interrupted")))
    assert "Traceback" not in printed.err
    return line


@pytest.mark.parametrize("name", [name for name in READING if name not in (*GOING_ON, *REFUSING)])
def test_a_file_that_this_user_may_not_read_is_named(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = READING[name][2]
    refuse(monkeypatch, file, PermissionError(errno.EACCES, "Permission denied"))
    assert run(name) == CANNOT_WORK
    assert the_line(capsys).endswith(f"{file}: 没有读写的权限 → 给这个用户读写的权限（chmod u+rw）")


@pytest.mark.parametrize("name", [*GOING_ON, *REFUSING])
def test_a_table_that_cannot_be_read_is_a_problem_like_others(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse(monkeypatch, "levels.yml", PermissionError(errno.EACCES, "Permission denied"))
    assert run(name) == (FAULTS if name in REFUSING else 0)
    printed = capsys.readouterr()
    (line,) = (line for line in (printed.out + printed.err).splitlines() if "没有读写的权限" in line)
    assert "chmod u+rw" in line


@pytest.mark.parametrize("name", READING)
def test_an_interrupt_is_one_line(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse(monkeypatch, READING[name][2], KeyboardInterrupt())
    assert run(name) == INTERRUPTED
    assert the_line(capsys) == INTERRUPTED_WORDS


@contextmanager
def full_disk() -> Iterator[None]:
    """No process of this test can write a byte into a file; a limit, because a full disk needs a disk."""
    limit, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))


@pytest.mark.parametrize("name", WRITING)
def test_a_disk_that_takes_no_more_is_named(name: str, capsys: pytest.CaptureFixture[str], project: Path) -> None:
    before = sorted(project.rglob("*"))
    with full_disk():
        assert run(name) == CANNOT_WORK
    line = the_line(capsys)
    assert line.startswith(("error: /", "error: sources/", "error: made: ", "error: site: "))
    assert line.endswith(": 文件超过允许的大小 → 放宽限制（ulimit -f）再运行；原来的文件未动")
    left = {path.relative_to(project).parts[0] for path in project.rglob("*")} - {
        path.relative_to(project).parts[0] for path in before
    }
    assert left <= {"work", "cache", ".cache", "made"}


@pytest.mark.parametrize("name", PRINTING)
def test_output_that_finds_no_room_is_one_line(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert run(name) == CANNOT_WORK
    line = "error: stdout: 磁盘已满 → 腾出空间再运行"
    assert the_line(capsys) == line


def test_a_reader_that_has_enough_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert run("report") == READER_GONE
    assert capsys.readouterr().err == ""


def test_a_page_that_cannot_be_read_ends_the_build_of_the_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project / "docs/index.md"
    page.unlink()
    page.symlink_to(page)
    assert build_site.main(["--quiet"]) == CANNOT_WORK
    line = the_line(capsys)
    assert "index.md: 符号链接绕成了圈 → " in line
    assert not (project / "site/404.html").is_symlink()


def run_python(program: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(build_site.__file__).parent)}
    return subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_an_interrupt_while_a_command_is_loaded_is_one_line() -> None:
    ended = run_python("import notice_site\nraise KeyboardInterrupt")
    assert (ended.returncode, ended.stdout) == (-signal.SIGINT, "")
    assert ended.stderr == f"{INTERRUPTED_WORDS}\n"


def test_other_faults_of_a_program_show_where_they_are() -> None:
    ended = run_python("import notice_site\nraise ValueError('甲')")
    assert ended.stderr.startswith("Traceback")
    assert ended.stderr.endswith("ValueError: 甲\n")


def test_an_interrupt_of_the_whole_group_is_told_once(project: Path) -> None:
    """Ctrl-C reaches the forks too."""
    for number in range(200):  # so many that the build is not done before the interrupt comes
        (project / f"docs/{number}.md").write_text("一段\n\n" * 300, "utf-8")
    command = subprocess.Popen(
        [sys.executable, build_site.__file__, "--quiet"],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    while not any((project / ".staging-new-site").glob("*.html")):
        assert command.poll() is None, "the build ended before it could be interrupted"
        time.sleep(0.01)
    os.killpg(command.pid, signal.SIGINT)
    assert command.communicate()[1] == "interrupted: 已中断，没有完成的都没有写入\n"
    assert command.returncode == INTERRUPTED
    assert not (project / ".staging-new-site").exists()


def test_a_port_that_is_taken_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serve.main(["--port", str(port)]) == CANNOT_WORK
    line = f"error: port {port}: 已被别的程序占用 → 结束那个程序，或换一个"
    assert the_line(capsys) == line


def test_serving_ends_with_an_interrupt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mkdocs.livereload.LiveReloadServer.serve", interrupted)
    assert serve.main(["--port", "0"]) == 0
    assert capsys.readouterr().err == ""


def test_an_error_keeps_the_name_that_it_has() -> None:
    with pytest.raises(OSError, match="a name of its own") as raised, naming("another"):
        raise OSError(errno.EIO, "Input/output error", "a name of its own")
    assert raised.value.filename == "a name of its own"
