"""A document is withdrawn by one entry: its page says so, and what was made of it leads on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from notice_site.model import Severity
from notice_site.pipeline.build import generate, unrecorded_addresses
from notice_site.pipeline.files import Tree
from tests.reading.reference.faulty_files import write_folder

OTHER = "乙县政府关于安全生产的通知\n各乡镇：\n请认真落实。\n乙县政府\n2014年4月5日\n"
ENTRY = "notices/jia.html: {withdrawn: 与 yi.txt 重复}\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sources; glossary and pack speak of the first, which alone mentions the terms. All addresses are recorded."""
    folder = write_folder(tmp_path_factory.mktemp("withdrawal") / "source_texts")
    (folder / "addresses/redirects.yml").write_text("notices/older.html: notices/jia.html\n", "utf-8")
    (folder / "notices/jia.yml").write_text("documents: []\n", "utf-8")
    (folder / "notices/yi.txt").write_text(OTHER, "utf-8")
    (folder / "addresses/published.txt").write_text(unrecorded_addresses(folder)[1], "utf-8")
    assert generate(folder).problems == ()
    return folder


@pytest.fixture
def sources(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "source_texts"))


def withdrawn(sources: Path, entry: str = ENTRY) -> Tree:
    with (sources / "addresses/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(entry)
    return generate(sources)


@pytest.mark.parametrize("is_deleted", [False, True], ids=["the file stays", "the file is deleted"])
def test_one_entry_withdraws_a_document_whether_its_file_stays_or_not(sources: Path, is_deleted: bool) -> None:
    before = generate(sources)
    if is_deleted:
        (sources / "notices/jia.txt").unlink()
        (sources / "notices/jia.yml").unlink()
    tree = withdrawn(sources)
    assert [problem for problem in tree.problems if problem.severity is Severity.ERROR] == []
    assert any("随撤下的文件不再有的网页" in problem.message for problem in tree.problems)
    page = tree.files["notices/jia.html"].decode()
    assert "本件已撤下" in page
    assert "与 yi.txt 重复" in page
    assert 'href="index.html"' in page
    assert "refresh" not in page
    assert not [path for path in tree.files if path.startswith(("sources/jia", "notices/jia.md"))]
    for address in before.addresses:  # nothing that was published is without a page
        assert address in tree.addresses or address in tree.files, address


def test_the_page_leads_to_the_document_that_is_named(sources: Path) -> None:
    tree = withdrawn(sources, "notices/jia.html:\n  withdrawn: 更正后另发\n  see: notices/yi.html#title\n")
    assert 'href="yi.html#title"' in tree.files["notices/jia.html"].decode()


def test_an_older_redirect_to_a_withdrawn_document_stays(sources: Path) -> None:
    tree = withdrawn(sources)
    assert 'href="jia.html"' in tree.files["notices/older.html"].decode()


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("notices/jia.html: {withdrawn: }\n", "缺少键 withdrawn"),
        ("notices/jia.html: {withdrawn: 重复, see: notices/none.html}\n", "转向的 notices/none.html 不是现有的地址"),
        ("notices/jia.html: {withdraw: 重复}\n", "是否应为 withdrawn"),
        ("glossary/sancha.html: {withdrawn: 不用了}\n", "只有 notices/ 里的页面可以撤下"),
    ],
)
def test_a_faulty_entry_is_reported_with_its_line(sources: Path, entry: str, message: str) -> None:
    errors = [str(problem) for problem in withdrawn(sources, entry).problems if problem.severity is Severity.ERROR]
    assert len(errors) == 1
    assert errors[0].startswith("addresses/redirects.yml:2: ")
    assert message in errors[0]


def test_an_address_that_is_lost_without_a_withdrawal_is_an_error(sources: Path) -> None:
    with (sources / "addresses/published.txt").open("a", encoding="utf-8") as file:
        file.write("glossary/gone.html\n")
    assert any("glossary/gone.html" in problem.message for problem in generate(sources).problems)
