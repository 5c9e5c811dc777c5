"""Gathers what the documents ask of one class of addressees: the content of its sheet, for the page, a print or Word.

`sheet_of` is a pure function from the tasks of a site to a `Sheet`. Its parts (要解决的问题, 要做的事, 数量, 时限,
范围和重点对象) hold a column for each level of document, a column holds groups, and a group holds clauses, each a
quotation with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from notice_site.model import Notice, Task
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core.carrier_facts import from_carrier
from notice_site.pages.core.links import Location
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.reach import asked_of_every_level
from notice_site.pages.tasks.task_cells import TaskIndex, amount, level_name, place_name

PARTS = {
    "problems": "要解决的问题",
    "actions": "要做的事",
    "numbers": "数量",
    "times": "时限",
    "reach": "范围和重点对象",
}
"""The titles of the parts by their id, in the order of the sheet."""

_PART_OF_TYPE = {
    "problem": "problems",
    "finding": "problems",
    "action": "actions",
    "support": "actions",
    "quantity": "numbers",
    "time": "times",
    "scope": "reach",
    "focus": "reach",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """One duty: its words, and where they stand; `section` names the place (三、(一)), `place` is its address."""

    task: Task
    notice: Notice
    section: str
    place: Location

    @property
    def words(self) -> tuple[str, ...]:
        """The items of the duty as quoted from the document; its whole sentence where none was cut out."""
        return self.task.items or (self.task.quote,)

    @property
    def amounts(self) -> tuple[str, ...]:
        """Its numbers in signs: ≥ 3 天."""
        return tuple(map(amount, self.task.quantity))

    @property
    def due(self) -> str | None:
        """The ISO day, month or year by which it is due, or from which it holds; None where none is known."""
        return self.task.deadline_end or self.task.deadline_start


@dataclass(frozen=True, slots=True)
class Group:
    """Clauses of a document that follow each other and name the same addressee.

    `addressee` is as worded, None where nobody is named. `quoted_from` names the document whose words these are, "" for
    the document's own.
    """

    notice: Notice
    addressee: str | None
    quoted_from: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What the documents of one level ask; `level` is None where their level is not known."""

    level: str | None
    name: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A part of a sheet, with a column for each level of document that has something in it, outermost first."""

    id: str
    title: str
    columns: tuple[Column, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses of the part, column by column."""
        return tuple(clause for column in self.columns for group in column.groups for clause in group.clauses)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the documents ask of one class of addressees.

    - `asking`: the documents that name the class, in the order given
    - `parts`: the parts that hold something, in the order of `PARTS`; each duty stands in one of them. The part 时限 is
      there for the deadlines of other parts too, without columns where it has no duties of its own
    - `columns`: the same duties in the order of the texts, not divided into parts
    - `to_all`: what other documents ask of every level, by document; the class is not named in these
    - `silent`: the documents that say nothing to the class
    """

    level: str
    name: str
    asking: tuple[Notice, ...]
    parts: tuple[SheetPart, ...]
    columns: tuple[Column, ...]
    to_all: tuple[tuple[Notice, tuple[Clause, ...]], ...]
    silent: tuple[Notice, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses of the sheet, part by part."""
        return tuple(clause for part in self.parts for clause in part.clauses)

    @property
    def deadlines(self) -> tuple[Clause, ...]:
        """The clauses of all parts with a deadline of which a date is known, the earliest first."""
        return tuple(sorted((clause for clause in self.clauses if clause.due), key=lambda clause: clause.due or ""))


def sheet_of(book: TaskIndex, level: str, notices: Sequence[Notice]) -> Sheet:
    """Gathers the sheet of a class (an id of levels.yml, or `UNSTATED`) from these documents, in their order."""
    site = book.site
    by_notice = {notice.id: book.of_level(level, notice.id) for notice in notices}
    clauses = [_clause(task, notice, site) for notice in notices for task in by_notice[notice.id]]
    parts = []
    has_deadline = any(clause.due for clause in clauses)
    for id, title in PARTS.items():
        of_part = [clause for clause in clauses if _PART_OF_TYPE[clause.task.type] == id]
        if of_part or (id == "times" and has_deadline):
            parts.append(SheetPart(id, title, tuple(_columns(of_part, book))))
    to_all = []
    for notice in notices:
        if not by_notice[notice.id]:
            general = asked_of_every_level(site, notice, book.by_notice.get(notice.id, ()), level)
            if general:
                to_all.append((notice, tuple(_clause(task, notice, site) for task in general)))
    spoken = {notice.id for notice, _ in to_all}
    return Sheet(
        level,
        level_name(level, site),
        tuple(notice for notice in notices if by_notice[notice.id]),
        tuple(parts),
        tuple(_columns(clauses, book)),
        tuple(to_all),
        tuple(notice for notice in notices if not by_notice[notice.id] and notice.id not in spoken),
    )


def _clause(task: Task, notice: Notice, site: Site) -> Clause:
    return Clause(task, notice, place_name(notice, task.ref.block), site.links.words(task.ref))


def _columns(clauses: Sequence[Clause], book: TaskIndex) -> Iterator[Column]:
    """Sorts clauses into the levels of their documents; one without a level takes that of its carrier."""
    site = book.site
    by_level: dict[str | None, list[Clause]] = {}
    for clause in clauses:
        carrier = from_carrier(clause.notice, site.notices).level
        by_level.setdefault(carrier.level if carrier else clause.notice.level, []).append(clause)
    for level in (*site.levels, None):
        if level in by_level:
            name = site.levels[level] if level else labels_zh.LEVEL_UNKNOWN
            yield Column(level, name, tuple(_groups(by_level[level], book)))


def _groups(clauses: Sequence[Clause], book: TaskIndex) -> Iterator[Group]:
    """Puts clauses of a document with one addressee together; where it quotes another document stands last."""

    def key(clause: Clause) -> tuple[str, str, str | None]:
        return clause.notice.id, clause.task.quoted_from or "", clause.task.addressee

    documents = {clause.notice.id: number for number, clause in enumerate(reversed(clauses))}
    ordered = sorted(clauses, key=lambda clause: (-documents[clause.notice.id], clause.task.quoted_from is not None))
    for (_, quoted_from, addressee), run in groupby(ordered, key):
        members = tuple(run)
        yield Group(members[0].notice, addressee, _quoted_name(quoted_from, book), members)


def _quoted_name(quoted_from: str, book: TaskIndex) -> str:
    notice = book.notices.get(quoted_from)
    return labels_zh.cite(notice) if notice else f"《{quoted_from}》" if quoted_from else ""
