"""Words for a time that has no date: what they say stands in what follows them."""

from __future__ import annotations

import pytest

from notice_site.text.time_grammar import RECENT


@pytest.mark.parametrize("verb", ["印发", "召开", "出台", "发布", "下发", "举行", "查处", "通报"])
def test_a_body_did_something_not_long_ago(verb: str) -> None:
    assert RECENT.search(f"近日国务院{verb}")
    assert not RECENT.search("近日国务院审议")


@pytest.mark.parametrize(("count", "holds"), [(1, False), (2, True), (20, True), (21, False)])
def test_how_long_the_name_of_that_body_may_be(count: int, holds: bool) -> None:
    assert bool(RECENT.search("近日" + "甲" * count + "印发")) is holds


@pytest.mark.parametrize("verb", ["发生", "出现", "接连", "连续"])
def test_what_happened_of_late(verb: str) -> None:
    assert RECENT.search(f"近期我市{verb}")
    assert RECENT.search(f"近期，{'甲' * 8}{verb}")
    assert not RECENT.search(f"近期，{'甲' * 9}{verb}")


@pytest.mark.parametrize("words", ["近日内，", "10 日前，", "五 日前，", "最近日期，"])
def test_what_only_looks_recent(words: str) -> None:
    assert not RECENT.search(words)
