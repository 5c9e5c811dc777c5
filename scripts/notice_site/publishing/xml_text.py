"""Writes text and elements as XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

# What XML 1.0 cannot hold, not even as a reference.
_NOT_IN_XML = re.compile("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = re.compile(r"[\w#/:.-]*")
"""Letters, digits and the signs of ids and addresses: nearly all attributes are nothing else, and stay."""


def xml_text(text: str) -> str:
    """Escapes text between tags; a character that XML cannot hold becomes U+FFFD.

    >>> xml_text("甲<乙&丙")
    '甲&lt;乙&amp;丙'
    """
    return escape(_NOT_IN_XML.sub("\ufffd", text), quote=False).replace("\r", "&#13;")


def element(name: str, content: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Writes an element; `content` is XML.

    >>> element("num", "一、"), element("ref", attributes={"href": '#"'})
    ('<num>一、</num>', '<ref href="#&quot;"/>')
    """
    opening = name + "".join(f' {key}="{_attribute(value)}"' for key, value in (attributes or {}).items())
    return f"<{opening}>{content}</{name}>" if content else f"<{opening}/>"


def _attribute(value: str) -> str:
    """Escapes the value of an attribute; white space stays as it is."""
    if _PLAIN.fullmatch(value):
        return value
    escaped = escape(_NOT_IN_XML.sub("\ufffd", value))
    return escaped.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
