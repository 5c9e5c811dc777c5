"""A file becomes a source with what an editor should know of it, or a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.model import Severity
from notice_site.reading import Limits, file_digest, read_notices, read_originals, read_source

PICTURE = "<img src=a>"


@pytest.mark.parametrize(
    ("text", "has_text"),
    [
        (f"{PICTURE}<p>{'字' * 100}</p>", False),
        (f"{PICTURE}<p>{'字 ' * 100}</p>", False),
        (f"{PICTURE}<p>{'字' * 101}</p>", True),
        (f"{PICTURE}<p>字。</p>", True),
        (f"<p>{'字' * 100}</p>", True),
    ],
    ids=["a hundred characters", "spaces between them", "more", "a sentence", "no picture"],
)
def test_pictures_beside_little_text_are_a_scan(text: str, has_text: bool) -> None:
    source, problems = read_source(text.encode(), "a.html")
    assert source is not None
    assert source.has_text is has_text
    assert [(problem.severity, problem.message) for problem in problems] == (
        [] if has_text else [(Severity.WARNING, "只有图片（1 幅），没有可读的正文")]
    )


def test_a_scan_without_any_text_is_still_a_source() -> None:
    source, problems = read_source(PICTURE.encode(), "a.html")
    assert source is not None
    assert (len(source.lines), source.has_text, len(problems)) == (0, False, 1)


@pytest.mark.parametrize(
    ("raw", "message"),
    [(b" \n\t", "文件为空"), (b"", "文件为空"), ("打印\n关闭 打印".encode(), "没有可读的文字")],
    ids=["white space", "nothing", "buttons"],
)
def test_a_file_without_text_is_a_problem(raw: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    source, [problem] = read_source(tmp_path / "a.txt", "a.txt")
    assert (source, problem.message) == (None, message)


@pytest.mark.parametrize("send_bytes", [True, False])
def test_a_file_of_the_largest_size_is_read(tmp_path: Path, send_bytes: bool) -> None:
    (tmp_path / "a.txt").write_text("四个汉字", "utf-8")
    (tmp_path / "b.txt").write_text("五个大汉字", "utf-8")
    sources, problems = read_notices(tmp_path, Limits(source_bytes=12), send_bytes=send_bytes)
    assert [(source.name, source.size) for source in sources] == [("a.txt", 12)]
    assert [(problem.file, "超过上限 12" in problem.message) for problem in problems] == [("b.txt", True)]


def test_what_is_dropped_is_in_the_order_of_lines() -> None:
    source, _ = read_source("打印\n正文\x08正文正文正文\n- 1 -\n尾".encode(), "a.txt")
    assert source is not None
    assert [entry.line for entry in source.dropped] == [1, 2, 3]


def test_damaged_characters_are_a_warning_with_their_line() -> None:
    _, [warning] = read_source("甲\n乙\ufffd\ufffd".encode(), "a.txt")
    assert (warning.line, warning.severity, "有 2 个" in warning.message) == (2, Severity.WARNING, True)


def test_originals_are_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("甲".encode())
    (tmp_path / "b.txt").write_bytes("乙".encode())
    sources, _ = read_notices(tmp_path)
    originals = read_originals(tmp_path, sources[:1])
    assert (dict(originals), len(originals), "b.txt" in originals) == ({"a.txt": "甲".encode()}, 1, False)
    with pytest.raises(KeyError):
        originals["b.txt"]


def test_a_file_that_cannot_be_read_has_the_digest_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    assert file_digest(tmp_path / "none") == file_digest(tmp_path / "empty")
