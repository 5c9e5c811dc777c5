"""Writes the table that lists documents on index pages."""

from __future__ import annotations

from collections.abc import Iterable

from notice_site.model import Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.absent_facts import absence
from notice_site.pages.core.carrier_facts import from_carrier
from notice_site.pages.core.document_days import dated
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site

_HEAD = tuple(Markdown(name) for name in ("日期", "文件", "发文机关", "层级", "文种"))


def listing(notices: Iterable[Notice], site: Site, page: str) -> Markdown:
    """Writes a row for each document, in the order given, for the Markdown file `page`."""
    return md.region(
        md.table(_HEAD, (_row(notice, site, page) for notice in notices)), classes=["data-table", "listing"]
    )


def _row(notice: Notice, site: Site, page: str) -> list[Markdown]:
    return [
        dated_or_not(notice, site),
        document(notice, site, page),
        issuers_cell(notice, site),
        level_cell(notice, site),
        md.escape(notice.genre) if notice.genre else missing_value("genre", site),
    ]


def document(notice: Notice, site: Site, page: str) -> Markdown:
    """Writes the title as a link, the number below it, and what a reader must know before opening it."""
    parts = [
        md.link(md.escape(labels_zh.title(notice)), site.links.notice(notice.id).relative_to(page), classes=["name"])
    ]
    about = [md.escape(notice.number)] if notice.number else []
    if notice.part_of:
        about.append(md.span(Markdown(labels_zh.ROLES.get(notice.role, notice.role)), classes=["tag"]))
    about += state_tags(notice)
    if about:
        parts.append(md.span(md.joined(about, Markdown(" ")), classes=["about"]))
    return md.joined(parts, Markdown(" "))


def state_tags(notice: Notice) -> list[Markdown]:
    """What every table says of a document that is not here whole: 无文字, 节选, 不完整."""
    return [md.span(Markdown(words), classes=classes) for words, classes in states(notice)]


def states(notice: Notice) -> list[tuple[str, list[str]]]:
    """Words that say how a document is not here whole, each with its classes."""
    if notice.kind == "no-text":
        return [("无文字", ["tag", "warning"])]
    if notice.status == "excerpt":
        return [(labels_zh.EXCERPT, ["tag"])]
    if is_cut_off(notice):
        return [(labels_zh.TRUNCATED, ["tag", "warning"])]
    return []


def is_cut_off(notice: Notice) -> bool:
    """Whether the text of a document breaks off in its source."""
    return notice.status == "truncated"


def with_state(name: Markdown, notice: Notice) -> Markdown:
    """The name of a document, and whether it is here whole."""
    return md.joined([name, *state_tags(notice)], Markdown(" "))


def dated_or_not(notice: Notice, site: Site) -> Markdown:
    """The date of a document (2014年1月24日见报), else that of its carrier, marked so, or why it has none."""
    if day := dated(notice):
        return md.escape(day)
    carrier = from_carrier(notice, site.notices).date
    return _of_carrier(md.escape(dated(carrier)), "date") if carrier else missing(absence(notice, "date"))


def level_cell(notice: Notice, site: Site) -> Markdown:
    """The level of a document, else that of its carrier, marked so."""
    carrier = from_carrier(notice, site.notices).level
    return _of_carrier(level_tag(carrier.level, site), "level") if carrier else level_tag(notice.level, site)


def issuers_cell(notice: Notice, site: Site) -> Markdown:
    """The issuers of a document, else those of its carrier, marked so, or why it has none."""
    if notice.issuers:
        return md.escape("、".join(notice.issuers))
    carrier = from_carrier(notice, site.notices).issuers
    if carrier is None:
        return missing(absence(notice, "issuers"))
    return _of_carrier(md.escape("、".join(carrier.issuers)), "issuers")


def _of_carrier(value: Markdown, fact: str) -> Markdown:
    mark = md.span(Markdown(labels_zh.CARRIER_FACTS[fact]), classes=["tag"])
    return md.joined([value, mark], Markdown(" "))


def missing(words: str) -> Markdown:
    """Words that stand for a value that is not given."""
    return md.span(md.escape(words), classes=["missing"])


def level_tag(level: str | None, site: Site) -> Markdown:
    """Writes the level as a tinted word."""
    if level is None:
        return missing_value("level", site)
    order = {"data-order": str([*site.levels].index(level))} if level in site.levels else {}
    return md.span(md.escape(site.levels.get(level, level)), classes=["level", f"level-{level}"], named=order)


def missing_value(facet: str, site: Site) -> Markdown:
    """What stands for a value of the facet that the document does not state."""
    return missing(site.facet_indexes[facet].facet.missing_in_table)
