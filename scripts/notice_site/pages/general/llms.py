"""Writes llms.txt: tells language models what is here, where it is and how it is cited.

The form is that of llmstxt.org: a heading, a summary, lists of links; addresses are relative to that of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from notice_site.model import Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import by_date, dated
from notice_site.pages.core.facets import PAGE_LENGTH
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import is_cut_off
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import NOTICES_INDEX, Site
from notice_site.pages.core.term_index import INDEX
from notice_site.pages.general.data import described
from notice_site.pages.notice.originals import original_file

_FILE = "llms.txt"
_SUMMARY = "党的群众路线教育实践活动（2013—2014年）的公文原文，逐段有固定地址。文字一律引自原文，不改一字。"
_RULES = (
    "引用写明《题名》（发文字号），并附段落的地址：页面地址加 #段落编号。",
    "data/notices.json 有全文：每件各段（blocks）的编号、文字，和网页一致；要求、时间、引文等数据都带段落编号。",
    "来源文本没有写明或未能识别的，值为 null，网页写“来源文本未载”“未能识别”“未见”；不要从别处补充。",
    "疑有误字之处只加注，正文与来源一致。本站不是发布机关，文件的效力以发布机关的正式文本为准。",
)


def llms_page(site: Site) -> Iterator[PendingFile]:
    """Writes the file; it names the latest `PAGE_LENGTH` documents, data/notices.json has all."""
    yield PendingFile(_FILE, partial(_text, site))


def _text(site: Site) -> str:
    ordered = by_date(site.corpus.notices)
    ways = [
        (NOTICES_INDEX, f"全部 {len(ordered)} 件文件"),
        (INDEX, f"全部 {len(site.corpus.terms)} 条词语"),
        (Location("data.md"), "数据文件各字段的含义"),
        (Location("about.md"), "文字来源和整理原则"),
    ]
    sources = {
        notice.id: original_file(source_page) for source_page in site.source_pages for notice in source_page.notices
    }
    files = [(page, described(page)) for page in site.data]
    listed = md.stacked(
        Markdown(f"# {labels_zh.SITE}"),
        Markdown(f"> {_SUMMARY}"),
        md.bullets(map(Markdown, _RULES)),
        Markdown("## 文件"),
        md.bullets(_document(notice, site, sources[notice.id]) for notice in ordered[-PAGE_LENGTH:]),
        Markdown("## 数据"),
        md.bullets(_link(page.path, Location(page.path), explained) for page, explained in files),
        Markdown("## 其他页面"),
        md.bullets(_link(name, place) for place, name in ways),
    )
    return f"{listed}\n"


def _document(notice: Notice, site: Site, source: str) -> Markdown:
    facts = [dated(notice) or "未见日期", *notice.issuers, *([labels_zh.TRUNCATED] if is_cut_off(notice) else [])]
    entry = _link(labels_zh.cite(notice), site.links.notice(notice.id), "，".join(facts))
    return md.joined([entry, Markdown("；"), _link("来源文件", Location(source))])


def _link(name: str, place: Location, explained: str = "") -> Markdown:
    link = md.link(md.escape(name), place.url)
    return md.joined([link, Markdown("："), md.escape(explained)]) if explained else link
