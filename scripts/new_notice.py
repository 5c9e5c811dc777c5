"""Takes a file in: copies it to the sources, proposes a file of decisions, and prints what needs a decision.

Exit status 1: it is not taken in, and the reason is on stderr. No file is ever overwritten.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from notice_site.editing.review import REVIEW_KINDS
from notice_site.execution.command import command
from notice_site.execution.output_tree import add_files
from notice_site.model import Notice
from notice_site.pipeline.proposals import propose_notice


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Takes one file in and returns the exit status."""
    parser = argparse.ArgumentParser(prog="new_notice.py", description="Take a new source in.")
    parser.add_argument("file", type=Path, metavar="FILE", help="the notice as received")
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="folder with notices/")
    options = parser.parse_args(arguments)
    if not (options.sources / "notices").is_dir():
        parser.error(f"no such folder: {options.sources / 'notices'}")
    if not options.file.is_file():
        parser.error(f"no such file: {options.file}")
    new, problems = propose_notice(options.sources, options.file)
    for problem in problems:
        print(problem, file=sys.stderr)
    if new is None:
        return 1
    folder = options.sources / "notices"
    try:
        add_files(folder, {new.name: new.content, new.sidecar_name: new.sidecar.encode()})
    except FileExistsError as error:
        print(f"{options.file.name}: error: 已有 {error.filename} → 给新文件换名", file=sys.stderr)
        return 1
    print(f"{folder / new.name}: 收入，原样未改\n{folder / new.sidecar_name}: 程序的识别，供核对\n")
    for notice in new.notices:
        print(_described(notice))
    asked = [item for item in new.items if item.kind in ("problem", "suspected", "doubt", "unrecognised", "missing")]
    print(f"\n需要看一看的有 {len(asked)} 处" + ("：" if asked else "。"))
    for item in asked:
        where = f"第{item.line}行" if item.line else "全文"
        print(f"  {REVIEW_KINDS[item.kind]} {where}: {item.text} —— {item.note}")
    print("\n然后：make site，看页面；make record-addresses，记下它的地址；把来源和 docs/ 的改动一起提交。")
    return 0


def _described(notice: Notice) -> str:
    head = [notice.number or "文号未见", "、".join(notice.issuers) or "机关未见", notice.date or "成文日期未见"]
    return f"《{notice.title or '题名未见'}》 {'，'.join(head)}"


if __name__ == "__main__":
    sys.exit(main())
