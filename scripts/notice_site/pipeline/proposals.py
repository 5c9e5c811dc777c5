"""Proposes what people may add: a new notice with its sidecar, new terms for the glossary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from notice_site import reading
from notice_site.editing.candidate_report import candidate_report
from notice_site.editing.doubts import find_doubts
from notice_site.editing.review import ReviewItem, review_items
from notice_site.editing.sidecar_proposal import sidecar_proposal
from notice_site.findings.terms.candidates import find_candidates, never_met
from notice_site.model import Corpus, Notice, Problem
from notice_site.pipeline.documents import documents_of_source, read_documents
from notice_site.pipeline.findings import find
from notice_site.pipeline.reference import read_reference
from notice_site.pipeline.understand import understand_with_fingerprints
from notice_site.reading.folder import SIDECAR_SUFFIXES, folded, stem_of
from notice_site.text.slugs import name_for, slug_names


@dataclass(frozen=True, slots=True)
class NewNotice:
    """A source that could be taken in: its name, its bytes, what was understood of it and what an editor decides."""

    name: str
    content: bytes
    notices: tuple[Notice, ...]
    items: tuple[ReviewItem, ...]
    sidecar: str

    @property
    def sidecar_name(self) -> str:
        """Beside the source."""
        return f"{stem_of(self.name)}.yml"


def propose_notice(sources: Path, file: Path) -> tuple[NewNotice | None, tuple[Problem, ...]]:
    """What a folder of sources would hold with one more file; touches nothing.

    None with the reason where the file cannot be read, or the folder has it already.
    """
    if file.suffix.lower() in SIDECAR_SUFFIXES:
        return None, (Problem(file.name, 0, "是附注或表，不是公文原件", "给出收到的原件（.txt .html .docx .pdf 等）"),)
    reference, faults = read_reference(sources)
    present, *_ = read_documents(sources / "notices", reference)
    read, problems = reading.read_source(file, file.name, reference.limits, reference.boilerplate)
    if read is None:
        return None, (*faults, *problems)
    _, doubled = reading.without_duplicates([*present.sources, read])
    if doubled:
        return None, (*faults, *doubled)
    files = reading.find_files(sources / "notices")
    published = reference.published_in("notices")
    names = [name for name, _ in files.sources]
    name = name_for(file.name, read.sha256, [*names, *(f"{page}.txt" for page in published)])
    if clash := _clash(name, names, published):
        return None, (*faults, clash)
    source = replace(read, name=name)
    slug = slug_names([*names, name], published)[name]
    notices, met = documents_of_source(source, slug, reference.levels, None)
    corpus, _ = find(Corpus((*present.sources, source), (*present.notices, *notices)), reference)
    warned = tuple(replace(problem, file=name) for problem in problems)
    found = tuple(item for item in review_items(replace(corpus, problems=warned)) if item.source == name)
    originals = reading.read_originals(file.parent, [read])
    doubts = [doubt for doubt in find_doubts(corpus) if doubt.source == name]
    new = NewNotice(name, originals[read.name], notices, found, sidecar_proposal(source, notices, doubts))
    return new, (*faults, *problems, *met)


def _clash(name: str, present: Sequence[str], published: frozenset[str]) -> Problem | None:
    """A problem where a new source of that name would have the name, the sidecar or the address of another one."""
    for other in present:
        if folded(stem_of(other)) == folded(stem_of(name)):
            return Problem(name, 0, f"已有 {other}，附注和网页地址会混淆", "给新文件换名")
    before = slug_names(present, published)
    after = slug_names([*present, name], published)
    for other in present:
        if before[other] != after[other] or after[name] == after[other]:
            return Problem(name, 0, f"与 {other} 读音相同，地址相撞", "给新文件换名")
    if after[name] in published:
        return Problem(name, 0, f"地址 notices/{after[name]}.html 属于以前的文件", "给新文件换名")
    return None


def propose_terms(sources: Path, names: Sequence[str]) -> tuple[str, tuple[Problem, ...]]:
    """New entries for the glossary from the sources of these names, or from all; see `candidate_report`."""
    reference, corpus, _ = understand_with_fingerprints(sources)
    known = {source.name for source in corpus.sources}
    unknown = [Problem(name, 0, "没有这个来源", "写来源文件夹里的文件名") for name in names if name not in known]
    notices = [notice for notice in corpus.notices if not names or notice.source in names]
    entries = reference.glossary.entries
    found = find_candidates(notices, entries, corpus.mentions)
    report = candidate_report(found, reference.glossary, never_met(entries, corpus.mentions), notices)
    return report, (*corpus.problems, *unknown)
