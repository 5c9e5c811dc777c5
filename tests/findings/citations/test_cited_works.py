"""What the text of a block names: titles in 《》, names without, and what is no name."""

from __future__ import annotations

import pytest

from notice_site.findings.citations.cited_works import KnownWorks, cited_works
from notice_site.model import Work
from notice_site.text.genres import CITED, REGULATIONS

KNOWN = KnownWorks.of(
    (
        Work("党章", "regulation", ("党章", "中国共产党章程"), not_before=("党纪",)),
        Work("中央八项规定", "regulation", ("中央八项规定", "八项规定")),
    )
)


def named(text: str) -> list[tuple[str, str | None]]:
    """Kind and title, or number, of each work named."""
    return [(work.kind, work.title or work.number) for work in cited_works(text, KNOWN)[0]]


@pytest.mark.parametrize("genre", REGULATIONS)
def test_a_title_that_ends_so_is_that_of_a_regulation(genre: str) -> None:
    assert named(f"根据《甲{genre}》") == [("regulation", f"甲{genre}")]
    assert named(f"根据《甲{genre}（试行）》") == [("regulation", f"甲{genre}（试行）")]


@pytest.mark.parametrize("genre", [genre for genre in CITED if genre != "清单"])  # a 单 is filled in
def test_a_title_that_ends_so_is_that_of_a_document(genre: str) -> None:
    [(kind, _)] = named(f"根据《甲乙{genre}》")
    assert kind in ("document", "regulation")


FORMS = "表 证 证书 证明 报告书 承诺书 申请书 责任书 单 回执 名册 台账 登记簿"
MEDIA = "电影 影片 纪录片 专题片 教育片 电视剧 话剧 歌剧 报告文学 小说 一书"


@pytest.mark.parametrize("form", FORMS.split(" "))
def test_what_is_filled_in_or_handed_in_is_no_work(form: str) -> None:
    assert named(f"填写《甲{form}》") == []


@pytest.mark.parametrize("medium", MEDIA.split(" "))
def test_what_is_shown_or_read_is_a_work_whatever_its_title_ends_with(medium: str) -> None:
    assert named(f"观看{medium}《甲规定》") == [("work", "甲规定")]
    assert named(f"《甲规定》等{medium}") == [("work", "甲规定")]


EXAMPLES = {
    "根据《甲规定》《乙办法》": [("regulation", "甲规定"), ("regulation", "乙办法")],
    "根据《税收征管法》": [("regulation", "税收征管法")],
    "学习《工作方法》": [("work", "工作方法")],
    "歌曲《甲规定》": [("work", "甲规定")],
    "画册《甲规定》": [("work", "甲规定")],
    "图书《甲规定》": [("work", "甲规定")],
    "读本《甲规定》": [("work", "甲规定")],
    "教材《甲规定》": [("work", "甲规定")],
    "《甲规定》杂志": [("work", "甲规定")],
    "《甲规定》日报": [("work", "甲规定")],
    "《甲规定》报": [("work", "甲规定")],
    "《焦裕禄》（甲发〔2014〕1号）": [("document", "焦裕禄")],
    "电影《甲规定》（甲发〔2014〕1号）": [("regulation", "甲规定")],
    "《意见》": [],
    "《实施意见》": [],
    "《若干暂行规定》": [],
    "《工作方案（试行）》": [],
    "《选举办法》": [("regulation", "选举办法")],
    "区委《实施方案》": [("document", "区委《实施方案》")],
    "按照省委关于第二批活动《实施方案》": [("document", "省委关于第二批活动《实施方案》")],
    "市教育局《方案》": [("document", "市教育局《方案》")],
    "领导小组的《方案》": [("document", "领导小组的《方案》")],
    "甲乙丙丁戊己庚辛县委《方案》": [("document", "甲乙丙丁戊己庚辛县委《方案》")],
    "甲乙丙丁戊己庚辛壬县委《方案》": [("document", "乙丙丁戊己庚辛壬县委《方案》")],
    "县委关于" + "甲" * 12 + "《方案》": [("document", "县委关于" + "甲" * 12 + "《方案》")],
    "县委关于" + "甲" * 13 + "《方案》": [],
    "县委" + "甲" * 14 + "《方案》": [("document", "县委" + "甲" * 14 + "《方案》")],
    "县委" + "甲" * 15 + "《方案》": [],
    **{
        f"{body}《方案》": [("document", f"{body}《方案》")]
        for body in (
            "中央",
            "国务院",
            "省委",
            "市委",
            "县委",
            "州委",
            "党委",
            "党组",
            "县政府",
            "民政部",
            "办公厅",
            "区办",
        )
    },
    "医院《方案》": [],
    "会长《章程》": [],
    "《指导意见》": [],
    "《试行办法》": [],
    "《关于指导意见》": [("document", "关于指导意见")],
    "《甲规定（" + "乙" * 12 + "）》": [("regulation", "甲规定（" + "乙" * 12 + "）")],
    "《甲规定（" + "乙" * 13 + "）》": [("work", "甲规定（" + "乙" * 13 + "）")],
    "《甲意见》（以下简称" + "乙" * 30 + "）。《" + "乙" * 30 + "》": [("document", "甲意见"), ("document", "甲意见")],
    **{f"《工作{before}法》": [("work", f"工作{before}法")] for before in "方做想看说书手用语"},
    **{f"《甲规定》{paper}": [("work", "甲规定")] for paper in ("周报", "晚报", "等日报")},
    "党的" + "十" * 3 + "大报告": [("document", "党的十十十大报告")],
    "党的" + "十" * 4 + "大报告": [],
    "学习党的十十十大": [("meeting", "党的十十十大")],
    "学习党的十十十十大": [],
    "学习十九届二中和三中全会": [("meeting", "十九届二中全会"), ("meeting", "十九届三中全会")],
    "中央" + "甲" * 16 + "会精神": [("meeting", "中央" + "甲" * 16 + "会")],
    "中央" + "甲" * 17 + "会精神": [],
    "中央甲会精神": [],
    "中央甲乙会精神": [("meeting", "中央甲乙会")],
    "中央召开重大会议精神": [],
    "中央和全省重大会议精神": [("meeting", "全省重大会议")],
    "中央、省委重大会议精神": [],
    "《甲意见》（以下简称《意见》）。《意见》": [("document", "甲意见"), ("document", "甲意见")],
    "《甲意见》（以下简称“意见”）。《意见》": [("document", "甲意见"), ("document", "甲意见")],
    "《甲意见》（以下统称：意见）。《意见》": [("document", "甲意见"), ("document", "甲意见")],
    "《甲意见》（简称为意见）。《意见》": [("document", "甲意见"), ("document", "甲意见")],
    "党章党纪": [],
    "党章": [("regulation", "党章")],
    "中国共产党章程": [("regulation", "党章")],
    "甲发〔2014〕1号": [("document", "甲发〔2014〕1号")],
    "党的十八大报告": [("document", "党的十八大报告")],
    "党的十八大": [],
    "学习党的十八大": [("meeting", "党的十八大")],
    "贯彻党的十八大": [("meeting", "党的十八大")],
    "落实党的十八大": [("meeting", "党的十八大")],
    "宣传党的十八大": [("meeting", "党的十八大")],
    "领会党的十八大": [("meeting", "党的十八大")],
    "党的十八大精神": [("meeting", "党的十八大")],
    "以党的十八大为指导": [("meeting", "党的十八大")],
    "党的十八大部署": [("meeting", "党的十八大")],
    "党的十八大要求": [("meeting", "党的十八大")],
    "党的十八大决策": [("meeting", "党的十八大")],
    "党的十八大决定": [("meeting", "党的十八大")],
    "学习党的十八大以来": [],
    "学习党的十八大代表": [],
    "学习党的十八大会": [],
    "学习。党的十八大": [],
    "党的十八大，精神": [],
    "学习十八届三中全会": [("meeting", "十八届三中全会")],
    "学习十九届二中、三中全会": [("meeting", "十九届二中全会"), ("meeting", "十九届三中全会")],
    "学习党的十八届三中全会": [("meeting", "十八届三中全会")],
    "学习十八大精神": [("meeting", "党的十八大")],
    "学习团十八大精神": [],
    "学习工会十七大精神": [],
    "落实十大类项目": [],
    "学习二十一届三中全会": [("meeting", "二十一届三中全会")],
    "学习第二十一一届三中全会": [("meeting", "十一一届三中全会")],
    "学习十八届全会": [("meeting", "十八届全会")],
    "学习八届三次会议": [],
    "贯彻全国两会和全国脱贫攻坚总结表彰大会精神": [("meeting", "全国两会"), ("meeting", "全国脱贫攻坚总结表彰大会")],
    "全国两会期间的宣传": [],
    "《甲刑法修正案（九）》": [("regulation", "甲刑法修正案（九）")],
    "提交《居民户口簿》和《活页》": [],
    "全国宣传思想工作会议精神": [("meeting", "全国宣传思想工作会议")],
    "党中央经济工作会议精神": [("meeting", "党中央经济工作会议")],
    "全省经济工作会精神": [("meeting", "全省经济工作会")],
    "全市经济工作会精神": [("meeting", "全市经济工作会")],
    "全县经济工作会精神": [("meeting", "全县经济工作会")],
    "全区经济工作会精神": [("meeting", "全区经济工作会")],
    "中央一系列重要会议精神": [],
    "中央有关会议精神": [],
    "中央重要会议精神": [],
    "全省甲乙重要会议精神": [],
    "中央经济工作会议召开": [],
    "学习总书记系列重要讲话": [("speech", "总书记系列重要讲话")],
    **{
        f"{word}甲某同志重要讲话": [("speech", "甲某同志重要讲话")]
        for word in ("学习", "贯彻", "落实", "按照", "认真", "精神", "传达", "宣传", "领会")
    },
    "学习习近平总书记重要讲话": [("speech", "习近平总书记重要讲话")],
    "听取甲乙某同志重要批示": [("speech", "甲乙某同志重要批示")],
    "听取甲乙某主席关于乙的论述": [("speech", "甲乙某主席关于乙的论述")],
    "总理指示精神": [("speech", "总理指示精神"[:4])],
    "总理指示": [],
    "甲某同志主持会议并作了重要讲话": [],
    "甲某同志学习重要讲话": [],
    "总书记在甲县调研时强调": [("speech", "总书记在甲县调研时的讲话")],
    "总书记在甲县调研时，明确指出": [("speech", "总书记在甲县调研时的讲话")],
    "总书记在甲县调研时深刻要求": [("speech", "总书记在甲县调研时的讲话")],
    "总书记在甲县调研时再次提出": [("speech", "总书记在甲县调研时的讲话")],
    "总书记在甲县调研时访问": [],
    "总书记深入甲县，发表重要讲话": [("speech", "总书记深入甲县，发表重要讲话")],
    "总书记深入甲县" + "，看望群众" * 8 + "，发表了重要讲话": [("speech", "总书记的讲话")],
    **{
        f"甲乙丙{office}重要讲话": [("speech", f"甲乙丙{office}重要讲话")]
        for office in ("总书记", "主席", "总理", "同志")
    },
    "甲主席重要讲话": [],
    **{
        f"{word}甲乙某同志重要讲话": [("speech", "甲乙某同志重要讲话")]
        for word in ("学习", "贯彻", "落实", "按照", "认真", "精神")
    },
    **{f"{word}甲乙某同志重要讲话": [("speech", "甲乙某同志重要讲话")] for word in "把用以和与及将"},
    "总书记" + "甲" * 40 + "重要讲话": [("speech", "总书记的讲话")],
    "总书记" + "甲" * 41 + "重要讲话": [],
    "学习总书记重要讲话和系列重要指示": [("speech", "总书记重要讲话")],
    "总书记在兰考调研时强调要同时要求干部学习": [("speech", "总书记在兰考调研时的讲话")],
    "国务院关于加强甲乙工作的意见和关于丙丁工作的通知": [("document", "国务院关于加强甲乙工作的意见")],
    "总书记系列讲话": [("speech", "总书记系列讲话")],
    "总书记作重要讲话": [],
    "总书记主持会议重要讲话": [],
    "总书记贯彻重要讲话": [],
    "总书记在甲乙时强调": [("speech", "总书记在甲乙时的讲话")],
    "总书记在甲时强调": [],
    "总书记在" + "甲" * 60 + "时强调": [("speech", "总书记在" + "甲" * 60 + "时的讲话")],
    "总书记在" + "甲" * 61 + "时强调": [],
    "总书记甲乙丙丁发表讲话": [("speech", "总书记甲乙丙丁发表讲话")],
    "总书记甲乙丙发表讲话": [],
    "总书记" + "甲" * 160 + "发表的讲话": [("speech", "总书记的讲话")],
    "总书记" + "甲" * 161 + "发表讲话": [],
    "中共甲乙委关于甲乙丙丁的通知": [("document", "中共甲乙委关于甲乙丙丁的通知")],
    "中共甲委关于甲乙丙丁的通知": [],
    "中共" + "甲" * 10 + "委关于甲乙丙丁的通知": [("document", "中共" + "甲" * 10 + "委关于甲乙丙丁的通知")],
    "中共" + "甲" * 11 + "委关于甲乙丙丁的通知": [],
    "中共中央办公厅关于甲乙丙丁的规定": [("document", "中共中央办公厅关于甲乙丙丁的规定")],
    "国务院关于" + "甲" * 60 + "的办法": [("document", "国务院关于" + "甲" * 60 + "的办法")],
    "国务院关于" + "甲" * 61 + "的办法": [],
    "国务院关于甲乙丙丁的指导意见": [("document", "国务院关于甲乙丙丁的指导意见")],
    "中共中央关于全面甲乙丙的决定": [("document", "中共中央关于全面甲乙丙的决定")],
    "中共中央、国务院关于甲乙丙丁的意见": [("document", "中共中央、国务院关于甲乙丙丁的意见")],
    "国务院办公厅关于甲乙丙丁的通知": [("document", "国务院办公厅关于甲乙丙丁的通知")],
    "按照国务院领导同志的批示精神": [("speech", "国务院领导同志的批示")],
    "根据曾某某副总理的批示": [("speech", "曾某某副总理的批示")],
    "落实总书记关于扶贫工作的重要论述": [("speech", "总书记关于扶贫工作的重要论述")],
    "有关部门根据总理批示精神": [("speech", "总理批示")],
    "根据中央活动办要求": [("order", "中央活动办要求")],
    "按照中共甲市委部署": [("order", "中共甲市委部署")],
    "根据中央、省委和市委部署": [("order", "中央、省委和市委部署")],
    "落实省委、市委“学三促四抓”（“学”就是学习）的要求": [("order", "省委、市委“学三促四抓”的要求")],
    "落实党中央、国务院关于稳就业工作的决策部署": [("order", "党中央、国务院关于稳就业工作的决策部署")],
    "落实中央确定的专项整治任务": [("order", "中央确定的专项整治任务")],
    "应香港特别行政区政府要求": [],
    "市委召开会议": [],
    "学习关于焦裕禄的报告文学、电影": [("work", "关于焦裕禄的报告文学、电影")],
    "《甲法》及其实施条例": [("regulation", "甲法"), ("regulation", "甲法实施条例")],
    "《甲意见》及其实施条例": [("document", "甲意见")],
    "甲部令第8号发布的《乙规定》": [("regulation", "乙规定")],
    "中共甲市委关于甲乙丙丁的决议": [("document", "中共甲市委关于甲乙丙丁的决议")],
    "中共甲市委员会关于甲乙丙丁的实施意见": [("document", "中共甲市委员会关于甲乙丙丁的实施意见")],
    "国务院关于甲乙丙丁的问题": [],
    "国务院关于甲乙丙的问题请示": [],
}


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.items(), ids=EXAMPLES.keys())
def test_a_text_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(text) == expected


def test_a_speech_keeps_the_title_that_fits_on_a_line() -> None:
    def speech(middle: str) -> str:
        return f"总书记{middle}发表重要讲话"

    fits, beyond = speech("甲" * 31), speech("甲" * 32)
    assert (len(fits), len(beyond)) == (40, 41)
    assert named(fits) == [("speech", fits)]
    assert named(beyond) == [("speech", "总书记的讲话")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("中央在《甲意见》中要求", "中央"),
        ("按照中央教育实践活动领导小组《甲意见》", "中央教育实践活动领导小组"),
        ("市教育局的《甲意见》", "市教育局"),
        ("民政部制定的《甲意见》", "民政部"),
        ("区委下发的《甲意见》", "区委"),
        ("区委要求认真落实《甲意见》", ""),
        ("区委，《甲意见》", ""),
        ("学校《甲意见》", ""),
        ("中央于《甲意见》", "中央"),
        ("国务院《甲意见》", "国务院"),
        *((f"甲{last}《甲意见》", f"甲{last}") for last in "省市县区州委部厅局办组室府院会团"),
        *(
            (f"{verb}甲局《甲意见》", "甲局")
            for verb in (
                "按照",
                "根据",
                "依据",
                "依照",
                "遵照",
                "参照",
                "对照",
                "贯彻",
                "落实",
                "执行",
                "学习",
                "结合",
                "转发",
                "印发",
                *"和与及将把以",
            )
        ),
        ("甲局" + "、" + "乙" * 59 + "局《甲意见》", "乙" * 59 + "局"),
        ("甲局" + "、" + "乙" * 60 + "局《甲意见》", "乙" * 59 + "局"),
    ],
)
def test_the_body_before_a_title(text: str, body: str) -> None:
    [work] = [work for work in cited_works(text, KNOWN)[0] if work.kind != "order"]
    assert work.whose == body


@pytest.mark.parametrize(
    ("text", "is_annex"),
    [
        ("《甲意见》（附件2）", True),
        ("《甲意见》（见附 表）", True),
        ("《甲意见》（附后）", False),
        ("《甲意见》附件", False),
    ],
)
def test_an_annex_hangs_on_the_document(text: str, is_annex: bool) -> None:
    [work] = cited_works(text, KNOWN)[0]
    assert work.own_annex is is_annex


def test_the_longest_name_of_a_known_work_is_met_first() -> None:
    text = "贯彻中央八项规定"
    [work] = cited_works(text, KNOWN)[0]
    assert text[work.start : work.end] == "中央八项规定"
    assert cited_works(text, KnownWorks.of(()))[0] == ()


def test_a_short_name_is_known_in_later_blocks() -> None:
    _, short_names = cited_works("《甲意见》（以下简称《意见》）", KNOWN)
    [work] = cited_works("贯彻《意见》", KNOWN, short_names)[0]
    assert (work.title, work.start, work.end) == ("甲意见", 2, 6)
