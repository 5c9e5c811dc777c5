"""Which levels words without an addressee speak to."""

from __future__ import annotations

from dataclasses import replace

from notice_site.findings.tasks.document_levels import DocumentLevels
from notice_site.findings.tasks.implied_levels import ImpliedLevels
from notice_site.findings.tasks.levels import AddresseePatterns, Jurisdiction
from notice_site.model import Block, BlockKind, Notice
from tests.findings.documents import document
from tests.findings.tasks.test_levels import LEVELS

PATTERNS = AddresseePatterns(LEVELS)
SECTION = Block("sec_1", BlockKind.SECTION, text="一、要求")
FIRST = Block("p_1", BlockKind.PARAGRAPH, text="各校要学习。", parent="sec_1")
SECOND = Block("p_2", BlockKind.PARAGRAPH, text="要整改。", parent="sec_1")
ELSEWHERE = Block("p_3", BlockKind.PARAGRAPH, text="要整改。", parent="sec_2")
BLOCKS = {block.id: block for block in (SECTION, FIRST, SECOND, ELSEWHERE)}


def implied(notice: Notice | None = None) -> ImpliedLevels:
    levels = DocumentLevels(notice or document("a", ""), PATTERNS, lambda _: Jurisdiction(None, frozenset()))
    return ImpliedLevels(levels, BLOCKS)


def test_the_first_addressee_of_the_block_counts() -> None:
    levels = implied()
    levels.met(FIRST, ("school",))
    levels.met(FIRST, ("school", "chief"))
    assert levels.of(FIRST, "要整改") == ("school",)


def test_ranks_count_where_all_addressees_of_the_block_share_them() -> None:
    levels = implied()
    levels.met(FIRST, ("county", "leaders"))
    levels.met(FIRST, ("town", "leaders"))
    assert levels.of(FIRST, "要整改") == ("leaders",)


def test_the_first_addressee_of_the_section_counts_where_the_block_has_none() -> None:
    levels = implied()
    levels.met(FIRST, ("school",))
    assert levels.of(SECOND, "要整改") == ("school",)
    assert levels.of(ELSEWHERE, "要整改") == ()


def test_from_names_that_fit_nowhere_else_nothing_follows() -> None:
    levels = implied()
    levels.met(FIRST, ("every-unit",))
    levels.met(SECOND, ("other",))
    assert levels.of(SECOND, "要整改") == ("every-unit",)


def test_what_the_heading_names_counts_below_it() -> None:
    levels = implied()
    levels.met(SECTION, ("city",))
    assert levels.of(SECOND, "要整改") == ("city",)


def test_a_school_speaks_to_itself() -> None:
    notice = replace(document("a", ""), level="unit", issuers=("中共青河一中委员会",))
    assert implied(notice).of(FIRST, "要整改") == ("school", "grassroots-party")
    assert implied(replace(notice, issuers=("青河一中",))).of(FIRST, "要整改") == ("school",)


def test_requests_and_questions_speak_to_the_recipients() -> None:
    notice = replace(document("a", ""), recipients="各市教育局，各高校")
    assert implied(notice).of(FIRST, "请及时传达") == ("city", "school")
    assert implied(notice).of(FIRST, "有否公款吃喝") == ("city", "school")
    assert implied(notice).of(FIRST, "要整改") == ()
