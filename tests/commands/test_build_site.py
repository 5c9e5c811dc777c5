"""A site is built from any project folder; a failed build leaves the last good site."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

import build_site

CONFIG = """\
site_name: 试
theme: {name: material, language: zh, font: false}
plugins: []
use_directory_urls: false
validation: {links: {not_found: warn}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "docs/index.md").write_text("# 公文\n", "utf-8")
    return tmp_path


def test_a_fault_is_shown_and_the_last_good_site_stays(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ["--project", str(project), "--site", str(project / "site")]
    assert build_site.main(arguments) == 0
    assert capfd.readouterr() == ("", "")
    good = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    assert "公文" in (project / "site/index.html").read_text("utf-8")
    assert b"1970-01-01" not in b"".join(good.values())

    (project / "docs/index.md").write_text("[断](nowhere.md)\n", "utf-8")
    assert build_site.main(arguments) == 1
    assert "nowhere.md" in capfd.readouterr().err
    assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == good


def test_a_folder_without_configuration_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        build_site.main(["--project", str(tmp_path)])
    assert stopped.value.code == 2
    assert "no such file" in capsys.readouterr().err


def test_a_killed_build_that_still_writes_does_not_spoil_the_next(project: Path) -> None:
    """Forks outlive the command when only that one is killed."""
    for number in range(150):
        (project / f"docs/{number}.md").write_text(f"# 旧 {number}\n" + "一段\n\n" * 300, "utf-8")
    arguments = ["--project", str(project), "--site", str(project / "site")]
    command = subprocess.Popen([sys.executable, build_site.__file__, *arguments])
    staged = project / ".staging-new-site"
    while not any(staged.glob("1*.html")):
        assert command.poll() is None, "the build ended before it could be killed"
        time.sleep(0.005)
    command.kill()
    command.wait()
    assert not (project / "site").exists()

    for number in range(150):
        (project / f"docs/{number}.md").write_text(f"# 新 {number}\n", "utf-8")
    (project / "docs/149.md").unlink()
    assert build_site.main(arguments) == 0
    pages = {path.name: path.read_text("utf-8") for path in (project / "site").glob("1*.html")}
    assert "149.html" not in pages
    assert all("新" in page for page in pages.values())
    assert not staged.exists()


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "javascript:alert(1)", "https://example.org"])
def test_an_address_of_the_site_that_is_none_is_wrong_use(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    with pytest.raises(SystemExit) as stopped:
        build_site.main(["--project", str(project), "--site", str(project / "site")])
    assert stopped.value.code == 2
    assert f"SITE_URL={address} 不是网址" in capsys.readouterr().err
