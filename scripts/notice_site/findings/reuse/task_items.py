"""Finds where the items of a task stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_site.model import Notice, Ref, Task


def item_refs(task: Task, notice: Notice) -> Iterator[Ref]:
    """The places of the items of a task, in their order.

    Items are words of the task, one behind the other; those of a list below it stand in blocks of their own. An item
    that is not found stands for the whole task, once: nothing is quoted that the source has not.
    """
    below = [block.id for block in notice.blocks if block.parent == task.ref.block]
    at = task.ref.start
    lost = False
    for item in task.items:
        found = _find(notice, item, [(task.ref.block, at, task.ref.end), *((id, 0, None) for id in below)])
        if found is None:
            found = _find(notice, item, [(task.ref.block, task.ref.start, task.ref.end)])
        if found is not None:
            at = found.end if found.block == task.ref.block else at
            yield found
        elif not lost:
            lost = True
            yield task.ref


def _find(notice: Notice, item: str, places: Sequence[tuple[str, int, int | None]]) -> Ref | None:
    for block, start, end in places:
        text = notice.block(block).text
        found = text.find(item, start, len(text) if end is None else end)
        if found >= 0:
            return Ref(notice.id, block, found, found + len(item))
    return None
