"""No document below the limits takes more than a few seconds a megabyte, from its bytes to its pages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from notice_site.execution import parallel
from notice_site.pipeline.build import generate

SECONDS_A_MEGABYTE, SECONDS_AT_LEAST = 10.0, 6.0
"""Processor time, half as much again as was measured on a busy machine; a site takes some at least."""

DENSE_SECONDS_A_MEGABYTE = 20.0
"""A duty and a date every 80 bytes: each is on pages, in data files and in the calendar."""

MOST_TIMES_FOR_FOUR = 5.0
"""Four times the text may take so many times as long; what grows with the square of the text takes 16 times."""

HEAD, END = "关于开展活动的通知\n各学校：\n", "\n甲市教育局\n2014年3月5日\n"
LINE = "各级党组织要高度重视，认真组织开展学习活动，确保取得实效。"
DUTIES = "各学校要于2014年3月10日前报送“三严三实”情况，"
DENSE = "one sentence of 320,000 characters"
TEXTS = {
    "a year again and again": "2014年" * 32_000,
    "a term again and again": "群众路线" * 80_000,
    "quotation marks that open": "“" * 64_000,
    "title marks that open": "《" * 64_000,
    "one line of 529,000 characters": (LINE * 20_000)[:529_000],
    DENSE: (DUTIES * 14_000)[:320_000],
}
ATTRIBUTES = " ".join(f"a{n}='1'" for n in range(200_000))
TAG = f"<html><body><p>通知</p><p {ATTRIBUTES}>正文内容。</p></body></html>"


@pytest.mark.long
@pytest.mark.parametrize("name", [*TEXTS, "a tag of 200,000 attributes"])
def test_a_site_is_made_of_it_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(parallel, "processors", lambda: 1)  # so that its processor time is that of this process
    (tmp_path / "notices").mkdir()
    content = (f"{HEAD}{TEXTS[name]}{END}" if name in TEXTS else TAG).encode()
    (tmp_path / "notices" / ("a.txt" if name in TEXTS else "a.html")).write_bytes(content)
    a_megabyte = DENSE_SECONDS_A_MEGABYTE if name == DENSE else SECONDS_A_MEGABYTE
    assert seconds_for(tmp_path) < max(SECONDS_AT_LEAST, a_megabyte * len(content) / 1e6)


RECURRING = {
    "sentences": LINE,
    "clauses": "认真学习，",
    "numbers of documents": "甲教发〔2014〕1号，",
    "brackets": "（由甲市教育局负责）",
    "names in quotation marks": "“甲个必须”、",
    "digits": "1234567890",
    "blanks": " ",
    "wide blanks": "\u3000",
}


@pytest.mark.long
@pytest.mark.parametrize("unit", RECURRING.values(), ids=RECURRING)
def test_time_grows_with_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unit: str) -> None:
    monkeypatch.setattr(parallel, "processors", lambda: 1)
    (tmp_path / "notices").mkdir()
    seconds = []
    for size in (0, 100_000, 400_000):  # the first for what every site takes
        text = f"{HEAD}正文{unit * (size // len(unit.encode()))}正文{END}"
        (tmp_path / "notices" / "a.txt").write_text(text, "utf-8")
        seconds.append(seconds_for(tmp_path))
    least, once, four_times = seconds
    assert four_times - least < max(MOST_TIMES_FOR_FOUR * (once - least), SECONDS_A_MEGABYTE * 0.4)


def seconds_for(sources: Path) -> float:
    """The processor time in which a site is made of these sources."""
    began = time.process_time()
    assert "index.md" in generate(sources).files
    return time.process_time() - began
