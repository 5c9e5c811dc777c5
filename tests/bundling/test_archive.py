"""A bundle has the same bytes each time, holds only names that unpack anywhere, and betrays each changed byte."""

from __future__ import annotations

import io
import zipfile

import pytest

from notice_site.bundling import manifest as manifests
from notice_site.bundling.archive import archive
from notice_site.bundling.manifest import Manifest, entries
from notice_site.bundling.portable_names import LONGEST, portable_names, readdressed
from notice_site.bundling.verification import verify

FILES = {
    "index.html": "<h1>公文</h1>".encode() * 40,
    "notices/001.html": "照镜子、正衣冠、洗洗澡、治治病".encode(),
    "notices/空.txt": b"",
}


def bundle(files: dict[str, bytes]) -> bytes:
    manifest = manifests.written(Manifest("notices", "0.1.0-3f2a9c1b", entries(files)))
    return archive({**files, manifests.FILE: manifest})


def repacked(zipped: bytes, change: dict[str, bytes | None]) -> bytes:
    """The same archive with files changed, added, or (None) left out, by another program."""
    with zipfile.ZipFile(io.BytesIO(zipped)) as old:
        files: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()}
    files |= change
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as new:
        for name, content in files.items():
            if content is not None:
                new.writestr(name, content)
    return written.getvalue()


def test_the_same_files_give_the_same_bytes_in_any_order() -> None:
    assert bundle(FILES) == bundle(dict(reversed(FILES.items())))


def test_the_archive_holds_the_files_and_marks_names_that_are_not_ascii() -> None:
    with zipfile.ZipFile(io.BytesIO(bundle(FILES))) as zipped:
        assert zipped.testzip() is None
        assert {name: zipped.read(name) for name in zipped.namelist() if name != manifests.FILE} == FILES
        assert {info.filename: bool(info.flag_bits & 0x800) for info in zipped.infolist()}["notices/空.txt"]
        assert {info.date_time for info in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_untouched_bundle_passes_and_says_its_edition() -> None:
    verdict = verify(bundle(FILES))
    assert verdict.faults == ()
    assert verdict.manifest is not None
    assert verdict.manifest.edition == "0.1.0-3f2a9c1b"


def test_each_flipped_byte_is_noticed_and_one_inside_a_file_names_it() -> None:
    whole = bundle(FILES)
    with zipfile.ZipFile(io.BytesIO(whole)) as zipped:
        starts = sorted((info.header_offset, info.filename) for info in zipped.infolist())
        directory = zipped.start_dir
    for position in range(len(whole)):
        flipped = bytearray(whole)
        flipped[position] ^= 0xFF
        faults = verify(bytes(flipped)).faults
        assert faults, position
        if position < directory:
            name = [name for start, name in starts if start <= position][-1]
            assert any(name in fault for fault in faults), (position, name, faults)


@pytest.mark.parametrize("kept", [0, 1, 100, 700, -1])
def test_an_archive_that_was_cut_short_is_noticed(kept: int) -> None:
    assert verify(bundle(FILES)[:kept]).faults


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"index.html": b"<h1>"}, "index.html：内容与清单不符"),
        ({"index.html": None}, "index.html：清单里有，包里没有"),
        ({"extra.html": b""}, "extra.html：包里有，清单里没有"),
        ({manifests.FILE: None}, "manifest.json：包里没有清单"),
        ({manifests.FILE: b"{}"}, "manifest.json：清单损坏"),
        ({manifests.FILE: b"[" * 100_000}, "manifest.json：清单损坏"),
        ({}, "封存值：文件末尾没有封存值"),
    ],
    ids=["changed", "missing", "extra", "no manifest", "empty manifest", "nested manifest", "only repacked"],
)
def test_what_another_program_changed_is_named(change: dict[str, bytes | None], fault: str) -> None:
    assert any(fault in found for found in verify(repacked(bundle(FILES), change)).faults)


@pytest.mark.parametrize(
    "path",
    [
        *("con", "a/NUL.txt", "lpt1.tar.gz", "a:b", "问?.html", "a\\b", "末尾点.", "末尾空格 /a", "/a", "../a", "a//b"),
        "长" * 200,
    ],
)
def test_names_that_windows_refuses_get_others(path: str) -> None:
    (renamed,) = portable_names([path], "包").values()
    assert not portable_names([renamed], "包")


def test_names_that_windows_takes_stay() -> None:
    names = ["console.html", "com10.txt", ".nojekyll", "校验.html", "a b/（一）.html", "长" * (LONGEST - len("包/"))]
    assert portable_names(names, "包") == {}


def test_of_two_names_that_windows_takes_for_one_only_one_changes() -> None:
    assert [*portable_names(["é.html", "e\u0301.html"], "包")] == ["é.html"]
    assert len(portable_names(["a/B.html", "A/b.html"], "包")) == 1


def test_links_follow_the_files_that_were_renamed() -> None:
    pages = {
        "index.html": b'<a href="aux/1.html#a">1</a><a href="b.html">2</a><a data-href="aux/1.html">3</a>',
        "aux/1.html": b'<img src="../c.png"><a href="../index.html?q=1">0</a>',
    }
    renamed = {"aux/1.html": "aux_/1-0.html"}
    moved = readdressed(pages, renamed)
    assert moved["index.html"] == (
        b'<a href="aux_/1-0.html#a">1</a><a href="b.html">2</a><a data-href="aux/1.html">3</a>'
    )
    assert moved["aux_/1-0.html"] == pages["aux/1.html"]
