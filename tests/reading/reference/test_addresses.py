"""The record of published addresses and the table of redirects: what they give, and the fault of each wrong line."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.model import Redirect
from notice_site.reading import read_addresses


def test_a_folder_that_records_nothing_asks_for_nothing(tmp_path: Path) -> None:
    addresses, problems = read_addresses(tmp_path / "addresses")
    assert (addresses.published, addresses.redirects, problems) == ({}, (), ())


def test_places_stand_below_their_page(tmp_path: Path) -> None:
    (tmp_path / "published.txt").write_text("notices/001.html\n#p_1\n#sec_1\nnotices/002.html\n", "utf-8")
    addresses, problems = read_addresses(tmp_path)
    assert addresses.published == {
        "notices/001.html": 1,
        "notices/001.html#p_1": 2,
        "notices/001.html#sec_1": 3,
        "notices/002.html": 4,
    }
    assert problems == ()


def test_a_redirect_knows_its_line(tmp_path: Path) -> None:
    (tmp_path / "redirects.yml").write_text("# 说明\nnotices/1.html#p_2: notices/1.html#p_3\n", "utf-8")
    addresses, problems = read_addresses(tmp_path)
    assert addresses.redirects == (Redirect("notices/1.html#p_2", "notices/1.html#p_3", 2),)
    assert problems == ()


@pytest.mark.parametrize(
    "line", ["/a.html: b.html", "../a.html: b.html", "a.md: b.html", "a.html: https://x/b.html", "a.html: b.html?at=p"]
)
def test_what_is_no_address_of_this_site_is_refused_and_the_rest_is_read(tmp_path: Path, line: str) -> None:
    (tmp_path / "redirects.yml").write_text(f"{line}\nold.html: new.html\n", "utf-8")
    addresses, [problem] = read_addresses(tmp_path)
    assert [redirect.old for redirect in addresses.redirects] == ["old.html"]
    assert (problem.file, problem.line) == ("addresses/redirects.yml", 1)


def test_an_old_address_that_stands_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "redirects.yml").write_text("a.html: b.html\na.html: c.html\n", "utf-8")
    _, [problem] = read_addresses(tmp_path)
    assert problem.line == 2


def test_a_damaged_record_is_reported(tmp_path: Path) -> None:
    (tmp_path / "published.txt").write_text("<<<<<<< HEAD\nnotices/001.html\n", "utf-8")
    addresses, [problem] = read_addresses(tmp_path)
    assert (problem.file, problem.line) == ("addresses/published.txt", 1)
    assert [*addresses.published] == ["notices/001.html"]
