"""The page 数据: every published file and field is explained, and its figures are those of the files."""

from __future__ import annotations

import json
from pathlib import Path

from notice_site.pages.general.data_fields import FILES
from notice_site.pipeline.build import generate
from tests.pages.rendering import tree

ROOT = Path(__file__).resolve().parents[3]
TREE = generate(ROOT / "source_texts").files
PUBLISHED = {
    path.removeprefix("data/"): content
    for path, content in TREE.items()
    if path.startswith("data/") and path.count("/") == 1
}


def test_the_page_lists_every_file_with_its_size_and_number_of_items() -> None:
    page = tree(TREE["data.md"].decode())
    rows = {row[0].text_content(): [cell.text_content() for cell in row] for row in page.find(".//tbody")}
    assert rows.keys() == PUBLISHED.keys()
    for name, content in PUBLISHED.items():
        if name in {file.name for file in FILES}:
            assert rows[name][2] == str(len(json.loads(content)["items"]))
        assert rows[name][1], f"{name} is not described"


def test_each_file_is_described_once() -> None:
    names = [file.name for file in FILES]
    assert len(set(names)) == len(names)
