"""Lends browser contexts to one visitor after the other.

A process that has shown a page of a site shows the next one with a third of the work. So contexts are kept, and in
each an empty page, the keeper, that keeps its process alive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Browser, Page, Route

_NOTE_VIOLATIONS = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  console.error(`policy: ${violatedDirective} forbids ${blockedURI} ${sample}`))
"""
"""Tells of a violation of the policy in a page, also of one that the console would not show."""

KEPT = 4  # contexts; tests of one file use few, and each holds a process


class Watcher(Protocol):
    """Is told what the pages ask for and complain of."""

    def note_request(self, url: str) -> None: ...
    def note_fault(self, fault: str) -> None: ...


@dataclass(frozen=True)
class Kind:
    """What cannot be changed in a context: the address of http, the address of its site, touch, scripts."""

    http: str
    root: str
    touch: bool
    scripts: bool


class Profile:
    """A context for pages of one site."""

    def __init__(self, browser: Browser, kind: Kind) -> None:
        self.kind = kind
        self._watcher: Watcher | None = None
        self._context = browser.new_context(
            base_url=kind.http,
            locale="zh-CN",
            has_touch=kind.touch,
            java_script_enabled=kind.scripts,
            permissions=["clipboard-read", "clipboard-write"] if kind.root == kind.http else [],
        )
        self._context.add_init_script(_NOTE_VIOLATIONS)
        self._keeper = self._context.new_page()
        self._keeper.route("**", _answer_with_nothing)
        self._keeper.goto(f"{kind.root}keeper.html")
        self._context.on("request", lambda request: self._note_request(request.url))
        self._context.on("console", lambda it: self._note_fault(it.text) if it.type == "error" else None)
        self._context.on("weberror", lambda it: self._note_fault(str(it.error)))

    def page(self, watcher: Watcher) -> Page:
        """A new page that finds nothing stored, and that this watcher is told of."""
        self._watcher = watcher
        self._context.clear_cookies()
        self._keeper.evaluate("localStorage.clear()")
        return self._context.new_page()

    def close_pages(self) -> None:
        """Closes the pages but the keeper."""
        for page in self._context.pages:
            if page is not self._keeper:
                page.close()
        self._watcher = None

    def close(self) -> None:
        self._context.close()

    def _note_request(self, url: str) -> None:
        if self._watcher:
            self._watcher.note_request(url)

    def _note_fault(self, fault: str) -> None:
        if self._watcher:
            self._watcher.note_fault(fault)


def _answer_with_nothing(route: Route) -> None:
    route.fulfill(body="", content_type="text/html")


class Profiles:
    """The profiles of one browser that nobody uses."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: list[Profile] = []

    def take(self, kind: Kind) -> Profile:
        """A profile of that kind that nobody uses."""
        for profile in self._free:
            if profile.kind == kind:
                self._free.remove(profile)
                return profile
        return Profile(self._browser, kind)

    def give_back(self, profile: Profile) -> None:
        """Keeps a profile for the next visitor, and closes the one that was not used for the longest time."""
        profile.close_pages()
        self._free.append(profile)
        if len(self._free) > KEPT:
            self._free.pop(0).close()
