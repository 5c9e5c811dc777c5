"""The documents as entries for citation managers: what each states, nothing that it does not."""

from __future__ import annotations

import json
import re

from notice_site.publishing.references import bibtex, csl_json, ris
from tests.pages.sample import CORPUS, IMAGES, INNER, LONG, OUTER


def test_csl_has_the_facts_and_leaves_out_what_is_not_stated() -> None:
    entries = {entry["id"]: entry for entry in json.loads(csl_json(CORPUS.notices))}
    assert entries[OUTER.id] == {
        "id": OUTER.id,
        "type": "document",
        "title": "转发《关于甲的通知》的通知",
        "author": [{"literal": "某省委"}],
        "issued": {"date-parts": [[2014, 4, 2]]},
        "genre": "通知",
        "number": "某发〔2014〕1号",
        "language": "zh-CN",
    }
    assert entries[INNER.id]["issued"] == {"date-parts": [[2014, 3]]}
    assert entries[LONG.id]["container-title"] == "某报"
    assert entries[LONG.id]["note"] == "日期为见报日期；来源文本中断，不完整"
    assert "issued" not in entries[IMAGES.id]


def test_bibtex_has_an_entry_a_document_with_balanced_braces() -> None:
    text = bibtex(CORPUS.notices).decode()
    assert re.findall(r"^@misc\{(.*),$", text, re.MULTILINE) == [notice.id for notice in CORPUS.notices]
    assert text.count("{") == text.count("}")
    assert "  author = {{某区委} and {某区政府}},\n" in text
    assert "  year = {2014},\n  month = {3},\n  date = {2014-03},\n" in text


def test_ris_has_its_tags_in_order_and_its_dates_in_four_parts() -> None:
    records = ris(CORPUS.notices).decode().split("\r\n\r\n")
    lines = records[0].split("\r\n")
    assert lines[0] == "TY  - GOVDOC"
    assert lines[-1] == "ER  - "
    assert "DA  - 2014/04/02/" in lines
    assert "DA  - 2014/03//" in records[1]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
