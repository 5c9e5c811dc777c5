"""The glyphs of a printed file stand for the characters of its text, and nothing in it changes from run to run."""

from __future__ import annotations

import io
import zlib

import pytest
from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser

from notice_site.bundling.glyph_twins import twins
from notice_site.bundling.pdf_repair import repaired


def printed(date: str, entries: bytes) -> bytes:
    """A file as Chromium writes it: one page that shows the glyphs 01 to 04, one font, a date."""
    cmap = zlib.compress(b"begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n" + entries + b"endcmap\n")
    content = b"BT /F1 12 Tf 50 700 Td <01020304> Tj ET"
    objects = [
        b"<</Title (x)\n/CreationDate (D:%s)\n/ModDate (D:%s)>>" % (date.encode(), date.encode()),
        b"<</Type /Catalog /Pages 3 0 R>>",
        b"<</Type /Pages /Count 1 /Kids [4 0 R]>>",
        b"<</Type /Page /Parent 3 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources <</Font <</F1 6 0 R>>>>>>",
        b"<</Length %d>> stream\n%s\nendstream" % (len(content), content),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 5 /Widths [9 9 9 9 9 9] "
        b"/ToUnicode 7 0 R>>",
        b"<</Filter /FlateDecode\n/Length %d>> stream\n%s\nendstream" % (len(cmap), cmap),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, entry in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, entry)
    table = b"xref\n0 8\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer\n<</Size 8\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)


def words(pdf: bytes) -> str:
    """What a reader finds and copies."""
    return "".join(extract_text(io.BytesIO(pdf)).split())


CHARS = b"4 beginbfchar\n<01> <2F24>\n<02> <2ED3>\n<03> <56DB>\n<04> <2F08>\nendbfchar\n"
TEXT = "大长四⼈人"  # the last radical is in the text itself


def test_radicals_give_way_to_the_characters_of_the_text() -> None:
    before = printed("20260101000000", CHARS)
    assert words(before) == "⼤⻓四⼈"
    assert words(repaired(before, "题", TEXT)) == "大长四⼈"


def test_ranges_are_understood() -> None:
    ranged = printed("20260101000000", b"1 beginbfrange\n<01> <04> <2F24>\nendbfrange\n")
    assert words(repaired(ranged, "题", "大女")) == "大女⼦⼧"


def test_another_time_gives_the_same_bytes() -> None:
    assert repaired(printed("20260101000000", CHARS), "题", TEXT) == repaired(
        printed("20271231235959", CHARS), "题", TEXT
    )


def test_the_file_bears_its_title_and_no_date() -> None:
    document = PDFDocument(PDFParser(io.BytesIO(repaired(printed("20260101000000", CHARS), "学习“三严三实”", TEXT))))
    (info,) = document.info[:1]
    assert set(info) == {"Title"}
    assert info["Title"].decode("utf-16") == "学习“三严三实”"


def test_nothing_is_written_anew_where_all_is_right() -> None:
    whole = repaired(printed("20260101000000", CHARS), "题", "⼤⻓四⼈")
    assert whole.count(b"7 0 obj") == 1


def test_what_is_no_such_file_is_refused() -> None:
    with pytest.raises(ValueError, match="trailer"):
        repaired(b"%PDF-1.4\n", "题", "")


@pytest.mark.parametrize(("one", "other"), ["⼤大", "⺠民", "⻅见", "\u2329\u3008", "⋯…", "⼾户"])
def test_twins(one: str, other: str) -> None:
    assert other in twins(one)


def test_most_characters_have_no_twin() -> None:
    assert not any(twins(character) for character in "大四主席。“”〔〕1aA")
