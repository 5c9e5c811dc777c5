"""Paragraphs of a page -> the lines of its document, and the furniture of the site around it with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from notice_site.model import Dropped, Line
from notice_site.reading.boilerplate import words
from notice_site.reading.boilerplate.labelled_values import labelled, labelled_cells, tells_publication
from notice_site.reading.content import Paragraph
from notice_site.text.spacing import squeeze


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines that are the document's, the text that is not, and what a metadata table says."""

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()


# A printed page number: set off by dashes, or worded.
# takes: - 1 -, —12—, －3－, ·4·, 第2页, 第 2 页 共 5 页, 第2页/共5页; not: 12, 一, 第二条, 1-2
PAGE_NUMBER = re.compile(r"([-—–―－─·•]{1,3})\d{1,4}[-—–―－─·•]{1,3}|第\d{1,4}页[,，/]?(?:共\d{1,4}页)?")

# Where in the site the page stands.
# takes: 您的位置：首页>公告, 当前位置：政务公开, 首页>>通知公告>>正文; not: 位置：一楼会议室, 首页应写明标题
_TRAIL = re.compile(
    r"(?=[您你现当目所]|.{0,5}(?:首页|主页))[您你]?(?:现在|当前|目前)?的?(?:所在)?的?位置(?:[:：]|是[:：]?).{0,120}"
    r"|(?:网站)?(?:首页|主页)[>＞»›→].{1,120}"
)

# The way to the neighbouring pages of the site.
# takes: 上一篇：关于…, 下一条：没有了, 上一页12下一页; not: 上篇, 上一篇幅, 下一步工作, 上一条规定
_NEIGHBOUR = re.compile(
    r"(?:[上下前后]一[篇条]|[上下]一页)(?:[:：>»].{0,120}|文章[:：]?.{0,120}|没有了?|\d{0,20}[上下]一页)?"
)

# Who runs the site, and its licence.
# takes: 湘ICP备05000618号, 版权所有：某市人民政府, Copyright © 2014; not: 版权所有者应当…, 著作权与版权
_IMPRINT = re.compile(
    r"ICP[备证]\d|公网安备|网站标识码|copyright|©|版权所有(?!者|人)|建议使用.{0,30}(?:分辨率|浏览器)"
    r"|未经.{0,12}(?:许可|授权|同意).{0,12}(?:转载|镜像)",
    re.IGNORECASE,
)
# What stands beside the imprint of a site, and only there is no text.
_IMPRINT_NEIGHBOUR = re.compile(
    r"(?:网站)?(?:主办|承办|协办|维护|运维|管理|技术支持)(?:单位)?[:：]|您是第\d|总?访问量?[:：]?\d"
)

# Greetings, clocks and calls to use the page by telephone.
# takes: 今天是2014年3月5日星期三, 欢迎访问某某网站, 扫一扫在手机打开当前页; not: 欢迎各单位来电咨询。, 报名二维码
_GREETING = re.compile(
    r"今天是[:：]?\d.{0,30}|欢迎您?(?:访问|光临|来到).{0,30}|(?:微信)?扫一扫.{0,20}|(?:使用)?手机扫.{0,15}|(?:微信|微博|公众号|手机版?|网站|客户端|当前页)二维码"
)

_COMMENTS = re.compile(
    r"(?:已有|共有|共)?\d*[条位](?:网友)?(?:评论|留言|跟帖).{0,12}|(?:网友评论|发表评论|我要评论|评论列表|最新评论|暂无评论)[:：]?.{0,60}"
    r"|验证码[:：].{0,30}|文明上网.{0,80}|网友评论仅供.{0,60}"
)

# Who put the text on the site; the end of a printed notice names 校对 and 打印, which stay.
# takes: （责任编辑：张三）, 编辑：李四; not: 编辑工作, 责任编辑应当…
_EDITOR = re.compile(r"[（(\[【]?(?:责任编辑|责编|网络编辑|值班编辑|编辑)[:：][^。；;:：]{1,15}[）)\]】]?")

# The moment of publication by the clock, alone on its line: no notice dates itself so.
# takes: 2014-03-10 15:28, 2014年3月10日15:28:01; not: 2014年3月10日, 15:28
_MOMENT = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\d{1,2}[:：]\d\d(?:[:：]\d\d)?")

_BUTTON_EDGES = re.compile(r"[\s【】\[\]〖〗「」()（）|｜│/\\·•:：,，>＞»+×]+")

# What a link to a file of the notice is called: never part of a menu.
_ATTACHMENT = re.compile(r"附件|附表|附图|下载|名单|表$|\.(?:docx?|xlsx?|wps|et|pdf|zip|rar|pptx?)", re.IGNORECASE)

_LONG = 40  # characters: a paragraph of running text, no label


def sort_out(paragraphs: Sequence[Paragraph]) -> Sorted:
    """Tell the document's lines from the furniture around them, by wording and position only.

    Each rule looks at whole lines and takes nothing that a notice itself is known to say; what
    no rule takes stays. A line after a page number gets `gap_before`: there was a page edge.
    """
    reasons = [""] * len(paragraphs)
    metadata = _mark_metadata(paragraphs, reasons)
    texts = [squeeze(paragraph.line.text) for paragraph in paragraphs]
    body = next((k for k, text in enumerate(texts) if not reasons[k] and len(text) >= _LONG and "。" in text), None)
    for k, paragraph in enumerate(paragraphs):
        if not reasons[k] and not paragraph.line.rows:
            reasons[k] = _reason(paragraph, texts[k], before_body=body is None or k < body)
    _mark_property_groups(texts, reasons, len(texts) if body is None else body)
    _mark_related(paragraphs, texts, reasons)
    _mark_menus(paragraphs, texts, reasons)
    _mark_imprint_neighbours(texts, reasons)
    return _parted(paragraphs, reasons, metadata)


def _reason(paragraph: Paragraph, text: str, before_body: bool) -> str:
    """Why one line by itself is furniture; "" where it is not."""
    if len(text) > 200:
        return ""
    if PAGE_NUMBER.fullmatch(text):
        return "页码"
    if _TRAIL.fullmatch(text):
        return "网页位置导航"
    if _NEIGHBOUR.fullmatch(text):
        return "上下篇链接"
    if _is_buttons(paragraph.line.text, paragraph.links > 1):
        return "网页按钮"
    if _is_menu_line(paragraph, text):
        return "网站导航"
    if _GREETING.fullmatch(text):
        return "网站提示"
    if _COMMENTS.fullmatch(text):
        return "评论区"
    if _EDITOR.fullmatch(text):
        return "网页编辑署名"
    if _MOMENT.fullmatch(text):
        return "网页发布信息"
    if "。" not in text[:-1] and _IMPRINT.search(text):
        return "网站版权信息"
    found = labelled(text)
    if found.is_property_line(before_body):
        return "网页发布信息"
    return ""


def _is_buttons(text: str, several_links: bool) -> bool:
    """Whether a line consists of names of buttons.

    >>> [_is_buttons(text, False) for text in ("【打印本页】 【关闭窗口】", "字号：大 中 小", "推荐")]
    [True, True, False]
    """
    if len(text) > 150:
        return False
    names = [name for name in _BUTTON_EDGES.split(text) if name]
    if not names or not all(name in words.BUTTONS for name in names):
        return False
    return several_links or any(name not in words.WEAK_BUTTONS for name in names) or {"大", "中", "小"} <= set(names)


def _is_menu_line(paragraph: Paragraph, text: str) -> bool:
    """Whether a line holds nothing but four or more short links."""
    short = paragraph.links >= 4 and len(text) <= 10 * paragraph.links
    return paragraph.linked and short and not _ATTACHMENT.search(text)


# --- groups of lines ---------------------------------------------------------------------------


def _mark_metadata(paragraphs: Sequence[Paragraph], reasons: list[str]) -> tuple[tuple[str, str], ...]:
    """Mark the table in which government sites repeat a document's data, and return what it says."""
    pairs: list[tuple[tuple[str, str], ...]] = [
        labelled_cells(p.line.rows) if p.line.rows else labelled(squeeze(p.line.text)).metadata for p in paragraphs
    ]
    values: list[tuple[str, str]] = []
    start = 0
    while start < len(pairs):
        end = start
        while end < len(pairs) and pairs[end] and not reasons[end]:
            end += 1
        run = [pair for found in pairs[start:end] for pair in found]
        if len(run) >= 3 and any(label in words.METADATA_ANCHORS for label, _ in run):
            for k in range(start, end):
                reasons[k] = "网页元数据表"
            values += run
        start = end + 1
    return tuple(values)


def _mark_property_groups(texts: Sequence[str], reasons: list[str], body: int) -> None:
    """Mark 来源：… beside 发布时间：…, each on its own line, above the text."""
    start = 0
    while start < body:
        end = start
        labels: list[str] = []
        while end < body and (found := labelled(texts[end])).publication and reasons[end] in ("", "网页发布信息"):
            labels += found.publication
            end += 1
        if end - start >= 2 and tells_publication(labels):
            for k in range(start, end):
                reasons[k] = "网页发布信息"
        start = max(end, start + 1)


def _mark_related(paragraphs: Sequence[Paragraph], texts: Sequence[str], reasons: list[str]) -> None:
    """Mark 延伸阅读 and the like with the links below it; without links it may be the document's own."""
    for k, text in enumerate(texts):
        if reasons[k] or text.strip("【】[]：:>»") not in words.LINK_LISTS:
            continue
        end = k + 1
        while end < len(texts) and not reasons[end] and paragraphs[end].linked:
            end += 1
        if end > k + 1:
            for i in range(k, end):
                reasons[i] = "相关链接"


def _mark_menus(paragraphs: Sequence[Paragraph], texts: Sequence[str], reasons: list[str]) -> None:
    """Mark four or more short links one below the other: a menu of the site."""

    def entry(k: int) -> bool:
        return paragraphs[k].linked and len(texts[k]) <= 12 and not reasons[k] and not _ATTACHMENT.search(texts[k])

    start = 0
    while start < len(texts):
        end = start
        while end < len(texts) and entry(end):
            end += 1
        if end - start >= 4:
            reasons[start:end] = ["网站导航"] * (end - start)
        start = max(end, start + 1)


def _mark_imprint_neighbours(texts: Sequence[str], reasons: list[str]) -> None:
    for order in (range(len(texts)), range(len(texts) - 1, -1, -1)):
        beside = False
        for k in order:
            if beside and not reasons[k] and len(texts[k]) <= 80 and _IMPRINT_NEIGHBOUR.match(texts[k]):
                reasons[k] = "网站版权信息"
            beside = reasons[k] == "网站版权信息"


def _parted(paragraphs: Sequence[Paragraph], reasons: Sequence[str], metadata: tuple[tuple[str, str], ...]) -> Sorted:
    lines: list[Line] = []
    dropped: list[Dropped] = []
    page_edge = False
    for paragraph, reason in zip(paragraphs, reasons, strict=True):
        if reason:
            dropped.append(Dropped(paragraph.line.text, reason, paragraph.line.number))
            page_edge = page_edge or reason == "页码"
        else:
            lines.append(replace(paragraph.line, gap_before=True) if page_edge else paragraph.line)
            page_edge = False
    return Sorted(tuple(lines), tuple(dropped), metadata)
