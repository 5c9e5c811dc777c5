"""Repairs loose ends of markup that would cost text when it is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Tags after which the parser forgets what follows; an end tag that ends nothing takes their place.
# takes: </html>, </BODY >, <html lang="zh"/>; not: <html>, <header/>
_PAGE_END = re.compile(
    r"""
    </ (?: html | body | head ) \s* >
    | < (?: html | body | head ) (?: \s (?: [^<>"'] | "[^"<>]*" | '[^'<>]*' )* )? />
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A line break as many editors misspell it. Takes: </br>, </BR />; not: </b>, <br/>
_BREAK_MISSPELT = re.compile(r"</br\s*/?>", re.IGNORECASE)
# A start tag long enough to have too many attributes. Takes: <p a1="1" a2="2" … of 10,000 characters; not: <p>
_LONG_TAG = re.compile(r"<[a-z][^<>]{10000,}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_MOST_ATTRIBUTES = 256  # the parser compares each attribute of a tag with all before it
_COMMENT = ("<!--", re.compile(r"--!?>"))
_CDATA = ("<![CDATA[", re.compile(r"\]\]>"))
# Elements whose inside is taken as bare text up to their end tag.
_BARE = ("title", "textarea", "iframe", "noframes", "noembed", "xmp", "noscript")


def repaired(markup: str) -> str:
    """Makes harmless what is opened and never closed: a comment, a tag at the very end, a <title> or the like.

    Each would swallow the rest of the text. All stays on its line.

    >>> repaired("<title>通知<p>正文</br>第二行</html>尾<a ")
    '<span>通知<p>正文<br>第二行</ends-here>尾&lt;a '
    >>> repaired("<!-- 一 -->二<!-- 三")
    '<!-- 一 -->二&lt;!-- 三'
    """
    markup = _BREAK_MISSPELT.sub("<br>", _PAGE_END.sub("</ends-here>", markup))
    markup = _without_open(_without_open(markup, *_COMMENT), *_CDATA)
    for name in _BARE:
        markup = _without_open_element(markup, name)
    end = markup.rfind(">") + 1
    return markup[:end] + markup[end:].replace("<", "&lt;")


def with_few_attributes(markup: str) -> str:
    """The markup without the attributes of a tag that are more than a parser can bear; lines stay lines."""
    return _LONG_TAG.sub(_with_few_attributes, markup)


def _with_few_attributes(tag: re.Match[str]) -> str:
    """The tag without the attributes that are too many."""
    for number, attribute in enumerate(_ATTRIBUTE.finditer(tag[0]), 1):
        if number > _MOST_ATTRIBUTES:
            rest = tag[0][attribute.start() :]
            return tag[0][: attribute.start()] + "\n" * rest.count("\n") + ">"
    return tag[0]


def open_program(markup: str) -> int:
    """The line of a <script> or <style> that never ends and so hides all that follows; 0 where there is none.

    >>> open_program("<p>正文</p>\\n<script>var a;<p>附件"), open_program("<style></style>")
    (2, 0)
    """
    for name in ("script", "style"):
        marks = list(_tags(markup, name))
        if marks and not marks[-1][1]:
            return markup.count("\n", 0, marks[-1].start()) + 1
    return 0


def _without_open(markup: str, mark: str, end: re.Pattern[str]) -> str:
    """Shows a mark that no end follows as text, and all that come after it."""
    start = markup.find(mark)
    while start >= 0:
        closing = end.search(markup, start + len("<!"))  # <!--> is a whole comment
        if closing is None:
            return markup[:start] + markup[start:].replace(mark, f"&lt;{mark[1:]}")
        start = markup.find(mark, closing.end())
    return markup


def _without_open_element(markup: str, name: str) -> str:
    """Replaces a start tag that no end follows; only the last can be open, others end at the end tag that is there."""
    marks = list(_tags(markup, name))
    if not marks or marks[-1][1]:
        return markup
    last = marks[-1]
    return f"{markup[: last.start()]}<span{markup[last.end() :]}"


def _tags(markup: str, name: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"<(/?){name}(?=[\s/>])", markup, re.IGNORECASE)
