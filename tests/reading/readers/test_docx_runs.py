"""What Word shows of the runs of a paragraph: hidden, struck, raised, in a symbol font, drawn."""

from __future__ import annotations

import pytest

from notice_site.reading.readers.docx import read_docx
from tests.reading.readers.docx_writer import docx, level, numbered, paragraph

ONE_LIST = '<w:abstractNum w:abstractNumId="7">' + level(0, "chineseCounting", "%1、")
END_OF_LIST = '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'


def _texts(raw: bytes) -> list[str]:
    return [p.line.text for p in read_docx(raw).paragraphs]


HIDING = (
    '<w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="below"><w:basedOn w:val="secret"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="aside"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="old"><w:rPr><w:strike/></w:rPr></w:style>'
)


def styled(style: str = "", words: str = "字", more: str = "") -> str:
    name = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"<w:r><w:rPr>{name}{more}</w:rPr><w:t>{words}</w:t></w:r>"


def off(name: str) -> str:
    return f'<w:{name} w:val="0"/>'


@pytest.mark.parametrize(
    ("body", "texts", "reasons"),
    [
        (f"<w:p>{styled('secret')}</w:p>", [], ["隐藏的文字"]),
        (f"<w:p>{styled('below')}</w:p>", [], ["隐藏的文字"]),
        (f"<w:p>{styled('secret', more=off('vanish'))}</w:p>", ["字"], []),
        (paragraph("字", '<w:pStyle w:val="aside"/>'), [], ["隐藏的文字"]),
        (f'<w:p><w:pPr><w:pStyle w:val="aside"/></w:pPr>{styled("secret")}</w:p>', ["字"], []),
        (f"<w:p>{styled('old')}{styled(words='新')}</w:p>", ["新"], ["带删除线的文字"]),
        (f"<w:p>{styled(more='<w:dstrike/>')}{styled(more=off('strike'))}</w:p>", ["字"], ["带删除线的文字"]),
    ],
)
def test_text_hidden_or_struck_by_a_style_is_recorded(body: str, texts: list[str], reasons: list[str]) -> None:
    content = read_docx(docx(body, styles=HIDING))
    assert [p.line.text for p in content.paragraphs] == texts
    assert [entry.reason for entry in content.dropped] == reasons


def test_a_hidden_paragraph_has_no_number() -> None:
    hidden = "<w:pStyle w:val='aside'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    body = numbered("甲", 1) + paragraph("隐", hidden) + numbered("乙", 1)
    assert _texts(docx(body, numbering=ONE_LIST + END_OF_LIST, styles=HIDING)) == ["一、甲", "二、乙"]


def test_the_list_says_at_which_level_it_numbers_a_style() -> None:
    numbering = ONE_LIST + level(1, "decimal", "%2.", '<w:pStyle w:val="second"/>') + END_OF_LIST
    number = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    style = f'<w:style w:type="paragraph" w:styleId="second">{number}</w:style>'
    body = numbered("甲", 1) + paragraph("乙", '<w:pStyle w:val="second"/>')
    assert _texts(docx(body, numbering=numbering, styles=style)) == ["一、甲", "1.乙"]


@pytest.mark.parametrize(
    ("words", "place", "shown", "warned"),
    [
        ("2", "superscript", "面积²", False),
        ("2", "subscript", "面积₂", False),
        ("2", "baseline", "面积2", False),
        ("th", "superscript", "面积th", True),
        ("[1]", "superscript", "面积[1]", False),
    ],
)
def test_raised_characters_do_not_run_together_in_silence(words: str, place: str, shown: str, warned: bool) -> None:
    after = styled(words=words, more=f'<w:vertAlign w:val="{place}"/>')
    content = read_docx(docx(f"<w:p>{styled(words='面积')}{after}</w:p>"))
    assert [p.line.text for p in content.paragraphs] == [shown]
    assert bool(content.warnings) is warned


def test_letters_of_a_symbol_font_are_signs() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings"/>'
    body = f"<w:p>{styled(words='l', more=wingdings)}{styled(words='一项')}{styled(words='J', more=wingdings)}</w:p>"
    content = read_docx(docx(body))
    assert [p.line.text for p in content.paragraphs] == ["●一项"]
    assert [(entry.text, entry.reason) for entry in content.dropped] == [("U+004A", "符号字体中的字符")]


def test_what_is_drawn_or_embedded_is_read_or_a_warning() -> None:
    shape = "<a:txBody><a:p><a:r><a:t>图中文字</a:t></a:r></a:p></a:txBody>"
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    equation = (
        '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Equation.3"/></w:object>'
    )
    diagram = '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
    content = read_docx(docx(f"<w:p><w:r>{shape}{chart}{equation}{equation}{diagram}<w:t>文</w:t></w:r></w:p>"))
    assert [p.line.text for p in content.paragraphs] == ["图中文字", "文"]
    assert [(w.line, w.message) for w in content.warnings] == [
        (1, "有 1 处图示未读取"),
        (1, "有 1 处图表未读取"),
        (1, "有 2 处嵌入的公式未读取"),
    ]


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☑是"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☑是"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "□是"),
        ("<w:checkBox/>", "□是"),
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList>', "乙是"),
        ('<w:ddList><w:listEntry w:val="甲"/></w:ddList>', "甲是"),
        ('<w:ddList><w:result w:val="9"/></w:ddList>', "是"),
        ("<w:textInput/>", "是"),
    ],
)
def test_a_field_of_a_form_shows_what_was_chosen(field: str, shown: str) -> None:
    body = f"<w:p><w:r><w:fldChar><w:ffData>{field}</w:ffData></w:fldChar></w:r>{styled(words='是')}</w:p>"
    assert _texts(docx(body)) == [shown]
