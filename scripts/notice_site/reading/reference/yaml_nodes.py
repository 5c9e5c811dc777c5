"""Parses YAML into nodes that know their line, and report with it where they are not what a schema expects."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import yaml

from notice_site.execution.command import words
from notice_site.model import Problem
from notice_site.model.frozen import dataclass
from notice_site.reading.reference.slow_patterns import is_slow
from notice_site.reading.reference.yaml_faults import COLON_ADVICE, colon_fault, syntax_problem
from notice_site.text.iso_dates import first_day

_DEEPEST = 40  # lists in lists: no schema has a quarter of it
_NEAR = 0.6  # likeness from which a key counts as misspelt: titel and title have 0.8, date and medium 0.2
_NULL = frozenset(("", "~", "null"))
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_ISO_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_YEARS = range(1000, 3000)  # a slip of the hand (0214, 9999) lies outside, whatever archives hold inside
_KINDS = {"scalar": "单个值", "sequence": "列表（每项以“- ”开头）", "mapping": "键: 值"}


class NodeError(ValueError):
    """What is wrong at one place of a YAML file; `problem` says where and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a YAML file and where it stands.

    A scalar keeps the characters as written, so that 2014-03-05, 007 or `no` are never taken for
    something else; what it means is decided by the accessor that the schema calls.
    """

    file: str
    line: int  # from 1
    kind: str  # scalar, sequence, mapping
    raw: str = ""
    quoted: bool = False
    items: tuple[Node, ...] = ()
    entries: tuple[tuple[Node, Node], ...] = ()

    # --- what the schema asks for -------------------------------------------------------------

    @property
    def is_null(self) -> bool:
        """Whether nothing, `~` or `null` is written."""
        return self.kind == "scalar" and not self.quoted and self.raw in _NULL

    def mapping(self, allowed: Collection[str] | None = None, required: Collection[str] = ()) -> Mapping[str, Node]:
        """The values by their keys; with `allowed` an unknown key is an error that suggests the nearest one."""
        self._expect("mapping")
        values = {key.raw: value for key, value in self.entries}
        if allowed is not None:
            for key, _ in self.entries:
                if key.raw[:1].isspace() and not key.quoted:
                    raise key.error("用全角空格或不换行空格缩进", "YAML 只能用半角空格缩进，把它换成空格")
                if key.raw not in allowed:
                    raise key.error(f"未知的键 {key.raw}", suggestion(key.raw, allowed))
        for name in required:
            if name not in values or values[name].is_null:
                raise self.error(f"缺少键 {name}", f"补上 {name}")
        return values

    def sequence(self) -> tuple[Node, ...]:
        """The items of a list; none where nothing is written."""
        if self.is_null:
            return ()
        self._expect("sequence")
        return self.items

    def text(self) -> str:
        """The characters of a scalar as written, whatever they look like; an error where it is empty."""
        self._expect("scalar")
        if self.is_null or not self.raw.strip():
            raise self.error("值为空", "填写文字")
        return self.raw

    def texts(self) -> tuple[str, ...]:
        """The items of a list of texts; one text stands for a list of one."""
        if self.kind == "scalar" and not self.is_null:
            return (self.text(),)
        return tuple(item.text() for item in self.sequence())

    def choice(self, allowed: Collection[str]) -> str:
        """A text that is one of `allowed`, which may be a mapping to the names that people see on the pages."""
        value = self.text()
        if value not in allowed:
            raise self.error(f"不允许的值 {value}", suggestion(value, allowed))
        return value

    def integer(self) -> int:
        """A whole number in Western digits."""
        value = self.text()
        if self.quoted or not _INTEGER.fullmatch(value):
            raise self.error(f"应为整数，实为 {value}", "写成不带引号的整数，如 12")
        return int(value)

    def number(self) -> float:
        """A number in Western digits, with or without decimals."""
        value = self.text()
        if self.quoted or not _NUMBER.fullmatch(value):
            raise self.error(f"应为数字，实为 {value}", "写成不带引号的数字，如 0.95")
        return float(value)

    def boolean(self) -> bool:
        """`true` or `false`."""
        value = self.text()
        if self.quoted or value not in ("true", "false"):
            raise self.error(f"应为 true 或 false，实为 {value}", "写 true 或 false")
        return value == "true"

    def date(self) -> str:
        """A date in ISO form: 2014-03-05, 2014-03 where the day and 2014 where the month is not known."""
        value = self.text()
        if not is_date(value):
            raise self.error(f"应为日期，实为 {value}", "写成 2014-03-05 或 2014-03")
        return value

    def pattern(self, flags: int = 0) -> re.Pattern[str]:
        """A regular expression that asks for at least one character."""
        try:
            pattern = re.compile(self.text(), flags)
        except (re.error, OverflowError, RecursionError) as error:
            raise self.error(f"正则表达式有误：{error}", "改正此式，例如 '^国务院'") from None
        if is_slow(pattern):
            raise self.error(
                "正则表达式可能极慢：重复之中又有重复，或重复的两种写法相同", "去掉一层 * 或 +，或写明次数，如 {0,20}"
            )
        if pattern.search(""):
            raise self.error("正则表达式与空文字相合", "改正此式，使其至少含一个字")
        return pattern

    def plain(self) -> object:
        """The value as nested dict, list and str (None for null), for stages that check it themselves."""
        if self.kind == "mapping":
            return {key.raw: value.plain() for key, value in self.entries}
        if self.kind == "sequence":
            return [item.plain() for item in self.items]
        return None if self.is_null else self.raw

    def error(self, message: str, advice: str) -> NodeError:
        """A problem at this node, to be raised."""
        return NodeError(Problem(self.file, self.line, message, advice))

    def _expect(self, kind: str) -> None:
        if self.kind != kind:
            if kind == "mapping" and (fault := colon_fault(self.raw)):
                raise self.error(fault, COLON_ADVICE)
            advice = "写成 ['…'] 或每项以“- ”开头" if kind == "sequence" and self.raw else "改正写法或缩进"
            raise self.error(f"应为{_KINDS[kind]}，实为{'空' if self.is_null else _KINDS[self.kind]}", advice)


def is_date(text: str) -> bool:
    """Whether a text is a day, month or year of the calendar in ISO form, of a year that a document may have.

    >>> [is_date(text) for text in ("2014-03-05", "2014-03", "2014", "2014-02-30", "2014-3-5", "9999-12-31")]
    [True, True, True, False, False, False]
    """
    try:
        return _ISO_DATE.fullmatch(text) is not None and first_day(text).year in _YEARS
    except ValueError:
        return False


def suggestion(word: str, allowed: Collection[str]) -> str:
    """What to write instead of `word`: the most similar of `allowed` if one is near, and all of them.

    Where `allowed` has names for them, both are given, and a name leads to its own value.

    >>> suggestion("titel", ["title", "number"])
    '是否应为 title？可用：number、title'
    >>> suggestion("县区", {"city": "市", "county": "县区"})
    '是否应为 county？可用：city（市）、county（县区）'
    """
    names = allowed if isinstance(allowed, Mapping) else {}
    near = [value for value, name in names.items() if name == word]
    near = near or difflib.get_close_matches(word, list(allowed), n=1, cutoff=_NEAR)
    ordered = list(allowed) if names else sorted(allowed)
    listed = f"可用：{'、'.join(f'{value}（{names[value]}）' if value in names else value for value in ordered)}"
    return f"是否应为 {near[0]}？{listed}" if near else listed


def load_yaml(path: Path, name: str | None = None) -> Node:
    """The one document in the YAML file at `path`, called `name` in messages (default: the file's name).

    Raises `NodeError` for a file that cannot be read, for bad syntax, duplicate keys, aliases, tags
    and nesting beyond any schema. An empty file is a null scalar.
    """
    name = name or path.name
    return parse_yaml(load_text(path, name), name)


def load_text(path: Path, name: str) -> str:
    """The text of a file that people edit, called `name` in messages; NodeError where it is not there or no UTF-8."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise NodeError(Problem(name, 0, "不是普通文件，未读取", "换成普通的文件"))  # to read a pipe would never end
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise NodeError(Problem(name, 0, *words(error))) from None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise NodeError(Problem(name, line, f"不是 UTF-8 编码{_like(raw)}", "另存为 UTF-8")) from None


def _like(raw: bytes) -> str:
    """Which encoding bytes that are no UTF-8 seem to have."""
    if b"\0" in raw:
        return "，像是 UTF-16（记事本里叫 Unicode）"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "，像是 GB18030（记事本里叫 ANSI）"


def parse_yaml(text: str, name: str) -> Node:
    """The one document of a YAML text; see `load_yaml`."""
    events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        return _built(events, name)
    except yaml.YAMLError as error:
        raise NodeError(syntax_problem(text, name, error)) from None


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been met."""

    line: int
    kind: str
    values: list[Node]


def _built(events: Iterator[yaml.Event], name: str) -> Node:
    """The nodes from the parser's events, without recursion."""
    stack: list[_Open] = []
    root: Node | None = None
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark else 0
        node: Node | None = None
        if isinstance(event, yaml.AliasEvent):
            raise NodeError(Problem(name, line, "不支持 YAML 别名（*）", "把内容直接写出来"))
        if isinstance(event, yaml.NodeEvent) and (getattr(event, "tag", None) or event.anchor):
            raise NodeError(Problem(name, line, "不支持 YAML 标签（!）和锚点（&）", "含有这些符号的文字请加引号"))
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise NodeError(Problem(name, line, "一个文件只能有一份 YAML 文档", "删去分隔行 ---"))
        if isinstance(event, yaml.ScalarEvent):
            node = Node(name, line, "scalar", raw=event.value, quoted=bool(event.style))
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            kind = "sequence" if isinstance(event, yaml.SequenceStartEvent) else "mapping"
            stack.append(_Open(line, kind, []))
            if len(stack) > _DEEPEST:
                raise NodeError(Problem(name, line, f"嵌套超过 {_DEEPEST} 层", "减少嵌套"))
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            node = _closed(stack.pop(), name)
        if node and stack:
            stack[-1].values.append(node)
        elif node:
            root = node
    return root or Node(name, 1, "scalar")


def _closed(part: _Open, name: str) -> Node:
    if part.kind == "sequence":
        return Node(name, part.line, "sequence", items=tuple(part.values))
    entries = tuple(zip(part.values[::2], part.values[1::2], strict=True))
    seen: dict[str, int] = {}
    for key, _ in entries:
        if key.kind != "scalar":
            raise key.error("键应为单个值", "检查“: ”和缩进")
        if key.raw in seen:
            raise key.error(f"键 {key.raw} 重复，第 {seen[key.raw]} 行已有", "合并或删去一处")
        seen[key.raw] = key.line
    return Node(name, part.line, "mapping", entries=entries)
