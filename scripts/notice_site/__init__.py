"""Official notices in, structured and cross-linked reference pages and data out."""

from __future__ import annotations

import sys
from types import TracebackType

from notice_site.execution.compiled_modules import replace_damaged_files


def _tell_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Tells of Ctrl-C in one line where a command is still being loaded; `execution.command` does once it runs."""
    if issubclass(kind, KeyboardInterrupt):
        print("interrupted: 已中断，没有完成的都没有写入", file=sys.stderr)
    else:
        sys.__excepthook__(kind, fault, trace)


sys.excepthook = _tell_fault
replace_damaged_files()
