"""Keeps the code of regular expressions for later runs, as Python keeps that of modules.

Python compiles 800 of them when the program is loaded: a quarter of a build after an edit.
"""

from __future__ import annotations

import importlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from notice_site.execution.cache import ResultCache

_compiler: Any = importlib.import_module("re._compiler")  # not public: Python has no way to keep a pattern's code


class _Recorder:
    """Stands in for the module that makes a pattern of its code, and shows the code."""

    def __init__(self, module: Any) -> None:
        self._module = module
        self.last: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)

    def compile(self, *arguments: Any) -> Any:
        """Makes the pattern."""
        self.last = arguments
        return self._module.compile(*arguments)


@contextmanager
def patterns_kept(cache: ResultCache, owner: str) -> Iterator[None]:
    """Takes the code of patterns that are compiled in the block from the cache, and keeps there what it lacks.

    `owner` is what has the patterns, the same in each run.
    """
    known: dict[Any, tuple[Any, ...]] = cache.get("patterns", owner) or {}
    used: dict[Any, tuple[Any, ...]] = {}
    compile_anew, recorder = _compiler.compile, _Recorder(_compiler._sre)

    def compiled(pattern: Any, flags: int) -> Any:
        key = pattern, int(flags)
        if key in known:
            used[key] = found, code, *groups = known[key]
            return recorder.compile(pattern, found, code.tolist(), *groups)
        result = compile_anew(pattern, flags)
        _, found, code, groups, names, numbers = recorder.last
        used[key] = int(found), array("I", code), groups, dict(names), numbers
        return result

    _compiler.compile, _compiler._sre = compiled, recorder
    try:
        yield
    finally:
        _compiler.compile, _compiler._sre = compile_anew, recorder._module
    if used.keys() != known.keys():
        cache.put("patterns", owner, used)
