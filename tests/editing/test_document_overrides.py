"""What an editor writes beside a source is done and marked so, or refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.model import Corpus, RepairKind
from notice_site.pipeline.understand import understand

TEXT = """\
甲县办公室文件
甲办〔2014〕3号
关于做好学习工作的通知
各单位：
现按照《关于学习工作的意见》（乙发〔2014〕2号）精神，将有关事项通知如下。
一、提高认识。各单位要认真学习郟陵经验，加强领导。
甲县办公室
2014年4月2日
关于学习工作的意见
一、加强学习。要组织学习，确保取得实效。
"""


def understood(folder: Path, sidecar: str) -> Corpus:
    notices = folder / "notices"
    notices.mkdir(exist_ok=True)
    (notices / "jia.txt").write_text(TEXT, "utf-8")
    (notices / "jia.yml").write_text(sidecar, "utf-8")
    return understand(folder)


def test_metadata_is_set_and_marked(tmp_path: Path) -> None:
    corpus = understood(tmp_path, "documents:\n- level: city\n  place: 甲市\n  number: null\n")
    first = corpus.notices[0]
    assert (first.level, first.place, first.number) == ("city", "甲市", None)
    assert first.decided == {"level", "place", "number"}
    assert not corpus.problems


def test_the_beginning_of_a_document_can_be_set(tmp_path: Path) -> None:
    corpus = understood(tmp_path, "documents:\n- title: 关于做好学习工作的通知\n- starts: 9\n  role: annex\n")
    assert [n.title for n in corpus.notices] == ["关于做好学习工作的通知", "关于学习工作的意见"]
    assert corpus.notices[1].role == "annex"


def test_a_note_stands_at_its_words(tmp_path: Path) -> None:
    note = "notes:\n- {line: 6, kind: suspected-error, quote: 郟陵, proposed: 鄢陵, reason: 形近, confidence: 0.9}\n"
    repairs = [r for n in understood(tmp_path, note).notices for r in n.repairs if r.confirmed]
    assert [(r.kind, r.before, r.after, r.block) for r in repairs] == [
        (RepairKind.SUSPECTED_ERROR, "郟陵", "鄢陵", "sec_1")
    ]


def test_a_finding_is_corrected_added_and_dropped(tmp_path: Path) -> None:
    corrected = understood(
        tmp_path,
        "findings:\n  citations:\n    correct:\n    - {line: 5, quote: 《关于学习工作的意见》, relation: 依据}\n"
        "    add:\n    - {line: 6, quote: 郟陵经验, title: 郟陵经验, kind: work}\n",
    ).citations
    assert [(c.title, c.relation, c.decided) for c in corrected if c.decided] == [
        ("关于学习工作的意见", "依据", True),
        ("郟陵经验", "引用", True),
    ]
    dropped = understood(
        tmp_path, "findings:\n  citations:\n    drop:\n    - {line: 5, quote: 《关于学习工作的意见》}\n"
    )
    assert "关于学习工作的意见" not in [c.title for c in dropped.citations]


GLOSSARY = """\
terms:
- id: xuexi
  term: 学习
  pinyin: xué xí
  kind: activity
  senses:
  - {sense: 学经验, near: [经验]}
  - {sense: 学文件, near: [文件]}
"""


@pytest.mark.parametrize(("sense", "said"), [("学文件", None), ("学书本", "没有义项“学书本”")])
def test_the_sense_of_a_term_is_decided_among_its_senses(sense: str, said: str | None, tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "glossary.yml").write_text(GLOSSARY, "utf-8")
    sidecar = f"findings:\n  mentions:\n    correct:\n    - {{line: 6, quote: 认真学习, sense: {sense}}}\n"
    corpus = understood(tmp_path, sidecar)
    senses = {mention.ref.block: mention.sense for mention in corpus.mentions}
    problems = [problem.message for problem in corpus.problems if problem.file == "jia.yml"]
    assert senses["sec_1"] == ("学经验" if said else sense)
    assert problems[:1] == ([f"词语表里这个词语{said}"] if said else [])


@pytest.mark.parametrize(
    ("sidecar", "line", "words"),
    [
        pytest.param("notes:\n- {line: 6, kind: typo}\n", 2, "quote", id="一项缺少必需的键"),
        pytest.param("documents:\n- titel: 甲\n", 2, "title", id="键名写错时提示相近的键"),
        pytest.param("documents:\n- level: 市\n", 2, "city", id="不允许的值列出允许的值"),
        pytest.param("documents:\n- {}\n- {}\n- {}\n- {}\n", 0, "份文件", id="文件份数超出"),
        pytest.param(
            "findings:\n  citations:\n    drop:\n    - {line: 6, quote: 加强领导}\n",
            4,
            "没有可改的条目",
            id="没有可去除的条目",
        ),
        pytest.param(
            "findings:\n  citations:\n    add:\n    - {line: 6, quote: 加强领导, relatoin: 引用}\n",
            4,
            "relation",
            id="发现的键名写错",
        ),
        pytest.param(
            "findings:\n  citations:\n    correct:\n    - {line: 5, quote: 《关于学习工作的意见》, target: wu}\n",
            4,
            "没有编号为 wu 的文件",
            id="引用的目标不在收录之中",
        ),
    ],
)
def test_a_fault_names_file_line_and_what_to_write(sidecar: str, line: int, words: str, tmp_path: Path) -> None:
    corpus = understood(tmp_path, sidecar)
    problem = next(p for p in corpus.problems if p.file == "jia.yml")
    assert words in f"{problem.message} {problem.advice}"
    assert not line or problem.line == line
    assert corpus.notices
