"""Small .docx files for tests, written part by part so that each test shows the XML it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def docx(body: str, main_type: str = _MAIN, **parts: str) -> bytes:
    """A package whose document body is `body` (WordprocessingML with the prefix w); other parts by their kind.

    `docx("<w:p/>", numbering="<w:num …/>", header="<w:p/>")`; the root element of each part is added.
    """
    files = {"document": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"}
    roots = {"header": "hdr", "footer": "ftr"}
    for kind, content in parts.items():
        root = roots.get(kind, kind)
        files[kind] = f"<w:{root} {_SPACES}>{content}</w:{root}>"
    return packed(files, main_type)


def packed(files: Mapping[str, str], main_type: str = _MAIN) -> bytes:
    """A package of parts given as whole XML documents, by their kind; `document` is the main one."""
    types = f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>'
    links = "".join(
        f'<Relationship Id="r{k}" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/>'
        for k, kind in enumerate(files)
        if kind != "document"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        )
        for kind, xml in files.items():
            package.writestr(f"word/{kind}.xml", xml)
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """One paragraph with one run; `properties` is the inside of w:pPr."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def numbered(text: str, list_id: int, level: int = 0) -> str:
    """One paragraph of a list."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, number)


def level(number: int, style: str, text: str, more: str = "") -> str:
    """One level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )
