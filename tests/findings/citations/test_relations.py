"""How a document stands to what it cites, told by the words around the citation."""

from __future__ import annotations

import pytest

from notice_site.findings.citations.relations import relation

EXAMPLES = {
    "转发": (
        "现转发《办法》，请认真学习",
        "兹批转甲部《办法》",
        "现予转发甲部《办法》",
        "特转发《办法》",
        "现将《办法》转发给你们",
        "现将《办法》批转，请照办",
        "《意见》已经国务院同意，现转发给你们",
        "现将《办法》转发给你们，请抓紧组织学习并印发，",
        "《意见》已经国务院同意，现转发给你们，实施细则现予公布",
        "把《办法》转发给你们",
    ),
    "印发": (
        "现将《办法》印发给你们",
        "将《办法》下发给你们",
        "现将《办法》（甲发〔2014〕1号）公布，请执行",
        "现将《办法》发布；自即日起施行",
        "《办法》已经批准，现予公布",
        "《办法》已经批准，现将其颁布",
        "现发布《办法》，自公布之日起施行",
        "现予以公布《办法》，请遵照执行",
        "《办法》已经批准，现予以公布",
    ),
    "贯彻": (
        *(f"认真{verb}《办法》" for verb in ("贯彻", "落实", "执行", "遵守", "践行")),
        "按照《意见》精神",
        "按照《意见》（甲发〔2014〕1号）文件精神",
        "以《意见》为指导",
        "用《意见》精神武装头脑",
        "以《意见》为指针",
        "学习贯彻《意见》",
        "贯彻（以下简称办法；见附件）《意见》",
    ),
    "依据": (
        *(f"{verb}《办法》" for verb in ("根据", "依据", "依照", "按照", "遵照", "参照", "对照")),
        *(f"{verb}《办法》" for verb in ("违反", "违背", "符合", "不符")),
        "按《办法》办理",
        "（按《办法》办理",
    ),
    "引用": (
        "中央在《办法》中要求",
        "中央印发了《办法》",
        "认真学习《办法》精神",
        "宣传《办法》精神",
        "贯彻会议要求，观看《办法》",
        "贯彻会议；学习《办法》",
        *(
            f"贯彻会议并{verb}《办法》精神"
            for verb in ("学习", "学深", "宣传", "领会", "报送", "收悉", "讨论", "解读")
        ),
        "务必按《办法》办理",
        "甲将《办法》作为重点。现印发给你们",
        "现将情况报告。《办法》转发给你们",
        "落实任务：讨论《办法》",
        "报送《办法》精神",
        "观看《办法》精神",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "text"), [(name, text) for name, texts in EXAMPLES.items() for text in texts], ids=str
)
def test_the_words_around_a_citation_say_its_relation(expected: str, text: str) -> None:
    assert relation(text, text.index("《"), text.index("》") + 1) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("转发《办法》的通知", "转发"),
        ("关于批转甲部《办法》的通知", "转发"),
        ("关于印发《办法》的通知", "印发"),
        ("关于贯彻《办法》的通知", "贯彻"),
        ("转发甲。乙《办法》", "引用"),
        ("转发" + "甲" * 40 + "《办法》", "转发"),
        ("转发" + "甲" * 41 + "《办法》", "引用"),
    ],
)
def test_in_a_title_the_verb_stands_before_what_is_handed_on(title: str, expected: str) -> None:
    assert relation(title, title.index("《"), title.index("》") + 1, in_title=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现将《办法》" + "甲" * 120 + "印发给你们", "印发"),
        ("现将《办法》" + "甲" * 121 + "印发给你们", "引用"),
        ("现将《办法》印发", "印发"),
        ("《办法》现印发", "印发"),
        ("《办法》" + "甲" * 60 + "现印发", "印发"),
        ("《办法》" + "甲" * 61 + "现印发", "引用"),
        ("按照《意见》精神", "贯彻"),
        ("按照《意见》" + "甲" * 40 + "精神", "贯彻"),
        ("按照《意见》" + "甲" * 41 + "精神", "依据"),
        ("现印发" + "甲" * 40 + "《办法》", "印发"),
        ("现印发" + "甲" * 41 + "《办法》", "引用"),
        ("贯彻" + "甲" * 198 + "《办法》", "贯彻"),
        ("贯彻" + "甲" * 199 + "《办法》", "引用"),
        ("按照《" + "甲" * 199 + "意见》精神", "贯彻"),
        ("《意见》" + "甲" * 60 + "，" + "乙" * 120 + "现印发", "引用"),
    ],
)
def test_the_words_that_bear_on_a_citation_stand_near_it(text: str, expected: str) -> None:
    assert relation(text, text.index("《"), text.index("》") + 1) == expected
