"""Reads and checks reference/glossary.yml: the terms, their wordings and their readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from notice_site.model import Problem
from notice_site.model.glossary import Conditions, Entry, Form, Glossary, Parts, SenseEntry, SourceQuote
from notice_site.reading.reference.yaml_nodes import Node, NodeError, load_yaml, suggestion
from notice_site.text.numerals import numerals_in
from notice_site.text.phrase_matcher import folded
from notice_site.text.pinyin import dictionary_readings, other_readings, toneless

KINDS = (
    "slogan", "metaphor", "problem", "activity", "numeral", "document", "meeting", "speech", "work", "spirit",
    "person", "body", "unit", "place",
)  # fmt: skip

_FILE_KEYS = ("terms", "readings")
_ENTRY_KEYS = (
    "id", "term", "variants", "pinyin", "reading", "kind", "count", "definitions", "usage", "senses", "parts",
    "related", "note",
    "only_within_quotes", "not_ordinal", "only_inside", "not_inside",
)  # fmt: skip
_SLUG = re.compile(r"(?!index)[a-z][a-z0-9-]*")  # index… are the pages that list the terms
_HAN = re.compile(r"[\u3400-\u9fff〇\U00020000-\U0003ffff]")


def read_glossary(path: Path) -> tuple[Glossary, tuple[Problem, ...]]:
    """The glossary at `path`; faulty entries are left out and reported."""
    name = f"reference/{path.name}"
    try:
        return glossary_in(load_yaml(path, name))
    except NodeError as error:
        return Glossary(name), (error.problem,)


def glossary_in(root: Node) -> tuple[Glossary, tuple[Problem, ...]]:
    """The glossary in a YAML document; faulty entries are left out and reported.

    Raises `NodeError` where the document is not a glossary at all.
    """
    parts = root.mapping(_FILE_KEYS) if not root.is_null else {}
    problems: list[Problem] = []
    entries: list[Entry] = []
    nodes = parts["terms"].sequence() if "terms" in parts else ()
    terms = _terms_named(nodes)
    seen = _Seen()
    for node in nodes:
        try:
            entry = _entry(node)
        except NodeError as error:
            problems.append(error.problem)
            continue
        faults = [*_faults(entry, node, terms), *seen.repetitions(entry, node)]
        if faults:
            problems += faults
        else:
            entries.append(entry)
    words, word_problems = _readings_of_words(parts["readings"].sequence() if "readings" in parts else ())
    readings = words | {word: syllables for e in entries for word, syllables in _spoken(e)}
    return Glossary(root.file, tuple(entries), readings), (*problems, *word_problems)


# --- one entry ---------------------------------------------------------------------------------


def _entry(node: Node) -> Entry:
    parts = node.mapping(_ENTRY_KEYS, required=("id", "term", "pinyin", "kind"))
    term = parts["term"].text()
    if not _SLUG.fullmatch(parts["id"].text()):
        raise parts["id"].error(
            f"id {parts['id'].text()} 不合规则", "用小写字母、数字和连字符，以字母开头，不以 index 开头，如 liuwen"
        )
    conditions = Conditions(
        only_within_quotes="only_within_quotes" in parts and parts["only_within_quotes"].boolean(),
        not_ordinal="not_ordinal" in parts and parts["not_ordinal"].boolean(),
        only_inside=parts["only_inside"].texts() if "only_inside" in parts else (),
        not_inside=parts["not_inside"].texts() if "not_inside" in parts else (),
    )
    variants = parts["variants"].sequence() if "variants" in parts else ()
    return Entry(
        id=parts["id"].text(),
        term=term,
        forms=(Form(term), *(_form(variant) for variant in variants)),
        pinyin=_aligned(parts["pinyin"], term),
        kind=parts["kind"].choice(KINDS),
        line=node.line,
        counts=_counts(parts["count"]) if "count" in parts else (),
        definitions=tuple(map(_quote, parts["definitions"].sequence())) if "definitions" in parts else (),
        usage=tuple(map(_quote, parts["usage"].sequence())) if "usage" in parts else (),
        senses=tuple(map(_sense, parts["senses"].sequence())) if "senses" in parts else (),
        parts=tuple(_parts(part, parts.get("count")) for part in parts["parts"].sequence()) if "parts" in parts else (),
        related=parts["related"].texts() if "related" in parts else (),
        note=parts["note"].text() if "note" in parts else "",
        conditions=conditions,
    )


def _form(node: Node) -> Form:
    if node.kind == "scalar":
        return Form(node.text())
    parts = node.mapping(("form", "only_after_term"), required=("form",))
    return Form(parts["form"].text(), "only_after_term" in parts and parts["only_after_term"].boolean())


def _aligned(node: Node, term: str) -> tuple[str, ...]:
    """One syllable for each character of term; those written are for its Han characters, in order.

    刁难义的“卡”：吃拿卡要, chī ná qiǎ yào -> ("chī", "ná", "qiǎ", "yào")
    """
    syllables = node.text().split()
    han = [character for character in term if _HAN.fullmatch(character)]
    if len(syllables) != len(han):
        raise node.error(
            f"“{term}”有 {len(han)} 个汉字，拼音却有 {len(syllables)} 个音节", "每个汉字写一个音节，用空格隔开"
        )
    for character, syllable in zip(han, syllables, strict=True):
        usual = other_readings(character)
        if toneless(syllable) not in map(toneless, usual):
            raise node.error(f"“{character}”没有 {syllable} 这个读音", f"词典的读音：{'、'.join(usual)}")
    rest = iter(syllables)
    return tuple(next(rest) if _HAN.fullmatch(c) else c if c.isalnum() else "" for c in term)


def _counts(node: Node) -> tuple[int, ...]:
    if node.kind == "scalar":
        return (node.integer(),)
    return tuple(item.integer() for item in node.sequence())


def _quote(node: Node) -> SourceQuote:
    parts = node.mapping(("source", "quote"), required=("source", "quote"))
    return SourceQuote(parts["source"].text(), parts["quote"].text(), parts["quote"].line)


def _sense(node: Node) -> SenseEntry:
    parts = node.mapping(("sense", "near", "definitions"), required=("sense", "near"))
    definitions = tuple(map(_quote, parts["definitions"].sequence())) if "definitions" in parts else ()
    return SenseEntry(parts["sense"].text(), parts["near"].texts(), definitions)


def _parts(node: Node, count: Node | None) -> Parts:
    fields = node.mapping(("source", "quotes"), required=("source", "quotes"))
    source = fields["source"].text()
    items = fields["quotes"].sequence()
    groups = [(item.sequence() if item.kind == "sequence" else (item,)) for item in items]
    nested = False
    if count is not None:
        nested = len(_counts(count)) > 1
        lengths = [len(group) for group in groups] if nested else [sum(len(group) for group in groups)]
        if lengths != list(_counts(count)):
            expected = "、".join(map(str, _counts(count)))
            raise fields["quotes"].error(
                f"count 为 {expected}，这里列出的部分却是 {'、'.join(map(str, lengths))}",
                "补全或删去部分，或改正 count",
            )
    quotes = tuple(SourceQuote(source, part.text(), part.line) for group in groups for part in group)
    return Parts(source, quotes, tuple(len(group) for group in groups) if nested else ())


# --- an entry beside the others ----------------------------------------------------------------


def _terms_named(nodes: Iterable[Node]) -> frozenset[str]:
    """All terms of the file, those of faulty entries too, so that one fault is not reported twice."""
    return frozenset(value.raw for node in nodes for key, value in node.entries if key.raw == "term")


def _faults(entry: Entry, node: Node, terms: frozenset[str]) -> Iterator[Problem]:
    errors = (*_reading_errors(entry, node), *_count_errors(entry, node), *_reference_errors(entry, node, terms))
    return (error.problem for error in errors)


def _reading_errors(entry: Entry, node: Node) -> Iterator[NodeError]:
    """The reading differs from the dictionary's and nobody has said why."""
    triples = zip(entry.term, entry.pinyin, dictionary_readings(entry.term), strict=True)
    differing = [f"{char} {given}（词典 {usual}）" for char, given, usual in triples if usual and given != usual]
    if differing and "reading" not in node.mapping():
        message = f"“{entry.term}”的读音与词典不同：{'、'.join(differing)}"
        yield node.mapping()["pinyin"].error(message, "改正拼音；确认无误时在 reading 写明理由")


def _count_errors(entry: Entry, node: Node) -> Iterator[NodeError]:
    """A numeral slogan has no count, or one that its own numerals contradict (parts are checked when read)."""
    written = next(filter(None, (numerals_in(form.text) for form in entry.forms)), ())
    if entry.kind == "numeral" and not entry.counts:
        yield node.error(f"数字缩略语“{entry.term}”缺少 count", "写明是几项，如 count: 6")
    elif entry.counts and not _in_order(written, entry.counts):
        message = f"count 为 {'、'.join(map(str, entry.counts))}，与“{entry.term}”所写的数不合"
        yield node.mapping()["count"].error(message, "改正 count")


def _reference_errors(entry: Entry, node: Node, terms: frozenset[str]) -> Iterator[NodeError]:
    """A related term that the file has not, or a longer wording without the term in it."""
    for item in _items(node, "related"):
        if item.raw not in terms or item.raw == entry.term:
            advice = suggestion(item.raw, terms).split("可用：")[0] or "先为它写词条，或删去"
            yield item.error(f"相关词语“{item.raw}”不在词语表中", advice)
    for item in (*_items(node, "only_inside"), *_items(node, "not_inside")):
        if not any(folded(form.text) in folded(item.raw) for form in entry.forms):
            yield item.error(f"“{item.raw}”里没有“{entry.term}”", "写出含有该词语的较长说法")


def _items(node: Node, key: str) -> tuple[Node, ...]:
    """The values under key, where it is given: one, or a list."""
    value = node.mapping().get(key)
    return () if value is None else value.items if value.kind == "sequence" else (value,)


def _in_order(few: tuple[int, ...], many: tuple[int, ...]) -> bool:
    """Whether the numbers of few stand in many in that order: 三 四 in 学三促四抓's 1 3 4."""
    rest = iter(many)
    return all(number in rest for number in few)


class _Seen:
    """The ids and wordings met so far, to refuse what stands twice."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._forms: dict[str, int] = {}

    def repetitions(self, entry: Entry, node: Node) -> Iterator[Problem]:
        """A problem for the id and for each wording that an entry before this one has."""
        if entry.id in self._ids:
            yield node.error(f"id {entry.id} 重复，第 {self._ids[entry.id]} 行已有", "换一个 id").problem
        for form in entry.forms:
            line = self._forms.setdefault(folded(form.text), entry.line)
            if line != entry.line:
                yield node.error(f"词语“{form.text}”重复，第 {line} 行已有", "合并两条，或删去一处").problem
        self._ids.setdefault(entry.id, entry.line)


# --- readings ----------------------------------------------------------------------------------


def _readings_of_words(nodes: Iterable[Node]) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    words: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for node in nodes:
        try:
            parts = node.mapping(("word", "pinyin"), required=("word", "pinyin"))
            words[parts["word"].text()] = _aligned(parts["pinyin"], parts["word"].text())
        except NodeError as error:
            problems.append(error.problem)
    return words, problems


def _spoken(entry: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The wording whose reading the entry decides wherever it stands.

    A single character (散 sǎn) says nothing about other words (涣散), so it counts only between
    the quotation marks that make it the term.
    """
    spoken = zip(entry.term, entry.pinyin, strict=True)
    syllables = tuple(syllable if _HAN.fullmatch(character) else "" for character, syllable in spoken)
    if len(entry.term) > 1:
        yield entry.term, syllables
    elif entry.conditions.only_within_quotes:
        yield f"“{entry.term}”", ("", *syllables, "")
