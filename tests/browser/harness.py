"""A built site in, watched browser pages out: what the browser tests and the pictures stand on."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, Playwright

from tests.browser.profiles import Kind, Profile, Profiles

WIDE, PHONE = 1280, 390  # CSS pixels
HEIGHTS = {WIDE: 800, PHONE: 844}

# Debian's Chromium, as root and without a screen; nothing of its own goes to the network.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # all pages of a profile share one process
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@contextmanager
def launched(playwright: Playwright, home: Path) -> Iterator[Browser]:
    """The installed Chromium (or the one that CHROMIUM names); `home` takes what it writes for itself.

    The one without windows comes first: a page costs it half the work.
    """
    program = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if program is None:
        raise FileNotFoundError("Chromium is missing; install with: sudo apt-get install chromium fonts-noto-cjk")
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_CACHE_HOME": str(home)}
    browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS), env={**environment})
    try:
        yield browser
    finally:
        browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and prints nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address on this machine at which the handler answers, with / at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def served(folder: Path) -> AbstractContextManager[str]:
    """The address under which `folder` is served on this machine, with / at its end."""
    return serving(partial(_Quiet, directory=str(folder)))


def wait_until(page: Page, condition: str) -> None:
    """Waits until an expression is true on the page; `page.wait_for_function` evaluates text, as the policy forbids."""
    waited = (
        f"async () => {{ for (let n = 0; n < 200; n++) {{ if ({condition}) return true;"
        " await new Promise((go) => setTimeout(go, 50)); } return false; }"
    )
    assert page.evaluate(waited), condition


@dataclass
class Visitor:
    """Opens pages of one site and notes each fault: console errors, uncaught errors, requests that leave it."""

    profiles: Profiles
    http: str  # address of the served site, with / at its end
    site: Path
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)  # the addresses that pages and their workers asked for
    _taken: dict[Kind, Profile] = field(default_factory=dict)

    def page(
        self,
        path: str | None = None,
        *,
        width: int = WIDE,
        dark: bool = False,
        printed: bool = False,
        by: Literal["http", "file"] = "http",
        touch: bool = False,
        scripts: bool = True,
    ) -> Page:
        """A page that finds nothing stored; `path` is opened if given, and `page.goto(path)` opens others over http."""
        kind = Kind(self.http, self.http if by == "http" else self.file_url(""), touch, scripts)
        if kind not in self._taken:
            self._taken[kind] = self.profiles.take(kind)
        page = self._taken[kind].page(self)
        page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 800)})
        page.emulate_media(media="print" if printed else None, color_scheme="dark" if dark else "light")
        if path is not None:
            page.goto(path if by == "http" else self.file_url(path))
        return page

    def file_url(self, path: str) -> str:
        """The address of a page for opening it from the disk: `notices/001.html#sec_1`."""
        return f"{self.site.as_uri()}/{path}"

    def close(self) -> list[str]:
        """Ends all pages; what was noted, empty when all was well."""
        while self._taken:
            self.profiles.give_back(self._taken.popitem()[1])
        return self.faults

    def note_fault(self, fault: str) -> None:
        self.faults.append(fault)

    def note_request(self, url: str) -> None:
        self.requests.append(url)
        inside = (self.http, f"{self.site.as_uri()}/", "data:", "blob:", "about:")
        if not url.startswith(inside):
            self.note_fault(f"request leaves the site: {url}")
