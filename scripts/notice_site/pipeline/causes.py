"""Puts the causes of faults first: what may follow from them is not reported until they are mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from notice_site.model import Problem, Severity
from notice_site.pipeline.reference import Reference
from notice_site.text.slugs import slug_names

_RECORD = "addresses/published.txt"


@dataclass(frozen=True, slots=True)
class Check:
    """What one check of the sources found; `name` says what it looks at."""

    name: str
    problems: tuple[Problem, ...]


def causes_first(*checks: Check) -> tuple[Problem, ...]:
    """The errors of the first check that has some, what was not checked because of them, and the warnings met.

    A table that cannot be read takes terms, packs and addresses with it: one slip in the glossary would be 283 errors.
    """
    warnings: list[Problem] = []
    for number, check in enumerate(checks):
        errors = sorted(problem for problem in check.problems if problem.severity is Severity.ERROR)
        warnings += sorted(problem for problem in check.problems if problem.severity is Severity.WARNING)
        if errors:
            left_out = "；".join(later.name for later in checks[number + 1 :])
            return (*errors, *([_unchecked(errors[0], left_out)] if left_out else []), *warnings)
    return tuple(warnings)


def with_addresses(problems: tuple[Problem, ...], of_addresses: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems met before, and those of addresses where none before them is an error."""
    if any(problem.severity is Severity.ERROR for problem in problems):
        return problems
    return causes_first(Check("", (*problems, *of_addresses)))


def missing_sources(reference: Reference, present: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for each page of a document that was published and has no source any more."""
    slugs = {*slug_names(present, reference.published_in("notices")).values()}
    gone = sorted(reference.published_in("notices") - slugs - {"index"})
    published = reference.addresses.published
    return tuple(
        Problem(
            _RECORD,
            published[address],
            f"已发布的 {address} 没有原件了：notices/ 里名为 {slug} 的文件不见了",
            f"恢复原件；改名的，用 make rename；撤下的，在 addresses/redirects.yml 写“{address}: {{withdrawn: 理由}}”",
        )
        for slug in gone
        if (address := f"notices/{slug}.html") in published
    )


def _unchecked(cause: Problem, names: str) -> Problem:
    return Problem(cause.file, 0, f"因上列错误，没有检查：{names}", "先改正上列错误", Severity.WARNING)
