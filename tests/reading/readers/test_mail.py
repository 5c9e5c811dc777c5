"""Web archives and mails: the part with the text is found, whatever its encoding, and never shown as base64."""

from __future__ import annotations

import random
from contextlib import suppress
from email.message import EmailMessage

import pytest

from notice_site.reading.extracted_text import ExtractedText, SourceError
from notice_site.reading.formats import extract_text
from notice_site.reading.readers.mail import is_mail
from notice_site.reading.reference.limits import DEFAULTS

PAGE = "<html><body><p>各支部：</p><p>请报送计划。</p></body></html>"


def mail(
    *, html: str = "", plain: str = "", to: str = "", subject: str = "通知", encoding: str = "utf-8"
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "a@example.cn"
    message["Subject"] = subject
    if to:
        message["To"] = to
    if plain:
        message.set_content(plain, charset=encoding)
    if html and plain:
        message.add_alternative(html, subtype="html", charset=encoding)
    elif html:
        message.set_content(html, subtype="html", charset=encoding)
    return message


def read(message: EmailMessage | bytes, name: str = "a.mht") -> ExtractedText:
    return extract_text(message if isinstance(message, bytes) else message.as_bytes(), name, DEFAULTS)


def texts(content: ExtractedText) -> list[str]:
    return [paragraph.line.text for paragraph in content.paragraphs]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_the_page_of_a_web_archive_is_read(encoding: str) -> None:
    content = read(mail(html=PAGE.replace("请报送计划", "即日起憑證入內"), encoding=encoding))
    assert (content.format, texts(content)) == ("html", ["各支部：", "即日起憑證入內。"])


def test_html_goes_before_plain_text() -> None:
    assert texts(read(mail(html=PAGE, plain="纯文本"))) == ["各支部：", "请报送计划。"]


def test_plain_text_is_read_where_there_is_nothing_else() -> None:
    content = read(mail(plain="各支部：\n请报送计划。"), "a.eml")
    assert (content.format, texts(content)) == ("text", ["各支部：", "请报送计划。"])


@pytest.mark.parametrize(
    ("subject", "to", "first"),
    [
        ("关于报送计划的通知", "b@example.cn", ["关于报送计划的通知"]),
        ("转发：Fw: 关于报送计划的通知", "b@example.cn", ["关于报送计划的通知"]),
        ("转发关于报送计划的通知", "b@example.cn", ["转发关于报送计划的通知"]),
        ("关于报送计划的通知", "", []),
    ],
    ids=["a mail", "passed on", "a title that begins so", "a saved page"],
)
def test_the_subject_of_a_mail_is_a_heading(subject: str, to: str, first: list[str]) -> None:
    content = read(mail(html=PAGE, subject=subject, to=to), "a.eml")
    assert texts(content)[:-2] == first
    assert [(p.line.heading, p.line.number) for p in content.paragraphs[:-2]] == [(1, 1)] * len(first)


def test_an_attached_file_is_a_warning() -> None:
    message = mail(plain="见附件。", to="b@example.cn")
    message.add_attachment(b"x", maintype="application", subtype="msword", filename="计划表.doc")
    assert ["计划表.doc" in warning.message for warning in read(message, "a.eml").warnings] == [True]


def test_a_mail_without_text_is_refused() -> None:
    message = EmailMessage()
    message.set_content(b"x", maintype="image", subtype="png")
    with pytest.raises(SourceError, match="没有正文"):
        read(message)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Subject: x\r\nMIME-Version: 1.0\r\n\r\nx", True),
        (b"\nFrom: <x>\ncontent-type: multipart/related; boundary=a\n\nx", True),
        (b"Subject: x\nContent-Type: text/plain\n\nx", False),
        (b"Subject: x\n\nMIME-Version: 1.0", False),
        ("通知：\nMIME-Version: 1.0".encode(), False),
        (b"a" * 61 + b":x\nMIME-Version: 1.0", True),
        (b"a" * 62 + b":x\nMIME-Version: 1.0", False),
    ],
    ids=["by its version", "by its parts", "plain", "below the headers", "Chinese", "a long name", "a longer one"],
)
def test_a_mail_is_told_by_its_headers(raw: bytes, expected: bool) -> None:
    assert is_mail(raw) is expected


def test_damaged_mails_are_read_or_refused() -> None:
    whole = mail(html=PAGE, plain="纯文本", to="b@example.cn").as_bytes()
    chance = random.Random(7)
    for _ in range(300):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        with suppress(SourceError):
            read(bytes(raw))


def test_parts_in_parts_without_end_are_refused() -> None:
    head = b"MIME-Version: 1.0\n"
    raw = head + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (k, k) for k in range(2_000))
    with pytest.raises(SourceError, match=r"损坏|没有正文"):
        read(raw)
