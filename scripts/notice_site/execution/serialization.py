"""A value goes out as bytes, comes back in another process or a later build, and is equal; text that recurs comes once.

Ids, wordings and lines stand in very many values: what was one text before it travelled is one text again.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from sys import intern
from typing import Any, BinaryIO

from notice_site import model
from notice_site.model import Block, BlockKind, Citation, Event, Line, Mention, Quantity, Ref, Task

DamagedBytes = (EOFError, pickle.UnpicklingError)
"""What reading raises where the bytes are not whole."""


def write(value: object, file: BinaryIO) -> None:
    """Writes a value."""
    pickle.dump(value, file, protocol=pickle.HIGHEST_PROTOCOL)


def to_bytes(value: object) -> bytes:
    """The bytes of a value."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def read(file: BinaryIO) -> Any:
    """The value that was written there; one of `DamagedBytes` where it is not whole."""
    return _Reader(file).load()


def from_bytes(content: bytes) -> Any:
    """The value of these bytes."""
    return _Reader(io.BytesIO(content)).load()


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name)
        return _MAKERS.get(found, found)


def _ref(notice: str, block: str, start: int, end: int) -> Ref:
    return Ref(intern(notice), intern(block), start, end)


def _mention(term: str, ref: Ref, form: str, within: str | None) -> Mention:
    return Mention(intern(term), ref, intern(form), within and intern(within))


def _line(text: str, *rest: Any) -> Line:
    return Line(intern(text), *rest)


def _block(
    id: str,
    kind: BlockKind,
    text: str,
    depth: int,
    label: str | None,
    heading: str | None,
    parent: str | None,
    *rest: Any,
) -> Block:
    return Block(
        intern(id),
        kind,
        intern(text),
        depth,
        label and intern(label),
        heading and intern(heading),
        parent and intern(parent),
        *rest,
    )


def _task(
    id: str,
    ref: Ref,
    addressee: str | None,
    levels: tuple[str, ...],
    type: str,
    items: tuple[str, ...],
    quantity: tuple[Quantity, ...],
    deadline: str | None,
    optional: bool,
    quoted_from: str | None,
    quote: str,
    *rest: Any,
) -> Task:
    return Task(
        id,
        ref,
        addressee and intern(addressee),
        tuple(map(intern, levels)),
        intern(type),
        tuple(map(intern, items)),
        quantity,
        deadline,
        optional,
        quoted_from and intern(quoted_from),
        intern(quote),
        *rest,
    )


def _with_texts_once(kind: type) -> Callable[..., Any]:
    """Makes such a value from the values of its fields."""
    return lambda *values: kind(*(intern(value) if type(value) is str else value for value in values))


# Those of which there are very many are written out: half the time.
_MAKERS: dict[type, Callable[..., Any]] = {
    Ref: _ref,
    Mention: _mention,
    Line: _line,
    Block: _block,
    Task: _task,
    Citation: _with_texts_once(Citation),
    Event: _with_texts_once(Event),
}


def _reduced_to(kind: type, values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    return lambda value: (kind, values(value))


# The frozen values travel as their class and its arguments: half the time of the state that dataclasses give.
for _kind in vars(model).values():
    if isinstance(_kind, type) and is_dataclass(_kind) and len(fields(_kind)) > 1:
        copyreg.pickle(_kind, _reduced_to(_kind, attrgetter(*(field.name for field in fields(_kind)))))
