"""Holds what one build tells whoever looks at the site: whether it has changed, and what is wrong."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path

from notice_site.execution.command import told
from notice_site.model import Problem

# takes: WARNING: Doc file 'about.md' contains a link 'no.md', but the target is not found among documentation files.
# takes: WARNING: Doc file 'about.md' contains a link '#no', but there is no such anchor on this page.
# not: WARNING: The following pages exist in the docs directory, but are not included in the "nav" configuration:
_LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains an? (?:\w+ )?link '(?P<link>[^']+)'")

# takes the place that PyYAML gives: in "/project/mkdocs.yml", line 3, column 5
_PLACE = re.compile(r'in "(?P<file>[^"]+)", line (?P<line>\d+)')


# takes: ERROR: Encoding error reading file: about.md: 'utf-8' codec can't decode byte 0xb9
_ENCODING = re.compile(r"Encoding error reading file: (?P<page>[^:]+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a build failed: the file below the project and its line (0 where none applies), the cause and what to do."""

    file: str
    line: int
    message: str
    advice: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return f"{where}{self.message}{f' → {self.advice}' if self.advice else ''}"


@dataclass(frozen=True, slots=True)
class Report:
    """What one build did. `owned` are the names in docs/ that the program writes; without faults it has succeeded."""

    is_changed: bool
    faults: tuple[Fault, ...] = ()
    warnings: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()


def fault_of_problem(problem: Problem, sources: Path) -> Fault:
    """The same with the path of its file below the project: sources and sidecars are named below notices/."""
    paths = (sources / problem.file, sources / "notices" / problem.file)
    place = next((path for path in paths if path.is_file()), paths[0])
    return Fault(place.as_posix(), problem.line, problem.message, problem.advice)


def fault_of_renderer(line: str, project: Path) -> Fault:
    """A line of MkDocs, with the place that it speaks of where that can be found."""
    message = " ".join(line.split())
    if link := _LINK.search(message):
        path = Path("docs") / link["page"]
        return Fault(path.as_posix(), _line_with(project / path, link["link"]), message, "改正链接，或补上所指的网页")
    if page := _ENCODING.search(message):
        return Fault(f"docs/{page['page']}", 0, message, "另存为 UTF-8")
    if place := _PLACE.search(message):
        return Fault(_below(place["file"], project), int(place["line"]), message, "改正这一行的写法")
    return Fault("", 0, message)


def fault_of_error(error: Exception, project: Path) -> Fault:
    """What an exception says, and where: the file that it names, or the last line of the project that ran."""
    if isinstance(error, OSError):
        return Fault("", 0, told(error))
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)  # of a syntax error, also of Jinja
    if not isinstance(file, str) or not isinstance(line, int):
        frames = traceback.extract_tb(error.__traceback__)
        of_project = [frame for frame in frames if _below(frame.filename, project) != frame.filename]
        last = (of_project or frames)[-1]
        file, line = last.filename, last.lineno or 0
    message = f"{type(error).__name__}: {' '.join(str(error).split())}"
    return Fault(_below(file, project), line, message, "这是程序或模板中的错误：撤销最近的改动，或报告此错误")


def _below(file: str, project: Path) -> str:
    """The path below the project; as it is for a file of a library or elsewhere."""
    below = file.removeprefix(f"{project.resolve()}/")
    return file if below.startswith(".venv/") else below


def _line_with(page: Path, words: str) -> int:
    """The first line of a page that holds the words; 0 where none does or the page cannot be read."""
    try:
        lines = page.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return 0
    return next((number for number, line in enumerate(lines, 1) if words in line), 0)
