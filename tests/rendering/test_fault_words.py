"""What MkDocs finds wrong is told in the words of editors, with file, line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.rendering.fault_words import fault_of_renderer, faults_of_renderer

LINES = {
    "WARNING: Doc file 'about.md' contains a link 'no.md', but the target is not found among documentation files.": (
        "docs/about.md:3: 链接 no.md 所指的网页不存在 → 改正链接，或补上所指的网页"
    ),
    "WARNING: Doc file 'about.md' contains a link 'no.md', but the target 'no.md' is not found among documentation "
    "files. Did you mean 'data.md'?": "docs/about.md:3: 链接 no.md 所指的网页不存在 → 改为 data.md",
    "WARNING: Doc file 'about.md' contains a link '#no', but there is no such anchor on this page.": (
        "docs/about.md:4: 链接 #no 所指的位置不存在 → 改正 # 后面的标识"
    ),
    "WARNING: Doc file 'about.md' contains an unrecognized relative link 'no.md', it was left as is.": (
        "docs/about.md:3: 链接 no.md 所指的网页不存在 → 改正链接，或补上所指的网页"
    ),
    "WARNING: A reference to 'gone.md' is included in the 'nav' configuration, which is not found in the "
    "documentation files.": (
        "mkdocs.yml:2: 导航（mkdocs.yml 的 nav）列了 gone.md，docs/ 里没有这一页 → 恢复这一页，或从 nav 里删去"
    ),
    'WARNING: The following pages exist in the docs directory, but are not included in the "nav" configuration:\n'
    "  - new.md": ("mkdocs.yml: docs/ 里的网页没有列入导航：- new.md → 在 mkdocs.yml 的 nav 里列出，或列入 not_in_nav"),
    "ERROR: Encoding error reading file: about.md": "docs/about.md: 不是 UTF-8 编码 → 另存为 UTF-8",
    "ERROR: File not found: about.md": "docs/about.md: 没有这个文件 → 恢复它",
    "ERROR: Config value 'nav': Expected a list": "mkdocs.yml:1: mkdocs.yml 的 nav 有误：Expected a list → 改正这一项",
    "ERROR: Config value 'hooks': The path 'no.py' isn't an existing file.": (
        "mkdocs.yml: mkdocs.yml 的 hooks 有误：没有 no.py → 改正这一项"
    ),
    "ERROR: Config file 'mkdocs.yml' does not exist.": "mkdocs.yml: 没有这个文件 → 恢复它",
    "ERROR: something else": "something else".join(["ERROR: ", " → 撤销最近的改动，或报告此错误"]),
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_mkdocs_is_told_in_our_words(tmp_path: Path, line: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("# 关于\n\n[断](no.md)\n[处](#no)\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("nav:\n- 关于: gone.md\n", "utf-8")
    assert str(fault_of_renderer(line, tmp_path)) == LINES[line]


def test_the_line_that_concludes_from_faults_is_no_fault_of_its_own(tmp_path: Path) -> None:
    lines = ["ERROR: File not found: about.md", "ERROR: Aborted with a configuration error!"]
    assert [fault.file for fault in faults_of_renderer([*lines, lines[0]], tmp_path)] == ["docs/about.md"]
    assert len(faults_of_renderer(lines[1:], tmp_path)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("site_name: 试\n\tnav: []\n", "mkdocs.yml:2: 第 2 行用制表符（Tab）缩进"),
        ("site_name: 试\nnav：\n- a: b\n", "mkdocs.yml:2: 第 2 行用了全角冒号“：”"),
        ("site_name: '试\n", "mkdocs.yml:1: 引号没有配上"),
        ("a: \x01\n", "mkdocs.yml:1: 含有看不见的控制字符（U+0001）"),
    ],
)
def test_a_configuration_that_is_no_yaml_is_told_as_tables_are(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    line = "ERROR: MkDocs encountered an error parsing the configuration file: …"
    assert str(fault_of_renderer(line, tmp_path)).startswith(words)
