"""The eight errands of an editor, done as an editor does them: how many commands and lines written each takes."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.project.test_missing_files import make
from tests.project.test_missing_files import project as project

NEW = """\
甲县教育局关于做好防汛工作的通知
各学校：
一是落实责任。要学习防汛三原则。
二、加强值守
各学校要安排专人值守。
甲县教育局
2014年6月3日
"""


@dataclass
class Editor:
    """Does errands in a project, and counts them."""

    project: Path
    commands: int = 0
    lines: int = 0
    done: dict[str, tuple[int, int]] = field(default_factory=dict)

    def run(self, *words: str) -> str:
        self.commands += 1
        return make(self.project, *words)

    def write(self, path: str, text: str) -> None:
        self.lines += text.count("\n")
        file = self.project / "source_texts" / path
        file.parent.mkdir(exist_ok=True)
        with file.open("a", encoding="utf-8") as opened:
            opened.write(text)

    def finish(self, errand: str) -> None:
        self.done[errand] = (self.commands, self.lines)
        self.commands = self.lines = 0

    def docs(self, path: str) -> str:
        (file,) = (self.project / "docs").glob(path)
        return file.read_text("utf-8")

    @property
    def notice(self) -> str:
        """The name of the notice taken in, without its ending."""
        (file,) = (self.project / "source_texts/notices").glob("*防汛*.txt")
        return file.stem


@pytest.mark.long
def test_eight_errands_take_few_commands_and_lines(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = Editor(project)
    (project / "防汛.txt").write_text(NEW, "utf-8")
    (project / "source_texts/reference/glossary.yml").write_text("terms:\n", "utf-8")

    editor.run("new", "SOURCE=防汛.txt")
    editor.run("docs", "record-addresses")
    assert "做好防汛工作" in editor.docs("notices/fang-xun-*.md")
    editor.finish("take a notice in")

    editor.write(f"notices/{editor.notice}.yml", "documents:\n  - title: 关于做好二〇一四年防汛工作的通知\n")
    editor.run("docs")
    assert "二〇一四年防汛" in editor.docs("notices/fang-xun-*.md")
    editor.finish("correct its title")

    editor.write(f"notices/{editor.notice}.yml", "lines:\n  - {quote: 一是落实责任, heading: 落实责任, depth: 1}\n")
    editor.run("docs")
    assert "落实责任" in editor.docs("data/notices.json").partition('"heading"')[2]
    editor.finish("make a line a heading")

    editor.write(
        "reference/glossary.yml", "  - {id: sanyuanze, term: 防汛三原则, pinyin: fáng xùn sān yuán zé, kind: spirit}\n"
    )
    editor.run("docs")
    assert "fáng xùn sān yuán zé" in editor.docs("glossary/sanyuanze.md")
    editor.finish("add a term with its reading")

    editor.write("reference/levels.yml", "- {id: guard, name: 值守人员, addressees: ['值守人员']}\n")
    editor.run("docs")
    editor.finish("add a level")

    editor.run("record-addresses")
    editor.commands = 0  # the addresses above, recorded with whatever comes next
    editor.run("rename", f"OLD={editor.notice}.txt", "NEW=防汛通知.txt")
    editor.run("docs")
    assert "地址已变更" in "".join(
        page.read_text("utf-8") for page in (project / "docs/notices").glob("fang-xun-*.html")
    )
    editor.finish("rename a source")

    (published,) = (page for page in (project / "docs/notices").glob("*.md") if page.name.startswith("jia"))
    editor.write("addresses/redirects.yml", f"notices/{published.stem}.html: {{withdrawn: 重复}}\n")
    editor.run("docs")
    assert "本件已撤下" in editor.docs(f"notices/{published.stem}.html")
    editor.finish("withdraw a notice")

    monkeypatch.setitem(os.environ, "SITE_URL", "https://example.org/")
    editor.run("site")
    assert "https://example.org/" in (project / "site/index.html").read_text("utf-8")
    editor.finish("publish")

    assert editor.done == {  # commands, lines written
        "take a notice in": (2, 0),
        "correct its title": (1, 2),
        "make a line a heading": (1, 2),
        "add a term with its reading": (1, 1),
        "add a level": (1, 1),
        "rename a source": (2, 0),
        "withdraw a notice": (1, 1),
        "publish": (1, 0),
    }
