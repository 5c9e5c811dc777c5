"""Lines that surround a document on a site, and lines like them that notices hold: only the first are dropped."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from notice_site.model import Line
from notice_site.reading.boilerplate.lines import SeparatedLines, separate_boilerplate
from notice_site.reading.extracted_text import Paragraph
from notice_site.reading.reference.boilerplate import shipped_boilerplate

BODY = "各级党组织要充分认识开展教育实践活动的重大意义，切实加强组织领导，精心安排，务求实效，不走过场。"

ANYWHERE = """
- 1 -
—12—
－ 3 －
第 2 页
第2页 共5页
【打印本页】【关闭窗口】
打印 | 关闭 | 返回顶部
字号：大 中 小
【字体：大 中 小】
分享到：微信 新浪微博 QQ空间
您的位置：首页 > 通知公告 > 正文
当前位置: 网站首页>>政务公开>>文件
您现在的位置是：首页 → 公告
首页 > 政务公开 > 通知
上一篇：关于开展督查的通知
下一条：没有了
上一页 1 2 3 下一页
版权所有：甲市人民政府办公室
Copyright © 2014 甲市
湘ICP备05000618号-1
湘公网安备 43010202000123号
网站标识码：4301000001
建议使用1024×768分辨率浏览
今天是2014年3月10日 星期一
欢迎您访问甲市政府网
扫一扫在手机打开当前页
微信二维码
文章来源：本站原创 作者：佚名 发布时间：2014年03月11日 点击数：36次
来源：新华网 时间：2014-03-10 浏览次数：
字号：默认 大 超大 | 打印 | 收藏 | 留言
发布：2014-3-10
2014-03-10 15:28 来源：甲市日报 字体：大 中 小
发布时间：2014-03-10 15:28:01
2014-03-10 15:28
浏览次数：1234
点击：[36]次
（责任编辑：张三）
共有3条评论
发表评论 昵称 内容
验证码：看不清
网友评论仅供其表达个人看法
""".strip().splitlines()

ABOVE_THE_TEXT = [
    "来源：新华网 作者：张三",
    "日期：2014-03-10",
    "来源：甲市日报 2014-03-10",
    "中央政府门户网站 www.gov.cn 2014-01-27 15:03 来源：新华社",
]

NEVER = """
转发
推荐
保存
1
12
第二条
第2页的表格要重新填写。
一、
二〇一四年三月十日
2014年3月10日
3月10日15:28
时间：2014年3月10日
时间：3月10日上午9时
地点：市政府一楼会议室
日期：二〇一四年三月
来源：各单位推荐、群众举报
作者：焦裕禄
阅读：《焦裕禄》《习近平谈治国理政》
浏览：门户网站活动专栏
留言
发布：活动办
更新：每季度一次
甲市日报来源：乙
发布时间：每周一
信息员：李四
主办单位：市委组织部
承办单位：各县（市、区）委
联系人：张三　联系电话：0731-82210000
校对：李四　打印：王五
（共印50份）
主题词：师德建设　有偿家教　意见
公开方式：主动公开
抄送：市委办、市人大办。
送：省委常委，求发、来山同志。
（此件公开发布）
(下转第四版)
《 人民日报 》（ 2014年01月24日 01 版）
附件下载
附件：1. 督查表
相关链接
相关附件
首页
首页应设置活动专栏。
位置图见附件
位置：市政府一楼会议室
上篇
下篇：整改措施
报名二维码
今天是个好日子
工作位置：一线
上一条规定适用于各单位
下一步工作打算
下一步
上级部门
上下一心
前一页所列单位
版权所有者应当登记。
未经批准不得转载机密文件。
欢迎各界监督
编辑工作要点
编辑：要把好关；作者：要把好关
责任编辑应当签名
索引号：2014-36
标题：关于通知
名称：甲市委员会
大
小
中
A
——
·
…
""".strip().splitlines()


def separated(paragraphs: Sequence[Paragraph]) -> SeparatedLines:
    return separate_boilerplate(paragraphs, shipped_boilerplate())


def _dropped(text: str, before_body: bool) -> list[str]:
    texts = [text, BODY] if before_body else [BODY, text]
    return [d.reason for d in separated([Paragraph(Line(t, k)) for k, t in enumerate(texts, 1)]).dropped]


@pytest.mark.parametrize("text", ANYWHERE)
def test_furniture_is_dropped_above_and_below_the_text(text: str) -> None:
    assert [len(_dropped(text, before)) for before in (True, False)] == [1, 1]


@pytest.mark.parametrize("text", ABOVE_THE_TEXT)
def test_line_under_a_headline_is_dropped_only_above_the_text(text: str) -> None:
    assert [len(_dropped(text, before)) for before in (True, False)] == [1, 0]


@pytest.mark.parametrize("text", NEVER)
def test_text_of_the_document_stays_above_and_below_the_text(text: str) -> None:
    assert [len(_dropped(text, before)) for before in (True, False)] == [0, 0]


def _linked(*texts: str) -> list[Paragraph]:
    return [Paragraph(Line(text, k), linked=True, links=1) for k, text in enumerate(texts, 1)]


def test_menu_of_short_links_is_dropped_but_not_a_list_of_attachments() -> None:
    assert len(separated(_linked("政务公开", "办事服务", "互动交流", "公共数据")).dropped) == 4
    assert len(separated(_linked("政务公开", "办事服务", "互动交流")).dropped) == 0
    assert len(separated(_linked("附件1：督查表", "附件2：自查表", "报名表.doc", "人员名单")).dropped) == 0


@pytest.mark.parametrize(
    ("texts", "dropped"),
    [
        (["政务公开栏目的首页和公告", "办事服务", "互动交流", "公共数据"], 4),
        (["政务公开栏目的首页和公告栏", "办事服务", "互动交流", "公共数据"], 0),
        (["政务公开", "办事服务", "附图", "互动交流", "公共数据"], 0),
        (["政务公开", "办事服务", "互动交流", "公共数据", "附表一"], 4),
        (["政务公开", "办事服务", "代表大会", "公共数据"], 4),
        (["政务公开", "办事服务", "通知.xls", "公共数据"], 0),
        (["政务公开", "办事服务", "下载中心", "公共数据"], 0),
    ],
)
def test_entries_of_a_menu_are_short_and_no_attachments(texts: list[str], dropped: int) -> None:
    assert len(separated(_linked(*texts)).dropped) == dropped


@pytest.mark.parametrize(
    ("text", "links", "linked", "dropped"),
    [
        ("公开|服务|互动|数据", 4, True, 1),
        ("公开|服务|互动", 3, True, 0),
        ("公开|服务|互动|数据", 4, False, 0),
        ("字" * 40, 4, True, 1),
        ("字" * 41, 4, True, 0),
        ("公开|服务|互动|附表", 4, True, 0),
    ],
)
def test_a_menu_on_one_line_holds_nothing_but_short_links(text: str, links: int, linked: bool, dropped: int) -> None:
    assert len(separated([Paragraph(Line(text, 1), linked, links)]).dropped) == dropped


@pytest.mark.parametrize(
    ("text", "links", "dropped"),
    [
        ("打印", 0, 1),
        ("推荐", 0, 0),
        ("推荐 首页", 2, 1),
        ("推荐 首页", 1, 0),
        ("大 中 小", 0, 1),
        ("大 中", 0, 0),
        ("打印 " * 50, 0, 1),
        ("打印 " * 50 + " ", 0, 0),
        ("打印 通知", 0, 0),
        ("【】", 0, 0),
    ],
)
def test_a_line_of_buttons_holds_nothing_else(text: str, links: int, dropped: int) -> None:
    assert len(separated([Paragraph(Line(text, 1), links=links)]).dropped) == dropped


@pytest.mark.parametrize(
    ("body", "dropped"),
    [("字" * 39 + "。", 0), ("字" * 38 + "。", 1), ("字" * 40, 1)],
    ids=["forty characters", "thirty-nine", "no sentence"],
)
def test_the_text_begins_with_a_long_line_that_has_a_sentence(body: str, dropped: int) -> None:
    lines = [Paragraph(Line(text, k)) for k, text in enumerate((body, "日期：2014-03-10"), 1)]
    assert len(separated(lines).dropped) == dropped


def test_a_line_of_more_than_two_hundred_characters_is_text() -> None:
    notice = "版权所有" + "字" * 196
    assert [len(separated([Paragraph(Line(text, 1))]).dropped) for text in (notice, notice + "字")] == [1, 0]


@pytest.mark.parametrize(("length", "dropped"), [(80, 2), (81, 1)])
def test_a_neighbour_of_the_imprint_is_short(length: int, dropped: int) -> None:
    texts = ("湘ICP备05000618号", "主办单位：" + "字" * (length - 5))
    assert len(separated([Paragraph(Line(t, k)) for k, t in enumerate(texts)]).dropped) == dropped


def test_a_line_after_a_page_number_has_a_gap_before_it() -> None:
    texts = ("甲", "- 1 -", "打印", "乙", "丙")
    lines = separated([Paragraph(Line(t, k)) for k, t in enumerate(texts)]).lines
    assert [(line.text, line.gap_before) for line in lines] == [("甲", False), ("乙", True), ("丙", False)]


@pytest.mark.parametrize(
    ("texts", "dropped"),
    [
        (["索引号：2014-36", "发文机关：甲市委", "成文日期：2014年3月9日"], 3),
        (["索引号：2014-36", "发文机关：甲市委"], 0),
        (["索引号：2014-36", "通知", "发文机关：甲市委", "成文日期：2014年3月9日"], 0),
    ],
)
def test_a_metadata_table_has_three_pairs_one_below_the_other(texts: list[str], dropped: int) -> None:
    assert len(separated([Paragraph(Line(t, k)) for k, t in enumerate([*texts, BODY])]).dropped) == dropped


@pytest.mark.parametrize(
    ("texts", "dropped"),
    [
        (["来源：甲市日报", "作者：佚名"], 2),
        (["来源：甲市日报", "通知", "作者：佚名"], 0),
        ([BODY, "来源：甲市日报", "作者：佚名"], 0),
        (["时间：三月", "日期：四月"], 0),
    ],
)
def test_labels_below_each_other_above_the_text_are_a_sites(texts: list[str], dropped: int) -> None:
    assert len(separated([Paragraph(Line(t, k)) for k, t in enumerate([*texts, BODY])]).dropped) == dropped


@pytest.mark.parametrize(
    ("texts", "dropped"),
    [
        (["关于开会的通知", "单 位：组织部", "各党支部："], 1),
        (["关于开会的通知", "单位：组织部", "现通知如下。"], 0),
        (["单位：组织部", "各党支部："], 0),
        (["关于开会的通知", "时间安排：上午", "各党支部："], 0),
        (["关于开会的通知", "单位：请到会。", "各党支部："], 0),
        (["关于开会的通知", "单位：" + "甲" * 20, "各党支部："], 1),
        (["关于开会的通知", "单位：" + "甲" * 21, "各党支部："], 0),
    ],
)
def test_whom_a_site_names_above_the_recipients(texts: list[str], dropped: int) -> None:
    assert len(separated([Paragraph(Line(t, k)) for k, t in enumerate([*texts, BODY])]).dropped) == dropped


def test_heading_of_links_is_dropped_with_them_and_only_with_them() -> None:
    heading = Paragraph(Line("延伸阅读", 1))
    link = Paragraph(Line("习近平主持会议审议《条例》", 2), linked=True, links=1)
    assert len(separated([heading, link]).dropped) == 2
    assert len(separated([heading, Paragraph(Line("《条例》全文", 2))]).dropped) == 0


def test_data_about_a_page_may_stand_line_by_line() -> None:
    texts = ["关于通知", "来源：甲市日报", "作者：佚名", "发布时间：2014-03-10", BODY]
    assert len(separated([Paragraph(Line(t, k)) for k, t in enumerate(texts)]).dropped) == 3
    texts = ["关于通知", "索引号：2014-36", "发文机关：甲市委", "成文日期：2014年3月9日", BODY]
    found = separated([Paragraph(Line(t, k)) for k, t in enumerate(texts)])
    assert found.metadata == (("索引号", "2014-36"), ("发文机关", "甲市委"), ("成文日期", "2014年3月9日"))


def test_values_of_a_metadata_table_may_stand_below_their_labels() -> None:
    texts = ["•索引号：", "6107/2024-1", "•文号：", "甲政发〔2024〕7号", "•内容概述：", "甲县考勤办法", "一、总则。"]
    found = separated([Paragraph(Line(t, k)) for k, t in enumerate(texts)])
    assert [line.text for line in found.lines] == texts[-2:], "the last label has no value"


@pytest.mark.parametrize("value", ["甲政发7号。", "甲" * 61])
def test_a_sentence_or_long_text_below_a_label_is_no_value(value: str) -> None:
    texts = ["•索引号：", value, "•文号：", "甲政发〔2024〕7号", "•内容概述：", "甲县考勤办法", "一、总则。"]
    found = separated([Paragraph(Line(t, k)) for k, t in enumerate(texts)])
    assert value in [line.text for line in found.lines]


def test_metadata_labels_without_an_anchor_are_a_table_of_the_document() -> None:
    texts = ["标题：甲", "文号：乙", "发文日期：丙", BODY]
    assert separated([Paragraph(Line(t, k)) for k, t in enumerate(texts)]).dropped == ()


def test_neighbour_of_the_imprint_is_dropped_only_beside_it() -> None:
    texts = [BODY, "主办单位：甲市委", "湘ICP备05000618号", "主办单位：乙市委"]
    dropped = separated([Paragraph(Line(t, k)) for k, t in enumerate(texts)]).dropped
    assert [d.text for d in dropped] == texts[1:]
