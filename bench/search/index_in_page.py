"""Searches that load every text into the page and index it there: Fuse.js, MiniSearch, FlexSearch.

They are set up as one would for Chinese: MiniSearch and FlexSearch take words that jieba cuts, and for each word its
pinyin and its initials as a field of their own. Fuse.js compares characters, and gets the texts as they are.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from pypinyin import lazy_pinyin

from bench.search.documents import Document

_PAGE = """
<script type="module">
  import Library from "./SCRIPT";
  let find;
  self.open = async () => {
    const records = await (await fetch("records.json")).json();
    SETUP
  };
  self.begin = (query) => self.ask(query);
  self.ask = async (query) => {
    const start = performance.now();
    const addresses = [...new Set(find(query).map((record) => record.url))];
    self.first = performance.now() - start;
    return addresses;
  };
</script>
"""

# Words of a query are cut at blanks; Han among them by the browser's own list of words, as the records were by jieba's.
_CUT = """
    const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
    const cut = (text) => [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
"""
_FUSE = """
    const fuse = new Library(records, { keys: ["title", "text"], ignoreLocation: true, threshold: 0.2 });
    find = (query) => fuse.search(query).map((answer) => answer.item);
"""
_MINISEARCH = f"""{_CUT}
    const index = new Library({{
      fields: ["words", "pinyin"],
      storeFields: ["url"],
      tokenize: (text) => text.split(" "),
      searchOptions: {{ tokenize: cut, combineWith: "AND", prefix: true }},
    }});
    index.addAll(records);
    find = (query) => index.search(query);
"""
_FLEXSEARCH = f"""{_CUT}
    const index = new Library.Document({{
      document: {{ id: "id", store: ["url"], index: ["words", "pinyin"] }},
      tokenize: "forward",
      encode: (text) => text.split(" "),
    }});
    records.forEach((record) => index.add(record));
    find = (query) =>
      index.search(cut(query).join(" "), {{ enrich: true, merge: true, limit: 1000 }}).map((answer) => answer.doc);
"""


@dataclass(frozen=True, slots=True)
class Library:
    """One library: its package with the version, the script that a page loads, and what makes `find` of `records`."""

    name: str
    package: str
    script: str
    setup: str
    has_words: bool

    @property
    def version(self) -> str:
        return self.package.rpartition("@")[2] + (" with jieba and pinyin" if self.has_words else "")


LIBRARIES = (
    Library("fuse.js", "fuse.js@7.5.0", "fuse.js/dist/fuse.min.mjs", _FUSE, False),
    Library("minisearch", "minisearch@7.2.0", "minisearch/dist/es/index.js", _MINISEARCH, True),
    Library("flexsearch", "flexsearch@0.8.212", "flexsearch/dist/flexsearch.bundle.module.min.mjs", _FLEXSEARCH, True),
)


def fill(folder: Path, library: Library, pages: Sequence[Document], modules: Path) -> str:
    """Writes the records, one a section, and the program; returns the scripts of the page that indexes them.

    `modules` is the folder node_modules in which the library lies.
    """
    records = [
        {"url": page.url, "title": section.heading, "text": "\n".join(section.paragraphs)}
        for page in pages
        for section in page.sections
    ]
    if library.has_words:
        records = [{"url": record["url"], **_words(f"{record['title']} {record['text']}")} for record in records]
    numbered = [{"id": number, **record} for number, record in enumerate(records)]
    (folder / "records.json").write_text(json.dumps(numbered, ensure_ascii=False), encoding="utf-8")
    script = Path(library.script)
    shutil.copy(modules / script, folder / script.name)
    return _PAGE.replace("SCRIPT", script.name).replace("SETUP", library.setup)


def _words(text: str) -> dict[str, str]:
    """The words of a text, and the pinyin and initials of each: 六问 is "六问", "liuwen" and "lw"."""
    jieba = import_module("jieba")  # of the peers' own environment

    words = [word for word in jieba.cut_for_search(text) if word.strip()]
    syllables = {word: lazy_pinyin(word) for word in dict.fromkeys(words)}
    sounds = ("".join(parts) + " " + "".join(part[0] for part in parts) for parts in syllables.values())
    return {"words": " ".join(words), "pinyin": " ".join(dict.fromkeys(" ".join(sounds).split()))}
