"""Reads plain text, one paragraph a line; a form feed or a vertical tab ends a line too."""

from __future__ import annotations

import re

from notice_site.model import Dropped, Line
from notice_site.reading.extracted_text import ExtractedText, Paragraph
from notice_site.reading.readers.html_lines import with_record
from notice_site.text.spacing import squeeze

# A tag that gives a text its shape, closed as tags are: the text is an HTML fragment.
# takes: <p>, </p>, <BR/>, <table width="100%">, <div\nclass=x>; not: 印发<会计规定>, a<b, <p 值, <stdio.h>
_MARKUP = re.compile(
    r"""
    < /?
    (?: p | br | div | table | tr | td | span | html | body | font | center | h[1-6] | ul | ol | li )
    (?: \s [^<>]* )?  # attributes
    /? >
    """,
    re.IGNORECASE | re.VERBOSE,
)

_INNER_BREAK = re.compile("[\f\v\x85\u2028\u2029]")


def is_html(text: str) -> bool:
    """Whether a text holds markup that shapes it.

    >>> is_html("标题<br>正文"), is_html("转发<会计专业技术人员继续教育规定>的通知")
    (True, False)
    """
    return _MARKUP.search(text) is not None


def read_plain(text: str, encoding: str) -> ExtractedText:
    """The lines that hold more than white space, `gap_before` where blank ones or a form feed part them.

    >>> [(p.line.text, p.line.number, p.line.gap_before) for p in read_plain("通知\\n\\n正文", "utf-8").paragraphs]
    [('通知', 1, False), ('正文', 3, True)]
    """
    lines: list[Line] = []
    dropped: list[Dropped] = []
    gap = False
    for number, raw in enumerate(text.split("\n"), 1):
        for k, piece in enumerate(_INNER_BREAK.split(raw)):
            gap = gap or k > 0
            piece, taken = with_record(piece, number)  # names of characters are left where tags were taken out
            dropped += taken
            if squeeze(piece):
                lines.append(Line(piece.rstrip(), number, gap_before=gap and bool(lines)))
                gap = False
            elif k == 0:
                gap = True
    return ExtractedText("text", encoding, tuple(map(Paragraph, lines)), tuple(dropped))
