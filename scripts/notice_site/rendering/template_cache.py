"""Keeps the compiled templates of the theme between builds."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from notice_site.execution.cache import ResultCache


class TemplateCache(BytecodeCache):
    """Holds all compiled templates in memory; `save` keeps them, those that forks compiled excepted.

    Jinja's own cache writes a file for each template: to make 80 files costs a quarter of compiling them.
    """

    def __init__(self, cache: ResultCache) -> None:
        self._cache = cache
        self._codes: dict[str, bytes] = cache.get("templates", "theme") or {}
        self._is_saved = True

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the template that is asked for its code; Jinja ignores the code of another source or Python."""
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes what was compiled now."""
        self._codes[bucket.key] = bucket.bytecode_to_string()
        self._is_saved = False

    def save(self) -> None:
        """Keeps the templates where one was compiled."""
        if not self._is_saved:
            self._cache.put("templates", "theme", self._codes)
