"""The built site in, the marks that Lighthouse gives its pages out; 1 where one is below what the site promises.

The site is served on this machine as deploy/nginx.conf says, compressed and with its headers. Lighthouse computes the
speed of a phone on a slow network (or of a desktop) from what it saw, so a busy machine lowers the marks: of several
rounds the median counts.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.page_kinds import kinds, largest
from tests.browser.published import published

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
LEAST = 95
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FORMS = ("mobile", "desktop")
_CHROMIUM = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """Of one page in one round: the marks of each category, 0 to 100, and what did not pass, `audit: what`."""

    marks: Mapping[str, float]
    faults: tuple[str, ...]
    kilobytes: float
    speed: float  # how fast this machine is and how free, as Lighthouse measures it: 1000 and more is a desktop
    paint: float  # seconds until the largest part is painted
    blocking: float  # milliseconds


def pages(site: Path) -> dict[str, str]:
    """The pages that are judged, by kind: every kind that the site has; of documents and terms the largest."""
    return kinds(site) | {f"{folder}-page": largest(site, folder) for folder in ("notices", "glossary")}


def install(folder: Path) -> Path | None:
    """The program of Lighthouse, installed into `folder` with exactly the packages of the lock; None without npm."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    program = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
    lock = (HERE / "package-lock.json").read_bytes()
    installed = folder / "installed-lock.json"
    if not (program.is_file() and installed.is_file() and installed.read_bytes() == lock):
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        command = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        subprocess.run(command, cwd=folder, check=True)
        installed.write_bytes(lock)
    return program


def judge(program: Path, chromium: str, url: str, form: str, folder: Path) -> Marks:
    """One round for one page."""
    report = folder / "report.json"
    command = ["node", str(program), url, "--quiet", "--output=json", f"--output-path={report}"]
    command += ["--no-enable-error-reporting", f"--only-categories={','.join(CATEGORIES)}"]
    command += [f"--chrome-flags={_CHROMIUM}"]
    command += ["--preset=desktop"] if form == "desktop" else []
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    for attempt in range(3):  # now and then Chromium does not get going on a busy machine
        done = subprocess.run(command, env={**os.environ, **home, "CHROME_PATH": chromium}, capture_output=True)
        if not done.returncode:
            break
        if attempt == 2:
            raise ChildProcessError(done.stderr.decode(errors="replace").strip())
    return marks_of(json.loads(report.read_bytes()))


def marks_of(report: Mapping[str, Any]) -> Marks:
    """What counts of a report in Lighthouse's JSON."""
    audits = report["audits"]
    faults = []
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = audits[reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                faults.append(f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}".strip())
    return Marks(
        {name: 100 * (category["score"] or 0) for name, category in report["categories"].items()},
        tuple(faults),
        audits["total-byte-weight"]["numericValue"] / 1024,
        report["environment"]["benchmarkIndex"],
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        audits["total-blocking-time"]["numericValue"],
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Judges the pages and prints a table; 0: all reach `LEAST`, 1: not, 2: Lighthouse cannot run here."""
    parser = argparse.ArgumentParser(prog="bench.lighthouse.run", description="Let Lighthouse judge the built site.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="DIR", help="the built site")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="the median counts (3)")
    parser.add_argument("--forms", nargs="+", default=FORMS, choices=FORMS, metavar="FORM")
    parser.add_argument("--pages", nargs="+", metavar="KIND", help="only these kinds of pages")
    options = parser.parse_args(arguments)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    program = install(ROOT / ".cache" / "lighthouse")
    if program is None or chromium is None:
        print("error: Lighthouse needs npm, node and chromium", file=sys.stderr)
        return 2
    heads = "".join(f"{name:>16}" for name in CATEGORIES)
    print(f"{'page':24}{'form':9}{heads}     kB  paint s  blocking ms  speed of machine")
    low = False
    with published(options.site.resolve()) as address, tempfile.TemporaryDirectory() as folder:
        for kind, path in pages(options.site).items():
            for form in options.forms if not options.pages or kind in options.pages else ():
                rounds = [judge(program, chromium, address + path, form, Path(folder)) for _ in range(options.rounds)]
                marks = {name: statistics.median(one.marks[name] for one in rounds) for name in CATEGORIES}
                low |= min(marks.values()) < LEAST
                print(
                    f"{kind[:23]:24}{form:9}"
                    + "".join(f"{mark:16.0f}" for mark in marks.values())
                    + f"{statistics.median(one.kilobytes for one in rounds):7.0f}"
                    + f"{statistics.median(one.paint for one in rounds):9.1f}"
                    + f"{statistics.median(one.blocking for one in rounds):13.0f}"
                    + f"{statistics.median(one.speed for one in rounds):18.0f}",
                    flush=True,
                )
                for fault in dict.fromkeys(fault for one in rounds for fault in one.faults):
                    print(f"    {fault}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
