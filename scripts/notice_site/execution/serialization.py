"""Turns values into bytes and back, for another process or a later build.

A text that recurs in many values (ids, wordings, lines) is one text again when they are read: with 10,000 notices that
halves the memory.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from sys import intern
from typing import Any, BinaryIO

DamagedBytes = (EOFError, pickle.UnpicklingError)
"""What reading raises where the bytes are not whole."""


def write(value: object, file: BinaryIO) -> None:
    """Writes a value."""
    _Writer(file, pickle.HIGHEST_PROTOCOL).dump(value)


def to_bytes(value: object) -> bytes:
    """The bytes of a value."""
    file = io.BytesIO()
    write(value, file)
    return file.getvalue()


def read(file: BinaryIO) -> Any:
    """The value that was written there; one of `DamagedBytes` where it is not whole."""
    return _Reader(file).load()


def from_bytes(content: bytes) -> Any:
    """The value of these bytes."""
    return _Reader(io.BytesIO(content)).load()


_MODEL = "notice_site.model."
"""The modules of values of which a large corpus holds very many; a program that uses none of them starts faster."""


class _Writer(pickle.Pickler):
    """Writes values of the model as their class and its arguments, not as the state that dataclasses give."""

    def reducer_override(self, value: object) -> Any:
        kind: Any = type(value)
        arguments = _arguments(kind)
        return (kind, arguments(value)) if arguments else NotImplemented


class _Reader(pickle.Unpickler):
    """Reads what `_Writer` wrote."""

    def find_class(self, module: str, name: str) -> Any:
        loaded = super().find_class(module, name)
        return _with_texts_once(loaded) if isinstance(loaded, type) and _arguments(loaded) else loaded


@cache
def _arguments(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """Returns what gives the arguments of a value of the model; None for others, and where there is only one."""
    is_numerous = kind.__module__.startswith(_MODEL) and is_dataclass(kind) and "__slots__" in vars(kind)
    names = [field.name for field in fields(kind)] if is_numerous else []
    return attrgetter(*names) if len(names) > 1 else None


@cache
def _with_texts_once(kind: Any) -> Callable[..., Any]:
    """Makes such a value from the values of its fields; a text that recurs is held once.

    The slots are filled one by one: the constructor of a frozen class takes nearly twice as long.
    """
    fill = [getattr(kind, field.name).__set__ for field in fields(kind)]

    def made(*values: Any) -> Any:
        new = kind.__new__(kind)
        for put, value in zip(fill, values, strict=True):
            put(new, intern(value) if type(value) is str else value)
        return new

    return made
