"""The command says what went wrong in one line, and its exit status can be relied on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import build_docs
from notice_site.model import Corpus, Problem, Severity
from notice_site.pipeline import build
from notice_site.pipeline.reference import Reference, read_reference

ERROR = Problem("notices/坏.txt", 3, "不是文字", "另存为 UTF-8")
WARNING = Problem("notices/旧.txt", 0, "空白", "删去", Severity.WARNING)


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    (tmp_path / "sources").mkdir()
    return ["--sources", str(tmp_path / "sources"), "--docs", str(tmp_path / "docs")]


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch) -> None:
    """A generator that meets two problems and still gives one page."""
    _generating(monkeypatch, "好\n", (ERROR, WARNING))


def _generating(monkeypatch: pytest.MonkeyPatch, content: str, problems: tuple[Problem, ...]) -> None:
    corpus = Corpus((), (), problems=problems)

    def made(
        sources: Path, corpus: Corpus, reference: Reference, write: Callable[[str, bytes], bool], **_: object
    ) -> object:
        return {"index.md": write("index.md", content.encode())}

    monkeypatch.setattr(
        build, "understand_with_fingerprints", lambda sources, cache: (read_reference(sources)[0], corpus, {})
    )
    monkeypatch.setattr(build, "make_files", made)


@pytest.mark.usefixtures("generate")
def test_problems_are_reported_and_the_rest_is_built(
    folders: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build_docs.main(folders) == 0
    assert (tmp_path / "docs/index.md").read_text("utf-8") == "好\n"
    output = capsys.readouterr()
    assert output.err == f"{ERROR}\n{WARNING}\n"
    assert "1 files changed; 1 errors, 1 warnings" in output.out


@pytest.mark.usefixtures("generate")
def test_a_strict_build_fails_on_an_error_and_writes_nothing(folders: list[str], tmp_path: Path) -> None:
    assert build_docs.main([*folders, "--strict"]) == 1
    assert not (tmp_path / "docs").exists()


def test_a_strict_build_passes_with_warnings(
    folders: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _generating(monkeypatch, "", (WARNING,))
    assert build_docs.main([*folders, "--strict"]) == 0
    assert (tmp_path / "docs/index.md").exists()


@pytest.mark.usefixtures("generate")
def test_a_check_names_the_difference_and_changes_nothing(
    folders: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_docs.main(folders)
    assert build_docs.main([*folders, "--check"]) == 0
    (tmp_path / "docs/index.md").write_text("坏\n", "utf-8")
    assert build_docs.main([*folders, "--check"]) == 1
    assert "changed: index.md, line 1: is '坏', should be '好'" in capsys.readouterr().err
    assert (tmp_path / "docs/index.md").read_text("utf-8") == "坏\n"


@pytest.mark.parametrize(
    "arguments",
    [[], ["--sources", "."], ["--sources", "no such folder", "--docs", "x"], ["--sources", ".", "--docs", __file__]],
    ids=["nothing", "no docs", "sources that are not there", "docs that are a file"],
)
def test_wrong_use_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        build_docs.main(arguments)
    assert stopped.value.code == 2
    assert "error:" in capsys.readouterr().err
