"""Writes data as a classic script, because a page from the disk may load no other file."""

from __future__ import annotations

import json


def data_script(function: str, *values: object) -> str:
    """Writes a call that hands data over; JSON allows two line separators that scripts do not.

    >>> data_script("pairs", ["一"], 2)
    'pairs(["一"],2);\\n'
    """
    arguments = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    return f"{function}({arguments});\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
