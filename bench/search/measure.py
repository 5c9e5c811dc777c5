"""A peer's folder and queries in; bytes, times and answers, as a browser on this machine has them, out."""

from __future__ import annotations

import gzip
import math
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Error, Page

OPENING = 300  # seconds until a search has to be ready
ANSWERING = 60  # seconds for one answer
BYTES_QUERIES = 200  # queries for which a browser with nothing in its cache is opened,
BYTES_SECONDS = 60  # but no more than can be opened in this time

_PACKED = {".html", ".js", ".json", ".css"}

_WITHIN = """
async ([name, argument, seconds]) => {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error("too late")), seconds * 1000));
  const start = performance.now();
  const value = await Promise.race([self[name](argument), late]);
  return [value === undefined ? null : value, performance.now() - start, self.first || 0];
}
"""


@dataclass
class Counter:
    """The bytes that a server sent since it was set back to zero."""

    sent: int = 0
    files: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, count: int) -> None:
        with self.lock:
            self.sent += count
            self.files += 1

    def reset(self) -> None:
        with self.lock:
            self.sent = self.files = 0


class _Packing(SimpleHTTPRequestHandler):
    """Serves files packed as most servers do, and counts what it sends; the page itself does not count."""

    def __init__(self, *arguments: object, counter: Counter, packed: dict[Path, bytes], **named: object) -> None:
        self._counter = counter
        self._known = packed
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = self._known.get(path)
        if body is None:
            body = path.read_bytes()
            body = gzip.compress(body, 6) if path.suffix in _PACKED else body
            self._known[path] = body
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in _PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        if path.name != "bench.html":
            self._counter.add(len(body))

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, Counter]]:
    """The address under which a folder is offered, and what was sent from it."""
    counter = Counter()
    handler = partial(_Packing, directory=str(folder), counter=counter, packed={})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", counter
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class Measured:
    """What one peer did over one corpus; times in ms, sizes in bytes as sent; None where it was never ready."""

    ready: float | None
    first_lists: tuple[float, ...] = ()  # until there is a list
    whole_lists: tuple[float, ...] = ()  # until the list is whole
    asked_again: tuple[float, ...] = ()
    answers: tuple[tuple[str, ...], ...] = ()
    first_bytes: tuple[int, ...] = ()
    whole_bytes: tuple[int, ...] = ()
    fault: str = ""


def measure(browser: Browser, folder: Path, queries: Sequence[str], say: Callable[[str], None]) -> Measured:
    """Opens the search once and asks everything twice; then opens it anew for some queries to count bytes."""
    with serving(folder) as (address, counter):
        try:
            with _page(browser, address) as page:
                started = time.perf_counter()
                _call(page, "open", None, OPENING)
                ready = (time.perf_counter() - started) * 1000
                say(f"ready after {ready:,.0f} ms")
                asked = [_call(page, "ask", query, ANSWERING) for query in queries]
                again = [_call(page, "ask", query, ANSWERING)[1] for query in queries]
            some = queries[:: max(1, len(queries) // BYTES_QUERIES)][: max(1, int(BYTES_SECONDS * 1000 / ready))]
            begun = [_bytes(browser, address, counter, "begin", query) for query in some]
            whole = [_bytes(browser, address, counter, "ask", query) for query in some]
        except Error as error:
            return Measured(None, fault=str(error).splitlines()[0])
    return Measured(
        ready,
        tuple(first for _, _, first in asked),
        tuple(taken for _, taken, _ in asked),
        tuple(again),
        tuple(tuple(found) for found, _, _ in asked),
        tuple(begun),
        tuple(whole),
    )


def _bytes(browser: Browser, address: str, counter: Counter, name: str, query: str) -> int:
    """What is sent to a browser with nothing in its cache."""
    with _page(browser, address) as page:
        counter.reset()
        _call(page, "open", None, OPENING)
        _call(page, name, query, ANSWERING)
        return counter.sent


@contextmanager
def _page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}bench.html")
    try:
        yield page
    finally:
        context.close()


def _call(page: Page, name: str, argument: str | None, seconds: int) -> tuple[list[str], float, float]:
    """The answer, the ms until it was whole, and until there was a list."""
    found, taken, first = page.evaluate(_WITHIN, [name, argument, seconds])
    return found or [], taken, first


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which that part of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered), max(1, math.ceil(len(ordered) * part))) - 1]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)
