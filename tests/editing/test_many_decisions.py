"""The time that decisions take grows with their number, in one sidecar and over many."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from notice_site.execution import parallel
from notice_site.pipeline.understand import understand
from tests.project.processor_time import processor_seconds

FEW = 80

MOST_TIMES_FOR_FOUR = 6.0
"""Four times the decisions may take so many times as long; where each looks at all lines, it is sixteen times."""

TEXT = """\
关于第{0}项工作的通知
各学校：
要做好第{0}项工作，认真学习。
一、提高第{0}次认识
请于2014年3月10日前报送第{0}次情况。
甲县教育局
2014年6月3日
"""
LINES = TEXT.count("\n")


def decisions(number: int, above: int) -> dict[str, list[Any]]:
    """One of each kind about the text with that number, which begins below so many lines."""
    quotation = {"line": above + 5, "quote": f"报送第{number}次情况"}
    note = {"kind": "suspected-error", "proposed": "上报", "reason": "例", "confidence": 0.9}
    return {
        "lines": [
            {"quote": f"要做好第{number}项", "paragraph": "own"},
            {"quote": f"提高第{number}次认识", "heading": True},
        ],
        "notes": [{**quotation, **note}],
        "drop": [quotation],
    }


def sidecar(entries: list[dict[str, list[Any]]], starts: list[int]) -> str:
    all_of = {name: [entry for each in entries for entry in each[name]] for name in ("lines", "notes", "drop")}
    dropped = {"tasks": {"drop": all_of.pop("drop")}}
    documents = [{"starts": start} for start in starts]
    return yaml.safe_dump({**all_of, "documents": documents, "findings": dropped}, allow_unicode=True)


def in_one(folder: Path, count: int) -> None:
    texts = [TEXT.format(number) for number in range(count)]
    starts = [LINES * number for number in range(count)]
    (folder / "notices/a.txt").write_text("".join(texts), "utf-8")
    content = sidecar([*map(decisions, range(count), starts)], [start + 1 for start in starts])
    (folder / "notices/a.yml").write_text(content, "utf-8")


def in_many(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"notices/{number}.txt").write_text(TEXT.format(number), "utf-8")
        (folder / f"notices/{number}.yml").write_text(sidecar([decisions(number, 0)], []), "utf-8")


@pytest.mark.parametrize("written", [in_one, in_many], ids=["one sidecar", "many sidecars"])
def test_four_times_the_decisions_take_four_times_as_long(
    written: Callable[[Path, int], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "processors", lambda: 1)
    seconds = []
    for count in (0, FEW, 4 * FEW):
        folder = tmp_path / str(count)
        (folder / "notices").mkdir(parents=True)
        written(folder, count)
        seconds.append(min(processor_seconds(lambda: understand(folder), 60) for _ in range(2)))  # noqa: B023
    least, once, four_times = seconds
    corpus = understand(folder)
    assert (corpus.problems, len(corpus.notices)) == ((), 4 * FEW)
    assert not [task for task in corpus.tasks if "报送" in task.quote]
    assert all(notice.repairs for notice in corpus.notices)
    assert four_times - least < MOST_TIMES_FOR_FOUR * (once - least), seconds
