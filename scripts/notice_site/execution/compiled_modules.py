"""Compiles a module anew where the compiled file that Python keeps of it is damaged.

A disk that becomes full cuts such a file, and Python, which does not notice, cannot load the module from then on.
"""

from __future__ import annotations

from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

_get_code = SourceFileLoader.get_code


def replace_damaged_files() -> None:
    """Has every module that is loaded from now on compiled anew where its compiled file is damaged."""
    SourceFileLoader.get_code = _code_of_module  # type: ignore[assignment, method-assign]


def _code_of_module(loader: SourceFileLoader, name: str) -> CodeType | None:
    try:
        return _get_code(loader, name)
    except (EOFError, TypeError, ValueError):  # what marshal raises for bytes that are cut or wrong
        Path(cache_from_source(loader.get_filename(name))).unlink(missing_ok=True)
        return _get_code(loader, name)
