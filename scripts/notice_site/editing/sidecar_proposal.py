"""Proposes the sidecar of a new source from what was understood of it.

Every line is a comment: an entry counts, and is marked as a person's decision, once its `# ` is taken away.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from notice_site.editing.doubts import NAMES, Doubt
from notice_site.editing.review import is_unrecognised
from notice_site.model import Notice, Repair, RepairKind, Source
from notice_site.reading.reference.line_decisions import LineReader
from notice_site.reading.reference.quotation_checks import Quotations

_HEAD = """\
# 程序对本件的识别，供核对。全部是注释，不起作用；要改哪一项，去掉那一行和它上面各级名称行首的“# ”，改成原文所载，
# 原文没有的写 null。识别无误的不必写。写法见 source_texts/README.md。
"""
_UNSURE = 0.9  # joins that the program is less sure of than this are listed
_ALWAYS = ("title", "number", "issuers", "level", "place", "date")
_SOMETIMES = ("genre", "recipients", "cc", "printed", "attachments")
_NOT_FOUND = "# 没有识别到：原文有则写上，没有则不必写"
# What YAML takes for the end of a line, or refuses, even between quotes.
_NOT_IN_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def sidecar_proposal(source: Source, notices: Sequence[Notice], doubts: Sequence[Doubt] = ()) -> str:
    """The file for the documents of a source, in reading order; `doubts` are the signs that it was misread."""
    starts = [min((b.lines[0] for b in notice.blocks if b.lines[0]), default=0) for notice in notices]
    apart = len(starts) > 1 and all(after > before for before, after in pairwise([0, *starts]))
    documents = [
        line for notice, start in zip(notices, starts, strict=True) for line in _document(notice, start if apart else 0)
    ]
    repairs = [repair for notice in notices for repair in notice.repairs]
    joins = [line for repair in repairs for line in _join(repair)]
    quotations = Quotations(source)
    notes = [line for repair in repairs for line in _note(quotations, repair)]
    parts = (
        ("documents", documents),
        ("lines", [*_lines(source, notices, doubts)]),
        ("notes", notes),
        ("repairs", joins),
    )
    lines = [line for name, entries in parts if entries for line in ("", f"{name}:", *entries)]
    return _HEAD + "".join(f"# {line}\n" if line else "#\n" for line in lines)


def _document(notice: Notice, start: int) -> Iterator[str]:
    """One document; `start` is the line where it begins, 0 where it is not told apart by its line."""
    fields: list[tuple[str, object]] = [("starts", start)] if start else []
    fields += [(name, getattr(notice, name)) for name in _ALWAYS]
    fields += [(name, value) for name in _SOMETIMES if (value := getattr(notice, name))]
    if notice.published:
        fields.append(("published", {"date": notice.published.date, "medium": notice.published.medium}))
    fields += [("role", notice.role)] if notice.role != "main" else []
    fields += [("kind", notice.kind)] if notice.kind != "notice" else []
    fields += [("status", notice.status)] if notice.status != "complete" else []
    for number, (name, value) in enumerate(fields):
        opening = "- " if not number else "  "
        found = value not in (None, ())
        yield f"  {opening}{name}: {_written(value) if found else f'null  {_NOT_FOUND}'}"


def _lines(source: Source, notices: Sequence[Notice], doubts: Sequence[Doubt]) -> Iterator[str]:
    """What a line would be if the doubt about it is right; words that do not name one line are passed over."""
    reader = LineReader(source)
    blocks = {(notice.id, block.id): block for notice in notices for block in notice.blocks}
    proposals: list[tuple[int, str | None, str, str, str]] = []  # line, quotation, key, value, reason
    for doubt in doubts:
        block = blocks.get((doubt.notice, doubt.block))
        for key, value in doubt.decision.items():
            if block and not block.inline:
                quote = reader.quotation(doubt.text if key == "paragraph" else block.text, block.lines[0])
            else:
                quote = None if block else reader.quotation(doubt.text, doubt.line, is_dropped=True)
            proposals.append((doubt.line, quote, key, value, NAMES[doubt.kind]))
    for block in filter(is_unrecognised, blocks.values()):
        quote = reader.quotation(block.text, block.lines[0])
        proposals.append((block.lines[0], quote, "heading", "true", "没有句末标点的短段"))
    proposed: set[tuple[str, str]] = set()
    for _, quote, key, value, reason in sorted(proposals, key=lambda proposal: proposal[0]):
        if quote and (quote, key) not in proposed:
            proposed.add((quote, key))
            yield f"  - {{quote: {_written(quote)}, {key}: {value}}}  # {reason}"


def _note(quotations: Quotations, repair: Repair) -> Iterator[str]:
    """A suspicion, as an entry that confirms it; words that no one line of the source has cannot be quoted."""
    if repair.kind in (RepairKind.JOIN, RepairKind.NOISE):
        return
    line = next((number for number in quotations.lines(repair.before) if number >= repair.line), None)
    if line is None:
        return
    entry: dict[str, object] = {"line": line, "kind": repair.kind.value, "quote": repair.before}
    entry |= {"proposed": repair.after} if repair.after else {}
    yield f"  - {_written({**entry, 'reason': repair.reason, 'confidence': repair.confidence})}"


def _join(repair: Repair) -> Iterator[str]:
    if repair.kind is RepairKind.JOIN and repair.line and repair.confidence < _UNSURE:
        entry = {"line": repair.line, "decision": "confirm"}
        yield f"  - {_written(entry)}  # {_written(repair.after)}；接错了写 reject"


def _written(value: object) -> str:
    """In YAML's flow style, which is JSON; keys bare, as people write them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_written, value)) + "]"
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(value, ensure_ascii=False))
