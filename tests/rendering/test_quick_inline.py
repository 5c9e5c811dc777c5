"""The quick application of inline patterns gives the HTML of Python-Markdown, whatever the text."""

from __future__ import annotations

import random

import pytest
from markdown import Markdown

from notice_site.rendering.quick_inline import NEEDED, QuickInline

EXTENSIONS = ["attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
PIECES = [
    *("**", "*", "_", "__", "`", "``", "\\", "[", "]", "](1.md)", "![", "(", ")", "<", ">", "<b>", "</b>", "<br>", "&"),
    *("  \n", "\n", "\n\n", "# ", "- ", "> ", "| a | b |\n| - | - |\n", "[^1]", "\n\n[^1]: 注\n\n", "[甲]: 2.md\n"),
    *("[甲][]", "[甲]", "{: #p_1 .paragraph }", "{ .term }", "<https://a.cn>", "<a@b.cn>", "&amp;", "!", "^", "\u0002"),
    *("klzzwxh:0001", "四风", "照镜子、", "a b"),
]  # fmt: skip


def test_each_pattern_is_known_by_its_name() -> None:
    names = {item.name for item in Markdown(extensions=EXTENSIONS).inlinePatterns._priority}
    assert names == NEEDED.keys()


@pytest.mark.parametrize("seed", range(40))
def test_any_text_gives_the_same(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(25):
        text = "".join(rng.choices(PIECES, k=rng.randint(1, 25)))
        expected = Markdown(extensions=EXTENSIONS).convert(text)
        assert Markdown(extensions=[*EXTENSIONS, QuickInline()]).convert(text) == expected, repr(text)
