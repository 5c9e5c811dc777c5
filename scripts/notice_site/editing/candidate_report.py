"""Writes candidates for the glossary as entries that an editor can paste."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count

from notice_site.findings.terms.candidates import Candidate
from notice_site.model import Notice
from notice_site.model.glossary import Entry, Glossary
from notice_site.text.numerals import numerals_in
from notice_site.text.pinyin import OwnReadings, toneless

_REASONS = {"quoted": "引号内", "numeral": "数字缩略语", "frequent": "多见"}
_CONTEXT = 16  # characters on either side


def candidate_report(
    candidates: Sequence[Candidate], glossary: Glossary, unmet: Iterable[Entry], notices: Iterable[Notice]
) -> str:
    """The candidates as entries for the glossary, each below what speaks for it; at the end the entries never met.

    The whole is YAML that the glossary takes as it stands; kind, reading and explanations are for the editor.
    """
    texts = {(notice.id, block.id): block.text for notice in notices for block in notice.blocks}
    lines = ["# 读音由词典给出，类别由程序推定：粘贴前请核对，并补上释义的引文。", "terms:"]
    taken = {entry.id for entry in glossary.entries}
    for candidate in candidates:
        syllables = [syllable for syllable in OwnReadings(glossary.readings).readings(candidate.wording) if syllable]
        entry_id = _free_id(syllables, taken)
        taken.add(entry_id)
        lines += ["", *_described(candidate, texts), *_entry(candidate, entry_id, syllables)]
    if names := [entry.term for entry in unmet]:
        lines += ["", f"# 词语表中有 {len(names)} 条在来源里没有出现：", *(f"#   {name}" for name in names)]
    return "\n".join(lines) + "\n"


def _described(candidate: Candidate, texts: Mapping[tuple[str, str], str]) -> Iterator[str]:
    yield f"  # {_REASONS[candidate.reason]}，{candidate.count} 次"
    for place in candidate.places:
        text = texts[place.ref.notice, place.ref.block]
        before = text[max(0, place.ref.start - _CONTEXT) : place.ref.start]
        after = text[place.ref.end : place.ref.end + _CONTEXT]
        around = " ".join(f"{before}【{place.text}】{after}".split())
        yield f"  #   {place.ref.notice}#{place.ref.block}　{around}"


def _free_id(syllables: Iterable[str], taken: Collection[str]) -> str:
    """The reading without tones; numbered where a term of the same sound has it."""
    slug = "".join(toneless(syllable).replace("ü", "v") for syllable in syllables)
    return next(name for name in chain([slug], (f"{slug}-{number}" for number in count(2))) if name not in taken)


def _entry(candidate: Candidate, entry_id: str, syllables: Iterable[str]) -> Iterator[str]:
    numbers = numerals_in(candidate.wording) if candidate.is_numeral else ()
    yield f"  - id: {entry_id}"
    yield f"    term: {json.dumps(candidate.wording, ensure_ascii=False)}"
    yield f"    pinyin: {' '.join(syllables)}"
    yield f"    kind: {'numeral' if numbers else 'slogan'}"
    if numbers:
        yield f"    count: {numbers[0] if len(numbers) == 1 else list(numbers)}"
