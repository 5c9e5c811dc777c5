"""Changes one line of a rule at a time and runs the tests that mirror it: `make mutants`.

A mutant that no test notices survives: either its rule lacks an example, or the change means the same. What means the
same stands with its reason in `tests/equal_mutants.yml` and does not count. The sample is seeded, so that two runs on
one state of the project try the same mutants.

    python -m tests.mutants --count 200 --seed 1 --rooms parsing text
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path
from queue import SimpleQueue

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PACKAGE = Path("scripts/notice_site")
EQUAL = ROOT / "tests" / "equal_mutants.yml"
ROOMS = ("parsing", "findings", "text", "reading")
COPIED = ("scripts", "tests", "source_texts", "pyproject.toml", "overrides", "mkdocs.yml")

SURVIVORS = 0.15
"""The share of mutants that may survive: above it the tests of a room describe its rules too loosely."""

_SECONDS = 120  # of the processor, however busy it is: a mutant whose tests take more goes round in a circle
_WAITING = 1800  # seconds by the clock: a mutant whose tests wait for each other uses no processor
_PRELOADED = (
    "hypothesis",
    "playwright.sync_api",
    "lxml.html",
    "pypinyin",
    "docx",
    "pdfminer.high_level",
    "numpy",
    "yaml",
    "opencc",
)

_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
_REGEX_PARTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=[(|:])[^()|\[\]{}\\?*+\"']+\|",  # an alternative and the bar behind it
        r"\|[^()|\[\]{}\\?*+\"']+(?=\))",  # the last alternative
        r"(?<=[^(*+?\\])\?(?![:=!<P])",  # the mark of what may be missing
        r"(?<=\d,)\d+(?=\})|(?<=\{)\d+",  # bounds of a repetition
        r"\(\?<?[=!]",  # the head of a look-around
    )
)
_REGEX_FUNCTIONS = ("compile", "search", "match", "fullmatch", "sub", "split", "finditer", "findall")


@dataclass(frozen=True, order=True)
class Mutant:
    """One changed line: `path` below the project, `line` from 1, the line as it is and as it becomes."""

    path: str
    line: int
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}\n  - {self.before.strip()}\n  + {self.after.strip()}"

    @property
    def key(self) -> tuple[str, str, str]:
        """What a line of the list of equal mutants names: it outlives changes elsewhere in the file."""
        return self.path, self.before.strip(), self.after.strip()


def mutants(path: Path) -> Iterator[Mutant]:
    """All mutants of one module.

    Comparisons and conditions are turned round, numbers grow by one, `and` and `or` change places, an element of a
    table is left out, an alternative or a repetition of a regular expression is taken away.
    """
    source = (ROOT / path).read_text("utf-8")
    lines = source.splitlines()
    offsets = [line.encode() for line in lines]
    seen = set()
    tree = ast.parse(source)
    skipped = {id(inner) for node in ast.walk(tree) for outer in _without_rules(node) for inner in ast.walk(outer)}
    patterns = {id(inner) for node in ast.walk(tree) if _is_regex(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        for row, start, end, new in _changes(node, lines, offsets, id(node) in patterns):
            after = offsets[row][:start].decode() + new + offsets[row][end:].decode()
            mutant = Mutant(path.as_posix(), row + 1, lines[row], after)
            if after != lines[row] and mutant not in seen:
                seen.add(mutant)
                yield mutant


def _without_rules(node: ast.AST) -> Iterator[ast.AST]:
    """Parts of a node that hold no rule: docstrings, annotations, the arguments of decorators, __all__."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        yield from node.decorator_list
    if isinstance(node, ast.FunctionDef) and node.returns:
        yield node.returns
    if isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation:
        yield node.annotation
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
        yield node
    if isinstance(node, (ast.Raise, ast.Assert, ast.Import, ast.ImportFrom)):
        yield node


def _is_regex(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _REGEX_FUNCTIONS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
    )


def _changes(
    node: ast.AST, lines: Sequence[str], offsets: Sequence[bytes], in_pattern: bool
) -> Iterator[tuple[int, int, int, str]]:
    """Row from 0, start and end in bytes, and the new text of each change that a node allows."""

    def span(part: ast.expr) -> tuple[int, int, int, str]:
        row = part.lineno - 1
        assert part.end_col_offset is not None
        return row, part.col_offset, part.end_col_offset, offsets[row][part.col_offset : part.end_col_offset].decode()

    def one_line(part: ast.expr) -> bool:
        return part.lineno == part.end_lineno

    if isinstance(node, ast.Compare) and len(node.ops) == 1 and node.left.end_lineno == node.comparators[0].lineno:
        row = node.comparators[0].lineno - 1
        assert node.left.end_col_offset is not None
        start, end = node.left.end_col_offset, node.comparators[0].col_offset
        between = offsets[row][start:end].decode()
        old = re.search(r"not in|is not|in|is|[<>=!]=|[<>]", between)
        if old:
            new = between.replace(old[0], _COMPARISONS[type(node.ops[0])], 1)
            yield row, start, end, new
    elif isinstance(node, ast.BoolOp):
        for left, right in zip(node.values, node.values[1:], strict=False):
            if left.end_lineno == right.lineno and left.end_col_offset is not None:
                row, start, end = right.lineno - 1, left.end_col_offset, right.col_offset
                between = offsets[row][start:end].decode()
                old_word, new_word = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
                yield row, start, end, between.replace(old_word, new_word)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) and one_line(node):
        row, start, end, text = span(node)
        yield row, start, end, text.removeprefix("not").lstrip()
    elif isinstance(node, (ast.If, ast.IfExp)) and not isinstance(node.test, (ast.Compare, ast.BoolOp, ast.UnaryOp)):
        if one_line(node.test):
            row, start, end, text = span(node.test)
            yield row, start, end, f"not ({text})"
    elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and one_line(node):
        row, start, end, _ = span(node)
        if not isinstance(node.value, bool):
            yield row, start, end, str(node.value + (1 if isinstance(node.value, int) else 0.5))
    elif isinstance(node, (ast.Tuple, ast.Set, ast.List)) and len(node.elts) > 1:
        for element in node.elts:
            if isinstance(element, ast.Constant) and isinstance(element.value, str) and one_line(element):
                row, start, end, _ = span(element)
                comma = re.match(rb"\s*,\s*", offsets[row][end:])
                if comma:
                    yield row, start, end + comma.end(), ""
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and in_pattern:
        yield from _regex_changes(node, lines)


def _regex_changes(node: ast.Constant, lines: Sequence[str]) -> Iterator[tuple[int, int, int, str]]:
    """Takes away an alternative, an optional mark, a look-around, or widens a repetition, line by line."""
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    for row in range(node.lineno - 1, node.end_lineno):
        raw = lines[row].encode()
        start = node.col_offset if row == node.lineno - 1 else 0
        end = node.end_col_offset if row == node.end_lineno - 1 else len(raw)
        text = raw[start:end].decode()
        rule = re.split(r"(?<!\\)\s#|^\s*#", text)[0] if node.end_lineno > node.lineno else text  # a comment is no rule
        for match in chain.from_iterable(pattern.finditer(rule) for pattern in _REGEX_PARTS):
            old = match[0]
            if old.isdigit():
                new = str(int(old) + 1)
            elif old.startswith("(?"):
                new = old.replace("=", "\0").replace("!", "=").replace("\0", "!")
            else:
                new = ""
            begin = start + len(rule[: match.start()].encode())
            yield row, begin, begin + len(old.encode()), new


def compiles(mutant: Mutant) -> bool:
    """Whether the module is still Python with that line changed."""
    lines = (ROOT / mutant.path).read_text("utf-8").splitlines()
    try:
        ast.parse("\n".join([*lines[: mutant.line - 1], mutant.after, *lines[mutant.line :]]))
    except SyntaxError:
        return False
    return True


def survives(copy: Path, mutant: Mutant) -> bool:
    """Whether the tests that mirror the module pass although its line is changed, in a copy of the project.

    Those named after the module come first and mostly notice; then come all tests of the room, and at last the golden
    cases of the other rooms, which the module has a part in.
    """
    file = copy / mutant.path
    original = file.read_text("utf-8")
    lines = original.splitlines()
    lines[mutant.line - 1] = mutant.after
    file.write_text("\n".join(lines) + "\n", "utf-8")
    try:
        return all(_tests_pass(copy, names) for names in tests_of(mutant.path))
    finally:
        file.write_text(original, "utf-8")


def tests_of(path: str) -> tuple[list[str], list[str], list[str]]:
    """The arguments of pytest: tests named after a module, others of its room, golden cases of other rooms."""
    inner = Path(path).relative_to(PACKAGE)
    folder = Path("tests") / inner.parent
    mirror = folder / f"test_{inner.name}"
    named = [path, mirror.as_posix()] if (ROOT / mirror).exists() else [path]
    others = [folder.as_posix()] if (ROOT / folder).exists() else []
    room = f"tests/{inner.parts[0]}"
    golden = [path for path in _tests_of_cases() if not path.startswith(f"{room}/")]
    return named, [*others, room, f"--ignore={mirror.as_posix()}"], golden


@cache
def _tests_of_cases() -> tuple[str, ...]:
    """The files that run golden cases."""
    files = sorted((ROOT / "tests").glob("*/**/test_*.py"))
    return tuple(file.relative_to(ROOT).as_posix() for file in files if 'cases("' in file.read_text("utf-8"))


def _tests_pass(copy: Path, names: Sequence[str]) -> bool:
    process = os.fork()
    if process == 0:
        _become_tests(copy, names)
    for _ in range(_WAITING * 20):
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
        time.sleep(0.05)
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return False


def _become_tests(copy: Path, names: Sequence[str]) -> None:
    """Runs these tests in this fork up to the first that fails, and ends it."""
    status = 1
    try:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        os.chdir(copy)
        sys.dont_write_bytecode = True
        with (
            open(os.devnull, "w") as nothing,
            contextlib.redirect_stdout(nothing),
            contextlib.redirect_stderr(nothing),
        ):
            os.dup2(nothing.fileno(), 1)
            os.dup2(nothing.fileno(), 2)
            status = pytest.main(["-x", "-q", "--assert=plain", "-m", "not browser and not long", *names])
    finally:
        os._exit(int(status))


def sample(rooms: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """A seeded sample of the mutants of these rooms, in order of place."""
    paths = sorted(path.relative_to(ROOT) for room in rooms for path in (ROOT / PACKAGE / room).rglob("*.py"))
    population = [mutant for path in paths for mutant in mutants(path)]
    random.Random(seed).shuffle(population)
    return sorted(islice(filter(compiles, population), count))


def equal_mutants() -> dict[tuple[str, str, str], str]:
    """Mutants that mean the same as the original, with the reason."""
    entries = yaml.safe_load(EQUAL.read_text("utf-8")) or []
    return {(entry["file"], entry["before"], entry["after"]): entry["reason"] for entry in entries}


def main() -> int:
    """Prints each survivor and the share of them; 1 where it is above the limit."""
    parser = argparse.ArgumentParser(prog="mutants", description="Try one-line mutants of the rules.")
    parser.add_argument("--count", type=int, default=200, metavar="N", help="how many mutants")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which ones")
    parser.add_argument("--rooms", nargs="+", default=list(ROOMS), metavar="ROOM", help="folders of the package")
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)), metavar="N")
    options = parser.parse_args()
    for name in _PRELOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    equal = equal_mutants()
    chosen = [mutant for mutant in sample(options.rooms, options.count, options.seed) if mutant.key not in equal]
    with tempfile.TemporaryDirectory() as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(options.processes):
            copy = Path(folder) / str(number)
            for name in COPIED:
                one = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                one(ROOT / name, copy / name)
            copies.put(copy)
        if not _tests_pass(copy, [f"tests/{room}" for room in options.rooms]):
            print("the tests fail without any mutant: mend them first")
            return 1

        def tried(mutant: Mutant) -> bool:
            copy = copies.get()
            try:
                return survives(copy, mutant)
            finally:
                copies.put(copy)

        survivors = []
        with ThreadPoolExecutor(options.processes) as threads:
            for mutant, alive in zip(chosen, threads.map(tried, chosen), strict=True):
                if alive:
                    survivors.append(mutant)
                    print(mutant, flush=True)
    share = len(survivors) / max(1, len(chosen))
    print(f"{len(survivors)} of {len(chosen)} mutants survived ({share:.0%}; at most {SURVIVORS:.0%})")
    return 1 if share > SURVIVORS else 0


if __name__ == "__main__":
    sys.exit(main())
