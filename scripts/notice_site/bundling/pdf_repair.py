"""Repairs the PDF that Chromium prints: the right characters stand behind its glyphs, and its bytes are repeatable.

Fonts draw some characters with the glyph of another: 大 with that of the radical ⼤ (U+2F24). Chromium's PDF then
says that the text has the radical, so that 大 is not found and copied text is wrong. What each glyph stands for is
written anew, in an incremental update (PDF 32000-1:2008, 7.5.6) behind the printed file; so is what the file says of
itself: a title, and no date.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

from notice_site.bundling.glyph_twins import twins

_REFERENCE = re.compile(rb"/ToUnicode (\d+) 0 R")
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", re.DOTALL)
_OBJECT = rb"%d 0 obj\s*<<(?P<head>[^>]*)>>\s*stream\r?\n"
_LENGTH = re.compile(rb"/Length (\d+)")
_CHARS = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]{4,})>\r?\n")
_RANGES = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]{4,})>\r?\n")
_LARGEST_BLOCK = 100  # entries between beginbfchar and endbfchar

_HEAD = b"""\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<%s> <%s>
endcodespacerange
"""
_TAIL = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def repaired(pdf: bytes, title: str, text: str) -> bytes:
    """The PDF with the characters of `text`, which it was printed from, and with nothing that changes from run to run.

    ValueError: the file is not built as Chromium builds it.
    """
    found = _TRAILER.search(pdf)
    if found is None:
        raise ValueError("no plain trailer at the end of the PDF")
    keys, cross_references = found[1], int(found[2])
    pdf = _DATE.sub(lambda date: re.sub(rb"\d", b"0", date[0]), pdf)
    shown = frozenset(text)
    updates = {
        number: _stream(_written(_corrected(_meanings(content), shown)))
        for number, content in _character_maps(pdf)
        if _corrected(_meanings(content), shown) != _meanings(content)
    }
    if info := re.search(rb"/Info (\d+) 0 R", keys):
        updates[int(info[1])] = b"<</Title <FEFF%s>>>" % title.encode("utf-16-be").hex().upper().encode()
    return pdf + _update(len(pdf), keys, cross_references, updates)


def _character_maps(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    """The streams that say what the glyphs of a font mean, by the number of their object."""
    for number in sorted({int(found) for found in _REFERENCE.findall(pdf)}):
        head = re.compile(rb"(?<=\n)" + _OBJECT % number).search(pdf)
        length = head and _LENGTH.search(head["head"])
        if head is None or length is None:
            raise ValueError(f"object {number} is no stream")
        content = pdf[head.end() : head.end() + int(length[1])]
        yield number, zlib.decompress(content) if b"/FlateDecode" in head["head"] else content


Code = tuple[int, int]
"""A glyph as the text of a page names it: the code and its length in bytes."""


def _meanings(content: bytes) -> dict[Code, str]:
    """What each glyph stands for."""
    meanings: dict[Code, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", content, re.DOTALL):
        for glyph, characters in _CHARS.findall(block):
            meanings[int(glyph, 16), len(glyph) // 2] = bytes.fromhex(characters.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", content, re.DOTALL):
        for first, last, characters in _RANGES.findall(block):
            start = bytes.fromhex(characters.decode()).decode("utf-16-be")
            for offset in range(int(last, 16) - int(first, 16) + 1):
                meanings[int(first, 16) + offset, len(first) // 2] = start[:-1] + chr(ord(start[-1]) + offset)
    return meanings


def _corrected(meanings: Mapping[Code, str], shown: frozenset[str]) -> dict[Code, str]:
    """A character that the text has not gives way to the one of its twins that the text has."""
    corrected = {}
    for glyph, characters in meanings.items():
        candidates = sorted(twins(characters) & shown) if len(characters) == 1 and characters not in shown else []
        corrected[glyph] = candidates[0] if candidates else characters
    return corrected


def _written(meanings: Mapping[Code, str]) -> bytes:
    length = max(length for _, length in meanings)
    lines = [
        b"<%0*X> <%s>\n" % (2 * length, code, characters.encode("utf-16-be").hex().upper().encode())
        for (code, length), characters in sorted(meanings.items())
    ]
    blocks = [lines[start : start + _LARGEST_BLOCK] for start in range(0, len(lines), _LARGEST_BLOCK)]
    body = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(block)) for block in blocks)
    return _HEAD % (b"00" * length, b"FF" * length) + body + _TAIL


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Filter /FlateDecode /Length %d>> stream\n%s\nendstream" % (len(packed), packed)


def _update(start: int, keys: bytes, previous: int, updates: Mapping[int, bytes]) -> bytes:
    """New versions of objects, and the table that says where they lie; `start` is the length of the file so far."""
    body = b"\n"
    places = {}
    for number, content in sorted(updates.items()):
        places[number] = start + len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items())
    kept = re.sub(rb"/(?:Prev \d+|ID\s*\[.*?\])", b"", keys, flags=re.DOTALL).strip()
    trailer = b"trailer\n<<%s\n/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (kept, previous, start + len(body))
    return body + b"xref\n" + table + trailer
