"""Says what each HTML element means for reading: which part paragraphs, which hold text that is not the document's."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import cast

from cssselect import SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector

from notice_site.model import Align
from notice_site.reading.readers.html_inline import is_struck, strikes
from notice_site.reading.readers.html_lines import ends_lines_with_sentences


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Elements whose edges part paragraphs; all others run on in the line.
BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p"
    " plaintext pre section select summary table tbody td textarea tfoot th thead title tr ul xmp"
)
# Blocks that an author fills with one paragraph: without <br> inside, the format vouches for it.
PARAGRAPHS = _names("p div li dd dt blockquote caption figcaption summary address h1 h2 h3 h4 h5 h6 center")
PREFORMATTED = _names("pre listing xmp plaintext textarea")
TABLE_PARTS = _names("table tbody thead tfoot tr")
CELLS = frozenset(("td", "th"))

# Parts of equations whose places on the page say what they mean: read in a row, a half becomes twelve.
FRACTIONS = _names("mfrac msup msub msubsup msqrt mroot munder mover munderover")

# Programs and style sheets: not text, shown by no browser.
SILENT = _names("script style noscript")

# Text that stands in the file but is no text of the page's document.
_ASIDE = {
    "title": "网页标题",
    "nav": "网站导航",
    "option": "表单选项",
    "optgroup": "表单选项",
    "select": "表单选项",
    "button": "表单按钮",
    "textarea": "表单输入框",
    "datalist": "表单选项",
    "iframe": "嵌入框架内的替代文字",
    "frameset": "嵌入框架内的替代文字",
    "noframes": "嵌入框架内的替代文字",
    "noembed": "嵌入框架内的替代文字",
    "object": "嵌入对象内的替代文字",
    "applet": "嵌入对象内的替代文字",
    "canvas": "嵌入对象内的替代文字",
    "audio": "嵌入对象内的替代文字",
    "video": "嵌入对象内的替代文字",
    "svg": "图形内的文字",
    "rt": "注音",
    "rp": "注音",
    "template": "未显示的模板",
    "xml": "文字处理软件的设置",
}
# Those of them whose inside the parser gives as bare text, tags and all.
BARE = _names("iframe noframes noembed")
# Those that never hold the document, however long they are.
_NEVER_TEXT = _names("title template xml") | BARE
HIDDEN = "网页隐藏的文字"
STRUCK = "带删除线的文字"
_FRAME_OF_SITE = {"header": "网站页眉", "footer": "网站页脚", "aside": "网站侧栏"}

# Blocks whose text may stand in them without paragraphs.
_LOOSE_BLOCKS = _names("div td center section article blockquote")

_RUNNING = 80  # characters: hints of players and forms, and headings of menus, are shorter
# takes: display:none, DISPLAY : none !important, mso-hide:all; not: display:none-such, list-display:nonex
_HIDDEN = re.compile(
    r"""
    (?: ^ | ; ) \s*
    (?: display \s*:\s* none | visibility \s*:\s* hidden | mso-hide \s*:\s* all )
    \s* (?: ! | ; | $ )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_MEDIA = re.compile(r"@[^{};@]*(?:\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|;)")  # @media print { … }, @import …;
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
# takes: text-align:right, TEXT-ALIGN: center; not: text-align-last:center
_TEXT_ALIGN = re.compile(
    r"(?: ^ | ; ) \s* text-align \s*:\s* ( left | right | center | justify | start | end )", re.IGNORECASE | re.VERBOSE
)
# takes: white-space:pre, color:red; white-space: pre-wrap; not: white-space:nowrap
_KEEPS_LINES = re.compile(r"(?: ^ | ; ) \s* white-space \s*:\s* (?: pre | break-spaces )", re.IGNORECASE | re.VERBOSE)

_ALIGNS = {
    "left": Align.LEFT,
    "justify": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "middle": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
}


def name_of(element: etree._Element) -> str:
    """Tag in lower case without a name space; "" for comments and processing instructions."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def hidden_elements(root: etree._Element) -> dict[etree._Element, str]:
    """Returns the elements that the page does not show or strikes out, by an attribute or by its own <style>, and why.

    Takes: .inner{display:none}, <p hidden>, <del>; not what is hidden only in print or under the mouse, nor what holds
    most of the text: <div id="js_content" style="visibility: hidden"> waits for a script, <s> was never closed.
    """
    hidden = {
        e for e in root.iter(etree.Element) if _HIDDEN.search(e.get("style") or "") or e.get("hidden") is not None
    }
    struck = {e for e in root.iter(etree.Element) if is_struck(e, name_of(e))}
    select = _Selection(root)
    for style in root.iter("style"):
        rules = _MEDIA.sub("", _COMMENT.sub("", style.text or ""))
        for selector, declarations in _RULE.findall(rules):
            if _HIDDEN.search(declarations):
                hidden.update(select(selector))
            elif strikes(declarations):
                struck.update(select(selector))
    reasons = dict.fromkeys(struck, STRUCK) | dict.fromkeys(hidden, HIDDEN)
    if reasons and (most := _with_most_text(root)) is not None:
        for element in (most, *most.iterancestors()):
            reasons.pop(element, None)
    return reasons


# takes: p  .inner  #foot  p.inner; not: .inner p  p:hover  *
_PLAIN_SELECTOR = re.compile(
    r"(?P<name>[a-zA-Z][a-zA-Z0-9]*)?(?:\.(?P<class>[a-zA-Z][\w-]*)|\#(?P<id>[a-zA-Z][\w-]*))?"
)

_MOST_SELECTORS = 200
"""Of those that are looked for through the whole page; style sheets that hide something have some ten."""


class _Selection:
    """Finds what selectors select in one page; plain ones by their names, so that many take no longer than few."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._searched = 0
        self._by_name: dict[str, list[etree._Element]] = {}
        for element in root.iter(etree.Element):
            classes, id = (element.get("class") or "").split(), element.get("id")
            for key in (name_of(element), *(f".{name}" for name in {*classes}), *([f"#{id}"] if id else [])):
                self._by_name.setdefault(key, []).append(element)

    def __call__(self, selectors: str) -> list[etree._Element]:
        """What the selectors, between commas, select; nothing for one that depends on what the reader does."""
        parts = [selectors] if re.search(r"[(\[\"']", selectors) else selectors.split(",")
        if not all(map(str.strip, parts)):  # .a, is no selector
            return []
        return [element for part in parts for element in self._selected(part.strip())]

    def _selected(self, selector: str) -> list[etree._Element]:
        plain = _PLAIN_SELECTOR.fullmatch(selector)
        if plain:
            name, key = (plain["name"] or "").lower(), f".{plain['class']}" if plain["class"] else f"#{plain['id']}"
            if plain["class"] is None and plain["id"] is None:
                return self._by_name.get(name, [])
            return [e for e in self._by_name.get(key, []) if not name or name_of(e) == name]
        self._searched += 1
        if self._searched > _MOST_SELECTORS:
            return []
        try:
            return cast("list[etree._Element]", CSSSelector(selector, translator="html")(self._root))
        except (SelectorError, etree.XPathError):
            return []


def reason_aside(
    element: etree._Element, running: Collection[etree._Element], hidden: Mapping[etree._Element, str]
) -> str:
    """Why the text inside is no text of the document; "" where it is.

    What holds running text is the document's whatever it is called: unclosed tags and careless pages
    put it anywhere. A site's header, footer and side bar are known by their elements, unless they stand
    in the article or hold a heading of the first three ranks, which may be the document's title.
    `running` are the elements with running text inside, `hidden` those that the page does not show or strikes out.
    """
    name = name_of(element)
    reason = _ASIDE.get(name, "") or hidden.get(element, "")
    if reason == STRUCK:
        return reason
    if not reason and name in _FRAME_OF_SITE:
        inside = next(element.iterancestors("article", "main"), None)
        heading = next(element.iter("h1", "h2", "h3"), None)
        reason = _FRAME_OF_SITE[name] if inside is None and heading is None else ""
    if reason and name not in _NEVER_TEXT and element in running:
        return ""
    return reason


def is_running(text: str) -> bool:
    """Whether a text is a paragraph of a document rather than a label or a hint.

    >>> is_running("各级党委要高度重视，" * 10 + "抓好落实。"), is_running("您的浏览器不支持播放。")
    (True, False)
    """
    return len(text) >= _RUNNING and "。" in text


def with_running_text(root: etree._Element) -> frozenset[etree._Element]:
    """Collects all elements that hold running text somewhere inside."""
    holders: set[etree._Element] = set()
    for element in root.iter(etree.Element):
        inside = element if is_running(element.text or "") and name_of(element) not in SILENT else None
        around = element.getparent() if is_running(element.tail or "") else None
        for holder in (inside, around):
            while holder is not None and holder not in holders:
                holders.add(holder)
                holder = holder.getparent()
    return frozenset(holders)


def _with_most_text(root: etree._Element) -> etree._Element | None:
    """Returns the innermost element that holds more than half of the text."""
    lengths: dict[etree._Element, int] = {}
    for element in reversed([*root.iter(etree.Element)]):
        own = len((element.text or "").strip()) if name_of(element) not in SILENT else 0
        lengths[element] = own + sum(lengths.get(child, 0) + len((child.tail or "").strip()) for child in element)
    holders = [element for element in root.iter(etree.Element) if 2 * lengths[element] > lengths[root]]
    return holders[-1] if holders else None


def align_of(element: etree._Element) -> Align | None:
    """Where an element places its lines; None where it says nothing and its parent decides.

    A table starts anew at the left: how it stands itself is not how its cells' lines stand.
    """
    name = name_of(element)
    if name == "table":
        return Align.LEFT
    if style := _TEXT_ALIGN.search(element.get("style") or ""):
        return _ALIGNS[style[1].lower()]
    if name == "center":
        return Align.CENTER
    if name == "th":
        return Align.CENTER
    if name in BLOCKS:
        return _ALIGNS.get((element.get("align") or "").strip().lower())
    return None


def keeps_lines(element: etree._Element) -> bool:
    """Whether line ends in the source are line ends on the page, or were meant to be."""
    name = name_of(element)
    if name in PREFORMATTED or _KEEPS_LINES.search(element.get("style") or "") is not None:
        return True
    if name not in _LOOSE_BLOCKS or any(name_of(inside) in BLOCKS for inside in element.iterdescendants(etree.Element)):
        return False
    return ends_lines_with_sentences("".join(map(str, element.itertext())))


def heading_rank(element: etree._Element) -> int:
    """1-6 for <h1>-<h6>, else 0."""
    name = name_of(element)
    return int(name[1]) if len(name) == 2 and name[0] == "h" and name[1] in "123456" else 0
