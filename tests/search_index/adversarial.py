"""Queries that want to make a search load much: of what is common everywhere, and of what no text has."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from opencc import OpenCC
from pypinyin import lazy_pinyin

from notice_site.model import Corpus
from tests.search_index.typed import accented

_COMMON = 60  # pairs of characters, and single ones, that stand in most documents
_TRADITIONAL = OpenCC("s2t")


def adversarial(corpus: Corpus, count: int, seed: int) -> Iterator[str]:
    """So many queries of each manner by turns."""
    chance = random.Random(seed)
    texts = [block.text for notice in corpus.notices[:400] for block in notice.blocks]
    clauses = [clause for text in texts for clause in re.split("[，。；：、“”（）]", text) if 6 <= len(clause) <= 24]
    held = Counter(text[at : at + 2] for text in texts for at in range(len(text) - 1))
    pairs = [pair for pair, _ in held.most_common(4 * _COMMON) if re.fullmatch("[\u4e00-\u9fff]{2}", pair)][:_COMMON]
    manners: list[Callable[[random.Random], str]] = [
        partial(_chain, pairs), partial(_words, pairs, " "), partial(_words, pairs, " OR "),
        partial(_words, pairs, " -"), partial(_pinyin, pairs), partial(_accents, pairs), partial(_cut_short, pairs),
        _initials, _date, _number, partial(_slip, clauses), partial(_paste, texts), partial(_question, clauses),
        partial(_mixed, pairs, clauses), partial(_single, pairs), partial(_written_otherwise, clauses),
    ]  # fmt: skip
    for number in range(count):
        yield manners[number % len(manners)](chance)


def _chain(pairs: Sequence[str], chance: random.Random) -> str:
    """Common pairs side by side, as no text has them: 群众工作教育."""
    return "".join(chance.sample(pairs, chance.randint(2, 6)))


def _words(pairs: Sequence[str], between: str, chance: random.Random) -> str:
    return between.join(chance.sample(pairs, chance.randint(2, 5)))


def _pinyin(pairs: Sequence[str], chance: random.Random) -> str:
    between = chance.choice(["", " ", "'"])
    return between.join(lazy_pinyin("".join(chance.sample(pairs, chance.randint(1, 4)))))


def _accents(pairs: Sequence[str], chance: random.Random) -> str:
    return "".join(accented(s, chance) for s in lazy_pinyin("".join(chance.sample(pairs, chance.randint(1, 4)))))


def _cut_short(pairs: Sequence[str], chance: random.Random) -> str:
    return _pinyin(pairs, chance)[: chance.randint(1, 9)]


def _initials(chance: random.Random) -> str:
    return "".join(chance.choice("zcsjgdhxylwqbtmf") for _ in range(chance.randint(1, 12)))


def _date(chance: random.Random) -> str:
    year, month, day = chance.randint(1996, 2019), chance.randint(1, 12), chance.randint(1, 28)
    return chance.choice(
        [f"{year}.{month}.{day}", f"{month}月{day}日", f"{year}年{month}月", f"{month}月{day}-{day + 2}日", f"{year}年",
         f"{year}{month:02}{day:02}", f"{month}月{day}日 学习", f"{year}年{month}月{day}日前"]
    )  # fmt: skip


def _number(chance: random.Random) -> str:
    number = chance.randint(1, 99)
    return chance.choice(
        [f"群组发{number}号", f"〔2014〕{number}号", f"{number}号", f"{number}%", f"不少于{number}天", f"第{number}批",
         f"{number}个{number + 1}次", "百分之五十", "二〇一四年", "3项5个7次9天", f"{number}号文", "一"]
    )  # fmt: skip


def _slip(clauses: Sequence[str], chance: random.Random) -> str:
    clause = chance.choice(clauses)
    at = chance.randrange(len(clause))
    return clause[:at] + chance.choice("的一是在不了有和人这") + clause[at + 1 :]


def _paste(texts: Sequence[str], chance: random.Random) -> str:
    text = chance.choice([text for text in texts if len(text) > 60])
    kept = [character for character in text if chance.random() > 0.03]
    return "".join(kept)[: chance.choice([60, 200, 1000])]


def _question(clauses: Sequence[str], chance: random.Random) -> str:
    clause = chance.choice(clauses)[: chance.randint(2, 8)]
    return chance.choice(["什么是{}", "{}是什么意思", "怎么{}", "{}有哪些", "{}什么时候开始", "请问{}吗"]).format(
        clause
    )


def _mixed(pairs: Sequence[str], clauses: Sequence[str], chance: random.Random) -> str:
    return f"{_pinyin(pairs, chance)} {chance.choice(clauses)[:4]} {_initials(chance)}"


def _single(pairs: Sequence[str], chance: random.Random) -> str:
    return chance.choice([chance.choice(pairs)[0], chance.choice(pairs), "的", "a", "郏", "😀", "焦", "龘", "的 是"])


def _written_otherwise(clauses: Sequence[str], chance: random.Random) -> str:
    return str(_TRADITIONAL.convert(chance.choice(clauses)))
