"""A reader who wants something from the site, in any browser, and counts the steps to it.

A step is a click, a choice, or a line typed. Only what is to be seen can be clicked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Error

from tests.browser.reader import Reader

# Marks the first visible element of a selector that has these words, and brings it into view; waits for it.
_MARK = """
const [selector, words, isWhole] = args;
for (let n = 0; n < 100; n++) {
  const shown = [...document.querySelectorAll(selector)].find((element) => {
    const text = element.textContent.trim();
    return (isWhole ? text === words : text.includes(words))
      && element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length;
  });
  if (shown) {
    document.querySelectorAll("[data-errand]").forEach((element) => element.removeAttribute("data-errand"));
    shown.setAttribute("data-errand", "");
    shown.scrollIntoView({ block: "center" });
    return true;
  }
  await new Promise((go) => setTimeout(go, 50));
}
return false;
"""
_MARKED = "[data-errand]"
_GONE = re.compile("context was destroyed|Document was unloaded")  # as Chromium and Firefox say it


@dataclass
class Errand:
    """A reader on the home page; where the screen is narrow, the sections are behind a button."""

    reader: Reader
    is_narrow: bool = False
    steps: int = 0

    def click(self, selector: str, words: str = "", *, whole: bool = False) -> None:
        """Clicks the first visible element of the selector whose text has these words, or is them."""
        self.steps += 1
        assert self._run(_MARK, selector, words, whole), f"nothing to click: {selector} {words}"
        self.reader.driver.click(_MARKED)

    def open(self, section: str) -> None:
        """Chooses a section of the site by its name at the head of the page."""
        if self.is_narrow:
            self.click(".md-header label[for=__drawer]")
            self.click(".md-sidebar--primary .md-nav__link", section, whole=True)
        else:
            self.click(".md-tabs a", section, whole=True)

    def search(self, words: str) -> None:
        """Types into the field of the home page."""
        self.steps += 1
        assert self._run(_MARK, "article input[type=search]", "", False)
        self.reader.driver.type(_MARKED, words)

    def see(self, condition: str, *arguments: Any) -> None:
        """Waits until the condition holds on the page."""
        self._patiently(lambda: self.reader.see(condition, *arguments))

    def see_words(self, words: str, selector: str = "article *") -> None:
        """The words are to be seen."""
        assert self._run(_MARK, selector, words, False), words

    def read(self, script: str, *arguments: Any) -> Any:
        """What stands on the page, by the body of a function."""
        return self._run(script, *arguments)

    def _run(self, script: str, *arguments: Any) -> Any:
        return self._patiently(lambda: self.reader.driver.run(script, *arguments))

    @staticmethod
    def _patiently(look: Callable[[], Any]) -> Any:
        """What a look at the page gives; again if another page came in the meantime."""
        for _ in range(3):
            try:
                return look()
            except (Error, RuntimeError) as error:
                if not _GONE.search(str(error)):
                    raise
        return look()
