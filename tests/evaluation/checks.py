"""Compares the published data of one source with what a case says is right.

A case states only what it is about, in these keys:

- `documents`: the documents in order, each with the fields of notices.json that matter (`recipients` joined), and
  `outline`: label and heading of each section and item, as `[第一章, 总则]`; a `null` stands for none;
- `labels`: labels of sections and items, in this order among all of them; `title`, `date` of the first document;
- `heads`: the titles of documents or headings of sections that must be there; `unheaded`: labels of points without one;
- `has`, `lacks`, `has_loose`: texts that are a whole block or its end, that no block holds, that are a block
  but for spaces;
- `dropped`: texts that were left out and recorded; `rows`: the rows of the first table;
- `tasks`: all tasks in order, each with the fields of tasks.json that matter, `quantity` as `≥6次`;
  `events`: events that must be there, with fields of timeline.json;
- `any_of_has`: one of these texts stands somewhere; `or_reported`: or a problem says so;
- `reported`, `problem_has`: a problem exists, or says these words; `no_problem`, `no_error`: none does;
- `slug_free`: names that no address may bear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Document = Mapping[str, Any]


def failures(check: Mapping[str, Any], documents: Sequence[Document], problems: Sequence[str]) -> Iterator[str]:
    """Yields what differs, a line each; `problems` are the lines that the build prints about the source."""
    blocks = [block for document in documents for block in document["blocks"]]
    texts = [_squeeze(block["text"]) for block in blocks]
    first = documents[0] if documents else {}
    for key, right in check.items():
        if key == "documents":
            yield from _document_failures(right, documents)
        elif key in ("title", "date"):
            if _squeeze(first.get(key)) != _squeeze(right):
                yield f"{key}: {first.get(key)} instead of {right}"
        elif key == "labels":
            labels = [block["label"] for block in blocks if block["kind"] in ("section", "item")]
            remaining = iter(labels)
            if not all(label in remaining for label in right):
                yield f"labels: {labels} instead of {right}"
        elif key == "heads":
            heads = {_squeeze(document["title"]) for document in documents} | {
                _squeeze(block["heading"]) for block in blocks
            }
            yield from (f"{head} is no heading" for head in right if head not in heads)
        elif key == "unheaded":
            headed = [block["text"] for block in blocks if block["label"] in right and block["heading"]]
            yield from (f"a heading: {text}" for text in headed)
        elif key in ("has", "has_loose"):
            yield from (
                f"no block {text}" for text in right if not any(block.endswith(_squeeze(text)) for block in texts)
            )
        elif key == "lacks":
            if "or_reported" not in check or not _says(problems, documents, check["or_reported"]):
                yield from (f"there is {text}" for text in right if any(_squeeze(text) in each for each in texts))
        elif key == "dropped":
            dropped = [_squeeze(part["text"]) for document in documents for part in document["dropped"]]
            yield from (
                f"not recorded as left out: {text}" for text in right if not any(_squeeze(text) in d for d in dropped)
            )
        elif key == "rows":
            tables = [block["rows"] for block in blocks if block["kind"] == "table"]
            if not tables or [[_lines(cell) for cell in row] for row in tables[0]] != right:
                yield f"rows: {tables[:1]} instead of {right}"
        elif key == "tasks":
            yield from _task_failures(right, [task for document in documents for task in document["tasks"]])
        elif key == "events":
            events = [event for document in documents for event in document["events"]]
            yield from (f"no event {want}" for want in right if not any(_agrees(event, want) for event in events))
        elif key == "any_of_has":
            if not any(_squeeze(text) in each for text in right for each in texts) and not _says(
                problems, documents, check.get("or_reported", "")
            ):
                yield f"neither {right} nor a problem"
        elif key == "reported":
            if not problems:
                yield "no problem is reported"
        elif key == "problem_has":
            if not any(right in problem for problem in problems):
                yield f"no problem says {right}: {problems}"
        elif key == "no_problem":
            yield from problems
        elif key == "no_error":
            yield from (problem for problem in problems if "error" in problem)
        elif key == "slug_free":
            taken = {document["url"].rpartition("/")[2].removesuffix(".html") for document in documents}
            yield from (f"a page is named {name}" for name in right if name in taken)


NOT_CHECKED = {"search", "search_all", "links_mark", "or_reported"}
"""Keys that a browser test checks, or that another key reads."""


def _document_failures(right: Sequence[Document] | int, documents: Sequence[Document]) -> Iterator[str]:
    count = right if isinstance(right, int) else len(right)
    if count != len(documents):
        yield f"{len(documents)} documents instead of {count}: {[document['title'] for document in documents]}"
    if isinstance(right, int):
        return
    for number, (want, got) in enumerate(zip(right, documents, strict=False)):
        for field, value in want.items():
            actual = _outline(got) if field == "outline" else got.get(field)
            if _comparable(actual) != _comparable(value):
                yield f"document {number}: {field}: {actual} instead of {value}"


def _task_failures(right: Sequence[Document], tasks: Sequence[Document]) -> Iterator[str]:
    if len(right) != len(tasks):
        yield f"{len(tasks)} tasks instead of {len(right)}: {[(task['addressee'], task['quote']) for task in tasks]}"
    for number, (want, task) in enumerate(zip(right, tasks, strict=False)):
        got = {
            **task,
            "quantity": [f"{q['comparator']}{q['number']:g}{q['unit']}" for q in task["quantity"] if q["number"]],
        }
        if not _agrees(got, want):
            yield f"task {number}: { {field: got.get(field) for field in want} } instead of {want}"


def _agrees(item: Document, want: Document) -> bool:
    return all(_comparable(item.get(field)) == _comparable(value) for field, value in want.items())


def _outline(document: Document) -> list[list[str | None]]:
    return [
        [block["label"], block["heading"]]
        for block in document["blocks"]
        if block["kind"] in ("section", "item") and not block["inline"]
    ]


def _comparable(value: Any) -> Any:
    if isinstance(value, list):
        return [_comparable(each) for each in value]
    return _squeeze(value) if value else None


def _says(problems: Sequence[str], documents: Sequence[Document], words: str) -> bool:
    """Whether a problem or the reason of something left out or repaired says these words."""
    reasons = [part["reason"] for document in documents for key in ("dropped", "repairs") for part in document[key]]
    return bool(words) and any(words in line for line in [*problems, *reasons])


def _squeeze(value: object) -> str:
    return re.sub(r"\s+", "", str(value)) if value else ""


def _lines(cell: str) -> str:
    return "\n".join(_squeeze(line) for line in cell.split("\n"))
