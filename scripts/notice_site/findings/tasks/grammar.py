"""The grammar of duties: rules over classes of words that find the parts of a clause.

The tables of `word_classes` say which words a class has; `rule` turns the names of classes into a regular expression
over the letters that `tag` gives. Above each rule stand clauses that it takes, with what it finds between ‹ and ›, and
one that it does not take.
"""

from __future__ import annotations

import re

from notice_site.findings.tasks.tagging import rule

# --- what stands before the clause proper ----------------------------------------------------------------------------

# takes: ‹同时，›督导组要学习  ‹2019年12月底前›完成  ‹在竞赛开始后›参赛队员不能  ‹节日期间›值班; not: 督导组要学习
OPENING = rule(
    """(?: link | date | plain{1,6} E-
      | (?: (?: how | at) [^KMOSBNHo]{1,20}? tail | to [^KMOSBNHo]{1,20}? E-) (?! of))+ stop?"""
)

# takes: ‹同时，›该项工作  ‹其中，›小微企业  ‹会后›学习; not: 该项工作
LINK = rule("(?: (?: link | date) stop?)+")

# takes: ‹但应当›对职工  ‹着力›解决  ‹同时›要求各校  ‹将›成立; not: 对职工  加强对职工
LEADING = rule("(?: link | date | adverb | must | may | will)+")

# Before who is charged. takes: ‹由›党政办牵头  ‹，应当由›学校负责  ‹均由›本人办理; not: 由于
BY = rule("stop? (?: link | date | adverb | must | may)* by")


def behind(pattern: re.Pattern[str], tags: str, start: int, end: int) -> int:
    """Where the words end that the rule takes at `start`; `start` where it takes none."""
    match = pattern.match(tags, start, end)
    return match.end() if match else start


def fills(pattern: re.Pattern[str], tags: str, start: int, end: int) -> bool:
    """Whether there is nothing between the two but what the rule takes."""
    return behind(pattern, tags, start, end) == end


# --- who ------------------------------------------------------------------------------------------------------------

_MORE = "(?: joint [^KMOFSBDPAVQIf]*? name)??"  # more joints and names may stand inside
_FIELD = "(?: activity | plain | rank){1,8}"
_OFFICE = (
    f"{_FIELD} (?: joint {_FIELD}){{0,30}} (?: nametail {_FIELD})? body{{1,3}} {_MORE}"  # 发展改革、教育等有关部门
)
_FIRST = "(?: name | plain | nametail | thing | quoted (?= name | plain) | date | link (?= name))"
_NAME = f"(?: {_OFFICE} | name | {_FIRST} [^KMOFSBDPAVQIf]*? name) nametail*"
_DOER = "(?: activity | verb){1,3} body (?: plain{1,3} body)?"  # 起草单位, 制定机关办公机构
_WIDE_NAME = f"(?: {_DOER} {_MORE} | {_OFFICE} | name | {_FIRST} [^KMOFSBDPQI]*? name) nametail*"
_ASKED = "(?: how [^KMOFSBDPVU]*? name nametail*)? (?: adverb | date)* (?: must | may | will)"  # 会同有关部门要
_ACTS = """(?: if | adverb | verb | act | to | how | at | measure | must | may | will
    | link date* (?: verb | adverb | at | how | to)
    | (?<=[NHo-]) activity [^KNHo]* (?: stop | $)
    | plain{1,4} tail (?: to | how | adverb | verb | will)
    | date+ (?: verb | adverb | how | to))"""

# Behind a name. takes: ‹将›成立  ‹会同财政部门将›制定  ‹也要›学习; not: 开展学习
ASKED = rule(_ASKED)

# takes: ‹各地教育部门›要迅速通报  ‹市教育部门›将进行预警; not: 论文附录必须打印
ASKED_NAME = rule(f"(?P<who> {_WIDE_NAME}) {_ASKED}")

# takes: ‹值班人员›每天填写  ‹检查人员›认真记录; not: 压实部门责任  健全机构设置
DOER_NAME = rule("(?P<who> (?: activity | verb){1,3} office nametail*) (?: adverb | date | how | to | at)")

# takes: ‹实现联网结算的定点医疗机构›要高度重视; not: 要高度重视定点医疗机构
DESCRIBED_NAME = rule(f"(?P<who> [^KMOFSB]+? of [^KMOFSB]{{0,24}}? name nametail*) {_ASKED}")

# takes: ‹各党支部›结合本支部情况  ‹职工›录入备案类别; not: 组织党员干部学习
ACTING_NAME = rule(f"(?P<who> {_NAME}) {_ACTS}")

# takes: ‹符合条件的医院›代为办理; not: 落实学校的教师管理
QUALIFIED_NAME = rule(
    "(?P<who> verb [^KMOFSBU]{0,24} of [^KMOFSBV]{0,12}? name nametail*) (?: adverb | link)* (?: verb | how | to)"
)

# takes: 准备工作由‹党政办›牵头落实  由‹本人›报名; not: 由副组长
CHARGED = rule(
    """by (?P<who> [^KMOFSBDPQ]*? name nametail*) (?: adverb | link)*
    (?: verb | act | activity | thing | to | how | at | must | may | date)"""
)

# Behind who is charged. takes: 人民政府‹确定的审核机构›进行  审核机构‹或者审核人员›进行; not: 审核机构进行审核
CHARGED_BEHIND = rule(
    """(?P<who> (?: verb | activity) (?: verb | activity | plain | thing){0,4} of
        (?: plain | verb | activity)* (?: body | person) nametail*
    | (?: joint (?: plain | verb | activity){0,4} (?: body | person) nametail*)+)"""
)

# takes: ‹教师›必须履行责任  ‹每位党员›作出承诺; not: 教学目标
TOLD_NAME = rule(f"(?P<who> {_NAME} | {_DOER}) (?: adverb | date | link)* (?: must | may | verb | activity | to | how)")

# takes: ‹中国气象局›按照  ‹市教育局›及时; not: 各县、
REQUESTED_NAME = rule(f"(?P<who> {_WIDE_NAME}) (?: how | to | at | adverb | date | verb | activity)")

# takes: ‹困难企业›与职工协商一致的  ‹职工›生育出院结算前  ‹省级应急指挥部›接到通知后; not: 未移交的
CASE_NAME = rule(
    f"""(?P<who> rank (?: plain | name) [^KMOFSBDPAVQIf]*? name (?= adverb | verb)
    | {_NAME} (?: plain of plain* name)? (?! [NHRo-]))"""
)

# takes: ‹中小学校长›是第一责任人; not: 要求是准则
IDENTIFIED_NAME = rule(f"(?P<who> {_NAME}) fact")

# takes: ‹财政部›，  ‹领导班子›专题民主生活会，  ‹监管部门›在检查中，; not: 围绕服务对象，
BARE_NAME = rule(f"(?P<who> {_NAME}) (?: meeting | at [^K]{{1,20}}? tail)? (?: stop | $)")

# takes: ‹各部门特别是重点监视区所在地人民政府›，要; not: 各部门工作情况，要
ASKED_BARE_NAME = rule(f"(?P<who> {_WIDE_NAME}) (?: if [^K]*)? stop (?: adverb | link)* (?: must | may)")

# takes: ‹未纳入试点范围的其他部门›，可; not: 建设一批企业，促进
DESCRIBED_BARE_NAME = rule(
    """(?P<who> [^KMOFSBD]+? of [^KMOFSB]{0,80}? name nametail*) stop
    (?: [^KMOFSBDPAVQ]*? name stop)? (?: adverb | link)* (?: must | may)"""
)

# Behind the name of a thing. takes: ‹，可›公开  ‹，不得›提交  ‹，由›国务院提出; not: ，有关部门应当查处
ASKED_ITSELF = rule("stop (?: date | adverb | link)* (?: must | may | by)")

# Behind a clause. takes: ‹，可›吸收专家  ‹，有关部门应当›查处  ‹，由›银行收回; not: ，加强管理
ASKED_NEXT = rule(f"""stop (?: date | adverb | link)*
    (?: must | may | by | {_WIDE_NAME} {_ASKED})""")

# takes: ‹500万元以上的支出，›  ‹基金的损失核销，参照›规定; not: 开展业务
BARE_THING = rule(
    """[^KMOFSBDPZAVYQI] [^KMOFSBDPZAVYQI]*? (?: (?: thing | activity) stop | of (?: plain | thing)+ verb stop how)"""
)

# takes: ‹起草单位报送的审核材料›  ‹有关部门印发的文件›
# not: 各校开展有特色的活动  建立统一的平台  支部认真梳理查找的问题
DESCRIBED_THING = rule(
    """(?: verb body)? [^KMOFSDPQVWA]+? (?: verb | activity){1,2} body? of
    (?: plain | thing | activity | verb | joint | adverb | nametail)*? (?: thing | plain) $"""
)

# Behind a name. takes: ‹向政府反映的意见和建议›  ‹从境外采购的货物›; not: 向学生讲授有用的知识  从学生中选拔班长
BROUGHT = rule("(?: to | how) [^KMOFS]*? (?: verb | activity) of (?: plain | thing | joint | nametail)* $")

# takes: ‹要结合教育活动›  ‹要按照方案›; not: 要按照方案开展  要学习
ONLY_HOW = rule("(?: adverb | link)* must adverb* how [^KVYMOFBAU]* $")

# Behind a name. takes: ‹应缴纳的›费用; not: 应认真执行有关的规定
DUE = rule("must (?: verb | activity | act) of")

# takes: ‹参加网络培训的会计人员›  ‹综合保税区内新设的加工企业›; not: 会计人员的培训  有条件的地方开展
THOSE = rule("[^KMOFSB]+ of [^KMOFSBDPU]{0,24}? name nametail* $")

# takes: ‹为促进›工业发展  ‹为进一步做好›工作; not: 为群众办理业务
PURPOSE = rule("for (?: adverb)* (?: verb | act | activity)")

# Behind a name. takes: ‹审核机构›进行审核  ‹管理中心›以助学金  ‹安全生产委员会›统一; not: 审核方案  吊销专利代理机构
OFFICE_BEHIND = rule(
    """(?P<who> (?: (?: (?: activity | verb){1,3} | (?: activity | plain){1,3}) office | activity{2,3} body)
    nametail*) (?! of) (?= . )"""
)

# Behind 组织. takes: ‹党员干部›认真学习; not: 召开会议
ORGANISED_NAME = rule(f"(?P<who> {_NAME}) (?: adverb | verb | act | date | to | how | activity)")

# takes: 全区‹党员›中开展; not: 开展活动
NAME_END = rule("name nametail*")

# --- a thing instead of somebody -------------------------------------------------------------------------------------

# Behind a name. takes: ‹认定标准按照›规定执行  ‹贯彻本意见的有关情况，要›  ‹在网上开设的账号应›一致; not: 要提出标准
ONLY_OPENS_A_THING = rule(
    """at [^KMO]* verb [^K]* of [^KMOE]* (?: adverb | link)* (?: must | may)
    | (?: verb | act | activity | plain | name)
    (?: thing (?: adverb | link)* (?: must | may | will | how | measure | by)
      | [^K]* of [^K]* thing stop (?: adverb | link)* (?: must | may))"""
)

# takes: ‹论文附录必须›打印  ‹督查务必›认真仔细; not: 要学习
TOPIC = rule(
    """[^KMOFSBQIDPZAVY] [^KMOFSBQI]*? (?: thing | of | quoted | activity) (?: adverb | link)*
        (?: must | may | will | how | measure | reach | by | to | at | date)
    | [^KMOFSBQIDPZAVYE]+ (?: adverb | link)* (?: must | may)
    | (?: verb | activity) (?: adverb | link)* must"""
)

# --- what is done ---------------------------------------------------------------------------------------------------

# takes: ‹认真开展›自查  ‹要›坚持  ‹对›已经整改的事项  ‹重点是搞好›宣传; not: 活动取得成效
DEMAND = rule(
    """(?: adverb | date | quoted)* (?: must | may | will | verb | act | activity | to | how | at | for | by | joint)
    | (?: adverb | thing | of)+ fact (?: adverb)* (?: verb | how | to)"""
)

# takes: ‹按规定发放›至账户  ‹对重点产品实施›规范管理; not: 按照文件要求
DONE_SOMEHOW = rule("(?: how | to | at | for) [^K]*? (?: thing | tail | date) (?: adverb)* (?: verb | act)")

# takes: ‹对需整改的社会团体›  ‹在应当保密的范围›; not: 对团体要整改
ABOUT_THOSE = rule("(?: to | how | at) [^K]*? (?: must | may) [^K]* of [^KMOVAFB]* $")

# takes: 学校‹必须›打印  各地‹可›放宽; not: 认真学习
MODAL = rule("must | may")

# takes: ‹可›  学校‹可›放宽  情节轻微的，‹可以›免除; not: 做到可实时调阅  有据可查  可能出现  要保留可用的成品
LEFT_TO_CHOICE = rule(
    "(?: ^ | stop | name nametail* | thing | plain | adverb | of | quoted | tail | date | link) (?P<who> may) (?! of)"
)

# takes: ‹鼓励›各地探索  ‹允许›其申报  ‹积极支持和鼓励›企业; not: 要鼓励各地  在政策允许范围内
LET = rule("(?: ^ | stop | name nametail* | date | at [^KMVYDP]*? name) (?: adverb | link | verb joint)* may (?! of)")

# takes: 时间‹不少于›三天; not: 三天
MEASURE = rule("measure")

# takes: 机械化率‹达到›70%; not: 不少于
REACH = rule("reach")

# takes: 在全区‹开展›活动; not: 在服务行业  在教育机构
ACTS_THERE = rule("verb | act | must | may")

# takes: 活动‹已›开展; not: 开展活动
FACT = rule("fact")

# takes: 认真‹开展›自查; not: 按照方案
VERB = rule("verb | act | activity")
