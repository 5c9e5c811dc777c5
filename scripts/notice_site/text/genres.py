"""The table of 文种: with which words the titles of documents end, and how such documents are taken.

The table is code and not a file of source_texts/reference: patterns of several stages are compiled from it once.
A further 文种 is one row here and one in tests/text/test_genres.py.
"""

from __future__ import annotations

# statutory   named by the 党政机关公文处理工作条例 (2012), 第八条
# letter      a notice only in official form: numbered, addressed or signed
# other       never a notice: speeches, law texts, summaries
# regulation  binds by itself: a citation of it is one of a regulation
# plain       cited without 《》 behind the name of a leading body: 中共中央关于…的决定
# handing     ends the title of a document that hands another on: 转发…的通知
# cited       met in the titles that notices cite, not as the end of a notice's own title
_TABLE = """
通知 statutory plain handing
意见 statutory plain
方案
办法 regulation plain
规定 regulation plain
细则 regulation
通报 statutory handing
决定 statutory plain handing
决议 statutory plain
命令 statutory
公告 statutory handing
通告 statutory
公报 statutory other
议案 statutory
报告 statutory letter
请示 statutory letter
批复 statutory letter
函 statutory letter
纪要 statutory
条例 regulation other plain
规则 regulation
规程 regulation
章程 regulation other
准则 regulation other
要点
计划
规划
纲要 plain
工作思路
总结 other
讲话 other
致辞 other
倡议书 other
公开信 other
信 other
制度 regulation
守则 regulation
措施
安排
标准 regulation
指南
预案
说明 other
清单
答复
令 handing
规范 regulation cited
通则 regulation cited
法典 regulation cited
宪法 regulation cited
解释 regulation cited
思路 cited
部署 cited
目录 cited
提纲 cited
宣言 cited
公约 cited
批示 cited
汇报 cited
提案 cited
协议 cited
须知 cited
白皮书 cited
"""
_PROPERTIES = {name: frozenset(properties) for name, *properties in map(str.split, _TABLE.strip().splitlines())}


def _with(property_: str) -> tuple[str, ...]:
    return tuple(name for name, properties in _PROPERTIES.items() if property_ in properties)


GENRES = tuple(name for name, properties in _PROPERTIES.items() if "cited" not in properties)
"""文种 with which the title of a notice ends."""

STATUTORY = frozenset(_with("statutory"))
LETTERS = frozenset(_with("letter"))
OTHERS = frozenset(_with("other"))
REGULATIONS = _with("regulation")
CITED = (*GENRES, *(name for name in _with("cited") if name not in REGULATIONS))
"""文种 of the documents that notices cite; regulations are told apart first."""

PLAIN = _with("plain")
HANDING_ON = _with("handing")
