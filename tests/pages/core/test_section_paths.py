"""How the place of a block is named."""

from __future__ import annotations

import pytest

from notice_site.model import Block, BlockKind
from notice_site.pages.core.section_paths import section_name, section_path, standing_alone

BLOCKS = {
    block.id: block
    for block in (
        Block("p", BlockKind.PARAGRAPH, "县委决定整改。"),
        Block("s", BlockKind.SECTION, "三、落实", label="三、"),
        Block("ss", BlockKind.SECTION, "(一)做法", label="(一)", parent="s"),
        Block("i", BlockKind.ITEM, "1．第一点。", label="1．", parent="ss"),
        Block("ps", BlockKind.PARAGRAPH, "要有保障。", parent="s"),
    )
}


@pytest.mark.parametrize(
    ("block", "path"), [("p", ""), ("s", "三"), ("ps", "三"), ("ss", "三、（一）"), ("i", "三、（一）1.")]
)
def test_a_place_is_named_by_the_labels_around_it_without_the_pause_behind_the_last(block: str, path: str) -> None:
    assert section_path(BLOCKS[block], BLOCKS.get) == path


@pytest.mark.parametrize(
    ("block", "name"), [("p", "正文"), ("ps", "三、"), ("ss", "三、（一）"), ("i", "三、（一）1.")]
)
def test_a_place_that_stands_alone_keeps_the_pause_behind_a_bare_numeral(block: str, name: str) -> None:
    assert section_name(BLOCKS[block], BLOCKS.get) == name


@pytest.mark.parametrize(
    ("path", "name"), [("一", "一、"), ("三、十二", "三、十二、"), ("第一", "第一"), ("三、一是", "三、一是"), ("", "")]
)
def test_only_a_numeral_without_other_signs_is_bare(path: str, name: str) -> None:
    assert standing_alone(path) == name
