"""Builds docs/ from sources, or compares it with what they give."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from notice_site import reading
from notice_site.execution import output_tree
from notice_site.execution.cache import NO_CACHE, ResultCache, fingerprint
from notice_site.model import Problem, Severity
from notice_site.pages.core.addresses import Addresses, listed, lost_addresses, record_of, redirect_problems
from notice_site.pages.kinds import KINDS
from notice_site.pipeline.files import Tree, known_addresses, make_files, make_tree, owned_names
from notice_site.pipeline.incremental import UnchangedFiles
from notice_site.pipeline.understand import understand_with_fingerprints

Kept = TypeVar("Kept")


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


def build(
    sources: Path, docs: Path, check: bool = False, strict: bool = False, cache: ResultCache = NO_CACHE
) -> BuildResult:
    """Builds docs/ from `sources` (notices/, reference/), or with `check` only compares it.

    With `strict` a Problem that is an error keeps docs/ as it is. `cache` is what earlier builds found out.
    """
    reference, corpus, fingerprints = understand_with_fingerprints(sources, cache)
    kept = reference.addresses

    def problems(paths: Iterable[str]) -> tuple[Problem, ...]:
        return tuple(sorted((*corpus.problems, *address_problems(known_addresses(corpus, paths), kept))))

    def made(keep: Callable[[str, bytes], Kept], known: tuple[UnchangedFiles, Kept] | None = None) -> dict[str, Kept]:
        own = fingerprints if cache.is_enabled else None
        return make_files(sources, corpus, reference, keep, None, KINDS, kept.redirects, cache, own, known)

    if check:
        found = made(lambda path, content: output_tree.difference(docs, path, content))
        return BuildResult(problems(found), differences=tuple(output_tree.differences(docs, found, owned_names(found))))
    with output_tree.rewrite_tree(docs) as tree:
        known = UnchangedFiles(cache, tree, (*reference.digests.values(), fingerprint(*kept.redirects)))
        put = made(tree.put, (known, False))
        met = problems(put)
        if strict and any(problem.severity is Severity.ERROR for problem in met):
            return BuildResult(met)
        changed = tree.publish(put, owned_names(put))
    known.put(docs)
    return BuildResult(met, changed=tuple(changed), written=True)


def generate(sources: Path) -> Tree:
    """All generated files for one folder of sources; touches nothing."""
    reference, corpus, _ = understand_with_fingerprints(sources)
    tree = make_tree(sources, corpus, reference, redirects=reference.addresses.redirects)
    lost = address_problems(tree.addresses, reference.addresses)
    return replace(tree, problems=tuple(sorted((*tree.problems, *lost))))


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
