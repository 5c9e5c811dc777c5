"""The editor's report: what was mended, dropped, suspected, not understood, with its line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import report
from notice_site.editing.review import review_items
from notice_site.pipeline.understand import understand

TEXT = """\
转发《关于甲工作的
通知》的通知

各单位：
现将《关于甲工作的通知》（甲发〔2014〕3号）转发给你们，请守信念”地执行。
未完的小段

甲县办公室
2014年4月2日
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "notices"
    folder.mkdir()
    (folder / "甲.txt").write_text(TEXT, "utf-8")
    (folder / "空.txt").write_text("", "utf-8")
    return tmp_path


def test_each_kind_of_matter_is_found_with_its_line(sources: Path) -> None:
    found = {(m.kind, m.line, m.text) for m in review_items(understand(sources))}
    assert {kind for kind, _, _ in found} == {"problem", "mended", "suspected", "unrecognised", "unresolved"}
    assert ("unrecognised", 6, "未完的小段") in found
    assert ("unresolved", 5, "《关于甲工作的通知》") in found
    assert any(kind == "suspected" and line == 5 for kind, line, _ in found)


def test_a_scan_counts_with_what_to_do_about_it(sources: Path) -> None:
    (sources / "notices" / "扫描.html").write_text("<p>关于甲工作的通知</p><img src=a>", "utf-8")
    found = [(m.kind, m.text, m.note) for m in review_items(understand(sources)) if m.source == "扫描.html"]
    assert ("problem", "只有图片（1 幅），没有可读的正文", "录入文字，或放入有文字的原件") in found


def test_the_report_names_lines_and_places(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report.main(["--sources", str(sources)]) == 0
    told = capsys.readouterr().out
    assert "未识别 第6行: 未完的小段" in told
    assert re.search(r"jia-[0-9a-f]{8}#p_2$", told, re.M)


def test_the_report_for_machines_says_the_same(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report.main(["--sources", str(sources), "--json"])
    items = json.loads(capsys.readouterr().out)["items"]
    assert len(items) == len(review_items(understand(sources)))
