"""Pages that are rendered without the folder of the project are those that are rendered in it."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from notice_site.rendering.site import render_site
from tests.rendering.test_site import files, project

__all__ = ["project"]


def elsewhere(
    function: Callable[[Any], Any], values: Sequence[Any], min_chunk: int | None = None, on_progress: object = None
) -> list[Any]:
    """Calls a function as another machine receives it, with the last value first."""
    there = pickle.loads(pickle.dumps(function))
    return [there(value) for value in reversed(values)][::-1]


def built(project: Path, name: str, **workers: Any) -> dict[str, bytes]:
    site = project / name
    assert (
        render_site(str(project / "mkdocs.yml"), str(site), project / f"{name}-cache", lambda *_: None, **workers) == []
    )
    return files(site)


def test_pages_are_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    settings = project / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}site_url: !ENV SITE_URL\n", "utf-8")
    (project / "overrides/own.css").write_text("a {}", "utf-8")
    here = built(project, "here")
    there = built(project, "there", workers=elsewhere)
    assert there == here
    assert b"https://example.org/3.html" in here["3.html"]


def test_only_what_is_not_remembered_is_sent(project: Path) -> None:
    sent: list[str] = []

    def watched(function: Callable[[Any], Any], values: Sequence[Any], *rest: Any, **named: Any) -> list[Any]:
        sent.extend(value[0] for value in values)
        return elsewhere(function, values)

    built(project, "first", workers=watched)
    shutil.move(project / "first-cache", project / "second-cache")
    sent.clear()
    (project / "docs/3.md").write_text("# 改\n", "utf-8")
    second = built(project, "second", workers=watched)
    assert sent == ["3.md"]
    assert second == built(project, "whole")


def test_a_fault_on_another_machine_is_told(project: Path) -> None:
    (project / "docs/3.md").write_text("[断](nowhere.md)\n", "utf-8")
    [fault] = render_site(
        str(project / "mkdocs.yml"), str(project / "site"), project / "cache", lambda *_: None, workers=elsewhere
    )
    assert fault.file == "docs/3.md"
    assert "nowhere.md" in fault.message
