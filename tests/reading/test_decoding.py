"""Bytes of a text file: which encoding they are in, how much damage is borne, and what is refused as no text."""

from __future__ import annotations

import codecs

import pytest

from notice_site.reading.decoding import decode
from notice_site.reading.extracted_text import SourceError

SENTENCE = "各级党组织要高度重视，认真组织开展学习活动。"
FIFTY = "学" * 50


@pytest.mark.parametrize(
    ("text", "raw", "encoding"),
    [
        ("通知", "通知".encode(), "utf-8"),
        ("通知", codecs.BOM_UTF8 + "通知".encode(), "utf-8-sig"),
        ("通知", codecs.BOM_UTF16_LE + "通知".encode("utf-16-le"), "utf-16"),
        ("通知", codecs.BOM_UTF16_BE + "通知".encode("utf-16-be"), "utf-16"),
        ("关于开展活动的通知", "关于开展活动的通知".encode("gbk"), "gb18030"),
        ("通知", "通知".encode("gbk"), "gb18030"),  # its bytes are good UTF-8 too: U+0368 U+05AA
        ("Notice 36", b"Notice 36", "utf-8"),
        ("café", "café".encode(), "utf-8"),
        ("\u0368通", "\u0368通".encode(), "utf-8"),  # a rare letter beside Han characters
        ("\u05aa\u05aa\u0368", "\u05aa\u05aa\u0368".encode(), "gb18030"),
        ("甲\n乙\n丙\n丁", "甲\r\n乙\r丙\n丁".encode(), "utf-8"),
        ("通知", codecs.BOM_UTF8 + codecs.BOM_UTF8 + "通知".encode(), "utf-8-sig"),
    ],
    ids=[
        "UTF-8", "UTF-8 with its mark", "UTF-16 little end first", "UTF-16 big end first", "GBK",
        "GBK that is good UTF-8", "ASCII", "Latin letters", "a rare letter in a Chinese text", "rare letters alone",
        "line ends", "a mark twice",
    ],
)  # fmt: skip
def test_the_encoding_is_told_by_the_mark_or_by_the_bytes(text: str, raw: bytes, encoding: str) -> None:
    decoded = decode(raw)
    assert decoded.encoding == encoding
    assert decoded.text == (text if encoding != "gb18030" else raw.decode("gb18030"))
    assert decoded.dropped == ()


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        ((FIFTY + "习").encode() + b"\xff", FIFTY + "习\ufffd", "utf-8"),
        (codecs.BOM_UTF8 + (FIFTY + "习").encode() + b"\xff", FIFTY + "习\ufffd", "utf-8-sig"),
        ((FIFTY + "习").encode("gbk") + b"\xff\n", FIFTY + "习\ufffd\n", "gb18030"),
        (codecs.BOM_UTF16_LE + (FIFTY + "习").encode("utf-16-le") + b"\x00", FIFTY + "习\ufffd", "utf-16"),
    ],
    ids=["UTF-8", "UTF-8 with its mark", "GBK", "UTF-16"],
)
def test_a_damaged_byte_is_borne_in_more_than_fifty_han_characters(raw: bytes, text: str, encoding: str) -> None:
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (codecs.BOM_UTF8 + FIFTY.encode() + b"\xff", "按 utf-8-sig 无法解码（第 "),
        (FIFTY.encode("gbk") + b"\xff\n", "按 gb18030 无法解码（第 101 个字节处）"),
        (codecs.BOM_UTF16_LE + FIFTY.encode("utf-16-le") + b"\x00", "按 utf-16 无法解码"),
    ],
    ids=["UTF-8", "GBK", "UTF-16"],
)
def test_a_damaged_byte_in_fifty_han_characters_is_too_much(raw: bytes, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        decode(raw)
    assert refused.value.message.startswith(message)
    assert "UTF-8" in refused.value.advice


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("<meta charset=big5>", "big5"),
        ('<meta CHARSET = "Big5-HKSCS">', "Big5-HKSCS"),
        ("<meta charset='x-big5'>", "x-big5"),
        ("<meta charset=euc-kr>", "euc-kr"),
        ("<meta charset=Shift_JIS>", "Shift_JIS"),
        (f"{'charset=big5':>4096}", "big5"),
    ],
)
def test_a_declared_encoding_that_looks_like_gb18030_is_refused(declaration: str, encoding: str) -> None:
    with pytest.raises(SourceError, match=f"声明的编码 {encoding} 不能读取"):
        decode(declaration.encode() + SENTENCE.encode("gbk"))


BIG5 = "關於閱覽室開放的通知\n各股室：\n即日起憑證入內。"


@pytest.mark.parametrize(
    "raw",
    [BIG5.encode("big5"), b"<meta charset=big5>" + BIG5.encode("big5"), ("范碁堃" + BIG5).encode("big5hkscs")],
    ids=["undeclared", "declared", "rare characters of names"],
)
def test_big5_is_told_by_its_common_characters(raw: bytes) -> None:
    decoded = decode(raw)
    assert decoded.text.endswith(BIG5)
    assert decoded.encoding == "big5"


@pytest.mark.parametrize("text", [BIG5, "┌──┬──┐│序号│姓名│└──┴──┘", "①②ⅠⅡ㈠αβ№", "镕玥琦珺婧瑾喆堃犇赟"])
def test_what_is_rare_in_gbk_stays_gbk(text: str) -> None:
    assert decode(text.encode("gbk")).encoding == "gb18030"


def test_a_blank_of_gbk_that_was_converted_as_a_character_is_a_blank_with_a_record() -> None:
    decoded = decode("通知\n\ue5e5\ue5e5近日".encode())
    assert decoded.text == "通知\n\u3000\u3000近日"
    assert [(entry.text, entry.line) for entry in decoded.dropped] == [("U+E5E5×2", 2)]


@pytest.mark.parametrize(
    ("pairs", "encoding"),
    [
        (b"\xb0\x40" * 10 + b"\xb0\xa1" * 9, "big5"),
        (b"\xb0\x40" * 9 + b"\xb0\xa1" * 9, "gb18030"),
        (b"\xb0\x40" * 9 + b"\xc9\x40", "big5"),
        (b"\xb0\x40" * 8 + b"\xc9\x40", "gb18030"),
    ],
    ids=["under half common in GBK", "half common in GBK", "nine in ten common in Big5", "eight in nine"],
)
def test_the_shares_of_common_characters_decide_between_big5_and_gbk(pairs: bytes, encoding: str) -> None:
    assert decode(pairs).encoding == encoding


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xa3\xa0\xa3\xa0" + "近日".encode("gbk"), "\u3000\u3000近日"),
        ("近日".encode("gbk") + b"\xfe\x59\xa6\xd9", "近日龴︐"),
        (("学" * 20).encode("gbk") + b"\xaa\xa1", "学" * 20 + "\ue000"),
    ],
    ids=["the blank of old editors", "characters encoded since", "one of private use in twenty"],
)
def test_what_gb18030_reads_as_private_use(raw: bytes, text: str) -> None:
    assert decode(raw).text == text


def test_more_of_private_use_is_another_encoding() -> None:
    with pytest.raises(SourceError, match="是其他编码"):
        decode(("学" * 19).encode("gbk") + b"\xaa\xa1")


@pytest.mark.parametrize(
    "declaration",
    [
        "<meta charset=gbk>",
        "<meta charset=gb2312>",
        "big5",
        "charset: big5",
        " " * (4_097 - len("charset=big5")) + "charset=big5",
    ],
    ids=["gbk", "gb2312", "the word alone", "a colon", "beyond the head of the file"],
)
def test_any_other_declaration_is_passed_over(declaration: str) -> None:
    assert decode(declaration.encode() + SENTENCE.encode("gbk")).text == declaration + SENTENCE


def test_a_text_in_utf8_may_declare_another_encoding() -> None:
    assert decode(b"<meta charset=big5>" + SENTENCE.encode()).encoding == "utf-8"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\x00" + b"a" * 19, "a" * 19),
        (b"a" * 4_096 + b"\x00" * 300, "a" * 4_096),
    ],
    ids=["one in twenty", "below the head of the file"],
)
def test_a_stray_nul_byte_is_taken_out(raw: bytes, text: str) -> None:
    decoded = decode(raw)
    assert decoded.text == text
    assert [entry.reason for entry in decoded.dropped] == ["控制字符，无法显示"]


@pytest.mark.parametrize(
    "raw",
    [b"\x00" + b"a" * 18, b"\x00" * 205 + b"a" * 3_891, "Notice".encode("utf-16-le")],
    ids=["one in nineteen", "more than one in twenty of the head", "UTF-16 without its mark"],
)
def test_many_nul_bytes_are_no_text(raw: bytes) -> None:
    with pytest.raises(SourceError, match="大量空字节"):
        decode(raw)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x01" + "a" * 9, "a" * 9),
        ("\x01" + "\t\n\f\v" * 2 + "字", "\t\n\f\v\t\n\f\v字"),
        ("\x01" * 2_000 + "字" * 18_000 + "\x01" * 9_000, "字" * 18_000),
    ],
    ids=["one in ten", "white space has a use", "below the sample"],
)
def test_few_characters_without_a_shape_are_taken_out(text: str, kept: str) -> None:
    assert decode(text.encode()).text == kept


@pytest.mark.parametrize(
    "text",
    ["\x01" + "a" * 8, "\x01" * 2_001 + "a" * 17_999, "\ufdd0" + "\u0378" * 3 + "字" * 30],
    ids=["one in nine", "more than one in ten of the sample", "code points without a character"],
)
def test_many_characters_without_a_shape_are_no_text(text: str) -> None:
    with pytest.raises(SourceError, match="多为控制字符"):
        decode(text.encode())


def test_control_characters_are_recorded_with_their_line() -> None:
    decoded = decode(f"通知\n正\x08文\u202e\n\x08\n{SENTENCE}".encode())
    assert decoded.text == f"通知\n正文\n\n{SENTENCE}"
    assert [(entry.line, entry.text) for entry in decoded.dropped] == [(2, "U+0008×1、U+202E×1"), (3, "U+0008×1")]
