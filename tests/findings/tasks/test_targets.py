"""What or whom a duty is done to."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.asides import Span, strip_asides
from notice_site.findings.tasks.targets import target

TARGETS = {
    "those who are brought to act": ("引导大家开展讨论，统一思想", "大家"),
    "two verbs before them": ("教育引导和发动全体党员，解放思想", "全体党员"),
    "a list with 等 and what it is": ("支持农机合作社等农机服务组织生产条件建设", "农机合作社等农机服务组织"),
    "what they have": ("鼓励有条件的地方探索贴息", "有条件的地方"),
    "two of a kind act together": ("引导零部件企业与整机企业构建合作机制", "零部件企业与整机企业"),
    "one acts with another": ("鼓励科研推广人员与生产企业开展合作", "科研推广人员"),
    "those who are told": ("及时将通报精神传达到全体党员和各级领导干部", "全体党员和各级领导干部"),
    "the object of 对": ("对报名者进行资格审查", "报名者"),
    "without 等": ("对试点情况、存在的问题等进行总结", "试点情况、存在的问题"),
    "behind a comma": ("对于排查出来的隐患，要立即整改", "排查出来的隐患"),
    "with a clause inside": ("对违反规定，从事家教的在职教师，责令改正", "违反规定，从事家教的在职教师"),
    "加强对": ("加强对小区幼儿园的建筑设计、验收的监管", "小区幼儿园的建筑设计、验收"),
    "a problem": ("针对摸底排查出的问题，认真整改", "摸底排查出的问题"),
    "those who are served": ("为学习困难的师生提供帮扶", "学习困难的师生"),
    "a partner": ("要与职工群众面对面沟通", "职工群众"),
    "what is put somewhere": ("要将师德师风情况纳入考核", "师德师风情况"),
    "what is built": ("把基层党组织建设成为坚强堡垒", "基层党组织"),
    "an owner": ("追究相关责任人的责任", "相关责任人"),
    "a whole object": ("规范融资担保机构的收费行为", "融资担保机构的收费行为"),
    "what is freed": ("免收运输车辆的通行费", "运输车辆"),
    "the thing that a sentence begins with": ("该项工作于2019年4月底前完成", "该项工作"),
    "the same before a comma": ("试点的有关情况，要及时报送国务院", "试点的有关情况"),
    "behind the case": ("采用分建模式的，省级平台要统一标准", "省级平台"),
    "found by an inspection": ("对检查中发现的问题，要整改", "检查中发现的问题"),
    "behind 的 with a verb": ("对违规的单位通报批评", "违规的单位"),
    "before what is passed on": ("将装备需求报政府列入预算", "装备需求"),
    "people by the end of the word": ("鼓励退役运动员投身产业", "退役运动员"),
    "two verbs and one that is no noun": ("培育壮大市场主体", "市场主体"),
    "a thing without where it is": ("补偿金在自愿的基础上可转成股权", "补偿金"),
    "of people, not what they study": ("加强广大党员马克思主义群众观点教育", "广大党员"),
    "with 中": ("电子版论文中不得出现此页", "电子版论文"),
}
NONE = {
    "no people": "推动先进农机技术及产品走出去",
    "resources": "引导更多金融资源支持创业就业",
    "a case": "对推进不力的，约谈",
    "a verb only": "认真开展自查，逐条对照查摆",
    "反对": "反对形式主义，进行整改",
    "what a body is": "应急部为主管单位",
    "what is not done": "严查机构不按时结算",
    "指使": "受单位负责人指使的，予以处罚",
    "组织领导": "加强组织领导",
    "动员": "动员大会",
    "a noun with 教育": "教育行政部门",
    "a means": "以创先争优活动为抓手，扎实推进",
}


def words(text: str, addressee: str = "") -> str | None:
    stripped = strip_asides(text)
    at = stripped.text.find(addressee)
    who = Span(at, at + len(addressee)) if addressee else None
    found = target(stripped, Span(0, len(stripped.text)), who)
    return stripped.text[found.start : found.end] if found else None


@pytest.mark.parametrize(("text", "expected"), TARGETS.values(), ids=TARGETS.keys())
def test_the_target_of_a_duty(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_a_duty_without_a_target(text: str) -> None:
    assert words(text) is None


def test_the_addressee_is_no_target() -> None:
    assert words("学校党委要组织学习", "学校党委") is None
    assert words("承诺书由组委会保存", "组委会") == "承诺书"
    assert words("市教育局将对各市直学校进行预警", "市教育局") == "各市直学校"
