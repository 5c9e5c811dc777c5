"""Finds the points by which a document asks to check oneself, as it words them (查律己严不严，看是否做到心存敬畏……)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from notice_site.model import Notice, Quote, Ref
from notice_site.model.frozen import dataclass

# A point is what is looked into, and behind 看 what is looked for, up to the stop that ends it.
# takes: 查律己严不严，看是否做到心存敬畏；  查作风，看有没有不深入的问题。
# not:   检查是否安全。 (nothing is named that is looked into)   看是否做到。 (the same)   查处违纪，看望群众。
_POINT = re.compile(
    r"""
    查 (?P<subject> (?![处办阅]) [^，。；：、！？,;:!?]{1,20} )   # what is looked into
    [，,]
    (?: 主要 | 重点 | 着重 | 着力 )?
    看 (?P<looked_for> (?: 是否 | 是不是 | 有没有 | 有无 | 能否 | 能不能 ) [^。；！？;!?]+ )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class CheckPoint:
    """One point: its words as quoted, and what is looked into as the name of its row."""

    quote: Quote
    subject: str


def check_points(notices: Iterable[Notice]) -> Iterator[CheckPoint]:
    """Finds the points in reading order; each is a whole clause of its block."""
    for notice in notices:
        for block in notice.blocks:
            for found in points_in(block.text):
                yield CheckPoint(Quote(Ref(notice.id, block.id, *found.span()), found[0]), found["subject"])


def points_in(text: str) -> Iterator[re.Match[str]]:
    """The points that a text words.

    >>> [point["subject"] for point in points_in("要查修身严不严，看是否做到坚定信念；查作风，看有没有问题。")]
    ['修身严不严', '作风']
    >>> [*points_in("要检查是否安全。看是否做到。查处违纪，看望群众。")]
    []
    """
    return _POINT.finditer(text)
