"""Reads what an editor decided about a source: NAME.yml beside NAME.html, each part checked against the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from notice_site.model import LineDecision, Problem, Publication, RepairKind, Source
from notice_site.model.frozen import dataclass
from notice_site.reading.reference.line_decisions import LineReader, conflicts
from notice_site.reading.reference.quotation_checks import Quotations
from notice_site.reading.reference.yaml_nodes import Node, NodeError, load_yaml

KINDS = {"notice": "公文", "other": "其他文字", "no-text": "没有文字"}
ROLES = {"main": "主件", "forwarded": "被转发件", "issued": "印发件", "annex": "附件"}
STATUSES = {"complete": "完整", "truncated": "残缺"}
LEVELS: Mapping[str, str] = {
    "central": "中央", "province": "省", "city": "市", "county": "县区", "town": "乡镇街道", "village": "村社区",
    "unit": "单位",
}  # fmt: skip
NOTE_KINDS = (RepairKind.SUSPECTED_ERROR, RepairKind.UNBALANCED_QUOTE, RepairKind.MISSING_TEXT)
FINDINGS = ("events", "tasks", "citations", "mentions", "reuse")
ACTIONS = ("add", "drop", "correct")

MetadataValue = str | tuple[str, ...] | Publication | None


@dataclass(frozen=True, slots=True)
class DocumentDecision:
    """What is set for one document of the source; a field that is absent from `values` is left to the parser.

    `starts` is the source line where the document begins, None where the parser's place stands. None as a
    value says that the document has none: `number: null` is a decision too.
    """

    line: int  # of the sidecar
    starts: int | None
    values: Mapping[str, MetadataValue]


@dataclass(frozen=True, slots=True)
class NoteDecision:
    """A suspected fault of the text, shown as a note beside it: `quote` as found, `proposed` the other reading."""

    line: int  # of the source
    kind: RepairKind
    quote: str
    proposed: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class RepairDecision:
    """Whether the join before that source line is right."""

    line: int
    confirmed: bool
    at: int = 0  # line of the sidecar


@dataclass(frozen=True, slots=True)
class Decision:
    """A finding added, dropped or corrected; the stage concerned checks the rest of `values`."""

    action: str  # add, drop, correct
    line: int  # of the source
    quote: str
    values: Mapping[str, Node]  # all keys but line and quote
    at: int  # line of the sidecar


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All decisions about one source; `file` is the sidecar's name below the notices folder."""

    file: str
    source: str
    documents: tuple[DocumentDecision, ...] = ()
    notes: tuple[NoteDecision, ...] = ()
    repairs: tuple[RepairDecision, ...] = ()
    lines: tuple[LineDecision, ...] = ()
    findings: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)


def read_sidecar(
    path: Path, name: str, source: Source, levels: Mapping[str, str] = LEVELS
) -> tuple[Sidecar, tuple[Problem, ...]]:
    """The decisions in the file at `path`, called `name` in messages, about `source`; `levels` names the ids allowed.

    An entry with a fault gives a problem at its line and is left out; the others count.
    """
    reader = _Reader(source, levels)
    empty = Sidecar(name, source.name)
    try:
        root = load_yaml(path, name)
        keys = {} if root.is_null else root.mapping(("documents", "lines", "notes", "repairs", "findings"))
    except NodeError as error:
        return empty, (error.problem,)
    documents = reader.documents(keys.get("documents"))
    repairs = reader.each(keys.get("repairs"), reader.repair)
    lines, faults = conflicts(
        name,
        reader.each(keys.get("lines"), LineReader(source).decision) if "lines" in keys else (),
        {repair.line: repair.confirmed for repair in repairs},
        {document.starts for document in documents if document.starts is not None},
    )
    sidecar = Sidecar(
        name,
        source.name,
        documents,
        reader.each(keys.get("notes"), reader.note),
        repairs,
        lines,
        reader.findings(keys.get("findings")),
    )
    return sidecar, (*reader.problems, *faults)


_T = TypeVar("_T")


class _Reader:
    """Turns nodes into decisions and keeps the problems met on the way."""

    def __init__(self, source: Source, levels: Mapping[str, str]) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._quotations = Quotations(source)
        self._last = max((line.number for line in source.lines), default=0)
        self._fields: Mapping[str, Callable[[Node], MetadataValue]] = {
            "id": _slug,
            "kind": lambda node: node.choice(KINDS),
            "role": lambda node: node.choice(ROLES),
            "status": lambda node: node.choice(STATUSES),
            "level": lambda node: node.choice(levels),
            "title": Node.text,
            "genre": Node.text,
            "number": Node.text,
            "place": Node.text,
            "recipients": Node.text,
            "cc": Node.text,
            "issuers": Node.texts,
            "attachments": Node.texts,
            "date": Node.date,
            "printed": Node.date,
            "published": _publication,
        }

    def each(self, node: Node | None, read: Callable[[Node], _T]) -> tuple[_T, ...]:
        """The items of a list that have no fault."""
        items = self._tried(node, Node.sequence) if node else None
        results = [self._tried(item, read) for item in items or ()]
        return tuple(result for result in results if result is not None)

    def documents(self, node: Node | None) -> tuple[DocumentDecision, ...]:
        documents = self.each(node, self._document)
        starts = [document.starts for document in documents]
        if any(start is not None for start in starts) and None in starts[1:]:
            missing = documents[starts.index(None, 1)]
            message = "有的文件写了 starts，有的没有写"
            self._report(node, missing.line, message, "第一份以外的每份文件都写 starts，或都不写")
            return ()
        lines = [start for start in starts if start is not None]
        if any(after <= before for before, after in pairwise(lines)):
            self._report(node, documents[0].line, "starts 没有逐份增大", "按正文顺序列出各份文件")
            return ()
        return documents

    def _document(self, node: Node) -> DocumentDecision:
        keys = node.mapping(("starts", *self._fields))
        starts = self._line(keys["starts"]) if "starts" in keys else None
        fields = {name: value for name, value in keys.items() if name != "starts"}
        values = {name: None if value.is_null else self._fields[name](value) for name, value in fields.items()}
        for name in ("id", "kind", "role", "status", "title"):
            if name in values and values[name] is None:
                raise keys[name].error(f"{name} 不能为空", "填写，或删去这一行")
        return DocumentDecision(node.line, starts, values)

    def note(self, node: Node) -> NoteDecision:
        keys = node.mapping(
            ("line", "kind", "quote", "proposed", "reason", "confidence"),
            required=("line", "kind", "quote", "reason", "confidence"),
        )
        kind = RepairKind(keys["kind"].choice(NOTE_KINDS))
        confidence = keys["confidence"].number()
        if not 0 <= confidence <= 1:
            raise keys["confidence"].error(f"confidence 应在 0 与 1 之间，实为 {confidence:g}", "写 0.95 之类的数")
        proposed = keys["proposed"].text() if "proposed" in keys and not keys["proposed"].is_null else ""
        line, quote = self._quoted(keys)
        return NoteDecision(line, kind, quote, proposed, keys["reason"].text(), confidence)

    def repair(self, node: Node) -> RepairDecision:
        keys = node.mapping(("line", "decision"), required=("line", "decision"))
        is_confirmed = keys["decision"].choice(("confirm", "reject")) == "confirm"
        return RepairDecision(self._line(keys["line"]), is_confirmed, node.line)

    def findings(self, node: Node | None) -> Mapping[str, tuple[Decision, ...]]:
        kinds = self._tried(node, lambda n: n.mapping(FINDINGS)) if node and not node.is_null else None
        result: dict[str, tuple[Decision, ...]] = {}
        for kind, actions in (kinds or {}).items():
            decisions: list[Decision] = []
            for action, entries in (self._tried(actions, lambda n: n.mapping(ACTIONS)) or {}).items():
                decisions += self.each(entries, partial(self._decision, action))
            result[kind] = tuple(decisions)
        return result

    def _decision(self, action: str, node: Node) -> Decision:
        keys = node.mapping(required=("line", "quote"))
        line, quote = self._quoted(keys)
        rest = {name: value for name, value in keys.items() if name not in ("line", "quote")}
        return Decision(action, line, quote, rest, node.line)

    # --- what entries have in common ----------------------------------------------------------

    def _quoted(self, keys: Mapping[str, Node]) -> tuple[int, str]:
        line, quote = self._line(keys["line"]), keys["quote"].text()
        if problem := self._quotations.problem(line, quote):
            raise keys["quote"].error(*problem)
        return line, quote

    def _line(self, node: Node) -> int:
        line = node.integer()
        if not 1 <= line <= self._last:
            raise node.error(f"原件没有第 {line} 行", f"写 1 到 {self._last} 之间的行号")
        return line

    def _tried(self, node: Node, read: Callable[[Node], _T]) -> _T | None:
        try:
            return read(node)
        except NodeError as error:
            self.problems.append(error.problem)
            return None

    def _report(self, node: Node | None, line: int, message: str, advice: str) -> None:
        self.problems.append(Problem(node.file if node else self._source.name, line, message, advice))


def _slug(node: Node) -> str:
    value = node.text()
    if not all(word and word.isascii() and word.isalnum() and word == word.lower() for word in value.split("-")):
        raise node.error(f"id 应由小写字母、数字和连字符组成，实为 {value}", "写成 xiang-qunzufa-2014-36 之类")
    return value


def _publication(node: Node) -> Publication:
    keys = node.mapping(("date", "medium"), required=("medium",))
    date = keys["date"].date() if "date" in keys and not keys["date"].is_null else None
    return Publication(date, keys["medium"].text())
