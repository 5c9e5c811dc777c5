"""Quotations of the glossary point to the characters they quote, or are refused with file and line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.findings.terms.find import find_mentions
from notice_site.findings.terms.resolve import resolve_terms
from notice_site.model import Block, BlockKind, Notice, Problem, Term
from notice_site.model.glossary import Glossary
from notice_site.reading.reference.glossary import glossary_in
from notice_site.reading.reference.yaml_nodes import parse_yaml

GLOSSARY = """\
terms:
  - id: shuangxue
    term: 双学双争
    pinyin: shuāng xué shuāng zhēng
    kind: numeral
    count: [2, 2]
    definitions:
      - source: a.txt
        quote: DEFINITION
    parts:
      - source: a.txt
        quotes:
          - [学甲, 学乙]
          - [争丙, 争丁]
    related: [甲]
  - id: jia
    term: 甲
    pinyin: jiǎ
    kind: slogan
    related: [双学双争]
"""


def glossary(definition: str) -> Glossary:
    found, problems = glossary_in(parse_yaml(GLOSSARY.replace("DEFINITION", definition), "reference/glossary.yml"))
    assert problems == ()
    return found


def notice(source: str, *texts: str) -> Notice:
    blocks = (Block(f"p_{i}", BlockKind.PARAGRAPH, text) for i, text in enumerate(texts, 1))
    return Notice(source.removesuffix(".txt"), source, "", "", tuple(blocks))


A = notice("a.txt", "学甲。", "“双学双争”就是学甲、争丙，学乙、争丁", "2014 年 在 全市 开展")


def resolved(definition: str, *notices: Notice, complete: bool = True) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    of = glossary(definition)
    return resolve_terms(of, notices, find_mentions(of.entries, notices), complete=complete)


def test_a_definition_points_to_its_characters() -> None:
    (term, _), problems = resolved("“双学双争”就是学甲", A)
    assert problems == ()
    assert term.count is None, "two numbers are no count"
    (quote,) = term.definitions
    assert A.block(quote.ref.block).text[quote.ref.start : quote.ref.end] == quote.text == "“双学双争”就是学甲"


def test_one_number_is_the_count() -> None:
    of = glossary("“双学双争”就是学甲")
    one = replace(of, entries=tuple(replace(entry, counts=(4,)) for entry in of.entries))
    terms, _ = resolve_terms(one, (A,), find_mentions(one.entries, (A,)), complete=True)
    assert {term.count for term in terms} == {4}


def test_white_space_on_either_side_does_not_count_and_the_source_is_quoted_as_it_is() -> None:
    (term, _), problems = resolved("2014年在全市", A)
    assert problems == ()
    assert term.definitions[0].text == "2014 年 在 全市"


def test_parts_are_taken_from_the_block_that_holds_them_all_also_out_of_order() -> None:
    (term, _), _ = resolved("学甲", A)
    assert [(part.text, part.ref.block, part.ref.start) for part in term.items] == [
        ("学甲", "p_2", 8),
        ("学乙", "p_2", 14),
        ("争丙", "p_2", 11),
        ("争丁", "p_2", 17),
    ]


def test_a_slogan_of_two_numbers_has_two_branches_with_parts_of_their_own() -> None:
    (term, _), _ = resolved("学甲", A)
    branches = [(part.label, part.count, [item.text for item in part.items]) for part in term.structure]
    assert branches == [("双学", 2, ["学甲", "学乙"]), ("双争", 2, ["争丙", "争丁"])]


def test_parts_that_stand_in_several_blocks_are_taken_where_each_stands_first() -> None:
    spread = notice("a.txt", "双学双争", "学甲", "学乙", "争丙", "争丁")
    (term, _), problems = resolved("学甲", spread)
    assert problems == ()
    assert [part.ref.block for part in term.items] == ["p_2", "p_3", "p_4", "p_5"]


@pytest.mark.parametrize("definition", ["就是学丙", "学甲。“双学双争”"], ids=["not there", "across two blocks"])
def test_a_quotation_that_its_source_does_not_have_is_refused_with_file_and_line(definition: str) -> None:
    terms, problems = resolved(definition, A)
    assert [(problem.file, problem.line) for problem in problems] == [("reference/glossary.yml", 9)]
    assert definition in problems[0].message
    assert terms[0].definitions == ()


def test_a_quotation_without_its_source_is_an_error_only_where_the_glossary_was_made_for_these_sources() -> None:
    other = notice("b.txt", "双学双争")
    (term,), problems = resolved("学甲", other, complete=False)
    assert (term.definitions, term.items, problems) == ((), (), ())
    _, problems = resolved("学甲", other, complete=True)
    assert [problem.line for problem in problems] == [9, 13, 13, 14, 14]


def test_terms_that_no_notice_mentions_are_left_out_and_no_term_is_related_to_them() -> None:
    (term,), _ = resolved("学甲", notice("b.txt", "双学双争"), complete=False)
    assert (term.id, term.related) == ("shuangxue", ())
