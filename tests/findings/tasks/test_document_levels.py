"""Which levels the words of an addressee mean in their document."""

from __future__ import annotations

from dataclasses import replace

from notice_site.findings.tasks.document_levels import DocumentLevels, jurisdiction_of
from notice_site.findings.tasks.levels import AddresseePatterns, Jurisdiction
from tests.findings.documents import document
from tests.findings.tasks.test_levels import LEVELS

PATTERNS = AddresseePatterns(LEVELS)


def levels(words: str, level: str | None, *issuers: str, quoted: str | None = None) -> set[str]:
    notice = replace(document("a", "要学习。"), level=level, issuers=issuers)
    reach = {"a": Jurisdiction(level, frozenset()), "b": Jurisdiction("central", frozenset())}
    return set(DocumentLevels(notice, PATTERNS, reach.__getitem__).of(words, quoted))


def test_units_without_a_level_are_those_of_the_issuer() -> None:
    assert levels("直属单位", "county") == {"county", "direct"}
    assert levels("直属单位", "central") == {"direct"}
    assert levels("直属单位", None) == {"direct"}
    assert levels("直属单位和社区", "county") == {"direct", "village"}


def test_you_are_the_recipients() -> None:
    notice = replace(document("a", "要学习。"), recipients="各省人民政府")
    assert DocumentLevels(notice, PATTERNS, lambda _: Jurisdiction("central", frozenset())).of("你们") == ("province",)


def test_what_a_school_names_is_its_own() -> None:
    assert levels("党政办", "unit", "青河一中") == {"school"}
    assert levels("学校党委", "unit", "中共青河一中委员会") == {"school", "grassroots-party"}
    assert levels("党政办", "county", "青河县教育局") == set()


def test_the_words_of_another_document_mean_what_they_mean_there() -> None:
    assert levels("直属单位", "county", quoted="b") == {"direct"}
    assert levels("省以下各级机关", "county", quoted="b") == {"city", "county", "town", "village"}


def test_a_document_says_how_far_it_reaches() -> None:
    notice = replace(document("a", "在省以下各级机关和基层组织开展。"), level="central")
    assert jurisdiction_of(notice, PATTERNS).levels == {"city", "county", "town", "village"}
    assert jurisdiction_of(document("b", "在全市开展。"), PATTERNS).levels == frozenset()


def test_those_whom_the_document_chooses_have_their_levels() -> None:
    notice = replace(document("a", "确定甲省、乙市作为试点地区。"), level="central")
    levels_of_a = DocumentLevels(notice, PATTERNS, {"a": Jurisdiction("central", frozenset())}.__getitem__)
    assert {"province", "city"} <= set(levels_of_a.of("试点地区"))
    assert not {"province", "city"} & set(levels_of_a.of("有关单位"))
