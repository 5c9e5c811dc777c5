from __future__ import annotations

import pytest

from notice_site.reading.boilerplate.page_frame import _parts
from notice_site.reading.readers.html import read_html
from notice_site.reading.sources import read_source

TEXT = "各支部要认真组织学习，把学习同实际工作结合起来，做到有计划、有记录、有检查。"
MENU = "".join(f'<li><a href="{k}.html">{name}</a></li>' for k, name in enumerate(("首页", "要闻", "公告", "党建")))


def page(before: str, text: str, after: str, title: str = "关于开展学习的通知_青禾先锋网") -> str:
    return f"""<html><head><title>{title}</title></head><body><ul>{MENU}</ul>{before}
    <div><div>{text}</div></div>{after}<div><p>青禾先锋网编辑部，欢迎来稿</p></div></body></html>"""


def kept(html: str) -> list[str]:
    source, _ = read_source(html.encode(), "page.html")
    assert source is not None
    return [line.text for line in source.lines]


BODY = f"<p>各支部：</p><p>{TEXT}</p><p>{TEXT}</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            page(
                "<div>今天是</div><h1>关于开展学习的通知</h1><p>2014-03-01 青禾一中</p>", BODY, "<p>上一篇：值班表</p>"
            ),
            ["关于开展学习的通知", "各支部：", TEXT, TEXT],
            id="what stands before the title, below it with a date, and after the text is the site's",
        ),
        pytest.param(
            page("<p>今天是</p>", f"<p>关于开展学习</p><p>的通知</p>{BODY}", ""),
            ["关于开展学习", "的通知", "各支部：", TEXT, TEXT],
            id="a title over two lines inside the element of the text",
        ),
        pytest.param(
            page("<h1>关于开展学习的通知</h1>", f"<p>青禾县委文件</p><p>关于开展学习的通知</p>{BODY}", ""),
            ["关于开展学习的通知", "青禾县委文件", "关于开展学习的通知", "各支部：", TEXT, TEXT],
            id="a masthead between the heading of the page and the title stays",
        ),
        pytest.param(
            page("<h1>关于开展学习的通知</h1><p>2014年3月1日</p><p>2014-03-01 10:00</p>", BODY, ""),
            ["关于开展学习的通知", "2014年3月1日", "各支部：", TEXT, TEXT],
            id="a date as documents write it stays below the title, one by the clock does not",
        ),
        pytest.param(
            f"<html><body><p>今天是</p><div>{BODY}</div></body></html>",
            ["今天是", "各支部：", TEXT, TEXT],
            id="without a link there is no frame",
        ),
        pytest.param(
            page("<h1>关于开展学习的通知</h1><p>青政发〔2014〕3号</p>", BODY, ""),
            ["关于开展学习的通知", "青政发〔2014〕3号", "各支部：", TEXT, TEXT],
            id="a number below the title stays",
        ),
        pytest.param(
            page("<h1>关于开展学习的通知</h1>", BODY, "<div><p>青禾县委</p><p>2014年3月1日</p></div>"),
            ["关于开展学习的通知", "各支部：", TEXT, TEXT, "青禾县委", "2014年3月1日"],
            id="signature and date outside the element of the text stay",
        ),
        pytest.param(
            page('<h1>关于开展学习的通知</h1><p><a href="x">领取资料</a></p>', BODY, ""),
            ["关于开展学习的通知", "各支部：", TEXT, TEXT],
            id="a link between title and text",
        ),
        pytest.param(
            page("<p>今天是</p><p>关于开展学习的通知</p><p>发布人：张三</p>", BODY, "", title="青禾先锋网"),
            ["关于开展学习的通知", "各支部：", TEXT, TEXT],
            id="a title that ends in a 文种 where the page names only itself",
        ),
        pytest.param(
            page("<p>今天是</p>", "<p>关于值班的通知</p><p>请各位按时到岗值班。</p>", ""),
            ["关于值班的通知", "请各位按时到岗值班。"],
            id="a document of one short sentence",
        ),
        pytest.param(
            page("<p>今天是</p>", BODY, "", title="青禾先锋网"),
            ["各支部：", TEXT, TEXT],
            id="a title that the page does not name",
        ),
        pytest.param(
            page("", f"<p>今天是建党节，编辑：扫一扫街道的党员要带头学习，人人参加。</p>{BODY}", ""),
            ["今天是建党节，编辑：扫一扫街道的党员要带头学习，人人参加。", "各支部：", TEXT, TEXT],
            id="words of a site inside the running text",
        ),
        pytest.param(
            f"<p>今天是</p><p>关于开展学习的通知</p>{BODY}",
            ["今天是", "关于开展学习的通知", "各支部：", TEXT, TEXT],
            id="a fragment has no frame",
        ),
        pytest.param(
            "<html><body><p>值班表</p><p>张三</p></body></html>", ["值班表", "张三"], id="a page without running text"
        ),
    ],
)
def test_the_document_of_a_page_is_kept(html: str, expected: list[str]) -> None:
    assert kept(html) == expected


def test_what_is_outside_is_recorded_with_its_reason() -> None:
    source, _ = read_source(page("<p>今天是</p><h1>关于开展学习的通知</h1>", BODY, "").encode(), "page.html")
    assert source is not None
    assert ("今天是", "网页框架（正文之外）") in [(dropped.text, dropped.reason) for dropped in source.dropped]


@pytest.mark.parametrize("title", ["<p>关于开展学习的通知</p>", "<p>关于开展学习</p><p>的通知</p>"])
def test_the_title_that_a_page_names_is_a_heading_whatever_it_is_written_as(title: str) -> None:
    lines = [p.line for p in read_html(page("", title + BODY, ""), "utf-8").paragraphs]
    assert "".join(line.text for line in lines if line.heading) == "关于开展学习的通知"


def test_every_paragraph_of_a_page_is_read() -> None:
    html = page("<p>今天是</p>", BODY, "")
    assert [p.line.text for p in read_html(html, "utf-8").paragraphs if p.outside] == [
        "首页", "要闻", "公告", "党建", "今天是", "青禾先锋网编辑部，欢迎来稿",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("关于学习的通知_某网", ["关于学习的通知_某网", "关于学习的通知"]),
        ("通知_某网", []),
        ("2014—2015年工作要点", ["2014—2015年工作要点"]),
    ],
)
def test_names_of_the_site_behind_a_title_are_taken_off(heading: str, parts: list[str]) -> None:
    assert _parts(heading) == parts


HIDING = (
    "<style>/* .a{{}} */ @media print {{ .shown {{display:none}} }} {rule} {{ color: red; DISPLAY : none }}</style>"
)


@pytest.mark.parametrize(
    ("rule", "markup", "hidden"),
    [
        (".inner", '<p class="note inner">扫码后可见</p>', True),
        ("#ad, .x", '<p id="ad">扫码后可见</p>', True),
        ("p > b.x", '<p><b class="x">扫码后可见</b></p>', True),
        (".shown", '<p class="shownx">扫码后可见</p>', False),
        (".y", '<p class="shown">扫码后可见</p>', False),
        ("p:hover", "<p>扫码后可见</p>", False),
        ("p::after", "<p>扫码后可见</p>", False),
        ("p[", "<p>扫码后可见</p>", False),
    ],
)
def test_text_that_the_style_sheet_of_the_page_hides_is_left_out(rule: str, markup: str, hidden: bool) -> None:
    html = (
        f"<html><head>{HIDING.format(rule=rule)}</head><body>{markup}<p>请到阅览室办理，并带好证件。</p></body></html>"
    )
    assert ("扫码后可见" not in kept(html)) is hidden


def test_text_that_a_page_hides_until_a_script_runs_is_read() -> None:
    html = f'<html><body><h1>通知</h1><div id="js_content" style="visibility: hidden">{BODY}</div></body></html>'
    assert TEXT in kept(html)


@pytest.mark.parametrize(
    "about",
    [
        *("2014-3-1 青禾一中", "2014/03/01 青禾一中", "2014.3.1 青禾一中", "来源：本站", "作者: 张三"),
        *("调整字号大小", "字体 大 中 小", "打印本页", "浏览次数", "阅读次数", "点击次数", "分享到", "收藏本页"),
    ],
)
def test_what_a_site_says_of_its_page_below_the_title_is_the_sites(about: str) -> None:
    assert kept(page(f"<h1>关于开展学习的通知</h1><p>{about}</p>", BODY, "")) == [
        "关于开展学习的通知",
        "各支部：",
        TEXT,
        TEXT,
    ]


@pytest.mark.parametrize("below", ["2014年3月1日", "各乡镇人民政府：", "青政发2014 3号"])
def test_what_a_document_says_below_its_title_stays(below: str) -> None:
    html = page(f"<h1>关于开展学习的通知</h1><p>{below}</p>", BODY, "")
    assert kept(html) == ["关于开展学习的通知", below, "各支部：", TEXT, TEXT]
