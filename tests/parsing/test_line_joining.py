"""Lines become whole paragraphs: each change is told as a repair, no character is lost or changed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from notice_site.model import Source
from notice_site.parsing.line_joining import join_lines
from notice_site.reading import read_source
from notice_site.text.spacing import squeeze
from tests.golden import Case, Golden, cases

SOURCES = sorted((Path(__file__).parents[2] / "source_texts" / "notices").glob("*.txt"))


def read(text: str, folder: Path, ending: str = "txt") -> Source:
    path = folder / f"source.{ending}"
    path.write_text(text, "utf-8")
    source, problems = read_source(path, path.name)
    assert source is not None, problems
    return source


@pytest.mark.parametrize("case", cases("line_joining"))
def test_lines_are_joined(case: Case, golden: Golden, tmp_path: Path) -> None:
    paragraphs = join_lines(read(case.given["input"], tmp_path, case.given["format"]))
    golden(
        case,
        [
            {"text": p.text, "repairs": [f"{r.kind}: {r.before} → {r.after}（{r.reason}）" for r in p.repairs]}
            if p.repairs
            else {"text": p.text}
            for p in paragraphs
        ],
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_no_character_is_lost_or_changed(path: Path) -> None:
    source, _ = read_source(path, path.name)
    assert source is not None
    before = squeeze("".join(line.text for line in source.lines))
    assert squeeze("".join(p.text for p in join_lines(source))) == before


@pytest.mark.parametrize("seed", range(40))
def test_stray_line_breaks_lose_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    text = SOURCES[2].read_text("utf-8")
    broken = "".join(c + ("\n" if chance.random() < 0.02 else "") for c in text)
    source = read(broken, tmp_path)
    assert squeeze("".join(p.text for p in join_lines(source))) == squeeze("".join(line.text for line in source.lines))


def test_a_rejected_join_is_not_made(tmp_path: Path) -> None:
    first = "各级党组织要坚持时间服从质量，稳步推进、统筹安排，防止以抓工作为名，代替其他各项工作，影响进展和"
    source = read(f"{first}\n\n效果，引起群众不满。\n", tmp_path)
    assert len(join_lines(source)) == 1
    assert len(join_lines(source, rejected=frozenset({3}))) == 2
    confirmed = join_lines(source, confirmed=frozenset({3}))[0].repairs[0]
    assert (confirmed.confirmed, confirmed.confidence) == (True, 1.0)
