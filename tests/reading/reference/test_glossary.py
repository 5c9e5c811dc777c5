"""The glossary file: what is taken from it, and what is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.reading.reference.glossary import KINDS, glossary_in, read_glossary
from notice_site.reading.reference.yaml_nodes import parse_yaml
from notice_site.text.pinyin import OwnReadings

GOOD = """\
terms:
  - id: liuwen
    term: 六问
    variants: [六个问]
    pinyin: liù wèn
    kind: numeral
    count: 6
    related: [散]
    not_ordinal: true

  - id: san
    term: 散
    pinyin: sǎn
    reading: 松散义，不读 sàn
    kind: problem
    only_within_quotes: true
    definitions:
      - source: a.txt
        quote: 克服“散”的问题

readings:
  - word: 魏都
    pinyin: wèi dū
"""


def problems_of(text: str) -> list[str]:
    return [str(problem) for problem in glossary_in(parse_yaml(text, "reference/glossary.yml"))[1]]


def test_a_good_file_gives_all_its_entries_and_no_problem() -> None:
    glossary, problems = glossary_in(parse_yaml(GOOD, "reference/glossary.yml"))
    assert problems == ()
    six, loose = glossary.entries
    assert (six.term, six.variants, six.pinyin, six.counts) == ("六问", ("六个问",), ("liù", "wèn"), (6,))
    assert six.conditions.not_ordinal
    assert loose.definitions[0].line == 19
    assert OwnReadings(glossary.readings).readings("魏都的“散”") == ("wèi", "dū", "de", "", "sǎn", "")


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("kind: problem", "kind: problem\n    variants: [六问]", 11, "词语“六问”重复，第 2 行已有"),
        ("kind: problem", "kind: problem\n    variants: [六个问]", 11, "词语“六个问”重复，第 2 行已有"),
        ("id: san", "id: liuwen", 11, "id liuwen 重复，第 2 行已有"),
        ("id: san", "id: 散", 11, "id 散 不合规则"),
        ("id: san", "id: index-1", 11, "id index-1 不合规则"),
        ("pinyin: liù wèn", "pinyin: liù", 5, "“六问”有 2 个汉字，拼音却有 1 个音节"),
        ("pinyin: liù wèn", "pinyin: liù dà wèn", 5, "“六问”有 2 个汉字，拼音却有 3 个音节"),
        ("pinyin: liù wèn", "pinyin: liù wán", 5, "“问”没有 wán 这个读音"),
        ("    reading: 松散义，不读 sàn\n", "", 13, "“散”的读音与词典不同：散 sǎn（词典 sàn）"),
        ("kind: problem", "kind: problems", 15, "不允许的值 problems"),
        ("    count: 6\n", "", 2, "数字缩略语“六问”缺少 count"),
        ("count: 6", "count: 5", 7, "count 为 5，与“六问”所写的数不合"),
        ("related: [散]", "related: [涣散]", 8, "相关词语“涣散”不在词语表中"),
        ("related: [散]", "related: [六问]", 8, "相关词语“六问”不在词语表中"),
        ("not_ordinal: true", "not_inside: [七问]", 9, "“七问”里没有“六问”"),
        ("not_ordinal: true", "not_ordinl: true", 9, "未知的键 not_ordinl"),
        ("    term: 散\n", "", 11, "缺少键 term"),
        ("        quote: 克服“散”的问题\n", "", 18, "缺少键 quote"),
        ("pinyin: wèi dū", "pinyin: wèi", 23, "“魏都”有 2 个汉字，拼音却有 1 个音节"),
    ],
    ids=lambda value: value.strip() if isinstance(value, str) else str(value),
)
def test_a_fault_is_refused_with_its_file_and_line(before: str, after: str, line: int, message: str) -> None:
    assert GOOD.count(before) == 1
    found = problems_of(GOOD.replace(before, after))
    assert any(problem.startswith(f"reference/glossary.yml:{line}: error: {message}") for problem in found), found


def test_a_term_that_stands_twice_is_refused() -> None:
    again = GOOD.replace("readings:", "  - {id: again, term: 六问, pinyin: liù wèn, kind: slogan}\nreadings:")
    assert problems_of(again) == [
        "reference/glossary.yml:21: error: 词语“六问”重复，第 2 行已有 → 合并两条，或删去一处"
    ]


PARTS = """\
terms:
  - id: xuesancusizhua
    term: 学三促四抓
    pinyin: xué sān cù sì zhuā
    kind: numeral
    count: [1, 3, 4]
    parts:
      - source: a.txt
        quotes:
          - [学]
          - [促甲, 促乙, 促丙]
          - [抓甲, 抓乙, 抓丙, 抓丁]
"""


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (", 促丙", "", "count 为 1、3、4，这里列出的部分却是 1、2、4"),
        ("          - [学]\n", "", "count 为 1、3、4，这里列出的部分却是 3、4"),
        ("[1, 3, 4]", "8", "count 为 8，与“学三促四抓”所写的数不合"),
        ("[1, 3, 4]", "[1, 4, 3]", "count 为 1、4、3，这里列出的部分却是 1、3、4"),
    ],
)
def test_the_parts_must_be_as_many_as_the_slogan_says(before: str, after: str, message: str) -> None:
    assert problems_of(PARTS) == []
    found = problems_of(PARTS.replace(before, after))
    assert any(message in problem for problem in found), found


def test_a_fault_in_one_entry_leaves_the_others_and_is_told_once() -> None:
    text = GOOD.replace("pinyin: sǎn", "pinyin: sǎn sǎn")
    glossary, problems = glossary_in(parse_yaml(text, "reference/glossary.yml"))
    assert [entry.id for entry in glossary.entries] == ["liuwen"]
    assert len(problems) == 1


def test_readings_of_latin_letters_and_digits_need_no_syllable() -> None:
    text = "terms:\n- {id: w, term: 10个普遍性问题, pinyin: gè pǔ biàn xìng wèn tí, kind: numeral, count: 10}\n"
    glossary, problems = glossary_in(parse_yaml(text, "g.yml"))
    assert problems == ()
    assert glossary.entries[0].pinyin == ("1", "0", "gè", "pǔ", "biàn", "xìng", "wèn", "tí")


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"terms: [", b"- 1", b"terms: 1"], ids=["bytes", "syntax", "list", "text"]
)
def test_a_file_that_is_no_glossary_gives_a_problem_and_an_empty_glossary(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "glossary.yml"
    path.write_bytes(content)
    glossary, problems = read_glossary(path)
    assert glossary.entries == ()
    assert [problem.file for problem in problems] == ["reference/glossary.yml"]


def test_an_empty_file_is_an_empty_glossary(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yml"
    path.write_bytes(b"")
    assert read_glossary(path)[0].entries == ()
    assert read_glossary(path)[1] == ()


_KINDS = """
slogan metaphor problem activity numeral document meeting speech work spirit person body unit place
"""


@pytest.mark.parametrize("kind", _KINDS.split())
def test_a_kind_of_term(kind: str) -> None:
    assert kind in KINDS
