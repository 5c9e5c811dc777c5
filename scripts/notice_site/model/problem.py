"""What an editor must know of a fault."""

from __future__ import annotations

from enum import StrEnum

from notice_site.model.frozen import dataclass


class Severity(StrEnum):
    """How bad a `Problem` is: an ERROR fails a strict build, a WARNING is only reported."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor must know: where, what was wrong or expected, and what to do about it.

    `file` is relative to the sources folder, `line` counts from 1 and is 0 where no line applies.
    """

    file: str
    line: int
    message: str
    advice: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.severity}: {self.message} → {self.advice}"
