"""Gathers the text between tags into paragraphs: one a block, or a piece of a block between line breaks."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from notice_site.model import Align, Dropped, Line
from notice_site.model.frozen import dataclass
from notice_site.reading.extracted_text import Paragraph
from notice_site.text.dates import whole_date

HTML_SPACE = " \t\r\n\f\v"
BLANK = HTML_SPACE + "\xa0\u3000\u200b\ufeff"
_SEPARATORS = "|｜│·•>＞»/-—[]【】"  # between the links of a menu

_SPACE_WITH_NEWLINE = re.compile(r"[ \t\r\f\v]*\n[ \t\r\n\f\v]*")
# What touches a Han character needs no space when the source line breaks there.
_CLOSE = re.compile("[\xb7\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
# A character that was escaped twice, so that its name shows: 建设&amp;nbsp;活动 reads 建设&nbsp;活动.
# takes: &nbsp;, &nbsp, &ldquo;, &#8226;, &#x2022;, &amp;mdash;; not: &ldquo, AT&T;, &x y;
_ESCAPED = re.compile(
    r"""
    & (?: amp; )*
    (?:
        (?P<space> nbsp | ensp | emsp | \#160 | \#12288 ) ;?
      | (?: \# [0-9]{2,7} | \# [xX] [0-9a-fA-F]{2,6} | [A-Za-z][A-Za-z0-9]{1,31} ) ;
    )
    """,
    re.VERBOSE,
)
# Where a paragraph may end. Takes: 现通知如下。, 各单位：, （略。）; not: 各单位要在六月底, 2014年
_ENDS_PARAGRAPH = re.compile(r"[。：；！？:;!?…] \s* [”’）)]? $", re.VERBOSE)
# A line that is a heading by its label. Takes: 一、自查, 第二章 监督, （三）要求; not: 一是自查, 一、自查。各单位
_IS_HEADING = re.compile(
    r"""
    (?:
        [一二三四五六七八九十]{1,3} 、
      | [（(] [一二三四五六七八九十]{1,3} [）)]
      | 第 [一二三四五六七八九十]{1,3} [章节]
    )
    [^。]{1,30} $
    """,
    re.VERBOSE,
)
# A line that may be a title. Takes: 关于停水的通知, 2014年工作要点; not: 各单位要在六月底，现
_IS_TITLE = re.compile(r"[^，。；：,;:]{4,40}")
_FEWEST_LINES = 3  # two lines of which the first ends with a stop may be one paragraph that the source breaks there

_SPACES_TWICE, _CHARACTERS_TWICE = "重复转义的空格", "重复转义的字符"


@dataclass(frozen=True, slots=True)
class Place:
    """Where text stands: how it is aligned, the rank of its heading, and whether it is in a block of one paragraph."""

    align: Align = Align.LEFT
    heading: int = 0
    in_paragraph: bool = False


NO_PLACE = Place()


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    line: int
    link: int  # number of the link it stands in, 0 for none


class LineBuilder:
    """Gathers text and returns paragraphs when a line or a block ends."""

    def __init__(self) -> None:
        self.dropped: list[Dropped] = []
        self._parts: list[_Part] = []
        self._held: Paragraph | None = None  # the piece before the last line break: more may follow in its block
        self._pieces = 0  # in this block
        self._last_break = ""  # since the last words: br, newline or none
        self._gap = False

    @property
    def is_empty(self) -> bool:
        """Whether no text waits to be returned."""
        return self._held is None and not self._has_words

    def add(self, text: str, line: int, link: int) -> None:
        """Text that begins on that line of the source."""
        self._parts.append(_Part(text, line, link))

    def leave_gap(self) -> None:
        """What comes next stands apart."""
        self._gap = True

    def end_line(self, place: Place, kind: str) -> list[Paragraph]:
        """The line ends here by a `br` or a `newline`; what follows may belong to the same paragraph."""
        if not self._has_words:
            # the line of the source that ends after <br> is no second break
            self._gap = self._gap or bool(self._last_break and (kind == "br" or self._last_break != "br"))
            self._last_break = kind
            self._parts.clear()
            return []
        previous, self._held = self._held, self._paragraph(place)
        self._last_break = kind
        return [previous] if previous else []

    def end_block(self, place: Place) -> list[Paragraph]:
        """The block ends or another begins: one piece alone is a whole paragraph, where the block is of that kind."""
        paragraphs = [self._held] if self._held else []
        self._held = None
        if self._has_words:
            paragraphs.append(self._paragraph(place))
        else:
            self._parts.clear()
        if len(paragraphs) == 1 and self._pieces == 1 and place.in_paragraph:
            paragraphs = [replace(paragraphs[0], line=replace(paragraphs[0].line, whole=True))]
        self._pieces = 0
        self._last_break = ""
        return paragraphs

    @property
    def _has_words(self) -> bool:
        return any(part.text.strip(BLANK) for part in self._parts)

    def _paragraph(self, place: Place) -> Paragraph:
        parts, self._parts = self._parts, []
        words = [part for part in parts if part.text.strip(BLANK)]
        first = words[0].text
        number = words[0].line + first[: len(first) - len(first.lstrip(BLANK))].count("\n")
        text = laid_out("".join(part.text for part in parts))
        text, taken = with_record(text, number)
        self.dropped += taken
        line = Line(text, number, place.align, place.heading, gap_before=self._gap)
        self._gap = False
        self._last_break = ""
        self._pieces += 1
        links = [part.link for part in words if part.text.strip(BLANK + _SEPARATORS)]
        return Paragraph(line, linked=bool(links) and all(links), links=len(set(links) - {0}))


def ends_lines_with_sentences(text: str) -> bool:
    """Whether each line ends where a paragraph may: lines pasted into a page without marks of paragraphs.

    >>> lines = "各单位：\\n现通知如下。\\n{}\\n请做好自查。\\n特此通知"
    >>> [ends_lines_with_sentences(lines.format(line)) for line in ("一、自查", "各单位要在六月底")]
    [True, False]
    """
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if len(lines) > _FEWEST_LINES and _IS_TITLE.fullmatch(lines[0]):
        lines = lines[1:]
    if len(lines) > _FEWEST_LINES and whole_date(lines[-1]) and not _ENDS_PARAGRAPH.search(lines[-2]):
        lines = lines[:-1]  # the signature is the last one then
    return len(lines) >= _FEWEST_LINES and all(
        _ENDS_PARAGRAPH.search(line) or _IS_HEADING.match(line) for line in lines[:-1]
    )


def unescaped(text: str) -> str:
    """Returns the text with a character where the name of one shows, and a no-break space where that of a space does.

    >>> unescaped("县委&nbsp;县政府&ldquo;双联&rdquo;&#8226;AT&T;&#104;")
    '县委\xa0县政府“双联”•AT&T;&#104;'
    """
    return _ESCAPED.sub(_character, text) if "&" in text else text


def with_record(text: str, number: int) -> tuple[str, list[Dropped]]:
    """The text of a line with what was escaped twice shown as it is meant, and the names that were shown before."""
    names = [name for name in _ESCAPED.finditer(text) if _character(name) != name[0]] if "&" in text else []
    taken = [
        Dropped(shown, reason, number)
        for reason, of_space in ((_SPACES_TWICE, True), (_CHARACTERS_TWICE, False))
        if (shown := "".join(name[0] for name in names if bool(name["space"]) is of_space))
    ]
    return unescaped(text), taken


def _character(name: re.Match[str]) -> str:
    if name["space"]:
        return "\xa0"
    reference = f"&{name[0].removeprefix('&').replace('amp;', '') or 'amp;'}"
    character = html.unescape(reference)
    stays = character.isascii() and character not in "\"'&"  # nobody escapes h as &#104;, and no tag may come of it
    return name[0] if stays else character


def laid_out(text: str) -> str:
    """Takes out the line ends of the HTML source; other white space stays.

    >>> laid_out("\\n  转变作风，\\n\\t经研究 use of\\nHIS　"), laid_out("　　一、")
    ('转变作风，经研究 use of HIS\\u3000', '\\u3000\\u3000一、')
    """

    def close(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        return "" if _CLOSE.match(before) or _CLOSE.match(after) else " "

    return _SPACE_WITH_NEWLINE.sub(close, text).strip(HTML_SPACE)
