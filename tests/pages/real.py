"""The site of the project's own sources, understood once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from notice_site import pipeline
from notice_site.pages.site import Site, site
from tests.pages.sample import EDITION

SOURCES = Path(__file__).parents[2] / "source_texts"


@cache
def real_site() -> Site:
    """The five published sources, with all that is found in them."""
    reference, _ = pipeline.read_reference(SOURCES)
    return site(pipeline.understand(SOURCES), reference.levels, {}, (), EDITION)
