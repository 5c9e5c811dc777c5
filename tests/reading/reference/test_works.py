"""The table of known works: what it gives, and the fault that each wrong entry reports."""

from __future__ import annotations

from pathlib import Path

from notice_site.reading.reference.entries import entries_of
from notice_site.reading.reference.works import read_works, work_reader
from notice_site.reading.reference.yaml_nodes import parse_yaml


def test_a_work_is_known_by_its_title_and_its_other_names() -> None:
    nodes = parse_yaml("- {title: 党章, kind: regulation, names: [中国共产党章程], not_before: [党纪]}", "works.yml")
    [work], problems = entries_of(nodes.sequence(), work_reader())
    assert (work.title, work.names, work.not_before) == ("党章", ("党章", "中国共产党章程"), ("党纪",))
    assert problems == ()


def test_faulty_entries_are_left_out_and_reported_with_their_line() -> None:
    text = (
        "- {title: 甲, kind: law}\n- {title: 乙}\n- {title: 丙, kind: work}\n- {title: 丁, kind: work, names: [丙]}\n"
    )
    works, problems = entries_of(parse_yaml(text, "works.yml").sequence(), work_reader())
    assert [work.title for work in works] == ["丙"]
    assert [problem.line for problem in problems] == [1, 2, 4]


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    works, [problem] = read_works(tmp_path / "works.yml")
    assert works == ()
    assert problem.file == "reference/works.yml"


def test_the_shipped_table_has_no_fault() -> None:
    works, problems = read_works(Path(__file__).parents[3] / "source_texts" / "reference" / "works.yml")
    assert works
    assert problems == ()
