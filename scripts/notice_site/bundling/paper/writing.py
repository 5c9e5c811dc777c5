"""Prints what a group writes on: questions, sheets for checking oneself, the sheet of one session."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notice_site.bundling.paper.elements import NOTHING, Html, element, joined, words
from notice_site.bundling.paper.places import Places
from notice_site.model import Question, Quote, Ref

_FILL_IN = "按原文填写空处；答案在所注的页上。没有空处的，摘记要点和所思所得。"
_HEAD = "单位＿＿＿＿＿＿＿＿　姓名＿＿＿＿＿＿　日期＿＿＿＿＿＿"
_COLUMNS = ("原文", "对照情况", "差距", "改进措施")

ANSWER_LINES = 3
"""Lines for notes on a question without blanks."""

_TABLE_HEIGHT, _HIGHEST_ROW, _CELL_PADDING = 188, 48, 5
"""Millimetres that the rows of a sheet share on a page below its headings, and the most that one of them takes."""

MOST_TO_READ = 900
"""Characters of the passages of a session: what a group reads aloud in ten minutes and a page holds beside the rest."""

_SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’）]*")


def ruled(lines: int) -> Html:
    """Lines to write on."""
    return element("div", *[element("div", kind="line")] * lines, kind="ruled")


def questions(asked: Sequence[Question], places: Places) -> Iterator[Html]:
    """Writes the questions of a pack, with room for what is not filled into the words themselves."""
    listed = (element("li", *_question(question, places)) for question in asked)
    hint = element("p", words(_FILL_IN), kind="hint")
    yield element("div", hint, element("ol", *listed, kind="questions"), kind="printed")


def _question(question: Question, places: Places) -> Iterator[Html]:
    yield element("p", _with_blanks(question), words(" "), places.of(question.quote.ref))
    if not question.blanks:
        yield ruled(ANSWER_LINES)


def _with_blanks(question: Question) -> Html:
    """Writes the words of the source; each blank is as wide as what is to be written there by hand."""
    text, behind = question.quote.text, 0
    parts = []
    for start, end in question.blanks:
        parts += [words(text[behind:start]), element("span", words("＿" * _width(end - start)), kind="blank")]
        behind = end
    return joined([*parts, words(text[behind:])])


def _width(characters: int) -> int:
    """Handwriting takes more room than print: half as much again, and never less than three characters.

    >>> _width(1), _width(4), _width(10)
    (3, 6, 15)
    """
    return max(3, -(-3 * characters // 2))


def check_sheet(title: str, rows: Sequence[Quote], places: Places) -> Html:
    """Writes a table with a row for each quotation and three columns left empty, as high as a page allows."""
    height = min(_HIGHEST_ROW, _TABLE_HEIGHT // max(1, len(rows))) - _CELL_PADDING
    lines = [
        element(
            "tr",
            element("td", element("p", words(row.text)), element("p", places.of(row.ref)), style=f"height:{height}mm"),
            *[element("td")] * (len(_COLUMNS) - 1),
        )
        for row in rows
    ]
    head = element("tr", *(element("th", words(name)) for name in _COLUMNS))
    return element(
        "section",
        element("h2", words(f"对照检查：{title}"), kind="sheet-title"),
        element("p", words(_HEAD), kind="fill-in"),
        element("table", element("thead", head), element("tbody", *lines), kind="check-table"),
        kind="sheet",
    )


def session_sheet(asked: Sequence[Question], places: Places) -> Iterator[Html]:
    """Writes the sheet of one session of 45 minutes: what is read, what is asked; the rest of the page is ruled."""
    read = [
        element("p", words(places.index.text(ref)[ref.start : ref.end]), words(" "), places.of(ref), kind="passage")
        for ref in passages([question.quote.ref for question in asked], places)
    ]
    listed = (element("li", element("p", _with_blanks(q)), NOTHING if q.blanks else ruled(2)) for q in asked)
    yield element(
        "div",
        element("p", words(_HEAD), kind="fill-in"),
        element("h2", words("读　约 15 分钟"), kind="step"),
        *read,
        element("h2", words("答　约 10 分钟"), kind="step"),
        element("ol", *listed, kind="questions"),
        element("h2", words("议、记　约 20 分钟：联系本单位实际；议定的事、由谁做、何时完成"), kind="step"),
        kind="printed",
    )


def passages(refs: Sequence[Ref], places: Places) -> Iterator[Ref]:
    """The sentences around the quotations, each once, in the order of the documents, as far as a session has time."""
    blocks = [(notice.id, block.id) for notice in places.notices for block in notice.blocks]
    order = {block: number for number, block in enumerate(blocks)}
    chosen: dict[tuple[str, str, int], Ref] = {}
    for ref in refs:
        for found in _SENTENCE.finditer(places.index.text(ref)):
            if found[0].strip() and found.start() < ref.end and found.end() > ref.start:
                chosen[ref.notice, ref.block, found.start()] = Ref(ref.notice, ref.block, *found.span())
    left = MOST_TO_READ
    for ref in sorted(chosen.values(), key=lambda it: (order.get((it.notice, it.block), len(order)), it.start)):
        if ref.end - ref.start > left:
            return
        left -= ref.end - ref.start
        yield ref
