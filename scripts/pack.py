"""Makes a study pack in dist/: a zip of its own site, a page in one file, a printed booklet and a book."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import build_site
from notice_site.bundling.paper.booklet import PARTS
from notice_site.bundling.paper.fonts import missing
from notice_site.execution.command import command
from notice_site.execution.listing import shortened
from notice_site.execution.output_tree import write_edition
from notice_site.model import Pack, Severity
from notice_site.pipeline.pack_files import PackFaults, pack_files
from notice_site.pipeline.study_pack import Study, study

ROOT = Path(__file__).parents[1]


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Makes one pack and returns the exit status: 1 where its pages have faults."""
    parser = argparse.ArgumentParser(prog="pack.py", description="Make one study pack.")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("name", nargs="?", metavar="PACK", help="name of a file in packs/, without .yml")
    which.add_argument("--level", metavar="ID", help="what is asked of a level or kind of addressee: town, 乡镇街道")
    which.add_argument("--term", metavar="TERM", help="where a term stands: 六问")
    which.add_argument("--notice", metavar="ID", help="one document, by the beginning of its id: 003")
    parser.add_argument("--print", dest="parts", metavar="PARTS", help=f"what is printed: {' '.join(PARTS)}")
    parser.add_argument("--sources", type=Path, default=ROOT / "source_texts", metavar="DIR", help="folder with packs/")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR", help="for its hand-written pages")
    parser.add_argument("--dist", type=Path, default=Path("dist"), metavar="OUT", help="folder for the pack")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache/packs", metavar="DIR", help="folder to build in")
    options = parser.parse_args(arguments)
    parts = options.parts.split() if options.parts else [*PARTS]
    if unknown := [part for part in parts if part not in PARTS]:
        parser.error(f"no such part: {' '.join(unknown)}; there are: {' '.join(PARTS)}")
    of = study(options.sources)
    if errors := [problem for problem in of.whole.problems if problem.severity is Severity.ERROR]:
        print(*shortened(errors), f"error: 有错误，{options.dist} 未动 → 先改正上列错误", sep="\n", file=sys.stderr)
        return 1
    try:
        pack = _chosen(of, options)
    except LookupError as error:
        parser.error(f"no such pack; there are: {error}")
    if fault := missing():
        print(f"no PDF: {fault}", file=sys.stderr)
    try:
        files = pack_files(of, pack, options.docs, options.work / pack.id, build_site.main, parts)
    except PackFaults as faults:
        print(*shortened(faults.lines), f"error: {options.dist} 未动", sep="\n", file=sys.stderr)
        return faults.status
    write_edition(options.dist, pack.id, files)
    for name, content in files.items():
        print(f"{options.dist / name}: {len(content)} bytes")
    return 0


def _chosen(of: Study, options: argparse.Namespace) -> Pack:
    if options.level:
        return of.for_level(options.level)
    if options.term:
        return of.for_term(options.term)
    return of.for_notice(options.notice) if options.notice else of.named(options.name)


if __name__ == "__main__":
    sys.exit(main())
