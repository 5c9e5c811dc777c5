"""Writes the card 文件信息 of a document: what the source says of it, and what it does not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from notice_site.model import Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.absent_facts import CUT_OFF, NOT_IN_SOURCE, NOT_UNDERSTOOD, SET_ASIDE, absence, by_absence
from notice_site.pages.core.carrier_facts import CarrierFacts, from_carrier
from notice_site.pages.core.document_days import dated
from notice_site.pages.core.document_formats import DOCUMENT_FORMATS, document_file, has_files
from notice_site.pages.core.download_place import download_place
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site, SourcePage
from notice_site.pages.notice.originals import original_file

Fact = tuple[str, Markdown]

_CARRIES = {"forwarded": "转发", "issued": "印发", "annex": "附件"}

_FIELDS = {
    "发文机关": "issuers",
    "发文字号": "number",
    "文种": "genre",
    "层级": "level",
    "地区": "place",
    "成文日期": "date",
    "印发日期": "printed",
    "发表情况": "published",
    "主送": "recipients",
    "抄送": "cc",
    "附件说明": "attachments",
}
"""Metadata fields by the name that a card gives them, for the mark 人工核定 on what a person has set."""

_STATES = {"excerpt": "节选：只收学习包所列章节", "truncated": "不完整：来源文本中途截断"}
"""The state of a document that is not whole, in the line of the card."""

_ABSENCES = {NOT_IN_SOURCE: "未载", CUT_OFF: "未见", NOT_UNDERSTOOD: "未识别", SET_ASIDE: "另载"}
"""Why a fact is not there, in the line of the card."""

Browse = Callable[[str, str], Markdown]
"""Links the documents that share a value, given the id of a facet and the value."""


def card_maker(site: Site) -> Callable[[SourcePage, Notice], Markdown]:
    """Prepares the function that writes the card of a document for the page that shows it."""
    by_id = {notice.id: notice for notice in site.corpus.all_notices}
    carried: dict[str, list[Notice]] = {}
    for notice in site.corpus.all_notices:
        if notice.part_of:
            carried.setdefault(notice.part_of, []).append(notice)

    def card(source_page: SourcePage, notice: Notice) -> Markdown:
        page = site.links.notice(notice.id).file

        def browse(way: str, value: str) -> Markdown:
            classes = ["level", f"level-{value}"] if way == "level" else []
            group = value[:7] if way == "date" else value  # days stand under their month
            word = site.facet_indexes[way].facet.word(value)
            return md.link(md.escape(word), site.facet_indexes[way].places[group].relative_to(page), classes=classes)

        def document(name: str, other: Notice) -> Fact:
            return name, md.link(md.escape(labels_zh.cite(other)), site.links.notice(other.id).relative_to(page))

        def decided(facts: Iterable[Fact]) -> list[Fact]:
            return [(name, _decided(notice, name, value)) for name, value in facts]

        of_carrier = from_carrier(notice, site.notices)
        no_genre = site.facet_indexes["genre"].facet.missing
        facts = decided([*_identity(notice, of_carrier, browse, no_genre), *_dates(notice)])
        if notice.part_of in by_id:
            facts.append(document("载于", by_id[notice.part_of]))
        facts += [document(_CARRIES.get(part.role, "所载文件"), part) for part in carried.get(notice.id, ())]
        facts += [(reason, _missing("、".join(names))) for reason, names in _absent(notice).items()]
        if notice is source_page.first:
            facts.append(_source(source_page, page))
        facts += _forms(notice, page)
        facts += decided(_addressed(notice))
        line = md.paragraph(md.joined(_in_line(notice, of_carrier, browse), Markdown(" · ")), classes=["card-line"])
        return md.region(
            md.stacked(
                line,
                md.folded(
                    Markdown("文件档案"),
                    md.stacked(_listed(facts), _downloads(source_page, notice)),
                    classes=["archive"],
                ),
            ),
            tag="section",
            classes=["card"],
            named={"aria-label": f"文件信息：{labels_zh.cite(notice)}"},
        )

    return card


def _in_line(notice: Notice, of_carrier: CarrierFacts, browse: Browse) -> Iterator[Markdown]:
    """Writes what tells a document from others in one line: level and issuer, number, date, state."""
    level = browse("level", notice.level) if notice.level else md.EMPTY
    issuers = md.escape("、".join(notice.issuers)) or _missing(_lacking(notice, "发文机关", "issuers"))
    yield md.joined(filter(None, [level, issuers]), Markdown(" "))
    number = md.span(md.escape(notice.number or ""), classes=["whole"])
    yield number if notice.number else _missing(_lacking(notice, "文号", "number"))
    if dated(notice):
        yield md.span(md.escape(dated(notice)), classes=["whole"])
    else:
        carrier_date = f"（{labels_zh.CARRIER_FACTS['date']}：{dated(of_carrier.date)}）" if of_carrier.date else ""
        yield _missing(_lacking(notice, "日期", "date") + carrier_date)
    if notice.status in _STATES:
        yield md.span(Markdown(_STATES[notice.status]), classes=["state-word"])


def _lacking(notice: Notice, name: str, fact: str) -> str:
    """Says in few characters why a fact is not there: 文号未载."""
    return f"{name}{_ABSENCES[absence(notice, fact)]}"


def _identity(notice: Notice, of_carrier: CarrierFacts, browse: Browse, no_genre: str) -> list[Fact]:
    """Lists the facts by which documents are looked for; each stands on the card even where it is missing."""

    def missing(name: str, of_carrier: Markdown = md.EMPTY) -> Markdown:
        absent = _missing(absence(notice, _FIELDS[name]))
        if not of_carrier:
            return absent
        mark = md.escape(f"；{labels_zh.CARRIER_FACTS[_FIELDS[name]]}：")
        return md.joined([absent, mark, of_carrier])

    level = of_carrier.level.level if of_carrier.level else None
    carrier_level = browse("level", level) if level else md.EMPTY
    carrier_date = md.escape(dated(of_carrier.date)) if of_carrier.date else md.EMPTY
    place = labels_zh.place(notice)
    issuers = md.joined((browse("issuer", issuer) for issuer in notice.issuers), Markdown("、"))
    return [
        ("发文机关", issuers or missing("发文机关")),
        ("发文字号", md.escape(notice.number) if notice.number else missing("发文字号")),
        ("层级", browse("level", notice.level) if notice.level else missing("层级", carrier_level)),
        ("地区", browse("place", place) if place else missing("地区")),
        ("成文日期", browse("date", notice.date) if notice.date else missing("成文日期", carrier_date)),
        ("文种", browse("genre", notice.genre) if notice.genre else _missing(no_genre)),
    ]


def _dates(notice: Notice) -> list[Fact]:
    """Lists when the document was printed and made public, where the source says so."""
    facts = [("印发日期", md.escape(labels_zh.day(notice.printed)))] if notice.printed else []
    if notice.published:
        when = labels_zh.day(notice.published.date) if notice.published.date else labels_zh.DATE_UNSTATED
        facts.append(("发表情况", md.escape("，".join(part for part in (notice.published.medium, when) if part))))
    return facts


def _addressed(notice: Notice) -> list[Fact]:
    """Lists to whom it went and what came with it: long lists that the text itself shows as well."""
    stated = {"主送": notice.recipients, "抄送": notice.cc, "附件说明": "；".join(notice.attachments)}
    return [(name, md.escape(value)) for name, value in stated.items() if value]


def _absent(notice: Notice) -> dict[str, list[str]]:
    """Names the facts beside the first six that the document is without, by why it is."""
    stated = {name for name, _ in [*_dates(notice), *_addressed(notice)]}
    names = [name for name in ("印发日期", "发表情况", "主送", "抄送", "附件说明") if name not in stated]
    return by_absence(notice, {field: name for name, field in _FIELDS.items()}, [_FIELDS[name] for name in names])


def _listed(facts: Iterable[Fact]) -> Markdown:
    return md.definitions((md.escape(name), value) for name, value in facts)


def _source(source_page: SourcePage, page: str) -> Fact:
    """Links the file as received, with its size and hash."""
    source = source_page.source
    file_name = source.name.rsplit("/", 1)[-1]
    download = md.link(
        md.escape(file_name), Location(original_file(source_page)).relative_to(page), named={"download": file_name}
    )
    about = md.escape(f"（{labels_zh.size(source.size)}，SHA-256 ")
    return "来源文件", md.joined([download, about, md.code(source.sha256), Markdown("）")])


def _forms(notice: Notice, page: str) -> list[Fact]:
    """Links the document in other forms."""
    links = [
        md.link(
            md.escape(form.name),
            Location(document_file(notice.id, form)).relative_to(page),
            named={"download": f"{notice.id}.{form.ending}"},
        )
        for form in DOCUMENT_FORMATS
    ]
    return [("其他格式", md.joined(links, Markdown("、")))] if has_files(notice) else []


def _downloads(source_page: SourcePage, notice: Notice) -> Markdown:
    """Keeps the place in which `make publish` lists what can be taken away of the documents of the page."""
    if notice is not source_page.first or not has_files(notice):
        return md.EMPTY
    return download_place(f"notice {notice.id}", "本站未附 PDF 和 Word 文件。")


def _missing(text: str) -> Markdown:
    return md.span(md.escape(text), classes=["missing"])


def _decided(notice: Notice, name: str, value: Markdown) -> Markdown:
    """Marks a value that a person has set."""
    if _FIELDS.get(name) not in notice.decided:
        return value
    return md.joined([value, Markdown(" "), md.span(Markdown("人工核定"), classes=["decided"])])
