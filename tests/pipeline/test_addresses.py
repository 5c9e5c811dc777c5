"""Adding a source changes no address of another, recorded or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.pipeline.build import generate, unrecorded_addresses

TEXT = "关于开展活动的通知\n各学校：\n请于3月10日前报送情况。\n甲市教育局\n2014年3月5日\n"


@pytest.mark.parametrize("recorded", [True, False], ids=["recorded", "not recorded"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("通知.txt", "同志.txt"),
        *(pytest.param(*n, marks=pytest.mark.long) for n in (("同志.txt", "通知.txt"), ("a.txt", "A .txt"))),
    ],
)
def test_a_source_of_the_same_reading_leaves_the_address(
    tmp_path: Path, first: str, second: str, recorded: bool
) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "addresses").mkdir()
    (tmp_path / "notices" / first).write_text(TEXT, "utf-8")
    before, record, _ = unrecorded_addresses(tmp_path)
    if recorded:
        (tmp_path / "addresses/published.txt").write_text(record, "utf-8")
    (tmp_path / "notices" / second).write_text(TEXT.replace("活动", "督查"), "utf-8")
    site = generate(tmp_path)
    assert {address.partition("#")[0] for address in before} <= {*site.addresses}
    assert not [problem for problem in site.problems if problem.file.startswith("addresses/")]


def test_an_address_recorded_by_an_earlier_version_stays(tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "addresses").mkdir()
    (tmp_path / "notices/通知.txt").write_text(TEXT, "utf-8")
    (tmp_path / "addresses/published.txt").write_text("notices/tong-zhi.html\n", "utf-8")
    site = generate(tmp_path)
    assert "notices/tong-zhi.html" in site.addresses
    assert site.problems == ()
