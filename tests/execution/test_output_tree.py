"""Trees are wholly old or wholly new, hand-written pages survive, and only what changed is touched."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest

from notice_site.execution import folder_switch
from notice_site.execution.folder_switch import publish_tree
from notice_site.execution.output_tree import write_tree
from notice_site.execution.tree_difference import difference, differences

OWNED = {"notices", "data", "index.md"}
OLD = {
    "index.md": "首页\n".encode(),
    "notices/001.md": "一、总体要求\n二、步骤\n".encode(),
    "notices/003.md": b"same\n",
    "notices/old/004.md": b"gone\n",
    "data/notices.json": b"[1]",
}
NEW = {
    "index.md": "新首页\n".encode(),
    "notices/001.md": "一、总体要求\n二、方法步骤\n".encode(),
    "notices/002.md": "新\n".encode(),
    "notices/003.md": b"same\n",
    "data/notices.json": b"[1,2]",
}
HAND_WRITTEN = {"about.md": "关于\n".encode(), "guide/use.md": "用法\n".encode(), "guide/deep/x.txt": b"x"}

no_exchange = pytest.mark.parametrize("exchange", [True, False], ids=["in one step", "where no exchange exists"])


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with hand-written pages and the old tree."""
    docs = tmp_path / "docs"
    for path, content in HAND_WRITTEN.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(content)
    write_tree(docs, OLD, OWNED)
    return docs


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def leftovers(root: Path) -> list[str]:
    return sorted(path.name for path in root.parent.iterdir() if path.name != root.name)


def check_tree(root: Path, files: Mapping[str, bytes], owned: Collection[str]) -> list[str]:
    return differences(root, {path: difference(root, path, content) for path, content in files.items()}, owned)


def forbid_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_switch, "_exchange", lambda one, other: False)


# --- writing -------------------------------------------------------------------------------------


@no_exchange
def test_the_owned_part_becomes_exactly_the_files_and_the_rest_stays(
    docs: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange:
        forbid_exchange(monkeypatch)
    changed = write_tree(docs, NEW, OWNED)
    assert tree(docs) == NEW | HAND_WRITTEN
    assert changed == ["data/notices.json", "index.md", "notices/001.md", "notices/002.md", "notices/old/004.md"]
    assert leftovers(docs) == []


def test_the_machine_that_runs_the_tests_exchanges_in_one_step(tmp_path: Path) -> None:
    one, other = tmp_path / "一", tmp_path / "二"
    one.mkdir()
    other.mkdir()
    (one / "x").touch()
    assert folder_switch._exchange(one, other) is sys.platform.startswith("linux")
    assert (other / "x").exists() is sys.platform.startswith("linux")


def test_unchanged_and_hand_written_files_keep_inode_and_time(docs: Path) -> None:
    kept = ["notices/003.md", *HAND_WRITTEN]
    for number, path in enumerate(kept):
        os.utime(docs / path, (1000 + number, 1000 + number))
    before = [((docs / path).stat().st_ino, (docs / path).stat().st_mtime) for path in kept]
    write_tree(docs, NEW, OWNED)
    assert [((docs / path).stat().st_ino, (docs / path).stat().st_mtime) for path in kept] == before


def test_writing_the_same_again_touches_nothing(docs: Path) -> None:
    before = docs.stat().st_ino, docs.stat().st_mtime_ns
    assert write_tree(docs, OLD, OWNED) == []
    assert (docs.stat().st_ino, docs.stat().st_mtime_ns) == before


def test_files_are_copied_where_the_file_system_has_no_links(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    os.utime(docs / "guide/use.md", (1000, 1000))
    write_tree(docs, NEW, OWNED)
    assert tree(docs) == NEW | HAND_WRITTEN
    assert (docs / "guide/use.md").stat().st_mtime == 1000


def test_links_among_hand_written_files_stay_links(docs: Path) -> None:
    (docs / "guide/link.md").symlink_to("use.md")
    (docs / "loop").symlink_to(".", target_is_directory=True)
    write_tree(docs, NEW, OWNED)
    assert os.readlink(docs / "guide/link.md") == "use.md"
    assert os.readlink(docs / "loop") == "."


def test_a_link_in_a_generated_place_is_replaced_by_the_file(docs: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(NEW["index.md"])
    (docs / "index.md").unlink()
    (docs / "index.md").symlink_to(outside)
    assert check_tree(docs, OLD, OWNED) == ["changed: index.md: is a link"]
    write_tree(docs, NEW, OWNED)
    assert not (docs / "index.md").is_symlink()
    assert outside.read_bytes() == NEW["index.md"]


def test_a_file_where_a_folder_stood_and_the_other_way_round(docs: Path) -> None:
    files = {"notices": b"now a file", "index.md/now": b"now a folder"}
    write_tree(docs, files, OWNED)
    assert tree(docs) == files | HAND_WRITTEN
    write_tree(docs, OLD, OWNED)
    assert tree(docs) == OLD | HAND_WRITTEN


def test_a_root_that_is_a_link_keeps_being_one(docs: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(docs)
    write_tree(link, NEW, OWNED)
    assert link.is_symlink()
    assert tree(docs) == NEW | HAND_WRITTEN


def test_a_new_root_is_made_with_its_parents(tmp_path: Path) -> None:
    write_tree(tmp_path / "a/b/docs", NEW, OWNED)
    assert tree(tmp_path / "a/b/docs") == NEW


@pytest.mark.parametrize("path", ["about.md", "../x", "notices/../about.md", "/index.md", "notices//x", "", "./data"])
def test_a_path_outside_the_owned_part_is_refused(docs: Path, path: str) -> None:
    with pytest.raises(ValueError, match="is not a path below"):
        write_tree(docs, {path: b""}, OWNED)
    assert tree(docs) == OLD | HAND_WRITTEN


def test_a_write_that_fails_leaves_the_old_tree_and_nothing_else(docs: Path) -> None:
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        write_tree(docs, OLD | {"index.md/under-a-file": b""}, OWNED)
    assert tree(docs) == OLD | HAND_WRITTEN
    assert leftovers(docs) == []


# --- checking ------------------------------------------------------------------------------------


def test_a_current_tree_has_no_differences(docs: Path) -> None:
    assert check_tree(docs, OLD, OWNED) == []


def test_each_way_of_differing_is_named(docs: Path) -> None:
    (docs / "notices/001.md").write_text("一、总体要求\n二、布骤\n", "utf-8")
    (docs / "notices/by-hand.md").touch()
    (docs / "data/notices.json").unlink()
    (docs / "index.md").write_bytes(b"\xff")
    (docs / "about.md").write_text("手写的不算", "utf-8")
    before = tree(docs)
    assert check_tree(docs, OLD, OWNED) == [
        "missing: data/notices.json",
        "changed: index.md",
        "changed: notices/001.md, line 2: is '二、布骤', should be '二、步骤'",
        "extra: notices/by-hand.md",
    ]
    assert tree(docs) == before


@pytest.mark.parametrize("hand", ["same", "same\n\n", "", "same\r\n"])
def test_even_a_changed_end_of_file_is_a_difference(docs: Path, hand: str) -> None:
    (docs / "notices/003.md").write_bytes(hand.encode())
    assert len(check_tree(docs, OLD, OWNED)) == 1


def test_without_a_tree_everything_is_missing(tmp_path: Path) -> None:
    assert check_tree(tmp_path / "none", {"index.md": b""}, OWNED) == ["missing: index.md"]
    assert list(tmp_path.iterdir()) == []


# --- publishing ----------------------------------------------------------------------------------


@no_exchange
def test_a_published_tree_replaces_the_old_one(tmp_path: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not exchange:
        forbid_exchange(monkeypatch)
    site = tmp_path / "site"
    for files in ({"a.html": b"1", "b.html": b"2"}, {"a.html": b"3"}):
        with publish_tree(site) as staged:
            for path, content in files.items():
                (staged / path).write_bytes(content)
        assert tree(site) == files
    assert leftovers(site) == []


def test_a_failed_build_leaves_the_last_good_tree(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with publish_tree(site) as staged:
        (staged / "good.html").touch()

    def fail() -> None:
        with publish_tree(site) as staged:
            (staged / "half.html").touch()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert tree(site) == {"good.html": b""}
    assert leftovers(site) == []


# --- killed and concurrent builds ----------------------------------------------------------------


def in_child(work: Callable[[], object], kill_at: int | None = None) -> int:
    """Runs `work` in a forked process; the number of system calls it asked for, or -1 when it was killed.

    The process kills itself before call number `kill_at`: nothing can be cleaned up, as with `kill -9`.
    """
    reader, writer = multiprocessing.Pipe(duplex=False)
    child = os.fork()
    if child == 0:
        calls = 0

        def count(event: str, _: object) -> None:
            nonlocal calls
            if event.startswith(("os.", "open", "shutil.", "ctypes.", "fcntl.")):
                calls += 1
                if calls - 1 == kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(count)
            work()
            writer.send(calls)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    writer.close()
    with reader:
        return -1 if os.WIFSIGNALED(status) else int(reader.recv())


moments = pytest.mark.parametrize(
    "every", [pytest.param(4, id="some moments"), pytest.param(1, id="any moment", marks=pytest.mark.long)]
)


@moments
@no_exchange
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_tree(
    docs: Path, exchange: bool, every: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange:
        forbid_exchange(monkeypatch)
    steps = in_child(lambda: write_tree(docs, NEW, OWNED))
    write_tree(docs, OLD, OWNED)
    seen = set()
    for moment in range(0, steps, every):
        assert in_child(lambda: write_tree(docs, NEW, OWNED), kill_at=moment) == -1
        if exchange or docs.exists():
            assert tree(docs) in (OLD | HAND_WRITTEN, NEW | HAND_WRITTEN), f"mixed after a kill at step {moment}"
            seen.add(tree(docs) == OLD | HAND_WRITTEN)
        write_tree(docs, OLD, OWNED)
        assert tree(docs) == OLD | HAND_WRITTEN
        assert leftovers(docs) == []
    assert seen == {True, False}


@moments
def test_a_folder_that_cannot_be_moved_is_still_replaced_whole(
    docs: Path, monkeypatch: pytest.MonkeyPatch, every: int
) -> None:
    """A folder from a container image (lower layer of an overlay) refuses to be renamed."""
    forbid_exchange(monkeypatch)
    rename = os.rename

    def refuse(source: Path, place: Path) -> None:
        if source == docs:
            raise OSError(18, "Invalid cross-device link")
        rename(source, place)

    monkeypatch.setattr(os, "rename", refuse)
    steps = in_child(lambda: write_tree(docs, NEW, OWNED))
    write_tree(docs, OLD, OWNED)
    for moment in range(0, steps, every):
        assert in_child(lambda: write_tree(docs, NEW, OWNED), kill_at=moment) == -1
        write_tree(docs, OLD, OWNED)
        assert tree(docs) == OLD | HAND_WRITTEN
        assert leftovers(docs) == []


def test_a_killed_publication_is_cleaned_up_by_the_next(tmp_path: Path) -> None:
    site = tmp_path / "site"

    def build() -> None:
        with publish_tree(site) as staged:
            (staged / "index.html").write_bytes(b"new")

    with publish_tree(site) as staged:
        (staged / "index.html").write_bytes(b"old")
    for moment in range(in_child(build)):
        assert in_child(build, kill_at=moment) == -1
        assert tree(site) in ({"index.html": b"old"}, {"index.html": b"new"})
        build()
        assert leftovers(site) == []


def test_two_builds_at_once_wait_for_each_other(docs: Path) -> None:
    context = multiprocessing.get_context("fork")
    builds = [
        context.Process(target=lambda files=files: [write_tree(docs, files, OWNED) for _ in range(100)])
        for files in (OLD, NEW)
    ]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert [build.exitcode for build in builds] == [0, 0]
    assert tree(docs) in (OLD | HAND_WRITTEN, NEW | HAND_WRITTEN)
    assert leftovers(docs) == []
