"""The grammar of time: how texts name days, months and years, how often, how long, and how they mean it.

A rule is written in the words of `time_words`. Beside it stand texts that it takes, the words taken between ‹ and ›
where there are others, and texts that it does not take; tests/text/test_time_grammar.py has more of both.
"""

from __future__ import annotations

from notice_site.text.time_shapes import Shape
from notice_site.text.time_words import THIS_MONTH, TODAY, WHOLE_YEAR, WITHIN_YEAR, form

# --- a day, a month, a year -----------------------------------------------------------------------------------------

# takes: 今年3月份  2014年4―6月  四月二十三日上午  5月上中旬  9月29日8:00-11:30  9月第二周; not: 3个月  近三月  十月革命
MONTH = form("month_named")
# takes: ‹月底›前  到‹月底›; not: 本月底前  每月底前  3月底前
MONTH_SIDE = form(
    f"no_month_before (?P<month_word> {THIS_MONTH}) (?P<side> [底末]) (?: (?= before) | (?<= [到至]月[底末]))"
)
# takes: 2014年上半年  今年第三季度  三季度末  第二、三季度; not: 四个季度  前三季度
SEASON = form("year? (?: half_year | quarters) (?P<season_side> [底末])?")
# takes: 2020年年底  今年年初  ‹年底›前  ‹2014年中›前; not: 每位党员年初  年中国  年终奖  2020年初步建成
YEAR_SIDE = form("(?: year 年? | this_year) side_of_year")
# takes: 2014年  今年  ‹2014年›3月; not: 2014年度  2014年第3期  2014年第十二届  2014年版
YEAR_FORM = form("year (?! no_year)")
# takes: 2014.03.09  2014/3/9  2014．3．9; not: 2014.3  2014.3/9  12014.3.9  2014.3.9.1  a2014.3.9 (part of an address)
POINTS = form(
    r"no_address (?P<year> western_year) (?P<sign> [.\-/．]) (?P<month> two) (?P=sign) (?P<day> two) ends_address"
)
# takes: “十二五”末  “十五”期末; not: 十五末  “十二五”规划
PLAN_END = form("plan 期? (?P<plan_end> [末底])")
# takes: 本周  下周五  ‹下周一›前; not: 下周期  本周边  每周五
WEEK_FORM = form("(?P<month_word> [本上下]周) (?! no_week) (?P<weekday> [一二三四五六日天])? date_in_brackets? clock")
# takes: ‹即日›起; not: 即日  当日起
TODAY_FORM = form(f"(?P<month_word> {TODAY}) (?=起)")
# takes: ‹年内›完成  力争‹今年年内›推出  项目‹年内›投产; not: 三年内  学年内完成  近两年内完成
WITHIN_YEAR_FORM = form(f"(?: within_year_opens (?:今年)? | no_years (?= 年内 due)) (?P<year_word> {WITHIN_YEAR})")
# takes: ，‹全年›；; not: 全年集中学习12次  贯穿全年
WHOLE_YEAR_FORM = form(rf"(?: ^ | (?<= [，,。；;：:、\t\n])) (?P<year_word> {WHOLE_YEAR}) (?= [，,。；;、\t\n] | $)")
FORMS = (
    PLAN_END, POINTS, WEEK_FORM, MONTH, MONTH_SIDE, SEASON, YEAR_SIDE, TODAY_FORM, WITHIN_YEAR_FORM, WHOLE_YEAR_FORM,
    YEAR_FORM,
)  # fmt: skip
"""The forms of one part of the calendar, those that take precedence first."""

# Behind 至. takes: 18日  18号上午  5-8日  二十三日（周五）晚7点半; not: 18天  日
DAY = form("days clock")
# takes: 中旬  上中旬  中、下旬; not: 旬  上、下半月
XUN = form("xun")

# --- a beginning and an end in one form ------------------------------------------------------------------------------

# takes: 10.2-10.8  2014.10.2－10.8; not: 10.2-10.8亿元  第3.1-3.5节  10.32-10.8  1.10.2-10.8
POINT_DAYS = form(
    "no_number (?: (?P<year> western_year) [.．])? (?P<point> point_day) dash (?P<point_to> point_day) (?! measured)"
)
# takes: 2014.3-2014.9  2014.10—2015.03; not: 2014.3  2014.3-9  2014.13-2015.2.1
POINT_MONTHS = form(r"no_address (?P<point> point_month) dash (?P<point_to> point_month) (?! [\d.．])")
# takes: 2014—2020年  2018－2020年; not: 2014年  2014—20年  2014—2020年度
YEARS = form(r"(?<! [\d.．/A-Za-z]) (?P<point> western_year) dash (?P<point_to> western_year) 年 (?!度)")
# takes: “十二五”期间  “十五”时期; not: “十二五”末  十五期间
PLAN_YEARS = form("plan (?: 期间 | 时期 | 期内)")
STRETCHES = (POINT_DAYS, POINT_MONTHS, YEARS, PLAN_YEARS)

# --- how a part of the calendar is meant -----------------------------------------------------------------------------

# Behind the part, those that take precedence first: 4月底|前, 5月下旬|以后, 2009年8月|以来, 3月|起.
BEHIND = (
    (form("before"), Shape.BEFORE), (form("after"), Shape.AFTER),
    (form("since"), Shape.SINCE), (form("from"), Shape.FROM),
)  # fmt: skip
# In front of it: 最迟应于|4月10日, 不早于|5月1日, 截至|3月底.
IN_FRONT = (
    (form("not_later"), Shape.UNTIL), (form("not_earlier"), Shape.AFTER), (form("up_to"), Shape.UNTIL),
)  # fmt: skip
NEARLY_BEHIND, NEARLY_IN_FRONT = form("nearly"), form("about")  # 5月中旬|左右  大约在|5月
INSIDE, DUE = form("inside"), form("due")  # 5月|期间  11月底|实现联网

# Between a beginning and an end. takes: 至  到  —  ――  ~; not: 至今  、  起
RANGE_SIGN = form(r"\s* (?: [-－—―–~～]{1,2} | 至 (?!今) | 到) \s*")
# Behind the end. takes: 止  为止; not: 为期  终
RANGE_END = form("止 | 为止")
# Of 3月|开始，至|9月. takes: 起至  开始，到  开始、至; not: 开始9月  起，
FROM_TO = form("(?: 起 | 开始) [，,、]? (?: 至 | 到)")
# Of 从2月|开始，|9月底|基本结束. takes: 开始，  起,; not: 开始  起至
FROM_THEN = form("(?: 起 | 开始) [，,]")
# takes: 结束  基本结束  全面完成  全部完成; not: 召开  基本
ENDS = form("(?: 基本 | 全面 | 全部)? (?: 结束 | 完成)")

# --- how often -------------------------------------------------------------------------------------------------------

# takes: 每周  每两个月  每3个工作日  ‹每年›的3月  ‹每学年›的聘用合同; not: 每年的考核  每年度  每日“晨会”内容
EVERY = form("每 (?: 半 | count)? turn (?! no_turn)")
# takes: 5日、20日前  末月25日前  的3月  ‹五›，  ‹一›上午  最后一个星期五  一至周五; not: 补助  五个部门  一次  三节课
POINT_IN_TURN = form("的? (?: (?: month_named) | point_of_turn) (?: 、 day_number)* (?: 以前 | 之前 | 前)?")
# takes: 定期  定期或不定期; not: 规定期限  定期存款  定期或即时
REGULARLY = form("no_fixed 定期 (?: [和或与、]? 不定期)? (?! 限 | 间 | 内 | 满 | 刊 | 存 | 债 | 或)")
# takes: 按月  逐月  按季度; not: 按月平均  按季节  按月份
BY_TURNS = form("[按逐] (?: 月 | 季度? | 旬 | 学期) (?! 节 | 平均 | 均 | 度 | 份 | 报)")
# takes: 一年一次  一季度两次; not: 一届一次会议  一年十次
TIMES = form(r"一 (?: 天 | 日 | 周 | 月 | 个月 | 季度? | 年 | 学期 | 学年) [一二两三\d]次")
# takes: 党员‹年初›围绕工作作出承诺  ‹学期末›，  ‹年（学年）终›采取; not: 2014年初  年终奖  年初的工作  岁末年初，
SIDE_OF_TURN = form("no_year_before year_of_turn [初终末] (?! of_side | 级) (?: side_in_list | (?= side_does))")

# --- how long, within how much time ----------------------------------------------------------------------------------

# takes: 时间不少于3天  公示期七天  期限最长不超过240个月; not: 近期一年  学期两次  时间3年前
TIME_OF = form("measure (?: hedge | limit)* length (?: 以上 | 以下 | 以内 | 左右)? (?! 前 | 后 | 龄)")
# takes: 8个月时间  10天左右的时间  用‹2.5个月时间›; not: 近3年时间  第3天时间  1.3天时间
LENGTH_TIME = form("no_count_before length (?: 左右)? 的? 时间")
# takes: 不少于5天  至少两周  不得超过半年; not: 超过5年仍未返回  至少3年前  不少于5年的
AT_LEAST = form("at_least length (?! 龄 | 前 | 后 | 的)")
# takes: 3—12个月  ‹5-7天›培训; not: 近3至5年  3-5年以上  2014-2016年  1.3-5年
FROM_TO_LENGTH = form("no_count_before two [-－—~～至到] two unit (?! 龄 | 前 | 后 | 以[上下] | 级 | 度)")
# takes: 15天内  ‹自收到申请之日起15个工作日内›办结  控制在‹2.5小时以内›; not: 五年以内的人员  近三年内  3年内部
WITHIN = form("(?: counted_from | no_year_or_count_before) length (?: 之内 | 以内 | 内) (?! of_within)")
# takes: ‹自发布之日起›施行  ‹自本意见印发之日起›执行; not: 自企业登记之日起签订  自发布之日起30日内
SINCE_ISSUE = form("自 (?: 本 han{1,4})? issue 之日 (?: 起 | 开始)+ (?= han{0,2} (?: 施行 | 执行 | 实施 | 生效))")

# --- what the calendar does not place --------------------------------------------------------------------------------

# Not long past. takes: ‹近日›，甲县部署  ‹日前›召开  ‹近期›，我市接连发生; not: 10日前  将于近日召开  近期，重点筛选
RECENT = form("clause_start (?: lately (?= [，,] | doing | body_does) | 近期 (?= has_happened))")
# takes: ‹近期›，重点筛选  于‹近期›召开  将于‹近日›召开  ‹近期›要开展; not: 近期目标  近期以来
SOON = form("clause_start 近期 (?: 内 | (?= [，,] | 将 | 要 | 拟 | doing)) | (?<= [在于]) (?: 近日 | 近期) 内?")
# takes: ‹元旦春节期间›值班  ‹“七一”前后›，  ‹本学期末前›  ‹今年秋季开学起›; not: 春节  国庆前期工作  春节前往  开学典礼
FESTIVAL = form("(?: feasts | side_of_term) (?: 期间 | 前夕 | 前后 | 前 several | side_of_feast)")
# takes: 在‹节前›开展  ‹汛期›，  ‹暑期›要; not: 汛期安全  环节前移  汛前准备工作
SEASON_TIME = form("(?: clause_start | (?<= [在于])) (?: side_of_season | season) (?= season_does)")
# takes: ‹农历五月初五前›完成  腊月二十三前  正月初七后; not: 五月初  农历新年
LUNAR = form("(?: lunar_month lunar_day? | [正冬腊]月 lunar_day) (?: (?P<before> before) | (?P<after> after))?")
# takes: ‹第二周›召开  ，‹第十周›，  ‹本学期开学第三周›开始; not: 第二周年  学习第二周期
WEEK = form(
    "(?: clause_start | (?<= [于在]) | of_term | 开学) 第 (?: [一二三四五六七八九十]{1,3} | two) 周 (?! [年岁期])"
)
