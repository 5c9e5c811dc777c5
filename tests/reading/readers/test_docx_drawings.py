"""The words of SmartArt in the order of its points."""

from __future__ import annotations

import pytest
from lxml import etree

from notice_site.reading.readers.docx_drawings import diagram_lines

SPACES = (
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def point(name: str, text: str = "", kind: str = "node") -> str:
    words = f"<dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>" if text else ""
    return f'<dgm:pt modelId="{name}" type="{kind}">{words}</dgm:pt>'


def link(source: str, target: str, order: int, kind: str = "parOf") -> str:
    return f'<dgm:cxn type="{kind}" srcId="{source}" destId="{target}" srcOrd="{order}"/>'


DOCUMENT = point("0", kind="doc")


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (point("1", "甲") + point("2", "乙"), ["甲", "乙"]),
        (
            DOCUMENT + point("1", "乙") + point("2", "甲") + link("0", "1", 1) + link("0", "2", 0),
            ["甲", "乙"],
        ),
        (
            point("1", "子") + point("2", "父") + DOCUMENT + link("0", "2", 0) + link("2", "1", 0),
            ["父", "子"],
        ),
        (DOCUMENT + point("1", "甲") + link("0", "1", 0) + link("1", "0", 0), ["甲"]),
        (DOCUMENT + point("1", "甲") + link("0", "1", 0) + link("0", "9", 1), ["甲"]),
        (DOCUMENT + point("1", "甲") + point("2", "乙") + link("2", "1", 0, "presOf"), ["甲", "乙"]),
    ],
    ids=["no links", "by their order", "below another", "a circle", "to nowhere", "a link of the layout"],
)
def test_each_point_stands_before_those_below_it(data: str, lines: list[str]) -> None:
    use = etree.fromstring(f'<dgm:relIds {SPACES} r:dm="r1"/>')
    root = etree.fromstring(f"<dgm:dataModel {SPACES}>{data}</dgm:dataModel>")
    assert diagram_lines(use, {"r1": root}) == lines
    assert diagram_lines(use, {}) is None
