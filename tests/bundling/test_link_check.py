"""Every link of a bundle leads somewhere inside it, or says that it leaves."""

from __future__ import annotations

import pytest

from notice_site.bundling.link_check import link_faults

OTHER = '<h1 id="甲">甲</h1><a name="old"></a>'


def faults(body: str, **more: bytes) -> list[str]:
    files = {"notices/1.html": f"<!doctype html>{body}".encode(), "index.html": OTHER.encode(), "a.css": b"", **more}
    return list(link_faults(files))


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../index.html">',
        '<a href="../index.html?at=sec_1.3-7#甲">',
        '<a href="../index.html#%E7%94%B2">',
        '<a href="../index.html#old">',
        '<p id="sec_1"><a href="#sec_1"><a href="#">',
        '<link rel="stylesheet" href="../a.css"><link rel="canonical" href="https://example.org/">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><i style="background: url(../a.css)"></i>',
        '<a class="external" href="https://example.org/">另一网站</a>',
    ],
)
def test_a_good_link_is_no_fault(body: str) -> None:
    assert faults(body) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="../gone.html">', "../gone.html 没有这个文件"),
        ('<a href="../index.html#乙">', "没有这个位置"),
        ('<a href="#sec_9">', "没有这个位置"),
        ('<a href="/index.html">', "绝对地址"),
        ('<a href="../../index.html">', "没有这个文件"),
        ('<a href="https://example.org/">', "指向包外"),
        ('<script src="//example.org/a.js"></script>', "指向包外"),
        ('<img src="a.png">', "没有这个文件"),
        ('<a href="mailto:a@example.org">', "指向包外"),
        ('<a href="javascript:alert(1)">', "指向包外"),
        ('<a href="http://[">', "不是有效的地址"),
        ('<i style="background: url(b.png)"></i>', "没有这个文件"),
        ("<style>@import 'https://example.org/a.css';</style>", "指向包外"),
    ],
)
def test_a_faulty_link_is_named_with_its_page(body: str, fault: str) -> None:
    (found,) = faults(body)
    assert found.startswith("notices/1.html：")
    assert fault in found


def test_style_sheets_are_checked_from_where_they_lie() -> None:
    assert list(link_faults({"css/a.css": b"@font-face{src:url('../f.woff')}", "f.woff": b""})) == []
    assert len(list(link_faults({"css/a.css": b"@font-face{src:url('f.woff')}", "f.woff": b""}))) == 1
