"""Loose ends of markup: each is made harmless, and what is whole stays as it is."""

from __future__ import annotations

import pytest

from notice_site.reading.readers.html_repair import open_program, repaired, with_few_attributes

END = "</ends-here>"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("一</html>二", f"一{END}二"),
        ("一</BODY >二</head>三", f"一{END}二{END}三"),
        ('<html lang="zh"/>一', f"{END}一"),
        ("<body class='a' id=b />一", f"{END}一"),
        ("<head/>一", f"{END}一"),
        ("一</br>二</BR />三</br/>", "一<br>二<br>三<br>"),
        ("<!-- 一", "&lt;!-- 一"),
        ("<!-- 一 -->二<!-- 三", "<!-- 一 -->二&lt;!-- 三"),
        ("<!-- 一 --!>二<!-- 三", "<!-- 一 --!>二&lt;!-- 三"),
        ("<!-->一", "<!-->一"),
        ("<!--->一", "<!--->一"),
        ("<!-- 一 -- >二<!--三<p>四", "&lt;!-- 一 -- >二&lt;!--三<p>四"),
        ("<![CDATA[一", "&lt;![CDATA[一"),
        ("<![CDATA[一]]>二<![CDATA[三", "<![CDATA[一]]>二&lt;![CDATA[三"),
        ("<title>通知<p>正文", "<span>通知<p>正文"),
        ("<TEXTAREA rows=3>一", "<span rows=3>一"),
        ("<title>一</title>二<title>三", "<title>一</title>二<span>三"),
        ("<iframe src=a>一", "<span src=a>一"),
        ("<noframes>一", "<span>一"),
        ("<noembed>一", "<span>一"),
        ("<xmp>一", "<span>一"),
        ("<noscript>一", "<span>一"),
        ("<xmp/>一", "<span/>一"),
        ("<p>一<a ", "<p>一&lt;a "),
        ("一<<", "一&lt;&lt;"),
        ("<p><a ", "<p>&lt;a "),
        ("<p>一<a \n", "<p>一&lt;a \n"),
    ],
)
def test_what_would_swallow_text_is_made_harmless(markup: str, expected: str) -> None:
    assert repaired(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<html><head><title>一</title><body>二",
        '<html lang="zh"><body class=a>',
        "<header/>一<bodyguard/>二<htmlx />",
        '<body title="/>">一',
        "一</p>二</b>三<br/>四",
        "<p>a &lt; b",
        "<textarea>一</textarea ><titles>二<xmp>三</xmp>",
        "<!-- 一 --><![CDATA[二]]>三",
        "",
    ],
)
def test_whole_markup_stays(markup: str) -> None:
    assert repaired(markup) == markup


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<p>正文</p>", 0),
        ("<script>a</script>\n<style>b</style>", 0),
        ("<script>a", 1),
        ("一\n二<SCRIPT src=a>三\n", 2),
        ("<script>a</script>\n\n<script>b", 3),
        ("一\n<style>b", 2),
        ("<script/>\n<scripts>一", 1),
        ("<scripts>一", 0),
    ],
)
def test_a_program_that_never_ends_is_told_by_its_line(markup: str, line: int) -> None:
    assert open_program(markup) == line


def test_a_tag_keeps_as_many_attributes_as_the_parser_can_bear() -> None:
    """The parser compares each attribute with all before it: 200,000 of them took minutes."""
    few = "".join(f' a{n}="{"字" * 100}"' for n in range(256))
    many = f'{few}\n b="1"' + ' c="2"' * 2_000
    assert with_few_attributes(f"<p{few}>一</p>") == f"<p{few}>一</p>"
    assert with_few_attributes(f"<p{many}>一</p>") == f"<p{few}\n>一</p>"


def test_a_picture_inside_a_tag_is_no_attribute_too_many() -> None:
    picture = f'<img alt="图" src="data:image/png;base64,{"A" * 50_000}">'
    assert with_few_attributes(f"一{picture}二") == f"一{picture}二"
