"""Source files in, the generated part of docs/ and what the editor must know out: the order of the stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from notice_site import publishing, reading, writing
from notice_site.findings.mentions import find_mentions
from notice_site.findings.quotations import resolve_terms
from notice_site.mending import mend
from notice_site.model import Corpus, Problem, Severity
from notice_site.naming import slug_names
from notice_site.pages import build_pages
from notice_site.parsing import parse

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
    levels = reading.read_levels(reference_file(sources, "levels.yml"))
    data = {page.path: _bytes(page.content) for page in publishing.data_pages(corpus)}
    pages = build_pages(corpus, levels, originals, data)
    files = {page.path: _bytes(page.content) for page in pages} | data
    return Tree(files, frozenset(path.partition("/")[0] for path in files), problems)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def understand(sources: Path) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus that a folder of sources holds, with all that was found in it, and the problems met."""
    problems: list[Problem] = []
    levels = reading.read_levels(reference_file(sources, "levels.yml"))
    read, found = reading.read_notices(sources / "notices")
    problems += found
    slugs = slug_names([source.name for source in read])
    notices = tuple(
        notice
        for source in read
        for notice in parse(source, slugs[source.name], mend(source), levels)
    )
    glossary, found = reading.read_glossary(reference_file(sources, "glossary.yml"))
    problems += found
    mentions = find_mentions(glossary.entries, notices)
    own = (sources / "reference" / "glossary.yml").is_file()
    terms, found = resolve_terms(glossary, notices, mentions, complete=own)
    problems += found
    return Corpus(read, notices, terms, mentions), tuple(sorted(problems))


def reference_file(sources: Path, name: str) -> Path:
    """The reference table of that name: the folder's own, else the one the project ships."""
    own = sources / "reference" / name
    return own if own.is_file() else SHIPPED_REFERENCE / name
