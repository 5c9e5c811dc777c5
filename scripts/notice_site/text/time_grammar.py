"""The grammar of time: how texts name days, months and years, how often, how long, and how they mean it.

A rule is written in the words of `time_words`. Above it stand texts that it takes, the words taken between ‹ and ›
where there are others, and texts that it does not take; a test runs both.
"""

from __future__ import annotations

from enum import StrEnum

from notice_site.text.time_words import THIS_MONTH, TODAY, WHOLE_YEAR, WITHIN_YEAR, form

# --- a day, a month, a year -----------------------------------------------------------------------------------------

# takes: 3月  今年3月份  2014年4―6月  四月二十三日上午  5月上中旬  4月底  11月5日（星期五）  本月中旬  14年3月
# 9月第二周  3月5日上午10时30分  9月29日中午12:00  9月29日下午五点半  9月29日8:00-11:30  ‹3月›份额  ‹4月›中国
# not: 3个月  近三月  十月革命  月均  3月刊  第3月  一月一主题  共2.3月  上一月
MONTH = form("(?: year | short_year)? (?: months | month_word) (?! no_month) of_month?"
             " (?: xun | side | days clock | week_of_month)?")  # fmt: skip
# takes: ‹月底›前  到‹月底›  于‹月底›前; not: 本月底前  每月底前  个月底  3月底前
MONTH_SIDE = form(rf"(?<! [\d一二三四五六七八九十本上下每当各个季]) (?P<month_word> {THIS_MONTH}) (?P<side> [底末])"
                  " (?: (?= 以前 | 之前 | 前) | (?<= [到至]月[底末]))")  # fmt: skip
# takes: 2014年上半年  今年第三季度  二季度  第1季度  三季度末  第二、三季度; not: 四个季度  第五季度  前三季度
SEASON = form("year? (?: half_year | quarters) (?P<season_side> [底末])?")
# takes: 2014年底  2020年年底  今年年初  2014年终  ‹年底›前  到‹年底›  ‹2014年中›前  在‹年底›完成
# not: 每位党员年初 (of any year)  年中国  年终奖  2014年终奖  2020年初步建成
YEAR_SIDE = form("(?: year 年? | this_year) side_of_year")
# takes: 2014年  今年  ‹2014年›3月; not: 2014年度  1980年223号  2014年第3期  今年度  2014年第十二届  2014年版
YEAR_FORM = form("year (?! no_year)")
# takes: 2014.03.09  2014-3-9  2014/3/9  2014．3．9
# not: 2014.3  2014.3/9  2014.012.9  2014.3.009  12014.3.9  2014.3.9.1  2014-3-9-12  a2014.3.9 (part of an address)
POINTS = form(r"""(?<! [0-9A-Za-z./\-]) (?P<year> western_year) (?P<sign> [.\-/．]) (?P<month> \d{1,2}) (?P=sign)
    (?P<day> \d{1,2}) (?! [0-9A-Za-z/] | [.．]\d | -\d{1,2} (?!\d))""")
# The last year of a plan. takes: “十二五”末  ‹十三五末›  “十五”期末; not: 十五末  “十二五”规划  “十二五”期间
PLAN_END = form("plan 期? (?P<plan_end> [末底])")
# A week or a day of it, from the day of the document. takes: 本周  下周五  ‹下周一›前  ‹本周›内
# not: 下周期  本周边  每周五
WEEK_FORM = form(
    "(?P<month_word> [本上下]周) (?! [期边围年密岁知转刊]) (?P<weekday> [一二三四五六日天])?"
    r" (?: [（(] \d{1,2}月\d{1,2}日 [）)])? clock"
)
# The day of the document itself. takes: ‹即日›起; not: 即日  当日起
TODAY_FORM = form(f"(?P<month_word> {TODAY}) (?=起)")
# takes: ‹年内›完成  ，‹年内›完成  力争‹年内›完成  力争‹今年年内›推出; not: 三年内  学年内
WITHIN_YEAR_FORM = form(f"(?: ^ | (?<= [，,。；;：:、在于保争要应须])) (?:今年)? (?P<year_word> {WITHIN_YEAR})")
# A cell or clause of its own. takes: 全年  ，‹全年›；; not: 全年集中学习12次  贯穿全年
WHOLE_YEAR_FORM = form(rf"(?: ^ | (?<= [，,。；;：:、\t\n])) (?P<year_word> {WHOLE_YEAR}) (?= [，,。；;、\t\n] | $)")

FORMS = (
    PLAN_END, POINTS, WEEK_FORM, MONTH, MONTH_SIDE, SEASON, YEAR_SIDE, TODAY_FORM, WITHIN_YEAR_FORM, WHOLE_YEAR_FORM,
    YEAR_FORM,
)  # fmt: skip
"""The forms of one part of the calendar, those that take precedence first."""

# What may follow 至. takes: 18日  18号上午  5-8日  二十三日（周五）晚7点半; not: 18天  日
DAY = form("days clock")
# The same. takes: 中旬  上中旬  中、下旬; not: 旬  上、下半月
XUN = form("xun")

# --- a beginning and an end in one form ------------------------------------------------------------------------------

# takes: 10.2-10.8  9.25—10.8  2014.10.2－10.8; not: 10.2-10.8亿元  10.2-10.8%  第3.1-3.5节  10.32-10.8  1.10.2-10.8
POINT_DAYS = form(r"(?<! [\d.．第\-/A-Za-z]) (?: (?P<year> western_year) [.．])? (?P<point> point_day) dash"
                  " (?P<point_to> point_day) (?! measured)")  # fmt: skip
# takes: 2014.3-2014.9  2014.10—2015.03; not: 2014.3  2014.3-9  2014.13-2015.2.1
POINT_MONTHS = form(r"(?<! [0-9A-Za-z./\-]) (?P<point> point_month) dash (?P<point_to> point_month) (?! [\d.．])")
# takes: 2014—2020年  2018－2020年; not: 2014年  2014—20年  2014—2020年度
YEARS = form(r"(?<! [\d.．/A-Za-z]) (?P<point> western_year) dash (?P<point_to> western_year) 年 (?!度)")
# takes: “十二五”期间  “十五”时期  十三五期间; not: “十二五”末  十五期间  “十二五”规划
PLAN_YEARS = form("plan (?: 期间 | 时期 | 期内)")

STRETCHES = (POINT_DAYS, POINT_MONTHS, YEARS, PLAN_YEARS)

# --- how a part of the calendar is meant -----------------------------------------------------------------------------


class Shape(StrEnum):
    """How an expression places something in time."""

    AT = "at"  # 3月9日  4月中旬左右
    DUE = "due"  # 9月完成  11月底报送
    RANGE = "range"  # 3月17日至18日
    BEFORE = "before"  # 4月底前
    UNTIL = "until"  # 到2020年  截至4月10日: the stretch named is still in it
    AFTER = "after"  # 5月下旬以后
    FROM = "from"  # 2014年1月开始
    SINCE = "since"  # 2009年8月以来
    RECURRING = "recurring"  # 每周  定期
    DURATION = "duration"  # 时间不少于3天
    FROM_ISSUE = "from-issue"  # 自发布之日起
    RECENT = "recent"  # 近日，省委印发了
    SOON = "soon"  # 近期，各地要开展


# Behind the part: 4月底|前. Those that take precedence stand first.
BEHIND = (
    (form("before"), Shape.BEFORE),  # 4月底|前
    (form("after"), Shape.AFTER),  # 5月下旬|以后
    (form("since"), Shape.SINCE),  # 2009年8月|以来
    (form("from"), Shape.FROM),  # 3月|起
)
# In front of the part: 最迟应于|4月10日.
IN_FRONT = (
    (form("not_later"), Shape.UNTIL),  # 最迟应于|4月10日
    (form("not_earlier"), Shape.AFTER),  # 不早于|5月1日
    (form("up_to"), Shape.UNTIL),  # 截至|3月底
)
NEARLY_BEHIND, NEARLY_IN_FRONT = form("nearly"), form("about")  # 5月中旬|左右  大约在|5月
INSIDE, DUE = form("inside"), form("due")  # 5月|期间  11月底|实现联网

# Between the beginning and the end of a range. takes: 至  到  —  ――  ~; not: 至今  、  起
RANGE_SIGN = form(r"\s* (?: [-－—―–~～]{1,2} | 至 (?!今) | 到) \s*")
# Behind the range. takes: 止  为止; not: 为期  终
RANGE_END = form("止 | 为止")
# From 3月|开始，至|9月. takes: 起至  开始，到  开始、至; not: 开始9月  起，
FROM_TO = form("(?: 起 | 开始) [，,、]? (?: 至 | 到)")
# The same where its end is told by the verb: 从2月|开始，|9月底|基本结束. takes: 开始，  起,; not: 开始  起至
FROM_THEN = form("(?: 起 | 开始) [，,]")
# takes: 结束  基本结束  全面完成  全部完成; not: 召开  基本
ENDS = form("(?: 基本 | 全面 | 全部)? (?: 结束 | 完成)")

# --- how often -------------------------------------------------------------------------------------------------------

# takes: 每周  每月  ‹每年›至少  每半年  每两个月  每学期  每3个工作日  ‹每年›的3月  ‹每学年›的聘用合同
# not: 每个单位  每人  每年的考核 (a word that qualifies another)  每年度  每季节  每周刊  每日新闻  每日包括安全在内
# 每日“晨会”内容
EVERY = form(r"""每 (?: 半 | count)? turn
    (?! (?<! 学[年期]) 的 (?! [\d一二三四五六七八九十年]) | 度 | 级 | 刊 | 新闻 | 电讯 | 经济 | 包括
    | “ [^“”]{1,8} ” han{0,4} (?: 内容 | 机制 | 清单))""")
# How it goes on. takes: 10日前  5日、20日前  12月底前  年底  末  的3月  ‹五›，  ‹一›上午  最后一个星期五  第二周
# 的第一个周一  第一个工作日  一至周五  ‹一›是  ‹三›下午; not: 补助  五个部门  前  一次  三节课
POINT_IN_TURN = form(rf"""的? (?: (?: {MONTH.pattern})
      | [年月]? [初底末终] (?: \d{{1,2}}[日号])? | 第? [一二三四] 季度 | [上中下]旬 | \d{{1,2}}[日号]
      | (?: 第 [一二三四五\d] | 最后 一?) 个? (?: (?: 周 (?!年) | 星期) [一二三四五六日天]? | 工作日 | 月)
      | [一二三四五六日]
        (?: [至到—-] (?: 周 | 星期)? [一二三四五六日天] | (?= [上下晚，,。、；;召组集是前早中举进] | 开[展会])))
    (?: 、 \d{{1,2}}[日号])* (?: 以前 | 之前 | 前)?""")
# takes: 定期  定期或不定期; not: 规定期限  不定期  定期存款  定期或即时
REGULARLY = form(
    "(?<! [规法约限指特确既固不议否判]) 定期 (?: [和或与、]? 不定期)? (?! 限 | 间 | 内 | 满 | 刊 | 存 | 债 | 或)"
)
# takes: 按月  逐月  按季度  按旬; not: 按月平均  按季节  按月份
BY_TURNS = form("[按逐] (?: 月 | 季度? | 旬 | 学期) (?! 节 | 平均 | 均 | 度 | 份 | 报)")
# takes: 一年一次  一季度两次  一个月2次; not: 一届一次会议  一年十次
TIMES = form(r"一 (?: 天 | 日 | 周 | 月 | 个月 | 季度? | 年 | 学期 | 学年) [一二两三\d]次")
# takes: 党员‹年初›围绕工作作出承诺  ，‹年终›考评  ‹学期末›，  ‹年（学年）终›采取  ‹年初›有计划
# not: 2014年初  今年初  年初以来  年终奖  年初的工作  纳入年终考核  做好年终总结  奖金、年终加薪  岁末年初，
SIDE_OF_TURN = form(r"""(?<! [\d〇○一二三四五六七八九今去明本上每整全近末])
    (?: 学年 | 学期 | 年) (?: [（(] (?: 学年 | 学期 | 年) [）)])? [初终末] (?! [的以之前后至到奖期] | 级)
    (?: (?<= [，,。；;][年期][初终末]) (?! 奖 | 加薪) | (?= [，,有由向对以围采制作公签组开报按根进确与结]))""")

# --- how long, within how much time ----------------------------------------------------------------------------------

# takes: 时间不少于3天  公示期七天  试用期一年  期限最长不超过240个月  时间为一周以上
# not: 近期一年  学期两次  时间3年前
TIME_OF = form("(?: 时间 | 时长 | 时限 | 期限 | 为期 | 周期 | term) (?: hedge | limit)* length"
               " (?: 以上 | 以下 | 以内 | 左右)? (?! 前 | 后 | 龄)")  # fmt: skip
# takes: 8个月时间  两天时间  10天左右的时间  用‹2.5个月时间›; not: 近3年时间  第3天时间  1.3天时间
LENGTH_TIME = form(r"(?<! [近前去第\d]) (?<! \d [.．]) length (?: 左右)? 的? 时间")
# takes: 不少于5天  至少两周  不得超过半年; not: 超过5年仍未返回 (a condition)  至少3年前  不少于5年的
AT_LEAST = form(
    "(?: 不得?少于 | 不得?低于 | 不得?超过 | 不能超过 | 至少 | 至多 | 最多 | 最长) length (?! 龄 | 前 | 后 | 的)"
)
# takes: 3—12个月  2至3年  ‹5-7天›培训; not: 3个月  近3至5年  3-5年以上  2014-2016年  1.3-5年
FROM_TO_LENGTH = form(r"(?<! [近前去第\d]) (?<! \d [.．]) \d{1,2} [-－—~～至到] \d{1,2} unit"
                      " (?! 龄 | 前 | 后 | 以[上下] | 级 | 度)")  # fmt: skip
# takes: 15天内  ‹自收到申请之日起15个工作日内›办结  ‹在本意见印发之日起30日内›  五个工作日之内  半年以内
# 控制在‹2.5小时以内›  ‹2个小时内›  用时‹1.5个月内›; not: 五年以内的人员  近三年内  2014年内  3年内部  1.3个工作日内
WITHIN = form(r"""(?: [自从在] [^，,。；;自从在]{2,12} 之日起
      | (?<! [近前去第\d一二三四五六七八九十〇○月年]) (?<! \d [.．]))
    length (?: 之内 | 以内 | 内) (?! (?: [（(]含[）)])? 的 | 部 | 外 | 容 | 地)""")
# takes: ‹自发布之日起›施行  ‹自本意见印发之日起›执行  ‹自下发之日开始›执行
# not: 自企业登记之日起签订  自发布之日起30日内
SINCE_ISSUE = form("""自 (?: 本 han{1,4})? (?: 发布 | 印发 | 下发 | 公布 | 颁布 | 发文 | 签发) 之日 (?: 起 | 开始)+
    (?= han{0,2} (?: 施行 | 执行 | 实施 | 生效))""")

# --- what the calendar does not place --------------------------------------------------------------------------------

# Not long past.
# takes: ‹近日›，甲县部署  ‹日前›召开  ‹前不久›，省委  ‹近日›国务院印发  ‹近期›，我市接连发生  ‹近期›，市纪委查处了
# ‹近期›，省内火灾事故呈多发趋势
# not: 10日前  5 日前，  五日前  最近日期  将于近日召开  近期，重点筛选
RECENT = form(r"""clause_start (?: 近日 (?!内) | (?<! [\d一二三四五六七八九十] \s) 日前 | 前不久 | 不久前)
      (?= [，,] | doing | han{2,20} (?: 印发 | 召开 | 出台 | 发布 | 下发 | 举行 | 查处 | 通报))
    | clause_start 近期 (?= [，,]? [^，,。；;]{0,8} (?: 发生 | 出现 | 接连 | 连续))
    | clause_start 近期 (?= [，,]? [^，,。；;要应须]{2,20} (?: 了 (?!解) | 呈 han{1,8} [趋态]势 | 频发 | 时有发生))""")
# Soon. takes: ‹近期›，重点筛选  于‹近期›召开  将于‹近日›召开  ‹近期内›完成  ‹近期›要开展; not: 近期目标  近期以来
SOON = form("clause_start 近期 (?: 内 | (?= [，,] | 将 | 要 | 拟 | doing)) | (?<= [在于]) (?: 近日 | 近期) 内?")
# takes: ‹元旦春节期间›值班  在‹元旦、春节期间›  ‹“七一”前后›，  ‹春节前夕›，  ‹寒假前›上报  ‹国庆节假期期间›值班
# ‹开学前›  ‹学期结束前›  ‹本学期末前›  ‹明年春节前›  ‹今年秋季开学起›  ‹寒假结束前›  ‹开学前一周›，
# ‹2014年至2017年春节、端午节期间›
# not: 春节  国庆前期工作  第十一期间  春节前往  开学典礼  开学后两周内
FESTIVAL = form("""(?: feasts | side_of_term) (?: 期间 | 前夕 | 前后 | 前 several
    | (?P<before> [之以]? 前 (?! [期往来去])) | (?P<after> [之以]? 后 (?! [续期勤备] | several))
    | (?P<from> 起 (?! [点来草])))""")
# A season or feast of which only the characters are named. takes: 在‹节前›开展  ‹汛期›，  ‹汛前›完成  ‹暑期›要
# not: 汛期安全  春节前  环节前移  汛前准备工作
SEASON_TIME = form("""(?: clause_start | (?<= [在于])) (?: (?: [节汛] (?: (?P<before> 前) | (?P<after> 后)) | season)
    (?= 内? [，,] | [要应须将] | 实行 | 坚持 | 严格 | 完成 | doing))""")
# By the moon. takes: ‹农历五月初五前›完成  农历八月十五  腊月二十三前  正月初七后; not: 五月初  农历新年
LUNAR = form("""(?: (?: 农历 | 阴历 | 旧历) [正冬腊一二三四五六七八九十]{1,2}月 lunar_day? | [正冬腊]月 lunar_day)
    (?: (?P<before> before) | (?P<after> after))?""")
# A week of the term. takes: ‹第二周›召开  于‹第12周›完成  ，‹第十周›，  ‹本学期开学第三周›开始  ‹第二学期第一周›，
# not: 第二周年  学习第二周期
WEEK = form(r"""(?: clause_start | (?<= [于在]) | (?: [本下上新] | 第[一二三])? 学期 (?: 开学)? 的? | 开学)
    第 (?: [一二三四五六七八九十]{1,3} | \d{1,2}) 周 (?! [年岁期])""")

# --- words of time, whether or not they say when ---------------------------------------------------------------------

# takes: 从2014年上半年  3月5日前  月底  15个工作日内  每学期  10月起  3月至9月底  今年; not: 月度  年级  周期
ANY_TIME = form(r"""[从自于到至在]?
    (?: (?: \d{4} | [今明当]) 年 (?: 上半年 | 下半年 | 第?[一二三四]季度)? | plain_month | [年月季] [底末初]
      | \d{1,9} (?: 个工作日 | 日 | 天 | 个月 | 年 | 小时) | 每 (?: 半年 | 学?[年期] | 学期 | 个?月 | 周 | 天 | 季度))
    (?: [至到-] plain_month)? (?: 之?前 | 以前 | 以?后 | 之后 | 起 | 之?内 | 以内 | 期间 | 左右 | 开始)?""")
# takes: 7月底前  2014年4月10日之前  5月起  每周  每季度; not: 7月底  每人
WHEN = form("(?: plain_month (?: 之前 | 以前 | 前 | 起 | 以?后) | 每 [年月周天] | 每季度)")
# In front of a name. takes: ‹3月17日至18日，›  ‹3月9日›; not: 3月9日上午  3月
DAYS_IN_FRONT = form(r"(?P<days> plain_day (?: [至—-] (?: \d{1,2} 月)? \d{1,2} 日)?) [，,]? $")
# What a report opens with. takes: ‹近日，›甲县  ‹日前，›  ‹4月23日下›午  ‹今天上›午; not: 近日内  4月23日前
NEWS_DAY = form(r"(?: 近日 | 日前 | 昨日 | 今日 | 今天 | plain_day) [，,上下晚\s]")

# --- dates beside a document's text ----------------------------------------------------------------------------------

# takes: 2014年4月2日  2014 年4 月2 日  二〇一四年四月二日  二○一○年十二月十三日  2011年2月; not: 4月2日  2014年底
DATE = form(r"(?P<y> four_digits) \s* 年 \s* (?P<m> number) \s* 月 (?: \s* (?P<d> number) \s* [日号])?")
# takes: 2011.2.  2014-03-09  2014/3/9  2014.03.09; not: 1.2.3  1814.3.9  2014年3月
POINT_DATE = form(r"(?P<y> western_year) \s* [.\-/．] \s* (?P<m> \d{1,2}) \s* (?: [.\-/．] \s* (?P<d> \d{1,2})?)?")
# takes: 2021年  二〇一四年  ‹2014年›度; not: 2021号  12021年  〔2021〕
STATED_YEAR = form(r"(?<! [\d一二三四五六七八九〇○]) (?P<year> four_digits) \s? 年")
# takes: 9月26日  九月二十六日  9 月 26 号; not: 9月  26日  9月底
DAY_OF_YEAR = form(r"(?P<m> number) \s* 月 \s* (?P<d> number) \s* [日号]")
# As the pages around a document have it, without blanks.
# takes: 2014-03-10  2014年3月10日15:28  2014/3/10; not: 每周一  3月15日前
PAGE_DAY = form(r"western_year [-/.年] \d{1,2} [-/.月] \d{1,2} 日? seconds?")
# As programs write it. takes: 2014-03-11  2014/3/1115:28; not: 2014年3月11日  2014.3.11
CLERICAL_DAY = form(r"western_year [-/] \d{1,2} [-/] \d{1,2} seconds?")
