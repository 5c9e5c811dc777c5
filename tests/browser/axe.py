"""Runs axe-core, the rules of accessibility, on a page."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def violations(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds on the page as it stands: rule, place, what to do; by all its rules, or by some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    page.evaluate(_SETTLED)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [
        f"{page.url} {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


# Colours that still change, as of a link for 125 ms after another sheet applies, are those of no state of the page.
_SETTLED = """() => Promise.allSettled(
    document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime < Infinity).map((a) => a.finished)
)"""
_SHORTEN = """most => {
    for (const whole of document.querySelectorAll("main *")) {
        const met = {};
        for (const part of [...whole.children]) {
            const kind = `${part.localName} ${part.className}`;
            met[kind] = (met[kind] ?? 0) + 1;
            if (met[kind] > most) part.remove();
        }
    }
}"""
ALIKE = 6  # parts of one list, table or text with the same name and classes


def shorten(page: Page) -> None:
    """Takes away all but the first few of parts that are alike: contrast takes long for each."""
    page.evaluate(_SHORTEN, ALIKE)


def violations_on(page: Page, paths: Iterable[str], rules: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds on these pages, one after the other."""
    found: list[str] = []
    for path in paths:
        page.goto(path)
        found += violations(page, rules)
    return found
