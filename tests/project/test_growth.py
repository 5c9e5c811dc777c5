"""A larger corpus makes more pages, not larger ones: bounds on every page, and on the same page in a larger corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.corpus import write_corpus
from notice_site.pipeline.build import build

ROOT = Path(__file__).resolve().parents[2]
FEW = 5

# Bytes of the largest page of each folder, whatever the number of documents. Markdown; built pages are larger by the
# same frame each. A task page may be one long document's; a notice is as long as it is.
LARGEST = {
    "browse": 100_000, "compare": 150_000, "glossary": 150_000, "lineage": 150_000, "review": 120_000,
    "tasks": 180_000, "timeline": 220_000, "": 60_000,
}  # fmt: skip
WIDER = 1.15  # a notice page at most, beside itself in a corpus of FEW


def built(folder: Path, count: int) -> dict[str, int]:
    """The bytes of each page, by path, for a corpus of so many notices; the first ones are the same in all."""
    write_corpus(ROOT, folder / "sources", count)
    build(folder / "sources", folder / "docs")
    pages = sorted((folder / "docs").rglob("*.md"))
    return {page.relative_to(folder / "docs").as_posix(): page.stat().st_size for page in pages}


@pytest.mark.parametrize(
    "count",
    [pytest.param(60), pytest.param(200, marks=pytest.mark.long), pytest.param(1000, marks=pytest.mark.long)],
    ids=lambda count: f"{count} notices",
)
def test_more_notices_make_more_pages_and_none_of_them_large(tmp_path: Path, count: int) -> None:
    few, many = built(tmp_path / "few", FEW), built(tmp_path / "many", count)
    assert len(many) > len(few)
    notices = [f"notices/{number:05}.md" for number in range(FEW)]
    grown = {page: many[page] / few[page] for page in notices}
    assert max(grown.values()) <= WIDER, grown
    for folder, most in LARGEST.items():
        sizes = {page: size for page, size in many.items() if page.rpartition("/")[0] == folder}
        assert max(sizes.values()) <= most, max(sizes, key=lambda page: sizes[page])
