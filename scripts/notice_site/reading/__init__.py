"""Reads the folders of sources and reference data: the only room that opens files that people put there."""

from notice_site.reading.edition import read_edition
from notice_site.reading.folder import find_files
from notice_site.reading.reference.addresses import Addresses, read_addresses
from notice_site.reading.reference.boilerplate import read_boilerplate
from notice_site.reading.reference.glossary import read_glossary
from notice_site.reading.reference.levels import read_levels
from notice_site.reading.reference.limits import DEFAULTS, Limits, load_limits
from notice_site.reading.reference.other_names import read_other_names
from notice_site.reading.reference.packs import read_packs
from notice_site.reading.reference.sidecar import Sidecar, read_sidecar
from notice_site.reading.reference.volumes import read_volumes
from notice_site.reading.reference.works import read_works
from notice_site.reading.reference.yaml_nodes import NodeError
from notice_site.reading.sources import (
    file_digest,
    read_notices,
    read_originals,
    read_sidecars,
    read_source,
    without_duplicates,
)

__all__ = [
    "DEFAULTS",
    "Addresses",
    "Limits",
    "NodeError",
    "Sidecar",
    "file_digest",
    "find_files",
    "load_limits",
    "read_addresses",
    "read_boilerplate",
    "read_edition",
    "read_glossary",
    "read_levels",
    "read_notices",
    "read_originals",
    "read_other_names",
    "read_packs",
    "read_sidecar",
    "read_sidecars",
    "read_source",
    "read_volumes",
    "read_works",
    "without_duplicates",
]
