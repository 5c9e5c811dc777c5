"""The golden cases themselves: a difference fails, rewriting makes it pass and leaves the input alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.golden import Case, Snapshot

TEXT = """\
# 一条注释
case: 六问之后是带头
input: |
  一问
  二问

expected:
- 一问
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    path = tmp_path / "case.yml"
    path.write_text(TEXT, "utf-8")
    return Case(path, yaml.safe_load(TEXT))


def test_a_difference_fails(case: Case) -> None:
    with pytest.raises(AssertionError):
        case.check(["二问"], rewrite=False)


def test_what_is_expected_passes_and_is_not_rewritten(case: Case) -> None:
    case.check(["一问"], rewrite=False)
    case.check(["一问"], rewrite=True)
    assert case.path.read_text("utf-8") == TEXT


def test_rewriting_keeps_everything_above_expected_and_can_be_read_back(case: Case) -> None:
    actual = [{"text": "三问\n四问: *\n", "label": "（一）", "none": None}]
    case.check(actual, rewrite=True)
    text = case.path.read_text("utf-8")
    head, _, expected = TEXT.partition("expected:")
    assert text.startswith(head)
    assert expected not in text
    Case(case.path, yaml.safe_load(text)).check(actual, rewrite=False)


def test_rewriting_adds_what_is_expected_to_a_new_case(case: Case) -> None:
    case.path.write_text("case: 新\ninput: 一\n", "utf-8")
    Case(case.path, {"case": "新", "input": "一"}).check(["一"], rewrite=True)
    assert case.path.read_text("utf-8") == "case: 新\ninput: 一\n\nexpected:\n- 一\n"


def test_a_snapshot_is_compared_and_rewritten_as_a_whole(tmp_path: Path) -> None:
    snapshot = Snapshot(tmp_path / "docs/index.md")
    with pytest.raises(AssertionError):
        snapshot.check("# 首页\n", rewrite=False)
    snapshot.check("# 首页\n", rewrite=True)
    snapshot.check("# 首页\n", rewrite=False)
    with pytest.raises(AssertionError):
        snapshot.check("# 主页\n", rewrite=False)
