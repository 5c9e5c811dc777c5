"""A study pack is read as its editor wrote it; each fault has its file, its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.model.pack_entries import DocumentEntry, Named, PackEntry, QuestionEntry, SheetEntry
from notice_site.reading import NodeError, read_packs
from notice_site.reading.reference.packs import pack_in
from notice_site.reading.reference.yaml_nodes import parse_yaml

WHOLE = """\
title: 学习“三严三实”
purpose: 供讨论。
documents:
  - a
  - document: b
    sections: [sec_1, sec_2__p_1]
terms: [三严三实]
questions:
  - document: a
    quote: 既严以修身、严以用权
    blanks: [严以修身, 严以用权]
sheets:
  - 六问
  - term: 四风
    document: b
"""


def read(text: str) -> PackEntry:
    return pack_in(parse_yaml(text, "packs/x.yml"), "x")


def test_a_pack_with_everything() -> None:
    assert read(WHOLE) == PackEntry(
        file="packs/x.yml",
        name="x",
        title="学习“三严三实”",
        purpose="供讨论。",
        documents=(
            DocumentEntry(Named("a", 4)),
            DocumentEntry(Named("b", 5), (Named("sec_1", 6), Named("sec_2__p_1", 6))),
        ),
        terms=(Named("三严三实", 7),),
        questions=(
            QuestionEntry(
                Named("a", 9), Named("既严以修身、严以用权", 10), (Named("严以修身", 11), Named("严以用权", 11))
            ),
        ),
        sheets=(SheetEntry(Named("六问", 13)), SheetEntry(Named("四风", 14), Named("b", 15))),
    )


def test_without_terms_the_pack_leaves_them_to_its_documents() -> None:
    assert read("title: 甲\npurpose: 乙\ndocuments: [a]\n").terms is None
    assert read("title: 甲\npurpose: 乙\ndocuments: [a]\nterms: []\n").terms == ()


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (("title: 学习“三严三实”\n", ""), 1, "缺少键 title"),
        (("purpose", "purpsoe"), 2, "未知的键 purpsoe"),
        (("  - a\n", "  - document: a\n    section: sec_1\n"), 5, "未知的键 section"),
        (("    sections: [sec_1, sec_2__p_1]\n", ""), 5, "缺少键 sections"),
        (("blanks: [严以修身, 严以用权]", "blanks: [严以律己]"), 11, "引文里没有“严以律己”"),
        (("    quote: 既严以修身、严以用权\n", ""), 9, "缺少键 quote"),
        (("terms: [三严三实]", "terms: 三严三实"), 7, "应为列表"),
    ],
    ids=["no title", "a key misspelt", "a key of a document misspelt", "no sections", "blank", "no quote", "no list"],
)
def test_a_fault_is_located(change: tuple[str, str], line: int, message: str) -> None:
    with pytest.raises(NodeError) as refused:
        read(WHOLE.replace(*change))
    assert refused.value.problem.line == line
    assert message in refused.value.problem.message


def test_a_pack_without_documents_is_refused() -> None:
    with pytest.raises(NodeError, match="没有列出文件"):
        read("title: 甲\npurpose: 乙\ndocuments: []\n")


def test_a_faulty_pack_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "一.yml").write_text("title: 甲\npurpose: 乙\ndocuments: [a]\n", "utf-8")
    (tmp_path / "二.yml").write_text("title: 甲\n", "utf-8")
    (tmp_path / "三.txt").write_text("", "utf-8")
    packs, problems = read_packs(tmp_path)
    assert [pack.name for pack in packs] == ["一"]
    assert sorted(problem.file for problem in problems) == ["packs/三.txt", "packs/二.yml"]


def test_a_folder_of_sources_need_not_have_packs(tmp_path: Path) -> None:
    assert read_packs(tmp_path / "packs") == ((), ())


@pytest.mark.parametrize("key", ["title", "purpose", "documents"])
def test_what_a_pack_must_have(key: str) -> None:
    text = {"title": "title: 甲\n", "purpose": "purpose: 乙。\n", "documents": "documents: [a]\n"}
    assert read("".join(text.values())).title == "甲"
    with pytest.raises(NodeError, match=key):
        read("".join(line for name, line in text.items() if name != key))
