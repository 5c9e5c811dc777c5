"""Imports run one way, and only two modules touch files: read from the source, not from what is loaded."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "scripts" / "notice_site"

# What may import what: a module may import those of its own tier and of the tiers before it.
TIERS = (
    ("model", "progress"),
    ("travelling",),
    ("spreading", "quick_inline"),
    ("remembering", "cluster"),
    ("chinese_numerals", "chinese_dates", "labels", "spacing", "naming", "pinyin", "phrase_matching", "titles"),
    ("calendar_parts", "calendar_documents", "iso_dates", "sentences"),
    ("recurrences",),
    ("editions", "glossary_entries", "pack_entries", "date_expressions", "quantities", "quantity_comparison"),
    ("csv_documents", "alignment", "wording", "number_rows"),
    ("mending",),
    ("parsing",),
    ("reading", "decisions", "deciding"),
    ("findings",),
    ("review", "candidate_report", "sidecar_proposal"),
    ("pages", "search_index"),
    ("publishing",),
    ("writing",),
    ("kept_files",),
    ("pipeline",),
    ("bundling",),
)


def tier(module: str) -> int:
    name = module.partition(".")[0]
    for number, names in enumerate(TIERS):
        if name in names or any(name.startswith(f"{known}_") for known in names):
            return number
    raise AssertionError(f"{module}: say in TIERS where it belongs")


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        if name != "__init__":
            yield name.removesuffix(".__init__"), path


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "notice_site":
                yield from (alias.name for alias in node.names)
            elif node.module and node.module.startswith("notice_site."):
                yield node.module.removeprefix("notice_site.")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                assert not alias.name.startswith("notice_site"), f"{path}: import {alias.name}"


@pytest.mark.parametrize(("name", "path"), [pytest.param(n, p, id=n) for n, p in modules()])
def test_a_module_imports_only_what_comes_before_it(name: str, path: Path) -> None:
    for other in imported(path):
        assert tier(other) <= tier(name), f"{name} imports {other}"


@pytest.mark.parametrize(("name", "path"), [pytest.param(n, p, id=n) for n, p in modules()])
def test_only_reading_and_writing_touch_files(name: str, path: Path) -> None:
    if name.partition(".")[0] in ("reading", "writing", "bundling", "remembering"):
        return
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    assert not calls & {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmtree"}


def test_the_package_does_not_know_its_renderer() -> None:
    for name, path in modules():
        roots = {
            (node.module or "").partition(".")[0] if isinstance(node, ast.ImportFrom) else node.names[0].name
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, (ast.Import, ast.ImportFrom))
        }
        assert not roots & {"mkdocs", "material", "jinja2"}, name
