"""Takes pictures of every kind of page: wide, on a phone, dark, printed; of our site and of one of 52 documents.

They are .cache/pictures/KIND-FORM.png and KIND-FORM-52.png. The 52 documents are invented, as in `bench/`.
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
from tests.browser.page_kinds import kinds
from tests.browser.profiles import Profiles

ROOT = Path(__file__).parents[2]
SITE, PICTURES = ROOT / "site", ROOT / ".cache" / "pictures"
README_PICTURES = Path(__file__).parent / "pictures"
MANY = 52


def write_site_of_many(project: Path) -> None:
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
        write_site_of_many(many := Path(home) / "many")
        faults = take(browser, SITE, "") + take(browser, many / "site", f"-{MANY}")
    print(f"{len(list(PICTURES.iterdir()))} pictures in {PICTURES.relative_to(ROOT)}/")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
