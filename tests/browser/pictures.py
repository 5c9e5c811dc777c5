"""Takes pictures of every kind of page: wide, on a phone, dark, printed; of our site and of one of 52 documents.

They are .cache/pictures/KIND-FORM.png and KIND-FORM-52.png. The 52 documents are invented, as in `bench/`. Kinds are
found, not listed: the pages at the top, and in each folder the index and the first other page; folders beside each
other (study packs) hold the same kinds.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.corpus import write_corpus
from tests.browser.harness import PHONE, WIDE, Visitor, launched, served
from tests.browser.profiles import Profiles

ROOT = Path(__file__).parents[2]
SITE, PICTURES = ROOT / "site", ROOT / ".cache" / "pictures"
README_PICTURES = Path(__file__).parent / "pictures"
NOT_PAGES = {"assets", "data"}
MANY = 52

# Kinds that share a folder with another: by name, where such a page is found.
SHARING = {
    "glossary-index": "glossary/index-*.html",
    "tasks-numbers": "tasks/numbers.html",
    "tasks-document": "tasks/of-*.html",
    "packs-sheets": "packs/*/sheets.html",
    "compare-page": "compare/*--*.html",
    "compare-any": "compare/any.html",
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


def site_of_many(project: Path) -> Path:
    """Builds a site of many documents in a project of its own."""
    write_corpus(ROOT, project / "sources", MANY)
    (project / "docs").mkdir()
    shutil.copyfile(ROOT / "docs/about.md", project / "docs/about.md")
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(ROOT / "overrides", project / "overrides")
    for script, *options in (
        ("build_docs.py", "--sources", "sources", "--docs", "docs", "--quiet"),
        ("build_site.py", "--quiet"),
    ):
        subprocess.run([sys.executable, ROOT / "scripts" / script, *options], cwd=project, check=True)
    return project / "site"


def take(browser: Browser, site: Path, mark: str) -> list[str]:
    """Takes the pictures of one site, those of ours for the README too; returns the faults that pages met."""
    with served(site) as address:
        visitor = Visitor(Profiles(browser), address, site)
        of = kinds(site)
        for kind, path in of.items():
            for form, page in (
                ("wide", visitor.page(path)),
                ("phone", visitor.page(path, width=PHONE)),
                ("dark", visitor.page(path, dark=True)),
                ("print", visitor.page(path, width=WIDE, printed=True)),
            ):
                page.screenshot(path=PICTURES / f"{kind}-{form}{mark}.png", full_page=True, animations="disabled")
        if site == SITE:
            for name, page in (
                ("home", visitor.page("index.html")),
                ("notice", visitor.page(of["notices-page"])),
                ("compare", visitor.page(of["compare-page"], dark=True)),
                ("term", visitor.page(of["glossary-page"], width=PHONE)),
            ):
                page.screenshot(path=README_PICTURES / f"{name}.png", animations="disabled")
        return visitor.close()


def main() -> int:
    """Takes all pictures; the status is 1 when a page met a fault."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    with (
        tempfile.TemporaryDirectory() as home,
        sync_playwright() as playwright,
        launched(playwright, Path(home)) as browser,
    ):
        faults = take(browser, SITE, "") + take(browser, site_of_many(Path(home) / "many"), f"-{MANY}")
    print(f"{len(list(PICTURES.iterdir()))} pictures in {PICTURES.relative_to(ROOT)}/")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
