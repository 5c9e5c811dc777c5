"""Writes the sheet of a class: what is asked of it, part by part, the levels of the documents side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from notice_site.model import Notice
from notice_site.pages.comparison.short_names import place_and_genre
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import carrier_with_day, known_day
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import dated_or_not, level_cell, missing, with_state
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.aligned_problems import aligned_problems
from notice_site.pages.tasks.sheet import Clause, Column, Group, Sheet, SheetPart
from notice_site.pages.tasks.task_cells import UNSTATED

_SPACE = Markdown(" ")

_MOST_LISTED = 12
"""Documents that are listed above the sheet; more are folded, because the sheet names each where it asks something."""

_WIDEST_COLUMN = 3
"""Times that a column may be as wide as the narrowest: narrower ones would break words."""


class SheetPage:
    """Writes the blocks of a sheet for the Markdown file `page`."""

    def __init__(self, sheet: Sheet, site: Site, page: str) -> None:
        self._sheet, self._site, self._page = sheet, site, page
        self._short = short_names((*sheet.asking, *sheet.silent, *(notice for notice, _ in sheet.to_all)), site)

    def blocks(self) -> Markdown:
        """The documents, the parts, the line of deadlines, and what is said of the documents that name nobody here."""
        return md.region(
            md.stacked(self._documents(), *map(self._part, self._sheet.parts), self._closing()),
            classes=["sheet"],
        )

    def _documents(self) -> Markdown:
        lines = [
            md.joined(
                [
                    level_cell(notice, self._site),
                    self._name(notice, labels_zh.cite(notice), id=f"in-{notice.id}"),
                    self._date(notice),
                ],
                _SPACE,
            )
            for notice in self._sheet.asking
        ]
        listed = md.region(md.bullets(lines), classes=["sheet-documents"])
        if len(lines) <= _MOST_LISTED:
            return listed
        return md.folded(Markdown(f"提出要求的文件 {len(lines)} 件"), listed)

    def _date(self, notice: Notice) -> Markdown:
        if known_day(notice) or carrier_with_day(notice, self._site.notices):
            return dated_or_not(notice, self._site)
        return missing(labels_zh.DATE_UNSTATED)

    def _name(self, notice: Notice, name: str, id: str = "") -> Markdown:
        link = md.link(md.escape(name), self._site.links.notice(notice.id).relative_to(self._page))
        return with_state(md.span(link, id=id, classes=["doc-name"]), notice)

    # --- the parts --------------------------------------------------------------------------------

    def _part(self, part: SheetPart) -> Markdown:
        """Writes a part; what has a date by which it is due stands on the line of deadlines, not in a column."""
        line, shown = md.EMPTY, part.columns
        if part.id == "times":
            line, shown = self._deadlines(), tuple(_undated(part.columns))
        return md.region(
            md.stacked(
                md.heading(2, Markdown(part.title), id=part.id),
                line,
                self._columns(shown),
                aligned_problems(self._sheet, self._site, self._page) if part.id == "problems" else md.EMPTY,
            ),
            tag="section",
            classes=["sheet-part", f"part-{part.id}"],
        )

    def _columns(self, columns: Sequence[Column]) -> Markdown:
        """The columns beside each other; where one is much the longest, paper has them one after another."""
        widths, lengths = column_widths(columns), column_lengths(columns)
        written = [self._column(column, width) for column, width in zip(columns, widths, strict=True)]
        uneven = max(lengths, default=0) > _WIDEST_COLUMN * min(lengths, default=0)
        return md.region(md.stacked(*written), classes=["sheet-columns"] + ["uneven"] * uneven)

    def _column(self, column: Column, width: int) -> Markdown:
        documents = groupby(column.groups, lambda group: group.notice)
        blocks = [self._document(notice, groups, column.level) for notice, groups in documents]
        return md.region(md.stacked(*blocks), classes=["sheet-column", f"wide-{width}"])

    def _document(self, notice: Notice, groups: Iterable[Group], level: str | None) -> Markdown:
        """What one document asks, under its name."""
        head = md.joined([level_cell(notice, self._site), self._name(notice, self._short[notice.id])], _SPACE)
        return md.region(
            md.stacked(md.paragraph(head, classes=["column-head"]), *map(self._group, groups)),
            classes=["of-document"],
            named={"data-notice": notice.id, "data-level": level or "", "data-date": known_day(notice) or ""},
        )

    def side_by_side(self) -> Markdown:
        """The documents that name the class, a column each, all that they ask in one list; and the closing lines."""
        columns = [
            Column(column.level, column.name, tuple(groups))
            for column in self._sheet.columns
            for _, groups in groupby(column.groups, lambda group: group.notice)
        ]
        return md.stacked(self._columns(columns), self._closing())

    def _group(self, group: Group) -> Markdown:
        who = (
            md.span(md.escape(group.addressee), classes=["addressee"])
            if group.addressee is not None
            else md.span(Markdown("对象未写明"), classes=["missing"])
        )
        parts = [] if self._sheet.level == UNSTATED else [who]
        if group.quoted_from:
            parts.append(md.span(self._quoted(group), classes=["attribution"]))
        head = md.paragraph(md.joined(parts, _SPACE), classes=["group-head"]) if parts else md.EMPTY
        return md.region(md.stacked(head, md.bullets(map(self._clause, group.clauses))), classes=["clauses"])

    def _quoted(self, group: Group) -> Markdown:
        quoted = self._site.notices.get(group.clauses[0].task.quoted_from or "")
        if quoted is None:
            return md.escape(f"转引{group.quoted_from}（未收录）")
        place = self._site.links.notice(quoted.id).relative_to(self._page)
        name = self._short.get(quoted.id, group.quoted_from)
        return md.joined([Markdown("转引"), md.link(md.escape(name), place)])

    def _clause(self, clause: Clause) -> Markdown:
        amounts = [md.span(md.escape("，".join(clause.amounts)), classes=["amount"])] if clause.amounts else []
        words = [md.span(md.escape(words), classes=["item"]) for words in clause.words]
        return md.joined([*amounts, *words, *_remarks(clause), self._place(clause)], _SPACE)

    def _place(self, clause: Clause) -> Markdown:
        return md.link(md.escape(clause.section), clause.place.relative_to(self._page), classes=["source"])

    # --- the line of deadlines, and the closing line --------------------------------------------------

    def _deadlines(self) -> Markdown:
        """A list of the months in which something is due, drawn as a line."""
        clauses = self._sheet.deadlines
        if not clauses:
            return md.EMPTY
        items = []
        for month, of_month in groupby(clauses, _month):
            due = [self._due(clause) for clause in of_month]
            items.append(md.joined([md.span(md.escape(labels_zh.day(month)), classes=["month"]), *due], _SPACE))
        return md.region(md.numbered(items), classes=["deadline-line"])

    def _due(self, clause: Clause) -> Markdown:
        who = md.span(md.escape(clause.task.addressee or ""), classes=["addressee"])
        words = [
            md.span(md.escape(clause.task.deadline or ""), classes=["when"]),
            who if clause.task.addressee else md.EMPTY,
            md.span(md.escape(clause.words[0]), classes=["item"]),
            level_cell(clause.notice, self._site),
            self._place(clause),
        ]
        return md.span(md.joined(filter(None, words), _SPACE), classes=["due"], named={"data-notice": clause.notice.id})

    def _closing(self) -> Markdown:
        """Names the documents that speak to every level, and says once which say nothing to this class."""
        sheet, lines = self._sheet, []
        for notice, clauses in sheet.to_all[:MOST_NAMED]:
            first = md.link(
                Markdown(f"对各级提出 {len(clauses)} 条"), clauses[0].place.relative_to(self._page), classes=["source"]
            )
            lines.append(md.joined([self._name(notice, self._short[notice.id]), first], _SPACE))
        closing = []
        if lines:
            rest = f"等 {len(sheet.to_all)} 件。" if len(sheet.to_all) > MOST_NAMED else "。"
            words = md.joined(lines, Markdown("；"))
            closing.append(md.paragraph(md.joined([Markdown("未单列、但对各级提出要求的："), words, Markdown(rest)])))
        if sheet.silent and sheet.level != UNSTATED:
            closing.append(self._silent(sheet.silent))
        return md.region(md.stacked(*closing), classes=["sheet-closing"])

    def _silent(self, silent: Sequence[Notice]) -> Markdown:
        if len(silent) > MOST_NAMED:
            return md.paragraph(Markdown(f"其余 {len(silent)} 件{_SILENT}。"))
        names = md.joined((self._name(notice, self._short[notice.id]) for notice in silent), Markdown("；"))
        return md.paragraph(md.joined([Markdown(f"{_SILENT}："), names, Markdown("。")]))


_SILENT = "未提及（没有一条要求写明以此为对象）"

MOST_NAMED = 12
"""Documents that the closing line names; more are counted, so that no page grows with the corpus."""


def _remarks(clause: Clause) -> list[Markdown]:
    """What a reader must know beside the words."""
    task = clause.task
    found = []
    if task.type in _TYPES_SAID:
        found.append(md.span(Markdown(labels_zh.TASK_TYPES[task.type]), classes=["tag"]))
    if task.carried:
        found.append(md.span(Markdown("对象承上句"), classes=["tag"]))
    if task.optional:
        found.append(md.span(Markdown("可自行决定"), classes=["tag"]))
    words = "".join(clause.words)
    if task.condition and task.condition not in words:
        found.append(md.span(md.escape(f"条件：{task.condition}"), classes=["target"]))
    if task.deadline and task.deadline not in words:
        found.append(md.span(md.escape(f"时限：{task.deadline}"), classes=["target"]))
    return found


_TYPES_SAID = {"finding", "support", "focus"}
"""The types that share a part with a more frequent one, and are told apart by their name."""


def _month(clause: Clause) -> str:
    return (clause.due or "")[:7]


def _undated(columns: Iterable[Column]) -> Iterator[Column]:
    """Leaves out the clauses that have a date."""
    for column in columns:
        groups = [replace(group, clauses=tuple(c for c in group.clauses if not c.due)) for group in column.groups]
        if kept := tuple(group for group in groups if group.clauses):
            yield replace(column, groups=kept)


def short_names(notices: Sequence[Notice], site: Site) -> dict[str, str]:
    """Names each document by place and kind (魏都意见) where that tells it apart, else by number, else by title."""
    names = {notice.id: place_and_genre(notice, site) for notice in notices}
    uses = Counter(names.values())
    return {
        notice.id: names[notice.id]
        if names[notice.id] and uses[names[notice.id]] == 1
        else notice.number or labels_zh.cite(notice)
        for notice in notices
    }


def column_widths(columns: Sequence[Column]) -> list[int]:
    """Widths of columns in proportion to their words, the narrowest 1, so that all end at about one height."""
    lengths = column_lengths(columns)
    least = min(lengths, default=1)
    return [min(_WIDEST_COLUMN, max(1, round(length / least))) for length in lengths]


def column_lengths(columns: Sequence[Column]) -> list[int]:
    """Characters of each column, with those that the place of a clause takes."""
    return [
        sum(len("".join(clause.words)) + 12 for group in column.groups for clause in group.clauses)
        for column in columns
    ]
