"""Names and kinds of files in the notices folder: what becomes a source, and what is refused with a problem."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from notice_site.model import Severity
from notice_site.reading import Limits, find_files, read_notices


def _folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    ["通知.txt", "a b (1).txt", "a..b.txt", "2014/三月/通知.html", "〔2014〕36号.txt", "x", "'\"&<>#?%.txt", "-x.txt"],
)
def test_usable_name_is_read(tmp_path: Path, name: str) -> None:
    sources, problems = read_notices(_folder(tmp_path, **{name: "关于通知"}))
    assert ([source.name for source in sources], problems) == ([name], ())


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("..txt", "以点开头"),
        (".hidden/a.txt", "以点开头"),
        ("a\nb.txt", "控制字符"),
        ("a\u202eb.txt", "控制字符"),
        ("..\\..\\a.txt", "反斜线"),
        ("a\udcff.txt", "UTF-8"),
    ],
    ids=["leading dots", "hidden folder", "newline", "direction mark", "backslash", "no UTF-8"],
)
def test_unusable_name_is_a_problem_and_the_others_are_read(tmp_path: Path, name: str, message: str) -> None:
    sources, problems = read_notices(_folder(tmp_path, **{name: "坏", "好.txt": "好"}))
    assert [source.name for source in sources] == ["好.txt"]
    assert len(problems) == 1
    assert message in problems[0].message
    assert str(problems[0]).isprintable()


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.html", "a.txt"), ("A.txt", "a.txt"), ("e\u0301.txt", "\u00e9.txt")],
    ids=["other suffix", "other case", "other composition"],
)
def test_second_name_that_differs_in_nothing_that_counts_is_refused(tmp_path: Path, first: str, second: str) -> None:
    sources, problems = read_notices(_folder(tmp_path, **{first: "一", second: "二"}))
    assert [source.name for source in sources] == [first]
    assert [problem.file for problem in problems] == [second]


def test_equal_bytes_count_once(tmp_path: Path) -> None:
    sources, problems = read_notices(_folder(tmp_path, **{"a.txt": "一", "b/c.txt": "一", "d.txt": "二"}))
    assert [source.name for source in sources] == ["a.txt", "d.txt"]
    assert [(problem.file, "与 a.txt 内容完全相同" in problem.message) for problem in problems] == [("b/c.txt", True)]


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    outside = _folder(tmp_path / "outside", **{"秘密.txt": "秘密"})
    notices = _folder(tmp_path / "notices", **{"a.txt": "一"})
    (notices / "file.txt").symlink_to(outside / "秘密.txt")
    (notices / "folder").symlink_to(outside)
    (notices / "loop").symlink_to(notices)
    (notices / "broken.txt").symlink_to(tmp_path / "none")
    sources, problems = read_notices(notices)
    assert [source.name for source in sources] == ["a.txt"]
    assert [problem.file for problem in problems] == ["broken.txt", "file.txt", "folder", "loop"]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    sources, problems = read_notices(tmp_path)
    assert (sources, [problem.file for problem in problems]) == ((), ["pipe.txt"])


def test_leftovers_of_programs_are_passed_over(tmp_path: Path) -> None:
    names = (".gitkeep", ".gitignore", ".gitattributes", ".DS_Store", "Thumbs.db", "~$通知.docx", "desktop.ini")
    assert read_notices(_folder(tmp_path, **dict.fromkeys(names, "x"))) == ((), ())


def test_hidden_file_is_a_warning_and_a_missing_folder_an_error(tmp_path: Path) -> None:
    hidden = read_notices(_folder(tmp_path, **{".a.txt": "一"}))[1]
    missing = read_notices(tmp_path / "none")[1]
    assert [problem.severity for problem in (*hidden, *missing)] == [Severity.WARNING, Severity.ERROR]


def test_folders_in_folders_end_at_the_eighth_level(tmp_path: Path) -> None:
    deep, deeper = "/".join("abcdefg"), "/".join("abcdefgh")
    sources, problems = read_notices(_folder(tmp_path, **{f"{deep}/x.txt": "深", f"{deeper}/y.txt": "更深"}))
    assert [source.name for source in sources] == [f"{deep}/x.txt"]
    assert [(problem.file, "超过 8 层" in problem.message) for problem in problems] == [(deeper, True)]


def test_sidecars_are_no_sources(tmp_path: Path) -> None:
    found = find_files(_folder(tmp_path, **{"a.txt": "一", "a.yml": "notes: []"}))
    assert [name for name, _ in found.sources] == ["a.txt"]
    assert [name for name, _ in found.sidecars] == ["a.yml"]


def test_source_beyond_the_limit_is_refused_with_the_name_of_the_limit(tmp_path: Path) -> None:
    sources, problems = read_notices(_folder(tmp_path, **{"a.txt": "一二三四"}), Limits(source_bytes=11))
    assert sources == ()
    assert "超过上限 11" in problems[0].message
    assert "source_bytes" in problems[0].advice


def test_order_and_bytes_of_the_result_do_not_depend_on_the_order_of_the_folder(tmp_path: Path) -> None:
    one = _folder(tmp_path / "one", **{"b.txt": "乙", "a/z.txt": "丙", "a.txt": "甲"})
    two = _folder(tmp_path / "two", **{"a.txt": "甲", "a/z.txt": "丙", "b.txt": "乙"})
    assert read_notices(one) == read_notices(two)


@pytest.mark.parametrize("name", ["a.yml~", "a.txt~", "#a.yml#", ".a.yml.swp", "a.txt.bak", "a.txt.orig"])
def test_a_backup_of_an_editor_is_named_as_one_and_passed_over(tmp_path: Path, name: str) -> None:
    files = find_files(_folder(tmp_path, **{name: "旧", "a.txt": "通知", "a.yml": ""}))
    assert [source for source, _ in files.sources] == ["a.txt"]
    (problem,) = files.problems
    assert (problem.file, problem.message, problem.advice) == (name, "是编辑器的备份，未读取", "删除它")
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(("code", "message"), [(errno.EACCES, "没有读写的权限"), (errno.EIO, "磁盘读写出错")])
def test_a_source_that_this_user_may_not_read_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, message: str
) -> None:
    """Rights would not stop root."""
    read = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == "a.txt":
            raise OSError(code, os.strerror(code), str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    sources, problems = read_notices(_folder(tmp_path, **{"a.txt": "一", "b.txt": "二"}))
    assert [source.name for source in sources] == ["b.txt"]
    assert [(problem.file, problem.message) for problem in problems] == [("a.txt", message)]
