"""Slugs of sources: each is its own, and stays what it is whatever sources are added."""

from __future__ import annotations

import random

import pytest

from notice_site.text.slugs import slug, slug_names

NAMES = [
    "通知.txt", "同志.txt", "童志.docx", "tong-zhi.txt", "Tong Zhi.md", "tong_zhi.txt",
    "2014/通知.txt", "2014-通知.txt",
    "001.txt", "0" * 61 + ".txt", "0" * 62 + ".txt", "…….txt", "——.txt", "ａ.txt", "a.txt",
]  # fmt: skip


def test_no_two_names_have_one_slug() -> None:
    assert len(set(slug_names(NAMES).values())) == len(NAMES)


@pytest.mark.parametrize("seed", range(20))
def test_a_slug_does_not_depend_on_other_names_nor_on_their_order(seed: int) -> None:
    chance = random.Random(seed)
    some = chance.sample(NAMES, chance.randint(1, len(NAMES)))
    every = slug_names(NAMES)
    assert slug_names(some) == {name: every[name] for name in some}


@pytest.mark.parametrize("seed", range(20))
def test_a_published_slug_stays_when_names_are_added(seed: int) -> None:
    chance = random.Random(seed)
    before = slug_names(chance.sample(NAMES, chance.randint(1, len(NAMES))))
    after = slug_names(NAMES, set(before.values()))
    assert {name: after[name] for name in before} == before


def test_a_slug_without_hash_that_was_published_stays() -> None:
    assert slug_names(["通知.txt", "意见.txt"], {"tong-zhi"})["通知.txt"] == "tong-zhi"
    assert slug_names(["通知.txt", "tong-zhi.txt"], {"tong-zhi"})["tong-zhi.txt"] == "tong-zhi"
    assert slug_names(["通知.txt", "tong-zhi.txt"], {"tong-zhi"})["通知.txt"] != "tong-zhi"


@pytest.mark.parametrize(("length", "exact"), [(60, True), (61, False)])
def test_a_long_name_is_shortened_and_told_apart(length: int, exact: bool) -> None:
    name = "a" * length + ".txt"
    assert len(slug(name)) == 60
    assert (slug_names([name])[name] == slug(name)) == exact


@pytest.mark.parametrize("name", ["aux", "CON", "nul", "prn", "com1", "LPT9"])
def test_no_page_is_named_as_a_device_of_windows(name: str) -> None:
    assert slug_names([f"{name}.txt"])[f"{name}.txt"].startswith(f"{name.lower()}-1-")


@pytest.mark.parametrize("name", ["auxiliary", "com10", "conn"])
def test_a_name_that_only_begins_like_a_device_stays(name: str) -> None:
    assert slug(f"{name}.txt") == name
