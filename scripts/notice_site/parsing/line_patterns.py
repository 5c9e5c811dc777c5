"""Tells what a paragraph is by its own form: 发文字号, date, 抄送, 印发, remark, title …"""

from __future__ import annotations

import re

from notice_site.text.date_forms import DATE
from notice_site.text.dates import iso, whole_date
from notice_site.text.genres import GENRES
from notice_site.text.labels import match_label
from notice_site.text.official_words import OFFICES, any_of
from notice_site.text.spacing import GAP, squeeze

# 湘群组发〔2014〕36号  教基一厅[2010]10号  国函（2004）36号; not 2014年36号
NUMBER = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{1,14})\s*[〔［\[(（{]\s*(?P<year>(?:19|20)\s?\d\s?\d)\s*[〕］\])）}]\s*第?\s*"
    r"(?P<serial>\d[\d\s]{0,5})\s*号"
)

_LONGEST_FIRST = "|".join(sorted(GENRES, key=len, reverse=True))
_GENRE_TAIL = re.compile(rf"(?<!协)(?P<genre>{_LONGEST_FIRST})(?:[（(][^（）()]{{1,12}}[）)])?$")
_NAMED_LIKE = {"工作思路": "思路"}

_SENTENCE_END = re.compile(r"[。！？；!?;]")
ISSUER_ENDING = re.compile(
    r"""
    (?: 委 | 局 | 厅 | 司 | 部 | 室 | 院 | 署 | 会 | 处 | 科 | 所 | 站 | 社 | 办 | 组 | 团 | 队 | 府 | 馆 | 厂
      | 会议 | 中心 | 集团 | 学校 | 党校 | 幼儿园 | [大中小]学 | [一二三]中 | 银行 | [分支总]行 | 法庭 | 电视台 | 气象台
      | 政协 | [科文记作体]协 | [妇残文侨社]联 | 工商联 | 党支部 | 总支部 | 党总支
    ) $
    """,
    re.VERBOSE,
)
"""How the name of an issuing body ends; a line of a signature that does not end so goes on in the next."""

_CC = re.compile(r"^(?:抄\s*送|抄\s*报|报\s*送|分\s*送|发\s*送|送|报)\s*[:：]")
AFTER_DATE = re.compile("附件|印发|抄送")
"""What may stand directly behind the date of a signature where line breaks were lost."""
_KEYWORDS = re.compile(r"^主\s*题\s*词\s*[:：]")
_COPIES = re.compile(r"^[（(]?\s*共印\s*\d+\s*份\s*[）)]?$")
_REMARK = re.compile(r"^[（(][^（）()]{2,80}[）)]$")
# 附件：1.申报表  附：申报表  附件1.申报表; not 附件1, 附件1.
_ATTACHMENTS = re.compile(r"^附\s*[件表]?\s*(?:\d{0,2}\s*[:：]|1\s*[.．、]\s*(?=\S))")
_NUMBERED_NAME = re.compile(r"\d{1,2}\s*[.．、]")  # 2.申报表  2.2018学年评议表
_LONGEST_NAME = 80  # characters of the name of an annex; a longer numbered line is a point of the text
_ANNEX_MARK = re.compile(r"^附\s*(?:件|表|录)?\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：.．、]?$")
# 《人民日报》（2014年01月24日01版）
_SOURCE_NOTE = re.compile(
    r"^[（(]?\s*(?:原载|来源[:：]?|据)?\s*《\s*(?P<medium>[^》]{2,16}?)\s*》\s*[（(]?\s*(?P<rest>[^。]{0,30})$"
)
# （新华社北京1月23日电）（本报讯）; not （甲社丙地电）
_DATELINE = re.compile(r"[（(](?:人民日报|本报|[\u4e00-\u9fff]{2,8}社)[^（）()]{0,24}[电讯][）)]$")
# (下转第四版)
_TURN = re.compile(r"[（(]\s*(?:下转|转)第?\s*[^（）()]{1,8}版\s*[）)]$|[（(](?:未完待续|未完|待续)[）)]$")


# 附：县纪委的通报  附件2：申报表; not 附件1：1.申报表, a list
_ANNEX_TITLE = re.compile(
    r"""
    ^附 \s* (?: [件表录] \s* )?+ (?: [0-9０-９]{1,2} | [一二三四五六七八九十]{1,2} )?+ \s* [:：]?+ \s*+
    (?P<title>
      (?! [\d附:：] | 下载 | [^。]*[/\\] )     # a list, a further annex, the address of a file
      .{4,}
    )
    """,
    re.VERBOSE,
)
# 现将有关事项通知如下： opens what follows; 联系人： 附件： are labels of their own
_OPENS_LIST = re.compile(
    r"(?:如下|以下|下列|包括|主要是|是|为|有|附件|附|组成|事项|要求|规定|情况|材料|内容|安排|说明|问题|原则|目标|任务)$"
)
_OTHER_LABEL = re.compile(r"附件|抄送|送|联系")
# 王某某委员： in a reply to a proposal
_MEMBER = re.compile(r"[\u4e00-\u9fff·]{2,8}(?:委员|代表)(?:等)?")
# 马某某副主席： 钱某某同志：; not 同志们：
_PERSON = re.compile(rf"[\u4e00-\u9fff·]{{2,4}}(?:副?(?:{any_of(OFFICES)})|同志|先生|女士|院士|教授)")
_ADDRESSES = re.compile(r"各|全|本|相关|区属|市属|省属|县属|直属|中央|有关|机关|驻")
# 甲市、乙县人民政府： 东部、西部军分区： 省直单位机关团委、直属团总支（支部）：
_ADDRESSEE_ENDING = re.compile(r"(?:军分区|警备区|军区|[党团]委|总支|支部|党组|单位|部门|机关|有关方面)$")
# 同等学力申请硕士学位人员： 入党积极分子、发展对象： but not 参会人员：, the label of a list
_PEOPLE = re.compile(
    r"""
    (?! 参[会加与] | 出席 | 列席 | 与会 | 联系 | 工作 | 负责 | 责任 | 主持 | 主讲 | 报名 | 招[聘收] | 培训 | 成员)
    [^：:。；]{2,}
    (?: 人员 | 学[生员] | 同学 | 教师 | 教?职?工 | 党员 | 干部 | 考生 | 家长 | 积极分子 | 发展对象 | 用户 | 业主) $
    """,
    re.VERBOSE,
)
_PLACE_ENDING = re.compile(
    r"[\u4e00-\u9fff](?:省|自治区|市|州|盟|县|区|旗|镇|乡|街道|村|社区|东部|西部|南部|北部|中部)$|^[东西南北中]部$"
)
# 各位代表，各位老师： 同志们！ 求发同志：
_SALUTATION = re.compile(
    r"^(?:(?:各位|同志们|尊敬的|亲爱的|女士们|朋友们|老师们|同学们)[^。；]{0,40}[：:！!]|[^。；，]{0,10}(?:同志|先生|女士)[：:])$"
)


def number(text: str) -> str | None:
    """The 发文字号 in normal form, if the paragraph is nothing else.

    >>> number("湘群组发〔 2014 〕 36 号"), number("教基一厅［2010］10号"), number("（群组发〔2014〕8号）精神")
    ('湘群组发〔2014〕36号', '教基一厅〔2010〕10号', None)
    """
    match = NUMBER.fullmatch(squeeze(text).strip("（）()"))
    return normal_number(match) if match else None


def normal_number(match: re.Match[str]) -> str:
    """A match of `NUMBER` with 〔〕, Western digits and no space."""
    return f"{match['body']}〔{squeeze(match['year'])}〕{squeeze(match['serial'])}号"


def genre(title: str) -> str | None:
    """The 文种 with which the title ends; a qualification in brackets may follow it.

    >>> genre("关于把活动引向深入的通知"), genre("规定（试行）"), genre("同意申办的复函"), genre("在大会上的发言")
    ('通知', '规定', '函', None)
    """
    match = _GENRE_TAIL.search(squeeze(title).rstrip("》”"))
    return _NAMED_LIKE.get(match["genre"], match["genre"]) if match else None


def is_sentence(text: str) -> bool:
    """True where the text holds the end of a sentence."""
    return bool(_SENTENCE_END.search(text))


def is_cc(text: str) -> bool:
    """抄送：市委办、市人大办。 送：省委常委。"""
    return bool(_CC.match(text))


def without_cc_mark(text: str) -> str:
    """What follows 送： or 抄送：."""
    return _CC.sub("", text).strip()


def print_date(text: str) -> str | None:
    """The date of a 印发 line (…办公室 2014年4月2日印发), or None where the text is no such line."""
    bare = squeeze(text)
    if len(bare) > 80 or not re.search(r"印\s*[发制](?:[（(][^（）()]*[）)])?$", bare):
        return None
    dates = list(DATE.finditer(bare))
    return iso(dates[-1]) if dates else None


# 2014年月日, whose blanks were closed  2014年XX月XX日  ×年×月×日; not 2014年3月2日
_DATE_TO_FILL = re.compile(r"(?:(?:19|20)\d\d|[\dXxＸ×*_]{0,4})年[\dXxＸ×*_]{0,2}月[\dXxＸ×*_]{0,2}日")


def is_date_to_fill(text: str) -> bool:
    """A date whose month or day was left open.

    >>> is_date_to_fill("2014 年  月  日"), is_date_to_fill("2014年XX月XX日"), is_date_to_fill("2014年3月2日")
    (True, True, False)
    """
    return _DATE_TO_FILL.fullmatch(squeeze(text)) is not None and whole_date(text) is None


def is_tail_mark(text: str) -> bool:
    """主题词：… or （共印50份）."""
    return bool(_KEYWORDS.match(text) or _COPIES.match(text))


def is_remark(text: str) -> bool:
    """A remark that is a whole paragraph in brackets: （此件公开发布） （纸质不另发）; not a date."""
    return bool(_REMARK.match(text)) and whole_date(text) is None and number(text) is None


def is_bracketed(text: str) -> bool:
    """A paragraph wholly in brackets, such as the note under a title that tells when it was adopted and amended."""
    return 4 <= len(text) <= 600 and text[0] in "（(" and text[-1] in "）)" and balanced(text) and not match_label(text)


def is_attachment_list(text: str) -> bool:
    """附件：1.… ; not 附件1 alone, which heads an annex."""
    return bool(_ATTACHMENTS.match(text))


def is_attachment_item(text: str) -> bool:
    """One line of the list below 附件：, such as 2.申报表; not a numbered sentence."""
    numbered = _NUMBERED_NAME.match(text) is not None and len(text) <= _LONGEST_NAME and not is_sentence(text)
    return numbered or is_attachment_list(text)


def is_annex_mark(text: str) -> bool:
    """附件1 or 附： alone on a line."""
    return bool(_ANNEX_MARK.match(squeeze(text)))


def annex_title(text: str) -> str | None:
    """The title that stands behind 附： on the same line; None where there is none, or a list begins.

    >>> annex_title("附：县纪委的通报"), annex_title("附件2 申报表样")
    ('县纪委的通报', '申报表样')
    >>> annex_title("附件：1.申报表"), annex_title("附件1"), annex_title("附件下载：/files/1.doc")
    (None, None, None)
    """
    match = _ANNEX_TITLE.match(text)
    return squeeze(match["title"]) if match else None


def source_note(text: str) -> tuple[str, str | None] | None:
    """Medium and ISO date of a note that says where the text was printed.

    >>> source_note("《人民日报》（2014年01月24日01版）")
    ('人民日报', '2014-01-24')
    >>> source_note("《条例》自发布之日起施行。")
    """
    match = _SOURCE_NOTE.match(text)
    if not match:
        return None
    dates = list(DATE.finditer(match["rest"]))
    if not dates:
        return None
    return squeeze(match["medium"]), iso(dates[0])


def dateline_start(text: str) -> int | None:
    """Where the agency's dateline at the end begins: …两促进。（新华社北京1月23日电）."""
    match = _DATELINE.search(text)
    return match.start() if match else None


def turn_start(text: str) -> int | None:
    """Where a mark at the end that the text goes on elsewhere begins: …重复征求意见。(下转第四版)."""
    match = _TURN.search(text)
    return match.start() if match else None


def is_masthead(text: str) -> bool:
    """中共湖南省委…领导小组文件; joint mastheads have 文件 between the names."""
    bare = squeeze(text)
    return 4 <= len(bare) <= 60 and bare.endswith("文件") and not is_sentence(bare) and not re.search("《|关于", bare)


# 特急  机密★一年  内部事项; not 特急电报
MARK = re.compile(r"特急|加急|急件|平急|(?:秘密|机密|绝密)(?:★(?:.{1,6}?年|长期))?|内部(?:事项|资料|文件)")
"""A mark of secrecy or urgency, which stands above or beside the masthead."""


def is_mark(text: str) -> bool:
    """A mark of secrecy or urgency alone on a line.

    >>> is_mark("特急"), is_mark("机密★一年"), is_mark("特急办理")
    (True, True, False)
    """
    return MARK.fullmatch(squeeze(text)) is not None


def is_recipients(text: str) -> bool:
    """主送: bodies up to a colon at the end, no sentence, not 现通知如下：.

    >>> is_recipients("各市、县（市、区）委教育实践活动领导小组，省委各督导组：")
    True
    >>> is_recipients("朝阳区、海淀区人民政府，东部、西部军分区："), is_recipients("二级党委、党总支,各党支部：")
    (True, True)
    >>> is_recipients("相关学院及申请学位人员："), is_recipients("参会人员："), is_recipients("有关事项：")
    (True, False, False)
    >>> is_recipients("现将有关事项通知如下："), is_recipients("联系人："), is_recipients("甲市、乙市：")
    (False, False, False)
    """
    if not text.endswith(("：", ":")) or is_sentence(text) or match_label(text) or len(text) > 600:
        return False
    bare = text[:-1]
    if _OPENS_LIST.search(bare) or _OTHER_LABEL.match(bare):
        return False
    if _ADDRESSES.match(bare) or _MEMBER.fullmatch(bare) or _PERSON.fullmatch(bare):
        return True
    names = [re.sub(r"[（(][^（）()]*[）)]$", "", name) for name in re.split(r"[，、,]", bare) if name]
    bodies = [ISSUER_ENDING.search(name) or _ADDRESSEE_ENDING.search(name) or _PEOPLE.match(name) for name in names]
    return any(bodies[-1:]) and all(
        body or _PLACE_ENDING.search(name) for name, body in zip(names, bodies, strict=True)
    )


def is_salutation(text: str) -> bool:
    """The address of a speech or letter: 各位代表，各位老师： 同志们："""
    return bool(_SALUTATION.match(text))


def is_title_like(text: str) -> bool:
    """Could be a title or one line of it: short, no sentence, no label, not a body with a colon."""
    bare = squeeze(text)
    if not 2 <= len(bare) <= 100 or is_sentence(bare) or bare.endswith(("：", ":", "，", "、", ",")):
        return False
    return not (match_label(text) or whole_date(text) or number(text) or is_cc(text) or is_attachment_list(text))


def balanced(text: str) -> bool:
    """True where 《》, “” and （） are closed: a title line that is not goes on in the next."""
    pairs = (("《", "》"), ("“", "”"), ("（", "）"), ("〈", "〉"))
    return all(text.count(a) <= text.count(b) for a, b in pairs)


_SPACED_OFFICES = "|".join(r"[\u3000 ]?".join(office) for office in OFFICES)
# 总理　李某某  总　理　李某某
OFFICER = re.compile(rf"(?:{_SPACED_OFFICES})[\u3000 ]?[\u4e00-\u9fff·]{{2,4}}")


def is_officer(text: str) -> bool:
    """The office and name with which an order (令) is signed."""
    return bool(OFFICER.fullmatch(text))


def issuer_names(text: str) -> tuple[str, ...]:
    """The issuing bodies that a signature line names: separated by a wide gap where there are several."""
    return tuple(squeeze(part) for part in text.split(GAP) if squeeze(part))


def are_names(text: str) -> bool:
    """Several names of bodies in a line, which wide gaps part.

    >>> are_names("交通运输部　公安部　中国铁路集团有限公司"), are_names("交通运输部"), are_names("第一章　总则")
    (True, False, False)
    """
    names = issuer_names(text)
    return len(names) > 1 and all(ISSUER_ENDING.search(name) for name in names)


# 财政部  甲县人民政府办公室; not 领导小组, which heads a list as well
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2,28}(?:部|局|厅|署|法院|检察院|银行|委员会|办公室|办公厅|人民政府|[省市县区]委)"
)


def body_names(text: str) -> tuple[str, ...]:
    """The names of bodies of which a line consists; () where it holds other words.

    >>> body_names("财政部、司法部"), body_names("甲县人民政府"), body_names("领导小组"), body_names("学习文件")
    (('财政部', '司法部'), ('甲县人民政府',), (), ())
    """
    names = [name for name in re.split(r"[、，,\u3000 ]", text) if name]
    return tuple(names) if all(_OFFICE.fullmatch(name) for name in names) else ()
