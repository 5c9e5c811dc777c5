"""Tells in the words of people what is wrong where a file is no YAML."""

from __future__ import annotations

import re

import yaml

from notice_site.model import Problem

# takes: documents：  - title：通知; not: title: 通知：  关于：  "title"：
_WIDE_COLON = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*：")

# takes: documents:甲  - date:2014-03-05; not: date: 2014-03-05  https://a.b  - 10:30
_TIGHT_COLON = re.compile(r"\s*(?:- +)*[A-Za-z_]+:(?!//)\S")

# takes: documents:  - title: 通知; not: documents：  通知: 甲
_KEY = re.compile(r"\s*(?:- +)*[A-Za-z_]+:(?:\s|$)")

COLON_ADVICE = "写成半角冒号加空格“: ”"
_CLOSING = {"[": "]", "{": "}"}


def syntax_problem(text: str, name: str, error: yaml.YAMLError) -> Problem:
    """The problem of a text that the parser refused, at the line where it begins as far as that can be told."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem(name, 0, f"YAML 语法错误：{' '.join(str(error).split())}", "检查有无控制字符")
    lines = text.splitlines() or [""]
    at = min(mark.line, len(lines) - 1)
    if "\t" in lines[at][: len(lines[at]) - len(lines[at].lstrip())]:
        return Problem(name, at + 1, f"第 {at + 1} 行用制表符（Tab）缩进", "YAML 只能用空格缩进，把它换成空格")
    colon = _line_with_colon_fault(lines, at)
    if colon is not None:
        return Problem(name, colon + 1, f"第 {colon + 1} 行{colon_fault(lines[colon])}", COLON_ADVICE)
    began = getattr(error, "context_mark", None)
    if began is not None and began.line < len(lines) and "expected" in str(error.problem):  # type: ignore[attr-defined]
        sign = lines[began.line][began.column : began.column + 1]
        if sign in _CLOSING:
            message = f"第 {began.line + 1} 行的“{sign}”没有配上“{_CLOSING[sign]}”"
            return Problem(name, began.line + 1, message, f"补上“{_CLOSING[sign]}”；是文字的，加引号")
    problem = str(getattr(error, "problem", error))
    return Problem(name, mark.line + 1, f"YAML 语法错误：{problem}", "检查这一行和上一行的缩进、冒号后的空格和引号")


def colon_fault(line: str) -> str | None:
    """What is wrong with the colon behind a key; None where nothing is.

    >>> colon_fault("documents："), colon_fault("  - date:2014"), colon_fault("title: 通知：甲")
    ('用了全角冒号“：”', '冒号后面缺空格', None)
    """
    if _WIDE_COLON.match(line):
        return "用了全角冒号“：”"
    return "冒号后面缺空格" if _TIGHT_COLON.match(line) else None


def _line_with_colon_fault(lines: list[str], at: int) -> int | None:
    """The nearest line, from `at` upward, whose key has a wrong colon; a key as it should be ends the search."""
    for number in range(at, -1, -1):
        if colon_fault(lines[number]):
            return number
        if number < at and _KEY.match(lines[number]):
            return None
    return None
