"""What all prints of these tests are made from: the sources of this project, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.bundling.paper.fonts import missing
from notice_site.pipeline.study_pack import Study, study

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def sources() -> Study:
    if fault := missing():
        pytest.skip(fault)
    return study(ROOT / "source_texts")
