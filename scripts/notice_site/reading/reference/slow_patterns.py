"""Finds regular expressions that may take for ever: people write them, and Python tries every way to match.

An engine that needs linear time (re2) knows neither look-behind nor look-ahead, which the tables need. So each
repetition of a pattern is tried on text made for it, and the processor time of the attempt is limited.
"""

from __future__ import annotations

import importlib
import re
import signal
import threading
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

_parser: Any = importlib.import_module("re._parser")  # not public, and the only one that reads Python's patterns

_ROUNDS = 40
"""Repetitions of an attempt: 2 to the power of 40 ways take hours, 40 to the third power milliseconds."""

_SECONDS = 0.5
"""Processor time that one attempt may take; a pattern without ambiguous repetitions takes microseconds."""

_MOST_ATTEMPTS = 200
_NO_MATCH = "\x00"  # behind the repetitions, so that every way is tried

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")


class _TooSlow(Exception):
    pass


@cache
def is_slow(pattern: re.Pattern[str]) -> bool:
    """Whether some text of a line's length keeps the pattern busy without end.

    >>> [is_slow(re.compile(pattern)) for pattern in ("(?:各+级*)+$", "(?:市|市)*县", "各(?:级、)*市$", "^国务院.*办")]
    [True, True, False, False]
    """
    if threading.current_thread() is not threading.main_thread():
        return False  # only there signals arrive; the tables are read there
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    attempts = dict.fromkeys(islice(_attempts(parsed), _MOST_ATTEMPTS))
    earlier = signal.signal(signal.SIGVTALRM, _give_up)
    try:
        for text in attempts:
            signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
            pattern.search(text)
            pattern.fullmatch(text)
    except _TooSlow:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, earlier)
    return False


def _give_up(*_: object) -> None:
    raise _TooSlow


def _attempts(items: Iterable[Any], before: str = "") -> Iterator[str]:
    """For each repetition: what stands before it, its body again and again, and a character that fits nothing."""
    for operation, argument in items:
        name = str(operation)
        if name in _REPEATS:
            for body in _examples(argument[2]):
                yield before + body * _ROUNDS + _NO_MATCH
        for part in _parts(name, argument):
            yield from _attempts(part, before)
        before += next(_examples([(operation, argument)]), "")


def _parts(name: str, argument: Any) -> Iterator[Any]:
    """The patterns inside one item."""
    if name in (*_REPEATS, "POSSESSIVE_REPEAT"):
        yield argument[2]
    elif name == "SUBPATTERN":
        yield argument[3]
    elif name == "BRANCH":
        yield from argument[1]
    elif name in ("ASSERT", "ASSERT_NOT"):
        yield argument[1]
    elif name == "ATOMIC_GROUP":
        yield argument


def _examples(items: Iterable[Any]) -> Iterator[str]:
    """Texts that the items take, one for each alternative; look-around is left out of account."""
    texts = [""]
    for operation, argument in items:
        texts = [text + end for text in texts for end in _of_item(str(operation), argument)][:_ROUNDS]
    yield from texts


def _of_item(name: str, argument: Any) -> list[str]:
    if name == "LITERAL":
        return [chr(argument)]
    if name in ("ANY", "NOT_LITERAL"):
        return ["一"]
    if name == "IN":
        kind, value = argument[-1]
        if str(argument[0][0]) == "NEGATE":
            return ["一"]
        return ["1" if str(kind) == "CATEGORY" else chr(value[0] if str(kind) == "RANGE" else value)]
    if name in ("ASSERT", "ASSERT_NOT", "AT"):
        return [""]
    if name in (*_REPEATS, "POSSESSIVE_REPEAT"):
        return [text * max(argument[0], 1) for text in _examples(argument[2])]
    return [text for part in _parts(name, argument) for text in _examples(part)] or [""]
