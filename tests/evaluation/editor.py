"""Applies each mistake of `cases/editor` to a folder of sources, and looks for one line that names its cause."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NOTICE = "甲县关于开展活动的通知\n各乡镇党委：\n现就有关事项通知如下，请认真贯彻落实。\n中共甲县委\n2014年3月1日\n"
_CAUSE = re.compile(r"^(?P<file>[^:]+):(?P<line>\d+): error: ")
_DATES = (("date", "2014-02-30"), ("date", "9999-12-31"), ("printed", "2014-02-30"), ("published", "2014-02-30"))


@dataclass(frozen=True)
class Mistake:
    """What a person writes: a file of the sources, what stands in it then, and where the cause has to be said."""

    name: str
    path: str
    text: str
    line: int


def failures(project: Path, cases: Path, folder: Path) -> dict[str, list[str]]:
    """What is wrong about each case; nothing where the answer is as it should be."""
    wrong = {}
    for number, mistake in enumerate(_mistakes(project, cases)):
        sources = _sources(project, folder / str(number))
        (sources / mistake.path).write_text(mistake.text, "utf-8")
        wrong[mistake.name] = [*_wrong_causes(_run(project, "build_docs.py", sources, "--strict"), mistake)]
    wrong["injection.txt"] = [*_wrong_page(project, cases, folder / "injection")]
    wrong["x.yml"] = [*_wrong_refusal(project, cases, folder / "new")]
    return wrong


def _mistakes(project: Path, cases: Path) -> Iterator[Mistake]:
    sidecar = (cases / "sidecar_date_0230.yml").read_text("utf-8")
    for key, date in _DATES:
        text = sidecar.replace("2014-02-30", date).replace("date:", f"{key}:")
        yield Mistake(f"sidecar_date_0230.yml, {key}: {date}", "notices/a.yml", text, 2)
    for case in sorted(cases.glob("*_append_*.yml")):
        table = project / "source_texts" / "reference" / f"{case.name.partition('_')[0]}.yml"
        before, added = table.read_text("utf-8"), case.read_text("utf-8")
        first = before.count("\n") + 1
        yield Mistake(case.name, f"reference/{table.name}", before + added, first)


def _sources(project: Path, folder: Path) -> Path:
    """A folder with one notice, the levels of the project and no glossary."""
    (folder / "notices").mkdir(parents=True)
    (folder / "reference").mkdir()
    (folder / "notices" / "a.txt").write_text(NOTICE, "utf-8")
    shutil.copyfile(project / "source_texts/reference/levels.yml", folder / "reference/levels.yml")
    return folder


def _run(project: Path, command: str, sources: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    where = ["--docs", str(sources / "docs")] if command == "build_docs.py" else []
    return subprocess.run(
        [sys.executable, str(project / "scripts" / command), "--sources", str(sources), *where, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _wrong_causes(run: subprocess.CompletedProcess[str], mistake: Mistake) -> Iterator[str]:
    """One error, in the file and at a line that the person wrote, and no traceback."""
    causes = [cause for line in run.stderr.splitlines() if (cause := _CAUSE.match(line))]
    if "Traceback" in run.stderr:
        yield "a traceback"
    if len(causes) != 1:
        yield f"{len(causes)} errors instead of one"
    elif not mistake.path.endswith(causes[0]["file"]) or int(causes[0]["line"]) < mistake.line:
        yield f"the cause is said of {causes[0][0]}"
    if run.returncode != 1:
        yield f"ends with {run.returncode}"


def _wrong_page(project: Path, cases: Path, folder: Path) -> Iterator[str]:
    """Text that would run as HTML, Markdown or a template is shown as text."""
    sources = _sources(project, folder)
    shutil.copy(cases / "injection.txt", sources / "notices")
    _run(project, "build_docs.py", sources)
    page = (sources / "docs/notices/injection.md").read_text("utf-8")
    yield from (f"{mark} stands on the page" for mark in ("<script", "<iframe", "<img", "{{") if mark in page)


def _wrong_refusal(project: Path, cases: Path, folder: Path) -> Iterator[str]:
    """`make new` takes no decisions for a source, and writes nothing."""
    sources = _sources(project, folder)
    before = sorted(path.name for path in (sources / "notices").iterdir())
    run = _run(project, "new_notice.py", sources, str(cases / "x.yml"))
    if not run.returncode or "Traceback" in run.stderr:
        yield "is not refused"
    if sorted(path.name for path in (sources / "notices").iterdir()) != before:
        yield "something is written"
