"""Gives each character of a text the letter of the class of its word, so that rules can be written over classes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from notice_site.findings.tasks import word_classes as words
from notice_site.findings.tasks.asides import HIDDEN
from notice_site.text.date_forms import ANY_TIME
from notice_site.text.official_words import any_of

CLASSES: Mapping[str, tuple[str, Sequence[str]]] = {
    "office": ("o", words.OFFICES),
    "body": ("N", (*words.BODIES, *(f"{body}门" for body in words.BODIES if body.endswith("部")))),
    "person": ("H", words.PERSONS),
    "rank": ("R", words.RANKS),
    "must": ("M", words.MUST),
    "may": ("O", words.MAY),
    "will": ("F", words.FUTURE),
    "link": ("C", words.OPENERS),
    "if": ("I", words.CONDITIONS),
    "to": ("D", words.TARGET),
    "at": ("Z", words.AT),
    "for": ("f", words.FOR),
    "by": ("B", words.BY),
    "how": ("P", words.MANNER),
    "measure": ("Q", words.MEASURES),
    "reach": ("r", words.REACHED),
    "activity": ("W", words.VERB_NOUNS),
    "verb": ("V", tuple(verb for verb in words.VERBS if len(verb) > 1)),
    "act": ("Y", tuple(verb for verb in words.VERBS if len(verb) == 1)),
    "adverb": ("A", words.ADVERBS),
    "fact": ("S", words.STATEMENT),
    "meeting": ("l", words.LIFE_MEETINGS),
    "thing": ("G", words.THINGS),
    "tail": ("E", words.TIME_TAILS),
    "nametail": ("L", words.NAME_TAILS),
    "joint": ("J", words.JOINTS),
    "of": ("U", ("的",)),
    "plain": ("x", words.NOT_SIGNS),
    "quoted": ("X", (HIDDEN,)),
    "stop": ("K", ("，", "；", "：", "。")),
}
"""The letter of each class, and its words. A word of two tables belongs to the class that stands first here."""

DATE, CONTINUED, OTHER = "T", "-", "x"
"""The letters of a date, of the second and later characters of a word, and of what no table has."""

_TAGS: Mapping[str, str] = {
    word: letter + CONTINUED * (len(word) - 1) for letter, table in reversed(list(CLASSES.values())) for word in table
}
"""What each word becomes."""

_LENGTHS: Mapping[str, Sequence[int]] = {
    first: sorted({1, *map(len, same)}, reverse=True)
    for first, same in groupby(sorted(_TAGS), key=itemgetter(slice(2)))
}
"""By the first two characters of a word the lengths to try; behind others only one."""

_CLOCK = re.compile(r"(?:[上下中]午|晚上?)?\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分)?)(?:之?前|以前|后|起)?")
"""A time of day: 于6月20日|18:00前|, 每天|下午5点前|."""

# takes: ‹可操作性›  ‹可拆解性›、‹可回收性›; not: 可适当放宽  可靠  可以感性认识
_QUALITY = re.compile("可(?!以)[\u4e00-\u9fff]{1,3}性")
"""The name of a quality, which is a thing: 可 leaves nothing to choice in it."""

# takes: ‹应保尽保›  ‹应救尽救›、‹应助尽助›; not: 应尽快报告  应当保障
_ALL_THAT_SHOULD = re.compile(r"应([\u4e00-\u9fff]{1,2})尽\1")
"""A saying, in which 应 asks nothing by itself."""

# takes: ‹中国储备粮管理总公司›负责  ‹国家开发银行›发放; not: 中国特色社会主义  全国各地的企业
_ORGANISATION = re.compile(
    "(?:中国|中华|全国|国家)[\u4e00-\u9fff]{2,12}?(?:公司|银行|集团|协会|学会|总会|联合会|总社|基金会)(?![的业])"
)
"""A body whose name tells what it does."""

# takes: ‹财政局›公布  ‹民政部›、‹财政部›; not: 财政部署  教育局面  司法委托  教育局长
_AUTHORITY = re.compile(
    rf"(?:{any_of(words.GOVERNED)})(?:部(?![署分队位门])|厅(?!堂)|局(?![面限势部长])|委(?![员托派任]))"
)
"""A department of a government, whatever stands behind it."""

# takes: ‹该委›将  ‹国家›将  ‹该市›教育局; not: 该办法  该市场  该部门  该区域
_THAT_BODY = re.compile(
    "(?<![\u4e00-\u9fff])国家(?=将|每年|应|要)|该(?:[省县]|委(?![员托])|部(?![分门位])|局(?![面势])|市(?![场值])|区(?![域间])|校(?![园舍区])|院(?!校))"
)
"""A body that was named before."""

# takes: ‹组织›、人事  ‹组织›和民政部门; not: 组织、协调  组织和动员
_FIELD_OF_WORK = re.compile("组织(?=[、和](?:人事|宣传|统战|纪检|编制|机构编制|财政|教育|民政|人社|人力资源))")
"""A word for the matter of a department that is a verb elsewhere."""

# takes: ‹代表›联盟地区; not: 参会代表要  代表要发言  代表各地区要
_STANDS_FOR = re.compile(
    "(?<![^，；。：])代表(?=[^，；。：]{2,10}(?:地区|单位|学校|政府|部门|公司|机构|企业|[省市县区局委])(?![要应须都均可由]))"
)
"""The verb, not somebody who was sent."""

# takes: 审核|‹员›  经营|‹者›  全体|‹党务工作者›; not: 动员  全员  员工  或者  前者
_PERSON = re.compile("(?<![动全满超减增定复官])员(?![工额数会])|(?<![或前后两三])者(?!也)")
"""What makes somebody of what is before it."""

_ENDING = re.compile(
    rf"(?<=[\u4e00-\u9fff]{{2}})(?:(?P<body>[{words.ENDINGS}])(?!(?<=所)[^，。]{{1,8}}的)|[{words.ASKED_ENDINGS}])(?=[\u4e00-\u9fff、，])"
)
_BEHIND_BODY, _BEHIND_ANYBODY = "MOFVADJKP", "MOF"
"""The classes of the word behind a character that ends a name."""

_EACH = re.compile("各(?![类项种个级自])")
_COUNTED = re.compile("x(?:[xWV]-*){0,7}x(?=[MOFAJ]|K(?:[AC]-*)*M)")
"""Over tags, whom 各 counts though no table has the word: 各|店铺|要, 各|科室|、; not 各项|工作|要."""

_LONGEST_COUNTED = 24
"""Characters up to the word behind whom it counts."""


_TEXTS = 512
"""Texts whose tags are remembered: those of a block are asked for by several steps, once for each of its clauses."""


@lru_cache(maxsize=_TEXTS)
def _of_tables(text: str) -> str:
    """The tags that the tables and the forms of names give."""
    letters = [OTHER] * len(text)
    for match in ANY_TIME.finditer(text):
        letters[match.start() : match.end()] = DATE + CONTINUED * (len(match[0]) - 1)
    for pattern, letter in (
        (_CLOCK, DATE),
        (_QUALITY, "G"),
        (_ALL_THAT_SHOULD, "G"),
        (_ORGANISATION, "N"),
        (_FIELD_OF_WORK, "W"),
        (_STANDS_FOR, "V"),
        (_AUTHORITY, "N"),
        (_THAT_BODY, "N"),
    ):
        for match in pattern.finditer(text):
            letters[match.start() : match.end()] = letter + CONTINUED * (len(match[0]) - 1)
    for at in range(len(text)):
        for length in _LENGTHS.get(text[at : at + 2], (1,)) if letters[at] == OTHER else ():
            if of_word := _TAGS.get(text[at : at + length]):
                letters[at : at + length] = of_word
                break
    for match in _EACH.finditer(text):
        counted = _COUNTED.match("".join(letters[match.start() : match.start() + _LONGEST_COUNTED]))
        if counted:
            letters[match.start() + counted.end() - 1] = "N"
    return "".join(letters)


@lru_cache(maxsize=_TEXTS)
def tag(text: str, name_ends: tuple[int, ...] = ()) -> str:
    """One letter for each character; a word is its letter and a sign for each further character.

    The longest word counts: 要 stands for itself, not for 重要. `name_ends` are further places where the name of a body
    ends; a character there that no table has is one.

    >>> tag("学校要认真开展自查"), tag("重要的供应")
    ('N-MA-V-V-', 'x-UW-')
    """
    letters = [*_of_tables(text)]
    for end in name_ends:
        if letters[end - 1] == OTHER and letters[end : end + 1] != [CONTINUED]:
            letters[end - 1] = "N"
    for match in _PERSON.finditer(text):
        if letters[match.start()] == OTHER and match.start() and text[match.start() - 1] not in "，；：。、的":
            letters[match.start()] = "H"
    for match in _ENDING.finditer(text):
        at = match.end() - 1
        if letters[at] == OTHER and letters[at + 1] in (_BEHIND_BODY if match["body"] else _BEHIND_ANYBODY):
            letters[at] = "N"
    return "".join(letters)


_NAME = re.compile(r"[a-z]+")


def rule(pattern: str) -> re.Pattern[str]:
    """A regular expression over tags, written with the names of the classes.

    `any` is a character of any class inside a clause. White space divides words and stands for nothing.

    >>> bool(rule("body adverb* must").match(tag("学校都要学习"))), bool(rule("body verb").match(tag("学校都要学习")))
    (True, False)
    """
    letters = {name: rf"(?:{letter}-*)" for name, (letter, _) in CLASSES.items()}
    letters |= {
        "plain": "(?:x-*)",
        "date": f"(?:{DATE}-*)",
        "any": "[^K]",
        "name": "(?:[NHRo]-*)",
        "body": "(?:[No]-*)",
    }
    return re.compile(_NAME.sub(lambda match: letters.get(match[0], match[0]), pattern), re.VERBOSE)
