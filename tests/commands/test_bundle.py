"""`make bundle` packs a built site into dist/, always alike; `make verify-bundle` tells whether a bundle is whole."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

import bundle
import verify_bundle

EDITION = "0.1.0-3f2a9c1b"


def framed(content: str, top: str = "") -> str:
    """A page as the theme builds it: frame, content, foot; `top` leads to the top of the site."""
    foot = f'<div class="edition"><a href="{top}edition.html">版本</a> <script src="{top}edition.js"></script></div>'
    return f'<!doctype html><body><article class="md-content__inner">{content}</article>{foot}</body>'


PAGES = {
    "index.html": framed('<h1>首页</h1><a href="notices/001.html#sec_1">一</a>'),
    "notices/001.html": framed('<h1>通知</h1><h2 id="sec_1">一、</h2>', "../"),
    "edition.html": framed('<h1>版本</h1><div id="bundle-files">\n<p>网站</p>\n</div>'),
    "edition.js": "",
    "assets/stylesheets/book.css": "",
    "404.html": '<a href="/index.html">首页</a>',
    "data/edition.json": json.dumps({"version": 1, "items": [{"name": "notices", "edition": EDITION}]}),
    "assets/javascripts/bundle.js.map": "{}",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, content in PAGES.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(content, "utf-8")
    return tmp_path / "site"


def packed(site: Path) -> Path:
    dist = site.parent / "学习 资料（第1组）"
    assert bundle.main(["--site", str(site), "--dist", str(dist)]) == 0
    (file,) = dist.glob("notices-*.zip")
    return file


def in_folder(file: Path) -> dict[str, bytes]:
    """The files of the one folder in a bundle by their path in it."""
    with zipfile.ZipFile(file) as zipped:
        folder = f"{file.stem}/"
        return {name.removeprefix(folder): zipped.read(name) for name in zipped.namelist() if name.startswith(folder)}


def test_the_bundle_bears_name_and_edition_and_holds_what_works_without_a_server(site: Path) -> None:
    file = packed(site)
    assert file.name == f"notices-{EDITION}.zip"
    files = in_folder(file)
    assert set(files) == {*PAGES, "manifest.json"} - {"404.html", "assets/javascripts/bundle.js.map"}
    listed = files["edition.html"].decode()
    manifest = json.loads(files["manifest.json"])
    assert manifest["edition"] == EDITION
    hashes = {item["path"]: item["sha256"] for item in manifest["items"]}
    assert hashes["notices/001.html"] in listed
    assert "edition.html" in hashes


def test_the_first_file_says_to_unpack_and_all_others_are_in_the_folder_that_it_names(site: Path) -> None:
    file = packed(site)
    with zipfile.ZipFile(file) as zipped:
        first, *others = zipped.namelist()
        note = zipped.read(first).decode("utf-8-sig")
    assert first == "请先解压再打开.txt"
    assert "解压" in note
    assert file.stem in note
    assert {name.partition("/")[0] for name in others} == {file.stem}


def test_a_changed_note_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = packed(site)
    with zipfile.ZipFile(file) as zipped:
        info = zipped.infolist()[0]
    content = bytearray(file.read_bytes())
    content[info.header_offset + len(info.FileHeader()) + 3] ^= 1
    file.write_bytes(content)
    assert verify_bundle.main([str(file)]) == 1
    assert "请先解压再打开.txt：内容与清单不符" in capsys.readouterr().err


def test_each_page_of_a_bundle_names_the_edition_without_scripts(site: Path) -> None:
    pages = {name: content.decode() for name, content in in_folder(packed(site)).items() if name.endswith(".html")}
    assert all(f'edition.html">版本 {EDITION}</a>' in page for page in pages.values())
    assert not any("<script" in page for page in pages.values())


def test_a_page_opened_inside_the_zip_says_what_to_do(site: Path) -> None:
    pages = {name: page.decode() for name, page in in_folder(packed(site)).items() if name.endswith(".html")}
    assert all('class="opened-alone"' in page and "全部解压缩" in page for page in pages.values())


def test_a_name_that_windows_cannot_hold_is_changed_and_the_list_says_so(site: Path) -> None:
    (site / "aux.html").write_text(framed("<h1>甲</h1>"), "utf-8")
    (site / "index.html").write_text(framed('<a href="aux.html">甲</a>'), "utf-8")
    files = in_folder(packed(site))
    (renamed,) = [name for name in files if name.startswith("aux")]
    assert renamed != "aux.html"
    assert f'href="{renamed}"' in files["index.html"].decode()
    assert f"aux.html 改为 {renamed}" in files["edition.html"].decode()
    assert "最长的路径" in files["edition.html"].decode()


def test_packing_twice_gives_the_same_bytes(site: Path) -> None:
    first = packed(site).read_bytes()
    (site / "index.html").touch()
    assert packed(site).read_bytes() == first


def test_an_older_edition_gives_way_and_other_files_stay(site: Path) -> None:
    older = packed(site)
    other = older.with_name("notices-of-ours.zip")
    other.write_bytes(b"")
    (site / "data/edition.json").write_text(PAGES["data/edition.json"].replace("3f2a9c1b", "00000000"), "utf-8")
    assert bundle.main(["--site", str(site), "--dist", str(older.parent)]) == 0
    newer = {"notices-0.1.0-00000000.zip", "notices-0.1.0-00000000.epub"}
    assert {path.name for path in older.parent.iterdir()} == {other.name, *newer}


def test_a_dead_link_is_named_and_the_last_good_bundle_stays(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = packed(site)
    content = good.read_bytes()
    (site / "index.html").write_text(framed('<a href="gone.html">'), "utf-8")
    assert bundle.main(["--site", str(site), "--dist", str(good.parent)]) == 1
    assert "index.html：gone.html 没有这个文件" in capsys.readouterr().err
    assert good.read_bytes() == content


def test_a_whole_bundle_is_verified_with_its_edition(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify_bundle.main([str(packed(site))]) == 0
    output = capsys.readouterr().out
    assert EDITION in output
    assert "完好" in output


def test_a_flipped_byte_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = packed(site)
    content = bytearray(file.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        info = zipped.getinfo(f"{file.stem}/notices/001.html")
    content[info.header_offset + 30 + len(info.filename) + 3] ^= 1
    file.write_bytes(content)
    assert verify_bundle.main([str(file)]) == 1
    assert "notices/001.html：内容与清单不符" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"PK", "这不是压缩包".encode()], ids=["empty", "cut", "text"])
def test_what_is_no_bundle_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    assert verify_bundle.main([str(tmp_path / "a.zip")]) == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify_bundle.main([str(tmp_path / "gone.zip")]) == 2
    assert capsys.readouterr().err.endswith("gone.zip: 没有这个文件或文件夹 → 核对名称和位置\n")


def test_a_book_is_known_as_one_that_has_no_manifest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "a.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip")
    assert verify_bundle.main([str(tmp_path / "a.epub")]) == 2
    printed = capsys.readouterr()
    assert printed.out.startswith("sha256 ")
    assert "只能逐个核对 .zip" in printed.err
