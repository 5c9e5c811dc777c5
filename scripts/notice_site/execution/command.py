"""Ends every command alike: Ctrl-C, or a file or disk that refuses, is one line and an exit status, no traceback."""

from __future__ import annotations

import argparse
import atexit
import errno
import gc
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
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

INTERRUPTED_WORDS = "interrupted: 已中断，没有完成的都没有写入"

READER_GONE = 141
"""Exit status where nobody reads the output any more (`report.py | head`): 128 and the number of SIGPIPE."""

_WORDS = {
    errno.EACCES: ("没有读写的权限", "给这个用户读写的权限（chmod u+rw）"),
    errno.EPERM: ("没有读写的权限", "给这个用户读写的权限（chmod u+rw）"),
    errno.EROFS: ("所在的磁盘只能读", "换一个可以写的文件夹"),
    errno.ENOENT: ("没有这个文件或文件夹", "核对名称和位置"),
    errno.ENOSPC: ("磁盘已满", "腾出空间再运行；原来的文件未动"),
    errno.EDQUOT: ("磁盘限额已满", "腾出空间再运行；原来的文件未动"),
    errno.EFBIG: ("文件超过允许的大小", "放宽限制（ulimit -f）再运行；原来的文件未动"),
    errno.EIO: ("磁盘读写出错", "检查磁盘"),
    errno.EADDRINUSE: ("已被别的程序占用", "结束那个程序，或换一个"),
    errno.ENOMEM: ("内存不足", "腾出内存再运行"),
    errno.EISDIR: ("是文件夹，不是文件", "换成文件"),
    errno.ENOTDIR: ("是文件，不是文件夹", "换成文件夹"),
    errno.ELOOP: ("符号链接绕成了圈", "放入文件本身"),
    errno.ENAMETOOLONG: ("文件名太长", "缩短文件名"),
    errno.EMFILE: ("打开的文件太多", "放宽限制（ulimit -n）再运行"),
}
"""What people call the errors of the operating system, and what to do."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_OTHER_ADVICE = "换成能读写的文件或文件夹"


atexit.register(gc.freeze)  # or the interpreter looks through all that was loaded when it ends, three times


def listing_options(program: str, description: str, arguments: Sequence[str] | None = None) -> tuple[Path, bool]:
    """Reads the arguments of a command that lists what it finds in sources: their folder, and whether as JSON."""
    parser = argparse.ArgumentParser(prog=program, description=description)
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="folder with notices/")
    parser.add_argument("--json", action="store_true", help="for machines: one JSON document")
    options = parser.parse_args(arguments)
    if not (options.sources / "notices").is_dir():
        parser.error(f"no such folder: {options.sources / 'notices'}")
    return options.sources, options.json


def command(main: Callable[Arguments, int], stream: str = "stderr") -> Callable[Arguments, int]:
    """Makes the main function of a command end in one line on `stream` where it cannot do its work.

    `main` returns 0 when all is well and FAULTS when it has named some; the other statuses are given here.
    """

    @wraps(main)
    def ended(*positional: Arguments.args, **named: Arguments.kwargs) -> int:
        try:
            if not positional and not named:
                _read_names_as_utf8()
            status = main(*positional, **named)
            sys.stdout.flush()  # a disk that is full refuses here, not after the last line of the program
        except KeyboardInterrupt:
            return _ended(stream, INTERRUPTED_WORDS, INTERRUPTED)
        except BrokenPipeError:
            _forget_output()
            return READER_GONE
        except OSError as error:
            _forget_unwritten_output()
            line = told(error)
            if error.filename is None and error.errno in _FULL:  # whoever writes another file gives its name
                line = f"stdout: {words(error)[0]} → 腾出空间再运行"  # what was to be done may be done
            return _ended(stream, f"error: {line}", CANNOT_WORK)
        return status

    return ended


def _read_names_as_utf8() -> None:
    """Starts the program anew in the UTF-8 mode of Python where the locale reads names of files otherwise.

    Libraries that take names as UTF-8 (OpenCC, Jinja) cannot open what lies in a folder with a Chinese name there.
    """
    is_utf8 = sys.getfilesystemencoding().lower() == "utf-8"
    if not is_utf8 and os.environ.get("PYTHONUTF8") != "1":  # or Python was told to ignore the environment
        os.execve(sys.executable, sys.orig_argv, {**os.environ, "PYTHONUTF8": "1"})


def told(error: OSError) -> str:
    """The file, the cause and what to do, in one line.

    >>> told(PermissionError(errno.EACCES, "Permission denied", "notices/通知.txt"))
    'notices/通知.txt: 没有读写的权限 → 给这个用户读写的权限（chmod u+rw）'
    >>> told(OSError("no scheduler at tcp://host:8786"))
    'no scheduler at tcp://host:8786'
    >>> told(shutil.Error([("notices/通知.txt", "copy/通知.txt", "[Errno 28] No space left on device")]))
    'copy/通知.txt: 磁盘已满 → 腾出空间再运行；原来的文件未动'
    >>> told(shutil.SpecialFileError("`docs/管道` is a named pipe"))
    'docs/管道: 不是普通文件 → 移出此文件夹'
    """
    if isinstance(error, shutil.Error):
        error = _first_cause(error)
    if isinstance(error, shutil.SpecialFileError):
        return f"{str(error).split('`')[1]}: 不是普通文件 → 移出此文件夹"
    if error.errno is None:
        return " ".join(str(error).split())
    name = error.filename2 if error.errno in _FULL and error.filename2 else error.filename  # of a copy, what is written
    file = name.decode(errors="replace") if isinstance(name, bytes) else name
    return f"{f'{file}: ' if file else ''}{' → '.join(words(error, _OTHER_ADVICE if file else '再运行一次'))}"


def _first_cause(error: shutil.Error) -> OSError:
    """The first error that the copy of a folder met; the copy tells the words of each, which begin with its number."""
    file, copy, text = error.args[0][0]
    number = re.match(r"\[Errno (\d+)\]", text)
    return OSError(int(number[1]), text, file, None, copy) if number else OSError(f"{file}: {text}")


def words(error: OSError, other_advice: str = "检查文件是否存在、是否可读") -> tuple[str, str]:
    """The cause and what to do, as people call them; `other_advice` is for errors without words of their own."""
    known = _WORDS.get(error.errno or 0)
    return known or (error.strerror or os.strerror(error.errno or 0), other_advice)


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
