"""Who is asked to do what: which sentences ask, whom and at which level, for what, and whose words they are."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from notice_site.findings.citations.find import find_citations
from notice_site.findings.tasks.find import find_tasks
from notice_site.model import Block, BlockKind, Corpus, Notice, Task
from notice_site.reading import read_levels
from tests.findings.documents import document

LEVELS, _ = read_levels(Path(__file__).parents[3] / "source_texts" / "reference" / "levels.yml")


def found(*notices: Notice) -> tuple[Task, ...]:
    corpus = Corpus((), notices, citations=tuple(find_citations(notices)))
    return find_tasks(corpus, LEVELS)


def asked(text: str, level: str | None = None) -> list[str]:
    """Each task of a paragraph as `who [levels] type: what / what`."""
    return [told(task) for task in found(document("a", text, level=level))]


def told(task: Task) -> str:
    who = f"（承前）{task.addressee}" if task.carried else task.addressee or "—"
    return f"{who} [{' '.join(task.levels)}] {task.type}: {' / '.join(task.items)}"


# --- what asks, and what does not ----------------------------------------------------------------

NO_TASKS = {
    "a meaning": "搞好这项活动，对于改进作风、推动发展具有十分重要的意义。",
    "a definition": "“三严三实”要求是党员干部加强自身建设的基本准则。",
    "what is well so far": "活动启动以来，各级党组织高度重视、加强领导，各级督导组及时跟进，开局良好。",
    "what somebody said": "3月9日，习近平总书记在参加审议时指出，各级领导干部都要严以修身、严以用权。",
    "the notice about itself": "现将《关于甲的通知》转发给你们，请认真贯彻执行。",
    "the notice announced": "为认真落实讲话精神，推动党员干部学习弘扬焦裕禄精神，现通知如下：",
    "the list announced": "结合自身实际，我区还要重点解决以下问题。",
    "a saying": "百年大计，教育为本；教育大计，教师为本。",
    "a case that is reported": "2015年9月，某局监督指导不力，将空白的证明交给他人，副局长受到免职处理。",
    "a need": "推进教育事业发展，不仅需要教师有扎实的素养，更需要良好的职业道德。",
}


@pytest.mark.parametrize("text", NO_TASKS.values(), ids=NO_TASKS.keys())
def test_what_only_tells_asks_nothing(text: str) -> None:
    assert asked(text) == []


TASKS = {
    "a modal word behind a name": (
        "各级督导组要向社会公布办公地址，受理群众来信来访。",
        ["各级督导组 [inspection] support: 要向社会公布办公地址 / 受理群众来信来访"],
    ),
    "a name with a verb": (
        "上级活动领导小组定期调度下级活动单位，重点检查一把手推动活动情况。",
        ["上级活动领导小组 [leading-group] support: 定期调度下级活动单位 / 重点检查一把手推动活动情况"],
    ),
    "two names in one sentence": (
        "省级领导干部至少学习5次以上，其他党员领导干部至少学习3次以上。",
        [
            "省级领导干部 [province leaders] quantity: 至少学习5次以上",
            "其他党员领导干部 [leaders] quantity: 至少学习3次以上",
        ],
    ),
    "a name that runs over commas": (
        "上、下级活动办之间，活动办和督导组之间，都要建立联络员会议制度。",
        ["上、下级活动办之间，活动办和督导组之间 [inspection leading-group] support: 都要建立联络员会议制度"],
    ),
    "a name explained by 特别是": (
        "各级一把手特别是市、县、乡党委书记，要带头蹲点调研。",
        ["各级一把手特别是市、县、乡党委书记 [city county town chief] action: 要带头蹲点调研"],
    ),
    "a name behind what it concerns": (
        "对推进不力的，上级督导组和活动办及时提醒，督促整改。",
        ["上级督导组和活动办 [inspection leading-group] support: 及时提醒 / 督促整改"],
    ),
    "somebody charged by 由": (
        "各部门要梳理群众意见，由活动办公室向相关单位反馈。",
        [
            "各部门 [every-unit] action: 要梳理群众意见",
            "活动办公室 [leading-group] support: 向相关单位反馈",
        ],
    ),
    "由 that says how": (
        "省委活动办统筹力量 / 由厅级干部带队 / 对活动单位进行督导检查。",
        ["省委活动办 [province leading-group] support: 统筹力量 / 由厅级干部带队 / 对活动单位进行督导检查"],
    ),
    "those who are to take part": (
        "采取多种形式，组织党员、干部认真学习党章。",
        ["— [member] action: 采取多种形式，组织党员、干部认真学习党章"],
    ),
    "a place instead of a name": (
        "在各级新闻媒体开设专栏，及时推出评论员文章。",
        ["— [media] support: 在各级新闻媒体开设专栏 / 及时推出评论员文章"],
    ),
    "brackets in names": (
        "各省（自治区、直辖市）党委、街道（产业集聚区）和县（市、区）委要负总责。",
        [
            "各省（自治区、直辖市）党委、街道（产业集聚区）和县（市、区）委"
            " [province county town party-committee] action: 要负总责"
        ],
    ),
    "a measure to keep": (
        "具体到每个单位，集中教育时间一般不少于3个月。",
        ["每个单位 [every-unit] quantity: 集中教育时间一般不少于3个月"],
    ),
    "a name at the end of a sentence": (
        "集中曝光，教育党员干部。各市也要抓好典型。",
        ["— [] action: 集中曝光 / 教育党员干部", "各市 [city] action: 也要抓好典型"],
    ),
    "nobody": ("认真开展自查，逐条对照查摆。", ["— [] action: 认真开展自查 / 逐条对照查摆"]),
    "faults that were found": (
        "但也存在认识不到位、学习不深入、活动进展不平衡等问题。",
        ["— [] finding: 认识不到位 / 学习不深入 / 活动进展不平衡"],
    ),
    "faults to be mended": (
        "村、社区等基层组织主要解决软弱无力，服务群众意识和能力不强，办事不公等问题。",
        ["村、社区等基层组织 [village] problem: 软弱无力 / 服务群众意识和能力不强 / 办事不公"],
    ),
    "the strongest mark divides faults": (
        "社区重点解决组织软弱涣散，凝聚力不强；工作不主动，遇事不作为等问题。",
        ["社区 [village] problem: 组织软弱涣散，凝聚力不强 / 工作不主动，遇事不作为"],
    ),
    "a date": (
        "总体上市县两级在4月底前完成，基层单位在5月中旬左右完成。",
        [
            "市县两级 [city county] time: 在4月底前完成",
            "基层单位 [town village grassroots-party] time: 在5月中旬左右完成",
        ],
    ),
    "who takes part": (
        "参加单位主要是：区机关及其直属单位，街道和社区。",
        ["参加单位 [county town village direct every-unit] scope: 区机关及其直属单位 / 街道和社区"],
    ),
    "whose time is asked for": (
        "各单位学习时间不少于3天。",
        ["各单位 [every-unit] quantity: 学习时间不少于3天"],
    ),
    "half-width marks": (
        "领导班子要主动认领,抓好整改落实;各单位要及时反馈。",
        ["领导班子 [leaders] action: 要主动认领 / 抓好整改落实", "各单位 [every-unit] action: 要及时反馈"],
    ),
    "the rest of a handing-on sentence": (
        "现将《关于甲的通知》转发给你们，各级党委（党组）要引导党员干部学习弘扬焦裕禄精神。",
        ["各级党委（党组） [party-committee] action: 要引导党员干部学习弘扬焦裕禄精神"],
    ),
    "a verb that is a noun here": (
        "组织部门要加强指导，社会组织要发挥作用。",
        ["组织部门 [other] action: 要加强指导", "社会组织 [social] action: 要发挥作用"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TASKS.values(), ids=TASKS.keys())
def test_who_is_asked_to_do_what(text: str, expected: list[str]) -> None:
    assert asked(text) == expected


# --- from one sentence to the next ----------------------------------------------------------------


def test_each_sentence_is_a_task() -> None:
    text = "各级领导干部要以焦裕禄为标杆。坚决杜绝责任旁推。要带头示范。"
    assert [task.quote for task in found(document("a", text))] == text.rstrip("。").split("。")


def test_a_new_matter_takes_over_the_only_addressee_and_says_so() -> None:
    assert asked("省委领导小组公开通报批评。近期，重点筛选一批案件，集中曝光。") == [
        "省委领导小组 [province leading-group] support: 公开通报批评",
        "（承前）省委领导小组 [province leading-group] support: 重点筛选一批案件 / 集中曝光",
    ]


def test_no_addressee_is_guessed_where_several_were_named() -> None:
    first, second, third = found(document("a", "区委要到联系点，街道要到社区。开展走访慰问活动。"))
    assert (first.addressee, second.addressee) == ("区委", "街道")
    assert (third.addressee, third.carried, third.levels) == (None, False, ("party-committee",))


def test_nothing_is_carried_into_another_paragraph() -> None:
    _, second = found(document("a", "督导组要督促整改。", "开展自查。"))
    assert second.addressee is None


# --- whose words ----------------------------------------------------------------------------------


def test_a_reported_list_is_attributed_until_the_document_speaks_for_itself() -> None:
    cited = document("b", "甲", title="关于活动的指导意见", level="central")
    reporting = document(
        "a",
        "中央在《关于活动的指导意见》中要求市、县直属单位重点解决推诿扯皮，工作不落实等问题。"
        "窗口单位、服务行业重点解决门难进，脸难看等问题。我区还要重点解决以下问题。"
        "窗口单位、服务行业重点解决办事慢，收费乱等问题。",
        level="county",
    )
    first, second, third = found(reporting, cited)
    assert [task.quoted_from for task in (first, second, third)] == ["b", "b", None]
    assert first.quote.startswith("市、县直属单位重点解决")
    assert second.levels == ("enforcement",)
    assert third.levels == ("county", "enforcement"), "the same words mean the district's own units here"


def test_a_reported_document_that_is_not_in_the_corpus_is_named_by_its_title() -> None:
    (task,) = found(document("a", "中央在《关于活动的意见》中要求各单位重点解决推诿扯皮，作风不实等问题。"))
    assert task.quoted_from == "关于活动的意见"


def test_what_is_asked_according_to_a_document_is_asked_by_this_one() -> None:
    (task,) = found(document("a", "按照《关于活动的意见》要求，各单位要认真学习。"))
    assert task.quoted_from is None


# --- levels ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "level", "expected"),
    [
        ("省以下各级机关要整改。", "central", {"city", "county", "town", "village"}),
        ("县以下单位要整改。", "central", {"town", "village"}),
        ("各级机关要整改。", "county", {"county"}),
        ("市、县直属单位要整改。", "central", set()),
        ("区直单位要整改。", "county", {"county"}),
        ("全区各级党组织要整改。", "county", set()),
        ("区属中小学要整改。", "county", set()),
        ("城市社区要整改。", "city", {"village"}),
    ],
)
def test_the_levels_that_words_mean(text: str, level: str, expected: set[str]) -> None:
    ranks = {level.id for level in LEVELS if level.issuers}
    (task,) = found(document("a", text, level=level))
    assert set(task.levels) & ranks == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        pytest.param("市、县机关", {"city", "county"}, id="two levels"),
        pytest.param("市县", {"city", "county"}, id="two characters"),
        pytest.param("市、县机关范围内", {"city", "county"}, id="范围内"),
        pytest.param("市级机关", {"city", "county", "town", "village"}, id="one level says nothing"),
        pytest.param("市、县机关开展，并由乡镇", {"city", "county"}, id="up to the first 开展"),
        pytest.param("甲" * 35 + "市、县机关", {"city", "county"}, id="forty characters"),
        pytest.param("甲" * 36 + "市、县机关", {"city", "county", "town", "village"}, id="more characters"),
        pytest.param("市、县机关，", {"city", "county", "town", "village"}, id="another clause"),
    ],
)
def test_a_document_reaches_as_far_as_it_says(where: str, expected: set[str]) -> None:
    ranks = {level.id for level in LEVELS if level.issuers}
    notice = document("a", f"在{where}开展了活动。", "省以下各级单位要整改。", level="central")
    [task] = [task for task in found(notice) if task.ref.block == "p_2"]
    assert set(task.levels) & ranks == expected


# --- sections and points --------------------------------------------------------------------------


def section(id: str, text: str, heading: str, **more: object) -> Block:
    return Block(id, BlockKind.SECTION, text, 1, "一、", heading, **more)  # type: ignore[arg-type]


def test_a_heading_that_names_somebody_asks() -> None:
    named = section("s_1", "一、学校要负起责任。要加强管理。", "学校要负起责任")
    other = section("s_2", "一、领导干部要带头学习。督导组要加强督导。", "领导干部要带头学习")
    tasks = found(Notice("a", "a.txt", "0", None, (named, other)))
    assert [(task.addressee, task.carried, task.quote) for task in tasks] == [
        ("学校", False, "学校要负起责任"),
        ("学校", True, "要加强管理"),
        ("领导干部", False, "领导干部要带头学习"),
        ("督导组", False, "督导组要加强督导"),
    ]


def test_the_sentence_that_sums_up_the_points_below_it_is_no_task_of_its_own() -> None:
    lead = section("s_1", "一、提高认识。从根本上克服“惰”的问题。", "提高认识")
    point = Block("s_1__pt_1", BlockKind.SECTION, "一是自查。各单位要自查。", 2, "一是", "自查", "s_1", True)
    assert [task.addressee for task in found(Notice("a", "a.txt", "0", None, (lead, point)))] == ["各单位"]


def test_points_that_run_on_are_items_of_what_introduces_them() -> None:
    host = Block("p_1", BlockKind.PARAGRAPH, "组织广大党员干部开展“六问”活动，即")
    points = tuple(
        Block(f"p_1__pt_{n}", BlockKind.ITEM, text, 2, text[:2], None, "p_1", True)
        for n, text in enumerate(("一问是否为民，始终做到一心为民；", "二问是否务实。"), 1)
    )
    (task,) = found(Notice("a", "a.txt", "0", None, (host, *points)))
    assert task.items[-2:] == ("一问是否为民，始终做到一心为民", "二问是否务实")


def test_documents_that_are_no_notices_ask_nothing() -> None:
    assert found(document("a", "各单位要认真学习。", kind="other")) == ()


@pytest.mark.parametrize(
    ("title", "count"),
    [("关于地质险情调研情况的报告", 0), ("关于工作情况的汇报", 0), ("关于加强防震工作意见的报告", 1)],
)
def test_what_only_reports_imposes_nothing(title: str, count: int) -> None:
    assert len(found(replace(document("a", "督导组要学习。"), title=title))) == count


def test_law_texts_impose_duties_though_they_are_no_notices() -> None:
    text = "第一条　各单位要认真学习。"
    article = Block("art_1", BlockKind.ITEM, text, depth=1, label="第一条")
    law = document("a", text, kind="other")
    assert [task.addressee for task in found(replace(law, blocks=(article,)))] == ["各单位"]


# --- what holds for any text ----------------------------------------------------------------------

_PIECES = (
    "各级督导组", "要", "认真学习", "，", "；", "。", "（党组）", "《意见》", "“四风”", "市、县", "解决", "等问题",
    "对", "由", "活动办", "开展", "不少于3天", "同时，", "社区", "是", "\u3000", "(", "”", "：", "可", "4月底前",
    "组织", "党员干部", "在", "中",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_every_task_quotes_its_block_to_the_letter(seed: int) -> None:
    chance = random.Random(seed)
    texts = ["".join(chance.choices(_PIECES, k=chance.randrange(1, 80))) for _ in range(4)]
    notice = document("a", *texts, level=chance.choice((None, "county", "central")))
    tasks = found(notice)
    assert len({task.id for task in tasks}) == len(tasks)
    for task in tasks:
        text = notice.block(task.ref.block).text
        assert text[task.ref.start : task.ref.end] == task.quote != ""
        assert all(item and item in task.quote for item in task.items)
        assert task.carried or task.addressee is None or task.addressee in task.quote
    assert tasks == found(notice)
