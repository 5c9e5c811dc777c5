"""What a change does to docs/, in a few lines."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

import docs_diff


def data(*items: Mapping[str, object]) -> bytes:
    return json.dumps({"version": 1, "items": items}).encode()


def test_the_same_files_give_no_line() -> None:
    files = {"index.md": b"a", "data/tasks.json": data({"id": "t1"})}
    assert [*docs_diff.summary(files, files)] == []


def test_pages_are_counted_by_chapter_and_items_are_named() -> None:
    before = {
        "notices/1.md": b"a",
        "glossary/x.md": b"",
        "data/tasks.json": data({"id": "t1", "quote": "学习", "type": "action"}, {"id": "t2", "quote": "整改"}),
    }
    after = {
        "notices/1.md": b"b",
        "notices/2.md": b"",
        "data/tasks.json": data({"id": "t1", "quote": "学习", "type": "problem"}, {"id": "t3", "quote": "上报"}),
    }
    assert [*docs_diff.summary(before, after)] == [
        "files new: 1 (notices 1)",
        "files gone: 1 (glossary 1)",
        "files changed: 2 (data 1、notices 1)",
        "data/tasks.json: 2 → 2 items; 1 changed (type 1)",
        "  + t3  上报",
        "  - t2  整改",
        "  ~ t1  学习",
    ]


@pytest.mark.parametrize(("count", "more"), [(5, False), (6, True)])
def test_of_many_items_the_first_five_are_named(count: int, more: bool) -> None:
    lines = [*docs_diff.summary({}, {"data/terms.json": data(*({"id": str(n)} for n in range(count)))})]
    assert ("  + … and 1 more" in lines) == more


def test_items_without_an_id_of_their_own_are_not_lost() -> None:
    lines = [
        *docs_diff.summary({"data/reuse.json": data({"id": ""})}, {"data/reuse.json": data({"id": ""}, {"id": ""})})
    ]
    assert lines[1] == "data/reuse.json: 1 → 2 items; 0 changed"


def test_a_commit_is_compared_with_the_work_tree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "公文.md").write_text("一\n", "utf-8")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *words], check=True)
    assert docs_diff.committed_files(docs, "HEAD") == {"公文.md": "一\n".encode()}
    (docs / "公文.md").write_text("二\n", "utf-8")
    assert docs_diff.main(["--docs", str(docs)]) == 0
    assert "files changed: 1 (top 1)" in capsys.readouterr().out


def test_a_commit_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        docs_diff.main(["--docs", "docs", "--base", "no-such-commit"])
    assert stopped.value.code == 2
    assert "no-such-commit" in capsys.readouterr().err
