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
