"""What an editor may decide in the file beside a source, and how each fault is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.model import Publication, RepairKind, Source
from notice_site.reading import read_notices, read_sidecars
from notice_site.reading.reference.sidecar import NoteDecision, RepairDecision, Sidecar

TEXT = "市委文件\n关于通知\n各单位要学习郟陵经验，\n\n不搞窝蜂。\n第二批\n附件正文"


def _read(tmp_path: Path, yaml: str, text: str = TEXT, name: str = "通知.txt") -> tuple[Sidecar, list[str]]:
    (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "通知.yml").write_text(yaml, "utf-8")
    sources, _ = read_notices(tmp_path)
    sidecars, problems = read_sidecars(tmp_path, sources)
    return sidecars["通知.txt"], [str(problem) for problem in problems]


def test_everything_that_can_be_decided_is_read(tmp_path: Path) -> None:
    sidecar, problems = _read(
        tmp_path,
        """
documents:
  - id: shiwei-2014-3
    kind: notice
    role: main
    title: 关于通知
    number: null
    issuers: [甲市委, 乙市委]
    level: city
    place: 甲市
    date: 2014-03-09
    printed: 2014-03
    published: {date: 2014-03-10, medium: 今日魏都}
    status: truncated
    attachments: []
  - starts: 7
    role: annex
notes:
  - {line: 3, kind: suspected-error, quote: 郟陵, proposed: 鄢陵, reason: 县名, confidence: 0.95}
  - {line: 5, kind: missing-text, quote: 窝蜂, reason: 前文“一窝蜂”, confidence: 1}
repairs:
  - {line: 5, decision: confirm}
  - {line: 6, decision: reject}
findings:
  events:
    drop: [{line: 6, quote: 第二批}]
  tasks:
    correct:
      - {line: 3, quote: 学习郟陵经验，不搞窝蜂, addressee: 各单位}
""",
    )
    assert problems == []
    first, second = sidecar.documents
    assert (first.starts, second.starts, second.values) == (None, 7, {"role": "annex"})
    assert first.values == {
        "id": "shiwei-2014-3",
        "kind": "notice",
        "role": "main",
        "title": "关于通知",
        "number": None,
        "issuers": ("甲市委", "乙市委"),
        "level": "city",
        "place": "甲市",
        "date": "2014-03-09",
        "printed": "2014-03",
        "published": Publication("2014-03-10", "今日魏都"),
        "status": "truncated",
        "attachments": (),
    }
    assert sidecar.notes[0] == NoteDecision(3, RepairKind.SUSPECTED_ERROR, "郟陵", "鄢陵", "县名", 0.95)
    assert sidecar.repairs == (RepairDecision(5, True, at=22), RepairDecision(6, False, at=23))
    (task,) = sidecar.findings["tasks"]
    assert (task.action, task.line, task.values["addressee"].text()) == ("correct", 3, "各单位")
    assert [decision.quote for decision in sidecar.findings["events"]] == ["第二批"]


@pytest.mark.parametrize("yaml", ["", "# 尚无\n", "documents:\nnotes: []\n", "findings:\n  events:\n    add: []\n"])
def test_sidecar_that_decides_nothing_is_allowed(tmp_path: Path, yaml: str) -> None:
    sidecar, problems = _read(tmp_path, yaml)
    assert (sidecar.documents, sidecar.notes, problems) == ((), (), [])


NOTE = "notes:\n  - {line: 3, kind: suspected-error, quote: 郟陵, reason: 县名, confidence: 0.9}\n"

FAULTS = {
    "unknown key": ("docments: []", "通知.yml:1: error: 未知的键 docments → 是否应为 documents？"),
    "unknown field": ("documents:\n  - titel: 题", "通知.yml:2: error: 未知的键 titel → 是否应为 title？"),
    "unknown level": (
        "documents:\n  - level: 市",
        "不允许的值 市 → 是否应为 city？可用：central（中央）、province（省）、city（市）",
    ),
    "near choice": ("documents:\n  - role: anex", "不允许的值 anex → 是否应为 annex？"),
    "no date": ("documents:\n  - date: 2014年3月9日", "应为日期，实为 2014年3月9日"),
    "impossible month": ("documents:\n  - date: 2014-13", "应为日期"),
    "id with capitals": ("documents:\n  - id: Wei Du", "id 应由小写字母"),
    "title emptied": ("documents:\n  - title:", "title 不能为空"),
    "line outside": ("repairs:\n  - {line: 99, decision: confirm}", "通知.yml:2: error: 原件没有第 99 行 → 写 1 到 7"),
    "line no number": ("repairs:\n  - {line: 三, decision: confirm}", "应为整数，实为 三"),
    "wrong decision": ("repairs:\n  - {line: 3, decision: yes}", "不允许的值 yes → 可用：confirm、reject"),
    "missing key": ("repairs:\n  - {line: 3}", "缺少键 decision"),
    "confidence": (NOTE.replace("0.9", "9"), "confidence 应在 0 与 1 之间"),
    "quote elsewhere": (NOTE.replace("line: 3", "line: 1"), "引文“郟陵”不在第 1 行 → line 改为 3"),
    "quote nowhere": (NOTE.replace("郟陵", "鄢陵"), "原件中没有引文“鄢陵”"),
    "kind of finding": ("findings:\n  event: {}", "未知的键 event → 是否应为 events？"),
    "action": ("findings:\n  events:\n    remove: []", "未知的键 remove"),
    "finding without quote": ("findings:\n  events:\n    drop: [{line: 3}]", "缺少键 quote"),
    "starts not rising": ("documents:\n  - starts: 6\n  - starts: 2", "starts 没有逐份增大"),
    "starts missing": ("documents:\n  - starts: 2\n  - title: 题", "通知.yml:3: error: 有的文件写了 starts"),
    "list expected": ("notes: {}", "应为列表（每项以“- ”开头），实为键: 值"),
    "syntax": ("notes: [", "缺一个值，或括号没有配上"),
    "twice": ("notes: []\nnotes: []", "通知.yml:2: error: 键 notes 重复，第 1 行已有"),
}


@pytest.mark.parametrize(("yaml", "message"), FAULTS.values(), ids=FAULTS)
def test_fault_is_reported_with_its_line_and_what_to_write(tmp_path: Path, yaml: str, message: str) -> None:
    problems = _read(tmp_path, yaml)[1]
    assert len(problems) == 1
    assert message in problems[0]


def test_entry_with_a_fault_costs_only_itself(tmp_path: Path) -> None:
    good = "repairs:\n  - {line: 5, decision: confirm}\n"
    sidecar, problems = _read(tmp_path, good + NOTE.replace("郟陵", "鄢陵"))
    assert (len(sidecar.repairs), len(sidecar.notes), len(problems)) == (1, 0, 1)


def test_quotation_may_leave_out_spaces_and_run_over_a_page_break(tmp_path: Path) -> None:
    text = "一、学 习\n文件精神，明\n\n- 3 -\n\n确学习时间。"
    yaml = "notes:\n  - {line: 2, kind: missing-text, quote: 明确学习时间, reason: 断页, confidence: 1}\n"
    sidecar, problems = _read(tmp_path, yaml, text)
    assert (problems, len(sidecar.notes)) == ([], 1)


def test_line_inside_a_wrapped_paragraph_is_found(tmp_path: Path) -> None:
    text = "<p>市委\n文件精神，</p>\n<p>尾</p>"
    yaml = "notes:\n  - {line: 2, kind: missing-text, quote: 文件精神, reason: 例, confidence: 1}\n"
    assert _read(tmp_path, yaml, text)[1] == []


def test_sidecar_without_source_is_an_error_unless_the_source_has_one(tmp_path: Path) -> None:
    (tmp_path / "甲.yml").write_text("notes: []", "utf-8")
    (tmp_path / "乙.yml").write_text("notes: []", "utf-8")
    (tmp_path / "乙.txt").write_bytes(b"")
    sources: tuple[Source, ...] = read_notices(tmp_path)[0]
    problems = read_sidecars(tmp_path, sources)[1]
    assert [(problem.file, problem.message) for problem in problems] == [("甲.yml", "没有与此附注同名的原件")]


def test_second_sidecar_of_a_source_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "通知.yaml").write_text("notes: []", "utf-8")
    problems = _read(tmp_path, "notes: []")[1]
    assert problems == ["通知.yml: error: 通知.txt 已有附注 通知.yaml → 合并为一个文件"]
