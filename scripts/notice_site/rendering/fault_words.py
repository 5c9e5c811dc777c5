"""Says in the words of editors, with file and line, what MkDocs finds wrong with pages and configuration."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from notice_site.reading.reference.yaml_faults import syntax_problem

_CONFIGURATION = "mkdocs.yml"


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


# takes the place that PyYAML gives: in "/project/mkdocs.yml", line 3, column 5
_PLACE = re.compile(r'in "(?P<file>[^"]+)", line (?P<line>\d+)')

_PAGE = r"Doc file '(?P<page>[^']+)' contains "


def _unlinked(fault: re.Match[str]) -> tuple[str, str]:
    near = re.search(r"Did you mean '([^']+)'", fault.string)
    return f"链接 {fault['link']} 所指的网页不存在", f"改为 {near[1]}" if near else "改正链接，或补上所指的网页"


_SETTINGS = (
    (re.compile(r"Required configuration not provided."), "没有填写"),
    (re.compile(r"The path '(?P<name>[^']+)' isn't an existing (?:file|directory)."), "没有 {}"),
    (re.compile(r"The path set in custom_dir \('(?P<name>[^']+)'\) does not exist."), "没有 {}"),
    (re.compile(r'The "(?P<name>[^"]+)" plugin is not installed'), "没有安装插件 {}"),
    (re.compile(r"Failed to load extension '(?P<name>[^']+)'.*"), "没有安装扩展 {}"),
    (re.compile(r"Unrecognised theme name: '(?P<name>[^']+)'.*"), "没有主题 {}"),
)
"""What MkDocs says of a value in mkdocs.yml, and what it means."""


def _setting_words(text: str) -> str:
    """What is wrong with a value, in our words where there are some.

    >>> _setting_words("Required configuration not provided."), _setting_words("Expected a list")
    ('没有填写', 'Expected a list')
    """
    for pattern, words in _SETTINGS:
        if match := pattern.fullmatch(text):
            return words.format(match.groupdict().get("name"))
    return text


# takes: WARNING: Doc file 'about.md' contains a link 'no.md', but the target is not found among documentation files.
# takes: WARNING: Doc file 'about.md' contains a link '#no', but there is no such anchor on this page.
_WORDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]], ...] = (
    (
        re.compile(_PAGE + r"a link '(?P<link>[^']+)', but .* anchor"),
        lambda fault: (f"链接 {fault['link']} 所指的位置不存在", "改正 # 后面的标识"),
    ),
    (re.compile(_PAGE + r"an? (?:[\w ]+ )?link '(?P<link>[^']+)', (?:but|it was left)"), _unlinked),
    (re.compile(_PAGE + r".*?'(?P<link>[^']+)'"), _unlinked),
    (
        re.compile(r"A reference to '(?P<link>[^']+)' is included in the 'nav' configuration"),
        lambda fault: (
            f"导航（mkdocs.yml 的 nav）列了 {fault['link']}，docs/ 里没有这一页",
            "恢复这一页，或从 nav 里删去",
        ),
    ),
    (
        re.compile(r"pages exist in the docs directory.*?configuration: (?P<link>.+)"),
        lambda fault: (
            f"docs/ 里的网页没有列入导航：{fault['link']}",
            "在 mkdocs.yml 的 nav 里列出，或列入 not_in_nav",
        ),
    ),
    (
        re.compile(r"Encoding error reading file: (?P<page>[^:]+)"),
        lambda fault: ("不是 UTF-8 编码", "另存为 UTF-8"),
    ),
    (re.compile(r"File not found: (?P<page>.+)"), lambda fault: ("没有这个文件", "恢复它")),
    (
        re.compile(r"Config value '(?P<link>[^']+)': (?P<what>.+)"),
        lambda fault: (f"mkdocs.yml 的 {fault['link']} 有误：{_setting_words(fault['what'])}", "改正这一项"),
    ),
    (
        re.compile(r"The configuration is invalid. Expected a key-value mapping"),
        lambda fault: ("mkdocs.yml 应为“键: 值”", "恢复它"),
    ),
)
"""What MkDocs logs, and what it means: message and advice."""


# takes the lines that say once more that there are faults
_CONCLUSION = re.compile(r"ERROR: (?:Aborted with a configuration error!|Aborted with \d+ .*)")


def faults_of_renderer(lines: Iterable[str], project: Path) -> list[Fault]:
    """What the lines of MkDocs say, each once; the line that only says that there are faults stands for no other."""
    different = [*dict.fromkeys(lines)]
    causes = [line for line in different if not _CONCLUSION.fullmatch(line)]
    return [fault_of_renderer(line, project) for line in causes or different]


def fault_of_renderer(line: str, project: Path) -> Fault:
    """A line of MkDocs in our words, with the place that it speaks of where that can be found."""
    message = " ".join(line.split())
    if message == f"ERROR: Config file '{_CONFIGURATION}' does not exist.":
        return Fault(_CONFIGURATION, 0, "没有这个文件", "恢复它")
    if "error parsing the configuration file" in message and (syntax := _syntax_fault(project)):
        return syntax
    for pattern, words in _WORDS:
        if fault := pattern.search(message):
            named = fault.groupdict()
            page = f"docs/{named['page']}" if "page" in named else "mkdocs.yml"
            return Fault(page, line_with(project / page, named.get("link", "")), *words(fault))
    if place := _PLACE.search(message):
        return Fault(path_below(place["file"], project), int(place["line"]), message, "改正这一行的写法")
    return Fault("", 0, message, "撤销最近的改动，或报告此错误")


def _syntax_fault(project: Path) -> Fault | None:
    """What is wrong with mkdocs.yml as YAML, in the words that tables have for it."""
    text = (project / _CONFIGURATION).read_text("utf-8", errors="replace")
    try:
        deque(yaml.parse(text, Loader=yaml.SafeLoader), 0)
    except yaml.YAMLError as error:
        problem = syntax_problem(text, _CONFIGURATION, error)
        return Fault(problem.file, problem.line, problem.message, problem.advice)
    return None


def path_below(file: str, project: Path) -> str:
    """The path below the project; as it is for a file of a library or elsewhere."""
    below = file.removeprefix(f"{project.resolve()}/")
    return file if below.startswith(".venv/") else below


def line_with(page: Path, words: str) -> int:
    """The first line of a file that holds the words; 0 where none does or it cannot be read."""
    try:
        lines = page.read_text("utf-8", errors="replace").splitlines() if words else []
    except OSError:
        return 0
    return next((number for number, line in enumerate(lines, 1) if words in line), 0)
