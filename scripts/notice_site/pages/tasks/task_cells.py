"""Writes the parts of a task that pages show: who, what, by when, on whose words, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from notice_site.model import Notice, Quantity, Task
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.section_paths import section_name
from notice_site.pages.core.site import Site

INDEX = Location("tasks/index.md")
NUMBERS = Location("tasks/numbers.md")
UNSTATED = "unstated"
"""Stands for a level where a task's addressee is worded nowhere."""
SCOPE = "scope"
"""The type of tasks that say who takes part: their words name levels without an addressee."""

_SPACE = Markdown(" ")


@dataclass(frozen=True)
class TaskIndex:
    """The tasks of a site by document and by level, in the order of the documents."""

    site: Site
    notices: Mapping[str, Notice]
    by_notice: Mapping[str, Sequence[Task]]

    @cached_property
    def levels(self) -> Sequence[str]:
        """The ids of all levels and kinds that a task names, in the order of the table; `UNSTATED` last."""
        met = {level for tasks in self.by_notice.values() for task in tasks for level in levels_of(task)}
        return [level for level in (*self.site.levels, UNSTATED) if level in met]

    def of_level(self, level: str, notice: str) -> list[Task]:
        """What the document asks of that level, in its order."""
        return self._of_levels.get((level, notice), [])

    @cached_property
    def _of_levels(self) -> Mapping[tuple[str, str], list[Task]]:
        by_level: dict[tuple[str, str], list[Task]] = {}
        for notice, tasks in self.by_notice.items():
            for task in tasks:
                for level in dict.fromkeys(levels_of(task)):
                    by_level.setdefault((level, notice), []).append(task)
        return by_level


def task_index(site: Site) -> TaskIndex:
    """The tasks of the corpus, sorted by where they stand."""
    return TaskIndex(site, {notice.id: notice for notice in site.corpus.all_notices}, site.tasks)


def levels_of(task: Task) -> tuple[str, ...]:
    """The levels under which a task is listed: those that its own words name, or that an editor set."""
    is_named = task.addressee is not None or task.type == SCOPE or task.decided
    return (task.levels if is_named else ()) or (UNSTATED,)


def level_name(level: str, site: Site) -> str:
    """How a level or kind is called; `UNSTATED` says that the text names nobody."""
    return "对象未写明" if level == UNSTATED else site.levels[level]


def level_place(level: str, number: int = 0) -> Location:
    """The page of a level; the number counts its pages from 0."""
    return Location(f"tasks/{level}-{number + 1}.md" if number else f"tasks/{level}.md")


def who(task: Task) -> Markdown:
    """The addressee as worded, said to be carried over where it is; or that none is worded."""
    if task.addressee is None:
        return md.span(Markdown("未写明"), classes=["missing"])
    name = md.span(md.escape(task.addressee), classes=["addressee"])
    if not task.carried:
        return name
    return md.joined([name, md.span(Markdown("对象承上句"), classes=["tag"])], _SPACE)


def remarks(task: Task, book: TaskIndex, page: str) -> list[Markdown]:
    """What a reader must know beside the words: to whom, on whose words, left to choice, decided by a person."""
    found = []
    if task.partners is not None:
        found.append(md.span(md.escape(f"配合：{task.partners}"), classes=["target"]))
    if task.target is not None:
        found.append(md.span(md.escape(f"涉及：{task.target}"), classes=["target"]))
    if task.quoted_from is not None:
        found.append(md.span(_source(task.quoted_from, book, page), classes=["attribution"]))
    if task.optional:
        found.append(md.span(Markdown("可自行决定"), classes=["tag"]))
    if task.decided:
        found.append(md.span(Markdown("人工核定"), classes=["tag"]))
    return found


def _source(quoted_from: str, book: TaskIndex, page: str) -> Markdown:
    if notice := book.notices.get(quoted_from):
        place = book.site.links.notice(notice.id).relative_to(page)
        return md.joined([Markdown("转引"), md.link(md.escape(labels_zh.cite(notice)), place)])
    return md.escape(f"转引《{quoted_from}》（未收录）")


def limits(task: Task) -> list[Markdown]:
    """The deadline of a task, as found, its numbers, and the case in which it holds."""
    deadline = [md.escape(task.deadline)] if task.deadline else []
    condition = [md.escape(f"条件：{task.condition}")] if task.condition else []
    return [*deadline, *(md.escape(amount(quantity)) for quantity in task.quantity), *condition]


def amount(quantity: Quantity) -> str:
    """Writes a number in signs: ≥ 5 次; 几个 where the words give no number."""
    if quantity.number is None:
        return quantity.comparator
    return f"{quantity.comparator} {labels_zh.number(quantity.number)} {quantity.unit}"


def source(task: Task, book: TaskIndex, page: str) -> Markdown:
    """A link to the exact words, named after the section that they stand in."""
    notice = book.notices[task.ref.notice]
    name = place_name(notice, task.ref.block)
    return md.link(md.escape(name), book.site.links.words(task.ref).relative_to(page), classes=["source"])


def place_name(notice: Notice, block_id: str) -> str:
    """Names the section of a block: 二、（一）; 正文 where no section around it has a label."""
    return section_name(notice.block_or_none(block_id), notice.block_or_none)


def downloads(site: Site, page: str, name: str) -> Markdown:
    """Links to the data files of that name; nothing where none was published."""
    files = [file for file in site.data if file.path.removeprefix("data/").partition(".")[0] == name]
    links = [
        md.link(
            md.escape(file.path.rpartition(".")[2].upper()),
            Location(file.path).relative_to(page),
            named={"download": file.path.removeprefix("data/")},
        )
        for file in files
    ]
    if not links:
        return md.EMPTY
    return md.paragraph(md.joined([Markdown("下载："), *links], Markdown(" ")), classes=["downloads"])
