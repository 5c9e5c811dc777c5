"""The list of volumes: what it gives, and the fault that each wrong entry reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.model import Volume
from notice_site.reading import read_volumes

GOOD = "{name: 2014年卷, address: ../2014/}"


def listed(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "volumes.yml"
    path.write_text(text, "utf-8")
    return path


def test_no_file_lists_no_volumes(tmp_path: Path) -> None:
    assert read_volumes(tmp_path / "volumes.yml") == ((), ())


def test_an_empty_list_is_none(tmp_path: Path) -> None:
    assert read_volumes(listed(tmp_path, "# 尚无\n")) == ((), ())


def test_volumes_are_listed_in_their_order(tmp_path: Path) -> None:
    text = f"- {GOOD}\n- name: 2015年卷\n  address: https://example.org/2015/\n"
    volumes, problems = read_volumes(listed(tmp_path, text))
    assert volumes == (Volume("2014年卷", "../2014/"), Volume("2015年卷", "https://example.org/2015/"))
    assert problems == ()


@pytest.mark.parametrize(
    "address",
    ["../2014/", "../../存档/2014 年/", "https://example.org/", "https://example.org:8443/a/b/"],
)
def test_an_address_leads_beside_or_to_another_host(tmp_path: Path, address: str) -> None:
    [volume], problems = read_volumes(listed(tmp_path, f'- {{name: 卷, address: "{address}"}}\n'))
    assert (volume.address, problems) == (address, ())


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param("{name: 卷, address: 2014/}", "不是另一卷的地址", id="a folder of this site"),
        pytest.param("{name: 卷, address: ../}", "不是另一卷的地址", id="the folder above"),
        pytest.param("{name: 卷, address: ../2014}", "不是另一卷的地址", id="no slash at the end"),
        pytest.param("{name: 卷, address: ../2014/../}", "不是另一卷的地址", id="up again"),
        pytest.param("{name: 卷, address: ../2014/index.html}", "不是另一卷的地址", id="a page"),
        pytest.param("{name: 卷, address: /2014/}", "不是另一卷的地址", id="from the root"),
        pytest.param("{name: 卷, address: 'C:\\2014\\'}", "不是另一卷的地址", id="a drive"),
        pytest.param("{name: 卷, address: 'http://example.org/'}", "不是另一卷的地址", id="http without s"),
        pytest.param("{name: 卷, address: 'https://example.org'}", "不是另一卷的地址", id="a host without slash"),
        *(
            pytest.param(
                f"{{name: 卷, address: 'https://example.org{sign}a/'}}", "不是另一卷的地址", id=f"a host with {sign}"
            )
            for sign in "?#@"
        ),
        *(
            pytest.param(
                f"{{name: 卷, address: 'https://example.org/a{sign}b/'}}", "不是另一卷的地址", id=f"a path with {sign}"
            )
            for sign in "?#"
        ),
        pytest.param("{name: 卷, address: 'javascript:alert(1)/'}", "不是另一卷的地址", id="a script"),
        pytest.param("{name: 2014年卷, address: ../2015/}", "已用", id="a name twice"),
        pytest.param("{name: 本卷, address: ../2015/}", "已用", id="the name of this volume"),
        pytest.param("{name: 卷, address: ../2014/}", "已列", id="an address twice"),
        pytest.param(f"{{name: {'卷' * 21}, address: ../2015/}}", "21 个字", id="a long name"),
        pytest.param("{name: '', address: ../2015/}", "值为空", id="no name"),
        pytest.param("{name: 卷}", "缺少键 address", id="no address"),
        pytest.param("{name: 卷, adress: ../2015/}", "是否应为 address", id="a misspelt key"),
        pytest.param("../2015/", "应为", id="an address alone"),
    ],
)
def test_a_faulty_entry_is_left_out_and_reported_with_line_and_advice(tmp_path: Path, entry: str, said: str) -> None:
    volumes, [problem] = read_volumes(listed(tmp_path, f"- {GOOD}\n- {entry}\n"))
    assert volumes == (Volume("2014年卷", "../2014/"),)
    assert (problem.file, problem.line) == ("reference/volumes.yml", 2)
    assert said in str(problem)
    assert problem.advice


def test_a_file_that_is_no_list_is_a_problem(tmp_path: Path) -> None:
    volumes, [problem] = read_volumes(listed(tmp_path, "name: 卷\naddress: ../2014/\n"))
    assert volumes == ()
    assert problem.line == 1
