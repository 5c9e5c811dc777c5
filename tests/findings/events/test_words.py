"""What happens at a time and who acts, in the words of the sentence."""

from __future__ import annotations

import pytest

from notice_site.findings.events.vocabulary import (
    BETWEEN,
    FIRST_ADVERBS,
    MODALS,
    NOT_A_SUBJECT,
    VERBS,
)
from notice_site.findings.events.words import what_words, who_words
from notice_site.text.official_words import BODY_CHARACTERS, BODY_ENDINGS, ROLES
from notice_site.text.time_expressions import time_expressions


def what(text: str) -> str:
    return text[slice(*what_words(text, (0, len(text)), time_expressions(text)[0]))]


def who(text: str) -> str | None:
    span = who_words(text, (0, len(text)), time_expressions(text)[0])
    return text[slice(*span)] if span else None


@pytest.mark.parametrize("ending", [*BODY_ENDINGS, *BODY_CHARACTERS, *ROLES, "两级"])
def test_a_name_that_ends_so_is_that_of_an_actor(ending: str) -> None:
    assert who(f"甲{ending}在4月底前完成。") == f"甲{ending}"


@pytest.mark.parametrize("opening", NOT_A_SUBJECT)
def test_what_begins_so_is_no_actor(opening: str) -> None:
    assert who(f"{opening}甲县教师培训4月底前完成。") is None
    assert who(f"{opening}甲单位4月底前完成。") != f"{opening}甲单位"


@pytest.mark.parametrize("word", [word for word in BETWEEN if word not in ("由", "统一")])  # 由 opens a name; 一4月
def test_what_may_stand_between_actor_and_time(word: str) -> None:
    assert who(f"甲单位{word}4月底前完成。") == "甲单位"


@pytest.mark.parametrize("adverb", FIRST_ADVERBS)
def test_adverbs_stand_before_an_actor(adverb: str) -> None:
    assert who(f"{adverb}甲单位4月底前完成。") == "甲单位"


@pytest.mark.parametrize("verb", VERBS)
def test_the_actor_behind_a_time_ends_before_a_verb(verb: str) -> None:
    assert who(f"3月9日，甲单位{verb}乙。") == "甲单位"


@pytest.mark.parametrize("modal", MODALS)
def test_the_actor_at_the_head_of_a_sentence_ends_before_a_modal_word(modal: str) -> None:
    assert who(f"甲单位{modal}学习，4月底前完成。") == "甲单位"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）甲单位在4月底前完成。", "甲单位"),
        ("1.甲单位在4月底前完成。", "甲单位"),
        ("第十七条　甲单位在4月底前完成。", "甲单位"),
        ("一是甲单位在4月底前完成。", "甲单位"),
        ("意见由甲单位在4月底前完成。", "甲单位"),
        ("组织部在4月底前完成。", "组织部"),
        ("组织甲单位在4月底前完成。", None),
        ("甲（乙单位）在4月底前完成。", "甲（乙单位）"),
        ("活动在4月底前完成。", None),
        ("3月9日，活动取得成效。", None),
        ("3月9日，情况，甲单位召开会议。", None),
    ],
)
def test_who_acts(text: str, expected: str | None) -> None:
    assert who(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月9日，甲市召开大会。", "甲市召开大会"),
        *((f"{word}3月9日，甲市召开大会。", "甲市召开大会") for word in ("于", "在", "从", "自", "到", "至")),
        ("3月9日，为了做好今后一段时间的工作，甲市召开大会。", "为了做好今后一段时间的工作，甲市召开大会"),
        ("3月9日，甲市动员，乙县召开全体大会。", "甲市动员，乙县召开全体大会"),
        ("3月9日，甲市召开全体动员大会，乙县动员。", "甲市召开全体动员大会"),
        ("试点地区要于12月底前，进行总结。", "试点地区要于12月底前，进行总结"),
        ("全省学习工作，总体上在4月底前完成。", "全省学习工作，总体上在4月底前完成"),
        ("3月开始，全省学习，总体上在4月底前完成。", "全省学习，总体上在4月底前完成"),
        ("甲单位征求群众意见情况在4月底前报送。", "甲单位征求群众意见情况在4月底前报送"),
    ],
)
def test_what_happens(text: str, expected: str) -> None:
    assert what(text) == expected


@pytest.mark.parametrize("word", ["于", "在", "从", "自", "要", "应", "将", "拟", "请"])
def test_what_happens_goes_on_behind_the_comma_where_only_such_a_word_leads_to_the_time(word: str) -> None:
    assert what(f"各县市区要统一{word}5月20日，召开动员大会。") == f"各县市区要统一{word}5月20日，召开动员大会"


def test_a_clause_that_ends_with_its_time_says_what_happens_itself() -> None:
    assert what("各县市区动员大会定为5月20日，不再另行通知。") == "各县市区动员大会定为5月20日"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("3月9日七个字的开会了，乙县动员。", "3月9日七个字的开会了，乙县动员", id="七字不足以说明"),
        pytest.param("3月9日八个字的开会完了，乙县动员。", "3月9日八个字的开会完了", id="八字足以说明"),
        pytest.param(
            "全省工作，甲乙丙丁戊己庚辛在4月底前完成。", "全省工作，甲乙丙丁戊己庚辛在4月底前完成", id="前九字"
        ),
        pytest.param("全省工作，甲乙丙丁戊己庚辛壬在4月底前完成。", "甲乙丙丁戊己庚辛壬在4月底前完成", id="前十字"),
        pytest.param("全省工作，在4月底前基本上完成。", "全省工作，在4月底前基本上完成", id="后五字"),
        pytest.param("全省工作，在4月底前基本都能完成。", "在4月底前基本都能完成", id="后六字"),
        pytest.param("3月9日，甲县动员，" + "乙" * 54 + "。", "甲县动员，" + "乙" * 54, id="后续至六十字"),
        pytest.param("3月9日，甲县动员，" + "乙" * 55 + "。", "甲县动员", id="后续逾六十字"),
        pytest.param("3月9日，甲县动员会了，乙县动员。", "甲县动员会了，乙县动员", id="分句连标点七字"),
        pytest.param("3月9日，甲县开动员会了，乙县动员。", "甲县开动员会了", id="分句连标点八字"),
        pytest.param("乙" * 51 + "，在4月底前完成。", "乙" * 51 + "，在4月底前完成", id="前文至六十字"),
        pytest.param("乙" * 52 + "，在4月底前完成。", "在4月底前完成", id="前文逾六十字"),
        pytest.param("甲县要从3月开始，乙县动员。", "甲县要从3月开始", id="开始自带动词"),
    ],
)
def test_how_many_words_say_what_happens(text: str, expected: str) -> None:
    assert what(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("甲" * 60 + "单位在4月底前完成。", "甲" * 60 + "单位", id="六十字的名称"),
        pytest.param("甲" * 61 + "单位在4月底前完成。", None, id="更长的名称"),
        pytest.param("一百二是甲单位在4月底前完成。", "甲单位", id="三位序号"),
        pytest.param("一百二十是甲单位在4月底前完成。", "一百二十是甲单位", id="四位序号"),
        pytest.param("甲一把手在4月底前完成。", "甲一把手", id="把在名称里"),
        pytest.param("甲把单位在4月底前完成。", None, id="把字句"),
        pytest.param("甲三级在4月底前完成。", "甲三级", id="三级"),
        pytest.param("甲六级在4月底前完成。", None, id="六级"),
        pytest.param("（甲单位在4月底前完成。", None, id="左括号"),
    ],
)
def test_the_name_of_who_acts(text: str, expected: str | None) -> None:
    assert who(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2003年10月24日，温家宝总理率国务院有关部门负责同志赴重庆市考察。", "温家宝总理"),
        ("会议决定中央政府门户网站于2006年1月1日正式开通。", None),
        ("房屋开裂主要是2003年12月18日、19日所发生的地震所造成的。", None),
        ("党组织率先于3月5日启动。", None),
        ("省委党组织于3月5日启动。", "省委党组织"),
        ("会同负有监管职责的有关部门每季度开展检查。", None),
        ("各级行政部门要会同有关部门，2020年对规划情况进行评估。", "各级行政部门"),
        ("各部门将检查情况，于4月20日前报办公室。", "各部门"),
        ("今年3月19日，中纪委通报了6起典型问题。", "中纪委"),
    ],
)
def test_who_acts_is_a_name_and_no_more(text: str, expected: str | None) -> None:
    assert who(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1996年，在全球地震活跃的大背景下，我国共发生地震38次。", "在全球地震活跃的大背景下，我国共发生地震38次"),
        ("到2009年，随着工程蓄水，将是灾害的高发期。", "随着工程蓄水，将是灾害的高发期"),
        ("我部于2004年4月13日至15日，组织了专家组进行调查。", "我部于2004年4月13日至15日，组织了专家组进行调查"),
        ("5月10日前，对试点工作进行总结，形成报告。", "对试点工作进行总结"),
        ("2004年4月和9月，国土资源部两次进行了调查。", "2004年4月和9月，国土资源部两次进行了调查"),
        ("今年1月，继八项规定之后，中央又出台“六项禁令”。", "继八项规定之后，中央又出台“六项禁令”"),
        ("今年1月，继续推进作风建设，出台了禁令。", "继续推进作风建设"),
        ("从即日起至春节期间，公司将开展一轮集中检查。", "公司将开展一轮集中检查"),
        ("三年内，对执法人员开展跟班集中培训。", "对执法人员开展跟班集中培训"),
        ("每年6月底前，各县要将情况报送市卫生局。", "各县要将情况报送市卫生局"),
        ("各督查组要在督查结束后3日内，将情况报市安委会。", "各督查组要在督查结束后3日内，将情况报市安委会"),
        ("办理时限要压缩在3日内，不再另行通知。", "办理时限要压缩在3日内"),
        ("学习时间不少于3天，认真撰写心得。", "学习时间不少于3天"),
        ("各部门将检查情况，于4月20日前报办公室，联系人：甲。", "各部门将检查情况，于4月20日前报办公室"),
        (
            "要合理安排，将名单（电子版，见附件2）和推荐表，于5月25日前报省厅。",
            "将名单（电子版，见附件2）和推荐表，于5月25日前报省厅",
        ),
        ("3月29日，所有材料于上午11:00前交到辅导员处。", "所有材料于上午11:00前交到辅导员处"),
        ("将情况报送办公室，于4月20日前完成检查工作。", "于4月20日前完成检查工作"),
    ],
)
def test_what_happens_is_more_than_what_leads_in_to_it(text: str, expected: str) -> None:
    assert what(text) == expected


def test_a_time_that_is_listed_last_tells_the_same_as_the_first() -> None:
    text = "根据批示，2004年4月和9月，国土资源部两次进行了调查。"
    last = time_expressions(text)[-1]
    assert text[slice(*what_words(text, (0, len(text)), last))] == "国土资源部两次进行了调查"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2004年4月和9月，甲部两次组成专家组赴现场。", "甲部"),
        ("4月15日，乙部再次组织了专家组。", "乙部"),
        ("1999年以来，甲发展改革委已安排资金。", "甲发展改革委"),
        ("督促企业建立制度，定期分析治理效果。", None),
        ("14天内曾到过的高风险地区所在城市。", None),
        ("接省文明办通知，定于3月5日召开会议。", None),
        ("学位委员会须在收到申请后10个工作日内回复。", "学位委员会"),
        ("经过5年左右时间，教育基本完成由政府举办为主的转变。", None),
        ("2019年1月，将条件由企业职工参加保险放宽。", None),
        ("4月底前，准备工作由市政府负责。", "市政府"),
        ("须在14天内报告到过的地区所在城市。", None),
    ],
)
def test_who_acts_behind_a_time(text: str, expected: str | None) -> None:
    assert who(text) == expected
