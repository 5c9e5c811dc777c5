"""A built site small enough to read: frame, one notice, a term with its card, a search, an edition."""

from __future__ import annotations

import base64
import json

EDITION = "0.1.0-3f2a9c1b"

PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")


def framed(content: str, top: str = "") -> bytes:
    """A page as the theme builds it; `top` leads to the top of the site."""
    return f"""<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>页</title>
<meta name="description" content="供学习。">
<link rel="stylesheet" href="{top}assets/stylesheets/site.css"></head>
<body dir="ltr" data-md-color-scheme="default">
<div class="md-header__topic"> <span class="long-name">学习 包</span> <span class="short-name">包</span> </div>
<article class="md-content__inner md-typeset">{content}</article>
<div class="md-copyright__highlight">以发布机关的文本为准。</div>
<div class="edition"><a href="{top}edition.html">版本</a> <script src="{top}edition.js"></script></div>
<script src="{top}assets/javascripts/term-card.js"></script></body></html>""".encode()


NOTICE = """
<div class="tools" hidden><button>打印</button></div>
<nav class="crumbs"><a href="../browse/level.html">层级</a></nav>
<section class="document"><div class="card"><dl><dt>来源</dt>
<dd><a href="../sources/001.txt" download>001.txt</a></dd></dl></div>
<div class="text" data-citation="《通知》（甲〔2014〕1号）">
<h1 class="title" id="title">通知<a class="permalink" href="#title">¶</a></h1>
<h2 class="section" id="sec_1">一、总要求。<a class="permalink" href="#sec_1">¶</a></h2>
<p id="sec_1__p_1">坚持<a class="term" href="../glossary/sifeng.html">四风</a>&lt;要求&gt;<sup
 id="fnref:note-1"><a class="footnote-ref" href="#fn:note-1">1</a></sup>。<img src="../pictures/a.png" alt="图"></p>
</div></section>
<div class="footnote"><ol><li id="fn:note-1"><p>疑误。
<a class="footnote-backref" href="#fnref:note-1">↩</a></p></li></ol></div>
<p><svg viewBox="0 0 10 10" role="img" aria-labelledby="c-title"><title id="c-title">图</title>
<a href="../notices/009.html"><text>一</text></a><a href="../glossary/sifeng.html"><text>二</text></a></svg></p>
<details class="source-text"><summary>原貌</summary><ol><li id="L1">通知</li></ol></details>
"""

TERM = """<h1 id="term"><ruby>四<rt>sì</rt></ruby><ruby>风<rt>fēng</rt></ruby></h1>
<p><a class="quoted" href="../notices/001.html?at=sec_1__p_1.2-4#sec_1__p_1">四风</a>
<a class="quoted" href="../notices/009.html?at=p_1.0-2#p_1">另一件的话</a></p>"""


def site() -> dict[str, bytes]:
    """The files of the site, by their path."""
    return {
        "index.html": framed(
            '<h1 id="pack">学习包</h1><p><a href="notices/001.html#sec_1">一</a> <a href="data.html">数据</a></p>'
        ),
        "notices/001.html": framed(NOTICE, "../"),
        "notices/index.html": framed("<h1>文件</h1>", "../"),
        "glossary/sifeng.html": framed(TERM, "../"),
        "glossary/cards/sifeng.js": b'termCard("sifeng",{"term":"\xe5\x9b\x9b\xe9\xa3\x8e"});',
        "search/index.html": framed('<h1>检索</h1><div id="search-page"></div>', "../").replace(
            b"</body>",
            b'<script src="../assets/javascripts/search/loading.js"></script>'
            b'<script src="../assets/javascripts/search/page.js"></script></body>',
        ),
        "search/texts.js": b'__part("texts",["</script>"]);',
        "edition.html": framed('<h1>版本</h1><div id="bundle-files"><p>网站</p></div>'),
        "data.html": framed("<h1>数据</h1>"),
        "data/edition.json": json.dumps({"version": 1, "items": [{"name": "notices", "edition": EDITION}]}).encode(),
        "edition.js": b"",
        "sources/001.txt": b"",
        "pictures/a.png": PIXEL,
        "assets/images/favicon.svg": b"<svg/>",
        "assets/javascripts/term-card.js": b"/* terms */",
        "assets/javascripts/presentation.js": b"/* present */",
        "assets/stylesheets/presentation.css": b"d {}",
        "assets/javascripts/one-file.js": b"/* one file */",
        "assets/javascripts/search/loading.js": b"/* loading */",
        "assets/javascripts/search/page.js": b"/* page */",
        "assets/stylesheets/site.css": b"a { background: url(../../pictures/a.png) }",
        "assets/stylesheets/one-file.css": b"b {}",
        "assets/stylesheets/book.css": b"c {}",
    }
