"""Builds the site of the project's own sources, once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from notice_site.pages.core.site import Site, site
from notice_site.pipeline.reference import read_reference
from notice_site.pipeline.understand import understand
from tests.pages.sample import EDITION

SOURCES = Path(__file__).parents[2] / "source_texts"


@cache
def real_site() -> Site:
    """The five published sources, with all that is found in them."""
    reference, _ = read_reference(SOURCES)
    return site(understand(SOURCES), reference.levels, {}, (), EDITION)
