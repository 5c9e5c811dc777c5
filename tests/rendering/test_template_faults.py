"""A faulty template or a link in a circle is a fault with file and line, also in one of many pages; no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

import build_site
from notice_site.execution.command import FAULTS
from tests.commands.test_build_site import CONFIG

HEAD = '{% extends "base.html" %}\n'
FAULTY = {
    "syntax": (HEAD + "{% if %}\n", "overrides/main.html:2: 模板语法错误："),
    "an unknown name": (HEAD + "{% block content %}\n{{ nix.nix }}{% endblock %}", "overrides/main.html:3: 模板出错："),
    "an error of Python": (HEAD + "{% block content %}{{ 1 / 0 }}{% endblock %}", "overrides/main.html:2: 模板出错："),
    "a parent that is missing": ('{% extends "nix.html" %}\n', "overrides/main.html:1: 没有模板 nix.html"),
    "a part that is missing": (
        HEAD + '{% block content %}\n{% include "nix.html" %}{% endblock %}',
        "overrides/main.html:3: 没有模板 nix.html",
    ),
    "another encoding": (HEAD + "{# 中文 #}", "overrides/main.html:2: 不是 UTF-8 编码 → 另存为 UTF-8"),
    "an error on one page of many": (
        HEAD + "{% block content %}\n{% if page.title == '第30件' %}{{ 1 / 0 }}{% endif %}{% endblock %}",
        "overrides/main.html:3: 模板出错：",
    ),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "overrides").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        f"{CONFIG}theme: {{name: null, custom_dir: overrides}}\nnot_in_nav: '*'\n", "utf-8"
    )
    (tmp_path / "overrides/base.html").write_text("<!doctype html>{% block content %}{% endblock %}", "utf-8")
    (tmp_path / "docs/index.md").write_text("# 公文\n", "utf-8")
    for number in range(80):  # enough for several processes
        (tmp_path / f"docs/{number}.md").write_text(f"# 第{number}件\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_template_is_one_fault_with_its_place(
    project: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text, words = FAULTY[name]
    encoding = "gb18030" if name == "another encoding" else "utf-8"
    (project / "overrides/main.html").write_text(text, encoding)
    assert build_site.main(["--quiet"]) == FAULTS
    printed = capsys.readouterr().err
    assert printed.startswith(words)
    assert printed.count("\n") == 2
    assert not (project / "site").exists()


def test_a_link_to_a_folder_around_it_is_not_followed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "overrides/main.html").write_text(HEAD, "utf-8")
    (project / "elsewhere").mkdir()
    (project / "docs/deep").mkdir()
    (project / "docs/deep/round").symlink_to("..")
    (project / "docs/straight").symlink_to(project / "elsewhere")
    assert build_site.main(["--quiet"]) == FAULTS
    faults = capsys.readouterr().err.splitlines()
    assert faults[0] == "docs/deep/round: 符号链接绕成了圈 → 删除它，或放入文件本身"
    assert len(faults) == 2
