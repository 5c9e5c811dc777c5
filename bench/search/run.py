"""Compares our search with those that a static site would else use, over corpora of several sizes; keeps the table."""

from __future__ import annotations

import argparse
import gzip
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.corpus import write_corpus
from bench.search.documents import Document, documents, packed
from bench.search.judging import Judge, Query, read_queries
from bench.search.measure import Measured, measure, median, quantile
from bench.search.peers import ROOT, Peer, as_json, index_files, peers
from notice_site.findings.terms.find import find_mentions
from notice_site.findings.terms.resolve import resolve_terms
from notice_site.model import Corpus
from notice_site.parsing.line_joining import join_lines
from notice_site.parsing.parse import parse
from notice_site.pipeline.reference import read_reference
from notice_site.reading import read_notices
from notice_site.text.pinyin import OwnReadings
from notice_site.text.slugs import slug_names
from tests.browser.harness import launched

_BYTES = ("first_bytes", "whole_bytes")
_TIMES = ("first_list_ms", "whole_list_ms", "again_ms")
REAL = 5  # the sources of the project themselves


@dataclass(frozen=True)
class Ground:
    """One corpus to search: its documents, and the bytes of its texts, packed document by document and as a whole."""

    notices: int
    corpus: Corpus
    own: OwnReadings
    pages: list[Document]

    @property
    def text_sizes(self) -> tuple[int, int]:
        texts = ["\n".join(page.texts).encode() for page in self.pages]
        return packed(texts), len(gzip.compress(b"\n".join(texts), 6))


def main() -> int:
    """Runs the comparison; arguments as on the command line."""
    parser = argparse.ArgumentParser(prog="bench.search.run", description="Compare searches.")
    parser.add_argument("--notices", type=int, nargs="+", default=[REAL, 1000, 10_000], metavar="N")
    parser.add_argument("--peers", nargs="+", default=None, metavar="NAME")
    parser.add_argument("--results", type=Path, default=ROOT / "bench" / "results", metavar="DIR")
    parser.add_argument("--tools", type=Path, default=ROOT / ".cache" / "bench", metavar="DIR")
    options = parser.parse_args()
    queries = read_queries(ROOT / "bench" / "search" / "queries.yml")
    rows = []
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        for count in options.notices:
            ground = _ground(count, Path(home) / f"sources-{count}")
            judge = Judge(ground.pages, ground.corpus.terms)
            for peer in peers(ground.corpus, ground.pages, ground.own, options.tools):
                if not options.peers or peer.name in options.peers:
                    with launched(playwright, Path(home)) as browser:
                        rows.append(_row(browser, ground, peer, queries, judge, Path(home) / f"{peer.name}-{count}"))
    options.results.mkdir(parents=True, exist_ok=True)
    (options.results / "search.json").write_text(as_json({"machine": _machine(), "rows": rows}), encoding="utf-8")
    (options.results / "search.md").write_text(_table(rows, len(queries)), encoding="utf-8")
    print(_table(rows, len(queries)))
    return 0


def _ground(count: int, folder: Path) -> Ground:
    sources = ROOT / "source_texts"
    reference, _ = read_reference(sources)
    if count != REAL:
        _say(f"{count} notices: inventing")
        write_corpus(ROOT, folder, count)
        sources = folder
    read, _ = read_notices(sources / "notices", reference.limits)
    slugs = slug_names([source.name for source in read])
    notices = tuple(
        n for source in read for n in parse(source, slugs[source.name], join_lines(source), reference.levels)
    )
    mentions = find_mentions(reference.glossary.entries, notices)
    terms, _ = resolve_terms(reference.glossary, notices, mentions, complete=False)
    corpus = Corpus(read, notices, terms, mentions)
    _say(f"{count} notices: {len(notices)} documents")
    return Ground(count, corpus, reference.readings, documents(corpus))


def _row(
    browser: Browser, ground: Ground, peer: Peer, queries: list[Query], judge: Judge, folder: Path
) -> dict[str, object]:
    row: dict[str, object] = {"notices": ground.notices, "peer": peer.name, "version": peer.version}
    folder.mkdir()
    _say(f"{ground.notices} notices: {peer.name}")
    if not peer.fill(folder):
        return row | {"missing": True}
    files = index_files(folder)
    by_document, whole = ground.text_sizes
    row |= {"index": packed(files), "files": len(files), "text": by_document, "text_as_one": whole}
    measured = measure(browser, folder, [query.typed for query in queries], _say)
    shutil.rmtree(folder)
    return row | (_figures(measured, queries, judge) if measured.ready is not None else {"fault": measured.fault})


def _figures(measured: Measured, queries: list[Query], judge: Judge) -> dict[str, object]:
    rights = judge.rights(queries, measured.answers)
    return {
        "ready_ms": round(measured.ready or 0),
        "right": sum(map(len, rights.values())),
        "right_by_manner": {manner: len(typed) for manner, typed in rights.items()},
        "wrong": [query.typed for query in queries if query.typed not in rights[query.manner]],
        "first_bytes": _spread(measured.first_bytes, 1.0),
        "whole_bytes": _spread(measured.whole_bytes, 1.0),
        "first_list_ms": _spread(measured.first_lists, 0.95),
        "whole_list_ms": _spread(measured.whole_lists, 0.95),
        "again_ms": _spread(measured.asked_again, 0.95),
    }


def _spread(values: Sequence[float], part: float) -> list[float]:
    """The median, and the value below which that part lies."""
    return [round(median(values), 1), round(quantile(values, part), 1)]


def _machine() -> dict[str, str]:
    return {"python": platform.python_version(), "system": platform.system(), "processor": platform.machine()}


def _table(rows: list[dict[str, object]], queries: int) -> str:
    """The results as Markdown."""
    head = (
        f"| notices | search | right of {queries} | kB until a list is there, median / most | until it is whole "
        "| ms from key to list, median / p95 | until it is whole | asked again | ready after ms "
        "| index kB | index ÷ text (÷ text packed as one) |"
    )
    lines = [head, "|" + " --- |" * 11]
    for row in rows:
        start = f"| {row['notices']:,} | {row['peer']} {row['version']} |"
        if "missing" in row:
            lines.append(f"{start} not installed |" + " |" * 8)
            continue
        size, text, whole = (_whole(row, name) for name in ("index", "text", "text_as_one"))
        ratio = f"{size / 1000:,.0f} | {size / text:.2f} ({size / whole:.2f}) |"
        if "fault" in row:
            lines.append(f"{start} never ready: {row['fault']} | | | | | | | {ratio}")
            continue
        kilobytes = " | ".join(f"{a / 1000:,.0f} / {b / 1000:,.0f}" for a, b in (_pair(row, n) for n in _BYTES))
        times = " | ".join(f"{a:,} / {b:,}" for a, b in (_pair(row, name) for name in _TIMES))
        lines.append(f"{start} {row['right']} | {kilobytes} | {times} | {row['ready_ms']:,} | {ratio}")
    return "\n".join(lines) + "\n"


def _pair(row: dict[str, object], name: str) -> tuple[float, float]:
    value = row[name]
    assert isinstance(value, list)
    return value[0], value[1]


def _whole(row: dict[str, object], name: str) -> int:
    value = row[name]
    assert isinstance(value, int)
    return value


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
