"""The only package that reads files: the folders of sources and reference data in, typed values and problems out."""

from .folder import read_notices, read_source
from .levels import read_levels
from .limits import Limits
from .works import read_works

__all__ = ["Limits", "read_levels", "read_notices", "read_source", "read_works"]
