"""Each sign of misreading is found in a document that has it, and not in one that is read as it should be."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

import doubts as command
from notice_site.editing.doubts import ADDRESSEE, NAMES, find_doubts
from notice_site.editing.review import review_items
from notice_site.model import Block, BlockKind, Corpus, Dropped, Notice, Ref, Task
from notice_site.pipeline.understand import understand

FIELDS: dict[str, Any] = {
    "title": "关于学习的通知", "number": "甲办〔2014〕3号", "issuers": ("甲县办公室",), "recipients": "各单位",
    "date": "2014-04-02",
}  # fmt: skip


def document(*lines: str, **fields: Any) -> Notice:
    """A document whose blocks are written `kind parent label heading text`, each after a |; the id is its place."""
    blocks = []
    for number, line in enumerate(lines, 1):
        kind, parent, label, heading, text = line.split("|")
        blocks.append(
            Block(
                f"b{number}",
                BlockKind(kind),
                text,
                depth=1 if label else 0,
                label=label or None,
                heading=heading or None,
                parent=parent or None,
                lines=(number, number),
            )
        )
    return Notice(**({"id": "jia", "source": "jia.txt", "sha256": "0", "blocks": tuple(blocks)} | FIELDS | fields))


@dataclass(frozen=True)
class Example:
    """A document with a sign at one block ("" where the sign is about the whole), and one without it."""

    block: str
    has: Notice
    has_not: Notice


def listed(*entries: str) -> tuple[str, ...]:
    """Items `label heading text` below nothing."""
    return tuple(f"section||{entry}" for entry in entries)


SENTENCE = "paragraph||||现将有关事项通知如下，请认真执行。"
EXAMPLES: dict[str, list[Example]] = {
    "numbering": [
        Example(
            "b2",
            document(*listed("一、|学习|一、学习", "三、|检查|三、检查")),
            document(*listed("一、|学习|一、学习", "二、|检查|二、检查")),
        ),
        Example(
            "b2",
            document(*listed("1.|学习|1.学习", "3.|检查|3.检查", "1.|学习|1.学习", "2.|检查|2.检查")),
            document(*listed("1.|学习|1.学习", "2.|检查|2.检查", "1.|学习|1.学习", "2.|检查|2.检查")),
        ),
        Example(
            "b2",
            document("item||第一条||第一条 甲", "item|b9|第三条||第三条 乙"),
            document("item||第一条||第一条 甲", "item|b9|第二条||第二条 乙"),
        ),
        Example(
            "b3",
            document("item||第一条||第一条 甲", "item||第一条之一||第一条之一 乙", "item||第四条||第四条 丙"),
            document("item||第一条||第一条 甲", "item||第一条之一||第一条之一 乙", "item||第二条||第二条 丙"),
        ),
    ],
    "long-heading": [
        Example(
            "b1",
            document(*listed(f"一、|{'学' * 41}|一、{'学' * 41}")),
            document(*listed(f"一、|{'学' * 40}|一、{'学' * 40}")),
        )
    ],
    "lost-label": [
        Example("b1", document("paragraph||||第一条本办法适用于各校。"), document("paragraph||||第一轮学习到此结束。")),
        Example("b1", document("paragraph||||（三）开展检查。"), document("paragraph||||（2014年）开展检查。")),
        Example("b1", document("paragraph||||12、开展检查。"), document("paragraph||||1.5亿元用于学习。")),
    ],
    "run-together": [
        Example(
            "b1",
            document("paragraph||||要求如下：一、学习。全体参加。二、检查。三、整改。"),
            document("paragraph||||要求如下：一、学习。全体参加。二、检查。"),
        )
    ],
    "odd-sibling": [
        Example(
            "b3",
            document(*listed("一、|学习|一、学习", "二、|检查|二、检查", "三、||三、整改要到位。")),
            document(*listed("一、|学习|一、学习", "二、||二、检查要严格。", "三、||三、整改。", "四、|总结|四、总结")),
        )
    ],
    "empty-heading": [
        Example(
            "b3",
            document(*listed("一、|学习|一、学习"), "paragraph|b1|||要学。", *listed("二、|检查|二、检查")),
            document(*listed("一、|学习|一、学习", "二、|检查|二、检查")),
        )
    ],
    "no-title": [Example("b1", document(SENTENCE, title=None), document(SENTENCE))],
    "long-title": [
        Example(
            "b1",
            document("title||||题", title="关于" + "学" * 77 + "通知"),
            document("title||||题", title="关于" + "学" * 76 + "通知"),
        ),
        Example("b1", document("title||||题", title="学习。通知"), document("title||||题", title="学习通知")),
    ],
    "page-title": [
        Example(
            "b1",
            document("title||||题", dropped=(Dropped("关于检查的通知_甲县", "网页标题"),)),
            document("title||||题", dropped=(Dropped("关于学习的通知_甲县", "网页标题"),)),
        ),
        Example(
            "b1",
            document("title||||题", title="【导读】关于学习的通知", dropped=(Dropped("关于学习的通知", "网页标题"),)),
            document("title||||题", dropped=(Dropped("甲县人民政府-公告", "网页标题"),)),
        ),
    ],
    "second-title": [
        Example(
            "b2",
            document(SENTENCE, "paragraph||||关于检查工作的意见"),
            document(SENTENCE, "paragraph||||附：检查工作的意见"),
        ),
        Example("b2", document("title||||题一", "title||||题二"), document("title||||题一", SENTENCE)),
    ],
    "no-recipients": [
        Example(
            "b1",
            document("paragraph||||相关学院及考生：", SENTENCE, recipients=None),
            document("paragraph||||现将有关事项通知如下：", SENTENCE, recipients=None),
        )
    ],
    "strange-recipients": [
        Example(
            "", document(SENTENCE, recipients="各单位：现将通知印发"), document(SENTENCE, recipients="各单位，各学校")
        )
    ],
    "no-date": [
        Example(
            "b2",
            document(SENTENCE, "paragraph||||甲县办公室 2014年4月2日", date=None),
            document(SENTENCE, "paragraph||||学习从2014年4月2日开始", date=None),
        )
    ],
    "no-issue": [
        Example(
            "b1",
            document("paragraph||||2014年4月2日甲县人民政府令第3号公布", SENTENCE, issuers=(), date="2014-04-02"),
            document("paragraph||||2014年4月2日公布", SENTENCE, issuers=("甲县",), date="2014-04-02", number="令第3号"),
        ),
        Example(
            "b1",
            document("paragraph||||2014年4月2日公布", SENTENCE, issuers=("甲县",), date=None),
            document(SENTENCE, "paragraph||||2014年4月2日公布", issuers=("甲县",), date="2014-04-02"),
        ),
    ],
    "years-apart": [
        Example("", document(SENTENCE, date="2016-01-02"), document(SENTENCE, date="2015-01-02")),
    ],
    "no-issuer": [
        Example(
            "b2",
            document(SENTENCE, "paragraph||||甲县学习会", "date||||2014年4月2日", issuers=()),
            document(SENTENCE, "paragraph||||时间：", "date||||2014年4月2日", issuers=()),
        )
    ],
    "strange-issuer": [
        Example("", document(SENTENCE, issuers=("请甲县办公室",)), document(SENTENCE, issuers=("甲县办公室",)))
    ],
    "cut-off": [
        Example("b1", document("paragraph||||要加强学习，"), document("paragraph||||要加强学习。")),
        Example(
            "b1",
            document("paragraph||||要加强学习。各单位要按照有关规定和要求认真做好组"),
            document("paragraph||||联系人张三、李四、王五、赵六、钱七、孙八、周九、吴十"),
        ),
    ],
    "furniture": [
        Example("b1", document("paragraph||||当前位置：首页 > 公告"), document("paragraph||||尊重版权所有人的意愿。")),
        Example("b1", document("paragraph||||甲ICP备 京ICP备123号"), document("paragraph||||上一年的工作")),
    ],
    "dropped-text": [
        Example(
            "",
            document(SENTENCE, dropped=(Dropped("一、提高认识。各单位要认真学习。", "网页框架（正文之外）"),)),
            document(SENTENCE, dropped=(Dropped("欢迎光临本站。" * 9, "网页框架（正文之外）"),)),
        ),
        Example(
            "",
            document(SENTENCE, dropped=(Dropped("学" * 39 + "。", "网页按钮"),)),
            document(SENTENCE, dropped=(Dropped("学" * 38 + "。", "网页按钮"),)),
        ),
        Example(
            "",
            document(SENTENCE, dropped=(Dropped("学" * 39 + "。", "网站提示"),)),
            document(SENTENCE, dropped=(Dropped("学" * 39 + "。", "修订中删除的文字"),)),
        ),
    ],
    "strange-character": [
        Example("b1", document("paragraph||||学\ue123习。"), document("paragraph||||学习𠀀。")),
        Example("b1", document("paragraph||||学\ufffd习。"), document("paragraph||||〇○。")),
    ],
}


def found(notice: Notice, *tasks: Task) -> set[tuple[str, str]]:
    corpus = Corpus((), (notice,), tasks=tasks)
    return {(doubt.kind, doubt.block) for doubt in find_doubts(corpus)}


def test_every_kind_of_sign_has_examples() -> None:
    assert {*EXAMPLES, ADDRESSEE} == set(NAMES)


@pytest.mark.parametrize(
    ("kind", "example"),
    [pytest.param(kind, e, id=f"{NAMES[kind]} {k}") for kind in EXAMPLES for k, e in enumerate(EXAMPLES[kind])],
)
def test_a_sign_is_found_where_it_is_and_nowhere_else(kind: str, example: Example) -> None:
    assert (kind, example.block) in found(example.has)
    assert kind not in {of for of, _ in found(example.has_not)}


@pytest.mark.parametrize(
    ("addressee", "is_sign"),
    [
        ("各单位", False),
        ("市委组织部", False),
        ("主要负责同志", False),
        ("申请人所在单位", False),
        ("各级党组织", False),
        ("暂未转移组织关系的党员", False),
        ("国际处负责相关手续", True),
        ("认真落实的单位", True),
        (None, False),
    ],
)
def test_an_addressee_with_a_verb_is_a_sign(addressee: str | None, is_sign: bool) -> None:
    task = Task("t", Ref("jia", "b1", 0, 1), addressee, (), "action", (), (), None, False, None, "现")
    assert ((ADDRESSEE, "b1") in found(document(SENTENCE), task)) is is_sign


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("no-title", "title"), ("long-title", "title"), ("page-title", "title"), ("no-recipients", "recipients"),
        ("strange-recipients", "recipients"), ("no-date", "date"), ("years-apart", "date"), ("no-issuer", "issuers"),
        ("strange-issuer", "issuers"), ("cut-off", "status"),
    ],
)  # fmt: skip
def test_what_an_editor_decided_is_no_sign(kind: str, field: str) -> None:
    for example in EXAMPLES[kind]:
        assert kind not in {of for of, _ in found(replace(example.has, decided=frozenset({field})))}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "notices").mkdir()
    text = (
        "关于学习的通知\n各单位：\n请认真学习。\n一、提高认识\n要学。\n三、抓好落实\n要抓。\n甲县办公室\n2014年4月2日\n"
    )
    (tmp_path / "notices" / "乙.txt").write_text(text, "utf-8")
    (tmp_path / "notices" / "甲.txt").write_text(text.replace("三、", "二、"), "utf-8")
    return tmp_path


def test_the_command_prints_file_line_words_advice_and_counts(
    sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--sources", str(sources)]) == 0
    first, *_, count = capsys.readouterr().out.strip().splitlines()
    assert first.startswith("乙.txt:6: 序数不连贯: 一、之后是三、 → ")
    assert count.split() == ["1", "序数不连贯"]


def test_the_command_prints_the_same_for_machines(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["--sources", str(sources), "--json"])
    printed = json.loads(capsys.readouterr().out)
    assert printed["counts"] == {"numbering": 1}
    assert [(item["source"], item["line"], item["kind"]) for item in printed["items"]] == [("乙.txt", 6, "numbering")]


def test_the_same_signs_stand_in_the_report(sources: Path) -> None:
    corpus = understand(sources)
    assert [(i.line, i.text) for i in review_items(corpus) if i.kind == "doubt"] == [(6, "一、之后是三、")]
