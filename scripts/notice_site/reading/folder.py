"""Searches a folder for files that may be sources or sidecars; each name that cannot be one is a problem."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from notice_site.execution.command import words
from notice_site.model import Problem, Severity
from notice_site.model.frozen import dataclass

SIDECAR_SUFFIXES = frozenset((".yml", ".yaml"))

# Files that version control and file managers leave behind.
_LITTER = frozenset((".gitkeep", ".gitignore", ".gitattributes", ".ds_store", "thumbs.db", "desktop.ini"))
# takes: a newline, U+202E, a backslash, a lone surrogate (a name that is no UTF-8); not: space, 通知, (1), 〔〕
_UNUSABLE = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# takes: 通知.yml~, #通知.yml#, .通知.yml.swp, 通知.txt.bak; not: 通知.yml, 备份.txt, ~$通知.docx
_BACKUP = re.compile(r".*~|\#.*\#|\..*\.sw[a-p]|.*\.(?:bak|orig|rej)", re.IGNORECASE)
_DEEPEST = 8  # folders in folders: a year and a month need two; deeper ones are a copied tree


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """Files below the notices folder by their names: `name` is the path below it, with /."""

    sources: tuple[tuple[str, Path], ...]
    sidecars: tuple[tuple[str, Path], ...]
    problems: tuple[Problem, ...]


def find_files(folder: Path) -> FolderFiles:
    """Sources and sidecars below `folder`, sorted by name; nothing outside it is ever opened.

    Two files whose names differ only in their suffix, or only in the case or composition of letters, would
    share a sidecar and an address: the first of them counts.
    """
    problems: list[Problem] = []
    files = _walk(folder, "", problems, 1)
    sidecars = [(name, path) for name, path in files if path.suffix.lower() in SIDECAR_SUFFIXES]
    sources: list[tuple[str, Path]] = []
    stems: dict[str, str] = {}
    for name, path in files:
        if path.suffix.lower() in SIDECAR_SUFFIXES:
            continue
        stem = folded(stem_of(name))
        if stem in stems:
            message = f"与 {stems[stem]} 除扩展名或大小写外同名，附注文件和网页地址会混淆，未读取"
            problems.append(Problem(name, 0, message, "改用另一个文件名"))
            continue
        stems[stem] = name
        sources.append((name, path))
    return FolderFiles(tuple(sources), tuple(sidecars), tuple(problems))


def stem_of(name: str) -> str:
    """Name without its last suffix, which a source and its sidecar share.

    >>> stem_of("2014/通知.v2.txt"), stem_of("a..html")
    ('2014/通知.v2', 'a.')
    """
    return name[: -len(suffix)] if (suffix := os.path.splitext(name)[1]) else name


def folded(name: str) -> str:
    """The name as file systems that ignore case and composition see it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def is_leftover(name: str) -> bool:
    """Whether file managers, Office, editors or version control leave a file of this name behind.

    >>> [is_leftover(name) for name in ("Thumbs.db", "~$通知.docx", "levels.yml~", ".DS_Store", "levels.yaml")]
    [True, True, True, True, False]
    """
    return name.casefold() in _LITTER or name.startswith("~$") or _BACKUP.fullmatch(name) is not None


def _walk(folder: Path, prefix: str, problems: list[Problem], depth: int) -> list[tuple[str, Path]]:
    files: list[tuple[str, Path]] = []
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem(prefix.rstrip("/") or folder.name, 0, *words(error)))
        return []
    for entry in entries:
        name = prefix + entry.name
        if entry.name.casefold() in _LITTER or entry.name.startswith("~$"):
            continue
        if problem := _problem_of(entry, name, depth):
            problems.append(problem)
        elif entry.is_dir(follow_symlinks=False):
            files += _walk(Path(entry.path), f"{name}/", problems, depth + 1)
        else:
            files.append((name, Path(entry.path)))
    return files


def _problem_of(entry: os.DirEntry[str], name: str, depth: int) -> Problem | None:
    if _UNUSABLE.search(entry.name):
        shown = name.encode("unicode_escape").decode("ascii")
        return Problem(shown, 0, "文件名含控制字符、反斜线或不是 UTF-8", "改用普通文字的文件名")
    if _BACKUP.fullmatch(entry.name):
        return Problem(name, 0, "是编辑器的备份，未读取", "删除它", Severity.WARNING)
    if entry.name.startswith("."):
        message = "文件名以点开头，视为隐藏文件，未读取"
        return Problem(name, 0, message, "去掉开头的点，或移出此文件夹", Severity.WARNING)
    if entry.is_symlink():
        return Problem(name, 0, "是符号链接，未读取", "放入文件本身")
    if entry.is_dir(follow_symlinks=False):
        if depth >= _DEEPEST:
            return Problem(name, 0, f"文件夹嵌套超过 {_DEEPEST} 层，未读取", "减少层数")
        return None
    if not entry.is_file(follow_symlinks=False):
        return Problem(name, 0, "不是普通文件，未读取", "移出此文件夹")
    return None
