"""Puts the addressees of two documents into classes that can be laid beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from notice_site.model import Level, Task
from notice_site.model.frozen import dataclass

LISTS_OF_ADDRESSEES = ("scope", "focus")
"""Types of tasks whose items are themselves addressees."""


@dataclass(frozen=True)
class AddresseeClasses:
    """The table of levels, and how far down the derived document begins."""

    levels: Sequence[Level]
    derived_level: str | None

    def of(self, task: Task) -> tuple[str, ...] | None:
        """The class of those whom a task addresses, as ids of levels and kinds; None where nobody is named.

        A document of a district cannot speak to a city: 市、县领导班子 of the base and 区领导班子 of the district are
        one class. Units that every level has are those of the district there: 市、县直属单位, 区直单位. Who takes part
        (`scope`), and on whom the work centres (`focus`), is a list of its own.
        """
        if task.type in LISTS_OF_ADDRESSEES:
            return (task.type,)
        if task.addressee is None or not task.levels:
            return None
        ranks = [level.id for level in self.levels if level.issuers]
        named = [id for id in ranks if id in task.levels]
        if self.derived_level in ranks:
            within = [id for id in named if ranks.index(id) >= ranks.index(self.derived_level)]
            named = within or named
        kinds = {*task.levels} - {*ranks}
        if named == [self.derived_level] and any(level.own for level in self.levels if level.id in kinds):
            named = []
        return tuple(level.id for level in self.levels if level.id in kinds or level.id in named)
