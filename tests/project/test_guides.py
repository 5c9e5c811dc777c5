"""The guides tell the truth about the project: each file that they name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = (ROOT, ROOT / "scripts" / "notice_site")
OPTIONAL = ("reference/limits.yml", "reference/volumes.yml")
MADE = ("site/", "dist/", ".venv/", ".cache/", "node_modules/")
GUIDES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "tests/README.md", "source_texts/README.md", "bench/PROFILE.md")


@pytest.mark.parametrize("guide", GUIDES)
def test_each_path_that_a_guide_names_is_there(guide: str) -> None:
    text = re.sub(r"```.*?```", "", (ROOT / guide).read_text("utf-8"), flags=re.S)
    named = re.findall(r"`([\w.*/-]+/[\w.*/-]*)`", text)
    places = (*PLACES, (ROOT / guide).parent)
    sought = {
        path.rstrip("/").replace("STAGE", "*").replace("ROOM", "*")
        for path in named
        if not path.startswith(MADE) and not path.endswith(".html")
    }
    assert not {path for path in sought if path not in OPTIONAL and not any([*place.glob(path)] for place in places)}


def test_the_architecture_has_lines_that_fit_a_screen() -> None:
    lines = (ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()
    assert not [line for line in lines if len(line) > 120 and not line.startswith("|")]
