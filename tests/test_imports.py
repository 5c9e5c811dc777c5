"""Imports run one way and without cycles, and few rooms touch files: read from the source, not from what is loaded."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[1] / "ARCHITECTURE.md"
PACKAGE = Path(__file__).parents[1] / "scripts" / "notice_site"

ROOMS = (
    "model",
    "execution",
    "text",
    "reading",
    "parsing",
    "findings",
    "editing",
    "search_index",
    "pages",
    "publishing",
    "rendering",
    "bundling",
    "pipeline",
    "serving",
)
"""A room may import from itself and from the rooms before it."""

INNER_ROOMS = {
    "reading": ("content", "folder", "reference", "boilerplate", "readers"),
    "findings": ("terms", "citations", "events", "tasks", "reuse"),
    "pages": (
        "core", "notice", "comparison", "terms", "timeline", "tasks", "picking", "citations", "packs", "general",
        "fingerprints", "kinds",
    ),
}  # fmt: skip
"""The same inside a room, for the folders and modules named here."""

LEAVES = ("execution", "text")
"""Of the other rooms these may import `model` alone."""

FINDINGS = ("terms", "citations", "events", "tasks", "reuse")
"""A stage of findings does not import another: the pipeline hands over what one found."""

FILE_ROOMS = ("reading", "rendering", "bundling", "execution", "serving")

MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path != PACKAGE / "__init__.py"
}


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


def imported(module: str) -> Iterator[str]:
    """The modules of the package that a module imports."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            if node.module == "notice_site" or (node.module or "").startswith("notice_site."):
                base = (node.module or "").removeprefix("notice_site").removeprefix(".")
                for alias in node.names:
                    inner = f"{base}.{alias.name}".removeprefix(".")
                    yield inner if inner in MODULES else base
        elif isinstance(node, ast.Import):
            for alias in node.names:
                assert not alias.name.startswith("notice_site"), f"{module}: import {alias.name}"


def room(module: str) -> str:
    return module.partition(".")[0]


def inner_room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_comes_before_it(module: str) -> None:
    for other in imported(module):
        if room(other) != room(module):
            assert ROOMS.index(room(other)) < ROOMS.index(room(module)), f"{module} imports {other}"
            assert room(module) not in LEAVES or room(other) == "model", f"{module} imports {other}"
            continue
        order = INNER_ROOMS.get(room(module), ())
        inside, outside = inner_room(module), inner_room(other)
        if inside in order and outside in order:
            assert order.index(outside) <= order.index(inside), f"{module} imports {other}"


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) == "findings"])
def test_a_stage_of_findings_imports_no_other_stage(module: str) -> None:
    inside = inner_room(module)
    for other in imported(module):
        if inside in FINDINGS and room(other) == "findings" and inner_room(other) in FINDINGS:
            assert inner_room(other) == inside, f"{module} imports {other}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    TopologicalSorter({module: set(imported(module)) - {module} for module in MODULES}).prepare()


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) not in FILE_ROOMS])
def test_only_some_rooms_touch_files(module: str) -> None:
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Call)
    }
    assert not calls & {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmtree"}


def test_only_rendering_knows_the_renderer() -> None:
    for module in MODULES:
        roots = {
            (node.module or "").partition(".")[0] if isinstance(node, ast.ImportFrom) else node.names[0].name
            for node in ast.walk(tree_of(module))
            if isinstance(node, (ast.Import, ast.ImportFrom))
        }
        assert room(module) == "rendering" or not roots & {"mkdocs", "material", "jinja2", "markdown"}, module


def test_a_file_holds_one_idea() -> None:
    long = {
        module: lines for module, path in MODULES.items() if (lines := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert not long, "a file of more than 400 lines hides a second idea: split it"


def picture() -> str:
    """The rooms as a Mermaid graph: an arrow leads to what a room imports, unless other arrows lead there too."""
    direct = {
        name: {room(other) for module in MODULES if room(module) == name for other in imported(module)} - {name}
        for name in ROOMS
    }
    reached: dict[str, set[str]] = {}
    for name in ROOMS:
        reached[name] = direct[name].union(*(reached[other] for other in direct[name]))
    arrows = [
        f"  {name} --> {other}"
        for name in ROOMS
        for other in ROOMS
        if other in direct[name] and not any(other in reached[between] for between in direct[name])
    ]
    return "\n".join(["```mermaid", "graph TD", *arrows, "```"])


def test_the_picture_of_the_rooms_in_the_architecture_is_current(request: pytest.FixtureRequest) -> None:
    text = GUIDE.read_text("utf-8")
    shown = re.search(r"(?<=<!-- rooms -->\n).*?(?=\n<!-- /rooms -->)", text, re.S)
    assert shown
    if request.config.getoption("--rewrite-goldens"):
        GUIDE.write_text(text.replace(shown[0], picture()), "utf-8")
    else:
        assert shown[0] == picture(), "make goldens TESTS=tests/test_imports.py draws it anew"


def test_no_quantifier_of_a_pattern_is_taken_for_an_expression() -> None:
    """In an f-string the braces of {1,3} make "(1, 3)" of it: they are written twice."""
    assert [*_constants_in_f_strings(ast.parse('rf"x{1,3}{2}{{1,3}}{name}"'))] == ["(1, 3)", "2"]
    found = {name: [*_constants_in_f_strings(tree_of(name))] for name in MODULES}
    assert {name: constants for name, constants in found.items() if constants} == {}


def _constants_in_f_strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple | ast.Constant):
            yield ast.unparse(node.value)
