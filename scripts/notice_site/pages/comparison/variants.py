"""Marks where a passage that two documents share differs, with the words of the other document, for the view 校勘."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from notice_site.model import Notice
from notice_site.pages.comparison.short_names import place_and_genre
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotation
from notice_site.pages.core.reuse_index import SharedPassage
from notice_site.pages.core.site import Site
from notice_site.text.alignment import differences
from notice_site.text.normalization import wording
from notice_site.text.word_borders import bonds_of, parts_word, widened

_ALTERED = "altered"
_WORDS = md.span_ends(classes=["variant"])


def variants(here: str, there: str) -> Iterator[tuple[int, int, str]]:
    """Finds the words of a text for which another has others, in whole words: start, end, the other's words.

    Where only the other has words, start and end are the place after which they stand. Punctuation counts for nothing.

    >>> [*variants("一般不少于三个月，集中学习", "一般不少于两个月,学习")]
    [(5, 6, '两'), (9, 11, '')]
    """
    own, other = wording(here), wording(there)
    bond = bonds_of((here, there))
    stretches = differences(own.letters, other.letters)
    for s in widened(stretches, lambda i, j: parts_word(own, i, bond) or parts_word(other, j, bond)):
        if s.same:
            continue
        before = own.at[s.left_start - 1] + 1 if s.left_start else 0
        start, end = own.span(s.left_start, s.left_end) if s.left_start < s.left_end else (before, before)
        first, last = other.span(s.right_start, s.right_end) if s.right_start < s.right_end else (0, 0)
        yield start, end, there[first:last]


def variant_annotator(site: Site) -> Callable[[Notice], Iterator[tuple[str, Annotation]]]:
    """Marks the differing words of each altered passage; of passages that overlap, those of the longest."""

    def marks(notice: Notice) -> Iterator[tuple[str, Annotation]]:
        end, block = 0, ""
        altered = [shared for shared in site.shared.get(notice.id, ()) if shared.passage.kind == _ALTERED]
        for shared in sorted(altered, key=lambda shared: (shared.here.block, shared.here.start, -shared.here.end)):
            if shared.here.block == block and shared.here.start < end:
                continue
            block, end = shared.here.block, shared.here.end
            yield from _of_passage(shared, notice, site)

    return marks


def _of_passage(shared: SharedPassage, notice: Notice, site: Site) -> Iterator[tuple[str, Annotation]]:
    here, there = shared.here, shared.there
    document = site.notices[there.notice]
    name = place_and_genre(document, site)
    if not name or name == place_and_genre(notice, site):
        name = labels_zh.cite(document)
    own = notice.block(here.block).text[here.start : here.end]
    for start, end, words in variants(own, document.block(there.block).text[there.start : there.end]):
        said = f"{name}无" if not words else f"{name}{'作' if start < end else '有'}“{words}”"
        if start < end:
            yield here.block, Annotation(here.start + start, here.start + end, *_WORDS)
        # An element of its own: marks that cross others are written in two parts, and the words must stand once.
        note = md.span(md.EMPTY, classes=["variant-note"], named={"data-variant": said})
        yield here.block, Annotation(here.start + end, here.start + end, note)
