"""Says in the margin of a notice which numbers its duties demand, and how other documents have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from notice_site.model import Notice, Quantity
from notice_site.pages.comparison.short_names import place_and_genre
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.margin_notes import MarginNote
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.quantities import NumberRow, number_rows
from notice_site.pages.tasks.task_cells import NUMBERS
from notice_site.text.quantities import ABOUT, AT_LEAST, AT_MOST
from notice_site.text.quantity_comparison import BASIS, LOOSER, SAME, STRICTER

_BOUNDED = {AT_LEAST: "不少于", AT_MOST: "不超过", ABOUT: "约"}
"""Numbers with a bound, as the margin words them; a plain number says itself in the text."""

_AGAINST = {SAME: "与{name}相同", STRICTER: "要求高于{name}", LOOSER: "要求低于{name}"}
_OF_BASIS = {SAME: SAME, STRICTER: LOOSER, LOOSER: STRICTER}
"""How the basis stands to a number that is stricter than it: looser."""

ComparedNumber = tuple[NumberRow, Sequence[NumberRow]]
"""A number, and what the margin compares it with: the basis of its group, or for the basis all others."""


def compared_numbers(site: Site) -> dict[str, list[ComparedNumber]]:
    """Finds the numbers of each document, with those of other documents for the same duty."""
    groups: dict[int, list[NumberRow]] = {}
    for row in site.once(number_rows):
        groups.setdefault(row.compared.group, []).append(row)
    found: dict[str, list[ComparedNumber]] = {}
    for group in groups.values():
        for row in group:
            others = group[1:] if row is group[0] else group[:1]
            found.setdefault(row.notice.id, []).append((row, others))
    return found


def margin_numbers(site: Site) -> Callable[[Notice], Iterator[MarginNote]]:
    """Writes each number that a duty bounds, 不少于 3 个月, and what other documents have: 与中央意见相同."""
    numbers = site.once(compared_numbers)

    def notes(notice: Notice) -> Iterator[MarginNote]:
        seen = set()
        for row, others in numbers.get(notice.id, ()):
            task, quantity = row.task, row.quantity
            if quantity.number is None or (quantity.comparator not in _BOUNDED and not others):
                continue
            words = _worded(quantity)
            text = notice.block(task.ref.block).text
            at = task.ref.start + max(text[task.ref.start :].find(quantity.wording), 0)
            if (task.ref.block, at, words) not in seen:
                seen.add((task.ref.block, at, words))
                compared = _against(row, others, site) if others else md.EMPTY
                yield MarginNote(task.ref.block, at, "number", md.escape(words), compared)

    return notes


def _worded(quantity: Quantity) -> str:
    bound = f"{_BOUNDED[quantity.comparator]} " if quantity.comparator in _BOUNDED else ""
    return f"{bound}{labels_zh.number(quantity.number)} {quantity.unit}".rstrip()


def _against(row: NumberRow, others: Sequence[NumberRow], site: Site) -> Markdown:
    """Says how a number stands to another one, and leads to its words; of several it leads to the table."""
    page = site.links.notice(row.notice.id).file
    if len(others) > 1:
        link = md.link(Markdown(f"另 {len(others)} 件"), NUMBERS.relative_to(page))
        return md.joined([link, Markdown("有同一要求的数量")])
    other = others[0]
    relation = row.compared.relation
    if relation == BASIS:
        relation = _OF_BASIS.get(other.compared.relation, other.compared.relation)
    words = _AGAINST.get(relation, "参看{name}")
    name = place_and_genre(other.notice, site) or labels_zh.cite(other.notice)
    value = "" if relation == SAME else f"（{_worded(other.quantity)}）"
    link = md.link(md.escape(name), site.links.words(other.task.ref).relative_to(page))
    before, after = words.split("{name}")
    return md.joined([Markdown(before), link, md.escape(value), Markdown(after)])
