"""What an editor says of a line holds whatever the program makes of it, loses no character, or is refused."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from notice_site.editing.doubts import Doubt
from notice_site.editing.sidecar_proposal import sidecar_proposal
from notice_site.model import Notice, Problem, Source
from notice_site.pipeline.documents import documents_of_source
from notice_site.reading import read_levels, read_notices, read_sidecars
from notice_site.text.spacing import squeeze
from tests.golden import Case, Golden, cases
from tests.parsing.test_parse import told
from tests.reading.reference.faulty_files import dumped

ROOT = Path(__file__).parents[2]
LEVELS, _ = read_levels(ROOT / "source_texts" / "reference" / "levels.yml")
TEXT = """\
关于开展学习活动的通知
各单位：
现将有关事项通知如下，请认真学习，
确保取得实效。
一、提高认识。要学习。
二、抓好落实。要抓紧。
网站地图
附件
附件
甲县办公室
2014年4月2日
"""


def understood(
    folder: Path, lines: object, text: str = TEXT, suffix: str = "txt", parts: Mapping[str, object] = {}
) -> tuple[Source, tuple[Notice, ...], tuple[Problem, ...]]:
    """The documents of a text with these decisions about its lines, and all problems of the sidecar."""
    (folder / f"jia.{suffix}").write_text(text, "utf-8")
    (folder / "jia.yml").write_bytes(dumped({"lines": lines} | dict(parts)))
    sources, _ = read_notices(folder)
    sidecars, problems = read_sidecars(folder, sources)
    notices, found = documents_of_source(sources[0], "jia", LEVELS, sidecars.get(sources[0].name))
    return sources[0], notices, (*problems, *found)


def characters(source: Source) -> Counter[str]:
    texts = [*(line.text for line in source.lines), *(dropped.text for dropped in source.dropped)]
    return Counter("".join(map(squeeze, texts)))


def shown(notices: Sequence[Notice]) -> Counter[str]:
    blocks = "".join(squeeze(block.text) for notice in notices for block in notice.blocks)
    return Counter(blocks + "".join(squeeze(dropped.text) for notice in notices for dropped in notice.dropped))


@pytest.mark.parametrize("case", cases("line_decisions"))
def test_decisions_are_followed(case: Case, golden: Golden, tmp_path: Path) -> None:
    source, notices, problems = understood(tmp_path, case.given["lines"], case.given["input"], case.given["format"])
    assert shown(notices) == characters(source)
    result: dict[str, Any] = {"documents": [facts(notice) for notice in notices]}
    golden(case, result | ({"problems": list(map(str, problems))} if problems else {}))


def test_of_two_dropped_lines_the_one_with_the_number_is_meant(tmp_path: Path) -> None:
    text = TEXT.replace("网站地图\n", "网站地图\n联系我们\n网站地图\n")
    entry = {"quote": "网站地图", "line": 9, "furniture": False}
    source, notices, problems = understood(tmp_path, [entry], text)
    assert problems == ()
    dropped = [line for notice in notices for line in notice.dropped] or source.dropped
    assert [line.line for line in dropped if line.text == "网站地图"] == [7]


def facts(notice: Notice) -> dict[str, Any]:
    """What a document is, which of its blocks an editor decided, and the records of lines."""
    repairs = [f"{repair.before} → {repair.after}（{repair.reason}）" for repair in notice.repairs if repair.confirmed]
    decided = [block.id for block in notice.blocks if block.decided]
    return told(notice) | {"decided": decided} | ({"repairs": repairs} if repairs else {})


@pytest.mark.parametrize(
    ("entries", "line", "words"),
    [
        pytest.param(["{quote: 三、没有, heading: true}"], 2, "原件中没有“三、没有”", id="没有这些文字"),
        pytest.param(["{quote: 附件, heading: true}"], 2, "有 2 处是“附件”（第 8、9 行） → 多抄几个字", id="不止一处"),
        pytest.param(["{quote: 一、提高}"], 2, "没有写认定了什么", id="什么也没有认定"),
        pytest.param(["{quote: 一、提高, heading: }"], 2, "没有写认定了什么", id="空的认定"),
        pytest.param(["{heading: true}"], 2, "缺少键 quote", id="没有引文"),
        pytest.param(["{quote: '　', heading: true}"], 2, "值为空", id="引文只有空白"),
        pytest.param(["{quote: 一、提高, headng: true}"], 2, "是否应为 heading", id="键名写错"),
        pytest.param(["{quote: 一、提高, depth: 0}"], 2, "depth 应在 1 与 9 之间", id="层次为零"),
        pytest.param(["{quote: 一、提高, depth: 10}"], 2, "depth 应在 1 与 9 之间", id="层次过深"),
        pytest.param(["{quote: 一、提高, paragraph: join}"], 2, "是否应为 joined", id="值写错"),
        pytest.param(["{quote: 一、提高, furniture: 是}"], 2, "应为 true 或 false", id="不是真假"),
        pytest.param(["{quote: 要学习, paragraph: joined}"], 2, "不在行首", id="行中的文字不能接前段"),
        pytest.param(["{quote: 一、提高, paragraph: joined, heading: true}"], 2, "相抵", id="接前段又是标题"),
        pytest.param(["{quote: 一、提高, furniture: true, depth: 1}"], 2, "相抵", id="不收入又有层次"),
        pytest.param(["{quote: 网站地图, heading: true}"], 2, "furniture: false", id="没有收入正文的行"),
        pytest.param(
            ["{quote: 一、提高, heading: true}", "{quote: 一、提高认识, heading: false}"], 3,
            "对“一、提高认识”的认定相抵：heading: true，heading: false", id="两条相抵",
        ),
        pytest.param(
            ["{quote: 一、, heading: true}", "{quote: 一、提, furniture: true}"], 3, "相抵", id="既是标题又不收入"
        ),
        pytest.param(["{quote: 一、提高, heading: 加强领导}"], 2, "加强领导 没有起作用", id="标题不是该段的文字"),
        pytest.param(["{quote: 一、提高, depth: 3}"], 2, "depth: 3 没有起作用", id="没有上一层"),
        pytest.param(["{quote: 现将有关, depth: 1}"], 2, "depth: 1 没有起作用", id="没有层次的段落"),
        pytest.param(["{quote: 关于开展, paragraph: joined}"], 2, "joined 没有起作用", id="第一行不能接前段"),
    ],
)  # fmt: skip
def test_a_decision_that_cannot_be_followed_names_line_and_advice(
    entries: list[str], line: int, words: str, tmp_path: Path
) -> None:
    _, notices, problems = understood_as_written(tmp_path, entries)
    assert [(problem.file, problem.line) for problem in problems] == [("jia.yml", line)]
    assert words in str(problems[0])
    assert notices


def understood_as_written(folder: Path, entries: list[str]) -> tuple[Source, tuple[Notice, ...], tuple[Problem, ...]]:
    (folder / "jia.txt").write_text(TEXT, "utf-8")
    (folder / "jia.yml").write_text("\n".join(["lines:", *(f"- {entry}" for entry in entries)]), "utf-8")
    sources, _ = read_notices(folder)
    sidecars, problems = read_sidecars(folder, sources)
    notices, found = documents_of_source(sources[0], "jia", LEVELS, sidecars["jia.txt"])
    return sources[0], notices, (*problems, *found)


@pytest.mark.parametrize(
    ("parts", "entry"),
    [
        ({"repairs": [{"line": 4, "decision": "reject"}]}, {"quote": "确保取得", "paragraph": "joined"}),
        ({"documents": [{}, {"starts": 8}]}, {"quote": "附件", "line": 8, "document": "continues"}),
    ],
    ids=["repairs", "starts"],
)
def test_a_decision_that_contradicts_another_part_is_a_problem(
    parts: dict[str, object], entry: dict[str, object], tmp_path: Path
) -> None:
    problems = understood(tmp_path, [entry], parts=parts)[2]
    assert len(problems) == 1
    assert "相抵" in problems[0].message


def test_lines_that_begin_alike_are_told_apart_by_more_words_or_by_their_number(tmp_path: Path) -> None:
    for entry in ({"quote": "附件甲县办公室"}, {"quote": "附件", "line": 9}):
        _, notices, problems = understood(tmp_path, [entry | {"document": "begins"}])
        assert problems == ()
        first = notices[1].blocks[0]
        assert (first.lines[0], first.decided) == (9, True)


def test_a_decision_about_words_outlives_what_the_program_makes_of_the_lines_around(tmp_path: Path) -> None:
    entry = {"quote": "二、抓好", "heading": False}
    for text in (TEXT, TEXT.replace("一、提高认识。要学习。\n", ""), TEXT.replace("要学习。\n", "要学习。")):
        _, notices, problems = understood(tmp_path, [entry], text)
        assert problems == ()
        assert [b.heading for n in notices for b in n.blocks if b.text.startswith("二、抓好")] == [None]


def test_a_label_that_the_program_doubts_is_one_where_an_editor_gives_it_a_depth(tmp_path: Path) -> None:
    text = TEXT.replace("一、提高认识。要学习。", "第三条本办法适用于各校。").replace("二、抓好落实。要抓紧。\n", "")
    for entries, label in (([], None), ([{"quote": "第三条", "depth": 1}], "第三条")):
        _, notices, problems = understood(tmp_path, entries, text)
        assert problems == ()
        assert [b.label for n in notices for b in n.blocks if b.text.startswith("第三条")] == [label]


def test_what_was_left_out_and_reads_as_text_is_proposed_as_text(tmp_path: Path) -> None:
    page = "<p>关于学习的通知</p><p>请认真学习。</p><p>欢迎光临本站</p><p>2014年4月2日</p>"
    source, notices, _ = understood(tmp_path, [], page, "html")
    (dropped,) = notices[0].dropped
    doubt = Doubt(source.name, dropped.line, "dropped-text", dropped.text, "", "jia", decision={"furniture": "false"})
    assert '#   - {quote: "欢迎光临本站", furniture: false}' in sidecar_proposal(source, notices, [doubt])
    assert understood(tmp_path, [{"quote": "欢迎光临本站", "furniture": False}], page, "html")[1][0].dropped == ()


KEYS: dict[str, list[Any]] = {
    "heading": [True, False, "提高认识", "抓好", "无此"],
    "depth": [1, 2, 3, 0, 99],
    "paragraph": ["own", "joined"],
    "document": ["begins", "ends", "continues"],
    "furniture": [True, False],
    "line": [1, 5, 8, 77],
}


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_said_of_lines_is_followed_or_reported_and_loses_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    bare = squeeze(TEXT)
    for _ in range(25):
        lines = []
        for _ in range(chance.randint(1, 4)):
            at = chance.choice([0, bare.index("一、"), bare.index("二、"), chance.randrange(len(bare))])
            keys = chance.sample(sorted(KEYS), chance.randint(1, 3))
            quote = bare[at : at + chance.randint(1, 9)]
            lines.append({"quote": quote} | {key: chance.choice(KEYS[key]) for key in keys})
        source, notices, problems = understood(tmp_path, lines)
        assert shown(notices) == characters(source), lines
        assert all(problem.file == "jia.yml" and problem.line and problem.advice for problem in problems), lines
        ids = [block.id for notice in notices for block in notice.blocks]
        assert len(ids) == len(set(ids)), lines
