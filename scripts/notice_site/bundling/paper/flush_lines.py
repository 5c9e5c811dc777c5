"""Sets lines of Chinese flush at both edges: WeasyPrint stretches blanks alone, of which Chinese text has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

WIDEST = 0.08
"""The most that is put between two characters, in parts of their size: a line that lacks more stays ragged."""


def set_lines_flush() -> None:
    """Has WeasyPrint stretch a line of `text-align: justify` between all its characters."""
    from weasyprint.layout import inline

    inline.justify_line = _stretch


def _stretch(context: Any, line: Any, lacking: float) -> None:
    """Shares out the width that a line lacks; takes the place of `justify_line` of WeasyPrint 70."""
    gaps = sum(len(box.text) for box in _texts(line)) - 1
    if 0 < lacking <= gaps * WIDEST * line.style["font_size"]:
        spacing = lacking / gaps
        moved = -spacing / 2  # Pango puts half of it before the first character, and half behind the last
        for child in line.children:
            moved = _moved(context, child, spacing, moved)


def _moved(context: Any, box: Any, spacing: float, moved: float) -> float:
    """Moves a box by the width put in before it and stretches it; returns how far what follows is moved."""
    from weasyprint.formatting_structure.boxes import InlineBox, TextBox
    from weasyprint.layout.inline import create_layout

    if not box.is_in_normal_flow():
        return moved
    if isinstance(box, TextBox):
        box.style = box.style.copy()
        box.style["letter_spacing"] = spacing
        box.pango_layout = create_layout(box.text, box.style, context, None, 0)
        box.pango_layout.deactivate()
        behind = moved + len(box.text) * spacing
    elif isinstance(box, InlineBox):
        behind = moved
        for child in box.children:
            behind = _moved(context, child, spacing, behind)
    else:
        box.translate(moved, 0)
        return moved
    box.position_x += moved
    box.width += behind - moved
    return behind


def _texts(box: Any) -> Iterator[Any]:
    """The texts that stand in a line, but for those in a box that is moved as a whole."""
    from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox

    if isinstance(box, TextBox):
        yield box
    elif isinstance(box, (InlineBox, LineBox)):
        for child in box.children:
            yield from _texts(child)
