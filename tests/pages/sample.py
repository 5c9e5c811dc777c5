"""Builds a small corpus with one of everything that a page has to show."""

from __future__ import annotations

import hashlib
import re

from notice_site.model import (
    Block,
    BlockKind,
    Corpus,
    Dropped,
    Level,
    Line,
    Notice,
    Page,
    Publication,
    Repair,
    RepairKind,
    Source,
)
from notice_site.model.edition import Edition
from notice_site.pages.core.site import site
from notice_site.pages.kinds import pending_files

EDITION = Edition("notices", "1.0", (("notices/a.txt", "0" * 64),))

LEVELS = tuple(
    Level(id, name, (re.compile(name),)) for id, name in (("central", "中央"), ("province", "省"), ("county", "县区"))
)


def source(name: str, *lines: str) -> Source:
    """A source whose lines are numbered from 1."""
    content = "\n".join(lines).encode()
    return Source(
        name,
        hashlib.sha256(content).hexdigest(),
        len(content),
        "text",
        "utf-8",
        tuple(Line(text, number) for number, text in enumerate(lines, 1)),
    )


def block(id: str, kind: BlockKind, text: str, line: int = 0, **more: object) -> Block:
    return Block(id, kind, text, lines=(line, line), **more)  # type: ignore[arg-type]


def section(id: str, text: str, label: str | None, heading: str, depth: int, line: int = 0, **more: object) -> Block:
    return block(id, BlockKind.SECTION, text, line, label=label, heading=heading, depth=depth, **more)


FORWARDING = source(
    "转发 <b>.html",
    "某省委文件",
    "某发〔 2014 〕 1 号",
    "转发《关于甲的通知》的通知",
    "各市：",
    "现将《关于甲的通知》转发给你们。",
    "2014年4月2日",
    "关于甲的通知",
    "一、提高认识。要抓好*落实*。",
    "送：省委常委。",
)
OPINION = source(
    "002.txt", "关于乙的意见", "一、总体要求", "（一）原则。坚持三条。一是认真。二是务实。", "表", "（下转第四版）"
)
SCAN = source("003.pdf")

OUTER = Notice(
    "f1",
    FORWARDING.name,
    FORWARDING.sha256,
    "转发《关于甲的通知》的通知",
    (
        block("masthead", BlockKind.MASTHEAD, "某省委文件", 1),
        block("number", BlockKind.NUMBER, "某发〔2014〕1号", 2),
        block("title", BlockKind.TITLE, "转发《关于甲的通知》的通知", 3),
        block("recipients", BlockKind.RECIPIENTS, "各市：", 4),
        block("p_1", BlockKind.PARAGRAPH, "现将《关于甲的通知》转发给你们。", 5),
        block("date", BlockKind.DATE, "2014年4月2日", 6),
        block("cc", BlockKind.CC, "送：省委常委。", 9),
    ),
    genre="通知",
    number="某发〔2014〕1号",
    issuers=("某省委",),
    level="province",
    place="某省",
    recipients="各市",
    cc="省委常委。",
    date="2014-04-02",
    dropped=(Dropped("— 1 —", "页码", 6),),
    repairs=(
        Repair("number", RepairKind.NOISE, "〔 2014 〕 1 号", "〔2014〕1号", "数字中间的空格", 0.99, line=2),
        Repair("p_1", RepairKind.SUSPECTED_ERROR, "转发", "印发", "与题名不合", 0.6, line=5),
    ),
    decided=frozenset({"place"}),
)
INNER = Notice(
    "f1-att_1",
    FORWARDING.name,
    FORWARDING.sha256,
    "关于甲的通知",
    (
        block("att_1__title", BlockKind.TITLE, "关于甲的通知", 7),
        section("att_1__sec_1", "一、提高认识。要抓好*落实*。", "一、", "提高认识", 1, 8),
    ),
    part_of="f1",
    role="forwarded",
    genre="通知",
    issuers=("中央某组",),
    level="central",
    date="2014-03",
)
LONG = Notice(
    "o2",
    OPINION.name,
    OPINION.sha256,
    "关于乙的意见",
    (
        block("title", BlockKind.TITLE, "关于乙的意见", 1),
        section("sec_1", "一、总体要求", "一、", "总体要求", 1, 2),
        section("sec_1__sec_1", "（一）原则。坚持三条。", "（一）", "原则", 3, 3, parent="sec_1"),
        section("sec_1__sec_1__sec_1", "一是认真。", "一是", "认真", 4, 3, parent="sec_1__sec_1", inline=True),
        section("sec_1__sec_1__sec_2", "务实。不空谈", None, "务实", 4, 3, parent="sec_1__sec_1", inline=True),
        block("table", BlockKind.TABLE, "项目\t次数\n学习\t3 | 4\n", 4, rows=(("项目", "次数"), ("学习", "3 | 4"))),
        block("note", BlockKind.NOTE, "（下转第四版）", 5),
    ),
    genre="意见",
    issuers=("某区委", "某区政府"),
    level="county",
    published=Publication("2014-05-01", "某报"),
    status="truncated",
    attachments=("名单",),
)
IMAGES = Notice("s3", SCAN.name, SCAN.sha256, None, (), kind="no-text")

CORPUS = Corpus((FORWARDING, OPINION, SCAN), (OUTER, INNER, LONG, IMAGES))
ORIGINALS = {name: f"bytes of {name}".encode() for name in (FORWARDING.name, OPINION.name, SCAN.name)}


def many(count: int) -> Corpus:
    """A corpus of so many short notices, spread over years, levels, places and issuers."""
    sources = tuple(source(f"n{number}.txt", f"关于第{number}项的通知") for number in range(count))
    notices = tuple(
        Notice(
            f"n{number}",
            one.name,
            one.sha256,
            f"关于第{number}项的通知",
            (block("title", BlockKind.TITLE, f"关于第{number}项的通知", 1),),
            genre="通知",
            issuers=(f"第{number % 7}局",),
            level=("central", "province", "county")[number % 3],
            place=f"第{number % 11}省",
            date=f"{2010 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}" if number % 17 else None,
        )
        for number, one in enumerate(sources)
    )
    return Corpus(sources, notices)


def all_pages(corpus: Corpus) -> list[Page]:
    """Every page of a corpus, made."""
    of = site(corpus, LEVELS, ORIGINALS, (), EDITION)
    return [Page(pending.path, pending.content) for pending in pending_files(of)]
