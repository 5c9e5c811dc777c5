"""Sources to documents: reading, parsing, and what their editors decided."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from notice_site import reading
from notice_site.editing.document_overrides import apply_document_overrides
from notice_site.editing.line_decisions import decided_source, without_effect, without_join
from notice_site.execution.cache import NO_CACHE, ResultCache, fingerprint
from notice_site.model import Corpus, Level, Notice, Problem, Source
from notice_site.parsing.line_joining import join_lines
from notice_site.parsing.parse import parse
from notice_site.pipeline.reference import Reference
from notice_site.reading import Sidecar
from notice_site.text.slugs import slug_names


def read_documents(
    folder: Path, reference: Reference, cache: ResultCache = NO_CACHE
) -> tuple[Corpus, Mapping[str, Sidecar], tuple[Problem, ...], Mapping[str, bytes]]:
    """The sources of the folder, the documents in them as their editors want them, and the editors' decisions.

    Last by document a hash of all that it was read from.
    """
    digest_of = functools.cache(reading.file_digest)
    sent = cache.is_distributed

    def received(file: tuple[str, Path | bytes]) -> bytes:
        return digest_of(file[1]) if isinstance(file[1], Path) else sha256(file[1]).digest()

    levels, boilerplate = reference.digests["levels.yml"], reference.digests["boilerplate.yml"]
    receiving = cache.cached_map(
        "source",
        lambda file: (file[0], received(file), astuple(reference.limits), boilerplate),
        # What could not be read may be readable once a program is installed; a file may change while it is read.
        lambda file, found: found[0] is not None and found[0].sha256 == received(file).hex(),
    )
    read, problems = reading.read_notices(
        folder, reference.limits, receiving, sent, reference.boilerplate, reference.is_withdrawn
    )
    sidecars, faults = reading.read_sidecars(
        folder, read, {level.id: level.name for level in reference.levels if level.issuers}
    )
    slugs = slug_names([source.name for source in read], reference.published_in("notices"))
    notices: list[Notice] = []
    met: list[Problem] = []

    def documents_of(source: Source) -> tuple[tuple[Notice, ...], tuple[Problem, ...]]:
        return documents_of_source(source, slugs[source.name], reference.levels, sidecars.get(source.name))

    def inputs(source: Source) -> tuple[object, ...]:
        sidecar = sidecars.get(source.name)
        decided = digest_of(folder / sidecar.file) if sidecar else b""
        own = (source.name, source.sha256, slugs[source.name], decided)
        return (*own, astuple(reference.limits), levels, boilerplate)

    fingerprints: dict[str, bytes] = {}
    for source, (documents, found) in zip(read, cache.cached_map("documents", inputs)(documents_of, read), strict=True):
        notices += documents
        met += found
        fingerprints |= {notice.id: fingerprint(inputs(source), notice.id) for notice in documents}
    return Corpus(read, tuple(notices)), sidecars, (*problems, *faults, *met), fingerprints


def documents_of_source(
    source: Source, slug: str, levels: Sequence[Level], sidecar: Sidecar | None
) -> tuple[tuple[Notice, ...], tuple[Problem, ...]]:
    """The documents of one source; a pure function of the source, its sidecar and the levels."""
    if sidecar is None:
        return parse(source, slug, join_lines(source), levels), ()
    decided = decided_source(source, sidecar.lines)
    rejected = frozenset(d.line for d in sidecar.repairs if not d.confirmed)
    confirmed = frozenset(d.line for d in sidecar.repairs if d.confirmed)
    starts = tuple(d.starts for d in sidecar.documents if d.starts is not None)
    paragraphs = join_lines(decided.source, rejected, confirmed, decided.decisions)
    notices = parse(decided.source, slug, paragraphs, levels, starts)
    ineffective = (
        *without_effect(sidecar.file, sidecar.lines, notices),
        *without_join(sidecar.file, sidecar.repairs, paragraphs),
    )
    notices, problems = apply_document_overrides(notices, sidecar)
    return notices, (*ineffective, *problems)
