"""The files of the search index: the same each time, complete, and true to the dictionary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC
from pypinyin.constants import PHRASES_DICT

from notice_site.model import Block, BlockKind, Corpus, Notice
from notice_site.pipeline.build import generate
from notice_site.pipeline.reference import read_reference
from notice_site.search_index.facets import DOCUMENT_FIELDS, FIELDS
from notice_site.search_index.files import FORMAT, search_files
from notice_site.search_index.readings import ContextReadings
from notice_site.search_index.records import BREAK, document, newest_first
from notice_site.search_index.syllables import numbered
from notice_site.search_index.symbols import IGNORED, SECOND_FORMS, simplified_forms, symbols
from notice_site.text.pinyin import OwnReadings
from tests.project_sources import SOURCES, project_corpus


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return project_corpus()


@pytest.fixture(scope="module")
def own() -> OwnReadings:
    return read_reference(SOURCES)[0].readings


def files(corpus: Corpus, own: OwnReadings, small: int) -> dict[str, bytes]:
    notices = {notice.id: f"notices/{notice.id}.html" for notice in corpus.notices}
    terms = {term.id: f"glossary/{term.id}.html" for term in corpus.terms}
    return dict(search_files(corpus, notices, terms, {}, own, small))


def data(file: bytes) -> Any:
    """What a part hands over."""
    text = file.decode()
    assert text.startswith('__part("')
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def notice(*texts: str, **fields: Any) -> Notice:
    """A document of these paragraphs."""
    blocks = tuple(Block(f"p_{number}", BlockKind.PARAGRAPH, text) for number, text in enumerate(texts, 1))
    given: dict[str, Any] = {"id": "n", "source": "n.txt", "sha256": "", "title": "通知", "blocks": blocks} | fields
    return Notice(**given)


@pytest.mark.parametrize("small", [0, 10**9])
def test_the_same_corpus_gives_the_same_files(corpus: Corpus, own: OwnReadings, small: int) -> None:
    assert files(corpus, own, small) == files(corpus, OwnReadings(own.words), small)


def test_a_corpus_becomes_sharded_above_the_stated_size(own: OwnReadings) -> None:
    one = Corpus((), (notice("群众路线", title=None),))
    size = len("群众路线".encode())
    assert data(files(one, own, size)["search/manifest.js"])["shards"] == 0
    assert data(files(one, own, size - 1)["search/manifest.js"])["shards"] > 0


def test_the_fingerprint_changes_with_the_text(own: OwnReadings) -> None:
    corpora = [Corpus((), (notice(text),)) for text in ("六问", "六有")]
    prints = {data(files(each, own, 10**9)["search/manifest.js"])["version"] for each in corpora}
    assert len(prints) == 2


def test_the_volumes_that_a_folder_lists_stand_in_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "reference").mkdir()
    manifest = data(generate(tmp_path).files["search/manifest.js"])
    assert manifest["format"] == FORMAT
    assert "volumes" not in manifest
    listed = "- {name: 2014年卷, address: ../2014/}\n- {name: 2015年卷, address: 2015/}\n"
    (tmp_path / "reference" / "volumes.yml").write_text(listed, "utf-8")
    tree = generate(tmp_path)
    assert data(tree.files["search/manifest.js"])["volumes"] == [{"name": "2014年卷", "address": "../2014/"}]
    assert [(problem.file, problem.line) for problem in tree.problems if problem.line] == [("reference/volumes.yml", 2)]
    listing = b'"path": "reference/volumes.yml"'
    assert listing in tree.files["data/edition.json"]  # another list, another edition


def test_no_data_make_files_all_the_same(own: OwnReadings) -> None:
    for small in (0, -1):
        assert data(files(Corpus((), ()), own, small)["search/manifest.js"])["documents"] == 0


def test_every_character_of_every_block_is_a_symbol_of_the_stream_or_ignored(corpus: Corpus, own: OwnReadings) -> None:
    readings = ContextReadings(own)
    for each in corpus.notices:
        found = document(each, readings)
        texts = [passage.text for passage in found.passages]
        titles = [block.text for block in each.blocks if block.kind is BlockKind.TITLE]
        assert "".join(texts + titles) or not each.blocks
        stream = found.stream.replace(BREAK, "")
        assert len(stream) == sum(len(IGNORED.sub("", text)) for text in (each.title or "", *texts))


def test_readings_in_context_are_those_of_the_dictionary(corpus: Corpus, own: OwnReadings) -> None:
    readings = ContextReadings(own)
    compared = 0
    for each in corpus.notices:
        found = document(each, readings)
        spoken = dict(found.spoken)
        at = 0
        for text in (each.title or "", *(passage.text for passage in found.passages)):
            while found.stream[at : at + 1] == BREAK:
                at += 1
            for character, syllable in zip(text, own.readings(text), strict=True):
                for symbol in symbols(character):
                    plain = numbered(syllable)[:-1]
                    assert not plain or spoken.get(at, readings.first(symbol))[:-1] == plain, text
                    at += 1
                    compared += 1
    assert compared > 15_000


def test_documents_are_ordered_by_date_the_newest_first_undated_ones_last() -> None:
    dates = {"a": "2014-03", "b": None, "c": "2014-03-28", "d": "2014-04-03", "e": "2014-03-28"}
    notices = [notice(id=name, date=date) for name, date in dates.items()]
    assert [each.id for each in newest_first(notices)] == ["d", "c", "e", "a", "b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "践行“三严三实”要求": "践行三严三实要求",
        "不少于 ３天。": "不少于3天",
        "PPT、Ａ股": "ppta股",
        "群眾路線": "群众路线",
        "⼯作": "工作",
        "二○一四年": "二○一四年",
        "—…·《》【】〔2014〕": "2014",
        "5+2": "5+2",
        "a\u200bb\ufeffc\u00ad": "abc",
        "": "",
    }.items(),
)
def test_symbols_of(text: str, expected: str) -> None:
    assert symbols(text) == expected


def test_traditional_words_are_read_as_simplified_ones() -> None:
    """Every word of the dictionary, written in traditional characters as the converter does it, comes back."""
    words = [word for word in PHRASES_DICT if simplified_forms().keys().isdisjoint(word)]
    traditional = OpenCC("s2t").convert("\n".join(words)).split("\n")
    second = str.maketrans(SECOND_FORMS[::2], SECOND_FORMS[1::2])
    lost = [
        word
        for word, written in zip(words, traditional, strict=True)
        if symbols(written).translate(second) != symbols(word).translate(second)
    ]
    assert len(lost) / len(words) < 0.001, lost


def test_the_manifest_declares_fields_and_facets_for_the_scripts(own: OwnReadings) -> None:
    manifest = data(files(Corpus((), ()), own, 0)["search/manifest.js"])
    assert manifest["fields"] == [*FIELDS]
    assert [(facet["name"], facet["of"], facet["field"]) for facet in manifest["facets"]] == [
        ("hit", "place", ""),
        ("volume", "volume", "volume"),
        ("level", "document", "level"),
        ("issuer", "document", "issuers"),
        ("year", "document", "date"),
        ("genre", "document", "genre"),
    ]
    assert set(DOCUMENT_FIELDS) <= set(FIELDS)
