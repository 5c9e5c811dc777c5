"""What the server says on the terminal of the builds that it has made."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.rendering.fault_words import Fault
from notice_site.serving.report import Report
from serve import Preview

FULL = Report(False, (Fault("docs/1.md", 0, "磁盘已满", "腾出空间"),), is_refused=True)


def test_a_disk_that_stays_full_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    preview = Preview(tmp_path / "reload")
    for report in (FULL, FULL, FULL, Report(True), FULL):
        preview.show(report, 1)
    assert capsys.readouterr().out.count("docs/1.md: 磁盘已满 → 腾出空间\n") == 2
    assert preview.faults == FULL.faults


def test_each_build_after_an_edit_says_that_a_mistake_is_still_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    preview = Preview(tmp_path / "reload")
    for _ in range(2):
        preview.show(Report(False, (Fault("1.yml", 2, "有误"),)), 1)
    assert capsys.readouterr().out.count("1.yml:2: 有误\n") == 2
