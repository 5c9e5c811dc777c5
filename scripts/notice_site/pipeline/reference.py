"""Reads the reference tables of a folder of sources; the project's own stand in for those it lacks."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from notice_site import reading
from notice_site.execution.cache import NO_CACHE, ResultCache
from notice_site.execution.command import words
from notice_site.model import Level, OtherName, Problem, Severity, Volume, Work
from notice_site.model.glossary import Glossary
from notice_site.reading import Addresses, Limits
from notice_site.reading.boilerplate_table import BoilerplateTable
from notice_site.reading.folder import is_leftover
from notice_site.reading.reference.addresses import PUBLISHED, REDIRECTS
from notice_site.reading.reference.yaml_nodes import suggestion
from notice_site.text.pinyin import OwnReadings
from notice_site.text.slugs import slug_names

SHIPPED_REFERENCE = Path(__file__).parents[3] / "source_texts" / "reference"
_TABLES = ("levels.yml", "glossary.yml", "works.yml", "boilerplate.yml")
_SHIPPED_TABLES = (*_TABLES, "other_names.yml")
_REFERENCE = (*_SHIPPED_TABLES, "limits.yml", "volumes.yml")
_OWN_TABLES = ("reference/limits.yml", "reference/volumes.yml", f"addresses/{PUBLISHED}", f"addresses/{REDIRECTS}")


@dataclass(frozen=True)
class Reference:
    """The tables that say how sources are understood; `complete` where the glossary was made for these sources.

    `digests` has the hash of each file by its name; `volumes` are the other sites that search goes over; `addresses`
    are those that were published before; `other_names` are what readers type for wordings of the documents.
    """

    levels: tuple[Level, ...]
    boilerplate: BoilerplateTable
    limits: Limits
    glossary: Glossary
    readings: OwnReadings  # those that people decided
    works: tuple[Work, ...]
    complete: bool
    digests: Mapping[str, bytes]
    volumes: tuple[Volume, ...] = ()
    addresses: Addresses = field(default_factory=Addresses)
    other_names: tuple[OtherName, ...] = ()

    def published_in(self, folder: str) -> frozenset[str]:
        """The names that files and folders in one folder of the site had when they were published, and still have."""
        return self._published.get(folder, frozenset())

    @cached_property
    def _published(self) -> Mapping[str, frozenset[str]]:
        gone = {redirect.old for redirect in self.addresses.redirects if not redirect.withdrawn}
        names: defaultdict[str, set[str]] = defaultdict(set)
        for folder, *below in (page.split("/", 2) for page in self.addresses.published if page not in gone):
            names[folder].update(name.removesuffix(".html") for name in below[:1])
        return {folder: frozenset(published) for folder, published in names.items()}

    def is_withdrawn(self, name: str) -> bool:
        """Whether the document that a source of this name gives was withdrawn."""
        slug = slug_names([name], self.published_in("notices"))[name]
        return f"notices/{slug}.html" in self.addresses.withdrawn


def read_reference(sources: Path, cache: ResultCache = NO_CACHE) -> tuple[Reference, tuple[Problem, ...]]:
    """The reference tables of a folder of sources; one that it has not is taken from the project's own."""
    files = [reference_file(sources, name) for name in _SHIPPED_TABLES] + [sources / name for name in _OWN_TABLES]
    inputs = [(file.is_relative_to(sources), file.is_file(), reading.file_digest(file)) for file in files]
    read: tuple[Reference, tuple[Problem, ...]] | None = cache.get("reference", inputs)
    if read is None:
        read = _read_reference(sources)
        cache.put("reference", inputs, read)
    reference, problems = read
    return reference, (*problems, *_unused_files(sources))


def _unused_files(sources: Path) -> Iterator[Problem]:
    """What lies beside the tables and is not one of them: levels.yml.txt, levels.yaml, a file in place of a folder."""
    for folder, names in (("reference", _REFERENCE), ("addresses", (PUBLISHED, REDIRECTS)), ("packs", ())):
        try:
            present = sorted(os.listdir(sources / folder))
        except (FileNotFoundError, PermissionError):  # what cannot be opened is reported with each table
            continue
        except OSError as error:
            yield Problem(folder, 0, *words(error))
            continue
        for name in present if names else ():
            if name not in names and not is_leftover(name) and not name.startswith("."):
                message = "不是这里的表，未读取"
                yield Problem(f"{folder}/{name}", 0, message, suggestion(name, names), Severity.WARNING)


def _read_reference(sources: Path) -> tuple[Reference, tuple[Problem, ...]]:
    problems: list[Problem] = []
    limits = reading.DEFAULTS
    try:
        limits = reading.load_limits(sources / "reference" / "limits.yml", "reference/limits.yml")
    except reading.NodeError as error:
        problems.append(error.problem)
    levels, faults = reading.read_levels(reference_file(sources, "levels.yml"))
    problems += faults
    glossary, faults = reading.read_glossary(reference_file(sources, "glossary.yml"))
    problems += faults
    works, faults = reading.read_works(reference_file(sources, "works.yml"))
    problems += faults
    complete = os.path.lexists(sources / "reference" / "glossary.yml")
    digests = {name: reading.file_digest(reference_file(sources, name)) for name in _TABLES}
    volumes, faults = reading.read_volumes(sources / "reference" / "volumes.yml")
    problems += faults
    addresses, faults = reading.read_addresses(sources / "addresses")
    problems += faults
    boilerplate, faults = reading.read_boilerplate(reference_file(sources, "boilerplate.yml"))
    problems += faults
    other_names, faults = reading.read_other_names(reference_file(sources, "other_names.yml"))
    problems += faults
    readings = OwnReadings(glossary.readings)
    reference = Reference(
        levels, boilerplate, limits, glossary, readings, works, complete, digests, volumes, addresses, other_names
    )
    return reference, tuple(problems)


def reference_file(sources: Path, name: str) -> Path:
    """The reference table of that name: the folder's own, readable or not, else the one the project ships."""
    own = sources / "reference" / name
    return own if os.path.lexists(own) else SHIPPED_REFERENCE / name
