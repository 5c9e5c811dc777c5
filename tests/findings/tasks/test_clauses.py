"""What is read in one clause: who is to act, and what else tells how it goes with its neighbours."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.asides import LONGEST_CLAUSE, Span, clauses, strip_asides
from notice_site.findings.tasks.clause_names import LONGEST_NAME
from notice_site.findings.tasks.clauses import Clause, read_clause
from notice_site.findings.tasks.tagging import tag


def read(sentence: str) -> Clause:
    """The first clause of the sentence."""
    return read_clause(sentence, tag(sentence), Span(0, len(sentence.split("，")[0])))


def words(sentence: str, span: Span | None) -> str | None:
    return sentence[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("sentence", "who", "is_subject"),
    [
        ("各地教育部门要迅速行动", "各地教育部门", True),
        ("市教育部门将进行预警", "市教育部门", True),
        ("同时，各校必须整改", None, False),
        ("2019年12月底前试点地区完成集约化工作", "试点地区", True),
        ("在竞赛开始后参赛队员不能讨论", "参赛队员", True),
        ("特别是寄宿制学校要制定方案", "寄宿制学校", True),
        ("各县（市、区）党委要负责", "各县（市、区）党委", True),
        ("财政部门会同有关单位制定办法", "财政部门", True),
        ("督导组和审议会要公布地址", "督导组和审议会", True),
        ("监督管理部门和服务行业重点解决问题", "监督管理部门和服务行业", True),
        ("实现联网结算的定点医疗机构要高度重视", "实现联网结算的定点医疗机构", True),
        ("符合条件的医院代为办理", "符合条件的医院", True),
        ("报名由本人进行", "本人", False),
        ("应由财政部门会同有关单位办理", "财政部门", False),
        ("要求每位党员作出承诺", "每位党员", False),
        ("明确教师必须履行责任", "教师", False),
        ("请各单位于10月9日前报送", "各单位", False),
        ("请示上级部门办理", None, False),
        ("明确教师的责任", None, False),
        ("由厅级干部带队", None, False),
        ("成员由各部门负责同志组成", None, False),
        ("将范围由高校毕业生扩展至青年", None, False),
        ("建立由政府负责人牵头的机制", None, False),
        ("组织党员干部学习", None, False),
        ("教育学生要谦让", None, False),
        ("论文附录必须打印", None, False),
        ("小微企业认定标准按照规定执行", None, False),
        ("王某为副组长", None, False),
        ("校外人员入校需提前预约", "校外人员", True),
        ("参会人员当时不得离席", "参会人员", True),
        ("首问责任人对来访者要热情接待", "首问责任人", True),
        ("指导教师每周应与学生见面", "指导教师", True),
        ("请各县、市、区教育局及时通知", "各县、市、区教育局", False),
        ("由市专利部门吊销专利代理机构许可证", "市专利部门", False),
        ("经费由市、县两级财政承担", "市、县两级财政", False),
        ("领导试点工作", None, False),
        ("领导要带头学习", "领导", True),
        ("做到应救尽救", None, False),
        ("使学校得到实惠", None, False),
        ("加强机构建设", None, False),
        ("甲" * (LONGEST_NAME - 2) + "单位要学习", "甲" * (LONGEST_NAME - 2) + "单位", True),
        ("甲" * (LONGEST_NAME - 1) + "单位要学习", None, False),
    ],
)
def test_who_is_to_act(sentence: str, who: str | None, is_subject: bool) -> None:
    clause = read(sentence)
    assert words(sentence, clause.who) == who
    assert clause.is_subject is is_subject


@pytest.mark.parametrize(
    ("sentence", "case", "of"),
    [
        ("困难企业与职工协商一致的，可采取措施", True, "困难企业"),
        ("职工出院前，可备案", True, "职工"),
        ("一旦发生事故，要报告", True, None),
        ("未移交的，应移交", True, None),
        ("校长是第一责任人，要负责", False, "校长"),
        ("各校要整改的，报告", False, None),
        ("达到目的，结束活动", False, None),
    ],
)
def test_in_which_case(sentence: str, case: bool, of: str | None) -> None:
    clause = read(sentence)
    assert clause.is_case is case
    assert words(sentence, clause.case_of) == of


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("各校必须学习", "asks"),
        ("认真开展自查", "demands"),
        ("重点是搞好宣传", "demands"),
        ("按照方案要求", "is_circumstance"),
        ("通过座谈、走访等形式", "is_circumstance"),
        ("对已经整改的事项", "about"),
        ("所需经费按规定列支", "topic"),
        ("督查务必认真", "topic"),
        ("鼓励各地探索", "optional"),
        ("可适当放宽", "optional"),
        ("12月底前完成", "dated"),
        ("时间不少于三天", "measured"),
        ("活动已结束", "states"),
        ("500万元以上的支出，要报告", "bare_thing"),
    ],
)
def test_what_a_clause_is(sentence: str, holds: str) -> None:
    assert getattr(read(sentence), holds)


@pytest.mark.parametrize(
    ("sentence", "fails"),
    [
        ("认真开展自查", "asks"),
        ("活动取得成效", "demands"),
        ("按规定发放至个人账户", "is_circumstance"),
        ("将活动纳入计划", "about"),
        ("各校要学习", "topic"),
        ("可能出现的问题", "optional"),
        ("活动安排", "dated"),
        ("时间三天", "measured"),
        ("各校要总结取得的经验", "states"),
        ("开展业务，要报告", "bare_thing"),
    ],
)
def test_what_a_clause_is_not(sentence: str, fails: str) -> None:
    assert not getattr(read(sentence), fails)


def test_a_name_that_is_the_whole_clause() -> None:
    for sentence, name in (
        ("财政部，要负责", "财政部"),
        ("未纳入试点范围的其他部门，可参照", "未纳入试点范围的其他部门"),
        ("各级领导班子专题民主生活会，安排在5月", "各级领导班子"),
        ("开展活动，要关心", None),
    ):
        assert words(sentence, read(sentence).bare_name) == name


def test_a_word_at_which_a_long_clause_is_cut_says_nothing() -> None:
    text = "督促" * LONGEST_CLAUSE + "，"
    for span in clauses(strip_asides(f"甲{text}"), Span(0, len(text))):
        assert read_clause(f"甲{text}", tag(f"甲{text}"), span).span.end - span.start <= LONGEST_CLAUSE
    assert not read_clause("督促", tag("督促"), Span(1, 2)).ends_in_verb
