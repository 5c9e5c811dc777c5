"""Whether a document is a notice, and whether it is whole, from its parts."""

from __future__ import annotations

import pytest

from notice_site.model import BlockKind
from notice_site.parsing.documents import DocumentParts
from notice_site.parsing.heads import Head
from notice_site.parsing.kinds import kind_of, status_of
from notice_site.parsing.line_joining import Paragraph

LAST_WORD = "甲" * 40


def paragraph(text: str, rows: tuple[tuple[str, ...], ...] = ()) -> Paragraph:
    return Paragraph(text, (1, 1), rows=rows)


def parts(
    title: str | None = None,
    *body: str,
    number: str | None = None,
    recipients: str | None = None,
    press: bool = False,
    tail: tuple[BlockKind, ...] = (),
    truncated: bool = False,
) -> DocumentParts:
    head = Head((), 0, title, number=number, recipients=recipients, press=press)
    return DocumentParts(
        "main", head, tuple(map(paragraph, body)), tuple((k, paragraph("甲")) for k in tail), truncated=truncated
    )


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        pytest.param(parts("关于甲的通知", "各级要做到。"), "notice", id="通知"),
        pytest.param(parts("甲工作条例", number="甲〔2014〕1号"), "other", id="条例有文号也不是公文"),
        pytest.param(parts("甲条例", "2014年3月4日甲县人民政府第3次常务会议通过"), "notice", id="县政府的条例不是法规"),
        pytest.param(parts("甲条例", "（2014年3月4日甲区人民政府公布）"), "notice", id="区政府公布"),
        pytest.param(parts("甲条例", "2014年3月4日甲自治区人民政府第3次常务会议通过"), "other", id="自治区的条例"),
        pytest.param(parts("甲条例", "2014年3月4日甲县人民政府令第3号公布"), "other", id="以令公布"),
        pytest.param(parts("甲条例", "甲县人民政府公布的办法不适用本条例。"), "other", id="正文提到县政府公布"),
        pytest.param(parts("甲工作总结"), "other", id="总结"),
        pytest.param(parts("关于甲的函"), "other", id="函没有公文形式"),
        pytest.param(parts("关于甲的函", number="甲〔2014〕1号"), "notice", id="函有文号"),
        pytest.param(parts("关于甲的批复", recipients="乙"), "notice", id="批复有主送"),
        pytest.param(parts("关于甲的报告", tail=(BlockKind.SIGNATURE,)), "notice", id="报告有落款"),
        pytest.param(parts("关于甲的请示", tail=(BlockKind.DATE,)), "notice", id="请示有日期"),
        pytest.param(parts("关于甲的函", tail=(BlockKind.CC,)), "notice", id="函有抄送"),
        pytest.param(parts("关于甲的函", tail=(BlockKind.PRINT,)), "notice", id="函有印发"),
        pytest.param(parts("关于甲的函", press=True), "notice", id="报纸全文刊登"),
        pytest.param(parts("关于甲的函", tail=(BlockKind.NOTE,)), "other", id="附注不是落款"),
        pytest.param(parts("通知", "同志们："), "other", id="开头称呼听众"),
        pytest.param(parts("甲书记的讲话稿"), "other", id="题名近末尾有讲话"),
        pytest.param(parts("甲书记致辞全文"), "other", id="题名近末尾有致辞"),
        pytest.param(parts("甲书记大会发言"), "other", id="发言"),
        pytest.param(parts("甲书记在会上演讲"), "other", id="演讲"),
        pytest.param(parts("学习讲话精神做好全年部署"), "notice", id="题名开头有讲话"),
        pytest.param(parts("甲县召开大会"), "other", id="新闻题名"),
        pytest.param(parts("甲县召开大会", number="甲〔2014〕1号"), "notice", id="新闻题名但有文号"),
        pytest.param(parts("甲县召开大会的通知"), "notice", id="题名有文种"),
        pytest.param(parts("甲省政府令", "现公布《甲办法》，自发布之日起施行。"), "other", id="令公布法规"),
        pytest.param(parts("甲省政府令", "现任命乙为主任。", "丙。"), "notice", id="任命令"),
        pytest.param(parts("甲办法", *(f"第{n}条　乙。" for n in "一二三四五")), "other", id="条文成篇"),
        pytest.param(parts("甲办法", *(f"第{n}条　乙。" for n in "一二三四")), "notice", id="条文不多"),
        pytest.param(
            parts("甲办法", *(f"第{n}条　乙。" for n in "一二三四五"), number="甲〔2014〕1号"),
            "notice",
            id="条文有文号",
        ),
        pytest.param(parts(None, "4月23日下午，我校召开了汇报会。"), "other", id="报道已开的会"),
        pytest.param(parts(None, "定于4月23日召开汇报会。"), "notice", id="通知要开的会"),
        pytest.param(parts(None, "甲书记到校调研。", "（宣传部供稿）"), "other", id="供稿"),
        pytest.param(parts(None, "近日，甲县部署工作。"), "other", id="新闻开头"),
        pytest.param(parts(None, "（新华社讯） 甲县部署工作。"), "other", id="电头"),
        pytest.param(parts(None, "本报讯 甲县部署工作。"), "other", id="电头没有括号"),
        *(
            pytest.param(parts(None, f"{day}，甲县部署工作。"), "other", id=day)
            for day in ("日前", "昨日", "今日", "今天")
        ),
        pytest.param(parts(None, "4月2日，甲县部署工作。"), "other", id="日期开头"),
        pytest.param(parts(None, "2014年4月2日我校召开了会议。"), "other", id="某日召开了"),
        pytest.param(parts(None, "2014年4月2日我校召开" + "甲" * 12 + "了会议。"), "other", id="某日召开某某了"),
        pytest.param(parts(None, "2014年4月2日我校召开" + "甲" * 13 + "了会议。"), "notice", id="离得太远"),
        pytest.param(parts(None, "定于2014年4月2日召开会议。"), "notice", id="将要召开"),
        pytest.param(parts(None, "2014年4月2日，甲县部署工作。"), "notice", id="年份开头"),
        pytest.param(parts(None, "近日来甲县部署工作。"), "notice", id="近日来"),
        pytest.param(parts(None), "notice", id="空"),
    ],
)
def test_kind(document: DocumentParts, kind: str) -> None:
    assert kind_of(document) == kind


@pytest.mark.parametrize("word", ["近日", "日前", "昨日", "今日", "今天"])
def test_words_that_open_news(word: str) -> None:
    assert kind_of(parts(None, f"{word}，甲。")) == "other"
    assert kind_of(parts(None, f"甲{word}，甲。")) == "notice"


@pytest.mark.parametrize(
    "word", ["举行", "召开", "举办", "启动", "出席", "强调", "圆满", "隆重", "纪实", "侧记", "部署会", "部署会议"]
)
def test_words_of_news_titles(word: str) -> None:
    assert kind_of(parts(f"甲县{word}")) == "other"


@pytest.mark.parametrize("word", ["召开", "举行", "举办", "开展", "组织", "参加", "来到", "赴"])
def test_words_that_report_what_happened(word: str) -> None:
    assert kind_of(parts(None, f"2014年4月2日，我校{word}了活动。")) == "other"
    assert kind_of(parts(None, f"2014年4月2日，我校将{word}活动。")) == "notice"


@pytest.mark.parametrize("word", ["供稿", "撰稿", "通讯员", "记者", "摄影", "摄"])
def test_words_beside_the_name_of_a_reporter(word: str) -> None:
    assert kind_of(parts(None, "甲县部署工作。", f"（张某某 {word}）")) == "other"
    assert kind_of(parts(None, "甲县部署工作。", f"（张某某 {word}。各级要学习）")) == "notice"


def test_a_table_is_not_what_a_document_opens_with() -> None:
    document = DocumentParts("main", Head((), 0), (paragraph("近日，", (("近日，",),)), paragraph("甲。")))
    assert kind_of(document) == "notice"


@pytest.mark.parametrize(
    ("document", "status"),
    [
        pytest.param(parts("通知", LAST_WORD + "。"), "complete", id="有句号"),
        pytest.param(parts("通知", LAST_WORD + "甲"), "truncated", id="四十一字没有句末标点"),
        pytest.param(parts("通知", LAST_WORD), "complete", id="四十字没有句末标点"),
        pytest.param(parts("通知", LAST_WORD + "甲", tail=(BlockKind.NOTE,)), "complete", id="有附注"),
        pytest.param(parts("通知", LAST_WORD + "甲", tail=(BlockKind.DATE,)), "complete", id="有日期"),
        pytest.param(parts("通知", "特此通知", LAST_WORD + "甲"), "complete", id="倒数第二段有结束语"),
        pytest.param(parts("通知", "特此通知", "甲。", LAST_WORD + "甲"), "truncated", id="结束语在更前"),
        pytest.param(parts("通知", "于9月10日前召开会议，"), "truncated", id="止于逗号"),
        pytest.param(parts("通知", "甲、乙、"), "truncated", id="止于顿号"),
        pytest.param(parts("通知", "甲，", tail=(BlockKind.DATE,)), "complete", id="逗号后有落款"),
        pytest.param(parts(None, "甲。"), "truncated", id="无题名无主送"),
        pytest.param(parts(None, "甲。", recipients="乙"), "complete", id="有主送"),
        pytest.param(parts("通知", "甲。", truncated=True, tail=(BlockKind.DATE,)), "truncated", id="下转"),
        pytest.param(parts("通知"), "complete", id="没有正文"),
    ],
)
def test_status(document: DocumentParts, status: str) -> None:
    assert status_of(document, is_main=True) == status


def test_further_documents_are_cut_short_only_by_a_mark() -> None:
    assert status_of(parts(None, "甲"), is_main=False) == "complete"
    assert status_of(parts(None, "甲", truncated=True), is_main=False) == "truncated"
    assert status_of(parts(None, "甲，"), is_main=False) == "truncated"
    assert status_of(parts(None, "甲，", tail=(BlockKind.DATE,)), is_main=False) == "complete"


@pytest.mark.parametrize("mark", "。！？；…”）》.!?;)：:")
def test_marks_that_end_a_text(mark: str) -> None:
    assert status_of(parts("通知", LAST_WORD + mark), is_main=True) == "complete"


@pytest.mark.parametrize(
    "closing",
    [
        *("特此通知", "特此通报", "特此报告", "特此函", "特此公告", "特此通告", "特此批复", "此通知", "此复", "此致"),
        *("本意见自", "本办法自", "本规定自", "本通知自", "本方案自"),
    ],
)
def test_closing_words(closing: str) -> None:
    assert status_of(parts(None, closing), is_main=True) == "complete"
