"""A module whose compiled file was cut, as on a disk that became full, is compiled anew."""

from __future__ import annotations

import sys
from importlib.util import cache_from_source, module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import notice_site  # what loads the package has the loader mended

assert notice_site


def value_of_module(file: Path) -> object:
    spec = spec_from_file_location("of_test", file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.VALUE


@pytest.mark.parametrize("length", [0, 20, 4096], ids=["empty", "cut behind its head", "cut behind a page"])
def test_a_damaged_compiled_file_is_made_anew(tmp_path: Path, length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    module = tmp_path / "module.py"
    module.write_text(f"VALUE = {[*map(str, range(2000))]}\n", "utf-8")
    value = value_of_module(module)
    compiled = Path(cache_from_source(str(module)))
    whole = compiled.read_bytes()
    assert len(whole) > length
    compiled.write_bytes(whole[:length])
    assert value_of_module(module) == value
    assert compiled.read_bytes() == whole
