"""After any edit, a build that remembers gives byte for byte what a build without a cache gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.corpus import write_corpus
from notice_site.execution.cache import ResultCache
from notice_site.pipeline.build import build

ROOT = Path(__file__).resolve().parents[2]


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder by their path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(name: str, old: str, new: str) -> Callable[[Path], None]:
    """An edit that puts other words into a file, where they first stand."""

    def edit(sources: Path) -> None:
        path = sources / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return edit


def added(name: str, text: str) -> Callable[[Path], None]:
    """An edit that adds a file, with its folder."""

    def edit(sources: Path) -> None:
        (sources / name).parent.mkdir(exist_ok=True)
        (sources / name).write_text(text, "utf-8")

    return edit


def removed(name: str) -> Callable[[Path], None]:
    return lambda sources: (sources / name).unlink()


def each(*edits: Callable[[Path], None]) -> Callable[[Path], None]:
    """All of these edits, in turn."""

    def edit(sources: Path) -> None:
        for one in edits:
            one(sources)

    return edit


_SHARED = "各级党组织要组织党员认真学习党章和中央有关文件，对照“四风”查找问题，逐条列出整改措施、责任人和完成时限，"
_CITING = {
    "甲": "关于开展作风整顿的通知\n\n甲委发〔2014〕3号\n\n各县（市、区）委：\n\n一、总体要求\n\n"
    f"{_SHARED}于2014年6月底前完成。\n\n中共甲市委\n\n2014年3月2日\n",
    "乙": "关于贯彻落实作风整顿工作的意见\n\n乙委发〔2014〕5号\n\n各乡镇党委：\n\n"
    f"根据《关于开展作风整顿的通知》（甲委发〔2014〕3号），提出如下意见。\n\n一、总体要求\n\n{_SHARED}不走过场。\n\n"
    "中共乙县委\n\n2014年3月20日\n",
    "丙": "关于报送整改情况的通知\n\n各支部：\n\n"
    "按照《关于开展作风整顿的通知》和《关于贯彻落实作风整顿工作的意见》的要求，每个支部书记每月报送1次整改情况。\n\n"
    f"一、学习\n\n{_SHARED}照镜子、正衣冠、洗洗澡、治治病。\n\n中共乙县丁镇委员会\n\n2014年4月1日\n",
}
"""Notices that cite each other by title and number, and share wording."""

_THIRD = "notices/003_2e31e8bc992ce31d.txt"
EDITS: dict[str, Callable[[Path], None]] = {
    "a word": changed(_THIRD, "学习教育", "学习 教育实践"),
    "a paragraph more": changed(_THIRD, "一、", "各级党组织要在2014年5月底前组织学习不少于3次。\n一、"),
    "another title": changed("notices/00003.txt", "关于", "关于再次"),
    "another number": changed("notices/00004.txt", "号", "9号"),
    "a paragraph of another notice": changed("notices/00005.txt", "一、", "二、严格控制文件简报。\n一、"),
    "a notice more": added("notices/new.txt", "关于开展学习的通知\n\n各单位要学习“六问六带头”。\n\n2014年5月1日\n"),
    "a notice less": removed("notices/00002.txt"),
    "a cited notice less": removed("notices/00000.txt"),
    "a sidecar": added("notices/00001.yml", "documents:\n- level: central\n  date: 2014-01-02\n"),
    "a sidecar less": removed("notices/003_2e31e8bc992ce31d.yml"),
    "another reading": changed("reference/glossary.yml", "term: 照镜子", "term: 照镜子、正衣冠"),
    "another level": changed("reference/levels.yml", "name: 县区", "name: 区县"),
    "a work less": changed("reference/works.yml", "党章", "国章"),
    "a pack less": removed("packs/sanyansanshi.yml"),
    "another title of a cited notice": changed("notices/甲.txt", "关于开展作风整顿的通知", "关于深化作风整顿的通知"),
    "another number of a cited notice": changed("notices/甲.txt", "3号", "4号"),
    "another date of a cited notice": changed("notices/甲.txt", "2014年3月2日", "2014年5月2日"),
    "a cited notice that is held no more": removed("notices/甲.txt"),
    "a second notice of a cited title": added("notices/丁.txt", _CITING["甲"].replace("甲", "戊")),
    "another level of a cited notice": added("notices/甲.yml", "documents:\n- level: central\n"),
    "another issuer": changed("notices/乙.txt", "中共乙县委", "中共己县委"),
    "shared wording less": changed("notices/乙.txt", _SHARED, ""),
    "a term less": changed("reference/glossary.yml", "term: 照镜子", "term: 照旧镜子"),
    "a term stands elsewhere": changed("notices/丙.txt", "照镜子、正衣冠", "正衣冠、照镜子"),
    "two notices at once": each(
        changed("notices/甲.txt", "总体要求", "基本要求"), changed("notices/乙.txt", "不走过场", "务求实效")
    ),
    "no edit at all": lambda sources: None,
}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project's sources with invented ones beside them, built once, with the cache of that."""
    folder = tmp_path_factory.mktemp("before")
    write_corpus(ROOT, folder / "sources", 8)
    shutil.copytree(ROOT / "source_texts", folder / "sources", dirs_exist_ok=True)
    for name, text in _CITING.items():
        added(f"notices/{name}.txt", text)(folder / "sources")
    remember(folder)
    return folder


def remember(folder: Path) -> None:
    cache = ResultCache(folder / "cache/results.sqlite")
    build(folder / "sources", folder / "docs", cache=cache)
    cache.close()


@pytest.fixture
def project(before: Path, tmp_path: Path) -> Path:
    """A copy of it to edit."""
    return Path(shutil.copytree(before, tmp_path / "project"))


def check(project: Path) -> None:
    """Builds with the cache, and beside it without."""
    remember(project)
    build(project / "sources", project / "clean")
    assert files(project / "docs") == files(project / "clean")


@pytest.fixture(scope="module")
def with_a_word(before: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a clean build gives after the edit "a word"."""
    folder = tmp_path_factory.mktemp("clean")
    shutil.copytree(before / "sources", folder / "sources")
    EDITS["a word"](folder / "sources")
    build(folder / "sources", folder / "docs")
    return files(folder / "docs")


# One that reaches other notices on every run, all of them where there is time.
SHORT = ("another level of a cited notice",)


def test_a_word_gives_what_a_clean_build_gives(project: Path, with_a_word: dict[str, bytes]) -> None:
    EDITS["a word"](project / "sources")
    remember(project)
    assert files(project / "docs") == with_a_word


@pytest.mark.parametrize(
    "edit",
    [pytest.param(e, id=n, marks=() if n in SHORT else pytest.mark.long) for n, e in EDITS.items() if n != "a word"],
)
def test_an_edit_gives_what_a_clean_build_gives(project: Path, edit: Callable[[Path], None]) -> None:
    edit(project / "sources")
    check(project)


@pytest.mark.long
def test_edits_in_a_row_give_what_a_clean_build_gives(project: Path) -> None:
    for name in ("a word", "a notice less", "a sidecar", "another level"):
        EDITS[name](project / "sources")
        check(project)
        shutil.rmtree(project / "clean")


@pytest.mark.parametrize("kept", [*(pytest.param(at, marks=pytest.mark.long) for at in (0, 100, 100_000)), 5000])
def test_a_damaged_memory_does_no_harm(project: Path, with_a_word: dict[str, bytes], kept: int) -> None:
    cache = project / "cache/results.sqlite"
    content = bytearray(cache.read_bytes())
    content[kept : kept + 200] = b"\xa5" * 200
    cache.write_bytes(content)
    EDITS["a word"](project / "sources")
    remember(project)
    assert files(project / "docs") == with_a_word


def test_a_memory_that_another_build_holds_is_none(project: Path, with_a_word: dict[str, bytes]) -> None:
    held = ResultCache(project / "cache/results.sqlite")
    EDITS["a word"](project / "sources")
    remember(project)
    assert files(project / "docs") == with_a_word
    held.close()


def test_nobody_repairs_a_page_by_hand(before: Path, project: Path) -> None:
    """What somebody wrote into a generated page is gone after the next build, also where nothing else changed."""
    page = project / "docs/notices/00001.md"
    page.write_text("手写", "utf-8")
    remember(project)
    assert files(project / "docs") == files(before / "docs")
