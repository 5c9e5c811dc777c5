"""Ends every command alike: Ctrl-C, or a file or disk that refuses, is one line and an exit status, no traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec

Arguments = ParamSpec("Arguments")

FAULTS = 1
"""Exit status where a command did its work and named faults or differences."""

CANNOT_WORK = 2
"""Exit status where a command could not do its work: argparse gives it for wrong use, diff and grep for trouble."""

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells count it: 128 and the number of SIGINT."""

READER_GONE = 141
"""Exit status where nobody reads the output any more (`report.py | head`): 128 and the number of SIGPIPE."""

_ADVICE = {
    errno.EACCES: "give this user the right to read or write it",
    errno.EPERM: "give this user the right to read or write it",
    errno.EROFS: "name a folder that can be written",
    errno.ENOENT: "check its name and place",
    errno.ENOSPC: "free some space on its disk and run the command again",
    errno.EDQUOT: "free some space on its disk and run the command again",
    errno.EFBIG: "raise the limit for the size of a file (ulimit -f) and run the command again",
    errno.EIO: "check its disk",
    errno.EADDRINUSE: "end the program that uses it or name another one",
    errno.ENOMEM: "free some memory and run the command again",
}
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_OTHER_ADVICE = "make it a file or folder that can be read and written"


def command(main: Callable[Arguments, int], stream: str = "stderr") -> Callable[Arguments, int]:
    """Makes the main function of a command end in one line on `stream` where it cannot do its work.

    `main` returns 0 when all is well and FAULTS when it has named some; the other statuses are given here.
    """

    @wraps(main)
    def ended(*positional: Arguments.args, **named: Arguments.kwargs) -> int:
        try:
            status = main(*positional, **named)
            sys.stdout.flush()  # a disk that is full refuses here, not after the last line of the program
        except KeyboardInterrupt:
            return _ended(stream, "interrupted: what was not finished is not written", INTERRUPTED)
        except BrokenPipeError:
            _forget_output()
            return READER_GONE
        except OSError as error:
            _forget_unwritten_output()
            if error.filename is None and error.errno in _FULL:
                error.filename = "stdout"  # whoever writes another file gives its name
            return _ended(stream, f"error: {told(error)}", CANNOT_WORK)
        return status

    return ended


def told(error: OSError) -> str:
    """The file, the cause and what to do, in one line.

    >>> told(PermissionError(errno.EACCES, "Permission denied", "notices/通知.txt"))
    'notices/通知.txt: Permission denied; give this user the right to read or write it'
    >>> told(OSError("no scheduler at tcp://host:8786"))
    'no scheduler at tcp://host:8786'
    """
    if error.errno is None:
        return " ".join(str(error).split())
    file = error.filename.decode(errors="replace") if isinstance(error.filename, bytes) else error.filename
    advice = _ADVICE.get(error.errno, _OTHER_ADVICE if file else "run the command again")
    return f"{f'{file}: ' if file else ''}{error.strerror or os.strerror(error.errno)}; {advice}"


@contextmanager
def naming(file: str | Path) -> Iterator[None]:
    """Gives the name of `file` to an error that has none: a write to a full disk does not say which file it was."""
    try:
        yield
    except OSError as error:
        if error.errno is not None and error.filename is None:
            error.filename = str(file)
        raise


def _ended(stream: str, line: str, status: int) -> int:
    print(line, file=getattr(sys, stream))
    return status


def _forget_unwritten_output() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _forget_output()


def _forget_output() -> None:
    """Sends what waits for stdout nowhere: the interpreter would fail on it once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
