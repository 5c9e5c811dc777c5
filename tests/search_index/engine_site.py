"""A corpus in, a folder out that a browser can open: the search data in both forms, and a page with the engine."""

from __future__ import annotations

import shutil
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Browser, Page

from notice_site.model import Corpus, Volume
from notice_site.pages.general.search import SCRIPTS
from notice_site.pipeline.reference import SHIPPED_REFERENCE
from notice_site.reading import read_other_names
from notice_site.search_index import shards
from notice_site.search_index.files import SMALL, search_files
from notice_site.text.pinyin import OwnReadings
from tests.browser.marionette import Firefox

FOLDER = Path(__file__).parents[2] / "overrides" / "assets" / "javascripts" / "search"
MODULES = SCRIPTS[: SCRIPTS.index("excerpts") + 1]  # those that the engine needs
OTHER_NAMES, _ = read_other_names(SHIPPED_REFERENCE / "other_names.yml")
EXACT, NUMERAL, UNFINISHED, FUZZY = 0, 2, 3, 5  # tiers in match.js
FORMS = {"small": SMALL, "sharded": 0}
LONG = 3  # letters: of few documents, so that some lists are files of their own as they are of many

# What the page answers: terms as {term, tier, mentions, pages}, where `pages` are the addresses of their pages,
# documents as {url, name, date, tier, headed, lacks, near, places: [{block, tier, words, headed, proposed}]}.
_ASK = """
async ([form, queries]) => {
  const search = self.Notices.search;
  self.engines = self.engines || {};
  self.engines[form] = self.engines[form] || new search.Engine(search.loader(new URL(`${form}/`, location.href).href));
  const engine = self.engines[form];
  await engine.openOthers();
  const words = (text, hit) => hit.ranges.map(([from, to]) => text.textOf(hit.passage).slice(from, to));
  const all = [];
  for (const typed of queries) {
    const query = await engine.query(typed);
    const answers = [];
    if (query) {
      for await (const found of engine.search(query)) {
        if (found.kind === "term") {
          const { term, mentions, places } = found.term;
          answers.push({ term, tier: found.tier, mentions, pages: places.map(({ url }) => url) });
        }
        if (found.kind === "text") {
          const { text, tier, headed, hits, lacks, near = "" } = found;
          const { blocks, url, date } = text.record;
          const places = hits.map((hit) => {
            const block = hit.passage < 0 ? "" : blocks[hit.passage];
            return { block, tier: hit.tier, words: words(text, hit), headed: hit.headed, proposed: hit.isProposed };
          });
          answers.push({ url, name: text.name(), date, tier, headed, lacks, near, places });
        }
      }
    }
    const nearest = query && !answers.length ? engine.nearest(query).map(({ term }) => term) : [];
    all.push({ answers, nearest });
  }
  return all;
}
"""

Answer = Mapping[str, Any]


@dataclass(frozen=True)
class Answers:
    """What the engine says to one query: terms and documents in order, or the nearest terms where there is none."""

    found: tuple[Answer, ...]
    nearest: tuple[str, ...]

    @property
    def terms(self) -> list[str]:
        """The terms in order."""
        return [answer["term"] for answer in self.found if "term" in answer]

    def places(self, tiers: Container[int] = range(9)) -> set[tuple[str, str]]:
        """Documents and blocks that hold the query so exactly; the block of a title is "".

        What is only near and what editors propose to read are left out.
        """
        return {
            (answer["url"], place["block"])
            for answer in self.found
            if "url" in answer and not answer["near"]
            for place in answer["places"]
            if not place["proposed"] and (answer["tier"] if answer["tier"] > 5 else place["tier"]) in tiers
        }


def write_engine_site(folder: Path, corpus: Corpus, own: OwnReadings, levels: Mapping[str, str]) -> None:
    """Fills the folder with the page and with the data in each form."""
    for form in FORMS:
        write_data(folder / form, form, corpus, own, levels)
    write_engine_page(folder)


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """The page of the engine in the folder at an address, which ends with /."""
    page = browser.new_page()
    page.goto(f"{address}engine.html")
    yield page
    page.close()


def write_data(
    folder: Path,
    form: str,
    corpus: Corpus,
    own: OwnReadings,
    levels: Mapping[str, str],
    volumes: Sequence[Volume] = (),
    long: int = LONG,
) -> None:
    """The search data of one site; the address of a document is its id, that of a term its id below `term/`.

    Search knows the other names that the project knows; lists of more than `long` letters are files of their own.
    """
    notices = {notice.id: notice.id for notice in corpus.notices}
    terms = {term.id: f"term/{term.id}" for term in corpus.terms}
    with patch.object(shards, "_LONG", long):
        files = search_files(corpus, notices, terms, levels, own, FORMS[form], volumes=volumes, other_names=OTHER_NAMES)
        for path, content in files:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def write_engine_page(folder: Path) -> None:
    """engine.html, which `ask` asks about data in folders beside it."""
    for name in MODULES:
        shutil.copyfile(FOLDER / f"{name}.js", folder / f"{name}.js")
    scripts = "".join(f'<script src="{name}.js"></script>' for name in MODULES)
    head = '<!doctype html><html lang="zh"><meta charset="utf-8"><link rel="icon" href="data:,"><title>检索</title>'
    (folder / "engine.html").write_text(head + scripts, encoding="utf-8")


def ask(page: Page, form: str, queries: list[str]) -> list[Answers]:
    """What the engine on the page answers to each query, with the data in that form, or in that folder."""
    return _answers(page.evaluate(_ASK, [form, queries]))


def alike(page: Page, queries: list[str]) -> list[Answers]:
    """What both forms of the data answer, which is the same."""
    small, sharded = ask(page, "small", queries), ask(page, "sharded", queries)
    assert small == sharded
    return small


def texts(corpus: Corpus) -> list[str]:
    return [block.text for notice in corpus.notices for block in notice.blocks]


def ask_firefox(firefox: Firefox, form: str, queries: list[str]) -> list[Answers]:
    """The same in Firefox, in parts for which its driver has the patience."""
    parts = (queries[start : start + 200] for start in range(0, len(queries), 200))
    return [answer for part in parts for answer in _answers(firefox.run(f"return ({_ASK})(args[0])", [form, part]))]


def _answers(said: list[Any]) -> list[Answers]:
    return [Answers(tuple(answer["answers"]), tuple(answer["nearest"])) for answer in said]
