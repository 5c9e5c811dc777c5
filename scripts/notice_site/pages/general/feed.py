"""Writes feed.xml: the documents as an Atom feed (RFC 4287), those taken in last first.

Addresses are relative to that of the feed, so that it is right wherever the site is published. Times are the dates of
the documents, since a build knows no clock. Atom has no entry without a time: documents without a date are left out,
and the feed says how many these are.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from html import escape

from notice_site.model import Notice, Page
from notice_site.pages.core import labels_zh
from notice_site.pages.core.carrier_facts import from_carrier
from notice_site.pages.core.document_days import dated, known_day
from notice_site.pages.core.facets import PAGE_LENGTH
from notice_site.pages.core.site import Site

FEED = "feed.xml"

_SUBTITLE = "新收的文件，后收的在前；各条的时间是成文日期，未见成文日期的为印发、见报日期或主件的日期。"

# What XML 1.0 cannot hold, not even as a reference.
_NOT_IN_XML = re.compile("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_page(site: Site) -> Iterator[Page]:
    """Writes the feed; sources count as taken in in the order of their names."""
    days = {notice.id: _day(notice, site) for notice in site.corpus.notices}
    in_time = [notice for notice in reversed(site.corpus.notices) if days[notice.id]]
    undated = len(days) - len(in_time)
    about = _SUBTITLE + (f"另有 {undated} 件未见日期，不在其中。" if undated else "")
    shown = in_time[:PAGE_LENGTH]
    entries = "".join(_entry(notice, days[notice.id] or "", site) for notice in shown)
    latest = max((_time(days[notice.id] or "") for notice in shown), default="")
    updated = f"<updated>{latest}</updated>\n" if latest else ""  # of a feed without entries no time is known
    yield Page(
        FEED,
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
        f"<title>{labels_zh.SITE}</title>\n<subtitle>{about}</subtitle>\n<id>{_id('feed')}</id>\n"
        f'{updated}<link rel="self" href="{FEED}"/>\n<link href="index.html"/>\n'
        f"<author><name>{labels_zh.SITE}</name></author>\n{entries}</feed>\n",
    )


def _entry(notice: Notice, day: str, site: Site) -> str:
    authors = "".join(f"<author><name>{_text(issuer)}</name></author>\n" for issuer in notice.issuers)
    date = dated(notice) or f"{labels_zh.CARRIER_FACTS['date']}：{labels_zh.day(day)}"
    summary = f"{labels_zh.cite(notice)}，{date}"
    return (
        f"<entry>\n<title>{_text(labels_zh.title(notice))}</title>\n<id>{_id(notice.id)}</id>\n"
        f'<link href="{escape(site.links.notice(notice.id).url)}"/>\n'
        f"<updated>{_time(day)}</updated>\n{authors}<summary>{_text(summary)}</summary>\n</entry>\n"
    )


def _day(notice: Notice, site: Site) -> str | None:
    """Returns the day of a document, else that of the document that carries it."""
    return known_day(from_carrier(notice, site.notices).date or notice)


def _time(day: str) -> str:
    """Returns a day in China as a time, 2014-03-01T00:00:00+08:00; of a month or year the first day."""
    return f"{day}-01-01"[:10] + "T00:00:00+08:00"


def _id(name: str) -> str:
    """Makes an identifier that stays the same wherever the site is published, as the ids of documents do."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"mass-line-notices/{name}").urn


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", text), quote=False)
