"""Builds the site of the project's own sources, once."""

from __future__ import annotations

from functools import cache

from notice_site.pages.core.site import Site, site
from notice_site.pipeline.reference import read_reference
from tests.pages.sample import EDITION
from tests.project_sources import SOURCES, project_corpus


@cache
def real_site() -> Site:
    """The five published sources, with all that is found in them."""
    reference, _ = read_reference(SOURCES)
    return site(project_corpus(), reference.levels, {}, (), EDITION)
