"""The only package that reads files: the folders of sources and reference data in, typed values and problems out."""

from notice_site.reading.folder import find_files
from notice_site.reading.glossary import read_glossary
from notice_site.reading.levels import read_levels
from notice_site.reading.limits import Limits
from notice_site.reading.sources import read_notices, read_originals, read_source, without_doubles

__all__ = [
    "Limits", "find_files", "read_glossary", "read_levels", "read_notices", "read_originals", "read_source",
    "without_doubles",
]  # fmt: skip
