"""Finds the text of a document in a web archive (.mht) or a mail (.eml): its HTML, or else its plain text."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from notice_site.model.frozen import dataclass
from notice_site.reading.extracted_text import SourceError

_HEAD_BYTES = 65_536  # the headers of a mail that went through many servers
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}[ \t]*:")
# takes: MIME-Version: 1.0, Content-Type: multipart/mixed; boundary=x; not: Content-Type: text/plain
_MIME = re.compile(
    rb"^ (?: mime-version [ \t]* : | content-type [ \t]* : [ \t]* multipart/ )",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
# What programs set before the subject of a mail that is passed on.
# takes: 转发：关于…, Fw: Re: 关于…; not: 转发关于…的通知
_PASSED_ON = re.compile(r"^(?:\s*(?:转发|回复|答复|fwd?|re)\s*[:：])+\s*", re.IGNORECASE)
_ADVICE = "在浏览器或邮件程序中打开，另存为“网页，仅 HTML”"


@dataclass(frozen=True, slots=True)
class MailText:
    """The bytes of the part with the text, and what stands around it."""

    raw: bytes
    is_html: bool
    subject: str  # of a mail; "" for a web archive, whose page has its title
    attachments: tuple[str, ...]  # names of the files that are attached


def is_mail(raw: bytes) -> bool:
    """Whether the bytes begin with the headers of a mail or a web archive.

    >>> is_mail(b"From: a\\nMIME-Version: 1.0\\n\\nb"), is_mail("通知\\nMIME-Version: 1.0".encode())
    (True, False)
    """
    head = raw[:_HEAD_BYTES].lstrip().replace(b"\r\n", b"\n")
    if not _HEADER.match(head):
        return False
    return _MIME.search(head.partition(b"\n\n")[0]) is not None


def read_mail(raw: bytes) -> MailText:
    """Takes a mail or a web archive apart. Raises `SourceError` where it holds no text."""
    try:
        message = email.message_from_bytes(raw.lstrip())
        parts = [*_texts(message)]
    except (MessageError, RecursionError, LookupError, ValueError):
        raise SourceError("是网页归档或邮件，结构已损坏", _ADVICE) from None
    chosen = next((part for part in parts if part.get_content_type() == "text/html"), parts[0] if parts else None)
    if chosen is None:
        raise SourceError("是网页归档或邮件，其中没有正文", _ADVICE)
    subject = _PASSED_ON.sub("", _header(message["Subject"])) if message["To"] else ""
    attached = (
        _header(part.get_filename()) for part in message.walk() if part.get_content_disposition() == "attachment"
    )
    return MailText(_content(chosen), chosen.get_content_type() == "text/html", subject, tuple(filter(None, attached)))


def _texts(message: Message) -> Iterator[Message]:
    for part in message.walk():
        is_text = part.get_content_type() in ("text/html", "text/plain") and not part.is_multipart()
        if is_text and part.get_content_disposition() != "attachment" and _content(part).strip():
            yield part


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(value: object) -> str:
    """The words of a header; as they stand where their encoding is unknown."""
    try:
        return str(make_header(decode_header(str(value or "")))).strip()
    except (MessageError, LookupError, ValueError):
        return str(value)
