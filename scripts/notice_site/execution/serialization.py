"""Turns values into bytes and back, for another process or a later build.

A text that recurs in many values (ids, wordings, lines) is one text again when they are read: with 10,000 notices that
halves the memory.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from sys import intern
from typing import Any, BinaryIO

from notice_site import model
from notice_site.model import Block, Citation, Event, Line, Mention, Ref, Task

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
        loaded = super().find_class(module, name)
        return _with_texts_once(loaded) if loaded in _NUMEROUS else loaded


_NUMEROUS = frozenset({Ref, Mention, Line, Block, Task, Citation, Event})
"""Values of which a large corpus holds very many: their texts recur."""


@cache
def _with_texts_once(kind: type) -> Callable[..., Any]:
    """Makes such a value from the values of its fields; a text that recurs is held once."""
    return lambda *values: kind(*(intern(value) if type(value) is str else value for value in values))


def _reduced_to(kind: type, values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    return lambda value: (kind, values(value))


# Frozen values are written as their class and its arguments, not as the state that dataclasses give.
for _kind in vars(model).values():
    if isinstance(_kind, type) and is_dataclass(_kind) and len(fields(_kind)) > 1:
        copyreg.pickle(_kind, _reduced_to(_kind, attrgetter(*(field.name for field in fields(_kind)))))
