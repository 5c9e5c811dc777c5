"""What rights forbid is one line with the name that people see, and nothing is left that stops the next run."""

from __future__ import annotations

from pathlib import Path

import pytest

import build_docs
import build_site
import bundle
import new_notice
import pack
import rename_notice
from notice_site.execution.command import CANNOT_WORK, FAULTS
from tests.commands.ordinary_user import ordinary_user
from tests.commands.test_ends import project as project
from tests.commands.test_ends import the_line

ADVICE = "没有读写的权限 → 给这个用户读写的权限（chmod u+rw）"
DOCS = "--sources sources --docs made --strict --quiet"

WRITING = {
    "build_docs": (build_docs, DOCS, "made"),
    "build_docs beside docs/": (build_docs, DOCS, "."),
    "build_site": (build_site, "--quiet", "site"),
    "bundle": (bundle, "--site site --dist dist", "dist"),
    "new": (new_notice, "2.txt --sources sources", "sources/notices"),
    "new beside notices/": (new_notice, "2.txt --sources sources", "sources"),
    "rename": (rename_notice, "1.txt 2.txt --sources sources", "sources/notices"),
    "rename in a closed project": (rename_notice, "1.txt 2.txt --sources sources", "."),
}
"""Commands, their arguments, and a folder in which they must write."""


@pytest.mark.parametrize("name", WRITING)
def test_a_folder_closed_to_writers_is_named_and_nothing_is_left(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command, arguments, closed = WRITING[name]
    (project / "made").mkdir()
    (project / "dist").mkdir()
    place = project / closed
    place.chmod(0o555)
    before = {path for path in project.rglob("*") if ".cache" not in path.parts}
    with ordinary_user():
        assert command.main(arguments.split()) == CANNOT_WORK
    line = the_line(capsys)
    assert line.startswith(("error: " + str(place.resolve()), f"error: {closed}"))
    assert line.endswith(f": {ADVICE}")
    assert {path for path in project.rglob("*") if ".cache" not in path.parts} == before
    place.chmod(0o755)
    with ordinary_user():
        assert command.main(arguments.split()) == 0


def test_folders_that_were_closed_inside_are_replaced_all_the_same(project: Path) -> None:
    assert build_docs.main(DOCS.split()) == 0
    notice = project / "sources/notices/1.txt"
    notice.write_text(notice.read_text("utf-8").replace("活动", "督查"), "utf-8")
    by_hand = project / "made/by-hand"
    by_hand.mkdir()
    (by_hand / "a.md").touch()
    outside = project / "outside"
    outside.mkdir(0o750)
    (by_hand / "link").symlink_to(outside)
    for folder in (by_hand, project / "made/notices"):
        folder.chmod(0o555)
    with ordinary_user():
        assert build_docs.main(DOCS.split()) == 0
        assert build_docs.main(DOCS.split()) == 0
    assert "督查" in "".join(page.read_text("utf-8") for page in (project / "made/notices").glob("*.md"))
    assert not [*project.glob(".staging*")]
    assert outside.stat().st_mode & 0o777 == 0o750, "a link is not followed"


@pytest.mark.parametrize(
    ("closed", "named"),
    [
        ("notices/1.txt", "1.txt"),
        ("notices", "notices"),
        ("reference/levels.yml", "reference/levels.yml"),
        ("packs/包.yml", "packs/包.yml"),
    ],
)
def test_a_source_or_table_closed_to_readers_is_one_error(
    project: Path, closed: str, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "sources/reference").mkdir()
    (project / "sources/reference/levels.yml").write_text("[]\n", "utf-8")
    (project / "sources/notices/3.txt").write_text("关于开展学习的通知\n要学习。\n", "utf-8")
    (project / "sources" / closed).chmod(0)
    with ordinary_user():
        assert build_docs.main(DOCS.split()) == FAULTS
        errors = [line for line in capsys.readouterr().err.splitlines() if ": error: " in line]
        assert errors == [f"{named}: error: {ADVICE}"]
        if closed == "notices/1.txt":
            assert build_docs.main(DOCS.replace("--strict ", "").split()) == 0
            assert [*(project / "made/notices").glob("3*.md")], "the others go on"
    (project / "sources" / closed).chmod(0o755)


def test_a_pack_that_could_not_be_understood_is_not_said_to_be_missing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "sources/notices/1.txt").chmod(0)
    with ordinary_user():
        assert pack.main(["包", "--sources", "sources", "--docs", "docs", "--dist", "dist", "--work", "work"]) == FAULTS
    errors = [line for line in capsys.readouterr().err.splitlines() if ": error: " in line]
    assert errors == [f"1.txt: error: {ADVICE}"]
