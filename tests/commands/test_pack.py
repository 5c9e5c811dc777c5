"""`make pack` makes a site of a part of the corpus: whole in itself, with what lies beyond it named but not linked."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest

import pack
from notice_site.bundling.link_check import link_faults
from notice_site.bundling.verification import verify
from notice_site.pipeline import pack_files

ROOT = Path(__file__).parents[2]

# Only a part of one document, with terms that another one explains.
PACK = """\
title: 只有指导意见
purpose: 试。
documents:
  - document: 004_8b50126b68af5ed6
    sections: [sec_1, sec_2__hd_1]
terms: [照镜子、正衣冠、洗洗澡、治治病, 四风]
questions:
  - document: 004_8b50126b68af5ed6
    quote: 坚决反对形式主义、官僚主义
    blanks: [形式主义]
"""
TWO_DOCUMENTS = "sanyansanshi"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the commands make of this pack and of one that ships, without a print."""
    folder = tmp_path_factory.mktemp("packs")
    shutil.copytree(ROOT / "source_texts", folder / "sources")
    (folder / "sources/packs/一部分.yml").write_text(PACK, "utf-8")
    (folder / "sources/reference/volumes.yml").write_text("- {name: 二卷, address: ../2/}\n", "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        for module in (pack, pack_files):
            patched.setattr(module, "missing", lambda: "nothing to print with")
        for name in ("一部分", TWO_DOCUMENTS):
            assert pack.main([name, *places(folder, "one")]) == 0
    return folder / "one"


def places(folder: Path, out: str) -> list[str]:
    named = {"sources": folder / "sources", "docs": ROOT / "docs", "dist": folder / out, "work": folder / f"work-{out}"}
    return [word for option, path in named.items() for word in (f"--{option}", str(path))]


def made(dist: Path, ending: str, name: str = "yi-bu-fen") -> bytes:
    (found,) = dist.glob(f"{name}-*.{ending}")
    return found.read_bytes()


def unpacked(dist: Path) -> dict[str, bytes]:
    """The files in the folder of the zip by their path in it."""
    with zipfile.ZipFile(io.BytesIO(made(dist, "zip"))) as zipped:
        parts = ((name, name.partition("/")[2]) for name in zipped.namelist())
        return {path: zipped.read(name) for name, path in parts if path}


@pytest.mark.long  # tests/project/test_determinism.py and tests/bundling have its parts
def test_making_it_twice_gives_the_same_bytes(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pack, pack_files):
        monkeypatch.setattr(module, "missing", lambda: "nothing to print with")
    assert pack.main(["一部分", *places(dist.parent, "two")]) == 0
    files = sorted(path.name for path in (dist.parent / "two").iterdir())
    assert {name.rpartition(".")[2] for name in files} == {"zip", "html", "epub"}
    for name in files:
        assert (dist / name).read_bytes() == (dist.parent / "two" / name).read_bytes(), name


def test_the_zip_is_sealed_and_has_no_dead_link(dist: Path) -> None:
    assert verify(made(dist, "zip")).faults == ()
    assert list(link_faults(unpacked(dist))) == []


def test_it_holds_only_its_own_documents_and_terms(dist: Path) -> None:
    files = unpacked(dist)
    notices = {name for name in files if re.fullmatch(r"notices/\d.*\.html", name)}
    assert notices == {"notices/004_8b50126b68af5ed6.html"}
    terms = {name for name in files if re.fullmatch(r"glossary/(?!index).*\.html", name)}
    assert terms == {"glossary/zhaojingzizongyaoqiu.html", "glossary/sifeng.html"}
    assert not any(name.startswith("sources/") for name in files)  # the file as received holds more than the part


def test_a_part_says_that_it_is_one(dist: Path) -> None:
    page = unpacked(dist)["notices/004_8b50126b68af5ed6.html"].decode()
    assert "节选：只收学习包所列章节" in page
    assert "把握总体要求" in page
    assert "强化分级分类指导" not in page


def test_words_from_beyond_are_shown_with_their_source_named(dist: Path) -> None:
    term = unpacked(dist)["glossary/zhaojingzizongyaoqiu.html"].decode()
    assert "主要是对照理论理想、党章党纪、民心民声、先辈先进" in term
    assert "中共魏都区委关于在全区党员中深入开展党的群众路线教育实践活动的实施意见》" in term
    assert "，本包未收）" in term
    assert "003_2e31e8bc992ce31d.html" not in term


def test_the_search_finds_only_what_the_pack_has(dist: Path) -> None:
    files = unpacked(dist)
    texts = "".join(content.decode() for name, content in files.items() if re.match(r"search/.*\.js$", name))
    assert "形象工程" in texts
    assert "学三促四抓" not in texts
    assert "二卷" not in texts


def test_a_pack_of_two_documents_fits_into_one_file_of_less_than_three_megabytes(dist: Path) -> None:
    page = made(dist, "html", TWO_DOCUMENTS)
    assert len(page) < 3_000_000
    assert list(link_faults({"pack.html": page})) == []


def test_an_unknown_pack_is_wrong_use_and_says_which_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "source_texts", tmp_path / "sources")
    with pytest.raises(SystemExit) as stopped:
        pack.main(["没有", *places(tmp_path, "out")])
    assert stopped.value.code == 2
    assert TWO_DOCUMENTS in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
