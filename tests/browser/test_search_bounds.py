"""No query of a large corpus loads more than so much before its list is there, or goes on without being asked."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from rjsmin import jsmin

from bench.corpus import write_corpus
from notice_site.model import Corpus
from notice_site.pipeline.reference import read_reference
from notice_site.pipeline.understand import understand
from tests.search_index.adversarial import adversarial
from tests.search_index.engine_site import FOLDER, MODULES, opened, write_data, write_engine_page

PROJECT = Path(__file__).parents[2]
NOTICES = 400
FIRST_LIST = 150_000  # bytes, packed, until a list can be shown
UNASKED = 400_000  # bytes, packed, until the reader is asked whether to go on
MANY_LONG = 200  # letters of a list from which on it is a file: as large a share as of ten thousand notices
MOST_TEXTS = 48  # documents until then

# Phrases of common pairs that no text has, words that almost every document has, accents, dates, nothing at all.
TYPED = [
    "群众路线教育活动", "党的群众路线教育实践活动领导小组办公室主任", "四风", "的", "一", "四风 整改",
    "学习 教育 整改 落实", "四风 -整改", "六问 焦裕禄", "liuwen jiaoyulu", "zengfengsuji", "yishi", "shijian",
    "2014-04-03", "20140403", "四月三日", "冀群组发34号", "不少于三天", "焦裕禄精神是什么", "来信来仿",
    "批评与自我批平", "mass line", "两办", "syss", "qwertyuiop", "2014年9月底", "人民日报 2014年1月24日", "3月17-18日",
    "湘群组发三十六号", "教育实践活动什么时候结束", "组织生活会 批评", "焦裕禄、六问", "督倒组", "百分之五十",
    "各级党委要引导党员干部大力学习弘扬焦裕禄精神，自觉践行三严三实要求，着力解决四风突出问题，确保取得成效",
]  # fmt: skip

# The keys that are loaded until three documents are found, and until twenty are or the search pauses or ends; with the
# patience of the dialog, and of the page, which is without end.
_LOADED = """
async ([queries, patience]) => {
  const all = [];
  for (const typed of queries) {
    const keys = [];
    const load = self.Notices.search.loader(new URL("sharded/", location.href).href);
    const counted = (asked) => { keys.push(...asked); return load(asked); };
    counted.from = () => null;
    const engine = new self.Notices.search.Engine(counted);
    const query = await engine.query(typed);
    let found = 0, first = null;
    if (query) for await (const answer of engine.search(query, patience ? { patience } : {})) {
      if (answer.kind === "text") found++;
      if (found === 3) first = first || keys.length;
      if (found === 20 || answer.kind === "pause") break;
    }
    all.push([first || keys.length, keys]);
  }
  return all;
}
"""
PATIENCE = {"dialog": 3, "page": None}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources") / "corpus"
    write_corpus(PROJECT, folder, NOTICES)
    return folder


@pytest.fixture(scope="module")
def corpus(sources: Path) -> Corpus:
    return understand(sources)


@pytest.fixture(scope="module")
def folder(sources: Path, corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("engine")
    reference, _ = read_reference(sources)
    names = {level.id: level.name for level in reference.levels}
    write_data(folder / "sharded", "sharded", corpus, reference.readings, names, long=MANY_LONG)
    write_engine_page(folder)
    return folder


@pytest.fixture(scope="module")
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    with opened(browser, f"{folder.as_uri()}/") as page:
        yield page


@pytest.fixture(scope="module")
def scripts() -> int:
    """The bytes of the scripts, which a reader with nothing in the cache loads too."""
    names = (*MODULES, "worker", "dialog-results")
    return sum(len(gzip.compress(jsmin((FOLDER / f"{name}.js").read_text("utf-8")).encode(), 6)) for name in names)


@pytest.mark.long
@pytest.mark.parametrize("place", PATIENCE)
def test_no_query_of_a_large_corpus_loads_much(
    page: Page, folder: Path, corpus: Corpus, scripts: int, place: str
) -> None:
    """Not those of a list, nor a hundred and sixty that want to do harm."""
    typed = [*TYPED, *adversarial(corpus, 160, seed=2014)]
    size = cache(lambda key: len(gzip.compress((folder / f"sharded/search/{key}.js").read_bytes(), 6)))
    too_much = {}
    for query, (first, keys) in zip(typed, page.evaluate(_LOADED, [typed, PATIENCE[place]]), strict=True):
        sizes = [size(key) for key in keys]
        before, whole = scripts + sum(sizes[:first]), scripts + sum(sizes)
        if before > FIRST_LIST or whole > UNASKED or sum(key.startswith("texts/") for key in keys) > MOST_TEXTS:
            too_much[query] = before, whole
    assert too_much == {}
