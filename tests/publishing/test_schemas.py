"""Every published JSON file fits its schema, every table its description in datapackage.json."""

from __future__ import annotations

import copy
import csv
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pytest

from notice_site.pages.core.site import Site
from notice_site.pages.general.data_fields import COMPARISON, FILES
from notice_site.pages.general.list_fields import LISTS
from notice_site.publishing.files import data_files
from notice_site.publishing.schemas import comparison_schema, schema, schema_files
from tests.pages.real import real_site
from tests.publishing.test_document_files import SITES

SCHEMAS = {file.name: schema(file) for file in FILES}
DOCS = Path(__file__).parents[2] / "docs"
THEME_INDEX = "search/search_index.json"
"""An empty index for the search of the theme, which is not used."""

_OTHER_JSON = {"datapackage.json", "documents.csl.json"}  # their forms are defined elsewhere


@cache
def published(of: Callable[[], Site]) -> dict[str, bytes]:
    return {file.path.removeprefix("data/"): file.content()[0] for file in data_files(of())}


@pytest.mark.parametrize("of", SITES)
def test_each_json_file_fits_its_schema(of: Callable[[], Site]) -> None:
    files = published(of)
    assert {name for name in files if name.endswith(".json")} == SCHEMAS.keys() | _OTHER_JSON
    for name, about in SCHEMAS.items():
        jsonschema.Draft202012Validator.check_schema(about)
        validator = jsonschema.Draft202012Validator(about)
        faults = [
            f"{name} {error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(files[name]))
        ]
        assert not faults, faults[:3]


@pytest.mark.parametrize(
    "change",
    [
        lambda item: item.pop("title"),
        lambda item: item.update(colour="red"),
        lambda item: item.update(role="other"),
        lambda item: item.update(date="2014年4月"),
        lambda item: item["blocks"][0].update(depth="1"),
    ],
    ids=[
        "a field less",
        "a field more",
        "a value that is none of those listed",
        "a date as worded",
        "a text for a number",
    ],
)
def test_a_file_of_another_form_does_not_fit(change: Callable[[dict[str, Any]], object]) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMAS["notices.json"])
    document = copy.deepcopy(json.loads(published(real_site)["notices.json"]))
    assert validator.is_valid(document)
    change(document["items"][0])
    assert not validator.is_valid(document)


def test_schemas_are_published_under_the_names_of_their_files() -> None:
    files = {file.path: json.loads(file.content) for file in schema_files()}
    schemas = SCHEMAS | {file.name: schema(file) for file in LISTS} | {COMPARISON: comparison_schema()}
    assert files == {f"data/schemas/{name.removesuffix('.json')}.schema.json": about for name, about in schemas.items()}


def test_every_json_and_csv_file_of_the_site_is_on_the_data_page_and_has_a_form() -> None:
    page = (DOCS / "data.md").read_text("utf-8")
    comparison = jsonschema.Draft202012Validator(comparison_schema())
    seen = set()
    for path in sorted(path for path in DOCS.rglob("*.*") if path.suffix in (".json", ".csv")):
        name = path.relative_to(DOCS).as_posix()
        seen.add(name.partition("/")[0])
        if name.startswith("compare/"):
            table = json.loads(path.with_suffix(".json").read_bytes())
            comparison.validate(table)
            with path.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as file:
                assert [*csv.DictReader(file)] == table["rows"]
        elif name != THEME_INDEX:
            assert f"]({name})" in page, name
    assert seen == {"data", "compare", "search"}


@pytest.mark.parametrize("of", SITES)
def test_the_tables_are_as_the_package_says(of: Callable[[], Site], tmp_path: Path) -> None:
    for name, content in published(of).items():
        (tmp_path / name).write_bytes(content)
    package = json.loads((tmp_path / "datapackage.json").read_bytes())
    assert {resource["path"] for resource in package["resources"]} == {
        name for name in published(of) if name.endswith(".csv")
    }
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])


def test_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    for name, content in published(real_site).items():
        renamed = content.replace("出现次数".encode(), "次数".encode(), 1) if name == "terms.csv" else content
        (tmp_path / name).write_bytes(renamed)
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid
