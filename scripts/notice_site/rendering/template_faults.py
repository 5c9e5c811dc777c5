"""Tells in the words of editors, with file and line, what is wrong with a template or with a link among pages."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from notice_site.rendering.fault_words import Fault, line_with, path_below

_FOLDER = "overrides"
_ADVICE = "改正模板，或撤销最近的改动"


class TemplateError(Exception):
    """Carries the fault of a template out of a fork, which an error leaves without its lines of code."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@contextmanager
def told_as_faults(project: Path) -> Iterator[None]:
    """Raises a TemplateError in place of what a template raises in the block."""
    try:
        yield
    except Exception as error:
        if fault := template_fault(error, project):
            raise TemplateError(fault) from None
        raise


def template_fault(error: Exception, project: Path) -> Fault | None:
    """The fault where a template could not be read or did not run; None where the error is no template's."""
    if isinstance(error, TemplateNotFound):
        templates = (path for path in _templates(project) if line_with(path, str(error.name)))
        path = next(templates, project / _FOLDER)
        message = f"没有模板 {error.name}"
        return Fault(_below(path, project), line_with(path, str(error.name)), message, "改正名称，或恢复这个文件")
    if isinstance(error, TemplateSyntaxError):
        return Fault(path_below(error.filename or "", project), error.lineno, f"模板语法错误：{error.message}", _ADVICE)
    if isinstance(error, UnicodeDecodeError):
        for path in _templates(project):
            before = path.read_bytes().decode("utf-8", "replace").partition("\ufffd")
            if before[1]:
                return Fault(_below(path, project), before[0].count("\n") + 1, "不是 UTF-8 编码", "另存为 UTF-8")
    frames = [
        (path_below(frame.filename, project), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)
    ]
    for file, line in reversed(frames):
        if file.startswith(f"{_FOLDER}/"):
            return Fault(file, line or 0, f"模板出错：{' '.join(str(error).split())}", _ADVICE)
    return None


def circular_links(docs: Path, project: Path) -> list[Fault]:
    """A fault for each symbolic link in docs/ that leads to a folder around it: MkDocs would follow it forty times."""
    links = (Path(place, name) for place, folders, _ in os.walk(docs) for name in folders)
    return [
        Fault(_below(link, project), 0, "符号链接绕成了圈", "删除它，或放入文件本身")
        for link in links
        if link.is_symlink() and link.parent.resolve().is_relative_to(link.resolve())
    ]


def _templates(project: Path) -> list[Path]:
    return [path for path in sorted((project / _FOLDER).rglob("*")) if path.suffix in (".html", ".xml", ".txt")]


def _below(path: Path, project: Path) -> str:
    return path.absolute().relative_to(project.resolve()).as_posix()
