"""Turns values into bytes and back, for another process or a later build.

A text that recurs in many values (ids, wordings, lines) is one text again when they are read: with 10,000 notices that
halves the memory.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from operator import attrgetter
from sys import intern
from typing import Any, BinaryIO, TypeVar, overload

Value = TypeVar("Value", covariant=True)

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
        return _maker(module, name)


@cache
def _maker(module: str, name: str) -> Any:
    """Returns what makes the values of a class: each of many thousand results names its classes."""
    loaded = attrgetter(name)(import_module(module))
    return _with_texts_once(loaded) if isinstance(loaded, type) and _arguments(loaded) else loaded


@cache
def _arguments(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """Returns what gives the arguments of a value of the model; None for others, and where there is only one."""
    is_numerous = kind.__module__.startswith(_MODEL) and is_dataclass(kind) and "__slots__" in vars(kind)
    names = [field.name for field in fields(kind)] if is_numerous else []
    return attrgetter(*names) if len(names) > 1 else None


def _with_texts_once(kind: Any) -> Callable[..., Any]:
    """Makes such a value from the values of its fields; a text that recurs is held once.

    The function is written out for the class: one that goes through the fields takes three times as long.
    """
    names = [field.name for field in fields(kind)]
    lines = [f" new.{name} = intern(v{n}) if type(v{n}) is str else v{n}" for n, name in enumerate(names)]
    head = f"def made({', '.join(f'v{n}' for n in range(len(names)))}):\n new = make(kind)"
    room: dict[str, Any] = {"make": kind.__new__, "kind": kind, "intern": intern}
    exec("\n".join((head, *lines, " return new")), room)
    made: Callable[..., Any] = room["made"]
    return made


class Packed(Sequence[Value]):
    """Values that stay bytes until one of them is asked for: an edit needs the lines of few sources."""

    def __init__(self, values: Sequence[Value]) -> None:
        self._length = len(values)
        self._values: Sequence[Value] | None = values
        self._content = b""

    def __getstate__(self) -> tuple[int, bytes]:
        return self._length, self._content if self._values is None else to_bytes(self._values)

    def __setstate__(self, state: tuple[int, bytes]) -> None:
        self._length, self._content = state
        self._values = None

    def _read(self) -> Sequence[Value]:
        if self._values is None:
            self._values, self._content = from_bytes(self._content), b""
        return self._values

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Value]:
        return iter(self._read())

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Value]: ...
    def __getitem__(self, place: int | slice) -> Value | Sequence[Value]:
        return self._read()[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Packed) and self._read() == other._read()

    __hash__ = None  # type: ignore[assignment] # it would read the values
