"""Source files in, the generated part of docs/ and what the editor must know out: the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from notice_site import reading, writing
from notice_site.candidate_report import candidate_report
from notice_site.deciding import decide_findings
from notice_site.decisions import decide
from notice_site.editions import Edition
from notice_site.findings.candidates import find_candidates, never_met
from notice_site.findings.catalogue import Entry
from notice_site.findings.citations import find_citations
from notice_site.findings.comparison import find_comparisons
from notice_site.findings.events import find_events
from notice_site.findings.mentions import find_mentions
from notice_site.findings.packs import resolve_packs
from notice_site.findings.part_of_corpus import part_of_corpus
from notice_site.findings.quotations import resolve_terms
from notice_site.findings.reuse import NAME_KINDS, find_passages
from notice_site.findings.tasks import find_tasks
from notice_site.glossary_entries import Glossary
from notice_site.kept_files import KeptFiles
from notice_site.mending import mend
from notice_site.model import Corpus, Level, Notice, Pack, Problem, Redirect, Severity, Source, Volume, Work
from notice_site.naming import name_for, slug, slug_names
from notice_site.pages import KINDS, PACK_KINDS, PageKind, drafts
from notice_site.pages.addresses import Addresses, addresses, listed, lost_addresses, record_of, redirect_problems
from notice_site.pages.drafts import Draft, Published
from notice_site.pages.links import links
from notice_site.pages.moved import without_taken_addresses
from notice_site.pages.site import plain_passages, site
from notice_site.pages.term_book import term_place
from notice_site.parsing import parse
from notice_site.publishing import DataFile, Places, data_files
from notice_site.publishing_readings import reading_files
from notice_site.reading import Limits, Sidecar
from notice_site.reading.folder import stem_of
from notice_site.remembering import Memory, digest
from notice_site.review import Matter, matters
from notice_site.search_index import search_files
from notice_site.sidecar_proposal import sidecar_proposal
from notice_site.spreading import Spread, spread

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
SHIPPED_REFERENCE = Path(__file__).parents[2] / "source_texts" / "reference"

Kept = TypeVar("Kept")

NOTHING = Memory()
_TABLES = ("levels.yml", "glossary.yml", "works.yml")


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What one build found and did.

    `changed` names the generated files that were written or removed, `differences` those that a check found
    to differ, one line each. `written` is False where the build was a check, or strict and saw an error: then
    docs/ is as it was.
    """

    problems: tuple[Problem, ...]
    changed: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """The generated files by path below docs/, and the top-level names that belong to the generator alone.

    `addresses` are those that the files will have when built, as far as they are kept for good.
    """

    files: Mapping[str, bytes]
    owned: frozenset[str]
    problems: tuple[Problem, ...] = ()
    addresses: Addresses = field(default_factory=dict)


def build(
    sources: Path, docs: Path, check: bool = False, strict: bool = False, memory: Memory = NOTHING
) -> BuildResult:
    """Builds docs/ from `sources` (notices/, reference/), or with `check` only compares it.

    With `strict` a Problem that is an error keeps docs/ as it is. `memory` is what earlier builds found out.
    """
    reference, corpus, keys = _understood(sources, memory)
    kept, faults = reading.read_addresses(sources / "addresses")

    def problems(paths: Iterable[str]) -> tuple[Problem, ...]:
        return tuple(sorted((*corpus.problems, *faults, *address_problems(_known(corpus, paths), kept))))

    def made(keep: Callable[[str, bytes], Kept], known: tuple[KeptFiles, Kept] | None = None) -> dict[str, Kept]:
        own = keys if memory.remembers else None
        return _made(sources, corpus, reference, keep, None, KINDS, kept.redirects, memory, own, known)

    if check:
        found = made(lambda path, content: writing.difference(docs, path, content))
        return BuildResult(problems(found), differences=tuple(writing.differences(docs, found, _owned(found))))
    with writing.rewriting(docs) as tree:
        known = KeptFiles(memory, tree, (*reference.digests.values(), digest(*kept.redirects)))
        put = made(tree.put, (known, False))
        met = problems(put)
        if strict and any(problem.severity is Severity.ERROR for problem in met):
            return BuildResult(met)
        changed = tree.publish(put, _owned(put))
    known.learn(docs)
    return BuildResult(met, changed=tuple(changed), written=True)


def generate(sources: Path) -> Tree:
    """All generated files for one folder of sources; touches nothing."""
    reference, corpus, _ = _understood(sources)
    kept, faults = reading.read_addresses(sources / "addresses")
    tree = _tree(sources, corpus, reference, redirects=kept.redirects)
    lost = address_problems(tree.addresses, kept)
    return replace(tree, problems=tuple(sorted((*tree.problems, *faults, *lost))))


def address_problems(known: Addresses, kept: reading.Addresses) -> tuple[Problem, ...]:
    """What is wrong with the redirects, and what was published and is lost though all others are followed."""
    wrong = redirect_problems(known, kept.redirects)
    followed = [redirect for redirect in kept.redirects if redirect not in wrong]
    return (*wrong.values(), *lost_addresses(known, kept.published, followed))


def unrecorded_addresses(sources: Path) -> tuple[list[str], str]:
    """The addresses that the folder of sources now gives and has not recorded, and the record with them."""
    known = generate(sources).addresses
    kept, _ = reading.read_addresses(sources / "addresses")
    return [address for address in listed(known) if address not in kept.published], record_of(kept.published, known)


@dataclass(frozen=True, slots=True)
class PackTree:
    """The generated files of a site that is one study pack, and those of the whole site that it is a part of."""

    tree: Tree
    whole: Tree
    pack: Pack
    part: Corpus
    edition: Edition


def generate_pack(sources: Path, name: str) -> PackTree:
    """All generated files of the pack of that name or id; touches nothing.

    LookupError with the names that there are: the folder has no such pack, or it has a fault, which the
    problems of `generate` tell.
    """
    reference, corpus, _ = _understood(sources)
    pack = next((pack for pack in corpus.packs if name in (pack.name, pack.id)), None)
    if pack is None:
        raise LookupError("、".join(pack.name for pack in corpus.packs))
    part = part_of_corpus(corpus, pack, [level.id for level in reference.levels])
    edition = reading.read_edition(PROJECT, sources, SHIPPED_REFERENCE)
    uncut = [source for source in part.sources if source in corpus.sources]
    alone = replace(reference, volumes=())  # a pack lies anywhere, not beside the volumes
    tree = _tree(sources, part, alone, uncut, PACK_KINDS)
    whole = _tree(sources, corpus, reference)
    return PackTree(tree, whole, pack, part, edition)


def _tree(
    sources: Path,
    corpus: Corpus,
    reference: Reference,
    uncut: Sequence[Source] | None = None,
    kinds: Sequence[PageKind] = KINDS,
    redirects: tuple[Redirect, ...] = (),
) -> Tree:
    """The pages and data of a corpus in memory; of the sources in `uncut`, or of all, the files as received too."""
    files = _made(sources, corpus, reference, lambda _, content: content, uncut, kinds, redirects)
    return Tree(files, _owned(files), corpus.problems, _known(corpus, files))


def _known(corpus: Corpus, paths: Iterable[str]) -> Addresses:
    return addresses(corpus.notices, links(corpus.notices), paths)


def _owned(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(path.partition("/")[0] for path in paths)


def _made(
    sources: Path,
    corpus: Corpus,
    reference: Reference,
    keep: Callable[[str, bytes], Kept],
    uncut: Sequence[Source] | None = None,
    kinds: Sequence[PageKind] = KINDS,
    redirects: tuple[Redirect, ...] = (),
    memory: Memory = NOTHING,
    keys: Mapping[str, bytes] | None = None,
    known: tuple[KeptFiles, Kept] | None = None,
) -> dict[str, Kept]:
    """Makes every file on all processors and hands each to `keep`, there where it is made; its answers by path.

    A page that is among the `known` files need not be made; their second is the answer for it.
    """

    def made(file: DataFile) -> tuple[int, Kept, Places]:
        content, places = known[0].content(file) if known else file.content()
        return len(content), keep(file.path, content), places

    originals = reading.read_originals(sources / "notices", corpus.sources if uncut is None else uncut)
    edition = reading.read_edition(PROJECT, sources, SHIPPED_REFERENCE)
    published: list[Published] = []
    of = site(corpus, reference.levels, originals, published, edition, redirects, keys)
    data = [*data_files(of, reference.levels)]
    found: dict[str, Kept] = {}
    waiting: list[Draft] = []

    def drafted() -> Iterator[tuple[str, bytes]]:
        """Finds out which pages have to be made; the files of search, which are made when they are asked for."""
        search = _search_files(corpus, reference, memory, of.keys)
        readings = reading_files(corpus.notices, _addresses(corpus), reference.glossary.readings, of.keys)
        for draft in (*without_taken_addresses([*drafts(of, kinds)]), *readings):
            if known and known[0].stays(draft):
                found[draft.path] = known[1]
            else:
                waiting.append(draft)
        return search

    # The first value is always this process's own: here pages are drafted while others begin with the data.
    answers: list[Any] = spread(lambda file: made(file) if file else drafted(), [None, *data], least=1)
    search, *kept = answers
    for file, (size, answer, places) in zip(data, kept, strict=True):
        published.append(Published(file.path, size, file.records))
        found[file.path] = answer
        if known:
            known[0].made(file.path, places)

    def done(draft: Draft | None) -> dict[str, Kept]:
        """Makes one page, or what search needs."""
        if draft is None:
            return {path: keep(path, content) for path, content in search}
        content = draft.content
        return {draft.path: keep(draft.path, content.encode() if isinstance(content, str) else content)}

    for some in memory.watched("pages")(done, [None, *waiting], 2):
        found |= some
    return found


def understand(sources: Path) -> Corpus:
    """The corpus that a folder of sources holds, with all that was found in it and the problems met."""
    return _understood(sources)[1]


def _understood(sources: Path, memory: Memory = NOTHING) -> tuple[Reference, Corpus, Mapping[str, bytes]]:
    """The reference tables, the corpus, and by document a hash of all that it was read from."""
    reference, faults = read_reference(sources)
    read, sidecars, met, keys = read_documents(sources / "notices", reference, memory)
    corpus, found = find(read, reference, memory, keys)
    levels = [level.id for level in reference.levels]
    corpus, refused = decide_findings(corpus, sidecars.values(), levels)
    comparing = memory.spreading(
        "comparison", lambda pair: (keys[pair[0].id], keys[pair[1].id], plain_passages(pair[2]))
    )
    comparisons = find_comparisons(corpus.notices, corpus.passages, corpus.citations, levels, comparing)
    entries, misread = reading.read_packs(sources / "packs")
    packs, unresolved = resolve_packs(entries, corpus)
    problems = tuple(sorted((*faults, *met, *found, *refused, *misread, *unresolved)))
    return reference, replace(corpus, comparisons=comparisons, packs=packs, problems=problems), keys


def _of_notice(memory: Memory, stage: str, keys: Mapping[str, bytes], *tables: bytes) -> Spread:
    """For functions of one document and these reference tables."""
    return memory.spreading(stage, lambda notice: (keys[notice.id], tables))


def _addresses(corpus: Corpus) -> dict[str, str]:
    where = links(corpus.notices)
    return {notice.id: where.notice(notice.id).url for notice in corpus.notices}


def _search_files(
    corpus: Corpus, reference: Reference, memory: Memory, keys: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    glossary = reference.digests["glossary.yml"]
    return search_files(
        corpus,
        _addresses(corpus),
        {term.id: term_place(term.id).url for term in corpus.terms},
        {level.id: level.name for level in reference.levels},
        reference.glossary.readings,
        over=_of_notice(memory, "search", keys, glossary),
        volumes=reference.volumes,
        over_words=memory.spreading("words", lambda own: glossary),
    )


# --- reference data ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reference:
    """The tables that say how sources are understood; `complete` where the glossary was made for these sources.

    `digests` has the hash of each file by its name; `volumes` are the other sites that search goes over.
    """

    levels: tuple[Level, ...]
    limits: Limits
    glossary: Glossary
    works: tuple[Work, ...]
    complete: bool
    digests: Mapping[str, bytes]
    volumes: tuple[Volume, ...] = ()


def read_reference(sources: Path) -> tuple[Reference, tuple[Problem, ...]]:
    """The reference tables of a folder of sources; one that it has not is taken from the project's own."""
    problems: list[Problem] = []
    limits = reading.DEFAULTS
    try:
        limits = reading.load_limits(sources / "reference" / "limits.yml", "reference/limits.yml")
    except reading.NodeError as error:
        problems.append(error.problem)
    levels = reading.read_levels(reference_file(sources, "levels.yml"))
    glossary, faults = reading.read_glossary(reference_file(sources, "glossary.yml"))
    problems += faults
    works, faults = reading.read_works(reference_file(sources, "works.yml"))
    problems += faults
    complete = (sources / "reference" / "glossary.yml").is_file()
    digests = {name: reading.file_digest(reference_file(sources, name)) for name in _TABLES}
    volumes, faults = reading.read_volumes(sources / "reference" / "volumes.yml")
    problems += faults
    return Reference(levels, limits, glossary, works, complete, digests, volumes), tuple(problems)


def reference_file(sources: Path, name: str) -> Path:
    """The reference table of that name: the folder's own, else the one the project ships."""
    own = sources / "reference" / name
    return own if own.is_file() else SHIPPED_REFERENCE / name


# --- sources to documents ------------------------------------------------------------------------


def read_documents(
    folder: Path, reference: Reference, memory: Memory = NOTHING
) -> tuple[Corpus, Mapping[str, Sidecar], tuple[Problem, ...], Mapping[str, bytes]]:
    """The sources of the folder, the documents in them as their editors want them, and the editors' decisions.

    Last by document a hash of all that it was read from.
    """
    digest_of = cache(reading.file_digest)
    sent = memory.elsewhere

    def received(file: tuple[str, Path | bytes]) -> bytes:
        return digest_of(file[1]) if isinstance(file[1], Path) else sha256(file[1]).digest()

    receiving = memory.spreading(
        "source",
        lambda file: (file[0], received(file), astuple(reference.limits)),
        # What could not be read may be readable once a program is installed; a file may change while it is read.
        lambda file, found: found[0] is not None and found[0].sha256 == received(file).hex(),
    )
    read, problems = reading.read_notices(folder, reference.limits, receiving, sent)
    sidecars, faults = reading.read_sidecars(folder, read, [level.id for level in reference.levels if level.issuers])
    slugs = slug_names([source.name for source in read])
    notices: list[Notice] = []
    met: list[Problem] = []

    def documents_of(source: Source) -> tuple[tuple[Notice, ...], tuple[Problem, ...]]:
        return _documents(source, slugs[source.name], reference.levels, sidecars.get(source.name))

    def made_from(source: Source) -> tuple[object, ...]:
        sidecar = sidecars.get(source.name)
        decided = digest_of(folder / sidecar.file) if sidecar else b""
        return (source.name, source.sha256, astuple(reference.limits), slugs[source.name], decided, levels)

    levels = reference.digests["levels.yml"]
    keys: dict[str, bytes] = {}
    for source, (documents, found) in zip(
        read, memory.spreading("documents", made_from)(documents_of, read), strict=True
    ):
        notices += documents
        met += found
        keys |= {notice.id: digest(made_from(source), notice.id) for notice in documents}
    return Corpus(read, tuple(notices)), sidecars, (*problems, *faults, *met), keys


def _documents(
    source: Source, slug: str, levels: Sequence[Level], sidecar: Sidecar | None
) -> tuple[tuple[Notice, ...], tuple[Problem, ...]]:
    """The documents of one source; a pure function of the source, its sidecar and the levels."""
    if sidecar is None:
        return parse(source, slug, mend(source), levels), ()
    rejected = frozenset(d.line for d in sidecar.repairs if not d.confirmed)
    confirmed = frozenset(d.line for d in sidecar.repairs if d.confirmed)
    starts = tuple(d.starts for d in sidecar.documents if d.starts is not None)
    return decide(parse(source, slug, mend(source, rejected, confirmed), levels, starts), sidecar)


@dataclass(frozen=True, slots=True)
class NewNotice:
    """A source that could be taken in: its name, its bytes, what was understood of it and what an editor decides."""

    name: str
    content: bytes
    notices: tuple[Notice, ...]
    matters: tuple[Matter, ...]
    sidecar: str

    @property
    def sidecar_name(self) -> str:
        """Beside the source."""
        return f"{stem_of(self.name)}.yml"


def propose_notice(sources: Path, file: Path) -> tuple[NewNotice | None, tuple[Problem, ...]]:
    """What a folder of sources would hold with one more file; touches nothing.

    None with the reason where the file cannot be read, or the folder has it already.
    """
    reference, faults = read_reference(sources)
    present, *_ = read_documents(sources / "notices", reference)
    read, problems = reading.read_source(file, file.name, reference.limits)
    if read is None:
        return None, (*faults, *problems)
    _, doubled = reading.without_doubles([*present.sources, read])
    if doubled:
        return None, (*faults, *doubled)
    name = name_for(file.name, read.sha256, [source.name for source in present.sources])
    source = replace(read, name=name)
    notices, met = _documents(source, slug(name), reference.levels, None)
    corpus, _ = find(Corpus((*present.sources, source), (*present.notices, *notices)), reference)
    found = tuple(matter for matter in matters(corpus) if matter.source == name)
    originals = reading.read_originals(file.parent, [read])
    new = NewNotice(name, originals[read.name], notices, found, sidecar_proposal(source, notices))
    return new, (*faults, *problems, *met)


# --- findings ------------------------------------------------------------------------------------


def find(
    corpus: Corpus, reference: Reference, memory: Memory = NOTHING, keys: Mapping[str, bytes] | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus with all that the stages find in it; `keys` has for each document a hash of what it was read from."""
    known = keys or {}
    glossary, levels = reference.digests["glossary.yml"], reference.digests["levels.yml"]
    mentions = find_mentions(
        reference.glossary.entries, corpus.notices, _of_notice(memory, "mentions", known, glossary)
    )
    terms, problems = resolve_terms(reference.glossary, corpus.notices, mentions, complete=reference.complete)
    resolved = digest([tuple(Entry.of(notice)) for notice in corpus.notices])
    resolving = _of_notice(memory, "citations", known, reference.digests["works.yml"], resolved)
    citations = find_citations(corpus.notices, reference.works, resolving)
    dating = memory.spreading("events", lambda found: (known[found[0].id], astuple(found[1])))
    events = find_events(corpus, dating)
    names = frozenset(term.id for term in terms if term.kind in NAME_KINDS)
    passages = find_passages(corpus.notices, citations, mentions, names, memory.watched("shared passages"))
    found = replace(corpus, terms=terms, mentions=mentions, citations=citations, events=events, passages=passages)
    cited: dict[str, list[object]] = {}
    for c in citations:
        if c.target:
            cited.setdefault(c.ref.notice, []).append((c.ref.block, c.title, c.target, known.get(c.target)))
    asking = memory.spreading("tasks", lambda notice: (known[notice.id], levels, cited.get(notice.id)))
    return replace(found, tasks=find_tasks(found, reference.levels, asking)), problems


def propose_terms(sources: Path, names: Sequence[str]) -> tuple[str, tuple[Problem, ...]]:
    """New entries for the glossary from the sources of these names, or from all; see `candidate_report`."""
    reference, corpus, _ = _understood(sources)
    known = {source.name for source in corpus.sources}
    unknown = [Problem(name, 0, "没有这个来源", "写来源文件夹里的文件名") for name in names if name not in known]
    notices = [notice for notice in corpus.notices if not names or notice.source in names]
    entries = reference.glossary.entries
    found = find_candidates(notices, entries, corpus.mentions)
    report = candidate_report(found, reference.glossary, never_met(entries, corpus.mentions), notices)
    return report, (*corpus.problems, *unknown)
