"""Locates the document of a saved web page: what stands before its title and after its text is the site's.

readability-lxml finds the element that holds the running text. The document reaches from the title, which the page
repeats from its `<title>` or a heading, to the end of that element. Words count only between the title and the text,
where sites say when and whence.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from lxml import etree

from notice_site.model.frozen import dataclass
from notice_site.reading.extracted_text import Paragraph
from notice_site.text.dates import whole_date
from notice_site.text.genres import GENRES
from notice_site.text.spacing import squeeze

_RUNNING = 25  # characters from which on a paragraph with a stop is running text, not a label, a link or a hint
_SENTENCE = 8  # characters of a sentence, where a page has no longer text
_HELD = 0.8  # of the running text that is found: an element that holds so much holds the document
_GENRES = tuple(genre for genre in GENRES if len(genre) > 1)  # 信 and 函 end other words too
_SHORTEST_TITLE = 6  # characters: 首页 and the name of a column are shorter
_TITLE_LINES = 4  # a title that is set over more lines was not seen
_AHEAD = 12  # paragraphs between the title and the element of the text: date, source, buttons
_BEHIND = 6  # paragraphs after the element of the text in which signature and date may stand

# What a site sets between the title of a page and its own name.
# takes: 关于开展学习的通知--党政办-实验学校, 通知_某网; not: 2014—2015年 (one sign without a name on both sides)
_TITLE_PARTS = re.compile(r"\s*(?:[-–—_|｜>»·]+|::)\s*|\s+")

# What a site says of its page below the title.
# takes: 2020-11-24 某小学, 【时间：2017年11月12日】, 来源：本站; not: 青政发〔2014〕3号, 各乡镇人民政府：, 2014年3月1日
_ABOUT_PAGE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[:：]\s*\S|字号|字体|打印|浏览|阅读|点击|分享|收藏")
_ATTACHED = re.compile(r"附件|附表|附[：:]|抄送|主题词|.{2,30}印发$")


@dataclass(frozen=True, slots=True)
class Extent:
    """The first paragraph of the document and the one behind its last."""

    start: int
    end: int
    text: int
    """The first paragraph of the element that holds the text; the title may stand before it."""
    title: range
    """The paragraphs of the title with which the document begins; none where the page names no title."""

    def is_outside(self, number: int, paragraph: Paragraph) -> bool:
        """Whether a paragraph is the site's; between title and text it is so as a link, or with date or source."""
        if self.start < number < self.text:
            return paragraph.linked or _ABOUT_PAGE.search(paragraph.line.text) is not None
        return not self.start <= number < self.end


def find_document(paragraphs: Sequence[Paragraph], page: str, headings: Iterable[str]) -> Extent | None:
    """Finds which paragraphs of a page are the document's; None where no element stands out, or no link is outside.

    `page` is the HTML, `headings` are the texts of its `<title>`, its metadata and its headings.
    """
    container = _container(paragraphs, _readable_text(page))
    if container is None:
        return None
    inside = [k for k, paragraph in enumerate(paragraphs) if container in paragraph.around]
    first, last = inside[0], inside[-1]
    title = _title(paragraphs, first, last, [*headings])
    extent = Extent(title.start if title else first, _end(paragraphs, last), first, title)
    has_links = any(p.links for p in (*paragraphs[: extent.start], *paragraphs[extent.end :]))
    return extent if has_links else None


def _readable_text(page: str) -> str:
    """Returns the text of the element that readability-lxml takes for the article, without space."""
    from readability import Document  # loads slowly, and few corpora hold whole pages

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        summary = Document(page).summary(html_partial=True)
        return squeeze("".join(map(str, etree.fromstring(summary, etree.HTMLParser()).itertext())))
    except Exception:  # a page that the library cannot take has no frame that it could find
        return ""


def _container(paragraphs: Sequence[Paragraph], readable: str) -> int | None:
    """Returns the innermost element that holds most of the running text, and all that readability found of it."""
    running = [p for p in paragraphs if _is_running(p)] or [p for p in paragraphs if _is_sentence(p)]
    seeds = [p for p in running if squeeze(p.line.text) in readable] or running
    weights: Counter[int] = Counter()
    for paragraph in seeds:
        weights.update(dict.fromkeys(paragraph.around, len(paragraph.line.text)))
    total = sum(len(paragraph.line.text) for paragraph in seeds)
    holders = [element for element, weight in weights.items() if weight >= _HELD * total]
    return max(holders, default=None)


def _is_running(paragraph: Paragraph) -> bool:
    text = paragraph.line.text
    return not paragraph.linked and len(text) >= _RUNNING and any(mark in text for mark in "。；，")


def _is_sentence(paragraph: Paragraph) -> bool:
    text = paragraph.line.text.strip()
    return not paragraph.linked and len(text) >= _SENTENCE and text.endswith("。")


def _title(paragraphs: Sequence[Paragraph], first: int, last: int, headings: Sequence[str]) -> range:
    """Returns the paragraphs of the title that the page names: last before the element of the text, else first in it.

    A page's heading stands before the element, and the document may repeat it below its masthead. Where the page names
    only itself, it is the last line before the text that ends in a 文种: 关于开展校舍自查的通知.
    """
    names = {part for heading in headings for part in _parts(heading)}
    text = next((k for k in range(first, last + 1) if _is_running(paragraphs[k])), first)
    inside, before = range(first, text + 1), range(first - 1, max(first - _AHEAD, 0) - 1, -1)
    for k in (*before, *inside):
        if lines := _named_lines(paragraphs[k : k + _TITLE_LINES], names):
            return range(k, k + lines)
    if any(_ends_in_genre(paragraphs[k]) for k in inside):
        return range(0)
    return next((range(k, k + 1) for k in before if _ends_in_genre(paragraphs[k])), range(0))


def _ends_in_genre(paragraph: Paragraph) -> bool:
    text = squeeze(paragraph.line.text)
    return not paragraph.linked and len(text) >= _SHORTEST_TITLE and text.endswith(_GENRES)


def _named_lines(lines: Sequence[Paragraph], names: Collection[str]) -> int:
    """Returns how many of these lines, from the first on, make up one of the names; 0 where none do."""
    joined = ""
    for count, paragraph in enumerate(lines, 1):
        if paragraph.line.rows or paragraph.linked:
            return 0
        joined += squeeze(paragraph.line.text)
        if joined in names:
            return count
    return 0


def _parts(heading: str) -> list[str]:
    """Returns the heading without the names of the site that follow it, longest first.

    >>> _parts("关于开展学习的通知--党政办-实验学校")
    ['关于开展学习的通知--党政办-实验学校', '关于开展学习的通知--党政办', '关于开展学习的通知']
    >>> _parts("关于开展学习的通知 甲县人民医院")
    ['关于开展学习的通知甲县人民医院', '关于开展学习的通知']
    """
    ends = [len(heading), *(match.start() for match in reversed([*_TITLE_PARTS.finditer(heading)]))]
    return [part for end in ends if len(part := squeeze(heading[:end])) >= _SHORTEST_TITLE]


def _end(paragraphs: Sequence[Paragraph], last: int) -> int:
    """Returns the paragraph behind the document: signature, date and names of annexes may stand outside the element."""
    end = last + 1
    for k in range(end, min(end + _BEHIND, len(paragraphs))):
        text = squeeze(paragraphs[k].line.text)
        if _is_running(paragraphs[k]) or whole_date(text) or _ATTACHED.match(text):
            end = k + 1
    return end
