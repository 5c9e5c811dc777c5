"""The project's own sources: what is understood of them and what is built from them, once in each process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from notice_site.model import Corpus
from notice_site.pipeline.build import generate
from notice_site.pipeline.understand import understand

SOURCES = Path(__file__).parents[1] / "source_texts"


@cache
def project_corpus() -> Corpus:
    """What is understood of the sources."""
    return understand(SOURCES)


@cache
def project_files() -> Mapping[str, bytes]:
    """The files of docs/ by their paths, as the sources give them."""
    return generate(SOURCES).files
