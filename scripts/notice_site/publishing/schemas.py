"""Writes a JSON Schema (draft 2020-12) for each JSON data file, from the fields that the page 数据 explains."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from notice_site.pages.core.data_field import Field
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.general.data_fields import FILES, VERSION, FileDescription, schema_file

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files() -> Iterator[PendingFile]:
    """Lists the schemas."""
    for file in FILES:
        yield PendingFile(schema_file(file.name), partial(_written, file))


def _written(file: FileDescription) -> str:
    return json.dumps(schema(file), ensure_ascii=False, indent=1) + "\n"


def schema(file: FileDescription) -> dict[str, Any]:
    """Returns the schema of a data file: no field beside those that are declared, none missing."""
    items = {"type": "array", "items": {"description": file.item, **_object(file.fields)}}
    whole = {"version": {"const": VERSION}, "items": items}
    return {
        "$schema": _DIALECT,
        "title": file.name,
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
