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

# takes: NUL, U+0001, U+009F, a lone surrogate, U+FFFE; not: a tab, a line end, U+0085, 通, 😀
_CONTROL_CHARACTER = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

COLON_ADVICE = "写成半角冒号加空格“: ”"
_OTHER_ADVICE = "检查这一行和上一行的缩进、冒号后的空格和引号"
_INDENT_ADVICE = "让同一级的各行左边对齐"
_BRACKET_ADVICE = "配上括号；是文字的，加引号"
_QUOTE_ADVICE = "配上引号"
_WORDS = {
    "did not find expected node content": ("缺一个值，或括号没有配上", _BRACKET_ADVICE),
    "did not find expected key": ("缩进与上面的键不一致，或引号后面还有文字", _INDENT_ADVICE),
    "did not find expected '-' indicator": ("缩进与上面的列表不一致，或缺“- ”", _INDENT_ADVICE),
    "did not find expected ',' or ']'": ("方括号里缺逗号“,”，或缺“]”", _BRACKET_ADVICE),
    "did not find expected ',' or '}'": ("花括号里缺逗号“,”，或缺“}”", _BRACKET_ADVICE),
    "did not find expected <document start>": ("前面的内容已经结束，这里多出了文字", _INDENT_ADVICE),
    "mapping values are not allowed in this context": ("这里不能再有“: ”", "对齐缩进；文字里有“: ”的，整段加引号"),
    "block sequence entries are not allowed in this context": ("这里不能以“- ”开头", "另起一行，对齐缩进"),
    "could not find expected ':'": ("这一行或上一行缺冒号", COLON_ADVICE),
    "found character that cannot start any token": ("值以 @、`、% 等符号开头", "给这个值加引号"),
    "found unexpected end of stream": ("引号没有配上", _QUOTE_ADVICE),
    "found unexpected document indicator": ("引号没有配上", _QUOTE_ADVICE),
    "found unknown escape character": ("双引号里的反斜线“\\”后面不是转义字符", "改用单引号"),
}
"""What the parser says, in words that people know: message and advice."""

_CLOSING = {"[": "]", "{": "}"}


def syntax_problem(text: str, name: str, error: yaml.YAMLError) -> Problem:
    """The problem of a text that the parser refused, at the line where it begins as far as that can be told."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if sign := _CONTROL_CHARACTER.search(text):
        line = text.count("\n", 0, sign.start()) + 1
        return Problem(name, line, f"含有看不见的控制字符（U+{ord(sign[0]):04X}）", "删去这个字符")
    if mark is None:
        return Problem(name, 0, f"YAML 语法错误：{' '.join(str(error).split())}", _OTHER_ADVICE)
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
    message, advice = _WORDS.get(problem, (f"YAML 语法错误：{problem}", _OTHER_ADVICE))
    place = began if began is not None and advice == _QUOTE_ADVICE else mark
    return Problem(name, place.line + 1, message, advice)


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
