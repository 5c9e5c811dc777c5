"""Writes a JSON Schema (draft 2020-12) for each JSON data file, from the fields that the page 数据 explains."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from notice_site.pages.core.data_field import Field
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.general.data_fields import COMPARISON, FILES, VERSION, FileDescription, schema_file
from notice_site.pages.general.list_fields import LISTS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files() -> Iterator[PendingFile]:
    """Lists the schemas."""
    for name, make in {file.name: partial(schema, file) for file in (*FILES, *LISTS)}.items():
        yield PendingFile(schema_file(name), partial(_written, make))
    yield PendingFile(schema_file(COMPARISON), partial(_written, comparison_schema))


def _written(make: Callable[[], Mapping[str, Any]]) -> str:
    return json.dumps(make(), ensure_ascii=False, indent=1) + "\n"


def comparison_schema() -> dict[str, Any]:
    """Returns the schema of the rows of one comparison, whose columns bear the names of its two documents."""
    row = {"type": "object", "required": ["行", "类别"], "minProperties": 6, "maxProperties": 6}
    documents = {"type": "object", "minProperties": 2, "maxProperties": 2, "additionalProperties": {"type": "string"}}
    whole = {
        "documents": {"description": "两件的简称和题名", **documents},
        "shared": {"description": "相同的字数", "type": "integer"},
        "rows": {"type": "array", "items": {**row, "additionalProperties": {"type": "string"}}},
    }
    return _closed("comparison-table", whole)


def schema(file: FileDescription) -> dict[str, Any]:
    """Returns the schema of a data file: no field beside those that are declared, none missing."""
    items = {"type": "array", "items": {"description": file.item, **_object(file.fields)}}
    beside = {name: _field(field) for name, field in file.beside.items()}
    return _closed(file.name, {"version": {"const": VERSION}, **beside, "items": items})


def _closed(title: str, whole: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "$schema": _DIALECT,
        "title": title,
        "type": "object",
        "properties": whole,
        "required": [*whole],
        "additionalProperties": False,
    }


def _object(fields: Mapping[str, Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _field(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if not field.optional],
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    """Describes a field.

    >>> _field(Field("拼音", many=1, null=True))
    {'description': '拼音', 'type': ['array', 'null'], 'items': {'type': 'string'}}
    """
    value: dict[str, Any] = _object(field.parts) if field.parts else {"type": field.type}
    if field.values:
        value["enum"] = [*field.values]
    if field.pattern:
        value["pattern"] = field.pattern
    for _ in range(field.many):
        value = {"type": "array", "items": value}
    if field.null:
        value["type"] = [value["type"], "null"]
        if "enum" in value:
            value["enum"] = [*value["enum"], None]
    return {"description": field.explained, **value}
