"""Any bytes give documents or a problem: nothing raises, nothing is lost, nothing takes long."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_site.parsing.line_joining import join_lines
from notice_site.parsing.parse import parse
from notice_site.reading import read_levels, read_source
from notice_site.text.spacing import squeeze

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "source_texts" / "notices").glob("*.txt"))
LEVELS, _ = read_levels(ROOT / "source_texts" / "reference" / "levels.yml")
SECONDS_FOR_100_KB = 2.0

_TAGS = (
    "p", "div", "br", "span", "table", "tr", "td", "b", "h1", "h2", "ul", "ol", "li", "font", "center", "script",
    "style", "iframe", "title", "select", "option", "svg", "textarea",
)  # fmt: skip
_BITS = (
    *"一二三（）()、。；：，“”《》〔〕 　\n\t<>&#*_[]{}|\\`",
    "第一条", "第二章", "一、", "（一）", "1.", "1.1", "①", "一是", "二是", "附件：1.", "附件2",
    "关于", "通知", "意见", "文件", "2014年4月2日", "二○一四年", "甲发〔2014〕3号", "各市：", "抄送：",
    "印发", "（下转第四版）", "领导小组", "---\n", "{{ x }}",
    "<!--", "-->", "&lt;", "&#x4e00;", "&nbsp;", "学习贯彻落实。", "各级党组织要高度重视，认真组织，确保取得实效。",
)  # fmt: skip


def check(content: bytes, path: Path) -> None:
    """Reads, mends and parses the bytes; fails where text is lost or time is wasted."""
    path.write_bytes(content)
    began = time.process_time()
    source, problems = read_source(path, path.name)
    if source is None:
        assert problems
        return
    notices = parse(source, "fuzz", join_lines(source), LEVELS)
    seconds = time.process_time() - began
    shown = "".join(squeeze(b.text) for n in notices for b in n.blocks)
    dropped = "".join(squeeze(d.text) for n in notices for d in n.dropped)
    lines = "".join(squeeze(line.text) for line in source.lines)
    left_out = "".join(squeeze(d.text) for d in source.dropped)
    assert Counter(shown + dropped) == Counter(lines + left_out)
    ids = [b.id for n in notices for b in n.blocks]
    assert len(ids) == len(set(ids))
    assert seconds < SECONDS_FOR_100_KB * max(1.0, len(content) / 100_000)


def random_bytes(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(1, 400))


def random_html(chance: random.Random) -> bytes:
    parts = []
    for _ in range(chance.randrange(1, 60)):
        tag = chance.choice(_TAGS)
        style = chance.choice(
            ("", ' align="center"', ' style="text-align:right"', " onclick=x", ' href="javascript:1"')
        )
        parts.append(chance.choice((f"<{tag}{style}>", f"</{tag}>", chance.choice(_BITS), f"<{tag}", "文字")))
    return "".join(parts).encode()


def random_notice(chance: random.Random) -> bytes:
    text = "".join(chance.choice(_BITS) + chance.choice(("", "", "\n", "\n\n")) for _ in range(chance.randrange(1, 80)))
    return text.encode(chance.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16")))


def broken_notice(chance: random.Random) -> bytes:
    text = chance.choice(SOURCES).read_text("utf-8-sig")
    start = chance.randrange(len(text))
    piece = text[start : start + chance.randrange(20, 900)]
    rate = chance.random() * 0.2
    return "".join(c + ("\n" if chance.random() < rate else "") for c in piece).encode()


MAKERS = (random_bytes, random_html, random_notice, broken_notice)


def run(maker: int, seed: int, count: int, folder: Path) -> None:
    chance = random.Random(f"{maker} {seed}")
    for number in range(count):
        content = MAKERS[maker](chance)
        ending = chance.choice(("txt", "html", "md"))
        try:
            check(content, folder / f"source.{ending}")
        except Exception:
            (folder / f"failed-{maker}-{seed}-{number}.{ending}").write_bytes(content)
            print(f"case {maker} {seed} {number} .{ending}: {content!r}")
            raise


@pytest.mark.parametrize("maker", range(len(MAKERS)), ids=[m.__name__ for m in MAKERS])
def test_random_input(maker: int, tmp_path: Path) -> None:
    run(maker, 0, 300, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 11))
@pytest.mark.parametrize("maker", range(len(MAKERS)), ids=[m.__name__ for m in MAKERS])
def test_twenty_thousand_random_inputs(maker: int, seed: int, tmp_path: Path) -> None:
    run(maker, seed, 500, tmp_path)


def long_inputs() -> Iterator[tuple[str, str]]:
    """Texts of about 100 kB that try the patience of a careless pattern."""
    for bit in (
        "一",
        "一、",
        "（一）",
        "1.",
        "“",
        "《",
        "（",
        " ",
        "　",
        "<",
        "<p>",
        "<b>",
        "&",
        "一是",
        "关于",
        "2014年",
        "附件",
        "。",
        "；",
        "-",
    ):
        yield bit, bit * (100_000 // len(bit.encode()))
    yield "一行正文", "各级党组织要高度重视，认真组织开展学习活动。" * 1_500
    yield "许多短行", "各级党组织要高度重视\n" * 3_000
    yield "许多标题", "一、提高认识\n（一）加强领导\n1.落实责任\n" * 1_000
    yield "许多列举", "".join(f"一是学习；二是整改；{n}" for n in range(3_000))


@pytest.mark.parametrize("text", [t for _, t in long_inputs()], ids=[n for n, _ in long_inputs()])
@pytest.mark.parametrize("ending", ["txt", "html"])
def test_long_input_takes_no_longer_than_it_may(text: str, ending: str, tmp_path: Path) -> None:
    check(text.encode(), tmp_path / f"source.{ending}")
