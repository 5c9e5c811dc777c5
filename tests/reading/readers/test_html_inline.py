"""What inline elements make of their characters."""

from __future__ import annotations

import pytest

from notice_site.reading.readers.html import read_html


@pytest.mark.parametrize(
    ("markup", "text", "dropped"),
    [
        ("应在<del>五月</del>六月", "应在六月", ["五月"]),
        ("应在<s>五月</s><strike>四月</strike>六月", "应在六月", ["五月", "四月"]),
        ('应在<span style="text-decoration: line-through;">五月</span>六月', "应在六月", ["五月"]),
        ('应在<span style="top:0;text-decoration-line:underline line-through">五月</span>六月', "应在六月", ["五月"]),
        ('应在<span style="text-decoration:underline">六月</span>', "应在六月", []),
        ("<style>.x{text-decoration:line-through}</style>应在<b class=x>五月</b>六月", "应在六月", ["五月"]),
        ("应在<ins>六月</ins>", "应在六月", []),
        ("应在<s>六月底以前全部完成，逾期不候", "应在六月底以前全部完成，逾期不候", []),
    ],
)  # fmt: skip
def test_what_the_page_strikes_out_is_recorded(markup: str, text: str, dropped: list[str]) -> None:
    content = read_html(f"<p>{markup}</p>", "utf-8")
    assert [p.line.text for p in content.paragraphs] == [text]
    assert [(entry.text, entry.reason) for entry in content.dropped] == [(words, "带删除线的文字") for words in dropped]


@pytest.mark.parametrize(
    ("markup", "text", "warned"),
    [
        ("1200m<sup>2</sup>，10<sup>-3</sup>", "1200m²，10⁻³", False),
        ('1200m<span style="vertical-align:super">2</span>', "1200m²", False),
        ("CO<sub>2</sub>，PM<sub>2.5</sub>", "CO₂，PM₂.₅", False),
        ("规定<sup>[1]</sup><sup>①</sup>品牌<sup>TM</sup>", "规定[1]①品牌TM", False),
        ("5<sup>th</sup>", "5th", True),
        ('1200m<span style="vertical-align:middle">2</span>', "1200m2", False),
    ],
)
def test_raised_and_lowered_characters_do_not_run_together_in_silence(markup: str, text: str, warned: bool) -> None:
    content = read_html(f"<p>{markup}</p>", "utf-8")
    assert [p.line.text for p in content.paragraphs] == [text]
    assert ["与前面的文字连写" in warning.message for warning in content.warnings] == [True] * warned


@pytest.mark.parametrize(
    ("markup", "text", "dropped"),
    [
        ('<font face="Wingdings">l</font>灭火器', "●灭火器", []),
        ('<span style="font-family:Wingdings;color:red">ü</span>门锁', "✓门锁", []),
        ("<span style='font-family:Wingdings'>l<span style='font:7.0pt \"Times\"'>&nbsp; </span></span>灭火器",
         "●\xa0 灭火器", []),
        ('<span style="font-family:Symbol">·</span>温度', "•温度", []),
        ('<font face="Wingdings">J</font>甲', "甲", ["J"]),
        ('<font face="Wingdings">按时到岗</font>', "按时到岗", []),
        ('<font face="Wingdings">2014</font>年', "2014年", []),
        ('<font face="宋体">l</font>甲', "l甲", []),
        ("<span style='mso-ascii-font-family:Wingdings'>l</span>甲", "l甲", []),
    ],
)  # fmt: skip
def test_letters_of_symbol_fonts_are_the_signs_they_show(markup: str, text: str, dropped: list[str]) -> None:
    content = read_html(f"<p>{markup}</p>", "utf-8")
    assert [p.line.text for p in content.paragraphs] == [text]
    assert [entry.text for entry in content.dropped] == dropped


def test_readings_above_characters_are_recorded() -> None:
    content = read_html("<p><ruby>赟<rp>(</rp><rt>yūn</rt><rp>)</rp></ruby>同志</p>", "utf-8")
    assert [p.line.text for p in content.paragraphs] == ["赟同志"]
    assert [(entry.text, entry.reason) for entry in content.dropped] == [("(", "注音"), ("yūn", "注音"), (")", "注音")]
