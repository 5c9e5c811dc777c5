"""A change of anything that shapes pages changes the fingerprint of the cache."""

from __future__ import annotations

import shutil
from importlib.metadata import version
from pathlib import Path

import pytest

from notice_site.rendering import fingerprints

RENDERING = Path(fingerprints.__file__).parent


@pytest.mark.parametrize("module", [path.name for path in sorted(RENDERING.glob("*.py"))])
def test_a_change_of_a_module_of_rendering(tmp_path: Path, module: str) -> None:
    copy = shutil.copytree(RENDERING, tmp_path / "rendering", ignore=shutil.ignore_patterns("__pycache__"))
    assert fingerprints.program_fingerprint(copy) == fingerprints.program_fingerprint()
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert fingerprints.program_fingerprint(copy) != fingerprints.program_fingerprint()


@pytest.mark.parametrize(
    "library", ["Markdown", "pymdown-extensions", "mkdocs", "mkdocs-material", "Jinja2", "rcssmin", "rjsmin"]
)
def test_another_version_of_a_library(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    before = fingerprints.program_fingerprint()
    monkeypatch.setattr(fingerprints, "version", lambda name: "0" if name == library else version(name))
    assert fingerprints.program_fingerprint() != before


def test_another_version_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprints.program_fingerprint()
    monkeypatch.setattr("sys.version", "4.0")
    assert fingerprints.program_fingerprint() != before
