"""A reader in front of what was handed out, in any browser: opens pages, waits for what should show, searches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from playwright.sync_api import Page


class Driver(Protocol):
    """One page of a browser; scripts are bodies of async functions that get `args`."""

    def open(self, url: str) -> None: ...
    def run(self, script: str, *arguments: Any) -> Any: ...
    def click(self, selector: str) -> None: ...
    def hover(self, selector: str) -> None: ...
    def press(self, key: str) -> None: ...
    def type(self, selector: str, line: str) -> None: ...
    def faults(self) -> list[str]: ...


@dataclass(frozen=True)
class PageDriver:
    """A page that Playwright drives, and where its faults are noted."""

    page: Page
    noted: list[str]

    def open(self, url: str) -> None:
        self.page.goto("about:blank")
        self.page.goto(url)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.page.evaluate(f"async (args) => {{ {script} }}", list(arguments))

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def hover(self, selector: str) -> None:
        self.page.locator(selector).first.hover()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type(self, selector: str, line: str) -> None:
        self.page.locator(selector).first.fill(line)
        self.page.locator(selector).first.press("Enter")

    def faults(self) -> list[str]:
        return self.noted


@dataclass(frozen=True)
class Reader:
    """A reader with a browser before what was handed out: `address` is that of a folder, or of the one file."""

    driver: Driver
    address: str

    @property
    def has_one_file(self) -> bool:
        """Whether all pages are chapters of one file."""
        return self.address.endswith(".html")

    def go(self, file: str, place: str = "") -> None:
        """Goes to a page, and to a place on it."""
        if self.has_one_file:
            self.driver.open(f"{self.address}#{self.id(place, file) if place else self.key(file)}")
        else:
            self.driver.open(f"{self.address}/{file}{f'#{place}' if place else ''}")

    @staticmethod
    def key(file: str) -> str:
        """The id of the chapter that a page is in the one file."""
        return file.removesuffix(".html").replace("/", "-")

    def id(self, place: str, file: str) -> str:
        """The id that a place of a page has here."""
        return f"{place}--{self.key(file)}" if self.has_one_file else place

    def part(self, file: str) -> str:
        """A selector for what the page of that file is here."""
        return f"#{self.key(file)}" if self.has_one_file else ".md-content__inner"

    def see(self, condition: str, *arguments: Any) -> None:
        """Waits until the condition holds; fails after some seconds."""
        block = condition if condition.startswith("{") else f"({condition})"
        waited = (
            f"for (let n = 0; n < 80; n++) {{ const held = (() => {block})(); if (held) return true;"
            " await new Promise((go) => setTimeout(go, 50)); } return false;"
        )
        assert self.driver.run(waited, *arguments), condition

    def search(self, typed: str) -> None:
        """Types into the field of the search and waits for the answer."""
        self.driver.run(
            "const count = document.querySelector('.search-count'); count.textContent = '';"
            "const field = document.getElementById('search-field'); field.value = args[0];"
            "field.dispatchEvent(new Event('input', { bubbles: true }));",
            typed,
        )
        self.see("/找到/.test(document.querySelector('.search-count').textContent)")

    def first_term(self) -> str:
        """The first term of the answer."""
        return str(self.driver.run("return document.querySelector('.search-term a').textContent"))
