"""A new source is copied in under the next number with a file to decide in; nothing is overwritten, nothing decided."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import new_notice
from notice_site.editing.sidecar_proposal import sidecar_proposal
from notice_site.parsing.line_joining import join_lines
from notice_site.parsing.parse import parse
from notice_site.pipeline.reference import read_reference
from notice_site.pipeline.understand import understand
from notice_site.reading import read_notices, read_sidecar

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
