"""What counts of a report of Lighthouse, and that the packages for it are pinned."""

from __future__ import annotations

import json
from pathlib import Path

from bench.lighthouse.run import CATEGORIES, HERE, marks_of, pages


def test_marks_faults_and_weights_are_taken_from_a_report() -> None:
    def audit(score: float | None, value: float = 0, title: str = "") -> dict[str, object]:
        return {"id": title, "score": score, "numericValue": value, "title": title, "displayValue": ""}

    report = {
        "categories": {
            "seo": {"score": 0.92, "auditRefs": [{"id": name, "weight": 1} for name in ("canonical", "robots", "hint")]}
        },
        "audits": {
            "canonical": audit(0, title="canonical"),
            "robots": audit(1),
            "hint": audit(None),
            "total-byte-weight": audit(1, 2048),
            "largest-contentful-paint": audit(1, 1500),
            "total-blocking-time": audit(1, 30),
        },
        "environment": {"benchmarkIndex": 900},
    }
    found = marks_of(report)
    assert found.marks == {"seo": 92}
    assert found.faults == ("canonical: canonical",)
    assert (found.kilobytes, found.paint, found.blocking, found.speed) == (2, 1.5, 30, 900)


def test_every_kind_of_page_is_judged_and_of_documents_and_terms_the_largest(tmp_path: Path) -> None:
    for name, length in {"index": 9, "notices/a": 1, "notices/b": 2, "notices/index": 9, "glossary/c": 1}.items():
        (tmp_path / f"{name}.html").parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.html").write_text(f"<main>{'x' * length}</main>", "utf-8")
    assert pages(tmp_path) == {
        "index": "index.html",
        "notices": "notices/index.html",
        "notices-page": "notices/b.html",
        "glossary-page": "glossary/c.html",
    }
    assert len(CATEGORIES) == 4


def test_every_package_for_it_is_locked_with_its_hash_and_none_names_its_place() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all("integrity" in package and "resolved" not in package for package in packages.values())
