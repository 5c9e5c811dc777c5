"""What was published stays reachable: new addresses are recorded on demand, and a lost one fails a strict build."""

from __future__ import annotations

from pathlib import Path

import pytest

import build_docs
import record_addresses

NOTICE = "关于开展活动的通知\n\n各县：\n\n　　一、提高认识。要学习。\n\n　　二、抓好落实。要落实。\n\n2014年3月9日\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "sources/notices").mkdir(parents=True)
    (tmp_path / "sources/notices/1.txt").write_text(NOTICE, "utf-8")
    return tmp_path / "sources"


def build(sources: Path) -> int:
    """A strict build."""
    return build_docs.main(["--sources", str(sources), "--docs", str(sources.parent / "docs"), "--strict"])


def record(sources: Path, *options: str) -> int:
    return record_addresses.main(["--sources", str(sources), *options])


def test_a_folder_without_a_record_may_change_as_it_likes(sources: Path) -> None:
    assert build(sources) == 0
    (sources / "notices/1.txt").rename(sources / "notices/2.txt")
    assert build(sources) == 0


def test_what_is_not_recorded_is_named_and_then_recorded(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert record(sources, "--check") == 1
    assert "new: notices/1.html#sec_1\n" in capsys.readouterr().out
    assert not (sources / "addresses").exists()
    assert record(sources) == 0
    assert record(sources, "--check") == 0
    assert "notices/1.html\n" in (sources / "addresses/published.txt").read_text("utf-8")
    assert build(sources) == 0


def test_a_lost_page_fails_the_build_until_a_redirect_is_given(
    sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(sources)
    (sources / "notices/1.txt").rename(sources / "notices/2.txt")
    assert build(sources) == 1
    said = capsys.readouterr().err
    assert "已发布的 notices/1.html 没有原件了" in said
    assert "make rename" in said
    (sources / "addresses/redirects.yml").write_text("notices/1.html: notices/2.html\n", "utf-8")
    assert build(sources) == 0
    assert "2.html" in (sources.parent / "docs/notices/1.html").read_text("utf-8")
    assert record(sources) == 0
    assert "notices/1.html\n" in (sources / "addresses/published.txt").read_text("utf-8")


def test_a_lost_place_fails_the_build(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(sources)
    (sources / "notices/1.txt").write_text(NOTICE.replace("　　二、抓好落实。要落实。\n\n", ""), "utf-8")
    assert build(sources) == 1
    assert "notices/1.html#sec_2" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    ["index.html: notices/1.html", "notices/0.html#p_1: notices/1.html", "notices/0.html: notices/9.html", "[a, b]"],
    ids=["a page that is there", "a place of a page that is nowhere", "a goal that is nowhere", "no table"],
)
def test_a_faulty_redirect_is_reported_and_the_rest_is_built(
    sources: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    (sources / "addresses").mkdir()
    (sources / "addresses/redirects.yml").write_text(f"{line}\n", "utf-8")
    assert build_docs.main(["--sources", str(sources), "--docs", str(sources.parent / "docs")]) == 0
    assert "addresses/redirects.yml:1: error" in capsys.readouterr().err
    assert not (sources.parent / "docs/index.html").exists()
    assert "提高认识" in (sources.parent / "docs/notices/1.md").read_text("utf-8")
