"""Builds docs/ from sources, or compares it with what they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from notice_site import reading
from notice_site.execution.cache import NO_CACHE, ResultCache, fingerprint
from notice_site.execution.output_tree import rewrite_tree
from notice_site.execution.tree_difference import difference, differences
from notice_site.model import Problem, Severity
from notice_site.pages.core.addresses import TABLE as REDIRECTS
from notice_site.pages.core.addresses import Addresses, listed, lost_addresses, record_of, redirect_problems
from notice_site.pages.core.redirects import gone_with_documents
from notice_site.pipeline.causes import with_addresses
from notice_site.pipeline.files import Tree, known_addresses, make_files, make_tree, owned_names
from notice_site.pipeline.incremental import UnchangedFiles
from notice_site.pipeline.understand import understand_with_fingerprints

_PAGES_SHOWN = 3  # in a warning; the pages say it themselves


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What one build found and did.

    `changed` names the generated files that were written or removed, `differences` those that a check found
    to differ, one line each. `written` is False where the build was a check, or strict and saw an error: then
    docs/ is as it was. `owned` names what in docs/ belongs to the generator.
    """

    problems: tuple[Problem, ...]
    changed: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    written: bool = False
    owned: frozenset[str] = frozenset()


def build(
    sources: Path, docs: Path, check: bool = False, strict: bool = False, cache: ResultCache = NO_CACHE
) -> BuildResult:
    """Builds docs/ from `sources` (notices/, reference/), or with `check` only compares it.

    With `strict` a Problem that is an error keeps docs/ as it is. `cache` is what earlier builds found out.
    """
    reference, corpus, fingerprints = understand_with_fingerprints(sources, cache)
    recorded = reference.addresses

    def problems(paths: Iterable[str]) -> tuple[Problem, ...]:
        return with_addresses(corpus.problems, address_problems(known_addresses(corpus, paths), recorded))

    make = partial(
        make_files, sources, corpus, reference,
        redirects=recorded.redirects, cache=cache, fingerprints=fingerprints if cache.is_enabled else None,
    )  # fmt: skip
    if check:
        compared = make(lambda path, content: difference(docs, path, content))
        lines = differences(docs, compared, owned_names(compared))
        return BuildResult(problems(compared), differences=tuple(lines))
    with rewrite_tree(docs) as tree:
        tables = (*reference.digests.values(), fingerprint(*recorded.redirects))
        unchanged = UnchangedFiles(cache, tree, tables)
        is_changed = make(tree.put, unchanged=unchanged, outcome_if_unchanged=False)
        all_problems = problems(is_changed)
        if strict and any(problem.severity is Severity.ERROR for problem in all_problems):
            return BuildResult(all_problems, owned=owned_names(is_changed))
        changed = tree.publish(is_changed, owned_names(is_changed))
    unchanged.put(docs)
    return BuildResult(all_problems, changed=tuple(changed), written=True, owned=owned_names(is_changed))


def generate(sources: Path) -> Tree:
    """All generated files for one folder of sources; touches nothing."""
    reference, corpus, _ = understand_with_fingerprints(sources)
    tree = make_tree(sources, corpus, reference, redirects=reference.addresses.redirects)
    lost = address_problems(tree.addresses, reference.addresses)
    return replace(tree, problems=with_addresses(tree.problems, lost))


def address_problems(current: Addresses, recorded: reading.Addresses) -> tuple[Problem, ...]:
    """What is wrong with the redirects, and what was published and is lost though all others are followed."""
    wrong = redirect_problems(current, recorded.redirects)
    followed = [redirect for redirect in recorded.redirects if redirect not in wrong]
    gone = gone_with_documents(current.keys(), recorded.redirects, recorded.published)
    misled = {redirect.old.partition("#")[0] for redirect in wrong}  # their redirects are the cause
    published = {
        address: line
        for address, line in recorded.published.items()
        if address not in gone and address.partition("#")[0] not in misled
    }
    return (*wrong.values(), *lost_addresses(current, published, followed), *_gone(gone))


def _gone(addresses: Sequence[str]) -> Iterator[Problem]:
    """One warning for the pages that are gone with withdrawn documents."""
    if addresses:
        shown = "、".join(addresses[:_PAGES_SHOWN]) + ("…" if len(addresses) > _PAGES_SHOWN else "")
        message = f"随撤下的文件不再有的网页有 {len(addresses)} 个：{shown}"
        yield Problem(REDIRECTS, 0, message, "各页改为说明并转到目录；不该消失的，恢复它", Severity.WARNING)


def unrecorded_addresses(sources: Path) -> tuple[list[str], str, tuple[Problem, ...]]:
    """The addresses that the folder of sources now gives and has not recorded, the record with them, the problems."""
    tree = generate(sources)
    recorded, _ = reading.read_addresses(sources / "addresses")
    new = [address for address in listed(tree.addresses) if address not in recorded.published]
    return new, record_of(recorded.published, tree.addresses), tree.problems
