"""The only package that reads files: the folders of sources and reference data in, typed values and problems out."""

from notice_site.reading.folder import find_files
from notice_site.reading.levels import read_levels
from notice_site.reading.limits import Limits
from notice_site.reading.sidecar import Sidecar, read_sidecar
from notice_site.reading.sources import read_notices, read_originals, read_sidecars, read_source, without_doubles
from notice_site.reading.works import read_works

__all__ = [
    "Limits",
    "Sidecar",
    "find_files",
    "read_levels",
    "read_notices",
    "read_originals",
    "read_sidecar",
    "read_sidecars",
    "read_source",
    "read_works",
    "without_doubles",
]
