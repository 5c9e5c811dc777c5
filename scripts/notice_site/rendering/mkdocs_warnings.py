"""Collects what MkDocs logs as warnings or errors: in a strict build each of them is a fault."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class WarningCollector(logging.Handler):
    """Keeps the warnings since they were last taken."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append(f"{record.levelname}: {record.getMessage()}")

    def take(self) -> list[str]:
        """Returns the messages that came in since the last call, and forgets them."""
        messages, self._messages = self._messages, []
        return messages


@contextmanager
def collect_warnings() -> Iterator[WarningCollector]:
    """Collects what the logger of MkDocs receives inside the `with` block."""
    collector = WarningCollector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    try:
        yield collector
    finally:
        logger.removeHandler(collector)
