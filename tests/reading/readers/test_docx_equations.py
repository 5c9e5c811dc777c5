"""Equations of Word in one line."""

from __future__ import annotations

import pytest
from lxml import etree

from notice_site.reading.readers.docx_equations import in_one_line

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def of(name: str, *, properties: str = "", **parts: str) -> str:
    inside = "".join(f"<m:{part}>{content}</m:{part}>" for part, content in parts.items())
    return f"<m:{name}><m:{name}Pr>{properties}</m:{name}Pr>{inside}</m:{name}>"


HALF = of("f", num=r("1"), den=r("2"))


@pytest.mark.parametrize(
    ("math", "text"),
    [
        (HALF, "1/2"),
        (r("3") + HALF, "3 1/2"),
        (HALF + r("x"), "1/2 x"),
        (r("按") + HALF, "按1/2"),
        (of("f", num=r("a+b"), den=r("总人数")), "(a+b)/总人数"),
        (of("f", num=HALF, den=r("3")), "(1/2)/3"),
        (of("f", properties='<m:type m:val="noBar"/>', num=r("n"), den=r("k")), "n¦k"),
        (of("sSup", e=r("3"), sup=r("2")), "3²"),
        (of("sSup", e=r("x"), sup=r("ab")), "x^ab"),
        (of("sSup", e=r("x+1"), sup=r("a-b")), "(x+1)^(a-b)"),
        (of("sSub", e=r("x"), sub=r("1")), "x₁"),
        (of("sSub", e=r("x"), sub=r("max")), "x_max"),
        (of("sSubSup", e=r("x"), sub=r("1"), sup=r("2")), "x₁²"),
        (of("sPre", sub=r("6"), sup=r("12"), e=r("C")), "₆¹²C"),
        (of("rad", deg="", e=r("2")), "√2"),
        (of("rad", deg=r("3"), e=r("a+b")), "∛(a+b)"),
        (of("rad", deg=r("n"), e=r("x")), "n√x"),
        (of("nary", properties='<m:chr m:val="∑"/>', sub=r("i=1"), sup=r("n"), e=of("sSub", e=r("x"), sub=r("i"))),
         "∑_(i=1)^n x_i"),
        (of("d", e=r("a,b")), "(a,b)"),
        (of("d", properties='<m:begChr m:val="["/><m:endChr m:val=""/>', e=r("a")), "[a"),
        (of("func", fName=r("sin"), e=r("x")), "sin(x)"),
        (of("bar", properties='<m:pos m:val="top"/>', e=r("x")), "x\u0305"),
        (of("acc", e=r("x")), "x\u0302"),
        ("<m:eqArr><m:e>" + r("a=1") + "</m:e><m:e>" + r("b=2") + "</m:e></m:eqArr>", "a=1；b=2"),
        ("<m:m><m:mr><m:e>" + r("1") + "</m:e><m:e>" + r("2") + "</m:e></m:mr></m:m>", "[1，2]"),
        ("<m:box><m:boxPr/><m:e>" + r("x") + "</m:e></m:box>", "x"),
    ],
)  # fmt: skip
def test_an_equation_is_written_so_that_its_parts_stay_apart(math: str, text: str) -> None:
    assert in_one_line(etree.fromstring(f'<m:oMath xmlns:m="{M}">{math}</m:oMath>')) == text
