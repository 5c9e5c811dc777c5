"""The page 数据: every published file and field is explained, and its figures are those of the files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from notice_site.pages.general.data_fields import FILES
from tests.pages.rendering import tree
from tests.project_sources import project_files


@cache
def data_files() -> Mapping[str, bytes]:
    """The published files of the folder data/ by their names."""
    files = project_files().items()
    return {
        path.removeprefix("data/"): content
        for path, content in files
        if path.startswith("data/") and path.count("/") == 1
    }


def test_the_page_lists_every_file_with_its_size_and_number_of_items() -> None:
    page = tree(project_files()["data.md"].decode())
    rows = {row[0].text_content(): [cell.text_content() for cell in row] for row in page.find(".//tbody")}
    assert rows.keys() == data_files().keys()
    for name, content in data_files().items():
        if name in {file.name for file in FILES}:
            assert rows[name][2] == str(len(json.loads(content)["items"]))
        assert rows[name][1], f"{name} is not described"


def test_each_file_is_described_once() -> None:
    names = [file.name for file in FILES]
    assert len(set(names)) == len(names)
