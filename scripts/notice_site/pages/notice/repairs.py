"""Writes footnotes at doubtful words, and the record of everything that was done to a text.

A note stands where a reader may doubt the words: what is only suspected, and changes that are not certain. What
was mended without doubt (a line closed, a space dropped) stands in the record below the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from notice_site.model import Notice, Repair, RepairKind
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotation
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site, SourcePage

MECHANICAL = frozenset({RepairKind.JOIN, RepairKind.NOISE, RepairKind.GLYPH})
"""The kinds of repairs that changed the text; all others left it as it was."""

_CERTAIN = 0.95
"""The confidence from which a reader need not doubt that lines were joined or spaces closed rightly."""

_MOST_BREAKS = 8
"""Uncertain line breaks with a note each; a text that lost all its breaks has more, and one warning for all."""

RECORD = "record"  # the fragment of the record on its page

_WORDS = 20  # characters with which a decided block is shown

_LINE_END = "⏎"  # how the parser writes a line end inside the words of a repair


def guessed_breaks(notice: Notice) -> int:
    """Counts the uncertain joins and breaks of a document where they are too many for notes; else 0."""
    guessed = sum(map(_is_guessed_break, notice.repairs))
    return guessed if guessed > _MOST_BREAKS else 0


def _is_guessed_break(repair: Repair) -> bool:
    return repair.kind in MECHANICAL and repair.confidence < _CERTAIN and not repair.confirmed


def doubtful(notices: Iterable[Notice]) -> dict[str, tuple[Notice, Repair]]:
    """Lists the repairs that get a footnote on the page of these documents, by its name, in reading order."""
    with_notes: list[tuple[Notice, Repair]] = []
    for notice in notices:
        order = {block.id: number for number, block in enumerate(notice.blocks)}
        with_breaks = not guessed_breaks(notice)
        repairs = [
            repair
            for repair in notice.repairs
            if repair.block in order and (repair.kind not in MECHANICAL or (with_breaks and _is_guessed_break(repair)))
        ]
        with_notes += [(notice, repair) for repair in sorted(repairs, key=lambda repair: order[repair.block])]
    return {f"note-{number}": pair for number, pair in enumerate(with_notes, 1)}


def note_annotations(notices: Iterable[Notice]) -> dict[str, list[Annotation]]:
    """Places the raised numbers by block id: behind the doubtful words, or at the end of the block if these recur."""
    marks: dict[str, list[Annotation]] = {}
    for name, (notice, repair) in doubtful(notices).items():
        at = doubtful_place(notice.block(repair.block).text, repair)
        marks.setdefault(repair.block, []).append(Annotation(at, at, md.footnote_mark(name)))
    return marks


def doubtful_place(text: str, repair: Repair) -> int:
    """Finds where the doubtful words end, or where two lines met; the end of the block where there is no one place."""
    shown = repair.after if _LINE_END in repair.before else repair.before
    at = text.find(shown) if shown else -1
    if at < 0 or text.find(shown, at + len(shown)) >= 0:  # ends at the second: thousands of marks may recur
        return len(text)
    until = repair.before.index(_LINE_END) if _LINE_END in repair.before else len(shown)
    return at + until


def notes(notices: Iterable[Notice]) -> dict[str, Markdown]:
    """Writes the text of the footnotes, by name."""
    return {name: _note(repair) for name, (_, repair) in doubtful(notices).items()}


def _note(repair: Repair) -> Markdown:
    """Writes a footnote: 疑误 郟陵 疑为 鄢陵。县名。可信度 90%。"""
    parts = [md.strong(Markdown(labels_zh.REPAIRS[repair.kind])), Markdown("　"), _shown(repair.before)]
    if repair.after:
        parts += [Markdown("现作" if repair.kind in MECHANICAL else "疑为"), _shown(repair.after)]
    sure = "人工核定" if repair.confirmed else f"可信度 {repair.confidence:.0%}"
    reasons = [part.rstrip("。") for part in (repair.reason, sure) if part]
    return md.joined([*parts, md.escape(f"。{'。'.join(reasons)}。")])


def record(site: Site, source_page: SourcePage) -> Markdown:
    """Writes everything that was done to the text of a page: repairs, and visible text that was left out."""
    repairs = [*_repairs(site, source_page), *_decided(site, source_page)]
    left_out = [
        [md.escape(dropped.text), md.escape(dropped.reason), _line(dropped.line)]
        for notice in source_page.notices
        for dropped in notice.dropped
    ]
    if not repairs and not left_out:
        return md.EMPTY
    tables = [
        md.region(md.table([Markdown(name) for name in head], rows), classes=["data-table"])
        for head, rows in (
            (("处理", "来源文本", "正文", "依据", "位置"), repairs),
            (("未收入正文的文字", "原因", "位置"), left_out),
        )
        if rows
    ]
    summary = Markdown(f"整理记录（{len(repairs) + len(left_out)}）")
    return md.folded(summary, md.stacked(*tables), id=RECORD, classes=["record"])


def _repairs(site: Site, source_page: SourcePage) -> Iterator[list[Markdown]]:
    """Writes the rows of the record; what is only suspected left the text as it was."""
    page = site.links.notice(source_page.first.id).file
    shown = {block.id for notice in source_page.notices for block in notice.blocks}
    for notice in source_page.notices:
        for repair in notice.repairs:
            after = _shown(repair.after)
            if repair.kind not in MECHANICAL:
                after = md.joined([Markdown("未改，疑为"), after]) if repair.after else Markdown("未改")
            place = _line(repair.line)
            if repair.block in shown:
                place = md.link(place, site.links.block(notice.id, repair.block).relative_to(page))
            kind = Markdown(labels_zh.REPAIRS[repair.kind])
            yield [kind, _shown(repair.before), after, md.escape(repair.reason), place]


def _decided(site: Site, source_page: SourcePage) -> Iterator[list[Markdown]]:
    """Writes the rows of blocks of which an editor said what they are."""
    page = site.links.notice(source_page.first.id).file
    for notice in source_page.notices:
        for block in notice.blocks:
            if block.decided:
                words = block.text if len(block.text) <= _WORDS else f"{block.text[:_WORDS]}…"
                heading = f"标题“{block.heading}”" if block.heading else "没有标题"
                what = f"{heading}，第 {block.depth} 层" if block.depth else heading
                place = md.link(_line(block.lines[0]), site.links.block(notice.id, block.id).relative_to(page))
                yield [Markdown("人工核定"), _shown(words), md.escape(what), Markdown("编者认定"), place]


def _shown(text: str) -> Markdown:
    return md.span(md.escape(text), classes=["verbatim"]) if text else md.EMPTY


def _line(line: int) -> Markdown:
    return Markdown(f"第 {line} 行" if line else "正文")
