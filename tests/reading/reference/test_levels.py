"""The table of levels: what it gives, and the fault that each wrong entry reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.reading import read_levels

GOOD = "{id: city, name: 市, issuers: ['市', '州$'], addressees: ['市'], except: [市场], own: true}"


def listed(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "levels.yml"
    path.write_text(text, "utf-8")
    return path


def test_a_level_may_be_added_with_an_id_and_a_name(tmp_path: Path) -> None:
    levels, problems = read_levels(listed(tmp_path, f"- {GOOD}\n- {{id: leading-group, name: 领导小组}}\n"))
    city, group = levels
    assert [pattern.pattern for pattern in (*city.issuers, *city.addressees, *city.exceptions)] == [
        "市",
        "州$",
        "市",
        "市场",
    ]
    assert (city.id, city.name, city.own, city.otherwise) == ("city", "市", True, False)
    assert (group.issuers, group.addressees, group.own, group.otherwise, problems) == ((), (), False, False, ())


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param("{id: a, name: 甲, colour: red}", "未知的键 colour", id="an unknown key"),
        pytest.param("{id: a, name: 甲, issuers: 甲}", "应为列表", id="a text for a list"),
        pytest.param("{id: a}", "缺少键 name", id="no name"),
        pytest.param("{name: 甲}", "缺少键 id", id="no id"),
        pytest.param("{id: city, name: 甲}", "id city 重复，第 1 行已有", id="an id twice"),
        pytest.param("{id: 市, name: 甲}", "id 市 不合规则", id="an id that is no address"),
        pytest.param("{id: A, name: 甲}", "id A 不合规则", id="an id in capitals"),
        pytest.param("{id: a, name: 甲, issuers: ['(']}", "正则表达式有误", id="a broken pattern"),
        pytest.param("{id: a, name: 甲, issuers: ['甲*']}", "与空文字相合", id="a pattern of nothing"),
        pytest.param("{id: a, name: 甲, own: 是}", "应为 true 或 false", id="no boolean"),
        pytest.param("甲", "应为键: 值", id="a text"),
    ],
)
def test_a_faulty_entry_is_left_out_and_reported_with_line_and_advice(tmp_path: Path, entry: str, said: str) -> None:
    levels, [problem] = read_levels(listed(tmp_path, f"- {GOOD}\n- {entry}\n- {{id: z, name: 末}}\n"))
    assert [level.id for level in levels] == ["city", "z"]
    assert (problem.file, problem.line) == ("reference/levels.yml", 2)
    assert said in problem.message
    assert problem.advice


def test_the_shipped_table_has_no_fault() -> None:
    levels, problems = read_levels(Path(__file__).parents[3] / "source_texts/reference/levels.yml")
    assert levels
    assert problems == ()
