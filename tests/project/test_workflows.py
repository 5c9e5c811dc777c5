"""The workflows call only commands that make has, pin what they use and ask for no right they do not need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.test_commands import help_of_make

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]-*.yml"))


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def texts(node: object) -> Iterator[str]:
    """Every text in a YAML document."""
    if isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
    elif isinstance(node, str):
        yield node


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".gitlab-ci.yml"], ids=lambda path: path.name)
def test_every_make_target_exists_and_what_must_hold_is_checked(path: Path) -> None:
    called = re.findall(r"\bmake ([a-z-]+)$", "\n".join(texts(loaded(path))), re.M)
    assert {"lint", "check-docs", "check-addresses", "test"} <= set(called) <= help_of_make()
    assert {"site", "publish"} & set(called)


def test_the_check_before_a_release_runs_targets_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    steps = re.search(r"\.ci/run ([a-z -]+) \$\$\(.*echo ([a-z-]+)\)$", makefile, re.M)
    assert steps
    named = {*steps[1].split(), steps[2]}
    assert {
        "lint",
        "check-docs",
        "check-addresses",
        "test",
        "test-long",
        "publish",
        "check-bundle",
        "lighthouse",
    } == named
    assert named <= help_of_make()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_rights_are_few(path: Path) -> None:
    workflow = loaded(path)
    uses = re.findall(r"uses: (\S+)(.*)", path.read_text("utf-8"))
    assert uses
    for action, comment in uses:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), f"{action}: name its version behind it"
    assert workflow["permissions"] == {}
    rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert rights == {"check": {"contents": "read"}, "publish": {"pages": "write", "id-token": "write"}}
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())
    assert workflow["jobs"]["publish"]["needs"] == "check"


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.name)
def test_an_issue_form_is_whole(form: Path) -> None:
    """https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests"""
    found = loaded(form)
    assert {"name", "description", "body"} <= set(found)
    fields = [field for field in found["body"] if field["type"] != "markdown"]
    assert {field["type"] for field in fields} <= {"input", "textarea", "dropdown", "checkboxes"}
    ids = [field["id"] for field in fields]
    assert len(ids) == len(set(ids))
    assert all(field["attributes"]["label"] for field in fields)
    for field in fields:
        if field["type"] in ("dropdown", "checkboxes"):
            assert field["attributes"]["options"]


def test_there_is_a_form_for_each_kind_of_report() -> None:
    assert [loaded(form)["name"] for form in FORMS] == ["文字有误", "认定有误", "收录一件公文"]
