"""A data file is its parts between head and tail; parts that were made before are not made again."""

from __future__ import annotations

import random
from collections.abc import Callable

from notice_site.publishing.data_file import DataFile, FilePart, grouped_parts


def file(parts: dict[bytes, bytes], made: list[bytes]) -> DataFile:
    def making(name: bytes, content: bytes) -> Callable[[], bytes]:
        def make() -> bytes:
            made.append(name)
            return content

        return make

    file_parts = [FilePart(making(name, content), name or None) for name, content in parts.items()]
    return DataFile("data/x.json", lambda: file_parts, head=b"[", between=b",", tail=b"]")


def test_parts_are_parted_where_there_is_something_to_part() -> None:
    assert file({b"a": b"1", b"b": b"", b"c": b"2", b"d": b""}, []).content()[0] == b"[1,2]"
    assert file({b"a": b"", b"b": b"1"}, []).content()[0] == b"[1]"
    assert file({}, []).content()[0] == b"[]"


def test_places_are_those_of_the_parts() -> None:
    parts = {b"a": b"123", b"": b"4", b"b": b"", b"c": "六问".encode()}
    content, places = file(parts, []).content()
    assert {name: content[start : start + length] for name, (start, length) in places.items()} == {
        name: part for name, part in parts.items() if name
    }


def test_only_what_was_not_made_before_is_made() -> None:
    chance = random.Random(5)
    for _ in range(200):
        before = {bytes([65 + n]): bytes([97 + n]) * chance.randint(0, 3) for n in chance.sample(range(20), 9)}
        old, places = file(before, []).content()
        kept = chance.sample(sorted(before), 5)
        after = {name: before[name] for name in kept} | {b"#%d" % n: b"%d" % n for n in range(chance.randint(0, 3))}
        after = dict(chance.sample(sorted(after.items()), len(after)))

        def old_part(name: bytes, places: dict[bytes, tuple[int, int]] = places, old: bytes = old) -> bytes | None:
            start, length = places.get(name, (0, 0))
            return old[start : start + length] or None

        made: list[bytes] = []
        assert file(after, made).content(old_part) == file(after, []).content()
        assert {name for name in made if after[name]} == {name for name in after if name[:1] == b"#"}


def test_a_group_that_comes_again_has_no_fingerprint() -> None:
    parts = list(grouped_parts("aaba", str, str.encode, lambda values: "".join(values).encode()))
    assert [(part.make(), part.fingerprint) for part in parts] == [(b"aa", b"a"), (b"b", b"b"), (b"a", None)]
