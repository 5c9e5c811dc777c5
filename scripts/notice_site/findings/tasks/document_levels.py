"""Tells which levels and kinds the words of an addressee mean in their document."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from notice_site.findings.tasks.asides import strip_asides
from notice_site.findings.tasks.levels import AddresseePatterns, Jurisdiction, levels_of
from notice_site.model import Notice
from notice_site.model.frozen import dataclass

UNIT = "unit"
"""The level of issuers that stand on no level of the administration: schools, firms."""

KINDS_OF_UNIT = frozenset({"school", "enterprise", "social"})
"""The kinds of what stands on no level of the administration."""

_RECIPIENTS = "你们"
"""What a notice calls those whom it is sent to."""

_PARTY_ISSUER = re.compile("中共")
_PARTY_BODIES = frozenset({"party-committee", "party-organisation"})

_WHERE = re.compile(r"在(?P<where>[^，。；在]{2,40}?)开展")
"""How far the document says that it reaches: 在|省以下各级机关及其直属单位和基层组织|开展."""

# 确定|甲省、乙市|作为|试点地区; not 试点地区要总结
_CHOSEN = re.compile(
    r"(?:确定|选择|选定|选取)(?P<who>[^，。；]{2,120}?)(?:作为|列为|为)(?P<term>(?:试点|示范)(?:地区|城市|省份|县|单位|学校))"
)


@dataclass(frozen=True)
class DocumentLevels:
    """The levels that words mean in a document; `jurisdiction` tells how far each document reaches, by its id."""

    notice: Notice
    patterns: AddresseePatterns
    jurisdiction: Callable[[str], Jurisdiction]

    def of(self, words: str, quoted: str | None = None) -> tuple[str, ...]:
        """The ids of the levels that words name, in this document or in the one that it quotes.

        直属单位 without a level are those of the issuer. All that a school or a firm names is its own: 党政办 is a
        school's, and its 党委 is a grassroots organisation of the party.
        """
        if words == _RECIPIENTS:
            words = self.notice.recipients or words
        if quoted is not None:
            return levels_of(words, self.patterns, self.jurisdiction(quoted))
        named = {*levels_of(words, self.patterns, self.jurisdiction(self.notice.id))}
        named.update(*(chosen for term, chosen in self._chosen.items() if term in words))
        levels = self.patterns.levels
        if named and named <= {level.id for level in levels if level.own}:
            named |= self._local_rank
        if self._kinds_of_unit:
            if named & _PARTY_BODIES:
                named = (named - _PARTY_BODIES) | {"grassroots-party"}
            named |= self._kinds_of_unit
        named = named - self._otherwise or named
        return tuple(level.id for level in levels if level.id in named)

    def say_nothing(self, levels: tuple[str, ...]) -> bool:
        """Whether the levels are those of names that fit nowhere else, from which nothing follows."""
        return self._otherwise >= set(levels)

    @cached_property
    def _otherwise(self) -> frozenset[str]:
        return frozenset(level.id for level in self.patterns.levels if level.otherwise)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """What the issuer is, where it is a school or a firm; its party committee is a grassroots organisation."""
        party = (
            {"grassroots-party"}
            if self._kinds_of_unit and any(map(_PARTY_ISSUER.match, self.notice.issuers))
            else {*()}
        )
        return tuple(level.id for level in self.patterns.levels if level.id in self._kinds_of_unit | party)

    @cached_property
    def _local_rank(self) -> frozenset[str]:
        """The level of the issuer, unless it is the outermost or none of the administration."""
        ranks = {level.id for level in self.patterns.levels[1:] if level.issuers} - {UNIT}
        return frozenset({self.notice.level} & ranks if self.notice.level else ())

    @cached_property
    def _chosen(self) -> dict[str, frozenset[str]]:
        """The levels of those whom the document chooses, by what it calls them: 确定甲省、乙市作为|试点地区."""
        jurisdiction = self.jurisdiction(self.notice.id)
        ranks = {level.id for level in self.patterns.levels if level.issuers}
        matches = (match for block in self.notice.blocks for match in _CHOSEN.finditer(block.text))
        return {
            match["term"]: frozenset(ranks) & {*levels_of(match["who"], self.patterns, jurisdiction)}
            for match in matches
        }

    @cached_property
    def _kinds_of_unit(self) -> frozenset[str]:
        """What the issuer is, where it stands on no level: a school."""
        if self.notice.level != UNIT:
            return frozenset()
        issuers = levels_of("、".join(self.notice.issuers), self.patterns, Jurisdiction(None, frozenset()))
        return KINDS_OF_UNIT & frozenset(issuers)


def jurisdiction_of(notice: Notice, patterns: AddresseePatterns) -> Jurisdiction:
    """How far a document reaches: the level of its issuer, and the levels at which it says that work is done."""
    ranks = {level.id for level in patterns.levels if level.issuers}
    for block in notice.blocks:
        for match in _WHERE.finditer(strip_asides(block.text).text):
            named = ranks & set(levels_of(match["where"], patterns, Jurisdiction(notice.level, frozenset())))
            if len(named) > 1:
                return Jurisdiction(notice.level, frozenset(named))
    return Jurisdiction(notice.level, frozenset())
