"""Several words and near wording: the engine answers as an oracle does that looks at every sentence."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from notice_site.model import Corpus
from tests.browser.harness import served
from tests.browser.marionette import Firefox
from tests.search_index.engine_site import alike, ask, ask_firefox, texts
from tests.search_index.wider_oracle import DOCUMENT, PARAGRAPH, SENTENCE, folded, together


@pytest.fixture
def page(engine_page: Page) -> Page:
    return engine_page


def wordings(corpus: Corpus, chance: random.Random) -> Iterator[str]:
    """Wordings of the texts, of two to four characters, none of them a numeral."""
    for text in iter(lambda: chance.choice(texts(corpus)), None):
        runs = re.findall("[\u4e00-\u9fff]{2,4}", re.sub("[〇零一二两三四五六七八九十百千万]", " ", text))
        if runs:
            yield chance.choice(runs)


def test_several_words_find_the_documents_that_hold_all_of_them_by_nearness(page: Page, corpus: Corpus) -> None:
    chance = random.Random(20140226)
    source = wordings(corpus, chance)
    asked = [[next(source) for _ in range(chance.choice([2, 2, 3]))] for _ in range(150)]
    asked = [words for words in asked if len(set(words)) == len(words)]  # a word typed twice is one word
    shown = 0
    for words, answer in zip(asked, alike(page, [" ".join(words) for words in asked]), strict=True):
        expected = together(corpus, words)
        found = {a["url"]: a["tier"] for a in answer.found if "url" in a and a["tier"] >= SENTENCE}
        nearby = {id: tier for id, tier in found.items() if tier <= DOCUMENT}
        if expected or nearby:
            assert nearby == expected, words
            shown += 1
        tiers = [a["tier"] for a in answer.found if "url" in a]
        assert tiers == sorted(tiers), words
    assert shown > 50  # so many of them stand together somewhere


def test_every_word_is_marked_where_the_words_stand_nearest(page: Page) -> None:
    [answer] = ask(page, "small", ["六问 焦裕禄"])
    for found in (a for a in answer.found if "url" in a):
        assert {word for place in found["places"] for word in place["words"]} == {"六问", "焦裕禄"}


@pytest.mark.parametrize(
    ("typed", "holds", "lacks"),
    [
        ("四风 -整改", "四风", "整改"),
        ("“六问 六带头” 焦裕禄", "六问六带头", None),
        ("liuwen jiaoyulu", "六问", None),
        ("lw 焦裕禄", "六问", None),
        ("习近平　安徽", "安徽", None),
    ],
)
def test_words_that_are_left_out_quoted_spelled_or_initials(
    page: Page, corpus: Corpus, typed: str, holds: str, lacks: str | None
) -> None:
    [answer] = alike(page, [typed])
    whole = {notice.id: folded("".join(b.text for b in notice.blocks)) for notice in corpus.notices}
    documents = [a["url"] for a in answer.found if "url" in a]
    assert documents
    for id in documents:
        assert holds in whole[id]
        assert lacks is None or lacks not in whole[id]


@pytest.mark.parametrize("typed", ["焦裕禄、六问", "焦裕禄，六问", "焦裕禄/六问", "焦裕禄+六问", "焦裕禄 AND 六问"])
def test_a_list_of_words_is_looked_for_as_words(page: Page, typed: str) -> None:
    [listed, words] = ask(page, "small", [typed, "焦裕禄 六问"])
    assert listed.found == words.found


@pytest.mark.parametrize("typed", ["焦裕禄 OR 六有", "焦裕禄 or 六有", "焦裕禄 | 六有", "焦裕禄｜六有"])
def test_one_of_the_words_is_enough_where_or_stands_between_them(page: Page, corpus: Corpus, typed: str) -> None:
    [answer] = alike(page, [typed])
    whole = {notice.id: folded("".join(b.text for b in notice.blocks)) for notice in corpus.notices}
    documents = [a for a in answer.found if "url" in a]
    assert {a["url"] for a in documents} == {id for id, text in whole.items() if "焦裕禄" in text or "六有" in text}
    assert [("六有" in whole[a["url"]], a["lacks"]) for a in documents] == [(True, []), *[(False, [])] * 4]


def test_not_leaves_out_as_minus_does(page: Page) -> None:
    [spelled, signed] = ask(page, "small", ["四风 NOT 整改", "四风 -整改"])
    assert spelled == signed
    assert spelled.found


def test_words_are_not_parted_where_more_than_a_connective_is_left_over(page: Page) -> None:
    [answer] = ask(page, "small", ["学督导组约谈"])
    assert "apart" not in {a["near"] for a in answer.found if "url" in a}


@pytest.mark.parametrize(("typed", "words"), [("督导组约谈河北", "督导组 约谈 河北"), ("焦裕禄与六问", "焦裕禄 六问")])
def test_words_without_blanks_are_parted_where_no_text_has_them_side_by_side(
    page: Page, typed: str, words: str
) -> None:
    [typed_together, typed_apart] = alike(page, [typed, words])
    assert {a["near"] for a in typed_together.found if "url" in a} == {"apart"}
    assert [(a["url"], a["places"]) for a in typed_together.found if "url" in a] == [
        (a["url"], a["places"]) for a in typed_apart.found if "url" in a
    ]


def test_the_short_name_of_a_session_and_the_long_one_find_each_other(page: Page) -> None:
    [long] = alike(page, ["第十八届中央委员会第三次全体会议"])
    assert {word for a in long.found for place in a["places"] for word in place["words"]} == {"十八届三中全会"}


@pytest.mark.parametrize("minus", "-－–−")
def test_each_sign_for_minus_leaves_out(page: Page, minus: str) -> None:
    [answer] = ask(page, "small", [f"督导组 {minus}河北"])
    assert {a["url"][:3] for a in answer.found if "url" in a} == {"000", "004"}


@pytest.mark.parametrize("typed", ["liu wen", "xue san cu", "l w"])
def test_syllables_apart_are_one_word(page: Page, typed: str) -> None:
    [apart, whole] = ask(page, "small", [typed, typed.replace(" ", "")])
    assert [a for a in apart.found if a["tier"] < SENTENCE] == list(whole.found)
    assert len(apart.found) == len(whole.found)


def test_where_no_document_holds_all_words_each_says_which_it_lacks(page: Page) -> None:
    [answer] = alike(page, ["安徽 银行"])
    assert {tuple(a["lacks"]) for a in answer.found} == {("安徽",), ("银行",)}


@pytest.mark.parametrize(
    ("typed", "how", "words"),
    [
        ("焦裕禄精神是什么", "question", "焦裕禄精神"),
        ("批评和自我批平", "sound", "批评和自我批评"),
        ("批评与自我批评", "edit", "批评和自我批评"),
        ("六问是指什么", "question", "六问"),
        ("谁是焦裕禄？", "question", "焦裕禄"),
        ("请问四风是指哪四风", "question", "四风"),
        ("督导卡片", "edit", "督导卡"),  # 督导卡、直接…… is not near
        ("督倒组", "sound", "督导组"),  # no text has 倒
        ("焦裕绿", "sound", "焦裕禄"),
        ("eight-point", "name", "八项规定"),
        ("4.3", "name", "4月3日"),
        ("36号文", "name", "36号"),
        ("八号文件", "name", "8号"),
        ("“三严三实”是什么？", "question", "三严三实"),
        ("谁来督导", "question", "督导"),
    ],
)
def test_what_no_text_has_finds_what_is_near_and_says_how(page: Page, typed: str, how: str, words: str) -> None:
    [answer] = alike(page, [typed])
    documents = [a for a in answer.found if "url" in a]
    assert documents
    assert {a["near"] for a in documents} == {how}
    assert all(words in place["words"] for a in documents for place in a["places"])


@pytest.mark.parametrize(("typed", "words"), [("tigaorensji", "提高认识"), ("tixingyuetn", "提醒约谈")])
def test_letters_with_one_that_is_wrong_find_the_text_of_a_small_corpus(page: Page, typed: str, words: str) -> None:
    [answer] = ask(page, "small", [typed])
    assert {a["near"] for a in answer.found} == {"letter"}
    assert {word for a in answer.found if "url" in a for place in a["places"] for word in place["words"]} == {words}


def test_of_a_question_that_no_text_answers_whole_the_words_are_looked_for(page: Page) -> None:
    [answer] = alike(page, ["教育实践活动什么时候结束"])
    documents = [a for a in answer.found if "url" in a]
    assert documents
    assert {(a["near"], *a["lacks"]) for a in documents} == {("question", "结束")}


def test_documents_are_shown_where_only_a_term_answers_one_of_the_words(page: Page) -> None:
    [answer] = alike(page, ["六问 银行"])
    assert answer.terms == ["六问"]
    assert {tuple(a["lacks"]) for a in answer.found if "url" in a} == {("六问",), ("银行",)}


def test_a_paragraph_that_holds_most_of_what_was_pasted_is_found(page: Page) -> None:
    typed = (
        "各级一把手特别是市县乡党委书记，要带头到最难最乱的单位蹲点调研，时间不得少于3天。基层党员干部要深入田间地头"
    )
    [answer] = alike(page, [typed])
    [document] = answer.found
    assert (document["tier"], document["url"][:3]) == (PARAGRAPH, "002")  # by its three longest clauses
    [answer] = alike(page, [typed.replace("，", "").replace("。", "")])
    [document] = answer.found
    assert (document["near"], document["url"][:3]) == ("parts", "002")
    assert any("各级一把手特别是市、县、乡党委书记" in word for place in document["places"] for word in place["words"])


@pytest.mark.parametrize(
    "typed", ["个税", "12万元", "中央纪委", "零距离", "乡村振兴战略规划", "学四促三抓", "CPI", "Python"]
)
def test_what_only_happens_to_be_alike_is_not_near(page: Page, typed: str) -> None:
    [answer] = alike(page, [typed])
    assert answer.found == ()


@pytest.mark.parametrize("typed", ["六问😀", "六问 六问", "“六问” 六问"])
def test_pictures_and_words_that_come_again_do_not_count(page: Page, typed: str) -> None:
    [answer, plain] = ask(page, "small", [typed, "六问"])
    assert answer.found == plain.found


def test_letters_that_are_no_wording_find_nothing_and_offer_nothing(page: Page) -> None:
    [answer] = ask(page, "small", ["qwertyuiop"])
    assert answer.found == ()
    assert answer.nearest == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [("鄢陵", "郟陵"), ("yanling", "郟陵"), ("特殊群体", "特殊群众"), ("一窝蜂”下基层", "窝蜂”下基层")],
)
def test_a_reading_that_an_editor_proposes_is_found_and_said_to_be_proposed(page: Page, typed: str, words: str) -> None:
    [answer] = alike(page, [typed])
    proposed = [place for a in answer.found if "url" in a for place in a["places"] if place["proposed"]]
    assert {word for place in proposed for word in place["words"]} == {words}


@pytest.mark.parametrize(
    ("typed", "words"),
    [("yinhang", {"银行", "言行"})],
)
def test_a_lesser_reading_and_an_accent_do_not_add_up(page: Page, typed: str, words: set[str]) -> None:
    [answer] = alike(page, [typed])
    assert {word for a in answer.found if "url" in a for place in a["places"] for word in place["words"]} == words


def test_a_pasted_paragraph_is_found_whatever_its_length(page: Page, corpus: Corpus) -> None:
    longest = {notice.id: max((b.text for b in notice.blocks), key=len) for notice in corpus.notices}
    asked = [longest[id] + "\n此句不在文中，是转载者自己加上去的话。" for id in longest] + [*longest.values()]
    for id, answer in zip([*longest] * 2, alike(page, asked), strict=True):
        assert next(a["url"] for a in answer.found if "url" in a) == id


@pytest.mark.parametrize(
    ("typed", "term", "words"),
    [("mass line", None, "群众路线"), ("Mass Line", None, "群众路线"), ("formalism", "形式主义", "形式主义")],
)
def test_a_name_that_readers_type_finds_what_it_stands_for(
    page: Page, typed: str, term: str | None, words: str
) -> None:
    [answer] = alike(page, [typed])
    assert term is None or term in answer.terms
    assert {word for a in answer.found if "url" in a for place in a["places"] for word in place["words"]} == {words}


TYPED = [
    "六问 焦裕禄", "四风 -整改", "“六问 六带头” 焦裕禄", "lw 焦裕禄", "安徽 银行", "2014-04-03", "四月三日",
    "冀群组发34号", "不少于三天", "焦裕禄精神是什么", "批评和自我批平", "批评与自我批评", "鄢陵", "mass line", "两办",
]  # fmt: skip


def test_http_answers_alike(browser: Browser, page: Page, engine_folder: Path) -> None:
    expected = alike(page, TYPED)
    with served(engine_folder) as address:
        over_http = browser.new_page()
        over_http.goto(f"{address}engine.html")
        for form in ("small", "sharded"):
            assert ask(over_http, form, TYPED) == expected
        over_http.close()


@pytest.mark.long
@pytest.mark.parametrize(("form", "over"), [("small", "http"), ("sharded", "file")])
def test_firefox_answers_alike(page: Page, engine_folder: Path, firefox: Firefox, form: str, over: str) -> None:
    expected = alike(page, TYPED)
    with served(engine_folder) as address:
        firefox.open(f"{address}engine.html" if over == "http" else (engine_folder / "engine.html").as_uri())
        assert ask_firefox(firefox, form, TYPED) == expected


def test_where_words_are_left_out_nothing_near_is_offered_for_what_is_there(page: Page) -> None:
    [answer] = alike(page, ["面对面听取 -的"])  # every document that has the one has the other
    assert answer.found == ()


@pytest.mark.parametrize("form", ["small", "sharded"])
def test_what_filters_leave_out_is_not_said_to_be_lacking(page: Page, form: str) -> None:
    """A search that was narrowed knows nothing of other documents, and its note says so."""
    notes = page.evaluate(
        """async (form) => {
          const load = self.Notices.search.loader(new URL(`${form}/`, location.href).href);
          const engine = new self.Notices.search.Engine(load);
          const query = await engine.query("批评与自我批评");
          const notes = [];
          for (const options of [{}, { wants: () => true }]) {
            for await (const answer of engine.search(query, options)) {
              if (answer.kind === "instead") notes.push(self.Notices.search.insteadText(answer));
            }
          }
          return notes;
        }""",
        form,
    )
    assert notes == ["没有这些文字，下列文字相差一字。", "筛选范围内没有这些文字，下列文字相差一字。"]
