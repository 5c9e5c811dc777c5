"""A machine that receives a maker of pages makes the same pages from it."""

from __future__ import annotations

import pickle
import shutil
from functools import partial
from pathlib import Path

from notice_site import reading
from notice_site.model.edition import Edition
from notice_site.pages.core.site import site
from notice_site.pages.kinds import KINDS
from notice_site.pipeline.page_maker import PageMaker
from notice_site.pipeline.understand import understand_with_fingerprints

SOURCES = Path(__file__).parents[1] / "cases" / "pages" / "sources"


def test_pages_are_the_same_on_a_machine_that_receives_the_maker_and_has_no_sources(tmp_path: Path) -> None:
    sources = Path(shutil.copytree(SOURCES, tmp_path / "sources"))
    reference, corpus, fingerprints = understand_with_fingerprints(sources)
    originals = reading.read_originals(sources / "notices", corpus.sources)
    make_site = partial(site, corpus, reference.levels, originals, [], Edition("试", "1.0", ()), (), fingerprints)
    here = PageMaker(make_site, KINDS, reference.readings, reference.addresses.published)
    pages = {path: here(path) for path in here.pending}
    shutil.rmtree(sources)
    there = pickle.loads(pickle.dumps(here))
    sent = {path: content for path, content in pages.items() if not here.pending[path].is_copy}
    assert {path: there(path) for path in reversed(sent)} == sent
    assert {path.partition("/")[0] for path in pages.keys() - sent.keys()} == {"sources"}
    assert any(path.startswith("notices/readings/") for path in pages)


def test_what_was_prepared_does_not_travel() -> None:
    maker = PageMaker(partial(int, 7), KINDS, None, ())  # type: ignore[arg-type]
    before = pickle.dumps(maker)
    assert repr(maker.site) == "7"
    assert pickle.dumps(maker) == before
