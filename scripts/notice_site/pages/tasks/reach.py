"""Tells whom a document speaks to besides those that its tasks name: 各级党组织 are on every level below its issuer."""

from __future__ import annotations

from collections.abc import Sequence

from notice_site.findings.tasks.document_levels import KINDS_OF_UNIT, UNIT
from notice_site.model import Notice, Task
from notice_site.pages.core.site import Site

_EVERY_UNIT = "every-unit"
"""The id of the kind 各级各单位: 各单位, 各地区各部门."""


def speaks_to_all(task: Task) -> bool:
    """Whether a task is asked at every level: its addressee is 各级 or 各单位, not one level's.

    takes: 各级党组织, 各地各单位; not: 县级领导干部, 各乡镇
    """
    return task.addressee is not None and ("各级" in task.addressee or _EVERY_UNIT in task.levels)


def _speaks_to_all_recipients(task: Task, notice: Notice) -> bool:
    """Whether a task names nobody in a document that is sent to every level: 主送 各级党组织."""
    return task.addressee is None and task.type != "scope" and "各级" in (notice.recipients or "")


def asked_of_every_level(site: Site, notice: Notice, tasks: Sequence[Task], level: str) -> list[Task]:
    """The tasks of a document that are asked of a level without naming it.

    Only of levels below the document's; of all levels where its own is not known. Schools, firms and associations are
    units, which stand below all.
    """
    ranks = [rank for rank in site.levels if rank in site.ranks]
    is_unit = level in KINDS_OF_UNIT
    if level not in ranks and not (is_unit and notice.level != UNIT):
        return []
    above = ranks.index(notice.level) if notice.level in ranks else -1
    if not is_unit and ranks.index(level) <= above:
        return []
    return [task for task in tasks if speaks_to_all(task) or _speaks_to_all_recipients(task, notice)]
