"""`make publish` puts everything that readers take away beside the site, with sizes and hashes that are true."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import jsonschema
import pytest

import publish
from notice_site.bundling.downloads import LIST, with_downloads, without_downloads
from notice_site.bundling.html_pages import parsed
from notice_site.execution.output_tree import write_tree
from notice_site.model.download import Download
from notice_site.pages.core import labels_zh
from notice_site.pages.general.list_fields import LISTS
from notice_site.publishing.schemas import schema
from tests.commands.test_bundle import EDITION, PAGES, framed

NOTICE = """\
中共甲县委文件
甲发〔2014〕1号
关于乙的通知
各乡镇：
各乡镇要在4月底前召开1次专题民主生活会。
中共甲县委
2014年3月1日
"""
PACK = "title: 乙\npurpose: 试。\ndocuments: ['001']\nterms: []\n"
MADE = {"yi-0.1.0.zip": b"zipped", "yi-0.1.0.pdf": b"printed"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sources with one notice and one pack, and a site; what a pack is made of has tests of its own."""
    pages = {
        **PAGES,
        "downloads/index.html": framed('<h1>下载</h1><div data-downloads="all"><p>未附带。</p></div>', "../"),
        "packs/yi/index.html": framed('<h1>乙</h1><div class="files" data-downloads="pack yi"></div>', "../../"),
    }
    files = {f"site/{path}": content for path, content in pages.items()} | {
        "sources/notices/001.txt": NOTICE,
        "sources/packs/yi.yml": PACK,
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    monkeypatch.setattr(publish, "pack_files", lambda *_: MADE)
    return tmp_path


def published(project: Path) -> dict[str, bytes]:
    """The files of the site by their path, after one more run."""
    assert publish.main(["--site", str(project / "site"), "--sources", str(project / "sources")]) == 0
    site = project / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_each_file_is_listed_with_its_size_and_hash(project: Path) -> None:
    files = published(project)
    items = json.loads(files[LIST])["items"]
    assert {item["path"] for item in items} | {LIST, "downloads/index.html"} == {
        path for path in files if path.startswith("downloads/")
    }
    for item in items:
        content = files[item["path"]]
        assert (item["size"], item["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert {(item["group"], item["form"]) for item in items} >= {
        ("site", "zip"), ("site", "epub"), ("pack", "zip"), ("pack", "pdf"), ("notice", "pdf"), ("sheet", "pdf")
    }  # fmt: skip


def test_the_lists_of_files_fit_their_schemas(project: Path) -> None:
    files = published(project)
    with zipfile.ZipFile(project / f"site/downloads/notices-{EDITION}.zip") as zipped:
        manifest = zipped.read(f"notices-{EDITION}/manifest.json")
    contents = {"downloads.json": files[LIST], "manifest.json": manifest}
    for described in LISTS:
        document = json.loads(contents[described.name])
        assert document["items"]
        jsonschema.Draft202012Validator(schema(described)).validate(document)


def test_pages_show_the_files_that_they_ask_for(project: Path) -> None:
    files = published(project)
    everything, of_pack = (files[path].decode() for path in ("downloads/index.html", "packs/yi/index.html"))
    assert hashlib.sha256(MADE["yi-0.1.0.pdf"]).hexdigest() in everything
    assert f'href="notices-{EDITION}.zip"' in everything
    assert 'href="../../downloads/packs/yi-0.1.0.pdf"' in of_pack
    assert "notices-" not in of_pack.partition("data-downloads")[2].partition("</div>")[0]


def test_every_file_is_one_link_on_the_page_with_its_size_and_a_hash_that_is_true(project: Path) -> None:
    files = published(project)
    page = parsed(files["downloads/index.html"])
    shown = {}
    for entry in page.iter("li"):
        (link,) = entry.iter("a")
        assert link.get("download") is not None
        shown[f"downloads/{link.get('href')}"] = entry.text_content().removeprefix(link.text_content()).strip()
    assert shown == {
        item["path"]: labels_zh.size(len(files[item["path"]])) for item in json.loads(files[LIST])["items"]
    }
    hashes = [[cell.text_content() for cell in row] for body in page.iter("tbody") for row in body]
    assert sorted(hashes) == sorted(
        [path.rpartition("/")[2], hashlib.sha256(files[path]).hexdigest()] for path in shown
    )


def test_a_thing_is_named_once_with_all_its_forms(project: Path) -> None:
    (listed,) = (
        entries
        for entries in parsed(published(project)["downloads/index.html"]).iter("dl")
        if "关于乙" in entries.text_content()
    )
    assert [entry.text_content().split()[0] for entry in listed] == ["关于乙的通知（甲发〔2014〕1号）", "PDF"]
    assert [link.text_content() for link in listed.iter("a")] == ["PDF", "Word"]


def test_publishing_twice_gives_the_same_bytes_and_no_bundle_holds_a_bundle(project: Path) -> None:
    first = published(project)
    assert published(project) == first
    with zipfile.ZipFile(project / f"site/downloads/notices-{EDITION}.zip") as zipped:
        inside = [name for name in zipped.namelist() if "downloads/" in name]
        page = zipped.read(inside[0]).decode()
    assert inside == [f"notices-{EDITION}/downloads/index.html"]
    assert "下载文件只在网站上" in page


@pytest.mark.parametrize("wanted", ["pack", "pack yi", "all"])
def test_a_page_names_nothing_that_is_not_there(wanted: str) -> None:
    site = {"a/b.html": f'<div data-downloads="{wanted}">旧</div><div>别的</div>'.encode()}
    one = Download("downloads/packs/yi.pdf", "pack", "yi", "乙", "pdf", 3, "0" * 64, "1")
    assert b'href="../downloads/packs/yi.pdf"' in with_downloads(site, [one])["a/b.html"]
    for filled in (with_downloads(site, []), without_downloads(site)):
        page = filled["a/b.html"].decode()
        assert "旧" not in page
        assert "href" not in page
        assert page.endswith("<div>别的</div>")


def test_a_site_that_was_built_meanwhile_gets_no_downloads_of_the_old_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def built_meanwhile(*_: object) -> dict[str, bytes]:
        write_tree(project / "site", {"new.html": b"new"}, {"new.html"})
        return MADE

    monkeypatch.setattr(publish, "pack_files", built_meanwhile)
    assert publish.main(["--site", str(project / "site"), "--sources", str(project / "sources")]) == 1
    assert capsys.readouterr().err.endswith("site 已重新生成，没有加入下载文件 → 再运行 make publish\n")
    assert [path.name for path in (project / "site/downloads").iterdir()] == ["index.html"]
    assert not [*project.glob(".staging*")]
    monkeypatch.setattr(publish, "pack_files", lambda *_: MADE)
    assert LIST in published(project)
