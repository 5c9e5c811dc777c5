"""Where a term is only a part of the name of something else."""

from __future__ import annotations

import pytest

from notice_site.findings.terms.find import find_mentions
from notice_site.findings.terms.other_names import WORD_GOES_ON, WORDS_OF_NAMES
from notice_site.model.glossary import Entry, Form
from tests.findings.documents import document


def entry(term: str, kind: str, *variants: str) -> Entry:
    return Entry("x", term, (Form(term), *map(Form, variants)), (), kind, 1)


ACTIVITY = entry("党的群众路线教育实践活动", "activity", "教育实践活动")
MEETING = entry("党的十八大", "meeting", "十八大")
PLAN = entry("实施方案", "document")
SLOGAN = entry("党的群众路线", "slogan", "群众路线")


@pytest.mark.parametrize(
    ("of", "text"),
    [
        *((ACTIVITY, f"开展{word}教育实践活动") for word in WORDS_OF_NAMES["activity"]),
        *((MEETING, f"学习{word}十八大精神") for word in WORDS_OF_NAMES["meeting"]),
        *((SLOGAN, f"走好{word}群众路线") for word in WORDS_OF_NAMES["slogan"]),
        (ACTIVITY, "“不忘初心”教育实践活动"),
        (ACTIVITY, "「三心」教育实践活动"),
        (PLAN, "按照《国家职业教育改革实施方案》"),
    ],
    ids=str,
)
def test_a_term_that_ends_another_name_is_not_found(of: Entry, text: str) -> None:
    assert find_mentions([of], [document("a", text)]) == ()


@pytest.mark.parametrize(
    ("last", "behind"), [(last, behind) for last, characters in WORD_GOES_ON.items() for behind in characters]
)
def test_a_term_that_the_text_goes_on_to_another_word_is_not_found(last: str, behind: str) -> None:
    of = entry(f"甲乙{last}", "body")
    assert find_mentions([of], [document("a", f"由甲乙{last}{behind}丙丁")]) == ()
    assert len(find_mentions([of], [document("a", f"由甲乙{last}负责")])) == 1
    assert len(find_mentions([of], [document("a", f"由甲乙{last}")])) == 1


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (ACTIVITY, "市委教育实践活动领导小组"),
        (ACTIVITY, "本地区教育实践活动"),
        (ACTIVITY, "“三严三实”，教育实践活动"),
        (ACTIVITY, "“党的群众路线”教育实践活动"),
        (ACTIVITY, "活动的主题。教育实践活动"),
        (MEETING, "学习党的十八大精神"),
        (MEETING, "学习十八大精神"),
        (SLOGAN, "坚持“群众路线”"),
        (PLAN, "对照省委《实施方案》"),
        (PLAN, "制定《细则》的实施方案》"),
        (PLAN, "审阅活动实施方案、整改方案"),
        (SLOGAN, "主题党的群众路线"),
    ],
    ids=str,
)
def test_a_term_of_its_own_is_found(of: Entry, text: str) -> None:
    assert len(find_mentions([of], [document("a", text)])) == 1
