"""YAML that people write: values mean what the schema says, and what is wrong is named with its line."""

from __future__ import annotations

import pytest

from notice_site.reading.reference.limits import DEFAULTS, load_limits
from notice_site.reading.reference.yaml_nodes import NodeError, load_yaml, parse_yaml


def test_scalars_are_taken_as_written() -> None:
    root = parse_yaml("a: no\nb: 2014-03-05\nc: 007\nd: 1:30\ne: '~'\nf: ~\n", "x.yml")
    assert root.plain() == {"a": "no", "b": "2014-03-05", "c": "007", "d": "1:30", "e": "~", "f": None}


def test_nodes_know_their_lines() -> None:
    root = parse_yaml("# 注\nlist:\n  - 甲\n\n  - 乙: 1\n", "x.yml").mapping()
    assert [(item.line, item.kind) for item in root["list"].sequence()] == [(3, "scalar"), (5, "mapping")]


FAULTS = {
    "duplicate key": ("a: 1\nb: 2\na: 3", "x.yml:3: error: 键 a 重复"),
    "alias": ("a: &x 1\nb: *x", "锚点"),
    "tag": ("a: !!python/object/apply:os.system [ls]", "标签"),
    "two documents": ("a: 1\n---\nb: 2", "x.yml:2: error: 一个文件只能有一份"),
    "deep nesting": ("[" * 60 + "]" * 60, "嵌套超过"),
    "broken syntax": ("a: [1,", "括号没有配上"),
    "tab": ("a:\n\t- 1", "x.yml:2: error: 第 2 行用制表符（Tab）缩进"),
    "key that is a list": ("? [a]\n: 1", "键应为单个值"),
    "control character": ("a: \x01", "控制字符"),
}


@pytest.mark.parametrize(("text", "message"), FAULTS.values(), ids=FAULTS)
def test_fault_is_located(text: str, message: str) -> None:
    with pytest.raises(NodeError) as raised:
        parse_yaml(text, "x.yml")
    assert message in str(raised.value)


def test_file_that_is_missing_or_not_utf8_is_a_problem(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("yaml")
    (folder / "gbk.yml").write_bytes("标题: 通知".encode("gbk"))
    for name, message in (("none.yml", "没有这个文件"), ("gbk.yml", "不是 UTF-8")):
        with pytest.raises(NodeError, match=message):
            load_yaml(folder / name)


def test_limits_are_those_of_the_file_and_else_the_defaults(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("reference") / "limits.yml"
    assert load_limits(path, "reference/limits.yml") is DEFAULTS
    path.write_text("pdf_pages: 3\n", "utf-8")
    limits = load_limits(path, "reference/limits.yml")
    assert (limits.pdf_pages, limits.source_bytes) == (3, DEFAULTS.source_bytes)
    for text, message in (("pdf_page: 3", "是否应为 pdf_pages"), ("pdf_pages: 0", "正整数"), ("pdf_pages: 多", "整数")):
        path.write_text(text, "utf-8")
        with pytest.raises(NodeError, match=message):
            load_limits(path, "reference/limits.yml")
