"""A report names the file below the project, the line, the cause and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

import jinja2

from notice_site.model import Problem, Severity
from notice_site.rendering.fault_words import Fault
from notice_site.serving.report import fault_of_error, fault_of_problem, report_of_error


def problem(file: str) -> Problem:
    return Problem(file, 3, "没有这个文种", "写文种表里的名称", Severity.ERROR)


def test_the_file_of_a_problem_stands_below_notices_or_below_the_sources(tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices/1.yml").touch()
    advice = ("没有这个文种", "写文种表里的名称")
    assert fault_of_problem(problem("1.yml"), tmp_path) == Fault(f"{tmp_path}/notices/1.yml", 3, *advice)
    assert fault_of_problem(problem("no.yml"), tmp_path) == Fault(f"{tmp_path}/no.yml", 3, *advice)


def test_an_error_of_the_system_is_told_as_commands_tell_it(tmp_path: Path) -> None:
    report = report_of_error(PermissionError(errno.EACCES, "Permission denied", str(tmp_path / "docs")), tmp_path)
    assert report.is_refused
    assert report.faults == (Fault("docs", 0, "没有读写的权限", "给这个用户读写的权限（chmod u+rw）"),)


def test_of_a_full_disk_the_file_that_is_written_is_named_and_nobody_need_run_anything(tmp_path: Path) -> None:
    error = OSError(errno.ENOSPC, "No space left on device", "/theme/a.js", None, str(tmp_path / "site/a.js"))
    fault = Fault("site/a.js", 0, "磁盘已满", "腾出空间，随后自动再试；原来的文件未动")
    assert fault_of_error(error, tmp_path) == fault
    assert fault_of_error(OSError("no scheduler"), tmp_path) == Fault("", 0, "no scheduler")


def test_a_syntax_error_has_the_place_that_it_names(tmp_path: Path) -> None:
    module = tmp_path.resolve() / "scripts/own.py"
    try:
        compile("甲\n乙 =\n", str(module), "exec")
    except SyntaxError as error:
        fault = fault_of_error(error, tmp_path)
    assert (fault.file, fault.line) == ("scripts/own.py", 2)
    assert fault.message.startswith("SyntaxError: ")


def test_a_fault_in_a_template_has_the_place_in_the_template(tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text("甲\n{% if %}\n", "utf-8")
    try:
        jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path.resolve())).get_template("main.html")
    except jinja2.TemplateSyntaxError as error:
        fault = fault_of_error(error, tmp_path)
    assert (fault.file, fault.line) == ("main.html", 2)


def test_another_error_has_the_last_line_of_the_project_that_ran(tmp_path: Path) -> None:
    module = tmp_path.resolve() / "own.py"
    try:
        exec(compile("import json\n\njson.loads('{\\n')\n", str(module), "exec"))
    except ValueError as error:
        fault = fault_of_error(error, tmp_path)
    assert (fault.file, fault.line) == ("own.py", 3)
    assert "\n" not in fault.message
