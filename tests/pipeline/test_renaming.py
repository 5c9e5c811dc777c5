"""A source gets another name: nothing is lost, old addresses lead on, and a kill leaves the old state or the new."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from notice_site.execution.tree_changes import change_tree
from notice_site.model import Redirect
from notice_site.pipeline.build import generate, unrecorded_addresses
from notice_site.pipeline.reference import read_reference
from notice_site.pipeline.renaming import Renaming, plan_renaming
from tests.execution.test_output_tree import in_child
from tests.reading.reference.faulty_files import write_folder

SIDECAR = "# 供核对\ndocuments:\n  - title: 关于开展活动的通知\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sources with a glossary that quotes one of them, and a pack of it; all addresses are recorded."""
    folder = write_folder(tmp_path_factory.mktemp("renaming") / "source_texts")
    (folder / "addresses/redirects.yml").write_text("notices/older.html: notices/jia.html\n", "utf-8")
    (folder / "notices/jia.yml").write_text(SIDECAR, "utf-8")
    (folder / "notices/.gitkeep").touch()
    (folder / "addresses/published.txt").write_text(unrecorded_addresses(folder)[1], "utf-8")
    assert generate(folder).problems == ()
    return folder


@pytest.fixture
def sources(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "source_texts"))


def planned(sources: Path, old: str = "jia.txt", new: str = "乙通知") -> Renaming:
    renaming, problems = plan_renaming(sources, old, new)
    assert problems == ()
    assert renaming
    return renaming


def apply_renaming(sources: Path, renaming: Renaming) -> None:
    change_tree(sources, renaming.written, renaming.removed)


def files(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_source_takes_its_sidecar_its_tables_and_its_addresses_along(sources: Path) -> None:
    before = files(sources)
    old_addresses = {*generate(sources).addresses}
    apply_renaming(sources, planned(sources))
    after = files(sources)
    assert after["notices/乙通知.txt"] == before["notices/jia.txt"]
    assert after["notices/乙通知.yml"].decode() == SIDECAR
    assert "notices/.gitkeep" in after
    assert {*before} - {*after} == {"notices/jia.txt", "notices/jia.yml"}
    tree = generate(sources)
    assert tree.problems == ()
    redirects = read_reference(sources)[0].addresses.redirects
    (page,) = (page for page in tree.addresses if page.startswith("notices/yi-tong-zhi-"))
    assert {redirect.old: redirect.new for redirect in redirects}["notices/jia.html"] == page
    assert {redirect.old: redirect.new for redirect in redirects}["notices/older.html"] == page
    assert old_addresses <= {*tree.addresses} | {redirect.old for redirect in redirects}
    assert f'href="{page.removeprefix("notices/")}"' in tree.files["notices/jia.html"].decode()


def test_a_source_gets_its_old_name_again(sources: Path) -> None:
    before = files(sources)
    apply_renaming(sources, planned(sources))
    apply_renaming(sources, planned(sources, "乙通知.txt", "jia.txt"))
    assert generate(sources).problems == ()
    assert files(sources) == before


def test_redirects_of_a_source_that_is_renamed_twice_lead_to_its_last_address(sources: Path) -> None:
    apply_renaming(sources, planned(sources))
    apply_renaming(sources, planned(sources, "乙通知.txt", "丙.txt"))
    tree = generate(sources)
    assert tree.problems == ()
    redirects: tuple[Redirect, ...] = read_reference(sources)[0].addresses.redirects
    (page,) = (page for page in tree.addresses if page.startswith("notices/bing-"))
    assert {redirect.new for redirect in redirects if redirect.old.startswith("notices/")} == {page}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("没有.txt", "乙", "notices/ 里没有这个原件"),
        ("jia", "乙", "写文件名：jia.txt"),
        ("jia.txt", "乙.html", "扩展名与 jia.txt 不同"),
        ("jia.txt", "jia.txt", "已有 jia.txt"),
        ("jia.txt", "../乙.txt", "不是 notices/ 里的文件名"),
        ("jia.txt", ".乙.txt", "不是 notices/ 里的文件名"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_the_reason(sources: Path, old: str, new: str, message: str) -> None:
    before = files(sources)
    renaming, problems = plan_renaming(sources, old, new)
    assert renaming is None
    assert message in str(problems[0])
    assert files(sources) == before


def test_with_an_error_in_the_sources_nothing_is_renamed(sources: Path) -> None:
    (sources / "reference/levels.yml").write_text("- id: [", "utf-8")
    renaming, problems = plan_renaming(sources, "jia.txt", "乙.txt")
    assert renaming is None
    assert problems[0].file == "reference/levels.yml"


def test_a_kill_at_any_moment_leaves_the_folder_as_it_was_or_renamed(sources: Path) -> None:
    old = files(sources)
    aside = Path(shutil.copytree(sources, sources.with_name("aside")))
    renaming = planned(sources)
    steps = in_child(lambda: apply_renaming(sources, renaming))
    new = files(sources)
    assert old != new
    seen = set()
    for moment in range(steps):
        for left in (sources, *sources.parent.glob(".staging*")):
            shutil.rmtree(left)
        shutil.copytree(aside, sources)
        assert in_child(lambda: apply_renaming(sources, renaming), kill_at=moment) == -1
        assert files(sources) in (old, new), f"mixed after a kill at step {moment}"
        seen.add(files(sources) == old)
    assert seen == {True, False}
