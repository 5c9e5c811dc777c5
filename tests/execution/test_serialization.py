"""Values come back equal, and text that they have in common comes back once."""

from __future__ import annotations

import io

import pytest

from notice_site.execution import serialization
from notice_site.model import Block, BlockKind, Corpus, Line, Mention, Ref, Source, Task


def mention(start: int) -> Mention:
    return Mention("liu-wen", Ref("".join(["00", "1"]), "".join(["p", "_1"]), start, start + 2), "六问", None)


def task(quote: str) -> Task:
    return Task("t", Ref("001", "p_1", 0, 4), None, ("county",), "action", (quote,), (), None, False, None, quote)


def back(value: object) -> object:
    """The value as another process has it."""
    return serialization.from_bytes(serialization.to_bytes(value))


@pytest.mark.parametrize(
    "value",
    [
        mention(3),
        task("查摆问题"),
        Block("p_1", BlockKind.PARAGRAPH, "查摆问题", lines=(3, 4), rows=(("一", "二"),)),
        Source("1.txt", "00", 4, "text", "utf-8", (Line("查摆问题", 1, rows=(("一",),)),)),
        Corpus((), (), mentions=(mention(3), mention(9))),
        {"六问": [1, None, True, 1.0]},
        ValueError("半个字符 \ud800"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_come_back_equal(value: object) -> None:
    found = back(value)
    assert type(found) is type(value)
    assert repr(found) == repr(value)


def test_text_that_travelled_apart_is_held_once() -> None:
    one, other = back(mention(3)), back(mention(9))
    assert isinstance(one, Mention)
    assert isinstance(other, Mention)
    assert one.ref.block is other.ref.block
    assert one.ref.notice is other.ref.notice
    assert one.term is other.term
    found, line = back(task("查摆突出问题")), back(Line("".join(["查摆", "突出问题"]), 1))
    assert isinstance(found, Task)
    assert isinstance(line, Line)
    assert found.quote is line.text is found.items[0]


def test_packed_values_are_read_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    found = back(serialization.Packed((mention(3), mention(9))))
    assert isinstance(found, serialization.Packed)
    again = serialization.from_bytes(serialization.to_bytes(found))
    with monkeypatch.context() as patched:
        patched.setattr(serialization, "from_bytes", None)
        assert len(again) == 2
    assert [*again] == [mention(3), mention(9)]
    assert again[1:] == (mention(9),)
    assert again == found != serialization.Packed((mention(3),))


@pytest.mark.parametrize("kept", [0, 1, 40, -1])
def test_bytes_that_are_not_whole_are_damaged(kept: int) -> None:
    content = serialization.to_bytes((mention(3), task("查摆问题")))
    with pytest.raises(serialization.DamagedBytes):
        serialization.read(io.BytesIO(content[:kept]))
