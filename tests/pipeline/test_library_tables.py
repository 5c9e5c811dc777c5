"""Tables that are made from libraries are the same whether they are made or remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.execution.cache import ResultCache
from notice_site.pipeline import library_tables
from notice_site.pipeline.library_tables import remember_library_tables
from notice_site.text.library_table import LibraryTable


def test_a_table_is_made_once_for_all_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def forms() -> dict[str, str]:
        made.append("forms")
        return {"羣": "群"}

    for _ in range(2):
        table = LibraryTable(forms)
        monkeypatch.setattr(library_tables, "_TABLES", {"forms": table})
        cache = ResultCache(tmp_path / "results.sqlite")
        remember_library_tables(cache)
        cache.close()
        assert table() == {"羣": "群"}
    assert made == ["forms"]


def test_builds_of_one_process_read_a_table_once_and_keep_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = LibraryTable(lambda: {"羣": "群"})
    monkeypatch.setattr(library_tables, "_TABLES", {"forms": table})
    for _ in range(3):
        cache = ResultCache(tmp_path / "results.sqlite")
        remember_library_tables(cache)
        cache.close()
        monkeypatch.setattr(ResultCache, "get", None)  # reading it again would fail
    monkeypatch.undo()
    cache = ResultCache(tmp_path / "results.sqlite")
    assert cache.get("library table", "forms") == {"羣": "群"}
    cache.close()


def test_a_new_cache_receives_the_tables_that_a_process_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = LibraryTable(lambda: {"羣": "群"})
    monkeypatch.setattr(library_tables, "_TABLES", {"forms": table})
    for name in ("first", "second"):
        cache = ResultCache(tmp_path / name)
        remember_library_tables(cache)
        assert cache.get("library table", "forms") == {"羣": "群"}
        cache.close()
