"""Names the issuers of a document from its signature, masthead or title, and their level and place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.model import Level
from notice_site.parsing.line_patterns import ISSUER_ENDING, is_officer, issuer_names
from notice_site.text.spacing import squeeze

# 中共湖南省委… -> 湖南省; 许昌市规划局 -> 许昌市; not 市委…, which names no city
_PLACE = re.compile(r"^(?:中共|中国共产党)?(?P<place>[\u4e00-\u9fff]{1,9}?(?:自治区|自治州|自治县|省|市|区|县|旗))")
# 甲省乙市人民政府: the place of a city is 甲省乙市, not 甲省
_OF_LEVEL = {"city": "市|自治州|盟", "county": "自治县|县|区|旗"}
_CENTRAL = re.compile(r"国务院|中央军委|最高人民(?:法院|检察院)")
_NAME_BEFORE = re.compile(rf"中央$ | {ISSUER_ENDING.pattern}", re.VERBOSE)
_ABOVE = re.compile(r"中共([\u4e00-\u9fff]{2,6}市)委")
_TITLE_OPENING = re.compile(
    r"^(?P<body>[^《》“”【】，。]{2,60}?)(?<![举承主协开创]办)(?:关于|转发|印发|批转|对(?=.{4,}(?:通报|表彰|批复))|通报|(?:19|20)\d\d年)"
)


def issuers(
    signature: Sequence[str], masthead: Sequence[str], title: str | None, title_lines: Sequence[str] = ()
) -> tuple[str, ...]:
    """The issuing bodies as worded: from the signature, else the masthead, else the opening of the title.

    A signature line that does not end like a body's name goes on in the next line; a damaged
    signature gives way to a fuller name in masthead or title. `title_lines` are the lines of the title as they
    stand, whose spaces part the names of joint issuers.

    >>> issuers(["中共湖南省委党的群众路线", "教育实践活动领导小组"], [], None)
    ('中共湖南省委党的群众路线教育实践活动领导小组',)
    >>> issuers(["国家发展改革委办公厅", "税务总局办公厅"], [], None), issuers([], ["绍兴市教育局文件"], None)
    (('国家发展改革委办公厅', '税务总局办公厅'), ('绍兴市教育局',))
    """
    titled = _title_issuers(title, title_lines)
    others = _masthead_issuers(masthead) or titled
    signed = _joined([line for line in signature if not is_officer(line)])
    if not signed:
        return others
    known = (*_masthead_issuers(masthead), *titled)
    return tuple(
        name if ISSUER_ENDING.search(name) else next((k for k in known if k.startswith(name)), name) for name in signed
    )


def _joined(lines: Sequence[str]) -> tuple[str, ...]:
    names: list[str] = []
    open_name = ""
    for line in lines:
        for part in issuer_names(line):
            open_name += part
            if ISSUER_ENDING.search(open_name):
                names += _parted_by_place(open_name)
                open_name = ""
    if open_name:
        names.append(open_name)
    return tuple(names)


def _masthead_issuers(lines: Sequence[str]) -> tuple[str, ...]:
    names = [n for line in lines for n in issuer_names(line) if n != "文件"]
    joined = _joined([re.sub(r"文件$", "", n) for n in names])
    return tuple(n for n in joined if n)


def _title_issuers(title: str | None, lines: Sequence[str]) -> tuple[str, ...]:
    if title and title.endswith("令"):
        return (title.removesuffix("令"),)
    match = _TITLE_OPENING.match(squeeze(title or ""))
    if not match or not ISSUER_ENDING.search(match["body"]):
        return ()
    return _parted_by_space(match["body"], lines) or _parted_by_place(match["body"])


def _parted_by_space(names: str, lines: Sequence[str]) -> tuple[str, ...]:
    """The names that spaces or line ends of the title part, where each is the whole name of a body."""
    parts = " ".join(lines).split()
    parted: list[str] = []
    while parts and len("".join(parted)) < len(names):
        parted.append(parts.pop(0))
    if parted:
        rest = len("".join(parted)) - len(names)
        parted[-1] = parted[-1][: len(parted[-1]) - rest]
    whole = "".join(parted) == names and all(ISSUER_ENDING.search(part) for part in parted)
    return tuple(parted) if whole and len(parted) > 1 else ()


def _parted_by_place(names: str) -> tuple[str, ...]:
    """The names that were set without space: each begins with the same place, or is central, and ends like a name.

    >>> _parted_by_place("甲市工业局甲市城管局"), _parted_by_place("甲市教育局")
    (('甲市工业局', '甲市城管局'), ('甲市教育局',))
    >>> _parted_by_place("中共甲县委甲县人民政府"), _parted_by_place("中共中央国务院")
    (('中共甲县委', '甲县人民政府'), ('中共中央', '国务院'))
    """
    place = _PLACE.match(names)
    starts = [m.start() for m in re.finditer(re.escape(place["place"]), names)][1:] if place else []
    starts = sorted({*starts, *(m.start() for m in _CENTRAL.finditer(names))})
    starts = [start for start in starts if _NAME_BEFORE.search(names[:start])]
    return tuple(names[a:b] for a, b in zip([0, *starts], [*starts, len(names)], strict=True))


def level_of(names: Sequence[str], levels: Sequence[Level]) -> str | None:
    """The level of the first issuer, None where no rule knows it."""
    for name in names[:1]:
        for level in reversed(levels):
            if any(p.search(name) for p in level.issuers):
                return level.id
    return None


def place_of(names: Sequence[str], level: str | None, text: str) -> str | None:
    """The place that the issuer's name states; for a county the city that the text names above it is put before.

    >>> place_of(["中共魏都区委"], "county", "按照《中共许昌市委关于…》精神"), place_of(["市委领导小组"], "city", "")
    ('许昌市魏都区', None)
    """
    if not names or level in (None, "central"):
        return None
    match = _PLACE.match(names[0])
    if not match:
        return None
    place: str = match["place"]
    if ending := _OF_LEVEL.get(level or ""):
        rest = re.compile(rf"[\u4e00-\u9fff]{{1,7}}?(?:{ending})").match(names[0], match.end())
        if rest and not re.search(f"(?:{ending})$", place):
            place += rest[0]
    above: set[str] = set(_ABOVE.findall(text))
    if level == "county" and "市" not in place and len(above) == 1:
        return above.pop() + place
    return place
