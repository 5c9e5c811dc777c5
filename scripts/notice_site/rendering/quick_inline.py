"""Speeds up Python-Markdown: tries an inline pattern only on text that has a character the pattern needs.

Python-Markdown tries each inline pattern on each text of a page, but nearly all texts of a notice are Han characters.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

NEEDED = {
    "backtick": "`",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "!",
    "image_reference": "!",
    "short_reference": "[",
    "short_image_ref": "!",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "em_strong": "*_",
    "footnote": "[",
}
"""A text must have one of these characters to match the pattern of that name; patterns not named are always tried."""


class QuickInline(Extension):  # type: ignore[misc]
    """Replaces the processor that applies the inline patterns; has to be the last extension.

    >>> Markdown(extensions=[QuickInline()]).convert("反对**“四风”**，见[原文](1.md)")
    '<p>反对<strong>“四风”</strong>，见<a href="1.md">原文</a></p>'
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_QuickProcessor(md), "inline", 20)  # the priority that it has in Python-Markdown


class _QuickProcessor(InlineProcessor):  # type: ignore[misc]
    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        patterns = self.md.inlinePatterns
        named = {id(patterns[name]): needed for name, needed in NEEDED.items() if name in patterns}
        self._tried: list[tuple[Pattern, str]] = [(pattern, named.get(id(pattern), "")) for pattern in patterns]
        return super().run(tree, ancestors)  # type: ignore[no-any-return]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """Overrides the private method of `InlineProcessor`: the same, but skips patterns that cannot match."""
        if isinstance(data, AtomicString):
            return data  # type: ignore[no-any-return]
        start = 0
        while patternIndex < len(self._tried):
            pattern, needed = self._tried[patternIndex]
            matched = False
            if not needed or any(character in data for character in needed):
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, patternIndex, start)
            if not matched:
                patternIndex += 1
                start = 0
        return data
