"""Addresses of documents, blocks and words, as seen from any page."""

from __future__ import annotations

import pytest

from notice_site.model import Ref
from notice_site.pages.core.links import Location, links
from tests.pages.sample import CORPUS

LINKS = links(CORPUS.notices)


def test_the_first_document_of_a_source_is_the_page_and_the_others_are_fragments() -> None:
    assert LINKS.notice("f1").url == "notices/f1.html"
    assert LINKS.notice("f1-att_1").url == "notices/f1.html#f1-att_1"


def test_a_block_is_a_fragment_of_its_page() -> None:
    assert LINKS.block("f1-att_1", "att_1__sec_1").url == "notices/f1.html#att_1__sec_1"


def test_words_name_their_block_and_characters() -> None:
    assert LINKS.words(Ref("f1", "p_1", 3, 5)).url == "notices/f1.html?at=p_1.3-5#p_1"


@pytest.mark.parametrize(
    ("place", "file", "seen", "built"),
    [
        (Location("notices/f1.md", "p_1"), "index.md", "notices/f1.md#p_1", "notices/f1.html#p_1"),
        (Location("notices/f1.md", "p_1"), "notices/f1.md", "#p_1", "f1.html#p_1"),
        (Location("notices/f1.md"), "notices/f1.md", "f1.md", "f1.html"),
        (Location("notices/f1.md", "p_1", "at=p_1.3-5"), "a/b/c.md", "../../notices/f1.md?at=p_1.3-5#p_1",
         "../../notices/f1.html?at=p_1.3-5#p_1"),
        (Location("data/notices.json"), "data.md", "data/notices.json", "data/notices.json"),
    ],
    ids=["from the top", "from the same page", "the page itself", "words from deep down", "a file"],
)  # fmt: skip
def test_addresses_are_relative(place: Location, file: str, seen: str, built: str) -> None:
    assert place.relative_to(file) == seen
    assert place.built_relative_to(file) == built
