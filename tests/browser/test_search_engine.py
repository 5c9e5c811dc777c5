"""The engine answers generated queries as the oracle does, alike in both forms of its data, over http and from disk."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from notice_site.model import Block, BlockKind, Corpus, Notice
from notice_site.pipeline.reference import read_reference
from notice_site.text.pinyin import OwnReadings
from tests.browser.harness import served
from tests.browser.marionette import Firefox
from tests.project_sources import SOURCES
from tests.search_index.engine_site import (
    EXACT,
    FUZZY,
    NUMERAL,
    UNFINISHED,
    Answers,
    ask,
    ask_firefox,
    opened,
    write_engine_site,
)
from tests.search_index.oracle import Oracle, Place, letters
from tests.search_index.typed import Typed, accented, generated
from tests.search_index.wider_oracle import SENTENCE

COUNTS = {
    "汉字": 600, "带标点": 200, "繁体": 300, "全拼": 600, "空格": 200, "隔音符号": 150, "声调": 250, "数字声调": 200,
    "未写完": 250, "混写": 250, "近音": 250,
}  # fmt: skip
WRITTEN = ("汉字", "带标点", "繁体")
READ = ("全拼", "空格", "隔音符号", "声调", "数字声调", "混写")

NUMERAL_SIGNS = "[0-9〇○一二三四五六七八九十]"
DATE = re.compile(f"(?:{NUMERAL_SIGNS}{{2,4}}年)?{NUMERAL_SIGNS}{{1,2}}月(?:{NUMERAL_SIGNS}{{1,3}}[日号]?)?")
AS_EXACT_AS_FULL = range(FUZZY)
WHOLE = set(range(FUZZY)) - {UNFINISHED}


@dataclass(frozen=True)
class Ground:
    """The corpus of the sources, its oracle, and pages with the engine over it."""

    corpus: Corpus
    own: OwnReadings
    oracle: Oracle
    http: Page
    file: Page


@pytest.fixture(scope="module")
def ground(browser: Browser, corpus: Corpus, engine_folder: Path) -> Iterator[Ground]:
    own = read_reference(SOURCES)[0].readings
    with (
        served(engine_folder) as address,
        opened(browser, address) as http,
        opened(browser, f"{engine_folder.as_uri()}/") as file,
    ):
        yield Ground(corpus, own, Oracle(corpus, own), http, file)


@pytest.fixture(
    scope="module", params=[pytest.param(10, id="a tenth"), pytest.param(1, id="all", marks=pytest.mark.long)]
)
def queries(request: pytest.FixtureRequest, ground: Ground) -> list[Typed]:
    counts = {manner: count // request.param for manner, count in COUNTS.items()}
    return list(generated(ground.corpus, ground.own, counts, seed=20140226))


@pytest.fixture(scope="module")
def answers(ground: Ground, queries: list[Typed]) -> dict[Typed, Answers]:
    """What the small form says over http."""
    texts = [query.text for query in queries]
    return dict(zip(queries, ask(ground.http, "small", texts), strict=True))


def of(answers: dict[Typed, Answers], *manners: str) -> Iterator[tuple[Typed, Answers]]:
    found = [(query, answer) for query, answer in answers.items() if query.manner in manners]
    assert found
    return iter(found)


def test_characters_find_every_paragraph_that_holds_them_and_no_other(
    ground: Ground, answers: dict[Typed, Answers]
) -> None:
    for query, answer in of(answers, *WRITTEN):
        written = ground.oracle.written(query.text, whole=True)
        if DATE.fullmatch(query.text):  # found in all its spellings
            assert written <= answer.places({EXACT, NUMERAL}), query
            continue
        assert answer.places({EXACT}) == written, query
        written = ground.oracle.written(query.text)  # 36 in 136, and 1版 for 01版
        assert written <= answer.places({EXACT, NUMERAL, UNFINISHED}), query


def test_pinyin_finds_every_paragraph_that_is_read_so(ground: Ground, answers: dict[Typed, Answers]) -> None:
    for query, answer in of(answers, *READ):
        expected = ground.oracle.read(query.parts if query.manner != "混写" else _mixed_parts(query))
        assert expected, query
        missing = expected - answer.places(AS_EXACT_AS_FULL)
        assert not missing, query


def _mixed_parts(query: Typed) -> list[str]:
    """For each symbol of a mixed query the character where it is typed, else the syllable."""
    parts, rest = [], query.text
    for character, syllable in zip(query.wording, query.parts, strict=True):
        part = character if rest.startswith(character) else syllable
        parts.append(part)
        rest = rest.removeprefix(part)
    return parts


def test_what_pinyin_finds_is_read_so(ground: Ground, answers: dict[Typed, Answers]) -> None:
    """Nothing is found that is not read so, with each group of letters as one syllable or as several (xian, xi an)."""
    for query, answer in of(answers, "空格"):
        ways = product(*(ground.oracle.partings(part) for part in query.parts))
        expected = set[Place]().union(*(ground.oracle.read([s for part in way for s in part]) for way in ways))
        assert answer.places(WHOLE) == expected, query


def test_an_unfinished_syllable_finds_the_wording_it_was_cut_from(
    ground: Ground, answers: dict[Typed, Answers]
) -> None:
    for query, answer in of(answers, "未写完"):
        if len(query.wording) > 2:  # one syllable and a part of another are looked for in terms only
            assert not ground.oracle.written(query.wording) - answer.places(), query


def test_an_accent_finds_the_wording_it_was_made_from(ground: Ground, answers: dict[Typed, Answers]) -> None:
    for query, answer in of(answers, "近音"):
        assert not ground.oracle.written(query.wording) - answer.places(), query


def test_accents_are_marked_and_stand_below_exact_answers(answers: dict[Typed, Answers]) -> None:
    for query, answer in answers.items():
        tiers = [found["tier"] for found in answer.found if found["tier"] < SENTENCE]
        fuzzy = [tier == FUZZY for tier in tiers]
        assert fuzzy == sorted(fuzzy), query


def test_both_forms_over_http_and_from_disk_answer_alike(
    ground: Ground, queries: list[Typed], answers: dict[Typed, Answers]
) -> None:
    """But for wrong letters: other spellings are tried on a small corpus alone."""
    texts = [query.text for query in queries]
    for query, answer in zip(queries, ask(ground.file, "sharded", texts), strict=True):
        if not any(found.get("near") == "letter" for found in answers[query].found):
            assert answer == answers[query], query
    some = random.Random(1).sample(queries, len(queries) // 10)
    for page, form in ((ground.http, "sharded"), (ground.file, "small")):
        for query, answer in zip(some, ask(page, form, [query.text for query in some]), strict=True):
            assert answer == answers[query], (query, form)


def test_parts_asked_for_twice_at_once_come_to_both(ground: Ground) -> None:
    """A reader types on while the data of an earlier key is still on its way."""
    came = ground.file.evaluate(
        """async () => {
          const load = self.Notices.search.loader(new URL("sharded/", location.href).href);
          const asked = [["chars", "terms"], ["terms"], ["manifest", "chars"], ["chars"]];
          const data = await Promise.all(asked.map(load));
          return data.map((parts) => parts.every(Boolean));
        }"""
    )
    assert came == [True] * 4


@pytest.mark.long  # what is handed out is searched in Firefox in `make test`
@pytest.mark.parametrize(("form", "over"), [("small", "file"), ("sharded", "http")])
def test_firefox_answers_alike(
    ground: Ground, answers: dict[Typed, Answers], firefox: Firefox, form: str, over: str
) -> None:
    firefox.open(getattr(ground, over).url)
    said = ask_firefox(firefox, form, [query.text for query in answers])
    assert dict(zip(answers, said, strict=True)) == answers


# --- terms ---------------------------------------------------------------------------------------


def _rate(ground: Ground, typed: dict[str, str], within: int) -> tuple[float, list[str]]:
    """How many of the terms are among the first answers to what is typed for them, and which are not."""
    results = ask(ground.http, "small", list(typed.values()))
    missed = [
        f"{term} {text} -> {[a.get('term') or a['url'] for a in answer.found[:within]]}"
        for (term, text), answer in zip(typed.items(), results, strict=True)
        if term not in [found.get("term") for found in answer.found[:within]]
    ]
    return 1 - len(missed) / len(typed), missed


def _spoken(ground: Ground) -> dict[str, list[str]]:
    """Terms that are wholly Han characters, with their syllables."""
    return {
        term.term: [letters(syllable) for syllable in term.pinyin if syllable]
        for term in ground.corpus.terms
        if len(list(filter(None, term.pinyin))) >= 2 and all(s[0].isalpha() for s in term.pinyin if s)
    }


def test_full_pinyin_of_a_term_has_it_first(ground: Ground) -> None:
    rate, missed = _rate(ground, {term: "".join(spoken) for term, spoken in _spoken(ground).items()}, 1)
    assert rate >= 0.99, missed


def test_initials_of_a_term_have_it_among_three(ground: Ground) -> None:
    rate, missed = _rate(ground, {term: "".join(s[0] for s in spoken) for term, spoken in _spoken(ground).items()}, 3)
    assert rate >= 0.97, missed
    two_letters = {
        term: "".join(s[:2] if s[:2] in ("zh", "ch", "sh") else s[0] for s in spoken)
        for term, spoken in _spoken(ground).items()
    }
    rate, missed = _rate(ground, two_letters, 3)
    assert rate >= 0.97, missed


def test_an_unfinished_term_is_among_five(ground: Ground) -> None:
    chance = random.Random(5)
    typed = {
        term: "".join(spoken[:-1]) + spoken[-1][: chance.randint(1, max(1, len(spoken[-1]) - 1))]
        for term, spoken in _spoken(ground).items()
    }
    rate, missed = _rate(ground, typed, 5)
    assert rate >= 0.98, missed


def test_an_accented_term_is_among_five(ground: Ground) -> None:
    chance = random.Random(7)
    typed = {term: "".join(accented(s, chance) for s in spoken) for term, spoken in _spoken(ground).items()}
    rate, missed = _rate(ground, typed, 5)
    assert rate >= 0.95, missed


def test_a_term_is_found_by_each_of_its_forms(ground: Ground) -> None:
    forms = [(term.term, form) for term in ground.corpus.terms for form in (term.term, *term.variants)]
    for (term, form), answer in zip(forms, ask(ground.http, "small", [form for _, form in forms]), strict=True):
        assert term in answer.terms, form


def test_documents_without_title_are_named_by_their_first_words(browser: Browser, tmp_path: Path) -> None:
    def untitled(id: str, text: str, title: str | None = None) -> Notice:
        return Notice(id, f"{id}.txt", "0" * 64, title, (Block("p_1", BlockKind.PARAGRAPH, text),))

    notices = (
        untitled("a", "各单位要认真组织党员干部学习有关精神。"),
        untitled("b", "认真学习。"),
        untitled("c", "认真学习。", "关于甲的通知"),
    )
    write_engine_site(tmp_path, Corpus((), notices), OwnReadings({}), {})
    page = browser.new_page()
    with served(tmp_path) as address:
        page.goto(f"{address}engine.html")
        [answers] = ask(page, "small", ["认真"])
    page.close()
    assert {answer["url"]: answer["name"] for answer in answers.found} == {
        "a": "无标题文件（“各单位要认真组织党员干部学习有关……”）",
        "b": "无标题文件（“认真学习。”）",
        "c": "关于甲的通知",
    }
