"""Words of the interface that were awkward or wrong and were replaced stand on no page and in no script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

REPLACED = (
    r"收录 \**\d+\** 件文件", "件文件（成文于", "出现最多的词语", "查找途径", "未载日期", "个来源。",
    "原文未载", "原文无文号", "市名原文", "公开发表", "所列附件", "词语全部标出", "原貌", "涉及词语",
    "引用与被引", "各件对照：", "按对象计", "一条可计入多行", "所含数字", "首见", "各件次数", "数字概括",
    "提法口号", "(?<!查)看词条", "所收文件中写明时间之处", "年份系推定", "何事", "没有写明一端", "年份据今年",
    "传达时序", "距起点", "承前", "本件未提(?!及)", "层级与文件对照", "以大为严", "以小为严", "更宽(?![的广])",
    "其间互引", "与对方相同", "同段同高", "无从对照", "检索词(?![语典])", "按相符程度", "不离开本页",
    r"列出 [#\d]+ 项", "弄清[^。]{0,12}各是怎样写的", "思考题", "(?m:^#+ 不是什么)", "对文字做了什么",
    "空格接合成段", "待核", "拟读作", "这里是网站", "正文中带日期的一处文字", "前一栏目", "(?<!显示)本说明",
    "这一份网站", "没有可比的，", "点开一件", "(?<!击)点柱形", "打开这件", "换一级、", "(?<!击)点年份", "没有比对出",
    "(?<!显示)段号", "(?m:^#+ (?:时间|各部分|释义|出处|逐条)(?: |$))", r"见于 \d+ 件文件", "不早于", '[>"]经常["<]',
    "时长", 'kind">(?:规定动作|保障)<', "转述", "可选(?!择)", r"(?<!展开)其余 \d+ 项", '[>"]未写明对象["<]', "口径",
    "对他件的", "两方", "最长相同(?!段)", '"所在"', "个词语", "本网站未附", "我们的单位",
    "声母", "没有读到", "没有哪一件",
    "(?<!击)点线", "(?<!击)点数字", "不相比较", "连分项", "整套带走", "各组件数", "去掉注音", "正在查找", "校勘记",
    "日期来源文本未载",
)  # fmt: skip
"""Each is a pattern; none may match the text of a source, which a page quotes."""

PAGES = sorted((ROOT / "docs").rglob("*.md"))
SCRIPTS = sorted(
    path for path in (ROOT / "overrides").rglob("*") if path.suffix in (".js", ".html") and "vendor" not in path.parts
)
SOURCES = sorted((ROOT / "source_texts" / "notices").glob("*.txt"))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    files = [*PAGES, *SCRIPTS, ROOT / "mkdocs.yml"]
    return {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in files}


@pytest.mark.parametrize("words", REPLACED)
def test_replaced_words_are_gone(texts: dict[str, str], words: str) -> None:
    pattern = re.compile(words)
    assert not any(pattern.search(path.read_text("utf-8")) for path in SOURCES)
    assert [path for path, text in texts.items() if pattern.search(text)] == []
