"""The same sources give the same bytes: in another folder, locale, time zone, and on top of themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = (
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7"},
)


def build(
    docs: Path, *options: str, place: dict[str, str] | None = None, root: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    python = Path(sys.executable)
    python = root / python.relative_to(ROOT) if python.is_relative_to(ROOT) else python
    command = [str(python), str(root / "scripts" / "build_docs.py"), "--sources", str(root / "source_texts")]
    return subprocess.run(
        [*command, "--docs", str(docs), *options],
        env={**os.environ, **(place or {})},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def tree(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built in a folder with a Chinese name, in a locale that cannot read it."""
    folder = tmp_path_factory.mktemp("one")
    docs, root = folder / "docs", folder / "中文路径"
    root.symlink_to(ROOT)
    result = build(docs, "--strict", place=PLACES[0], root=root)
    assert result.returncode == 0, result.stderr
    return docs


def test_reviews_fold_what_is_generated_and_nothing_else(built: Path) -> None:
    lines = (ROOT / ".gitattributes").read_text("utf-8").splitlines()
    marks = [line.split() for line in lines if "-generated" in line and not line.startswith("#")]
    by_hand = {path.name for path in (ROOT / "docs").iterdir()} - {path.name for path in built.iterdir()}
    assert marks == [
        ["docs/**", "linguist-generated", "gitlab-generated"],
        *([f"docs/{name}", "-linguist-generated", "-gitlab-generated"] for name in sorted(by_hand)),
    ]


def test_two_builds_in_two_places_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "另一个 文件夹" / "docs"
    other.parent.mkdir()
    result = build(other, "--strict", place=PLACES[1])
    assert result.returncode == 0, result.stderr
    assert tree(other) == tree(built)


def test_no_path_of_this_machine_is_in_the_output(built: Path) -> None:
    for name, content in tree(built).items():
        assert str(ROOT).encode() not in content, name
        assert str(built.parent).encode() not in content, name


def test_a_second_build_changes_nothing(built: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in built.rglob("*") if p.is_file()}
    assert build(built, "--strict").returncode == 0
    assert {p: p.stat().st_mtime_ns for p in built.rglob("*") if p.is_file()} == before


@pytest.mark.long  # tests/commands/test_build_docs.py checks a small folder
def test_any_generated_file_edited_by_hand_fails_the_check(built: Path) -> None:
    assert build(built, "--check").returncode == 0
    folders = sorted(path for path in built.iterdir() if path.is_dir())
    victims = [next(path for path in sorted(folder.rglob("*")) if path.is_file()) for folder in folders]
    originals = [victim.read_bytes() for victim in victims]
    for victim, original in zip(victims, originals, strict=True):
        victim.write_bytes(original + b" ")
    try:
        result = build(built, "--check")
        assert result.returncode == 1
        for victim in victims:
            assert f"changed: {victim.relative_to(built).as_posix()}" in result.stderr
    finally:
        for victim, original in zip(victims, originals, strict=True):
            victim.write_bytes(original)
