"""The guides name only commands that exist, make's help is complete, and every dependency has its reason."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "tests/README.md")


def help_of_make() -> set[str]:
    printed = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    return {line.split()[1] for line in printed.splitlines() if line.startswith("make ")}


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_names_only_commands_that_make_has(guide: str) -> None:
    text = (ROOT / guide).read_text("utf-8")
    code = "\n".join(re.findall(r"`[^`]*`|^make .*$", text, re.M))
    named = set(re.findall(r"\bmake ([a-z-]+)", code))
    assert named
    assert named <= help_of_make()


def test_the_help_explains_each_command_that_is_meant_for_people() -> None:
    targets = set(re.findall(r"^\.PHONY: ([a-z-]+)$", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert targets - help_of_make() == {"browser", "force", "linters", "peers", "printer"}


@pytest.mark.parametrize("lock", ["requirements.in", "requirements-dev.in"])
def test_each_dependency_has_a_reason_in_the_architecture(lock: str) -> None:
    table = (ROOT / "ARCHITECTURE.md").read_text("utf-8").lower()
    for name in re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text("utf-8"), re.M):
        assert re.search(rf"^\|.*\b{re.escape(name)}\b.*\|.*\|$", table, re.M), name


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_a_hash_and_none_names_its_place(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip())
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert packages
    assert all("==" in entry and "--hash=sha256:" in entry for entry in packages)
    assert not any("://" in entry or "--index" in entry or "--find-links" in entry for entry in packages)
