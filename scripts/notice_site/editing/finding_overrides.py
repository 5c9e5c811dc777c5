"""Applies what editors decided about findings: drops, corrects and adds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from notice_site.editing.document_overrides import blocks_by_line, locate
from notice_site.findings.citations.vocabulary import RELATIONS
from notice_site.model import Citation, Corpus, Event, Notice, Passage, Problem, Quantity, Ref, Task
from notice_site.model.frozen import dataclass
from notice_site.reading.reference.sidecar import Decision, Sidecar
from notice_site.reading.reference.yaml_nodes import Node, NodeError, suggestion

Reader = Callable[[Node], Any]


def _or_none(read: Reader) -> Reader:
    return lambda node: None if node.is_null else read(node)


def _choice(*allowed: str) -> Reader:
    return lambda node: node.choice(allowed)


def _quantities(node: Node) -> tuple[Quantity, ...]:
    """Numbers of a duty; one without a number (几个) has null there, and its comparator is the word itself."""
    keys = ("number", "unit", "comparator")
    entries = [item.mapping(keys, required=keys) for item in node.sequence()]
    return tuple(
        Quantity(None, e["unit"].text(), e["comparator"].text())
        if e["number"].is_null
        else Quantity(e["number"].number(), e["unit"].text(), e["comparator"].choice(("≥", "≤", "=", "≈", ">")))
        for e in entries
    )


@dataclass(frozen=True, slots=True)
class _Stage:
    """How the findings of one stage are changed: fields an editor may set, and what an added one starts from."""

    field: str  # of the corpus
    readers: Mapping[str, Reader]
    make: Callable[[str, Ref, str], Any] | None  # from id, place and quotation; None: nothing can be added


_STAGES: Mapping[str, _Stage] = {
    "events": _Stage(
        "events",
        {
            "kind": _choice(
                "event", "case", "issued", "printed", "published", "dateline", "deadline", "not-before", "period",
                "recurring", "duration",
            ),
            "start": _or_none(Node.date), "end": _or_none(Node.date),
            "precision": _choice("day", "xun", "month", "year"), "approximate": Node.boolean,
            "wording": Node.text, "what": Node.text, "who": _or_none(Node.text),
            "year": _choice("stated", "inferred"), "year_from": _or_none(Node.text),
        },
        lambda id, ref, quote: Event(
            id, ref, None, None, "day", False, quote, quote, quote, None, "event", "stated", None, True
        ),
    ),
    "tasks": _Stage(
        "tasks",
        {
            "addressee": _or_none(Node.text), "levels": Node.texts, "items": Node.texts,
            "type": _choice("problem", "finding", "action", "quantity", "time", "support", "scope", "focus"),
            "quantity": _quantities, "deadline": _or_none(Node.text), "optional": Node.boolean,
            "deadline_start": _or_none(Node.date), "deadline_end": _or_none(Node.date),
            "target": _or_none(Node.text), "partners": _or_none(Node.text), "condition": _or_none(Node.text),
            "quoted_from": _or_none(Node.text), "stage": _or_none(Node.text), "carried": Node.boolean,
        },
        lambda id, ref, quote: Task(
            id, ref, None, (), "action", (quote,), (), None, False, None, quote, decided=True
        ),
    ),
    "citations": _Stage(
        "citations",
        {
            "title": Node.text, "number": _or_none(Node.text),
            "kind": _choice("document", "regulation", "speech", "meeting", "work", "order"),
            "relation": _choice(*RELATIONS), "target": _or_none(Node.text),
        },
        lambda id, ref, quote: Citation(id, ref, quote, None, "document", "引用", None, quote, True),
    ),
    "mentions": _Stage("mentions", {"sense": _or_none(Node.text)}, None),
    "reuse": _Stage("passages", {}, None),
}  # fmt: skip


def apply_finding_overrides(
    corpus: Corpus, sidecars: Iterable[Sidecar], levels: Collection[str]
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus with its findings dropped, corrected and added as the sidecars say; those are marked `decided`.

    `levels` are the ids that the table of levels has.
    A decision that meets no finding, or sets a field wrongly, is a problem and changes nothing.
    """
    problems: list[Problem] = []
    ids = {notice.id for notice in corpus.notices}
    of_source: dict[str, list[Notice]] = defaultdict(list)
    for notice in corpus.notices:
        of_source[notice.source].append(notice)
    changed: dict[str, _Findings] = {}
    for sidecar in sidecars:
        blocks = blocks_by_line(of_source[sidecar.source]) if sidecar.findings else {}
        for kind, decisions in sidecar.findings.items():
            stage = _STAGES[kind]
            if stage.field not in changed:
                changed[stage.field] = _Findings(getattr(corpus, stage.field))
            for number, decision in enumerate(decisions, 1):
                place = locate(blocks, decision.line, decision.quote)
                try:
                    if place is None:
                        message = f"正文中没有引文“{decision.quote}”"
                        raise NodeError(Problem(sidecar.file, decision.at, message, "照录正文，line 写原件的行号"))
                    values = _values(stage, decision, sidecar, levels, ids)
                    new_id = f"{place.notice}-{kind}-added_{number}"
                    _apply(changed[stage.field], stage, decision, place, new_id, values, sidecar, corpus)
                except NodeError as error:
                    problems.append(error.problem)
    corpus = replace(corpus, **{field: findings.all() for field, findings in changed.items()})
    return _with_mentioned_terms(corpus), tuple(problems)


class _Findings:
    """The findings of one kind, found again by the block in which they stand."""

    def __init__(self, findings: Sequence[Any]) -> None:
        self._all: list[Any | None] = []
        self._of_block: dict[tuple[str, str], list[int]] = defaultdict(list)
        for finding in findings:
            self.add(finding)

    def all(self) -> tuple[Any, ...]:
        return tuple(finding for finding in self._all if finding is not None)

    def add(self, finding: Any) -> None:
        for block in dict.fromkeys((ref.notice, ref.block) for ref in _refs(finding)):
            self._of_block[block].append(len(self._all))
        self._all.append(finding)

    def over(self, place: Ref) -> dict[int, Any]:
        """Those that stand on the place, by their number."""
        numbered = {number: self._all[number] for number in self._of_block.get((place.notice, place.block), ())}
        return {number: finding for number, finding in numbered.items() if finding and _overlaps(finding, place)}

    def put(self, number: int, finding: Any | None) -> None:
        """Puts one with the same places there, or none."""
        self._all[number] = finding


def _check_sense(corpus: Corpus, mention: Any, sidecar: Sidecar, decision: Decision) -> None:
    """Raises where a mention was given a sense that its term has not."""
    senses = next([sense.name for sense in term.senses] for term in corpus.terms if term.id == mention.term)
    if mention.sense is not None and mention.sense not in senses:
        message = f"词语表里这个词语没有义项“{mention.sense}”"
        raise NodeError(Problem(sidecar.file, decision.at, message, suggestion(mention.sense, senses)))


def _with_mentioned_terms(corpus: Corpus) -> Corpus:
    """The corpus without the terms whose last mention was dropped: a term page shows where its term stands."""
    mentioned = {mention.term for mention in corpus.mentions}
    terms = (term for term in corpus.terms if term.id in mentioned)
    return replace(
        corpus, terms=tuple(replace(t, related=tuple(r for r in t.related if r in mentioned)) for t in terms)
    )


def _apply(
    findings: _Findings,
    stage: _Stage,
    decision: Decision,
    place: Ref,
    new_id: str,
    values: Mapping[str, Any],
    sidecar: Sidecar,
    corpus: Corpus,
) -> None:
    if decision.action == "add":
        if stage.make is None:
            message = "这类内容由程序得出，不能添加"
            raise NodeError(Problem(sidecar.file, decision.at, message, "只能用 drop"))
        findings.add(replace(stage.make(new_id, place, decision.quote), **values))
        return
    met = findings.over(place)
    if not met:
        message = f"此处没有可改的条目：{decision.quote}"
        raise NodeError(Problem(sidecar.file, decision.at, message, "核对引文，或改用 add"))
    if decision.action == "drop":
        for number in met:
            findings.put(number, None)
        return
    if not stage.readers:
        raise NodeError(Problem(sidecar.file, decision.at, "这类内容由程序得出，不能改写", "只能用 drop"))
    best = max(met, key=lambda number: _shared(_refs(met[number])[0], place))
    corrected = replace(met[best], **values, decided=True)
    if "sense" in values:
        _check_sense(corpus, corrected, sidecar, decision)
    findings.put(best, corrected)


def _values(
    stage: _Stage, decision: Decision, sidecar: Sidecar, levels: Collection[str], ids: Collection[str]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, node in decision.values.items():
        if name not in stage.readers:
            message = f"没有 {name} 这一项"
            raise NodeError(Problem(sidecar.file, node.line, message, suggestion(name, list(stage.readers))))
        values[name] = stage.readers[name](node)
        if name == "levels" and (unknown := next((v for v in values[name] if v not in levels), None)):
            message = f"层级表中没有 {unknown}"
            raise NodeError(Problem(sidecar.file, node.line, message, suggestion(unknown, levels)))
        if name == "target" and values[name] is not None and values[name] not in ids:
            message = f"没有编号为 {values[name]} 的文件"
            raise NodeError(Problem(sidecar.file, node.line, message, "写 notices.json 里的 id；未收录写 null"))
    return values


def _refs(finding: Any) -> tuple[Ref, ...]:
    return (finding.a, finding.b) if isinstance(finding, Passage) else (finding.ref,)


def _overlaps(finding: Any, place: Ref) -> bool:
    return any(_shared(ref, place) > 0 for ref in _refs(finding))


def _shared(one: Ref, other: Ref) -> int:
    """How many characters the two places have in common."""
    if (one.notice, one.block) != (other.notice, other.block):
        return 0
    return min(one.end, other.end) - max(one.start, other.start)
