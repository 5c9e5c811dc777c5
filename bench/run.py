"""A corpus of N notices in, wall, CPU and memory of each way to build it out: ours from raw, peers from our Markdown.

Ways run in turn, each as a whole process, three rounds; what is not installed is said to be missing.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.corpus import write_corpus

PROJECT = Path(__file__).parents[1]
ROUNDS = 3

_STOCK = """\
site_name: bench
docs_dir: docs
site_dir: site-stock
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins: [search]
markdown_extensions: [attr_list, def_list, footnotes, md_in_html, tables, toc]
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds and megabytes of one process with its children; memory is that of the largest one."""

    wall: float
    cpu: float
    memory: float


def measured(command: Sequence[str], folder: Path) -> Run:
    """Runs one command to its end; SystemExit with its words when it fails."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return Run(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def prepared(folder: Path, count: int) -> None:
    """A project with a corpus of `count` notices in `folder`."""
    write_corpus(PROJECT, folder / "source_texts", count)
    shutil.copytree(PROJECT / "overrides", folder / "overrides")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()
    for page in ("about.md",):  # what people wrote
        shutil.copy(PROJECT / "docs" / page, folder / "docs")
    (folder / "stock.yml").write_text(_STOCK, "utf-8")
    (folder / "zensical.toml").write_text('[project]\nsite_name = "bench"\nsite_dir = "site-zensical"\n', "utf-8")


def edit(folder: Path) -> None:
    """Changes one sentence of one notice."""
    path = sorted((folder / "source_texts" / "notices").glob("*.txt"))[0]
    path.write_text(path.read_text("utf-8").replace("各党委（党组）", "各级各党委（党组）", 1), "utf-8")


def clean(folder: Path) -> None:
    """Forgets everything that was built or remembered."""
    for made in (".cache", "site"):
        shutil.rmtree(folder / made, ignore_errors=True)


def main() -> None:
    """Runs the comparison and writes its results; arguments as on the command line."""
    parser = argparse.ArgumentParser(prog="bench.run", description="Measure the build beside its peers.")
    parser.add_argument("--count", type=int, default=1000, metavar="N", help="notices (1000)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="R", help=f"rounds ({ROUNDS})")
    parser.add_argument("--only-ours", action="store_true", help="leave the peers out")
    options = parser.parse_args()
    scripts, python = PROJECT / "scripts", sys.executable
    docs = [python, str(scripts / "build_docs.py"), "--sources", "source_texts", "--docs", "docs"]
    site = [python, str(scripts / "build_site.py")]
    ways: dict[str, tuple[Callable[[Path], None] | None, list[str]]] = {
        "ours: raw to docs": (clean, docs),
        "ours: docs to site": (None, site),
        "ours: edit, raw to docs": (edit, docs),
        "ours: edit, docs to site": (None, site),
    }
    if not options.only_ours:
        ways["stock MkDocs + Material"] = (None, [python, "-m", "mkdocs", "build", "-q", "-f", "stock.yml"])
        for peer, command in (("zensical", ["zensical", "build"]), ("pagefind", ["pagefind", "--site", "site"])):
            if shutil.which(peer):
                ways[peer] = (None, command)
            else:
                print(f"{peer}: not installed", file=sys.stderr)
    runs: dict[str, list[Run]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        prepared(folder, options.count)
        for number in range(options.rounds):
            for name, (before, command) in ways.items():
                if before:
                    before(folder)
                runs[name].append(measured(command, folder))
                print(f"{number + 1}/{options.rounds} {name}: {runs[name][-1].wall:.1f} s", file=sys.stderr)
    result = {
        "notices": options.count,
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}",
        "load": os.getloadavg()[0],
        "runs": {name: [asdict(run) for run in found] for name, found in runs.items()},
    }
    print(f"{'':28}{'wall s':>10}{'CPU s':>10}{'MB':>8}   (medians)")
    for name, found in runs.items():
        wall, cpu, memory = (statistics.median(getattr(run, key) for run in found) for key in ("wall", "cpu", "memory"))
        print(f"{name:28}{wall:10.1f}{cpu:10.1f}{memory:8.0f}")
    (PROJECT / "bench" / "results").mkdir(exist_ok=True)
    out = PROJECT / "bench" / "results" / f"{options.count}.json"
    out.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
