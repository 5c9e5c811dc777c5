"""Tells which levels words without an addressee speak to: those of the paragraph, the issuer's own, the recipients."""

from __future__ import annotations

import re
from collections.abc import Mapping

from notice_site.findings.tasks.document_levels import DocumentLevels
from notice_site.model import Block, BlockKind

_TO_RECIPIENTS = re.compile("请(?![示假求客问柬])|有否|是否")
"""Words that speak to those whom the document is sent to: 请及时传达…, 有否公款吃喝."""


class ImpliedLevels:
    """The levels that the blocks of a document have named so far, in reading order."""

    def __init__(self, levels: DocumentLevels, blocks: Mapping[str, Block]) -> None:
        self._levels, self._blocks = levels, blocks
        self._ranks = {level.id for level in levels.patterns.levels if level.issuers}
        self._of_block: dict[str, tuple[str, ...]] = {}
        self._of_paragraphs: dict[str | None, tuple[str, ...]] = {}

    def met(self, block: Block, levels: tuple[str, ...]) -> None:
        """Takes note of the levels that an addressee in the block has; ranks count that all in the block share."""
        first = self._of_block.get(block.id, levels)
        self._of_block[block.id] = tuple(level for level in first if level in levels or level not in self._ranks)
        if block.kind is not BlockKind.SECTION:
            self._of_paragraphs.setdefault(block.parent, levels)

    def of(self, block: Block, words: str) -> tuple[str, ...]:
        """The levels of the first addressee of the block, else of the section, else of what that stands under.

        各校要加强管理。… 要建立机制 speaks to the schools. Where nobody is named, a school or a firm speaks to itself,
        and 请…, 有否… to the recipients. From names that fit nowhere else nothing follows.
        """
        if _TO_RECIPIENTS.match(words):
            return self._levels.of(self._levels.notice.recipients or "")
        at: Block | None = block
        while at is not None:
            for named in (self._of_block.get(at.id, ()), self._of_paragraphs.get(at.parent, ())):
                if not self._levels.say_nothing(named):
                    return named
            at = self._blocks.get(at.parent) if at.parent else None
        return self._levels.own
