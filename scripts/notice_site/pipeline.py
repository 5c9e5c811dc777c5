"""Source files in, the generated part of docs/ and what the editor must know out: the order of the stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notice_site import publishing, reading, writing
from notice_site.candidate_report import candidate_report
from notice_site.decisions import decide
from notice_site.findings.candidates import find_candidates, never_met
from notice_site.findings.mentions import find_mentions
from notice_site.findings.quotations import resolve_terms
from notice_site.mending import mend
from notice_site.model import Corpus, Level, Notice, Problem, Severity, Source
from notice_site.naming import slug_names
from notice_site.pages import build_pages
from notice_site.parsing import parse
from notice_site.reading import Sidecar

SHIPPED_REFERENCE = Path(__file__).parents[2] / "source_texts" / "reference"


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
    """The generated files by path below docs/, and the top-level names that belong to the generator alone."""

    files: Mapping[str, bytes]
    owned: frozenset[str]
    problems: tuple[Problem, ...] = ()


def build(sources: Path, docs: Path, check: bool = False, strict: bool = False) -> BuildResult:
    """Builds docs/ from `sources` (notices/, reference/), or with `check` only compares it.

    With `strict` a Problem that is an error keeps docs/ as it is.
    """
    tree = generate(sources)
    if check:
        return BuildResult(tree.problems, differences=tuple(writing.check_tree(docs, tree.files, tree.owned)))
    if strict and any(problem.severity is Severity.ERROR for problem in tree.problems):
        return BuildResult(tree.problems)
    changed = writing.write_tree(docs, tree.files, tree.owned)
    return BuildResult(tree.problems, changed=tuple(changed), written=True)


def generate(sources: Path) -> Tree:
    """All generated files for one folder of sources; touches nothing."""
    corpus, problems = understand(sources)
    originals = reading.read_originals(sources / "notices", corpus.sources)
    data = tuple(publishing.data_pages(corpus))
    pages = build_pages(corpus, reading.read_levels(reference_file(sources, "levels.yml")), originals, data)
    files = {page.path: _bytes(page.content) for page in (*pages, *data)}
    return Tree(files, frozenset(path.partition("/")[0] for path in files), problems)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def understand(sources: Path) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus that a folder of sources holds, with all that was found in it, and the problems met."""
    levels = reading.read_levels(reference_file(sources, "levels.yml"))
    problems: list[Problem] = []
    limits = reading.DEFAULTS
    if (own := sources / "reference" / "limits.yml").is_file():
        try:
            limits = reading.load_limits(own, "reference/limits.yml")
        except reading.NodeError as error:
            problems.append(error.problem)
    read, found = reading.read_notices(sources / "notices", limits)
    sidecars, faults = reading.read_sidecars(sources / "notices", read, [level.id for level in levels])
    slugs = slug_names([source.name for source in read])
    notices: list[Notice] = []
    problems += (*found, *faults)
    for source in read:
        documents, met = _documents(source, slugs[source.name], levels, sidecars.get(source.name))
        notices += documents
        problems += met
    glossary, faults = reading.read_glossary(reference_file(sources, "glossary.yml"))
    mentions = find_mentions(glossary.entries, notices)
    complete = (sources / "reference" / "glossary.yml").is_file()
    terms, met = resolve_terms(glossary, notices, mentions, complete=complete)
    problems += (*faults, *met)
    return Corpus(read, tuple(notices), terms, mentions), tuple(sorted(problems))


def propose_terms(sources: Path, names: Sequence[str]) -> tuple[str, tuple[Problem, ...]]:
    """New entries for the glossary from the sources of these names, or from all; see `candidate_report`."""
    corpus, problems = understand(sources)
    glossary, _ = reading.read_glossary(reference_file(sources, "glossary.yml"))
    unknown = [
        Problem(name, 0, "没有这个来源", "写来源文件夹里的文件名") for name in names if name not in _sources(corpus)
    ]
    notices = [notice for notice in corpus.notices if not names or notice.source in names]
    report = candidate_report(
        find_candidates(notices, glossary.entries, corpus.mentions),
        glossary,
        never_met(glossary.entries, corpus.mentions),
        notices,
    )
    return report, (*problems, *unknown)


def _sources(corpus: Corpus) -> frozenset[str]:
    return frozenset(source.name for source in corpus.sources)


def _documents(
    source: Source, slug: str, levels: Sequence[Level], sidecar: Sidecar | None
) -> tuple[tuple[Notice, ...], tuple[Problem, ...]]:
    """The documents of one source as its editor wants them; a pure function of the source and its sidecar."""
    if sidecar is None:
        return parse(source, slug, mend(source), levels), ()
    rejected = frozenset(d.line for d in sidecar.repairs if not d.confirmed)
    confirmed = frozenset(d.line for d in sidecar.repairs if d.confirmed)
    starts = tuple(d.starts for d in sidecar.documents if d.starts is not None)
    return decide(parse(source, slug, mend(source, rejected, confirmed), levels, starts), sidecar)


def reference_file(sources: Path, name: str) -> Path:
    """The reference table of that name: the folder's own, else the one the project ships."""
    own = sources / "reference" / name
    return own if own.is_file() else SHIPPED_REFERENCE / name
