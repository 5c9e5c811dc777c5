"""The only package that reads files: the folders of sources and reference data in, typed values and problems out."""

from .folder import read_notices, read_source
from .glossary import read_glossary
from .levels import read_levels
from .limits import Limits

__all__ = ["Limits", "read_glossary", "read_levels", "read_notices", "read_source"]
