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

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

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
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@contextmanager
def launched(playwright: Playwright, home: Path) -> Iterator[Browser]:
    """The installed Chromium (or the one that CHROMIUM names); `home` takes what it writes for itself."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
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


@dataclass
class Visitor:
    """Opens pages of one site and notes each fault: console errors, uncaught errors, requests that leave it."""

    browser: Browser
    http: str  # address of the served site, with / at its end
    site: Path
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

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
        """A page in a fresh profile; `path` is opened if given, and `page.goto(path)` opens others over http."""
        context = self.browser.new_context(
            base_url=self.http,
            viewport={"width": width, "height": HEIGHTS.get(width, 800)},
            color_scheme="dark" if dark else "light",
            locale="zh-CN",
            has_touch=touch,
            java_script_enabled=scripts,
            permissions=["clipboard-read", "clipboard-write"] if by == "http" else [],
        )
        self.contexts.append(context)
        context.on("request", lambda request: self._note_request(request.url))
        context.on("console", lambda message: self._note(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: self._note(str(error.error)))
        page = context.new_page()
        if printed:
            page.emulate_media(media="print")
        if path is not None:
            page.goto(path if by == "http" else self.file_url(path))
        return page

    def file_url(self, path: str) -> str:
        """The address of a page for opening it from the disk: `notices/001.html#sec_1`."""
        return f"{self.site.as_uri()}/{path}"

    def close(self) -> list[str]:
        """Ends all pages; what was noted, empty when all was well."""
        for context in self.contexts:
            context.close()
        return self.faults

    def _note(self, fault: str) -> None:
        self.faults.append(fault)

    def _note_request(self, url: str) -> None:
        inside = (self.http, f"{self.site.as_uri()}/", "data:", "blob:", "about:")
        if not url.startswith(inside):
            self._note(f"request leaves the site: {url}")
