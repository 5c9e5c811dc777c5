"""Paragraphs become documents and blocks: golden cases for shapes, invariants over the real sources."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from notice_site.model import Block, Line, Notice, Source
from notice_site.parsing.line_joining import join_lines
from notice_site.parsing.parse import parse
from notice_site.reading import read_levels, read_source
from notice_site.text.spacing import squeeze
from tests.golden import Case, Golden, cases

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "source_texts" / "notices").glob("*.txt"))
LEVELS, _ = read_levels(ROOT / "source_texts" / "reference" / "levels.yml")
TOLD = ("role", "kind", "title", "number", "issuers", "level", "place", "recipients", "cc", "date", "printed", "status")


def notices_of(path: Path) -> tuple[Notice, ...]:
    source, problems = read_source(path, path.name)
    assert source is not None, problems
    return parse(source, path.stem, join_lines(source), LEVELS)


def outline_line(block: Block) -> str:
    indent = "  " * max(0, block.depth - 1)
    run_on = "… " if block.inline else ""
    heading = f"【{block.heading}】" if block.heading else ""
    return f"{indent}{run_on}{block.kind} {block.id}: {block.label or ''}{heading} {block.text[-12:]}"


def told(notice: Notice) -> dict[str, Any]:
    facts = {name: value for name in TOLD if (value := getattr(notice, name)) not in (None, (), "")}
    if "issuers" in facts:
        facts["issuers"] = list(notice.issuers)
    if notice.published:
        facts["published"] = f"{notice.published.medium} {notice.published.date}"
    if notice.attachments:
        facts["attachments"] = list(notice.attachments)
    if notice.dropped:
        facts["dropped"] = [f"{d.text}（{d.reason}）" for d in notice.dropped]
    return facts | {"blocks": [outline_line(block) for block in notice.blocks]}


@pytest.mark.parametrize("case", cases("parsing"))
def test_shapes(case: Case, golden: Golden, tmp_path: Path) -> None:
    path = tmp_path / f"source.{case.given['format']}"
    path.write_text(case.given["input"], "utf-8")
    golden(case, [told(notice) for notice in notices_of(path)])


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_blocks_and_dropped_text_tile_the_source(path: Path) -> None:
    source, _ = read_source(path, path.name)
    assert source is not None
    shown = Counter("".join(squeeze(b.text) for n in notices_of(path) for b in n.blocks))
    dropped = Counter("".join(squeeze(d.text) for n in notices_of(path) for d in n.dropped))
    visible = Counter("".join(squeeze(line.text) for line in source.lines))
    assert shown + dropped == visible + Counter("".join(squeeze(d.text) for d in source.dropped))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_ids_are_unique_and_parents_come_before(path: Path) -> None:
    seen: set[str] = set()
    for notice in notices_of(path):
        for block in notice.blocks:
            assert block.id not in seen
            assert block.parent is None or block.parent in seen
            seen.add(block.id)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_labels_and_headings_are_words_of_their_block(path: Path) -> None:
    for notice in notices_of(path):
        for block in notice.blocks:
            opening = (block.label or "") + (block.heading or "")
            assert squeeze(block.text).startswith(squeeze(opening)), block.id


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
@pytest.mark.parametrize("step", [50])
def test_a_source_cut_anywhere_is_still_parsed_without_loss(path: Path, step: int, tmp_path: Path) -> None:
    text = path.read_text("utf-8-sig")
    for end in range(step, len(text), step):
        cut = tmp_path / path.name
        cut.write_text(text[:end], "utf-8")
        source, _ = read_source(cut, cut.name)
        if source is None:
            continue
        notices = parse(source, "cut", join_lines(source), LEVELS)
        shown = "".join(squeeze(b.text) for n in notices for b in n.blocks)
        dropped = "".join(squeeze(d.text) for n in notices for d in n.dropped)
        lines = "".join(squeeze(line.text) for line in source.lines)
        left_out = "".join(squeeze(d.text) for d in source.dropped)
        assert Counter(shown + dropped) == Counter(lines + left_out)


def test_the_first_document_has_the_name_of_the_source_and_the_others_a_number() -> None:
    text = (
        "甲县教育局文件\n甲教发〔2014〕3号\n关于印发《学习方案》的通知\n各单位：\n现印发。\n甲县教育局\n2014年4月2日\n"
        "学习方案\n一、总则。\n二、附则。\n"
    )
    lines = tuple(Line(line, number) for number, line in enumerate(text.split("\n"), 1))
    source = Source("1.txt", "00", len(text), "text", "utf-8", lines)
    first, second = parse(source, "甲", join_lines(source), LEVELS)
    assert [(notice.id, notice.part_of) for notice in (first, second)] == [("甲", None), ("甲-att_1", "甲")]
    assert {block.id.startswith("att_1__") for block in first.blocks} == {False}
    assert {block.id.startswith("att_1__") for block in second.blocks} == {True}
