"""Files that people edit, with every fault that a generator can put into them, for tests of whatever reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NOTICE = """\
甲市教育局关于开展活动的通知
各学校：
请于2014年3月10日前报送“三查”情况，落实八项规定。
甲市教育局
2014年3月5日
"""
QUOTED = {"line": 3, "quote": "2014年3月10日"}
FILES: dict[str, Any] = {
    "reference/levels.yml": [
        {"id": "city", "name": "市", "issuers": ["市"], "addressees": ["市(?!场)"], "otherwise": False, "own": False},
        {"id": "school", "name": "学校", "addressees": ["学校"], "own": True},
    ],
    "reference/glossary.yml": {
        "terms": [
            {
                "id": "sancha", "term": "三查", "variants": ["三个查", {"form": "查", "only_after_term": True}],
                "pinyin": "sān chá", "reading": "例", "kind": "numeral", "count": 3, "note": "例",
                "definitions": [{"source": "jia.txt", "quote": "“三查”情况"}],
                "parts": [{"source": "jia.txt", "quotes": ["报送", "情况", "落实"]}],
                "related": ["活动"], "only_within_quotes": False, "not_ordinal": True,
                "only_inside": ["“三查”"], "not_inside": ["三查活动"],
            },
            {"id": "huodong", "term": "活动", "pinyin": "huó dòng", "kind": "activity"},
        ],
        "readings": [{"word": "报送", "pinyin": "bào sòng"}],
    },
    "reference/works.yml": [
        {"title": "中央八项规定", "kind": "regulation", "names": ["八项规定"], "not_before": ["精神"]},
    ],
    "reference/other_names.yml": [{"typed": "两办", "means": ["中央办公厅"], "source": "合称"}],
    "reference/limits.yml": {
        "source_bytes": 9999, "html_depth": 9, "archive_entries": 9, "archive_bytes": 9999, "pdf_pages": 9,
        "office_seconds": 9,
    },
    "reference/volumes.yml": [{"name": "2013年卷", "address": "../2013/"}],
    "reference/boilerplate.yml": {
        "lines": [
            {"reason": "提示", "whole": "欢迎.*", "takes": ["欢迎您"], "refuses": ["欢"]},
            {"reason": "版权", "part": "版权", "takes": ["版权所有"]},
            {"reason": "按钮", "rule": "buttons"},
        ],
        "beside_imprint": {"whole": "主办：.*", "takes": ["主办：甲"], "refuses": ["主办"]},
        "labels": {key: ["来源"] for key in ("date", "count", "font", "origin", "shared", "leading")},
        "metadata": {"labels": ["索引号"], "anchors": ["索引号"]}, "link_lists": ["延伸阅读"],
        "buttons": {"plain": ["打印"], "weak": ["返回"]},
    },
    "packs/a.yml": {
        "title": "学习", "purpose": "供讨论。", "documents": ["jia", {"document": "jia", "sections": ["p_1"]}],
        "terms": ["三查"], "questions": [{"document": "jia", "quote": "落实八项规定", "blanks": ["八项"]}],
        "sheets": ["三查", {"term": "三查", "document": "jia"}],
    },
    "addresses/redirects.yml": {"notices/old.html": "notices/jia.html", "notices/old.html#p_1": "notices/jia.html#p_1"},
    "notices/jia.yml": {
        "documents": [
            {
                "starts": 1, "id": "jia", "kind": "notice", "role": "main", "genre": "通知", "level": "city",
                "number": None, "title": "关于开展活动的通知", "issuers": ["甲市教育局"], "place": "甲市",
                "recipients": "各学校", "cc": "市委", "date": "2014-03-05", "printed": "2014-03", "status": "complete",
                "published": {"date": "2014-03-10", "medium": "甲报"}, "attachments": ["名单"],
            },
        ],
        "notes": [
            {
                "line": 3, "kind": "suspected-error", "quote": "三查", "proposed": "三问", "reason": "例",
                "confidence": 0.9,
            },
        ],
        "repairs": [{"line": 3, "decision": "confirm"}],
        "lines": [
            {"quote": "各学校", "paragraph": "own", "furniture": False},
            {"quote": "请于2014年", "heading": False},
            {"quote": "落实", "heading": "落实八项规定", "depth": 1},
            {"quote": "甲市教育局2014年", "line": 4, "document": "ends"},
        ],
        "findings": {
            "events": {
                "add": [QUOTED | {"kind": "event", "start": "2014-03-10", "end": None, "precision": "day",
                                  "wording": "3月10日", "what": "报送", "who": None, "year": "stated",
                                  "year_from": None, "approximate": False}],
                "drop": [QUOTED],
            },
            "tasks": {
                "add": [QUOTED | {"addressee": "学校", "levels": ["school"], "items": ["报送"], "type": "action",
                                  "quantity": [{"number": 3, "unit": "次", "comparator": "≥"}], "deadline": None,
                                  "optional": False, "quoted_from": None, "stage": None, "carried": False}],
            },
            "citations": {
                "correct": [QUOTED | {"title": "例", "number": None, "kind": "document", "relation": "引用",
                                      "target": None}],
            },
            "mentions": {"drop": [{"line": 3, "quote": "三查"}]},
            "reuse": {"drop": [{"line": 3, "quote": "三查"}]},
        },
    },
}  # fmt: skip

RAW = "@raw@"  # in a string: the rest stands in the file without quotation marks
WRONG: tuple[Any, ...] = (
    "字", "", " ", "a b", "2014-02-30", "0000-00-00", "2014-13", "9999-12-31", "(", "[", "(?P<a", "a{99999999999}", "*",
    "(甲+乙*)+$",
    "字" * 3_000, "a/../b", "</script>", "\\", "\u202e", 0, -1, 7, 10**14, 3.5, [], [[]], ["字"], ["字", "字"], [None],
    [{}], {}, {"字": 1}, {"id": {"id": []}}, None, True, False,
    f"{RAW}0x1F", f"{RAW}.nan", f"{RAW}.inf", f"{RAW}1e999", f"{RAW}2014-02-30", f"{RAW}*a", f"{RAW}&a 1",
    "😀", "e\u0301", "a\u200bb", "通知 ", "甲\n乙", "甲：乙", "２０１４－０３－０５", "2014-3-5",
    "2014-03-05T10:00:00Z", "０", 10**400, -(10**400), [[[[[[[[["字"]]]]]]]]], [0, None, True], {"字": {"字": []}},
    {"": ""}, ["字"] * 2_000, f"{RAW}yes", f"{RAW}NULL", f"{RAW}1_000", f"{RAW}010", f"{RAW}1:30", f"{RAW}-.inf",
    f"{RAW}2014-03-05 10:00:00", f"{RAW}!!python/object:os.system x", f"{RAW}<<", f"{RAW}|", f"{RAW}>-\n  甲\n 乙",
    f"{RAW}甲 # 乙", f"{RAW}# 乙", f"{RAW}!!binary x", f"{RAW}? 1", f"{RAW}\x00", f"{RAW}\t", f"{RAW}[[[",
    f"{RAW}}}", f"{RAW}---",
)  # fmt: skip
BYTES = {
    "nothing": b"",
    "white space": b" \n\t\n",
    "no UTF-8": "标题: 通知\n".encode("gbk"),
    "one bad byte": b"notices/a.html\n\xff\n",
    "a NUL byte": b"notices/a.html\n\x00\n",
    "a byte order mark": b"\xef\xbb\xbf",
    "UTF-16": "a: 1\n".encode("utf-16"),
    "a lone surrogate": b"\xed\xa0\x80",
    "a merge conflict": b"<<<<<<< HEAD\na: 1\n=======\n",
    "a text": "通知".encode(),
    "line separators": "a: 1\u2028\u0085\x0b#b\r\n".encode(),
    "thousand brackets": b"[" * 1_000,
    "a billion laughs": b"a: &a [x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (at, at, b",".join([b"*%c" % (at - 1)] * 10)) for at in b"bcdefghij"),
    "an alias of itself": b"&a [*a]\n",
    "merged keys": b"a: &a {b: 1}\nc: {<<: *a}\n",
    "the same key twice": b"a: 1\na: 2\n",
    "tabs": b"a:\n\tb:\t1\n",
    "two documents": b"a: 1\n---\nb: 2\n...\n",
    "a directive": b"%YAML 9.9\n---\na: 1\n",
    "UTF-16 without its mark": "a: 1\n".encode("utf-16-le"),
    "CRLF behind a mark": b"\xef\xbb\xbf- a\r\n- b\r\n",
    "CR alone": b"- a\r- b\r",
    "a saved spreadsheet": b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml",
    "a table of a spreadsheet": "id\tname\r\ncity\t市\r\n".encode("utf-16"),
    "a long line": b"a: " + b"x" * 300_000 + b"\n",
    "many keys": b"".join(b"k%d: %d\n" % (number, number) for number in range(20_000)),
    "emoji": "😀: 😀\n".encode(),
}


def dumped(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    parts = text.split(f'"{RAW}')
    return (parts[0] + "".join(part.replace('"', "", 1) for part in parts[1:])).encode("utf-8", "surrogatepass")


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where values stand in nested lists and mappings, the whole included."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in items:
        yield from places(child, (*path, key))


def changed(value: Any, path: tuple[str | int, ...], other: object) -> Any:
    if not path:
        return other
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = changed(copy[path[0]], path[1:], other)
    return copy


def faulty(value: object) -> Iterator[object]:
    """The file with each value replaced by each wrong one, doubled, left out, or beside an unknown key."""
    for path in places(value):
        here = at(value, path)
        others: list[Any] = [*WRONG, [here, here]]
        if isinstance(here, dict):
            others += [{**here, "字": "字"}, *({k: v for k, v in here.items() if k != key} for key in here)]
        for other in others:
            yield changed(value, path, other)


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def write_folder(folder: Path) -> Path:
    """The files without a fault, and the notice that they speak of."""
    for name, value in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(dumped(value))
    (folder / "notices/jia.txt").write_text(NOTICE, "utf-8")
    (folder / "addresses/published.txt").write_text("notices/jia.html\n#p_1\n", "utf-8")
    return folder
