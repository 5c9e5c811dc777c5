"""The built site in, pictures of every kind of page in four forms out: .cache/pictures/KIND-FORM.png.

The kinds are found, not listed: the pages at the top, and in each folder the index and the first other page; folders
beside each other (study packs) hold the same kinds.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.harness import PHONE, WIDE, Visitor, launched, served
from tests.browser.profiles import Profiles

ROOT = Path(__file__).parents[2]
SITE, PICTURES = ROOT / "site", ROOT / ".cache" / "pictures"
README_PICTURES = Path(__file__).parent / "pictures"
NOT_PAGES = {"assets", "data"}

# Kinds that share a folder with another: by name, where such a page is found.
SHARING = {
    "glossary-index": "glossary/index-*.html",
    "tasks-numbers": "tasks/numbers.html",
    "tasks-document": "tasks/of-*.html",
    "packs-sheets": "packs/*/sheets.html",
    "compare-items": "compare/items-*.html",
}


def kinds(site: Path) -> dict[str, str]:
    """Name of the kind to path below `site`: {"index": "index.html", "notices": …, "notices-page": …}."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        relative = path.relative_to(site)
        folder = relative.parent
        if folder.parts and folder.parts[0] in NOT_PAGES:
            continue
        name = "-".join((*folder.parts[:1], *("folder" for _ in folder.parts[1:])))
        if not folder.parts:
            name = path.stem
        elif path.stem != "index":
            name = f"{name}-page"
        found.setdefault(name, relative.as_posix())
    for name, pattern in SHARING.items():
        for path in sorted(site.glob(pattern))[:1]:
            found[name] = path.relative_to(site).as_posix()
    return found


def main() -> int:
    """Takes all pictures; the status is 1 when a page met a fault."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    with (
        tempfile.TemporaryDirectory() as home,
        served(SITE) as address,
        sync_playwright() as playwright,
        launched(playwright, Path(home)) as browser,
    ):
        visitor = Visitor(Profiles(browser), address, SITE)
        for kind, path in kinds(SITE).items():
            for form, page in (
                ("wide", visitor.page(path)),
                ("phone", visitor.page(path, width=PHONE)),
                ("dark", visitor.page(path, dark=True)),
                ("print", visitor.page(path, width=WIDE, printed=True)),
            ):
                page.screenshot(path=PICTURES / f"{kind}-{form}.png", full_page=True, animations="disabled")
        of = kinds(SITE)
        for name, page in (
            ("home", visitor.page("index.html")),
            ("notice", visitor.page(of["notices-page"])),
            ("compare", visitor.page(of["compare-page"], dark=True)),
            ("term", visitor.page(of["glossary-page"], width=PHONE)),
        ):
            page.screenshot(path=README_PICTURES / f"{name}.png", animations="disabled")
        faults = visitor.close()
    print(f"{len(list(PICTURES.iterdir()))} pictures in {PICTURES.relative_to(ROOT)}/")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
