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
    """Takes each table that this process has not from the cache; keeps there what it lacks."""
    if not cache.is_enabled:
        return
    for name, table in _TABLES.items():
        if table.value is None:
            table.value = cache.get("library table", name)
            is_kept = table.value is not None
        else:
            is_kept = cache.keep("library table", name)
        if not is_kept:
            cache.put("library table", name, table())
