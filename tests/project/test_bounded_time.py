"""No document below the limits takes more than a few seconds a megabyte, from its bytes to its pages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from notice_site.execution import parallel
from notice_site.pipeline.build import generate

SECONDS_A_MEGABYTE, SECONDS_AT_LEAST = 20.0, 6.0
"""Processor time; what looks like thousands of duties and dates takes longest, and a site takes some at least."""

HEAD, END = "关于开展活动的通知\n各学校：\n", "\n甲市教育局\n2014年3月5日\n"
LINE = "各级党组织要高度重视，认真组织开展学习活动，确保取得实效。"
DUTIES = "各学校要于2014年3月10日前报送“三严三实”情况，"
TEXTS = {
    "a year again and again": "2014年" * 32_000,
    "a term again and again": "群众路线" * 80_000,
    "quotation marks that open": "“" * 64_000,
    "title marks that open": "《" * 64_000,
    "one line of 529,000 characters": (LINE * 20_000)[:529_000],
    "one sentence of 320,000 characters": (DUTIES * 14_000)[:320_000],
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
    began = time.process_time()
    assert "index.md" in generate(tmp_path).files
    assert time.process_time() - began < max(SECONDS_AT_LEAST, SECONDS_A_MEGABYTE * len(content) / 1e6)
