"""Which numbers a duty demands, and which only describe."""

from __future__ import annotations

import pytest

from notice_site.text.quantities import quantities

DEMANDED = {
    "至少学习5次以上": [(5, "次", "≥")],
    "时间不少于3天": [(3, "天", "≥")],
    "集中教育时间一般不少于3个月": [(3, "个月", "≥")],
    "筛选10个左右活动组织不力的单位": [(10, "个", "≈")],
    "大体安排8个月时间": [(8, "个月", "≈")],
    "预算1,000元以内": [(1000, "元", "≤")],
    "不少于5万人": [(50000, "人", "≥")],
    "时间为三天半": [(3.5, "天", "=")],
    "至少2.5厘米的页边距": [(2.5, "厘米", "≥")],
    "收费不高于承担责任的0.5%": [(0.5, "%", "≤")],
    "达到50%左右": [(50, "%", "≈")],
    "总动力超过10亿千瓦": [(10, "亿千瓦", ">")],
    "种植、收获机械化率分别达到65%和55%": [(65, "%", "≥"), (55, "%", "≥")],
    "按应缴保险费50%的标准确定": [(50, "%", "=")],
    "必须是一个单独的文件": [(1, "个", "=")],
    "可返还上年度保险费的50%": [(50, "%", "=")],
    "支撑材料（不超过20MB）": [(20, "MB", "≤")],
    "任选一题": [(1, "题", "=")],
    "试用期一年": [(1, "年", "=")],
    "抓几个反面典型": [(None, "个", "几个")],
    "开展一次群众评价": [(1, "次", "=")],
    "各选择一个县": [(1, "个", "=")],
    "至少剖析一个县、核查一个乡": [(1, "个", "≥"), (1, "个", "≥")],
    "建立每周联络员会议制度": [(1, "次/周", "=")],
    "每月集中学习不少于2天": [(2, "天/月", "≥")],
    "每两个月召开3次": [(3, "次/两个月", "=")],
    "每3个月召开1次": [(1, "次/3个月", "=")],
    "每一年召开3次": [(3, "次/年", "=")],
    "每六年召开1次": [(1, "次/六年", "=")],
    "每半年学习2天": [(2, "天/半年", "=")],
    "召开3次，每两个月": [(3, "次", "="), (1, "次/两个月", "=")],
    "召开3次每两年": [(3, "次/两年", "=")],
    "在收到材料后15天内完成": [(15, "天", "≤")],
    "参会人员不得超过30人": [(30, "人", "≤")],
    "撰写3至5篇心得": [(3, "篇", "≥"), (5, "篇", "≤")],
    "到会率不低于95%": [(95, "%", "≥")],
    "公示时间为七天": [(7, "天", "=")],
    "写一份1500字左右的演讲稿": [(1, "份", "="), (1500, "字", "≈")],
}


@pytest.mark.parametrize(("text", "expected"), DEMANDED.items(), ids=DEMANDED.keys())
def test_a_number_that_is_demanded(text: str, expected: list[tuple[float | None, str, str]]) -> None:
    assert [(amount.number, amount.unit, amount.comparator) for amount in quantities(text)] == expected


DESCRIBED = {
    "a list that exists": "对照方案提出的10个普遍性问题",
    "a slogan": "落实“八个专项整治”",
    "what the notice itself counts": "抓好四个环节，把握三个方面",
    "a figure of speech": "对作风之弊来一次大排查、大检修、大扫除",
    "what happens to people": "使党员干部普遍受到一次深刻的教育",
    "a condition": "从事有偿家教2起以上的，予以通报批评",
    "a date": "2014年4月底前完成，5月11日报送",
    "a day of the week": "每周一组织学习",
    "an ordinal": "落实第一责任人的责任，做好第二批活动",
    "a chief": "约谈一把手",
    "an idiom": "推动工作上一个新台阶，办一切事业都要节俭",
    "each year's contract": "写进每学年的聘用合同",
    "reached by word": "传达到12名代表所在单位",
}


@pytest.mark.parametrize("text", DESCRIBED.values(), ids=DESCRIBED.keys())
def test_a_number_that_only_describes(text: str) -> None:
    assert quantities(text) == ()


def test_the_wording_is_the_clause_and_what_it_measures() -> None:
    (amount,) = quantities("各级一把手，要带头蹲点调研，时间不少于3天，解决问题")
    assert amount.wording == "要带头蹲点调研，时间不少于3天"


def test_the_wording_of_a_measure_that_opens_the_text_is_the_clause() -> None:
    wordings = [amount.wording for amount in quantities("时间不少于3天，人数不少于10名")]
    assert wordings == ["时间不少于3天", "时间不少于3天，人数不少于10名"]


def test_amounts_that_share_a_clause_have_a_wording_each() -> None:
    assert [amount.wording for amount in quantities("至少开展1次讨论、上1次党课")] == ["至少开展1次讨论", "上1次党课"]


# wording -> what it demands, as comparator, number and unit; "" where it demands nothing
TABLE = """
至少3次 ≥3次
不少于3次 ≥3次
不低于3次 ≥3次
不得少于3次 ≥3次
不得低于3次 ≥3次
最少3次 ≥3次
起码3次 ≥3次
不小于3次 ≥3次
达到3次 ≥3次
传达到3次
下达到3次
3次以上 ≥3次
3次及以上 ≥3次
3次或以上 ≥3次
不超过3次 ≤3次
不得超过3次 ≤3次
不多于3次 ≤3次
不得多于3次 ≤3次
最多3次 ≤3次
至多3次 ≤3次
不高于3次 ≤3次
控制在3次 ≤3次
3次内 ≤3次
3次之内 ≤3次
3次以内 ≤3次
3次以下 ≤3次
3次及以下 ≤3次
3次或以下 ≤3次
大体3次 ≈3次
大体安排3次 ≈3次
大约3次 ≈3次
约3次 ≈3次
约谈3次
约束3次
大致3次 ≈3次
3次左右 ≈3次
3次上下 ≈3次
3次前后 ≈3次
至少3人次 ≥3人次
至少3个工作日 ≥3个工作日
至少3个月 ≥3个月
至少3个小时 ≥3个小时
至少3个学时 ≥3个学时
至少3个课时 ≥3个课时
至少3个百分点 ≥3个百分点
至少3天 ≥3天
至少3周岁 ≥3周岁
至少3岁 ≥3岁
至少3周 ≥3周
至少3周期
至少3周边
至少3周年
至少3周密
至少3年 ≥3年
至少3年级
至少3年度
至少3年轻
至少3年龄
至少3年会
至少2014年
至少3小时 ≥3小时
至少3学时 ≥3学时
至少3课时 ≥3课时
至少3学分 ≥3学分
至少3分钟 ≥3分钟
至少3篇 ≥3篇
至少3份 ≥3份
至少3名 ≥3名
至少3人 ≥3人
至少3人均
至少3人员
至少3人民
至少3人才
至少3项 ≥3项
至少3条 ≥3条
至少3件 ≥3件
至少3家 ≥3家
至少3户 ≥3户
至少3场 ≥3场
至少3期 ≥3期
至少3堂 ≥3堂
至少3节 ≥3节
至少3遍 ≥3遍
至少3轮 ≥3轮
至少3批次 ≥3批次
至少3本 ≥3本
至少3部 ≥3部
至少3册 ≥3册
至少3字 ≥3字
至少3万字 ≥3万字
至少3字号
至少3字样
至少3张 ≥3张
至少3幅 ≥3幅
至少3元 ≥3元
至少3万元 ≥3万元
至少3亿元 ≥3亿元
3日内 ≤3日
3日之内 ≤3日
3日以内 ≤3日
至少3日
至少3% ≥3%
至少3％ ≥3％
至少3.5分钟 ≥3.5分钟
至少十二次 ≥12次
召开3次 =3次
开展3次 =3次
进行3次 =3次
组织3次 =3次
举行3次 =3次
举办3次 =3次
撰写3篇 =3篇
写3篇 =3篇
写出3篇 =3篇
上3篇 =3篇
上报3篇 =3篇
看3次 =3次
讲3次 =3次
办3次 =3次
听3次 =3次
交流3次 =3次
学习3次 =3次
选择3个 =3个
选派3个 =3个
选取3个 =3个
建立3个 =3个
确定3个 =3个
联系3个 =3个
帮扶3个 =3个
走访3户 =3户
剖析3个 =3个
核查3个 =3个
抽查3个 =3个
检查3个 =3个
抓3个 =3个
抓好3个 =3个
解决3件 =3件
列出3条 =3条
提出3条 =3条
查找3条 =3条
征求3条 =3条
推荐3个 =3个
评选3个 =3个
设立3个 =3个
安排3个 =3个
筛选3个 =3个
公示3天 =3天
观看3次 =3次
参加3次 =3次
培育3个 =3个
打造3个 =3个
签订3份 =3份
提交3份 =3份
完成3篇 =3篇
时间为3天 =3天
时间是3天 =3天
期限为3天 =3天
期限是3天 =3天
召开了3次 =3次
各召开3次 =3次
召开各3次 =3次
召开再3次 =3次
开展集中3次 =3次
解决出3个 =3个
组织的3个
对照3个
抓好3个环节
抓好3个方面
抓好3个重点
抓好3个结合
抓好3个原则
抓好3个关系
抓好3个阶段
抓好3个步骤
完成3个台阶
抓好3个层面
抓好3个关键
抓好3个问题
抓好3个专项
抓好3个意识
抓好3个作用
完成3个到位
完成3个确保
完成3个高潮
抓好3个甲乙丙丁问题
抓好3个甲乙丙丁戊问题 =3个
每年召开3次 =3次/年
每学年召开3次 =3次/学年
每学期召开3次 =3次/学期
每季度召开3次 =3次/季度
每月召开3次 =3次/月
每周召开3次 =3次/周
每星期召开3次 =3次/星期
每天召开3次 =3次/天
每日召开3次 =3次/日
每半年召开3次 =3次/半年
每个月召开3次 =3次/月
每季度例会 =1次/季度
每周一例会
每星期二例会
每年的例会
第3次
第三次
取得3次以上的
“召开3次”
《召开3次》
（召开3次）
(召开3次)
‘召开3次’
召开3至5次 ≥3次 ≤5次
召开3到5次 ≥3次 ≤5次
召开3-5次 ≥3次 ≤5次
召开3—5次 ≥3次 ≤5次
召开3~5次 ≥3次 ≤5次
召开3～5次 ≥3次 ≤5次
召开几次 几次
召开若干次 若干次
至少几次 几次
"""


def demanded(text: str) -> str:
    return " ".join(
        a.comparator if a.number is None else f"{a.comparator}{a.number:g}{a.unit}" for a in quantities(text)
    )


@pytest.mark.parametrize("row", [line for line in TABLE.splitlines() if line])
def test_each_word_that_makes_a_demand(row: str) -> None:
    text, _, expected = row.partition(" ")
    assert demanded(text) == expected


@pytest.mark.parametrize("measure", ["时间", "时长", "期限", "人数", "次数", "比例", "数量", "总数"])
def test_a_bare_measure_says_how_much_of_the_clause_before_it(measure: str) -> None:
    for how in ("不少于", "一般不少于", "原则上不少于", "为", "是", "达到", "控制在", "至少", "最多"):
        amounts = quantities(f"甲，带头调研，{measure}{how}3次以上")
        assert [amount.wording for amount in amounts] == [f"带头调研，{measure}{how}3次以上"]
    assert [amount.wording for amount in quantities(f"带头调研，{measure}共3次以上")] == [f"{measure}共3次以上"]


def test_one_word_holds_for_all_that_is_listed_behind_it() -> None:
    assert demanded("至少剖析3个县、4个乡") == "≥3个 ≥4个"
    assert demanded("剖析3个县、4个乡") == "=3个"
    assert demanded("剖析3个县、至少核查4个乡") == "=3个 ≥4个"
    assert demanded("至少剖析3个县，4个乡") == "≥3个", "another clause"
