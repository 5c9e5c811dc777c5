"""Which words are an expression of time, what they come to, and which words only look like one."""

from __future__ import annotations

import random

import pytest

from notice_site.text.tenses import Tense
from notice_site.text.time_expressions import time_expressions
from notice_site.text.time_readings import TimeFrame, resolve_dates

FRAME = TimeFrame("2014-03-20", "成文日期")

# text -> wording, shape, start..end, precision, year; several are divided by ；
FOUND = {
    "3月9日，总书记指出": "3月9日 at 2014-03-09..2014-03-09 day inferred",
    "3月17日至18日，总书记调研": "3月17日至18日 range 2014-03-17..2014-03-18 day inferred",
    "3月17至18日": "3月17至18日 at 2014-03-17..2014-03-18 day inferred",
    "二〇一四年四月上中旬": "二〇一四年四月上中旬 at 2014-04-01..2014-04-20 xun stated",
    "二0一四年三月": "二0一四年三月 at 2014-03..2014-03 month stated",
    "4月底前完成": "4月底前 before ..2014-04-30 month inferred",
    "六月底前备案": "六月底前 before ..2014-06-30 month inferred",
    "于3月31日前报送": "3月31日前 before ..2014-03-31 day inferred",
    "11月5日（星期五）前": "11月5日（星期五）前 before ..2014-11-05 day inferred",
    "9月前完成": "9月前 before ..2014-08-31 month inferred",
    "5月下旬前完成": "5月下旬前 before ..2014-05-20 xun inferred",
    "6月上旬前完成": "6月上旬前 before ..2014-05-31 xun inferred",
    "2020年前建成": "2020年前 before ..2019-12-31 year stated",
    "年底前完成": "年底前 before ..2014-12-31 year inferred",
    "2020年年底前": "2020年年底前 before ..2020-12-31 year stated",
    "本月底前完成": "本月底前 before ..2014-03-31 month inferred",
    "5月中旬左右完成": "5月中旬左右 due 2014-05-11..2014-05-20 xun inferred",
    "4月底召开": "4月底 at 2014-04-21..2014-04-30 xun inferred",
    "5月下旬以后召开": "5月下旬以后 after 2014-05-21.. xun inferred",
    "不早于5月1日": "不早于5月1日 after 2014-05-01.. day inferred",
    "截至3月底": "截至3月底 until ..2014-03-31 month inferred",
    "最迟应于4月10日": "最迟应于4月10日 until ..2014-04-10 day inferred",
    "到2020年，基本建成": "到2020年 until ..2020-12-31 year stated",
    "自2019年1月1日起施行": "2019年1月1日起 from 2019-01-01.. day stated",
    "自即日起施行": "即日起 from 2014-03-20.. day inferred",
    "2009年8月以来": "2009年8月以来 since 2009-08.. month stated",
    "从今年3月开始,至9月基本完成": "今年3月开始,至9月 range 2014-03..2014-09 month inferred",
    "从2014年2月下旬开始，到9月底基本结束": "2014年2月下旬开始，到9月底 range 2014-02-21..2014-09-30 xun stated",
    "1997年4―6月": "1997年4―6月 at 1997-04..1997-06 month stated",
    "1997年10月――1998年2月": "1997年10月――1998年2月 range 1997-10..1998-02 month stated",
    "11月至次年2月": "11月至次年2月 range 2014-11..2015-02 month inferred",
    "6月下旬至7月": "6月下旬至7月 range 2014-06-21..2014-07 month inferred",
    "2017年9月25日-10月8日": "2017年9月25日-10月8日 range 2017-09-25..2017-10-08 day stated",
    "2014.3.1-2014.4.1": "2014.3.1-2014.4.1 range 2014-03-01..2014-04-01 day stated",
    "项目年内投产": "年内 due 2014..2014 year inferred",
    "12月底全面竣工": "12月底 due ..2014-12-31 month inferred",
    "二〇一四年三月廿九日": "二〇一四年三月廿九日 at 2014-03-29..2014-03-29 day stated",
    "今年上半年完成": "今年上半年 due 2014-01..2014-06 month inferred",
    "第三季度完成": "第三季度 due 2014-07..2014-09 month inferred",
    "3月5日、8日召开": "3月5日 at 2014-03-05..2014-03-05 day inferred；8日 at 2014-03-08..2014-03-08 day inferred",
    "去年12月": "去年12月 at 2013-12..2013-12 month inferred",
    "4月15日前进入下一环节": "4月15日前 before ..2014-04-15 day inferred",
    "5月10日后进入第二环节": "5月10日后 after 2014-05-10.. day inferred",
    "4月1日起立即执行": "4月1日起 from 2014-04-01.. day inferred",
    "3月起草方案": "3月 at 2014-03..2014-03 month inferred",
    "3月5日前往兰考": "3月5日 at 2014-03-05..2014-03-05 day inferred",
    "力争在2015年实现": "2015年 due 2015..2015 year stated",
    "活动从今年2月开始，9月底基本结束": "今年2月开始，9月底 range 2014-02..2014-09-30 month inferred",
    "3月15日、4月15日前提交": ("3月15日 before ..2014-03-15 day inferred；4月15日前 before ..2014-04-15 day inferred"),
    "到今年底": "到今年底 until ..2014-12-31 year inferred",
    "每月最后一个星期五开展": "每月最后一个星期五 recurring .. None None",
    "每学期第二周报送": "每学期第二周 recurring .. None None",
    "在2.5个小时内完成": "2.5个小时内 duration .. None None",
    "每月5日、20日前": "每月5日、20日前 recurring .. None None",
    "每周联络员会议": "每周 recurring .. None None",
    "每年12月底前报告": "每年12月底前 recurring .. None None",
    "每月25日前": "每月25日前 recurring .. None None",
    "定期或不定期检查": "定期或不定期 recurring .. None None",
    "时间不少于3天": "时间不少于3天 duration .. None None",
    "大体安排8个月时间": "8个月时间 duration .. None None",
    "收到材料后15天内": "15天内 duration .. None None",
    "试用期一年": "试用期一年 duration .. None None",
    "本意见自印发之日起施行": "自印发之日起 from-issue .. None None",
    "2月30日前": "2月30日前 before .. day None",
    "2014年底前建成": "2014年底前 before ..2014-12-31 year stated",
    "第三季度前完成": "第三季度前 before ..2014-06-30 month inferred",
    "三季度末前完成": "三季度末前 before ..2014-09-30 month inferred",
    "请于月底前报送": "月底前 before ..2014-03-31 month inferred",
    "确保11月底实现联网": "11月底 due ..2014-11-30 month inferred",
    "9月29日中午12:00前报送": "9月29日中午12:00前 before ..2014-09-29 day inferred",
    "9月29日下午五点半前报送": "9月29日下午五点半前 before ..2014-09-29 day inferred",
    "9月29日下班前报送": "9月29日下班前 before ..2014-09-29 day inferred",
    "9月29日8:00-11:30召开": "9月29日8:00-11:30 at 2014-09-29..2014-09-29 day inferred",
    "放假（10.2-10.8）": "10.2-10.8 range 2014-10-02..2014-10-08 day inferred",
    "2014.10.2—10.8": "2014.10.2—10.8 range 2014-10-02..2014-10-08 day stated",
    "工期2014.3-2015.9": "2014.3-2015.9 range 2014-03..2015-09 month stated",
    "2014—2020年，建成": "2014—2020年 range 2014..2020 year stated",
    "2020年初步建成": "2020年 due 2020..2020 year stated",
    "5月3日内蒙古地震": "5月3日 at 2014-05-03..2014-05-03 day inferred",
    "10月1日（星期六，国庆节）至7日（星期五）放假": (
        "10月1日（星期六，国庆节）至7日（星期五） range 2014-10-01..2014-10-07 day inferred"
    ),
    "第二、三季度各检查一次": "第二、三季度 at 2014-04..2014-09 month inferred",
    "每季度末25日前报送": "每季度末25日前 recurring .. None None",
    "两会期间要加强值守": "两会期间 at .. None None",
    "２０１４年３月５日召开": "２０１４年３月５日 at 2014-03-05..2014-03-05 day stated",
    "14年5月召开": "14年5月 at 2014-05..2014-05 month stated",
    "1.5月底前完成": "5月底前 before ..2014-05-31 month inferred",
    "近日，省委印发了《意见》": "近日 recent ..2014-03-20 day inferred",
    "近期，重点筛选一批案件": "近期 soon 2014-03-20.. day inferred",
    "定于近日召开": "近日 soon 2014-03-20.. day inferred",
    "元旦、春节期间，要值班": "元旦、春节期间 at .. None None",
    "寒假前上报": "寒假前 before .. None None",
    "年初确定目标，年终考核": "年初 recurring .. None None；年终 recurring .. None None",
    "写进每学年的聘用合同": "每学年 recurring .. None None",
    "组织3—12个月就业见习": "3—12个月 duration .. None None",
    "在本意见印发之日起30日内出台": "在本意见印发之日起30日内 duration .. None None",
    "报名截止日期：4月15日": "截止日期：4月15日 until ..2014-04-15 day inferred",
    "报送材料的截止时间为2014年4月15日17时": "截止时间为2014年4月15日17时 until ..2014-04-15 day stated",
    "最迟不超过11月": "最迟不超过11月 until ..2014-11-30 month inferred",
    "第二阶段为2014年5月至年底": "2014年5月至年底 range 2014-05..2014-12 month stated",
    "下周一前报送": "下周一前 before ..2014-03-24 day inferred",
    "请于本周五下班前上报": "本周五下班前 before ..2014-03-21 day inferred",
    "下周内完成": "下周内 due 2014-03-24..2014-03-30 day inferred",
    "请于本周五（3月21日）下午5点前报送": "本周五（3月21日）下午5点前 before ..2014-03-21 day inferred",
    "2011年至2013年期间，任职": "2011年至2013年期间 range 2011..2013 year stated",
    "近期，市纪委查处了一批问题": "近期 recent ..2014-03-20 day inferred",
    "开学前一周，完成消杀": "开学前一周 at .. None None",
    "应在第二学期开学后两周内完成": "两周内 duration .. None None",
    "补考定于下学期第一周进行": "下学期第一周 at .. None None",
    "3月25日下午1:45分": "3月25日下午1:45分 at 2014-03-25..2014-03-25 day inferred",
    "本月，召开大会": "本月 at 2014-03..2014-03 month inferred",
    "本月开展自查": "本月 at 2014-03..2014-03 month inferred",
    "农历五月初五前完成": "农历五月初五前 before .. None None",
    "腊月二十三后": "腊月二十三后 after .. None None",
    "汛前完成隐患排查": "汛前 before .. None None",
    "汛期实行值班": "汛期 at .. None None",
    "要在节前开展检查": "节前 before .. None None",
    "明年春节前完成": "明年春节前 before .. None None",
    "今年秋季开学起实施": "今年秋季开学起 from .. None None",
    "2014年春季学期开学前": "2014年春季学期开学前 before .. None None",
    "寒假结束前": "寒假结束前 before .. None None",
    "今冬明春开展": "今冬明春 at .. None None",
    "学期开学第八周开始": "学期开学第八周 at .. None None",
    "每周一至周五开放": "每周一至周五 recurring .. None None",
    "每周一是升旗仪式": "每周一 recurring .. None None",
    "力争今年年内推出": "今年年内 at 2014..2014 year inferred",
    "（二）“九五”期间，安排": "“九五”期间 range 1996..2000 year stated",
    "次年1月完成": "次年1月 due .. month None",
    "全年；寒假前": "全年 at 2014-01-01..2014-12-31 year inferred；寒假前 before .. None None",
}

NOTHING = (
    "《2014—2020年规划》",
    "国发〔2014〕41号",
    "国务院一九八〇年223号文件",
    "对照2010年调查结果",
    "申办2009年第二十四届运动会",
    "2021年度继续教育",
    "认真做好今年各项工作",
    "十月革命",
    "近三年考核",
    "三个月来",
    "前三月",
    "党的十八大以来",
    "每个单位",
    "每月1000元的标准",
    "每位党员年初的工作",
    "写进每年的聘用合同",
    "制定“每月重点工作清单、每周工作清单”",
    "定期或即时沟通",
    "一月一主题",
    "关于中秋国庆期间值班情况",
    "对“两节”期间违纪的",
    "全年集中学习12次",
    "增长10.2-10.8%",
    "第3.1-3.5节",
    "投入10.2-10.8亿元",
    "近期目标",
    "上一月最后一日",
    "报送上月进展情况",
    "前三季度增长",
    "检查登记20日18户",
    "比例为3:1",
    "奖金、年终加薪",
    "项目\t1997年\t1998年",
    "在规定期限内",
    "不定期抽查",
    "有期徒刑10个月",
    "五年以内的人员",
    "年龄不超过70周岁",
    "任期不超过两届",
    "自企业登记的次月起",
    "http://a.cn/2014-03/09/t20140309_1.htm",
    "电话2014-3-12345",
    "13月5日",
    "“工作落实年”活动",
    "执行教育部当年下达的计划",
    "汛期安全工作",
    "关键环节前移",
    "本周边地区",
    "下周期",
    "农历新年",
    "举行开学典礼",
    "做好清明节期间森林防火工作的有关事项通告如下",
    "男，1965年8月出生，1986年7月参加工作，1990年6月入党",
)


def spoken(text: str) -> str:
    said = []
    for e in time_expressions(text):
        dates = resolve_dates(e, FRAME, tense=Tense.PLANNED)
        bounds = f"{dates.start or ''}..{dates.end or ''}"
        said.append(f"{text[e.start : e.end]} {e.shape.value} {bounds} {dates.precision} {dates.year}")
    return "；".join(said)


@pytest.mark.parametrize(("text", "expected"), FOUND.items(), ids=FOUND)
def test_words_that_say_when(text: str, expected: str) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_do_not_say_when(text: str) -> None:
    assert spoken(text) == ""


def test_left_and_right_of_a_time_make_it_approximate() -> None:
    for text in ("5月中旬左右", "7月1日前后", "大约在5月", "约3月5日"):
        assert [e.approximate for e in time_expressions(text)] == [True], text
    assert [e.approximate for e in time_expressions("5月中旬")] == [False]


def test_any_mixture_of_such_words_gives_spans_in_order_without_overlap() -> None:
    chance = random.Random(20140309)
    words = [*FOUND, *NOTHING, *"，。、至前后起每年月日3十底（）"]
    for _ in range(400):
        text = "".join(chance.choices(words, k=chance.randrange(1, 12)))
        end = 0
        for e in time_expressions(text):
            assert end <= e.start < e.end <= len(text), text
            assert (e.first is None) == (e.last is None), text
            resolve_dates(e, FRAME)
            end = e.end
