"""Keeps the tables that are made from libraries for later builds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notice_site.execution.cache import ResultCache
from notice_site.search_index.symbols import simplified_forms
from notice_site.text.library_table import LibraryTable
from notice_site.text.pinyin import dictionary

_TABLES: Mapping[str, LibraryTable[Any]] = {
    "dictionary": dictionary,
    "simplified forms": simplified_forms,
}


def remember_library_tables(cache: ResultCache) -> None:
    """Takes each table from the cache; keeps there what it lacks."""
    if not cache.is_enabled:
        return
    for name, table in _TABLES.items():
        table.value = cache.get("library table", name)
        if table.value is None:
            cache.put("library table", name, table())
