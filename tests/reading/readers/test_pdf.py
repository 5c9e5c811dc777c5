"""Rows of a .pdf become paragraphs by where they stand, and what repeats on each page is furniture."""

from __future__ import annotations

import contextlib
import random
import zlib
from collections.abc import Sequence

import pytest
from pdfminer.pdfinterp import PDFPageInterpreter

from notice_site.model import Align
from notice_site.reading.extracted_text import ExtractedText, SourceError
from notice_site.reading.formats import extract_text
from notice_site.reading.readers import pdf as pdf_reader
from notice_site.reading.reference.limits import DEFAULTS, Limits
from notice_site.reading.sources import read_source
from tests.reading.readers.pdf_writer import Placed, pdf

WIDE = 28  # characters of 16 points between the edges at 80 and 528


def _read(pages: Sequence[Sequence[Placed]], limits: Limits = DEFAULTS, more: str = "") -> ExtractedText:
    return extract_text(pdf(pages, more=more), "a.pdf", limits)


def _page(texts: Sequence[str], start: int = 700) -> list[Placed]:
    """Rows of one page from the top: two spaces at the start of a text stand for an indent."""
    rows: list[Placed] = []
    for k, text in enumerate(texts):
        rows.append((80 + 16 * (len(text) - len(text.lstrip())), start - 25 * k, text.strip()))
    return rows


BODY = ["  " + "一" * 26, "二" * 28, "三" * 10, "  " + "四" * 26, "五" * 28, "六" * 28]


def test_wrapped_rows_are_one_paragraph_up_to_the_next_indent() -> None:
    texts = [p.line.text for p in _read([_page(BODY)]).paragraphs]
    assert texts == ["一" * 26 + "二" * 28 + "三" * 10, "四" * 26 + "五" * 28 + "六" * 28]


def test_paragraph_runs_on_over_a_page_and_its_number() -> None:
    pages = [[*_page(BODY), (480.0, 60.0, "— 1 —")], [*_page(["七" * 28, "八" * 5]), (480.0, 60.0, "— 2 —")]]
    content = _read(pages)
    assert content.paragraphs[-1].line.text == "四" * 26 + "五" * 28 + "六" * 28 + "七" * 28 + "八" * 5
    assert [(d.text, d.reason) for d in content.dropped] == [("— 1 —", "页码"), ("— 2 —", "页码")]


def test_running_head_and_bare_page_numbers_are_found_by_repetition() -> None:
    pages = [
        [(80.0, 750.0, f"某市文件 第{k}期"), *_page([c * 28 for c in "甲乙丙丁戊己庚"[k:]]), (300.0, 40.0, str(k + 6))]
        for k in range(1, 4)
    ]
    content = _read(pages)
    assert [d.reason for d in content.dropped] == ["页眉", "页码"] * 3
    assert all("文件" not in p.line.text for p in content.paragraphs)


def test_number_that_is_no_page_number_stays() -> None:
    pages = [[*_page(BODY), (300.0, 40.0, "2014")], [*_page(BODY), (300.0, 90.0, "36")]]
    assert [d.reason for d in _read(pages).dropped] == []


def test_place_on_the_page_tells_titles_and_signatures() -> None:
    rows = [(80.0 + 16 * 9, 720.0, "关于开展活动的通知"), *_page(BODY, 670), (368.0, 500.0, "市委办公室")]
    lines = [p.line for p in _read([rows]).paragraphs]
    assert (lines[0].text, lines[0].align) == ("关于开展活动的通知", Align.CENTER)
    assert (lines[-1].text, lines[-1].align, lines[-1].gap_before) == ("市委办公室", Align.RIGHT, True)


def test_words_on_one_level_are_one_row() -> None:
    rows = [(80.0, 700.0, "市委办公室"), (360.0, 701.0, "2014年4月2日印发")]
    assert [p.line.text for p in _read([rows]).paragraphs] == ["市委办公室　2014年4月2日印发"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [(80.0, 700.0 - 25 * k, f"左{'一' * 11}") for k in range(10)]
    right = [(320.0, 700.0 - 25 * k, f"右{'二' * 11}") for k in range(10)]
    text = "".join(p.line.text for p in _read([[*left, *right]]).paragraphs)
    assert text.rindex("左") < text.index("右")


def test_radicals_that_fonts_give_for_characters_are_read_as_characters_and_noted() -> None:
    [paragraph] = _read([[(80.0, 700.0, "⼯作⽅案，⻓效ﬁ")]]).paragraphs
    assert paragraph.line.text == "工作方案，长效fi"
    assert paragraph.line.glyphs == (("⼯", "工"), ("⽅", "方"), ("⻓", "长"), ("ﬁ", "fi"))


@pytest.mark.parametrize(
    ("apart", "read"),
    [(0.4, "通知"), (2.3, "通知"), (2.5, "通知通知")],
    ids=["bold", "a shadow", "a sixth of a character apart"],
)
def test_a_character_set_twice_on_its_place_counts_once(apart: float, read: str) -> None:
    rows = [(80.0, 700.0, "通"), (96.0, 700.0, "知"), (80.0 + apart, 700.0, "通"), (96.0 + apart, 700.0, "知")]
    assert [p.line.text for p in _read([rows]).paragraphs] == [read]


def test_letters_side_by_side_are_not_one() -> None:
    rows = [(80.0 + 16 * k, 700.0, "…") for k in range(2)]
    assert [p.line.text for p in _read([rows]).paragraphs] == ["……"]


def test_words_repeated_at_different_heights_are_text() -> None:
    pages = [[*_page(BODY), (80.0, 300.0, "填表人：")], [*_page(BODY[:3]), (80.0, 500.0, "填表人：")]]
    assert [d.reason for d in _read(pages).dropped] == []


def test_pages_beyond_the_limit_are_refused() -> None:
    with pytest.raises(SourceError, match="超过 2 页"):
        _read([_page(BODY)] * 3, Limits(pdf_pages=2))


def test_stream_that_unpacks_to_more_than_the_limit_is_refused() -> None:
    bomb = zlib.compress(zlib.compress(bytes(3_000_000)))
    raw = b"%PDF-1.4\n1 0 obj <</Filter[/FlateDecode/FlateDecode]>> stream\n" + bomb + b"\nendstream endobj"
    with pytest.raises(SourceError, match="解压后超过"):
        extract_text(raw, "a.pdf", Limits(archive_bytes=1_000_000))


def test_page_larger_than_any_paper_is_refused() -> None:
    raw = pdf([_page(BODY)]).replace(b"[0 0 612 792]", b"[0 0 9000000 792]")
    with pytest.raises(SourceError, match="页面尺寸"):
        extract_text(raw, "a.pdf", DEFAULTS)


def test_file_without_pages_is_refused() -> None:
    with pytest.raises(SourceError, match="损坏"):
        extract_text(b"%PDF-1.4\nnothing", "a.pdf", DEFAULTS)


def test_a_fault_of_the_library_is_not_told_as_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(PDFPageInterpreter, "process_page", failing)
    with pytest.raises(SourceError, match="程序库出错（ValueError）"):
        _read([_page(BODY)])


def test_a_fault_of_the_reader_is_told_as_one_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "rows_of", lambda *_: max([]))
    source, [problem] = read_source(pdf([_page(BODY)]), "a.pdf")
    assert source is None
    assert "程序读取此文件时出错（ValueError" in problem.message


def test_damaged_files_are_read_or_refused_but_never_raise_anything_else() -> None:
    whole = pdf([_page(BODY)])
    chance = random.Random(860)
    for _ in range(150):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            raw[chance.randrange(8, len(raw))] = chance.randrange(256)
        with contextlib.suppress(SourceError):
            assert extract_text(bytes(raw), "a.pdf", DEFAULTS).format in ("pdf", "text")


def test_blanks_that_place_a_word_are_an_indent() -> None:
    rows = [(80.0, 700.0, "一" * WIDE), (80.0, 675.0, "\u3000\u3000二、" + "二" * 10), (80.0, 650.0, "三" * WIDE)]
    assert [p.line.text for p in _read([rows]).paragraphs] == ["一" * WIDE, "二、" + "二" * 10, "三" * WIDE]
