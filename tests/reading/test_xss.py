"""Markup made to run programs gives plain lines: what a browser would show as text, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from notice_site.reading.formats import extract_text
from notice_site.reading.reference.limits import DEFAULTS

VECTORS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "xss_vectors.yml").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_markup_reads_as_text_only(vector: dict[str, Any]) -> None:
    page = f"<p>前文</p>\n{vector['html']}\n<p>后文</p>\n"
    content = extract_text(page.encode(), "page.html", DEFAULTS)
    assert [paragraph.line.text for paragraph in content.paragraphs] == vector["reads"]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_text_around_the_markup_is_not_lost(vector: dict[str, Any]) -> None:
    page = f"<p>前文</p>\n{vector['html']}\n<p>后文</p>\n"
    content = extract_text(page.encode(), "page.html", DEFAULTS)
    texts = [p.line.text for p in content.paragraphs] + [d.text for d in content.dropped]
    assert "前文" in "".join(texts)
    assert "后文" in "".join(texts) or "an unclosed style" in vector["name"]


def test_there_are_more_than_a_hundred_ways_and_each_has_its_name() -> None:
    names = [vector["name"] for vector in VECTORS]
    assert len(names) >= 110
    assert len(set(names)) == len(names)
