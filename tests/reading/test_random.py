"""Whatever the bytes are, reading ends soon, raises nothing but its own refusal, and loses no Han character."""

from __future__ import annotations

import contextlib
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

import pytest

from notice_site.model import Dropped, Line
from notice_site.reading.boilerplate.lines import separate_boilerplate
from notice_site.reading.extracted_text import SourceError
from notice_site.reading.formats import extract_text
from notice_site.reading.reference.boilerplate import shipped_boilerplate
from notice_site.reading.reference.limits import DEFAULTS

HAN = re.compile(r"[\u3400-\u9fff]")
ELEMENTS = re.findall(
    r"\S+",
    """
    p div br table tr td th tbody span b font a ul ol li h1 h2 center html body head select option form input button
    img hr o:p dl dt dd pre section nav header footer frameset frame object embed map area label fieldset caption col
    thead tfoot strong em i u details summary dialog template svg math video audio canvas meta link base article x-y
    image xml
    """,
)
BARE = ["title", "textarea", "iframe", "noframes", "xmp", "plaintext", "script", "style", "noscript"]
LOOSE_ENDS = ("<", ">", "&", '"', "'", "<!--", "-->", "<!", "</", "<?", "&nbsp;", "&#20013;", "\n", "\r\n", "\0")


class _Visible(HTMLParser):
    """The text between tags, as another parser finds it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _visible(markup: str) -> Counter[str]:
    parser = _Visible()
    parser.feed(markup)
    parser.close()
    return Counter(HAN.findall("".join(parser.parts)))


def _read(raw: bytes, name: str) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    content = extract_text(raw, name, DEFAULTS)
    parts = separate_boilerplate(content.paragraphs, shipped_boilerplate())
    return parts.lines, (*content.dropped, *parts.dropped)


few_seeds = pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in (1, 2))])


def _han(lines: Iterable[Line], dropped: Iterable[Dropped]) -> Counter[str]:
    shown = "".join(line.text for line in lines)
    return Counter(HAN.findall(shown + "".join(d.text for d in dropped if not d.text.startswith("U+"))))


def _piece(chance: random.Random, elements: Sequence[str], loose: float) -> str:
    kind, name = chance.random(), chance.choice(elements)
    if kind < 0.3:
        return f"<{name}>"
    if kind < 0.55:
        return f"</{name}>"
    if kind < 0.65:
        return f'<{name} class="x" style="text-align:center" rowspan=3>'
    if kind < 0.68:
        return f"<{name}/>"
    if kind < 0.68 + loose:
        return chance.choice(LOOSE_ENDS)
    text = "".join(chr(chance.randrange(0x4E00, 0x5A00)) for _ in range(chance.randint(1, 4)))
    return text + chance.choice(("", "。", "：", "\n", " "))


@few_seeds
def test_random_elements_lose_no_character_and_add_none(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(1_000):
        markup = "<p>" + "".join(_piece(chance, ELEMENTS, 0) for _ in range(chance.randint(1, 25)))
        assert _han(*_read(markup.encode(), "x.html")) == _visible(markup), markup


@few_seeds
def test_random_loose_ends_raise_nothing_and_the_same_text_reads_the_same(seed: int) -> None:
    chance = random.Random(100 + seed)
    for _ in range(700):
        markup = "".join(_piece(chance, ELEMENTS + BARE, 0.1) for _ in range(chance.randint(1, 25)))
        with contextlib.suppress(SourceError):
            raw = markup.encode()
            assert _read(raw, "x.html") == _read(raw, "x.html")


MAIL = b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"


@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.md", "x.docx", "x.pdf", "x.mht", "x"])
def test_random_bytes_are_read_or_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # what LibreOffice makes of noise is not ours, and takes seconds each time
    chance = random.Random(name)
    starts = (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"%PDF-1.4\n", b"{\\rtf", b"<p>", MAIL)
    for _ in range(300):
        raw = chance.choice(starts) + chance.randbytes(chance.randint(0, 300))
        with contextlib.suppress(SourceError):
            _read(raw, name)


@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_random_lines_lose_no_character(name: str) -> None:
    chance = random.Random(name)
    marks = ("#", "# ", "**", "|", "|---|", "---", "- 1 -", "来源：", "首页>", "\f", "\n", "　", "字", "。", "1.")
    for _ in range(2_000):
        text = "".join(chance.choice(marks) for _ in range(chance.randint(1, 15)))
        with contextlib.suppress(SourceError):
            assert _han(*_read(text.encode(), name)) == Counter(HAN.findall(text)), text


PILES = (
    "<!--", "<", "<a ", "</", "&#", "<table><tr><td>字<td>字", "<tr><td>字", "<p>字", "<b>", "<script>", "<![CDATA[",
    "<br>字", "<iframe>", "<title>", "<iframe><p>字。</iframe>", '<html x="', "<body/", "<nav>", '<p style="',
    "<ul><li>字", "<ol><li>", "<ol><li>字</li></ol>", "<sup>2", "<del>字", "<span style='font:1pt", "&amp;amp;", "。\n",
    "<td rowspan=99 colspan=99>字", "<a href=x>首页</a><br>", "&nbsp;", "&amp;nbsp;", "字", "来源：", "首页>",
    "【打印】", "索引号：1\n", "|a|\n", "|-|\n", "**", "**a**", "---\n", "a:\n", "第1页", "\n", "　", "1",
)  # fmt: skip


@pytest.mark.parametrize("pile", PILES)
@pytest.mark.parametrize(
    ("name", "before"),
    [pytest.param("x.md", "", id="flat", marks=pytest.mark.long), pytest.param("x.html", "<div>" * 900, id="deep")],
)
def test_a_hundred_thousand_bytes_of_one_thing_take_no_two_seconds(pile: str, name: str, before: str) -> None:
    raw = (before + pile * (100_000 // len(pile.encode()))).encode()
    start = time.process_time()
    with contextlib.suppress(SourceError):
        _read(raw, name)
    assert time.process_time() - start < 2


def test_nesting_beyond_the_limit_is_refused() -> None:
    with pytest.raises(SourceError, match="嵌套超过 1000 层"):
        _read(("<div>" * 1_500 + "字").encode(), "x.html")
