"""Small .pdf files for tests: rows of text at given places, in a font that maps its codes to Unicode."""

from __future__ import annotations

from collections.abc import Sequence

Placed = tuple[float, float, str]  # x, y from the foot of the page, text


def pdf(pages: Sequence[Sequence[Placed]], size: float = 16, more: str = "", annotations: str = "") -> bytes:
    """One page a list of rows; each character is as wide as `size`; `more` is added to each page's program."""
    characters = sorted({char for page in pages for _, _, text in page for char in text})
    codes = {char: k for k, char in enumerate(characters, 1)}
    pairs = "\n".join(f"<{code:04X}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items())
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    kids = " ".join(f"{6 + 2 * k} 0 R" for k in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/T/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/T/DW 1000/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>"
        "/FontDescriptor<</Type/FontDescriptor/FontName/T/Ascent 800/Descent -200/Flags 4"
        "/FontBBox[0 -200 1000 800]>>>>",
        _stream(to_unicode),
    ]
    for k, page in enumerate(pages):
        program = "BT " + "".join(
            f"/F {size} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{codes[c]:04X}' for c in text)}> Tj " for x, y, text in page
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>"
            f"/Annots[{annotations}]/Contents {7 + 2 * k} 0 R>>"
        )
        objects.append(_stream(f"{program} ET {more}"))
    return _file(objects)


def _stream(data: str) -> str:
    return f"<</Length {len(data)}>>stream\n{data}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    result = b"%PDF-1.4\n"
    places = []
    for k, content in enumerate(objects, 1):
        places.append(len(result))
        result += f"{k} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(result)
    result += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return result + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
