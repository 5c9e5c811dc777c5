"""Finds lines above the text of a document that tell of its issue, where its date, number or issuer was not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from notice_site.editing.signs_of_misreading import Sign
from notice_site.model import Block, BlockKind, Notice
from notice_site.parsing import line_patterns
from notice_site.text.dates import last_date

_LONGEST = 160
"""Characters of such a line: the history of a much amended law has more, but begins with its first issue."""

# takes: 2022年4月14日总局令第56号公布  1991年12月5日国务院第九十二次常务会议通过; not: 时间：2014年3月9日
_ISSUE = re.compile(r"公布|发布|颁布|通过|批准|施行|印发|令(?:第)?[\d〇一二三四五六七八九十百]+号")
# takes: 国务院令第92号  青政发〔2018〕17号; not: 第十二届  18号楼
_NUMBER = re.compile(r"令?第[\d〇一二三四五六七八九十百]+号|〔\d{4}〕第?\d+号")


def told_above(notice: Notice, fact: str) -> Iterator[Sign]:
    """Lines above the text that hold the fact (`date`, `number` or `issuers`), which was not read."""
    if getattr(notice, fact) or fact in notice.decided:
        return
    for block in takewhile(_is_above, notice.blocks):
        if block.kind is BlockKind.TITLE or len(block.text) > _LONGEST or not _ISSUE.search(block.text):
            continue
        if fact == "issuers" or (_NUMBER.search(block.text) if fact == "number" else last_date(block.text)):
            yield Sign(block.text, block)


def lost_issue(notice: Notice) -> Iterator[Sign]:
    """A line above the text that tells of the issue, where a fact that it holds was not read."""
    signs = {sign.text: sign for fact in ("date", "number", "issuers") for sign in told_above(notice, fact)}
    yield from signs.values()


def _is_above(block: Block) -> bool:
    return not (block.label or block.rows or line_patterns.is_sentence(block.text))
