"""Writes a folder that MkDocs can build: the pages of a study pack, those written by hand, and a configuration."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from notice_site.execution.output_tree import write_tree
from notice_site.model import Pack
from notice_site.reading.file_tree import read_tree

SHIPPED = Path(__file__).parents[3] / "mkdocs.yml"


def write_project(
    project: Path, pack: Pack, pages: Mapping[str, bytes], docs: Path, generated: Collection[str]
) -> None:
    """Writes the folder; `docs` has the pages written by hand, beside folders and files that are `generated`."""
    by_hand = {path: content for path, content in read_tree(docs).items() if path.split("/")[0] not in generated}
    files = {f"docs/{path}": content for path, content in {**by_hand, **pages}.items()}
    written = configuration(os.path.relpath(SHIPPED, project), pack, {*by_hand, *pages})
    files["mkdocs.yml"] = json.dumps(written, ensure_ascii=False, indent=1).encode()
    write_tree(project, files, {"docs", "mkdocs.yml"})


def configuration(inherited: str, pack: Pack, pages: Collection[str]) -> dict[str, Any]:
    """The project's own configuration but for the name, the pages at hand, and links that lead out of the pack.

    MkDocs lets such links pass: `without_external_links` makes words of them, and `site_bundle` checks every link.
    """
    with SHIPPED.open(encoding="utf-8") as file:
        shipped = yaml_load(file)
    ignored = dict.fromkeys(("not_found", "anchors", "unrecognized_links"), "ignore")
    return {
        "INHERIT": inherited,
        "site_name": pack.title,
        "site_description": pack.purpose,
        "site_url": "",
        "nav": [entry for entry in shipped["nav"] if {*entry.values()} <= {*pages}],
        "theme": {"custom_dir": os.path.join(os.path.dirname(inherited), shipped["theme"]["custom_dir"])},
        "extra": {"feed": ""},
        "validation": {"links": ignored},
    }
