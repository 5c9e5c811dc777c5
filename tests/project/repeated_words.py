"""Texts that repeat some words many times, in each place of a notice: what grows faster than its text shows there."""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]

HEAD, END = "关于开展活动的通知\n各学校：\n", "\n甲市教育局\n2014年3月5日\n"

_ROOMS = ("text", "reading", "parsing", "findings", "editing")
_WORD = re.compile(r"[\u4e00-\u9fff]{1,8}")
_REMARK = re.compile(r"#.*")  # of a verbose expression

_SEPARATORS = (*"、，；。：（）“”《》和要的对由甲", "", " ", "\n", "1．", "一、", "2014年", "！", "或", "与")


def _times(unit: str, size: int) -> str:
    return unit * (size // len(unit.encode()))


Place = Callable[[str, int], str]

PLACES: Mapping[str, Place] = {
    "a paragraph": lambda unit, size: f"{HEAD}正文{_times(unit, size)}正文{END}",
    "all": lambda unit, size: _times(unit, size),
    "the title": lambda unit, size: f"{_times(unit, size)}\n各学校：\n正文。{END}",
    "主送": lambda unit, size: f"关于开展活动的通知\n{_times(unit, size)}：\n正文。{END}",
    "lines": lambda unit, size: HEAD + _times(f"{unit}\n", size) + END,
    "clauses": lambda unit, size: f"{HEAD}正文{_times(f'{unit}，', size)}正文。{END}",
    "sentences": lambda unit, size: f"{HEAD}正文{_times(f'{unit}。', size)}正文。{END}",
    "the signature": lambda unit, size: f"{HEAD}正文。\n{_times(unit, size)}\n2014年3月5日\n",
    "抄送": lambda unit, size: f"{HEAD}正文。{END}\n抄送：{_times(unit, size)}。\n",
    "附件": lambda unit, size: f"{HEAD}正文。\n附件：1．{_times(unit, size)}{END}",
    "a heading": lambda unit, size: f"{HEAD}一、{_times(unit, size)}\n正文。\n二、总体要求\n正文。\n{END}",
    "a demand": lambda unit, size: f"{HEAD}各学校要认真学习{_times(unit, size)}，确保实效。{END}",
    "who is charged": lambda unit, size: f"{HEAD}（由{_times(unit, size)}负责）。{END}",
}
"""By the name of a place in a notice the text of about `size` bytes that has the unit there again and again."""


def vocabulary() -> list[str]:
    """The Chinese words in the rules and word tables of the rooms that read, and in the reference tables."""
    words: set[str] = set()
    for room in _ROOMS:
        for file in (ROOT / "scripts" / "notice_site" / room).rglob("*.py"):
            tree = ast.parse(file.read_text("utf-8"))
            remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in remarks:
                    words.update(_WORD.findall(_REMARK.sub("", node.value)))
    for table in (ROOT / "source_texts" / "reference").glob("*.yml"):
        words.update(word for word in _WORD.findall(table.read_text("utf-8")) if len(word) <= 6)  # no sentences
    return sorted(words)


def repetitions(seed: int) -> Iterator[tuple[str, str]]:
    """A unit with each word of the vocabulary, and a place for it: 制定的|对|主要责任|《, a demand."""
    chance = random.Random(seed)
    words = vocabulary()
    for word in chance.sample(words, len(words)):
        further = [chance.choice(words) for _ in range(chance.choice((0, 0, 1, 2)))]
        unit = "".join(part + chance.choice(_SEPARATORS) for part in (word, *further))
        yield chance.choice(_SEPARATORS) * (chance.random() < 0.2) + unit, chance.choice([*PLACES])
