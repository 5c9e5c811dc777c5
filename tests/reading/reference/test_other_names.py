"""The table of other names: what it gives, and the fault that each wrong entry reports."""

from __future__ import annotations

from pathlib import Path

from notice_site.reading.reference.other_names import read_other_names

SHIPPED = Path(__file__).parents[3] / "source_texts" / "reference" / "other_names.yml"


def test_a_name_stands_for_wordings(tmp_path: Path) -> None:
    path = tmp_path / "other_names.yml"
    path.write_text("- {typed: mass line, means: [群众路线], source: 某书}\n", "utf-8")
    [name], problems = read_other_names(path)
    assert (name.typed, name.means, name.source) == ("mass line", ("群众路线",), "某书")
    assert problems == ()


def test_faulty_entries_are_left_out_and_reported_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "other_names.yml"
    path.write_text(
        "- {typed: 两办, means: [中央办公厅], source: 合称}\n- {typed: 两办, means: [国务院办公厅], source: 合称}\n"
        "- {typed: 中办, means: [], source: 简称}\n- {typed: 国办, means: [国务院办公厅]}\n",
        "utf-8",
    )
    names, problems = read_other_names(path)
    assert [name.typed for name in names] == ["两办"]
    assert [problem.line for problem in problems] == [2, 3, 4]


def test_the_shipped_table_has_no_fault() -> None:
    names, problems = read_other_names(SHIPPED)
    assert names
    assert problems == ()
