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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉”", ["甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"]),
        ("“甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌”", []),
        ("「五好」", ["五好"]),
        ("“1+1”", []),
        ("双基双治，", ["双基双治"]),
        ("六看六带头，", ["六看六带头"]),
        ("三甲乙丙四甲乙丙，", []),
        *((f"三{measure}四{measure}的工作任务安排了，", []) for measure in "个项条月日年天时是"),
        *((f"推进五{measure}建设工作，", [f"五{measure}建设工作"]) for measure in "型个项大条种"),
        ("推进五只建设工作，", []),
        ("推进一项建设工作，", []),
        ("推进十二项建设工作，", []),
        ("推进第五项建设工作，", []),
        ("推进五项绿，", []),
        ("推进五项绿水，", ["五项绿水"]),
        ("推进五项绿水青山好美，", ["五项绿水青山好美"]),
        ("推进五项绿水青山好美啊，", []),
        *((f"推进五项绿水{mark}", ["五项绿水"]) for mark in "，。、；：”）)》,;:"),
        ("推进五项绿水", ["五项绿水"]),
        ("推进五项绿水！", []),
    ],
)
def test_what_a_slogan_looks_like(text: str, expected: list[str]) -> None:
    assert list(proposed(text)) == expected


@pytest.mark.parametrize(("word", "is_slogan"), [("五绿", True), ("五绿水青山好", True), ("五绿水青山好美", False)])
def test_a_quoted_slogan_has_up_to_five_characters_behind_its_numeral(word: str, is_slogan: bool) -> None:
    assert Candidate(word, "quoted", 1, ()).is_numeral is is_slogan


@pytest.mark.parametrize(
    ("run", "times", "expected"),
    [
        ("河长制度", 3, ["河长制度"]),
        ("河长制度", 2, []),
        ("河长制", 3, []),
        ("金木水火土风雷电云雨雪霜", 3, ["金木水火土风雷电云雨雪霜"]),
        ("金木水火土风雷电云雨雪霜冰", 3, []),
        ("的河长制", 3, []),
        ("河长制和", 3, []),
    ],
)
def test_a_frequent_run_has_four_to_twelve_characters_and_three_places(
    run: str, times: int, expected: list[str]
) -> None:
    assert list(proposed(*[run] * times)) == expected


def test_a_run_stands_free_where_its_neighbours_differ_on_both_sides() -> None:
    assert proposed("东河长制度甲", "东河长制度乙", "东河长制度丙") == {"东河长制度": ("frequent", 3)}
    assert proposed("甲河长制度东", "乙河长制度东", "丙河长制度东") == {"河长制度东": ("frequent", 3)}


def test_no_more_than_sixty_frequent_runs_are_listed_beside_the_others() -> None:
    runs = [chr(0x5000 + 4 * n) + chr(0x5001 + 4 * n) + chr(0x5002 + 4 * n) + chr(0x5003 + 4 * n) for n in range(61)]
    found = proposed("“绿色”", *runs * 3)
    assert len(found) == 1 + 60
    assert len(proposed(*runs[:60] * 3)) == 60


def test_the_quoted_come_first_and_the_most_frequent_of_a_kind() -> None:
    found = proposed("三会一课，“甲方”“乙方”“乙方”", "河长制度", "河长制度", "河长制度")
    assert list(found) == ["乙方", "甲方", "三会一课", "河长制度"]


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
