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
    if path.startswith("data/") and not path.startswith("data/documents/")
}


def test_every_published_field_is_documented() -> None:
    documented = {file.name: file for file in FILES}
    for name in (name for name in PUBLISHED if name.endswith(".json")):
        assert name in documented, f"{name} is not in data_fields.py"
        file = documented[name]
        for item in json.loads(PUBLISHED[name])["items"]:
            assert item.keys() == file.fields.keys(), name
            for field, value in item.items():
                inner = [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, dict)]
                for part in inner:
                    assert part.keys() <= file.parts.get(field, {}).keys(), f"{name}: {field}"


def test_the_page_lists_every_file_with_its_size_and_number_of_items() -> None:
    page = tree(TREE["data.md"].decode())
    rows = {row[0].text_content(): [cell.text_content() for cell in row] for row in page.find(".//tbody")}
    assert rows.keys() == PUBLISHED.keys()
    for name, content in PUBLISHED.items():
        if name.endswith(".json"):
            assert rows[name][2] == str(len(json.loads(content)["items"]))


def test_each_file_is_described_once() -> None:
    names = [file.name for file in FILES]
    assert len(set(names)) == len(names)
