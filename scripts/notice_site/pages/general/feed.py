"""Writes feed.xml: the documents as an Atom feed (RFC 4287), those taken in last first.

Addresses are relative to that of the feed, so that it is right wherever the site is published. Times are the dates of
the documents, since a build knows no clock; the time of a document that does not say its date is that of the epoch.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from html import escape

from notice_site.model import Notice, Page
from notice_site.pages.core import labels_zh
from notice_site.pages.core.facets import PAGE_LENGTH
from notice_site.pages.core.site import Site

FEED = "feed.xml"

_UNKNOWN = "1970-01-01T00:00:00Z"
_SUBTITLE = "新收的文件，后收的在前；各条的时间是成文日期，原文未载日期的记作 1970-01-01。"

# What XML 1.0 cannot hold, not even as a reference.
_NOT_IN_XML = re.compile("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_page(site: Site) -> Iterator[Page]:
    """Writes the feed; sources count as taken in in the order of their names."""
    shown = list(reversed(site.corpus.notices))[:PAGE_LENGTH]
    entries = "".join(_entry(notice, site) for notice in shown)
    latest = max(map(_time, shown), default=_UNKNOWN)
    yield Page(
        FEED,
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
        f"<title>{labels_zh.SITE}</title>\n<subtitle>{_SUBTITLE}</subtitle>\n<id>{_id('feed')}</id>\n"
        f'<updated>{latest}</updated>\n<link rel="self" href="{FEED}"/>\n<link href="index.html"/>\n'
        f"<author><name>{labels_zh.SITE}</name></author>\n{entries}</feed>\n",
    )


def _entry(notice: Notice, site: Site) -> str:
    authors = "".join(f"<author><name>{_text(issuer)}</name></author>\n" for issuer in notice.issuers)
    date = labels_zh.day(notice.date) if notice.date else "原文未载"
    summary = f"{labels_zh.cite(notice)}，成文日期：{date}"
    return (
        f"<entry>\n<title>{_text(labels_zh.title(notice))}</title>\n<id>{_id(notice.id)}</id>\n"
        f'<link href="{escape(site.links.notice(notice.id).url)}"/>\n'
        f"<updated>{_time(notice)}</updated>\n{authors}<summary>{_text(summary)}</summary>\n</entry>\n"
    )


def _time(notice: Notice) -> str:
    """Returns the date of the document in China, 2014-03-01T00:00:00+08:00; of a month or year the first day."""
    return f"{notice.date}-01-01"[:10] + "T00:00:00+08:00" if notice.date else _UNKNOWN


def _id(name: str) -> str:
    """Makes an identifier that stays the same wherever the site is published, as the ids of documents do."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"mass-line-notices/{name}").urn


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", text), quote=False)
