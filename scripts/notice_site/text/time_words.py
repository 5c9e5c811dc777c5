"""The words of the grammar of time: years, months and days, lengths, and what stands around them.

A word is a regular expression in which the names of words above it may stand. Above each that looks around itself
stand texts that it takes and texts that it does not take. `form` writes the rules of `time_grammar` in these names.
"""

from __future__ import annotations

import re
from functools import cache

RELATIVE_YEARS = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1}
YEARS_FROM_LAST = {"前一年": -1, "上一年": -1, "同年": 0, "当年": 0, "次年": 1, "翌年": 1, "第二年": 1}
"""Years counted from the one that the text named last, not from that of the document."""
WITHIN_YEAR = "年内"  # with no word for the year: this one
WHOLE_YEAR = "全年"
RELATIVE_MONTHS = {"上月": -1, "上个月": -1, "本月": 0, "下月": 1, "下个月": 1}
RELATIVE_WEEKS = {"上周": -1, "本周": 0, "下周": 1}
THIS_MONTH = "月"  # 月底前 without a word for the month: this one
TODAY = "即日"

PLANS = {"七五": 1986, "八五": 1991, "九五": 1996, "十五": 2001} | {
    f"十{number}五": 2006 + 5 * place for place, number in enumerate("一二三四五")
}
"""The first year of each plan of five years; 十五 is one only between quotation marks."""

WORDS = {
    "han": "[\u4e00-\u9fff]",
    "number": r"(?: [0-9０-９]{1,2} | [廿卅] [一二三四五六七八九]? | [一二三四五六七八九十]{1,3})",
    "count": r"(?: \d{1,3} | [一二两三四五六七八九十]+)",
    "to": "[-－—―–~～至到、]",
    "dash": "[-－—―–~～至到]{1,2}",
    "clause_start": r"(?: ^ | (?<= [，,。；;：:、！？\s（(“”]))",
    # --- the parts of the calendar -----------------------------------------------------------------------------------
    "four_digits": r"(?: [12１２]\s?\d\s?\d\s?\d | [一二][零〇○OoＯ０0一二三四五六七八九]{3})",
    # takes: ‹2014年›3月  二〇一四年  今年  次年  ‹前一年的›8月15日  ‹当年›下达
    # not: 12014年  〇二〇一四年  每年  当年的
    "year": rf"""(?: (?P<year> (?<! [\d一二三四五六七八九〇○]) four_digits) 年
        | (?P<year_word> {"|".join([*RELATIVE_YEARS, *YEARS_FROM_LAST])}) (?: 的 (?= number 月))?)""",
    # takes: 14年; not: 114年  1.14年
    "short_year": r"(?: (?P<short_year> (?<! [\d.．]) \d\d) 年)",
    # takes: 3月  4至6月  1.‹3月›; not: 第3月  近三月  一月一主题  上一月  共2.3月
    "months": r"""(?: (?P<month> (?: (?<! [\d.．第前后近半数几个满零一二三四五六七八九十百])
            | (?<= ^\d[.．]) | (?<= \s\d[.．]) | (?<= ^\d\d[.．])) number)
        (?: to (?P<month_to> number))? (?<! [上下每]一) 月)""",
    "month_word": f"(?P<month_word> {'|'.join(RELATIVE_MONTHS)})",
    # takes: 革命  均  度  ‹一›主题; not: 一日  份  底
    "no_month": "(?: 革命 | 度 | 均 | 薪 | 经 | 饼 | 租 | 刊 | 饷 | 一 (?! [日号至到] | number [日号]))",
    # takes: 份; not: 份额  份量
    "of_month": "(?: 份 (?! 额 | 量))",
    # takes: 上旬  上中旬  中、下旬; not: 旬  上、下半月
    "xun": "(?: (?P<xun> 上、?中 | 中、?下 | [上中下]) 旬)",
    # takes: ‹初›，  ‹初›召开; not: 初步  初审  初中
    "early": "(?: 初 (?! 步 | 审 | 稿 | 选 | 试 | 中 | 级 | 期 | 始 | 次))",
    # takes: ‹中›，  ‹中›前; not: 中国  中旬
    "middle": "(?: 中 (?= [，,。；;、）)至到前后左以之] | $))",
    "side": "(?P<side> early | [底末] | middle)",
    "weekday": "(?: 星期 [一二三四五六日天])",
    # takes: 18日  5-8日  二十三日（周五）  3日星期三; not: 18天  日
    "days": r"""(?: (?P<day> number) (?: to (?P<day_to> number))? [日号]
        (?: [（(] (?: (?: 星期 | 周 | 礼拜) [一二三四五六日天] | 农历) [^（）()]{0,8} [）)] | weekday)?)""",
    "o_clock": r"""(?: \d{1,2} [:：] \d\d 分?
        | (?: \d{1,2} | [一二三四五六七八九十]{1,3}) [时点] (?: \d{1,2}分 | 半 | 整 | [一三]刻)?)""",
    "clock": """(?: 凌晨 | 清晨 | 早上 | 早晨 | 上午 | 中午 | 下午 | 傍晚 | 晚上 | 晚间 | 夜间 | 晚)?
        (?: (?: 北京时间)? o_clock (?: to o_clock)? | 下班)?""",
    # takes: 的第二周  第一个星期五  最后一周; not: ‹第二周›年  第六周
    "week_of_month": "(?: 的? (?: 第 [一二三四五] | 最后 一?) 个? (?: 周 (?!年) | 星期) [一二三四五六日天]?)",
    # takes: 今年3月份  5月上中旬  9月第二周; not: 3个月  近三月  十月革命
    "month_named": """(?: year | short_year)? (?: months | month_word) (?! no_month) of_month?
        (?: xun | side | days clock | week_of_month)?""",
    "no_month_before": r"(?<! [\d一二三四五六七八九十本上下每当各个季])",
    "no_week": "[期边围年密岁知转刊]",
    "date_in_brackets": r"(?: [（(] \d{1,2}月\d{1,2}日 [）)])",
    "two": r"\d{1,2}",
    "day_number": r"(?: \d{1,2}[日号])",
    # In front of digits with points: part of an address or of a longer number.
    "no_address": r"(?<! [0-9A-Za-z./\-])",
    "ends_address": r"(?! [0-9A-Za-z/] | [.．]\d | -\d{1,2} (?!\d))",
    "no_number": r"(?<! [\d.．第\-/A-Za-z])",
    "seconds": r"(?: \d{1,2} [:：] \d\d (?: [:：] \d\d)?)",
    "half_year": "(?: (?P<half> [上下]) 半年)",
    # takes: 第三季度  二、三季度  第1至2季度; not: 四个季度  第五季度  前三季度
    "quarters": "(?: (?<!前) 第? (?P<quarter> [一二三四1-4]) (?: to 第? (?P<quarter_to> [一二三四1-4]))? 季度)",
    # takes: ‹年›底前  到‹年›底  ——‹年›底  ―‹年›底; not: 每年底召开  学年
    "this_year": "(?: 年 (?= [底末终] (?: 以前 | 之前 | 前 | 完成 | 建成 | 实现)) | (?<= [到至—―-]) 年 (?= [底末终]))",
    # takes: 底  年‹终›  ‹初›，; not: 终  初步  底期  末次  年终奖
    "side_of_year": "(?: (?P<year_side> early | [底末] | (?<=年) 终 | middle) (?! 期 | 始 | 级 | 次 | 点 | 奖))",
    # takes: 度  版  223号  第3期  第十二届; not: 3月  底
    "no_year": r"(?: 度 | 级 | 版 | 第? \d+ [号期届] | 第 [一二三四五六七八九十]+ [期届])",
    # takes: “十二五”  十三五; not: 十五  十六五
    "plan": rf"(?: [“\"] (?P<plan> {'|'.join(PLANS)}) [”\"] | (?P<bare_plan> [八九]五 | 十[一二三四五]五))",
    # The same in few words, for those who only ask whether a time stands here.
    "plain_month": r"(?: (?: (?: \d{4} | 今) 年)? \d{1,2} 月份? (?: \d{1,2} [日号])? (?: [上中下]旬 | [初底中末])?)",
    "plain_day": r"(?: \d{1,2} 月 \d{1,2} [日号])",
    "point_day": r"(?: (?: 0?[1-9] | 1[0-2]) [.．] (?: 3[01] | [12]\d | 0?[1-9]))",
    "western_year": r"(?: (?:19|20)\d\d)",
    "point_month": "(?: western_year [.．] (?: 1[0-2] | 0?[1-9]))",
    # takes: ‹亿›元  %  节; not: 召开  前
    "measured": r"(?: \s* (?: [\d.．%％‰] | [万亿千百元倍个节章条款项米公吨度岁分级版次人号页年秒℃]))",
    # --- what says how a part is meant -------------------------------------------------------------------------------
    "several": r"(?: [\d一二两三四五六七八九十]+ (?: 个 | 天 | 日 | 周 | 月 | 年 | 季 | 名 | 位))",
    # takes: 以前  之前  前  ‹前›进入  ‹前›半年; not: 前往兰考  前期工作  前3个月  前两名  前后  前半月
    "before": "(?: 以前 | 之前 | 前 (?! [往来去期夕后几] | 半 (?!年) | several))",
    # takes: 以后  之后  过后  ‹后›召开  ‹后›进入; not: 后续工作  后半月  后进班子  后3天
    "after": "(?: 以后 | 之后 | 过后 | 后 (?! [期续勤备段半果来台盾顾面几] | 进 (?![入行]) | several))",
    "since": "(?: 以来 | 至今 | 迄今)",
    # takes: 起  ‹起›降低税率  之日起  开始  始; not: 起草  起义  始终
    "from": "(?: (?: 之日)? (?: 起 (?! [草诉点步初来床源飞义因火]) | 开始 | 始 (?!终)))",
    # takes: 期间  间  内  ‹中›，; not: 间隔  内部  中国
    "inside": "(?: 期间 | 间 (?! 隔 | 接) | 内 (?! [部容地外蒙]) | 中 (?= [，,。；;]))",
    "nearly": "(?: 左右 | 前后 | 上下)",
    # takes: 大约  约在  大致于; not: 约谈  大约有
    "about": "(?: (?: 大约 | 大概 | 大致 | 大体 | 约) (?: 在 | 于)? $)",
    # takes: 不迟于  不得超过  最迟应于  至迟须在  最迟不超过; not: 不早于  最迟的
    "not_later": """(?: (?: (?:最迟)? 不得? (?: 迟于 | 晚于 | 超过) | 最迟 | 最晚 | 至迟)
        (?: 应 | 应当 | 须 | 要)? (?: 在 | 于 | 到)? $)""",
    # takes: 不早于  不得早于; not: 早于  不晚于
    "not_earlier": "(?: 不得?早于 $)",
    # takes: 截至  截止到  延长至  延至  推迟到  到  至  截止日期为  截止时间：  完成时限：
    # not: 甚至  乃至  直至  截止日
    "up_to": """(?: (?: 截至 | 截止到? | (?: 截止 | 完成) (?: 日期 | 时间 | 时限) [为是:：]?
        | 延长?至 | 延期至 | 推迟[到至] | 到 | (?<! [甚乃以直及]) 至) $)""",
    # takes: 完成  基本建成  全部到位  报送  ‹报›市委  ‹交›办公室  ‹送›省厅; not: 召开  报告  报名  交流  送别  组织参加
    "due": """(?: [^，,。；;]{0,2} (?: 完成 | 结束 | 实现 | 建成 | 到位 | 办结 | 告一段落 | 竣工 | 投产 | 投用 | 通车
        | 报送 | 上报 | 提交 | 递交
        | 报 (?! [告名纸刊]) | 交 (?! [流通往谈]) | 送 (?! [学别])))""",
    # --- how often, how long -----------------------------------------------------------------------------------------
    "turn": """(?: 天 | 日 | 周 | 个?星期 | 个?月 | 旬 | 个?季度 | 季 (?!节) | 学期 | 学年 | 年 | 个工作日)""",
    # What makes 每年 no turn. takes: ‹的›考核  度  新闻  “晨会”内容; not: 的3月  的一月  底
    "no_turn": r"""(?: (?<! 学[年期]) 的 (?! [\d一二三四五六七八九十年]) | 度 | 级 | 刊 | 新闻 | 电讯 | 经济 | 包括
        | “ [^“”]{1,8} ” han{0,4} (?: 内容 | 机制 | 清单))""",
    # takes: 五至六  ‹五›，  ‹一›上午; not: 五个  一次
    "weekday_of_turn": r"""(?: [一二三四五六日] (?: [至到—-] (?: 周 | 星期)? [一二三四五六日天]
        | (?= [上下晚，,。、；;召组集是前早中举进] | 开[展会])))""",
    # takes: 年底  末  第四季度  上旬  20日  最后一个星期五  第一个工作日  ‹五›，; not: 补助  ‹第二周›年
    "point_of_turn": r"""(?: [年月]? [初底末终] 月? day_number? | 第? [一二三四] 季度 | [上中下]旬 | day_number
        | (?: 第 [一二三四五\d] | 最后 一?) 个? (?: (?: 周 (?!年) | 星期) [一二三四五六日天]? | 工作日 | 月)
        | weekday_of_turn)""",
    "no_fixed": "(?<! [规法约限指特确既固不议否判])",
    "no_year_before": r"(?<! [\d〇○一二三四五六七八九今去明本上每整全近末])",
    "year_of_turn": "(?: 学年 | 学期 | 年) (?: [（(] (?: 学年 | 学期 | 年) [）)])?",
    "of_side": "[的以之前后至到奖期]",
    # takes: ，年终‹›考评; not: ，年终奖
    "side_in_list": "(?: (?<= [，,。；;][年期][初终末]) (?! 奖 | 加薪))",
    "side_does": "[，,有由向对以围采制作公签组开报按根进确与结]",
    # In front of a length: not 近|3年, 第|3天, 1.|3天.
    "no_count_before": r"(?<! [近前去第\d]) (?<! \d [.．])",
    "no_year_or_count_before": r"(?<! [近前去第\d一二三四五六七八九十〇○月年]) (?<! \d [.．])",
    "at_least": "(?: 不得?少于 | 不得?低于 | 不得?超过 | 不能超过 | 至少 | 至多 | 最多 | 最长)",
    "counted_from": "(?: [自从在] [^，,。；;自从在]{2,12} 之日起)",
    # What makes it no length of time to come. takes: 的  （含）的  部  容; not: 完成  ，
    "of_within": "(?: (?: [（(]含[）)])? 的 | 部 | 外 | 容 | 地)",
    "issue": "(?: 发布 | 印发 | 下发 | 公布 | 颁布 | 发文 | 签发)",
    "unit": """(?: 个?工作日 | 日历天 | 天 | 日 | 周 (?! 岁 | 年) | 个?星期 | 个月 | 季度 | 个?学期 | 个?学年 | 年
        | 个?小时)""",
    # A decimal stands after a word: 控制在2.5小时; in 1.3个工作日内 at the head of a line, 1. may number an item.
    "decimal": r"(?: \d{1,2} [.．] \d)",
    # takes: 3天  两个月  3多年  ‹两年半›  半年  半个月  控制在‹2.5小时›  5至7天; not: 1.3.5小时  半天  几年
    "length": """(?: count (?: [-－—~～至到] count)? [多余]? unit 半?
        | (?<= han) decimal (?: [-－—~～至到] decimal)? unit | 半年 | 半个月)""",
    "limit": """(?: 不少于 | 不低于 | 不短于 | 不超过 | 不得超过 | 不能超过 | 不得少于 | 不得低于 | 不多于 | 不长于
        | 至少 | 至多 | 最多 | 最少 | 最长 | 最短 | 控制在 | 为期 | 为 | 达)""",
    "hedge": "(?: 一般 | 原则上 | 大体 | 累计 | 集中 | 均 | 各 | 应 | 应当 | 要)",
    "term": """(?: (?: 试用 | 公示 | 有效 | 任 | 聘 | 聘用 | 服务 | 整改 | 挂职 | 锻炼 | 处分 | 宽限 | 过渡 | 保存
        | 保管 | 申报 | 报名 | 考察 | 预告 | 培训 | 考核 | 工) 期)""",
    "measure": "(?: 时间 | 时长 | 时限 | 期限 | 为期 | 周期 | term)",
    # --- what the calendar does not place ----------------------------------------------------------------------------
    "doing": "(?: 召开 | 开展 | 组织 | 举行 | 举办 | 出台 | 下发 | 印发 | 发布 | 部署 | 启动 | 报送)",
    # takes: 近日  日前  前不久; not: 近日内  10 日前
    "lately": r"(?: 近日 (?!内) | (?<! [\d一二三四五六七八九十] \s) 日前 | 前不久 | 不久前)",
    "body_does": "han{2,20} (?: 印发 | 召开 | 出台 | 发布 | 下发 | 举行 | 查处 | 通报)",
    # Behind 近期. takes: ，我市接连  ，市纪委查处了  ，火灾事故呈多发趋势; not: ，重点筛选  ，要防范事故呈多发趋势
    "has_happened": """(?: [，,]? [^，,。；;]{0,8} (?: 发生 | 出现 | 接连 | 连续)
        | [，,]? [^，,。；;要应须]{2,20} (?: 了 (?!解) | 呈 han{1,8} [趋态]势 | 频发 | 时有发生))""",
    "season": "(?: 主?汛期 | 防火期 | 春耕 | 秋收 | 三夏 | 暑期 | 今冬明春)",
    "side_of_season": "(?: [节汛] (?: (?P<before> 前) | (?P<after> 后)))",
    "season_does": "(?: 内? [，,] | [要应须将] | 实行 | 坚持 | 严格 | 完成 | doing)",
    # takes: 前  以前  之后  起; not: 前期  后续  后两周  起点
    "side_of_feast": """(?: (?P<before> [之以]? 前 (?! [期往来去])) | (?P<after> [之以]? 后 (?! [续期勤备] | several))
        | (?P<from> 起 (?! [点来草])))""",
    "feast": """(?: season | 元旦 | 春节 | 元宵节? | 清明节? | 五一 | 五四 | 端午节? | 七一 | 八一 | 中秋节?
        | 国庆节? | 十一 | 两节 | 双节 | 两会 | 重阳节? | 教师节 | 寒暑?假 | 暑假 | 节假日 | 小长假)""",
    # takes: 春节  元旦、春节  “五一”  今年春节  2014年国庆节; not: 第十一  过节
    "feasts": r"""(?: (?: (?: (?<! \d) \d{4} 年 [至到及和、—-])? (?: (?<! \d) \d{4} | [今明去]) 年)?
        (?<! [\d一二三四五六七八九十第“]) [“"]? feast (?: [”"]? [、和及]? [“"]? feast)* [”"]?
        (?: 节日 | 假期 | 长假 | 小长假)? (?: 结束 | 到来 | 来临)?)""",
    # takes: 开学  本学期开学  学期结束  2014年春季学期开学  学期末; not: 结束  末  学期
    "side_of_term": """(?: (?: (?: four_digits | [今明]) 年)? (?: [春秋]季)? (?: [新本下上]? 学期)?
        (?: 开学 | (?<= 学期) (?: 结束 | 末)))""",
    # takes: 初五  十五  廿三日  三十; not: 五  初
    "lunar_day": "(?: (?: 初 [一二三四五六七八九十] | 二? [十廿] [一二三四五六七八九]? | 三十) 日?)",
    "within_year_opens": "(?: ^ | (?<= [，,。；;：:、在于保争要应须]))",
    "no_years": r"(?<! [学几多半近当每今明\d〇一二两三四五六七八九十百])",
    "lunar_month": "(?: (?: 农历 | 阴历 | 旧历) [正冬腊一二三四五六七八九十]{1,2}月)",
    "of_term": "(?: (?: [本下上新] | 第[一二三])? 学期 (?: 开学)? 的?)",
}  # fmt: skip
"""The words by name."""

# The name of a word in a rule.
# takes: year  ‹before›?  (?: ‹this_year›; not: \d  P<year>  A-Za-z  P=sign
_NAME = re.compile(r"(?<! [\\<=A-Za-z_0-9]) [a-z] [a-z_]+", re.VERBOSE)


@cache
def _word(name: str) -> str:
    return written(WORDS[name])


def written(rule: str) -> str:
    """The rule as a regular expression without white space, to stand in another.

    >>> written("western_year 年")
    '(?:(?:19|20)\\\\d\\\\d)年'
    """
    return "".join(_NAME.sub(lambda match: _word(match[0]), rule).split())


def form(rule: str) -> re.Pattern[str]:
    """A regular expression that is written with the names of words; white space divides them and stands for nothing.

    >>> bool(form("year? months side? before").fullmatch("今年3月底前"))
    True
    """
    return re.compile(written(rule))
