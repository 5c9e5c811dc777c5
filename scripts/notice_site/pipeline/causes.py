"""Puts the causes of faults first: what may follow from them is not reported until they are mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from notice_site.model import Problem, Severity
from notice_site.pipeline.reference import Reference
from notice_site.text.slugs import slug, slug_names

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
    names = [*present]
    slugs = {*slug_names(names, reference.published_in("notices")).values()}
    published, withdrawn = reference.addresses.published, reference.addresses.withdrawn
    problems: list[Problem] = []
    for spelled in sorted(reference.published_in("notices") - slugs - {"index"}):
        address = f"notices/{spelled}.html"
        if address not in published or address in withdrawn:
            continue
        alike = [name for name in names if slug(name) == spelled]
        if len(alike) > 1:
            message = f"{'、'.join(alike)} 读音相同，都会用已发布的地址 {address}"
            problems.append(Problem(alike[-1], 0, message, "给后放入的那个文件换名"))
            continue
        advice = (
            f"恢复原件；改名的，用 make rename；撤下的，在 addresses/redirects.yml 写“{address}: {{withdrawn: 理由}}”"
        )
        message = f"已发布的 {address} 没有原件了：notices/ 里名为 {spelled} 的文件不见了"
        problems.append(Problem(_RECORD, published[address], message, advice))
    return tuple(problems)


def _unchecked(cause: Problem, names: str) -> Problem:
    return Problem(cause.file, 0, f"因上列错误，没有检查：{names}", "先改正上列错误", Severity.WARNING)
