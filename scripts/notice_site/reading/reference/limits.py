"""Defines how large a source may be before it is refused, and reads reference/limits.yml, which changes that."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path

from notice_site.model.frozen import dataclass
from notice_site.reading.reference.yaml_nodes import load_yaml


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one source; a source beyond one of them gives a Problem, never a page.

    They stop files made to exhaust the machine (nested tags, zip bombs), and lie far above
    what real notices need.
    """

    source_bytes: int = 20_000_000
    html_depth: int = 1_000  # open elements; unclosed <font> of old pages pile up to some hundreds
    archive_entries: int = 2_000  # files in a .docx
    archive_bytes: int = 100_000_000  # all files of a .docx, unpacked
    pdf_pages: int = 500
    office_seconds: int = 60  # for LibreOffice to convert one .doc or .wps


DEFAULTS = Limits()


def load_limits(path: Path, name: str) -> Limits:
    """Reads the limits that the file at `path` (YAML, key: number) changes; the others, or all, are the defaults.

    Raises `NodeError` for an unknown key or a value that is no positive whole number.
    """
    if not os.path.lexists(path):
        return DEFAULTS
    root = load_yaml(path, name)
    keys = {} if root.is_null else root.mapping([field.name for field in fields(Limits)])
    values: dict[str, int] = {}
    for key, node in keys.items():
        values[key] = node.integer()
        if values[key] < 1:
            raise node.error(f"{key} 应为正整数，实为 {values[key]}", "写大于 0 的整数")
    return replace(DEFAULTS, **values)
