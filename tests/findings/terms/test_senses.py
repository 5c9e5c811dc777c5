"""Which sense a term has, told by the words around it."""

from __future__ import annotations

import pytest

from notice_site.findings.terms.senses import sense_at
from notice_site.model.glossary import SenseEntry

SENSES = (SenseEntry("整改", ("整改",)), SenseEntry("走访", ("走访", "困难群众")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("结合整改回头看", "整改"),
        ("对困难群众进行回头看", "走访"),
        ("整改到位，对困难群众进行回头看", "走访"),  # 分句先于整句
        ("整改到位，开展回头看", "整改"),  # 分句里没有，看整句
        ("要整改。开展回头看", "整改"),  # 整句里没有，看全段
        ("走访和整改回头看", None),  # 两义都有
        ("要走访，要整改，开展回头看", None),
        ("开展回头看", None),
    ],
)
def test_the_nearest_words_tell_the_sense(text: str, expected: str | None) -> None:
    at = text.index("回头看")
    assert sense_at(SENSES, text, at, at + 3) == expected
