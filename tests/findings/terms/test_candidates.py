"""New terms are proposed from quotation marks, numerals and recurrence; what is known is not proposed again."""

from __future__ import annotations

import pytest

from notice_site.editing.candidate_report import candidate_report
from notice_site.findings.terms.candidates import Candidate, find_candidates, never_met
from notice_site.findings.terms.find import find_mentions
from notice_site.model import Block, BlockKind, Notice
from notice_site.model.glossary import Glossary
from notice_site.reading.reference.glossary import glossary_in
from notice_site.reading.reference.yaml_nodes import parse_yaml

GLOSSARY, _ = glossary_in(
    parse_yaml(
        """\
terms:
  - {id: liuwen, term: 六问, pinyin: liù wèn, kind: numeral, count: 6}
  - {id: wuhao, term: 五耗, pinyin: wǔ hào, kind: numeral, count: 5}
  - {id: dingdingzi, term: 钉钉子精神, variants: [“钉钉子”精神], pinyin: dìng dīng zi jīng shén, kind: metaphor}
""",
        "reference/glossary.yml",
    )
)


def notice(*texts: str) -> Notice:
    blocks = (Block(f"p_{i}", BlockKind.PARAGRAPH, text) for i, text in enumerate(texts, 1))
    return Notice("n", "n.txt", "", "", tuple(blocks))


def proposed(*texts: str) -> dict[str, tuple[str, int]]:
    of = notice(*texts)
    found = find_candidates([of], GLOSSARY.entries, find_mentions(GLOSSARY.entries, [of]))
    return {candidate.wording: (candidate.reason, candidate.count) for candidate in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("争创“五好”组织，“五好”", {"五好": ("quoted", 2)}),
        ("深入开展“六问”活动", {}),
        ("发扬“钉钉子”精神", {}),
        ("他说：“要抓紧。”", {}),
        ("贯彻《“十三五”规划》", {"十三五": ("quoted", 1)}),
        ("落实三会一课、两学一做，", {"三会一课": ("numeral", 1), "两学一做": ("numeral", 1)}),
        ("推进五型机关。", {"五型机关": ("numeral", 1)}),
        ("从三个月到十二条规定，一个问题，一是二是", {}),
    ],
    ids=[
        "quoted twice",
        "known",
        "part of a known one",
        "speech",
        "inside a title",
        "numerals in pairs",
        "numeral and measure",
        "common numerals",
    ],
)
def test_quoted_and_numeral_wordings(text: str, expected: dict[str, tuple[str, int]]) -> None:
    assert proposed(text) == expected


def test_runs_that_recur_are_proposed_whole_and_not_in_pieces() -> None:
    found = proposed("推进河长制度落实", "完善河长制度，", "（河长制度）", "抓好河长制度建设")
    assert found == {"河长制度": ("frequent", 4)}


def test_runs_that_begin_or_end_like_a_piece_of_a_sentence_are_not_proposed() -> None:
    assert proposed("甲的河长制乙", "丙的河长制丁", "戊的河长制己") == {}


def test_entries_that_no_notice_has_are_named() -> None:
    of = notice("六问")
    assert [entry.term for entry in never_met(GLOSSARY.entries, find_mentions(GLOSSARY.entries, [of]))] == [
        "五耗",
        "钉钉子精神",
    ]


def test_the_report_is_a_glossary_that_the_reader_takes_as_it_stands() -> None:
    of = notice("争创“五好”组织，落实三会一课。", "说“他: #1”和“绿色”")
    candidates = find_candidates([of], GLOSSARY.entries, ())
    report = candidate_report(candidates, GLOSSARY, GLOSSARY.entries[1:2], [of])
    glossary, problems = glossary_in(parse_yaml(report, "report.yml"))
    assert problems == ()
    assert [(entry.id, entry.term, entry.counts) for entry in glossary.entries] == [
        ("wuhao-2", "五好", (5,)),
        ("ta", "他: #1", ()),
        ("lvse", "绿色", ()),
        ("sanhuiyike", "三会一课", (3, 1)),
    ]
    assert "n#p_1　争创“【五好】”组织，落实三会一课。" in report
    assert "#   五耗" in report


def test_nothing_found_gives_a_glossary_without_entries() -> None:
    report = candidate_report((), Glossary(), (), ())
    assert glossary_in(parse_yaml(report, "report.yml")) == (Glossary("report.yml"), ())


def test_a_candidate_in_quotation_marks_is_numeral_where_a_number_names_it() -> None:
    assert [Candidate(word, "quoted", 1, ()).is_numeral for word in ("五好", "两学一做", "一盘棋", "绿色")] == [
        True,
        True,
        False,
        False,
    ]
