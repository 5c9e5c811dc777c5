"""Prints how much of each set of documents is understood rightly, beside the figures of another commit.

`--check` fails where a figure is below its floor in tests/floors.yml. Rules alone read the sources: sidecars stay out.
The sets lie in a folder beside the project: `corpus/`, `cases/`, `gold/`, `seeds/` and `tools/score.py`.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from tests.evaluation import editor
from tests.evaluation.checks import NOT_CHECKED, failures

PROJECT = Path(__file__).parents[2]
FLOORS = PROJECT / "tests" / "floors.yml"
CHECKS = Path(__file__).with_name("documents.yml")
FOLDS = 5

Rates = Mapping[str, tuple[int, int]]
"""How many of how many are right, by the name of the figure."""


@dataclass(frozen=True)
class Measured:
    """The figures of a set, what was wrong, a line each, and the figures of each fold of the set, if it has folds."""

    rates: Rates
    misses: Sequence[str]
    folds: Sequence[Rates] = ()


@dataclass(frozen=True)
class Built:
    """A folder of sources after a build: its published data, and what the build printed about each source."""

    sources: Path
    data: Path
    problems: Sequence[str]

    def items(self, name: str) -> list[dict[str, Any]]:
        """Reads a data file; empty where the build has not made it."""
        path = self.data / f"{name}.json"
        return list(json.loads(path.read_text("utf-8"))["items"]) if path.exists() else []

    def problems_of(self, source: str) -> list[str]:
        return [line for line in self.problems if line.startswith(f"{source}:")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; `arguments` as on the command line, the result is the exit status."""
    parser = argparse.ArgumentParser(prog="tests.evaluation", description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=PROJECT.parent / "shared", metavar="DIR", help="the sets")
    parser.add_argument("--base", metavar="COMMIT", help="a commit whose figures stand beside (default: none)")
    parser.add_argument("--check", action="store_true", help="fail below the floors of tests/floors.yml")
    parser.add_argument("--only", nargs="+", metavar="SET", help="some sets only")
    parser.add_argument("--verbose", action="store_true", help="list what is wrong")
    options = parser.parse_args(arguments)
    if not (options.shared / "tools" / "score.py").is_file():
        parser.error(
            f"no such file: {options.shared / 'tools' / 'score.py'} → name the folder of the sets with --shared"
        )
    with TemporaryDirectory() as folder:
        now = measure(PROJECT, options.shared, Path(folder) / "now", options.only)
        before = {}
        if options.base:
            before = measure(
                _checked_out(options.base, Path(folder) / "base"), options.shared, Path(folder) / "before", options.only
            )
    print(*_table(now, before, options.verbose), sep="\n")
    below = [*_below_floor(now, partly=options.only is not None)] if options.check else []
    print(*below, sep="\n", file=sys.stderr)
    return 1 if below else 0


def measure(project: Path, shared: Path, folder: Path, only: Sequence[str] | None = None) -> dict[str, Measured]:
    """Builds each set with the program in `project` and measures it; sets by name."""
    score = _score(shared)
    sets: dict[str, Measured] = {}

    def wanted(name: str) -> bool:
        return only is None or any(name.startswith(prefix) for prefix in only)

    def built(name: str, *sources: Path) -> Built:
        return _build(project, folder / re.sub(r"\W+", "-", name), sources)

    corpus = shared / "corpus"
    if wanted("corpus"):
        data = built("corpus", corpus / "notices")
        files = sorted((corpus / "gold").glob("*.yaml"))
        newer = [path for path in files if _is_newer(path)]
        folds = [[path for path in files if _fold(path.stem) == number] for number in range(FOLDS)]
        sets["corpus, 25 older"] = _scored(score, data, [path for path in files if path not in newer])
        sets["corpus, 27 newer"] = _scored(score, data, newer)
        sets["corpus, all 52"] = replace(
            _scored(score, data, files), misses=(), folds=[_scored(score, data, fold).rates for fold in folds]
        )
        sets["corpus, findings"] = replace(
            _found(score, data, corpus / "findings"),
            folds=[_found_in_fold(score, data, corpus / "findings", number) for number in range(FOLDS)],
        )
    if wanted("pages"):
        data = built("pages", corpus / "pages" / "notices")
        sets["pages"] = _scored(score, data, sorted((corpus / "pages" / "gold").glob("*.yaml")))
    if wanted("unread"):
        sets["unread pages"] = _titled(
            score, built("unread", corpus / "unread" / "pages" / "notices"), corpus / "unread" / "pages" / "titles.yaml"
        )
    if wanted("cases"):
        outline = shared / "cases" / "outline"
        sets["cases, outline"] = _scored(score, built("outline", outline), sorted(outline.glob("*.yml")))
        formats = {
            path.name: yaml.safe_load(path.read_text("utf-8"))
            for path in sorted((shared / "cases" / "formats").glob("*.yml"))
        }
        checks = {case["inputs"][0]: case["check"] for case in formats.values()}
        sets["cases, formats"] = _checked(built("formats", shared / "cases" / "formats"), checks)
        sets["cases, documents"] = _checked(
            built("documents", shared / "cases" / "documents"), yaml.safe_load(CHECKS.read_text("utf-8"))
        )
        sets["cases, editor"] = _case_right(editor.failures(project, shared / "cases" / "editor", folder / "editor"))
    if wanted("five"):
        data = built("five sources", shared / "seeds")
        gold = sorted(path for path in (shared / "gold").glob("*.yaml") if path.stem not in score.SPECIAL)
        scored, found = _scored(score, data, gold), _found(score, data, shared / "gold")
        sets["five sources"] = Measured({**scored.rates, **found.rates}, [*scored.misses, *found.misses])
    return sets


def _score(shared: Path) -> Any:
    """Loads score.py, which stands with the readings that it knows."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _checked_out(commit: str, folder: Path) -> Path:
    """Unpacks what a build needs of a commit."""
    archive = subprocess.run(
        ["git", "-C", str(PROJECT), "archive", commit, "scripts", "source_texts", "pyproject.toml"],
        capture_output=True,
        check=True,
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    return folder


def _build(project: Path, folder: Path, sources: Sequence[Path]) -> Built:
    """Builds the files of some folders, without readings and sidecars, with the glossary of the project."""
    notices = folder / "sources" / "notices"
    notices.mkdir(parents=True)
    for path in (path for source in sources for path in sorted(source.iterdir())):
        if path.is_file() and path.suffix not in (".yml", ".yaml") and not path.name.endswith(".right.md"):
            shutil.copyfile(path, notices / path.name)
    shutil.copytree(project / "source_texts" / "reference", folder / "sources" / "reference")
    command = [sys.executable, str(project / "scripts" / "build_docs.py"), "--quiet"]
    command += ["--sources", str(folder / "sources"), "--docs", str(folder / "docs")]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    run = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    if not (folder / "docs" / "data" / "notices.json").exists():
        raise RuntimeError(f"{folder.name} was not built:\n{run.stderr}")
    return Built(notices, folder / "docs" / "data", run.stderr.splitlines())


def _is_newer(gold: Path) -> bool:
    """Whether the document came after the rules had been made on the others, as its file name tells."""
    plain = re.fullmatch(r"gw_g[a-z]+\d[\d-]*", gold.stem)
    return bool(plain) or gold.stem.startswith(("cumcm_", "gaofa_", "law_", "njucm_", "table_", "xidian_"))


def _scored(score: Any, built: Built, gold: Sequence[Path]) -> Measured:
    tally = score.Tally()
    score.score_documents(gold, built.items("notices"), built.sources, tally)
    return _measured(tally)


def _found(score: Any, built: Built, gold: Path) -> Measured:
    tally = score.Tally()
    score.score_derived(gold, built.data, built.items("notices"), tally)
    return _measured(tally)


def _found_in_fold(score: Any, built: Built, gold: Path, number: int) -> Rates:
    """Measures tasks and times of the sources in one fold."""
    with TemporaryDirectory() as folder:
        for path in gold.glob("*.yaml"):
            readings = yaml.safe_load(path.read_text("utf-8"))
            part = {source: right for source, right in readings.items() if _fold(Path(source).stem) == number}
            (Path(folder) / path.name).write_text(yaml.safe_dump(part), "utf-8")
        return _found(score, built, Path(folder)).rates


def _fold(stem: str) -> int:
    """Gives the fold of a source by its name, so that a new source moves no other."""
    return zlib.crc32(stem.encode()) % FOLDS


def _measured(tally: Any) -> Measured:
    return Measured({name: (tally.hit[name], tally.all[name]) for name in tally.all}, tally.misses)


def _titled(score: Any, built: Built, titles: Path) -> Measured:
    """Compares the title of the first document of each page."""
    first: dict[str, str] = {}
    for notice in built.items("notices"):
        first.setdefault(notice["source"], notice["title"] or "")
    right = yaml.safe_load(titles.read_text("utf-8"))
    misses = [
        f"{name}: {first.get(name)} instead of {title}"
        for name, title in right.items()
        if score.fold(first.get(name)) != score.fold(title)
    ]
    return Measured({"title": (len(right) - len(misses), len(right))}, misses)


def _by_notice(items: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        found.setdefault(item["notice"], []).append(item)
    return found


def _checked(built: Built, checks: Mapping[str, Mapping[str, Any]]) -> Measured:
    """Counts the cases of which all is right; what only a browser can see is not counted."""
    wrong: dict[str, Sequence[str]] = {}
    findings = {name: _by_notice(built.items(file)) for name, file in (("tasks", "tasks"), ("events", "timeline"))}
    for source, check in checks.items():
        if not check.keys() - NOT_CHECKED:
            continue
        documents = [
            {**notice, **{name: found.get(notice["id"], ()) for name, found in findings.items()}}
            for notice in built.items("notices")
            if notice["source"] == source
        ]
        wrong[source] = [*failures(check, documents, built.problems_of(source))]
    return _case_right(wrong)


def _case_right(wrong: Mapping[str, Sequence[str]]) -> Measured:
    """Counts the cases of which nothing is wrong."""
    misses = [f"{case}: {fault}" for case, faults in wrong.items() for fault in faults]
    return Measured({"case_right": (sum(not faults for faults in wrong.values()), len(wrong))}, misses)


def _table(now: Mapping[str, Measured], before: Mapping[str, Measured], verbose: bool) -> Iterator[str]:
    for name, measured in now.items():
        yield f"\n{name}"
        old = before[name].rates if name in before else {}
        for figure, (hit, count) in measured.rates.items():
            line = f"  {figure:22} {_rate(hit, count)} {hit:5} of {count:<5}"
            if figure in old:
                difference = hit / max(count, 1) - old[figure][0] / max(old[figure][1], 1)
                line += f" before {_rate(*old[figure])} {difference:+.3f}" if difference else "  as before"
            folded = [fold[figure][0] / fold[figure][1] for fold in measured.folds if fold.get(figure, (0, 0))[1]]
            if folded:
                line += f"  folds {min(folded):.3f} to {max(folded):.3f}"
            yield line
        if verbose:
            yield from (f"    {line}" for line in measured.misses)


def _rate(hit: int, count: int) -> str:
    return f"{hit / count:.3f}" if count else "  -  "


def _below_floor(now: Mapping[str, Measured], partly: bool) -> Iterator[str]:
    """Yields the figures below what tests/floors.yml records; one that is gone counts as 0.

    With `partly` only some sets were measured, and the others are not looked at.
    """
    for name, floors in yaml.safe_load(FLOORS.read_text("utf-8")).items():
        if partly and name not in now:
            continue
        rates = now[name].rates if name in now else {}
        for figure, floor in floors.items():
            hit, count = rates.get(figure, (0, 1))
            if round(hit / max(count, 1), 3) < floor:
                yield f"error: {name}: {figure} is {_rate(hit, count)}, its floor is {floor} → tests/floors.yml"


if __name__ == "__main__":
    sys.exit(main())
