"""What the README of the sources says of formats, limits and decisions is what the program does."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from notice_site.reading import read_notices, read_sidecars, read_volumes
from notice_site.reading.reference.limits import DEFAULTS
from notice_site.reading.reference.line_decisions import DOCUMENTS, KEYS, PARAGRAPHS
from notice_site.reading.reference.sidecar import FINDINGS, ROLES

README = (Path(__file__).parents[2] / "source_texts" / "README.md").read_text("utf-8")


def test_every_limit_is_documented_with_its_default() -> None:
    documented = {key: int(value) for key, value in re.findall(r"^\| (\w+) \| (\d+) \|", README, re.MULTILINE)}
    assert documented == {field.name: getattr(DEFAULTS, field.name) for field in fields(DEFAULTS)}


def test_the_example_of_decisions_is_accepted(tmp_path: Path) -> None:
    example = README.split("```yaml\n")[1].split("```")[0]
    lines = [f"第{k}行" for k in range(1, 40)]
    lines[12], lines[34] = "近日，", "郟陵县"
    (tmp_path / "a.txt").write_text("\n".join(lines), "utf-8")
    (tmp_path / "a.yml").write_text(example, "utf-8")
    sidecars, problems = read_sidecars(tmp_path, read_notices(tmp_path)[0])
    assert problems == ()
    assert len(sidecars["a.txt"].documents) == 2
    assert all(word in example for word in (*ROLES, *FINDINGS))


def test_the_example_of_lines_is_accepted(tmp_path: Path) -> None:
    section = README.partition("### What a line is")[2].partition("\n## ")[0]
    (tmp_path / "a.txt").write_text(
        "二、活动安排\n（一）时间。三月。\n各单位要明\n确学习时间。扫码关注\n附：实施方案\n责任编辑：张三\n", "utf-8"
    )
    (tmp_path / "a.yml").write_text(section.split("```yaml\n")[1].split("```")[0], "utf-8")
    sidecars, problems = read_sidecars(tmp_path, read_notices(tmp_path)[0])
    assert problems == ()
    assert len(sidecars["a.txt"].lines) == 6
    documented = {key: values.split(", ") for key, values in re.findall(r"^\| (\w+) \| ([^|]+) \|", section, re.M)[1:]}
    assert documented["paragraph"] == list(PARAGRAPHS)
    assert documented["document"] == list(DOCUMENTS)
    assert list(documented) == list(KEYS)


def test_the_example_of_volumes_is_accepted(tmp_path: Path) -> None:
    example = README.partition("## Volumes")[2].split("```yaml\n")[1].split("```")[0]
    (tmp_path / "volumes.yml").write_text(example, "utf-8")
    volumes, problems = read_volumes(tmp_path / "volumes.yml")
    assert problems == ()
    assert [volume.name for volume in volumes] == ["2013年卷", "2015年卷"]
