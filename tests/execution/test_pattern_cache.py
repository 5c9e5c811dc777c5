"""A pattern that is remembered is the pattern that Python compiles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notice_site.execution.cache import NO_CACHE, ResultCache
from notice_site.execution.pattern_cache import _compiler, patterns_kept

PATTERNS = [
    (r"(?P<year>\d{4})年(?P<month>\d{1,2})月", 0),
    (r"六问 (?: 六带头 | [一-龥]{2,4} )", re.VERBOSE),
    ("HTML|[à-ÿ]+", re.IGNORECASE),
    (rb"<meta [^>]*charset", re.IGNORECASE),
    (r"(?i:notice)(?<!的)\Z", re.ASCII),
]
TEXT = "2014年3月，六问六带头；HTML ÉÀ Notice"


def compiled(cache: ResultCache) -> list[re.Pattern[str] | re.Pattern[bytes]]:
    re.purge()
    with patterns_kept(cache, "test"):
        return [re.compile(*pattern) for pattern in PATTERNS]  # type: ignore[call-overload]


def test_a_remembered_pattern_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = compiled(NO_CACHE)
    for is_remembered in (False, True):
        cache = ResultCache(tmp_path / "results.sqlite")
        if is_remembered:
            monkeypatch.setattr(_compiler, "_code", None)  # nothing is compiled any more
        patterns = compiled(cache)
        cache.close()
        assert patterns == plain
        for one, other in zip(patterns, plain, strict=True):
            text: str | bytes = TEXT if isinstance(one.pattern, str) else TEXT.encode()
            assert one.groupindex == other.groupindex
            assert one.flags == other.flags
            assert one.findall(text) == other.findall(text)  # type: ignore[arg-type]


def test_outside_the_block_python_compiles_as_ever(tmp_path: Path) -> None:
    before = _compiler.compile, _compiler._sre
    with pytest.raises(re.error), patterns_kept(ResultCache(tmp_path / "results.sqlite"), "test"):
        re.compile("六问(")
    assert (_compiler.compile, _compiler._sre) == before
