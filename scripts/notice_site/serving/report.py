"""Holds what one build tells whoever looks at the site: whether it has changed, and what is wrong."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from notice_site.execution.command import told
from notice_site.model import Problem
from notice_site.rendering.fault_words import Fault, path_below


@dataclass(frozen=True, slots=True)
class Report:
    """What one build did. `owned` are the names in docs/ that the program writes; without faults it has succeeded.

    Where the operating system refused something (`is_refused`) the same build may succeed a little later.
    """

    is_changed: bool
    faults: tuple[Fault, ...] = ()
    warnings: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()
    is_refused: bool = False


def fault_of_problem(problem: Problem, sources: Path) -> Fault:
    """The same with the path of its file below the project: sources and sidecars are named below notices/."""
    paths = (sources / problem.file, sources / "notices" / problem.file)
    place = next((path for path in paths if path.is_file()), paths[0])
    return Fault(place.as_posix(), problem.line, problem.message, problem.advice)


def report_of_error(error: Exception, project: Path) -> Report:
    """The report of a build that an exception ended."""
    return Report(False, (fault_of_error(error, project),), is_refused=isinstance(error, OSError))


def fault_of_error(error: Exception, project: Path) -> Fault:
    """What an exception says, and where: the file that it names, or the last line of the project that ran."""
    if isinstance(error, OSError):
        place, _, rest = told(error).rpartition(": ")
        message, _, advice = rest.partition(" → ")
        # Nobody runs a server anew for this: it tries again by itself.
        return Fault(path_below(place, project), 0, message, advice.replace("再运行", "，随后自动再试"))
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)  # of a syntax error, also of Jinja
    if not isinstance(file, str) or not isinstance(line, int):
        frames = traceback.extract_tb(error.__traceback__)
        of_project = [frame for frame in frames if path_below(frame.filename, project) != frame.filename]
        last = (of_project or frames)[-1]
        file, line = last.filename, last.lineno or 0
    message = f"{type(error).__name__}: {' '.join(str(error).split())}"
    return Fault(path_below(file, project), line, message, "这是程序或模板中的错误：撤销最近的改动，或报告此错误")
