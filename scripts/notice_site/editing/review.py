"""Lists what an editor should look at, each item with its line in a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from notice_site.editing.doubts import NAMES, Doubt, find_doubts
from notice_site.model import Block, BlockKind, Corpus, Notice, RepairKind
from notice_site.model.frozen import dataclass
from notice_site.parsing import line_patterns

REVIEW_KINDS = {
    "problem": "问题",
    "suspected": "存疑",
    "doubt": "疑误读",
    "unrecognised": "未识别",
    "missing": "未载",
    "unresolved": "未收录",
    "mended": "已修整",
    "dropped": "未显示",
}
"""The kinds of items with their names, what needs a decision first."""

_MECHANICAL = frozenset({RepairKind.JOIN, RepairKind.NOISE, RepairKind.GLYPH})
_SHORT = 40  # characters: a paragraph that short without a full stop may be a heading, a name or a signature
_FIELDS = {"issuers": "发文机关", "level": "层级", "date": "成文日期"}


@dataclass(frozen=True, slots=True, order=True)
class ReviewItem:
    """One thing to look at: words of the source, what was done or is doubtful, and whether a person decided it."""

    source: str
    line: int  # of the source; 0 where the item is about the whole
    kind: str  # a key of REVIEW_KINDS
    text: str
    note: str
    notice: str = ""  # id of the document, "" where none was made
    block: str = ""
    confirmed: bool = False


def review_items(corpus: Corpus, doubts: Iterable[Doubt] | None = None) -> tuple[ReviewItem, ...]:
    """All items, by source and line; `doubts` are those of the corpus, which are looked for where none are given."""
    found = [ReviewItem(p.file, p.line, "problem", p.message, p.advice) for p in corpus.problems]
    for notice in corpus.notices:
        found += [*_repairs(notice), *_dropped(notice), *_unrecognised(notice), *_missing(notice)]
    for doubt in find_doubts(corpus) if doubts is None else doubts:
        note = f"{NAMES[doubt.kind]}：{doubt.advice}"
        found.append(ReviewItem(doubt.source, doubt.line, "doubt", doubt.text, note, doubt.notice, doubt.block))
    blocks = {(n.id, b.id): (n.source, b.lines[0]) for n in corpus.notices for b in n.blocks}
    for citation in corpus.citations:
        if citation.target is None and citation.kind == "document":
            source, line = blocks[citation.ref.notice, citation.ref.block]
            name = f"《{citation.title}》" if citation.title else citation.number or ""
            found.append(
                ReviewItem(source, line, "unresolved", name, "所引文件未收录", citation.ref.notice, citation.ref.block)
            )
    return tuple(sorted(found))


def _repairs(notice: Notice) -> Iterator[ReviewItem]:
    for repair in notice.repairs:
        kind = "mended" if repair.kind in _MECHANICAL else "suspected"
        note = repair.reason if kind == "mended" or not repair.after else f"{repair.reason}；似当作“{repair.after}”"
        yield ReviewItem(
            notice.source, repair.line, kind, repair.before, note, notice.id, repair.block, repair.confirmed
        )


def _dropped(notice: Notice) -> Iterator[ReviewItem]:
    for dropped in notice.dropped:
        yield ReviewItem(notice.source, dropped.line, "dropped", dropped.text.strip(), dropped.reason, notice.id)


def _unrecognised(notice: Notice) -> Iterator[ReviewItem]:
    for block in notice.blocks:
        if is_unrecognised(block):
            note = "没有句末标点的短段，可能是标题、名单或落款"
            yield ReviewItem(notice.source, block.lines[0], "unrecognised", block.text, note, notice.id, block.id)


def is_unrecognised(block: Block) -> bool:
    """Whether a block is a short paragraph without a full stop of which nobody said what it is."""
    if block.decided:
        return False
    short = len(block.text) <= _SHORT and not line_patterns.is_sentence(block.text)
    return block.kind is BlockKind.PARAGRAPH and not block.inline and short and not block.text.endswith(("：", ":"))


def _missing(notice: Notice) -> Iterator[ReviewItem]:
    if notice.kind != "notice" or notice.part_of:
        return
    for field, name in _FIELDS.items():
        if not getattr(notice, field) and field not in notice.decided:
            yield ReviewItem(notice.source, 0, "missing", name, "来源文本未载，或未能识别", notice.id)
