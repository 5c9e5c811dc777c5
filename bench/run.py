"""A corpus of N notices in, wall, CPU and memory of each way to build it out: ours from raw, peers from our Markdown.

Ways run in turn, each as a whole process, three rounds; what is not installed is said to be missing. The results are
written after each round: a run that is broken off has those of the rounds that are whole.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from bench.corpus import write_corpus
from bench.measured import Run, measured, put_aside
from bench.peers import PROJECT, peers

ROUNDS = 3
RESULTS = PROJECT / "bench" / "results"
STAGES = "stages.json"
FULL = ("ours: raw to docs", "ours: docs to site")
EDIT = "ours: after an edit"
PLAIN = "mkdocs build of the same docs/, our settings and theme"

_MKDOCS_BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "plain"]

Way = tuple[str, Callable[[Path], None], Sequence[str]]


def prepared(folder: Path, count: int) -> None:
    """A project with a corpus of `count` invented notices in `folder`; with 0, with the sources of this project."""
    if count:
        write_corpus(PROJECT, folder / "source_texts", count)
    else:
        shutil.copytree(PROJECT / "source_texts", folder / "source_texts")
    shutil.copytree(PROJECT / "overrides", folder / "overrides")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()
    shutil.copy(PROJECT / "docs" / "about.md", folder / "docs")  # what people wrote


def edit(folder: Path) -> None:
    """Changes one sentence of one notice, another one each time."""
    path = sorted((folder / "source_texts" / "notices").glob("*.txt"))[-1]
    lines = path.read_text("utf-8").splitlines(keepends=True)
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    lines[longest] = lines[longest].rstrip("\n") + "各级党委（党组）要认真抓好落实。\n"
    path.write_text("".join(lines), "utf-8")


def clean(folder: Path) -> None:
    """Forgets everything that was built or remembered."""
    put_aside(folder, ".cache", "site", *(f"docs/{path.name}" for path in (folder / "docs").iterdir()))
    shutil.copy(PROJECT / "docs" / "about.md", folder / "docs")


def ours() -> list[Way]:
    """The stages of our own build, from nothing and after an edit."""
    watched = [sys.executable, str(PROJECT / "bench/stages.py"), STAGES]
    docs = [*watched, "build_docs", "--sources", "source_texts", "--docs", "docs", "--cache", ".cache/docs", "--quiet"]
    site = [*watched, "build_site", "--quiet"]
    return [
        (FULL[0], clean, docs),
        (FULL[1], lambda folder: None, site),
        (EDIT, edit, [*site, "--sources", "source_texts"]),
    ]


def main() -> int:
    """Runs the comparison and keeps its results; arguments as on the command line."""
    parser = argparse.ArgumentParser(prog="bench.run", description="Measure the build beside its peers.")
    parser.add_argument(
        "--count", type=int, default=1000, metavar="N", help="notices (1000); 0: the sources of this project"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="R", help=f"rounds ({ROUNDS})")
    parser.add_argument("--only-ours", action="store_true", help="leave the peers out")
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="NAME", help="peers with this in their name")
    parser.add_argument("--date", required=True, metavar="DAY", help="the day of the run, for the results: 2026-11-30")
    options = parser.parse_args()
    runs: dict[str, list[Run]] = {}
    stages: dict[str, list[dict[str, list[float]]]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        prepared(folder, options.count)
        ways, missing = ours(), list[str]()
        if not options.count:
            ways.append((PLAIN, lambda folder: put_aside(folder, "plain"), _MKDOCS_BUILD))
        elif not options.only_ours:
            found, missing = peers(folder)
            found = [peer for peer in found if not any(name in peer.name for name in options.leave_out)]
            ways += [(peer.name, peer.before, peer.command) for peer in found]
        for number in range(1, options.rounds + 1):
            for name, before, command in ways:
                before(folder)
                run = measured(command, folder)
                runs.setdefault(name, []).append(run)
                if STAGES in command:
                    stages.setdefault(name, []).append(json.loads((folder / STAGES).read_bytes()))
                print(f"{number}/{options.rounds} {name}: {run.wall:.1f} s", file=sys.stderr, flush=True)
            pages = sum(1 for _ in (folder / "docs").rglob("*.md"))
            heading = (
                f"{options.count or 'the own'} notices, {pages} pages, {number} rounds, {options.date}; {_machine()}"
            )
            text = table(heading, runs, missing) + "".join(
                stage_table(name, found, _median(runs[name])) for name, found in stages.items()
            )
            result = f"{options.count}-ours" if options.only_ours else str(options.count or "own")
            keep(result, text, {"heading": heading, "missing": missing, "runs": runs, "stages": stages})
    print(text)
    return 0


def keep(name: str, text: str, figures: dict[str, object]) -> None:
    """Writes the table and all single results."""
    RESULTS.mkdir(exist_ok=True)
    content = json.dumps(figures, ensure_ascii=False, indent=1, default=asdict)
    (RESULTS / f"{name}.json").write_text(content + "\n", "utf-8")
    (RESULTS / f"{name}.md").write_text(text, "utf-8")


def table(heading: str, runs: dict[str, list[Run]], missing: Sequence[str]) -> str:
    """The medians, and the whole of ours divided by each, as Markdown; of plain MkDocs our way from docs to site.

    CPU seconds are those of a command and of all processes that it waited for: other work on the machine alters them
    far less than wall time.
    """
    medians = {name: _median(found) for name, found in runs.items()}
    full = _sum(medians, FULL)
    head = "| | wall s | CPU s | memory MB | largest process MB | ours / this, wall | ours / this, CPU |"
    lines = [heading, "", head, "|---|---:|---:|---:|---:|---:|---:|"]
    for name, run in {"ours: raw to site": full, **medians}.items():
        is_part = name in FULL
        by = medians[FULL[1]] if name == PLAIN else full  # it begins at docs/, and reads what we read
        ratios = " | " if is_part else f"{by.wall / run.wall:.2f} | {by.cpu / run.cpu:.2f}"
        lines.append(f"| {name} | {run.wall:.1f} | {run.cpu:.1f} | {run.memory:.0f} | {run.largest:.0f} | {ratios} |")
    lines += [f"| {name} | not installed | | | | | |" for name in missing]
    return "\n".join([*lines, ""])


def stage_table(name: str, found: Sequence[dict[str, list[float]]], whole: Run) -> str:
    """The medians of the stages of one of our builds, the dearest first, as Markdown."""
    lines = ["", f"| {name} | wall s | CPU s | share |", "|---|---:|---:|---:|"]
    for stage in found[0]:
        wall, cpu = (statistics.median(one[stage][k] for one in found) for k in (0, 1))
        lines.append(f"| {stage} | {wall:.2f} | {cpu:.2f} | {wall / whole.wall:.0%} |")
    return "\n".join([*lines, ""])


def _median(found: Sequence[Run]) -> Run:
    return Run(*(statistics.median(getattr(run, key.name) for run in found) for key in fields(Run)))


def _sum(medians: dict[str, Run], names: Sequence[str]) -> Run:
    """Two stages one after the other: times add up, of the memory the larger counts."""
    runs = [medians[name] for name in names]
    return Run(
        sum(run.wall for run in runs),
        sum(run.cpu for run in runs),
        max(run.memory for run in runs),
        max(run.largest for run in runs),
    )


def _machine() -> str:
    known = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.partition(":")[2].strip() for line in known if line.startswith("model name")), "")
    return f"{os.cpu_count()} processors ({model or platform.machine()}), Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
