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
from notice_site.model import Block, Citation, Event, Line, Mention, Ref, Task

Damaged = (EOFError, pickle.UnpicklingError)
"""What reading raises where the bytes are not whole."""


def write(value: object, file: BinaryIO) -> None:
    """Writes a value."""
    pickle.dump(value, file, protocol=pickle.HIGHEST_PROTOCOL)


def packed(value: object) -> bytes:
    """The bytes of a value."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def read(file: BinaryIO) -> Any:
    """The value that was written there; one of `Damaged` where it is not whole."""
    return _Reader(file).load()


def unpacked(content: bytes) -> Any:
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


def _maker(kind: type, *names: str) -> Callable[..., Any]:
    """Makes such a value from the values of its fields; the texts and lists of texts of these names are held once."""
    places = [number for number, field in enumerate(fields(kind)) if field.name in names]

    def made(*values: Any) -> Any:
        held = list(values)
        for place in places:
            held[place] = _once(held[place])
        return kind(*held)

    return made


def _once(value: Any) -> Any:
    if type(value) is str:
        return intern(value)
    return tuple(map(intern, value)) if type(value) is tuple and value else value


_MAKERS: dict[type, Callable[..., Any]] = {
    Ref: _ref,
    Mention: _mention,
    Line: _maker(Line, "text"),
    Block: _maker(Block, "id", "text", "label", "heading", "parent"),
    Task: _maker(Task, "addressee", "levels", "type", "items", "quoted_from", "quote", "stage"),
    Citation: _maker(Citation, "title", "number", "kind", "relation", "target", "quote"),
    Event: _maker(Event, "precision", "wording", "quote", "what", "who", "kind", "year", "year_from"),
}


def _reduced_to(kind: type, values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    return lambda value: (kind, values(value))


# The frozen values travel as their class and its arguments: half the time of the state that dataclasses give.
for _kind in vars(model).values():
    if isinstance(_kind, type) and is_dataclass(_kind) and len(fields(_kind)) > 1:
        copyreg.pickle(_kind, _reduced_to(_kind, attrgetter(*(field.name for field in fields(_kind)))))
