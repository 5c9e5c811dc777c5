"""What Word shows of a .docx, paragraph by paragraph, and packages made to harm."""

from __future__ import annotations

import contextlib
import io
import random
import zipfile

import pytest

from notice_site.model import Align
from notice_site.reading.extracted_text import ExtractedText, SourceError
from notice_site.reading.formats import extract_text
from notice_site.reading.reference.limits import DEFAULTS, Limits
from tests.reading.readers.docx_writer import docx, level, numbered, packed, paragraph

OUTLINE = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimalEnclosedCircle", "%4")
    + level(4, "decimal", "%1.%5", "<w:isLgl/>")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def _read(raw: bytes, limits: Limits = DEFAULTS) -> ExtractedText:
    return extract_text(raw, "a.docx", limits)


def _texts(raw: bytes) -> list[str]:
    return [p.line.text for p in _read(raw).paragraphs]


def test_outline_numbers_are_counted_level_by_level() -> None:
    body = "".join(numbered(text, 1, int(k)) for k, text in zip("0112230124", "总甲乙子丑圈分甲子法", strict=True))
    expected = ["一、总", "（一）甲", "（二）乙", "1.子", "2.丑", "①圈", "二、分", "（一）甲", "1.子", "2.1法"]
    assert _texts(docx(body, numbering=OUTLINE)) == expected


def test_second_list_goes_on_unless_it_starts_over() -> None:
    goes_on = OUTLINE.replace('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>', "")
    body = numbered("甲", 1) + numbered("乙", 2)
    assert _texts(docx(body, numbering=OUTLINE)) == ["一、甲", "一、乙"]
    assert _texts(docx(body, numbering=goes_on)) == ["一、甲", "二、乙"]


def test_number_alignment_and_heading_come_from_the_style_and_its_base() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="base"/><w:pPr><w:jc w:val="center"/>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="top"><w:name w:val="heading 1"/><w:basedOn w:val="base"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    top = '<w:pStyle w:val="top"/>'
    body = paragraph("总则", top) + paragraph("附则", f'{top}<w:jc w:val="left"/>')
    lines = [p.line for p in _read(docx(body, styles=styles, numbering=OUTLINE)).paragraphs]
    assert [(line.text, line.align, line.heading) for line in lines] == [
        ("一、总则", Align.CENTER, 1),
        ("二、附则", Align.LEFT, 1),
    ]


def test_number_that_is_switched_off_is_not_shown() -> None:
    assert _texts(docx(numbered("甲", 1) + numbered("乙", 0), numbering=OUTLINE)) == ["一、甲", "乙"]


def test_table_is_a_line_with_rows_at_their_columns() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraph(text)}</w:tc>"

    span, begun, goes_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        f"<w:tbl><w:tr>{cell('任务', span)}{cell('时限')}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{cell('一', begun)}{cell('学')}{cell('三月')}</w:tr></w:sdtContent></w:sdt>"
        f"<w:tr>{cell('', goes_on)}{cell('改')}{cell('四月')}</w:tr></w:tbl>"
    )
    (only,) = _read(docx(body)).paragraphs
    assert only.line.rows == (("任务", "", "时限"), ("一", "学", "三月"), ("", "改", "四月"))


def test_text_box_is_read_once_and_before_its_anchor() -> None:
    box = f"<w:txbxContent>{paragraph('文件')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>锚</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert _texts(docx(body)) == ["文件", "锚"]


def test_masthead_drawn_as_word_art_is_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="某市人民政府文件"/></v:shape></w:pict></w:r>'
    body = f"<w:p>{art}<w:r><w:t>某政发〔2014〕3号</w:t></w:r></w:p>"
    assert _texts(docx(body)) == ["某市人民政府文件", "某政发〔2014〕3号"]


def test_footnote_stands_at_the_end_with_the_mark_of_its_place() -> None:
    body = '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="3"/></w:r></w:p>' + paragraph("下一段")
    notes = (
        '<w:footnote w:id="0"><w:p><w:r><w:t>分隔</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/><w:t>注文</w:t></w:r></w:p></w:footnote>'
    )
    assert _texts(docx(body, footnotes=notes)) == ["正文¹", "下一段", "¹注文"]


def test_what_is_no_text_of_the_document_is_dropped_with_the_reason() -> None:
    body = (
        "<w:p><w:r><w:t>留</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>"
        '<w:r><w:instrText>PAGE</w:instrText><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>'
    )
    content = _read(docx(body, header=paragraph("某市文件"), footer=paragraph("— 1 —"), comments=paragraph("改")))
    assert [p.line.text for p in content.paragraphs] == ["留增"]
    assert {(d.text, d.reason) for d in content.dropped} == {
        ("隐", "隐藏的文字"),
        ("删", "修订中删除的文字"),
        ("移", "修订中移走的文字"),
        ("U+F0FE", "符号字体中的字符"),
        ("某市文件", "页眉"),
        ("— 1 —", "页脚"),
        ("改", "批注"),
    }


def test_line_and_page_breaks_part_lines() -> None:
    body = (
        "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p>"
        '<w:p><w:r><w:br w:type="page"/><w:t>三</w:t></w:r></w:p>'
    )
    lines = [p.line for p in _read(docx(body)).paragraphs]
    assert [(line.text, line.whole, line.gap_before) for line in lines] == [
        ("一", False, False),
        ("二", False, False),
        ("三", True, True),
    ]


def test_document_with_macros_is_read_as_text() -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert _texts(docx(paragraph("正文"), main_type=kind)) == ["正文"]


def test_renamed_document_is_known_by_its_bytes() -> None:
    content = extract_text(docx(paragraph("正文")), "a.txt", DEFAULTS)
    assert (content.format, content.paragraphs[0].line.text) == ("docx", "正文")


def test_outside_entity_is_not_read() -> None:
    xml = (
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>前&x;后</w:t></w:r></w:p></w:body></w:document>"
    )
    try:
        texts = _texts(packed({"document": xml}))
    except SourceError:
        return
    assert all("root" not in text for text in texts)


def test_entities_that_multiply_are_not_unfolded() -> None:
    entities = '<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    xml = (
        f"<!DOCTYPE w:document [{entities}]>"
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    )
    try:
        texts = _texts(packed({"document": xml}))
    except SourceError:
        return
    assert sum(map(len, texts)) < 1_000


def _zip(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("raw", "limits", "message"),
    [
        (_zip(**{f"f{k}": b"" for k in range(30)}), Limits(archive_entries=20), "30 个文件，超过上限 20"),
        (_zip(bomb=bytes(1_000_000)), Limits(archive_bytes=500_000), "1,000,000 字节，超过上限 500,000"),
        (_zip(**{"readme.txt": b"x"}), DEFAULTS, "压缩包"),
        (_zip(**{"OFD.xml": b"x"}), DEFAULTS, "OFD"),
        (docx(paragraph("x"))[:-60], DEFAULTS, "损坏"),
        (_zip(**{"[Content_Types].xml": b"<x"}), DEFAULTS, "损坏"),
        (docx("<w:p>" * 400 + "</w:p>" * 400), DEFAULTS, "损坏"),
    ],
    ids=["many entries", "bomb", "no document", "OFD", "cut off", "no package", "deep XML"],
)
def test_package_made_to_harm_is_refused(raw: bytes, limits: Limits, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        _read(raw, limits)
    assert message in refused.value.message


def test_damaged_packages_are_read_or_refused_but_never_raise_anything_else() -> None:
    whole = docx(numbered("正文", 1) + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", numbering=OUTLINE)
    chance = random.Random(397)
    for _ in range(300):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            raw[chance.randrange(4, len(raw))] = chance.randrange(256)
        with contextlib.suppress(SourceError):
            assert _read(bytes(raw)).format in ("docx", "text")
