"""Adds to a built site what readers take away: the bundle of the whole, every pack, a print of every document."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import build_site
from notice_site.bundling.downloads import FOLDER
from notice_site.bundling.paper.fonts import missing
from notice_site.execution.command import command
from notice_site.execution.listing import shortened
from notice_site.execution.output_tree import rewrite_tree
from notice_site.model import Severity
from notice_site.pipeline.pack_files import PackFaults, pack_files
from notice_site.pipeline.published import published
from notice_site.pipeline.study_pack import study
from notice_site.reading.file_tree import read_tree

ROOT = Path(__file__).parents[1]


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Fills the folder downloads/ of a built site and returns the exit status: 1 where something has faults."""
    parser = argparse.ArgumentParser(prog="publish.py", description="Add the downloads to the built site.")
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the built site")
    parser.add_argument("--sources", type=Path, default=ROOT / "source_texts", metavar="DIR", help="its sources")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR", help="for the hand-written pages")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache/packs", metavar="DIR", help="folder to build in")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        parser.error(f"not a built site: {options.site}")
    state = _state(options.site)
    of = study(options.sources)
    if errors := [problem for problem in of.corpus.problems if problem.severity is Severity.ERROR]:
        print(*shortened(errors), f"error: 有错误，{options.site} 未动 → 先改正上列错误", sep="\n", file=sys.stderr)
        return 1
    if fault := missing():
        print(f"no PDF: {fault}", file=sys.stderr)
    try:
        files, downloads = published(
            read_tree(options.site),
            of,
            lambda pack: pack_files(of, pack, options.docs, options.work / pack.id, build_site.main),
        )
    except PackFaults as faults:
        print(*shortened(faults.lines), f"error: {options.site} 未动", sep="\n", file=sys.stderr)
        return faults.status
    with rewrite_tree(options.site) as tree:
        if _state(options.site) != state:
            print(f"error: {options.site} 已重新生成，没有加入下载文件 → 再运行 make publish", file=sys.stderr)
            return 1
        changed = {path: tree.put(path, content) for path, content in files.items()}
        tree.publish(changed, {path.partition("/")[0] for path in files})
    total = sum(listed.size for listed in downloads)
    print(f"{options.site / FOLDER}: {len(downloads)} files, {total} bytes")
    return 0


def _state(site: Path) -> tuple[int, int]:
    """What is another one after each build that changes the site: it is replaced as a whole."""
    status = site.stat()
    return status.st_ino, status.st_ctime_ns


if __name__ == "__main__":
    sys.exit(main())
