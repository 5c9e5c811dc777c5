"""Real notices and a seed in, any number of distinct invented raw notices of 4-8 kB out.

A notice has the head, outline and signature that such notices have; its paragraphs are runs of sentences of the real
ones with other days and figures. One in twenty forwards an earlier one whole, so that there is something to cite,
to compare and to follow up. Numbering makes the notices distinct; the same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

_BYTES = (4_000, 8_000)
_FIRST_DAY = date(2013, 6, 18)
_DAYS = 480
_FORWARDING = 20  # one notice in so many
_ISSUES = ["群组发", "群教组发", "群办发", "教实组发", "群活办发"]
_SUBJECTS = (
    "开展学习教育听取意见环节工作", "深化专项整治", "召开专题民主生活会", "做好整改落实建章立制工作",
    "加强督导工作", "开好组织生活会和民主评议党员", "组织学习重要讲话精神", "解决联系服务群众最后一公里问题",
    "开展回头看工作", "做好第二批活动准备工作", "严格控制文件简报", "整治会所中的歪风",
)  # fmt: skip
_GENRES = ("通知", "意见", "实施方案")
_HAN_DIGITS = "一二三四五六七八九十"

_SENTENCE = re.compile(r"[^。！？\n]{12,}[。！？][”』）]?")  # takes 各级党委要……抓好落实。 not 特此通知。
_LABEL = re.compile(r"^[\s　]*(?:第?[一二三四五六七八九十]+[、条章]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])\s*")
_DAY = re.compile(r"(?P<month>1?\d)月(?P<day>[123]?\d)日")
_FIGURE = re.compile(r"(?<=[少过于满])\d{1,2}(?=[次篇个天])")  # the 5 of 不少于5次


@dataclass(frozen=True, slots=True)
class Invented:
    """One raw notice: what it is called, and its text from masthead to date."""

    title: str
    number: str
    text: str


def notices(sources: Sequence[str], places: dict[str, list[str]], count: int, seed: int = 1) -> Iterator[str]:
    """`count` raw notices made from the texts `sources`; `places` are names by level of organisation."""
    rng = random.Random(seed)
    paragraphs = [
        sentences
        for source in sources
        for line in source.splitlines()
        if len(sentences := _SENTENCE.findall(_LABEL.sub("", line).strip())) >= 2
    ]
    earlier: list[Invented] = []
    for serial in range(count):
        forwarded = rng.choice(earlier) if earlier and serial % _FORWARDING == _FORWARDING - 1 else None
        invented = _notice(rng, serial, paragraphs, places, forwarded)
        if forwarded is None:
            earlier.append(invented)
        yield invented.text


def _notice(
    rng: random.Random,
    serial: int,
    paragraphs: Sequence[Sequence[str]],
    places: dict[str, list[str]],
    forwarded: Invented | None,
) -> Invented:
    place = rng.choice(places[rng.choice([*places])])
    issuer = f"中共{place}委党的群众路线教育实践活动领导小组"
    day = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
    number = f"{place[0]}{rng.choice(_ISSUES)}〔{day.year}〕{serial + 1}号"
    subject = f"{place}{rng.choice(_SUBJECTS)}"
    title = f"关于转发《{forwarded.title}》的通知" if forwarded else f"关于{subject}的{rng.choice(_GENRES)}"
    head = [f"{issuer}文件", number, title, "", "各党委（党组），各教育实践活动领导小组，各督导组："]
    if forwarded:
        body = [f"现将《{forwarded.title}》（{forwarded.number}）转发给你们，请结合实际认真贯彻执行。"]
    else:
        body = [f"为{_run(rng, paragraphs, 2)}", *_sections(rng, paragraphs, rng.randint(*_BYTES))]
    signature = [issuer, f"{day.year}年{day.month}月{day.day}日"]
    lines = [*head, *body, *signature, *(["", forwarded.text] if forwarded else [])]
    return Invented(title, number, "\n".join(lines))


def _sections(rng: random.Random, paragraphs: Sequence[Sequence[str]], size: int) -> Iterator[str]:
    """Numbered sections with points until they have `size` bytes."""
    made = 0
    for number in _HAN_DIGITS:
        lines = [f"{number}、{_heading(rng, paragraphs)}"]
        if rng.random() < 0.5:
            lines += [f"（{_HAN_DIGITS[at]}）{_run(rng, paragraphs, 4)}" for at in range(rng.randint(2, 4))]
        else:
            lines += [_run(rng, paragraphs, 5) for _ in range(rng.randint(1, 3))]
        for line in lines:
            if made < size:
                yield line
            made += len(line.encode())


def _heading(rng: random.Random, paragraphs: Sequence[Sequence[str]]) -> str:
    clauses = [c.strip() for c in re.split("[，。；：、]", rng.choice(rng.choice(paragraphs))) if 4 <= len(c) <= 20]
    return rng.choice(clauses) if clauses else "加强组织领导"


def _run(rng: random.Random, paragraphs: Sequence[Sequence[str]], longest: int) -> str:
    """Some sentences of one real paragraph in their order, with other days and figures."""
    sentences = rng.choice(paragraphs)
    start = rng.randrange(len(sentences))
    text = "".join(sentences[start : start + rng.randint(1, longest)])
    text = _DAY.sub(lambda _: f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日", text)
    return _FIGURE.sub(lambda _: str(rng.randint(2, 30)), text)


def write_corpus(project: Path, folder: Path, count: int, seed: int = 1) -> None:
    """Writes `count` notices made from those of `project` and its reference tables into the sources folder `folder`."""
    sources = [path.read_text("utf-8") for path in sorted((project / "source_texts" / "notices").glob("*.txt"))]
    named = yaml.safe_load((project / "bench" / "places.yml").read_text("utf-8"))
    places = {level: names.split() for level, names in named.items()}
    (folder / "notices").mkdir(parents=True)
    for serial, text in enumerate(notices(sources, places, count, seed)):
        (folder / "notices" / f"{serial:05}.txt").write_text(text + "\n", "utf-8")


def main() -> None:
    """Writes one corpus; arguments as on the command line."""
    parser = argparse.ArgumentParser(prog="bench.corpus", description="Invent a corpus of raw notices.")
    parser.add_argument("folder", type=Path, metavar="OUT", help="new sources folder")
    parser.add_argument("--count", type=int, default=1000, metavar="N", help="how many notices (1000)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, other notices (1)")
    options = parser.parse_args()
    write_corpus(Path(), options.folder, options.count, options.seed)


if __name__ == "__main__":
    main()
