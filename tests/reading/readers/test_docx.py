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
    assert only.line.spans == ((0, 0, 1, 2), (1, 0, 2, 1))


def test_a_cell_that_goes_on_with_text_of_its_own_is_a_cell() -> None:
    def row(merge: str, text: str) -> str:
        tail = f"<w:tc>{paragraph('丁')}</w:tc></w:tr>"
        return f"<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(text)}</w:tc>{tail}"

    begun, goes_on = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'
    (only,) = _read(docx(f"<w:tbl>{row(begun, '甲')}{row(goes_on, '乙')}{row(goes_on, '')}</w:tbl>")).paragraphs
    assert only.line.rows == (("甲", "丁"), ("乙", "丁"), ("", "丁"))
    assert only.line.spans == ((1, 0, 2, 1),)


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
        '<w:r><w:instrText>PAGE</w:instrText><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>'
    )
    content = _read(docx(body, header=paragraph("某市文件"), footer=paragraph("— 1 —"), comments=paragraph("改")))
    assert [p.line.text for p in content.paragraphs] == ["留增"]
    assert {(d.text, d.reason) for d in content.dropped} == {
        ("隐", "隐藏的文字"),
        ("删", "修订中删除的文字"),
        ("移", "修订中移走的文字"),
        ("U+F04A", "符号字体中的字符"),
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


def run(inside: str, properties: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr>{inside}</w:r></w:p>"


def text(words: str) -> str:
    return f"<w:t>{words}</w:t>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (run(text("甲") + "<w:tab/>" + text("乙")), ["甲\t乙"]),
        (run(text("甲") + "<w:ptab/>" + text("乙")), ["甲\t乙"]),
        (run(text("a") + "<w:noBreakHyphen/>" + text("b")), ["a-b"]),
        (run(text("甲") + "<w:cr/>" + text("乙")), ["甲", "乙"]),
        (run(text("甲") + '<w:br w:type="textWrapping"/>' + text("乙")), ["甲", "乙"]),
        (run(text("甲") + '<w:br w:type="page"/>' + text("乙")), ["甲乙"]),
        (run(text("甲") + '<w:br w:type="column"/>' + text("乙")), ["甲乙"]),
        (run(text("甲") + '<w:sym w:char="2460"/>'), ["甲①"]),
        (run(text("甲") + '<w:sym w:char="E000"/><w:sym w:char="F8FF"/><w:sym w:char="F900"/>'), ["甲\uf900"]),
        (run(text("甲") + '<w:sym w:char="D7FF"/>'), ["甲\ud7ff"]),
        (run(text("甲") + '<w:sym w:char="x"/><w:sym/><w:sym w:char="FFFFFFFFF"/>'), ["甲"]),
        (run(text("隐"), "<w:vanish/>") + run(text("甲"), '<w:vanish w:val="0"/>'), ["甲"]),
        (run(text("甲"), '<w:vanish w:val="false"/>') + run(text("乙"), '<w:vanish w:val="off"/>'), ["甲", "乙"]),
        (run(text("隐"), '<w:vanish w:val="true"/>'), []),
        (run("<w:ruby><w:rt><w:r><w:t>zhi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>知</w:t></w:r></w:rubyBase></w:ruby>"),
         ["知"]),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>", ["甲"]),
        (f"<w:customXml><w:p><w:ins><w:r>{text('甲')}</w:r></w:ins></w:p></w:customXml>", ["甲"]),
        (f"<mc:AlternateContent><mc:Choice>{paragraph('甲')}</mc:Choice><mc:Fallback>{paragraph('乙')}</mc:Fallback>"
         "</mc:AlternateContent>", ["甲"]),
        ("<mc:AlternateContent/>" + paragraph("甲"), ["甲"]),
        (paragraph(" ") + paragraph("甲"), ["甲"]),
    ],
)  # fmt: skip
def test_the_parts_of_a_run_are_read_as_word_shows_them(body: str, texts: list[str]) -> None:
    assert _texts(docx(body)) == texts


@pytest.mark.parametrize(
    ("body", "dropped"),
    [
        (run("<w:ruby><w:rt><w:r><w:t>zhi</w:t></w:r></w:rt></w:ruby>"), [("zhi", "注音", 1)]),
        (paragraph("甲") + run(text("隐"), "<w:vanish/>"), [("隐", "隐藏的文字", 2)]),
        (run(text(" "), "<w:vanish/>"), []),
        (run('<w:sym w:char="E000"/><w:sym w:char="F8FF"/>'),
         [("U+E000", "符号字体中的字符", 1), ("U+F8FF", "符号字体中的字符", 1)]),
        ("<w:p><w:del><w:r><w:delText> </w:delText></w:r></w:del></w:p>", []),
    ],
)  # fmt: skip
def test_what_is_not_shown_is_recorded_with_its_paragraph(body: str, dropped: list[tuple[str, str, int]]) -> None:
    assert [(entry.text, entry.reason, entry.line) for entry in _read(docx(body)).dropped] == dropped


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (paragraph("甲") + paragraph("") + paragraph("乙"), [(1, False, True), (3, True, True)]),
        (run(text("甲") + "<w:br/>" + text("乙")) + paragraph("丙"),
         [(1, False, False), (1, False, False), (2, False, True)]),
        (run(text("甲") + "<w:br/>"), [(1, False, True)]),
        (paragraph("甲") + run('<w:br w:type="column"/>' + text("乙")) + paragraph("丙"),
         [(1, False, True), (2, True, True), (3, False, True)]),
    ],
    ids=["an empty paragraph", "a line break", "a break at the end", "a column break"],
)  # fmt: skip
def test_a_line_knows_its_paragraph_and_what_stands_before(body: str, places: list[tuple[int, bool, bool]]) -> None:
    lines = [p.line for p in _read(docx(body)).paragraphs]
    assert [(line.number, line.gap_before, line.whole) for line in lines] == places


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    def note(kind: str, note_id: int, words: str) -> str:
        return f'<w:{kind} w:id="{note_id}"><w:p><w:r><w:{kind}Ref/><w:t>{words}</w:t></w:r></w:p></w:{kind}>'

    marks = "".join(
        f'<w:t>{words}</w:t><w:{kind}Reference w:id="{note_id}"/>'
        for words, kind, note_id in (("甲", "endnote", 2), ("乙", "footnote", 5), ("丙", "footnote", 4))
    )
    notes = {
        "footnotes": note("footnote", 4, "丙注") + note("footnote", 5, "乙注"),
        "endnotes": note("endnote", 2, "甲注"),
    }
    assert _texts(docx(run(marks), **notes)) == ["甲¹乙²丙³", "¹甲注", "²乙注", "³丙注"]
    circles = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>'
    assert _texts(docx(run(marks), settings=circles, **notes))[0] == "甲①乙②丙③"
    assert _texts(docx(run(marks))) == ["甲¹乙²丙³"]


def test_an_automatic_table_of_contents_is_dropped() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    content = _read(docx(paragraph("一、总则\t1", '<w:pStyle w:val="t"/>') + paragraph("正文"), styles=styles))
    assert [p.line.text for p in content.paragraphs] == ["正文"]
    assert [(entry.text, entry.reason) for entry in content.dropped] == [("一、总则\t1", "自动目录")]


def test_an_embedded_file_is_a_warning() -> None:
    [warning] = _read(docx(paragraph("甲") + "<w:altChunk/>")).warnings
    assert (warning.line, "未读取" in warning.message) == (1, True)


@pytest.mark.parametrize(
    ("picture", "count"),
    [
        ("<w:drawing><a:blip/></w:drawing>", 1),
        ("<w:pict><v:imagedata/></w:pict>", 1),
        ("<w:object/>", 1),
        ("<w:tab/>", 0),
    ],
)
def test_pictures_are_counted(picture: str, count: int) -> None:
    assert _read(docx(run(picture) + paragraph("甲"))).pictures == count


@pytest.mark.parametrize(
    ("span", "row"),
    [("2", ("甲", "", "乙")), ("1", ("甲", "乙")), ("0", ("甲", "乙")), ("99", ("甲", *[""] * 98, "乙")),
     ("100", ("甲", "乙")), ("二", ("甲", "乙")), ("²", ("甲", "乙")), ("", ("甲", "乙"))],
)  # fmt: skip
def test_cells_cover_columns(span: str, row: tuple[str, ...]) -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraph(words)}</w:tc>"

    first = cell("甲", f'<w:gridSpan w:val="{span}"/>') + cell("乙")
    body = f"<w:tbl><w:tr>{first}</w:tr><w:tr>{cell('丙')}{cell('丁')}</w:tr></w:tbl>"
    [table] = _read(docx(body)).paragraphs
    assert table.line.rows[0] == row


@pytest.mark.parametrize("holder", ["sdt", "sdtContent", "customXml", "ins"])
def test_rows_and_cells_may_stand_in_other_elements(holder: str) -> None:
    cells = "".join(f"<w:{holder}><w:tc>{paragraph(words)}</w:tc></w:{holder}>" for words in "甲乙")
    body = f"<w:tbl><w:{holder}><w:tr>{cells}</w:tr></w:{holder}><w:tr>{cells}</w:tr></w:tbl>"
    [table] = _read(docx(body)).paragraphs
    assert table.line.rows == (("甲", "乙"), ("甲", "乙"))
