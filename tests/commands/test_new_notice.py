"""A new source is copied in under the next number with a file to decide in; nothing is overwritten, nothing decided."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import new_notice
from notice_site.editing.sidecar_proposal import sidecar_proposal
from notice_site.execution.output_tree import add_files
from notice_site.parsing.line_joining import join_lines
from notice_site.parsing.parse import parse
from notice_site.pipeline.reference import read_reference
from notice_site.pipeline.understand import understand
from notice_site.reading import read_notices, read_sidecar
from tests.execution.test_output_tree import in_child

ROOT = Path(__file__).parents[2]
TEXT = "关于开展学习的通知\n\n各县：\n\n　　一、提高认识。要学习。\n\n2014年3月9日\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "source_texts", tmp_path / "source_texts")
    return tmp_path / "source_texts"


def take_in(sources: Path, file: Path) -> int:
    return new_notice.main(["--sources", str(sources), str(file)])


def test_a_file_becomes_the_next_source_byte_for_byte(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "收到 的.TXT").write_text(TEXT, "utf-8")
    before = {path.name for path in (sources / "notices").iterdir()}
    assert take_in(sources, tmp_path / "收到 的.TXT") == 0
    added = sorted({path.name for path in (sources / "notices").iterdir()} - before)
    assert [re.sub("_[0-9a-f]{16}", "", name) for name in added] == ["005.txt", "005.yml"]
    assert (sources / "notices" / added[0]).read_text("utf-8") == TEXT
    said = capsys.readouterr().out
    assert "《关于开展学习的通知》" in said
    assert "未载 全文: 发文机关" in said
    assert "make record-addresses" in said
    # What is proposed is no decision: the documents are those of the source alone.
    with_it = understand(sources)
    (sources / "notices" / added[1]).unlink()
    assert understand(sources).notices == with_it.notices


def test_a_scan_counts_among_what_to_look_at(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "扫描.html").write_text("<p>关于甲工作的通知</p><img src=a>", "utf-8")
    assert take_in(sources, tmp_path / "扫描.html") == 0
    printed = capsys.readouterr().out
    assert "需要看一看的有 0 处" not in printed
    assert "问题 全文: 只有图片（1 幅），没有可读的正文 —— 录入文字，或放入有文字的原件" in printed


def test_the_same_file_is_not_taken_in_twice(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = next((sources / "notices").glob("*.txt"))
    shutil.copy(known, tmp_path / "另名.txt")
    before = sorted((sources / "notices").iterdir())
    assert take_in(sources, tmp_path / "另名.txt") == 1
    assert f"与 {known.name} 内容完全相同" in capsys.readouterr().err
    assert sorted((sources / "notices").iterdir()) == before


def test_in_a_folder_without_numbers_a_file_keeps_its_name_and_none_is_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine/notices").mkdir(parents=True)
    (tmp_path / "mine/notices/意见.txt").write_text(TEXT, "utf-8")
    (tmp_path / "意见.txt").write_text(TEXT.replace("学习", "整改"), "utf-8")
    assert take_in(tmp_path / "mine", tmp_path / "意见.txt") == 1
    assert "意见.txt" in capsys.readouterr().err
    assert (tmp_path / "mine/notices/意见.txt").read_text("utf-8") == TEXT
    assert len([*(tmp_path / "mine/notices").iterdir()]) == 1


@pytest.mark.parametrize("content", [b"", b"\x7fELF\x02\x01\x01\x00" + bytes(99)], ids=["nothing", "a program"])
def test_what_cannot_be_read_is_refused_with_the_reason(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (tmp_path / "坏.txt").write_bytes(content)
    before = sorted((sources / "notices").iterdir())
    assert take_in(sources, tmp_path / "坏.txt") == 1
    assert capsys.readouterr().err.startswith("坏.txt: error: ")
    assert sorted((sources / "notices").iterdir()) == before


def test_a_missing_file_is_wrong_use(sources: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        take_in(sources, tmp_path / "没有.txt")
    assert stopped.value.code == 2


def test_with_the_comment_signs_taken_away_a_proposal_is_valid_and_changes_nothing(tmp_path: Path) -> None:
    levels = read_reference(ROOT / "source_texts")[0].levels
    read, _ = read_notices(ROOT / "source_texts/notices")
    for source in read:
        notices = parse(source, "x", join_lines(source), levels)
        proposal = sidecar_proposal(source, notices)
        assert all(line.startswith("#") for line in proposal.splitlines())
        entries = proposal.partition("#\n")[2]
        (tmp_path / "x.yml").write_text(re.sub("^# ?", "", entries, flags=re.M), "utf-8")
        sidecar, problems = read_sidecar(tmp_path / "x.yml", "x.yml", source)
        assert problems == ()
        assert len(sidecar.documents) == len(notices)
        for notice, decision in zip(notices, sidecar.documents, strict=True):
            assert all(
                getattr(notice, name) == (value or (() if name == "issuers" else None))
                for name, value in decision.values.items()
            )


DOUBTFUL = """\
关于开展学习活动的通知
各单位：
现将有关事项通知如下。
一、提高认识
要学习。
二、抓好落实
要抓紧。
三、各单位请于三月底以前将学习情况汇总，报送县委办公室，并抄送县委组织部；逾期不报的，予以通报。
甲县办公室
2014年4月2日
"""


def test_where_a_reading_is_in_doubt_the_other_one_is_proposed_and_can_be_taken(sources: Path, tmp_path: Path) -> None:
    (tmp_path / "新.txt").write_text(DOUBTFUL, "utf-8")
    assert take_in(sources, tmp_path / "新.txt") == 0
    sidecar = next((sources / "notices").glob("005*.yml"))
    proposal = sidecar.read_text("utf-8")
    assert '#   - {quote: "三、各单位请", heading: true}  # 同级有的有标题，有的没有\n' in proposal
    before = understand(sources)
    sidecar.write_text(re.sub("^# (?=lines:|  - {quote)", "", proposal, flags=re.M), "utf-8")
    after = understand(sources)
    assert after.problems == before.problems
    (block,) = (b for n in after.notices for b in n.blocks if b.decided)
    assert block.heading == "各单位请于三月底以前将学习情况汇总，报送县委办公室，并抄送县委组织部"


@pytest.mark.parametrize("name", ["x.yml", "x.YAML"])
def test_a_sidecar_is_no_notice(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / name).write_text("a: 1\n", "utf-8")
    before = sorted((sources / "notices").iterdir())
    assert take_in(sources, tmp_path / name) == 1
    assert capsys.readouterr().err.startswith(f"{name}: error: 是附注或表，不是公文原件")
    assert sorted((sources / "notices").iterdir()) == before


def test_numbering_goes_on_whatever_other_names_are_there(sources: Path, tmp_path: Path) -> None:
    (sources / "notices/通知.txt").write_text(TEXT.replace("学习", "督查"), "utf-8")
    (tmp_path / "收到.txt").write_text(TEXT, "utf-8")
    assert take_in(sources, tmp_path / "收到.txt") == 0
    assert [*(sources / "notices").glob("005_*.txt")]


def test_a_number_that_was_published_is_not_given_again(sources: Path, tmp_path: Path) -> None:
    (sources / "notices/004_8b50126b68af5ed6.txt").unlink()
    (tmp_path / "收到.txt").write_text(TEXT, "utf-8")
    assert take_in(sources, tmp_path / "收到.txt") == 0
    assert [*(sources / "notices").glob("005_*.txt")]


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("同体1.txt", "同体1.txt: error: 与 同题1.txt 读音相同，地址相撞 → 给新文件换名"),
        ("同题1.html", "同题1.html: error: 已有 同题1.txt，附注和网页地址会混淆 → 给新文件换名"),
        ("gone.txt", "gone.txt: error: 地址 notices/gone.html 属于以前的文件 → 给新文件换名"),
    ],
)
def test_a_new_source_never_takes_the_address_of_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], new: str, message: str
) -> None:
    """同题 and 同体 are read alike; that address was recorded by a version that spelled it without a hash."""
    sources = tmp_path / "sources"
    (sources / "notices").mkdir(parents=True)
    (sources / "addresses").mkdir()
    (sources / "notices/同题1.txt").write_text(TEXT, "utf-8")
    (sources / "addresses/published.txt").write_text("notices/gone.html\nnotices/tong-ti-1.html\n", "utf-8")
    (tmp_path / new).write_text(TEXT.replace("学习", "督查"), "utf-8")
    assert take_in(sources, tmp_path / new) == 1
    assert message in capsys.readouterr().err
    assert [path.name for path in (sources / "notices").iterdir()] == ["同题1.txt"]


def test_a_kill_at_any_moment_leaves_no_half_notice(tmp_path: Path) -> None:
    """The source is there as a whole or not at all; its sidecar, all comments, may be missing."""
    folder = tmp_path / "sources/notices"
    files = {"a.txt": TEXT.encode() * 100, "a.yml": b"# a\n" * 100}
    folder.mkdir(parents=True)
    steps = in_child(lambda: add_files(folder, files))
    for moment in range(steps):
        for path in folder.iterdir():
            path.unlink()
        assert in_child(lambda: add_files(folder, files), kill_at=moment) == -1
        left = {path.name: path.read_bytes() for path in folder.iterdir()}
        assert left in ({}, {"a.txt": files["a.txt"]}, files)
    for path in folder.iterdir():
        path.unlink()
    add_files(folder, files)
    assert [path.name for path in folder.parent.iterdir()] == ["notices"], "what killed processes left is cleared away"
