"""Writes datapackage.json: the CSV tables as a Tabular Data Package (Frictionless), each column with its type."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from notice_site.model.edition import Edition
from notice_site.pages.core import labels_zh
from notice_site.pages.general.data_fields import STATUS
from notice_site.publishing.data_file import DataFile

_RESOURCE = {
    "profile": "tabular-data-resource",
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8-sig",  # with the byte order mark that spreadsheet programs ask for
    "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
}


def data_package(edition: Edition, tables: Iterable[DataFile]) -> bytes:
    """Describes the tables among the data files; their paths are relative to that of the package."""
    package = {
        "profile": "tabular-data-package",
        "name": edition.name.lower(),
        "title": labels_zh.SITE,
        "description": STATUS,
        "version": edition.label,
        "resources": [_resource(table) for table in tables if table.columns],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(table: DataFile) -> dict[str, Any]:
    file = table.path.rpartition("/")[2]
    fields = [{"name": name, "type": type} for name, type in table.columns.items()]
    schema = {"fields": fields, "missingValues": [""]}
    return {"name": file.removesuffix(".csv"), "path": file, **_RESOURCE, "schema": schema}
